"""Which of a paper's marked lists its operative request governs.

A list is chosen by what leads to it, stands above it and fills it. What one list alone cannot
show, all of them together do: where one is led by words that ask, another that is led by words
that tell is a list of facts; a list under a mere topic belongs to the request above it; and
where a paper asks for "the following" and only one list can be meant, that one is.

Authority: READING 12.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from tecum.reading.items.categories import names_a_thing
from tecum.reading.items.list_marks import are_requests, is_of_manner, score_of
from tecum.reading.items.list_view import ListView, contents_of
from tecum.reading.items.markers import MarkedList
from tecum.reading.speech.operative import POINTING, Lead, asks, is_statement, lead_kind
from tecum.reading.text.matching import plain, spaced, units_where

__all__ = ["are_parts", "demand_lists", "name_little"]

_ENOUGH = 3.0
_WITH_MORE_MEMBERS = 2.0
_PARENT_OF_DEMANDS = 1.5
"""What supports an outer list whose inner lists demand something; a form's blocks have less."""
_NOT_AGAINST = 0.0
"""The least support of a list that is chosen because no other can be meant."""


def demand_lists(view: ListView, marked: list[MarkedList]) -> list[MarkedList]:
    """The outermost lists that demand something, in printed order."""
    lists = [ml for top in marked for ml in _demanding(view, top, _ENOUGH)]
    if not lists:
        lists = [ml for top in marked for ml in _longer(view, top)]
    if all(is_of_manner(view, ml) for ml in lists):
        lists = [ml for top in lists for ml in _below(view, top)] or lists
    if not lists:
        lists = _only_one_meant(view, marked)
    lists = [ml for ml in lists if not _tells(view, ml)] or lists
    lists = [ml for ml in lists if not _names_parts(view, ml, lists)] or lists
    lists = [ml for ml in lists if not is_of_manner(view, ml)] or lists
    lists = [ml for ml in lists if not _refuses(view, ml)]
    if any(ml.style == "request" for ml in lists):
        # Where the requests are called so, other numbers count the parts of the paper.
        lists = [ml for ml in lists if ml.style == "request" or are_requests(view, ml)]
    lists = _of_named_sheet(view, _of_the_holder(view, lists))
    if not lists:
        return []
    topics = [ml for ml in _of_topics(view, marked, lists) if not _refuses(view, ml)]
    return _of_the_holder(view, [*lists, *topics])


def _longer(view: ListView, marked: MarkedList) -> Iterator[MarkedList]:
    """The lists of several members that something less supports."""
    for ml in _demanding(view, marked, _WITH_MORE_MEMBERS):
        if len(ml.markers) > 1:
            yield ml


def _below(view: ListView, marked: MarkedList) -> Iterator[MarkedList]:
    """The lists under the members of a list that says how to answer."""
    for children in marked.children.values():
        for child in children:
            yield from _longer(view, child)


_REFUSED = spaced(
    r"\b(?:(?:not|n't|never)\s(?:\w{2,12}\s){0,2}?(?:asking\sfor|ask\sfor|requesting|seek(?:ing)?"
    r"|need(?:ed)?"
    r"|want(?:ed)?|required|requested|sought|included|responsive|covered)|(?:not|n't)\s(?:send"
    r"|include"
    r"|provide|produce)|(?:except|excluding|excludes?|leaves?\sout|omit|other\sthan"
    r"|save)(?:\s(?:for"
    r"|the\sfollowing|these))?)\b[^.;:]{0,40}:?\s{0,4}$"
)


def _refuses(view: ListView, marked: MarkedList) -> bool:
    """Whether the words before a list say that its members are not asked for."""
    return _REFUSED.search(view.lead(marked)[-110:]) is not None


_DISCLOSED = spaced(r"\b(?:disclose|produce|provide)\s(?:to\sthe\s\w{4,14}\s)?the\sfollowing\b")
_TAKEN = spaced(
    r"\bfruits,?\s(?:contraband,?\s)?(?:and\s)?evidence\b|\bevidence,?\s(?:fruits|contraband)\b"
)


def _of_the_holder(view: ListView, lists: list[MarkedList]) -> list[MarkedList]:
    """The lists without those of what officers may keep of it, where the holder has his own."""
    given = [ml for ml in lists if _DISCLOSED.search(view.lead(ml))]
    if not given:
        return lists
    return [ml for ml in lists if ml.start <= given[0].start or not _TAKEN.search(view.lead(ml))]


