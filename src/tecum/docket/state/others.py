"""Transitions of the campaign, chronology and office dockets."""

from __future__ import annotations

from tecum.docket.acts import (
    CampaignOpened,
    ClaimAsserted,
    ClaimCorrected,
    ClaimRetracted,
    EventNoted,
    PersonAdded,
    ProfileChanged,
    QuestionFramed,
    RecipientAdded,
    RecipientExcluded,
    RoleChanged,
)
from tecum.docket.entry import Entry
from tecum.docket.state.model import Claim, Recipient, State, replace
from tecum.docket.state.steps import known, moved, put, step, warn

__all__: list[str] = []


@step(CampaignOpened)
def campaign_opened(state: State, entry: Entry, act: CampaignOpened) -> State:
    """A campaign stands on this docket."""
    if state.campaign is not None:
        raise moved("A campaign is already open on this docket.")
    return replace(state, campaign=act)


@step(RecipientAdded)
def recipient_added(state: State, entry: Entry, act: RecipientAdded) -> State:
    """A recipient has its row."""
    if state.campaign is None:
        raise moved("No campaign is open on this docket.")
    if act.recipient in state.recipients:
        raise moved("The recipient is on the board already.")
    row = Recipient(
        id=act.recipient,
        name=act.name,
        entry=entry.id,
        docket=act.docket,
        previous_round=act.previous_round,
    )
    return replace(state, recipients=put(state.recipients, act.recipient, row))


@step(RecipientExcluded)
def recipient_excluded(state: State, entry: Entry, act: RecipientExcluded) -> State:
    """A recipient is left out and stays on the board, with the reason."""
    row = known(state.recipients, act.recipient, "recipient")
    if row.excluded_by is not None:
        raise moved("The recipient is left out already.")
    left_out = replace(row, excluded_by=entry.id, reason=act.reason)
    return replace(state, recipients=put(state.recipients, act.recipient, left_out))


@step(EventNoted)
def event_noted(state: State, entry: Entry, act: EventNoted) -> State:
    """An event stands; a second of the same id is refused."""
    if act.event in state.events:
        raise moved("An event of this id stands already.")
    return replace(state, events=put(state.events, act.event, act))


@step(QuestionFramed)
def question_framed(state: State, entry: Entry, act: QuestionFramed) -> State:
    """A question stands."""
    if act.question in state.questions:
        raise moved("A question of this id stands already.")
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


@step(ProfileChanged)
def profile_changed(state: State, entry: Entry, act: ProfileChanged) -> State:
    """A setting has a new value from here on."""
    return replace(state, profile=put(state.profile, act.key, entry.id))


@step(PersonAdded)
def person_added(state: State, entry: Entry, act: PersonAdded) -> State:
    """Somebody works here."""
    if act.person in state.people:
        raise moved("This person is on the list already.")
    return replace(state, people=put(state.people, act.person, act.roles))


@step(RoleChanged)
def role_changed(state: State, entry: Entry, act: RoleChanged) -> State:
    """Somebody has other roles from here on."""
    held = known(state.people, act.person, "person")
    if set(held) != set(act.before):
        raise moved("The roles that were to be changed are no longer those held.")
    return replace(state, people=put(state.people, act.person, act.after))
