"""The statement: nested, without lateral names, and three-valued where SQL tempts to two."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.law import facts_from
from tecum.law.columns import OnSqlite, Situation, answer_all, plan_for
from tecum.law.columns.conditions import ColumnsUnable
from tecum.law.columns.frames import OnPolars
from tecum.law.columns.sql import Dialect, statement
from tests.unit.law.making import made, order, rule
from tests.unit.law.situations import situations, worked

DAY = date(2020, 6, 1)


def test_is_not_is_never_the_two_valued_one() -> None:
    packs = made(("state", "# x" + rule("r", "may: share_status", "instrument is not detainer")))
    for dialect in Dialect:
        text = statement(plan_for(packs, "share_status"), dialect, "rows")
        assert "<>" in text
        assert "IS NOT" not in text


def test_one_select_for_each_level_of_superiority() -> None:
    rules = [rule("r0", "must not: share_status", "item_public")]
    for at in range(1, 5):
        effect = "may" if at % 2 else "must not"
        rules.append(rule(f"r{at}", f"{effect}: share_status", "", f"yields to: r{at - 1}  [y]"))
    packs = made(("state", "# x" + "".join(rules)))
    plan = plan_for(packs, "share_status")
    assert statement(plan, Dialect.SQLITE, "rows").count("LIMIT") == plan.deepest + 1
    assert plan.deepest >= 5


def test_table_facts_may_be_called_alike() -> None:
    """Two names that differ in capitals, or only far behind, are two tables all the same."""
    names = ["award", "Award", "award_" + "x" * 70 + "1", "award_" + "x" * 70 + "2"]
    facts = "".join(f'[{n}]\ntype = "table"\ncolumns = {{ big = "yes/no" }}\n' for n in names)
    rules = "".join(
        rule(f"r{at}", "may: share_status", f"any {name} where ({name}.big)")
        for at, name in enumerate(names)
    )
    packs = made(("state", "# x" + rules), facts=facts)
    given = {name: {"rows": [{"big": at == 2}], "complete": True} for at, name in enumerate(names)}
    row = Situation(facts_from({"facts": given}, packs), DAY, DAY)
    for evaluator in (OnSqlite(), OnPolars()):
        (answer,) = answer_all(evaluator, packs, "share_status", [row])
        assert (answer.outcome, answer.live) == ("may", 1 << 2)


def test_superiority_may_be_deeper_than_a_parser_nests() -> None:
    rules = [rule("r0", "must not: share_status", "item_public")]
    for at in range(1, 150):
        effect = "may" if at % 2 else "must not"
        rules.append(rule(f"r{at}", f"{effect}: share_status", "", f"yields to: r{at - 1}  [y]"))
    packs = made(("state", "# x" + "".join(rules)))
    rows = [
        Situation(facts_from({"facts": {"item_public": value}}, packs), DAY, DAY)
        for value in (True, False)
    ]
    found = [answer.outcome for answer in answer_all(OnSqlite(), packs, "share_status", rows)]
    assert found == ["must_not", "may"]


def test_days_that_are_one_for_all_rows_are_worked_out_before() -> None:
    packs = made(
        (
            "state",
            "# x" + rule("r", "may: share_status", window="from 2021-01-01; recorded 2020-01-01"),
        )
    )
    plan = plan_for(packs, "share_status", on=DAY, known_on=DAY)
    assert plan.inputs == {}
    assert plan.steps == ()


def test_a_condition_over_outer_columns_alone_gives_every_row() -> None:
    text = "any conviction where (item_public)"
    packs = made(("state", "# x" + rule("r", "may: share_status", text)))
    rows = [
        Situation(
            facts_from({"facts": {"item_public": value, "conviction": table}}, packs), DAY, DAY
        )
        for value in (True, False, None)
        for table in ({"rows": [{}], "complete": True}, {"rows": [], "complete": None}, None)
    ]
    found = [answer_all(which, packs, "share_status", rows) for which in (OnSqlite(), OnPolars())]
    assert found[0] == found[1]
    unknown = ["unknown"] * 2
    wanted = ["may", *unknown, "silent", *unknown, "unknown", *unknown]
    assert [answer.outcome.value for answer in found[0]] == wanted


def test_a_column_without_a_type_is_refused_by_name() -> None:
    facts = '[award]\ntype = "table"\ncolumns = ["year"]\n'
    text = rule("r", "may: share_status", "any award where (award.year)")
    packs = made(("state", "# x" + text), facts=facts)
    with pytest.raises(ColumnsUnable, match='column "year" of the table "award" has no type'):
        plan_for(packs, "share_status")


def test_the_worked_situations_come_out_as_stated() -> None:
    for row in situations():
        packs = worked(row.packs)
        one = Situation(facts_from({"facts": row.facts}, packs), row.on, row.known_on)
        for evaluator in (OnSqlite(), OnPolars()):
            (answer,) = answer_all(evaluator, packs, row.action, [one])
            wanted = row.expect.removeprefix("unknown:").split("|")
            assert answer.outcome == row.expect.partition(":")[0], row.id
            assert answer.possible.bit_count() == len(wanted), row.id


def test_the_bitemporal_table() -> None:
    text = rule("r", "must not: share_status", window="from 2024-01-01; recorded 2023-09-01")
    text += order(
        "o", "stays: r", "only where: item_public", "ended: 2024-09-01; recorded 2024-09-03  [x]",
        start="2024-06-10", recorded="2024-06-12",
    )  # fmt: skip
    packs = made(("state", "# x" + text))
    table = [
        ("2023-12-31", "2024-02-01", True, "silent"),
        ("2024-06-09", "2024-07-01", True, "must_not"),
        ("2024-06-11", "2024-06-11", True, "must_not"),
        ("2024-06-11", "2024-06-12", True, "silent"),
        ("2024-06-11", "2024-06-12", False, "must_not"),
        ("2024-06-11", "2024-06-12", None, "unknown"),
        ("2024-09-02", "2024-09-02", True, "silent"),
        ("2024-09-02", "2024-09-03", True, "must_not"),
    ]
    rows = [
        Situation(
            facts_from({"facts": {"item_public": private}}, packs),
            date.fromisoformat(on),
            date.fromisoformat(known),
        )
        for on, known, private, _ in table
    ]
    for evaluator in (OnSqlite(), OnPolars()):
        found = answer_all(evaluator, packs, "share_status", rows)
        assert [answer.outcome.value for answer in found] == [row[3] for row in table]
