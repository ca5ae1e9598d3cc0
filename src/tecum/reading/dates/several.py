"""Several due phrases of one document: doubles, contradictions, "the earlier of".

Authority: READING 11 (all are kept; two different dates for one duty are a conflict).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from tecum.reading.result import DuePhrase
from tecum.reading.text.matching import spaced
from tecum.words import Band, Counting, DueFor, DueForm, Trigger

__all__ = [
    "PhraseAt",
    "combined",
    "says_as_much",
    "two_dates",
    "without_doubles",
    "without_lesser",
]


@dataclass(frozen=True, slots=True)
class PhraseAt:
    """A phrase with its place in the running text, and whether it binds the recipient."""

    phrase: DuePhrase
    start: int
    end: int
    binds: bool


def _key(phrase: DuePhrase) -> tuple[Any, ...]:
    return (phrase.form, phrase.date, phrase.amount, phrase.unit)


def without_doubles(found: list[PhraseAt]) -> list[PhraseAt]:
    """One phrase for what is said twice, the fuller one; overlapping phrases are one."""
    kept: list[PhraseAt] = []
    places: dict[tuple[Any, ...], list[int]] = {}
    for read in found:
        alike = places.setdefault(_key(read.phrase), [])
        double = next((i for i in alike if _is_same(kept[i], read)), None)
        if double is None:
            alike.append(len(kept))
            kept.append(read)
        elif _fullness(read.phrase) > _fullness(kept[double].phrase):
            kept[double] = read
    return kept


def _is_same(a: PhraseAt, b: PhraseAt) -> bool:
    if a.binds is not b.binds or _key(a.phrase) != _key(b.phrase):
        return False
    if a.phrase.form is DueForm.DATE:
        return a.phrase.due_for == b.phrase.due_for or a.phrase.time == b.phrase.time
    p, q = a.phrase, b.phrase
    unknown = Trigger.UNKNOWN.value
    triggers = p.trigger == q.trigger or unknown in (p.trigger, q.trigger)
    countings = p.counting == q.counting or Counting.UNSTATED.value in (p.counting, q.counting)
    directions = p.direction == q.direction or None in (p.direction, q.direction)
    return triggers and countings and directions


def says_as_much(phrase: DuePhrase, other: DuePhrase) -> bool:
    """Whether a phrase says the same as another, and no less."""
    return _key(phrase) == _key(other) and _fullness(phrase) >= _fullness(other)


def _fullness(phrase: DuePhrase) -> int:
    return sum(
        (
            phrase.time is not None,
            phrase.trigger not in (None, Trigger.UNKNOWN.value),
            phrase.counting not in (None, Counting.UNSTATED.value),
            phrase.direction is not None,
        )
    )


_OWN_EVENTS = frozenset(
    event.value for event in (Trigger.SERVICE, Trigger.RECEIPT, Trigger.ISSUE, Trigger.LETTER_DATE)
)
_ANSWERS = frozenset({DueFor.RESPONSE, DueFor.PRODUCTION, DueFor.TESTIMONY})


def without_lesser(
    found: list[PhraseAt], is_told_to_do: Callable[[PhraseAt], bool]
) -> list[PhraseAt]:
    """A period that runs from nothing of this paper gives way to the time that the paper sets.

    Beside a date, or a period from service, receipt or the paper's own day, "within 30 days" of a
    clause that does not turn to the recipient is the time of another step.

    Args:
        found: The phrases in printed order.
        is_told_to_do: Whether the clause of a phrase commands or asks the recipient.
    """
    if not any(read.binds and _is_own(read.phrase) for read in found):
        return found
    return [
        replace(read, binds=False) if _is_lesser(read) and not is_told_to_do(read) else read
        for read in found
    ]


def _is_own(phrase: DuePhrase) -> bool:
    if phrase.form is DueForm.DATE:
        return phrase.date is not None
    return phrase.form is DueForm.PERIOD and phrase.trigger in _OWN_EVENTS


def _is_lesser(read: PhraseAt) -> bool:
    p = read.phrase
    unset = p.form is DueForm.PERIOD and p.trigger in (None, Trigger.UNKNOWN.value)
    return read.binds and unset and p.combine is None and p.due_for in _ANSWERS


def _is_of_a_row(phrase: DuePhrase) -> bool:
    """Whether a date is that of one row of a table, so that another row's contradicts nothing."""
    return phrase.rule == "due.column/1"


