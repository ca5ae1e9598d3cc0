"""Vectors of every kind, option and calendar name, answered twice by two hands."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from typer.testing import CliRunner

from tecum.cli.due import app
from tecum.reckoning.vectors import answers
from tests.unit.reckoning.ground import calendars
from tests.vectors import by_hand

PER_KIND = int(os.environ.get("TECUM_TEST_VECTORS_PER_KIND", "40"))
KNOWN_ON = date(2026, 11, 1)
YEARS = range(2010, 2031)
STATES = {
    "CA": ("us.ca.gc6700", "us.ca.ccp135"),
    "CO": ("us.co.24-11-101", "us.co.courts"),
    "CT": ("us.ct.1-4", "us.ct.courts"),
    "FL": ("us.fl.110-117", "us.fl.courts"),
    "IL": ("us.il.205-630", "us.il.courts"),
    "MA": ("us.ma.4-7", "us.ma.courts"),
    "NJ": ("us.nj.36-1-1", "us.nj.courts"),
    "NV": ("us.nv.236-015", "us.nv.courts"),
    "NY": ("us.ny.gcl24", "us.ny.courts"),
    "OR": ("us.or.187", "us.or.courts"),
    "TX": ("us.tx.662-021", "us.tx.courts"),
    "UT": ("us.ut.63g-1-301", "us.ut.courts"),
    "VA": ("us.va.2-2-3300", "us.va.courts"),
    "WA": ("us.wa.120", "us.wa.courts"),
}
NAMES: dict[str, tuple[str, ...]] = {
    "US-federal": ("us.fed.opm",),
    "UK-EAW": ("uk.eaw.bank",),
    "UK-all": ("uk.eaw.bank", "uk.sct.bank", "uk.ni.bank"),
    "CA-federal-canada": ("ca.federal",),
    "none": (),
    **{f"US-{state}": (statute,) for state, (statute, _) in STATES.items()},
    **{f"{state}-court": (court,) for state, (_, court) in STATES.items()},
    **{f"US-federal+{state}": ("us.fed.opm", statute) for state, (statute, _) in STATES.items()},
}
ROLLS = ("none", "forward", "backward", "same_direction")
ZONES = ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles")
CHANGES = (date(2026, 3, 8), date(2026, 11, 1), date(2027, 3, 14), date(2024, 11, 3))


def shut_of(name: str) -> by_hand.Shut:
    days = {
        day for row in NAMES[name] for year in YEARS for day in calendars()[row].closed_days(year)
    }
    return by_hand.shut_days(days, weekend=name != "none")


def _day(rng: Random) -> date:
    """Often near a year's end or a spring with Easter, where closed days lie close."""
    day = date(rng.randrange(2013, 2028), 1, 1) + timedelta(days=rng.randrange(365))
    return (
        day.replace(month=rng.choice([12, 1, 4, 7]), day=rng.randrange(1, 29))
        if rng.random() < 0.5
        else day
    )


def _wall(rng: Random) -> datetime:
    day = (
        rng.choice(CHANGES) - timedelta(days=rng.randrange(5)) if rng.random() < 0.6 else _day(rng)
    )
    return datetime(day.year, day.month, day.day, rng.randrange(24), rng.choice([0, 17, 30, 59]))


def _period(kind: str, rng: Random) -> dict[str, Any]:
    sign = rng.choice([1, 1, -1])
    most = {"weeks": 9, "months": 14, "years": 4}.get(kind, 45)
    given: dict[str, Any] = {"start": str(_day(rng)), "n": sign * rng.randrange(1, most)}
    given["roll"], given["cal"] = rng.choice(ROLLS), rng.choice(list(NAMES))
    if rng.random() < 0.4:
        given["unit"] = "days" if kind == "days+service" else kind
    if kind in ("days", "days+service"):
        given["count"] = rng.choice(["calendar", "business"])
    if kind in ("days", "weeks", "days+service") and rng.random() < 0.3:
        given["excluded"] = rng.choice(
            ["short", "summer", "seasonal", "short+summer+seasonal", None]
        )
    if rng.random() < 0.3:
        first = date.fromisoformat(given["start"])
        given["closed"] = [str(first + sign * timedelta(days=rng.randrange(40))) for _ in range(9)]
        given["closed_roll"] = "forward"
    if kind == "days+service":
        given["service_add"] = sign * rng.choice([0, 2, 3, 5])
        given["service_order"] = rng.choice(["before_roll", "after_roll"])
        if rng.random() < 0.5:
            given["service_roll"] = rng.choice(ROLLS)
    return given


def _hours(rng: Random) -> dict[str, Any]:
    return {
        "start": _wall(rng).isoformat(timespec="minutes"),
        "tz": rng.choice(ZONES),
        "n": rng.choice([1, 8, 24, 48, 72, 96, -24, -48, -72]),
        "count": rng.choice(["all_hours", "exclude_nonbusiness_hours"]),
        "roll": rng.choice(["none", "forward_same_time"]),
        "cal": rng.choice(list(NAMES)),
    }


