"""Published examples of dates, each by its stated inputs; and dates published wrongly elsewhere."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tecum.reckoning.vectors import answer
from tests.shared import SHARED
from tests.unit.reckoning.ground import calendars, clock, counted, days

FOLDER = "vectors/deadlines"


def _rows(name: str) -> list[dict[str, Any]]:
    path = SHARED / FOLDER / name
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def _got(kind: str, given: dict[str, Any], name: str = "v") -> dict[str, Any]:
    vector = {"id": name, "rule": "", "kind": kind, "input": given}
    return answer(vector, calendars(), date(2026, 11, 1))


@pytest.mark.shared(FOLDER)
@pytest.mark.parametrize("vector", _rows("dev.json"), ids=lambda row: row["id"])
def test_every_published_vector(vector: dict[str, Any]) -> None:
    got = _got(vector["kind"], vector["input"], vector["id"])["got"]
    wanted = {_same(row) for row in [vector["expect"], *vector.get("also", [])]}
    assert _same(got[0]) in wanted
    assert len(got) <= 3


def _same(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


@pytest.mark.shared(FOLDER)
@pytest.mark.parametrize(
    "row", [row for row in _rows("published_errors.json") if "input" in row], ids=lambda r: r["id"]
)
def test_a_date_published_wrongly_is_not_repeated(row: dict[str, Any]) -> None:
    got = _got("days", row["input"])["got"]
    assert got == [row["correct"]]
    assert row["published"] not in got


def test_electronic_service_adds_nothing_since_2016() -> None:
    motion = clock("m", "period: 14 days", "counted by: frcp-6")
    now = counted(motion, date(2026, 6, 24), served_by="email")
    assert days(now) == ["2026-07-08"]
    assert days(counted(motion, date(2016, 6, 22), served_by="email")) == ["2016-07-11"]


def test_periods_under_eleven_days_count_every_day_since_2009() -> None:
    motion = clock("m", "period: 10 days", "counted by: frcp-6")
    assert days(counted(motion, date(2026, 6, 24))) == ["2026-07-06"]


@pytest.mark.shared(FOLDER)
def test_calendars_equal_the_official_lists() -> None:
    lists = json.loads((SHARED / FOLDER / "calendars.json").read_text(encoding="utf-8"))
    ids = {"US-federal": "us.fed.opm", "CA-court": "us.ca.ccp135"}
    for name, years in lists.items():
        for year, entry in years.items():
            built = {str(day) for day in calendars()[ids[name]].closed_days(int(year))}
            assert built == set(entry["days"]), (name, year)


FORMS = json.loads((Path(__file__).parent / "forms.json").read_text(encoding="utf-8"))
"""Forms that few published examples show, worked by hand from the table of the protocol."""


@pytest.mark.parametrize("row", FORMS, ids=lambda row: f"{row['kind']} {row['expect'][0]}")
def test_forms_that_few_examples_show(row: dict[str, Any]) -> None:
    assert _got(row["kind"], row["input"]) == {"id": "v", "got": row["expect"]}


BASE = {"start": "2026-06-01", "n": 5, "count": "calendar", "roll": "none", "cal": "US-federal"}


@pytest.mark.parametrize(
    ("kind", "change", "named"),
    [
        ("phases of the moon", {}, "kind 'phases of the moon'"),
        ("days", {"lunar": True}, "input.lunar"),
        ("days", {"count": "fiscal"}, "input.count"),
        ("days", {"roll": "sideways"}, "input.roll"),
        ("days", {"cal": "US-ZZ"}, "input.cal"),
        ("days", {"n": 0}, "input.n"),
        ("days", {"n": 2.5}, "input.n"),
        ("days", {"n": True}, "input.n"),
        ("days", {"start": "1 June 2026"}, "input.start"),
        ("days", {"start": None}, "input.start"),
        ("days", {"excluded": "winter"}, "input.excluded"),
        ("days", {"closed_roll": "backward"}, "input.closed_roll"),
        ("days", {"unit": "fortnights"}, "input.unit"),
        ("months", {"count": "business"}, "input.count"),
        ("months", {"excluded": "summer", "count": None}, "input.excluded"),
        ("days", {"closed": "2026-06-05"}, "input.closed"),
        ("days", {"n": 10**9}, "input.n"),
    ],
)
def test_what_is_not_understood_is_refused_by_name(
    kind: str, change: dict[str, Any], named: str
) -> None:
    found = _got(kind, {**BASE, **change})
    assert found["got"] == []
    assert named in found["refused"]


def test_a_vector_that_is_no_object_is_refused() -> None:
    assert answer("x", calendars(), date(2026, 11, 1), 7)["refused"] == "vector 7 is not an object"
