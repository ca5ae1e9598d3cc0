"""What a plan would record for one recipient, or the reason why it records nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import unique

from tecum.docket.acts import (
    Act,
    DemandClosed,
    DemandEscalated,
    DemandSent,
    DueDateSet,
    EscalationThreatened,
    ExtensionGranted,
    LetterSent,
    MeasureImposed,
    MeasureThreatened,
    RecipientAdded,
    RecipientExcluded,
)
from tecum.docket.acts.campaign import CampaignAction
from tecum.docket.acts.clocks import DueReason
from tecum.docket.acts.course import Step, ThreatCondition
from tecum.docket.acts.service import LetterPurpose
from tecum.docket.declare import Erased
from tecum.docket.entry import DocketId
from tecum.docket.parts import ObligationId, Source
from tecum.docket.phrases import registered
from tecum.docket.plans.letters import Letter, fill, words_for
from tecum.docket.plans.wanted import Wanted
from tecum.docket.state.course import left_open
from tecum.docket.state.model import DemandState, DemandStep, Obligation, State
from tecum.docket.state.steps import day_of
from tecum.docket.vocabulary import BasisKind, ObligationObject
from tecum.provenance import Sha256
from tecum.words import Side, Word

__all__ = ["At", "Doing", "Stop", "Stopped", "doing"]


@unique
class Stop(Word):
    """Why nothing is done for a recipient; what an act's own guard says comes beside these."""

    EXCLUDED = "excluded"
    NO_DEMAND = "no_demand"
    HIDDEN = "hidden"
    NOT_SENT = "not_sent"
    ENDED = "ended"
    NO_TEXT = "no_text"
    SLOT_EMPTY = "slot_empty"
    NO_ADDRESS = "no_address"
    NO_DATE = "no_date"
    NOT_LATER = "not_later"


class Stopped(Exception):
    """A row goes no further."""

    def __init__(self, stop: Stop, detail: str = "") -> None:
        super().__init__(stop.value)
        self.stop = stop
        self.detail = detail


@dataclass(frozen=True, slots=True)
class At:
    """Where the acts of one recipient are recorded, and what is at hand for them."""

    campaign: State
    added: RecipientAdded
    demand: State | None
    template: str | None

    @property
    def open_demand(self) -> tuple[State, DemandState]:
        """The recipient's demand, which was sent and runs."""
        state, demand = self.any_demand
        if demand.step is DemandStep.DRAFT:
            raise Stopped(Stop.NOT_SENT)
        if demand.step is not DemandStep.OPEN:
            raise Stopped(Stop.ENDED)
        return state, demand

    @property
    def any_demand(self) -> tuple[State, DemandState]:
        """The recipient's demand, however far it has come."""
        if self.demand is None or self.demand.demand is None:
            raise Stopped(Stop.NO_DEMAND)
        return self.demand, self.demand.demand

    @property
    def address(self) -> str:
        """Where letters to the recipient go."""
        held = self.added.address
        if held is None or isinstance(held, Erased) or not held.strip():
            raise Stopped(Stop.NO_ADDRESS)
        return held

    def letter(self, text: str) -> Letter:
        """The letter to this recipient, with every slot filled."""
        made = fill(text, words_for(self.added, self.demand))
        if made.empty:
            raise Stopped(Stop.SLOT_EMPTY, ", ".join(made.empty))
        return made


@dataclass(frozen=True, slots=True)
class Doing:
    """The acts for one recipient, in order, and the letter that goes with them."""

    acts: tuple[Act, ...]
    letter: Letter | None = None


def doing(at: At, wanted: Wanted) -> Doing:
    """The acts of one row.

    Raises:
        Stopped: there is nothing to record, and why.
    """
    return _BY_ACTION[wanted.action](at, wanted)


def _send(at: At, wanted: Wanted) -> Doing:
    state, demand = at.any_demand
    text = _words(wanted.text) or at.template
    letter = at.letter(text) if text else None
    document = letter.sha256 if letter is not None else demand.act.document
    if not isinstance(document, str):
        raise Stopped(Stop.NO_TEXT)
    assert wanted.channel is not None
    assert at.campaign.docket is not None
    sent = DemandSent(
        document=Sha256(document),
        to=at.address,
        channel=wanted.channel,
        campaign=DocketId(at.campaign.docket),
    )
    dated = [(n, row.day) for n, row in registered(state) if row.day is not None]
    dates = tuple(
        DueDateSet(
            obligation=ObligationId(f"answer.{n}"),
            object=ObligationObject.ANSWER,
            due=day,
            reason=DueReason.STATED_IN_DOCUMENT,
            owed_by=Side.THEIRS,
        )
        for n, day in dated
        if f"answer.{n}" not in state.obligations
    )
    return Doing((sent, *dates), letter)


