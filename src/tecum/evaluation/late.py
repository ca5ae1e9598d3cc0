"""The late-deadline figure: the phrase as read and the true one, counted by the same RECKON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tecum.errors import TecumError
from tecum.evaluation.due_read import day_of, due_read
from tecum.evaluation.truth import Truth
from tecum.reading.result import DuePhrase
from tecum.reckoning import by_id
from tecum.reckoning.events import Account, Event, EventKind, How
from tecum.triage import Desk
from tecum.triage.deadlines import Events, Rules, deadline
from tecum.words import DueFor, DueForm, OwedBy

__all__ = ["Counted"]

PACKS = ("us-federal",)
"""Its method of computation rolls the periods that a document states without a method."""

_EVER = date(2999, 12, 31)
_SUPPOSED = date(2025, 3, 3)
_SERVED_AFTER = timedelta(days=3)
_FUTURE_AFTER = timedelta(days=60)
_UNKNOWN_START = "unknown"


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts due phrases from the true events of their document.

    Where the truth tells no date of an event, one is supposed, the same for both counts:
    service three days after issue, and what lies ahead (release, hearing) sixty days after it.
    """

    rules: Rules

    @classmethod
    def ready(cls) -> Counted:
        """With the shipped calendars and the method of the federal pack."""
        desk = Desk.for_nobody(PACKS)
        return cls(
            Rules(
                clocks=by_id(block.clock for block in desk.packs.clocks),
                calendars=desk.calendars,
                office=desk.office,
                known_on=_EVER,
                has_profile=False,
            )
        )

    def is_later(self, true: Mapping[str, Any], read: Mapping[str, Any], truth: Truth) -> bool:
        """Whether the phrase as read gives a later moment than the true one.

        A phrase that is not counted (a conflict, an unknown start) gives no date, so it makes
        nobody late; a person is asked instead.
        """
        events = _events(truth)
        if true.get("conflict") == "word_figure":
            true = {**true, "amount": min(true["amount_any"])}
        told = dict(read)
        if told.get("trigger") in (true.get("trigger_any") or []):
            told["trigger"] = true.get("trigger")
        ours, theirs = self._moment(told, events), self._moment(true, events)
        if ours is None or theirs is None:
            return False
        if true.get("time") is None or due_read(read).time is None:
            ours, theirs = ours[:1], theirs[:1]
        return ours > theirs

    def _moment(self, row: Mapping[str, Any], events: Events) -> tuple[Any, ...] | None:
        phrase = _phrase(row)
        if phrase is None:
            return None
        if phrase.form is DueForm.INSTANTER:
            return _day(events, "issue", 1)
        if phrase.form is DueForm.EVENT:
            return _day(events, phrase.trigger or "", 0)
        try:
            found = deadline(phrase, events, self.rules)
        except TecumError:
            return None
        safe = found.reckoned.safe if found.reckoned is not None else None
        return safe.order if safe is not None else None


def _day(events: Events, kind: str, later: int) -> tuple[Any, ...] | None:
    event = events.get(kind)
    start = event.accounts[0].at if event is not None and event.accounts else None
    return (start + timedelta(days=later),) if isinstance(start, date) else None


def _phrase(row: Mapping[str, Any]) -> DuePhrase | None:
    read = due_read(row)
    if not read.is_claim or row.get("band") == "conflict":
        return None
    return DuePhrase(
        form=DueForm(read.form or "none"),
        spans=(),
        due_for=_purpose(row),
        owed_by=OwedBy.RECIPIENT,
        date=read.date,
        time=read.time,
        tz=read.tz,
        amount=int(read.amount) if read.amount is not None else None,
        unit=read.unit,
        counting=read.counting,
        direction=read.direction,
        trigger=read.trigger or _UNKNOWN_START,
        trigger_text=row.get("trigger_text"),
        qualifier=row.get("qualifier"),
        rule="evaluate",
    )


def _purpose(row: Mapping[str, Any]) -> DueFor:
    said = row.get("for")
    return DueFor(said) if said in set(DueFor) else DueFor.OTHER


def _events(truth: Truth) -> dict[str, Event]:
    issued = day_of(truth.get("issued_on")) or _SUPPOSED
    served = day_of(truth.get("served_on")) or issued + _SERVED_AFTER
    ahead = issued + _FUTURE_AFTER
    days = {kind.value: ahead for kind in EventKind} | {
        "issue": issued,
        "letter_date": issued,
        "service": served,
        "receipt": served,
    }
    return {
        kind: Event(kind, (Account(at=day, said_by="the truth", how=How.DOCUMENT),))
        for kind, day in days.items()
    }
