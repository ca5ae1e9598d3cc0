"""Rich text (RTF) → what a reader of it sees; HTML wrapped in rich text (READING 3).

A small reader of its own: no program inside the file is looked at, objects and pictures are
passed over. Runs in the child.

Authority: Rich Text Format Specification 1.9.1; [MS-OXRTFEX] 2.1 (HTML inside RTF).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tecum.reading.files.rtf_tokens import CHARSETS, BadRtf, Token, tokens
from tecum.reading.text.layout import Layer
from tecum.reading.text.plain import normalised
from tecum.reading.text.virtual import Row, paragraph_pages
from tecum.words import ReadingWarning

__all__ = ["html_inside", "read_rtf", "rich_rows"]

_PASSED_OVER = frozenset(
    "stylesheet info pict objdata objclass objname objtime objalias objsect listtable filetbl "  # noqa: SIM905
    "listoverridetable rsidtbl generator xmlnstbl themedata datastore latentstyles revtbl "
    "fldinst template bkmkstart bkmkend atnid atnauthor atntime atnicn atnref atnparent "
    "mhtmltag nonshppict shpinst pgdsctbl private colorschememapping ftnsep ftnsepc aftnsep "
    "aftnsepc panose falt passwordhash protusertbl userprops docvar wgrffmtfilter".split()
)
_LAYERS = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), Layer.HEADER),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), Layer.FOOTER),
    **dict.fromkeys(("footnote", "annotation"), Layer.NOTE),
}
_STARRED = frozenset("htmltag shptxt annotation footnote formfield".split())  # noqa: SIM905 - a list of words reads best so
_SIGNS = {
    "par": "\n", "line": "\n", "cell": "\n", "nestcell": "\n", "row": "\n", "nestrow": "\n",
    "sect": "\n", "softline": "\n", "lbr": "\n", "page": "\f", "tab": "  ", "emdash": "—",
    "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ", "softpage": "",
}  # fmt: skip
_ENDS_PARAGRAPH = frozenset(("par", "cell", "nestcell", "row", "nestrow", "sect", "page"))


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside the group that is open."""

    layer: Layer = Layer.BODY
    silent: bool = False
    hidden: bool = False
    pale: bool = False
    ground: bool = False
    deleted: bool = False
    bold: bool = False
    codepage: str = "cp1252"
    fallback: int = 1
    inside: str = ""
    html: bool = False
    doubled: bool = False


@dataclass
class _Tables:
    """Fonts and colours as their tables give them."""

    codepage: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    colours: list[tuple[int, int, int]] = field(default_factory=list)
    colour: dict[str, int] = field(default_factory=dict)

    def take(self, token: Token, inside: str) -> None:
        """A word of the font table or of the colour table."""
        if inside == "fonttbl" and token.kind == "word":
            if token.name == "f":
                self.font = token.value or 0
            elif token.name == "fcharset" and token.value in CHARSETS and len(self.fonts) < 5000:
                self.fonts[self.font] = CHARSETS[token.value]
        elif inside == "colortbl":
            if token.kind == "word" and token.name in ("red", "green", "blue"):
                self.colour[token.name] = token.value or 0
            elif token.kind == "text" and len(self.colours) < 5000:
                row = tuple(self.colour.get(name, 0) for name in ("red", "green", "blue"))
                for _ in range(min(token.content.count(b";"), 100)):
                    self.colours.append((row[0], row[1], row[2]))
                    self.colour = {}

    def is_pale(self, number: int) -> bool:
        """Whether a colour is (nearly) that of paper."""
        return 0 < number < len(self.colours) and min(self.colours[number]) >= 250


