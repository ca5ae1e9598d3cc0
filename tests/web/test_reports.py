"""Reports: figures against an independent query, the demands behind them, certify and file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction

from tecum import clock
from tecum.clock import parse_instant
from tecum.docket.acts import Corrected
from tecum.docket.acts.course import Audience, CorrectedFor
from tecum.docket.acts.registration import SealGround
from tecum.docket.errors import NotDraft, NotPermitted, SamePerson, StalePreview, UnknownReference
from tecum.docket.state.model import ObligationStep
from tecum.errors import UsageError
from tecum.reports.count import Office, count
from tecum.reports.period import Period, period_named, period_of
from tecum.reports.report import Report
from tecum.web.accounts.models import Person
from tecum.web.accounts.services import change_profile
from tecum.web.demo.build import build
from tecum.web.docket import services as services_of_dockets
from tecum.web.docket.desk import office_state
from tecum.web.docket.models import Demand, Docket
from tecum.web.docket.periodic import open_periodic
from tecum.web.docket.record import record
from tecum.web.docket.selectors import state_for
from tecum.web.reports import selectors, services
from tecum.web.reports.models import CountedDemand
from tecum.web.reports.rows import basis_at, keep_counted
from tecum.web.run import DEMO_AT
from tecum.words import Role
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.world import admit, demand_at_work

# The same figures by another way: plain SQL over projections and the bodies of entries.
BASE = """
WITH came AS (
  SELECT e.docket_id, COALESCE(
    MIN(CASE WHEN e.slug = 'document-received' THEN e.recorded_at END), MIN(e.recorded_at)
  ) AS at
  FROM docket_entry e WHERE e.slug IN ('document-received', 'demand-registered') GROUP BY 1
), said AS (
  SELECT docket_id, COUNT(*) AS items,
    COUNT(*) FILTER (WHERE answer = 'produced') AS given,
    COUNT(*) FILTER (WHERE answer IN ('produced', 'produced_in_part')) AS partly,
    COUNT(*) FILTER (WHERE answer IN ('withheld', 'objected')) AS declined,
    COUNT(*) FILTER (WHERE answer IN ('owed_on_event', 'owed_on_date')) AS owed,
    COUNT(*) FILTER (WHERE answer = 'referred') AS referred,
    COUNT(*) FILTER (WHERE answer = 'none_held') AS empty
  FROM docket_item GROUP BY 1
), gone AS (
  SELECT docket_id,
    COUNT(*) FILTER (WHERE {field kind} = 'transferred') AS transferred
  FROM docket_entry WHERE slug = 'event-noted' OR (slug = 'owed-event-happened'
    AND {field event} = 'release') GROUP BY 1
), base AS (
  SELECT d.docket_id, d.kind, d.issuer, came.at AS at, CASE
      WHEN partly > 0 AND given = items THEN 'given' WHEN partly > 0 THEN 'given_in_part'
      WHEN declined > 0 THEN 'declined' WHEN owed > 0 THEN 'promised'
      WHEN referred > 0 THEN 'referred' WHEN empty > 0 THEN 'nothing_held'
      WHEN d.how IN ('withdrawn', 'superseded') THEN d.how ELSE 'not_yet_answered' END AS addressed,
    CASE WHEN gone.docket_id IS NULL THEN 'not_recorded'
      WHEN gone.transferred > 0 THEN 'transferred' ELSE 'released' END AS custody
  FROM docket_demand d JOIN docket_docket k ON k.id = d.docket_id AND NOT k.walled
    JOIN came ON came.docket_id = d.docket_id JOIN said ON said.docket_id = d.docket_id
    LEFT JOIN gone ON gone.docket_id = d.docket_id
  WHERE d.direction = 'inward' AND NOT EXISTS (
    SELECT 1 FROM docket_entry c WHERE c.docket_id = d.docket_id AND c.slug = 'demand-linked'
      AND {field relation} = 'copy_of')
), asked AS (
  SELECT * FROM base WHERE issuer LIKE '%%Immigration and Customs%%'
    OR issuer LIKE '%%Customs and Border%%' OR UPPER(issuer) LIKE '%%DEPARTMENT OF HOMELAND%%'
)
"""


# How each engine takes a field of an act out of the body of an entry.
FIELD_OF = {
    "sqlite": r"json_extract(CAST(body AS TEXT), '$.act.fields.\1')",
    "postgresql": r"CAST(convert_from(body, 'UTF8') AS jsonb) #>> '{act,fields,\1}'",
}


@pytest.fixture(scope="module")
def county(django_db_setup: None, django_db_blocker: Any) -> Iterator[datetime]:
    """The demonstration with its year of demands, at its own instant; gone afterwards."""
    at = parse_instant(DEMO_AT)
    with django_db_blocker.unblock(), transaction.atomic(), clock.at_fixed(at):
        build()
        yield at
        transaction.set_rollback(True)


@pytest.fixture
def lead(county: datetime) -> Person:
    return Person.objects.get(held_roles__role=Role.LEAD)


def bounds(period: Period) -> tuple[datetime, datetime]:
    """First instant of a period and of the day after it, in Denver."""
    zone = "America/Denver"
    begins = parse_instant(f"{period.begins}T00:00:00", zone).astimezone(UTC)
    ends = parse_instant(f"{period.ends + timedelta(days=1)}T00:00:00", zone).astimezone(UTC)
    return begins, ends


def asked(sql: str, period: Period, *more: object) -> list[tuple[Any, ...]]:
    """Rows of a query over the demands of immigration authorities received in a period."""
    begins, ends = (one.strftime("%Y-%m-%d %H:%M:%S") for one in bounds(period))
    base = re.sub(r"\{field (\w+)\}", FIELD_OF[connection.vendor], BASE)
    with connection.cursor() as cursor:
        cursor.execute(base + sql, [begins, ends, *more])
        return list(cursor.fetchall())


def made(lead: Person, name: str, period: str) -> Report:
    return selectors.report_of(selectors.template_named(lead, name), period_named(period))[0]


def figures(report: Report, table: str) -> dict[tuple[str, str], int]:
    counted = report.counted(table)
    assert counted is not None
    return {key: len(cell) for key, cell in counted.cells.items()}


KIND_BY_HOW = "SELECT kind, addressed, COUNT(*) FROM asked WHERE at >= %s AND at < %s GROUP BY 1, 2"


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("us-il/il-rep", "2019"),
        ("us-il/il-rep", "2020"),
        ("us-il-chicago/chi-rep", "2019-Q1"),
        ("us-il-chicago/chi-rep", "2019-Q4"),
        ("us-il-chicago/chi-rep", "2020-Q1"),
    ],
)
def test_requests_by_kind_and_how_they_were_addressed(lead: Person, name: str, period: str) -> None:
    wanted = {(kind, how): n for kind, how, n in asked(KIND_BY_HOW, period_named(period))}
    assert wanted
    assert figures(made(lead, name, period), "requests") == wanted


@pytest.mark.parametrize(
    ("name", "period"), [("us-il/il-rep", "2019"), ("us-il-chicago/chi-rep", "2019-Q2")]
)
def test_each_detainer_is_a_line(lead: Person, name: str, period: str) -> None:
    counted = made(lead, name, period).counted("detainers")
    assert counted is not None
    rows = asked(
        "SELECT kind, custody, COUNT(*) FROM asked WHERE at >= %s AND at < %s "
        "AND kind IN ('detainer', 'administrative_warrant') GROUP BY 1, 2",
        period_named(period),
    )
    columns = counted.table.lines
    lines = [dict(zip(columns, line.values, strict=True)) for line in counted.lines]
    found: dict[tuple[str, str], int] = {}
    for line in lines:
        key = line["kind"], line["custody"]
        found[key] = found.get(key, 0) + 1
    assert found == {(kind, custody): n for kind, custody, n in rows}
    if "released_at" in columns:
        released = [line["released_at"] for line in lines if line["custody"] == "released"]
        assert all(len(at) == len("2019-01-11 14:05") for at in released)


def test_transfers_and_what_followed_detainers_in_california(lead: Person) -> None:
    report = made(lead, "us-ca/ca-v-d", "2019")
    rows = asked(
        "SELECT COUNT(*) FROM asked WHERE custody = 'transferred' AND at >= %s AND at < %s",
        period_named("2019"),
    )
    transfers = report.counted("transfers")
    assert transfers is not None
    assert (transfers.total, transfers.undecided) == (rows[0][0], ())
    wanted = asked(
        "SELECT kind, custody, COUNT(*) FROM asked WHERE at >= %s AND at < %s AND kind IN "
        "('detainer', 'notification_request', 'administrative_warrant') GROUP BY 1, 2",
        period_named("2019"),
    )
    assert figures(report, "requests") == {(kind, how): n for kind, how, n in wanted}
    assert len(report.not_stated) == 6


@pytest.mark.parametrize("period", ["2019-Q1", "2019-Q3", "2019-Q4", "2020-Q1"])
def test_requests_and_responses_of_a_quarter_in_new_york(lead: Person, period: str) -> None:
    report = made(lead, "us-ny-nyc/nyc-rep-q", period)
    wanted = asked(
        "SELECT kind, COUNT(*) FROM asked WHERE at >= %s AND at < %s GROUP BY 1",
        period_named(period),
    )
    assert {row: n for (row, _), n in figures(report, "requests").items()} == dict(wanted)
    sent = asked(
        "SELECT CASE e.slug WHEN 'answer-sent' THEN 'answer' WHEN 'demand-refused' THEN 'refusal'"
        " ELSE 'objection' END, COUNT(*) FROM asked JOIN docket_entry e USING (docket_id) WHERE"
        " e.slug IN ('answer-sent', 'demand-refused', 'objection-served') AND e.recorded_at >= %s"
        " AND e.recorded_at < %s GROUP BY 1",
        period_named(period),
    )
    assert {row: n for (row, _), n in figures(report, "responses").items()} == dict(sent)


def test_detainers_of_a_year_in_new_york(lead: Person) -> None:
    report = made(lead, "us-ny-nyc/nyc-rep-a", "2019")
    wanted = asked(
        "SELECT custody, addressed, COUNT(*) FROM asked WHERE at >= %s AND at < %s "
        "AND kind = 'detainer' GROUP BY 1, 2",
        period_named("2019"),
    )
    assert figures(report, "received") == {(custody, how): n for custody, how, n in wanted}
    held = asked(
        "SELECT COALESCE(NULLIF(i.answer, ''), 'none_yet'), COUNT(*) FROM asked "
        "JOIN docket_item i USING (docket_id) WHERE at >= %s AND at < %s "
        "AND asked.kind = 'detainer' AND i.category = 'hold' GROUP BY 1",
        period_named("2019"),
    )
    assert {row: n for (row, _), n in figures(report, "held").items()} == dict(held)


@pytest.mark.parametrize("month", ["2019-01", "2019-07", "2019-11", "2020-01"])
def test_requests_declined_in_a_month_in_oregon(lead: Person, month: str) -> None:
    report = made(lead, "us-or/or-d3", month)
    wanted = asked(
        "SELECT kind, COUNT(*) FROM asked WHERE addressed = 'declined' AND (SELECT MIN(recorded_at)"
        " FROM docket_entry e WHERE e.docket_id = asked.docket_id AND e.slug IN ('answer-sent', "
        "'demand-refused', 'objection-served')) BETWEEN %s AND %s GROUP BY 1",
        period_named(month),
    )
    assert {row: n for (row, _), n in figures(report, "declined").items()} == dict(wanted)


def test_the_first_and_the_last_evening_belong_to_their_own_year(lead: Person) -> None:
    """23:30 on New Year's Eve in Denver is the next year in UTC; the office's day decides."""
    counted = {
        year: made(lead, "us-il/il-rep", year).counted("detainers") for year in ("2018", "2019")
    }
    days = {
        year: [line.values[0] for line in table.lines] for year, table in counted.items() if table
    }
    assert days["2018"] == ["2018-12-31"]
    assert "2019-01-01" in days["2019"]
    assert "2019-12-31" in days["2019"]


def test_copies_are_said_and_sealed_matters_are_not_even_named(
    lead: Person, county: datetime
) -> None:
    report = made(lead, "own", "2019")
    received = report.counted("received")
    assert received is not None
    copies = Demand.objects.get(docket_id__in=report.left_out["copy"])
    assert copies.docket_id not in received.whole
    sealed = Demand.objects.get(docket__walled=True)
    assert "grand_jury_subpoena" not in received.column_names
    assert sealed.docket_id not in {one for cell in report.left_out.values() for one in cell}
    ours = Office(name="", zone="America/Denver", sealed_counted=(SealGround.GRAND_JURY.value,))
    rows = basis_at(county, "America/Denver").rows
    again = count(report.template, rows, report.period, office=ours, counted_at=county)
    assert again.tables[0].total == received.total + 1


def test_a_period_in_which_nothing_happened_is_nil(lead: Person) -> None:
    for template in selectors.templates(lead):
        report = selectors.report_of(template, period_named("2016"))[0]
        assert report.is_nil, template.id
        assert not any(figures(report, one.table.id) for one in report.tables)


def test_whoever_runs_reports_sees_figures_and_opens_only_what_is_theirs(lead: Person) -> None:
    author = Person.objects.get(held_roles__role=Role.POLICY_AUTHOR)
    clerk = Person.objects.get(held_roles__role=Role.CLERK)
    report = made(author, "us-il/il-rep", "2019")
    counted, cell = selectors.cell_of(report, "requests", "detainer", "")
    assert len(cell) == len(counted.row("detainer")) > 5
    assert selectors.behind(author, cell).demands == []
    assert selectors.behind(author, cell).hidden == len(set(cell))
    opened = selectors.behind(clerk, cell)
    assert {one.docket_id for one in opened.demands} == set(cell)
    assert opened.hidden == 0
    custodian = Person.objects.get(held_roles__role=Role.CUSTODIAN)
    assert signed_in(custodian).get("/reports").status_code == 404


def test_every_figure_of_every_page_leads_to_as_many_rows(lead: Person) -> None:
    client = signed_in(lead)
    for template in selectors.templates(lead):
        report = selectors.report_of(template, period_named("2019"))[0]
        for one in report.tables:
            for row in one.row_names:
                counted, cell = selectors.cell_of(report, one.table.id, row, "")
                assert sum(len(counted.at(row, column)) for column in one.column_names) == len(cell)
                if template.id == "own" and one.table.id == "addressed" and cell:
                    asked_for = {"period": "2019", "table": one.table.id, "row": row}
                    page = client.get("/reports/office/own/rows", asked_for)
                    assert page.status_code == 200
                    shown = page.content.decode().count('<td><a href="/docket/')
                    assert shown == min(len(set(cell)), 50)


def test_the_rows_kept_are_those_made_anew(county: datetime) -> None:
    first = basis_at(county, "America/Denver")
    assert not CountedDemand.objects.exists()
    while keep_counted():
        pass
    again = basis_at(county, "America/Denver")
    assert first == again
    assert CountedDemand.objects.count() == len(again.rows)
    assert len(first.rows) == Demand.objects.count()


def test_no_file_of_a_report_names_a_person(lead: Person) -> None:
    client = signed_in(lead)
    for template in selectors.templates(lead):
        name = template.id if template.duty is not None else "office/own"
        period = Period(*period_of(template.on, date(2019, 3, 1))).name
        for form in ("txt", "csv", "json"):
            for copy in ("", "public"):
                path = f"/reports/{name}/copy.{form}"
                answer = client.get(path, {"period": period, "copy": copy})
                assert answer.status_code == 200
                assert b"Subject" not in answer.content
                assert b"Y-00" not in answer.content


# --- an office that owes a report ------------------------------------------------------------


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
