"""Labels of forms that make a date a due date: "Date and Time:", "Response due", heads of columns.

Authority: READING 11; READING 12 (fields of forms).
"""

from __future__ import annotations

import re
from datetime import date

from tecum.reading.dates.calendar_words import FoundDate, find_dates
from tecum.reading.dates.times_of_day import FoundTime, time_after
from tecum.reading.text.matching import spaced
from tecum.words import DueFor

__all__ = [
    "OTHER_LABEL", "due_label", "duty_of_label", "in_date_box", "is_of_event", "is_own_hour",
    "labelled", "time_field",
]  # fmt: skip

_LABEL = spaced(
    r"(?:^|\n|\s{2}|[;:.)|]\s|[0-9]\.\s?|\b)(?P<label>(?:return\s)?dates?\W{0,3}(?:and|/|&|,"
    r"|y)\W{0,3}(?:time|hour|hora)s?(?:\s(?:of|for|due|and\splace)\b[a-z ]{0,24})?"
    r"|time\s?(?:,|and|/|&)\s?(?:date|place,?\sand\sdate)|when|returnable|return(?:\s(?:date|by"
    r"|on))?"
    r"|(?:due|needed|wanted|return(?:ed)?|send|report)?\s?back\s(?:by|on|before|no\slater\sthan)"
    r"|due(?:\s(?:date|by|on|back|no\slater\sthan))?|date\sdue"
    r"|(?:date|day)(?:,?\s(?:and|&|/)\s(?:time|hour))?\sof\s(?:the\s|our\s)?(?:visit|inspection|audit|call"
    r"|pick-?up)|(?<=\n)(?:on|by)(?=\s?:)"
    r"|(?:initial|first|interim|partial|final|full)\s(?:response|reply|production|report|submission|answers?)(?=\s?:)"
    r"|(?:response|reply|answer|compliance|production|records|report|documents)\s(?:is\s"
    r"|are\s)?(?:due|deadline|requested(?:\sby)?|required(?:\sby)?|needed(?:\sby)?"
    r"|expected(?:\sby)?|wanted(?:\sby)?)(?:\s(?:date|by|on))?"
    r"(?:\s(?:in|at)\s(?:this|our|the)\s(?:office|hands|agency|bureau|department|unit))?"
    r"|(?:response|reply|answer|compliance|production)\sdate(?:\s(?:by|on))?|needed"
    r"|by\sthe\sfollowing\s(?:date|day|time)(?:\sand\stime)?"
    r"|(?:respond|reply|comply|produce|answer|submit|return|deliver|provide)\s(?:by|before"
    r"|no\slater\sthan)|deadline(?:\sfor\s[a-z ]{1,24})?|suspense(?:\sdate)?"
    r"|date\s(?:of|for)\s(?:the\s)?(?:oral\s|video\s)?(?:hearing|appearance|deposition|production|inspection"
    r"|return|compliance|examination|response|trial|testimony)(?:\sof\s(?:the\s)?(?:documents|records))?"
    r"|(?<=\n)production\sof\s(?:documents|records)(?=\s?:)"
    r"|(?:appearance|hearing|deposition|inspection|trial|examination|testimony)\sdate(?:\sand\stime)?"
    r"|(?<=\n)(?:deposition|appearance|examination\sunder\soath|testimony)(?=\s?:)"
    r"|date\s(?:required|needed)|(?:date|time)\sto\s(?:comply|respond|answer|reply|appear|produce)"
    r"(?:\s?/\s?(?:appear|produce|testify|comply))?(?:,\suntil\sreleased)?|(?:pick-?up|delivery)\sdate(?:\srequested)?|(?:needed|required"
    r"|requested)\sby(?:\sdate)?"
    r"|time\sof\sappearance|on\s\(date(?:\sand\stime)?\)"
    r"|date\sand\stime\s(?:of|for)\s[a-z]{4,14}|plazo(?:\sde\srespuesta)?"
    r"|fecha\s(?:limite(?:\spara\s[a-z]{4,14}(?:\s[a-z]{2,14}){0,3})?"
    r"|y\shora|de\s(?:vencimiento|comparecencia|respuesta|entrega))(?:\sde\s[a-z]{4,14})?)"
    r"\s{0,3}(?:\([a-z ,/]{1,30}\)\s{0,2})?(?:\.{2,40}|[:.#|-])?\s{0,24}(?:(?:the|el)\s)?$"
)
_DATE_AND_TIME = spaced(
    r"(?:^|\n|[0-9]\.\s|\b)(?P<label>date\sand\stime(?!\s(?:issued|signed|received|filed|printed"
    r"|executed"
    r"|warrant|of\s(?:arrest|offen|birth|incident|execution|issu|service)))(?:\s[a-z]{1,12}){1,8})"
    r"\s{0,3}:?\s{0,6}$"
)
_LABEL_AHEAD = spaced(
    r"(?:date\s?(?:,|and|/|&)\s?time|when|return\sdate|due\sdate|response\sdue|deadline"
    r"|fecha\sy\shora|fecha\slimite)\s?:|(?:following|said|same)\s(?:date|time|place"
    r"|location)(?:,?\s(?:and\s)?(?:date|time|place"
    r"|location)){0,2}\s?:|(?:[a-z]{4,12},\s){1,2}(?:date|time),?\s(?:and\s"
    r"|or\s)?(?:date|time|place)\s?[:\n]|(?:place\sand\stime|time\sand\splace"
    r"|date,?\stime,?\sand\splace)\s(?:for|of)\s[a-z]{4,14}",
)
_BELOW = spaced(
    r"(?:place|date|time)[a-z, ]{0,30}\s(?:specified|stated|shown|set\sforth|indicated|listed)"
    r"\s(?:here)?below\s?:[^:;]{0,110}$"
)
"""The end of a command whose place and time stand in the block below it."""
_DATE_LABEL = spaced(r"\bdate\s?:?\s{0,4}$")
_TIME_LABEL = spaced(
    r"[\s,;|]{0,6}(?:\([a-z]\)\s?|[a-z0-9]\.\s)?(?:at\s)?(?:time|tine|tirne|tlme)\b"
)
_MACHINE = re.compile(
    r"\bfax\b|\b(?:page|pg|p)\b\.?\s{0,2}[0-9]{1,3}\s?(?:of|/)|\bprinted\b|[0-9]:[0-9]{2}:[0-9]{2}"
)
"""A line that a machine wrote: a fax header, a print or a log line."""
_TIME_FIELD = spaced(
    r"(?:\n|\s{2})\s{0,8}(?:\([a-z]\)\s?|[a-z0-9]\.\s)?time\s?:?\s{0,4}(?:(?:by|at)\s)?(?=[0-9n]|$)"
)
OTHER_LABEL = spaced(
    r"(?:date|dated|issued|signed|fecha|filed|received|served|born|birth|dob)\b[a-z ]{0,12}:"
)
_HEADER = spaced(
    r"(?:^|\n|\||\s{2})\s{0,8}(?P<label>(?:date\s?(?:and|/|&)\s?time|return\sdate|due\sdate"
    r"|date\sdue|due"
    r"|(?:response|reply|production|compliance)\s(?:due|date|deadline)|deadline|respond\sby|due\sby"
    r"|(?:(?:we\s)?(?:need|want)(?:\s(?:it|them|this))?|return|send|submit|provide|furnish"
    r"|deliver|supply"
    r"|file|received?|wanted|required|needed|owed)?\s?(?:by|on\sor\sbefore|no\slater\sthan"
    r"|not\slater\sthan"
    r"|by\swhen|when)"
    r"|(?:to\sbe\s)?(?:received|delivered|produced|provided)\s(?:by|on\sor\sbefore)|produce\sby"
    r"|when|suspense|date\s(?:needed|required|wanted)|(?:needed|required|reply"
    r"|answer|produce)\s(?:by|no\slater\sthan|on\sor\sbefore)|(?:produce|due)\son)(?:\s(?:of"
    r"|for)\s\w{4,14})?)\s{0,4}(?:\||\n|\s{2}|$)"
)
"""The head of a column: a due label that stands in a line of its own or between others."""


