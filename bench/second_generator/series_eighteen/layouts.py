"""Layouts that this series adds: large fields, ruled blanks, monograms, bills, slips to cut off."""

from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable, HRFlowable, Paragraph, Spacer, Table, TableStyle

from second_generator import pdf
from second_generator.flow import Cells
from second_generator.model import Block, Paper, plain
from second_generator.series_fifteen import layouts as fifteen

RULED = ("ruled", "slip", "stub")
BILL = "bill"


class Area(Flowable):
    """A large box of a form with its label; one live field of several lines when fillable."""

    def __init__(self, label: Paragraph, body: Paragraph, text: str, live: str | None) -> None:
        super().__init__()
        self.label, self.body, self.text, self.live = label, body, text, live

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Room for the label and what is typed in, with some to spare."""
        self.width = width
        self.top = self.label.wrap(width - 8, height)[1]
        self.low = self.body.wrap(width - 12, height)[1]
        self.height = self.top + self.low + 16
        return width, self.height

    def draw(self) -> None:
        """The frame, the label, and the words or the field that holds them."""
        canvas: Any = self.canv
        canvas.setLineWidth(0.7)
        canvas.rect(0, 0, self.width, self.height)
        self.label.drawOn(canvas, 4, self.height - self.top - 2)
        if not self.live:
            self.body.drawOn(canvas, 6, self.height - self.top - self.low - 6)
            return
        wide = self.width - 14
        lines = simpleSplit(self.text, "Helvetica", 9, wide)
        canvas.acroForm.textfield(
            name=self.live,
            value="\n".join(lines),
            relative=True,
            x=3,
            y=3,
            width=self.width - 6,
            height=self.height - self.top - 7,
            fontSize=9,
            borderWidth=0,
            fontName="Helvetica",
            fillColor=colors.HexColor("#eef2ff"),
            fieldFlags="multiline",
        )


class Blank(Flowable):
    """A label, then its value over a rule that runs to the edge."""

    def __init__(self, label: Paragraph, value: Paragraph, start: float) -> None:
        super().__init__()
        self.label, self.value, self.start = label, value, start

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Room for the label and the higher of both."""
        self.width = width
        first = self.label.wrap(self.start, height)[1]
        self.low = self.value.wrap(width - self.start - 4, height)[1]
        self.height = max(first, self.low) + 5
        self.first = first
        return width, self.height

    def draw(self) -> None:
        """Label, value and rule."""
        canvas: Any = self.canv
        self.label.drawOn(canvas, 0, self.height - self.first - 1)
        self.value.drawOn(canvas, self.start + 3, self.height - self.low)
        canvas.setLineWidth(0.5)
        canvas.line(self.start, 2, self.width, 2)


