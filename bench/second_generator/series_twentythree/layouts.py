"""Looks of this set: crested heads, grey bands, bracketed captions, grids, dotted lines, mastheads.

@crest NAME // line ¦ word // word       a ring with two words, the office and its address beside it
@band words                              bold words on a grey band between two hairlines
@brackets left // left ¦ right // right  a caption whose parts a column of brackets divides
@grid Label: value ¦ Label: value        a memorandum's head, two parts a row, in light frames
@dots Label: value ¦ Label: value        values typed over dotted lines
@frame words // words                    words in a dashed frame
@mast PAPER ¦ line under it              the masthead of a newspaper or newsletter
"""

from typing import Any

from reportlab.lib import colors
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, HRFlowable, Paragraph, Spacer, Table, TableStyle

from second_generator import docx, markup, words
from second_generator.flow import Seal
from second_generator.model import Block, Paper, plain
from second_generator.pdf import LOOKS, Setter, build, rich

MARKS = {
    "@crest ": "crest",
    "@band ": "band",
    "@brackets ": "brackets",
    "@grid ": "grid",
    "@dots ": "dots",
    "@frame ": "frame",
    "@mast ": "mast",
}
KINDS = set(MARKS.values())
FIXED = ("pleading", "twocol")
LOOKS_HERE = {  # style: (face, size, leading, left margin, right margin)
    "chamber": ("serif", 11.5, 15, 92, 84),
    "agency": ("sans", 10, 13.5, 78, 70),
    "counter": ("tightsans", 10, 13.5, 60, 60),
    "press": ("book", 10.5, 14.5, 72, 96),
    "ribbon": ("plainmono", 9, 12.5, 70, 60),
    "column": ("narrow", 11.5, 14.5, 84, 110),
}
GREY = colors.Color(0.86, 0.87, 0.9)
STEPS = ((1.25, 1.6), (1.15, 1.4), (1.08, 1.25))


def parts_of(block: Block) -> list[list[str]]:
    """The lines of each part of a block."""
    return [[x.strip() for x in part.split("//")] for part in block.parts]


def flat_style(setter: Setter, name: str, **changes: Any) -> Any:
    """The body style without indents and room after."""
    return setter.body.clone(name, firstLineIndent=0, spaceAfter=0, **changes)


def broken(lines: list[str]) -> str:
    """Lines as one paragraph with breaks."""
    return "<br/>".join(rich(x) for x in lines)


def crest(setter: Setter, block: Block) -> list[Flowable]:
    """A ring at the left, the name of the office and its lines beside it."""
    office, ring = (*parts_of(block), [""])[:2]
    style = flat_style(setter, "crest", leading=setter.size + 3.5)
    name = f'<font size="{setter.size + 3}"><b>{rich(office[0])}</b></font>'
    beside = Paragraph("<br/>".join([name, *(rich(x) for x in office[1:])]), style)
    table = Table([[Seal(" // ".join(ring), "sans"), beside]], colWidths=[88, None])
    table.setStyle(
        TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LEFTPADDING", (0, 0), (0, 0), 0)])
    )
    return [table, HRFlowable(width="100%", color=colors.grey, spaceBefore=2, spaceAfter=12)]


def band(setter: Setter, block: Block) -> list[Flowable]:
    """Bold words on a grey band."""
    style = flat_style(setter, "band")
    table = Table([[Paragraph(f"<b>{rich(block.parts[0])}</b>", style)]], colWidths=["100%"])
    table.setStyle(
        TableStyle(
            [
                ("BACKGROUND", (0, 0), (-1, -1), GREY),
                ("LINEABOVE", (0, 0), (-1, -1), 0.5, colors.black),
                ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black),
                ("TOPPADDING", (0, 0), (-1, -1), 1),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    return [Spacer(1, 5), table, Spacer(1, 6)]


def brackets(setter: Setter, block: Block) -> list[Flowable]:
    """The parties at the left, a column of brackets, the number at the right."""
    left, right = (*parts_of(block), [""])[:2]
    style = flat_style(setter, "brackets", leading=setter.size + 4)
    column = "<br/>".join([")"] * (max(len(left), len(right)) + 1))
    row = [Paragraph(x, style) for x in (broken(left), column, broken(right))]
    table = Table([row], colWidths=["50%", "5%", "45%"])
    table.setStyle(
        TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, 0), 0)])
    )
    return [table, Spacer(1, 9)]


