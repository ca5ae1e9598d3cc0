"""A docket that a test writes line by line, and one example of every act."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tecum.docket import acts
from tecum.docket.acts import Act
from tecum.docket.acts.answer import ItemAnswered, RunsFrom
from tecum.docket.acts.arrival import (
    AttachedAs,
    CallMethod,
    CallResult,
    CorrectionReason,
    Dismissal,
    EnteredBy,
    QuarantineReason,
    ReleaseReason,
    ValueStanding,
)
from tecum.docket.acts.campaign import ActMade, CampaignAction, ExclusionReason
from tecum.docket.acts.chronology import (
    ClaimValue,
    Distance,
    EventKind,
    Happened,
    RejectionReason,
    Slot,
)
from tecum.docket.acts.clocks import DueReason, RecomputeCause, StopCause, TollReason
from tecum.docket.acts.connections import ComparedBy, StoppedFor
from tecum.docket.acts.course import (
    Audience,
    CloseGround,
    CorrectedFor,
    ItemNarrowed,
    Step,
    ThreatCondition,
)
from tecum.docket.acts.courts import (
    OrderChange,
    OrderEffect,
    ProceedingKind,
    ProceedingOutcome,
    ProceedingStep,
)
from tecum.docket.acts.decision import Determined, Found, RefusalCode
from tecum.docket.acts.erasure import ErasureGround, ErasureScope
from tecum.docket.acts.measures import MeasureKind
from tecum.docket.acts.records import GatheringAnswer, PreservationCause
from tecum.docket.acts.registration import DueStated, Need, PublicField, Relation, SealGround
from tecum.docket.acts.service import (
    AcknowledgedWith,
    ChannelSearched,
    DeliveryCode,
    DeliveryEvent,
    LetterPurpose,
    SearchResult,
    ServedBy,
)
from tecum.docket.entry import Actor, DocketId, DocketKind, Entry, EntryId, OfficeId, PersonId
from tecum.docket.parts import (
    DateRead,
    FileId,
    ItemAsked,
    Label,
    ObligationId,
    PackPin,
    Source,
    SubjectNamed,
    SubjectRef,
)
from tecum.docket.rules import Rules
from tecum.docket.state import State, apply, new_state
from tecum.docket.vocabulary import (
    AnswerDisputeCode,
    BasisKind,
    DateKind,
    Direction,
    Disposition,
    DisputeCode,
    KnownBy,
    ObligationObject,
)
from tecum.docket.when import When, at
from tecum.provenance import Sha256
from tecum.words import (
    Category,
    Channel,
    DueForm,
    Grade,
    IntakeOutcome,
    Kind,
    Outcome,
    Role,
    Side,
    Trigger,
    Unit,
)

START = datetime(2020, 1, 13, 16, 0, tzinfo=UTC)
DOCKET = DocketId("d" * 64)
OTHER_DOCKET = DocketId("e" * 64)
PACK = Sha256("a" * 64)


def sha(text: str) -> Sha256:
    return Sha256(hashlib.sha256(text.encode()).hexdigest())


def entry_id(n: int) -> EntryId:
    return EntryId(f"{n:032x}")


def label(*texts: str) -> tuple[Label, ...]:
    return tuple(Label(text) for text in texts)


def salts() -> Any:
    """Salts that differ at each call and are the same in each run."""
    count = iter(range(1_000_000))
    return lambda: hashlib.sha256(next(count).to_bytes(4, "big")).digest()


class Docket:
    """Writes entries one after the other; each method gives the entry's id."""

    def __init__(self, kind: DocketKind = DocketKind.DEMAND, rules: Rules | None = None) -> None:
        self.state: State = new_state(kind, rules or Rules())
        self.entries: list[Entry] = []
        self.now = START

    def entry(self, act: Act, role: Role | None = None, person: str = "p1", **more: Any) -> Entry:
        role = role or sorted(act.recorded_by)[0]
        happened: When = more.pop("happened", None) or at(DateKind.OCCURRED, self.now)
        actor = Actor(
            office=OfficeId("office"),
            person=PersonId(person),
            role=role,
            second=more.pop("second", None),
        )
        return Entry(
            id=entry_id(len(self.entries) + 1),
            docket=DOCKET,
            seq=self.state.seq + 1,
            act=act,
            side=more.pop("side", Side.OURS),
            known_by=more.pop("known_by", KnownBy.OWN_ACT),
            happened=happened,
            recorded_at=self.now,
            actor=actor,
            **more,
        )

    def add(self, act: Act, role: Role | None = None, person: str = "p1", **more: Any) -> EntryId:
        entry = self.entry(act, role, person, **more)
        self.state = apply(self.state, entry)
        self.entries.append(entry)
        self.now += timedelta(minutes=1)
        return entry.id


