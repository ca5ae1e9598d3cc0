"""Text without pages of its own: charset, virtual pages, lines (READING 3, 15)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from tecum.reading.text.filled_blanks import closed
from tecum.reading.text.layout import Layer
from tecum.words import ReadingWarning

__all__ = ["decode", "normalised", "read_text", "virtual_pages"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
_NOTHING = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
_QUOTE_MARKS = re.compile(r"\s{0,60}>(?: ?>)* ?")
_MARKED = frozenset({Layer.QUOTED, Layer.FORWARDED})
_WIDEST = 120
_GAP = re.compile(rf"(?: {{0,{_WIDEST}}}+\n){{{_WIDEST + 1},}}| {{{_WIDEST + 1},}}")
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
)


def decode(data: bytes, declared: str | None = None) -> tuple[str, list[str]]:
    """Bytes to text by the declared charset, else UTF-8, else Windows-1252.

    Returns:
        The text, and the warning ``charset`` where the declared one did not do.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace"), []
    warnings: list[str] = []
    if declared:
        try:
            return data.decode(_text_codec(declared)), []
        except (LookupError, ValueError):
            warnings.append(ReadingWarning.CHARSET)
    try:
        return data.decode("utf-8"), warnings
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
        return text, warnings if declared else [ReadingWarning.CHARSET]


def _text_codec(name: str) -> str:
    """A codec from bytes to text; transforms such as ``zlib`` are refused (they expand)."""
    info = codecs.lookup(name.strip()[:40])
    if not getattr(info, "_is_text_encoding", True):
        raise LookupError(name)
    return {"ascii": "ascii", "iso8859-1": "cp1252"}.get(info.name, info.name)


def normalised(text: str) -> str:
    """One kind of line end and space; ligatures spelt out; invisible characters dropped.

    A gap of more lines or spaces than any page has is cut to that measure.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LIGATURES)
    return _GAP.sub(lambda gap: gap[0][-1] * _WIDEST, _NOTHING.sub("", _SPACES.sub(" ", text)))


def read_text(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """A plain text file: one virtual page per form feed or sixty lines."""
    text, warnings = decode(data, wanted.get("charset"))
    rows = [(line, Layer.BODY) for line in normalised(text).split("\n")]
    pages = virtual_pages(rows, int(wanted["lines_a_virtual_page"]))
    return {"pages": pages, "warnings": warnings, "fields": []}, []


def virtual_pages(rows: Iterable[tuple[str, Layer]], lines_a_page: int) -> list[dict[str, Any]]:
    """Lines with layers to pages; an empty line ends a block, a form feed ends a page."""
    pages: list[list[tuple[str, Layer]]] = [[]]
    for text, layer in rows:
        pieces = text.split("\f")
        for i, piece in enumerate(pieces):
            if i or len(pages[-1]) >= lines_a_page:
                pages.append([])
            pages[-1].append((closed(piece.rstrip()), layer))
    while len(pages) > 1 and not any(text for text, _ in pages[-1]):
        pages.pop()
    spread = _is_double_spaced([text for page in pages for text, _ in page])
    return [_page(n, page, spread=spread) for n, page in enumerate(pages, start=1)]


_FEWEST_ROWS, _FEWEST_JOINS, _MOSTLY, _FULL = 10, 3, 0.7, 50
_STOPS = (".", "?", "!", ":", ";")


def _is_double_spaced(rows: Sequence[str]) -> bool:
    """Whether an empty line stands between the lines of sentences, as in pleadings."""
    said = [i for i, row in enumerate(rows) if row.strip()]
    if len(said) < _FEWEST_ROWS:
        return False
    apart = [(rows[a], rows[b]) for a, b in pairwise(said) if b == a + 2]
    joins = sum(_goes_on(above, below) for above, below in apart)
    return len(apart) >= _MOSTLY * len(said) and joins >= _FEWEST_JOINS


def _goes_on(above: str, below: str) -> bool:
    """Whether a sentence runs over an empty line into the line below it."""
    return not above.rstrip().endswith(_STOPS) and below.lstrip()[:1].islower()


def _runs_on(above: str, below: str) -> bool:
    """Whether a line of a double-spaced text may be of one paragraph with the line above it."""
    full = len(above) > _FULL and not above.endswith(_STOPS)
    return full or _goes_on(above, below)


def _page(n: int, rows: list[tuple[str, Layer]], *, spread: bool = False) -> dict[str, Any]:
    text = "\n".join(row for row, _ in rows)
    lines: list[list[Any]] = []
    at = 0
    block = 1
    before: Layer | None = None
    empty, above = 0, ""
    for row, layer in rows:
        mark = _QUOTE_MARKS.match(row) if layer in _MARKED else None
        said = row[mark.end() :] if mark else row
        if not said.strip():
            empty += 1
            block += not spread or empty > 1
        elif before is not None and before is not layer:
            block += 1
        elif spread and empty == 1:
            block += not _runs_on(above, said)
        if said.strip():
            empty, above = 0, said.rstrip()
            indent = len(row) - len(said.lstrip())
            lines.append([at + indent, at + len(row), layer.value, None, 0.0, False, block])
        before = layer
        at += len(row) + 1
    return {
        "n": n,
        "width": 0.0,
        "height": 0.0,
        "rotation": 0,
        "text_from": "native",
        "text": text,
        "lines": lines,
        "boxes": "",
    }
