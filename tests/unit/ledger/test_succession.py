"""Logs that end and go on, keys that come and go: old receipts keep their verdict."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tecum.cli.__main__ import main
from tecum.errors import DataUnusable, UsageError
from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.config import LogConfig
from tecum.ledger.errors import BadSignature, OutOfSequence, Quarantined
from tecum.ledger.log import Log
from tecum.ledger.policy import Policy
from tecum.ledger.signing import SigningKey, cosign, draft, sign
from tecum.ledger.statement import Statement, statement_hash
from tecum.ledger.store import Row
from tecum.ledger.succession import (
    add_signer,
    continue_log,
    freeze,
    revoke_signer,
    rotate_signer,
)
from tecum.ledger.verify import Outcome, verify
from tests.unit.ledger.office import AGENCY, DOCKET, key, opening

AT = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
ROLES = ["office.example/intake", "office.example/counsel", "office.example/operator"]


def act(log: Log, at: datetime = AT, *, role: str = "intake") -> bytes:
    """Append the docket's next statement."""
    from tecum.ledger.encodings import to_base64

    seq, prev = log.next_in_docket(to_base64(DOCKET))
    signer = next(one for one in log.keys.values() if one.name.endswith(f"/{role}"))
    text = draft(
        "entry.recorded",
        log.key.hash,
        at,
        "ntp 50",
        docket=DOCKET,
        seq=seq,
        prev=prev,
        code="document-received",
        commit={"entry": opening().commitment},
    )
    raw = sign(text, signer)
    log.append([raw])
    return raw


def cosigned(log: Log, folder: Path, at: datetime) -> None:
    """The agency cosigns the newest head."""
    head = log.head
    assert head is not None
    path = folder / "public/checkpoints" / f"{head.size}.cosignatures"
    line = cosign(head.text, AGENCY, int(at.timestamp()))
    path.write_text((path.read_text() if path.exists() else "") + line)


