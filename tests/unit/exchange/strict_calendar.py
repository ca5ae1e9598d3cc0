"""A second reader of iCalendar, strict and small, that shares no code with the writer.

It reads what RFC 5545 says a stream is: octets, folded lines, content lines, components; and it
refuses what the grammar or the cardinality of a component refuses.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

NAME = r"[A-Za-z0-9-]+"
PARAM = rf'{NAME}=(?:"[^"\x00-\x08\x0a-\x1f]*"|[^";:,\x00-\x08\x0a-\x1f]*)'
LINE = re.compile(rf"({NAME})((?:;{PARAM})*):(.*)", re.DOTALL)
DURATION = re.compile(r"[+-]?P(?:\d+W|\d+D(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?|T(?:\d+[HMS])+)")
INSTANT = re.compile(r"\d{8}T\d{6}Z")
LOCAL = re.compile(r"\d{8}T\d{6}")
OFFSET = re.compile(r"([+-])(\d{2})(\d{2})(\d{2})?")

ONCE = {
    "VCALENDAR": {"PRODID", "VERSION"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART"},
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "TZOFFSETTO", "TZOFFSETFROM"},
    "DAYLIGHT": {"DTSTART", "TZOFFSETTO", "TZOFFSETFROM"},
}
AT_MOST_ONCE = {
    "VCALENDAR": {"CALSCALE", "METHOD"},
    "VEVENT": {"SEQUENCE", "STATUS", "CLASS", "TRANSP", "SUMMARY", "DESCRIPTION", "URL"}
    | {"LAST-MODIFIED", "DTEND", "DURATION", "CREATED"},
    "VTIMEZONE": {"LAST-MODIFIED", "TZURL"},
    "VALARM": {"DURATION", "REPEAT"},
    "STANDARD": {"RRULE"},
    "DAYLIGHT": {"RRULE"},
}
INSIDE = {
    "": {"VCALENDAR"},
    "VCALENDAR": {"VEVENT", "VTIMEZONE"},
    "VEVENT": {"VALARM"},
    "VTIMEZONE": {"STANDARD", "DAYLIGHT"},
}
TEXTS = {"SUMMARY", "DESCRIPTION", "UID", "TZID", "TZNAME", "PRODID", "VERSION", "X-WR-CALNAME"}


class NotACalendar(Exception):
    """The octets are not what RFC 5545 calls a calendar."""


@dataclass
class Property:
    """One content line."""

    name: str
    params: dict[str, str]
    value: str


@dataclass
class Component:
    """A component with its lines and parts."""

    name: str
    lines: list[Property] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        return [row for row in self.lines if row.name == name]

    def one(self, name: str) -> Property:
        found = self.all(name)
        if len(found) != 1:
            raise NotACalendar(f"{self.name}: {len(found)} {name}")
        return found[0]

    def named(self, name: str) -> list[Component]:
        return [row for row in self.parts if row.name == name]


def parse(stream: bytes) -> Component:
    """The calendar in a stream of octets."""
    root = Component("")
    stack = [root]
    for row in map(_content_line, _unfolded(stream)):
        if row.name == "BEGIN":
            if row.value not in INSIDE.get(stack[-1].name, ()):
                raise NotACalendar(f"{row.value} inside {stack[-1].name}")
            made = Component(row.value)
            stack[-1].parts.append(made)
            stack.append(made)
        elif row.name == "END":
            if row.value != stack[-1].name or len(stack) == 1:
                raise NotACalendar(f"END:{row.value} in {stack[-1].name}")
            _check(stack.pop())
        elif len(stack) == 1:
            raise NotACalendar(f"{row.name} outside the calendar")
        else:
            stack[-1].lines.append(row)
    if len(stack) != 1 or len(root.parts) != 1:
        raise NotACalendar("a stream of one calendar was expected")
    (calendar,) = root.parts
    _check_names(calendar)
    return calendar


def _unfolded(stream: bytes) -> Iterator[str]:
    """Lines ended by CRLF, no longer than 75 octets, joined where the next begins with a space."""
    if not stream.endswith(b"\r\n"):
        raise NotACalendar("the last line has no end")
    kept = b""
    for n, line in enumerate(stream[:-2].split(b"\r\n")):
        if b"\n" in line or b"\r" in line or len(line) > 75:
            raise NotACalendar(f"line {n + 1}: a bare line end, or longer than 75 octets")
        if line[:1] in (b" ", b"\t"):
            kept += line[1:]
            continue
        if n:
            yield kept.decode("utf-8")
        if not line:
            raise NotACalendar(f"line {n + 1} is empty")
        kept = line
    yield kept.decode("utf-8")


def _content_line(line: str) -> Property:
    found = LINE.fullmatch(line)
    if found is None or re.search(r"[\x00-\x08\x0a-\x1f\x7f]", found[3]):
        raise NotACalendar(f"no content line: {line!r}")
    params = dict(part.split("=", 1) for part in re.findall(PARAM, found[2]))
    return Property(
        found[1].upper(), {k.upper(): v.strip('"') for k, v in params.items()}, found[3]
    )


def text_of(value: str) -> str:
    """The words of a TEXT value; a separator or a backslash that is not escaped is refused."""
    if re.fullmatch(r"(?:[^\\;,]|\\[\\;,nN])*", value) is None:
        raise NotACalendar(f"not escaped: {value!r}")
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)


def _check(made: Component) -> None:
    """How often each line may stand, and what its value may be."""
    counted = Counter(row.name for row in made.lines)
    for name in ONCE.get(made.name, ()):
        if counted[name] != 1:
            raise NotACalendar(f"{made.name}: {counted[name]} {name}")
    for name in AT_MOST_ONCE.get(made.name, ()):
        if counted[name] > 1:
            raise NotACalendar(f"{made.name}: {counted[name]} {name}")
    for row in made.lines:
        if row.name in TEXTS:
            text_of(row.value)
        _check_value(made, row)
    if made.name == "VTIMEZONE" and not made.parts:
        raise NotACalendar("a time zone without rules")
    if made.name == "VCALENDAR" and (not made.parts or made.one("VERSION").value != "2.0"):
        raise NotACalendar("no version 2.0, or nothing in it")


def _check_value(made: Component, row: Property) -> None:
    words = {
        "STATUS": ("TENTATIVE", "CONFIRMED", "CANCELLED"),
        "CLASS": ("PUBLIC", "PRIVATE", "CONFIDENTIAL"),
        "TRANSP": ("OPAQUE", "TRANSPARENT"),
        "ACTION": ("DISPLAY",),
        "METHOD": ("PUBLISH",),
        "CALSCALE": ("GREGORIAN",),
    }
    forms = {"DTSTAMP": INSTANT, "LAST-MODIFIED": INSTANT, "TRIGGER": DURATION}
    forms |= {"SEQUENCE": re.compile(r"\d+"), "TZOFFSETTO": OFFSET, "TZOFFSETFROM": OFFSET}
    if row.name in words and row.value not in words[row.name]:
        raise NotACalendar(f"{row.name}:{row.value}")
    if row.name in forms and forms[row.name].fullmatch(row.value) is None:
        raise NotACalendar(f"{row.name}:{row.value}")
    is_onset = made.name in ("STANDARD", "DAYLIGHT") and row.name == "DTSTART"
    if is_onset and (row.params or LOCAL.fullmatch(row.value) is None):
        raise NotACalendar(f"onset {row.value} is not a local time")


def _check_names(calendar: Component) -> None:
    """Every zone that is used is described, and no two events share a name."""
    zones = {row.one("TZID").value for row in calendar.named("VTIMEZONE")}
    events = calendar.named("VEVENT")
    for event in events:
        used = event.one("DTSTART").params.get("TZID")
        if used is not None and used not in zones:
            raise NotACalendar(f"zone {used} is not described")
        start_of(event, calendar)
    if len({row.one("UID").value for row in events}) != len(events):
        raise NotACalendar("two events of one name")


def start_of(event: Component, calendar: Component) -> date | datetime:
    """When an event begins, by the zone's description in the file alone.

    A wall time that exists twice is the earlier one (RFC 5545, 3.3.5).
    """
    row = event.one("DTSTART")
    if row.params.get("VALUE") == "DATE":
        return datetime.strptime(row.value, "%Y%m%d").date()
    if INSTANT.fullmatch(row.value):
        return datetime.strptime(row.value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    if "TZID" not in row.params or LOCAL.fullmatch(row.value) is None:
        raise NotACalendar(f"DTSTART:{row.value} has no zone")
    wall = datetime.strptime(row.value, "%Y%m%dT%H%M%S")
    described = next(
        zone for zone in calendar.named("VTIMEZONE")
        if zone.one("TZID").value == row.params["TZID"]
    )  # fmt: skip
    changes = onsets(described)
    ends = [*(at for at, _, _ in changes[1:]), datetime.max]
    for (at, _, now), end in zip(changes, ends, strict=True):
        if at <= wall - now < end:
            return (wall - now).replace(tzinfo=UTC)
    raise NotACalendar(f"{wall} is no time of the zone")


def offset(value: str) -> timedelta:
    """A TZOFFSET as a duration."""
    sign, hours, minutes, seconds = OFFSET.fullmatch(value).groups()  # type: ignore[union-attr]
    found = timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds or 0))
    return -found if sign == "-" else found


def onsets(zone: Component) -> list[tuple[datetime, timedelta, timedelta]]:
    """Every change of a zone: the moment in UTC, the offset before and after; RRULE is refused."""
    found = []
    for part in zone.parts:
        if part.all("RRULE"):
            raise NotACalendar("a rule of recurrence, which this reader does not follow")
        before, after = offset(part.one("TZOFFSETFROM").value), offset(part.one("TZOFFSETTO").value)
        listed = [text for row in part.all("RDATE") for text in row.value.split(",")]
        for text in dict.fromkeys([part.one("DTSTART").value, *listed]):
            wall = datetime.strptime(text, "%Y%m%dT%H%M%S")
            found.append((wall - before, before, after))
    return sorted(found)


def offset_at(changes: list[tuple[datetime, timedelta, timedelta]], at: datetime) -> timedelta:
    """The offset that a description gives for an instant."""
    moments = [moment for moment, _, _ in changes]
    n = bisect_right(moments, at.astimezone(UTC).replace(tzinfo=None))
    return changes[n - 1][2] if n else changes[0][1]
