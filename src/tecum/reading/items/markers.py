"""Markers of list items and the sequences that make them lists.

A number or letter at the start of a line is a marker only as part of a valid sequence (1, 2, 3;
(a), (b); i, ii; A, B). A gap or repeat is kept and warned about, never renumbered.

Authority: READING 12.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from tecum.reading.items.list_starts import first_value, style_begun, style_of_the_rest
from tecum.reading.items.mark_signs import HURT, Marker, read_markers

__all__ = ["MarkedList", "Marker", "find_lists"]

_MAX_GAP = 3


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


def find_lists(
    text: str,
    headings: Iterable[int] = (),
    borders: tuple[int, ...] = (),
    turned: Callable[[int, int], bool] | None = None,
) -> list[MarkedList]:
    """The lists of a folded text, outermost first, in printed order.

    Args:
        text: The folded text.
        headings: Where lines begin that head a part ("III. Documents to be produced").
        borders: Headings behind which a list begins anew, although its numbers run on.
        turned: Whether a lead outside the list stands between one of its markers and a later
            one, both told by where their words begin.
    """
    heads = sorted(headings)
    markers = _without_heads(read_markers(text), text, frozenset(heads))
    top: list[MarkedList] = []
    stack: list[MarkedList] = []
    suspended: list[MarkedList] = []
    for i, marker in enumerate(markers):
        if stack and _passed(borders, stack[-1].markers[-1].start, marker.start):
            stack.clear()
            suspended.clear()
        left = turned is not None and _suspend(stack, suspended, marker, turned)
        if left and _goes_on(stack, suspended, marker):
            continue
        if _FORM_BLOCK.match(text, marker.content) and _resume(stack, suspended, marker):
            continue
        if _continue(stack, marker, slack=1) or _resume(stack, suspended, marker):
            continue
        if _continue_worn(stack, marker) or _continue_bare(text, stack, marker):
            continue
        if _continue_group(stack, marker):
            continue
        if not _in_capitals(text, stack, marker) and _continue(stack, marker, slack=_MAX_GAP):
            continue
        anew = bool(markers[:i]) and _passed(borders, markers[i - 1].start, marker.start)
        start = style_begun(markers, i, anew=anew) or style_of_the_rest(text, markers, i)
        if start is None:
            continue
        fresh = MarkedList(start)
        fresh.markers.append(marker)
        fresh.first = fresh.last = first_value(marker, start)
        if _stands_alone(text, stack, marker, start):
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
    return [_without_dashes(outer) for outer in top]


def _stands_alone(text: str, stack: list[MarkedList], marker: Marker, style: str) -> bool:
    """Whether a list that begins is under no other that stands open.

    "Interrogatory No. 1" is under no numbered paragraph, nor are parts of a later sentence.
    """
    if not marker.inline or not stack:
        return style == "request"
    return _SENTENCE_BEHIND.search(text, stack[-1].markers[-1].content, marker.start) is not None


def _without_dashes(marked: MarkedList) -> MarkedList:
    """A list without what stands alone under a member behind a bullet, as in a foot line."""
    for i, lists in list(marked.children.items()):
        kept = [c for c in lists if len(c.markers) > 1 or not c.style.startswith("bullet")]
        for child in kept:
            _without_dashes(child)
        marked.children[i] = kept
    return marked


def _suspend(
    stack: list[MarkedList],
    suspended: list[MarkedList],
    marker: Marker,
    turned: Callable[[int, int], bool],
) -> bool:
    """Leave the open lists outside of which a lead stands before a marker; whether any was."""
    for depth, open_list in enumerate(stack):
        if turned(open_list.markers[-1].content, marker.start):
            suspended.extend(stack[depth:])
            del stack[depth:]
            return True
    return False


def _goes_on(stack: list[MarkedList], suspended: list[MarkedList], marker: Marker) -> bool:
    """Go on with the number or letter that a left list wants next, though a lead parts them."""
    for open_list in reversed(suspended):
        if open_list.style.startswith(("bullet", "bare")) or marker.inline:
            continue
        if (open_list.style, open_list.last + 1) in marker.values:
            suspended.remove(open_list)
            open_list.markers.append(marker)
            open_list.last += 1
            stack.append(open_list)
            return True
    return False


def _passed(borders: tuple[int, ...], last: int, here: int) -> bool:
    return any(last < border <= here for border in borders)


_FORM_BLOCK = re.compile(
    r"(?:(?!(?:For|Each|Every|All|Any|Copies|Records|Documents|With|As|The|In|Where)\b)"
    r"[A-Z][A-Za-z /().'&-]{2,40}:[ \n]|Authorized|AUTHORIZED|Signature|SIGNATURE|Date[ ](?:of"
    r"|issued)"
    r"|DATE[ ](?:OF|ISSUED)|NAME[ ]|Name[ ](?:of|and)|TITLE\b|Title\b|ISSUED\b)"
)
"""The words of a form's own block, at which an inner list of the block before is over."""


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
            if style != open_list.style and not (bullets and HURT in (style, open_list.style)):
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
                open_list.markers.append(_relabelled(marker, family, value))
                open_list.last = value
                return True
    return False


