"""What is worked out once is never told of another condition, view or day."""

from __future__ import annotations

from datetime import date

from tecum.law import decide, facts_from
from tecum.law.expression import parse_expression
from tecum.law.facts import Given
from tecum.law.told import Told, told
from tecum.law.tree import Holds, Not
from tecum.law.truth import Truth
from tecum.law.view import View
from tests.unit.law.making import made, rule

DAY = date(2024, 6, 3)


def test_equal_conditions_of_two_rules_are_kept_once() -> None:
    same = "requester_class is private and item_public"
    packs = made(
        (
            "state",
            "# Two\n"
            + rule("a", "must not: hold", same)
            + rule("b", "must not: transfer", f"({same}) or court_issued"),
        )
    )
    one, other = (row.when for row in packs.rules)
    assert one is other.items[0]  # type: ignore[union-attr]


def test_what_is_told_is_the_text_the_facts_and_the_parts() -> None:
    known: dict[int, Told] = {}
    expr = parse_expression("item_public and (court_issued or not judicial_warrant)")
    found = told(expr, known)
    assert found.text == "item_public and (court_issued or not judicial_warrant)"
    assert found.names == ("court_issued", "item_public", "judicial_warrant")
    assert [leaf.text for leaf in found.leaves] == [
        "item_public",
        "court_issued or not judicial_warrant",
    ]
    assert found.is_plain
    assert told(expr, known) is found


def test_a_view_never_answers_one_condition_with_another() -> None:
    """Conditions that are made and dropped come to stand at one address."""
    view = View({"item_public": (Given(True),), "court_issued": (Given(False),)}, {})
    for _ in range(200):
        assert view.truth(Holds("item_public")) is Truth.T
        assert view.truth(Holds("court_issued")) is Truth.F
        assert view.truth(Not(Holds("court_issued"))) is Truth.T
        assert view.truth(Holds("judicial_warrant")) is Truth.U


def test_what_one_view_assumes_another_does_not_know() -> None:
    expr = Holds("item_public")
    view = View({}, {})
    assumed = view.assuming({("fact", "item_public"): True}, lambda _: Truth.U)
    assert [view.truth(expr), assumed.truth(expr), view.truth(expr)] == [
        Truth.U,
        Truth.T,
        Truth.U,
    ]


def test_findings_on_two_days_tell_their_own_day_and_sources() -> None:
    packs = made(("state", "# One\n" + rule("a", "must not: hold", "item_public")))
    said = []
    for day, source in ((DAY, "first.json"), (date(2019, 1, 1), "second.json")):
        facts = facts_from({"facts": {"item_public": True}}, packs, source)
        finding = decide(packs, facts, "hold", on=day, known_on=DAY)
        steps = {step.kind: step.detail for step in finding.trace}
        said.append((steps["in_force"]["day"], steps.get("condition", {}).get("facts")))
    assert said == [
        ("2024-06-03", {"item_public": "first.json"}),
        ("2019-01-01", None),
    ]