def grid(setter: Setter, block: Block) -> list[Flowable]:
    """Label and words, two parts a row, in light frames."""
    style = flat_style(setter, "grid")
    cells = []
    for part in block.parts:
        label, _, value = part.partition(":")
        cells.append(Paragraph(f"<b>{rich(label)}:</b> {rich(value.strip())}", style))
    if len(cells) % 2:
        cells.append(Paragraph("", style))
    rows = [cells[n : n + 2] for n in range(0, len(cells), 2)]
    table = Table(rows, colWidths=["50%", "50%"])
    table.setStyle(
        TableStyle(
            [("GRID", (0, 0), (-1, -1), 0.4, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        )
    )
    return [table, Spacer(1, 11)]


def dots(setter: Setter, block: Block) -> list[Flowable]:
    """Labels with values over dotted lines, in one row."""
    style = flat_style(setter, "dots")
    room = 612 - setter.left - setter.right
    labels = [f"{p.partition(':')[0]}:" for p in block.parts]
    tight = [stringWidth(x, setter.face, setter.size) + 13 for x in labels]
    spare = max(room - sum(tight), 0.45 * room)
    shrink = min(1, (room - spare) / sum(tight))
    row, widths = [], []
    shape: list[Any] = [("VALIGN", (0, 0), (-1, -1), "BOTTOM")]
    for i, part in enumerate(block.parts):
        value = part.partition(":")[2].strip()
        row += [Paragraph(rich(labels[i]), style), Paragraph(rich(value or " "), style)]
        widths += [tight[i] * shrink, spare / len(block.parts)]
        place = (2 * i + 1, 0)
        shape.append(("LINEBELOW", place, place, 0.7, colors.black, None, (1, 2)))
    return [Table([row], colWidths=widths, style=TableStyle(shape)), Spacer(1, 3)]


def frame(setter: Setter, block: Block) -> list[Flowable]:
    """Words in a dashed frame."""
    style = flat_style(setter, "frame", alignment=1)
    table = Table([[Paragraph(broken(parts_of(block)[0]), style)]], colWidths=["92%"])
    table.setStyle(
        TableStyle(
            [
                ("BOX", (0, 0), (-1, -1), 1, colors.black, None, (4, 3)),
                ("TOPPADDING", (0, 0), (-1, -1), 5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
            ]
        )
    )
    return [table, Spacer(1, 10)]


def mast(setter: Setter, block: Block) -> list[Flowable]:
    """A masthead over a line of its own between rules."""
    name, under = (*block.parts, "")[:2]
    big = flat_style(setter, "mast", alignment=1, fontSize=24, leading=30)
    low = flat_style(setter, "under", alignment=1, fontSize=8.5, leading=12)
    rule = {"width": "100%", "color": colors.black}
    return [
        Paragraph(f"<b>{rich(name)}</b>", big),
        HRFlowable(**rule, thickness=1.6, spaceAfter=2),
        Paragraph(rich(under), low),
        HRFlowable(**rule, thickness=0.5, spaceAfter=12),
    ]


SET = {
    "crest": crest,
    "band": band,
    "brackets": brackets,
    "grid": grid,
    "dots": dots,
    "frame": frame,
    "mast": mast,
}


def lines_of(block: Block) -> list[str]:
    """The printed words of a block of this set, line by line; the ring comes first."""
    parts = parts_of(block)
    return [plain(x) for part in (parts[::-1] if block.kind == "crest" else parts) for x in part]


def load_layouts() -> None:
    """Make the marks, their setting and their words known to the generator."""
    LOOKS.update(LOOKS_HERE)
    markup.SPLIT.update(MARKS)
    known_one, known_text, known_xml = Setter.one, words.block_text, docx.block_xml

    def one(self: Setter, block: Block) -> list[Flowable]:
        made = SET.get(block.kind)
        return made(self, block) if made else known_one(self, block)

    def block_text(block: Block, labels: str) -> str:
        if block.kind in KINDS:
            return "\n".join(x for x in lines_of(block) if x)
        if block.kind in ("seal", "stamp"):
            return "\n".join(x.strip() for x in block.text.split("//"))
        return known_text(block, labels)

    def block_xml(block: Block, labels: str, auto: bool) -> str:
        if block.kind in KINDS:
            return "".join(docx.line(x) for x in lines_of(block) if x)
        return known_xml(block, labels, auto)

    Setter.one = one  # type: ignore[method-assign]
    words.block_text = block_text
    docx.block_xml = block_xml


def fit(paper: Paper) -> None:
    """Give a short paper larger and looser type while that needs no further page."""
    name = paper.one("style", "letter")
    if name in FIXED or paper.one("fit") == "no":
        return
    live = paper.channel == "pdf-form"
    pages = build(paper, live, True, 1)[1]
    face, size, lead, left, right = LOOKS[name]
    for grow, room in STEPS:
        trial = f"{name}+{grow}"
        LOOKS[trial] = (face, min(size * grow, 13), lead * room, left, right)
        paper.head["style"] = [trial]
        if build(paper, live, True, 1)[1] == pages:
            return
    paper.head["style"] = [name]
