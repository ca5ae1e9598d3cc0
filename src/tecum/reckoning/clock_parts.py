"""The parts of a clock: lengths, ways of counting, rolls, additions, cut-offs, windows.

Each is what one key of a clock block says (RECKONING section 4).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import unique
from typing import Any

from tecum.reckoning.errors import BadPeriod
from tecum.worded import worded as _
from tecum.words import Word

__all__ = [
    "LONGEST",
    "Addition",
    "Alternative",
    "Bound",
    "CalendarRef",
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
                _("A period of {n} {unit} is not a period.", n=self.n, unit=self.unit),
                why=_("Zero and negative lengths hide which way the period runs."),
                do=_('Write a length above zero and say "direction: before" where it runs back.'),
            )
        if self.n > LONGEST:
            raise BadPeriod(
                _("A period of {n} {unit} is longer than any law's.", n=self.n, unit=self.unit)
            )

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