def two_dates(low: str, found: list[PhraseAt]) -> list[PhraseAt]:
    """Two different dates for one duty contradict each other; both are kept, as conflicts.

    Unless the paper shares them out: one for the first part and one for the rest, or one for
    each of two things that a sentence asks.
    """
    dated: dict[DueFor, list[PhraseAt]] = {}
    for read in found:
        p = read.phrase
        if not _is_of_a_row(p) and read.binds and p.form is DueForm.DATE:
            dated.setdefault(p.due_for, []).append(read)
    rivals: dict[DueFor, list[str]] = {}
    for due_for, reads in dated.items():
        alone = [read for read in reads if read.phrase.date and not read.phrase.combine]
        days = sorted({str(read.phrase.date) for read in alone})
        if len(days) > 1 and not _are_shared_out(low, alone):
            rivals[due_for] = days
    out: list[PhraseAt] = []
    for read in found:
        p = read.phrase
        if p.due_for in rivals and read in dated.get(p.due_for, []):
            rows: tuple[Mapping[str, Any], ...] = tuple({"date": d} for d in rivals[p.due_for])
            signals = {**p.signals, "conflict": p.signals.get("conflict", "two_dates")}
            changed = replace(
                p, band=Band.CONFLICT.value, value_band=Band.UNSURE.value, signals=signals,
                conflicts=(*p.conflicts, *rows),
            )  # fmt: skip
            out.append(replace(read, phrase=changed))
        else:
            out.append(read)
    return out


_PART = spaced(
    r"\b(?P<part>first|second|third|initial|interim|preliminary|partial|priority|final|last|remaining"
    r"|remainder|rest|balance|everything\selse|all\sother|(?:items?|requests?|paragraphs?|part"
    r"|categor(?:y|ies)|schedule|questions?|nos?\.|numbers?)\s\(?(?:[0-9]{1,3}|[a-z]|[ivx]{1,4})\b"
    r"|answers?|responses?|documents?|records?)\b"
)
"""A word that says of which part of what is asked a date is."""
_SORTS = {"response": "answer", "answer": "answer", "document": "record", "record": "record"}
_MOVED = spaced(
    r"\b(?:extend|mov|chang|postpon|adjourn|continu|reschedul|correct|instead|rather\sthan|superse)"
)
_NEAR = 240
_AROUND = 140


def _are_shared_out(low: str, reads: list[PhraseAt]) -> bool:
    """Whether dates that stand near each other are each for a part or a thing of its own."""
    pairs = [(a, b) for a, b in pairwise(reads) if a.phrase.date != b.phrase.date]
    return all(_is_shared_out(low, a, b) for a, b in pairs)


def _is_shared_out(low: str, a: PhraseAt, b: PhraseAt) -> bool:
    between = low[a.end : b.start]
    if _are_rows(low, a, b):
        return True
    if not 0 < b.start - a.end < _NEAR or "\n\n" in between:
        return False
    before = low[max(0, a.start - _AROUND) : a.start].rsplit("\n\n", 1)[-1].rsplit(". ", 1)[-1]
    before += low[a.start : a.end]
    between += low[b.start : b.end]
    behind = low[b.end : b.end + _AROUND].split("\n\n", 1)[0].split(". ", 1)[0]
    if any(_MOVED.search(words) for words in (before, between, behind)):
        return False
    said = (match for words in (before, between, behind) for match in _PART.finditer(words))
    parts = {_SORTS.get(match["part"].rstrip("s"), match["part"]) for match in said}
    cues = a.phrase.signals.get("cue"), b.phrase.signals.get("cue")
    own = None not in cues and cues[0] != cues[1] and not _SENTENCE_END.search(low, a.end, b.start)
    return len(parts) > 1 or own


def _are_rows(low: str, a: PhraseAt, b: PhraseAt) -> bool:
    """Whether two dates stand in the same cell of two rows of a table that follow each other."""
    begin, end = low.rfind("\n", 0, a.start) + 1, low.find("\n", a.end)
    if end < 0 or low.rfind("\n", 0, b.start) != end:
        return False
    ahead = [
        len(_BORDER.split(low[i:j].strip())) for i, j in ((begin, a.start), (end + 1, b.start))
    ]
    return ahead[0] == ahead[1] > 1


_BORDER = re.compile(r"\s*\|\s*|\s{3,}")
_SENTENCE_END = re.compile(r"[.?!]\s")


_COMBINE = spaced(
    r"\b(?P<how>earlier|earliest|later|latest|sooner|soonest|shorter|longer)\s(?:of|in\stime\sof)\b"
    r"|\b(?:whichever|whatever)\s(?:\w{2,10}\s){0,3}?(?P<which>earlier|earliest|first|sooner|soonest|later"
    r"|latest|last|shorter|longer)\b|,?\sif\s(?:that\s(?:is|be)\s)?(?P<if>earlier|sooner|later)\b"
    r"|\blo\sque\s(?:ocurra|suceda|sea)\s(?P<que>primero|antes|despues|ultimo)\b"
)
"""Words that bind two times together; "no later than" and "at the latest" bind none."""
_LATER = frozenset({"later", "latest", "last", "longer", "despues", "ultimo"})


def combined(low: str, found: list[PhraseAt]) -> list[PhraseAt]:
    """Mark phrases that stand together under "the earlier of … and …"."""
    out = list(found)
    for i in range(len(out) - 1):
        a, b = out[i], out[i + 1]
        if not (0 <= b.start - a.end < 160):
            continue
        window = low[max(0, a.start - 40) : b.end + 60]
        match = _COMBINE.search(window)
        if match is None or ("\n\n" in window):
            continue
        how = "later" if match[match.lastgroup or "how"] in _LATER else "earlier"
        for j in (i, i + 1):
            out[j] = replace(out[j], phrase=replace(out[j].phrase, combine=how))
    return out