class _Walk:
    """The state while the tokens of one file go by."""

    def __init__(self) -> None:
        self.now = _State()
        self.tables = _Tables()
        self.warnings: set[str] = set()
        self.has_html = False
        self._stack: list[_State] = []
        self._skip = 0
        self._starred = False
        self._high = 0

    def said(self, data: bytes) -> Iterator[tuple[str, str]]:
        """The pieces of text, each with the word or sign that made it (empty for letters)."""
        held = b""
        for token in tokens(data):
            if token.kind == "text" and not self._table(token):
                content = token.content
                drop = min(self._skip, len(content))
                self._skip -= drop
                held += content[drop:]
                continue
            if token.kind == "text":
                continue
            if held:
                yield "", self._decoded(held)
                held = b""
            yield from self._other(token)
        if held:
            yield "", self._decoded(held)

    def _table(self, token: Token) -> bool:
        self._starred = False
        if self.now.inside in ("fonttbl", "colortbl"):
            self.tables.take(token, self.now.inside)
            return True
        return False

    def _decoded(self, content: bytes) -> str:
        try:
            return content.decode(self.now.codepage)
        except UnicodeDecodeError:
            self.warnings.add(ReadingWarning.CHARSET)
            return content.decode("cp1252", "replace")

    def _other(self, token: Token) -> Iterator[tuple[str, str]]:
        if token.kind == "open":
            self._stack.append(self.now)
        elif token.kind == "close":
            was, self.now = self.now, self._stack.pop() if self._stack else _State()
            self._skip = 0
            if was.layer is not self.now.layer or was.inside != self.now.inside:
                yield "close", "" if was.inside == "htmltag" else "\n"
        elif token.kind == "symbol":
            yield from self._symbol(token.name)
        else:
            yield from self._word(token)
            self._starred = False

    def _symbol(self, sign: str) -> Iterator[tuple[str, str]]:
        if sign == "*":
            self._starred = True
        elif sign in "\\{}":
            yield "", sign
        elif sign == "~":
            yield "", "\u00a0"
        elif sign == "_":
            yield "", "-"
        elif sign in "\r\n":
            yield "par", "\n"

    def _word(self, token: Token) -> Iterator[tuple[str, str]]:
        name, value = token.name, token.value
        if self.now.inside in ("fonttbl", "colortbl"):
            self.tables.take(token, self.now.inside)
        elif name == "u" and value is not None:
            yield from self._letter(value & 0xFFFF)
            self._skip = self.now.fallback
        elif name in _SIGNS:
            if self._skip:
                self._skip -= 1
                return
            yield name, _SIGNS[name]
        else:
            self._destination(name)
            self._property(name, value)

    def _letter(self, code: int) -> Iterator[tuple[str, str]]:
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            if self._high:
                yield "", chr(0x10000 + ((self._high - 0xD800) << 10) + (code - 0xDC00))
            self._high = 0
        elif code:
            yield "", chr(code)

    def _destination(self, name: str) -> None:
        if name in _LAYERS:
            self.now = replace(self.now, layer=_LAYERS[name])
        elif name in ("fonttbl", "colortbl", "htmltag"):
            self.now = replace(self.now, inside=name)
        elif name in _PASSED_OVER or (self._starred and name not in _STARRED):
            self.now = replace(self.now, silent=True)
        if name in ("object", "objdata"):
            self.warnings.add(ReadingWarning.EMBEDDED_NOT_OPENED)

    def _property(self, name: str, value: int | None) -> None:
        on = value != 0
        if name == "v":
            self.now = replace(self.now, hidden=on)
        elif name == "b":
            self.now = replace(self.now, bold=on)
        elif name in ("deleted", "revised"):
            self.warnings.add(ReadingWarning.TRACKED_CHANGES)
            if name == "deleted":
                self.now = replace(self.now, deleted=on)
        elif name == "cf":
            self.now = replace(self.now, pale=self.tables.is_pale(value or 0))
        elif name in ("cb", "chcbpat", "highlight", "clcbpat", "cbpat"):
            self.now = replace(self.now, ground=bool(value))
        elif name == "plain":
            now = self.now
            self.now = replace(now, hidden=False, pale=False, bold=False, deleted=False)
        elif name == "htmlrtf":
            self.now = replace(self.now, doubled=on)
        elif name == "uc":
            self.now = replace(self.now, fallback=max(0, min(value or 0, 20)))
        elif name == "fromhtml":
            self.has_html = on
        else:
            self._codepage(name, value)

    def _codepage(self, name: str, value: int | None) -> None:
        if name == "ansicpg" and value:
            found = {65001: "utf-8", 10000: "mac_roman"}.get(value, f"cp{value}")
            try:
                "".encode(found)
            except LookupError:
                self.warnings.add(ReadingWarning.CHARSET)
                return
            self.tables.codepage = found
        elif name in ("mac", "pc", "pca"):
            self.tables.codepage = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[name]
        elif name == "f":
            known = self.tables.fonts.get(value or 0, "cp1252")
            page = self.tables.codepage if known == "cp1252" else known
            self.now = replace(self.now, codepage=page)
            return
        else:
            return
        self.now = replace(self.now, codepage=self.tables.codepage)


