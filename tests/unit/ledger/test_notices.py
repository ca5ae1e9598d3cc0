"""Clock, incidents and forks are stated once each, and whoever holds the evidence can open it."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.commitment import Opening
from tecum.ledger.errors import Quarantined, StorageFailed
from tecum.ledger.log import Log
from tecum.ledger.notices import ClockSteps, Stated, state_clock, state_what_happened
from tecum.ledger.recovery import recover
from tecum.ledger.signing import draft, sign, signed_head
from tecum.ledger.statement import Statement
from tecum.ledger.succession import continue_log, freeze
from tecum.ledger.witness.gossip import conflict_text
from tests.unit.ledger.office import AGENCY, AT, INTAKE, Office, log_key

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def stated(log: Log) -> list[Statement]:
    rows = log.store.rows(0, log.store.size())
    return [one for one in (Statement.parse(row.statement) for row in rows) if not one.docket]


def clock(office: Office, at: object, code: str = "synchronised") -> Stated | None:
    return state_clock(office.log, office.folder, at, code)  # type: ignore[arg-type]


@pytest.fixture
def quarantined(office: Office) -> Office:
    """A log that lost its last entry, refused to sign, and was brought back."""
    office.add(3)
    shutil.copytree(office.folder, office.folder.with_name("whole"))
    rows = office.log.store._rows  # type: ignore[attr-defined]
    rows.execute("DELETE FROM entry WHERE idx = 2")
    rows.execute("DELETE FROM statement WHERE seq = 3")
    with pytest.raises(Quarantined):
        office.log.append([office.statement()])
    recover(office.folder, entries=office.folder.with_name("whole") / "private" / "entries.sqlite")
    return Office(office.folder, Log.open(office.folder))


def test_the_clock_is_stated_daily_and_when_its_state_changes(office: Office) -> None:
    assert clock(office, AT) == Stated("clock.status", "synchronised", 0)
    assert clock(office, AT + HOUR) is None
    assert clock(office, AT + DAY) == Stated("clock.status", "synchronised", 1)
    found = clock(office, AT + DAY + HOUR, "unsynchronised")
    assert found == Stated("clock.status", "unsynchronised", 2)
    assert clock(office, AT + DAY + 2 * HOUR) == Stated("clock.status", "synchronised", 3)
    assert clock(office, AT - HOUR) == Stated("clock.status", "synchronised", 4), "it went back"
    assert [one.at for one in stated(office.log)][:2] == [AT, AT + DAY]
    assert office.log.audit().findings == []


def test_every_step_of_the_clock_is_stated(office: Office) -> None:
    assert clock(office, AT, "stepped") == Stated("clock.status", "stepped", 0)
    assert clock(office, AT, "stepped") == Stated("clock.status", "stepped", 0), "the same one"
    assert clock(office, AT + HOUR, "stepped") == Stated("clock.status", "stepped", 1)
    assert clock(office, AT + HOUR) == Stated("clock.status", "synchronised", 2)


def test_a_step_is_a_clock_that_leaves_the_ticks() -> None:
    steps = ClockSteps()
    assert not steps.look(AT, 1000.0)
    assert not steps.look(AT + timedelta(seconds=64), 1060.0)
    assert steps.look(AT + timedelta(seconds=70), 1060.5)
    assert not steps.look(AT + timedelta(seconds=71), 1061.5)
    assert steps.look(AT, 1062.5)


def test_a_quarantine_and_the_way_back_are_stated_once(quarantined: Office) -> None:
    log, folder = quarantined.log, quarantined.folder
    found = state_what_happened(log, folder, AT)
    assert [(one.type, one.code) for one in found] == [
        ("incident.recorded", "quarantine"),
        ("incident.recorded", "restore"),
    ]
    assert state_what_happened(log, folder, AT + HOUR) == []
    assert log.audit().findings == []
    for statement in stated(log):
        (kind,) = statement.lines["code"]
        (evidence,) = (folder / "evidence").glob(f"{kind}-*.txt")
        kept = json.loads((folder / f"private/stated/{evidence.name}.opening").read_text())
        digest = hashlib.sha256(evidence.read_bytes()).digest()
        shown = Opening.read(kept)
        assert shown.sha256 == digest
        assert statement.commits == {"reason": shown.commitment}


def test_ended_between_signing_and_appending_it_states_the_same(
    quarantined: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, folder = quarantined.log, quarantined.folder

    def full(log: Log, statements: object) -> list[int]:
        raise StorageFailed("append", "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Log, "append", full)
        with pytest.raises(StorageFailed):
            state_what_happened(log, folder, AT)
    (first,) = [path for path in (folder / "private/stated").iterdir() if path.suffix != ".opening"]
    found = state_what_happened(log, folder, AT + DAY)
    assert len(found) == 2
    row = next(log.store.rows(found[0].index, found[0].index + 1))
    assert row.statement == first.read_bytes()
    assert Statement.parse(row.statement).at == AT


def test_two_heads_that_cannot_both_be_true_are_stated(office: Office, tmp_path: Path) -> None:
    office.add(2)
    other = log_key("other")
    heads = [Checkpoint(other.name, 5, bytes([n]) * 32) for n in (1, 2)]
    text = conflict_text(*(signed_head(head, other) for head in heads))
    (office.folder / "evidence").mkdir(exist_ok=True)
    (office.folder / "evidence" / "conflict-00-11.txt").write_text(text)
    (office.folder / "evidence" / "conflict-00-22.txt").write_text("cut off")
    (office.folder / "evidence" / "answer-00-33.txt").write_text("a witness said something")
    (found,) = state_what_happened(office.log, office.folder, AT)
    assert found == Stated("fork.found", "", 2)
    (statement,) = stated(office.log)
    shown = [line.split(" ")[:2] for line in statement.lines["head"]]
    assert shown == [[other.name, "5"]] * 2
    assert state_what_happened(office.log, office.folder, AT) == []


def test_the_log_that_goes_on_states_what_befell_the_one_before(
    quarantined: Office, tmp_path: Path
) -> None:
    new = tmp_path / "new"
    (quarantined.folder / "trust.policy").write_text(quarantined.policy())
    made = continue_log(quarantined.folder, new, "yearly", AT, "unknown")
    kinds = [(one.type, one.value("code")) for one in stated(made.log)]
    assert kinds == [
        ("log.continued", "yearly"),
        ("incident.recorded", "quarantine"),
        ("incident.recorded", "restore"),
    ]


def test_a_log_that_has_ended_states_nothing(quarantined: Office) -> None:
    freeze(quarantined.log, "yearly", AT, "unknown")
    assert state_what_happened(quarantined.log, quarantined.folder, AT) == []
    assert clock(quarantined, AT) is None


def test_a_statement_of_a_key_that_went_is_signed_by_another(quarantined: Office) -> None:
    log, folder = quarantined.log, quarantined.folder
    path = folder / "private/stated/clock.status"
    path.parent.mkdir()
    text = draft("clock.status", log.key.hash, AT, code="stepped")
    path.write_bytes(sign(text, replace(AGENCY, type=INTAKE.type)))
    assert clock(quarantined, AT + HOUR) == Stated("clock.status", "synchronised", 3)
    path.write_text("damaged")
    with pytest.raises(StorageFailed):
        clock(quarantined, AT + 2 * HOUR)


def test_a_recovery_that_changed_nothing_is_no_restore(office: Office) -> None:
    office.add(2)
    recover(office.folder)
    assert state_what_happened(Log.open(office.folder), office.folder, AT) == []
