"""What a sentence asks for where no list does: the object of its command.

Authority: READING 12 (unnumbered demands: split at semicolons or repeated "and all").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tecum.reading.items.asked_objects import (
    NAMELY,
    is_no_thing,
    object_start,
    past_ordinal,
    trimmed,
)
from tecum.reading.items.categories import names_a_thing
from tecum.reading.items.enumerated import is_thing, names_record, series_of
from tecum.reading.speech.asked_words import (
    ABOUT_THE_FOLLOWING,
    AND_ACT,
    ASKS,
    ASKS_FOR,
    BIDS,
    CATCH_ALL,
    CHAIN,
    COMMANDED,
    CONDITIONAL,
    DENIED,
    DESCRIBED,
    FIELD,
    GOES_ON,
    IMPERATIVE,
    INCLUDING,
    INCLUDING_AT,
    INLINE_COLON,
    LAW_TOLD,
    MAY_OBJECT,
    NEXT_FIELD,
    NO_OBJECT,
    NOTHING,
    PORTAL,
    SAID_BEFORE,
    SPLIT,
    TESTIFY,
    THE_FOLLOWING,
    TIMED_ACT,
    TO_GIVE,
)
from tecum.reading.speech.operative import is_statement, turns_to_reader
from tecum.reading.speech.wish_words import BODY_ASKS, BODY_SEEKS, WISHES
from tecum.reading.text.matching import Unit, spaced, unit_at

__all__ = ["Asked", "asked_in"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked for in running text: characters ``start`` up to ``end``."""

    start: int
    end: int
    is_testimony: bool = False


def asked_in(low: str, cut: tuple[Unit, ...]) -> Iterator[Asked]:
    """The objects of the commands of a text, in printed order; testimony where nothing else.

    Args:
        low: The text, plain.
        cut: Its units.
    """
    found = list(_described(low, cut))
    if found:
        yield from found
        return
    last = -1
    for i, unit in enumerate(cut):
        before = len(found)
        for match in _asks(low, unit):
            if _is_manner(low, match, unit):
                continue
            found.extend(_objects(low, cut, i, match))
            break
        if len(found) == before:
            found.extend(_bidden(low, cut, i))
        if len(found) == before and last == i - 1 >= 0:
            found.extend(_added(low, cut, i))
        last = i if len(found) > before else last
    if found:
        yield from _apart(found)
        return
    for unit in cut:
        sentence = low[unit.start : unit.end]
        testify = TESTIFY.search(sentence)
        if (
            testify
            and COMMANDED.search(sentence)
            and not _EMPTY_BOX.search(sentence, 0, testify.start())
            and not re.search(r"\b(?:may|need)\snot\b|excused", sentence)
        ):
            end = unit.end
            yield Asked(unit.start + testify.start(), end, is_testimony=True)
            return


_EMPTY_BOX = re.compile(r"(?:\[\s?\]|[\u2610\u25a1])[^\[\]\u2610-\u2612]{0,40}$")
"""The empty box before words: what they name is not asked for."""


def _added(low: str, cut: tuple[Unit, ...], i: int) -> Iterator[Asked]:
    """What a sentence without a verb adds ("also the log", "for all three, the page …")."""
    unit = cut[i]
    more = GOES_ON.match(low, unit.start, unit.end)
    if more is None or is_statement(low[more.end() : unit.end]):
        return
    if names_record(low[more.end() : unit.end], within=9):
        yield from _parts(low, more.end(), _on(low, cut, i))


def _asks(low: str, unit: Unit) -> Iterator[re.Match[str]]:
    if DENIED.match(low, unit.start, unit.end) or CONDITIONAL.match(low, unit.start, unit.end):
        return
    if LAW_TOLD.search(low, unit.start, unit.end):
        return
    chained = CHAIN.search(low, unit.start, unit.end)
    if chained is not None and low[unit.end - 1] == ":" and unit.end - chained.end() < 40:
        yield chained
    yield from ASKS.finditer(low, unit.start, unit.end)
    yield from ASKS_FOR.finditer(low, unit.start, unit.end)
    yield from BODY_ASKS.finditer(low, unit.start, unit.end)
    yield from WISHES.finditer(low, unit.start, unit.end)
    if chained is not None:
        yield chained
    bare = IMPERATIVE.match(low, unit.start, unit.end)
    if bare is not None:
        yield bare


