"""A table as a PDF: tagged, titled, in one language; the same table gives the same bytes.

The writing uses the fonts that every reader of PDF has, so no font file is shipped and none is
embedded. They have the letters of western Europe; another letter is printed as "?" and the page
says so.

Authority: ISO 32000-1, 9.6.2.2 (standard fonts), 14.7 and 14.8 (structure and tags).
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Stream, String

__all__ = ["Column", "Sheet", "sheet_pdf"]

WIDTH, HEIGHT, MARGIN = 792, 612, 48
"""Letter, lying: four columns of words need the long side."""
TITLE, BODY, SMALL = 15, 9.5, 8.5
LEADING, PADDING = 1.3, 4
ENCODING = "cp1252"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, and its share of the width."""

    head: str
    share: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its title.

    Attributes:
        under: Paragraphs between the title and the table.
        rows: The cells; a line break in a cell begins a new line.
        page_of: Words for the foot, with ``{n}`` and ``{of}``.
        lacking: What the last page says where a letter could not be printed.
    """

    title: str
    language: str
    under: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    page_of: str
    lacking: str


@dataclass
class _Line:
    text: str
    x: float
    y: float
    size: float
    bold: bool


@dataclass
class _Element:
    """A part of the structure: its tag, what of each page it holds, and its parts."""

    tag: str
    parts: list[_Element] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)


class _Page:
    def __init__(self, number: int) -> None:
        self.number = number
        self.pieces: list[tuple[str, int | None, list[_Line]]] = []
        self.rules: list[float] = []
        self.owners: list[_Element] = []

    def put(self, element: _Element, lines: list[_Line]) -> None:
        """Set lines that belong to an element."""
        mark = len(self.owners)
        self.owners.append(element)
        element.marks.append((self.number, mark))
        self.pieces.append((element.tag, mark, lines))

    def decorate(self, lines: list[_Line]) -> None:
        """Set lines that a reader aloud leaves out: the foot, a repeated head."""
        self.pieces.append(("Artifact", None, lines))


def sheet_pdf(sheet: Sheet) -> bytes:
    """The table as pages; its head stands on each of them.

    Returns:
        The file. The same sheet gives the same bytes.
    """
    setting = _Setting(sheet)
    setting.set()
    return _written(sheet, setting.pages, setting.root)


class _Setting:
    """Sets the title, the paragraphs and the rows on pages from top to bottom."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.root = _Element("Document")
        self.pages: list[_Page] = []
        self.y = 0.0
        room = WIDTH - 2 * MARGIN
        self.widths = [room * one.share for one in sheet.columns]
        self.lefts = [MARGIN + sum(self.widths[:n]) for n in range(len(self.widths))]

    def set(self) -> None:
        """Set everything."""
        self._new_page()
        room = WIDTH - 2 * MARGIN
        self._paragraph("H1", self.sheet.title, TITLE, room, bold=True)
        for text in self.sheet.under:
            self._paragraph("P", text, BODY, room)
        self.y -= PADDING
        table = _Element("Table")
        self.root.parts.append(table)
        self._row(table, [one.head for one in self.sheet.columns], bold=True)
        for row in self.sheet.rows:
            self._row(table, row, bold=False)
        cells = (cell for row in self.sheet.rows for cell in row)
        if any(map(_lacks, (self.sheet.title, *self.sheet.under, *cells))):
            self.y -= PADDING
            self._paragraph("P", self.sheet.lacking, SMALL, room)
        self._feet()

    def _new_page(self) -> None:
        self.pages.append(_Page(len(self.pages)))
        self.y = HEIGHT - MARGIN

    def _paragraph(
        self, tag: str, text: str, size: float, room: float, *, bold: bool = False
    ) -> None:
        element = _Element(tag)
        self.root.parts.append(element)
        lines = _wrapped(text, size, room, bold=bold)
        if self.y - len(lines) * size * LEADING < MARGIN + SMALL:
            self._new_page()
        self.pages[-1].put(element, self._set(lines, MARGIN, size, bold=bold))
        self.y -= len(lines) * size * LEADING + PADDING

    def _row(self, table: _Element, cells: Sequence[str], *, bold: bool) -> None:
        """One row; what does not fit a page goes on on the next, below the heads."""
        row = _Element("TR")
        table.parts.append(row)
        parts = [_Element("TH" if bold else "TD") for _ in cells]
        row.parts += parts
        left = [
            _wrapped(text, BODY, width - 2 * PADDING, bold=bold)
            for text, width in zip(cells, self.widths, strict=True)
        ]
        while True:
            fits = int((self.y - MARGIN - 2 * SMALL - PADDING) / (BODY * LEADING))
            tall = max(map(len, left))
            if fits < min(tall, 3):
                self._new_page()
                self._heads_again()
                continue
            taken = min(fits, tall)
            self._cells(parts, [one[:taken] for one in left], bold=bold)
            left = [one[taken:] for one in left]
            if not any(left):
                return

    def _cells(self, parts: list[_Element], cells: list[list[str]], *, bold: bool) -> None:
        page = self.pages[-1]
        for element, lines, x in zip(parts, cells, self.lefts, strict=True):
            if lines or not element.marks:
                page.put(element, self._set(lines, x + PADDING, BODY, bold=bold))
        self.y -= max(map(len, cells)) * BODY * LEADING + PADDING
        page.rules.append(self.y + PADDING / 2)
        self.y -= PADDING / 2

    def _heads_again(self) -> None:
        heads = [
            _wrapped(one.head, BODY, width - 2 * PADDING, bold=True)
            for one, width in zip(self.sheet.columns, self.widths, strict=True)
        ]
        for lines, x in zip(heads, self.lefts, strict=True):
            self.pages[-1].decorate(self._set(lines, x + PADDING, BODY, bold=True))
        self.y -= max(map(len, heads)) * BODY * LEADING + PADDING
        self.pages[-1].rules.append(self.y + PADDING / 2)
        self.y -= PADDING / 2

    def _set(self, lines: Sequence[str], x: float, size: float, *, bold: bool) -> list[_Line]:
        return [
            _Line(text, x, self.y - size - n * size * LEADING, size, bold)
            for n, text in enumerate(lines)
        ]

    def _feet(self) -> None:
        for page in self.pages:
            text = self.sheet.page_of.format(n=page.number + 1, of=len(self.pages))
            x = WIDTH - MARGIN - _width(text, SMALL, bold=False)
            page.decorate([_Line(text, x, MARGIN - 2 * SMALL, SMALL, bold=False)])


