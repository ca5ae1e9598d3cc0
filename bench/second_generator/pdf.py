"""Sets a paper on PDF pages: letters, forms, pleadings, typescript, two columns."""

import html
import io
import re
from functools import partial
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from .flow import Box, Cells, Ink, Seal, Stamp
from .model import INLINE, Block, Paper, plain, printed

rl_config.invariant = 1
FONTS = Path("/usr/share/fonts/truetype")
FACES = {
    "serif": "liberation/LiberationSerif",
    "sans": "liberation/LiberationSans",
    "mono": "liberation/LiberationMono",
    "narrow": "liberation/LiberationSansNarrow",
    "book": "dejavu/DejaVuSerifCondensed",
}
LOOKS = {  # style: (face, size, leading, left margin, right margin)
    "letter": ("serif", 11.5, 14, 76, 76),
    "sans": ("sans", 10.5, 13.5, 68, 68),
    "mono": ("mono", 10, 12, 64, 64),
    "narrow": ("narrow", 11.5, 14, 54, 54),
    "book": ("book", 10, 13, 80, 80),
    "form": ("sans", 9.5, 12, 42, 42),
    "pleading": ("serif", 12, 24, 92, 46),
    "twocol": ("serif", 9.5, 11.5, 48, 48),
    "small": ("sans", 8.6, 10.6, 48, 48),
    "large": ("serif", 13, 17, 84, 84),
}


def load_fonts() -> None:
    """Make every face known, regular and bold."""
    for name, path in FACES.items():
        bold = "-Bold.ttf"
        plain_file = "-Regular.ttf" if "liberation" in path else ".ttf"
        pdfmetrics.registerFont(TTFont(name, str(FONTS / (path + plain_file))))
        pdfmetrics.registerFont(TTFont(f"{name}-b", str(FONTS / (path + bold))))
        pdfmetrics.registerFontFamily(name, name, f"{name}-b", name, f"{name}-b")


def rich(text: str) -> str:
    """Markup of the texts as markup of the page."""
    text = html.escape(INLINE.sub(r"\4", text), quote=False)
    text = re.sub(r"~~(.+?)~~", r"<strike>\1</strike>", text)
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)


