"""A thread as it stands on its docket: with what people added, without what is not yet known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from tecum.docket.acts import EventNoted
from tecum.docket.acts.chronology import Slot
from tecum.docket.chronology.model import Thread, ThreadCertainty, ThreadClaim, ThreadEvent
from tecum.docket.declare import Erased
from tecum.docket.state.model import Claim, State
from tecum.docket.vocabulary import DateKind, Precision
from tecum.docket.when import unknown

__all__ = ["as_it_stands"]


def as_it_stands(thread: Thread, state: State) -> Thread:
    """The thread of a file with the events and claims that its docket holds, and no others.

    Args:
        thread: The file.
        state: The docket, whole or as known on a day.
    """
    filed = {row.id for row in thread.claims}
    from_file = {
        f"{event.id}.{source}"
        for event in thread.events
        for source in event.sources
    }  # fmt: skip
    more = [
        _claim(claim)
        for name, claim in state.claims.items()
        if name not in filed and name.rpartition(".")[0] not in from_file
    ]
    events = {row.id for row in thread.events}
    noted = [_event(act) for name, act in state.events.items() if name not in events]
    kept = tuple(_as_now(row, state) for row in thread.claims if row.id in state.claims)
    return replace(
        thread,
        events=(*(row for row in thread.events if row.id in state.events), *noted),
        questions=tuple(row for row in thread.questions if row.id in state.questions),
        claims=(*kept, *more),
    )


def _as_now(row: ThreadClaim, state: State) -> ThreadClaim:
    """A claim of the file as it now reads, and taken back only if it is by now."""
    claim = state.claims[row.id]
    by = row.retracted_by or row.id
    shown = replace(row, retracted_by=by if claim.retracted_by is not None else None)
    if len(claim.versions) == 1:
        return shown
    now = _claim(claim)
    return replace(shown, position=now.position, value=now.value, unit=now.unit)


def _claim(claim: Claim) -> ThreadClaim:
    act, value = claim.act, claim.value
    said = act.asserted.interval()[0] if act.asserted is not None else None
    cite = act.source.cite if act.source is not None and act.source.cite else ""
    return ThreadClaim(
        id=act.claim,
        by=act.by,
        question=act.question,
        about=act.event,
        position=None if isinstance(value.words, Erased) else value.words,
        value=_number(claim),
        unit=value.unit,
        said_on=said,
        certainty=ThreadCertainty(act.certainty.value),
        sources=tuple(part for one in cite.split(",") if (part := one.strip())),
        retracts=None,
        retracted_by=act.claim if claim.retracted_by is not None else None,
        corrects=None,
    )


def _number(claim: Claim) -> int | date | None:
    """The one number or day of a claim; None where its value is a range or of another sort."""
    value = claim.value
    if claim.act.slot is Slot.WHEN and value.when is not None:
        day = value.when.value if value.when.precision is Precision.DAY else None
        return day.date() if isinstance(day, datetime) else day
    return value.low if value.low is not None and value.low == value.high else None


def _event(act: EventNoted) -> ThreadEvent:
    return ThreadEvent(
        id=act.event,
        act=act.kind.value,
        when=unknown(DateKind.OCCURRED),
        actor=None,
        demands=(),
        certainty=ThreadCertainty.REPORTED,
        sources=(),
        what=None if isinstance(act.label, Erased) else act.label,
        more={},
    )