# --- the file ---------------------------------------------------------------------------------


def _written(sheet: Sheet, pages: list[_Page], root: _Element) -> bytes:
    pdf = pikepdf.new()
    fonts = Dictionary(
        F1=pdf.make_indirect(_font("Helvetica")), F2=pdf.make_indirect(_font("Helvetica-Bold"))
    )
    for page in pages:
        content = Stream(pdf, _content(page))
        made = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        made.obj.Resources = Dictionary(Font=fonts)
        made.obj.Contents = pdf.make_indirect(content)
        made.obj.StructParents = page.number
        made.obj.Tabs = Name.S
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    owners: dict[int, Any] = {}
    top = _structure(pdf, root, tree, owners)
    tree.K = Array([top])
    tree.ParentTree = pdf.make_indirect(
        Dictionary(
            Nums=Array(
                [
                    part
                    for page in pages
                    for part in (page.number, Array([owners[id(one)] for one in page.owners]))
                ]
            )
        )
    )
    tree.ParentTreeNextKey = len(pages)
    catalog = pdf.Root
    catalog.StructTreeRoot = tree
    catalog.MarkInfo = Dictionary(Marked=True)
    catalog.Lang = String(sheet.language)
    catalog.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.docinfo = pdf.make_indirect(Dictionary(Title=String(sheet.title)))
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, compress_streams=True)
    return out.getvalue()


def _font(name: str) -> Dictionary:
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{name}"), Encoding=Name.WinAnsiEncoding
    )


