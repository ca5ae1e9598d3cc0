"""Which statement of the log an entry makes: exactly one, of a type of LEDGER section 8.

An act has a statement type of its own where another body relies on it. Where the entry does
not hold what that type must state (a relay without the server's reply, a clock without a
date), or where the type is another body's word (:mod:`tecum.docket.voices`), it is recorded as
``entry.recorded``: nothing is left out of the log, nothing is stated that is not known, and
nothing is said in another's place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tecum.docket import acts
from tecum.docket.acts.arrival import Dismissal
from tecum.docket.acts.service import DeliveryEvent
from tecum.docket.codec import canonical, to_json
from tecum.docket.declare import Act
from tecum.docket.entry import DocketKind, Entry, ObligationId
from tecum.docket.state.model import About, State
from tecum.docket.state.service_terms import stands
from tecum.docket.state.steps import day_of
from tecum.docket.stated import (
    Made,
    demand_entry,
    document_of,
    files,
    first_arrival,
    incoming,
    moment,
    texts,
)
from tecum.docket.vocabulary import Direction
from tecum.docket.voices import may_say
from tecum.ledger.vocabulary import TYPES
from tecum.words import Grade

__all__ = ["Made", "statement_for"]


Maker = Callable[[State, Entry, Any], Made]


def statement_for(state: State, entry: Entry) -> Made:
    """The one statement that an entry makes.

    Args:
        state: The docket with the entry applied.
        entry: The entry.
    """
    maker = _MAKERS.get(type(entry.act))
    made = None if maker is None else maker(state, entry, entry.act)
    if made is None or not _is_complete(made) or not may_say(made.type, state, entry):
        return Made(type="entry.recorded", codes=(entry.act.slug,))
    return made


def _is_complete(made: Made) -> bool:
    form = TYPES[made.type]
    held = {
        "code": made.codes,
        "channel": made.channel,
        "grade": made.grade,
        "on": made.on,
        "ref": made.refs,
    }
    labels = {*made.values, *made.files}
    return (
        all(held.get(key, True) for key in form.needs)
        and all(labels & set(choice.split("|")) for choice in form.commits)
        and all(label in made.counts for label in form.counts)
    )


def _received(state: State, entry: Entry, act: acts.DocumentReceived) -> Made:
    ours = state.demand is not None and state.demand.act.direction is Direction.OUTWARD
    if state.kind is not DocketKind.DEMAND:
        return Made(type="entry.recorded", codes=(act.slug,))
    side, label = ("answer", "manifest") if ours else ("demand", "content")
    return Made(
        type=f"{side}.delivered",
        channel=act.channel,
        grade=act.grade,
        values=texts(
            addressee=act.addressed_to, sender=act.sender_stated, channel_ref=act.channel_ref
        ),
        files=files(**{label: act.sha256}),
    )


def _dismissed(state: State, entry: Entry, act: acts.DocumentDismissed) -> Made:
    tells = act.outcome is Dismissal.WRONG_ADDRESSEE and act.notified
    if not tells or act.code is None:
        return Made(type="entry.recorded", codes=(act.slug,))
    return Made(type="service.disputed", codes=(act.code.value,), refs=(act.arrival,))


def _registered(state: State, entry: Entry, act: acts.DemandRegistered) -> Made:
    if act.direction is Direction.INWARD:
        return Made(type="entry.recorded", codes=(act.slug,))
    counts = {"items": len(act.items)}
    return Made(type="demand.prepared", counts=counts, files=files(content=act.document))


def _demand_sent(state: State, entry: Entry, act: acts.DemandSent) -> Made:
    return Made(
        type="demand.submitted",
        channel=act.channel,
        refs=demand_entry(state),
        values=texts(addressee=act.to),
        files=files(content=act.document),
    )


def _delivery(state: State, entry: Entry, act: acts.DeliveryRecorded) -> Made:
    dispatch = state.dispatches.get(act.of)
    about = dispatch.about if dispatch else About.OTHER
    if about is About.OTHER:
        return Made(type="entry.recorded", codes=(act.slug,))
    failures = {
        DeliveryEvent.RELAY_FAILED: "relay.failed",
        DeliveryEvent.FAILED: "delivery.failed",
        DeliveryEvent.EXPIRED: "delivery.expired",
    }
    content = "content" if about is About.DEMAND else "manifest"
    relayed = act.event is DeliveryEvent.RELAYED
    _, last = entry.happened.interval()
    file = {"notice" if act.event.is_failure else "proof" if relayed else content: act.document}
    sent = state.entries[act.of].act
    opened = act.event is DeliveryEvent.OPENED
    return Made(
        type=failures.get(act.event, f"{about.value}.{act.event.value}"),
        codes=(act.code.value,) if act.code else (),
        channel=None if opened else act.channel or getattr(sent, "channel", None),
        grade=Grade.OPENED
        if opened
        else (act.grade if act.event is DeliveryEvent.DELIVERED else None),
        on=last if act.event is DeliveryEvent.EXPIRED else None,
        refs=(act.of,),
        values=texts(channel_ref=act.tracking or act.reply) if relayed else {},
        files=files(**file),
    )


def _acknowledged(state: State, entry: Entry, act: acts.ReceiptAcknowledged) -> Made:
    dispatch = state.dispatches.get(act.of) if act.of else None
    answer = dispatch is not None and dispatch.about is About.ANSWER
    about = state.entries.get(act.of) if act.of else None
    if about is None:
        about = first_arrival(state)
    answer = answer or (about is not None and isinstance(about.act, acts.AnswerReceived))
    side, label = ("answer", "manifest") if answer else ("demand", "content")
    return Made(
        type=f"{side}.acknowledged",
        codes=(act.code.value,),
        grade=act.grade,
        on=act.served_on,
        refs=() if about is None else (about.id,),
        files=files(**{label: document_of(about)}),
    )


def _service_disputed(state: State, entry: Entry, act: acts.ServiceDisputed) -> Made:
    return Made(
        type="service.disputed",
        codes=tuple(act.codes),
        refs=incoming(state),
        values=texts(reason=act.text),
    )


def _receipt_disputed(state: State, entry: Entry, act: acts.ReceiptDisputed) -> Made:
    refs = (act.of,) if act.of in state.entries and act.of else demand_entry(state)
    return Made(
        type="answer.disputed",
        codes=tuple(act.codes),
        refs=refs,
        values={
            **texts(reason=act.text),
            **({"items": canonical(list(act.items))} if act.items else {}),
        },
    )


def _search(state: State, entry: Entry, act: acts.NonReceiptStated) -> Made:
    return Made(
        type="search.none",
        codes=(act.code.value,),
        counts={} if act.looked_at is None else {"checked": act.looked_at},
        values=texts(scope=act.scope),
    )


def _clock(code: str) -> Maker:
    def make(state: State, entry: Entry, act: Any) -> Made:
        obligation = state.obligations.get(ObligationId(act.obligation))
        values: dict[str, bytes] = {}
        trigger = None
        if obligation is not None and obligation.safe is not None:
            rule = f"{obligation.rule} {obligation.pack or ''}".strip()
            values = {
                "due": moment(obligation.safe),
                "rule": (rule if obligation.rule else "set_by_hand").encode(),
            }
            trigger = obligation.trigger
        refs = (trigger,) if trigger else demand_entry(state)
        return Made(type="clock.set", codes=(code,), refs=refs, values=values)

    return make


def _decision(code: str) -> Maker:
    def make(state: State, entry: Entry, act: Any) -> Made:
        made = state.determinations[entry.id]
        taken = state.entries[state.findings.entry].act if state.findings else None
        packs = to_json(taken.packs) if isinstance(taken, acts.FindingsTaken) else []
        outcomes = [[item, action, said.value] for (item, action), said in made.outcomes.items()]
        return Made(
            type="decision.recorded",
            codes=(code,),
            refs=(act.proposal if code == "approved" else act.determination,),
            counts={"items": len(made.items)},
            values={
                "findings": canonical(outcomes),
                "packs": canonical(packs),
                **texts(reason=getattr(act, "reason", None)),
            },
        )

    return make


def _refused(state: State, entry: Entry, act: acts.DemandRefused) -> Made:
    return Made(
        type="demand.refused",
        codes=(act.code.value,),
        refs=incoming(state),
        values=texts(reason=act.reason),
        files=files(content=act.document),
    )


def _objection(state: State, entry: Entry, act: acts.ObjectionServed) -> Made:
    return Made(type="objection", refs=incoming(state), files=files(content=act.document))


def _sealed(state: State, entry: Entry, act: acts.PackageSealed) -> Made:
    counts = {"documents": act.documents, "pages": act.pages, "withheld": act.withheld}
    return Made(
        type="answer.prepared",
        refs=demand_entry(state),
        counts=counts,
        files=files(manifest=act.manifest),
    )


def _answer_sent(state: State, entry: Entry, act: acts.AnswerSent) -> Made:
    sealed = state.entries[act.packages[0]].act if act.packages else None
    manifest = sealed.manifest if isinstance(sealed, acts.PackageSealed) else act.document
    return Made(
        type="answer.submitted",
        channel=act.channel,
        refs=demand_entry(state),
        counts={"items": len(act.items)},
        values=texts(addressee=act.to),
        files=files(manifest=manifest, content=act.document),
    )


def _withdrawn(state: State, entry: Entry, act: acts.DemandWithdrawn) -> Made:
    return Made(type="withdrawn", codes=(act.code.value,), refs=demand_entry(state))


def _superseded(state: State, entry: Entry, act: acts.DemandSuperseded) -> Made:
    return Made(type="withdrawn", codes=("superseded",), refs=demand_entry(state))


def _narrowed(state: State, entry: Entry, act: acts.DemandNarrowed) -> Made:
    return Made(
        type="narrowed", refs=demand_entry(state), values={"items": canonical(to_json(act.items))}
    )


def _extension(event: str) -> Maker:
    def make(state: State, entry: Entry, act: Any) -> Made:
        obligation = state.obligations.get(ObligationId(act.obligation))
        trigger = obligation.trigger if obligation is not None else None
        on = getattr(act, "due", None) or getattr(act, "asked_for", None)
        return Made(
            type=f"extension.{event}",
            on=None if on is None else day_of(state, on),
            refs=(trigger,) if trigger else demand_entry(state),
        )

    return make


def _corrected(state: State, entry: Entry, act: acts.Corrected) -> Made:
    refs = (act.entry,) if act.entry in state.entries else ()
    return Made(type="correction", codes=(act.code.value,), refs=refs)


def _erased(state: State, entry: Entry, act: acts.Erased) -> Made:
    return Made(
        type="erased",
        codes=(act.code.value,),
        refs=act.entries,
        counts={"statements": len(act.entries)},
    )


def _terms(state: State, entry: Entry, act: acts.ServiceTermsSet) -> Made:
    """Terms are stated once they stand; what waits for a second person binds nobody yet."""
    if not stands(state, entry):
        return Made(type="entry.recorded", codes=(act.slug,))
    return Made(
        type="service.terms",
        channel=act.channel,
        grade=act.grade,
        on=act.since,
        values=texts(addressee=act.address, terms=act.terms),
    )


_MAKERS: dict[type[Act], Maker] = {
    acts.DocumentReceived: _received,
    acts.DocumentDismissed: _dismissed,
    acts.DemandRegistered: _registered,
    acts.DemandSent: _demand_sent,
    acts.ServiceTermsSet: _terms,
    acts.DeliveryRecorded: _delivery,
    acts.ReceiptAcknowledged: _acknowledged,
    acts.ServiceDisputed: _service_disputed,
    acts.ReceiptDisputed: _receipt_disputed,
    acts.NonReceiptStated: _search,
    acts.ClockStarted: _clock("started"),
    acts.DeadlineRecomputed: _clock("recomputed"),
    acts.ClockTolled: _clock("tolled"),
    acts.ClockResumed: _clock("resumed"),
    acts.ClockStopped: _clock("stopped"),
    acts.DueDateSet: _clock("set_by_hand"),
    acts.DeterminationApproved: _decision("approved"),
    acts.DeterminationOverridden: _decision("overridden"),
    acts.DemandRefused: _refused,
    acts.ObjectionServed: _objection,
    acts.PackageSealed: _sealed,
    acts.AnswerSent: _answer_sent,
    acts.DemandWithdrawn: _withdrawn,
    acts.DemandSuperseded: _superseded,
    acts.DemandNarrowed: _narrowed,
    acts.ExtensionSought: _extension("requested"),
    acts.ExtensionGranted: _extension("granted"),
    acts.ExtensionTaken: _extension("granted"),
    acts.ExtensionRefused: _extension("denied"),
    acts.Corrected: _corrected,
    acts.Erased: _erased,
}
