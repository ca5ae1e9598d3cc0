"""What a facts file may say, and which of several values counts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tecum.law import Facts, Given, decide, facts_from
from tecum.law.errors import FactsRefused
from tecum.law.vocabulary import merged, parse_facts
from tests.unit.law.making import made, rule

PACKS = made(("state", "# x" + rule("r", "must not: share_status", "item_public")))
JANUARY, FEBRUARY, MAY = date(2020, 1, 1), date(2020, 2, 1), date(2020, 5, 1)
NO = Given(False, "clerk", None, FEBRUARY)
YES = Given(True, "clerk", None, JANUARY)


@pytest.mark.parametrize(
    ("values", "known_on", "expect"),
    [
        ((YES, NO), MAY, "silent"),
        ((NO, YES), MAY, "silent"),
        ((YES, NO), date(2020, 1, 31), "must_not"),
        ((YES, NO), FEBRUARY, "silent"),
        ((YES, Given(False, "counsel", None, FEBRUARY)), MAY, "unknown"),
        ((YES, Given(True, "counsel", None, FEBRUARY)), MAY, "must_not"),
        ((Given(True, "clerk"), Given(False, "clerk")), MAY, "unknown"),
        ((Given(True, "clerk", JANUARY), Given(False, "clerk", FEBRUARY)), MAY, "silent"),
        ((Given(False, "clerk", FEBRUARY), Given(True, "clerk", JANUARY)), MAY, "silent"),
        ((Given(True, "clerk", date(2020, 5, 2)),), MAY, "unknown"),
        ((Given(True, "clerk", MAY),), MAY, "must_not"),
    ],
)
def test_which_of_several_values_counts(
    values: tuple[Given, ...], known_on: date, expect: str
) -> None:
    """A source corrects itself; two sources that differ are both kept, and nobody is chosen."""
    facts = Facts({"item_public": values})
    assert decide(PACKS, facts, "share_status", on=MAY, known_on=known_on).outcome == expect


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            {"facts": {"item_public": {"value": True, "sauce": "x"}}},
            'item_public has an unknown key "sauce". Nearest: "source".',
        ),
        (
            {"facts": {"conviction": {"rows": [], "compelte": True}}},
            'conviction has an unknown key "compelte". Nearest: "complete".',
        ),
        ({"on": "20200101"}, 'on is a day such as 2018-01-04; got "20200101".'),
        ({"on": "2020-01-01x"}, 'on is a day such as 2018-01-04; got "2020-01-01x".'),
        (
            {"facts": {"item_public": {"value": True, "from": "2020-01-01T10:00Z"}}},
            'item_public.from is a day such as 2018-01-04; got "2020-01-01T10:00Z".',
        ),
        (
            {"facts": {"item_public": {"value": True, "recorded_at": "2020-01-01 noon"}}},
            'item_public.recorded_at is a day such as 2018-01-04; got "2020-01-01 noon".',
        ),
        (
            {"facts": {"request_date": "2020-W01-1"}},
            'request_date must be a date; got "2020-W01-1".',
        ),
    ],
)
def test_what_is_not_understood_is_refused_by_name(data: dict[str, Any], said: str) -> None:
    with pytest.raises(FactsRefused) as error:
        facts_from(data, PACKS)
    assert error.value.what == f"facts.json: {said}"


@pytest.mark.parametrize(
    "written", ["2020-01-01", "2020-01-01T23:30:00-07:00", "2020-01-01T10:00Z"]
)
def test_an_instant_of_recording_counts_from_its_own_day(written: str) -> None:
    facts = facts_from({"facts": {"item_public": {"value": True, "recorded_at": written}}}, PACKS)
    (given,) = facts.given["item_public"]
    assert given.recorded_on == JANUARY


KIND = '[kind]\ntype = "one of [own_jail, school]"\n'


def test_words_of_a_type_are_said_for_people_by_whichever_pack_says_them() -> None:
    said, problems = parse_facts(KIND + 'words = { own_jail = "jail of ours" }\n', "one")
    other, _ = parse_facts(KIND + 'words = { own_jail = "a jail", school = "a school" }\n', "two")
    assert (problems, said["kind"].words) == ((), {"own_jail": "jail of ours"})
    both = merged([said["kind"], other["kind"]])
    assert both.words == {"own_jail": "jail of ours", "school": "a school"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('words = { own_jial = "jail" }', 'its type has no word "own_jial"'),
        ('words = "jail"', '"words" gives words of its type a text each'),
        ("words = { school = 3 }", '"words" gives words of its type a text each'),
    ],
)
def test_words_for_people_are_texts_of_words_that_the_type_lists(line: str, told: str) -> None:
    found, (problem,) = parse_facts(f"{KIND}{line}\n", "one")
    assert found == {}
    assert told in problem.text
