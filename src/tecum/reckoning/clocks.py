"""The clock: a period or a fixed date, with the provision that sets every part of it.

Roll direction, order of service days, cut-off and the rest differ from rule to rule, so
each is a field of the clock and none is a habit of the engine. A field that is None is not
stated; a clock that is ``counted by`` a method takes the method's value there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, time
from enum import unique
from typing import Any

from tecum.reckoning.errors import BadPeriod, NoRuleInForce, UnknownClock, unknown_name
from tecum.words import Confidence, Direction, Word

__all__ = [
    "Addition",
    "Alternative",
    "Bound",
    "CalendarRef",
    "Clock",
    "Closures",
    "Combination",
    "Combine",
    "Count",
    "CountMode",
    "Cutoff",
    "Deemed",
    "DeemedForm",
    "ExtendsFrom",
    "Extension",
    "Granularity",
    "Leap",
    "Period",
    "PeriodUnit",
    "Roll",
    "Short",
    "Tolling",
    "Window",
    "YearlySpan",
    "by_id",
    "version_at",
    "with_method",
]


@unique
class PeriodUnit(Word):
    """What a period is measured in."""

    HOURS = "hours"
    DAYS = "days"
    BUSINESS_DAYS = "business days"
    COURT_DAYS = "court days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@unique
class CountMode(Word):
    """Which days or hours of a period are counted."""

    EVERY_DAY = "every day"
    BUSINESS_DAYS = "business days"
    COURT_DAYS = "court days"
    ELAPSED = "elapsed"
    ON_BUSINESS_DAYS = "on business days"

    @property
    def of_hours(self) -> bool:
        """Whether the mode counts hours, not days."""
        return self in (CountMode.ELAPSED, CountMode.ON_BUSINESS_DAYS)

    @property
    def leaves_out_closed(self) -> bool:
        """Whether closed days are left out."""
        return self not in (CountMode.EVERY_DAY, CountMode.ELAPSED)


@unique
class Roll(Word):
    """What happens when the last day is closed."""

    NONE = "none"
    FORWARD = "forward"
    BACKWARD = "backward"
    SAME_DIRECTION = "same direction"
    FORWARD_SAME_TIME = "forward, same time"


@unique
class Closures(Word):
    """What one-off closings do."""

    IGNORE = "ignore"
    LAST_DAY = "last day: first accessible day, forward"
    NOT_COUNTED = "not counted"


@unique
class Bound(Word):
    """Whether the date is the last day or the first day for the act."""

    LATEST_DAY = "latest day"
    EARLIEST_DAY = "earliest day"


@unique
class Leap(Word):
    """Where the anniversary of a 29 February falls in a common year."""

    FEB_28 = "feb 28"
    MAR_1 = "mar 1"


@unique
class DeemedForm(Word):
    """When an event counts as having happened."""

    AS_STATED = "as stated"
    SECOND_DAY = "second day, then business day"
    SAME_BUSINESS_DAY = "same business day before"
    NEXT_BUSINESS_DAY = "next business day"
    BUSINESS_DAYS_LATER = "business days later"
    OPENING_HOURS = "opening hours"
    BUSINESS_DAY = "business day"


@unique
class Granularity(Word):
    """How finely a cut-off is judged."""

    MINUTE_INCLUSIVE = "minute inclusive"
    SECOND_EXCLUSIVE = "second exclusive"


@unique
class Combine(Word):
    """How a date is joined with another."""

    EARLIER_OF = "earlier of"
    LATER_OF = "later of"
    NOT_BEFORE = "not before"
    NOT_AFTER = "not after"


@unique
class ExtendsFrom(Word):
    """From where an extension is counted."""

    ORIGINAL_END = "original end"
    ROLLED_END = "rolled end"
    ORIGINAL_START = "original start"


LONGEST = 100_000
"""No period of law is longer, in any unit."""


@dataclass(frozen=True, slots=True)
class Period:
    """A length: ``14 days``, ``72 hours``, ``16 court days``.

    Raises:
        BadPeriod: zero or less; the direction is a key of its own.
    """

    n: int
    unit: PeriodUnit

    def __post_init__(self) -> None:
        if self.n <= 0:
            raise BadPeriod(
                f"A period of {self.n} {self.unit} is not a period.",
                why="Zero and negative lengths hide which way the period runs.",
                do='Write a length above zero and say "direction: before" where it runs back.',
            )
        if self.n > LONGEST:
            raise BadPeriod(f"A period of {self.n} {self.unit} is longer than any law's.")

    def __str__(self) -> str:
        word = self.unit.value
        return f"{self.n} {word[:-1] if self.n == 1 else word}"


@dataclass(frozen=True, slots=True)
class Short:
    """Periods below a threshold are counted otherwise (``short < 7: business days``)."""

    below: int
    mode: CountMode
    inclusive: bool = False

    def covers(self, n: int) -> bool:
        """Whether a stated length is short."""
        return n <= self.below if self.inclusive else n < self.below


@dataclass(frozen=True, slots=True)
class Count:
    """Which days count; ``clear`` leaves out both ends."""

    mode: CountMode = CountMode.EVERY_DAY
    clear: bool = False
    short: Short | None = None


@dataclass(frozen=True, slots=True)
class YearlySpan:
    """Days of every year, both ends in: ``07-01..08-31``; may run over New Year."""

    first: tuple[int, int]
    last: tuple[int, int]
    name: str = ""

    def covers(self, day: date) -> bool:
        """Whether the day lies inside."""
        at = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= at <= self.last
        return at >= self.first or at <= self.last

    def __str__(self) -> str:
        ends = f"{self.first[0]:02}-{self.first[1]:02}..{self.last[0]:02}-{self.last[1]:02}"
        return f"{self.name} {ends}".strip()


@dataclass(frozen=True, slots=True)
class Deemed:
    """When the event counts as having happened, for one service method or for all."""

    form: DeemedForm
    method: str | None = None
    n: int = 0
    before: time | None = None
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Addition:
    """Days that a method of service adds, before or after the roll, with their own roll.

    ``roll`` None means that the sum rolls as the clock does.
    """

    methods: tuple[str, ...]
    period: Period
    after_roll: bool
    roll: Roll | None = None
    not_for: str = ""
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Cutoff:
    """The moment of the last day at which it is over.

    ``at`` None with ``closing`` False is 24:00; ``zone`` None is the zone of the place.
    """

    at: time | None = None
    zone: str | None = None
    granularity: Granularity = Granularity.SECOND_EXCLUSIVE
    closing: bool = False


@dataclass(frozen=True, slots=True)
class Combination:
    """Another date that bounds this one; parts are clock ids, event names or ``itself``."""

    how: Combine
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extension:
    """A lawful extension and the date from which it is counted."""

    period: Period
    start: ExtendsFrom = ExtendsFrom.ORIGINAL_END
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Tolling:
    """A span in which the clock stands; ``ends_stated`` False makes its two ends readings."""

    stop: str
    resume: str
    restart: bool = False
    once: bool = False
    ends_stated: bool = True


@dataclass(frozen=True, slots=True)
class CalendarRef:
    """Calendar ids; ``state_of_court`` adds the court's state, for forward counts only."""

    ids: tuple[str, ...]
    state_of_court: bool = False

    def __str__(self) -> str:
        tail = ("state of court (forward only)",) if self.state_of_court else ()
        return " + ".join((*self.ids, *tail))


