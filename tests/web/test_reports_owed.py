"""Reports that an office owes: certified as seen, seconded, filed, corrected, asked once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tecum import clock
from tecum.docket.acts import Corrected
from tecum.docket.acts.course import Audience, CorrectedFor
from tecum.docket.errors import NotDraft, NotPermitted, SamePerson, StalePreview, UnknownReference
from tecum.docket.state.model import ObligationStep
from tecum.errors import UsageError
from tecum.reports.period import period_named
from tecum.reports.report import Report
from tecum.web.accounts.models import Person
from tecum.web.accounts.services import change_profile
from tecum.web.docket import services as services_of_dockets
from tecum.web.docket.desk import office_state
from tecum.web.docket.models import Docket
from tecum.web.docket.periodic import open_periodic
from tecum.web.docket.record import record
from tecum.web.docket.selectors import state_for
from tecum.web.reports import selectors, services
from tecum.web.reports.rows import basis_at
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.world import admit, demand_at_work


@pytest.fixture
def sheriff(staff: Staff) -> Iterator[Staff]:
    """A law-enforcement office in Illinois on 3 February 2023, with last year's report owed."""
    change_profile(staff.lead, {"packs": ["us-il"], "recipient_class": "il_law_enforcement"})
    with clock.at_fixed(datetime(2023, 2, 3, 15, tzinfo=UTC)):
        open_periodic()
        yield staff


def certified(person: Person, *, period: str = "2022", name: str = "us-il/il-rep") -> str:
    template = selectors.template_named(person, name)
    report, basis = selectors.report_of(template, period_named(period))
    stated = {one.id: "0" for one in template.stated}
    entry = services.certify(
        person,
        template,
        period_named(period),
        counted_at=report.counted_at,
        seen=basis.rests_on,
        stated=stated,
    )
    return str(entry.id)


@pytest.mark.django_db
def test_a_nil_report_is_certified_filed_and_ends_what_was_owed(sheriff: Staff) -> None:
    (owing,) = [one for one in selectors.owing() if one.period.name == "2022"]
    assert owing.obligation.safe == date(2023, 3, 1)
    ref = certified(sheriff.counsel)
    held = selectors.certified(sheriff.lead, ref)
    assert held.act.nil
    assert held.shown["nil"]
    assert services.check(held).agrees
    with pytest.raises(UsageError):
        services.file(sheriff.counsel, ref, to=" ")
    services.file(sheriff.counsel, ref, to="Attorney General")
    state = office_state()
    assert state.obligations[owing.obligation.id].step is ObligationStep.MET
    assert state.reports[ref].filed_by  # type: ignore[index]
    with pytest.raises(StalePreview):
        services.file(sheriff.counsel, ref, to="Attorney General")


@pytest.mark.django_db
def test_a_report_is_certified_as_seen_or_not_at_all(sheriff: Staff) -> None:
    template = selectors.template_named(sheriff.counsel, "us-il/il-rep")
    period = period_named("2023")
    report, basis = selectors.report_of(template, period)
    demand_at_work(sheriff)
    with pytest.raises(StalePreview):
        services.certify(
            sheriff.counsel,
            template,
            period,
            counted_at=report.counted_at,
            seen=basis.rests_on,
            stated={},
        )
    with pytest.raises(NotPermitted):
        certified(sheriff.clerk, period="2023")
    with pytest.raises(UnknownReference):
        certified(sheriff.counsel, period="2017")


@pytest.mark.django_db
def test_two_persons_where_the_profile_asks_for_two(sheriff: Staff) -> None:
    groups = ["determinations", "sending", "packs", "reports"]
    change_profile(sheriff.lead, {"two_persons": groups})
    ref = certified(sheriff.counsel)
    with pytest.raises(NotDraft):
        services.file(sheriff.counsel, ref, to="Attorney General")
    with pytest.raises(SamePerson):
        services.second(sheriff.counsel, ref)
    services.second(sheriff.lead, ref)
    services.file(sheriff.counsel, ref, to="Attorney General")
    assert len(office_state().reports[ref].by) == 2  # type: ignore[index]


@pytest.mark.django_db
def test_a_filed_report_is_corrected_and_both_come_out_again(sheriff: Staff) -> None:
    at = demand_at_work(sheriff)
    entry = next(e for e in docket_state(at.docket) if e.act.slug == "document-received")
    with clock.at_fixed(datetime(2023, 2, 4, 15, tzinfo=UTC)):
        first = certified(sheriff.counsel)
        services.file(sheriff.counsel, first, to="Attorney General")
    assert selectors.certified(sheriff.counsel, first).act.nil
    with clock.at_fixed(datetime(2023, 2, 5, 15, tzinfo=UTC)):
        better = Corrected(
            entry=entry.id, code=CorrectedFor.WRONG_VALUE, path="happened", value="2022-12-30"
        )
        record(sheriff.lead, at.docket, better)
        second = certified(sheriff.counsel)
        services.file(sheriff.counsel, second, to="Attorney General")
        state = office_state()
        assert state.reports[first].corrected_by == state.reports[second].filed_by  # type: ignore[index]
        assert not selectors.certified(sheriff.counsel, second).act.nil
        for ref in (first, second):
            assert services.check(selectors.certified(sheriff.counsel, ref)).agrees
        assert selectors.certified(sheriff.counsel, first).act.nil


