"""Templates: the shipped ones cover their duties, and a mistake is refused with its place."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.errors import DataUnusable, UsageError
from tecum.law import load_packs
from tecum.packs_folder import packs_folder
from tecum.reports.own import Share, own_template
from tecum.reports.period import Period, period_named, recent
from tecum.reports.template import TemplateRefused, find_template, template_from, templates_of

NAMES = sorted({path.parent.parent.name for path in packs_folder().glob("*/reports/*.toml")})
PACKS = load_packs(NAMES)
TEMPLATES = templates_of(PACKS.packs)
PART = '[[table]]\nid = "a"\ntitle = "A"\n'
HEAD = 'schema = "tecum-report/1"\ntitle = "T"\non = "every year"\n'


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.id)
def test_a_shipped_template_covers_its_duty_and_says_where_it_stands(template: object) -> None:
    duty = template.duty  # type: ignore[attr-defined]
    parts = [*template.tables, *template.stated]  # type: ignore[attr-defined]
    assert {line for part in parts for line in part.covers} == set(duty.content)
    assert duty.personal_data == "none"
    assert duty.to
    assert all(table.cite for table in template.tables)  # type: ignore[attr-defined]


def test_every_duty_that_ends_by_filing_has_a_template_but_the_commissions_own() -> None:
    filed = {duty.id for duty in PACKS.duties if duty.done_by == "ReportFiled"}
    assert filed - {one.id.rpartition("/")[2] for one in TEMPLATES} == {"or-d3-year"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title =", "not TOML"),
        ('schema = "x"', "the schema is not"),
        (HEAD + 'tabel = "x"', 'unknown key "tabel". Nearest: "table"'),
        (HEAD + PART + 'rows = "kinds"', '"kinds" is not counted here. Nearest: "kind"'),
        (HEAD + PART + 'of = "demand"', 'Nearest: "demands"'),
        (HEAD + PART + "where = { kinds = [] }", 'Nearest: "kind"'),
        (HEAD + PART + PART, "two parts bear the same id"),
        (HEAD.replace("every year", "now and then"), "is not a period"),
        (HEAD + PART + 'covers = ["x"]', 'the duty has no content "x"'),
        (HEAD + '[[stated]]\nid = "s"\ntitle = "S"\nkind = "choice"\n', "a choice has options"),
        (HEAD + '[[table]]\nid = "a"\n', '"title" is missing'),
    ],
)
def test_a_mistake_is_refused_with_its_place(text: str, says: str) -> None:
    with pytest.raises(TemplateRefused) as refused:
        template_from(text.encode(), "pack/reports/t.toml")
    assert refused.value.what.startswith("pack/reports/t.toml: ")
    assert says in refused.value.what


def test_a_duty_whose_content_nothing_answers_is_refused() -> None:
    duty = next(duty for duty in PACKS.duties if duty.id == "il-rep")
    with pytest.raises(TemplateRefused, match="nothing covers"):
        template_from((HEAD + PART).encode(), "us-il/reports/il-rep.toml", duty=duty)


def test_a_report_is_found_by_its_name_or_by_its_duty() -> None:
    assert find_template(TEMPLATES, "il-rep").id == "us-il/il-rep"
    with pytest.raises(DataUnusable, match="Nearest"):
        find_template(TEMPLATES, "us-il/il-repp")


def test_the_offices_own_tables_are_a_template_too() -> None:
    assert next(table.id for table in own_template().tables) == "received"


def test_periods_go_back_across_the_year() -> None:
    assert [one.name for one in recent("every month", date(2020, 2, 3), 3)] == [
        "2020-02",
        "2020-01",
        "2019-12",
    ]
    assert period_named("2019-12-15..2020-01-14") == Period(date(2019, 12, 15), date(2020, 1, 14))
    for wrong in ("2019-13", "2019-Q5", "2020-02-01..2020-01-01", "last year"):
        with pytest.raises(UsageError):
            period_named(wrong)


def test_no_share_is_given_of_fewer_than_ten() -> None:
    assert Share(9, 9).percent is None
    assert Share(5, 10).percent == 50
