"""A prefix table over days: how many open days there are up to each, so that none is walked.

Days are whole numbers since 1970-01-01, as in numpy's ``datetime64[D]``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from tecum.reckoning.ground import Ground

__all__ = ["EPOCH", "DayTable", "DayTables", "Days", "Rows"]

Days = NDArray[np.int64]
Mask = NDArray[np.bool_]

EPOCH = date(1970, 1, 1).toordinal()


class Rows:
    """The rows of one count under way: a day each, and which of them left the tables."""

    def __init__(self, days: Days) -> None:
        self.days = days
        self.outside: Mask = np.zeros(days.shape, dtype=np.bool_)

    def look(self, table: Days, at: Days) -> Days:
        """The entries of a table; a row that asks beyond it is marked, and left to the walk."""
        if table.size and at.min() >= 0 and at.max() < table.size:
            return table.take(at)
        beyond = (at < 0) | (at >= table.size)
        self.outside |= beyond
        if not table.size:
            return np.zeros(at.shape, dtype=np.int64)
        return table.take(np.where(beyond, 0, at))


class _Openings:
    """The open days of one view of the calendars, with the number of them up to each day."""

    def __init__(self, first: int, is_open: Sequence[bool]) -> None:
        self.first = first
        flags = np.asarray(is_open, dtype=np.bool_)
        self.days: Days = np.flatnonzero(flags).astype(np.int64) + first
        self.up_to: Days = np.concatenate(([0], np.cumsum(flags, dtype=np.int64)))

    def counted(self, rows: Rows, n: int, step: int) -> Days:
        """The n-th open day after or before the day of each row."""
        if step > 0:
            before = rows.look(self.up_to[1:], rows.days - self.first)
            return rows.look(self.days, before + (n - 1))
        before = rows.look(self.up_to[:-1], rows.days - self.first)
        return rows.look(self.days, before - n)

    def landed(self, rows: Rows, step: int) -> Days:
        """The day itself where it is open, else the next open one in that direction."""
        if step > 0:
            return rows.look(self.days, rows.look(self.up_to[:-1], rows.days - self.first))
        return rows.look(self.days, rows.look(self.up_to[1:], rows.days - self.first) - 1)


class DayTables:
    """The tables of one run, each made once for its calendars."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], tuple[int, int, DayTable]] = {}

    def of(self, ground: Ground, first: int, last: int) -> DayTable:
        """The table of a ground that reaches at least from ``first`` to ``last``."""
        names = tuple(row.id for row in ground.calendars)
        key = (names, ground.closures, ground.doubted)
        made = self._made.get(key)
        if made is not None and made[0] <= first and last <= made[1]:
            return made[2]
        if made is not None:
            first, last = min(first, made[0]), max(last, made[1])
        table = DayTable(ground, first, last)
        self._made[key] = (first, last, table)
        return table


class DayTable:
    """What one ground says of every day from ``first`` to ``last``."""

    def __init__(self, ground: Ground, first: int, last: int) -> None:
        for row in ground.calendars:
            first = max(first, date(max(row.first, 1), 1, 1).toordinal() - EPOCH)
            last = min(last, date(min(row.last, 9999), 12, 31).toordinal() - EPOCH)
        first, last = max(first, 1 - EPOCH), min(last, date.max.toordinal() - EPOCH)
        self.first = first
        days = [date.fromordinal(EPOCH + day) for day in range(first, last + 1)]
        plain = [ground.at(day) for day in days]
        ended = [ground.at_end(day) for day in days]
        self.rolling = _Openings(first, [row.is_open for row in plain])
        self.counting = _Openings(first, [ground.is_open(day) for day in days])
        self.ending = _Openings(first, [row.is_open for row in ended])
        self._shut_at_end: Days = np.asarray(
            [not end.is_open and end != at for at, end in zip(plain, ended, strict=True)],
            dtype=np.int64,
        )

    def reopened(self, rows: Rows) -> Days:
        """The first day on or after each on which the office can be reached, where it was shut."""
        shut = rows.look(self._shut_at_end, rows.days - self.first).astype(np.bool_)
        if not shut.any():
            return rows.days
        moved = Rows(rows.days[shut])
        days = rows.days.copy()
        days[shut] = self.ending.landed(moved, 1)
        rows.outside[shut] |= moved.outside
        return days
