"""No two public copies overlap, so that none less another tells a small number."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tecum.reports.count import Office, count
from tecum.reports.own import own_template
from tecum.reports.period import Period, period_named
from tecum.reports.public_periods import NoPublicCopy, must_be_public
from tecum.reports.small import public_json
from tecum.reports.text import as_csv, as_text
from tests.unit.reports.test_counting import row

LATER = datetime(2021, 6, 1, tzinfo=UTC)
ZONE = "America/Denver"


@pytest.mark.parametrize(
    ("on", "period", "after"),
    [
        ("every year", "2020", None),
        ("every year by 03-01", "2020", None),
        ("every quarter", "2020-Q2", None),
        ("every year", "2020-Q2", "2020"),
        ("every quarter", "2020", "2020-Q1"),
        ("every quarter", "2020-05", "2020-Q2"),
        ("every year", "2020-01-01..2020-12-30", "2020"),
        ("every year", "2019-07-01..2020-06-30", "2019"),
    ],
)
def test_a_public_copy_is_of_one_of_the_reports_own_periods(
    on: str, period: str, after: str | None
) -> None:
    if after is None:
        must_be_public(on, period_named(period), LATER, ZONE)
        return
    with pytest.raises(NoPublicCopy) as refused:
        must_be_public(on, period_named(period), LATER, ZONE)
    assert f"such as {after}" in refused.value.do


def test_a_period_is_over_when_its_last_day_is_in_the_offices_zone() -> None:
    year = Period(date(2020, 1, 1), date(2020, 12, 31))
    with pytest.raises(NoPublicCopy, match="not over"):
        must_be_public("every year", year, datetime(2021, 1, 1, 6, 59, tzinfo=UTC), ZONE)
    must_be_public("every year", year, datetime(2021, 1, 1, 7, tzinfo=UTC), ZONE)


def test_two_overlapping_copies_of_which_one_would_tell_of_the_other_are_not_both_made() -> None:
    """Six demands of a year and five of its first eleven months would tell of one in December."""
    rows = [row(f"d{n}", f"2020-0{n + 1}-01") for n in range(5)] + [row("d9", "2020-12-20")]
    office, template = Office(name="X", zone="UTC"), own_template()

    def report(period: str):  # type: ignore[no-untyped-def]
        return count(template, rows, period_named(period), office=office, counted_at=LATER)

    whole, part = report("2020"), report("2020-01-01..2020-11-30")
    assert any(table.total == 6 for table in whole.tables)
    assert any(table.total == 5 for table in part.tables)
    assert public_json(whole)["copy"] == "public"
    for door in (
        public_json,
        lambda one: as_text(one, public=True),
        lambda one: as_csv(one, public=True),
    ):
        with pytest.raises(NoPublicCopy):
            door(part)
