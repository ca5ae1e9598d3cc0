"""Every entry makes exactly one statement, and the log would take each of them."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from tecum.docket import acts
from tecum.docket.acts import ACTS
from tecum.docket.acts.arrival import Dismissal
from tecum.docket.acts.clocks import StopCause, TollReason
from tecum.docket.acts.course import CorrectedFor
from tecum.docket.acts.decision import Determined, RefusalCode
from tecum.docket.acts.service import (
    AcknowledgedWith,
    ChannelSearched,
    DeliveryCode,
    DeliveryEvent,
    LetterPurpose,
    SearchResult,
)
from tecum.docket.entry import DocketKind, Entry, EntryId
from tecum.docket.parts import ObligationId
from tecum.docket.state import fold
from tecum.docket.state.model import State
from tecum.docket.statements import Made, statement_for
from tecum.docket.vocabulary import AnswerDisputeCode, Direction, Disposition, DisputeCode
from tecum.ledger.commitment import commit, digest
from tecum.ledger.signing import draft
from tecum.words import Channel, Grade, Outcome, Role, Side
from tests.unit.docket.build import (
    DOCKET,
    START,
    Docket,
    demand,
    determined,
    found,
    label,
    line,
    proposed,
    received,
    registered,
    sent,
    sha,
    started,
)
from tests.unit.docket.test_histories import HISTORIES, replay

ANSWER = ObligationId("answer")


def drafted(state: State, entry: Entry) -> Made:
    """The statement of an entry, written as the log writes it; the log refuses a bad one."""
    made = statement_for(state, entry)
    salt = bytes(32)
    commits = {name: commit(name, salt, digest(value)) for name, value in made.values.items()}
    commits |= {
        name: commit(name, salt, bytes.fromhex(value)) for name, value in made.files.items()
    }
    commits["entry"] = commit("entry", salt, bytes(32))
    draft(
        made.type,
        bytes(32),
        START,
        docket=bytes.fromhex(DOCKET),
        seq=entry.seq,
        prev=bytes(32) if entry.seq > 1 else None,
        ref=[hashlib.sha256(ref.encode()).digest() for ref in made.refs],
        channel=made.channel,
        grade=made.grade,
        code=made.codes,
        on=made.on,
        head=["log.example/1 1 " + "A" * 43 + "="] if made.type == "search.none" else (),
        count=dict(made.counts),
        commit=commits,
    )
    assert made.type in {*entry.act.says, "entry.recorded"}
    return made


def made_by(docket: Docket) -> list[str]:
    """The type and codes of each entry's statement, one by one."""
    lines = []
    for n, entry in enumerate(docket.entries, start=1):
        state = fold(docket.entries[:n], docket.state.kind, docket.state.rules)
        made = drafted(state, entry)
        lines.append(" ".join([made.type, *made.codes]))
    return lines


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
def test_every_entry_of_a_history_makes_a_statement_the_log_takes(path: Path) -> None:
    for docket in replay(path)[0].values():
        assert len(made_by(docket)) == len(docket.entries)


def test_acts_without_a_type_of_their_own_are_recorded_by_their_slug() -> None:
    own = {slug for slug, cls in ACTS.items() if cls.says != ("entry.recorded",)}
    assert len(own) == 30
    docket = demand("1")
    assert made_by(docket) == ["entry.recorded demand-registered"]


def outward() -> tuple[Docket, EntryId]:
    docket = Docket()
    docket.add(
        registered("1", direction=Direction.OUTWARD, document=sha("d")), Role.ISSUING_OFFICER
    )
    act = acts.DemandSent(document=sha("d"), to="a@b.example", channel=Channel.EMAIL)
    return docket, docket.add(act, Role.LEAD, "p2")


