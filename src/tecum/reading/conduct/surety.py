"""How sure the conduct of a paper is: which signals agree, and which speak against it.

Certain is what two independent signals say and no signal of weight denies (READING 15).
Independent are a title, a directive, a phrase of the text, the headers of a mail and a blank's
empty fields, each from other words than the next; a sum of weights alone proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from tecum.instruments.compiled import led
from tecum.provenance import Read, Span
from tecum.reading.paper.letter import Letter
from tecum.reading.paper.paper import Paper
from tecum.reading.settings import settings
from tecum.words import Band, Conduct, Kind

__all__ = [
    "DATED",
    "Row",
    "as_issued",
    "asks_in_its_reply",
    "conduct_band",
    "counters",
    "is_addressed",
    "only_if_told",
    "open_between",
    "supporters",
]

Row = tuple[str, Conduct, float, tuple[Span, ...]]
"""A signal found: its name, the conduct that it speaks for, its weight, its words."""

_FROM_HEADERS = frozenset(
    {"machine_headers", "forwarded_message", "in_reply_to", "quotes_a_message"}
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)[a-z]{0,9}\.?"
DATED = led(
    rf"\b{_MONTH}\s{{1,4}}(?:de\s{{1,4}})?\d{{1,2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s{{1,4}}(?:day\s{{1,4}}of"
    rf"\s{{1,4}}|de\s{{1,4}})?{_MONTH}|\b\d{{1,2}}[/-]\d{{1,2}}[/-](?:\d\d){{1,2}}\b|\b\d{{4}}-\d\d-\d\d\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"(?:^|\n)\W{0,6}(?:to|para|attn|attention|issued to|directed to|served (?:up)?on)\b"
    r"(?:\s{1,4}\([^()\n]{3,60}\))?\s{0,4}:?\s{0,60}(?-i:[A-ZÀ-Þ0-9])[^\s_]"
    r"|(?:^|\n)\W{0,6}(?:a|al|for)\s{0,3}:\s{0,60}(?-i:[A-ZÀ-Þ0-9])[^\s_]"
    r"|(?:^|\n)\W{0,3}(?:dear|estimad[oa]s?)\b"
    r"|(?:^|\n)\W{0,3}letter\s{1,4}to\s{1,4}(?-i:[A-Z])[^\n]{2,60}\sfrom\s"
    r"|(?:^|\n)\W{0,3}letter\s{1,4}from\s{1,4}(?:the\s)?(?-i:[A-Z])[^\n]{2,90}\sto\s(?:the\s)?(?-i:[A-Z])"
    r"|,\s{1,4}to:?\s{1,4}(?-i:[A-Z])|\bthe people of the state of [^\n]{3,30}, to\b",
    re.IGNORECASE,
)
_WHOLE = 3
_SIGNED = re.compile(r"(?:^|[\s(])/?s/\s{0,60}\w", re.IGNORECASE)


def _source(row: Row) -> str:
    name = row[0]
    if name in _FROM_HEADERS:
        return "headers"
    if name.startswith("act_"):
        return "directive"
    if name.startswith("says_"):
        return "build"
    if name.startswith("titled_") or name.endswith("_title"):
        return "title"
    return "empty" if row[1] is Conduct.TEMPLATES else "phrase"


def supporters(found: Iterable[Row], conduct: Conduct) -> tuple[str, ...]:
    """Names of signals for a conduct that do not rest on each other's words.

    A title counts once, however many signals know its words; so do directives.
    """
    taken: list[tuple[str, Span | None]] = []
    names: list[str] = []
    rows = [
        row
        for row in found
        if row[1] is conduct
        and row[2] >= settings().conduct_telling
        and not row[0].startswith("says_")
    ]
    for row in sorted(rows, key=lambda row: -row[2]):
        source = _source(row)
        span = row[3][0] if row[3] else None
        if any(_rests_on(source, span, *other) for other in taken):
            continue
        taken.append((source, span))
        names.append(row[0])
    return tuple(sorted(names))


def _rests_on(source: str, span: Span | None, other: str, taken: Span | None) -> bool:
    if source == other and source in ("title", "directive", "headers"):
        return True
    if span is None or taken is None or source == "headers" or other == "headers":
        return False
    return span.page == taken.page and span.start < taken.end and taken.start < span.end


def counters(found: Iterable[Row], conduct: Conduct) -> tuple[str, ...]:
    """Names of the signals of weight that speak for another conduct.

    The words of command that a blank prints speak against no blank.
    """
    heavy = settings().conduct_counter
    own = {conduct, Conduct.ISSUES} if conduct is Conduct.TEMPLATES else {conduct}
    return tuple(sorted(row[0] for row in found if row[1] not in own and row[2] >= heavy))


def conduct_band(
    found: Iterable[Row], conduct: Conduct, lead: float
) -> tuple[Band, dict[str, object]]:
    """The band of a conduct, and the signals that it rests on and that it overrules."""
    rows = tuple(found)
    agree, against = supporters(rows, conduct), counters(rows, conduct)
    band = Band.UNSURE
    if lead >= settings().conduct_certain and len(agree) > 1 and not against:
        band = Band.CERTAIN
    elif lead >= settings().conduct_likely:
        band = Band.LIKELY
    told = {_source(row) for row in rows if row[1] is conduct}
    if conduct is Conduct.ISSUES and told == {"title"}:
        band = Band.UNSURE  # a title word never suffices (READING 9)
    rivalled = any(row[1] is not Conduct.ISSUES for row in rows)
    hardly = lead < settings().conduct_build
    if conduct is Conduct.ISSUES and hardly and (rivalled or told <= {"title", "build"}):
        band = Band.UNSURE
    named: dict[str, object] = {"agree": list(agree)}
    if against:
        named["against"] = list(against)
    return band, named


_DIRECTIVES = frozenset({"act_command", "act_request"})
_WEAK = frozenset({"headers", "build"})
"""What a rival of a demand may not rest on alone: a reply asks too, and builds are told apart."""
_SETTLED_BY_PLACE = frozenset({"colleagues", "tells_everybody"})
"""How a paper stands between people outweighs its asking by a set lead, whatever else is said."""


def open_between(found: Iterable[Row], conduct: Conduct, rival: Conduct, lead: float) -> bool:
    """Whether the words carry neither a demand nor what speaks against it.

    Of papers by authors that the rules had not met, a demand that led by less than the measure of
    "likely" against a phrase of weight was none in two of three, nor was most of what bore no
    instrument's name and led any rival by hardly anything; and of what led a paper's own directive
    by as little, every second one was a demand.
    """
    rows = tuple(found)
    if conduct is Conduct.ISSUES:
        denied = any(not name.startswith("says_") for name in counters(rows, conduct))
        # Whoever sends a demand with a letter forwards it too; a memorandum stays in the house.
        carries = rival is Conduct.FORWARDS and not any(row[0] == "memo" for row in rows)
        if denied and not carries and lead < settings().conduct_likely:
            return True
        titled = any(_source(row) == "title" for row in rows if row[1] is conduct)
        beside = any(row[1] is rival and _source(row) not in _WEAK for row in rows)
        return not titled and beside and not carries and lead <= settings().conduct_hardly
    if rival is not Conduct.ISSUES or conduct in (Conduct.TEMPLATES, Conduct.NONE):
        return False
    names = {row[0] for row in rows}
    asks = bool(names & _DIRECTIVES) and not names & _SETTLED_BY_PLACE
    return asks and lead <= settings().conduct_hardly


def asks_in_its_reply(found: Iterable[Row], conduct: Conduct, rival: Conduct, lead: float) -> bool:
    """Whether only a mail's headers make a reply of what asks in its own words."""
    rows = tuple(found)
    if (conduct, rival) != (Conduct.ANSWERS, Conduct.ISSUES) or lead > settings().conduct_hardly:
        return False
    asks = any(row[0] in _DIRECTIVES or row[0] == "says_lists_things" for row in rows)
    return asks and all(_source(row) == "headers" for row in rows if row[1] is conduct)


