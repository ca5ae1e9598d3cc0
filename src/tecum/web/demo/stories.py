"""What happens to each paper of the demonstration, told by the services that pages call."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tecum.clock import at_fixed
from tecum.docket.acts import ClockTolled, DemandEscalated, DocumentAttached, ProceedingOpened
from tecum.docket.acts.answer import ItemAnswered, RunsFrom
from tecum.docket.acts.arrival import AttachedAs, CorrectionReason, ValueStanding
from tecum.docket.acts.clocks import DueReason, TollReason
from tecum.docket.acts.course import Step
from tecum.docket.acts.courts import OrderEffect, ProceedingKind
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.registration import Need, Relation
from tecum.docket.acts.service import DeliveryCode, DeliveryEvent, ServedBy
from tecum.docket.entry import DocketId, EntryId, KnownBy, Label
from tecum.docket.state.model import ObligationStep
from tecum.docket.vocabulary import AnswerDisputeCode, Disposition
from tecum.web.accounts.models import Person
from tecum.web.demo.documents import OFFICE, ZONE, Specimen
from tecum.web.docket import services
from tecum.web.docket.selectors import state_for
from tecum.web.intake.reading import read_arrival
from tecum.web.intake.selectors import Shown, fields_shown
from tecum.web.intake.services import confirm_field, correct_field, receive_document
from tecum.words import Channel, Kind, Side

__all__ = ["Cast", "moment"]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who acts: roles, never names."""

    clerk: Person
    counsel: Person
    lead: Person


