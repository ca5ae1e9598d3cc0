"""The campaign board: recipients against milestones, unknown where no source says.

An empty cell is "no record", never "no". An excluded recipient stays on the board with its
reason, and every count says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import unique

from tecum.docket.acts import ReceiptAcknowledged
from tecum.docket.acts.course import Step
from tecum.docket.duties import passed
from tecum.docket.entry import EntryId
from tecum.docket.state import AsOf
from tecum.docket.state.model import (
    About,
    ArrivalStep,
    DispatchStep,
    Obligation,
    ObligationStep,
    Order,
    OrderStep,
    Recipient,
    State,
)
from tecum.docket.state.rows import TAKEN_BACK
from tecum.docket.state.steps import day_of
from tecum.docket.vocabulary import ObligationObject
from tecum.words import Strength, Word

__all__ = ["Board", "Cell", "Milestone", "Resting", "Row", "board", "resting"]


@unique
class Milestone(Word):
    """The columns of the board (DOCKET 1.11)."""

    PREPARED = "prepared"
    SENT = "sent"
    DELIVERED = "delivered"
    OPENED = "opened"
    ACKNOWLEDGED = "acknowledged"
    DUE = "due"
    EXTENDED = "extended"
    ANSWERED = "answered"
    ON_EVERY_ITEM = "on_every_item"
    IN_TIME = "in_time"
    DISPUTED = "disputed"
    REMINDED = "reminded"
    ESCALATION_THREATENED = "escalation_threatened"
    ESCALATED = "escalated"
    IN_LITIGATION = "in_litigation"
    ORDER = "order"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, the entry it rests on and how it is backed; no cell means no record."""

    value: str
    entry: EntryId | None
    strength: Strength = Strength.SELF_ASSERTED


@dataclass(frozen=True, slots=True)
class Row:
    """One recipient's row."""

    recipient: Recipient
    cells: Mapping[Milestone, Cell] = field(default_factory=dict)

    @property
    def is_excluded(self) -> bool:
        """Whether the recipient is left out."""
        return self.recipient.excluded_by is not None


@dataclass(frozen=True, slots=True)
class Board:
    """All rows, and the counts that say how many were left out and why."""

    rows: tuple[Row, ...]

    def count(self, milestone: Milestone) -> str:
        """How many recipients have a record of a milestone, e.g. "23 of 24, 1 excluded …"."""
        have = sum(milestone in row.cells for row in self.rows)
        reasons = [row.recipient.reason.value for row in self.rows if row.recipient.reason]
        text = f"{have} of {len(self.rows)} {milestone.value.replace('_', ' ')}"
        if not reasons:
            return text
        words = ", ".join(sorted({reason.replace("_", " ") for reason in reasons}))
        return f"{text}, {len(reasons)} excluded ({words})"


def board(campaign: State, dockets: Mapping[str, State], as_of: AsOf) -> Board:
    """The board of a campaign.

    Args:
        campaign: The campaign's docket, folded.
        dockets: Recipient id → that recipient's demand docket, folded.
        as_of: The moment.
    """
    rows = []
    for recipient in campaign.recipients.values():
        state = dockets.get(recipient.id)
        cells: Mapping[Milestone, Cell] = {}
        if state is not None:
            held = resting(state)
            gone = any(passed(state, due, as_of.happened_by) for due in held.latest)
            cells = held.on_a_day(passed=gone)
        rows.append(Row(recipient, cells))
    return Board(tuple(rows))


@dataclass(frozen=True, slots=True)
class Resting:
    """What a board shows of a demand whatever the day; only a date that passes comes beside.

    Attributes:
        latest: The latest readings of the dates for the answer that run.
        since: The entry that set the first of these dates.
    """

    cells: Mapping[Milestone, Cell]
    latest: tuple[date | datetime, ...] = ()
    since: EntryId | None = None

    def on_a_day(self, *, passed: bool) -> Mapping[Milestone, Cell]:
        """The cells on a day by which a date for the answer has passed, or none has."""
        told = self.cells.get(Milestone.IN_TIME)
        if not passed or (told is not None and told.value == "no"):
            return self.cells
        return {**self.cells, Milestone.IN_TIME: Cell("date passed", self.since)}


def resting(state: State) -> Resting:
    """The cells of one demand, and the dates that may pass."""
    dated = sorted(_dated(state), key=lambda row: _first_comes(state, row))
    running = [row for row in dated if row.step is ObligationStep.FIXED and not row.disputed]
    return Resting(
        cells={**_way(state), **_answer(state, dated), **_press(state)},
        latest=tuple(row.latest for row in running if row.latest is not None),
        since=dated[0].since if dated else None,
    )


def _dated(state: State) -> Iterator[Obligation]:
    """The dates for the answer that run, or ran until it was met; one that was stopped is none."""
    for row in state.obligations.values():
        stopped = row.step is ObligationStep.STOPPED
        if row.object is ObligationObject.ANSWER and row.safe is not None and not stopped:
            yield row


def _first_comes(state: State, row: Obligation) -> tuple[bool, bool, date]:
    """What runs on a date that nobody disputes comes first; of several the earliest."""
    day = day_of(state, row.safe) if row.safe is not None else date.max
    return row.step is not ObligationStep.FIXED, row.disputed, day


