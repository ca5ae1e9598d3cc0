"""Every act that a page of a demand offers has its form, and the form records it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from tecum.docket.acts import (
    ClockStarted,
    ClockTolled,
    DutyOpened,
    LetterSent,
    MeasureThreatened,
    OrderEntered,
    ProceedingOpened,
)
from tecum.docket.acts.clocks import TollReason
from tecum.docket.acts.courts import OrderEffect, ProceedingKind
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.measures import MeasureKind
from tecum.docket.acts.service import LetterPurpose, ServedBy
from tecum.docket.entry import EntryId, ObligationId
from tecum.docket.parts import DateRead
from tecum.docket.vocabulary import ObligationObject
from tecum.provenance import Sha256
from tecum.web.accounts.models import Person
from tecum.web.docket import services
from tecum.web.docket.forms.pages import FORMS, PAGES
from tecum.web.docket.models import ActAsked, Entry
from tecum.web.docket.record import record
from tecum.web.docket.selectors import state_for
from tecum.words import Channel, Side
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.table import LETTERS, roles_of
from tests.web.world import one_of_each, registration

pytestmark = pytest.mark.django_db
PACK = Sha256("a" * 64)


class World:
    """A demand on which everything stands that a form may point at."""

    def __init__(self, staff: Staff) -> None:
        self.staff = staff
        self.docket = self.demand()
        self.other = self.demand()
        self.refs: dict[str, str] = {}
        self._act(
            "letter",
            LetterSent(
                purpose=LetterPurpose.EXTENSION, document=PACK, to="Agency", channel=Channel.POST
            ),
        )
        self._act("measure", MeasureThreatened(kind=MeasureKind.FINE))
        court = {"court": "Example District Court"}
        kind = ProceedingKind.PETITION_TO_ENFORCE
        self._act("proceeding", ProceedingOpened(kind=kind, **court))
        self._act("order", OrderEntered(effect=OrderEffect.DENIES, **court))
        served = services.record_service(staff.clerk, self.docket, ServedBy.HAND, _day())
        self.refs["service"] = served.id
        self._clock("answer.1")
        self._clock("answer.2")
        record(
            staff.counsel,
            self.docket,
            ClockTolled(obligation=ObligationId("answer.2"), reason=TollReason.AGREEMENT),
        )
        record(
            staff.counsel,
            self.docket,
            DutyOpened(
                duty="d",
                pack=PACK,
                obligation=ObligationId("duty.1"),
                object=ObligationObject.NOTICE,
            ),
        )
        record(
            staff.counsel,
            self.docket,
            DutyOpened(
                duty="d",
                pack=PACK,
                obligation=ObligationId("duty.2"),
                object=ObligationObject.NOTICE,
            ),
        )
        services.take_findings(staff.counsel, self.docket)
        for item, outcome in (("1", Determined.OBJECT), ("2", Determined.WITHHOLD)):
            proposed = services.propose_determination(
                staff.counsel, self.docket, [item], outcome, reason="As in the memorandum"
            )
            made = services.approve_determination(staff.counsel_b, self.docket, proposed.id)
            self.refs[f"determination{item}"] = made.id  # fmt: skip

    def demand(self) -> str:
        return services.register_demand(self.staff.counsel, None, registration()).docket

    def number(self, docket: str) -> str:
        state = state_for(docket)
        assert state is not None
        assert state.demand is not None
        return state.demand.act.number

    def _act(self, name: str, act: Any) -> None:
        self.refs[name] = record(self.staff.counsel, self.docket, act).id

    def _clock(self, name: str) -> None:
        act = ClockStarted(
            obligation=ObligationId(name), object=ObligationObject.ANSWER, clock="c",
            pack=PACK, trigger=EntryId(self.refs["service"]),
            readings=(DateRead(name="r", due=_day(), cite="Rule"),), safe=_day(),
            latest=_day(), owed_by=Side.OURS,
        )  # fmt: skip
        record(self.staff.counsel, self.docket, act)

    def values(self, slug: str) -> dict[str, Any]:
        """What the form of an act sends."""
        sent = {"to": "Agency", "channel": "post", "document": "A letter."}
        refs = self.refs
        return {
            "demand-linked": {"other": self.number(self.other), "relation": "follows"},
            "demand-assigned": {"person": self.staff.counsel_b.public_id, "need": "decide"},
            "event-noted": {"kind": "transferred", "label": "To another facility",
                            "known": "told", "on": "2020-01-20"},
            "escalation-threatened": {"step": "petition", "condition": ["late"]},
            "demand-escalated": {"step": "subpoena", "other": self.number(self.other)},
            "measure-threatened": {"kind": "fine", "amount": "1,000"},
            "measure-imposed": {"kind": "fine", "threatened": refs["measure"]},
            "measure-lifted": {"measure": refs["measure"], "cite": "Letter of 3 May"},
            "proceeding-opened": {"kind": "motion_to_quash", "court": "A court", "item": ["1"]},
            "proceeding-step-taken": {"proceeding": refs["proceeding"], "step": "heard"},
            "proceeding-ended": {"proceeding": refs["proceeding"], "outcome": "denied"},
            "order-entered": {"court": "A court", "effect": "denies", "reach": "named"},
            "order-stayed": {"order": refs["order"]},
            "order-ended": {"order": refs["order"], "how": "vacated"},
            "demand-superseded": {"other": self.number(self.other), "item": ["1"]},
            "demand-withdrawn": {"code": "withdrawn"},
            "demand-closed": {"ground": "other", "reason": "Settled by letter."},
            "demand-reopened": {"cause": refs["letter"]},
            "clock-tolled": {"obligation": "answer.1", "reason": "agreement"},
            "clock-resumed": {"obligation": "answer.2", "reason": "agreement",
                              "safe": "2020-03-01"},
            "clock-stopped": {"obligation": "answer.1", "cause": "not_applicable"},
            "duty-discharged": {"obligation": "duty.1", "by": refs["letter"]},
            "duty-waived": {"obligation": "duty.2", "reason": "The person asked for it."},
            "extension-taken": {"obligation": "answer.1", "cite": "Rule", "due": "2030-03-01",
                                "notice": refs["letter"], "notice_by": "2030-01-01"},
            "working-date-chosen": {"account": refs["service"], "reason": "The earlier one."},
            "service-disputed": {"code": ["wrong_place"], "text": "Another building."},
            "determination-overridden": {"determination": refs["determination2"],
                                         "outcome": "produce", "reason": "The lead decides."},
            "items-merged": {"item": ["1", "2"], "label": "1-2", "text": "Both",
                             "category": "other"},
            "letter-sent": {"purpose": "question", **sent},
            "objection-served": {"item": ["1"], "ground": ["scope"], **sent},
            "demand-refused": {"code": "policy_bars", "reason": "In words.", **sent},
            "note-added": {"text": "Call back.", "audience": "matter"},
            "corrected": {"entry": f"{refs['proceeding']}:court", "code": "wrong_value",
                          "value": "Another court", "reason": "Misread"},
        }[slug]  # fmt: skip


def _day() -> Any:
    from datetime import date

    return date(2030, 1, 13)


@pytest.fixture
def world(staff: Staff) -> World:
    return World(staff)


def someone(staff: Staff, slug: str) -> Person:
    """Somebody who may record an act: counsel where counsel may, else a lead."""
    return staff.counsel if LETTERS["C"] in roles_of(slug) else staff.lead


def test_each_form_records_its_act(world: World) -> None:
    for slug in FORMS:
        if slug != "demand-reopened":
            with transaction.atomic():
                _record_by_form(world, slug)
                transaction.set_rollback(True)


def _record_by_form(world: World, slug: str) -> None:
    page, form = FORMS[slug]
    who = someone(world.staff, slug)
    client = signed_in(who)
    shown = client.get(f"/docket/{world.docket}/{page}").content.decode()
    assert f'id="form-{slug}"' in shown, page
    before = Entry.objects.filter(docket=world.docket).count()
    answer = client.post(f"/docket/{world.docket}/record/{slug}", world.values(slug))
    assert answer.status_code == 302, answer.content.decode()[-1500:]
    if form.two is not None:
        assert Entry.objects.filter(docket=world.docket).count() == before
        asked = ActAsked.objects.get()
        own = client.post(f"/docket/{world.docket}/agree", {"asked": asked.document})
        assert own.status_code == 409
        second = signed_in(world.staff.counsel_b)
        page_of_second = second.get(f"/docket/{world.docket}/items").content.decode()
        assert "it waits for a second person" in page_of_second
        second.post(f"/docket/{world.docket}/agree", {"asked": asked.document})
        assert not ActAsked.objects.exists()
    last = Entry.objects.filter(docket=world.docket, slug=slug).order_by("-seq").first()
    assert last is not None
    assert last.seq > before


def test_a_closed_demand_is_reopened_by_the_form(world: World) -> None:
    client = signed_in(world.staff.counsel)
    client.post(f"/docket/{world.docket}/record/demand-closed", world.values("demand-closed"))
    shown = client.get(f"/docket/{world.docket}/matter").content.decode()
    assert 'id="form-demand-reopened"' in shown
    assert 'id="form-demand-withdrawn"' not in shown
    client.post(f"/docket/{world.docket}/record/demand-reopened", world.values("demand-reopened"))
    state = state_for(world.docket)
    assert state is not None
    assert state.demand is not None
    assert state.demand.step.value == "open"


def test_what_was_asked_for_can_be_taken_back(world: World) -> None:
    client = signed_in(world.staff.counsel)
    client.post(f"/docket/{world.docket}/record/duty-waived", world.values("duty-waived"))
    asked = ActAsked.objects.get()
    clerk = signed_in(world.staff.clerk)
    assert clerk.post(f"/docket/{world.docket}/agree", {"asked": asked.document}).status_code == 409
    client.post(f"/docket/{world.docket}/asked-back", {"asked": asked.document})
    assert not ActAsked.objects.exists()
    missing = client.post(f"/docket/{world.docket}/agree", {"asked": asked.document})
    assert missing.status_code == 404


def test_a_form_says_what_is_missing_and_records_nothing(world: World) -> None:
    client = signed_in(world.staff.counsel)
    before = Entry.objects.count()
    for slug, values in (
        ("demand-linked", {"other": "D-9999", "relation": "follows"}),
        ("demand-linked", {"other": "", "relation": "follows"}),
        ("demand-linked", {"other": world.number(world.other), "relation": "sideways"}),
        ("demand-assigned", {"person": "nobody", "need": "decide"}),
        ("clock-resumed", {"obligation": "answer.2", "reason": "agreement", "safe": "soon"}),
        ("note-added", {"text": "", "audience": "matter"}),
        ("measure-threatened", {"kind": "fine", "amount": "1.5 million"}),
    ):
        answer = client.post(f"/docket/{world.docket}/record/{slug}", values)
        assert answer.status_code == 400, slug
    assert client.post(f"/docket/{world.docket}/record/no-such-act", {}).status_code == 404
    assert Entry.objects.count() == before


def test_each_role_is_offered_its_own_forms_alone(world: World) -> None:
    for role, person in one_of_each(world.staff).items():
        if role not in (LETTERS["K"], LETTERS["C"], LETTERS["L"], LETTERS["V"]):
            continue
        client: Client = signed_in(person)
        for page, forms in PAGES.items():
            shown = client.get(f"/docket/{world.docket}/{page}").content.decode()
            for form in forms:
                if form.slug == "demand-reopened":
                    continue
                is_there = f'id="form-{form.slug}"' in shown
                assert is_there is (role in roles_of(form.slug)), (role, form.slug)


EARLIER_FORMS = {
    "field-confirmed", "field-corrected", "document-dismissed", "document-attached",
    "document-received", "document-released", "sender-called-back", "demand-registered",
    "item-split", "item-added", "demand-narrowed", "matter-sealed", "matter-unsealed",
    "visibility-set", "service-recorded", "delivery-recorded", "receipt-acknowledged",
    "receipt-disputed", "non-receipt-stated", "demand-sent", "answer-received", "answer-sent",
    "owed-event-happened", "clock-started", "due-date-set", "deadline-recomputed",
    "extension-sought", "extension-granted", "extension-refused", "fact-stated",
    "findings-taken", "determination-proposed", "determination-approved",
    "determination-returned", "erased",
}  # fmt: skip
"""Acts on a demand that pages offer by forms of their own."""
OF_OTHER_PAGES = ("records", "campaign", "chronology", "office", "connections", "packs")
"""Groups of acts whose pages are not a demand's."""
BY_MACHINE = {"document-read", "document-quarantined", "duty-opened", "package-sealed"}


def test_every_act_on_a_demand_has_a_form() -> None:
    from tecum.docket.acts import ACTS

    on_demands = {slug for slug, act in ACTS.items() if act.group not in OF_OTHER_PAGES}
    assert on_demands == set(FORMS) - {"event-noted"} | EARLIER_FORMS | BY_MACHINE
    assert not set(FORMS) & EARLIER_FORMS