def moment(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A wall time at the fictional office."""
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(ZONE))


@contextmanager
def on(day: date, hour: int, minute: int = 0) -> Iterator[None]:
    """Let what is recorded inside be recorded at that wall time."""
    with at_fixed(moment(day.year, day.month, day.day, hour, minute)):
        yield


def take_in(cast: Cast, paper: Specimen) -> str:
    """A paper comes in and is read; gives its docket."""
    received = receive_document(paper.content, f"{paper.name}.pdf", paper.channel, cast.clerk)
    read_arrival(received.docket, received.entry.id)
    services.assign_demand(cast.clerk, received.docket, cast.clerk, Need.READ)
    return received.docket


def register(cast: Cast, docket: str, *, kind: Kind | None = None) -> None:
    """The clerk confirms what must be confirmed, and registers the demand."""
    state = state_for(docket)
    reading = next(reversed(list(state.readings))) if state is not None else ""
    for field in fields_shown(cast.clerk, docket):
        if field.must_confirm:
            _settle(cast, docket, reading, field, kind)
    wanted = services.prefilled(cast.clerk, docket).with_(recipient=OFFICE)
    services.register_demand(cast.clerk, docket, wanted)


def _settle(cast: Cast, docket: str, reading: str, field: Shown, kind: Kind | None) -> None:
    if field.path == "kind" and kind is not None and field.value != kind:
        correct_field(cast.clerk, docket, reading, "kind", value=kind.value)
    elif field.value is None:
        correct_field(
            cast.clerk,
            docket,
            reading,
            field.path,
            standing=ValueStanding.UNKNOWN,
            reason=CorrectionReason.NOT_IN_DOCUMENT,
        )
    else:
        confirm_field(cast.clerk, docket, reading, field.path)


def determine(
    cast: Cast,
    docket: str,
    items: list[str],
    outcome: Determined,
    *,
    reason: str | None = None,
    awaits: str | None = None,
) -> None:
    """Counsel proposes, the lead approves."""
    proposed = services.propose_determination(
        cast.counsel, docket, items, outcome, reason=reason, awaits=awaits
    )
    services.approve_determination(cast.lead, docket, proposed.id)


def four_subpoenas(cast: Cast, arrivals: dict[str, str]) -> None:
    """Four papers that no judge signed, served on one day: three run 14 days, one runs 3."""
    for n in (1, 2, 3, 4):
        docket = arrivals[f"subpoena-{n}"]
        with on(date(2020, 1, 13), 15, n):
            register(cast, docket)
            services.record_service(cast.clerk, docket, ServedBy.HAND, date(2020, 1, 13))
            services.reckon_deadlines(cast.clerk, docket)
            services.take_findings(cast.counsel, docket)
            services.assign_demand(cast.clerk, docket, cast.counsel, Need.DECIDE)


def detainer(cast: Cast, arrivals: dict[str, str]) -> None:
    """A hold of 48 hours is asked; nothing runs until the person would be free."""
    docket = arrivals["detainer"]
    with on(date(2020, 1, 14), 16, 40):
        register(cast, docket)
        services.take_findings(cast.counsel, docket)


def letter_due_today(cast: Cast, arrivals: dict[str, str]) -> None:
    """A letter on an award asks for policies by a date; the date is the demonstration's day."""
    docket = arrivals["compliance-letter"]
    with on(date(2019, 12, 18), 10):
        register(cast, docket, kind=Kind.GRANT_COMPLIANCE_LETTER)
        services.reckon_deadlines(cast.clerk, docket)
        services.assign_demand(cast.clerk, docket, cast.counsel, Need.DECIDE)
        services.take_findings(cast.counsel, docket)


def partly_answered(cast: Cast, arrivals: dict[str, str]) -> None:
    """Three of four answered, the fourth owed on release; the other side says incomplete.

    All four persons are released at one hour: the demand's own clock runs from a release only
    once it is told of everybody whom the demand is about.
    """
    docket = arrivals["notification-request"]
    with on(date(2020, 1, 6), 13):
        register(cast, docket)
        services.take_findings(cast.counsel, docket)
    with on(date(2020, 1, 8), 10):
        why = "Published release dates"
        determine(cast, docket, ["1", "2", "3"], Determined.ACT, reason=why)
        determine(cast, docket, ["4"], Determined.AWAIT_EVENT, awaits="release")
        owed = ItemAnswered(
            item=Label("4"), disposition=Disposition.OWED_ON_EVENT, owed_event=RunsFrom.RELEASE
        )
        told = [ItemAnswered(item=Label(n), disposition=Disposition.PRODUCED) for n in "123"]
        sent = services.send_answer(
            cast.counsel,
            docket,
            [*told, owed],
            document=b"The release dates asked for under 1 to 3 are given. Item 4: on release.\n",
            to="notifications@agency.example",
            channel=Channel.EMAIL,
        )
        services.record_delivery(
            None,
            docket,
            sent.id,
            DeliveryEvent.RELAYED,
            code=DeliveryCode.ACCEPTED_BY_SYSTEM,
            reply="250 2.0.0 accepted",
        )
    with on(date(2020, 1, 13), 17):
        services.dispute_receipt(
            cast.counsel,
            docket,
            [AnswerDisputeCode.INCOMPLETE],
            of=sent.id,
            items=["4"],
            known_by=KnownBy.TOLD,
        )
    with on(date(2020, 1, 14), 18, 30):
        services.record_owed_event(
            cast.clerk, docket, RunsFrom.RELEASE, moment(2020, 1, 14, 18), items=list("1234")
        )
        state = state_for(docket)
        names = [name for name in (state.obligations if state else ()) if name.startswith("owed.4")]
        services.set_due_date(
            cast.clerk,
            docket,
            date(2020, 1, 15),
            DueReason.OFFICE_TARGET,
            obligation=names[-1],
        )


def declined_then_ordered(cast: Cast, arrivals: dict[str, str]) -> None:
    """A paper that no judge signed is declined, petitioned for, and enforced by an order."""
    docket = arrivals["earlier-subpoena"]
    with on(date(2019, 10, 21), 11):
        register(cast, docket)
        services.record_service(cast.clerk, docket, ServedBy.HAND, date(2019, 10, 21))
        services.reckon_deadlines(cast.clerk, docket)
        services.take_findings(cast.counsel, docket)
    state = state_for(docket)
    labels = [item.label for item in (state.live_items if state else ())]
    with on(date(2019, 10, 30), 14):
        determine(cast, docket, list(labels), Determined.OBJECT, reason="No court has ordered it")
        services.object_to_items(
            cast.counsel,
            docket,
            labels,
            ["authority", "available_elsewhere"],
            document=b"This office objects to items 1 to 4.\n",
            to="field.office@agency.example",
            channel=Channel.EMAIL,
        )
        for row in state.obligations.values() if state is not None else ():
            if row.step is ObligationStep.FIXED:
                tolled = ClockTolled(obligation=row.id, reason=TollReason.OBJECTION)
                services.record(cast.counsel, docket, tolled)
    court = "U.S. District Court, District of Colorado"
    with on(date(2019, 12, 2), 9):
        petition = ProceedingOpened(kind=ProceedingKind.PETITION_TO_ENFORCE, court=court)
        how = services.How(
            happened=services.when(services.DateKind.FILED, date(2019, 12, 2)),
            known_by=KnownBy.DOCUMENT,
            side=Side.THEIRS,
        )
        opened = services.record(cast.counsel, docket, petition, how)
        step = DemandEscalated(step=Step.PETITION, proceeding=opened.id)
        services.record(cast.counsel, docket, step, services.How(side=Side.THEIRS))
    with on(date(2020, 1, 9), 16):
        services.enter_order(
            cast.counsel,
            docket,
            court,
            OrderEffect.ENFORCES,
            date(2020, 1, 9),
            items=["1", "2"],
            due=date(2020, 1, 23),
        )
        services.take_findings(cast.counsel, docket)
        _attach(cast, arrivals["court-order"], docket)


def _attach(cast: Cast, arrival: str, docket: str) -> None:
    state = state_for(arrival)
    first = next(iter(state.arrivals)) if state is not None else EntryId("")
    act = DocumentAttached(arrival=first, docket=DocketId(docket), role=AttachedAs.ORDER)
    services.record(cast.clerk, arrival, act)


def never_received(cast: Cast, arrivals: dict[str, str]) -> None:
    """A notification is said to have been sent in November; nothing of it was received.

    The paper that says so stays in the inbox, for whoever tries the demonstration.
    """
    with on(date(2020, 1, 14), 18):
        services.state_non_receipt(
            cast.clerk,
            arrivals["second-notice"],
            [(Channel.EMAIL, 212), (Channel.FAX, 40), (Channel.POST, 66)],
            scope="A request for notification on Subject K, said to be sent on 27 November 2019",
        )
        services.link_dockets(
            cast.clerk,
            arrivals["second-notice"],
            arrivals["notification-request"],
            Relation.FOLLOWS,
        )
