"""Each thing that five public stories contain is shown by a test or by a replayed thread."""

from __future__ import annotations

import ast
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tecum.docket.chronology import load_thread, shipped_threads
from tests.shared import ROOT, SHARED

TABLE = Path(__file__).with_name("coverage_table.toml")
ROWS: list[dict[str, Any]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))["row"]


@cache
def functions(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@cache
def ids() -> frozenset[str]:
    """Every id of the threads that the demonstration replays, as ``thread:id``."""
    found = set()
    for path in shipped_threads():
        thread = load_thread(path)
        for rows in thread.rows.values():
            if isinstance(rows, list):
                found |= {f"{thread.id}:{row['id']}" for row in rows if "id" in row}
    return frozenset(found)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["story"][:50])
def test_what_a_row_names_is_there(row: dict[str, Any]) -> None:
    assert set(row) <= {"story", "tests", "threads", "absent"}
    for named in row.get("tests", ()):
        file, _, name = named.partition("::")
        assert name in functions(file), named
    assert set(row["threads"]) <= ids()
    assert row.get("tests") or row.get("absent"), "neither shown nor said to be absent"


def test_every_row_is_shown_by_a_test() -> None:
    assert [row["story"] for row in ROWS if not row.get("tests")] == []


@pytest.mark.shared("design/DOCKET.md")
def test_every_row_of_the_table_is_here_once() -> None:
    text = (SHARED / "design/DOCKET.md").read_text(encoding="utf-8").partition("# Part 5")[2]
    lines = [line for line in text.splitlines() if line.startswith("|")][2:]
    stories = [line.strip("|").split("|")[0].strip() for line in lines]
    assert [row["story"] for row in ROWS] == stories
