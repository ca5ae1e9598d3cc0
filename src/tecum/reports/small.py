"""Small counts in public copies: from 1 to 4 stand as "<5", and nothing gives them away.

Every table says sums: cells add up to rows, columns and a total. A hidden cell is safe only if
another set of whole numbers, just as possible to a reader, fills the hidden places with another
number there. So long as one is not, a further cell is hidden; that is done for all the tables
of a report together, since the same number may stand in two of them.

Authority: DOCKET P15 (small cells).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tecum.reports.public_periods import must_be_public
from tecum.reports.report import Counted, Report, report_json
from tecum.reports.template import ALL

__all__ = ["SMALL", "WITHHELD", "Place", "Sums", "public_json", "public_places", "sums_of"]

SMALL = "<5"
WITHHELD = "–"
LEAST = 5
_TRIES = 400

_REST = ""
"""Stands for the table of what no table prints."""

Place = tuple[str, str, str]
"""Table, row, column; "" for a sum over rows or columns."""


Key = tuple[str, str, frozenset[tuple[str, frozenset[str]]]]
"""What a figure counts: which units, by which date, under which words."""


@dataclass
class Sums:
    """The figures of a report by place, and which of them add up to which."""

    figures: dict[Place, int] = field(default_factory=dict)
    equations: list[tuple[Place, tuple[Place, ...]]] = field(default_factory=list)
    keys: dict[Key, Place] = field(default_factory=dict)

    def enter(self, one: Counted, row: str, column: str, number: int) -> None:
        """A figure of a table; where another table has the same, they are told to be equal."""
        place = (one.table.id, row, column)
        self.figures[place] = number
        same = self.keys.setdefault(_key(one, row, column), place)
        if same != place:
            self.add(same, (place,))

    def add(self, whole: Place, parts: Iterable[Place]) -> None:
        """One place is the sum of others."""
        self.equations.append((whole, tuple(parts)))


def public_places(report: Report) -> Mapping[Place, str]:
    """What a public copy prints at each place of a table; tables of lines are left out.

    Raises:
        NoPublicCopy: the period is none of the report's own, or is not over.
    """
    must_be_public(report.template.on, report.period, report.counted_at, report.zone)
    sums = sums_of(report.tables)
    _rests(sums)
    hidden = _hidden(sums)
    return {
        place: str(number) if place not in hidden else (SMALL if _is_small(number) else WITHHELD)
        for place, number in sums.figures.items()
        if place[0] != _REST
    }


def sums_of(tables: Iterable[Counted]) -> Sums:
    """Every figure that the tables show, and every sum that a reader can work out."""
    sums, counted = Sums(), tuple(tables)
    for one in counted:
        name = one.table.id
        if one.table.lines:
            sums.enter(one, "", "", one.total)
            continue
        for row in one.row_names:
            for column in one.column_names:
                sums.enter(one, row, column, len(one.at(row, column)))
            sums.enter(one, row, "", len(one.row(row)))
            sums.add((name, row, ""), ((name, row, column) for column in one.column_names))
        for column in one.column_names:
            sums.enter(one, "", column, len(one.column(column)))
            sums.add((name, "", column), ((name, row, column) for row in one.row_names))
        sums.enter(one, "", "", one.total)
        sums.add((name, "", ""), ((name, row, "") for row in one.row_names))
        sums.add((name, "", ""), ((name, "", column) for column in one.column_names))
    _across(sums)
    return sums


def _across(sums: Sums) -> None:
    """What counts under several words is the sum of what other places count under each."""
    for (of, by_date, said), place in list(sums.keys.items()):
        for name, words in said:
            if len(words) < 2:
                continue
            others = said - {(name, words)}
            found = [
                sums.keys.get((of, by_date, others | {(name, frozenset({word}))}))
                for word in sorted(words)
            ]
            parts = tuple(one for one in found if one is not None)
            if parts:
                sums.add(place, parts)


def _rests(sums: Sums) -> None:
    """What a reader takes from one table for another: the few that only the wider one counts.

    No table prints such a number, and it is small all the same.
    """
    for key, part in list(sums.keys.items()):
        if not {*part[1:]} <= {"", ALL}:
            continue
        for wider, whole in list(sums.keys.items()):
            rest = sums.figures[whole] - sums.figures[part]
            if whole[0] != part[0] and _is_small(rest) and _is_within(key, wider):
                place = (_REST, part[0], " ".join(whole))
                sums.figures[place] = rest
                sums.add(whole, (part, place))


def _is_within(one: Key, wider: Key) -> bool:
    """Whether all that one figure counts is counted by another, whose words say less."""
    narrow = dict(one[2])
    return one[:2] == wider[:2] and all(
        name in narrow and narrow[name] <= words for name, words in wider[2]
    )


def _key(one: Counted, row: str, column: str) -> Key:
    """A filter on one word and a row of that word say the same."""
    said = {name: frozenset(words) for name, words in one.table.where.items()}
    for name, word in ((one.table.rows, row), (one.table.columns, column)):
        if name is not None and word:
            said[name] = frozenset({word})
    return one.table.of, one.table.by_date, frozenset(said.items())


def _is_small(number: int) -> bool:
    return 0 < number < LEAST


def _hidden(sums: Sums) -> set[Place]:
    """The places that a public copy does not show.

    What was once shown to be safe stays safe when more is hidden, so nothing is asked twice.
    """
    hidden = {place for place, number in sums.figures.items() if _is_small(number)}
    safe: set[Place] = set()
    around: dict[Place, list[int]] = {}
    for n, (whole, parts) in enumerate(sums.equations):
        for place in {whole, *parts}:
            around.setdefault(place, []).append(n)
    while left := sorted(hidden - safe):
        told = left[0]
        moved = _other_numbers(sums, around, hidden, told)
        if moved:
            safe |= moved
            continue
        more = _next(sums, around, hidden, told)
        if more is None:
            safe.add(told)
        else:
            hidden.add(more)
    return hidden


def _next(
    sums: Sums, around: Mapping[Place, list[int]], hidden: set[Place], told: Place
) -> Place | None:
    """What to hide next so that a hidden place is not given away: the least that helps alone.

    Else what stands in a sum with it; None where its whole table is hidden, and nothing of it
    can be worked out any more.
    """

    def cost(place: Place) -> tuple[bool, bool, int, Place]:
        number, is_sum = sums.figures[place], "" in place[1:]
        return number <= LEAST, is_sum, number, place

    shown = sorted((one for one in sums.figures if one not in hidden), key=cost)
    if told[0] != _REST:
        shown = [one for one in shown if one[0] == told[0]]
    for place in shown:
        if _other_numbers(sums, around, {*hidden, place}, told):
            return place
    beside = {
        place
        for n in around.get(told, ())
        for place in (sums.equations[n][0], *sums.equations[n][1])
    }
    return next((one for one in shown if one in beside), next(iter(shown), None))


def _other_numbers(
    sums: Sums, around: Mapping[Place, list[int]], hidden: set[Place], place: Place
) -> set[Place] | None:
    """Places that move by one, this one among them, so that every sum holds; None if not found.

    The search is cut short: what is not found counts as given away, and more is hidden.
    """
    for step in (1, -1):
        if _may_be(sums.figures[place], step):
            search = _Search(sums, around, hidden)
            search.move(place, step)
            if search.fits():
                return set(search.moves)
    return None


class _Search:
    """One search for other whole numbers that a reader must take for just as possible."""

    def __init__(self, sums: Sums, around: Mapping[Place, list[int]], hidden: set[Place]) -> None:
        self.sums = sums
        self.around = around
        self.hidden = hidden
        self.moves: dict[Place, int] = {}
        self.off: dict[int, int] = {}
        self.left = _TRIES

    def move(self, place: Place, step: int) -> None:
        """Move a hidden place; each of its sums is off by that much."""
        self.moves[place] = step
        self._shift(place, step)

    def _shift(self, place: Place, step: int) -> None:
        for n in self.around.get(place, ()):
            whole, parts = self.sums.equations[n]
            by = step * (parts.count(place) - (whole == place))
            held = self.off.get(n, 0) + by
            if held:
                self.off[n] = held
            else:
                self.off.pop(n, None)

    def fits(self) -> bool:
        """Move other hidden places until every sum holds again, the tightest sum first."""
        if not self.off:
            return True
        self.left -= 1
        if self.left < 0:
            return False
        choices = min((self._choices(n) for n in self.off), key=len)
        tried = []
        for place, step in choices:
            self.move(place, step)
            tried.append((len(self.off), place, step))
            self._back(place)
        for _, place, step in sorted(tried):
            self.move(place, step)
            if self.fits():
                return True
            self._back(place)
        return False

    def _choices(self, n: int) -> list[tuple[Place, int]]:
        """The hidden places that can still move so that a sum comes nearer."""
        whole, parts = self.sums.equations[n]
        step = 1 if self.off[n] > 0 else -1
        moves = ((place, step if place == whole else -step) for place in (*parts, whole))
        return [
            (place, by)
            for place, by in moves
            if place in self.hidden
            and place not in self.moves
            and _may_be(self.sums.figures[place], by)
        ]

    def _back(self, place: Place) -> None:
        self._shift(place, -self.moves.pop(place))


def _may_be(number: int, step: int) -> bool:
    """Whether a hidden place can hold the moved number and be printed as it is."""
    return _is_small(number) == _is_small(number + step) and number + step >= 0


def public_json(report: Report) -> dict[str, Any]:
    """The report as ``tecum.report/1`` for the public: no line, no small count, none given away."""
    printed = public_places(report)
    shown = report_json(report)
    for one, table in zip(report.tables, shown["tables"], strict=True):
        name = one.table.id
        table.pop("undecided")
        table.pop("lines", None)
        table["total"] = printed[name, "", ""]
        for row in table.get("rows", ()):
            row["cells"] = [printed[name, row["name"], column] for column in one.column_names]
            row["total"] = printed[name, row["name"], ""]
        if "totals" in table:
            table["totals"] = [printed[name, "", column] for column in one.column_names]
    return {**shown, "copy": "public", "left_out": None, "stated": None, "rests_on": None}
