"""Layouts that this half adds: letterheads, form bars, ruled blanks, captions of the states."""

import math
from functools import partial
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle

from second_generator import pdf
from second_generator.flow import Cells
from second_generator.model import Block, Paper, plain

PLAIN = pdf.Setter


class Seal(Flowable):
    """A round seal with rays, as letterheads and clerks' blocks carry it."""

    def __init__(self, radius: float = 24) -> None:
        super().__init__()
        self.radius = radius

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Room for the circle."""
        del width, height
        return self.radius * 2 + 4, self.radius * 2 + 4

    def draw(self) -> None:
        """Two rings, and a star of lines inside."""
        canvas: Any = self.canv
        middle = self.radius + 2
        canvas.setLineWidth(1.2)
        canvas.circle(middle, middle, self.radius)
        canvas.setLineWidth(0.5)
        canvas.circle(middle, middle, self.radius * 0.72)
        for n in range(16):
            a = math.pi * n / 8
            far, near = self.radius * (0.62 if n % 2 else 0.5), self.radius * 0.2
            canvas.line(
                middle + near * math.cos(a),
                middle + near * math.sin(a),
                middle + far * math.cos(a),
                middle + far * math.sin(a),
            )


class Setter(PLAIN):
    """Sets the further kinds of block."""

    def __init__(self, paper: Paper, live: bool) -> None:
        super().__init__(paper, live)
        self.scale = float(paper.one("scale", "1"))
        self.size *= self.scale
        self.gap *= self.scale
        for name in ("fontSize", "leading", "spaceAfter"):
            setattr(self.body, name, getattr(self.body, name) * self.scale)

    def cells(self, block: Block) -> Cells:
        """A row of form boxes in the size of the page."""
        made = []
        for part in block.parts:
            label, _, value = part.replace(" // ", ", ").partition(":")
            flat = {"spaceAfter": 0, "firstLineIndent": 0}
            size = 9.5 * self.scale
            small = self.para(label, fontSize=7 * self.scale, leading=8.5 * self.scale, **flat)
            body = self.para(value.strip() or " ", fontSize=size, leading=size + 2, **flat)
            made.append((small, body, plain(value.strip()), self.name(label)))
        return Cells(made)

    def words(self, text: str, align: int = 0, **changes: Any) -> Paragraph:
        """Lines parted by // in one paragraph."""
        lines = "<br/>".join(pdf.rich(x.strip()) for x in text.split("//"))
        style = {"spaceAfter": 0, "firstLineIndent": 0, "leading": self.size + 2, **changes}
        return Paragraph(lines, ParagraphStyle("w", parent=self.body, alignment=align, **style))

    def letterhead(self, text: str) -> list[Flowable]:
        """A seal, the name of the office, and officers or address at the right."""
        left, _, right = text.partition(" ¦ ")
        cells = [
            Seal(),
            self.words(left, fontSize=self.size + 1.5, leading=self.size + 4.5),
            self.words(right, TA_RIGHT, fontSize=8, leading=10),
        ]
        table = Table([cells], colWidths=[60, "55%", "32%"])
        table.setStyle(
            TableStyle(
                [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LINEBELOW", (0, 0), (-1, 0), 1, "black")]
            )
        )
        return [table, Spacer(1, 10)]

    def bar(self, text: str) -> list[Flowable]:
        """White words on a dark bar, the head of a section of a form."""
        words = Paragraph(
            f"<b>{pdf.rich(text)}</b>",
            ParagraphStyle(
                "b",
                parent=self.body,
                textColor="white",
                spaceAfter=0,
                fontSize=self.size,
                firstLineIndent=0,
            ),
        )
        table = Table([[words]], colWidths=["100%"])
        table.setStyle(
            TableStyle(
                [
                    ("BACKGROUND", (0, 0), (-1, -1), "#222222"),
                    ("TOPPADDING", (0, 0), (-1, -1), 1),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
                ]
            )
        )
        return [Spacer(1, 4), table, Spacer(1, 4)]

    def blanks(self, text: str) -> list[Flowable]:
        """Labels with what was written on the ruled line after each."""
        cells: list[Any] = []
        widths: list[float] = []
        parts = [p.partition(":") for p in text.split("¦")]
        room = 612 - self.left - self.right
        for label, _, value in parts:
            words = self.para(label.strip() + ":", spaceAfter=0, firstLineIndent=0)
            share = room / len(parts)
            wide = min(share * 0.72, 5.2 * len(label) * self.size / 10 + 14)
            widths += [wide, share - wide]
            cells += [words, self.para(value.strip() or " ", spaceAfter=0, firstLineIndent=0)]
        table = Table([cells], colWidths=widths)
        rules: list[Any] = [
            ("LINEBELOW", (2 * n + 1, 0), (2 * n + 1, 0), 0.6, "black") for n in range(len(parts))
        ]
        rules += [
            ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ]
        table.setStyle(TableStyle(rules))
        return [table, Spacer(1, 3)]

    def caption(self, block: Block) -> Table:
        """The caption as the state draws it: brackets, crosses, or a box."""
        manner = self.paper.one("caption")
        if not manner:
            return super().caption(block)
        left, right = block.parts[0], block.parts[1]
        rows = max(len(left.split("//")), len(right.split("//"))) + 1
        marks = {"paren": ")", "section": "§", "colon": ":", "star": "*"}.get(manner, "")
        middle = " // ".join([marks] * rows) if marks else " "
        cells = [self.words(left), self.words(middle, TA_CENTER), self.words(right)]
        table = Table([cells], colWidths=["50%", "8%", "42%"])
        look: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
        if manner == "cross":
            look += [
                ("LINEABOVE", (0, 0), (0, 0), 0.8, "black"),
                ("LINEBELOW", (0, 0), (0, 0), 0.8, "black"),
                ("TOPPADDING", (0, 0), (-1, -1), 8),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
            ]
        if manner == "boxed":
            look += [
                ("BOX", (0, 0), (-1, -1), 0.8, "black"),
                ("LINEAFTER", (0, 0), (0, 0), 0.8, "black"),
            ]
        table.setStyle(TableStyle(look))
        return table

    def two(self, text: str) -> list[Flowable]:
        """Two texts beside each other."""
        left, _, right = text.partition(" ¦ ")
        table = Table([[self.words(left), self.words(right)]], colWidths=["56%", "44%"])
        table.setStyle(
            TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)])
        )
        return [table, Spacer(1, 6)]

    def one(self, block: Block) -> list[Flowable]:
        """The parts of the page for one block, the further kinds included."""
        more = {
            "letterhead": self.letterhead,
            "bar": self.bar,
            "blanks": self.blanks,
            "two": self.two,
            "small": lambda t: [
                self.para(t, fontSize=7.6 * self.scale, leading=9.2 * self.scale, firstLineIndent=0)
            ],
            "seal": lambda _: [Seal(20)],
        }
        if block.kind in more:
            return more[block.kind](block.text)
        return super().one(block)

    def story(self) -> list[Flowable]:
        """Check boxes in columns where the form sets them so."""
        columns = int(self.paper.one("boxcolumns", "1"))
        made = super().story()
        if columns == 1:
            return made
        out: list[Flowable] = []
        run: list[Flowable] = []
        flush = partial(self.side_by_side, columns=columns)
        for part in [*made, None]:
            if isinstance(part, pdf.Box):
                run.append(part)
                continue
            out += flush(run)
            run = []
            if part is not None:
                out.append(part)
        return out

    def side_by_side(self, run: list[Flowable], columns: int) -> list[Flowable]:
        """A run of boxes as a table."""
        if len(run) < 2:
            return run
        rows: list[list[Any]] = [run[n : n + columns] for n in range(0, len(run), columns)]
        rows[-1] += [""] * (columns - len(rows[-1]))
        table = Table(rows, colWidths=[f"{100 // columns}%"] * columns)
        table.setStyle(
            TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)])
        )
        return [table]


def load_layouts() -> None:
    """Let the setter of pages know the further kinds."""
    pdf.Setter = Setter  # type: ignore[misc]


def fit(paper: Paper) -> None:
    """The largest type with which the paper still takes as many pages, so that they are full."""
    if paper.one("style") in ("pleading", "twocol"):
        return
    sizes = {}
    for scale in ("1.24", "1.18", "1.12", "1.06", "1"):
        paper.head["scale"] = [scale]
        sizes[scale] = pdf.set_pdf(paper)[1]
    paper.head["scale"] = [next(s for s, n in sizes.items() if n == sizes["1"])]
