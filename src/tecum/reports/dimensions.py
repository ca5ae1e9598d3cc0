"""By what figures are told apart: each dimension gives one word for each thing that is counted.

What is counted is a *unit*: a demand, an item of one, a reply to one, somebody leaving custody.
A word is None where the docket does not tell it; that is shown as "not known", never guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tecum.reports.row import ItemRow, Moment, Reply, Row, Transfer

__all__ = ["BY_DATE", "DIMENSIONS", "UNITS", "Unit", "addressed", "custody", "days_to_answer"]

_GIVEN = ("produced", "produced_in_part")
_DECLINED = ("withheld", "objected")
_OWED = ("owed_on_event", "owed_on_date")
_AGES = ((14, "to_14_days"), (30, "15_to_30_days"), (90, "31_to_90_days"))


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that is counted, with the demand it belongs to and the day of counting."""

    row: Row
    counted_on: date
    item: ItemRow | None = None
    reply: Reply | None = None
    transfer: Transfer | None = None


def _demands(row: Row, on: date) -> Iterator[Unit]:
    yield Unit(row, on)


def _items(row: Row, on: date) -> Iterator[Unit]:
    for item in row.items:
        yield Unit(row, on, item=item)


def _replies(row: Row, on: date) -> Iterator[Unit]:
    for reply in row.replies:
        yield Unit(row, on, reply=reply)


def _transfers(row: Row, on: date) -> Iterator[Unit]:
    for transfer in row.transfers:
        yield Unit(row, on, transfer=transfer)


UNITS: Mapping[str, Callable[[Row, date], Iterator[Unit]]] = {
    "demands": _demands,
    "items": _items,
    "replies": _replies,
    "releases_and_transfers": _transfers,
}
"""What can be counted → the units of one demand."""


def _received(unit: Unit) -> Moment:
    return unit.row.received


def _sent(unit: Unit) -> Moment | None:
    if unit.reply is not None:
        return unit.reply.sent
    if any(reply.sent.day is None for reply in unit.row.replies):
        return Moment()
    return first_reply(unit.row)


def _declined_on(unit: Unit) -> Moment | None:
    """When this office first declined anything of it, whatever was given later."""
    told = [unit.reply] if unit.reply is not None else list(unit.row.replies)
    sent = [reply.sent for reply in told if _declines(reply)]
    if any(moment.day is None for moment in sent):
        return Moment()
    return min(sent, key=lambda moment: moment.day or date.max, default=None)


def _declines(reply: Reply) -> bool:
    return bool(reply.declined) or reply.what == "refusal"


def _left(unit: Unit) -> Moment | None:
    if unit.transfer is not None:
        return unit.transfer.when
    return next((one.when for one in unit.row.transfers), None)


BY_DATE: Mapping[str, Callable[[Unit], Moment | None]] = {
    "received": _received,
    "answered": _sent,
    "declined": _declined_on,
    "left_custody": _left,
}
"""Which date decides the period in which a unit is counted; None where it did not happen."""


def first_reply(row: Row) -> Moment | None:
    """When this office first answered, refused or objected; None where it did not."""
    known = [reply.sent for reply in row.replies if reply.sent.day is not None]
    return min(known, key=lambda moment: moment.day or date.max, default=None)


def addressed(row: Row) -> str:
    """How a demand was addressed, in one word; every demand has exactly one."""
    found = {item.disposition for item in row.items} - {None}
    if found & set(_GIVEN):
        whole = all(item.disposition == "produced" for item in row.items if _counts(row, item))
        return "given" if whole else "given_in_part"
    for word, among in (
        ("declined", _DECLINED),
        ("promised", _OWED),
        ("referred", ("referred",)),
        ("nothing_held", ("none_held",)),
    ):
        if found & set(among):
            return word
    if any(reply.what == "refusal" for reply in row.replies):
        return "declined"
    return row.how if row.how in ("withdrawn", "superseded") else "not_yet_answered"


def _counts(row: Row, item: ItemRow) -> bool:
    """Whether an item is part of what was asked: one that was taken out unanswered is not.

    With a demand that ended, what it left unanswered fell; that was not given.
    """
    ended = row.how in ("withdrawn", "superseded")
    return ended or item.asked == "live" or item.disposition is not None


