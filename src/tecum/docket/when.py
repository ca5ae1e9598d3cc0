"""When something happened in the world: a value with its kind, its precision and its words.

A date without kind is refused: service, announcement and filing of the same paper often
differ by days. An unknown date is a value of its own, never today.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tecum.docket.declare import PERSON, PLAIN, Text, field, part
from tecum.docket.errors import ActMalformed, DateWithoutKind
from tecum.docket.vocabulary import Certainty, DateKind, Precision
from tecum.worded import worded as _

__all__ = ["When", "WhenValue", "at", "on", "unknown"]

WhenValue = date | datetime


@part
class When:
    """A date or instant of one kind, as narrow as it is known.

    ``zone`` is the zone in which it was stated; an instant without zone compares by its date
    only. ``words`` keeps the text as stated ("Monday", "since mid-January").
    """

    kind: DateKind = field(PLAIN)
    value: WhenValue | None = field(PLAIN, default=None)
    precision: Precision = field(PLAIN, default=Precision.UNKNOWN)
    earliest: WhenValue | None = field(PLAIN, default=None)
    latest: WhenValue | None = field(PLAIN, default=None)
    zone: str | None = field(PLAIN, default=None)
    words: Text | None = field(PERSON, default=None)
    certainty: Certainty = field(PLAIN, default=Certainty.CERTAIN)

    def __post_init__(self) -> None:
        if not isinstance(self.kind, DateKind):
            raise DateWithoutKind(
                _("A date does not say what it is the date of."),
                why=_("Service, announcement and filing often differ by days."),
                do=_("Name the kind, e.g. served, sent, received, filed."),
            )
        problem = self._problem()
        if problem:
            raise ActMalformed(
                _("A date is not well formed: {problem}.", problem=problem), field="when"
            )

    def _problem(self) -> str | None:
        has = self.value is not None
        if self.precision is Precision.UNKNOWN and (has or self.earliest or self.latest):
            return "a value is given but the precision is unknown"
        if self.precision is Precision.INSTANT and not isinstance(self.value, datetime):
            return "an instant needs a time of day"
        if self.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR) and not has:
            return f"precision {self.precision} needs a value"
        if self.precision is Precision.BETWEEN and not (self.earliest and self.latest):
            return "between needs the earliest and the latest date"
        if self.precision is Precision.BEFORE and self.latest is None and not has:
            return "before needs a date"
        if self.precision is Precision.AFTER and self.earliest is None and not has:
            return "after needs a date"
        if self.zone is not None and not _is_zone(self.zone):
            return "the zone is not a time zone"
        first, last = self.interval()
        if first is not None and last is not None and first > last:
            return "the earliest date lies after the latest"
        return None

    @property
    def is_known(self) -> bool:
        """Whether anything at all is known of the date."""
        return self.precision is not Precision.UNKNOWN

    def interval(self) -> tuple[date | None, date | None]:
        """First and last day that the date may be, in the zone stated; None is open."""
        if self.earliest is not None or self.latest is not None:
            return self._day(self.earliest), self._day(self.latest)
        day = self._day(self.value)
        if day is None:
            return None, None
        match self.precision:
            case Precision.MONTH:
                return day.replace(day=1), _end_of_month(day)
            case Precision.YEAR:
                return date(day.year, 1, 1), date(day.year, 12, 31)
            case Precision.BEFORE:
                return None, day
            case Precision.AFTER:
                return day, None
            case Precision.ABOUT:
                return None, None
            case _:
                return day, day

    def earliest_instant(self) -> datetime | None:
        """The first instant at which it can have happened, in UTC, if that is bounded."""
        if isinstance(self.value, datetime) and self.value.tzinfo and not self.earliest:
            return self.value.astimezone(UTC)
        first, _ = self.interval()
        if first is None:
            return None
        return datetime(first.year, first.month, first.day, tzinfo=self._zone()).astimezone(UTC)

    def _day(self, value: WhenValue | None) -> date | None:
        if not isinstance(value, datetime):
            return value
        if value.tzinfo is not None and self.zone is not None:
            return value.astimezone(self._zone()).date()
        return value.date()

    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.zone or "UTC")


def at(kind: DateKind, instant: datetime, zone: str | None = None) -> When:
    """An instant that is certain."""
    return When(kind=kind, value=instant, precision=Precision.INSTANT, zone=zone)


def on(kind: DateKind, day: date, certainty: Certainty = Certainty.CERTAIN) -> When:
    """One day."""
    return When(kind=kind, value=day, precision=Precision.DAY, certainty=certainty)


def unknown(kind: DateKind) -> When:
    """Something that happened at a time nobody here knows."""
    return When(kind=kind)


def _end_of_month(day: date) -> date:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return following - timedelta(days=1)


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