class Setter(fifteen.Setter):
    """Sets the kinds of block that this series adds to those of the fifteenth."""

    def __init__(self, paper: Paper, live: bool) -> None:
        super().__init__(paper, live)
        if self.look == BILL:
            self.gap = 0
            self.body.spaceAfter = 0
            self.body.firstLineIndent = 36

    def item(self, block: Block) -> list[Flowable]:
        """A numbered demand, its number in the type of its words."""
        made = super().item(block)
        for part in made:
            if isinstance(part, Paragraph):
                part.style.bulletFontName, part.style.bulletFontSize = self.face, self.size
        return made

    def cells(self, block: Block) -> Cells:
        """A row of form boxes that grows with the type of the page."""
        made = []
        flat: dict[str, Any] = {"spaceAfter": 0, "firstLineIndent": 0}
        grown = 1 if self.live else self.scale
        for part in block.parts:
            label, _, value = part.replace(" // ", ", ").partition(":")
            small = self.para(label, fontSize=7 * grown, leading=8.5 * grown, **flat)
            words = value.strip() or " "
            body = self.para(words, fontSize=9.5 * grown, leading=11.5 * grown, **flat)
            made.append((small, body, plain(value.strip()), self.name(label)))
        return Cells(made)

    def letterhead(self, parts: list[str]) -> list[Flowable]:
        """The manners of the fifteenth series and two more: a monogram, and small capitals."""
        manner, (name, *rest) = self.paper.one("head"), parts
        tail = " // ".join(rest)
        small = {"fontSize": 8.4, "leading": 10.4}
        if manner == "monogram":
            letters = "".join(w[0] for w in name.split() if w[0].isupper())[:3]
            big = {"fontSize": 20, "leading": 24, "textColor": "white"}
            mark = Table([[self.lines(f"**{letters}**", TA_CENTER, **big)]], colWidths=[62])
            mark.setStyle(TableStyle([("BACKGROUND", (0, 0), (-1, -1), "#3b3b3b")]))
            words = [self.lines(f"**{name}**", fontSize=self.size + 3, leading=self.size + 6)]
            words += [self.lines(tail, **small)] if tail else []
            table = Table([[mark, words]], colWidths=[74, None])
            table.setStyle(
                TableStyle(
                    [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LEFTPADDING", (0, 0), (0, 0), 0)]
                )
            )
            return [table, Spacer(1, 12)]
        if manner == "plain":
            made: list[Flowable] = [self.lines(name, fontSize=self.size + 1)]
            made += [self.lines(x, **small) for x in rest]
            return [*made, HRFlowable(width="35%", hAlign="LEFT", color="black"), Spacer(1, 10)]
        return super().letterhead(parts)

    def ruled(self, parts: list[str]) -> list[Flowable]:
        """Labels with their values over rules."""
        made: list[Flowable] = []
        room = 612 - self.left - self.right
        for part in parts:
            label, _, value = part.partition(":")
            words = label.strip() + ":"
            wide = min(room * 0.6, pdf.pdfmetrics.stringWidth(words, self.face, self.size) + 8)
            made.append(Blank(self.lines(words), self.lines(value.strip() or " "), wide))
        return [*made, Spacer(1, 6)]

    def slip(self, parts: list[str]) -> list[Flowable]:
        """A small slip, as a routing slip or label stuck on the page."""
        table = Table(
            [[self.lines(" // ".join(parts), fontSize=8.6, leading=10.6)]], colWidths=[210]
        )
        table.hAlign = "RIGHT"
        table.setStyle(
            TableStyle(
                [("BOX", (0, 0), (-1, -1), 1.2, "black"), ("BOTTOMPADDING", (0, 0), (-1, -1), 6)]
            )
        )
        return [table, Spacer(1, 8)]

    def stub(self, parts: list[str]) -> list[Flowable]:
        """The part below a dashed line that is sent back."""
        cut = HRFlowable(width="100%", dash=(4, 3), color="black", spaceBefore=14, spaceAfter=6)
        return [cut, *(self.lines(x) for x in parts), Spacer(1, 6)]

    def one(self, block: Block) -> list[Flowable]:
        """The parts of the page for one block."""
        parted = {"ruled": self.ruled, "slip": self.slip, "stub": self.stub}
        if block.kind == "columns" and block.text in parted:
            return parted[block.text](block.parts)
        if block.kind == "area":
            label, _, text = block.text.partition(": ")
            small = self.para(label, fontSize=7, leading=8.5, spaceAfter=0, firstLineIndent=0)
            body = self.para(text, fontSize=9.2, leading=11.4, spaceAfter=0, firstLineIndent=0)
            return [Area(small, body, plain(text), self.name(label)), Spacer(1, 4)]
        return super().one(block)

    def rows(self, blocks: list[Block]) -> Table:
        """A ruled table, its first row grey where the paper says so."""
        table = super().rows(blocks)
        if self.paper.one("rows") == "shaded":
            table.setStyle(TableStyle([("BACKGROUND", (0, 0), (-1, 0), "#d8d8d8")]))
        return table


def decorate(canvas: Any, doc: Any, setter: Any, total: int, stamp: bool) -> None:
    """Running lines as ever; the line numbers of a bill."""
    fifteen.decorate(canvas, doc, setter, total, stamp)
    if setter.look == BILL:
        canvas.saveState()
        canvas.setFont(setter.face, 10)
        for n in range(25):
            canvas.drawRightString(88, letter[1] - 77 - 26 * n, str(n + 1))
        canvas.restoreState()


def load_layouts() -> None:
    """Let the setter of pages know the further kinds."""
    fifteen.load_layouts()
    pdf.LOOKS[BILL] = ("serif", 13, 26, 104, 90)
    pdf.LOOKS["twocol"] = ("serif", 12.5, 15.5, 48, 48)
    pdf.Setter = Setter  # type: ignore[misc]
    pdf.decorate = decorate


def part(paper: Paper) -> None:
    """Give the parted kinds their parts; elsewhere than on a page they are lines."""
    fifteen.part(paper)
    made: list[Block] = []
    for block in paper.blocks:
        if block.kind not in RULED:
            made.append(block)
            continue
        parts = [x.strip() for x in block.text.split("¦")]
        if paper.channel.startswith("pdf") or paper.one("inner") == "yes":
            made.append(Block("columns", block.kind, parts))
        else:
            made += [Block("line", x.strip()) for p in parts for x in p.split("//")]
    paper.blocks = made


def fit(paper: Paper) -> None:
    """The largest type that takes no more pages; the grid of a bill is left alone."""
    if paper.one("style") != BILL:
        fifteen.fit(paper)
