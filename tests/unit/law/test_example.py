"""Known situations: what the packs say of them, before and after the orders of courts."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tecum.errors import DataUnusable, UsageError
from tecum.law import decide
from tecum.law.cases import outcome_text
from tecum.law.columns import OnSqlite, Situation, answer_all, outcomes_in
from tecum.law.columns.frames import OnPolars
from tecum.law.example import Replayed, example_names, explained, facts_of, load_example, replayed
from tests.shared import SHARED

SHIPPED = Path(__file__).parents[3] / "src" / "tecum" / "law" / "examples"
THREAD = "facts/threads/2020-subpoenas.toml"


def row(rows: list[Replayed], label: str, moment: str) -> Replayed:
    return next(r for r in rows if (r.item.label, r.moment.id) == (label, moment))


@pytest.mark.parametrize("name", example_names())
def test_the_packs_say_what_the_example_expects(name: str) -> None:
    _, rows = replayed(load_example(name))
    assert [(r.item.label, r.moment.id, r.outcome) for r in rows] == [
        (r.item.label, r.moment.id, r.item.expect[r.moment.id]) for r in rows
    ]


@pytest.mark.parametrize("name", example_names())
def test_the_column_back_ends_say_the_same(name: str) -> None:
    example = load_example(name)
    packs, rows = replayed(example)
    for found in rows:
        facts = facts_of(packs, example, found.item)
        asked = [Situation(facts, found.moment.on, found.moment.known_on)]
        for evaluator in (OnSqlite(), OnPolars()):
            (answer,) = answer_all(evaluator, packs, found.item.action, asked)
            assert set(outcomes_in(answer.possible)) == set(found.finding.possible)


def test_four_situations_are_shipped() -> None:
    assert example_names() == ("denver", "new-york", "oregon", "san-diego")


@pytest.mark.parametrize(
    ("name", "label", "after", "before"),
    [
        ("denver", "1", "ordered", "eve"),
        ("denver", "3", "ordered", "eve"),
        ("oregon", "2", "ordered", "petition"),
        ("oregon", "3", "ordered", "petition"),
        ("san-diego", "4", "promised", "act"),
    ],
)
def test_without_the_order_the_finding_stays_what_it_was(
    name: str, label: str, after: str, before: str
) -> None:
    example = load_example(name)
    packs, rows = replayed(example)
    lifted = replace(packs, orders=(), theories={})
    later, earlier = row(rows, label, after), row(rows, label, before)
    assert later.outcome != earlier.outcome
    without = decide(
        lifted,
        facts_of(packs, example, later.item),
        later.item.action,
        on=later.moment.on,
        known_on=later.moment.known_on,
    )
    assert outcome_text(without) == earlier.outcome


def test_denver_is_never_bound_before_the_order_and_only_for_what_it_names() -> None:
    _, rows = replayed(load_example("denver"))
    bound = {(r.item.label, r.moment.id) for r in rows if r.outcome == "must"}
    assert bound == {("1", "ordered"), ("3", "ordered")}


def test_what_is_explained_is_what_changed() -> None:
    packs, rows = replayed(load_example("denver"))
    of_first = [(r.moment.id, text is None) for r, text in explained(packs, rows[:5])]
    assert of_first == [
        ("issued", False),
        ("refused", False),
        ("eve", True),
        ("unheard", True),
        ("ordered", False),
    ]
    text = {r.moment.id: text for r, text in explained(packs, rows[:5])}["ordered"] or ""
    assert "by o-gomez  [445 F. Supp. 3d 1213: compliance ordered]" in text
    assert "order in force from 2020-04-20 (recorded 2020-04-20), not stayed" in text


@pytest.mark.parametrize("name", example_names())
def test_every_source_is_used_and_every_finding_names_its_sources(name: str) -> None:
    example = load_example(name)
    told = [*example.facts, *example.events, *(f for item in example.items for f in item.facts)]
    assert {source for one in told for source in one.sources} == set(example.sources)
    packs, _ = replayed(example)
    for item in example.items:
        for values in facts_of(packs, example, item).given.values():
            assert len(values) == 1
            assert values[0].source != "facts"


@pytest.mark.shared(THREAD)
def test_the_days_of_denver_are_those_of_the_public_thread() -> None:
    thread = tomllib.loads((SHARED / THREAD).read_text("utf-8"))
    days = {event["date"] for event in thread["event"] if "date" in event}
    example = load_example("denver")
    assert {event.date for event in example.events} <= days
    assert set(example.sources) <= {source["id"] for source in thread["source"]}


def changed(tmp_path: Path, old: str, new: str) -> str:
    """A copy of a shipped example with one text changed."""
    text = (SHIPPED / "denver.toml").read_text("utf-8")
    assert old in text
    path = tmp_path / "own.toml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"s-ap", "p-order"', '"s-app", "p-order"', 'no source "s-app". Nearest: "s-ap".'),
        (
            'confidence = "primary"',
            'confidence = "primery"',
            '"primery" is no mark of confidence. Nearest: "primary".',
        ),
        ('schema = "tecum.example/1"', 'schema = "x/1"', 'its schema is not "tecum.example/1".'),
        (
            "recorded = 2020-01-13",
            'recorded = "2020-01-13"',
            "recorded in a [[fact]] is a day such as 2020-01-13.",
        ),
        ('about = "', 'abut = "', 'the file has an unknown key "abut". Nearest: "about".'),
        ("eve = ", "evve = ", '"expect" of item 1 has an unknown key "evve". Nearest: "eve".'),
        ('says = "the day of the order"', "", 'a [[moment]] has no "says".'),
        ('sources = ["s-ap", "s-westword"]', "sources = []", "a fact or event has no source."),
    ],
)
def test_a_file_that_is_not_of_the_form_says_why(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(DataUnusable) as error:
        load_example(changed(tmp_path, old, new))
    assert error.value.what == f"own.toml: {said}"


def test_a_misspelt_fact_is_refused_and_never_unknown(tmp_path: Path) -> None:
    path = changed(tmp_path, 'name = "court_issued"', 'name = "court_isued"')
    with pytest.raises(DataUnusable, match='"court_isued" is not asked by any loaded pack'):
        replayed(load_example(path))


def test_a_name_that_is_not_shipped(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match='There is no example "denvr"'):
        load_example("denvr")


def test_the_day_of_knowledge_is_the_day_of_the_act_unless_said() -> None:
    moments = {moment.id: moment for moment in load_example("denver").moments}
    assert moments["eve"].known_on == date(2020, 4, 19)
    assert moments["unheard"].on == date(2020, 4, 20)
    assert moments["unheard"].known_on == date(2020, 4, 19)