def is_of_event(label: str, low: str) -> bool:
    """Whether a label names the day of a hearing to which the paper calls nobody.

    Args:
        label: The label, plain.
        low: The whole text, plain.
    """
    return _OF_EVENT.search(label) is not None and _CALLS.search(low) is None


_SET_BELOW = spaced(
    r"\b(?:date|time|day|hour)s?\b[a-z, ]{0,40}\s(?:specified|stated|shown|set\s(?:forth|out)"
    r"|indicated"
    r"|listed|given|named|described|below|above|following)\b|\bfollowing\s(?:date|time|day|place)\b"
)


_COMES = re.compile(
    r"\b(?:appear|attend|testif|summoned|commanded|subpoena|deponent|deposition|hearing|trial|inspect"
    r"|visit|audit|interview|examin|pick(?:ed)?[ -]?up|collect|report to|be present|produc|served)"
)
"""What may be to come at a date and time, where it is not known when the paper was written."""


def is_own_hour(low: str, label: str | None, day: FoundDate, issued: date | None) -> bool:
    """Whether a bare "Date:" and "Time:" say when the paper was written, not when to come."""
    if label != "date and time" or day.value is None or _SET_BELOW.search(low):
        return False
    return day.value <= issued if issued is not None else _COMES.search(low) is None


