"""What a count makes of declines, copies, several persons, items taken out and disputed dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from tecum.docket import acts
from tecum.docket.acts.course import CorrectedFor
from tecum.reports.count import Office, count
from tecum.reports.dimensions import DIMENSIONS, Unit, addressed, declined
from tecum.reports.extract import row_of
from tecum.reports.lines import COLUMNS
from tecum.reports.period import Period, period_named
from tecum.reports.report import Report
from tecum.reports.row import ItemRow, Moment, Owed, Reply, Row, Transfer, row_from_json, row_json
from tecum.reports.template import Template, template_from
from tecum.words import Role
from tests.unit.docket.build import demand

TEMPLATE = b"""schema = "tecum-report/1"
title = "Declined"
on = "every month"

[[table]]
id = "declined"
title = "Declined in the month"
by_date = "declined"
where = { declined = ["in_whole", "in_part"] }
rows = "declined"

[[table]]
id = "received"
title = "Received"
rows = "kind"
"""
JUNE, JULY = period_named("2020-06"), period_named("2020-07")


@pytest.fixture(scope="module")
def template() -> Template:
    return template_from(TEMPLATE, "declined.toml")


def day(text: str) -> Moment:
    found = date.fromisoformat(text)
    return Moment(found, found)


def row(docket: str, received: str = "2020-06-01", **more: object) -> Row:
    made = Row(
        docket=docket,
        number=docket,
        direction="inward",
        kind="detainer",
        issuer="Agency",
        received=day(received),
        step="open",
        urgency="routine",
        items=(ItemRow(label="1", category="hold"), ItemRow(label="2", category="hold")),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def counted(template: Template, rows: list[Row], period: Period) -> Report:
    return count(
        template,
        rows,
        period,
        office=Office(name="Office", zone="America/Denver"),
        counted_at=datetime(2020, 8, 1, tzinfo=UTC),
    )


def at(report: Report, table: str) -> dict[str, int]:
    found = report.counted(table)
    assert found is not None
    return {name: len(found.row(name)) for name in found.row_names}


def test_what_was_declined_counts_in_its_month_whatever_was_given_later(
    template: Template,
) -> None:
    given = (
        ItemRow(label="1", category="hold", disposition="produced"),
        ItemRow(label="2", category="hold", disposition="produced"),
    )
    ordered = row(
        "a",
        items=given,
        replies=(
            Reply(what="refusal", sent=day("2020-06-10"), declined=("1", "2")),
            Reply(what="answer", sent=day("2020-07-10")),
        ),
    )
    late = row(
        "b",
        replies=(
            Reply(what="answer", sent=day("2020-06-12")),
            Reply(what="answer", sent=day("2020-07-03"), declined=("2",)),
        ),
    )
    never = row("c", replies=(Reply(what="answer", sent=day("2020-06-12")),))
    rows = [ordered, late, never]
    assert at(counted(template, rows, JUNE), "declined") == {"in_whole": 1}
    assert at(counted(template, rows, JULY), "declined") == {"in_part": 1}
    assert [declined(one) for one in rows] == ["in_whole", "in_part", "nothing"]


def test_of_copies_of_one_another_one_is_counted_in_every_order(template: Template) -> None:
    ring = [
        row("a", "2020-06-03", left_out="copy", copy_of="b"),
        row("b", "2020-06-02", left_out="copy", copy_of="c"),
        row("c", "2020-06-04", left_out="copy", copy_of="a"),
        row("d", "2020-06-05", left_out="copy", copy_of="a"),
    ]
    for rows in permutations(ring):
        report = counted(template, list(rows), JUNE)
        assert at(report, "received") == {"detainer": 1}
        assert set(report.left_out["copy"]) == {"a", "c", "d"}


@pytest.mark.parametrize(
    ("rows", "left"),
    [
        ([row("a"), row("b", left_out="copy", copy_of="a")], 1),
        ([row("b", left_out="copy", copy_of="elsewhere")], 1),
        ([row("a", left_out="taken_back"), row("b", left_out="copy", copy_of="a")], 1),
        (
            [
                row("a", left_out="taken_back"),
                row("b", left_out="copy", copy_of="a"),
                row("c", left_out="copy", copy_of="b"),
            ],
            1,
        ),
    ],
)
def test_a_paper_is_counted_once_whatever_is_a_copy_of_what(
    template: Template, rows: list[Row], left: int
) -> None:
    assert at(counted(template, rows, JUNE), "received") == {"detainer": left}


def test_every_person_who_left_stands_on_the_line_of_a_paper() -> None:
    first, second = datetime(2020, 6, 3, 9, 30), datetime(2020, 6, 4, 18, 0)
    left = (
        Transfer(how="transferred", when=Moment(first.date(), first.date(), first), to="A"),
        Transfer(how="transferred", when=Moment(second.date(), second.date(), second), to="B"),
        Transfer(how="released", when=day("2020-06-05")),
    )
    unit = Unit(row("a", transfers=left), date(2020, 8, 1))
    assert COLUMNS["transferred_at"](unit) == "2020-06-03 09:30; 2020-06-04 18:00"
    assert COLUMNS["transferred_to"](unit) == "A; B"
    assert COLUMNS["released_at"](unit) == "2020-06-05"


def test_an_item_that_was_taken_out_is_not_what_was_left_ungiven() -> None:
    def items(asked: str) -> tuple[ItemRow, ...]:
        return (
            ItemRow(label="1", category="hold", disposition="produced"),
            ItemRow(label="2", category="hold", asked=asked),
        )

    assert addressed(row("a", items=items("live"))) == "given_in_part"
    assert addressed(row("a", items=items("dropped"))) == "given"
    assert addressed(row("a", items=items("quashed"))) == "given"
    assert addressed(row("a", items=items("dropped"), how="withdrawn")) == "given_in_part"


@pytest.mark.parametrize("step", ["met", "met_late", "fixed"])
def test_on_a_disputed_date_nobody_is_in_time_or_late(step: str) -> None:
    def said(*owed: Owed) -> str | None:
        return DIMENSIONS["timeliness"](Unit(row("a", owed=owed), date(2020, 8, 1)))

    quarrel = Owed(step=step, latest=date(2020, 6, 30), disputed=True)
    sure = replace(quarrel, disputed=False)
    assert said(quarrel) == "disputed"
    wanted = {"met": "on_time", "met_late": "late", "fixed": "overdue"}[step]
    assert said(sure) == said(quarrel, sure) == wanted


def test_a_corrected_issuer_decides_who_asked_and_is_shown_nowhere() -> None:
    docket = demand("1")
    first = next(iter(docket.state.entries))
    better = acts.Corrected(
        entry=first,
        code=CorrectedFor.WRONG_VALUE,
        path="issuer",
        value="U.S. Immigration and Customs Enforcement",
    )
    docket.add(better, Role.CLERK)
    found = row_of(docket.state, "America/Denver")
    assert found is not None
    assert (found.requester, found.issuer) == ("immigration_authority", "Agency")


def test_a_row_is_kept_whole() -> None:
    whole = row(
        "a",
        replies=(Reply(what="refusal", sent=day("2020-06-10"), declined=("1", "2")),),
        owed=(Owed(step="met", latest=date(2020, 6, 30), disputed=True),),
        items=(ItemRow(label="1", category="hold", asked="quashed"),),
        left_out="copy",
        copy_of="b",
    )
    assert row_from_json(row_json(whole)) == whole