class Setter:
    """Turns the blocks of one paper into parts of a page."""

    def __init__(self, paper: Paper, live: bool) -> None:
        self.paper, self.live = paper, live
        self.look = paper.one("style", "letter")
        face, size, lead, self.left, self.right = LOOKS[self.look]
        self.face, self.size = face, size
        tight = self.look == "pleading"
        self.gap = 0 if tight else size * 0.65
        self.body = ParagraphStyle(
            "body",
            fontName=face,
            fontSize=size,
            leading=lead,
            spaceAfter=self.gap,
            firstLineIndent=36 if tight else 0,
        )
        self.labels = paper.one("labels", "dot")
        self.count = 0

    def para(self, text: str, **changes: Any) -> Paragraph:
        """A paragraph in a variant of the body style."""
        return Paragraph(rich(text), ParagraphStyle("x", parent=self.body, **changes))

    def name(self, label: str) -> str | None:
        """A field name, only on a fillable form."""
        if not self.live:
            return None
        self.count += 1
        return f"{re.sub(r'[^A-Za-z0-9]+', '_', label)[:24]}_{self.count}"

    def item(self, block: Block) -> list[Flowable]:
        """A numbered demand, indented by its depth."""
        assert block.item
        depth = len(re.findall(r"\(", block.item.label))
        left = 22 + 22 * depth
        mark = printed(block.item.label, self.labels)
        worded = self.labels == "rfp" or " " in self.labels
        if worded and not mark.startswith("("):
            return [self.para(f"**{mark}** {block.text}")]
        style = ParagraphStyle(
            "i", parent=self.body, leftIndent=left, bulletIndent=left - 20, firstLineIndent=0
        )
        if self.labels == "item":
            style.leftIndent, style.bulletIndent = left + 20, left - 20
        return [Paragraph(rich(block.text), style, bulletText=mark or None)]

    def cells(self, block: Block) -> Cells:
        """A row of form boxes."""
        made = []
        for part in block.parts:
            label, _, value = part.replace(" // ", ", ").partition(":")
            small = self.para(label, fontSize=7, leading=8.5, spaceAfter=0, firstLineIndent=0)
            body = self.para(
                value.strip() or " ", fontSize=9.5, leading=11.5, spaceAfter=0, firstLineIndent=0
            )
            made.append((small, body, plain(value.strip()), self.name(label)))
        return Cells(made)

    def caption(self, block: Block) -> Table:
        """The parties at the left, the number at the right, a rule between."""
        sides = []
        for part in block.parts:
            lines = "<br/>".join(rich(x.strip()) for x in part.split("//"))
            sides.append(
                Paragraph(
                    lines,
                    ParagraphStyle(
                        "c", parent=self.body, leading=max(13, self.size + 2), firstLineIndent=0
                    ),
                )
            )
        if block.kind == "columns":
            return Table(
                [sides],
                style=[("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, 0), 0)],
            )
        table = Table([sides], colWidths=["52%", "48%"])
        table.setStyle(
            TableStyle(
                [
                    ("LINEAFTER", (0, 0), (0, 0), 0.8, "black"),
                    ("LINEBELOW", (0, 0), (0, 0), 0.8, "black"),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("RIGHTPADDING", (0, 0), (0, 0), 8),
                    ("LEFTPADDING", (1, 0), (1, 0), 14),
                ]
            )
        )
        return table

    def signature(self, block: Block) -> list[Flowable]:
        """The signature block."""
        mark, name, *titles = block.parts
        flat: dict[str, Any] = {"spaceAfter": 0, "firstLineIndent": 0, "leading": self.size + 3}
        made: list[Flowable] = [Spacer(1, 8)]
        if mark == "/s/":
            made.append(self.para(f"/s/ {name}", **flat))
        elif mark != "stamp":
            made.append(Ink(mark, self.paper.id + name))
        lines = ([name] if name else []) + [t for x in titles for t in x.split("//")]
        made += [self.para(x.strip(), **flat) for x in lines]
        return [*made, Spacer(1, 8)]

    def rows(self, blocks: list[Block]) -> Table:
        """A ruled table."""
        flat = ParagraphStyle(
            "t",
            parent=self.body,
            spaceAfter=0,
            fontSize=self.size - 1,
            leading=self.size + 1.5,
            firstLineIndent=0,
        )
        data = [[Paragraph(rich(c), flat) for c in b.parts] for b in blocks]
        share = self.paper.one("columns")
        widths = [f"{x}%" for x in share.split()] if share else None
        if widths and len(widths) != len(data[0]):
            widths = None
        table = Table(data, colWidths=widths, repeatRows=1)
        table.setStyle(
            TableStyle(
                [("GRID", (0, 0), (-1, -1), 0.5, "grey"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
            )
        )
        return table

    def one(self, block: Block) -> list[Flowable]:
        """The parts of the page for one block."""
        kind, text = block.kind, block.text
        flat = {"firstLineIndent": 0}
        centre = {"alignment": TA_CENTER, **flat}
        if kind == "box":
            words = self.para(text, spaceAfter=0, firstLineIndent=0, leading=self.size + 2.5)
            return [Box(words, bool(block.state), self.name(text))]
        simple: dict[str, Any] = {
            "title": lambda: self.para(
                f"**{text}**",
                fontSize=self.size + 2,
                leading=max(self.body.leading, self.size + 5),
                spaceBefore=self.gap / 2,
                **centre,
            ),
            "heading": lambda: self.para(f"**{text}**", keepWithNext=1, **flat),
            "centre": lambda: self.para(text, spaceAfter=2, **centre),
            "right": lambda: self.para(text, alignment=TA_RIGHT, **flat),
            "line": lambda: self.para(text, spaceAfter=0, **flat),
            "bold": lambda: self.para(f"**{text}**", spaceAfter=2, **flat),
            "raw": lambda: self.para(text or " ", spaceAfter=0, **flat),
            "para": lambda: self.para(text),
            "hand": lambda: self.para(text, textColor="#1a2a80", **flat),
            "caption": lambda: self.caption(block),
            "columns": lambda: self.caption(block),
            "fields": lambda: self.cells(block),
            "page": PageBreak,
            "space": lambda: Spacer(1, 12),
            "rule": lambda: HRFlowable(width="100%", color="black", spaceAfter=6, spaceBefore=4),
            "seal": lambda: Seal(text, "sans"),
            "stamp": lambda: Stamp(text, "sans", len(text) % 11 - 4.5),
        }
        if kind == "item":
            return self.item(block)
        if kind == "signature":
            return self.signature(block)
        return [simple[kind]()]

    def story(self) -> list[Flowable]:
        """All parts of the page, table rows gathered into tables."""
        made: list[Flowable] = []
        waiting: list[Block] = []
        before = ""
        for block in [*self.paper.blocks, Block("end")]:
            if block.kind == "row":
                waiting.append(block)
                continue
            if waiting:
                made += [self.rows(waiting), Spacer(1, 9)]
                waiting = []
            spaced = ("line", "raw", "fields", "box", "caption", "columns")
            if before in spaced and block.kind not in (before, "end"):
                made.append(Spacer(1, self.gap or 10))
            before = block.kind
            if block.kind != "end":
                made += self.one(block)
        return made


def decorate(canvas: Any, doc: Any, setter: Setter, total: int, stamp: bool) -> None:
    """Running lines, line numbers and the court's filing line."""
    paper, (width, height) = setter.paper, letter
    fill = {"p": doc.page, "n": total}
    canvas.saveState()
    canvas.setFont(setter.face, 8)
    if paper.one("running") and doc.page > 1:
        canvas.drawString(setter.left, height - 34, paper.one("running").format(**fill))
    if paper.one("foot"):
        canvas.drawCentredString(width / 2, 28, paper.one("foot").format(**fill))
    if setter.look == "pleading":
        canvas.setFont(setter.face, 11)
        for n in range(28):
            canvas.drawRightString(76, height - 75 - 24 * n, str(n + 1))
        for x in (82, 84.5, width - 38):
            canvas.line(x, 20, x, height - 20)
    if stamp and paper.one("ecf"):
        draw_filing(canvas, paper, doc.page, total)
    canvas.restoreState()


def draw_filing(canvas: Any, paper: Paper, page: int, total: int) -> None:
    """The line that a court's filing system prints at the head of each page."""
    canvas.setFillColorRGB(0, 0, 0.75)
    canvas.setFont("sans", 9)
    line = paper.one("ecf").format(p=page, n=total)
    canvas.drawCentredString(letter[0] / 2, letter[1] - 18, line)
    canvas.setFillColorRGB(0, 0, 0)


def build(paper: Paper, live: bool, stamp: bool, total: int) -> tuple[bytes, int]:
    """One pass of setting; gives the file and its number of pages."""
    setter, out = Setter(paper, live), io.BytesIO()
    width, height = letter
    doc = BaseDocTemplate(out, pagesize=letter, title="", author="")
    room = width - setter.left - setter.right
    pad = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    if setter.look == "twocol":
        half = room / 2 - 9
        deep = int(paper.one("height", str(int(height) - 100)))
        low = height - 52 - deep
        frames = [
            Frame(setter.left, low, half, deep, **pad),
            Frame(setter.left + half + 18, low, half, deep, **pad),
        ]
    else:
        frames = [Frame(setter.left, 52, room, height - 110, **pad)]
    page = partial(decorate, setter=setter, total=total, stamp=stamp)
    doc.addPageTemplates([PageTemplate(id="p", frames=frames, onPage=page)])
    doc.build(setter.story())
    return out.getvalue(), doc.page


def set_pdf(paper: Paper, live: bool = False, stamp: bool = True) -> tuple[bytes, int]:
    """The PDF of a paper and its number of pages."""
    _, total = build(paper, live, stamp, 1)
    return build(paper, live, stamp, total)
