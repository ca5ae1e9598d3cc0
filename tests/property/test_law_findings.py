"""What must hold of every finding, whatever the pack (LAW section 6)."""

from __future__ import annotations

import os
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.law import decide, facts_from
from tecum.law.decide import engine_for
from tecum.law.syntax import parse_law, write_law
from tests.property.law_packs import (
    DAYS,
    VALUES,
    Made,
    completions,
    days,
    outcome,
    packs,
    situations,
)

SIZE = int(os.environ.get("TECUM_TEST_PROPERTY_SIZE", "60"))
Facts = dict[str, Any]


@settings(max_examples=SIZE)
@given(packs(), situations, days)
def test_the_possible_outcomes_are_those_that_some_completion_reaches(
    pack: Made, facts: Facts, on: date
) -> None:
    loaded = pack.packs()
    reached = {outcome(loaded, whole, on) for whole in completions(facts)}
    assert all("|" not in one for one in reached)
    assert outcome(loaded, facts, on) == "|".join(sorted(reached))


@settings(max_examples=SIZE)
@given(packs(), situations, days)
def test_three_valued_results_hold_under_every_completion(
    pack: Made, facts: Facts, on: date
) -> None:
    loaded = pack.packs()
    given_facts = facts_from({"facts": facts}, loaded)
    engine = engine_for(loaded, given_facts, "share_status", on=on, known_on=on)
    possible = engine.possible()
    for whole in completions(facts):
        assert outcome(loaded, whole, on) in possible


@settings(max_examples=SIZE)
@given(packs(), situations, days, st.data())
def test_learning_a_fact_never_changes_a_settled_outcome(
    pack: Made, facts: Facts, on: date, data: st.DataObject
) -> None:
    loaded = pack.packs()
    before = outcome(loaded, facts, on)
    whole = data.draw(st.sampled_from(list(completions(facts))))
    after = outcome(loaded, whole, on)
    assert after in before.split("|")


@settings(max_examples=SIZE)
@given(packs(), situations, days, st.randoms(use_true_random=False))
def test_the_order_of_the_text_means_nothing(
    pack: Made, facts: Facts, on: date, random: Random
) -> None:
    shuffled = list(pack.sections)
    random.shuffle(shuffled)
    loaded, other = pack.packs(), Made(tuple(shuffled)).packs()
    found = [
        decide(p, facts_from({"facts": facts}, p), "share_status", on=on, known_on=on).to_json()
        for p in (loaded, other)
    ]
    assert found[0] == found[1]


@settings(max_examples=SIZE)
@given(packs(), situations, days)
def test_lifting_an_order_is_the_pack_without_it(pack: Made, facts: Facts, on: date) -> None:
    lifted = tuple(
        section.replace("from: 2020-01-03", "from: 2020-01-03\nto: 2020-01-04").replace(
            "stays: r", "ended: 2020-01-03; recorded 2019-12-01  [lifted]\nstays: r"
        )
        for section in pack.sections
    )
    assert outcome(Made(lifted).packs("p"), facts, on) == outcome(pack.packs("o", "p"), facts, on)


@settings(max_examples=SIZE)
@given(packs(), situations, days)
def test_renaming_rules_changes_nothing(pack: Made, facts: Facts, on: date) -> None:
    renamed = tuple(
        section.replace("r0", "zz0").replace("stays: o", "stays: o") for section in pack.sections
    )
    assert outcome(Made(renamed).packs(), facts, on) == outcome(pack.packs(), facts, on)


@settings(max_examples=SIZE)
@given(packs(), situations, days)
def test_an_answer_to_a_question_settles_what_it_says(pack: Made, facts: Facts, on: date) -> None:
    loaded = pack.packs()
    asked = decide(
        loaded, facts_from({"facts": facts}, loaded), "share_status", on=on, known_on=on
    ).to_json()["ask"]
    for question in asked:
        if question.get("fact") in ("a", "b"):
            for answer, settled in question["settles"].items():
                told = {**facts, question["fact"]: answer == "true"}
                assert outcome(loaded, told, on) == settled


@settings(max_examples=SIZE)
@given(packs(), situations, days)
def test_forgetting_a_fact_that_cannot_matter_changes_no_outcome(
    pack: Made, facts: Facts, on: date
) -> None:
    loaded = pack.packs()
    before = outcome(loaded, facts, on)
    for name in facts:
        values = {outcome(loaded, {**facts, name: value}, on) for value in VALUES[name]}
        if values == {before} and "|" not in before:
            without = {key: value for key, value in facts.items() if key != name}
            assert outcome(loaded, without, on) == before


@settings(max_examples=SIZE)
@given(packs(), situations, st.integers(1, 400))
def test_moving_the_day_inside_a_gap_between_cuts_changes_nothing(
    pack: Made, facts: Facts, later: int
) -> None:
    loaded = pack.packs()
    last = max(DAYS)
    assert outcome(loaded, facts, last + timedelta(days=later)) == outcome(loaded, facts, last)


@settings(max_examples=SIZE)
@given(packs())
def test_canonical_text_is_a_fixed_point(pack: Made) -> None:
    text = "# x\n" + "".join(pack.sections)
    law, problems = parse_law(text, "law/x.md")
    assert problems == ()
    once = write_law(law)
    again, _ = parse_law(once, "law/x.md")
    assert write_law(again) == once
    assert [block.sha256 for block in again.blocks] == [block.sha256 for block in law.blocks]