def as_issued(
    conduct: Read[Conduct],
    kind: Read[Kind],
    paper: Paper,
    letter: Letter,
    *,
    signed: bool,
    answered: bool = False,
) -> Read[Conduct]:
    """A demand, no surer than its paper looks issued: dated, addressed and signed.

    Rules, manuals, samples and drafts give orders too; what tells a demand from them is that
    somebody signed it, to somebody, on a day. Two of the three, and a kind that is told, are
    asked of what is certain.

    Args:
        conduct: What its words say that it does.
        kind: The instrument that it is.
        paper: The document.
        letter: Its parts as a letter.
        signed: A signature was found.
        answered: Somebody is named at its foot, signed or not.
    """
    if conduct.value is not Conduct.ISSUES:
        return conduct
    marks = [
        name
        for name, seen in (
            ("dated", DATED.search(paper.words) is not None),
            ("addressed", is_addressed(paper, letter)),
            ("signed", signed or _SIGNED.search(paper.words) is not None),
        )
        if seen
    ]
    issued = len(marks) > 1 and kind.band in (Band.CERTAIN, Band.LIKELY)
    told = {**conduct.signals, "issued": marks}
    if len({*marks, *(["signed"] if answered else [])}) == _WHOLE and told.get("lead", 0) > 0:
        # Somebody answers for it, to somebody, on a day: what leads by a little carries it.
        told.pop("supposed", None)
    if not marks and conduct.band in (Band.CERTAIN, Band.LIKELY):
        # Nobody gave it to anybody on any day: its words of command may be a form's or a text's.
        return replace(conduct, band=Band.UNSURE, signals=told)
    if conduct.band is not Band.CERTAIN:
        return replace(conduct, signals=told)
    band = Band.CERTAIN if issued else Band.LIKELY
    return replace(conduct, band=band, signals=told)


_HEADS = frozenset({"instrument_title", "titled_demand"})
"""A demand's name also heads what nobody gave to anybody and what tells of demands."""


def only_if_told(conduct: Read[Conduct]) -> Read[Conduct]:
    """No conduct at all where a demand is only supposed; what was supposed is named.

    A rule, a column, a form book command too. Where nobody gave it to anybody on any day, or
    other words weigh about as much, whether a paper is a demand is for a person to say (READING 0).
    What it would ask, and by when, stays read, so that nothing is lost to that person.
    """
    signals = conduct.signals
    if "supposed" in signals:
        band = Band.CONFLICT if "rival" in signals else Band.UNSURE
        return replace(conduct, value=None, band=band)
    if conduct.value is not Conduct.ISSUES or signals.get("issued") != []:
        return conduct
    is_weak = signals.get("lead", settings().conduct_likely) < settings().conduct_likely
    headed = "rival" in signals and not _HEADS.isdisjoint(signals.get("found", ()))
    if not is_weak and not (headed and conduct.band is Band.UNSURE):
        return conduct
    return replace(conduct, value=None, signals={**signals, "supposed": Conduct.ISSUES.value})


def is_addressed(paper: Paper, letter: Letter) -> bool:
    """Whether a paper says to whom it goes."""
    posted = bool(letter.address) and (letter.salutation is not None or letter.date is not None)
    return paper.is_mail or posted or paper.search(_ADDRESSED) is not None
