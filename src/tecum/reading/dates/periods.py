"""Periods as printed: amount, unit, counting, direction and what they run from.

Authority: READING 11, grammar of ``period``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tecum.instruments.sought import find_all
from tecum.reading.text.matching import spaced
from tecum.reading.text.numbers_in_words import (
    CARDINAL,
    ORDINAL,
    cardinal,
    ordinal,
    repaired_figure,
)
from tecum.reading.text.triggers import find_trigger
from tecum.words import Counting, Direction, Trigger, Unit

__all__ = ["FoundPeriod", "find_periods"]

_UNITS = (
    (Unit.HOURS, r"hours?|hrs?\b\.?|horas?"),
    (Unit.DAYS, r"days?|dias?|weekdays?"),
    (Unit.WEEKS, r"weeks?|semanas?|fortnights?"),
    (Unit.MONTHS, r"months?|meses|mes"),
    (Unit.YEARS, r"years?|anos?"),
)
_UNIT = "|".join(pattern for _, pattern in _UNITS)
_COUNT_WORD = (
    r"business|working|work|court|judicial|calendar|consecutive|habil(?:es)?|laborables?"
    r"|natural(?:es)?|corridos?|judicial(?:es)?|calendario"
)
_COUNTING = {
    "business": Counting.BUSINESS,
    "working": Counting.BUSINESS,
    "work": Counting.BUSINESS,
    "habil": Counting.BUSINESS,
    "labora": Counting.BUSINESS,
    "weekd": Counting.BUSINESS,
    "court": Counting.COURT,
    "judicial": Counting.COURT,
    "calendar": Counting.CALENDAR,
    "consecutive": Counting.CALENDAR,
    "natural": Counting.CALENDAR,
    "corrido": Counting.CALENDAR,
}
_PERIOD = re.compile(
    r"(?<![0-9a-z$.,:/§#-])"
    rf"(?:(?P<w>{CARDINAL})(?:\s{{0,2}}\(\s?(?P<wf>[0-9]{{1,4}})\s?\))?"
    rf"|(?P<f>[0-9][0-9lio]{{0,3}}|[lio][0-9])(?:\s{{0,2}}\(\s?(?P<fw>{CARDINAL})\s?\))?"
    rf"(?:\s?(?:-|to|or|a|o)\s?(?P<f2>[0-9]{{1,3}}))?"
    rf"|(?P<nth>[0-9]{{1,3}}(?=(?:st|nd|rd|th)\s)|{ORDINAL}(?=[\s(]))(?:st|nd|rd|th)?"
    r"(?:\s{0,2}\(\s?[0-9]{1,3}(?:st|nd|rd|th)?\s?\))?"
    r"|(?P<a>an?|one\sfull|next(?=\sfortnight)))"
    rf"(?:[\s-]{{1,3}}(?:full|clear|complete|more|further|additional))?"
    rf"(?:[\s-]{{1,3}}(?P<pre>{_COUNT_WORD}))?"
    rf"[\s-]{{0,3}}(?:\(s\)\s)?(?P<unit>{_UNIT})(?:\(s\))?(?![a-z])"
    rf"(?:'s?|s')?(?:\s{{1,2}}(?P<post>habil(?:es)?|laborables?|naturales|corridos|judiciales"
    rf"|calendario))?"
)
_LONG = 3_000
_CLOSED = (
    r"(?:(?:federal|legal|public|state|national|court|observed|official|intervening|all|the|los"
    r"|dias)\s){0,3}"
    r"(?:saturdays?|sundays?|weekends?|holidays?|sabados?|domingos?|fines\sde\ssemana|feriados"
    r"|festivos|inhabiles)"
)
_EXCLUDING = spaced(
    r"\s{0,3}[(,]?\s{0,3}(?:excluding|exclusive\sof|excepting|except(?:\sfor)?|not\s(?:including"
    r"|counting)"
    r"|without\scounting|sin\scontar|excluyendo|excepto)\s{1,3}(?:the\sday\sof\s\w{4,10}(?:,\s|\sand\s|,\sand\s))?"
    rf"{_CLOSED}(?:(?:,\s{{0,3}}(?:and|or|y)\s|,|\sand|\sor|\s&|\sy)\s{{0,3}}{_CLOSED}){{0,4}}\)?"
)
_EXCEPTED = spaced(
    r"[^.;,]{0,40},\s{1,3}"
    rf"{_CLOSED}(?:(?:,\s{{0,3}}(?:and|or)\s|,|\sand|\sor|\s&)\s{{0,3}}{_CLOSED}){{0,4}}\s(?:excepted|excluded"
    r"|not\s(?:included|counted|counting))\b"
)
"""Closed days left out behind the words ("five days, Sundays and holidays excepted")."""
_SKIP = spaced(
    r"(?:\s{0,3}(?:[,)]|\((?!s)|notice\b|if\s(?:at\sall\s)?(?:possible|practicable|feasible)\b"
    r"|if\sit\sis\spossible\b"
    r"|whenever\spossible\b|where\spossible\b|inclusive\b|time\b|\(or\s(?:more|less)\)"
    r"|or\s(?:less|more|sooner|earlier)\b"
    r"|in\sadvance(?!\s{1,2}of)\b|as\scounted|counted|counting|calculated|computed|contad[oa]s?"
    r"|running|commencing|beginning|starting|measured))"
    r"{1,4}"
)
_DIRECTION = spaced(
    r"\s{0,3}(?:(?P<before>before|prior\sto|in\sadvance\sof|preceding|ahead\sof|antes\sde(?:l)?"
    r"|previos?\sa(?:l)?)"
    r"|(?P<after>after|from\sand\safter|from|following|of|since|beyond|upon|past|on\swhich"
    r"|despues\sde(?:l)?|a\spartir\sde(?:l)?|(?:a\scontar\s)?desde|siguientes\sa(?:l)?|tras"
    r"|de(?:l)?))(?![a-z])"
)
_CLAUSE_END = re.compile(
    r"[.;]\s|[.;:]$|\n\n|\bto\s(?:allow|provide|enable)\b|,\s(?:you|please|and\sto"
    r"|the\sfollowing)\b"
)
_LOOSE_AFTER = spaced(
    r"[^.;]{0,90}?\b(?P<dir>after|from|following|beyond|before|prior\sto|in\sadvance\sof)\s"
)


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period where it stands; ``end`` is behind its direction and trigger, if printed.

    ``core_end`` is behind the unit. ``others`` holds further amounts that the words allow: a
    word against its figure, or the far end of a range.
    """

    start: int
    core_end: int
    end: int
    amount: int
    unit: Unit
    counting: Counting
    direction: Direction | None
    trigger: Trigger
    trigger_text: str | None
    clash: tuple[int, ...] = ()
    signals: Mapping[str, Any] = field(default_factory=dict)