@dataclass(frozen=True, slots=True)
class Window:
    """When a version is in force and since when that is known; ``until`` is the day after."""

    start: date
    recorded: date
    until: date | None = None

    def covers(self, day: date, known_on: date) -> bool:
        """Whether a version with this window rules the day, as known then."""
        if self.recorded > known_on or day < self.start:
            return False
        return self.until is None or day < self.until

    def __str__(self) -> str:
        return f"from {self.start}" + (f" to {self.until}" if self.until else "")


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another defensible count: some keys of the clock with other values."""

    name: str
    changes: tuple[tuple[str, Any], ...]
    cite: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One version of a clock or, where it has no period, of a method of computation.

    ``start`` is the name of the event that starts it, ``fixed``, or ``event`` in a method;
    ``cites`` holds the citation of each key; ``pack`` is the digest of the pack it stands in;
    ``others`` are further versions under the same id.
    """

    id: str
    start: str
    title: str = ""
    source: str = ""
    deemed: tuple[Deemed, ...] = ()
    period: Period | None = None
    direction: Direction | None = None
    count: Count | None = None
    skip_spans: tuple[YearlySpan, ...] = ()
    start_day_included: bool | None = None
    leap: Leap | None = None
    roll: Roll | None = None
    fixed_date_rolls: bool | None = None
    closures: Closures | None = None
    service_adds: tuple[Addition, ...] = ()
    cutoff: Cutoff | None = None
    combine: Combination | None = None
    extends: Extension | None = None
    tolls: Tolling | None = None
    bound: Bound | None = None
    calendar: CalendarRef | None = None
    counted_by: str | None = None
    readings: tuple[Alternative, ...] = ()
    in_force: tuple[Window, ...] = ()
    unconfirmed: str = ""
    judged_at: str = ""
    confidence: Confidence | None = None
    cites: Mapping[str, str] = field(default_factory=dict)
    pack: str | None = None
    others: tuple[Clock, ...] = ()

    def cite(self, key: str) -> str:
        """The citation of one key, else the source of the whole clock."""
        return self.cites.get(key) or self.source

    @property
    def is_method(self) -> bool:
        """Whether this is a rule of computation only."""
        return self.period is None and self.start != "fixed"

    def is_in_force(self, day: date, known_on: date) -> bool:
        """Whether this version rules an event of that day; one without windows always does."""
        return not self.in_force or any(w.covers(day, known_on) for w in self.in_force)


