"""Layouts of this set: double-ruled heads, section bars, captions closed by an x, memo heads.

@office NAME // line ¦ line // line      the office at the left, its address at the right
@bar words                               white words on a dark bar, as forms part their sections
@xcap left // left ¦ right // right      a New York caption: rules of hyphens that end in x
@memo To: words ¦ From: words            the head of a memorandum, one line for each part
@fill Label: value ¦ Label: value        values written on ruled lines
@note words // words                     words in a double frame
"""

from typing import Any

from reportlab.lib import colors
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle

from second_generator import markup, words
from second_generator.model import Block, Paper
from second_generator.pdf import LOOKS, Setter, build, rich

MARKS = {
    "@office ": "office",
    "@bar ": "bar",
    "@xcap ": "xcap",
    "@memo ": "memo",
    "@fill ": "fill",
    "@note ": "note",
}
KINDS = set(MARKS.values())
FIXED = ("pleading", "twocol")
LOOKS_HERE = {  # style: (face, size, leading, left margin, right margin)
    "bench": ("serif", 12, 15.5, 80, 80),
    "desk": ("sans", 10.5, 14, 72, 72),
    "register": ("book", 10, 13.5, 66, 66),
    "carbon": ("mono", 10.5, 13, 66, 56),
    "tight": ("narrow", 11, 13.5, 50, 50),
}


def sides(block: Block) -> list[list[str]]:
    """The lines of each part of a block."""
    return [[x.strip() for x in part.split("//")] for part in block.parts]


