"""Layouts of this series: further letterheads, a margin of officers, shaded tables, ruled forms."""

from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, HRFlowable, Paragraph, Spacer, Table

from second_generator import pdf
from second_generator.flow import Cells
from second_generator.model import Block, plain
from second_generator.series_fifteen.layouts import Roundel
from second_generator.series_seventeen import layouts as base

TOP = ("VALIGN", (0, 0), (-1, -1), "TOP")
FLUSH = ("LEFTPADDING", (0, 0), (0, -1), 0)
part = base.part


class Setter(base.Setter):
    """Sets the letterheads and tables that this series adds."""

    def letterhead(self, parts: list[str]) -> list[Flowable]:
        """The office and its address in one of the manners of this series."""
        manner = self.paper.one("head", "stacked")
        name, *rest = parts
        big = {"fontSize": self.size + 3, "leading": self.size + 6}
        small = {"fontSize": 8, "leading": 10}
        if manner == "left-device":
            cells = [Roundel(20), self.lines(f"**{name}** // {' // '.join(rest)}")]
            look: list[Any] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), FLUSH]
            return [Table([cells], colWidths=[56, None], style=look), Spacer(1, 12)]
        if manner == "thick":
            bar: dict[str, Any] = {"width": "100%", "color": colors.HexColor("#24496e")}
            return [
                self.lines(f"**{name}**", TA_RIGHT, **big),
                HRFlowable(thickness=5, spaceBefore=4, spaceAfter=3, **bar),
                self.lines(" // ".join(rest), TA_RIGHT, **small),
                Spacer(1, 12),
            ]
        if manner == "split":
            cells = [
                self.lines(f"**{name}**", **big),
                self.lines(" // ".join(rest), TA_RIGHT, **small),
            ]
            look = [TOP, FLUSH, ("LINEBELOW", (0, 0), (-1, 0), 1.5, colors.black)]
            return [Table([cells], colWidths=["58%", "42%"], style=look), Spacer(1, 12)]
        if manner == "footed":
            return [
                self.lines(f"**{name}**", TA_CENTER, **big),
                self.lines(" · ".join(rest), TA_CENTER, **small),
                HRFlowable(width="36%", thickness=0.8, color="black", spaceBefore=5, spaceAfter=12),
            ]
        return super().letterhead(parts)

    def cells(self, block: Block) -> Cells:
        """A row of form boxes in the size of the page."""
        made = []
        for piece in block.parts:
            label, _, value = piece.replace(" // ", ", ").partition(":")
            flat = {"spaceAfter": 0, "firstLineIndent": 0}
            size = 9.5 * self.scale
            small = self.para(label, fontSize=7 * self.scale, leading=8.5 * self.scale, **flat)
            body = self.para(value.strip() or " ", fontSize=size, leading=size + 2, **flat)
            made.append((small, body, plain(value.strip()), self.name(label)))
        return Cells(made)

    def rows(self, blocks: list[Block]) -> Table:
        """A table with a shaded head, where the paper asks for one."""
        if self.paper.one("table") != "shaded":
            return super().rows(blocks)
        flat = ParagraphStyle(
            "t",
            parent=self.body,
            spaceAfter=0,
            fontSize=self.size - 0.5,
            leading=self.size + 2,
            firstLineIndent=0,
        )
        data = [[Paragraph(pdf.rich(c), flat) for c in b.parts] for b in blocks]
        share = self.paper.one("columns")
        widths = [f"{x}%" for x in share.split()] if share else None
        if widths and len(widths) != len(data[0]):
            widths = None
        look: list[Any] = [
            TOP,
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.grey),
            ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#d9e2ec")),
        ]
        return Table(data, colWidths=widths, style=look, repeatRows=1)


def load_layouts() -> None:
    """Let the setter of pages know the further kinds."""
    base.load_layouts()
    pdf.Setter = Setter  # type: ignore[misc]
