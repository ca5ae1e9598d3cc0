"""Reports: figures against an independent query, the demands behind them, certify and file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction

from tecum import clock
from tecum.clock import parse_instant
from tecum.docket.acts.registration import SealGround
from tecum.reports.count import Office, count
from tecum.reports.period import Period, period_named, period_of
from tecum.reports.report import Report
from tecum.web.accounts.models import Person
from tecum.web.demo.build import build
from tecum.web.docket.models import Demand
from tecum.web.reports import selectors
from tecum.web.reports.models import CountedDemand
from tecum.web.reports.rows import basis_at, keep_counted
from tecum.web.run import DEMO_AT
from tecum.words import Role
from tests.web.browsing import signed_in

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


pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("reports-of-a-year")]

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