def office(setter: Setter, block: Block) -> list[Flowable]:
    """The name of the office at the left, its address at the right, two rules under them."""
    left, right = (*sides(block), [""])[:2]
    style = setter.body.clone("o", firstLineIndent=0, spaceAfter=0, leading=setter.size + 3)
    small = style.clone("s", fontSize=8.5, leading=11, alignment=2)
    name = f'<font size="{setter.size + 2.5}"><b>{rich(left[0])}</b></font>'
    cells = [
        Paragraph("<br/>".join([name, *(rich(x) for x in left[1:])]), style),
        Paragraph("<br/>".join(rich(x) for x in right), small),
    ]
    table = Table([cells], colWidths=["64%", "36%"])
    table.setStyle(
        TableStyle(
            [
                ("LINEBELOW", (0, 0), (-1, -1), 1.4, colors.black),
                ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
                ("LEFTPADDING", (0, 0), (0, 0), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
            ]
        )
    )
    return [table, Spacer(1, 14)]


def bar(setter: Setter, block: Block) -> list[Flowable]:
    """White words on a dark bar."""
    style = setter.body.clone("b", firstLineIndent=0, spaceAfter=0, textColor=colors.white)
    table = Table([[Paragraph(f"<b>{rich(block.parts[0])}</b>", style)]], colWidths=["100%"])
    table.setStyle(
        TableStyle(
            [
                ("BACKGROUND", (0, 0), (-1, -1), colors.Color(0.2, 0.2, 0.2)),
                ("TOPPADDING", (0, 0), (-1, -1), 1),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    return [Spacer(1, 4), table, Spacer(1, 5)]


def xcap(setter: Setter, block: Block) -> list[Flowable]:
    """The parties between two rules that end in x, the number at the right."""
    left, right = (*sides(block), [""])[:2]
    style = setter.body.clone("x", firstLineIndent=0, spaceAfter=0, leading=setter.size + 4)
    count = int(0.5 * (612 - setter.left - setter.right) / stringWidth("-", setter.face, 12))
    rule = Paragraph("-" * (count - 4) + "x", style.clone("r", fontSize=12))
    rows = [
        [rule, ""],
        ["<br/>".join(rich(x) for x in left), "<br/>".join(rich(x) for x in right)],
        [rule, ""],
    ]
    data = [[Paragraph(c, style) if isinstance(c, str) else c for c in row] for row in rows]
    table = Table(data, colWidths=["54%", "46%"])
    table.setStyle(
        TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LEFTPADDING", (0, 0), (0, -1), 0)])
    )
    return [table, Spacer(1, 8)]


def memo(setter: Setter, block: Block) -> list[Flowable]:
    """Label and words of each line, a thick rule under the last."""
    style = setter.body.clone("m", firstLineIndent=0, spaceAfter=0)
    data = []
    for part in block.parts:
        label, _, value = part.partition(":")
        data.append([Paragraph(f"<b>{rich(label)}:</b>", style), Paragraph(rich(value), style)])
    table = Table(data, colWidths=["16%", "84%"])
    table.setStyle(
        TableStyle(
            [
                ("LINEBELOW", (0, -1), (-1, -1), 2, colors.black),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("BOTTOMPADDING", (0, -1), (-1, -1), 8),
            ]
        )
    )
    return [table, Spacer(1, 12)]


def fill(setter: Setter, block: Block) -> list[Flowable]:
    """Labels with their values on ruled lines, in one row."""
    style = setter.body.clone("f", firstLineIndent=0, spaceAfter=0)
    row: list[Paragraph] = []
    widths: list[float] = []
    shape: list[Any] = [("VALIGN", (0, 0), (-1, -1), "BOTTOM")]
    room = 612 - setter.left - setter.right
    tight = [
        stringWidth(f"{p.partition(':')[0]}:", setter.face, setter.size) + 14 for p in block.parts
    ]
    spare = max(room - sum(tight), 0.4 * room)
    shrink = min(1, (room - spare) / sum(tight))
    for i, part in enumerate(block.parts):
        label, _, value = part.partition(":")
        row += [Paragraph(rich(f"{label}:"), style), Paragraph(rich(value.strip() or " "), style)]
        shape.append(("LINEBELOW", (2 * i + 1, 0), (2 * i + 1, 0), 0.6, colors.black))
        widths += [tight[i] * shrink, spare / len(block.parts)]
    return [Table([row], colWidths=widths, style=TableStyle(shape)), Spacer(1, 4)]


def note(setter: Setter, block: Block) -> list[Flowable]:
    """Words in a double frame."""
    style = setter.body.clone("n", firstLineIndent=0, spaceAfter=0, alignment=1)
    text = "<br/>".join(rich(x) for x in sides(block)[0])
    inner = Table([[Paragraph(text, style)]], colWidths=["100%"])
    inner.setStyle(TableStyle([("BOX", (0, 0), (-1, -1), 0.6, colors.black)]))
    table = Table([[inner]], colWidths=["100%"])
    table.setStyle(
        TableStyle(
            [
                ("BOX", (0, 0), (-1, -1), 1.6, colors.black),
                ("LEFTPADDING", (0, 0), (-1, -1), 2),
                ("RIGHTPADDING", (0, 0), (-1, -1), 2),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
            ]
        )
    )
    return [table, Spacer(1, 10)]


SET = {"office": office, "bar": bar, "xcap": xcap, "memo": memo, "fill": fill, "note": note}


def load_layouts() -> None:
    """Make the marks, their setting and their words known to the generator."""
    LOOKS.update(LOOKS_HERE)
    markup.SPLIT.update(MARKS)
    plain_one, plain_text = Setter.one, words.block_text

    def one(self: Setter, block: Block) -> list[Flowable]:
        made = SET.get(block.kind)
        return made(self, block) if made else plain_one(self, block)

    def block_text(block: Block, labels: str) -> str:
        if block.kind in KINDS:
            return "\n".join(line for side in sides(block) for line in side)
        if block.kind in ("seal", "stamp"):
            return "\n".join(line.strip() for line in block.text.split("//"))
        return plain_text(block, labels)

    Setter.one = one  # type: ignore[method-assign]
    words.block_text = block_text


def fit(paper: Paper) -> None:
    """Set a short paper in larger, looser type as long as it needs no page more."""
    name = paper.one("style", "letter")
    if name in FIXED or paper.one("fit") == "no":
        return
    live = paper.channel == "pdf-form"
    _, pages = build(paper, live, True, 1)
    face, size, lead, left, right = LOOKS[name]
    for grow, room in ((1.3, 1.65), (1.2, 1.5), (1.12, 1.35), (1.05, 1.18)):
        trial = f"{name} {grow}"
        LOOKS[trial] = (face, min(size * grow, 13), lead * room, left, right)
        paper.head["style"] = [trial]
        if build(paper, live, True, 1)[1] == pages:
            return
    paper.head["style"] = [name]
