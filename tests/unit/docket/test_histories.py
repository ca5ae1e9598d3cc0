"""The two worked histories of the specification, status by status, at three moments each."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tecum.docket import acts
from tecum.docket.acts.service import ServedBy
from tecum.docket.codec import act_from_json
from tecum.docket.entry import entry_from_json, entry_to_json
from tecum.docket.rules import Rules
from tecum.docket.state import AsOf, fold
from tecum.docket.status import Status, statuses
from tecum.docket.vocabulary import DateKind
from tecum.docket.when import on
from tecum.words import Role, Side
from tests.unit.docket.build import Docket, demand, entry_id, started

HISTORIES = sorted((Path(__file__).parent / "histories").glob("*.toml"))
NOTIFICATION = next(path for path in HISTORIES if path.stem == "notification-request")
Replayed = tuple[dict[str, Docket], dict[str, str], list[dict[str, Any]]]


def replay(path: Path) -> Replayed:
    """Write a history's dockets step by step; each step is checked as it is written."""
    history = tomllib.loads(path.read_text(encoding="utf-8"))
    rules = Rules(zone=history["zone"])
    dockets: dict[str, Docket] = {}
    names: dict[str, str] = {}
    for row in history["step"]:
        docket = dockets.setdefault(row.get("docket", "recipient"), Docket(rules=rules))
        docket.now = datetime.fromisoformat(row["at"])
        owed = [ref for ref in docket.state.obligations if ref.startswith("owed.")]
        known = {**names, "owed": owed[-1] if owed else ""}
        fields = resolved(row["fields"], known)
        act = act_from_json({"act": row["act"], "schema": 1, "fields": fields})
        names[row["name"]] = entry_id(len(docket.entries) + 1)
        entry = docket.entry(
            act, Role(row["role"]), row.get("person", "p1"), side=Side(row.get("side", "ours"))
        )
        if "happened" in row:
            entry = entry_from_json({**entry_to_json(entry), "happened": row["happened"]})
        docket.add(
            act,
            Role(row["role"]),
            row.get("person", "p1"),
            side=entry.side,
            happened=entry.happened,
        )
        check(row, docket, names)
    return dockets, names, history["step"]


def resolved(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: resolved(held, names) for key, held in value.items()}
    if isinstance(value, list):
        return [resolved(held, names) for held in value]
    return names[value[1:]] if isinstance(value, str) and value.startswith("@") else value


def now(docket: Docket) -> AsOf:
    return AsOf(docket.now, docket.now)


def check(row: dict[str, Any], docket: Docket, names: dict[str, str]) -> None:
    found = statuses(docket.state, now(docket))
    codes = [status.code.value for status in found]
    assert (codes[0] if codes else "none") == row["headline"], row["name"]
    assert set(row.get("others", ())) <= set(codes[1:]), (row["name"], codes)
    if row.get("only"):
        assert len(codes) == 1
    if "why" in row:
        refs = {ref for why in found[0].why for ref in why.entries}
        assert refs == {names[name] for name in row["why"]}, row["name"]
    for obligation, step in row.get("obligations", {}).items():
        assert docket.state.obligations[obligation].step == step, row["name"]
    if "stale" in row:
        assert [item.label for item in docket.state.items.values() if item.stale] == row["stale"]


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
def test_every_step_has_its_statuses_and_their_why(path: Path) -> None:
    dockets, _, steps = replay(path)
    assert sum(len(docket.entries) for docket in dockets.values()) == len(steps)


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
def test_folding_again_gives_the_same_state(path: Path) -> None:
    dockets, _, _ = replay(path)
    for docket in dockets.values():
        rules = docket.state.rules
        assert fold(docket.entries, rules=rules) == docket.state
        far = datetime(2100, 1, 1, tzinfo=UTC)
        assert fold(docket.entries, rules=rules, as_of=AsOf(far, far)) == docket.state


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
def test_asked_as_of_then_a_docket_says_what_it_said_then(path: Path) -> None:
    dockets, _, _ = replay(path)
    for docket in dockets.values():
        for n, entry in enumerate(docket.entries, start=1):
            moment = AsOf(entry.recorded_at, entry.recorded_at)
            then = fold(docket.entries[:n], rules=docket.state.rules)
            asked = fold(docket.entries, rules=docket.state.rules, as_of=moment)
            assert statuses(asked, moment) == statuses(then, moment)


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
def test_a_why_names_only_entries_of_this_docket_up_to_then(path: Path) -> None:
    dockets, _, _ = replay(path)
    for docket in dockets.values():
        for n in range(1, len(docket.entries) + 1):
            state = fold(docket.entries[:n], rules=docket.state.rules)
            moment = docket.entries[n - 1].recorded_at + timedelta(days=1)
            for status in statuses(state, AsOf(moment, moment)):
                assert refs_of(status) <= {entry.id for entry in docket.entries[:n]}
                assert status.until


def refs_of(status: Status) -> set[str]:
    return {ref for why in status.why for ref in why.entries}


def test_the_ended_quarrel_stays_readable() -> None:
    dockets, names, _ = replay(NOTIFICATION)
    disputes = dockets["recipient"].state.disputes
    assert disputes[names["r8x"]].ended_by == names["r10"]  # type: ignore[index]


def test_an_event_known_late_has_two_times() -> None:
    """Recorded on the 14th; asked as known on the 13th, the release is not there."""
    dockets, _, _ = replay(NOTIFICATION)
    docket = dockets["recipient"]
    before = datetime(2020, 1, 13, 12, tzinfo=UTC)
    state = fold(docket.entries, rules=docket.state.rules, as_of=AsOf(before, before))
    assert state.items["4"].event_happened is None  # type: ignore[index]
    codes = {row.code.value for row in statuses(state, AsOf(before, before))}
    assert "answer_owed_on_event" in codes


def test_what_rests_on_a_later_event_is_left_out_with_it() -> None:
    """Served on the 20th; asked what had happened by the 15th, its clock has not begun."""
    docket = demand("1")
    day = on(DateKind.SERVED, date(2020, 1, 20))
    served = acts.ServiceRecorded(channel=ServedBy.HAND)
    ref = docket.add(served, Role.CLERK, happened=day)
    docket.add(started(ref, date(2020, 2, 3)), Role.CLERK)
    before = datetime(2020, 1, 15, tzinfo=UTC)
    state = fold(docket.entries, as_of=AsOf(before, docket.now))
    assert (state.seq, state.obligations, state.services) == (1, {}, ())
