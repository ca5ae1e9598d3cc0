"""Layouts of this series: further letterheads, underlined blanks, reversed bars, ruled paper."""

from collections.abc import Callable
from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, HRFlowable, Spacer, Table

from second_generator import pdf
from second_generator.model import Block, Paper
from second_generator.series_fifteen import layouts as base

# Kinds whose parts stand between ¦, with lines parted by //.
PARTED = (*base.PARTED, "under", "lined", "ends")
TOP = ("VALIGN", (0, 0), (-1, -1), "TOP")
FLUSH = ("LEFTPADDING", (0, 0), (0, -1), 0)


class Setter(base.Setter):
    """Sets the kinds of block that this series adds."""

    def letterhead(self, parts: list[str]) -> list[Flowable]:
        """The office and its address in one of the manners of this series."""
        manner = self.paper.one("head", "stacked")
        name, *rest = parts
        big = {"fontSize": self.size + 3, "leading": self.size + 6}
        small = {"fontSize": 7.8, "leading": 9.8}
        if manner == "rules":
            rule: dict[str, Any] = {"width": "100%", "color": "black", "spaceBefore": 2}
            return [
                HRFlowable(thickness=0.5, **rule),
                self.lines(f"**{name}**", TA_CENTER, **big),
                *(self.lines(x, TA_CENTER, **small) for x in rest),
                HRFlowable(thickness=0.5, **rule),
                Spacer(1, 10),
            ]
        if manner == "tabbed":
            cells = [self.lines(f"**{name}**", **big), self.lines(" // ".join(rest), **small)]
            look = [TOP, FLUSH, ("LINEBEFORE", (1, 0), (1, 0), 2, colors.HexColor("#7a1f1f"))]
            return [Table([cells], colWidths=["62%", "38%"], style=look), Spacer(1, 12)]
        if manner == "officers":
            left, right = (rest[0], " // ".join(rest[1:])) if len(rest) > 1 else ("", rest[0])
            cells = [
                self.lines(left, **small),
                self.lines(f"**{name}**", TA_CENTER, **big),
                self.lines(right, TA_RIGHT, **small),
            ]
            look = [TOP, FLUSH, ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black)]
            return [Table([cells], colWidths=["25%", "50%", "25%"], style=look), Spacer(1, 12)]
        if manner == "form":
            cells = [
                self.lines(rest[0], **small),
                self.lines(f"**{name}**", TA_CENTER, **big),
                self.lines(" // ".join(rest[1:]) or " ", TA_RIGHT, **small),
            ]
            look = [TOP, ("BOX", (0, 0), (-1, -1), 1, colors.black)]
            return [Table([cells], colWidths=["24%", "52%", "24%"], style=look), Spacer(1, 6)]
        return super().letterhead(parts)

    def under(self, parts: list[str]) -> list[Flowable]:
        """Labels, each with its value on a line after it, as on a form of a court."""
        room = 612 - self.left - self.right
        cells: list[Any] = []
        widths: list[float] = []
        look: list[Any] = [TOP, FLUSH, ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]
        for n, part in enumerate(parts):
            label, _, value = part.partition(":")
            label = label.strip() + (":" if value else "")
            need = stringWidth(label, self.face, self.size) + 16
            share = room / len(parts)
            wide = min(need, share * 0.6)
            widths += [wide, share - wide]
            cells += [self.lines(label), self.lines(value.strip() or " ")]
            look.append(("LINEBELOW", (2 * n + 1, 0), (2 * n + 1, 0), 0.5, colors.black))
        return [Table([cells], colWidths=widths, style=look), Spacer(1, 3)]

    def lined(self, parts: list[str]) -> list[Flowable]:
        """What was written on the ruled lines of a form."""
        rows = [[self.lines(x.strip(), textColor="#1a2a80")] for p in parts for x in p.split("//")]
        look = [
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.grey),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ]
        return [Table(rows, colWidths=["100%"], style=look), Spacer(1, 8)]

    def ends(self, parts: list[str]) -> list[Flowable]:
        """Two texts at the two ends of a line."""
        cells = [self.lines(parts[0]), self.lines(parts[-1], TA_RIGHT)]
        return [Table([cells], colWidths=["55%", "45%"], style=[TOP, FLUSH]), Spacer(1, 6)]

    def strip(self, text: str) -> list[Flowable]:
        """A head of a part in white on a bar."""
        look = [
            ("BACKGROUND", (0, 0), (-1, -1), colors.HexColor("#333333")),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ]
        cell = self.lines(f"**{text}**", textColor="white")
        return [Spacer(1, 5), Table([[cell]], colWidths=["100%"], style=look), Spacer(1, 5)]

    def one(self, block: Block) -> list[Flowable]:
        """The parts of the page for one block, the kinds of this series included."""
        parted: dict[str, Callable[[list[str]], list[Flowable]]] = {
            "under": self.under,
            "lined": self.lined,
            "ends": self.ends,
        }
        if block.kind == "columns" and block.text in parted:
            return parted[block.text](block.parts)
        if block.kind == "strip":
            return self.strip(block.text)
        return super().one(block)


def load_layouts() -> None:
    """Let the setter of pages know the further kinds."""
    base.load_layouts()
    pdf.Setter = Setter  # type: ignore[misc]


def part(paper: Paper) -> None:
    """Give the parted kinds their parts; their name stands where the words would."""
    drawn = paper.channel.startswith("pdf") or paper.one("inner") == "yes"
    made: list[Block] = []
    for block in paper.blocks:
        if block.kind not in PARTED:
            made.append(block)
            continue
        parts = [x.strip() for x in block.text.split("¦")]
        if drawn:
            made.append(Block("columns", block.kind, parts))
        else:
            made += [Block("line", x.strip()) for p in parts for x in p.split("//")]
    paper.blocks = made