def due_label(before: str) -> re.Match[str] | None:
    """The due label ("Date and Time:", "WHEN:", "Response due") that ends a text, if any."""
    return _LABEL.search(before[-80:])


def labelled(
    low: str, floor: int, begin: int, day: FoundDate, timed: FoundTime | None
) -> tuple[int, str] | None:
    """Where the due label of a date begins, and the label, or None where it has none.

    Args:
        low: The text, plain.
        floor: Where the unit, or the date before, ends.
        begin: Where the date, or the time before it, begins.
        day: The date.
        timed: Its time, if printed.
    """
    before = low[max(0, begin - 90) : begin]
    match = _LABEL.search(before) or _DATE_AND_TIME.search(before)
    if match is not None and _is_torn(before, match):
        match = None
    if match is not None and max(0, begin - 90) + match.end() >= floor - 90:
        label = " ".join(match["label"].split())
        if label.startswith("on (date") and _SIGNED.search(before[: match.start("label")]):
            return None
        on_alone = label == "by" and not _RETURN_ABOVE.search(before[: match.start()])
        on_alone = on_alone or (
            label == "on" and (timed is None or not _PLACE_ABOVE.search(before[: match.start()]))
        )
        # Under "Requested by" a form names who asks; a date below stands in another field.
        on_alone = on_alone or (label == "requested by" and "\n" in match[0])
        others = _EVENTS_DAY.search(before[: match.start("label")]) or _OF_ELSE.search(label)
        if on_alone or others or is_of_event(label, low):
            return None
        bare = label.split()[-2:-1] == ["back"] or label in (
            "when",
            "due",
            "returnable",
            "time of appearance",
            "plazo",
            "needed",
            "return",
            "due on",
            "due by",
            "deposition",
            "appearance",
            "testimony",
            "production of documents",
            "production of records",
        )
        tail = match[0].rstrip()
        gap = match[0][len(tail) :]
        apart = "\n" in gap or ("  " in gap and before[: match.start("label")].endswith("\n"))
        if not bare or tail.endswith((":", ".", "-", "|")) or apart:
            return max(0, begin - 90) + match.start("label"), label
    below = _BELOW.search(low[max(0, begin - 190) : begin]) if timed is not None else None
    if below is not None:
        return begin, "date and time"
    header = _headed(low, begin)
    if header is not None:
        return begin, header
    if timed is None:
        return None
    line = low[low.rfind("\n", 0, begin) + 1 : day.end + 120].split("\n", 1)[0]
    if _MACHINE.search(line):
        return None
    if _DATE_LABEL.search(before) and (
        _TIME_LABEL.match(low, day.end, day.end + 60)
        or _TIME_FIELD.search(low, day.end, max(day.end, timed.start))
    ):
        return day.start, "date and time"
    window_start = max(0, floor - 200 if floor == begin else begin - 220)
    window = low[window_start:begin]
    last = None
    for ahead in _LABEL_AHEAD.finditer(window):
        last = ahead
    if last is None or OTHER_LABEL.search(window, last.end()):
        return None
    return day.start, last[0].rstrip(": ")


def _is_torn(before: str, label: re.Match[str]) -> bool:
    """Whether the words of a label stand in two lines, the first of which is of something else.

    "To: Example Mutual, Compliance" over "Date: ..." holds no "compliance date".
    """
    first = label["label"].find("\n")
    if first < 0:
        return False
    ahead = before[: label.start("label")].rsplit("\n", 1)[-1]
    return bool(ahead.strip()) and not ahead.endswith(("  ", "|", "| "))


