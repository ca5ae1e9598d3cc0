"""Layouts of this series: letterheads, ruled blanks, shaded heads, memo heads, captions."""

import math
from collections.abc import Callable
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, HRFlowable, Paragraph, Spacer, Table, TableStyle

from second_generator import pdf
from second_generator.model import Block, Paper

PLAIN = pdf.Setter
# Kinds whose parts stand between ¦, with lines parted by //.
PARTED = ("lh", "fill", "kv", "two", "framed")
MARKS = {"paren": ")", "section": "§", "colon": ":", "x": "x"}
SIZES = ("1.3", "1.22", "1.15", "1.08", "1")


class Shield(Flowable):
    """A shield in a ring, as letterheads carry it."""

    def __init__(self, radius: float = 22) -> None:
        super().__init__()
        self.radius = radius

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Room for the ring."""
        del height
        self.left = max(0.0, (width - 2 * self.radius) / 2)
        return width, self.radius * 2 + 4

    def draw(self) -> None:
        """Ring, shield and a row of dots."""
        canvas: Any = self.canv
        r = self.radius
        x, y = self.left + r, r + 2
        canvas.setLineWidth(1)
        canvas.circle(x, y, r)
        canvas.setLineWidth(0.6)
        canvas.circle(x, y, r * 0.8)
        path = canvas.beginPath()
        path.moveTo(x - r * 0.4, y + r * 0.4)
        path.lineTo(x + r * 0.4, y + r * 0.4)
        path.lineTo(x + r * 0.4, y - r * 0.1)
        path.lineTo(x, y - r * 0.5)
        path.lineTo(x - r * 0.4, y - r * 0.1)
        path.close()
        canvas.drawPath(path)
        for n in range(20):
            a = math.pi * n / 10
            canvas.circle(x + 0.9 * r * math.cos(a), y + 0.9 * r * math.sin(a), 0.6, fill=1)


class Setter(PLAIN):
    """Sets the kinds of block that this series adds."""

    def __init__(self, paper: Paper, live: bool) -> None:
        super().__init__(paper, live)
        self.scale = float(paper.one("scale", "1"))
        self.size *= self.scale
        self.gap *= self.scale
        for name in ("fontSize", "leading", "spaceAfter"):
            setattr(self.body, name, getattr(self.body, name) * self.scale)

    def lines(self, text: str, align: int = 0, **changes: Any) -> Paragraph:
        """Lines parted by // in one paragraph."""
        words = "<br/>".join(pdf.rich(x.strip()) for x in text.split("//"))
        style = {"spaceAfter": 0, "firstLineIndent": 0, "leading": self.size + 2.5, **changes}
        return Paragraph(words, ParagraphStyle("l", parent=self.body, alignment=align, **style))

    def letterhead(self, parts: list[str]) -> list[Flowable]:
        """The office and its address: in the middle, at the left, or beside a rule."""
        name, *rest = parts
        big = {"fontSize": self.size + 3, "leading": self.size + 6}
        small = {"fontSize": 8, "leading": 10}
        manner = self.paper.one("head", "centre")
        if manner == "plain":
            made: list[Flowable] = [self.lines(name, **big)]
            made += [self.lines(x, **small) for x in rest]
            return [*made, HRFlowable(width="100%", thickness=2, color="black", spaceAfter=10)]
        if manner == "side":
            cells = [
                Shield(19),
                self.lines(name, **big),
                self.lines(" // ".join(rest), TA_RIGHT, **small),
            ]
            table = Table([cells], colWidths=[52, "56%", "30%"])
            table.setStyle(
                TableStyle(
                    [
                        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                        ("LINEAFTER", (1, 0), (1, 0), 0.8, "grey"),
                    ]
                )
            )
            return [table, Spacer(1, 12)]
        made = [Shield(), self.lines(name, TA_CENTER, **big)]
        made += [self.lines(x.replace("//", "·"), TA_CENTER, **small) for x in rest]
        made.append(HRFlowable(width="100%", thickness=0.7, color="black", spaceBefore=4))
        made.append(HRFlowable(width="100%", thickness=0.7, color="black", spaceAfter=10))
        return made

    def fill(self, parts: list[str]) -> list[Flowable]:
        """Labels, each with what was written on the line after it."""
        room = 612 - self.left - self.right
        cells: list[Any] = []
        widths: list[float] = []
        for part in parts:
            label, _, value = part.partition(":")
            share = room / len(parts)
            wide = min(share * 0.8, stringWidth(label + ":", self.face, self.size) + 8)
            widths += [wide, share - wide]
            cells += [self.lines(label + ":"), self.lines(value.strip() or " ")]
        rules: list[Any] = [
            ("LINEBELOW", (n, 0), (n, 0), 0.5, "black") for n in range(1, len(cells), 2)
        ]
        rules += [
            ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
            ("LEFTPADDING", (0, 0), (-1, -1), 1),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ]
        return [Table([cells], colWidths=widths, style=rules), Spacer(1, 4)]

    def pairs(self, parts: list[str]) -> list[Flowable]:
        """The head of a memo: TO, FROM, RE, one under the other."""
        rows = []
        for part in parts:
            label, _, value = part.partition(":")
            rows.append([self.lines(f"**{label}:**"), self.lines(value.strip())])
        table = Table(rows, colWidths=["20%", "80%"])
        table.setStyle(
            TableStyle(
                [
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("LEFTPADDING", (0, 0), (-1, -1), 0),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
                    ("LINEBELOW", (0, -1), (-1, -1), 1.2, "black"),
                ]
            )
        )
        return [table, Spacer(1, 10)]

    def beside(self, parts: list[str]) -> list[Flowable]:
        """Two texts side by side."""
        table = Table([[self.lines(x) for x in parts]], colWidths=["55%", "45%"])
        table.setStyle(
            TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)])
        )
        return [table, Spacer(1, 8)]

    def framed(self, parts: list[str]) -> list[Flowable]:
        """Words in a frame."""
        table = Table([[self.lines(" // ".join(parts))]], colWidths=["100%"])
        table.setStyle(
            TableStyle(
                [
                    ("BOX", (0, 0), (-1, -1), 1.2, "black"),
                    ("TOPPADDING", (0, 0), (-1, -1), 5),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
                ]
            )
        )
        return [Spacer(1, 3), table, Spacer(1, 7)]

    def shaded(self, text: str) -> list[Flowable]:
        """The head of a section of a form: black words on grey."""
        table = Table([[self.lines(f"**{text}**")]], colWidths=["100%"])
        table.setStyle(
            TableStyle(
                [
                    ("BACKGROUND", (0, 0), (-1, -1), "#d5d5d5"),
                    ("BOX", (0, 0), (-1, -1), 0.6, "black"),
                    ("TOPPADDING", (0, 0), (-1, -1), 1),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
                ]
            )
        )
        return [Spacer(1, 5), table, Spacer(1, 5)]

    def caption(self, block: Block) -> Table:
        """The caption with the marks of its state between the sides."""
        manner = self.paper.one("caption")
        if block.text or manner not in MARKS:
            return super().caption(block)
        left, right = block.parts
        rows = max(len(left.split("//")), len(right.split("//"))) + 1
        middle = " // ".join([MARKS[manner]] * rows)
        cells = [self.lines(left), self.lines(middle, TA_CENTER), self.lines(right)]
        table = Table([cells], colWidths=["48%", "8%", "44%"])
        look: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
        if manner == "x":
            look += [("LINEABOVE", (0, 0), (0, 0), 0.8, "black")]
            look += [("LINEBELOW", (0, 0), (0, 0), 0.8, "black")]
        table.setStyle(TableStyle(look))
        return table

    def one(self, block: Block) -> list[Flowable]:
        """The parts of the page for one block, the kinds of this series included."""
        parted: dict[str, Callable[[list[str]], list[Flowable]]] = {
            "lh": self.letterhead,
            "fill": self.fill,
            "kv": self.pairs,
            "two": self.beside,
            "framed": self.framed,
        }
        if block.kind == "columns" and block.text in parted:
            return parted[block.text](block.parts)
        if block.kind == "shade":
            return self.shaded(block.text)
        if block.kind == "tiny":
            small = {"fontSize": 7.8 * self.scale, "leading": 9.4 * self.scale}
            return [self.para(block.text, firstLineIndent=0, **small)]
        return super().one(block)


def load_layouts() -> None:
    """Let the setter of pages know the further kinds."""
    pdf.Setter = Setter  # type: ignore[misc]


def part(paper: Paper) -> None:
    """Give the parted kinds their parts; their name stands where the words would."""
    made: list[Block] = []
    for block in paper.blocks:
        if block.kind not in PARTED:
            made.append(block)
            continue
        parts = [x.strip() for x in block.text.split("¦")]
        if block.kind == "kv" and paper.channel == "docx":
            made += [Block("line", x) for x in parts]
        else:
            made.append(Block("columns", block.kind, parts))
    paper.blocks = made


def fit(paper: Paper) -> None:
    """The largest type in which the paper takes no more pages, so that they are not half empty."""
    if paper.one("style") in ("pleading", "twocol"):
        return
    pages = {}
    for size in reversed(SIZES):
        paper.head["scale"] = [size]
        pages[size] = pdf.set_pdf(paper)[1]
    paper.head["scale"] = [next(s for s in SIZES if pages[s] == pages["1"])]
