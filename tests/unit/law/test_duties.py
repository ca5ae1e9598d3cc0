"""Duties arise, may arise, or do not; a stayed duty does not."""

from __future__ import annotations

from datetime import date

from tecum.law import duties, facts_from, load_packs
from tecum.law.truth import Truth
from tests.unit.law.making import made, order
from tests.unit.law.situations import worked

DAY = date(2020, 2, 10)


def duty(name: str, on: str, when: str = "true", window: str = "") -> str:
    window = window or "from 2020-01-01; recorded 2020-01-01"
    return (
        f"\n## {name}  {name}\n```duty\non: {on}\nwhen: {when}\ndo: write\nwho: clerk\n"
        f"clock: no date stated  [promptly]\ndone by: LetterSent(notice)\nin force: {window}\n"
        "source: s\n```\n"
    )


def test_a_duty_arises_may_arise_or_does_not() -> None:
    packs = made(("state", "# x" + duty("d", "receipt", "item_public")))
    for value, expect in ((True, [Truth.T]), (False, []), (None, [Truth.U])):
        facts = facts_from({"facts": {"item_public": value}}, packs)
        found = duties(packs, "receipt", facts, on=DAY, known_on=DAY)
        assert [row.arises for row in found] == expect
    (asked,) = duties(packs, "receipt", facts_from({}, packs), on=DAY, known_on=DAY)
    assert asked.to_json()["arises"] is None
    assert [question.facts for question in asked.questions] == [("item_public",)]


def test_only_duties_of_the_trigger_come() -> None:
    text = duty("d1", "receipt") + duty("d2", "disclosure") + duty("d3", "every year by 03-01")
    packs = made(("state", "# x" + text))
    facts = facts_from({}, packs)
    for trigger, expect in (("receipt", "d1"), ("disclosure", "d2"), ("every year", "d3")):
        (found,) = duties(packs, trigger, facts, on=DAY, known_on=DAY)
        assert found.duty.id == expect


def test_is_known_may_be_asked_in_a_duty() -> None:
    packs = made(("state", "# x" + duty("d", "receipt", "item_public is not known")))
    assert len(duties(packs, "receipt", facts_from({}, packs), on=DAY, known_on=DAY)) == 1
    known = facts_from({"facts": {"item_public": True}}, packs)
    assert duties(packs, "receipt", known, on=DAY, known_on=DAY) == ()


def test_an_order_stays_a_duty() -> None:
    packs = made(
        ("state", "# x" + duty("d", "receipt") + order("o", "stays: d", start="2020-02-10"))
    )
    facts = facts_from({}, packs)
    before = date(2020, 2, 9)
    assert len(duties(packs, "receipt", facts, on=before, known_on=before)) == 1
    assert duties(packs, "receipt", facts, on=DAY, known_on=DAY) == ()


def test_notice_is_owed_when_a_release_date_was_given() -> None:
    packs = worked("us-ca")
    facts = facts_from({"facts": {"requester_class": "immigration_authority"}}, packs)
    given = duties(packs, "disclosure", facts, on=DAY, known_on=DAY, action="share_release_date")
    assert [row.duty.id for row in given] == ["ca-t3"]
    assert given[0].to_json()["clock"] == "no date stated"
    other = duties(packs, "disclosure", facts, on=DAY, known_on=DAY, action="share_status")
    assert other == ()


def test_a_duty_names_a_clock_of_the_packs() -> None:
    packs = load_packs(["us-ca"])
    clocks = {block.id: block.clock for block in packs.clocks}
    named = {row.clock for row in packs.duties} - {"no date stated"}
    assert named
    assert all(clocks[name] is not None for name in named)