def _bidden(low: str, cut: tuple[Unit, ...], i: int) -> Iterator[Asked]:
    """The objects of an order in whatever words, where they are things that can be given."""
    for match in _bids(low, cut, i):
        if not _is_manner(low, match, cut[i]):
            rows = list(_objects(low, cut, i, match))
            if all(is_thing(low[a.start : a.end]) for a in rows):
                yield from rows
                return


def _bids(low: str, cut: tuple[Unit, ...], i: int) -> Iterator[re.Match[str]]:
    """An order in whatever words, and a further act of one that stands open before it."""
    unit = cut[i]
    if DENIED.match(low, unit.start, unit.end) or CONDITIONAL.match(low, unit.start, unit.end):
        return
    if LAW_TOLD.search(low, unit.start, unit.end):
        return
    bidding = BIDS.search(low, unit.start, unit.end)
    if bidding is not None and (
        turns_to_reader(low[unit.start : unit.end]) or _TIMED.match(bidding[0]) is not None
    ):
        yield bidding
    yield from BODY_SEEKS.finditer(low, unit.start, unit.end)
    open_before = i > 0 and low[cut[i - 1].end - 1] in ":;"
    more = TO_GIVE.match(low, unit.start, unit.end) if open_before else None
    if more is not None:
        yield more


_TIMED = spaced(
    r"(?:shall|must),?\s(?:within|by|before|on\sor\sbefore|(?:no|not)\slater\sthan)\s[^.;:]{3,90}"
)
"""An order in the third person with its time ("the Registrar shall by May 3 give …")."""


def _described(low: str, cut: tuple[Unit, ...]) -> Iterator[Asked]:
    """What stands behind "… are described as follows:" or in a form's field for it."""
    for match in DESCRIBED.finditer(low):
        i = unit_at(cut, match.end())
        end = _on(low, cut, i)
        if end - match.end() < 8 or NOTHING.match(low, match.end()):
            continue
        if ASKS.match(low, match.end()) or NO_OBJECT.match(low, match.end(), end):
            continue
        yield from _parts(low, match.end(), end)
        return
    field = FIELD.search(low) if PORTAL.search(low) else None
    if field is not None:
        following = NEXT_FIELD.search(low, field.end())
        stop = following.start() if following else min(len(low), field.end() + 600)
        yield from _parts(low, field.end(), stop)


def _apart(found: list[Asked]) -> Iterator[Asked]:
    reach = -1
    for asked in found:
        if asked.start >= reach:
            yield asked
            reach = asked.end


def _is_manner(low: str, match: re.Match[str], unit: Unit) -> bool:
    """Whether a command is one of manner ("Please call", "send your reply to"), not of object."""
    behind = low[match.end() : unit.end][:60]
    if match["giving"] == "know" and match["cmd"].startswith("must"):
        return _OF_US.search(low[max(0, match.start() - 24) : match.start()]) is None
    if match["acting"]:
        verb = match["acting"]
        if verb.split()[0] in ("notify", "inform", "tell", "advise") and re.search(
            r"\bif\b|questions|unable|cannot", behind
        ):
            return True
        if verb.split()[0] in ("confirm", "let", "tell") and _OF_RECEIPT.match(behind):
            return True
        if _FILES.match(verb) and _PARTY.search(low, unit.start, match.start("acting")):
            return True
        hidden = re.search(r"\bconfidential\b|\bto\s(?:yourself|yourselves)\b|\bsecret\b", behind)
        return verb in ("keep", "refrain", "retain") and hidden is not None
    return (
        re.match(
            r"\sof\sthis\s(?:letter|notice|request|form|subpoena|order)\b|\s(?:your\s(?:testimony"
            r"|deposition|side|version|account|story)\b|testimony|evidence|your\s(?:response"
            r"|reply|answer|questions?|check|payment"
            r"|objection)|(?:the|this|a|your)\s(?:response|reply|completed|enclosed\sform|notice"
            r"|letter|copy\sof\sthis)|further|any\squestions|by\s(?:mail|e-?mail|fax)\."
            r"|responsive|notice\b|it\b|them\b(?!\sdown))",
            behind,
        )
        is not None
    )