def trust(folder: Path) -> Policy:
    """The trust file that was handed out, with the agency as its witness."""
    text = (folder / "trust.policy").read_text()
    return Policy.parse(
        text.replace("quorum none", f"witness agency {AGENCY.key.vkey}\nquorum agency").encode()
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Log.create(tmp_path / "log", "Office", ROLES, at=AT, clock="ntp 50")
    with (tmp_path / "log/log.toml").open("a") as config:
        config.write(f'[[witness]]\nvkey = "{AGENCY.key.vkey}"\n')
    return tmp_path / "log"


def test_a_frozen_log_takes_nothing_more_and_still_proves(folder: Path) -> None:
    log = Log.open(folder)
    raw = act(log)
    head = freeze(log, "yearly", AT, "ntp 50")
    last = Statement.parse(next(log.store.rows(head.size - 1, head.size)).statement)
    assert (last.type, last.value("code")) == ("log.frozen", "yearly")
    assert (last.value("head") or "").split()[1] == str(head.size - 1)
    for again in (log, Log.open(folder)):
        with pytest.raises(UsageError, match="has ended"):
            act(again)
        with pytest.raises(UsageError, match="already"):
            freeze(again, "yearly", AT, "ntp 50")
        assert again.append([raw]) == [1]
    assert verify(log.prove(statement_hash(raw)), trust(folder)).outcome is Outcome.LOGGED
    with pytest.raises(UsageError, match="none of"):
        freeze(log, "weekly", AT, "ntp 50")
    assert Log.open(folder).audit().is_clean


@pytest.mark.parametrize("code", ["yearly", "rotation", "size", "key_compromise"])
def test_a_log_goes_on_under_a_new_key_and_old_receipts_keep_their_verdict(
    folder: Path, tmp_path: Path, code: str
) -> None:
    log = Log.open(folder)
    first = act(log)
    cosigned(log, folder, AT)
    before = {name: verify(log.prove(statement_hash(first)), trust(folder)) for name in ("old",)}
    assert before["old"].outcome is Outcome.WITNESSED
    made = continue_log(folder, tmp_path / "next", code, AT, "ntp 50")
    assert (made.head.size, made.is_cosigned) == (2, True)
    entry = Statement.parse(next(made.log.store.rows(0, 1)).statement)
    assert (entry.type, entry.value("code")) == ("log.continued", code)
    assert entry.value("head") == f"{log.key.name} 2 {made.head.text.splitlines()[2]}"
    second = act(made.log)
    found = Statement.parse(second)
    assert (found.seq, found.prev) == (2, statement_hash(first))
    with pytest.raises(UsageError):
        act(Log.open(folder))
    with pytest.raises(UsageError, match="already"):
        continue_log(folder, tmp_path / "third", code, AT, "ntp 50")
    Log.open(folder).checkpoint()
    both = trust(tmp_path / "next")
    assert verify(Log.open(folder).prove(statement_hash(first)), both).outcome is Outcome.WITNESSED
    cosigned(made.log, tmp_path / "next", AT)
    assert verify(made.log.prove(statement_hash(second)), both).outcome is Outcome.WITNESSED
    assert Log.open(folder).audit().is_clean
    assert Log.open(tmp_path / "next").audit().is_clean
    again = LogConfig.read(tmp_path / "next")
    assert [one.key for one in again.witnesses] == [AGENCY.key]
    third = continue_log(tmp_path / "next", tmp_path / "third", code, AT, "ntp 50")
    assert Statement.parse(act(third.log)).seq == 3


def test_what_does_not_follow_the_old_log_is_refused(folder: Path, tmp_path: Path) -> None:
    act(Log.open(folder))
    made = continue_log(folder, tmp_path / "next", "yearly", AT, "ntp 50")
    store = made.log.store
    raw = act(made.log)
    text = raw.decode().partition("\n\n")[0] + "\n"
    bad = sign(text.replace("seq 2\n", "seq 3\n"), next(iter(made.log.keys.values())))
    with pytest.raises(OutOfSequence):
        store.insert([Row.of(Statement.parse(bad), bytes(128))])


def test_after_a_rollback_dockets_go_on_where_they_are(folder: Path, tmp_path: Path) -> None:
    log = Log.open(folder)
    act(log)
    (folder / "private/head.journal").unlink()
    with pytest.raises(Quarantined):
        continue_log(folder, tmp_path / "next", "yearly", AT, "ntp 50")
    made = continue_log(folder, tmp_path / "next", "rollback", AT, "ntp 50")
    assert made.is_cosigned is False
    text = draft(
        "entry.recorded",
        made.log.key.hash,
        AT,
        docket=DOCKET,
        seq=9,
        prev=bytes(32),
        code="document-received",
        commit={"entry": opening().commitment},
    )
    signer = next(iter(made.log.keys.values()))
    raw = sign(text, signer)
    # Entry 1 states the quarantine that came before.
    assert made.log.append([raw]) == [2]
    with pytest.raises(OutOfSequence):
        made.log.append([sign(text.replace("seq 9\n", "seq 11\n"), signer)])
    act(made.log)
    assert Log.open(tmp_path / "next").audit().is_clean
    with pytest.raises(Quarantined):
        Log.open(folder).check()


def test_a_lost_log_key_ends_the_log_and_not_its_receipts(folder: Path, tmp_path: Path) -> None:
    log = Log.open(folder)
    raw = act(log)
    cosigned(log, folder, AT)
    receipt = log.prove(statement_hash(raw))
    (folder / "private/keys/log.key").unlink()
    made = continue_log(folder, tmp_path / "next", "rotation", AT, "ntp 50")
    assert made.head.size == 2
    assert Statement.parse(act(made.log)).seq == 2
    assert verify(receipt, trust(tmp_path / "next")).outcome is Outcome.WITNESSED


def test_lost_signers_are_replaced_by_new_ones(folder: Path, tmp_path: Path) -> None:
    for path in (folder / "private/keys").glob("office*"):
        path.unlink()
    with pytest.raises(UsageError, match="No private key"):
        continue_log(folder, tmp_path / "next", "rollback", AT, "ntp 50")
    made = continue_log(
        folder, tmp_path / "next", "rollback", AT, "ntp 50", roles=["office.example/intake"]
    )
    raw = act(made.log)
    verdict = verify(made.log.prove(statement_hash(raw)), trust(tmp_path / "next"))
    assert verdict.outcome is Outcome.LOGGED


def test_the_offices_own_witness_key_is_not_used_beside_an_empty_record(
    folder: Path, tmp_path: Path
) -> None:
    assert main(["log", "witness", str(folder), "--key"]) == 0
    continue_log(folder, tmp_path / "next", "yearly", AT, "ntp 50")
    names = {path.name for path in (tmp_path / "next/private/keys").iterdir()}
    assert "witness.key" not in names


# Signers --------------------------------------------------------------------------------------


def test_a_rotated_signer_keeps_what_it_said_and_says_no_more(folder: Path) -> None:
    log = Log.open(folder)
    first = act(log)
    cosigned(log, folder, AT + timedelta(minutes=5))
    old = next(one for one in log.keys.values() if one.name.endswith("intake"))
    new = rotate_signer(folder, "intake", AT + timedelta(minutes=9), "ntp 50")
    again = Log.open(folder)
    stated = Statement.parse(next(again.store.rows(2, 3)).statement)
    assert stated.type == "key.rotated"
    assert [line.name for line in stated.note.lines] == [old.name, old.name]
    assert stated.lines["key"] == (new.vkey,)
    assert [one.key for one in again.keys.values() if one.name == old.name] == [new]
    raw = act(again, AT + timedelta(minutes=10))
    for at in (AT + timedelta(minutes=11), AT + timedelta(days=40)):
        cosigned(again, folder, at)
        act(again, at)
    policy = trust(folder)
    for one in (first, raw):
        verdict = verify(again.prove(statement_hash(one)), policy)
        assert verdict.outcome is Outcome.WITNESSED, verdict.reason
    text = first.decode().partition("\n\n")[0] + "\n"
    with pytest.raises(Exception, match="not one of this log's signers"):
        again.append([sign(text, old)])
    assert again.audit().is_clean
    assert verify(again.prove(statement_hash(first), size=4), policy).reason != "signer.period"


def test_a_rotation_needs_the_word_of_both_keys(folder: Path) -> None:
    log = Log.open(folder)
    signer = next(iter(log.keys.values()))
    other = key("office.example/intake")
    text = draft("key.rotated", log.key.hash, AT, "ntp 50", key=[other.key.vkey])
    for raw in (
        sign(text, signer),
        sign(text, signer, key("stranger.example/x")),
        sign(text, signer, SigningKey(other.name, 1, bytes(32))),
    ):
        with pytest.raises(BadSignature):
            log.append([raw])
    assert log.append([sign(text, signer, other)]) == [1]


def test_a_rotation_that_was_broken_off_is_taken_up(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*words: object) -> None:
        raise DataUnusable("stopped")

    with monkeypatch.context() as patch:
        patch.setattr(LogConfig, "with_signers", fail)
        with pytest.raises(DataUnusable):
            rotate_signer(folder, "intake", AT, "ntp 50")
    size = Log.open(folder).store.size()
    new = rotate_signer(folder, "intake", AT, "ntp 50")
    log = Log.open(folder)
    assert log.store.size() == size
    stated = Statement.parse(next(log.store.rows(size - 1, size)).statement)
    assert stated.lines["key"] == (new.vkey,)
    assert len(list((folder / "private/keys").glob("*intake*"))) == 2


def test_after_a_compromise_only_what_was_seen_before_counts(folder: Path) -> None:
    log = Log.open(folder)
    honest = act(log)
    cosigned(log, folder, AT + timedelta(minutes=5))
    stolen = next(one for one in log.keys.values() if one.name.endswith("intake"))
    late = act(log, AT)  # made by the thief, dated back
    cosigned(log, folder, AT + timedelta(hours=5))
    until = AT + timedelta(hours=1)
    at = AT + timedelta(hours=6)
    assert revoke_signer(folder, "intake", "compromise", at, "ntp 50", until=until) == stolen.key
    again = Log.open(folder)
    policy = trust(folder)
    assert verify(again.prove(statement_hash(honest)), policy).outcome is Outcome.WITNESSED
    verdict = verify(again.prove(statement_hash(late)), policy)
    assert (verdict.outcome, verdict.reason) == (Outcome.INVALID, "signer.period")
    assert not any(one.name.endswith("intake") for one in again.keys.values())
    stated = Statement.parse(next(again.store.rows(3, 4)).statement)
    assert (stated.type, stated.value("code")) == ("key.revoked", "compromise")
    assert stated.first.name == "office.example/operator"
    with pytest.raises(UsageError, match="none of"):
        revoke_signer(folder, "counsel", "lost", at, "ntp 50", until=until)
    with pytest.raises(UsageError, match="not clear"):
        revoke_signer(folder, "intake", "compromise", at, "ntp 50", until=until)


def test_a_new_role_speaks_from_its_day_on(folder: Path) -> None:
    new = add_signer(folder, "office.example/dispatch", AT, "ntp 50")
    log = Log.open(folder)
    raw = act(log, role="dispatch")
    assert Statement.parse(raw).first.name == new.name
    cosigned(log, folder, AT + timedelta(minutes=1))
    assert verify(log.prove(statement_hash(raw)), trust(folder)).outcome is Outcome.WITNESSED
    with pytest.raises(UsageError, match="already"):
        add_signer(folder, "office.example/dispatch", AT, "ntp 50")
    assert log.audit().is_clean


def test_the_only_signer_cannot_be_revoked(tmp_path: Path) -> None:
    Log.create(tmp_path / "log", "x", ROLES[:1], at=AT, clock="unknown")
    with pytest.raises(UsageError, match="only signer"):
        revoke_signer(tmp_path / "log", "intake", "compromise", AT, "unknown", until=AT)


def test_the_commands(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["log", "key", str(folder)]) == 2
    assert main(["log", "key", str(folder), "--add", "office.example/dispatch"]) == 0
    assert main(["log", "key", str(folder), "--rotate", "counsel"]) == 0
    words = ["log", "key", str(folder), "--revoke", "dispatch", "--until", "2026-03-02T09:14:00Z"]
    assert main([*words, "--code", "superseded"]) == 0
    rows = (folder / "trust.policy").read_text().splitlines()
    (ended,) = [row for row in rows if "/dispatch+" in row]
    assert ended.partition(" from ")[2].partition(" until ")[::2] == (ended[-20:], ended[-20:])
    assert main(["log", "freeze", str(folder)]) == 0
    assert main(["log", "continue", str(folder), str(folder), "--code", "yearly"]) == 2
    new = tmp_path / "next"
    assert main(["log", "continue", str(folder), str(new), "--code", "yearly"]) == 0
    assert "not cosigned" in capsys.readouterr().out
    assert main(["log", "audit", str(new)]) == 0
    assert main(["log", "recover", str(new), "--entries", str(tmp_path / "absent")]) == 2
    assert main(["log", "recover", str(new)]) == 0
    head = Log.open(new).head
    assert isinstance(head, Checkpoint)
    assert head.size == 1
