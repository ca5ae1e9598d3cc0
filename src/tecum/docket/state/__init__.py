"""The one place that knows what may follow what: ``apply(state, entry) -> state``.

Total over the closed list of acts, and raising nothing but :class:`ActRefused`. An act that
reports the world is recorded whatever it says; if it is odd, the state gains a named warning.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tecum.docket.acts import Act, DemandReopened
from tecum.docket.entry import DocketKind, Entry, IdempotencyKey
from tecum.docket.errors import (
    ActRefused,
    DocketBusy,
    DocketClosed,
    KeyReused,
    NotPermitted,
    UnknownReference,
)
from tecum.docket.rules import Rules
from tecum.docket.state import (
    answer,
    arrival,
    campaign,
    chronology,
    clocks,
    connections,
    course,
    courts,
    decision,
    erasure,
    items,
    measures,
    obligations,
    office,
    packs,
    records,
    registration,
    reports,
    sealing,
    service,
    service_terms,
)
from tecum.docket.state.ending_duties import discharge_duties
from tecum.docket.state.model import DemandStep, State, replace
from tecum.docket.state.steps import STEPS, put, warn
from tecum.docket.vocabulary import Sphere
from tecum.worded import worded as _

__all__ = ["STEPS", "AsOf", "State", "apply", "fold", "new_state", "recorded_before"]

_TABLES = (
    arrival,
    registration,
    items,
    sealing,
    service,
    clocks,
    decision,
    records,
    answer,
    course,
    courts,
    measures,
    campaign,
    chronology,
    office,
    connections,
    service_terms,
    packs,
    reports,
    erasure,
)
"""The modules whose transitions fill the table."""


@dataclass(frozen=True, slots=True)
class AsOf:
    """Two times: what had happened by one, as known here by the other."""

    happened_by: datetime
    known_by: datetime


def new_state(kind: DocketKind, rules: Rules | None = None) -> State:
    """A docket before its first entry."""
    return State(kind=kind, rules=rules or Rules())


def apply(state: State, entry: Entry) -> State:
    """The state after one more entry.

    An entry whose idempotency key stands for the same act changes nothing.

    Raises:
        ActRefused: one of the subclasses of DOCKET 1.5, with what, why and what to do.
    """
    if recorded_before(state, entry.key, entry.act) is not None:
        return state
    _check_place(state, entry)
    _check_role(entry)
    sealing.check_seal(state, entry)
    demand = state.demand
    if demand is not None and demand.step is DemandStep.CLOSED:
        state = _on_closed(state, entry)
    indexed = replace(
        state,
        docket=entry.docket,
        seq=entry.seq,
        entries=put(state.entries, entry.id, entry),
        keys=state.keys if entry.key is None else put(state.keys, entry.key, entry.id),
    )
    after = STEPS[type(entry.act)](indexed, entry, entry.act)
    return obligations.revised(state, discharge_duties(after, entry), entry)


def fold(
    entries: Iterable[Entry],
    kind: DocketKind = DocketKind.DEMAND,
    rules: Rules | None = None,
    as_of: AsOf | None = None,
) -> State:
    """The state that a docket's entries make, or made at two given times.

    What stands was allowed when it was recorded: that the office's profile has since come to
    ask for more, or for less, takes nothing of it back.

    With ``as_of``, entries recorded later are not yet known; of the known ones, those that
    certainly happened later have not happened yet, and an act that rests on one of these is
    left out with it.
    """
    in_force = rules or Rules()
    state = new_state(kind, replace(in_force, recorded=True))
    for entry in entries:
        if as_of is None:
            state = apply(state, entry)
            continue
        if entry.recorded_at > as_of.known_by or _is_later(entry, as_of.happened_by):
            continue
        try:
            state = apply(state, replace(entry, seq=state.seq + 1))
        except ActRefused:
            continue
    return replace(state, rules=in_force)


def recorded_before(state: State, key: IdempotencyKey | None, act: Act) -> Entry | None:
    """The first entry of this idempotency key, if it recorded the same act.

    Raises:
        KeyReused: the key stands for another act.
    """
    first = state.keys.get(key) if key is not None else None
    if first is None:
        return None
    entry = state.entries[first]
    if entry.act != act:
        raise KeyReused(
            _("The idempotency key stands for another act."),
            why=_("A repeated request must not record something else."),
            do=_("Use a new key for a new act."),
        )
    return entry


def _check_place(state: State, entry: Entry) -> None:
    if state.docket is not None and entry.docket != state.docket:
        raise UnknownReference(_("The entry belongs to another docket."))
    if entry.seq != state.seq + 1 or entry.id in state.entries:
        raise DocketBusy(
            _(
                "Place {place} is not the next on this docket; {next} is.",
                place=entry.seq,
                next=state.seq + 1,
            ),
            why=_("Another entry was recorded first."),
            do=_("Read the docket again and retry."),
        )


def _check_role(entry: Entry) -> None:
    if entry.actor.role not in entry.act.recorded_by:
        raise NotPermitted(
            _("A {role} may not record {act}.", role=entry.actor.role, act=entry.act.slug),
            do=_("Ask: {roles}.", roles=sorted(entry.act.recorded_by)),
        )


def _on_closed(state: State, entry: Entry) -> State:
    if isinstance(entry.act, DemandReopened):
        return state
    if entry.act.sphere is Sphere.OFFICE:
        raise DocketClosed(
            _("The docket is closed."),
            why=_("Nothing is done on a closed demand."),
            do=_("Reopen it, naming the entry that calls for it."),
        )
    return replace(warn(state, "after-closing", entry), reopen_offered=entry.id)


def _is_later(entry: Entry, happened_by: datetime) -> bool:
    first = entry.happened.earliest_instant()
    return first is not None and first > happened_by
