"""Transitions of a chronology's docket: events, questions, claims, proposals (DOCKET 1.12)."""

from __future__ import annotations

from tecum.docket.acts import (
    ClaimAsserted,
    ClaimCorrected,
    ClaimRetracted,
    EventNoted,
    EventsJoined,
    EventsParted,
    ProposalAccepted,
    ProposalRejected,
    QuestionFramed,
)
from tecum.docket.entry import Entry
from tecum.docket.state.model import Claim, State, replace
from tecum.docket.state.steps import known, moved, put, step, warn
from tecum.worded import worded as _

__all__: list[str] = []


@step(EventNoted)
def event_noted(state: State, entry: Entry, act: EventNoted) -> State:
    """An event stands; a second of the same id is refused."""
    if act.event in state.events:
        raise moved(_("An event of this id stands already."))
    return replace(state, events=put(state.events, act.event, act))


@step(QuestionFramed)
def question_framed(state: State, entry: Entry, act: QuestionFramed) -> State:
    """A question stands."""
    if act.question in state.questions:
        raise moved(_("A question of this id stands already."))
    return replace(state, questions=put(state.questions, act.question, act))


@step(ClaimAsserted)
def claim_asserted(state: State, entry: Entry, act: ClaimAsserted) -> State:
    """A claim stands; the same claim again adds nothing but a warning."""
    if act.claim in state.claims:
        return warn(state, "claim-repeated", entry)
    if act.event is not None and act.event not in state.events:
        state = warn(state, "claim-about-unknown-event", entry)
    if act.question is not None and act.question not in state.questions:
        state = warn(state, "claim-about-unknown-question", entry)
    claim = Claim(entry=entry.id, act=act, value=act.value, versions=(entry.id,))
    return replace(state, claims=put(state.claims, act.claim, claim))


@step(ClaimCorrected)
def claim_corrected(state: State, entry: Entry, act: ClaimCorrected) -> State:
    """A new version of a claim is live; the old text stays."""
    claim = state.claims.get(act.claim)
    if claim is None:
        return warn(state, "unknown-reference", entry)
    changed = replace(claim, value=act.value, versions=(*claim.versions, entry.id))
    return replace(state, claims=put(state.claims, act.claim, changed))


@step(ClaimRetracted)
def claim_retracted(state: State, entry: Entry, act: ClaimRetracted) -> State:
    """A claim is taken back; its text stays."""
    claim = state.claims.get(act.claim)
    if claim is None or claim.retracted_by is not None:
        return warn(state, "retracted-without-claim", entry)
    retracted = replace(claim, retracted_by=entry.id)
    return replace(state, claims=put(state.claims, act.claim, retracted))


@step(EventsJoined)
def events_joined(state: State, entry: Entry, act: EventsJoined) -> State:
    """What was said of the others is said of this one; each claim keeps its own words."""
    known(state.events, act.event, "event")
    into = state.joined.get(act.event, act.event)
    joined = dict(state.joined)
    for other in act.others:
        known(state.events, other, "event")
        if joined.get(other, other) == into:
            raise moved(_("These events are joined already."))
        joined.update({name: into for name, held in joined.items() if held == other})
        joined[other] = into
    return replace(state, joined=joined)


@step(EventsParted)
def events_parted(state: State, entry: Entry, act: EventsParted) -> State:
    """The events stand apart again."""
    apart = {event: known(state.joined, event, "joined event") for event in act.events}
    left = {event: into for event, into in state.joined.items() if event not in apart}
    return replace(state, joined=left)


@step(ProposalAccepted)
def proposal_accepted(state: State, entry: Entry, act: ProposalAccepted) -> State:
    """A proposal stands, with the claims that a person entered for it."""
    for claim in act.claims:
        known(state.claims, claim, "claim")
    if act.event is not None:
        known(state.events, act.event, "event")
    return _considered(state, entry, act.proposal)


@step(ProposalRejected)
def proposal_rejected(state: State, entry: Entry, act: ProposalRejected) -> State:
    """A proposal does not stand and is not offered again."""
    return _considered(state, entry, act.proposal)


def _considered(state: State, entry: Entry, proposal: str) -> State:
    if proposal in state.considered:
        raise moved(_("Somebody has already looked at this proposal."))
    return replace(state, considered=put(state.considered, proposal, entry.id))
