"""The slots of an event: by whom, to whom, when, how many, what paper, by what way.

Each slot is read from the event's own clause, with the words that it was read from. What the
clause leaves open stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tecum.docket.acts.chronology import ClaimValue, EventKind, Happened, Slot
from tecum.docket.proposals.days import Day, days_in
from tecum.docket.proposals.figures import INSTRUMENT, Figure, amounts_in, counts_in
from tecum.docket.proposals.naming import GENERIC, Mention, Names
from tecum.docket.proposals.speakers import Speaker
from tecum.docket.proposals.speech import Frame
from tecum.docket.proposals.triggers import Mood, Trigger
from tecum.docket.vocabulary import Precision

__all__ = ["Filled", "Party", "party_by", "slots_of"]

_PREPOSITION = re.compile(
    r"\b(?:to|from|with|against|for|by|about|of|on|in|among|between)[ \n](?:the\s)?$",
    re.IGNORECASE,
)
_TO = re.compile(r"\s(?:to|on|upon|with|against|at)\s{1,3}(?:the\s)?$", re.IGNORECASE)
_FROM = re.compile(r"\sfrom\s{1,3}(?:the\s)?$", re.IGNORECASE)
_BY = re.compile(r"\sby\s{1,3}(?:the\s|an?\s)?$", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?<![\w])(?P<who>we|i|our (?:office|city|county|jail|agency|department)|it|they)\s*$",
                      re.IGNORECASE)  # fmt: skip
_GENERIC = re.compile(
    rf"\b(?P<the>the|its|your|an?)\s(?:[\w'’]+\s){{0,2}}?(?P<word>{'|'.join(GENERIC)})(?:'s|’s)?"
    r"(?P<more>\s(?:attorney|council|jail|board|officials?|police|counsel))?(?![\w-])",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:(?:an?|the|one|two|several|other|state|federal)\s)(?:[\w'’.-]+\s){0,4}?(?:judges?"
    r"|courts?|panel"
    r"|council|legislature|board|commission|jury|supervisors|lawmakers|states|inspector general"
    r"|attorney general's office|attorney general|union|association|governor|agents|officers"
    r"|officials|police chief|united states)\b|\b(?:[A-Z][\w'’.-]+\s){1,4}(?:Association|Union"
    r"|Coalition"
    r"|Foundation|Council|Commission|University|Board)\b|\b(?:Courts|Lawmakers|Officials)\b",
    re.IGNORECASE,
)
_INSTRUMENT = re.compile(
    rf"\b(?:(?:administrative|immigration|federal|judicial|grand jury|civil|criminal|search|arrest"
    rf"|compliance|award|general)\s){{0,2}}{INSTRUMENT}(?![\w-])",
    re.IGNORECASE,
)
_CHANNEL = re.compile(
    r"\bby (?P<how>certified mail|registered mail|mail|e-?mail|fax|courier|hand|telephone|process"
    r" server|overnight delivery)\b",
    re.IGNORECASE,
)
_NOT_WHEN = re.compile(
    r"(?:\b(?:by|to|until|till|before|after|dated|no later than|not later than|through|due"
    r"|deadline of"
    r"|effective|fiscal year|fiscal|fy|of|between|letter of)\s{1,3}(?:the\s)?|'s\s)$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\s{1,3}(?:early\s|late\s|mid-?\s?)?$", re.IGNORECASE)
_PART = re.compile(r"\b(?:in part|part of|partial(?:ly)?|only half|half of|some of|partly)\b")


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot with its value and where its words stand."""

    slot: Slot
    value: ClaimValue
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a slot: the id of a listed party, or words for a body."""

    name: str
    is_listed: bool
    start: int
    end: int
    signal: str = ""

    @property
    def value(self) -> ClaimValue:
        """The party as the value of a claim."""
        return ClaimValue(party=self.name) if self.is_listed else ClaimValue(words=self.name)


def party_by(
    text: str,
    names: Names,
    trigger: Trigger,
    speaker: Speaker,
    before: list[tuple[Trigger, Party | None]],
) -> Party | None:
    """Who did it: the subject, or in the passive voice whoever stands behind "by"."""
    if trigger.is_passive:
        start, end = trigger.end, trigger.clause[1]
        found = _after(text, names, _BY, start, end)
        if found is None and "served" in trigger.row.marks:
            found = _after(text, names, _FROM, start, end)
        return found
    found = _subject(text, names, trigger.clause[0], trigger.subject_end, speaker)
    if found is None and trigger.left < trigger.clause[0]:
        found = _subject(text, names, trigger.left, trigger.subject_end, speaker)
    if found is None and "gerund" in trigger.signals and speaker.is_listed:
        return Party(speaker.by, True, trigger.start, trigger.end, signal="pronoun")
    if found is None and trigger.inherits and before:
        last, party = before[-1]
        if last.is_passive:
            return _subject(text, names, last.left, last.subject_end, speaker)
        return party
    return found


def _subject(text: str, names: Names, start: int, end: int, speaker: Speaker) -> Party | None:
    """The body that a stretch names as its subject, the nearest to the verb that is no object."""
    pronoun = _PRONOUN.search(text, start, end)
    if pronoun is not None:
        return _of_pronoun(pronoun, speaker)
    found = [row for row in _bodies(text, names, start, end) if not _is_object(text, row.start)]
    listed = [row for row in found if row.is_listed]
    return listed[0] if listed else next(iter(found), None)


def _is_object(text: str, at: int) -> bool:
    return _PREPOSITION.search(text[max(0, at - 16) : at]) is not None


def _of_pronoun(pronoun: re.Match[str], speaker: Speaker) -> Party | None:
    first = pronoun["who"].lower().split()[0] in ("we", "i", "our")
    if not speaker.is_listed and not speaker.is_own:
        return None
    if not first and speaker.is_own:
        return None
    return Party(speaker.by, speaker.is_listed, *pronoun.span("who"), signal="pronoun")


def _bodies(text: str, names: Names, start: int, end: int) -> list[Party]:
    """Every listed party, "the city" and the like, and bodies in words, in order."""
    found = [_of(row) for row in names.within(start, end) if not row.is_place]
    for match in _GENERIC.finditer(text, start, end):
        if any(row.start < match.end() and match.start() < row.end for row in found):
            continue
        word = match["word"].lower()
        party = names.meant_by(word, match.start())
        if party is not None:
            found.append(Party(party, True, *match.span(), signal=f"the {word}"))
    for match in _BODY.finditer(text, start, end):
        if any(row.start < match.end() and match.start() < row.end for row in found):
            continue
        words = " ".join(match[0].split())
        found.append(Party(words[0].lower() + words[1:], False, *match.span(), signal="words"))
    return sorted(found, key=lambda row: row.start)


def _of(row: Mention) -> Party:
    return Party(row.party, True, row.start, row.end, signal="named")


def _after(text: str, names: Names, lead: re.Pattern[str], start: int, end: int) -> Party | None:
    for row in _bodies(text, names, start, end):
        if lead.search(text[max(start - 1, row.start - 16) : row.start]):
            return row
    return None


def _to(text: str, names: Names, trigger: Trigger, by: Party | None) -> Iterator[Party]:
    row, start, end = trigger.row, trigger.end, trigger.clause[1]
    directly = "to" in row.marks or "served" in row.marks
    if directly and trigger.is_passive and _subject_is_done_to(trigger):
        for body in _bodies(text, names, trigger.left, trigger.subject_end)[:1]:
            if not _is_object(text, body.start):
                yield body
                return
    if trigger.row.kind in (EventKind.RECEIVED, EventKind.OBJECTED, EventKind.PUBLISHED):
        return_to = "served" in row.marks
        if not return_to:
            return
    asks = trigger.row.kind is EventKind.ISSUED and not trigger.is_passive
    for body in _bodies(text, names, start, end):
        before = text[max(start - 1, body.start - 16) : body.start]
        if asks and _FROM.search(before):
            yield body
            return
        direct = directly and body.start - start <= 6 and not trigger.is_passive
        if (direct or _TO.search(before)) and (by is None or body.name != by.name):
            yield body
            break


def _subject_is_done_to(trigger: Trigger) -> bool:
    """Whether the subject is whom it is done to, and not the paper: "the county was served"."""
    at = trigger.acted_on
    return at is None or at[0] >= trigger.end or at == (trigger.left, trigger.subject_end)


def slots_of(
    text: str,
    names: Names,
    trigger: Trigger,
    by: Party | None,
    *,
    published: date | None,
    apart: Iterable[Frame],
) -> list[Filled]:
    """Every slot that the clause fills, ``happened`` first.

    Args:
        text: The document's text.
        names: Where parties are named.
        trigger: The verb.
        by: Who did it, as settled.
        published: The day of publication.
        apart: Stretches that only say who says something, with the day on which it was said.
    """
    end = trigger.clause[1]
    found = [_happened(text, trigger)]
    if by is not None:
        slot = Slot.TO if "by_receiver" in trigger.row.marks and trigger.is_passive else Slot.BY
        found.append(Filled(slot, by.value, by.start, by.end))
        if "by_receiver" in trigger.row.marks and slot is Slot.TO:
            found[-1] = Filled(Slot.BY, by.value, by.start, by.end)
    for party in _to(text, names, trigger, by):
        found.append(Filled(Slot.TO, party.value, party.start, party.end))
    day = _day(text, trigger, published, apart)
    if day is not None:
        found.append(_when(text, trigger, day))
    found += _figures(text, trigger)
    paper = _paper(text, trigger)
    if paper is not None:
        found.append(Filled(Slot.INSTRUMENT, ClaimValue(words=_plain(paper[0])), *paper.span()))
    channel = _CHANNEL.search(text, trigger.end, end)
    if channel is not None:
        words = ClaimValue(words=_plain(channel["how"]))
        found.append(Filled(Slot.CHANNEL, words, *channel.span("how")))
    return found


def _plain(words: str) -> str:
    return " ".join(words.split())


def _happened(text: str, trigger: Trigger) -> Filled:
    start, end = trigger.start, trigger.end
    if trigger.is_denied:
        return Filled(Slot.HAPPENED, ClaimValue(happened=Happened.NO), start, end)
    stretch = text[trigger.left : trigger.clause[1]]
    part = next((row for row in counts_in(stretch) if _is_part(row.value)), None)
    if part is not None:
        value = ClaimValue(
            happened=Happened.PART, low=part.value.low, high=part.value.high, of=part.value.of
        )
        return Filled(Slot.HAPPENED, value, start, end)
    word = Happened.PART if _PART.search(stretch) else Happened.YES
    return Filled(Slot.HAPPENED, ClaimValue(happened=word), start, end)


def _is_part(value: ClaimValue) -> bool:
    return value.of is not None and value.high is not None and value.high < value.of


def _day(text: str, trigger: Trigger, published: date | None, apart: Iterable[Frame]) -> Day | None:
    """The day of the event: the first behind the verb in its clause, else the last before it."""
    low, high = trigger.clause
    if trigger.mood is Mood.AHEAD:
        return None
    behind: list[Day] = []
    ahead: list[Day] = []
    for day in days_in(text[low:high], published):
        start, end = low + day.start, low + day.end
        before = text[max(low, start - 24) : start]
        if day.later or _NOT_WHEN.search(before) or text[end : end + 2] in ("'s", "’s"):
            continue
        if any(row.start < end and start < row.end for row in apart):
            continue
        moved = Day(
            start, end, day.words, day.precision, day.value, day.earliest, day.latest,
            day.later, day.rule,
        )  # fmt: skip
        (behind if start >= trigger.end else ahead).append(moved)
    return behind[0] if behind else ahead[-1] if ahead else None


def _when(text: str, trigger: Trigger, day: Day) -> Filled:
    when = day.when(trigger.row.date)
    since = _SINCE.search(text[max(0, day.start - 16) : day.start])
    if since is not None and trigger.row.kind is not EventKind.IN_FORCE:
        first = when.interval()[0]
        words = text[day.start + since.start() - min(16, day.start) : day.end].strip()
        if first is not None:
            when = type(when)(
                kind=when.kind, precision=Precision.AFTER, earliest=first, words=words,
                certainty=when.certainty,
            )  # fmt: skip
    return Filled(Slot.WHEN, ClaimValue(when=when), day.start, day.end)


def _figures(text: str, trigger: Trigger) -> Iterator[Filled]:
    low, high = trigger.left, trigger.clause[1]
    stretch = text[low:high]
    at = trigger.acted_on[0] if trigger.acted_on else trigger.end
    counts = [row for row in counts_in(stretch) if _counts(low, row, trigger)]
    near = min(counts, key=lambda row: abs(low + row.start - at), default=None)
    if near is not None:
        yield Filled(Slot.COUNT, near.value, low + near.start, low + near.end)
    amount = next(iter(amounts_in(stretch)), None)
    if amount is not None:
        yield Filled(Slot.AMOUNT, amount.value, low + amount.start, low + amount.end)


def _counts(low: int, row: Figure, trigger: Trigger) -> bool:
    """Whether a count is of what was acted on, or stands behind the verb."""
    start, end = low + row.start, low + row.end
    if start >= trigger.end:
        return True
    at = trigger.acted_on
    near = at is not None and start < at[1] and at[0] < end
    return near or trigger.subject_end - end < 4


def _paper(text: str, trigger: Trigger) -> re.Match[str] | None:
    if trigger.acted_on is None:
        return None
    low, high = trigger.acted_on
    for match in _INSTRUMENT.finditer(text, max(trigger.left, low - 40), trigger.clause[1]):
        if match.start() <= high and low < match.end():
            return match
    return None