def by_id(clocks: Iterable[Clock]) -> dict[str, Clock]:
    """Clocks by id; versions that share an id stand together, the newest in front."""
    grouped: dict[str, list[Clock]] = {}
    for clock in clocks:
        grouped.setdefault(clock.id, []).append(clock)
    newest = lambda clock: max((w.start for w in clock.in_force), default=date.min)
    return {
        name: replace((ranked := sorted(same, key=newest, reverse=True))[0], others=(*ranked[1:],))
        for name, same in grouped.items()
    }


def version_at(clock: Clock, day: date, known_on: date, *, forced: bool = False) -> Clock:
    """The version that rules an event of ``day``, as known on ``known_on``.

    ``forced`` takes the newest version where none was in force.

    Raises:
        NoRuleInForce: none does; names the versions that there are.
    """
    versions = (clock, *clock.others)
    for version in versions:
        if version.is_in_force(day, known_on):
            return version
    if forced:
        return clock
    windows = sorted((w for v in versions for w in v.in_force), key=lambda w: w.start)
    known = [w for w in windows if w.recorded <= known_on]
    before = [w for w in known if w.until and w.until <= day]
    after = [w for w in known if w.start > day]
    named = [f"the version before was in force {before[-1]}"] if before else []
    named += [f"the next is in force {after[0]}"] if after else []
    named += [] if known else [f"none was recorded by {known_on}"]
    raise NoRuleInForce(
        f'"{clock.id}" was not in force on {day}, as known on {known_on}: {"; ".join(named)}.',
        why="A period counted by a rule that did not apply gives a wrong date.",
        do="Name the clock that was in force on that day.",
        clock=clock.id,
        day=day.isoformat(),
    )


_OWN = frozenset(
    {"id", "start", "title", "source", "in_force", "unconfirmed", "judged_at", "confidence"}
    | {"pack", "others", "cites", "readings", "period", "counted_by"}
)


def with_method(
    clock: Clock, methods: Mapping[str, Clock], day: date, known_on: date, *, forced: bool = False
) -> Clock:
    """The clock with every key that it leaves open taken from its method.

    The method's version is the one in force on ``day``; the clock's own keys win.

    Raises:
        UnknownClock: the method is not loaded, or methods refer to each other in a circle.
    """
    seen = [clock.id]
    merged = clock
    while merged.counted_by is not None:
        name = merged.counted_by
        if name not in methods or name in seen:
            raise unknown_name(
                UnknownClock, "method", name, methods, f'Load the pack that has "{name}".'
            )
        seen.append(name)
        merged = _merge(merged, version_at(methods[name], day, known_on, forced=forced))
    return merged


def _merge(clock: Clock, method: Clock) -> Clock:
    taken = {
        f.name: getattr(method, f.name)
        for f in fields(Clock)
        if f.name not in _OWN and getattr(clock, f.name) in (None, ())
    }
    names = {row.name for row in clock.readings}
    inherited = tuple(row for row in method.readings if row.name not in names)
    return replace(
        clock,
        **taken,
        period=clock.period or method.period,
        readings=(*clock.readings, *inherited),
        cites={**{key: method.cite(key) for key in taken if taken[key]}, **clock.cites},
        unconfirmed=clock.unconfirmed or method.unconfirmed,
        counted_by=method.counted_by,
    )
