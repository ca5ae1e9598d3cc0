"""Tables, local rules and unconfirmed texts: what is unknown never settles by itself."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.law import Packs
from tecum.office import Office
from tests.unit.law.making import made, rule
from tests.unit.law.situations import decided

SIZE = int(os.environ.get("TECUM_TEST_PROPERTY_SIZE", "60"))
WHOLE = Office(name="Office", zone="America/Denver", local_rules_complete=True)
EFFECTS = ["must", "may", "must not", "counsel"]
rows = st.fixed_dictionaries(
    {
        "degree": st.sampled_from(["felony", "misdemeanor", None]),
        "on": st.sampled_from(["2015-03-01", "2019-12-31", "2020-02-29", None]),
        "registrable": st.sampled_from([True, False, None]),
    }
)
cells = st.sampled_from(
    [
        "conviction.degree is felony",
        "conviction.degree is not felony",
        "conviction.registrable",
        "conviction.on < 2020-01-01",
        "conviction.on within 5 years before 2020-03-01",
    ]
)
conditions = st.builds(
    "{} conviction where ({} {} {})".format,
    st.sampled_from(["any", "all", "no"]),
    cells,
    st.sampled_from(["and", "or"]),
    cells,
)
TABLES = st.fixed_dictionaries(
    {"rows": st.lists(rows, max_size=3), "complete": st.sampled_from([True, False, None])}
)
EXTRA = [
    {"degree": degree, "on": on, "registrable": registrable}
    for degree in ("felony", "misdemeanor")
    for on in ("2010-01-01", "2019-12-31", "2020-02-29", "2021-01-01")
    for registrable in (True, False)
]
CELLS: dict[str, list[Any]] = {
    "degree": ["felony", "misdemeanor"],
    "on": ["2010-01-01", "2019-12-31", "2021-01-01"],
    "registrable": [True, False],
}


def wholes(table: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Ways to complete a table: unknown cells filled, and a row more where it may lack one."""
    holes = [(at, key) for at, row in enumerate(table["rows"]) for key in row if row[key] is None]
    for values in product(*(CELLS[key] for _, key in holes)):
        filled = [dict(row) for row in table["rows"]]
        for (at, key), value in zip(holes, values, strict=True):
            filled[at][key] = value
        yield {"rows": filled, "complete": True}
        if table["complete"] is not True:
            for row in EXTRA:
                yield {"rows": [*filled, row], "complete": True}


def pack(effects: list[str], when: list[str], local: str, unconfirmed: bool) -> Packs:
    window = "unconfirmed  [open]" if unconfirmed else "from 2020-01-01; recorded 2020-01-01"
    state = "".join(
        rule(f"r{at}", f"{effect}: share_status", text, "unless: forbidden by local  [x]")
        for at, (effect, text) in enumerate(zip(effects, when, strict=True))
        if effect != "must not"
    ) + rule("s", "must not: share_status", when[0])
    forbids = rule("l", "must not: share_status", local, window=window)
    return made(("state", "# x" + state), ("local", "# y" + forbids))


def possible(packs: Packs, table: dict[str, Any], office: Office | None = WHOLE) -> set[str]:
    return {word.value for word in decided(packs, office=office, conviction=table).possible}


packs_made = st.builds(
    pack,
    st.lists(st.sampled_from(EFFECTS), min_size=2, max_size=2),
    st.lists(conditions, min_size=2, max_size=2),
    conditions,
    st.booleans(),
)


@settings(max_examples=SIZE)
@given(packs_made, TABLES)
def test_every_completion_of_a_table_lies_in_the_possible_outcomes(
    packs: Packs, table: dict[str, Any]
) -> None:
    before = possible(packs, table)
    for whole in list(wholes(table))[:60]:
        assert possible(packs, whole) <= before


@settings(max_examples=SIZE)
@given(packs_made, TABLES)
def test_a_list_of_local_rules_declared_complete_only_narrows(
    packs: Packs, table: dict[str, Any]
) -> None:
    assert possible(packs, table, WHOLE) <= possible(packs, table, None)


@settings(max_examples=SIZE)
@given(packs_made, TABLES, st.dates(date(2019, 12, 30), date(2020, 1, 3)))
def test_a_rule_on_another_action_changes_nothing(
    packs: Packs, table: dict[str, Any], day: date
) -> None:
    other = made(("state", "# z" + rule("other", "counsel: hold")))
    joined = Packs(
        packs=packs.packs,
        vocabulary=packs.vocabulary,
        rules=(*packs.rules, *other.rules),
        orders=packs.orders,
        duties=packs.duties,
        defines=packs.defines,
        clocks=packs.clocks,
        facts=packs.facts,
    )
    alone = decided(packs, day=day.isoformat(), conviction=table).to_json()
    assert decided(joined, day=day.isoformat(), conviction=table).to_json() == alone