def test_the_way_of_a_demand() -> None:
    docket, ref = outward()
    steps = (
        (DeliveryEvent.RELAYED, DeliveryCode.ACCEPTED_BY_SYSTEM, {"reply": "250 ok"}),
        (DeliveryEvent.RELAYED, DeliveryCode.HANDED_TO_CARRIER, {}),
        (DeliveryEvent.RELAY_FAILED, DeliveryCode.TIMEOUT, {}),
        (DeliveryEvent.DELIVERED, None, {"grade": Grade.AVAILABLE, "document": sha("d")}),
        (DeliveryEvent.DELIVERED, None, {}),
        (DeliveryEvent.OPENED, DeliveryCode.SAME_BYTES, {"document": sha("d")}),
        (DeliveryEvent.FAILED, DeliveryCode.RETURNED, {"document": sha("notice")}),
        (DeliveryEvent.EXPIRED, DeliveryCode.NOT_COLLECTED, {}),
    )
    for event, code, more in steps:
        docket.add(
            acts.DeliveryRecorded(of=ref, event=event, code=code, **more),
            Role.SYSTEM,
        )
    docket.add(
        acts.ReceiptAcknowledged(
            of=ref,
            grade=Grade.ACCEPTED,
            served_on=date(2020, 1, 13),
            code=AcknowledgedWith.WITHOUT_WAIVER,
        ),
        Role.COUNTERPART,
        side=Side.THEIRS,
    )
    docket.add(received("answer"), Role.SYSTEM)
    docket.add(acts.DemandWithdrawn(), Role.COUNSEL)
    assert made_by(docket) == [
        "demand.prepared",
        "demand.submitted",
        "demand.relayed accepted_by_system",
        "entry.recorded delivery-recorded",
        "relay.failed timeout",
        "entry.recorded delivery-recorded",
        "entry.recorded delivery-recorded",
        "entry.recorded delivery-recorded",
        "delivery.failed returned",
        "delivery.expired not_collected",
        "entry.recorded receipt-acknowledged",
        "answer.delivered",
        "withdrawn withdrawn",
    ]


def test_a_letter_on_its_way_is_neither_demand_nor_answer() -> None:
    docket = demand("1")
    ref = docket.add(
        acts.LetterSent(
            purpose=LetterPurpose.NOTICE,
            document=sha("l"),
            to="a@b.example",
            channel=Channel.EMAIL,
        ),
        Role.CLERK,
    )
    docket.add(
        acts.DeliveryRecorded(of=ref, event=DeliveryEvent.FAILED, code=DeliveryCode.MAILBOX_FULL),
        Role.SYSTEM,
    )
    assert made_by(docket)[1:] == [
        "entry.recorded letter-sent",
        "entry.recorded delivery-recorded",
    ]


def test_disputes_refusals_and_searches() -> None:
    docket = Docket()
    arrival = docket.add(received(), Role.SYSTEM)
    docket.add(
        acts.NonReceiptStated(
            as_of=START,
            code=SearchResult.NONE_IN_PART,
            channels=(ChannelSearched(channel=Channel.EMAIL, checked=4),),
            scope="mail",
        ),
        Role.CLERK,
    )
    docket.add(registered("1", arrival=arrival), Role.CLERK)
    codes = (DisputeCode.UNSIGNED, DisputeCode.DEFECTIVE)
    docket.add(acts.ServiceDisputed(codes=codes, text="no signature"), Role.COUNSEL)
    findings = docket.add(found(("1", "give", Outcome.MAY)), Role.SYSTEM)
    proposal = docket.add(proposed(Determined.OBJECT, findings, "1"), Role.COUNSEL)
    approved = docket.add(acts.DeterminationApproved(proposal=proposal), Role.LEAD, "p2")
    docket.add(
        acts.ObjectionServed(
            items=label("1"),
            grounds=("scope",),
            document=sha("o"),
            to="a@b.example",
            channel=Channel.EMAIL,
        ),
        Role.COUNSEL,
    )
    docket.add(
        acts.DeterminationOverridden(
            determination=approved, outcome=Determined.WITHHOLD, reason="policy"
        ),
        Role.LEAD,
        "p3",
        second="p4",
    )
    docket.add(
        acts.DemandRefused(
            code=RefusalCode.POLICY_BARS,
            reason="policy",
            document=sha("r"),
            to="a@b.example",
            channel=Channel.EMAIL,
        ),
        Role.COUNSEL,
    )
    docket.add(
        acts.Corrected(entry=arrival, code=CorrectedFor.WRONG_TYPE, path="channel"), Role.LEAD
    )
    assert made_by(docket) == [
        "demand.delivered",
        "search.none none_in_part",
        "entry.recorded demand-registered",
        "service.disputed unsigned defective",
        "entry.recorded findings-taken",
        "entry.recorded determination-proposed",
        "decision.recorded approved",
        "objection",
        "decision.recorded overridden",
        "demand.refused policy_bars",
        "correction wrong_type",
    ]


