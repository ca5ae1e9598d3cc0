"""Times of day and zone words beside a date, as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tecum.reading.text.numbers_in_words import CARDINAL, cardinal

__all__ = ["FoundTime", "time_after", "time_before"]

_ZONE = (
    r"(?:\s{0,2}[(,]?\s{0,2}(?P<zone>(?:[ecmph][sd]?t|ak[sd]t|hst|utc|gmt)\b"
    r"|(?:eastern|central|mountain|pacific|alaska|hawaii)(?:[\s-](?:standard|daylight|prevailing))?"
    r"(?:[\s-]time)?\b|local\stime|hora\s(?:del\seste|local))\)?)?"
)
_EMPTY = r"(?:\[[\s_]?\]|[\u2610\u25a1])"
_TICKED = r"(?:\[x\]|[\u2611\u2612\u25a0])"
_TIME = (
    r"(?:"
    r"(?:[a-z]{3,9}(?:[\s-][a-z]{3,9})?\s\()?"
    r"(?P<h>[0-9]{1,2}"
    r"|b(?=:[0-5][0-9]))(?:[:.h](?P<min>[0-9]{2})(?::[0-9]{2})?)?\)?\s{0,2}"
    rf"(?:\s{{0,8}}(?:{_EMPTY}\s?[ap]\s?\.?\s?m\b\.?\s{{0,8}})?{_TICKED}\s?)?"
    rf"(?P<mer>[ap])\s?\.?\s?m\b\.?(?!\s?{_TICKED})"
    r"(?P<both>(?=\.?\s{0,8}(?:or\s|/\s?)?[ap]\s?\.?\s?m\b))?"
    r"|(?P<dh>[0-9]{1,2}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s{1,2}in\sthe))(?:[:.](?P<dm>[0-9]{2}))?\s{1,2}in\sthe\s(?P<dp>morning|forenoon|afternoon"
    r"|evening)"
    r"|(?P<h24>[01]?[0-9]|2[0-3]):(?P<m24>[0-5][0-9])(?::[0-5][0-9])?"
    rf"(?!\s{{1,2}}o'\s?clock|\s{{0,8}}(?:(?:{_EMPTY}|{_TICKED})\s?)?[ap]\s?\.?\s?m\b)"
    r"(?:\s{0,2}(?:hours|hrs?\b\.?"
    r"|horas|h\b))?"
    r"|(?P<mil>[0-2][0-9][0-5][0-9])(?:\s{0,2}(?:hours|hrs?\b\.?|h\b)|(?=\s{1,2}[ecmp][sd]?t\b))"
    rf"|(?P<oc>[0-9]{{1,2}}|{CARDINAL})(?::(?P<ocm>[0-5][0-9]))?\s{{1,2}}o'\s?clock"
    r"(?:,?\s{1,2}(?:in\sthe\s)?(?P<part>[ap]\s?\.?\s?m\b\.?|forenoon|morning|afternoon|evening))?"
    r"|(?:las?\s)(?P<lh>[0-9]{1,2})(?::(?P<lm>[0-9]{2}))?(?:\sde\sla\s(?P<lp>manana|tarde|noche))?"
    r"(?:\shoras|\s(?P<lmer>[ap])\.?\s?m\b\.?)?"
    r"|(?P<words>close\sof\s(?:the\s)?business(?:\sday)?|end\sof\s(?:the\s)?(?:business\s)?day"
    r"|end\sof\sbusiness|c\.?o\.?b\.?|e\.?o\.?[bd]\.?|(?:12(?::00)?\s)?noon"
    r"|(?:12(?::00)?\s)?midnight"
    r"|mediodia|medianoche)(?![a-z])(?:\s?\([0-9:. apm]{3,12}\))?"
    r")"
)
_AFTER = re.compile(
    r"(?:[,;]?\s{0,3}(?:(?:at|@|by|before|from|(?:beginning|starting|commencing)\sat|no\slater\sthan"
    r"|not\slater\sthan|a|antes\sde"
    r"|a\smas\stardar\sa"
    r"|and|-|/|\(|time:|\s{0,30}at\s\(time\):?"
    r"|[\s;|]{0,6}(?:\([a-z]\)\s?)?(?:[a-z]{4,12}\s)?time\b:?)\s{0,2}){0,2}"
    r"(?:the\shour\sof\s|or\sbefore\s|approximately\s|about\s)?)"
    rf"{_TIME}{_ZONE}"
)
_BEFORE = re.compile(
    rf"{_TIME}{_ZONE}(?:\s{{0,2}}[,()]?\s{{0,3}}(?:on|of|del?|el|dia|the|or|before|,"
    rf"|this|next|coming){{0,1}}\s{{0,3}}){{0,3}}$"
)
_ZONE_SHORT = {"eastern": "E", "central": "C", "mountain": "M", "pacific": "P", "alaska": "AK"}


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time as HH:MM, or the words where they give none, with the zone as printed.

    ``value`` is None where a time is printed that no clock shows ("16:15 a.m.").
    """

    start: int
    end: int
    value: str | None
    tz: str | None
    flag: str | None = None


