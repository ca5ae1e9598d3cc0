"""From the state of a docket to the row that reports count; nothing personal is carried over.

A row follows from the entries alone, so that the same entries give the same figures on
whatever day they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from tecum.docket.acts import (
    AnswerSent,
    Corrected,
    DemandLinked,
    DemandRefused,
    DemandRegistered,
    DocumentReceived,
    EventNoted,
    MatterSealed,
    ObjectionServed,
    OwedEventHappened,
)
from tecum.docket.acts.answer import RunsFrom
from tecum.docket.acts.chronology import EventKind
from tecum.docket.acts.registration import Relation
from tecum.docket.entry import DateKind, Entry, EntryId
from tecum.docket.state.model import About, DemandState, ItemState, State
from tecum.docket.state.steps import is_taken_back
from tecum.docket.vocabulary import Disposition, ObligationObject
from tecum.law.reading_facts import requester_of
from tecum.reports.row import ItemRow, Moment, Owed, Reply, Row, Transfer
from tecum.words import IssuerClass, Kind, Side, Word

__all__ = ["row_of"]

W = TypeVar("W", bound=Word)

_DECLINED = (Disposition.WITHHELD, Disposition.OBJECTED)
_LEFT = {EventKind.RELEASED: "released", EventKind.TRANSFERRED: "transferred"}


def row_of(state: State, zone: str) -> Row | None:
    """The row of a docket's demand; None where no demand is registered on it.

    Args:
        state: The docket, folded up to the entries that are to count.
        zone: The office's time zone, in which its legal dates are dates.
    """
    demand = state.demand
    if demand is None:
        return None
    act, tz = demand.act, ZoneInfo(zone)
    kind = _corrected_word(state, demand.entry, "kind", Kind) or act.kind
    body = _corrected_word(state, demand.entry, "issuer_class", IssuerClass) or act.issuer_class
    arrival = _arrival(state, act)
    copy_of = _copy_of(state)
    disputes = [row for row in state.disputes.values() if not is_taken_back(state, row.entry)]
    return Row(
        docket=str(state.docket),
        number=act.number,
        direction=act.direction.value,
        kind=kind.value,
        issuer=act.issuer,
        issuer_class=body.value if body is not None else None,
        requester=_requester(_corrected_text(state, demand.entry, "issuer") or act.issuer, body),
        judicial=act.judicial,
        channel=arrival.act.channel.value
        if arrival is not None and isinstance(arrival.act, DocumentReceived)
        else None,
        received=_received(state, demand, arrival, tz),
        step=demand.step.value,
        how=demand.how,
        urgency=act.urgency.value,
        items=tuple(_item(state, item) for item in state.items.values()),
        replies=tuple(_replies(state, tz)),
        transfers=tuple(_transfers(state, tz)),
        owed=tuple(_owed(state, tz)),
        service_disputed=any(row.about is About.DEMAND for row in disputes),
        answer_disputed=any(row.about is About.ANSWER for row in disputes),
        sealed=_sealed(state),
        left_out=_left_out(state, demand, copy_of),
        copy_of=copy_of,
    )


def _requester(issuer: str, body: IssuerClass | None) -> str | None:
    """Who asks; a body of a class that is not federal is some other body, whatever its name."""
    found = requester_of(issuer, body)
    if found is None and body is not None and body is not IssuerClass.FEDERAL_AGENCY:
        return "other_body"
    return found


def _arrival(state: State, act: DemandRegistered) -> Entry | None:
    """The entry by which the paper came in, where it stands on this docket."""
    ref = act.arrival if act.arrival in state.entries else next(iter(state.arrivals), None)
    return state.entries.get(ref) if ref is not None else None


def _received(state: State, demand: DemandState, arrival: Entry | None, tz: ZoneInfo) -> Moment:
    """The day of receipt: of the paper, else of its registration; corrected where it was."""
    entry = arrival or state.entries[demand.entry]
    better = _corrected_text(state, entry.id, "happened")
    return _moment(entry, tz) if better is None else _moment_of_text(better, tz)


def _moment_of_text(text: str, tz: ZoneInfo) -> Moment:
    """A day or instant as somebody wrote it; an instant falls on a day of the office's zone."""
    try:
        if len(text) == len("2020-01-13"):
            day = date.fromisoformat(text)
            return Moment(day, day)
        instant = datetime.fromisoformat(text)
    except ValueError:
        return Moment()
    local = instant.astimezone(tz) if instant.tzinfo is not None else instant
    return Moment(local.date(), local.date(), local.replace(tzinfo=None, second=0, microsecond=0))


def _moment(entry: Entry, tz: ZoneInfo) -> Moment:
    """When what an entry tells happened, in the office's zone."""
    happened = entry.happened
    value = happened.value
    exact = isinstance(value, datetime) and value.tzinfo is not None and not happened.earliest
    if isinstance(value, datetime) and exact:
        local = value.astimezone(tz)
        return Moment(local.date(), local.date(), local.replace(tzinfo=None, second=0))
    first, last = happened.interval()
    return Moment(first, last)


