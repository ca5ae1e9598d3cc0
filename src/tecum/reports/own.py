"""The office's own counts: the shipped tables, the share answered in time, the median of days.

A share is never given of fewer than ten; a median of days says of how many answers it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from statistics import median

from tecum.reports.dimensions import days_to_answer
from tecum.reports.period import Period
from tecum.reports.report import Counted, Report
from tecum.reports.row import Row
from tecum.reports.template import Template, template_from

__all__ = ["LEAST_FOR_A_SHARE", "Median", "Share", "medians", "on_time", "own_template"]

LEAST_FOR_A_SHARE = 10


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many; no share where there are fewer than ten."""

    part: int
    whole: int

    @property
    def percent(self) -> int | None:
        """The share in whole percent, halves to the even."""
        if self.whole < LEAST_FOR_A_SHARE:
            return None
        return round(Fraction(100 * self.part, self.whole))


@dataclass(frozen=True, slots=True)
class Median:
    """The median of days from receipt to the first answer, of so many demands."""

    name: str
    days: float
    of: int
    dockets: tuple[str, ...]


@cache
def own_template() -> Template:
    """The shipped tables of an office's own counts."""
    path = Path(__file__).with_name("own.toml")
    return template_from(path.read_bytes(), path.name)


def on_time(report: Report) -> Share | None:
    """The share of demands with a date whose answer came by it; what still runs is not in."""
    table = report.counted("timeliness")
    if table is None:
        return None
    counts = {word: len(table.column(word)) for word in ("on_time", "late", "overdue")}
    return Share(counts["on_time"], sum(counts.values()))


def medians(rows: Iterable[Row], counted: Counted | None, period: Period) -> tuple[Median, ...]:
    """Median days by kind of instrument, of the demands that a table counts."""
    wanted = set(counted.whole) if counted is not None else set()
    days: dict[str, list[tuple[int, str]]] = {}
    for row in rows:
        taken = days_to_answer(row)
        day = row.received.day
        if row.docket in wanted and taken is not None and day is not None and day in period:
            days.setdefault(row.kind, []).append((taken, row.docket))
    return tuple(
        Median(kind, median(n for n, _ in found), len(found), tuple(one for _, one in found))
        for kind, found in sorted(days.items())
    )