def _receipt(rng: Random) -> dict[str, Any]:
    at = _wall(rng).replace(
        hour=rng.choice([2, 8, 9, 12, 16, 17, 23]), second=rng.choice([0, 1, 59])
    )
    given = {"received": at.isoformat(), "open": "09:00", "close": rng.choice(["16:30", "17:00"])}
    if rng.random() < 0.5:
        given["tz"] = rng.choice(ZONES)
    return {**given, "cal": rng.choice(list(NAMES))}


def _receipt_date(rng: Random) -> dict[str, Any]:
    hour, minute = rng.choice([(16, 59), (17, 0), (17, 1), (23, 0)])
    at = _wall(rng).replace(hour=hour, minute=minute, second=rng.choice([0, 1, 59]))
    given: dict[str, Any] = {"received": at.isoformat(), "cutoff": "17:00"}
    given["cal"] = rng.choice(list(NAMES))
    if rng.random() < 0.6:
        given["cutoff_inclusive_late"] = rng.choice([True, False])
    return given


def _cutoff(rng: Random) -> dict[str, Any]:
    clock = rng.choice(["23:59:59", "00:00:00", "17:30:00", "17:30:01", "17:30:59", "17:29:59"])
    limit = rng.choice(["17:30:00", "23:59:00", "00:00:00"])
    grain = rng.choice(["minute", "second"])
    return {"at": f"2026-07-07T{clock}", "cutoff": f"2026-07-07T{limit}", "granularity": grain}


def _clear(rng: Random) -> dict[str, Any]:
    given = {"start": str(_day(rng)), "n": rng.choice([-1, 1]) * rng.randrange(1, 30)}
    if rng.random() < 0.7:
        given["short_excludes"] = rng.choice([3, 5, 7])
    if rng.random() < 0.5:
        given["end_event"] = rng.choice([True, False])
    return {**given, "cal": rng.choice(list(NAMES))}


def _deemed(rng: Random) -> dict[str, Any]:
    at = _wall(rng).replace(hour=16, minute=rng.choice([29, 30, 31]))
    method = rng.choice(["second_day_then_next_business", "same_business_day_before_1630"])
    return {
        "sent": at.isoformat(timespec="minutes"),
        "method": method,
        "cal": rng.choice(list(NAMES)),
    }


def _fixed(rng: Random) -> dict[str, Any]:
    return {"fixed": str(_day(rng))}


def _fixed_roll(rng: Random) -> dict[str, Any]:
    return {"fixed": str(_day(rng)), "roll": rng.choice(ROLLS), "cal": rng.choice(list(NAMES))}


PERIODS = ("days", "weeks", "months", "years", "days+service")
OTHERS = {
    "clear": (_clear, by_hand.clear),
    "hours": (_hours, by_hand.hours),
    "deemed": (_deemed, by_hand.deemed),
    "receipt": (_receipt, by_hand.receipt),
    "receipt-date": (_receipt_date, by_hand.receipt_date),
    "cutoff": (_cutoff, by_hand.cutoff),
    "fixed": (_fixed, lambda given, _: [given["fixed"]]),
    "fixed-roll": (_fixed_roll, by_hand.fixed_roll),
}


def rows(kind: str) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Vectors of a kind with the answers of the second hand."""
    rng = Random(f"vectors of {kind}")
    for n in range(PER_KIND):
        given = _period(kind, rng) if kind in PERIODS else OTHERS[kind][0](rng)
        shut = shut_of(given.get("cal", "none"))
        told = (
            by_hand.period(kind, given, shut) if kind in PERIODS else OTHERS[kind][1](given, shut)
        )
        yield {"id": f"{kind} {n}", "rule": "", "kind": kind, "input": given}, told


@pytest.mark.parametrize("kind", [*PERIODS, *OTHERS])
def test_two_hands_answer_alike(kind: str) -> None:
    vectors, told = zip(*rows(kind), strict=True)
    for line, expected, vector in zip(
        answers(vectors, calendars(), KNOWN_ON), told, vectors, strict=True
    ):
        assert line == {"id": vector["id"], "got": expected}, vector


def test_the_command_answers_in_the_order_of_the_file(tmp_path: Path) -> None:
    made = [vector for kind in [*PERIODS, *OTHERS] for vector, _ in rows(kind)]
    Random(1).shuffle(made)
    made.insert(
        3, {"id": "odd", "kind": "days", "input": {"start": "2026-01-05", "n": 3, "moon": 1}}
    )
    file = tmp_path / "vectors.json"
    file.write_text(json.dumps(made), encoding="utf-8")
    ran = CliRunner().invoke(app, ["--vectors", str(file)])
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.exit_code == 0
    assert [line["id"] for line in lines] == [vector["id"] for vector in made]
    assert [line["id"] for line in lines if "refused" in line] == ["odd"]
    assert lines[3]["refused"] == "input.moon not understood"


@pytest.mark.parametrize("name", NAMES)
def test_every_name_of_a_calendar_is_answered(name: str) -> None:
    given = {"n": 20, "count": "business", "roll": "none", "cal": name}
    for year in range(2013, 2029):
        vector = {"id": name, "kind": "days", "input": {**given, "start": f"{year}-12-09"}}
        (line,) = answers([vector], calendars(), KNOWN_ON)
        assert line["got"] == by_hand.period("days", vector["input"], shut_of(name)), vector
