"""Duties that acts and the calendar bring, opened from the packs in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from django.urls import reverse

from tecum.docket.acts import DutyOpened, ReportFiled
from tecum.docket.acts.answer import ItemAnswered
from tecum.docket.acts.decision import Determined, RefusalCode
from tecum.docket.entry import Entry
from tecum.docket.errors import ActRefused, StalePreview
from tecum.docket.parts import Label, ObligationId
from tecum.docket.state.model import ObligationStep
from tecum.docket.vocabulary import Disposition, ObligationObject
from tecum.provenance import Sha256
from tecum.reports.period import due_of, period_of
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Office, Person
from tecum.web.accounts.services import add_person, change_profile
from tecum.web.docket import services
from tecum.web.docket.desk import desk, forget
from tecum.web.docket.periodic import _wanted, open_periodic
from tecum.web.docket.record import record
from tecum.web.docket.selectors import state_for
from tecum.web.packs import services as packs
from tecum.words import Channel, Role
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.world import At, confirm_all, read_paper, registration

pytestmark = pytest.mark.django_db
LAW = """# Policy of an invented office

## made-receipt  On receipt
```duty
on: receipt
do: record the demand
who: clerk
clock: no date stated  [paragraph 1]
done by: DutyDischarged
in force: from 2018-01-01; recorded 2017-12-01
source: Policy, paragraph 1
```

## made-decision  On decision
```duty
on: determination
do: tell the person what the office will do
who: custodian
to: person
clock: no date stated  [paragraph 2]
done by: LetterSent(notice)
in force: from 2018-01-01; recorded 2017-12-01
source: Policy, paragraph 2
```

## made-disclosure  On disclosure
```duty
on: disclosure
when: action is share_release_date
do: give the person the same notice
who: custodian
to: person
clock: no date stated  [paragraph 3]
done by: LetterSent(notice)
in force: from 2018-01-01; recorded 2017-12-01
source: Policy, paragraph 3
```

## made-question  On decision, perhaps
```duty
on: determination
when: cost_agreement and not cost_agreement or terrorist_database_match
do: tell somebody
who: clerk
clock: no date stated  [paragraph 4]
done by: DutyDischarged
in force: from 2018-01-01; recorded 2017-12-01
source: Policy, paragraph 4
```

## made-month  Each month
```duty
on: every month
do: report the number of demands
who: clerk
to: board
clock: no date stated  [paragraph 5]
content: number of demands
nil: required
personal data: none
done by: ReportFiled
in force: from 2018-01-01; recorded 2017-12-01
source: Policy, paragraph 5
```