def _structure(pdf: pikepdf.Pdf, element: _Element, parent: Any, owners: dict[int, Any]) -> Any:
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent))
    owners[id(element)] = made
    if element.tag == "TH":
        made.A = Dictionary(O=Name.Table, Scope=Name.Column)
    kids: list[Any] = [
        Dictionary(Type=Name.MCR, Pg=pdf.pages[page].obj, MCID=mark) for page, mark in element.marks
    ]
    kids += [_structure(pdf, one, made, owners) for one in element.parts]
    made.K = Array(kids)
    return made


def _content(page: _Page) -> bytes:
    written: list[tuple[list[Any], Operator]] = []
    for tag, mark, lines in page.pieces:
        if mark is None:
            written.append(([Name.Artifact], Operator("BMC")))
        else:
            written.append(([Name(f"/{tag}"), Dictionary(MCID=mark)], Operator("BDC")))
        for line in lines:
            written += _text(line)
        written.append(([], Operator("EMC")))
    written.append(([Name.Artifact], Operator("BMC")))
    written.append(([0.4], Operator("w")))
    for y in page.rules:
        written.append(([MARGIN, round(y, 2)], Operator("m")))
        written.append(([WIDTH - MARGIN, round(y, 2)], Operator("l")))
        written.append(([], Operator("S")))
    written.append(([], Operator("EMC")))
    return pikepdf.unparse_content_stream(written)


def _text(line: _Line) -> Iterator[tuple[list[Any], Operator]]:
    yield [], Operator("BT")
    yield [Name.F2 if line.bold else Name.F1, line.size], Operator("Tf")
    yield [round(line.x, 2), round(line.y, 2)], Operator("Td")
    yield [String(_plain(line.text).encode(ENCODING))], Operator("Tj")
    yield [], Operator("ET")


# --- the width of letters ---------------------------------------------------------------------


def _plain(text: str) -> str:
    """The text in letters that the font has."""
    held = unicodedata.normalize("NFC", text).replace("\t", " ")
    return held.encode(ENCODING, "replace").decode(ENCODING)


def _lacks(text: str) -> bool:
    """Whether the font lacks a letter of a text."""
    return _plain(text) != unicodedata.normalize("NFC", text).replace("\t", " ")


def _wrapped(text: str, size: float, room: float, *, bold: bool) -> list[str]:
    """A text in lines that fit; a word that is longer than a line is cut."""
    lines: list[str] = []
    for part in text.splitlines() or [""]:
        line = ""
        for word in _pieces(part.split(), size, room, bold=bold):
            longer = f"{line} {word}" if line else word
            if line and _width(longer, size, bold=bold) > room:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


def _pieces(words: Sequence[str], size: float, room: float, *, bold: bool) -> Iterator[str]:
    for word in words:
        start, wide = 0, 0.0
        for n, letter in enumerate(word):
            more = _width(letter, size, bold=bold)
            if n > start and wide + more > room:
                yield word[start:n]
                start, wide = n, 0.0
            wide += more
        yield word[start:]


def _width(text: str, size: float, *, bold: bool) -> float:
    """How wide a text is; a letter with a mark is as wide as the letter."""
    total = sum(_width_of(letter) for letter in _plain(text))
    return total * size / 1000 * (_BOLD if bold else 1)


def _width_of(letter: str) -> int:
    base = unicodedata.normalize("NFD", letter)[0]
    return _WIDTHS.get(base, 1000 if letter in "—…" else 556)


_BOLD = 1.12
"""How much wider words of the bold face are; a little more than most are."""
_WIDTHS = {
    letter: width
    for width, letters in {
        191: "'",
        222: "ijl",
        260: "|",
        278: " !,./:;I[\\]ft",
        333: "()-`r",
        334: "{}",
        355: '"',
        389: "*",
        469: "^",
        500: "Jckszvxy",
        584: "+<=>~",
        611: "FTZ",
        667: "&ABEKPSVXY",
        722: "CDHNRUw",
        778: "GOQ",
        833: "Mm",
        889: "%",
        944: "W",
        1015: "@",
    }.items()
    for letter in letters
}
"""Widths of Helvetica in thousandths of its size; every other letter of a word is 556."""