def find_periods(low: str) -> Iterator[FoundPeriod]:
    """Every amount with a unit of time in a plain text (lower case, no accents, folded)."""
    # In a short text the pattern is tried everywhere sooner than its words are looked for.
    for match in find_all(_PERIOD, low) if len(low) > _LONG else _PERIOD.finditer(low):
        got = match.groupdict()
        signals: dict[str, Any] = {}
        if got["f"] and got["unit"][0] == "h" and _MILITARY.fullmatch(got["f"]):
            continue
        amounts = _amounts(got, signals)
        start = match.start()
        if got["f"] and _is_line_number(low, match.start("f"), match.end("f")):
            amounts, start = _amount_before(low, start, signals)
        if got["f2"] and _is_year(got["f"]):
            start = match.start("f2")
        if not amounts:
            continue
        unit = next(u for u, p in _UNITS if re.fullmatch(p, got["unit"]))
        if got["unit"].startswith("fortnight"):
            amounts = [2 * amount for amount in amounts]
        end = match.end()
        counting = _counting(got)
        excluding = _EXCLUDING.match(low, end, min(len(low), end + 160))
        if excluding:
            counting, end = Counting.BUSINESS, excluding.end()
        core_end = end
        direction, trigger, words, end = _runs_from(low, end)
        if direction is None:
            direction, trigger, words, end = _in_advance(low, start, core_end)
        if got["nth"] and (direction is None or trigger is Trigger.UNKNOWN):
            continue
        if not excluding and counting is Counting.UNSTATED:
            late = _EXCLUDING.match(low, end, min(len(low), end + 160))
            if late:
                counting, end = Counting.BUSINESS, late.end()
            elif _EXCEPTED.match(low, core_end, min(len(low), core_end + 220)):
                counting = Counting.BUSINESS
        before = direction is Direction.BEFORE
        safe = max(amounts) if before else min(amounts)
        yield FoundPeriod(
            start, core_end, end, safe, unit, counting, direction, trigger, words,
            tuple(sorted(set(amounts))) if len(set(amounts)) > 1 else (), signals,
        )  # fmt: skip