## made-year  Each year
```duty
on: every year by 03-01
do: report the demands of the year
who: counsel
to: attorney general
clock: no date stated  [paragraph 6]
content: number of demands
nil: required
personal data: none
done by: ReportFiled
in force: from 2018-01-01; recorded 2017-12-01
source: Policy, paragraph 6
```
"""
MANIFEST = """id = "made-duties"
title = "Duties of an invented office"
maker = "office"
vocabulary = "tecum-actions/1"
status = "unreviewed example"
"""


@pytest.fixture
def office(staff: Staff) -> Staff:
    """An office whose one pack, approved and in force, holds a duty of every trigger."""
    forget()
    author: Person = add_person(staff.lead, "Policy author", [Role.POLICY_AUTHOR])
    change_profile(staff.lead, {"packs": [], "two_persons": ["determinations"]})
    files = {"pack.toml": MANIFEST.encode(), "law/duties.md": LAW.encode()}
    ref = packs.propose_version(author, files, "").id
    packs.approve_version(staff.counsel, ref, Role.COUNSEL)
    packs.activate_version(staff.lead, ref, date.fromisoformat("2099-01-01"))
    return staff


@pytest.fixture(autouse=True)
def _in_force(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tecum.web.docket.desk.today", lambda zone: date(2099, 6, 1))


def opened(docket: str) -> dict[str, Entry]:
    state = state_for(docket)
    assert state is not None
    return {
        entry.act.duty: entry
        for entry in state.entries.values()
        if isinstance(entry.act, DutyOpened)
    }


def demand(staff: Staff) -> At:
    at = read_paper(staff)
    confirm_all(staff.counsel, at)
    services.register_demand(staff.counsel, at.docket, registration())
    services.take_findings(staff.counsel, at.docket)
    return at


def determined(staff: Staff, at: At, items: list[str], outcome: Determined) -> None:
    ref = services.propose_determination(
        staff.counsel, at.docket, items, outcome, reason="See the memorandum"
    ).id
    services.approve_determination(staff.counsel_b, at.docket, ref)


def test_receipt_brings_its_duty_with_the_registration(office: Staff) -> None:
    at = demand(office)
    entry = opened(at.docket)["made-receipt"]
    assert entry.actor.role is Role.SYSTEM
    assert entry.act.pack == dict(desk().packs.digests)["made-duties"]
    assert entry.act.object is ObligationObject.RECORD
    assert set(opened(at.docket)) == {"made-receipt"}


def test_a_determination_brings_its_duty_for_its_items_and_not_twice(office: Staff) -> None:
    at = demand(office)
    determined(office, at, ["1"], Determined.WITHHOLD)
    entry = opened(at.docket)["made-decision"]
    assert entry.act.items == ("1",)
    assert entry.act.trigger in state_for(at.docket).determinations  # type: ignore[union-attr]
    determined(office, at, ["1"], Determined.OBJECT)
    state = state_for(at.docket)
    assert state is not None
    rules = [row.rule for row in state.obligations.values() if row.rule == "made-decision"]
    assert len(rules) == 1
    determined(office, at, ["2"], Determined.WITHHOLD)
    state = state_for(at.docket)
    assert state is not None
    held = [row.items for row in state.obligations.values() if row.rule == "made-decision"]
    assert held == [("1",), ("2",)]


def test_what_is_only_a_question_opens_nothing(office: Staff) -> None:
    at = demand(office)
    determined(office, at, ["1"], Determined.WITHHOLD)
    assert "made-question" not in opened(at.docket)
    services.state_fact(office.counsel, at.docket, "terrorist_database_match", value=True)
    services.take_findings(office.counsel, at.docket)
    determined(office, at, ["2"], Determined.WITHHOLD)
    assert opened(at.docket)["made-question"].act.items == ("2",)


def test_a_refusal_is_a_determination_of_every_item(office: Staff) -> None:
    at = demand(office)
    ref = services.propose_determination(
        office.counsel, at.docket, ["1", "2"], Determined.WITHHOLD, reason="As before"
    ).id
    services.approve_determination(office.counsel_b, at.docket, ref)
    services.refuse_demand(
        office.counsel,
        at.docket,
        RefusalCode.POLICY_BARS,
        document=b"No.",
        to="field.office@agency.example",
        channel=Channel.EMAIL,
        reason="policy",
    )
    assert opened(at.docket)["made-decision"].act.items == ("1", "2")


def test_disclosure_brings_its_duty_for_what_was_told_alone(office: Staff) -> None:
    at = demand(office)
    determined(office, at, ["1"], Determined.WITHHOLD)
    determined(office, at, ["2"], Determined.ACT)

    def line(label: str, disposition: Disposition) -> ItemAnswered:
        return ItemAnswered(item=Label(label), disposition=disposition)

    def send(*lines: ItemAnswered) -> None:
        services.send_answer(
            office.counsel,
            at.docket,
            lines,
            document=b"The answer.",
            to="field.office@agency.example",
            channel=Channel.EMAIL,
        )

    send(line("1", Disposition.WITHHELD))
    assert "made-disclosure" not in opened(at.docket)
    send(line("2", Disposition.PRODUCED))
    entry = opened(at.docket)["made-disclosure"]
    assert entry.act.items == ("2",)
    assert entry.act.done_by == "LetterSent(notice)"


# --- the calendar --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "day", "begins", "ends", "due"),
    [
        ("every month", "2020-02-10", "2020-02-01", "2020-02-29", None),
        ("every month", "2020-12-31", "2020-12-01", "2020-12-31", None),
        ("every quarter", "2020-05-17", "2020-04-01", "2020-06-30", None),
        ("every half-year", "2020-07-01", "2020-07-01", "2020-12-31", None),
        ("every year", "2020-02-10", "2020-01-01", "2020-12-31", None),
        ("every year by 03-01", "2020-02-10", "2020-01-01", "2020-12-31", "2021-03-01"),
        ("every quarter by 07-15", "2020-05-17", "2020-04-01", "2020-06-30", "2020-07-15"),
    ],
)
def test_periods_and_the_days_that_the_law_names(
    on: str, day: str, begins: str, ends: str, due: str | None
) -> None:
    found = period_of(on, date.fromisoformat(day))
    assert found == (date.fromisoformat(begins), date.fromisoformat(ends))
    assert due_of(on, found[0]) == (date.fromisoformat(due) if due else None)


def owed(staff: Staff) -> dict[tuple[str, date], Entry]:
    state = state_for(staff.office.docket_id)
    assert state is not None
    return {
        (entry.act.duty, entry.act.period_from): entry
        for entry in state.entries.values()
        if isinstance(entry.act, DutyOpened) and entry.act.period_from is not None
    }


def test_each_period_has_its_report_once_though_nothing_happened(
    office: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at(day: date) -> None:
        monkeypatch.setattr("tecum.web.docket.periodic.today", lambda zone: day)
        open_periodic()
        assert open_periodic() == []

    at(date(2099, 1, 10))
    first = {("made-month", date(2099, 1, 1)), ("made-year", date(2099, 1, 1))}
    assert first <= set(owed(office))
    year = owed(office)["made-year", date(2099, 1, 1)].act
    assert (year.safe, year.period_to) == (date(2100, 3, 1), date(2099, 12, 31))
    assert owed(office)["made-month", date(2099, 1, 1)].act.safe is None
    before = owed(office)["made-year", date(2098, 1, 1)].act
    assert before.safe == date(2099, 3, 1)
    at(date(2099, 3, 2))
    months = sorted(begins for duty, begins in owed(office) if duty == "made-month")
    assert months[-3:] == [date(2099, 1, 1), date(2099, 2, 1), date(2099, 3, 1)]


def test_no_report_is_owed_of_a_period_before_its_law(
    office: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In force from 2018-01-01: December 2017 and the year 2017 had no report."""
    monkeypatch.setattr("tecum.web.docket.periodic.today", lambda zone: date(2018, 1, 10))
    state = state_for(office.office.docket_id)
    assert state is not None
    began = datetime(2017, 6, 1, tzinfo=UTC)
    entries = {ref: replace(entry, recorded_at=began) for ref, entry in state.entries.items()}
    wanted = list(_wanted(desk(), replace(state, entries=entries)))
    assert {begins for _, begins, _ in wanted} == {date(2018, 1, 1)}