def docket_state(docket: str) -> list[Any]:
    state = state_for(docket)
    assert state is not None
    return list(state.entries.values())


@pytest.mark.django_db
def test_what_is_sealed_later_leaves_no_trace_but_the_check_still_agrees(sheriff: Staff) -> None:
    at = demand_at_work(sheriff)
    with clock.at_fixed(datetime(2023, 2, 4, 15, tzinfo=UTC)):
        before = datetime(2023, 2, 4, 15, tzinfo=UTC)
        template = selectors.template_named(sheriff.counsel, "own")
        period = period_named("2023")
        assert _received(selectors.report_of(template, period)[0]) == 1
    with clock.at_fixed(datetime(2023, 2, 6, 15, tzinfo=UTC)):
        Docket.objects.filter(pk=at.docket).update(walled=True)
        assert _received(selectors.report_of(template, period)[0]) == 0
        assert _received(selectors.report_of(template, period, counted_at=before)[0]) == 0
        assert len(basis_at(before, "America/Denver", as_then=True).rows) == 1
        admit(sheriff.clerk, at)


def _received(report: Report) -> int:
    table = report.counted("received")
    assert table is not None
    return table.total


@pytest.mark.django_db
def test_where_the_law_does_not_say_the_office_is_asked_once(staff: Staff) -> None:
    change_profile(staff.lead, {"packs": ["us-or"], "recipient_class": "or_law_enforcement"})
    with clock.at_fixed(datetime(2023, 2, 3, 15, tzinfo=UTC)):
        open_periodic()
        client = signed_in(staff.lead)
        owed = next(one for one in selectors.owing() if one.duty == "or-d3")
        path = f"/reports/us-or/or-d3?period={owed.period.name}"
        assert b"the law read does not say" in client.get(path).content
        template = selectors.template_named(staff.lead, "us-or/or-d3")
        with pytest.raises(StalePreview):
            services.end_without(staff.lead, template, owed.period)
        services.answer_nil(staff.lead, "or-d3", "none")
        assert b"this office files none" in client.get(path).content
        services.end_without(staff.lead, template, owed.period)
        step = office_state().obligations[owed.obligation.id].step
        assert step is ObligationStep.STOPPED


@pytest.mark.django_db
def test_the_pages_lead_from_what_is_owed_to_what_was_filed(sheriff: Staff) -> None:
    client = signed_in(sheriff.counsel)
    owed = selectors.owing()[0].obligation.id
    assert client.get(f"/reports/owed/{owed}").url == "/reports/us-il/il-rep?period=2022"
    board = signed_in(sheriff.lead).get("/deadlines").content.decode()
    assert f"/reports/owed/{owed}" in board
    listed = client.get("/reports").content.decode()
    assert "/reports/us-il/il-rep?period=2022" in listed
    page = client.get("/reports/us-il/il-rep", {"period": "2022"}).content.decode()
    assert "Certify the nil report" in page
    form = {
        name: _value(page, name) for name in ("csrfmiddlewaretoken", "period", "counted_at", "seen")
    }
    answer = client.post("/reports/us-il/il-rep/certify", form)
    assert answer.status_code == 302
    kept = client.get(answer.url)
    assert "Counted again from the entries of that time" in kept.content.decode()
    token = _value(kept.content.decode(), "csrfmiddlewaretoken")
    sent = {"csrfmiddlewaretoken": token, "to": "Attorney General", "channel": "email"}
    assert client.post(f"{answer.url}/file", sent).status_code == 302
    shown = json.loads(client.get(f"{answer.url}/report.json").content)
    assert (shown["schema"], shown["nil"]) == ("tecum.report/1", True)
    assert (
        "Correct the filed report"
        in client.get("/reports/us-il/il-rep", {"period": "2022"}).content.decode()
    )


def _value(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return found.group(1)


@pytest.mark.django_db
def test_a_page_of_a_report_asks_few_questions(
    sheriff: Staff, django_assert_max_num_queries: Any
) -> None:
    demand_at_work(sheriff)
    client = signed_in(sheriff.counsel)
    paths = ("/reports", "/reports/us-il/il-rep?period=2023", "/reports/office/own?period=2023")
    for path in paths:
        client.get(path)
        with django_assert_max_num_queries(30):
            assert client.get(path).status_code == 200


def test_a_clock_that_was_set_back_leaves_no_gap_in_what_is_counted(staff: Staff) -> None:
    at = demand_at_work(staff)
    begun = clock.now()
    for minutes in (10, 5):
        with clock.at_fixed(begun + timedelta(minutes=minutes)):
            services_of_dockets.add_note(staff.counsel, at.docket, "Called.", Audience.MATTER)
    rows = basis_at(begun + timedelta(minutes=7), "America/Denver").rows
    assert at.docket in {row.docket for row in rows}