def received(text: str = "letter") -> acts.DocumentReceived:
    return acts.DocumentReceived(
        file=FileId("f1"),
        sha256=sha(text),
        media_type="application/pdf",
        bytes=1000,
        channel=Channel.EMAIL,
        entered_by=EnteredBy.MAILBOX,
        grade=Grade.HANDED_OVER,
        sender_stated="sender@agency.example",
        addressed_to="records@city.example",
    )


def read(arrival: EntryId, **more: Any) -> acts.DocumentRead:
    return acts.DocumentRead(
        arrival=arrival,
        reading_sha256=sha("reading"),
        reader_version="1",
        outcome=IntakeOutcome.READ,
        **more,
    )


def asked(name: str, category: Category = Category.RELEASE_DATE) -> ItemAsked:
    return ItemAsked(label=Label(name), text=f"item {name}", category=category)


def registered(
    *labels: str, direction: Direction = Direction.INWARD, **more: Any
) -> acts.DemandRegistered:
    return acts.DemandRegistered(
        number="D-2020-1",
        direction=direction,
        kind=more.pop("kind", Kind.ADMINISTRATIVE_SUBPOENA),
        issuer="Agency",
        recipient="City",
        items=tuple(asked(name) for name in labels),
        no_items_stated=not labels,
        **more,
    )


def found(*outcomes: tuple[str, str, Outcome]) -> acts.FindingsTaken:
    return acts.FindingsTaken(
        packs=(PackPin(id="example", sha256=PACK),),
        facts_sha256=sha("facts"),
        trace_sha256=sha("trace"),
        outcomes=tuple(
            Found(item=Label(item), action=action, outcome=outcome)
            for item, action, outcome in outcomes
        ),
    )


def proposed(
    outcome: Determined, findings: EntryId | None, *labels: str, **more: Any
) -> acts.DeterminationProposed:
    return acts.DeterminationProposed(
        items=label(*labels), outcome=outcome, findings=findings, **more
    )


def started(
    trigger: EntryId, due: date | datetime, name: str = "answer", **more: Any
) -> acts.ClockStarted:
    return acts.ClockStarted(
        obligation=ObligationId(name),
        object=more.pop("object", ObligationObject.ANSWER),
        clock="example/answer/1",
        pack=PACK,
        trigger=trigger,
        readings=(DateRead(name="plain", due=due, cite="example 1"),),
        safe=due,
        latest=more.pop("latest", due),
        owed_by=more.pop("owed_by", Side.OURS),
        **more,
    )


def sent(*lines: ItemAnswered, **more: Any) -> acts.AnswerSent:
    return acts.AnswerSent(
        document=sha("answer"),
        items=lines,
        to="agency@agency.example",
        channel=Channel.EMAIL,
        **more,
    )


def line(name: str, disposition: Disposition, **more: Any) -> ItemAnswered:
    return ItemAnswered(item=Label(name), disposition=disposition, **more)


def demand(*labels: str, **more: Any) -> Docket:
    """A docket with an inward demand of these items, open."""
    rules = more.pop("rules", None)
    docket = Docket(rules=rules)
    docket.add(registered(*labels, **more), Role.CLERK)
    return docket


def determined(docket: Docket, outcome: Determined, *labels: str, **more: Any) -> EntryId:
    """Findings, a proposal and its approval by two persons."""
    findings = docket.add(found(*((name, "give", Outcome.MAY) for name in labels)), Role.SYSTEM)
    proposal = docket.add(proposed(outcome, findings, *labels, **more), Role.COUNSEL, "p1")
    approved = acts.DeterminationApproved(proposal=proposal)
    return docket.add(approved, Role.COUNSEL, "p2")


_E = entry_id(1)
_O = ObligationId("answer")

