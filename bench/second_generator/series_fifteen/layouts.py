"""Layouts of this series: letterheads, label grids, leaders, panels, typed boxes, page frames."""

import math
from collections.abc import Callable
from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, HRFlowable, Paragraph, Spacer, Table, TableStyle

from second_generator import pdf
from second_generator.flow import Box
from second_generator.model import Block, Paper, plain

PLAIN, DECORATE = pdf.Setter, pdf.decorate
# Kinds whose parts stand between ¦, with lines parted by //.
PARTED = ("org", "grid", "dots", "tabs", "panel", "cert", "pair")
MARKS = {"paren": ")", "section": "§", "colon": ":", "star": "*", "plus": "+", "bar": "|"}
SIZES = ("1.32", "1.25", "1.18", "1.12", "1.06", "1")


class Roundel(Flowable):
    """A round device with a scalloped edge, as seals of agencies have."""

    def __init__(self, radius: float = 24) -> None:
        super().__init__()
        self.radius = radius

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Room for the device, in the middle of what is there."""
        del height
        self.left = max(0.0, (width - 2 * self.radius) / 2)
        return min(width, self.radius * 2 + 2 * self.left), self.radius * 2 + 6

    def draw(self) -> None:
        """Scallops, two rings, three bars and a chevron."""
        canvas: Any = self.canv
        r = self.radius
        x, y = self.left + r, r + 3
        canvas.setLineWidth(0.5)
        for n in range(28):
            a = math.pi * n / 14
            canvas.circle(x + r * math.cos(a), y + r * math.sin(a), 2)
        canvas.setLineWidth(1)
        canvas.circle(x, y, r * 0.9)
        canvas.circle(x, y, r * 0.62)
        for n in (-1, 0, 1):
            canvas.line(x + n * r * 0.22, y - r * 0.4, x + n * r * 0.22, y + r * 0.1)
        canvas.line(x - r * 0.45, y + r * 0.12, x, y + r * 0.42)
        canvas.line(x, y + r * 0.42, x + r * 0.45, y + r * 0.12)


class TypedBox(Flowable):
    """A check box as a typist makes it: (X), [x], or an underscore with a cross on it."""

    def __init__(self, body: Paragraph, mark: str, *, face: str, size: float) -> None:
        super().__init__()
        self.body, self.mark, self.face, self.size = body, mark, face, size

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Room that the mark and its words take."""
        self.width = width
        _, self.height = self.body.wrap(width - 34, height)
        return width, self.height + 3

    def draw(self) -> None:
        """The mark at the left, the words beside it."""
        canvas: Any = self.canv
        canvas.setFont(self.face, self.size)
        canvas.drawString(4, self.height - self.size - 0.5, self.mark)
        self.body.drawOn(canvas, 34, 0)


