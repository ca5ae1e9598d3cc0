"""After a power cut at any point nothing acknowledged is lost and no second history is signed.

``TECUM_TEST_POWER_MIXTURES`` sets how many mixtures of what was not synchronised are tried at each
cut (default 2). ``bench/power_log.py`` tries tens of thousands of states.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tecum.errors import LedgerError
from tecum.ledger import journal, sequencer
from tecum.ledger.log import Log
from tecum.ledger.statement import statement_hash
from tests.crash.power import DATABASE, Event, Recording, State, rebooted, recorded, states
from tests.crash.power_log import append, cosign, restart
from tests.unit.ledger.office import Office

MIXTURES = int(os.environ.get("TECUM_TEST_POWER_MIXTURES", "2"))


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a state leads to is not cut again: nothing needs to wait for the disk.

    The window is small, so that files are settled and the journal begun anew again and again.
    """
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    monkeypatch.setattr(os, "fdatasync", lambda handle: None)
    monkeypatch.setattr(journal, "_ROOM", 4096)
    monkeypatch.setattr(sequencer, "WINDOW", 3)


def tried(recording: Recording, folder: Path, mixtures: int = MIXTURES) -> list[State]:
    found = []
    for state in states(recording, mixtures):
        restart(state, folder / "again")
        found.append(state)
    return found


@pytest.mark.parametrize("before", [0, 3])
def test_a_cut_after_every_operation_of_appends_and_cosignatures(
    tmp_path: Path, before: int
) -> None:
    office = Office.at(tmp_path / "log")
    office.add(before)
    with recorded(office.folder) as recording:
        log = Log.open(office.folder)
        append(log, office, recording, 1)
        append(log, office, recording, 2)
        cosign(log)
    found = tried(recording, tmp_path)
    assert len(found) > 80
    assert any(state.told and state.how == "nothing more" for state in found)
    assert {state.how.split()[0] for state in found} >= {"nothing", "kept", "lost", "half", "zeros"}


def test_a_cut_while_a_tile_becomes_full(tmp_path: Path) -> None:
    office = Office.at(tmp_path / "log")
    office.log.append([office.statement() for _ in range(254)])
    with recorded(office.folder) as recording:
        append(Log.open(office.folder), office, recording, 4)
    found = tried(recording, tmp_path, 0)
    assert any("public/tile/1/000.p" in state.folders for state in found)
    assert any("public/tile/0/000.p" in state.folders for state in found)


def test_a_cut_in_the_middle_of_the_way_back(tmp_path: Path) -> None:
    """The power fails again while the log puts right what the first cut left."""
    office = Office.at(tmp_path / "log")
    office.add(2)
    with recorded(office.folder) as recording:
        append(Log.open(office.folder), office, recording, 2)
    firsts = list(states(recording))[:: max(1, 12 // MIXTURES)]
    count = 0
    for first in firsts:
        first.write(tmp_path / "first")
        with recorded(tmp_path / "first") as second:
            second.events += [Event("signed", None, one) for one in first.signed]
            second.events += [Event("told", None, one) for one in first.told]
            with rebooted("between"):
                Log.open(tmp_path / "first").checkpoint()
        for state in states(second):
            if state.cut >= len(first.signed) + len(first.told):
                restart(state, tmp_path / "again")
                count += 1
    assert count > 50


def test_a_file_under_its_name_before_its_bytes_are_safe_would_be_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The states are hard enough: without waiting for files the log does not come back."""
    monkeypatch.setattr("tests.crash.power._Watch.at_fsync", lambda self, handle: None)
    office = Office.at(tmp_path / "log")
    with recorded(office.folder) as recording:
        append(Log.open(office.folder), office, recording, 1)
    with pytest.raises((AssertionError, LedgerError)):
        tried(recording, tmp_path)


def test_the_database_is_cut_between_its_transactions(tmp_path: Path) -> None:
    office = Office.at(tmp_path / "log")
    with recorded(office.folder) as recording:
        append(Log.open(office.folder), office, recording, 1)
    assert sum(event.kind == "commit" for event in recording.events) == 1
    assert len({state.files[DATABASE] for state in states(recording)}) == 2


def test_what_was_told_and_is_gone_is_seen(tmp_path: Path) -> None:
    office = Office.at(tmp_path / "log")
    with recorded(office.folder) as recording:
        append(Log.open(office.folder), office, recording, 1)
    *_, last = states(recording)
    raw = office.statement()
    with pytest.raises(AssertionError, match="acknowledged"):
        restart(replace(last, told=((1, statement_hash(raw)),)), tmp_path / "again")
    with pytest.raises(AssertionError, match="two roots"):
        restart(replace(last, signed=((1, bytes(32)),)), tmp_path / "again")