def test_a_notified_wrong_addressee_disputes_the_service() -> None:
    docket = Docket()
    arrival = docket.add(received(), Role.SYSTEM)
    docket.add(
        acts.DocumentDismissed(
            arrival=arrival,
            outcome=Dismissal.WRONG_ADDRESSEE,
            notified=True,
            code=DisputeCode.SAME_NAME_MIXUP,
        ),
        Role.CLERK,
    )
    assert made_by(docket)[1] == "service.disputed same_name_mixup"


def test_an_arrival_dismissed_in_silence_disputes_nothing() -> None:
    docket = Docket()
    arrival = docket.add(received(), Role.SYSTEM)
    docket.add(acts.DocumentDismissed(arrival=arrival, outcome=Dismissal.NEWS), Role.CLERK)
    assert made_by(docket)[1] == "entry.recorded document-dismissed"


@pytest.mark.parametrize("arrived", [True, False])
def test_what_is_acknowledged_without_naming_it_is_the_first_arrival(arrived: bool) -> None:
    docket = Docket()
    if arrived:
        docket.add(received(), Role.SYSTEM)
    docket.add(
        acts.ReceiptAcknowledged(
            of=None,
            grade=Grade.ACCEPTED,
            served_on=date(2020, 1, 13),
            code=AcknowledgedWith.WITHOUT_WAIVER,
        ),
        Role.COUNSEL,
    )
    wanted = (
        "demand.acknowledged without_waiver" if arrived else "entry.recorded receipt-acknowledged"
    )
    assert made_by(docket)[-1] == wanted


def test_clocks_state_their_date_and_rule() -> None:
    docket = demand("1")
    docket.add(started(docket.entries[0].id, date(2020, 1, 27)), Role.SYSTEM)
    docket.add(acts.ClockTolled(obligation=ANSWER, reason=TollReason.OBJECTION), Role.COUNSEL)
    docket.add(acts.ClockResumed(obligation=ANSWER, reason=TollReason.OBJECTION), Role.COUNSEL)
    docket.add(acts.ClockStopped(obligation=ANSWER, cause=StopCause.QUASHED), Role.COUNSEL)
    assert made_by(docket)[1:] == [
        "clock.set started",
        "clock.set tolled",
        "clock.set resumed",
        "clock.set stopped",
    ]
    made = statement_for(docket.state, docket.entries[1])
    assert made.values["due"] == b"2020-01-27"
    assert made.values["rule"] == b"example/answer/1 " + b"a" * 64


def test_an_answer_its_package_and_the_quarrel_about_it() -> None:
    docket = demand("1")
    determined(docket, Determined.PRODUCE, "1")
    package = docket.add(
        acts.PackageSealed(
            production="P-1",
            manifest=sha("m"),
            items=label("1"),
            documents=1,
            pages=1,
            withheld=0,
            guard_report=sha("g"),
            verifier_report=sha("v"),
        ),
        Role.CUSTODIAN,
    )
    answer = docket.add(sent(line("1", Disposition.PRODUCED), packages=(package,)), Role.COUNSEL)
    docket.add(
        acts.ReceiptDisputed(
            of=answer, codes=(AnswerDisputeCode.LATE,), items=label("1"), text="late"
        ),
        Role.COUNTERPART,
        side=Side.THEIRS,
    )
    assert made_by(docket)[4:] == [
        "answer.prepared",
        "answer.submitted",
        "entry.recorded receipt-disputed",
    ]
    assert statement_for(docket.state, docket.entries[5]).files["manifest"] == sha("m")


def test_no_personal_value_stands_in_clear() -> None:
    docket, _ = outward()
    for entry in docket.entries:
        made = statement_for(docket.state, entry)
        clear = (made.type, *made.codes, made.channel, made.grade, *made.counts)
        assert "a@b.example" not in str(clear)


def test_a_document_on_a_chronology_is_only_recorded() -> None:
    docket = Docket(DocketKind.CHRONOLOGY)
    docket.add(received(), Role.SYSTEM)
    assert made_by(docket) == ["entry.recorded document-received"]
