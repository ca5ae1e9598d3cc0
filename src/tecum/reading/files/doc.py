"""Word files of before 2007 (``.doc``) → their text, by the table of its pieces (READING 3).

The text is all there; what Word draws and does not store (automatic numbers) is not, so that
nothing read here is ever more than unsure. Runs in the child.

Authority: [MS-DOC] 2.4.1 (retrieving text), 2.5 (FIB), 2.8.35 (PlcPcd), 2.9.38 (Clx),
2.9.32 (Chpx).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any

from tecum.reading.files.compound import BROKEN, TooLarge, opened_compound
from tecum.reading.text.layout import Layer
from tecum.reading.text.plain import normalised
from tecum.reading.text.virtual import Row, paragraph_pages
from tecum.words import ReadingWarning

__all__ = ["read_doc", "text_of"]

_WORD_97, _WORD_6 = 0xA5EC, 0xA5DC
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_LENGTHS = 0x4C
_LAYERS = (
    Layer.BODY, Layer.NOTE, Layer.HEADER, Layer.HEADER, Layer.NOTE, Layer.NOTE, Layer.BODY,
    Layer.HEADER,
)  # fmt: skip
_CLX, _CHPX = 0x01A2, 0x00FA
_VANISH, _STRUCK, _INSERTED = 0x083C, 0x0800, 0x0801
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}


class _Unread(ValueError):
    """The file cannot be read; the argument is the outcome."""


def read_doc(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """The text of a Word file of the old form, with its notes, headers and hidden text apart."""
    try:
        word, table, embedded = _streams(data)
        rows, warnings = text_of(word, table)
    except _Unread as error:
        outcome = str(error)
        reason = "legacy_word" if outcome == "unsupported_type" else outcome
        return {"outcome": outcome, "reason": reason, "pages": []}, []
    except TooLarge:
        return {"outcome": "too_large", "reason": "too_large", "pages": []}, []
    except BROKEN:
        return {"outcome": "damaged", "reason": "damaged", "pages": []}, []
    if embedded:
        warnings.add(ReadingWarning.EMBEDDED_NOT_OPENED)
    warnings.add(ReadingWarning.OLD_FORMAT)
    pages = paragraph_pages(rows, int(wanted["lines_a_virtual_page"]))
    return {"pages": pages, "warnings": sorted(warnings), "fields": []}, []


def _streams(data: bytes) -> tuple[bytes, bytes, bool]:
    """The main stream, its table stream, and whether objects are embedded."""
    with opened_compound(data) as file:
        word = file.openstream("WordDocument").read()
        kind, flags = _short(word, 0), _short(word, 10)
        if kind == _WORD_6:
            raise _Unread("unsupported_type")
        if kind != _WORD_97:
            raise _Unread("damaged")
        if flags & _ENCRYPTED:
            raise _Unread("password_needed")
        table = file.openstream("1Table" if flags & _TABLE_1 else "0Table").read()
        return word, table, file.exists("ObjectPool") and len(file.listdir(storages=True)) > 8


def text_of(word: bytes, table: bytes) -> tuple[list[Row], set[str]]:
    """The lines of every story of the file, in order, and what is to be said of it.

    Raises:
        ValueError: The tables that say where the text lies are not there.
    """
    pieces = list(_pieces(table[_long(word, _CLX) :][: _long(word, _CLX + 4)]))
    if not pieces:
        raise _Unread("damaged")
    marks = _Marks(word, table)
    text, kinds = _letters(word, pieces, marks)
    story = _Story()
    at = 0
    for i, layer in enumerate(_LAYERS):
        length = _long(word, _LENGTHS + 4 * i)
        if i and not length:
            continue
        story.take(text[at : at + length], kinds[at : at + length], layer)
        at += length
    if "s" in kinds or "i" in kinds:
        story.warnings.add(ReadingWarning.TRACKED_CHANGES)
    return story.rows, story.warnings


def _pieces(clx: bytes) -> Iterator[tuple[int, int, bool]]:
    """Length in characters, place in the main stream, and whether a letter is one byte."""
    at = 0
    while at < len(clx) and clx[at] == 1:
        at += 3 + _short(clx, at + 1)
    if at + 5 > len(clx) or clx[at] != 2:
        return
    size = _long(clx, at + 1)
    table = clx[at + 5 : at + 5 + size]
    count = (len(table) - 4) // 12
    for i in range(max(0, count)):
        first, after = _long(table, 4 * i), _long(table, 4 * i + 4)
        place = _long(table, 4 * (count + 1) + 8 * i + 2)
        narrow = bool(place & 0x40000000)
        place &= 0x3FFFFFFF
        if after > first:
            yield after - first, place // 2 if narrow else place, narrow


def _letters(word: bytes, pieces: list[tuple[int, int, bool]], marks: _Marks) -> tuple[str, str]:
    """All letters in order, and beside each whether it is hidden, struck or inserted."""
    text: list[str] = []
    kinds: list[str] = []
    left = 2 * len(word)
    for length, place, narrow in pieces:
        width = 1 if narrow else 2
        content = word[place : place + length * width]
        left -= len(content)
        if left < 0:
            raise ValueError("pieces overlap")
        said = content.decode("cp1252", "replace") if narrow else _wide(content)
        said = said.ljust(length, "\x00") if length < 1_000_000 else said
        text.append(said)
        kinds.append(marks.of(place, len(said), width))
    return "".join(text), "".join(kinds)


def _wide(content: bytes) -> str:
    """UTF-16 letter for letter, so that places keep counting code units."""
    units = struct.unpack(f"<{len(content) // 2}H", content[: len(content) // 2 * 2])
    return "".join(chr(n) if not 0xD800 <= n < 0xE000 else "\ufffd" for n in units)


class _Marks:
    """Runs of letters that are hidden, struck or inserted, from the character formatting."""

    def __init__(self, word: bytes, table: bytes) -> None:
        self._starts: list[int] = []
        self._kinds: list[str] = []
        bins = table[_long(word, _CHPX) :][: _long(word, _CHPX + 4)]
        count = (len(bins) - 4) // 8
        for i in range(max(0, min(count, 200_000))):
            page = (_long(bins, 4 * (count + 1) + 4 * i) & 0x3FFFFF) * 512
            self._page(word[page : page + 512])

    def _page(self, page: bytes) -> None:
        if len(page) < 512:
            return
        count = page[511]
        for i in range(count):
            if 4 * (count + 1) + i >= 511 or len(self._starts) > 2_000_000:
                return
            start = _long(page, 4 * i)
            if self._starts and start < self._starts[-1]:
                continue
            at = page[4 * (count + 1) + i] * 2
            self._starts.append(start)
            self._kinds.append(_kind(page[at + 1 : at + 1 + page[at]]) if at else " ")

    def of(self, place: int, length: int, width: int) -> str:
        """The marks of so many letters from a place of the main stream on."""
        out: list[str] = []
        end = place + length * width
        i = bisect_right(self._starts, place) - 1
        while place < end:
            after = self._starts[i + 1] if i + 1 < len(self._starts) else end
            stop = min(max(after, place + width), end)
            count = -(-(stop - place) // width)
            out.append((self._kinds[i] if i >= 0 else " ") * count)
            place += count * width
            i += 1
        return "".join(out)[:length].ljust(length)


def _kind(rules: bytes) -> str:
    """What a list of property changes says of its letters: hidden, struck, inserted."""
    at, found = 0, " "
    while at + 3 <= len(rules):
        code = _short(rules, at)
        size = _SIZES.get(code >> 13)
        if size is None:
            size = 1 + rules[at + 2]
        if code in (_VANISH, _STRUCK, _INSERTED) and rules[at + 2] in (1, 0x81):
            found = {_VANISH: "h", _STRUCK: "s", _INSERTED: "i" if found == " " else found}[code]
        at += 2 + size
    return found


class _Story:
    """Letters to lines: paragraphs, cells, fields, and the signs that Word keeps among letters."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.warnings: set[str] = set()
        self._block = 0

    def take(self, text: str, kinds: str, layer: Layer) -> None:
        """One story: the main text, the notes, the headers."""
        said: list[str] = []
        unseen: list[str] = []
        fields: list[bool] = []
        for sign, kind in zip(text, kinds, strict=False):
            if sign == "\x13":
                fields.append(True)
            elif sign == "\x14" and fields:
                fields[-1] = False
            elif sign == "\x15" and fields:
                fields.pop()
            elif any(fields) or kind == "s":
                continue
            elif sign in "\r\x07\x0c\x0b":
                self._end(said, unseen, layer, new=sign != "\x0b")
            else:
                (unseen if kind == "h" else said).append({"\x1e": "-"}.get(sign, sign))
        self._end(said, unseen, layer, new=True)

    def _end(self, said: list[str], unseen: list[str], layer: Layer, *, new: bool) -> None:
        for letters, where in ((said, layer), (unseen, Layer.HIDDEN)):
            words = " ".join(normalised("".join(letters)).split())
            letters.clear()
            if words:
                self.rows.append((words, where, False, self._block))
                if where is Layer.HIDDEN:
                    self.warnings.add(ReadingWarning.HIDDEN_TEXT)
        self._block += new


def _short(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")


def _long(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "little")