_MILITARY = re.compile(r"[0-2][0-9][0-5][0-9]")
"""A time of day in four figures ("1630 hours")."""
_YEARS = range(1900, 2100)
"""The year of a date before an amount ("by March 9, 2024 or 5 days after service") is none."""
_LINE_NUMBERS = 28
"""How many lines the gutter of pleading paper numbers."""
_NEAR_NUMBERS = 500


def _is_line_number(low: str, start: int, end: int) -> bool:
    """Whether a figure stands alone on its line among others that count on: a gutter's number."""
    line = low[low.rfind("\n", 0, start) + 1 : start]
    if line.strip() or not low[end : end + 6].lstrip(" ").startswith("\n"):
        return False
    figure = low[start:end]
    if not figure.isdecimal() or int(figure) > _LINE_NUMBERS:
        return False
    near = low[max(0, start - _NEAR_NUMBERS) : end + _NEAR_NUMBERS]
    beside = (int(figure) - 1, int(figure) + 1, int(figure) + 2)
    return sum(re.search(rf"(?:^|\n)[ ]{{0,8}}{n}\s", near) is not None for n in beside) > 1


_AMOUNT_BEFORE = re.compile(
    rf"(?<![0-9a-z])(?:(?P<w>{CARDINAL})\s{{0,2}})?(?:\(\s?(?P<f>[0-9]{{1,3}})\s?\))?\s{{1,6}}$"
)


def _amount_before(low: str, start: int, signals: dict[str, Any]) -> tuple[list[int], int]:
    """The amount that a gutter's number parts from its unit, or none."""
    window = low[max(0, start - 40) : start]
    found = _AMOUNT_BEFORE.search(window)
    if found is None or not (found["w"] or found["f"]):
        return [], start
    signals["repaired"] = "line number"
    word = cardinal(found["w"]) if found["w"] else None
    both = [value for value in (word, int(found["f"]) if found["f"] else None) if value is not None]
    return both, start - len(window) + found.start()


def _amounts(got: Mapping[str, str | None], signals: dict[str, Any]) -> list[int]:
    if got["a"]:
        return [1]
    if got["nth"]:
        nth = int(got["nth"]) if got["nth"].isdecimal() else ordinal(got["nth"])
        signals["ordinal_day"] = True
        return [nth] if nth else []
    found: list[int] = []
    word, figure = got["w"] or got["fw"], got["wf"] or got["f"]
    if word:
        value = cardinal(word)
        if value is not None:
            found.append(value)
    if figure:
        value, repaired = repaired_figure(figure.replace("i", "l"))
        if value is None:
            return []
        if repaired:
            signals["repaired"] = figure
        found.append(value)
    if word and figure and len(found) == 2:
        signals["word_figure_agree" if found[0] == found[1] else "conflict"] = (
            True if found[0] == found[1] else "word_figure"
        )
    if got["f2"]:
        far = int(got["f2"])
        if _is_year(got["f"]):
            found = [far]
        elif found and far != found[-1]:
            signals["range"] = True
            found.append(far)
    return [value for value in found if value >= 0]


def _is_year(figure: str | None) -> bool:
    """Whether a figure is the year of a date that stands before an amount."""
    return figure is not None and figure.isdecimal() and int(figure) in _YEARS


def _counting(got: Mapping[str, str | None]) -> Counting:
    word = got["pre"] or got["post"] or (got["unit"] or "")
    return next((c for stem, c in _COUNTING.items() if word.startswith(stem)), Counting.UNSTATED)