def declined(row: Row) -> str:
    """How much of a demand this office ever declined: nothing, a part, or the whole."""
    said = {label for reply in row.replies for label in reply.declined}
    if not any(_declines(reply) for reply in row.replies):
        return "nothing"
    return "in_whole" if said >= {item.label for item in row.items} else "in_part"


def custody(row: Row) -> str:
    """What the docket has of the person's leaving custody: the last that is known."""
    ways = {transfer.how for transfer in row.transfers}
    return next((way for way in ("transferred", "released") if way in ways), "not_recorded")


def _timeliness(unit: Unit) -> str:
    """Whether the answer came by the last date of what was owed; late if any of it did not.

    On a date whose start is disputed nobody says that it came in time or late.
    """
    owed = [one for one in unit.row.owed if not one.disputed]
    over = (one for one in owed if one.step == "fixed" and one.latest is not None)
    if any(one.step == "met_late" for one in owed):
        return "late"
    if any(one.latest is not None and one.latest < unit.counted_on for one in over):
        return "overdue"
    if any(one.step in ("armed", "waiting", "fixed", "tolled") for one in owed):
        return "running"
    dated = any(one.step == "met" and one.latest is not None for one in owed)
    if dated:
        return "on_time"
    return "disputed" if len(owed) < len(unit.row.owed) else "no_date"


def _age(unit: Unit) -> str:
    """How long a demand has been open on the day of counting."""
    if unit.row.step != "open":
        return "ended"
    day = unit.row.received.day
    if day is None:
        return "not_known"
    age = (unit.counted_on - day).days
    return next((word for limit, word in _AGES if age <= limit), "over_90_days")


def _month(unit: Unit) -> str | None:
    day = (unit.reply.sent if unit.reply is not None else unit.row.received).day
    return f"{day:%Y-%m}" if day is not None else None


def _yes(value: bool | None) -> str | None:
    return None if value is None else ("yes" if value else "no")


def _basis(unit: Unit) -> str | None:
    """The first code on which an item was answered so."""
    return next(iter(unit.item.basis), "no_code_named") if unit.item is not None else None


def _of_item(word: str) -> Callable[[Unit], str | None]:
    def find(unit: Unit) -> str | None:
        if unit.item is None:
            return None
        return getattr(unit.item, word) or "none_yet"

    return find


DIMENSIONS: Mapping[str, Callable[[Unit], str | None]] = {
    "direction": lambda unit: unit.row.direction,
    "kind": lambda unit: unit.row.kind,
    "issuer": lambda unit: unit.row.issuer,
    "issuer_class": lambda unit: unit.row.issuer_class,
    "requester": lambda unit: unit.row.requester,
    "judicial": lambda unit: _yes(unit.row.judicial),
    "channel": lambda unit: unit.row.channel,
    "urgency": lambda unit: unit.row.urgency,
    "step": lambda unit: unit.row.step,
    "month": _month,
    "addressed": lambda unit: addressed(unit.row),
    "declined": lambda unit: declined(unit.row),
    "custody": lambda unit: custody(unit.row),
    "timeliness": _timeliness,
    "age": _age,
    "service_disputed": lambda unit: _yes(unit.row.service_disputed),
    "answer_disputed": lambda unit: _yes(unit.row.answer_disputed),
    "category": _of_item("category"),
    "determined": _of_item("determined"),
    "disposition": _of_item("disposition"),
    "basis": _basis,
    "reply": lambda unit: unit.reply.what if unit.reply is not None else None,
    "left": lambda unit: unit.transfer.how if unit.transfer is not None else None,
    "to": lambda unit: unit.transfer.to if unit.transfer is not None else None,
}
"""Dimension → the word that it gives a unit."""


def days_to_answer(row: Row) -> int | None:
    """Days from receipt to the first reply, where both are known to the day."""
    sent, came = first_reply(row), row.received.day
    if sent is None or sent.day is None or came is None:
        return None
    return (sent.day - came).days
