"""A demand as reports count it: codes, dates and names of institutions, nothing of a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

__all__ = [
    "SHAPE",
    "ItemRow",
    "Moment",
    "Owed",
    "Reply",
    "Row",
    "Transfer",
    "row_from_json",
    "row_json",
]

SHAPE = 3
"""Number of the stored shape; a row of another number is made anew."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened, as far as it is known; open ends are None.

    ``at`` is the wall time in the office's zone where it is known to the minute.
    """

    earliest: date | None = None
    latest: date | None = None
    at: datetime | None = None

    @property
    def day(self) -> date | None:
        """The day, where it is known to the day."""
        return self.earliest if self.earliest == self.latest else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One item: what it asks for and what became of it.

    ``asked`` is whether it is still asked for: ``live``, ``dropped`` or ``quashed``.
    """

    label: str
    category: str
    asked: str = "live"
    determined: str | None = None
    disposition: str | None = None
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Something that this office sent: an answer, a refusal of the whole, an objection.

    ``declined`` are the items that it withheld or objected to; all of them in a refusal.
    """

    what: str
    sent: Moment
    ground: str | None = None
    declined: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A person left custody: ``released``, or ``transferred`` to a named body."""

    how: str
    when: Moment
    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """An answer that this office owed: how its obligation stands, and its last date.

    ``disputed`` says that what started it is disputed: then nobody says in time or late.
    """

    step: str
    latest: date | None
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One demand, as the entries of its docket have it.

    ``left_out`` says why it is in no count: ``copy`` of another demand (``copy_of``),
    ``taken_back``; empty where it is counted.

    ``sealed`` is the ground on which the matter is sealed.
    """

    docket: str
    number: str
    direction: str
    kind: str
    issuer: str
    received: Moment
    step: str
    urgency: str
    issuer_class: str | None = None
    requester: str | None = None
    judicial: bool | None = None
    channel: str | None = None
    how: str | None = None
    items: tuple[ItemRow, ...] = ()
    replies: tuple[Reply, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    owed: tuple[Owed, ...] = ()
    service_disputed: bool = False
    answer_disputed: bool = False
    sealed: str | None = None
    left_out: str = ""
    copy_of: str | None = None


def row_json(row: Row) -> dict[str, Any]:
    """A row as JSON; what is empty is left out."""
    shown: dict[str, Any] = _plain(asdict(row))
    return shown


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(held) for key, held in value.items() if held not in (None, (), "")}
    if isinstance(value, list | tuple):
        return [_plain(held) for held in value]
    return value.isoformat() if isinstance(value, date) else value


def row_from_json(stored: Mapping[str, Any]) -> Row:
    """A row from JSON, as :func:`row_json` gives it."""
    values = dict(stored)
    values["received"] = _moment(values.get("received"))
    values["items"] = tuple(
        ItemRow(**{**held, "basis": tuple(held.get("basis", ()))})
        for held in values.get("items", ())
    )
    values["replies"] = tuple(
        Reply(
            **{
                **held,
                "sent": _moment(held.get("sent")),
                "declined": tuple(held.get("declined", ())),
            }
        )
        for held in values.get("replies", ())
    )
    values["transfers"] = tuple(
        Transfer(**{**held, "when": _moment(held.get("when"))})
        for held in values.get("transfers", ())
    )
    values["owed"] = tuple(
        Owed(
            step=held["step"],
            latest=_day(held.get("latest")),
            disputed=held.get("disputed", False),
        )
        for held in values.get("owed", ())
    )
    return Row(**values)


def _moment(stored: Mapping[str, str] | None) -> Moment:
    if not stored:
        return Moment()
    at = stored.get("at")
    return Moment(
        _day(stored.get("earliest")),
        _day(stored.get("latest")),
        datetime.fromisoformat(at) if at else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