def _relabelled(marker: Marker, family: str, value: int) -> Marker:
    """A marker under the letter that was printed, where a recogniser made a capital or nothing."""
    if not marker.label:
        return replace(marker, label=f"[{chr(96 + value) if family == 'lower' else value}]")
    slipped = family == "lower" and marker.label[:1].isupper()
    return replace(marker, label=chr(96 + value)) if slipped else marker


_MEMBER_ENDS = re.compile(r"[;.,](?: (?:and|or))?\s{1,6}\Z")


def _continue_bare(text: str, stack: list[MarkedList], marker: Marker) -> bool:
    """Put a bare number, whose stop a scan lost, behind the list that wants exactly it."""
    if marker.inline or not marker.values or marker.values[0][0] != "bare number":
        return False
    value = marker.values[0][1]
    ended = _MEMBER_ENDS.search(text[max(0, marker.start - 12) : marker.start])
    for depth in range(len(stack) - 1, -1, -1):
        open_list = stack[depth]
        wanted = open_list.style.startswith("number") and open_list.last + 1 == value
        if ended is not None and wanted and len(open_list.markers) > 1:
            del stack[depth + 1 :]
            open_list.markers.append(marker)
            open_list.last = value
            return True
    return False


_GROUP = re.compile(r"compound (?P<letter>[A-Z])")


def _continue_group(stack: list[MarkedList], marker: Marker) -> bool:
    """Go on with the first number of the next letter, where groups are lettered: "A2.", "B1."."""
    group = _GROUP.fullmatch(stack[-1].style) if stack else None
    if group is None or marker.inline:
        return False
    following = f"compound {chr(ord(group['letter']) + 1)}"
    if (following, 1) not in marker.values:
        return False
    stack[-1].markers.append(marker)
    stack[-1].style, stack[-1].last = following, 1
    return True


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


def _is_far(text: str, stack: list[MarkedList], marker: Marker, heads: list[int]) -> bool:
    """Whether a heading or a long stretch of prose parts a marker from the open list."""
    last = stack[-1].markers[-1]
    if bisect_left(heads, last.content) < bisect_left(heads, marker.start):
        return True
    between = text[last.content : marker.start]
    if any(p.search(between) for p in (_HEADING, _HEADING_IN_SMALL, _RULE_PRINTED)):
        return True
    if not marker.inline and _TITLE_ABOVE.search(between):
        return True
    style = stack[-1].style
    if style.startswith("bullet") and any(s.startswith("number") for s, _ in marker.values):
        return True
    return len(between) > 1500 and between.count("\n\n") >= 2


_TITLE_ABOVE = re.compile(
    r"[.;]\s{1,6}(?-i:[A-Z])[a-z]{3,14}(?:[ ][A-Za-z]{2,14}){1,4}[ ]{0,4}\n[ \n]{0,8}\Z"
)
"""A title of a few words between a member that is complete and a mark ("Manner of search")."""
_RULE_PRINTED = re.compile(
    r"\n[ ]{0,40}(?:(?:Federal|Fed\.|State|Local)[ ](?:Rules?|R\.)|RULE|Rule)[ ](?:of[ ]|[0-9])"
)
"""The text of a rule printed behind what is asked, with marks of its own."""
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
