"""Columns of a table that has one line for each demand: dates, times, bodies, never a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from tecum.reports.dimensions import DIMENSIONS, Unit, first_reply
from tecum.reports.row import Moment

__all__ = ["COLUMNS", "NOT_RECORDED"]

NOT_RECORDED = "not_recorded"
"""What a line says where no entry tells it."""


def _said(moment: Moment | None) -> str:
    """A date with its time where that is known; an interval where only that is."""
    if moment is None or (moment.earliest is None and moment.latest is None):
        return NOT_RECORDED
    if moment.at is not None:
        return moment.at.strftime("%Y-%m-%d %H:%M")
    if moment.day is not None:
        return moment.day.isoformat()
    return f"{_end(moment.earliest)}..{_end(moment.latest)}"


def _end(day: date | datetime | None) -> str:
    return day.isoformat() if day is not None else ""


def _received_on(unit: Unit) -> str:
    moment = unit.row.received
    return _said(Moment(moment.earliest, moment.latest))


def _left(how: str) -> Callable[[Unit], str]:
    """Every such time that is told: several persons may leave on one paper."""

    def find(unit: Unit) -> str:
        ways = [_said(one.when) for one in unit.row.transfers if one.how == how]
        return "; ".join(sorted(ways)) or NOT_RECORDED

    return find


def _to(unit: Unit) -> str:
    bodies = [one.to for one in unit.row.transfers if one.how == "transferred" and one.to]
    return "; ".join(dict.fromkeys(bodies)) or NOT_RECORDED


def _dimension(name: str) -> Callable[[Unit], str]:
    return lambda unit: DIMENSIONS[name](unit) or NOT_RECORDED


COLUMNS: Mapping[str, Callable[[Unit], str]] = {
    "received_on": _received_on,
    "kind": _dimension("kind"),
    "issuer": _dimension("issuer"),
    "addressed": _dimension("addressed"),
    "custody": _dimension("custody"),
    "answered_on": lambda unit: _said(first_reply(unit.row)),
    "released_at": _left("released"),
    "transferred_at": _left("transferred"),
    "transferred_to": _to,
    "bail_posted_at": lambda unit: NOT_RECORDED,
}
"""Column → what it says of a unit. No docket holds when bail was posted: a person adds it."""