def _demanding(view: ListView, marked: MarkedList, needed: float) -> Iterator[MarkedList]:
    """The outermost lists that demand something; a form's blocks are entered, not taken."""
    if view.is_apart(marked.start):
        return
    support = score_of(view, marked)
    if support >= needed:
        yield marked
        return
    inner = [
        ml
        for lists in marked.children.values()
        for child in lists
        if support >= _NOT_AGAINST or not child.style.startswith("compound")
        for ml in _demanding(view, child, needed)
    ]
    if (
        inner
        and len(marked.markers) > 1
        and (support >= _PARENT_OF_DEMANDS or are_requests(view, marked))
    ):
        yield marked
        return
    yield from inner


def _tells(view: ListView, marked: MarkedList) -> bool:
    lead = view.lead(marked)
    return (lead.endswith(":") and lead_kind(lead) is Lead.TELLS) or _GAVE.search(lead) is not None


_GAVE = spaced(
    r"(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bbeen )(?<!\bnot )(?<!\byet )(?<!\bnever )"
    r"\b(?:provided|produced|sent|gave|submitted|furnished|supplied|delivered|returned|received"
    r"|argued|claimed|ruled|contended)(?:\s(?:us|me|only|that))?\s?:?$"
)
"""A lead that tells what somebody gave or said ("The Department provided (1) … and (2) …")."""


_SHEET = re.compile(
    r"\b(?P<sort>schedule|attachment|exhibit|appendix|annex|rider|addendum|enclosure)\s{1,3}\"?"
    r"(?P<n>[a-z]|[0-9]{1,2}|[ivx]{1,4})\b\"?(?!\s(?:defines|explains|gives|contains\s(?:the\s)?"
    r"(?:definitions|instructions)|lists\sthe\s(?!documents|records|items)))"
)
_THINGS_IN = spaced(
    r"(?:documents?|records?|items|things|papers|materials?|information|books|property|evidence"
    r"|everything|(?:data|questions|interrogatories|requests))\b[^.;]{0,120}"
    r"(?:\b(?:in|on|to|by|at)\s(?:the\s)?(?:attached\s|enclosed\s|annexed\s)?|:\s{0,3}(?:please\s)?"
    r"(?:see|refer\sto)\s(?:the\s)?(?:attached\s)?)$"
)


_PERSONS_ON = spaced(
    r"(?:each|every|those|these|the|all)\s(?:\w{3,12}\s)?(?:persons?|individuals?|clients?"
    r"|patients?"
    r"|employees?|claims?|accounts?|students?|residents?|inmates?|subjects?|members?"
    r"|beneficiar(?:y|ies)"
    r"|recipients?|workers?|names|crews?|vehicles?|addresses|numbers)\s(?:named\s|listed\s"
    r"|identified\s"
    r"|shown\s)?(?:on|in)\s(?:the\s)?(?:attached\s|enclosed\s)?(?P<sort>schedule|attachment|exhibit"
    r"|appendix|annex|rider|addendum|enclosure)\s\"?(?P<n>[a-z]|[0-9]{1,2}|[ivx]{1,4})\b"
)
"""Persons or cases that a sheet names: what is asked about them stands elsewhere."""


def _of_named_sheet(view: ListView, lists: list[MarkedList]) -> list[MarkedList]:
    """The lists of the sheets that the request names, where further sheets hold lists too."""
    named: set[tuple[str, str]] = set()
    others: set[tuple[str, str]] = set()
    for unit in units_where(view.low, view.cut, _SHEET):
        first = _SHEET.search(view.low, unit.start, unit.end)
        if first is None:
            continue
        persons = _PERSONS_ON.search(view.low, unit.start, unit.end)
        if persons is not None:
            others.add((persons["sort"], persons["n"]))
        if not asks(view.low[unit.start : unit.end]):
            continue
        if _THINGS_IN.search(view.low[max(unit.start, first.start() - 200) : first.start()]):
            sheets = _SHEET.finditer(view.low, first.start(), unit.end)
            named |= {(sheet["sort"], sheet["n"]) for sheet in sheets}
    if not named and not others:
        return lists
    named -= others
    titles = [(m.start(), (m["sort"], m["n"])) for m in _TITLE_OF_SHEET.finditer(view.low)]
    inside = [ml for ml in lists if _sheet_of(titles, ml.start) in named]
    return inside or [ml for ml in lists if _sheet_of(titles, ml.start) not in others] or lists


def _sheet_of(titles: list[tuple[int, tuple[str, str]]], position: int) -> tuple[str, str] | None:
    """The sheet that a place belongs to: that of the last title line before it."""
    at = bisect_right(titles, position, key=lambda title: title[0])
    return titles[at - 1][1] if at else None


_TITLE_OF_SHEET = re.compile(
    r"(?m)^[ ]{0,60}(?P<sort>schedule|attachment|exhibit|appendix|annex|rider|addendum|enclosure)"
    r"[ ]{1,3}\"?(?P<n>[a-z]|[0-9]{1,2}|[ivx]{1,4})\"?[ ]{0,4}(?:[-:.(][^\n]{0,70})?$"
)