@pytest.mark.parametrize(("hour", "month"), [(3, 1), (8, 2)])
def test_an_office_begins_on_its_own_day(
    office: Staff, monkeypatch: pytest.MonkeyPatch, hour: int, month: int
) -> None:
    """The evening of 31 January at the office is 1 February elsewhere."""
    monkeypatch.setattr("tecum.web.docket.periodic.today", lambda zone: date(2099, 2, 10))
    state = state_for(office.office.docket_id)
    assert state is not None
    began = datetime(2099, 2, 1, hour, tzinfo=UTC)
    entries = {ref: replace(entry, recorded_at=began) for ref, entry in state.entries.items()}
    wanted = _wanted(desk(), replace(state, entries=entries))
    first = min(begins for duty, begins, _ in wanted if duty.id == "made-month")
    assert first == date(2099, month, 1)


def file_report(
    actor: Person, obligation: str, *, nil: bool = False, document: bytes | None = None
) -> None:
    """Record that a report went to a board, on the office's own docket."""
    kept = None if document is None else Sha256(sha256(document).hexdigest())
    act = ReportFiled(obligation=ObligationId(obligation), nil=nil, document=kept, to="Board")
    record(actor, Office.objects.get().docket_id, act)


def test_a_filed_report_ends_its_period_and_no_other(
    office: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tecum.web.docket.periodic.today", lambda zone: date(2099, 3, 2))
    open_periodic()
    month = owed(office)["made-month", date(2099, 2, 1)].act.obligation
    year = owed(office)["made-year", date(2099, 1, 1)].act.obligation
    with pytest.raises(NotFound):
        file_report(add_person(office.lead, "A", [Role.POLICY_AUTHOR]), month, nil=True)
    with pytest.raises(ActRefused):
        file_report(office.counsel, month)
    file_report(office.counsel, month, document=b"Two demands.")
    state = state_for(Office.objects.get().docket_id)
    assert state is not None
    assert state.obligations[month].step is ObligationStep.MET
    assert state.obligations[year].step.is_open
    with pytest.raises(StalePreview):
        file_report(office.counsel, month, nil=True)
    file_report(office.lead, year, nil=True)


def test_the_board_shows_what_the_office_owes_and_leads_there(
    office: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tecum.web.docket.periodic.today", lambda zone: date(2099, 3, 2))
    open_periodic()
    client = signed_in(office.lead)
    board = client.get("/deadlines").content.decode()
    assert "This office" in board
    address = reverse("docket:dates", args=[office.office.docket_id])
    assert address in board
    assert client.get(address).status_code == 200
    assert "This office" not in signed_in(office.clerk).get("/deadlines").content.decode()


def test_without_a_duty_of_the_calendar_nothing_is_opened(staff: Staff) -> None:
    change_profile(staff.lead, {"packs": ["example-strict"]})
    forget()
    assert open_periodic() == []


# --- what a letter ends --------------------------------------------------------------------


def _letter(at: At, office: Staff, *duties: str) -> int:
    sent = {
        "purpose": "notice",
        "document": "What was decided.",
        "to": "Subject A",
        "channel": "post",
        "duty": list(duties),
    }
    answer = signed_in(office.counsel).post(f"/docket/{at.docket}/record/letter-sent", sent)
    return int(answer.status_code)


def _told(at: At) -> dict[tuple[str, ...], ObligationStep]:
    state = state_for(at.docket)
    assert state is not None
    held = (row for row in state.obligations.values() if row.rule == "made-decision")
    return {row.items: row.step for row in held}


def test_the_form_of_a_letter_offers_each_duty_and_ends_what_is_ticked(office: Staff) -> None:
    at = demand(office)
    determined(office, at, ["1"], Determined.WITHHOLD)
    determined(office, at, ["2"], Determined.WITHHOLD)
    state = state_for(at.docket)
    assert state is not None
    first, second = (row for row in state.obligations.values() if row.rule == "made-decision")
    shown = signed_in(office.counsel).get(f"/docket/{at.docket}/answer").content.decode()
    for row in (first, second):
        assert 'name="duty" id="letter-sent-duty-' in shown
        assert f'value="{row.id}"' in shown
        assert f'value="{row.id}" checked' not in shown
    assert _letter(at, office) == 409
    assert set(_told(at).values()) == {ObligationStep.WAITING}
    assert _letter(at, office, second.id) == 302
    assert _told(at) == {("1",): ObligationStep.WAITING, ("2",): ObligationStep.MET}
    assert _letter(at, office) == 302
    assert set(_told(at).values()) == {ObligationStep.MET}


def test_what_one_act_brought_can_be_ended_together(office: Staff) -> None:
    at = demand(office)
    determined(office, at, ["1", "2"], Determined.WITHHOLD)
    state = state_for(at.docket)
    assert state is not None
    (row,) = (row for row in state.obligations.values() if row.rule == "made-decision")
    act = opened(at.docket)["made-decision"].act
    record(None, at.docket, replace(act, obligation=ObligationId("duty.again")))
    assert _letter(at, office, f"of:{row.trigger}") == 302
    state = state_for(at.docket)
    assert state is not None
    held = [row.step for row in state.obligations.values() if row.rule == "made-decision"]
    assert held == [ObligationStep.MET, ObligationStep.MET]


def test_a_letter_that_ends_none_leaves_every_duty(office: Staff) -> None:
    at = demand(office)
    determined(office, at, ["1"], Determined.WITHHOLD)
    assert _letter(at, office, "none") == 302
    assert set(_told(at).values()) == {ObligationStep.WAITING}