TYPED = {"round": ("( )", "(X)"), "square": ("[ ]", "[X]"), "blank": ("____", "_X__")}


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
        """The office and its address in one of the manners of this series."""
        manner = self.paper.one("head", "stacked")
        name, *rest = parts
        big = {"fontSize": self.size + 3.5, "leading": self.size + 6.5}
        small = {"fontSize": 8.2, "leading": 10.2}
        tail = " // ".join(rest)
        if manner == "banner":
            bar = Table([[self.lines(name, textColor="white", **big)]], colWidths=["100%"])
            bar.setStyle(
                TableStyle(
                    [
                        ("BACKGROUND", (0, 0), (-1, -1), "#1d2a44"),
                        ("TOPPADDING", (0, 0), (-1, -1), 4),
                        ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
                    ]
                )
            )
            return [bar, Spacer(1, 3), self.lines(tail, TA_RIGHT, **small), Spacer(1, 10)]
        if manner == "flag":
            made: list[Flowable] = [self.lines(f"**{name}**", **big)]
            made.append(HRFlowable(width="100%", thickness=3, color="black", spaceBefore=3))
            made.append(HRFlowable(width="100%", thickness=0.6, color="black", spaceBefore=1))
            return [*made, self.lines(tail.replace("//", "•"), **small), Spacer(1, 12)]
        if manner == "column":
            left, right = (rest[0], " // ".join(rest[1:])) if len(rest) > 1 else ("", tail)
            cells = [self.lines(left, **small), Roundel(25), self.lines(right, TA_RIGHT, **small)]
            table = Table([cells], colWidths=["38%", "24%", "38%"])
            table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE")]))
            return [self.lines(f"**{name}**", TA_CENTER, **big), table, Spacer(1, 10)]
        if manner == "crest":
            cells = [self.lines(f"**{name}** // {tail}"), Roundel(22)]
            table = Table([cells], colWidths=["80%", "20%"])
            table.setStyle(
                TableStyle(
                    [
                        ("VALIGN", (0, 0), (-1, -1), "TOP"),
                        ("LEFTPADDING", (0, 0), (0, 0), 0),
                        ("LINEBELOW", (0, 0), (-1, 0), 0.8, "black"),
                    ]
                )
            )
            return [table, Spacer(1, 10)]
        made = [self.lines(f"**{name}**", TA_CENTER, **big)]
        made += [self.lines(x, TA_CENTER, **small) for x in rest]
        return [*made, Spacer(1, 12)]

    def grid(self, parts: list[str]) -> list[Flowable]:
        """Grey cells with labels, each with its value in the white cell after it."""
        cells: list[Any] = []
        widths: list[float] = []
        room = 612 - self.left - self.right
        share = room / len(parts)
        for part in parts:
            label, _, value = part.partition(":")
            small = {"fontSize": self.size - 1.5, "leading": self.size + 0.5}
            need = stringWidth(label, f"{self.face}-b", self.size - 1.5) + 14
            wide = min(share * 0.45, max(need, share * 0.22))
            widths += [wide, share - wide]
            cells += [self.lines(f"**{label}**", **small), self.lines(value.strip() or " ")]
        look: list[Any] = [
            ("GRID", (0, 0), (-1, -1), 0.6, "black"),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ]
        look += [("BACKGROUND", (n, 0), (n, 0), "#dedede") for n in range(0, len(cells), 2)]
        return [Table([cells], colWidths=widths, style=look)]

    def dots(self, parts: list[str]) -> list[Flowable]:
        """Labels with leaders of dots up to what was typed in."""
        made: list[Flowable] = []
        room = 612 - self.left - self.right
        for part in parts:
            label, _, value = part.partition(":")
            label = label.strip() + " "
            while stringWidth(label, self.face, self.size) < room * 0.36:
                label += "."
            cells = [self.lines(label), self.lines(value.strip() or " ")]
            flat = [("LEFTPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]
            flat += [("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 1)]
            made.append(Table([cells], colWidths=["40%", "60%"], style=flat))
        return [*made, Spacer(1, 6)]

    def tabs(self, parts: list[str]) -> list[Flowable]:
        """The head of a memorandum between two rules."""
        rows = []
        for part in parts:
            label, _, value = part.partition(":")
            rows.append([self.lines(label.strip() + ":"), self.lines(value.strip())])
        table = Table(rows, colWidths=["16%", "84%"])
        table.setStyle(
            TableStyle(
                [
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("LEFTPADDING", (0, 0), (-1, -1), 0),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
                    ("LINEABOVE", (0, 0), (-1, 0), 0.8, "black"),
                    ("LINEBELOW", (0, -1), (-1, -1), 0.8, "black"),
                ]
            )
        )
        return [table, Spacer(1, 12)]

    def panel(self, parts: list[str], *, double: bool = False) -> list[Flowable]:
        """Words on grey, or in a double frame."""
        table = Table([[self.lines(" // ".join(parts))]], colWidths=["100%"])
        look: list[Any] = [
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
        ]
        if double:
            look += [("BOX", (0, 0), (-1, -1), 0.8, "black", None, None, None, 2, 2)]
        else:
            look += [
                ("BACKGROUND", (0, 0), (-1, -1), "#ececec"),
                ("LINEBEFORE", (0, 0), (0, -1), 3, "black"),
            ]
        table.setStyle(TableStyle(look))
        return [Spacer(1, 4), table, Spacer(1, 8)]

    def section(self, text: str) -> list[Flowable]:
        """The head of a part of a form: its letter or number in a black square, then the words."""
        mark, _, words = text.partition(" ")
        cells = [
            self.lines(f"**{mark}**", TA_CENTER, textColor="white"),
            self.lines(f"**{words}**"),
        ]
        table = Table([cells], colWidths=[78 if len(mark) > 3 else 28, None])
        table.setStyle(
            TableStyle(
                [
                    ("BACKGROUND", (0, 0), (0, 0), colors.black),
                    ("LINEBELOW", (0, 0), (-1, 0), 1, "black"),
                    ("TOPPADDING", (0, 0), (-1, -1), 1),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
                    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ]
            )
        )
        return [Spacer(1, 5), table, Spacer(1, 5)]

    def pair(self, parts: list[str]) -> list[Flowable]:
        """Two or three texts beside one another."""
        share = [f"{100 / len(parts):.0f}%"] * len(parts)
        table = Table([[self.lines(x) for x in parts]], colWidths=share)
        table.setStyle(
            TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, 0), 0)])
        )
        return [table, Spacer(1, 8)]

    def caption(self, block: Block) -> Table:
        """The caption of a court with the marks of its state between the sides."""
        manner = self.paper.one("caption")
        if block.kind == "columns" or manner not in (*MARKS, "boxed"):
            return super().caption(block)
        left, right = block.parts
        if manner == "boxed":
            table = Table([[self.lines(left), self.lines(right)]], colWidths=["62%", "38%"])
            table.setStyle(
                TableStyle(
                    [
                        ("GRID", (0, 0), (-1, -1), 0.8, "black"),
                        ("VALIGN", (0, 0), (-1, -1), "TOP"),
                        ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
                    ]
                )
            )
            return table
        rows = max(len(left.split("//")), len(right.split("//"))) + 1
        middle = " // ".join([MARKS[manner]] * rows)
        cells = [self.lines(left), self.lines(middle, TA_CENTER), self.lines(right)]
        table = Table([cells], colWidths=["47%", "8%", "45%"])
        table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")]))
        return table

    def box(self, block: Block) -> list[Flowable]:
        """A check box: drawn, live, or typed."""
        words = self.para(block.text, spaceAfter=0, firstLineIndent=0, leading=self.size + 2.5)
        manner = self.paper.one("boxes")
        if manner in TYPED and not self.live:
            mark = TYPED[manner][bool(block.state)]
            return [TypedBox(words, mark, face=self.face, size=self.size)]
        return [Box(words, bool(block.state), self.name(plain(block.text)))]

    def one(self, block: Block) -> list[Flowable]:
        """The parts of the page for one block, the kinds of this series included."""
        parted: dict[str, Callable[[list[str]], list[Flowable]]] = {
            "org": self.letterhead,
            "grid": self.grid,
            "dots": self.dots,
            "tabs": self.tabs,
            "panel": self.panel,
            "cert": lambda parts: self.panel(parts, double=True),
            "pair": self.pair,
        }
        if block.kind == "columns" and block.text in parted:
            return parted[block.text](block.parts)
        if block.kind == "box":
            return self.box(block)
        if block.kind == "section":
            return self.section(block.text)
        if block.kind == "fine":
            small = {"fontSize": 7.6 * self.scale, "leading": 9.3 * self.scale}
            return [self.para(block.text, firstLineIndent=0, **small)]
        return super().one(block)


def decorate(canvas: Any, doc: Any, setter: Any, total: int, stamp: bool) -> None:
    """Running lines as ever, and a frame around the page where the form has one."""
    DECORATE(canvas, doc, setter, total, stamp)
    if setter.paper.one("frame") == "yes":
        canvas.saveState()
        canvas.setLineWidth(1.2)
        wide, high = letter
        canvas.rect(setter.left - 14, 40, wide - setter.left - setter.right + 28, high - 84)
        canvas.restoreState()


def load_layouts() -> None:
    """Let the setter of pages know the further kinds."""
    pdf.Setter = Setter  # type: ignore[misc]
    pdf.decorate = decorate


def part(paper: Paper) -> None:
    """Give the parted kinds their parts; their name stands where the words would."""
    made: list[Block] = []
    for block in paper.blocks:
        if block.kind not in PARTED:
            made.append(block)
            continue
        parts = [x.strip() for x in block.text.split("¦")]
        if paper.channel.startswith("pdf") or paper.one("inner") == "yes":
            made.append(Block("columns", block.kind, parts))
        else:
            lines = [x.strip() for p in parts for x in p.split("//")]
            made += [Block("line", x) for x in lines]
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