def _names_parts(view: ListView, marked: MarkedList, lists: list[MarkedList]) -> bool:
    """Whether a list numbers the titles of parts, in one of which another list demands."""
    if not marked.style.startswith(("roman upper", "upper", "number .")) or not any(
        ml.start > marked.start and ml is not marked for ml in lists
    ):
        return False
    titles = [_line(view, m.content).strip() for m in marked.markers]
    is_title = _is_heading if marked.style.startswith("roman upper") else _is_title
    return all(map(is_title, titles))


def are_parts(view: ListView, lists: list[MarkedList]) -> bool:
    """Whether lists letter nothing but the parts of a form, each headed by a line of its own."""
    for ml in lists:
        if not ml.style.startswith(("bare letter", "upper", "roman upper")) or len(ml.markers) < 2:
            return False
        if not all(_is_heading(_line(view, m.content).strip()) for m in ml.markers):
            return False
    return bool(lists)


def name_little(view: ListView, lists: list[MarkedList]) -> bool:
    """Whether most members of lists name no known thing, as where a form numbers its blocks."""
    words = [content for ml in lists for content in contents_of(view, ml)]
    return bool(lists) and 2 * sum(map(names_a_thing, words)) < len(words)


def _line(view: ListView, start: int) -> str:
    return view.folded[start : view.folded.find("\n", start)]


def _is_heading(line: str) -> bool:
    """Whether a line behind a Roman numeral is left without a stop, like a heading."""
    return _is_title(line) or (0 < len(line) < _LONGEST_TITLE and line[-1] not in ".;,:?")


def _is_title(line: str) -> bool:
    """Whether a line is set like a title: its longer words in capitals, no full stop behind."""
    long = [word for word in line.split() if len(word) > _SHORT_WORD]
    capital = sum(word[0].isupper() for word in long)
    return 0 < len(line) < _LONGEST_TITLE and line[-1] not in ".;,:?" and capital == len(long) > 0


_SHORT_WORD = 3
_LONGEST_TITLE = 80


def _only_one_meant(view: ListView, marked: list[MarkedList]) -> list[MarkedList]:
    """The one list that a request for "the following" can mean, where no word of it tells."""
    request = _pointing_request(view)
    if request is None:
        return _only_one_there(view, marked)
    able = [
        ml
        for top in marked
        for ml in top.walk()
        if ml.start >= request
        and len(ml.markers) > 1
        and not view.is_apart(ml.start)
        and not _tells(view, ml)
        and score_of(view, ml) >= _NOT_AGAINST
        and 3 * sum(is_statement(plain(c)) for c in contents_of(view, ml)) < len(ml.markers)
    ]
    outer = [ml for ml in able if not any(ml in other.walk() and ml is not other for other in able)]
    return outer[:1]


def _only_one_there(view: ListView, marked: list[MarkedList]) -> list[MarkedList]:
    """The one list of a paper that names things, where nothing points to it."""
    able = [
        ml
        for top in marked
        for ml in top.walk()
        if len(ml.markers) > 1
        and not ml.style.startswith("bare")
        and not view.is_apart(ml.start)
        and lead_kind(view.lead(ml)) is not Lead.TELLS
        and score_of(view, ml) >= _NOT_AGAINST
        and not any(is_statement(plain(c)) for c in contents_of(view, ml))
    ]
    outer = [ml for ml in able if not any(ml in other.walk() and ml is not other for other in able)]
    return outer if len(outer) == 1 else []


def _pointing_request(view: ListView) -> int | None:
    """Where the first sentence ends that asks for what follows it, or for what a sheet lists."""
    for unit in view.cut:
        if view.is_apart(unit.start) or POINTING.search(view.low, unit.start, unit.end) is None:
            continue
        if asks(view.low[unit.start : unit.end]):
            return unit.start
    return None


def _of_topics(
    view: ListView, marked: list[MarkedList], lists: list[MarkedList]
) -> Iterator[MarkedList]:
    """Further lists under a topic of the same request ("Electronic records:")."""
    taken = {id(inner) for ml in lists for inner in ml.walk()}
    last = lists[-1]
    for top in marked:
        if id(top) in taken or top.start < last.start or view.is_apart(top.start):
            continue
        same_part = view.heading_place(top.start) == view.heading_place(last.start)
        lead = view.lead(top)
        topical = lead.endswith(":") and lead_kind(lead) is Lead.TOPIC
        if same_part and topical and score_of(view, top) >= _NOT_AGAINST:
            yield top