_FILES = re.compile(r"(?:file|serve)\b")
_PARTY = spaced(
    r"\b(?:petitioner|plaintiff|movant|applicant|government|united\sstates|counsel|parties|clerk)\b"
)
"""Who files papers in his own cause, and is no holder of records."""
_OF_RECEIPT = spaced(
    r"\s(?:(?:which|what)\s(?:day|days|date|dates|time|times|hour|morning|week)\b|when\s(?:i|we"
    r"|it|you)\b)|\s(?:(?:that|if|when|whether|once)\s)?(?:(?:you|it|this)\s(?:have\s"
    r"|has\s)?(?:got|received|get"
    r"|receive|arrived|reached\syou)\b|(?:your\s|the\s)?receipt\b)"
)
"""An acknowledgement or an appointment ("confirm that you got it", "let me know which day")."""
_OF_US = spaced(r"\b(?:we|i|this\s\w{4,12}|the\s(?:court|board|committee|commission|agency))\s$")
"""Who must know something asks for it; of anybody else it is told."""


def _objects(low: str, cut: tuple[Unit, ...], i: int, match: re.Match[str]) -> Iterator[Asked]:
    unit = cut[i]
    if match["acting"]:
        at = match.start("acting")
        for further in AND_ACT.finditer(low, match.end(), unit.end):
            if _OF_THE_SAME.match(low, further.start("act")):
                continue
            yield Asked(at, _act_end(low, at, further.start()))
            at = further.start("act")
        yield from _act(low, at, _act_end(low, at, unit.end, last=True))
        return
    start = object_start(low, match.end(), unit.end)
    colon = INLINE_COLON.search(low, match.end(), unit.end)
    if colon is not None and unit.end - colon.end() > 8:
        named = ABOUT_THE_FOLLOWING.search(low, start, colon.end())
        if named is None or not names_a_thing(low[start : named.start()]):
            start = colon.end()
    namely = NAMELY.search(low, start, min(unit.end, start + 90))
    start = namely.end() if namely else start
    rest = low[start : unit.end]
    if SAID_BEFORE.match(rest) or is_no_thing(low, start, unit.end):
        return
    if NOTHING.match(rest) or MAY_OBJECT.search(rest) or rest.strip() == ".":
        return
    if not rest.strip(" .:,") or THE_FOLLOWING.match(rest) or _is_lead(rest) or _only_where(rest):
        if i + 1 < len(cut) and cut[i + 1].start - unit.end < 8:
            behind = cut[i + 1]
            if NO_OBJECT.match(low, behind.start, behind.end) or NOTHING.match(low, behind.start):
                return
            if next(_asks(low, behind), None) is not None:
                return
            if is_no_thing(low, behind.start, behind.end):
                return
            start = object_start(low, behind.start, behind.end)
            yield from _parts(low, start, _on(low, cut, i + 1))
        return
    yield from _parts(low, start, _on(low, cut, i))


_OF_THE_SAME = spaced(
    r"remove\s(?:from\b|him|her|them|(?:that|the|said)\s(?:person|alien|individual))\b"
)
"""A second verb of one act ("take that person into custody, and remove him from …")."""
_MEETING = spaced(r"(?:set\sup|arrange|schedule)\b")
"""An act of which its purpose is the thing asked for ("set up a room so that we can talk")."""


def _act_end(low: str, at: int, end: int, *, last: bool = False) -> int:
    """The end of an act, without what only says why or when, unless that is what it is about."""
    if _MEETING.match(low, at):
        return _bare_end(low, at, end)
    keep = (last and not low.startswith("file", at)) or TIMED_ACT.match(low, at) is not None
    return trimmed(low, at, end, keep_date=keep)


