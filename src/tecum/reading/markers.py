"""Markers of list items and the sequences that make them lists.

A number or letter at the start of a line is a marker only as part of a valid sequence (1, 2, 3;
(a), (b); i, ii; A, B). A gap or repeat is kept and warned about, never renumbered.

Authority: READING 12.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

__all__ = ["MarkedList", "Marker", "find_lists"]

_ROMAN_VALUES = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
    "xi": 11, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18,
    "xix": 19, "xx": 20,
}  # fmt: skip
_BULLETS = "\u2022\u25cf\u25aa\u25e6\u00b7\u25a0\u25a1\u25cb\u25ba\u27a2\u2013\u2010\uf0b7*\u00bb"
_LINE = re.compile(
    rf"""(?m)^[ ]{{0,30}}(?:
        (?P<request>
            (?:(?:DOCUMENT|RECORDS?|PRODUCTION|SPECIFIC|WRITTEN)[ ])?
            (?:REQUEST|DEMAND|ITEM|CATEGORY|SPECIFICATION|INTERROGATORY|QUESTION|TOPIC|RFP)S?
            (?:[ ](?:FOR|TO)[ ](?:PRODUC(?:E|TION)|DOCUMENTS|RECORDS|INFORMATION|INSPECTION)
               (?:[ ]OF[ ](?:DOCUMENTS|RECORDS))?)?
            (?:[ ](?:N[O0]|NUMBER)[.,]?)?
            [ ]{{0,2}}\#?[ ]{{0,2}}(?P<rn>(?=[0-9lIO|]{{0,2}}[0-9])[0-9lIO|]{{1,3}}|[IVX]{{1,5}}
               |[A-Z|](?![A-Za-z]))
        )[ ]{{0,2}}(?:[:.)-]{{1,3}}|$)[ \n]{{0,6}}
      | (?P<compound>(?P<cn>[0-9]{{1,2}})\.(?P<cl>[a-z]|[0-9]{{1,2}}))[.)]?[ ]{{1,8}}(?=\S)
      | (?P<open>[(\[]?)
        (?P<mark>[0-9]{{1,3}}|[ivxl|1]{{1,6}}|[IVX]{{1,5}}|[A-Za-z]|[0-9lIOSB|]{{2}})
        (?P<close>[.)\]]{{1,2}}-?|:(?=[ ])|(?:(?<=[0-9l|])[,;]|}})(?=[ ](?-i:[A-Z"(])))
        (?:[ ]{{1,12}}|(?=["(])|(?<=\))(?=[A-Za-z]))(?=\S)
      | (?P<bullet>--|[{_BULLETS}-])[ ]{{1,12}}(?=\S)
      | (?P<hurt>[+"\u00a2\u00b0~])[ ]{{1,4}}(?=[A-Za-z])
      | (?P<o>[oO])[ ]{{1,6}}(?=[A-Z])
      | (?P<bare>[0-9]{{1,2}}|[A-HJ-N])[ ]{{1,8}}(?=[A-Za-z])
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_INLINE = re.compile(
    r"(?<=[\s:;,])(?:\((?P<mark>[0-9]{1,2}|[ivx]{1,5}|[a-zA-Z])\)(?=\s?[A-Za-z\"(0-9])"
    r"|(?P<dot>[0-9]{1,2})[.)][ ](?=[A-Z\"a-z]))"
)
_MAX_GAP = 3
_HURT = "bullet ?"
"""A bullet of which a recogniser made some other sign; it continues any list of bullets."""
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


@dataclass(slots=True)
class MarkedList:
    """Markers of one sequence, in order, each with the lists nested under it."""

    style: str
    markers: list[Marker] = field(default_factory=list)
    last: int = 0
    gap: bool = False
    first: int = 1
    children: dict[int, list[MarkedList]] = field(default_factory=dict)

    @property
    def start(self) -> int:
        """Where the list begins."""
        return self.markers[0].start

    def walk(self) -> Iterator[MarkedList]:
        """This list and every list under it."""
        yield self
        for lists in self.children.values():
            for child in lists:
                yield from child.walk()


def find_lists(text: str, headings: Iterable[int] = ()) -> list[MarkedList]:
    """The lists of a folded text, outermost first, in printed order.

    Args:
        text: The folded text.
        headings: Where lines begin that head a part ("III. Documents to be produced").
    """
    heads = sorted(headings)
    markers = _without_heads(_markers(text), text, frozenset(heads))
    top: list[MarkedList] = []
    stack: list[MarkedList] = []
    suspended: list[MarkedList] = []
    for i, marker in enumerate(markers):
        if _FORM_BLOCK.match(text, marker.content) and _resume(stack, suspended, marker):
            continue
        if _continue(stack, marker, slack=1) or _resume(stack, suspended, marker):
            continue
        if _continue_worn(stack, marker):
            continue
        if not _in_capitals(text, stack, marker) and _continue(stack, marker, slack=_MAX_GAP):
            continue
        start = _start(markers, i, stack)
        if start is None:
            continue
        fresh = MarkedList(start)
        fresh.markers.append(marker)
        fresh.first = fresh.last = _first_value(marker, start)
        if (
            marker.inline
            and stack
            and _SENTENCE_BEHIND.search(text, stack[-1].markers[-1].content, marker.start)
        ):
            suspended.extend(stack)
            stack.clear()
        while stack and (stack[-1].style == start or _is_far(text, stack, marker, heads)):
            suspended.append(stack.pop())
        del suspended[:-4]
        while len(stack) > 3:
            stack.pop()
        if stack:
            parent = stack[-1]
            parent.children.setdefault(len(parent.markers) - 1, []).append(fresh)
        else:
            top.append(fresh)
        stack.append(fresh)
    return top


_FORM_BLOCK = re.compile(
    r"(?:(?!(?:For|Each|Every|All|Any|Copies|Records|Documents|With|As|The|In|Where)\b)"
    r"[A-Z][A-Za-z /().'&-]{2,40}:[ \n]|Authorized|AUTHORIZED|Signature|SIGNATURE|Date[ ](?:of"
    r"|issued)"
    r"|DATE[ ](?:OF|ISSUED)|NAME[ ]|Name[ ](?:of|and)|TITLE\b|Title\b|ISSUED\b)"
)
"""The words of a form's own block, at which an inner list of the block before is over."""


def _markers(text: str) -> list[Marker]:
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
    for match in _INLINE.finditer(text):
        mark = match["mark"] or match["dot"]
        if match.start() in taken:
            continue
        content = match.end() + (
            len(text[match.end() : match.end() + 2])
            - len(text[match.end() : match.end() + 2].lstrip())
        )
        bracket = "()" if match["mark"] else "."
        found.append(Marker(match.start(), content, mark, _values(mark, bracket), inline=True))
    return sorted(found, key=lambda m: m.start)


def _romans(found: list[Marker]) -> list[Marker]:
    """Where "1." is followed at once by "11.", a recogniser has made digits of "i." and "ii."."""
    out = list(found)
    for i in range(1, len(out)):
        style = _style(out[i])
        if out[i].label != "11" or out[i - 1].label != "1" or not style.startswith("number"):
            continue
        bracket = style.removeprefix("number ")
        for k in range(i - 1, min(i + 2, len(out))):
            if out[k].label in ("1", "11", "111") and _style(out[k]) == style:
                n = len(out[k].label)
                values = ((f"roman lower {bracket}", n),)
                out[k] = Marker(out[k].start, out[k].content, "i" * n, values, out[k].inline)
    return out


def _style(marker: Marker) -> str:
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
    if match["hurt"]:
        return Marker(start, match.end(), match["hurt"], ((_HURT, 0),))
    if match["bullet"] or match["o"]:
        sign = match["bullet"] or "o"
        return Marker(start, match.end(), sign, (("bullet " + sign, 0),))
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
    """The number that a mark of letters may have been ("l." for "1.", "1O." for "10.")."""
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


def _resume(stack: list[MarkedList], suspended: list[MarkedList], marker: Marker) -> bool:
    """Go on with a list of blocks that another list of the same style has interrupted."""
    for open_list in reversed(suspended):
        follows = (open_list.style, open_list.last + 1) in marker.values
        if follows and open_list.style.startswith("number") and not marker.inline:
            suspended.remove(open_list)
            open_list.markers.append(marker)
            open_list.last += 1
            stack[:] = [open_list]
            return True
    return False


def _continue(stack: list[MarkedList], marker: Marker, slack: int) -> bool:
    """Put a marker behind the list that it continues, the deepest first."""
    for depth in range(len(stack) - 1, -1, -1):
        open_list = stack[depth]
        for style, printed in marker.values:
            bullets = style.startswith("bullet") and open_list.style.startswith("bullet")
            if style != open_list.style and not (bullets and _HURT in (style, open_list.style)):
                continue
            value = open_list.last + 1 if style.startswith("bullet") else printed
            step = value - open_list.last
            if not (step == 1 if slack == 1 else 1 < step <= slack and not marker.inline):
                continue
            if slack > 1 and style.startswith("bare"):
                continue
            del stack[depth + 1 :]
            open_list.markers.append(marker)
            open_list.gap = open_list.gap or step > 1
            open_list.last = value
            return True
    return False


def _continue_worn(stack: list[MarkedList], marker: Marker) -> bool:
    """Put a marker with a damaged number or bracket behind the list that wants exactly it."""
    if marker.inline:
        return False
    for depth in range(len(stack) - 1, -1, -1):
        open_list = stack[depth]
        family = open_list.style.rpartition(" ")[0]
        if not family.startswith(("number", "lower", "upper", "roman")):
            continue
        for style, value in (*marker.values, *marker.worn):
            if style.rpartition(" ")[0] == family and value == open_list.last + 1:
                del stack[depth + 1 :]
                open_list.markers.append(marker)
                open_list.last = value
                return True
    return False


def _in_capitals(text: str, stack: list[MarkedList], marker: Marker) -> bool:
    """Whether a marker begins a block in capitals, unlike the list that it would go on with."""
    if not stack:
        return False
    begins = [text[m.content : m.content + 30] for m in (stack[-1].markers[-1], marker)]
    return begins[1].isupper() and not begins[0].isupper()


def _without_heads(markers: list[Marker], text: str, heads: frozenset[int]) -> list[Marker]:
    """The markers but those that number a heading, below which other marks begin."""
    kept: list[Marker] = []
    for i, marker in enumerate(markers):
        row = text.rfind("\n", 0, marker.start) + 1
        styles = {style for style, _ in marker.values}
        later = {style for style, _ in markers[i + 1].values} if i + 1 < len(markers) else set()
        if row not in heads or marker.inline or not later or styles & later:
            kept.append(marker)
    return kept


def _start(markers: list[Marker], i: int, stack: list[MarkedList]) -> str | None:
    """The style of the list that a marker begins, or None where it begins none."""
    marker = markers[i]
    for style, value in reversed(marker.values):
        if style == _HURT:
            near = markers[i + 1 : i + 2]
            return style if near and _style(near[0]).startswith("bullet") else None
        if style.startswith("bullet"):
            return style
        if value != 1:
            if _is_block(markers, i, style, value):
                return style
            continue
        careful = marker.inline or style.startswith(("bare", "roman"))
        if not careful or _has_successor(markers, i, style):
            return style
    first = next((style for style, value in marker.worn if value == 1), None)
    return first if first is not None and _has_successor(markers, i, first) else None


def _first_value(marker: Marker, style: str) -> int:
    """The place in the sequence at which a list of this style begins with a marker."""
    found = [value for one, value in (*marker.values, *marker.worn) if one == style]
    return 1 if 1 in found else found[0]


def _is_block(markers: list[Marker], i: int, style: str, value: int) -> bool:
    """Whether a number above one begins the later blocks of a form ("3.", "4.", "5.")."""
    if not style.startswith("number .") or markers[i].inline or value > 9:
        return False
    later = [m for m in markers[i + 1 : i + 30] if m.start - markers[i].start < 2500]
    return any((style, value + 1) in m.values for m in later)


def _has_successor(markers: list[Marker], i: int, style: str) -> bool:
    for later in markers[i + 1 : i + 40]:
        if later.start - markers[i].start > 2500:
            return False
        if any(s == style and v == 2 for s, v in later.values):
            return True
        if any(s == style and v == 1 for s, v in later.values):
            return False
    return False


def _is_far(text: str, stack: list[MarkedList], marker: Marker, heads: list[int]) -> bool:
    """Whether a heading or a long stretch of prose parts a marker from the open list."""
    last = stack[-1].markers[-1]
    if bisect_left(heads, last.content) < bisect_left(heads, marker.start):
        return True
    between = text[last.content : marker.start]
    if _HEADING.search(between) or _HEADING_IN_SMALL.search(between):
        return True
    style = stack[-1].style
    if style.startswith("bullet") and any(s.startswith("number") for s, _ in marker.values):
        return True
    return len(between) > 1500 and between.count("\n\n") >= 2


_SENTENCE_BEHIND = re.compile(r"\n(?:Please|Provide|Produce|You |We |I |For each)[^\n]{0,200}")
_HEADING = re.compile(
    r"(?m)^[ ]{0,40}(?:SCHEDULE|ATTACHMENT|EXHIBIT|APPENDIX|ANNEX|RIDER|ADDENDUM|DEFINITIONS"
    r"|INSTRUCTIONS|DOCUMENTS?[ ]|RECORDS[ ](?:TO|REQUESTED)|SPECIFICATIONS\b"
    r"|INTERROGATORIES\b|REQUESTS?\b(?![ ]NO)|ITEMS[ ]"
    r"|MATERIALS[ ]|PART[ ][IVX0-9A-Z]|SECTION[ ][IVX0-9A-Z])[^\n:]{0,60}:?[ ]{0,4}$"
)
_HEADING_IN_SMALL = re.compile(
    r"(?mi)^[ ]{0,40}(?-i:(?![a-z]))(?:(?:documents?|records|items|materials|information|things)"
    r"(?:[ ](?:and|or)[ ][a-z]{4,14}){0,2}[ ](?:to[ ]be[ ]produced|requested|required|sought"
    r"|demanded|subpoenaed|needed)|definitions|instructions|(?:document[ ]|specific[ ])?"
    r"(?:requests|demands|specifications)|(?:schedule|attachment|exhibit|appendix|annex|rider)"
    r"[ ][a-z0-9]{1,2})[ ]{0,4}[:.]?[ ]{0,4}$"
)