def _remind(at: At, wanted: Wanted) -> Doing:
    at.open_demand  # noqa: B018 - stops where there is none
    letter, sent = _write(at, wanted, LetterPurpose.REMINDER)
    return Doing((sent, DemandEscalated(step=Step.REMINDER)), letter)


def _extend(at: At, wanted: Wanted) -> Doing:
    state, _ = at.open_demand
    owed = _answers_owed(state)
    assert wanted.due is not None
    if not owed:
        raise Stopped(Stop.NO_DATE)
    later = [row for row in owed if row.safe is not None and day_of(state, row.safe) < wanted.due]
    if not later:
        raise Stopped(Stop.NOT_LATER)
    return Doing(tuple(ExtensionGranted(obligation=row.id, due=wanted.due) for row in later))


def _answers_owed(state: State) -> list[Obligation]:
    return [
        row
        for row in state.obligations.values()
        if row.object is ObligationObject.ANSWER
        and row.owed_by is Side.THEIRS
        and row.step.is_open
        and row.safe is not None
    ]


def _escalate(at: At, wanted: Wanted) -> Doing:
    at.open_demand  # noqa: B018 - stops where there is none
    assert wanted.step is not None
    source = _source(wanted)
    made: tuple[Act, ...]
    if wanted.step is Step.MEASURE:
        made = (_measure(at, wanted, source),)
        if wanted.imposed:
            made = (*made, DemandEscalated(step=Step.MEASURE))
    elif wanted.announced:
        conditions = wanted.conditions or (ThreatCondition.NOT_STATED,)
        made = (EscalationThreatened(step=wanted.step, conditions=conditions, source=source),)
    else:
        made = (DemandEscalated(step=wanted.step),)
    if not wanted.text:
        return Doing(made)
    letter, sent = _write(at, wanted, LetterPurpose.NOTICE)
    return Doing((sent, *made), letter)


def _measure(at: At, wanted: Wanted, source: Source | None) -> Act:
    assert wanted.measure is not None
    make = MeasureImposed if wanted.imposed else MeasureThreatened
    return make(
        kind=wanted.measure,
        programme=wanted.programme,
        amount=wanted.amount,
        currency=wanted.currency,
        condition=wanted.condition,
        target=at.added.name,
        source=source,
    )


def _exclude(at: At, wanted: Wanted) -> Doing:
    assert wanted.reason is not None
    act = RecipientExcluded(
        recipient=at.added.recipient, reason=wanted.reason, source=_source(wanted)
    )
    return Doing((act,))


def _close(at: At, wanted: Wanted) -> Doing:
    state, _ = at.any_demand
    rest = left_open(state)
    assert wanted.ground is not None
    closed = DemandClosed(
        ground=wanted.ground, left_open=rest, reason=wanted.remark if rest else None
    )
    return Doing((closed,))


def _write(at: At, wanted: Wanted, purpose: LetterPurpose) -> tuple[Letter, LetterSent]:
    text = _words(wanted.text)
    if not text:
        raise Stopped(Stop.NO_TEXT)
    letter = at.letter(text)
    assert wanted.channel is not None
    return letter, LetterSent(
        purpose=purpose, document=letter.sha256, to=at.address, channel=wanted.channel
    )


def _source(wanted: Wanted) -> Source | None:
    return Source(kind=BasisKind.TYPED, cite=wanted.cite) if wanted.cite else None


def _words(text: object) -> str:
    return text if isinstance(text, str) else ""


_BY_ACTION: Mapping[CampaignAction, Callable[[At, Wanted], Doing]] = {
    CampaignAction.SEND: _send,
    CampaignAction.REMIND: _remind,
    CampaignAction.EXTEND: _extend,
    CampaignAction.ESCALATE: _escalate,
    CampaignAction.EXCLUDE: _exclude,
    CampaignAction.CLOSE: _close,
}