EXAMPLES: tuple[Act, ...] = (
    received(),
    acts.DocumentQuarantined(arrival=_E, reason=QuarantineReason.LOOP),
    acts.DocumentReleased(arrival=_E, reason=ReleaseReason.CHECKED_CLEAN),
    read(_E, fields=("kind",), confirm=("kind",)),
    acts.FieldConfirmed(reading=_E, path="kind"),
    acts.FieldCorrected(
        reading=_E,
        path="kind",
        standing=ValueStanding.VALUE,
        reason=CorrectionReason.MISREAD,
        value="detainer",
        source=Source(kind=BasisKind.SPAN, document=sha("letter"), page=1, quote="DETAINER"),
    ),
    acts.DocumentDismissed(
        arrival=_E,
        outcome=Dismissal.WRONG_ADDRESSEE,
        notified=True,
        code=DisputeCode.WRONG_BODY,
    ),
    acts.DocumentAttached(arrival=_E, docket=OTHER_DOCKET, role=AttachedAs.ORDER),
    acts.SenderCalledBack(method=CallMethod.CALL_BACK, result=CallResult.CONFIRMED, number="1"),
    acts.DemandRegistered(
        number="D-1",
        direction=Direction.INWARD,
        kind=Kind.DETAINER,
        issuer="Agency",
        recipient="City",
        signatory="Officer",
        matter_numbers=("M-1",),
        items=(
            ItemAsked(
                label=Label("1"),
                text="the release date",
                category=Category.RELEASE_DATE,
                subject=SubjectRef("s1"),
                period_from=date(2020, 1, 1),
            ),
        ),
        subjects=(
            SubjectNamed(subject=SubjectRef("s1"), name="Subject A", identifiers=("A-1", "A-2")),
        ),
        due=(DueStated(form=DueForm.PERIOD, amount=14, unit=Unit.DAYS, trigger=Trigger.SERVICE),),
        document=sha("letter"),
    ),
    acts.DemandLinked(other=OTHER_DOCKET, relation=Relation.FOLLOWS),
    acts.DemandAssigned(assignee="p2", assignee_role=Role.COUNSEL, need=Need.DECIDE),
    acts.ServiceRecorded(channel=ServedBy.HAND, server="Officer", place="front desk"),
    acts.ServiceDisputed(codes=(DisputeCode.NOT_RECEIVED,), text="nothing came"),
    acts.LetterSent(
        purpose=LetterPurpose.QUESTION, document=sha("q"), to="a@b.example", channel=Channel.EMAIL
    ),
    acts.DemandSent(document=sha("d"), to="a@b.example", channel=Channel.POST),
    acts.DeliveryRecorded(
        of=_E,
        event=DeliveryEvent.RELAYED,
        code=DeliveryCode.ACCEPTED_BY_SYSTEM,
        reply="250 queued",
    ),
    acts.ReceiptAcknowledged(
        of=_E,
        grade=Grade.ACCEPTED,
        served_on=date(2020, 1, 13),
        code=AcknowledgedWith.WITHOUT_WAIVER,
    ),
    acts.ReceiptDisputed(of=_E, codes=(AnswerDisputeCode.INCOMPLETE,), items=label("1")),
    acts.NonReceiptStated(
        as_of=START,
        code=SearchResult.NONE_FOUND,
        channels=(ChannelSearched(channel=Channel.EMAIL, checked=12),),
        scope="all mailboxes",
    ),
    started(_E, date(2020, 1, 27)),
    acts.DeadlineRecomputed(
        obligation=_O,
        cause=RecomputeCause.CALENDAR,
        before=date(2020, 1, 27),
        readings=(DateRead(name="plain", due=date(2020, 1, 28), cite="example 1"),),
        safe=date(2020, 1, 28),
        latest=date(2020, 1, 28),
        clock="example/answer/1",
    ),
    acts.ClockTolled(obligation=_O, reason=TollReason.OBJECTION),
    acts.ClockResumed(obligation=_O, reason=TollReason.OBJECTION, safe=date(2020, 2, 1)),
    acts.ClockStopped(obligation=_O, cause=StopCause.NOT_APPLICABLE),
    acts.DueDateSet(
        obligation=_O,
        object=ObligationObject.ANSWER,
        due=date(2020, 1, 27),
        reason=DueReason.STATED_IN_DOCUMENT,
    ),
    acts.WorkingDateChosen(event=DateKind.SERVED, account=_E, reason="the proof of service"),
    acts.DutyOpened(
        duty="example/notice",
        pack=PACK,
        obligation=ObligationId("notice"),
        object=ObligationObject.NOTICE,
        owed_to="Subject A",
        done_by="LetterSent(notice)",
    ),
    acts.DutyDischarged(obligation=ObligationId("notice")),
    acts.FactStated(fact="is_public", value=True, subject=SubjectRef("s1")),
    found(("1", "give", Outcome.MAY)),
    proposed(Determined.WITHHOLD, _E, "1", reason="as policy says"),
    acts.DeterminationApproved(proposal=_E),
    acts.DeterminationReturned(proposal=_E, reason="look again"),
    acts.DeterminationOverridden(
        determination=_E, outcome=Determined.PRODUCE, reason="new order", cite="order 1"
    ),
    acts.DemandRefused(
        code=RefusalCode.COURT_ORDER_REQUIRED,
        reason="no order",
        document=sha("r"),
        to="a@b.example",
        channel=Channel.EMAIL,
    ),
    acts.ObjectionServed(
        items=label("1"),
        grounds=("scope",),
        document=sha("o"),
        to="a@b.example",
        channel=Channel.EMAIL,
    ),
    acts.PackageSealed(
        production="P-1",
        manifest=sha("m"),
        items=label("1"),
        documents=1,
        pages=2,
        withheld=0,
        guard_report=sha("g"),
        verifier_report=sha("v"),
    ),
    sent(line("1", Disposition.OWED_ON_EVENT, owed_event=RunsFrom.RELEASE)),
    acts.AnswerReceived(document=sha("a"), items=(line("1", Disposition.PRODUCED),)),
    acts.OwedEventHappened(event=RunsFrom.RELEASE, items=label("1")),
    acts.DemandWithdrawn(),
    acts.DemandEscalated(step=Step.PETITION),
    acts.EscalationThreatened(step=Step.SUBPOENA, conditions=(ThreatCondition.LATE,)),
    acts.ProceedingOpened(
        kind=ProceedingKind.PETITION_TO_ENFORCE, court="District Court", number="20-1"
    ),
    acts.ProceedingEnded(proceeding=_E, outcome=ProceedingOutcome.GRANTED),
    acts.OrderEntered(
        court="District Court",
        effect=OrderEffect.ENFORCES,
        judge="Judge",
        items=label("1"),
        due=date(2020, 5, 4),
    ),
    acts.OrderStayed(order=_E),
    acts.OrderEnded(order=_E, how=OrderChange.STAY_DISSOLVED),
    acts.MeasureThreatened(kind=MeasureKind.INELIGIBILITY, amount=100, currency="USD"),
    acts.NoteAdded(text="call them", audience=Audience.MATTER),
    acts.DemandClosed(ground=CloseGround.ANSWERED),
    acts.DemandReopened(cause=_E),
    acts.Corrected(entry=_E, code=CorrectedFor.WRONG_VALUE, path="number", value="D-2"),
    acts.Corrected(entry=_E, code=CorrectedFor.DUPLICATE),
    acts.CampaignOpened(title="Letters", side=Side.THEIRS, items=(asked("1"),)),
    acts.RecipientAdded(recipient="r01", name="City", address="1 Main Street"),
    acts.RecipientExcluded(recipient="r01", reason=ExclusionReason.PENDING_LITIGATION),
    acts.EventNoted(event="e1", kind=EventKind.SENT, label="the letter was sent"),
    acts.QuestionFramed(question="q1", text="Was it received?"),
    acts.ClaimAsserted(
        claim="c1",
        event="e1",
        slot=Slot.HAPPENED,
        value=ClaimValue(happened=Happened.YES),
        by="agency",
        distance=Distance.ON_THE_RECORD,
    ),
    acts.ClaimCorrected(claim="c1", value=ClaimValue(happened=Happened.PART, low=3, of=4)),
    acts.ClaimRetracted(claim="c1"),
    acts.ProfileChanged(key="margin_days", before="3", after="5"),
    acts.PersonAdded(person=PersonId("p9"), name="Clerk", roles=(Role.CLERK,)),
    acts.RoleChanged(person=PersonId("p9"), before=(Role.CLERK,), after=(Role.LEAD,)),
    acts.LinkMade(person=PersonId("p9")),
    acts.FactorsTakenAway(person=PersonId("p9")),
    acts.ServiceTermsSet(
        channel=Channel.EMAIL,
        address="service@office.example",
        grade=Grade.OPENED,
        since=date(2020, 2, 1),
        terms="On working days, until 16:30.",
    ),
    acts.PackProposed(pack="example", sha256=PACK, before=None, reason="First version."),
    acts.PackBlockReviewed(
        pack="example", block="r1", sha256=sha("r1"), capacity="City Attorney", note="As read."
    ),
    acts.PackApproved(proposal=entry_id(1), as_role=Role.COUNSEL),
    acts.PackReturned(proposal=entry_id(1), reason="One exception is missing."),
    acts.Erased(scope=ErasureScope.DOCKET, code=ErasureGround.RETENTION_END, entries=(_E,), keys=3),
    acts.DutyWaived(obligation=ObligationId("notice"), reason="no address", cite="example 2"),
    acts.ExtensionSought(obligation=_O, asked_for=date(2020, 2, 10)),
    acts.ExtensionGranted(obligation=_O, due=date(2020, 2, 10)),
    acts.ExtensionRefused(obligation=_O),
    acts.ExtensionTaken(obligation=_O, cite="example 3", due=date(2020, 2, 10), notice=_E),
    acts.ItemSplit(item=Label("1"), into=(asked("1a"), asked("1b"))),
    acts.ItemsMerged(items=label("1", "2"), into=asked("1-2")),
    acts.ItemAdded(item=asked("9")),
    acts.MatterSealed(
        ground=SealGround.GRAND_JURY,
        members=(PersonId("p0"), PersonId("p1"), PersonId("p2")),
        until=date(2020, 9, 1),
    ),
    acts.MatterUnsealed(reason="the order ended"),
    acts.VisibilitySet(fields=(PublicField.KIND, PublicField.STATUS)),
    acts.DemandNarrowed(items=(ItemNarrowed(item=Label("1"), old="item 1", new="less"),)),
    acts.DemandSuperseded(by=OTHER_DOCKET),
    acts.ProceedingStepTaken(proceeding=_E, step=ProceedingStep.HEARD, text="heard in part"),
    acts.MeasureImposed(kind=MeasureKind.INELIGIBILITY, condition="Condition 1", threatened=_E),
    acts.MeasureLifted(measure=_E),
    acts.EventsJoined(event="e1", others=("e2",)),
    acts.EventsParted(events=("e2",)),
    acts.ProposalAccepted(proposal=sha("p1"), rule="said/1", edited=("by",)),
    acts.ProposalRejected(proposal=sha("p2"), rule="said/1", reason=RejectionReason.WRONG_ASSERTER),
    acts.RecipientReincluded(recipient="r01"),
    acts.CampaignApproved(action=CampaignAction.SEND, plan=sha("plan")),
    acts.CampaignActed(
        action=CampaignAction.SEND, plan=sha("plan"), made=(ActMade(recipient="r01", entry=_E),)
    ),
    acts.CampaignClosed(reason="all answered"),
    acts.PreservationStarted(scope="all mail of the jail", cause=PreservationCause.DEMAND),
    acts.PreservationEnded(preservation=_E, cause=PreservationCause.MATTER_ENDED),
    acts.ProductionOpened(production="P-1", items=label("1")),
    acts.GatheringAssigned(task="T-1", item=Label("1"), custodian=PersonId("p2")),
    acts.GatheringAnswered(
        task="T-1", answer=GatheringAnswer.NONE_FOUND, places=("the mail archive",)
    ),
    acts.RecordsCertified(items=label("1"), certification=sha("c"), certified_by="Custodian"),
    acts.ConnectionTrusted(
        office="agency.example",
        name="Agency of Example",
        trust="quorum none\n",
        fingerprint=sha("trust"),
        compared=ComparedBy.IN_PERSON,
    ),
    acts.ConnectionStopped(office="agency.example", reason=StoppedFor.KEY_CHANGED),
    acts.NameSearched(name="Subject A"),
    acts.PackActivated(pack="example", sha256=PACK, before=None, in_force_from=date(2020, 1, 1)),
    acts.ReportCertified(
        obligation=ObligationId("duty.1"),
        template="us-il/il-rep",
        template_sha256=sha("template"),
        period_from=date(2019, 1, 1),
        period_to=date(2019, 12, 31),
        nil=False,
        counted_at=datetime(2020, 2, 3, 12, tzinfo=UTC),
        rests_on=sha("heads"),
        document=sha("report"),
    ),
    acts.ReportFiled(
        obligation=ObligationId("duty.1"),
        nil=False,
        document=sha("report"),
        to="Attorney General",
        channel=Channel.EMAIL,
    ),
)
"""One example of every act of the closed list."""


def changed(entry: Entry, **more: Any) -> Entry:
    return replace(entry, **more)
