"""Whatever a newer reading says, what a person settled stands and the machine's lies beneath."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tecum.reading.reread import in_place, reread

PATHS = ("conduct", "kind", "judicial", "recipient", "due.0", "due.1", "items.0", "subjects.0")
VALUES = st.one_of(st.none(), st.booleans(), st.sampled_from(["a", "b", "c"]), st.integers(0, 3))
FIELDS = st.dictionaries(st.sampled_from(PATHS), VALUES)


def due(amount: int, quote: str) -> dict[str, Any]:
    read = {"value": amount, "band": "likely", "spans": [], "rule": "r", "signals": {}}
    return {
        "form": "period", "for": "response", "owed_by": "recipient", "amount": read, "rule": "r",
        "unit": "days", "band": "likely", "signals": {}, "conflicts": [],
        "spans": [{"page": 1, "start": 0, "end": 3, "quote": quote, "boxes": []}],
    }  # fmt: skip


ROWS = st.lists(st.tuples(st.integers(1, 40), st.sampled_from("abcdef")), max_size=5)


@given(FIELDS, FIELDS, FIELDS)
def test_what_was_settled_stands(
    old: dict[str, Any], new: dict[str, Any], settled: dict[str, Any]
) -> None:
    found = reread(old, new, settled)
    for path, value in settled.items():
        assert found.standing[path].value == value
        assert found.standing[path].by_person
        assert found.standing[path].machine == new.get(path)
        noted = [(c.before, c.now) for c in found.notes if c.path == path]
        assert noted == ([(value, new.get(path))] if value != new.get(path) else [])
    for path in {*old, *new} - set(settled):
        assert found.standing[path].value == new.get(path)
        assert any(c.path == path for c in found.followed) == (old.get(path) != new.get(path))


@given(FIELDS, FIELDS, FIELDS)
def test_what_clocks_rest_on_asks_when_it_changes(
    old: dict[str, Any], new: dict[str, Any], settled: dict[str, Any]
) -> None:
    asks = reread(old, new, settled).asks
    for path in PATHS:
        rests = path.split(".")[0] in ("conduct", "kind", "judicial", "due")
        assert (path in asks) == (rests and old.get(path) != new.get(path))
    assert reread(old, old, settled).asks == ()


@given(ROWS, ROWS, st.integers(0, 7))
def test_rows_keep_their_places(
    old: list[tuple[int, str]], new: list[tuple[int, str]], person: int
) -> None:
    before = {"due": [due(*row) for row in old]}
    after = {"due": [due(*row) for row in new]}
    kept = copy.deepcopy(after)
    placed = in_place(before, after, [f"due.{person}"])["due"]
    assert after == kept
    filled = [row for row in placed if row["form"] != "none"]
    assert sorted(map(repr, filled)) == sorted(map(repr, after["due"]))
    for n, row in enumerate(before["due"]):
        if row in after["due"] and before["due"].count(row) == 1:
            assert placed[n] == row
    if person >= len(old) and person < len(placed):
        assert placed[person]["form"] == "none"