def _due(state: State, row: Obligation) -> str:
    """A due date; an instant as the wall of the office shows it."""
    if isinstance(row.safe, datetime) and row.safe.tzinfo is not None:
        return row.safe.astimezone(state.rules.tz).isoformat(timespec="minutes")
    return str(row.safe)


def _way(state: State) -> dict[Milestone, Cell]:
    """How far the demand itself is known to have come."""
    cells: dict[Milestone, Cell] = {}
    demand = state.demand
    if demand is not None:
        cells[Milestone.PREPARED] = Cell("yes", demand.entry)
    reached = {
        DispatchStep.DELIVERED.value: Milestone.DELIVERED,
        DispatchStep.OPENED.value: Milestone.OPENED,
        DispatchStep.ACKNOWLEDGED.value: Milestone.ACKNOWLEDGED,
    }
    for row in state.dispatches.values():
        if row.about is not About.DEMAND:
            continue
        cells[Milestone.SENT] = Cell("yes", row.entry)
        for step, entry, _ in row.claims:
            if step in reached:
                theirs = isinstance(state.entries[entry].act, ReceiptAcknowledged)
                strength = Strength.ACKNOWLEDGED if theirs else Strength.SELF_ASSERTED
                cells[reached[step]] = Cell("yes", entry, strength)
        if row.failed is not None:
            cells[Milestone.DELIVERED] = Cell("failed", row.failed)
    for arrival in state.arrivals.values():
        is_demand = demand is not None and demand.act.arrival == arrival.entry
        if is_demand and arrival.step is ArrivalStep.FILED:
            cells[Milestone.DELIVERED] = Cell("yes", arrival.entry)
    return cells


def _answer(state: State, dated: list[Obligation]) -> dict[Milestone, Cell]:
    """The three questions: did they answer, on every item, in time."""
    cells: dict[Milestone, Cell] = {}
    if dated:
        first = dated[0]
        cells[Milestone.DUE] = Cell(_due(state, first), first.since)
        if first.extended_by is not None:
            cells[Milestone.EXTENDED] = Cell(_due(state, first), first.extended_by)
    items = state.live_items
    answered = [item for item in items if item.answers]
    if answered:
        last = answered[-1].answers[-1][0]
        settled = sum(item.is_settled for item in items)
        cells[Milestone.ANSWERED] = Cell(f"{len(answered)}/{len(items)}", last)
        every = settled == len(items)
        cells[Milestone.ON_EVERY_ITEM] = Cell(
            f"{settled}/{len(items)}" if not every else "yes", last
        )
    in_time = _in_time(state)
    if in_time is not None:
        cells[Milestone.IN_TIME] = in_time
    disputes = [row for row in state.standing_disputes if row.about is About.ANSWER]
    if disputes:
        cells[Milestone.DISPUTED] = Cell(", ".join(disputes[-1].codes), disputes[-1].entry)
    return cells


def _in_time(state: State) -> Cell | None:
    """Whether the answer came in time; nobody can tell without a date, or on a disputed one."""
    ended = [
        row
        for row in state.obligations.values()
        if row.object is ObligationObject.ANSWER and row.latest is not None
    ]
    if any(row.disputed for row in ended):
        return None
    if any(row.step is ObligationStep.MET_LATE for row in ended):
        return Cell("no", _last(row.ended_by for row in ended))
    if ended and all(row.step is ObligationStep.MET for row in ended):
        return Cell("yes", _last(row.ended_by for row in ended))
    return None


def _press(state: State) -> dict[Milestone, Cell]:
    """How the demand was pressed, in court and out of it."""
    cells: dict[Milestone, Cell] = {}
    for ref in state.escalations:
        step: Step = state.entries[ref].act.step  # type: ignore[attr-defined]
        where = Milestone.REMINDED if step is Step.REMINDER else Milestone.ESCALATED
        cells[where] = Cell(step.value, ref)
    for ref in state.threats:
        threatened: Step = state.entries[ref].act.step  # type: ignore[attr-defined]
        cells[Milestone.ESCALATION_THREATENED] = Cell(threatened.value, ref)
    for proceeding in state.proceedings.values():
        ended = "ended" if proceeding.ended_by else "open"
        cells[Milestone.IN_LITIGATION] = Cell(ended, proceeding.entry)
    order = _spoken_order(state)
    if order is not None:
        # How it ended is said: an order that was never made was not ended by a court.
        stands = order.how if order.step is OrderStep.ENDED and order.how else order.step.value
        cells[Milestone.ORDER] = Cell(f"{order.act.effect.value} ({stands})", order.entry)
    for ref, measure in state.measures.items():
        cells[Milestone.MEASURE] = Cell(f"{measure.act.kind.value} ({measure.step.value})", ref)
    return cells


def _spoken_order(state: State) -> Order | None:
    """The last order that was made; one that was recorded by mistake where there is no other."""
    rows = list(state.orders.values())
    return next(
        (row for row in reversed(rows) if row.how != TAKEN_BACK), rows[-1] if rows else None
    )


def _last(refs: Iterable[EntryId | None]) -> EntryId | None:
    return ([None, *(ref for ref in refs if ref is not None)])[-1]
