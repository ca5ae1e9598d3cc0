"""Two states of the law: alike in every situation, or the situation that tells them apart."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.law import Facts, Given, Packs, decide, load_packs
from tecum.law.apart import compare, cut_days, last_change
from tecum.law.facts import typed_value
from tests.unit.law.making import made, order, rule

WHEN = "requester_class is immigration_authority and not item_public"


def packs(*sections: str) -> Packs:
    return made(("state", "# Code\n" + "".join(sections)))


def decided(law: Packs, action: str, on: date, situation: tuple[tuple[str, str], ...]) -> str:
    facts = Facts()
    for name, text in situation:
        spec = law.facts[name]
        raw: object = {"yes": True, "no": False}.get(text, text)
        value = typed_value(raw, spec, "a test")
        assert value is not None
        facts = facts.plus(name, Given(value, "a test"))
    found = decide(law, facts, action, on=on, known_on=date(2030, 1, 1))
    words = sorted(found.possible)
    return words[0] if len(words) == 1 else f"unknown:{'|'.join(words)}"


def test_another_order_of_the_same_text_is_alike() -> None:
    one, other = rule("a", "may: hold", WHEN), rule("b", "must not: hold", WHEN)
    assert compare(packs(one, other), packs(other, one)).are_alike


def test_a_condition_written_otherwise_is_alike() -> None:
    one = packs(rule("a", "may: hold", "item_public and already_disclosed"))
    other = packs(rule("a", "may: hold", "not (not already_disclosed or not item_public)"))
    assert compare(one, other).are_alike


@pytest.mark.parametrize(
    ("old", "new", "before", "after", "facts"),
    [
        (
            rule("a", "may: hold", WHEN),
            rule("a", "must not: hold", WHEN),
            "may",
            "must_not",
            {"requester_class", "item_public"},
        ),
        (
            rule("a", "may: hold", "item_public"),
            rule("a", "may: hold", "item_public", "unless: already_disclosed  [§ 1]"),
            "may",
            "silent",
            {"item_public", "already_disclosed"},
        ),
        (rule("a", "may: hold"), rule("b", "may: transfer"), "may", "silent", set[str]()),
    ],
)
def test_the_situation_found_tells_them_apart_and_nothing_in_it_can_go(
    old: str, new: str, before: str, after: str, facts: set[str]
) -> None:
    one, other = packs(old), packs(new)
    row = next(row for row in compare(one, other).apart if row.action == "hold")
    assert (row.before, row.after) == (before, after)
    assert {name for name, _ in row.situation} == facts
    assert decided(one, "hold", row.on, row.situation) == before
    assert decided(other, "hold", row.on, row.situation) == after
    for at in range(len(row.situation)):
        fewer = row.situation[:at] + row.situation[at + 1 :]
        got = decided(one, "hold", row.on, fewer), decided(other, "hold", row.on, fewer)
        assert got != (before, after)


def test_a_window_moved_by_a_day_is_told_on_that_day() -> None:
    one = packs(rule("a", "may: hold", window="from 2020-01-01; recorded 2020-01-01"))
    other = packs(rule("a", "may: hold", window="from 2020-01-02; recorded 2020-01-01"))
    (row,) = compare(one, other).apart
    assert (row.on, row.before, row.after) == (date(2020, 1, 1), "may", "silent")


def test_an_order_lifted_shows_where_it_stood() -> None:
    law = rule("a", "must not: hold")
    stay = order("o", "stays: a", "to: 2020-06-01", start="2020-03-01")
    (row,) = compare(packs(law, stay), packs(law)).apart
    assert (row.on, row.before, row.after) == (date(2020, 3, 1), "silent", "must_not")


def test_where_there_are_too_many_situations_it_says_so_or_shows_one() -> None:
    names = [
        "item_public",
        "already_disclosed",
        "court_issued",
        "judicial_warrant",
        "criminal_warrant",
        "person_in_custody",
        "person_consented",
        "cost_agreement",
        "required_by_law",
        "terrorist_database_match",
        "charged_with_finding",
        "employer_is_private",
        "grantee_is_plaintiff",
    ]
    wide = [rule(f"w{n}", "may: hold", name) for n, name in enumerate(names)]
    one = packs(*wide)
    swapped = packs(*wide[1:], rule("w0", "must not: hold", names[0]))
    found = compare(one, swapped)
    assert found.too_many == ()
    (row,) = [row for row in found.apart if "unknown" not in row.before + row.after]
    assert decided(one, "hold", row.on, row.situation) == row.before
    assert decided(swapped, "hold", row.on, row.situation) == row.after
    doubled = packs(*wide, rule("w99", "may: hold", " and ".join(names)))
    assert compare(one, doubled).too_many == ("hold",)
    assert not compare(one, doubled).are_alike


def test_days_that_matter_are_those_on_which_something_changes() -> None:
    law = packs(
        rule("a", "may: hold", window="from 2020-01-01 to 2021-01-01; recorded 2019-01-01"),
        rule("b", "may: transfer", window="from 2018-05-01; recorded 2018-05-01"),
        order("o", "stays: a", "ended: 2020-09-01; recorded 2020-09-03  [so ordered]"),
    )
    assert [str(day) for day in cut_days(law, "hold")] == [
        "2019-12-31",
        "2020-01-01",
        "2020-09-01",
        "2021-01-01",
    ]
    assert date(2018, 5, 1) in cut_days(law)
    assert last_change(law) == date(2021, 1, 1)


def test_the_two_example_offices_are_told_apart() -> None:
    found = compare(load_packs(["example-permissive"]), load_packs(["example-strict"]))
    assert found.apart
    assert all(row.before != row.after for row in found.apart)