def time_after(low: str, position: int) -> FoundTime | None:
    """The time that directly follows a position of a plain text."""
    match = _AFTER.match(low, position, min(len(low), position + 90))
    return _found(match) if match else None


def time_before(low: str, position: int) -> FoundTime | None:
    """The time that directly precedes a position of a plain text."""
    start = max(0, position - 70)
    window = low[start:position]
    for match in re.finditer(_STARTS, window):
        before = window[: match.start()][-1:]
        if before.isalnum() or before == ":":
            continue
        if _SPAN_OF_HOURS.search(window, 0, match.start()):
            continue
        whole = _BEFORE.match(window, match.start())
        if whole:
            found = _found(whole)
            if found is None:
                continue
            return FoundTime(
                start + found.start, start + found.end, found.value, found.tz, found.flag
            )
    return None


_SPAN_OF_HOURS = re.compile(r"(?:[0-9]|[ap]\.?m\.?)\s{0,2}(?:to|-|\u2013|\u2014)\s{0,2}$")
"""Before the end of some hours ("video of May 3, 5 to 7 p.m., on June 30"): they set no hour."""
_STARTS = (
    rf"[0-9]|close\s|end\s|c\.?o\.?b|e\.?o\.?[bd]|noon|midnight|mediodia|medianoche|las?\s"
    rf"|{CARDINAL}\s(?:o'|in\sthe\s)"
)


def _found(match: re.Match[str]) -> FoundTime | None:
    got = match.groupdict()
    start = next(match.start(k) for k in ("h", "dh", "h24", "mil", "oc", "lh", "words") if got[k])
    value, flag = _value(got)
    if value is None and got["mer"]:
        flag = flag or "unreadable_time"
    elif value is None:
        return None
    return FoundTime(start, match.end(), value, _zone(got["zone"]), flag)


def _value(got: dict[str, str | None]) -> tuple[str | None, str | None]:
    if got["words"]:
        return _in_words(got["words"])
    if got["dh"]:
        part_of_day = "a" if got["dp"] in ("morning", "forenoon") else "p"
        return _clock(_hour(got["dh"]), int(got["dm"] or 0), part_of_day), None
    if got["h24"]:
        return _clock(int(got["h24"]), int(got["m24"] or 0)), None
    if got["mil"]:
        return _clock(int(got["mil"][:2]), int(got["mil"][2:])), None
    if got["h"]:
        if got["both"] is not None:  # a form prints both halves, one to be struck out or ticked
            return None, "which_half_of_day"
        hour = 8 if got["h"] == "b" else int(got["h"])
        return _clock(hour, int(got["min"] or 0), got["mer"]), None
    if got["oc"]:
        spoken = int(got["oc"]) if got["oc"].isdecimal() else cardinal(got["oc"])
        part = (got["part"] or "")[:1]
        half = {"f": "a", "m": "a", "a": "a", "p": "p", "e": "p"}.get(part)
        if (got["part"] or "").startswith("afternoon"):
            half = "p"
        flag = None if half else "which_half_of_day"
        return (_clock(spoken, int(got["ocm"] or 0), half) if spoken is not None else None), flag
    half = got["lmer"] or {"manana": "a", "tarde": "p", "noche": "p"}.get(got["lp"] or "")
    return _clock(int(got["lh"] or 0), int(got["lm"] or 0), half), None


def _hour(printed: str) -> int:
    return int(printed) if printed.isdecimal() else cardinal(printed) or 0


def _in_words(words: str) -> tuple[str, str | None]:
    if "noon" in words or words == "mediodia":
        return "12:00", None
    if "midnight" in words or words == "medianoche":
        return "midnight", "midnight_of_which_day"
    if words.startswith("end of") and "business" not in words:
        return "end of day", None
    return ("end of day" if words.replace(".", "") == "eod" else "close of business"), None


def _clock(hour: int, minute: int, half: str | None = None) -> str | None:
    if half and (hour > 23 or (half == "a" and hour > 12)):
        return None
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def _zone(printed: str | None) -> str | None:
    if not printed:
        return None
    words = printed.replace("-", " ").split()
    letter = _ZONE_SHORT.get(words[0])
    if letter:
        middle = {"standard": "S", "daylight": "D"}.get(words[1] if len(words) > 1 else "", "")
        return f"{letter}{middle}T"
    if words[0] == "hawaii":
        return "HST"
    return printed.upper() if len(printed) <= 4 else printed