def _runs_from(low: str, end: int) -> tuple[Direction | None, Trigger, str | None, int]:
    """Direction and trigger behind a period; the words between may be skipped, not guessed."""
    at = end
    skipped = _SKIP.match(low, at, min(len(low), at + 90))
    if skipped:
        at = skipped.end()
    match = _DIRECTION.match(low, at, min(len(low), at + 40))
    if match is None:
        return _loosely(low, end)
    direction = Direction.BEFORE if match["before"] else Direction.AFTER
    words = _clause(low, match.end())
    found = find_trigger(words.replace("\n", " "))
    weak = low[match.start() : match.end()].strip() in (
        "of",
        "de",
        "del",
        "upon",
        "on which",
        "past",
    )
    if found is None:
        if weak:
            return None, Trigger.UNKNOWN, None, end
        text = " ".join(words.split())[:80].strip(" ,")
        return direction, Trigger.UNKNOWN, text or None, match.end() + len(words.rstrip())
    trigger, start, stop = found
    if start > (12 if weak and not _POSSESSOR.fullmatch(words[:start]) else 90):
        return (None if weak else direction), Trigger.UNKNOWN, None, end
    if (
        direction is Direction.AFTER
        and "from" in match[0]
        and trigger is Trigger.OTHER
        and start > 30
    ):
        trigger = Trigger.UNKNOWN
    text = " ".join(words[:stop].split()).strip(" ,")
    return direction, trigger, text, match.end() + stop


_POSSESSOR = spaced(
    r"\s{0,3}(?:(?:the|your|its|his|her|their|said|such|that|any|actual|personal|first|initial)\s"
    r"|(?:the\s)?(?:date|day|time)\s(?:(?:of|on\swhich|when|that)\s)?|(?:\w{2,20}(?:'s|s')|provider"
    r"|recipient|custodian|you|company)\s){0,4}"
)


def _loosely(low: str, end: int) -> tuple[Direction | None, Trigger, str | None, int]:
    """A direction further on in the clause ("48 hours, so that …, after he would be released")."""
    clause = _clause(low, end)
    match = _LOOSE_AFTER.match(clause)
    if match is None:
        return None, Trigger.UNKNOWN, None, end
    found = find_trigger(clause[match.end() : match.end() + 90].replace("\n", " "))
    if found is None or found[0] is not Trigger.RELEASE:
        return None, Trigger.UNKNOWN, None, end
    before = match["dir"] not in ("after", "from", "following", "beyond")
    stop = match.end() + found[2]
    direction = Direction.BEFORE if before else Direction.AFTER
    return direction, found[0], " ".join(clause[match.end() : stop].split()), end + stop


_IN_ADVANCE = re.compile(
    r"\s{0,3}(?:'\s?)?(?:in\s{1,3}advance|beforehand|ahead\s{1,3}of\s{1,3}time"
    r"|(?:advance|prior)\s{1,3}(?:written\s{1,3})?(?:notice|notification|warning)"
    r"|de\s{1,3}(?:anticipacion|antelacion))\b"
)
_LATER_RELEASE = spaced(
    r"[^.;]{0,90}?\b(?P<release>releas(?:e|ed|ing)|(?:set|go|goes|going)\sfree|free\sto\s(?:go|leave)"
    r"|let\sgo|walks?\sout)\b"
)
"""A release named only behind "beforehand" ("48 hours beforehand, of the hour of release")."""
_OF_RELEASE = spaced(
    r"\s(?:of|to|before|prior\sto)\s(?:\w{1,14}\s){0,5}?(?P<release>releas\w{1,3}|discharge)"
)


def _in_advance(
    low: str, start: int, end: int
) -> tuple[Direction | None, Trigger, str | None, int]:
    """A period counted back from an event named before it ("48 hours in advance")."""
    match = _IN_ADVANCE.match(low, end)
    if match is None:
        return None, Trigger.UNKNOWN, None, end
    of_release = _OF_RELEASE.match(low, match.end())
    if of_release is not None:
        return Direction.BEFORE, Trigger.RELEASE, of_release["release"], of_release.end()
    freed = _LATER_RELEASE.match(low, match.end(), match.end() + 120)
    if freed is not None:
        return Direction.BEFORE, Trigger.RELEASE, freed["release"], freed.end()
    left = re.split(r"[.;:]\s", low[max(0, start - 140) : start])[-1].replace("\n", " ")
    for trigger in (Trigger.RELEASE, Trigger.HEARING):
        named = re.search(
            r"releas\w{1,3}|liberacion"
            if trigger is Trigger.RELEASE
            else r"hearing|trial|audiencia",
            left,
        )
        if named is not None:
            return Direction.BEFORE, trigger, named[0], match.end()
    return Direction.BEFORE, Trigger.UNKNOWN, None, match.end()


def _clause(low: str, at: int) -> str:
    window = low[at : at + 160]
    cut = _CLAUSE_END.search(window)
    return window[: cut.start()] if cut else window