_PLACE_ABOVE = spaced(
    r"\n[ ]{0,20}(?:to\s)?(?:appear|produce|report|place|where|before|at|location|deliver)\b"
    r"[^\n]{0,12}:[^\n]{0,80}$"
)
"""The line of a form that says before whom or where, above "On: …"."""


_RETURN_ABOVE = spaced(
    r"(?:^|\n)[ ]{0,20}(?:please\s)?(?:return|mail|send|submit|reply|respond|deliver)\s"
    r"(?:\w{2,8}\s){0,2}?to\b[^\n]{0,80}$"
)
"""The line of a form that says whither, above "By: …"."""


def _headed(low: str, begin: int) -> str | None:
    """The due label at the head of the column in which a date stands."""
    row = low.rfind("\n", 0, begin) + 1
    above = _head_of(low, row)
    cell = low[row:begin]
    if len(cell) > 70 or not above.strip() or above.rstrip().endswith((".", ",", ";")):
        return None
    match = _HEADER.search(above)
    if match is None or _PROSE.search(_CELL_BORDER.split(cell)[-1]):
        return None
    if not _in_column(low[row : low.find("\n", begin) + 1 or len(low)], above, cell, match):
        return None
    rest = above.replace(match["label"], "", 1)
    cells = len(re.findall(r"\||\s{2,}", above.strip()))
    if cells == 0 and len(rest.split()) > 3:
        return None
    return " ".join(match["label"].split())


_CELL_BORDER = re.compile(r"\s*\|\s*|\s{2,}")


def _in_column(row: str, above: str, cell: str, head: re.Match[str]) -> bool:
    """Whether a date stands under its head, as far as the cells of both lines can be counted."""
    width = [len(_CELL_BORDER.split(line.strip(" |"))) for line in (row, above)]
    if width[0] != width[1]:
        return True
    ahead = above[: head.start("label")]
    return len(_CELL_BORDER.split(ahead.lstrip(" |"))) == len(_CELL_BORDER.split(cell.lstrip(" |")))


_CELLS = re.compile(r"\S\s*(?:\||\s{2,})\s*\S")
_ROWS = 12


def _head_of(low: str, row: int) -> str:
    """The line above a row, or above the rows of the same table that hold dates too."""
    above = ""
    for _ in range(_ROWS):
        above = low[max(0, row - 160) : row].rstrip("\n").rsplit("\n", 1)[-1]
        if not (_CELLS.search(above) and find_dates(above)):
            return above
        row -= len(above) + 1
    return above


_EVENTS_DAY = spaced(
    r"\b(?:incident|offen[sc]e|arrest|accident|crash|collision|call|event|booking|loss|occurrence"
    r"|print"
    r"|printed|sent|received|submitted|submission|transmission|fax|birth|issue|report|dispatch"
    r"|entry"
    r"|encounter|stop)(?:'s)?\s$"
)
"""The event or the act of sending whose day and hour a label names."""
_OF_EVENT = re.compile(r"hearing|trial|examination")
_CALLS = re.compile(r"\b(?:appear|attend|testif|summoned|commanded|subpoena|deponent)")
_OF_ELSE = re.compile(
    r"\b(?:of|for)\s(?:the\s)?(?:service|issu|arrest|offen|birth|incident|execution|delivery"
    r"|receipt"
    r"|loss|death|booking|call|crime|accident|sign)"
)
_SIGNED = re.compile(r"\b(?:signed|signature|issued|served|sworn|witness)\b[^\n]{0,70}$")
_PROSE = re.compile(
    r"\b(?:dated|since|between|through|issued|signed|filed|received|the|you|on)\b|:"
)


def in_date_box(low: str, position: int) -> bool:
    """Whether a position stands right behind the bare label "Date:"."""
    return _DATE_LABEL.search(low[max(0, position - 30) : position]) is not None


def time_field(low: str, at: int, limit: int) -> FoundTime | None:
    """The time in the box beside or below a box with a date."""
    match = _TIME_FIELD.search(low, at, limit)
    return time_after(low, match.end()) if match else None


def duty_of_label(label: str) -> DueFor:
    """What a due label limits: appearing, producing, or answering."""
    if re.search(r"production of", label):
        return DueFor.PRODUCTION
    if re.search(r"hearing|appear|deposition|trial|testim|examination|comparecencia", label):
        return DueFor.TESTIMONY
    if re.search(r"produc|records|documents|inspection|entrega", label):
        return DueFor.PRODUCTION
    return DueFor.RESPONSE
