"""Signs that may mark list items: numbers, letters, numerals, bullets, "Request No. 3".

A sign has every reading that its letters allow ("i" is the ninth letter or the first numeral),
and those that a recogniser may have damaged ("l." for "1.").

Authority: READING 12.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tecum.instruments.compiled import led

__all__ = ["HURT", "Marker", "read_markers", "style_of"]

_ROMAN_VALUES = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
    "xi": 11, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18,
    "xix": 19, "xx": 20,
}  # fmt: skip
_BULLETS = "\u2022\u25cf\u25aa\u25e6\u00b7\u25a0\u25a1\u25cb\u25ba\u27a2\u2013\u2010\uf0b7*\u00bb"
_IN_WORDS = (
    ("one", "first"), ("two", "second"), ("three", "third"), ("four", "fourth"),
    ("five", "fifth"), ("six", "sixth"), ("seven", "seventh"), ("eight", "eighth"),
    ("nine", "ninth"), ("ten", "tenth"),
)  # fmt: skip
_WORDS = "|".join(sorted((w for pair in _IN_WORDS for w in pair), key=len, reverse=True))
_LINE = re.compile(
    rf"""(?m)^[ ]{{0,30}}(?:"(?=\(?(?:[0-9]{{1,2}}|(?-i:[a-z]))[.)]))?(?:
        (?P<request>
            (?:(?:DOCUMENT|RECORDS?|PRODUCTION|SPECIFIC|WRITTEN)[ ])?
            (?:REQUEST|DEMAND|ITEM|CATEGORY|SPECIFICATION|INTERROGATORY|QUESTION|TOPIC|RFP)S?
            (?:[ ](?:FOR|TO)[ ](?:PRODUC(?:E|TION)|DOCUMENTS|RECORDS|INFORMATION|INSPECTION)
               (?:[ ]OF[ ](?:DOCUMENTS|RECORDS))?)?
            (?:[ ](?:N[O0]|NUMBER)[.,]?)?
            [ ]{{0,2}}\#?[ ]{{0,2}}(?P<rn>(?=[0-9lIO|]{{0,2}}[0-9])[0-9lIO|]{{1,3}}|[IVX]{{1,5}}
               |[A-Z|](?![A-Za-z]))
        )[ ]{{0,2}}(?:[:.)-]{{1,3}}|$)[ \n]{{0,6}}
      | (?P<compound>(?P<cn>[0-9]{{1,2}}|(?-i:[IVX]{{1,4}}(?=\.[0-9])))
        (?:\.|-(?=[0-9]{{1,2}}[.):][ ]))
        (?P<cl>[a-z]|[0-9]{{1,2}}))[.):]?[ ]{{1,8}}(?=\S)
      | (?-i:(?P<sub>(?P<sn>[0-9]{{1,2}})(?P<sl>[a-z])))[.):][ ]{{1,8}}(?=\S)
      | (?-i:(?P<lettered>(?P<ln>[A-Z])-?(?P<lv>[0-9]{{1,2}})))[.):][ ]{{1,8}}(?=\S)
      | (?P<hollow>\((?:(?-i:(?P<first>[a-h])[oe0c]))?\))[ ]{{1,4}}(?=[A-Za-z"])
      | (?P<open>[(\[]?)
        (?P<mark>[0-9]{{1,3}}|[ivxl|1]{{1,6}}|[IVX]{{1,5}}|[A-Za-z]|[0-9lIOSB|]{{2}}|(?-i:Cc|Oo|Ss|Uu|Vv|Ww|Xx|Zz))
        (?P<close>[.)\]]{{1,2}}-?|:(?=[ ])|(?:(?<=[0-9l|])[,;]|}})(?=[ ](?-i:[A-Z"(])))
        (?:[ ]{{1,12}}|(?=["(])|(?<=\))(?=[A-Za-z])|(?<=[0-9]\.)(?=(?-i:[A-Z][a-z]{{1,20}}\b)))
        (?=\S)
      | (?P<word>{_WORDS})[.:)][ ]{{1,8}}(?=\S)
      | (?P<bullet>--|[{_BULLETS}-])[ ]{{1,12}}(?=\S)
      | (?P<ringed>[\u00a9\u00ae])[ ]{{1,6}}(?=\S)
        (?![^\n]{{0,60}}\b(?:19|20)[0-9]{{2}}\b)
      | (?P<hurt>~-|[+"\u00a2\u00b0~])[ ]{{1,4}}(?=[A-Za-z])
      | (?P<o>[oO])[ ]{{1,6}}(?=[A-Z])
      | (?P<dashed>[0-9]{{1,2}})[ ](?:--?)[ ]{{1,4}}(?=["(]?[A-Za-z])
      | (?P<bare>[0-9]{{1,2}}|[A-HJ-N])[ ]{{1,8}}(?=[A-Za-z])
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_INLINE = led(
    r"(?<=[\s:;,])(?:\((?P<mark>[0-9]{1,2}|[ivx]{1,5}|[IVX]{1,5}|[a-zA-Z])\)(?=\s?[A-Za-z\"(0-9])"
    r"|(?P<dot>[0-9]{1,2})[.)][ ](?=[A-Z\"a-z])|(?P<letter>[a-h])\)[ ](?=[A-Za-z\"]))"
)
HURT = "bullet ?"
"""A bullet of which a recogniser made some other sign; it continues any list of bullets."""
_ALIKE_IN_SMALL = frozenset("COPSUVWXZ")
"""Capitals that look like their small letters, but for the size."""
_RINGED = {"\u00a9": "c", "\u00ae": "r"}
_STRAIGHT = str.maketrans({"l": "i", "1": "i", "|": "i"})
_FIGURES = str.maketrans({"l": "1", "I": "1", "i": "1", "|": "1", "O": "0", "o": "0", "S": "5",
                          "B": "8", "Z": "2", "G": "6"})  # fmt: skip
_CLOSED = str.maketrans({",": ".", ";": ".", "}": ")", "{": "("})
"""The figure or bracket that was printed where a recogniser read a letter or another sign."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker: ``start`` of the marker, ``content`` where its words begin.

    ``values`` are the readings of the mark: style and place in the sequence ("i" is the ninth
    letter or the first roman numeral). ``worn`` are readings that a recogniser may have
    damaged ("l." for "1."): they count only where the sequence wants exactly them.
    """

    start: int
    content: int
    label: str
    values: tuple[tuple[str, int], ...]
    inline: bool = False
    worn: tuple[tuple[str, int], ...] = ()


def read_markers(text: str) -> list[Marker]:
    found: list[Marker] = []
    for match in _LINE.finditer(text):
        read = _line_marker(match)
        if read is not None:
            found.append(read)
    found = _romans(found)
    taken = {m.start for m in found}
    for marker in found:
        if marker.values and marker.values[0][0] == "request":
            # The number of "Specification 1." is no marker of its own.
            taken.update(range(marker.start, marker.content))
    found += _prefixed(text, taken)
    taken = {m.start for m in found} | taken
    for match in _INLINE.finditer(text):
        mark = match["mark"] or match["dot"] or match["letter"]
        if match.start() in taken:
            continue
        content = match.end() + (
            len(text[match.end() : match.end() + 2])
            - len(text[match.end() : match.end() + 2].lstrip())
        )
        bracket = "()" if match["mark"] else ")" if match["letter"] else "."
        found.append(Marker(match.start(), content, mark, _values(mark, bracket), inline=True))
    return sorted(found, key=lambda m: m.start)


_PREFIXED = re.compile(
    r"(?m)^[ ]{0,30}(?P<prefix>[A-Z][A-Za-z0-9 .'&/#-]{0,22}?(?P<tight>(?<=[.-]))?)(?<![0-9])"
    r"(?P<n>[0-9]{1,3})(?P<close>[.:)]|[ ]?-(?=[ ]))?[ ]{1,6}(?=[A-Za-z\"(])"
)
_NO_PREFIX = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]{0,6}\.?[ ]?$|(?:page|count|step"
    r"|section|article|part|chapter|title|rule|room|suite|floor|box|exhibit|appendix|schedule"
    r"|attachment|annex|day|week|lot|unit|no)\b",
    re.IGNORECASE,
)


def _prefixed(text: str, taken: set[int]) -> Iterator[Marker]:
    """Lines that begin with the same words and numbers that count on ("Staff DR 41.", "A.1.")."""
    groups: dict[str, list[re.Match[str]]] = {}
    for match in _PREFIXED.finditer(text):
        begin = match.start("prefix")
        bare = match["close"] is None and match["tight"] is None
        if begin in taken or bare or _NO_PREFIX.match(match["prefix"]):
            continue
        group = groups.setdefault(match["prefix"].strip().lower(), [])
        if not group or int(match["n"]) == int(group[-1]["n"]) + 1:
            group.append(match)
    for prefix, group in groups.items():
        first = int(group[0]["n"]) - 1
        for match in group if len(group) > 1 else ():
            label = f"{match['prefix']}{match['n']}".strip()
            value = ((f"prefixed {prefix}", int(match["n"]) - first),)
            yield Marker(match.start("prefix"), match.end(), label, value)


def _romans(found: list[Marker]) -> list[Marker]:
    """Where "1." is followed at once by "11.", a recogniser has made digits of "i." and "ii."."""
    out = list(found)
    for i in range(1, len(out)):
        style = style_of(out[i])
        if out[i].label != "11" or out[i - 1].label != "1" or not style.startswith("number"):
            continue
        bracket = style.removeprefix("number ")
        for k in range(i - 1, min(i + 2, len(out))):
            if out[k].label in ("1", "11", "111") and style_of(out[k]) == style:
                n = len(out[k].label)
                values = ((f"roman lower {bracket}", n),)
                out[k] = Marker(out[k].start, out[k].content, "i" * n, values, out[k].inline)
    return out


def style_of(marker: Marker) -> str:
    """The first reading's style, or nothing."""
    return marker.values[0][0] if marker.values else ""


def _line_marker(match: re.Match[str]) -> Marker | None:
    start = match.start() + (len(match[0]) - len(match[0].lstrip()))
    if match["request"]:
        return Marker(start, match.end(), match["rn"], _request_values(match["rn"]))
    if match["compound"]:
        letter = match["cl"]
        value = int(letter) if letter.isdecimal() else ord(letter.lower()) - 96
        return Marker(start, match.end(), match["compound"], ((f"compound {match['cn']}", value),))
    if match["sub"]:
        letter = ((f"compound {match['sn']}", ord(match["sl"]) - 96),)
        return Marker(start, match.end(), match["sub"], letter)
    if match["lettered"]:
        style = f"compound {match['ln']}"
        return Marker(start, match.end(), match["lettered"], ((style, int(match["lv"])),))
    if match["word"]:
        low = match["word"].lower()
        value, sort = next(
            (n, pair.index(low)) for n, pair in enumerate(_IN_WORDS, 1) if low in pair
        )
        return Marker(start, match.end(), match["word"], ((f"words {sort}", value),))
    if match["ringed"] or match["hurt"] or match["bullet"] or match["o"] or match["hollow"]:
        return _sign(match, start)
    if match["dashed"]:
        dashed = ("bare number -", int(match["dashed"]))
        return Marker(start, match.end(), match["dashed"], (dashed,))
    if match["bare"]:
        bare = match["bare"]
        if bare.islower():
            return None
        value = int(bare) if bare.isdecimal() else ord(bare) - 64
        style = "bare number" if bare.isdecimal() else "bare letter"
        return Marker(start, match.end(), bare, ((style, value),))
    bracket = (match["open"] + match["close"][:1]).translate(_CLOSED)
    mark = match["mark"]
    clean = mark.isdecimal() or len(mark) == 1 or mark.lower().translate(_STRAIGHT) in _ROMAN_VALUES
    values = _values(mark, bracket) if clean else ()
    return Marker(start, match.end(), mark, values, worn=_worn(mark, bracket))


def _sign(match: re.Match[str], start: int) -> Marker:
    """A bullet, a sign that a recogniser made of one, a letter in a ring, brackets around none."""
    if match["ringed"]:
        return Marker(start, match.end(), _RINGED[match["ringed"]], (), worn=_ringed(match))
    if match["hollow"]:
        return Marker(start, match.end(), match["first"] or "", (), worn=_hollow(match["first"]))
    if match["hurt"]:
        return Marker(start, match.end(), match["hurt"], ((HURT, 0),))
    sign = match["bullet"] or "o"
    return Marker(start, match.end(), sign, (("bullet " + sign, 0),))


def _hollow(first: str | None) -> tuple[tuple[str, int], ...]:
    """Brackets of which a recogniser lost the letter, or made two of it: "()", "(bo)".

    Whichever mark stood there, it can only go on with a list that wants it.
    """
    if first is not None:
        return (("lower ()", ord(first) - 96),)
    return tuple((style, n) for style in ("lower ()", "number ()") for n in range(2, 27))


def _ringed(match: re.Match[str]) -> tuple[tuple[str, int], ...]:
    """The letter in brackets of which a recogniser made one sign, "©" of "(c)"."""
    return (("lower ()", ord(_RINGED[match["ringed"]]) - 96),)


def _request_values(number: str) -> tuple[tuple[str, int], ...]:
    """The number of "Request No. 3": in figures, as a roman numeral, or as a letter."""
    found: list[int] = []
    figures = number.translate(_FIGURES)
    if not number.isdecimal() and len(number) == 1 and number.isalpha():
        found.append(ord(number.upper()) - 64)
    roman = _ROMAN_VALUES.get(number.lower())
    found += [roman] if roman else []
    found += [int(figures)] if figures.isdecimal() and int(figures) not in found else []
    return tuple(("request", value) for value in found)


def _worn(mark: str, bracket: str) -> tuple[tuple[str, int], ...]:
    """What a recogniser may have damaged: "l." of "1.", "1O." of "10.", "C." or "Cc." of "c."."""
    if mark[0] in _ALIKE_IN_SMALL and mark[1:] in ("", mark[0].lower()):
        return ((f"lower {bracket}", ord(mark[0].lower()) - 96),)
    figures = mark.translate(_FIGURES)
    if mark.isdecimal() or not figures.isdecimal() or len(mark) > 2 or int(figures) == 0:
        return ()
    return ((f"number {bracket}", int(figures)),)


def _values(mark: str, bracket: str) -> tuple[tuple[str, int], ...]:
    if mark.isdecimal():
        return ((f"number {bracket}", int(mark)),)
    readings: list[tuple[str, int]] = []
    case = "upper" if mark[0].isupper() else "lower"
    if len(mark) == 1:
        readings.append((f"{case} {bracket}", ord(mark.lower()) - 96))
    elif len(set(mark.lower())) == 1 and mark.lower() not in _ROMAN_VALUES:
        readings.append((f"{case} {bracket}", 26 + ord(mark[0].lower()) - 96))
    straight = mark.translate(_STRAIGHT) if len(mark) > 1 else mark
    if straight != mark and straight.lower() in _ROMAN_VALUES:
        mark = straight.lower() if mark[0].islower() or mark[0] in "|1" else straight.upper()
        case = "upper" if mark[0].isupper() else "lower"
    roman = _ROMAN_VALUES.get(mark.lower())
    if roman is not None and (mark.islower() or mark.isupper()):
        readings.append((f"roman {case} {bracket}", roman))
    return tuple(readings)
