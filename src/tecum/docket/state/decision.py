"""Transitions of decision: facts, findings, proposals, determinations, objections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tecum.docket.acts import (
    DemandRefused,
    DeterminationApproved,
    DeterminationOverridden,
    DeterminationProposed,
    DeterminationReturned,
    FactStated,
    FindingsTaken,
    ObjectionServed,
)
from tecum.docket.acts.decision import Determined
from tecum.docket.entry import Entry, EntryId
from tecum.docket.errors import FindingsMoved, NotPermitted, UnknownReference
from tecum.docket.parts import Label
from tecum.docket.state.model import (
    About,
    Decided,
    Determination,
    Findings,
    ItemState,
    Proposal,
    State,
    replace,
)
from tecum.docket.state.obligations import discharge
from tecum.docket.state.service import dispatched
from tecum.docket.state.steps import (
    known,
    live,
    moved,
    need_reason,
    need_two,
    on_open_demand,
    put,
    step,
)
from tecum.docket.vocabulary import Disposition, ObligationObject, TwoPersons
from tecum.worded import worded as _
from tecum.words import Outcome, Role

__all__ = ["answered", "check_determined", "departs", "outcomes_of"]

Outcomes = Mapping[tuple[Label | None, str], Outcome]

_GIVES = frozenset({Determined.PRODUCE, Determined.PRODUCE_IN_PART, Determined.ACT})
_DECLINES = frozenset({Determined.WITHHOLD, Determined.OBJECT, Determined.NOT_ACT})


@step(FactStated)
def fact_stated(state: State, entry: Entry, act: FactStated) -> State:
    """A fact stands; findings that were taken before it are no longer current."""
    facts = put(state.facts, (act.fact, act.item, act.subject), entry.id)
    findings = state.findings and replace(state.findings, current=False)
    return replace(state, facts=facts, findings=findings)


@step(FindingsTaken)
def findings_taken(state: State, entry: Entry, act: FindingsTaken) -> State:
    """The rules' answers of this moment; determinations on others of them are stale."""
    outcomes = {(found.item, found.action): found.outcome for found in act.outcomes}
    items = dict(state.items)
    for label, item in items.items():
        made = state.determinations.get(item.determination) if item.determination else None
        if made is not None:
            cited = _of_items(made.outcomes, (label,))
            items[label] = replace(item, stale=cited != _of_items(outcomes, (label,)))
    return replace(state, findings=Findings(entry=entry.id, outcomes=outcomes), items=items)


@step(DeterminationProposed)
def determination_proposed(state: State, entry: Entry, act: DeterminationProposed) -> State:
    """A proposal on live items and current findings; departing from them needs a reason."""
    on_open_demand(state)
    items = live(state, act.items)
    none_held = act.outcome is Determined.NONE_HELD
    clerk_may = (none_held and state.rules.clerk_may_find_none) or state.rules.recorded
    if entry.actor.role is Role.CLERK and not clerk_may:
        raise NotPermitted(
            _(
                "A clerk may propose only that nothing is held, and only where the profile allows "
                "it."
            ),
            do=_("Ask counsel."),
        )
    if not (none_held and act.findings is None):
        _check_current(state, act.findings)
    outcomes = outcomes_of(state, act.items, act.actions)
    if departs(act.outcome, outcomes.values()):
        need_reason(act.reason, _("Departing from what the rules say"))
    if act.outcome is Determined.AWAIT_EVENT:
        need_reason(act.awaits, _("Waiting for an event"))
    proposal = Proposal(
        entry=entry.id,
        items=act.items,
        outcome=act.outcome,
        findings=act.findings,
        outcomes=outcomes,
        by=entry.actor.person,
        actions=act.actions,
        awaits=act.awaits,
    )
    for item in items:
        state = _given_back(state, item.proposal)
        changed = replace(state.items[item.label], decided=Decided.PROPOSED, proposal=entry.id)
        state = replace(state, items=put(state.items, item.label, changed))
    return replace(state, proposals=put(state.proposals, entry.id, proposal))


@step(DeterminationApproved)
def determination_approved(state: State, entry: Entry, act: DeterminationApproved) -> State:
    """A proposal stands as determination, if nothing it rests on has moved."""
    on_open_demand(state)
    proposal = _open_proposal(state, act.proposal)
    live(state, proposal.items)
    alone = need_two(state, entry, TwoPersons.DETERMINATIONS, proposal.by)
    if proposal.findings is not None:
        now = state.findings
        same = now is not None and outcomes_of(state, proposal.items, proposal.actions) == (
            proposal.outcomes
        )
        if now is None or not now.current or not same:
            raise _findings_moved()
    made = Determination(
        entry=entry.id,
        items=proposal.items,
        outcome=proposal.outcome,
        outcomes=outcomes_of(state, proposal.items, ()),
        approved_by=entry.actor.person,
        one_person=alone,
        awaits=proposal.awaits,
    )
    return _determined(_close_proposal(state, act.proposal), made)


@step(DeterminationReturned)
def determination_returned(state: State, entry: Entry, act: DeterminationReturned) -> State:
    """A proposal goes back; a determination under it stands again."""
    proposal = _open_proposal(state, act.proposal)
    need_reason(act.reason, _("Returning a proposal"))
    return _given_back(state, proposal.entry)