def _bare_end(low: str, at: int, end: int) -> int:
    """The end of words without the stop or comma behind them."""
    return at + len(low[at:end].rstrip(" \n.,;?!"))


_GOVERNS = spaced(
    r"(?:preserv\w{1,4}|retain|keep|save|set\saside|hold\son\sto|conservar|tell\s(?:us|me)"
    r"|let\s(?:us|me)\sknow"
    r"|inform\s(?:us|me)|advise\s(?:us|me)|confirm)\b"
)


def _act(low: str, start: int, end: int) -> Iterator[Asked]:
    """An act that is asked for; the things that it keeps or tells, where they are several."""
    verb = _GOVERNS.match(low, start, end)
    if verb is not None:
        at = object_start(low, verb.end(), end)
        things = list(series_of(low, at, end)) if end - at > _LEAST_OBJECT else []
        if len(things) > 1:
            yield from (Asked(a, trimmed(low, a, b)) for a, b in things)
            return
    yield Asked(start, end)


_LEAST_OBJECT = 8


def _on(low: str, cut: tuple[Unit, ...], i: int) -> int:
    """The end of a sentence that goes on behind semicolons."""
    end = cut[i].end
    if INCLUDING.search(low, max(cut[i].start, end - 120), end):
        while i + 1 < len(cut) and cut[i + 1].is_item:
            i += 1
            end = cut[i].end
        return end
    while i + 1 < len(cut) and cut[i + 1].after_semicolon and not cut[i + 1].is_item:
        if ASKS.search(low, cut[i + 1].start, cut[i + 1].end):
            break
        i += 1
        end = cut[i].end
    return end


def _only_where(rest: str) -> bool:
    """Whether a sentence that ends with a colon names only place and time, not what."""
    return rest.rstrip().endswith(":") and not names_a_thing(rest)


def _is_lead(rest: str) -> bool:
    """Whether an object only leads to what follows ("the following documents in your …")."""
    return (
        re.match(r"[^.;:]{0,60}?\bfollowing\b", rest) is not None
        or _ENDS_IN_LEAD.search(rest[-90:]) is not None
    )


_ENDS_IN_LEAD = spaced(r"(?:^|,\s)the\sfollowing(?:\s[a-z,]{2,14}){0,6}\s?:\s{0,4}$")


def _parts(low: str, start: int, end: int) -> Iterator[Asked]:
    """The parts of an object; what stands behind "including but not limited to" is not split."""
    at = past_ordinal(low, start, end)
    inside = INCLUDING_AT.search(low, start, end)
    asked_for = low[max(0, start - 5) : start].endswith("for ")
    for split in SPLIT.finditer(low, start, inside.start() if inside else end):
        if split.start() - at <= 8 or (split["for"] and not asked_for):
            continue
        if CATCH_ALL.match(low, split.end() - len("all " if split["all"] else ""), end):
            end = split.start()
            break
        stop = trimmed(low, at, split.start())
        yield from _enumerated(low, at, stop, goes_on=split["all"] is not None)
        at = past_ordinal(low, split.end() - len("all " if split["all"] else ""), end)
    if end - at > 3:
        stop = trimmed(low, at, end)
        yield from _enumerated(low, at, stop) if inside is None else (Asked(at, stop),)


def _enumerated(low: str, start: int, end: int, *, goes_on: bool = False) -> Iterator[Asked]:
    """The members of a series, each without what only says when, where or why."""
    for a, b in series_of(low, start, end, goes_on=goes_on):
        if (a > start and CATCH_ALL.match(low, a, b)) or _FURTHER_ORDER.match(low, a, b):
            continue
        at = past_ordinal(low, a, b)
        yield Asked(at, trimmed(low, at, b))


_FURTHER_ORDER = spaced(
    r"it\sis\s(?:hereby\s|so\s)?(?:further|ordered)"
    r"|that\s(?:it|he|she|they|the|this|said)\s[^,;]{0,50}?\b(?:not|shall|must|be)\b"
)
