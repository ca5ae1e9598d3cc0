"""A thread as acts of a chronology: events, questions, claims. Nothing is left out.

The free act names of a thread are mapped to kinds of event; a name that is not known becomes
an event of kind ``other`` whose label keeps the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from tecum.docket.acts import Act, ClaimAsserted, ClaimRetracted, EventNoted, QuestionFramed
from tecum.docket.acts.chronology import ClaimValue, Distance, EventKind, Happened, Slot
from tecum.docket.chronology.model import (
    Thread,
    ThreadCertainty,
    ThreadClaim,
    ThreadEvent,
)
from tecum.docket.parts import Source
from tecum.docket.vocabulary import BasisKind, DateKind
from tecum.docket.when import When, on

__all__ = ["EVENT_KINDS", "acts_of"]

EVENT_KINDS: Mapping[str, EventKind] = {
    "DemandIssued": EventKind.ISSUED,
    "DemandServed": EventKind.RECEIVED,
    "DemandSent": EventKind.SENT,
    "DemandWithdrawn": EventKind.WITHDRAWN,
    "AnswerGiven": EventKind.ANSWERED,
    "AnswerStated": EventKind.ANSWERED,
    "AnswerPromised": EventKind.ANSWERED,
    "AnswerRefused": EventKind.REFUSED,
    "AnswerDue": EventKind.OTHER,
    "ObjectionServed": EventKind.OBJECTED,
    "PetitionFiled": EventKind.FILED,
    "OppositionFiled": EventKind.FILED,
    "SuitFiled": EventKind.FILED,
    "SuitSettled": EventKind.SETTLED,
    "PetitionsDismissed": EventKind.DISMISSED,
    "OrderEntered": EventKind.ORDERED,
    "OrderIssued": EventKind.ISSUED,
    "OrderAffirmed": EventKind.ORDERED,
    "OrderNarrowed": EventKind.ORDERED,
    "OrderLifted": EventKind.REVERSED,
    "OrderStayed": EventKind.STAYED,
    "AppealFiled": EventKind.APPEALED,
    "LawEnacted": EventKind.ENACTED,
    "LawAmended": EventKind.ENACTED,
    "LawTookEffect": EventKind.IN_FORCE,
    "FundsReleased": EventKind.PAID,
    "ConditionImposed": EventKind.IMPOSED,
    "MeasureImposed": EventKind.IMPOSED,
    "MeasureReversed": EventKind.LIFTED,
    "RemedyAnnounced": EventKind.THREATENED,
    "GuidanceIssued": EventKind.PUBLISHED,
    "StatementMade": EventKind.ANNOUNCED,
    "PositionStated": EventKind.ANNOUNCED,
    "PolicyStated": EventKind.ANNOUNCED,
    "MeetingDeclined": EventKind.OTHER,
    "Corrected": EventKind.OTHER,
    "LaterEvent": EventKind.OTHER,
}
"""Act name of a thread → kind of event."""


def acts_of(thread: Thread) -> tuple[Act, ...]:
    """The acts of a chronology that holds a thread, events in order of date."""
    return (*_events(thread), *_questions(thread), *_retractions(thread))


def _events(thread: Thread) -> Iterator[Act]:
    for event in thread.in_order():
        label = event.act if event.what is None else f"{event.act}: {event.what}"
        yield EventNoted(
            event=event.id,
            kind=EVENT_KINDS.get(event.act, EventKind.OTHER),
            label=label,
            participants=(event.actor,) if event.actor else (),
        )
        yield from _of_event(event)


def _of_event(event: ThreadEvent) -> Iterator[Act]:
    """What each source says on an event: that it happened, when, by whom."""
    for source in event.sources:
        base = f"{event.id}.{source}"
        yield _claim(event, f"{base}.happened", Slot.HAPPENED, _happened(event), source)
        if event.when.is_known:
            value = ClaimValue(when=event.when)
            yield _claim(event, f"{base}.when", Slot.WHEN, value, source)
        if event.actor is not None:
            value = ClaimValue(party=event.actor)
            yield _claim(event, f"{base}.by", Slot.BY, value, source)


def _happened(event: ThreadEvent) -> ClaimValue:
    part = event.more.get("part")
    if isinstance(part, dict) and isinstance(part.get("answered"), int):
        answered, of = part["answered"], part.get("of")
        if of is None and isinstance(part.get("owed"), int):
            of = answered + part["owed"]
        return ClaimValue(happened=Happened.PART, low=answered, high=answered, of=of)
    return ClaimValue(happened=Happened.YES)


def _claim(event: ThreadEvent, claim: str, slot: Slot, value: ClaimValue, by: str) -> Act:
    return ClaimAsserted(
        claim=claim,
        event=event.id,
        slot=slot,
        value=value,
        by=by,
        distance=Distance.PARAPHRASED,
        certainty=event.certainty.as_claim,
        source=Source(kind=BasisKind.PUBLICATION, cite=by),
    )


def _questions(thread: Thread) -> Iterator[Act]:
    for question in thread.questions:
        yield QuestionFramed(question=question.id, text=question.text)
    events = {event.id for event in thread.events}
    for claim in thread.claims:
        about = claim.about if claim.question is None and claim.about in events else None
        slot, value = _slot_and_value(claim)
        yield ClaimAsserted(
            claim=claim.id,
            question=claim.question if about is None else None,
            event=about,
            slot=slot,
            value=value,
            by=claim.by,
            via=claim.sources[0] if claim.sources else None,
            distance=_distance(claim),
            asserted=_asserted(claim),
            certainty=claim.certainty.as_claim,
            source=Source(kind=BasisKind.PUBLICATION, cite=", ".join(claim.sources) or None),
        )


def _slot_and_value(claim: ThreadClaim) -> tuple[Slot, ClaimValue]:
    """A number is a count, a day is a date, words alone are a position."""
    if isinstance(claim.value, date):
        return Slot.WHEN, ClaimValue(when=on(DateKind.ISSUED, claim.value), words=claim.position)
    if claim.value is not None:
        number = claim.value
        return Slot.COUNT, ClaimValue(
            low=number, high=number, unit=claim.unit, words=claim.position
        )
    return Slot.POSITION, ClaimValue(words=claim.position)


def _distance(claim: ThreadClaim) -> Distance:
    return Distance.OWN_DOCUMENT if claim.by in claim.sources else Distance.PARAPHRASED


def _asserted(claim: ThreadClaim) -> When | None:
    return None if claim.said_on is None else on(DateKind.SAID, claim.said_on)


def _retractions(thread: Thread) -> Iterator[Act]:
    """A claim that its side took back stays, marked; the claim that did it stands beside."""
    taken_back = {claim.retracts for claim in thread.claims if claim.retracts}
    for claim in thread.claims:
        withdrawn = claim.certainty is ThreadCertainty.WITHDRAWN
        if claim.id in taken_back or claim.retracted_by is not None or withdrawn:
            yield ClaimRetracted(claim=claim.id)
