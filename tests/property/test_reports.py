"""Counts: every breakdown adds up, no public copy gives a small number away, rows go and return."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.reports.count import Office, count
from tecum.reports.dimensions import DIMENSIONS, UNITS
from tecum.reports.own import own_template
from tecum.reports.period import Period, due_of, period_named, period_of
from tecum.reports.plot import Bar, bars_svg
from tecum.reports.report import Counted, canonical, report_json
from tecum.reports.row import (
    ItemRow,
    Moment,
    Owed,
    Reply,
    Row,
    Transfer,
    row_from_json,
    row_json,
)
from tecum.reports.small import LEAST, SMALL, Place, public_places, sums_of
from tecum.reports.template import Table, Template
from tecum.reports.text import as_csv, as_text

DAYS = st.dates(date(2018, 11, 1), date(2020, 3, 1))
AT = datetime(2020, 2, 3, 12, tzinfo=UTC)
YEAR = Period(date(2019, 1, 1), date(2019, 12, 31))


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    first = draw(st.none() | DAYS)
    last = draw(st.just(first) | st.none() | DAYS)
    if first is not None and last is not None and last < first:
        first, last = last, first
    return Moment(first, last)


WORDS = st.sampled_from(["produced", "withheld", "objected", "owed_on_event", "none_held", None])
items = st.builds(
    ItemRow,
    label=st.sampled_from("1234"),
    category=st.sampled_from(["hold", "release_date"]),
    determined=st.none() | st.sampled_from(["act", "withhold"]),
    disposition=WORDS,
    basis=st.lists(st.sampled_from(["law_bars", "scope"]), max_size=2).map(tuple),
)
replies = st.builds(Reply, what=st.sampled_from(["answer", "objection"]), sent=moments())
transfers = st.builds(
    Transfer, how=st.sampled_from(["released", "transferred"]), when=moments(), to=st.none()
)
owed = st.builds(
    Owed, step=st.sampled_from(["met", "met_late", "fixed", "armed"]), latest=st.none() | DAYS
)
rows = st.builds(
    Row,
    docket=st.integers(0, 10**6).map(lambda n: f"{n:064x}"),
    number=st.integers(0, 10**6).map(str),
    direction=st.sampled_from(["inward", "inward", "outward"]),
    kind=st.sampled_from(["detainer", "records_request", "administrative_subpoena"]),
    issuer=st.sampled_from(["Agency A", "=Agency B"]),
    requester=st.sampled_from(["immigration_authority", "private", None]),
    received=moments(),
    step=st.sampled_from(["open", "ended", "closed"]),
    how=st.sampled_from([None, "withdrawn", "superseded"]),
    urgency=st.just("routine"),
    judicial=st.sampled_from([True, False, None]),
    items=st.lists(items, max_size=3).map(tuple),
    replies=st.lists(replies, max_size=2).map(tuple),
    transfers=st.lists(transfers, max_size=2).map(tuple),
    owed=st.lists(owed, max_size=2).map(tuple),
    sealed=st.sampled_from([None, None, "grand_jury"]),
    left_out=st.sampled_from(["", "", "copy"]),
)
tables = st.builds(
    Table,
    id=st.just("t"),
    title=st.just("T"),
    of=st.sampled_from(sorted(UNITS)),
    by_date=st.sampled_from(["received", "answered", "left_custody"]),
    where=st.fixed_dictionaries(
        {"direction": st.just(("inward",))},
        optional={"requester": st.just(("immigration_authority",)), "judicial": st.just(("no",))},
    ),
    rows=st.none() | st.sampled_from(sorted(DIMENSIONS)),
    columns=st.none() | st.sampled_from(sorted(DIMENSIONS)),
)


def template(table: Table) -> Template:
    return Template(
        id="t", title="T", sha256="", text="", on="every year", duty=None, tables=(table,)
    )


@given(st.lists(rows, max_size=12), tables)
def test_every_breakdown_adds_up_and_counts_each_unit_once(found: list[Row], table: Table) -> None:
    office = Office(name="O", zone="America/Denver")
    report = count(template(table), found, YEAR, office=office, counted_at=AT)
    (one,) = report.tables
    assert sum(len(one.row(row)) for row in one.row_names) == one.total
    assert sum(len(one.column(column)) for column in one.column_names) == one.total
    assert one.total == sum(map(len, one.cells.values()))
    plain = Table(id="t", title="T", of=table.of, by_date=table.by_date, where=table.where)
    (whole,) = count(template(plain), found, YEAR, office=office, counted_at=AT).tables
    assert sorted(whole.whole) == sorted(one.whole)
    assert sorted(whole.undecided) == sorted(one.undecided)


@given(st.lists(rows, max_size=10), tables)
def test_years_part_what_a_longer_period_counts(found: list[Row], table: Table) -> None:
    """What is counted in two halves is counted in the whole; what spans them is placed there."""
    office = Office(name="O", zone="UTC")
    spans = [period_named(name) for name in ("2019-H1", "2019-H2", "2019")]
    first, second, whole = (
        count(template(table), found, span, office=office, counted_at=AT).tables[0]
        for span in spans
    )
    assert first.total + second.total <= whole.total
    assert whole.total <= first.total + second.total + len(first.undecided)


@given(st.lists(rows, max_size=8), tables, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(found: list[Row], table: Table, rnd: object) -> None:
    office = Office(name="O", zone="UTC")
    unique = list({(row.docket, row.number): row for row in found}.values())
    mixed = list(unique)
    rnd.shuffle(mixed)  # type: ignore[attr-defined]
    made = [
        canonical(report_json(count(template(table), each, YEAR, office=office, counted_at=AT)))
        for each in (unique, mixed)
    ]
    assert made[0] == made[1]


@given(rows)
def test_a_row_returns_from_what_is_kept(row: Row) -> None:
    assert row_from_json(row_json(row)) == row


@given(st.lists(rows, max_size=10))
def test_text_and_csv_hold_every_figure_and_no_formula(found: list[Row]) -> None:
    office = Office(name="O", zone="UTC")
    report = count(own_template(), found, YEAR, office=office, counted_at=AT)
    for public in (False, True):
        lines = as_csv(report, public=public).splitlines()
        assert not any(cell.startswith(("=", "@")) for line in lines for cell in line.split(","))
        assert as_text(report, public=public).endswith("\n")


SHAPE = st.tuples(st.integers(1, 3), st.integers(1, 3))


@st.composite
def small_tables(draw: st.DrawFn) -> Counted:
    high, wide = draw(SHAPE)
    cells = {
        (f"r{r}", f"c{c}"): ("d",) * draw(st.integers(0, 9))
        for r in range(high)
        for c in range(wide)
    }
    return Counted(
        table=Table(
            id="t",
            title="T",
            of="demands",
            by_date="received",
            where={},
            rows="kind",
            columns="addressed",
        ),
        row_names=tuple(f"r{r}" for r in range(high)),
        column_names=tuple(f"c{c}" for c in range(wide)),
        cells=cells,
    )


@settings(max_examples=60)
@given(small_tables())
def test_no_hidden_number_can_be_worked_out(one: Counted) -> None:
    """Every hidden place can hold at least two numbers, by trying near tables one by one."""
    sums = sums_of([one])
    printed = _printed(one)
    hidden = {place for place, text in printed.items() if not text.isdigit()}
    assert all(place in hidden for place, n in sums.figures.items() if 0 < n < LEAST)
    inner = [(row, column) for row in one.row_names for column in one.column_names]
    seen: dict[Place, set[int]] = {place: set() for place in hidden}
    for moves in itertools.product((-1, 0, 1), repeat=len(inner)):
        cells = {
            key: max(len(one.cells[key]) + move, 0) for key, move in zip(inner, moves, strict=True)
        }
        other = {key: ("d",) * n for key, n in cells.items()}
        guess = Counted(
            table=one.table, row_names=one.row_names, column_names=one.column_names, cells=other
        )
        figures = sums_of([guess]).figures
        if all(_looks_alike(figures[place], printed[place]) for place in printed):
            for place in hidden:
                seen[place].add(figures[place])
        if all(len(numbers) > 1 for numbers in seen.values()):
            return
    assert len(hidden) == len(printed), "a hidden number can be worked out"


def of_kinds(name: str, where: dict[str, tuple[str, ...]], *numbers: int) -> Counted:
    """A table over demands in two rows, by what they were addressed with."""
    rows = tuple(f"r{n}" for n, _ in enumerate(numbers))
    return Counted(
        table=Table(
            id=name,
            title=name,
            of="demands",
            by_date="received",
            where=where,
            rows="addressed",
            columns=None,
        ),
        row_names=rows,
        column_names=("all",),
        cells={(row, "all"): ("d",) * n for row, n in zip(rows, numbers, strict=True)},
    )


@pytest.mark.parametrize(("all_", "some", "is_told"), [(60, 58, False), (60, 55, True)])
def test_two_tables_do_not_give_away_the_few_that_only_one_counts(
    all_: int, some: int, is_told: bool
) -> None:
    whole = of_kinds("whole", {"judicial": ("no", "yes")}, all_ - 20, 20)
    part = of_kinds("part", {"judicial": ("no",)}, some - 20, 20)
    office = Office(name="O", zone="UTC")
    report = count(template(whole.table), [], YEAR, office=office, counted_at=AT)
    object.__setattr__(report, "tables", (whole, part))
    printed = public_places(report)
    totals = [printed["whole", "", ""], printed["part", "", ""]]
    assert all(text.isdigit() for text in totals) is is_told
    assert printed.keys() == sums_of([whole, part]).figures.keys()


def _printed(one: Counted) -> dict[Place, str]:
    office = Office(name="O", zone="UTC")
    report = count(template(one.table), [], YEAR, office=office, counted_at=AT)
    object.__setattr__(report, "tables", (one,))
    return dict(public_places(report))


def _looks_alike(number: int, text: str) -> bool:
    if text.isdigit():
        return number == int(text)
    return (0 < number < LEAST) == (text == SMALL)


@given(st.lists(st.builds(Bar, st.text(), st.floats(0, 1e6), st.text()), max_size=6), st.text())
def test_a_plot_is_whole_xml_whatever_it_is_given(bars: list[Bar], title: str) -> None:
    root = ET.fromstring(bars_svg(title, title, bars))
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "text", "rect"}
    assert all(
        "style" not in element.attrib and "href" not in element.attrib for element in root.iter()
    )


@given(
    st.sampled_from(["every month", "every quarter", "every half-year", "every year by 03-01"]),
    DAYS,
)
def test_periods_hold_their_day_and_have_names(on: str, day: date) -> None:
    period = Period(*period_of(on, day))
    assert day in period
    assert period_named(period.name) == period
    due = due_of(on, period.begins)
    assert due is None or due > period.ends
