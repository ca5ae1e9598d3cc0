"""Text made ready for matching, without moving a single character.

Every folding here keeps the length of the text, so that a position found in the folded text
is the same position in the text that was printed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from tecum.instruments.compiled import led
from tecum.instruments.sought import word_ends

__all__ = [
    "Unit", "fold", "line_width", "plain", "spaced", "unit_at", "units", "units_where",
]  # fmt: skip

_LOOK_ALIKES = {
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " "
    ),
    **dict.fromkeys("\u202f\u205f\u3000\t", " "),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **{chr(0xFF10 + i): str(i) for i in range(10)},
    "\u00ba": "o",
    "\r": " ",
}
_ACCENTS = str.maketrans("áéíóúüñÁÉÍÓÚÜÑ", "aeiouunAEIOUUN")

_MAX_UNIT = 1600
_KEPT = 4
"""Texts whose folding and units are kept: the steps that read one paper ask for the same ones."""

_BREAK = re.compile(
    r"""
    [\n.?!:;]  # told at once: all else is passed over
    (?: (?<=\n)(?P<block>[ ]{0,8}\n)
      | (?<=[.?!])(?P<stop>["')\]]{0,2})(?=\s{1,4}["'(\[]?[A-Z0-9ÁÉÍÓÚ¿¡§])
      | (?<=[a-z][.?!])(?P<small>)(?=[ ]{1,2}[a-z])
      | (?<=:)(?P<colon>)(?=[ ]{0,8}\n)
      | (?<=;)(?P<semi>)
      | (?<=\n)(?P<line>)
    )
    """,
    re.VERBOSE,
)
_SMALL = led(r"(?<=[a-z]{3}[.?!])[ ]{1,2}(?:([a-z])|[A-Z])")
_FEWEST_SMALL, _LOOKED_AT = 2, 6000
_ABBREVIATED = frozenset(
    "mr mrs ms dr no nos sec secs art arts ch st ave blvd rd inc corp co ltd jr sr rev "  # noqa: SIM905
    "dept div hon sgt lt capt det gov gen fed civ crim evid stat ann supp atty attn tel ext "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri "
    "proc app admin mun const amend pub approx vs sra núm lic code welf inst educ veh".split()
)
_ABBREVIATION = re.compile(rf"\b(?:{'|'.join(sorted(_ABBREVIATED))}|[a-z])\.$", re.IGNORECASE)
_LAST_WORD = re.compile(r"\w{1,16}(?=\.\Z)")
_MAY_END = led(r"(?:\b(?:inc|corp|co|ltd|u\.s|[a-z])\.$)", re.IGNORECASE)
_BEGINS = re.compile(
    r"\s{1,4}(?:Within|You|Your|Please|If|Failure|No|Upon|Pursuant|It[ ]is|This|These|We|Respondent"
    r"|WITHIN|YOU|PLEASE|IF|FAILURE|UPON|PURSUANT)\b(?!\.)"
)
"""Words that begin a sentence even behind what may be an abbreviation ("Subject A. Within")."""
_MERIDIEM = re.compile(r"\b[ap]\. ?m\.$", re.IGNORECASE)
_AFTER_MERIDIEM = re.compile(
    r"\s{1,4}\(?(?:[ECMPH][SD]?T\b|AK[SD]T|UTC|GMT|Eastern|Central|Mountain|Pacific|Alaska|Hawaii"
    r"|Local|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|\d)"
)
_STARTS_ITEM = re.compile(
    r"[ ]{0,20}(?:[\u2022\u25cf\u25aa\u25e6\u00b7\u25a0\u25a1\u2610\u2611\u2612*\-][ ]"
    r"|[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})[)\].][ )]|\d{1,3}\.[a-z\d]{1,2}(?:[.](?=[ ])|[ )]))"
)
_STARTS_LABEL = re.compile(r"[ ]{0,20}[A-Z][A-Za-z'./()&, -]{1,48}:(?=[ \n]|$)")


def fold(text: str) -> str:
    """The text with look-alike spaces, quotes, dashes and digits made plain; same length."""
    if text.isascii():
        # Looking each letter up in a table takes ten times as long.
        return text.replace("\t", " ").replace("`", "'").replace("\r", " ")
    return _replaced(text)


@lru_cache(maxsize=_KEPT)
def _replaced(text: str) -> str:
    for char in _LOOK_ALIKES.keys() & set(text):
        text = text.replace(char, _LOOK_ALIKES[char])
    return text


def plain(text: str) -> str:
    """The folded text in lower case without accents; same length."""
    if text.isascii():
        return fold(text).lower()
    return _plain(text)


@lru_cache(maxsize=_KEPT)
def _plain(text: str) -> str:
    bare = fold(text).translate(_ACCENTS)
    low = bare.lower()
    return low if len(low) == len(text) else bare


_PIECES = re.compile(r"(?P<space>\\s(?![{?*+]))|\[\^?\]?(?:\\.|[^\]\\])*\]|\\.", re.DOTALL)
"""A single space class, and what may hold its letters without being one: a set, an escape."""


def spaced(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern whose every single space class may be a line end with its indent.

    A space class that is a member of a set (``[\\s,]``) stays what it is.
    """
    return led(
        _PIECES.sub(lambda found: r"\s{1,4}" if found["space"] else found[0], pattern), flags
    )


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, list item, label line or heading: characters ``start`` up to ``end``."""

    start: int
    end: int
    is_item: bool = False
    after_semicolon: bool = False


def line_width(text: str) -> int:
    """The usual length of a full line, by which a line broken early is told."""
    lengths = sorted([len(line) for line in text.split("\n") if line.strip()])
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


@lru_cache(maxsize=_KEPT)
def units(text: str) -> tuple[Unit, ...]:
    """Cut a folded text into units in one pass.

    A line end cuts where the next line starts an item or a label, or where the line was ended
    early although the next word would have fitted and starts with a capital.
    """
    width = line_width(text)
    is_small = _is_typed_small(text)
    found: list[Unit] = []
    start = 0
    semi = False
    for match in _BREAK.finditer(text):
        at = match.end()
        if at <= start or (match.lastgroup == "small" and not is_small):
            continue
        if not _cuts(text, match, width) and at - start < _MAX_UNIT:
            continue
        _add(found, text, start, at, semi)
        semi = match.lastgroup == "semi"
        start = at
    _add(found, text, start, len(text), semi)
    return tuple(found)


def unit_at(cut: tuple[Unit, ...], position: int) -> int:
    """The index of the unit that holds a position."""
    return max(0, bisect_right(cut, position, key=lambda unit: unit.start) - 1)


def units_where(text: str, cut: tuple[Unit, ...], pattern: re.Pattern[str]) -> tuple[Unit, ...]:
    """The units that may hold a match of a pattern, told for all of them by the text's words."""
    rows = word_ends(pattern, text)
    if rows is None:
        return cut
    return tuple(cut[n] for n in sorted({unit_at(cut, end) for row in rows for end in row}))


def _add(found: list[Unit], text: str, start: int, end: int, semi: bool) -> None:
    for at in range(start, end, _MAX_UNIT):
        piece = text[at : min(end, at + _MAX_UNIT)]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            is_item = _STARTS_ITEM.match(piece.lstrip("\n")) is not None
            found.append(Unit(at + lead, at + len(piece.rstrip()), is_item, semi and at == start))


def _cuts(text: str, match: re.Match[str], width: int) -> bool:
    group = match.lastgroup
    if group in ("colon", "semi"):
        return True
    if group in ("stop", "small"):
        return _stop_cuts(text, match)
    rest = match.end()
    before = text[max(0, match.start() - 200) : match.start()].rstrip()
    if group == "line" and _goes_on(text[rest : rest + _LONGEST_MARKER]):
        return _ends_with_meridiem(before, width)
    ahead = text[rest : rest + 80]
    if _STARTS_ITEM.match(ahead) or _STARTS_LABEL.match(ahead) or ahead.lstrip().startswith("/s/"):
        return True
    first = ahead.lstrip()[:1]
    if group == "block":
        return not (first.islower() or (before and before[-1] in ",-" and not first.isspace()))
    if not first.isupper():
        return _ends_with_meridiem(before, width)
    line = before.rsplit("\n", 1)[-1]
    word = ahead.split(maxsplit=1)[0] if ahead.split() else ""
    return _breadth(line) + 1 + len(word) < 0.8 * width and not line.endswith((",", "-"))


_MORE_OF_A_CAPITAL = 0.3


def _breadth(line: str) -> float:
    """How much of a line its letters take: "YOU ARE HEREBY COMMANDED to" fills it early."""
    capitals = sum(map(str.isupper, line)) if not line.isupper() else 0
    return len(line) + _MORE_OF_A_CAPITAL * capitals


_LONGEST_MARKER = 6


def _goes_on(words: str) -> bool:
    """Whether a line begins as the middle of a sentence does, and surely not as an item."""
    return words.isalpha() and words.islower()


def _ends_with_meridiem(before: str, width: int) -> bool:
    """Whether a line was ended early behind "a.m."."""
    if not before.endswith("."):
        return False
    line = before.rsplit("\n", 1)[-1]
    return _MERIDIEM.search(line) is not None and len(line) < 0.8 * width


def _is_typed_small(text: str) -> bool:
    """Whether its writer begins sentences with small letters, as many do on a telephone."""
    after = [match[1] is not None for match in _SMALL.finditer(text, 0, _LOOKED_AT)]
    small = sum(after)
    return small >= _FEWEST_SMALL and 2 * small > len(after)


def _stop_cuts(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 16) : match.start() + 1]
    if before[-2:] in ("m.", "M.") and _MERIDIEM.search(before):
        return _AFTER_MERIDIEM.match(text, match.end()) is None
    if text[match.start()] != ".":
        return True
    line = text[max(0, match.start() - 24) : match.start()].rsplit("\n", 1)
    if len(line) == 2 or match.start() < 24:
        marker = line[-1].strip(" ([")
        if marker.isdecimal() and len(marker) < 4:
            return False
    return not _is_abbreviated(before) or (
        _MAY_END.search(before) is not None and _BEGINS.match(text, match.end()) is not None
    )


def _is_abbreviated(before: str) -> bool:
    """Whether the word before a stop is one that is written with it."""
    if not before.isascii():
        return _ABBREVIATION.search(before) is not None
    word = _LAST_WORD.search(before)
    # One letter is a name's, or the last of "U.S." and its like.
    if word is None:
        return False
    return word[0].lower() in _ABBREVIATED or (len(word[0]) == 1 and word[0].isalpha())
