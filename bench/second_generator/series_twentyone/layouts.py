"""Layouts of this set: letterheads, captions of brackets, ruled lines, frames, roomier type.

@head NAME // line // line                a letterhead over a rule (header `head: left|centre|band`)
@par left // left ¦ right // right        a caption whose halves a column of brackets parts
@lines Label: value ¦ Label: value        values written on ruled lines
@frame words // words                     words in a frame
"""

from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, HRFlowable, Paragraph, Table, TableStyle

from second_generator import markup, words
from second_generator.model import Block, Paper
from second_generator.pdf import LOOKS, Setter, build, rich

MARKS = {"@head ": "letterhead", "@par ": "brackets", "@lines ": "ruled", "@frame ": "framed"}
KINDS = set(MARKS.values())
FIXED = ("pleading", "twocol")
LOOKS_HERE = {  # style: (face, size, leading, left margin, right margin)
    "court": ("serif", 12, 16, 84, 84),
    "office": ("sans", 10.5, 14, 76, 76),
    "bureau": ("book", 10.5, 14.5, 72, 72),
    "typist": ("mono", 10.5, 13, 72, 60),
    "sheet": ("narrow", 11, 13.5, 46, 46),
}


class Letterhead(Flowable):
    """A letterhead: the name of the office, its lines, and a rule or a band."""

    def __init__(self, lines: list[str], dress: str, face: str) -> None:
        super().__init__()
        self.lines, self.dress, self.face = lines, dress, face

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Room for the lines and the rule."""
        del height
        self.width = width
        return width, 26 + 11.5 * (len(self.lines) - 1) + 12

    def draw(self) -> None:
        """The name in bold, the other lines small, a rule under them."""
        canvas: Any = self.canv
        top = 12 + 11.5 * (len(self.lines) - 1)
        band = self.dress == "band"
        if band:
            canvas.setFillColorRGB(0.16, 0.22, 0.36)
            canvas.rect(0, top - 6, self.width, 24, stroke=0, fill=1)
        size = 14.0
        while canvas.stringWidth(self.lines[0], f"{self.face}-b", size) > self.width - 16:
            size -= 0.5
        for i, line in enumerate(self.lines):
            white = band and i == 0
            canvas.setFillColor(colors.white if white else colors.black)
            canvas.setFont(f"{self.face}-b" if i == 0 else self.face, size if i == 0 else 9)
            high = top + 2 if i == 0 else top - 4 - 11.5 * i
            if self.dress == "left" or band:
                canvas.drawString(8 if band else 0, high, line)
            else:
                canvas.drawCentredString(self.width / 2, high, line)
        canvas.setFillColor(colors.black)
        if not band:
            canvas.setLineWidth(1.2)
            canvas.line(0, 2, self.width, 2)


def sides(block: Block) -> list[list[str]]:
    """The lines of each part of a block."""
    return [[x.strip() for x in part.split("//")] for part in block.parts]


def brackets(setter: Setter, block: Block) -> Table:
    """The parties, a column of brackets, the number."""
    left, right = sides(block)
    count = max(len(left), len(right)) + 1
    style = setter.body.clone("b", firstLineIndent=0, spaceAfter=0, leading=setter.size + 4)
    cells = ["<br/>".join(rich(x) for x in side) for side in (left, right)]
    row = [Paragraph(x, style) for x in (cells[0], "<br/>".join([")"] * count), cells[1])]
    table = Table([row], colWidths=["48%", "5%", "47%"])
    table.setStyle(
        TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, 0), 0)])
    )
    return table


def ruled(setter: Setter, block: Block) -> Table:
    """Labels with their values on ruled lines, in one row."""
    style = setter.body.clone("r", firstLineIndent=0, spaceAfter=0)
    row: list[Paragraph] = []
    widths: list[float] = []
    shape: list[Any] = [("VALIGN", (0, 0), (-1, -1), "BOTTOM")]
    room = 612 - setter.left - setter.right
    for i, part in enumerate(block.parts):
        label, _, value = part.partition(":")
        row += [Paragraph(rich(f"{label}:"), style), Paragraph(rich(value.strip() or " "), style)]
        shape.append(("LINEBELOW", (2 * i + 1, 0), (2 * i + 1, 0), 0.6, "black"))
        tight = stringWidth(f"{label}:", setter.face, setter.size) + 14
        tight = min(tight, 0.6 * room / len(block.parts))
        widths += [tight, room / len(block.parts) - tight]
    return Table([row], colWidths=widths, style=TableStyle(shape))


def framed(setter: Setter, block: Block) -> Table:
    """Words in a frame."""
    style = setter.body.clone("f", firstLineIndent=0, spaceAfter=0, alignment=TA_CENTER)
    text = "<br/>".join(rich(x) for x in sides(block)[0])
    pad: list[Any] = [("BOX", (0, 0), (-1, -1), 1, "black"), ("TOPPADDING", (0, 0), (-1, -1), 6)]
    pad.append(("BOTTOMPADDING", (0, 0), (-1, -1), 8))
    return Table([[Paragraph(text, style)]], colWidths=["100%"], style=TableStyle(pad))


def load_layouts() -> None:
    """Make the marks, their setting and their words known to the generator."""
    LOOKS.update(LOOKS_HERE)
    markup.SPLIT.update(MARKS)
    plain_one, plain_text = Setter.one, words.block_text

    def one(self: Setter, block: Block) -> list[Flowable]:
        if block.kind == "letterhead":
            return [
                Letterhead(sides(block)[0], self.paper.one("head", "centre"), self.face),
                HRFlowable(width="1%", thickness=0, color="white", spaceAfter=8),
            ]
        made = {"brackets": brackets, "ruled": ruled, "framed": framed}.get(block.kind)
        return [made(self, block)] if made else plain_one(self, block)

    def block_text(block: Block, labels: str) -> str:
        if block.kind in KINDS:
            return "\n".join(line for side in sides(block) for line in side)
        if block.kind in ("seal", "stamp"):
            return "\n".join(line.strip() for line in block.text.split("//"))
        return plain_text(block, labels)

    Setter.one = one  # type: ignore[method-assign]
    words.block_text = block_text


def fit(paper: Paper) -> None:
    """Set a short paper in roomier type, as an office does, as long as it needs no page more."""
    name = paper.one("style", "letter")
    if name in FIXED or paper.one("fit") == "no":
        return
    live = paper.channel == "pdf-form"
    _, pages = build(paper, live, True, 1)
    face, size, lead, left, right = LOOKS[name]
    for grow, room in ((1.14, 1.42), (1.08, 1.28), (1.04, 1.14)):
        trial = f"{name} {grow}"
        LOOKS[trial] = (face, min(size * grow, 13), lead * room, left, right)
        paper.head["style"] = [trial]
        if build(paper, live, True, 1)[1] == pages:
            return
    paper.head["style"] = [name]
