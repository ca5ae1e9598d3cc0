"""What public sources tell of each recipient of a campaign, with who tells it.

Nothing is told of a recipient that no row names, unless a row speaks of all alike: the demand
itself, what it threatens, an order for the whole country. Silence stays silence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tecum.docket.campaign import Milestone
from tecum.docket.chronology.model import (
    Thread,
    ThreadCertainty,
    ThreadDemand,
    ThreadEvent,
    ThreadRecipient,
)

__all__ = ["NATIONWIDE", "Told", "covers", "told_of"]

NATIONWIDE = "nationwide"
_OF_A_DEMAND = {
    "DemandIssued": (Milestone.PREPARED, "issued"),
    "DemandSent": (Milestone.SENT, "sent"),
    "DemandServed": (Milestone.DELIVERED, "served"),
    "AnswerDue": (Milestone.DUE, "due"),
}
_OF_A_RECIPIENT = {
    "AnswerGiven": (Milestone.ANSWERED, "answered"),
    "AnswerStated": (Milestone.ANSWERED, "says it answered"),
    "AnswerRefused": (Milestone.ANSWERED, "refused"),
    "SuitFiled": (Milestone.IN_LITIGATION, "suit filed"),
    "SuitSettled": (Milestone.IN_LITIGATION, "suit settled"),
    "PetitionFiled": (Milestone.IN_LITIGATION, "petition filed"),
}
_PAID = "FundsReleased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that sources tell of a recipient.

    Attributes:
        value: What is told, in a word or two.
        day: When, where a day is told.
        more: What the row says beside it, e.g. the number of a case.
        certainty: How sure the thread is of it.
        sources: Ids of the sources; empty where the row names none.
        event: Id of the event that tells it.
    """

    value: str
    day: date | None = None
    more: str = ""
    certainty: ThreadCertainty = ThreadCertainty.TO_CONFIRM
    sources: tuple[str, ...] = ()
    event: str | None = None


Cells = Mapping[Milestone, tuple[Told, ...]]


def told_of(thread: Thread) -> Mapping[str, Cells]:
    """Recipient id → milestone → what sources tell of it, in order of date."""
    demand = next(iter(thread.demands), None)
    if demand is None:
        return {row.id: {} for row in thread.recipients}
    alike = list(_of_all(thread, demand))
    found: dict[str, Cells] = {}
    for row in thread.recipients:
        cells: dict[Milestone, list[Told]] = defaultdict(list)
        for milestone, told in (*alike, *_of_one(thread, demand, row)):
            cells[milestone].append(told)
        found[row.id] = {name: tuple(sorted(held, key=_by_day)) for name, held in cells.items()}
    return found


def covers(scope: object, row: ThreadRecipient) -> bool:
    """Whether an order's scope, as written, takes a recipient in."""
    words = str(scope or "").casefold()
    if words == NATIONWIDE:
        return True
    name = row.name.casefold().removeprefix("state of ")
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None


def _of_all(thread: Thread, demand: ThreadDemand) -> Iterator[tuple[Milestone, Told]]:
    for event in thread.events:
        if event.act in _OF_A_DEMAND and demand.id in event.demands and event.actor is not None:
            milestone, value = _OF_A_DEMAND[event.act]
            yield milestone, _told(event, value)
    if demand.due is not None and demand.due.on is not None:
        rows = [row for row in thread.events if row.act == "AnswerDue" and demand.id in row.demands]
        sources = rows[0].sources if rows else demand.sources
        yield (
            Milestone.DUE,
            Told(value="due", day=demand.due.on, certainty=demand.due.certainty, sources=sources),
        )
    for remedy in thread.rows.get("remedy", ()):
        threat = remedy["what"] == "subpoena"
        milestone = Milestone.ESCALATION_THREATENED if threat else Milestone.MEASURE
        value = str(remedy["what"]) if threat else f"{remedy['what']} (threatened)"
        sources = tuple(remedy.get("sources", ()))
        yield milestone, Told(value=value, certainty=_REPORTED, sources=sources)


_REPORTED = ThreadCertainty.REPORTED


def _of_one(
    thread: Thread, demand: ThreadDemand, row: ThreadRecipient
) -> Iterator[tuple[Milestone, Told]]:
    suits = False
    for event in thread.events:
        if event.actor == row.id and event.act in _OF_A_RECIPIENT:
            milestone, value = _OF_A_RECIPIENT[event.act]
            if milestone is not Milestone.ANSWERED or demand.id in event.demands:
                suits = suits or milestone is Milestone.IN_LITIGATION
                yield milestone, _told(event, value)
        if event.act == "OrderEntered" and covers(event.more.get("scope"), row):
            stays = ", ".join(map(str, event.more.get("stays", ())))
            yield Milestone.ORDER, _told(event, f"stays {stays}" if stays else "order entered")
        if event.act == _PAID and event.more.get("recipient") == row.id:
            yield Milestone.MEASURE, _told(event, "funds released")
    if row.litigation_at_issue and not suits:
        yield (
            Milestone.IN_LITIGATION,
            Told(value="in court when issued", more=row.litigation_at_issue),
        )


def _told(event: ThreadEvent, value: str) -> Told:
    more = event.more.get("docket") or event.more.get("scope") or ""
    part = event.more.get("part")
    if isinstance(part, dict) and "answered" in part:
        owed = part.get("of") or (part["answered"] + part.get("owed", 0))
        value = f"{part['answered']}/{owed}"
    return Told(
        value=value,
        day=event.when.interval()[0],
        more=str(more),
        certainty=event.certainty,
        sources=event.sources,
        event=event.id,
    )


def _by_day(told: Told) -> tuple[bool, date, str]:
    return told.day is None, told.day or date.max, told.value
