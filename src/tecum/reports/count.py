"""Count: rows of demands and a template give the figures of a period.

Whether something falls into the period is asked of one date. A date that is known only as an
interval across the period's edge, or a filter whose word the docket does not tell, makes the
unit *undecided*: it is in no figure, and it is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tecum.errors import UsageError
from tecum.reports.dimensions import BY_DATE, DIMENSIONS, UNITS, Unit
from tecum.reports.lines import COLUMNS
from tecum.reports.period import Period
from tecum.reports.report import Cell, Counted, Line, Report
from tecum.reports.row import Moment, Row
from tecum.reports.template import ALL, Stated, Table, Template
from tecum.worded import worded as _

__all__ = ["UNKNOWN", "Office", "count", "state_figures"]

UNKNOWN = "not_known"
"""The row or column of what the docket does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Whose report it is, in which zone its days are days, which sealed matters it counts."""

    name: str
    zone: str
    sealed_counted: tuple[str, ...] = ()


def count(
    template: Template,
    rows: Iterable[Row],
    period: Period,
    *,
    office: Office,
    counted_at: datetime,
    rests_on: str = "",
) -> Report:
    """Count a report of a period.

    Args:
        rows: Every demand of the office, each as the entries known at ``counted_at`` have it.
        rests_on: The digest of those entries, carried along.
    """
    on = counted_at.astimezone(ZoneInfo(office.zone)).date()
    kept, left_out = _kept(rows, period, office.sealed_counted)
    return Report(
        template=template,
        office=office.name,
        zone=office.zone,
        period=period,
        counted_at=counted_at,
        tables=tuple(_counted(table, kept, period, on) for table in template.tables),
        left_out=left_out,
        rests_on=rests_on,
        sealed_counted=office.sealed_counted,
    )


def _kept(
    rows: Iterable[Row], period: Period, sealed_counted: Collection[str]
) -> tuple[list[Row], Mapping[str, Cell]]:
    """The demands that count, and those of the period that do not, by reason.

    A sealed matter that the office does not count is not even named among those left out.
    """
    kept: list[Row] = []
    out: dict[str, list[str]] = {}
    ordered = sorted(rows, key=lambda one: (one.received.earliest or date.min, one.number))
    lone = _without_original(ordered)
    for row in ordered:
        if row.sealed is not None and row.sealed not in sealed_counted:
            continue
        if not row.left_out or row.docket in lone:
            kept.append(row)
        elif row.direction == "inward" and _falls(row.received, period) is not False:
            out.setdefault(row.left_out, []).append(row.docket)
    return kept, {reason: tuple(dockets) for reason, dockets in out.items()}


def _without_original(rows: Iterable[Row]) -> frozenset[str]:
    """Copies that stand for their original: it is not here, or each is a copy of the other.

    Of demands that are copies of one another the earliest is counted, so that one of them is.
    """
    held = {row.docket: row for row in rows}
    place = {docket: n for n, docket in enumerate(held)}
    found = set()
    for docket, row in held.items():
        if row.left_out != "copy":
            continue
        chain, at = [docket], row.copy_of
        while at in held and held[at].left_out == "copy" and at not in chain:
            chain.append(at)
            at = held[at].copy_of
        if at in chain:
            ring = chain[chain.index(at) :]
            if docket == min(ring, key=place.__getitem__):
                found.add(docket)
        elif (at not in held or held[at].left_out) and docket == chain[-1]:
            found.add(docket)
    return frozenset(found)


def _counted(table: Table, rows: Iterable[Row], period: Period, on: date) -> Counted:
    cells: dict[tuple[str, str], list[str]] = {}
    undecided: list[str] = []
    lines: list[Line] = []
    for unit in _units(table, rows, on):
        falls = _belongs(table, unit, period)
        if falls is None:
            undecided.append(unit.row.docket)
        elif falls:
            key = _word(table.rows, unit), _word(table.columns, unit)
            cells.setdefault(key, []).append(unit.row.docket)
            if table.lines:
                values = tuple(COLUMNS[name](unit) for name in table.lines)
                lines.append(Line(unit.row.docket, values))
    return Counted(
        table=table,
        row_names=_names(table.rows, table.show, (row for row, _ in cells)),
        column_names=_names(table.columns, (), (column for _, column in cells)),
        cells={key: tuple(dockets) for key, dockets in cells.items()},
        lines=tuple(lines),
        undecided=tuple(undecided),
    )


def _units(table: Table, rows: Iterable[Row], on: date) -> Iterator[Unit]:
    find = UNITS[table.of]
    return (unit for row in rows for unit in find(row, on))


def _belongs(table: Table, unit: Unit, period: Period) -> bool | None:
    """Whether a unit is of this table and period; None where that cannot be told."""
    told: list[bool | None] = []
    for name, wanted in table.where.items():
        word = DIMENSIONS[name](unit)
        told.append(None if word is None else word in wanted)
    told.append(_falls(BY_DATE[table.by_date](unit), period))
    if False in told:
        return False
    return None if None in told else True


def _falls(moment: Moment | None, period: Period) -> bool | None:
    """Whether a date lies in a period; None where it may or may not."""
    if moment is None:
        return False
    first, last = moment.earliest, moment.latest
    if (first is not None and first > period.ends) or (last is not None and last < period.begins):
        return False
    if first is None or last is None:
        return None
    return True if first in period and last in period else None


def _word(dimension: str | None, unit: Unit) -> str:
    return ALL if dimension is None else (DIMENSIONS[dimension](unit) or UNKNOWN)


def _names(dimension: str | None, show: tuple[str, ...], found: Iterable[str]) -> tuple[str, ...]:
    """The names of rows or columns: those to show, then the others found, unknown last."""
    if dimension is None:
        return (ALL,)
    others = sorted(set(found) - set(show), key=lambda name: (name == UNKNOWN, name))
    return (*show, *others)


def state_figures(report: Report, stated: Mapping[str, str]) -> Report:
    """The report with what a person states beside what was counted.

    Raises:
        UsageError: not a whole number, or not one of the choices.
    """
    wanted = {one.id: one for one in report.template.stated}
    clean = {name: _figure(wanted[name], text) for name, text in stated.items() if name in wanted}
    return replace(report, stated=clean)


def _figure(asked: Stated, text: str) -> str:
    text = text.strip()
    if not text:
        return ""
    if asked.kind == "choice" and text in asked.options:
        return text
    if asked.kind == "count" and text.isascii() and text.isdigit() and len(text) <= 9:
        return str(int(text))
    raise UsageError(
        _('"{title}" is not stated as asked.', title=asked.title),
        do=_("Write a whole number.")
        if asked.kind == "count"
        else _("Choose one of: {listed}.", listed=asked.options),
        code="report.stated",
    )