def rich_rows(data: bytes) -> tuple[list[Row], set[int], set[str], str]:
    """The lines a reader of the file sees, and apart from them the hidden ones.

    Returns:
        Rows, the numbers of those that begin a page, warnings, and the wording before the
        tracked changes where there are any.

    Raises:
        BadRtf: The groups are nested too deeply.
    """
    walk = _Walk()
    rows: list[Row] = []
    breaks: set[int] = set()
    line: dict[Layer, list[str]] = {}
    before: list[str] = []
    block, bold = 1, 0

    def end(layer: Layer) -> None:
        text = " ".join(normalised("".join(line.pop(layer, []))).split())
        if text:
            rows.append((text, layer, bold * 2 > len(text), block))

    for word, text in walk.said(data):
        now = walk.now
        if word == "close":
            for layer in [found for found in line if found is not now.layer]:
                end(layer)
                block += 1
            continue
        if now.silent or now.inside:
            continue
        if not now.hidden:
            before.append(text)
        if now.deleted:
            continue
        layer = Layer.HIDDEN if now.hidden or (now.pale and not now.ground) else now.layer
        if text in ("\n", "\f"):
            for found in [Layer.HIDDEN, layer]:
                end(found)
            bold = 0
            block += word in _ENDS_PARAGRAPH
            if text == "\f":
                breaks.add(len(rows))
            continue
        bold += len(text) if now.bold else 0
        line.setdefault(layer, []).append(text)
    for layer in list(line):
        end(layer)
    if any(row[1] is Layer.HIDDEN for row in rows):
        walk.warnings.add(ReadingWarning.HIDDEN_TEXT)
    tracked = ReadingWarning.TRACKED_CHANGES in walk.warnings
    return rows, breaks, walk.warnings, normalised("".join(before)).strip() if tracked else ""


def html_inside(data: bytes) -> str | None:
    """The HTML that a mail program wrapped in rich text; None where there is none."""
    if b"\\fromhtml" not in data[:4096]:
        return None
    walk = _Walk()
    out: list[str] = []
    for word, text in walk.said(data):
        now = walk.now
        if now.silent or now.doubled or now.inside in ("fonttbl", "colortbl"):
            continue
        if word == "close" or not walk.has_html:
            continue
        if now.inside == "htmltag" or word:
            out.append(text)
        else:
            out.append(text.replace("&", "&amp;").replace("<", "&lt;"))
    html = "".join(out)
    return html if re.search(r"<[a-zA-Z!/]", html) else None


def read_rtf(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """A rich text file, page by virtual page."""
    try:
        rows, breaks, warnings, before = rich_rows(data)
    except BadRtf as error:
        many = str(error) == "many"
        outcome, why = ("too_large", "too_large") if many else ("damaged", "xml_refused")
        return {"outcome": outcome, "reason": why, "pages": []}, []
    answer: dict[str, Any] = {
        "pages": paragraph_pages(rows, int(wanted["lines_a_virtual_page"]), breaks),
        "warnings": sorted(warnings),
        "fields": [],
    }
    if before:
        answer["hints"] = {"before_changes": before[:20_000]}
    return answer, []