@step(DeterminationOverridden)
def determination_overridden(state: State, entry: Entry, act: DeterminationOverridden) -> State:
    """An approved determination is replaced, by two persons and with a reason."""
    on_open_demand(state)
    former = known(state.determinations, act.determination, "determination")
    if not any(item.determination == act.determination for item in state.items.values()):
        raise moved(_("The determination has been replaced already."))
    live(state, former.items)
    need_reason(act.reason, _("Overriding a determination"))
    need_two(state, entry, TwoPersons.OVERRIDE)
    made = Determination(
        entry=entry.id,
        items=former.items,
        outcome=act.outcome,
        outcomes=outcomes_of(state, former.items, ()),
        approved_by=entry.actor.person,
        one_person=False,
        awaits=act.awaits,
        replaces=act.determination,
    )
    return _determined(state, made)


@step(DemandRefused)
def demand_refused(state: State, entry: Entry, act: DemandRefused) -> State:
    """The demand is declined as a whole; each live item is withheld on that ground."""
    on_open_demand(state)
    labels = tuple(item.label for item in state.live_items)
    for label in labels:
        check_determined(state, label, _DECLINES)
    state = answered(state, entry, labels, Disposition.WITHHELD)
    objects = (ObligationObject.ANSWER, ObligationObject.OBJECTION)
    state = discharge(state, entry, objects, labels or None, entry.side)
    return dispatched(replace(state, refused_by=entry.id), entry, About.ANSWER)


@step(ObjectionServed)
def objection_served(state: State, entry: Entry, act: ObjectionServed) -> State:
    """Items are objected to; the obligation to object is discharged for them."""
    on_open_demand(state)
    live(state, act.items)
    need_reason(act.grounds or None, _("An objection"))
    for label in act.items:
        check_determined(state, label, frozenset({Determined.OBJECT}))
    state = answered(state, entry, act.items, Disposition.OBJECTED)
    state = discharge(state, entry, (ObligationObject.OBJECTION,), act.items, entry.side)
    return dispatched(state, entry, About.OTHER)


def outcomes_of(state: State, items: Iterable[Label], actions: Iterable[str]) -> Outcomes:
    """What the latest findings say on these items; no action named means every one."""
    if state.findings is None:
        return {}
    wanted = frozenset(actions)
    found = _of_items(state.findings.outcomes, tuple(items))
    return {key: held for key, held in found.items() if not wanted or key[1] in wanted}


def departs(outcome: Determined, findings: Iterable[Outcome]) -> bool:
    """Whether a determination goes against a finding that says must or must not.

    What the rules leave open, to counsel, or unsaid is no finding to depart from.
    """
    said = frozenset(findings)
    if outcome in _GIVES and Outcome.MUST_NOT in said:
        return True
    against = _DECLINES | {Determined.PRODUCE_IN_PART, Determined.REFER}
    return outcome in against and Outcome.MUST in said


def _of_items(outcomes: Outcomes, labels: tuple[Label, ...]) -> Outcomes:
    return {key: held for key, held in outcomes.items() if key[0] is None or key[0] in labels}


def _check_current(state: State, cited: EntryId | None) -> None:
    findings = state.findings
    if findings is None or findings.entry != cited or not findings.current:
        raise _findings_moved()


def _findings_moved() -> FindingsMoved:
    return FindingsMoved(
        _("The findings are not those that stand now."),
        why=_("A fact, an order or a pack has moved since they were taken."),
        do=_("Take the findings anew and look at what changed."),
    )


def _open_proposal(state: State, ref: EntryId) -> Proposal:
    proposal = known(state.proposals, ref, "proposal")
    if not proposal.open:
        raise moved(_("The proposal was decided or replaced already."))
    return proposal


def _given_back(state: State, ref: EntryId | None) -> State:
    """No proposal on any of its items; a determination under it stands again."""
    if ref is None:
        return state
    for label in state.proposals[ref].items:
        item = state.items[label]
        if item.proposal == ref:
            back = Decided.APPROVED if item.determination else Decided.NONE
            given = replace(item, decided=back, proposal=None)
            state = replace(state, items=put(state.items, label, given))
    return _close_proposal(state, ref)


def _close_proposal(state: State, ref: EntryId | None) -> State:
    if ref is None or not state.proposals[ref].open:
        return state
    closed = replace(state.proposals[ref], open=False)
    return replace(state, proposals=put(state.proposals, ref, closed))


def _determined(state: State, made: Determination) -> State:
    items = dict(state.items)
    for label in made.items:
        items[label] = replace(
            items[label],
            decided=Decided.APPROVED,
            determination=made.entry,
            proposal=None,
            stale=False,
        )
    return replace(state, items=items, determinations=put(state.determinations, made.entry, made))


def check_determined(state: State, label: Label, allowed: frozenset[Determined]) -> None:
    """Refuse to send what no approved, unmoved determination of the item agrees with.

    Raises:
        UnknownReference: the item has no approved determination of an allowed outcome.
    """
    item = state.items[label]
    made = state.determinations.get(item.determination) if item.determination else None
    if item.decided is not Decided.APPROVED or made is None or made.outcome not in allowed:
        raise UnknownReference(
            _("Item {label} has no approved determination that agrees.", label=label),
            why=_("What goes out must be what was determined."),
            do=_("Determine it first, as one of: {determined}.", determined=sorted(allowed)),
            item=label,
        )
    if item.stale:
        raise _findings_moved()


def answered(
    state: State, entry: Entry, labels: Iterable[Label], disposition: Disposition
) -> State:
    """The items bear this disposition; the ones before it stay readable."""
    items: dict[Label, ItemState] = dict(state.items)
    for label in labels:
        item = items[label]
        items[label] = replace(
            item, answer=disposition, answers=(*item.answers, (entry.id, disposition))
        )
    return replace(state, items=items)