def _item(state: State, item: ItemState) -> ItemRow:
    answers = [pair for pair in item.answers if not is_taken_back(state, pair[0])]
    ref, disposition = answers[-1] if answers else (None, None)
    found = state.determinations.get(item.determination) if item.determination else None
    return ItemRow(
        label=item.label,
        category=item.asked_for.category.value,
        asked=item.asked.value,
        determined=found.outcome.value if found is not None else None,
        disposition=disposition.value if disposition is not None else None,
        basis=_basis(state, ref, item) if ref is not None else (),
    )


def _basis(state: State, ref: EntryId, item: ItemState) -> tuple[str, ...]:
    """The codes on which an item was answered so; a ground of the whole stands for it too."""
    act = state.entries[ref].act
    if isinstance(act, AnswerSent):
        return next((line.basis for line in act.items if line.item == item.label), ())
    if isinstance(act, ObjectionServed):
        return tuple(act.grounds)
    return (act.code.value,) if isinstance(act, DemandRefused) else ()


def _replies(state: State, tz: ZoneInfo) -> Iterator[Reply]:
    for entry in _standing(state):
        act = entry.act
        if entry.side is not Side.OURS:
            continue
        if isinstance(act, AnswerSent):
            told = (line.item for line in act.items if line.disposition in _DECLINED)
            yield Reply(what="answer", sent=_moment(entry, tz), declined=tuple(told))
        elif isinstance(act, DemandRefused):
            yield Reply(
                what="refusal",
                sent=_moment(entry, tz),
                ground=act.code.value,
                declined=tuple(state.items),
            )
        elif isinstance(act, ObjectionServed):
            yield Reply(what="objection", sent=_moment(entry, tz), declined=tuple(act.items))


def _transfers(state: State, tz: ZoneInfo) -> Iterator[Transfer]:
    """Releases and transfers noted on the docket; events that were joined count once."""
    joined = set(state.joined)
    for entry in _standing(state):
        act = entry.act
        if isinstance(act, OwedEventHappened) and act.event is RunsFrom.RELEASE:
            yield Transfer(how="released", when=_left_at(entry, tz))
        elif isinstance(act, EventNoted) and act.kind in _LEFT and act.event not in joined:
            to = next(iter(act.participants), None)
            yield Transfer(how=_LEFT[act.kind], when=_left_at(entry, tz), to=to)


def _left_at(entry: Entry, tz: ZoneInfo) -> Moment:
    """The date of a release; unknown where the entry has but the moment of its recording."""
    happened = entry.happened
    is_told = happened.kind is DateKind.RELEASED or (
        happened.kind is DateKind.OCCURRED and happened.value != entry.recorded_at
    )
    return _moment(entry, tz) if is_told else Moment()


def _owed(state: State, tz: ZoneInfo) -> Iterator[Owed]:
    for row in state.obligations.values():
        if row.object is not ObligationObject.ANSWER or row.owed_by is not Side.OURS:
            continue
        latest = row.latest
        day = latest.astimezone(tz).date() if isinstance(latest, datetime) else latest
        yield Owed(step=row.step.value, latest=day, disputed=row.disputed)


def _sealed(state: State) -> str | None:
    act = state.entries[state.sealed_by].act if state.sealed_by is not None else None
    return act.ground.value if isinstance(act, MatterSealed) else None


def _left_out(state: State, demand: DemandState, copy_of: str | None) -> str:
    if is_taken_back(state, demand.entry):
        return "taken_back"
    return "copy" if copy_of is not None else ""


def _copy_of(state: State) -> str | None:
    """The docket of which somebody said that this is a copy, and did not take it back."""
    for ref in state.links:
        act = state.entries[ref].act
        if isinstance(act, DemandLinked) and act.relation is Relation.COPY_OF:
            return str(act.other)
    return None


def _standing(state: State) -> Iterator[Entry]:
    """The entries that nobody took back."""
    return (entry for entry in state.entries.values() if not is_taken_back(state, entry.id))


def _corrections(state: State, ref: EntryId) -> Iterator[Corrected]:
    for one in state.corrections.get(ref, ()):
        act = state.entries[one].act
        if isinstance(act, Corrected):
            yield act


def _corrected_text(state: State, ref: EntryId, path: str) -> str | None:
    """The last better value of a field, if one was given and is not erased."""
    values = [act.value for act in _corrections(state, ref) if act.path == path]
    return values[-1] if values and isinstance(values[-1], str) else None


def _corrected_word(state: State, ref: EntryId, path: str, words: type[W]) -> W | None:
    """A better value of a field whose words are a closed list, which can name no person."""
    text = _corrected_text(state, ref, path)
    return words(text) if text in list(words) else None
