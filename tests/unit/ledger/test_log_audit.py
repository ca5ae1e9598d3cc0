"""What the audit of a log finds: every damage is named, a sound log is clean."""

from __future__ import annotations

import json
import sqlite3

from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.merkle import leaf_hash
from tecum.ledger.signing import signed_head
from tecum.ledger.statement import statement_hash
from tecum.ledger.store import Row
from tests.unit.ledger.office import COUNSEL, DOCKET, INTAKE, Office, key, leaf, log_key


def codes(office: Office, **more: dict[str, bytes]) -> set[tuple[str, str]]:
    return set(Office.again(office.folder).log.audit(**more).findings)


def test_a_sound_log_is_clean_and_keeps_to_its_own_heads(filled: Office) -> None:
    kept = {"kept": (filled.folder / "public/checkpoints/2").read_bytes()}
    filled.add(1)
    report = filled.log.audit(kept)
    assert report.is_clean
    assert (report.entries, report.size) == (4, 4)
    other = signed_head(Checkpoint(log_key().name, 2, bytes(32)), log_key())
    assert codes(filled, known={"other": other}) == {("fork.root", "other")}
    larger = signed_head(Checkpoint(log_key().name, 9, bytes(32)), log_key())
    assert codes(filled, known={"larger": larger}) == {("rollback.journal", "larger")}
    assert codes(filled, known={"bad": b"x"}) == {("malformed.note", "bad")}


def edit(office: Office, change: str, *values: object) -> None:
    rows = sqlite3.connect(office.folder / "private/entries.sqlite")
    rows.execute(change, values)
    rows.commit()
    rows.close()


def test_damaged_entries_are_named(filled: Office) -> None:
    row = next(filled.log.store.rows(1, 2))
    bad = row.statement.replace(b"09:14:00", b"09:14:01")
    edit(filled, "UPDATE statement SET bytes = ? WHERE hash = ?", bad, row.statement_hash)
    assert ("leaf.mismatch", "entry 1") in codes(filled)


def test_a_damaged_leaf_is_named_with_everything_above_it(filled: Office) -> None:
    row = next(filled.log.store.rows(2, 3))
    bad = bytes([row.leaf[0] ^ 1]) + row.leaf[1:]
    edit(filled, "UPDATE entry SET leaf = ? WHERE idx = 2", bad)
    found = codes(filled)
    assert ("leaf.mismatch", "entry 2") in found
    assert ("fork.root", "journal") in found


def test_a_removed_entry_is_named(filled: Office) -> None:
    edit(filled, "DELETE FROM entry WHERE idx = 1")
    assert ("leaf.mismatch", "entry 1 is missing") in codes(filled)


def test_a_removed_last_entry_is_a_rollback(filled: Office) -> None:
    edit(filled, "DELETE FROM entry WHERE idx = 2")
    assert "rollback.entries" in {code for code, _ in codes(filled)}


def test_a_branch_in_a_docket_is_named(filled: Office) -> None:
    filled.last[DOCKET] = (1, bytes(32))
    raw = filled.statement()
    row = Row(leaf(raw), leaf_hash(leaf(raw)), statement_hash(raw), raw)
    edit(
        filled,
        "INSERT INTO statement VALUES (?, ?, ?, NULL, NULL)",
        3,
        row.statement_hash,
        row.statement,
    )
    edit(
        filled, "INSERT INTO entry VALUES (3, ?, ?, ?)", row.leaf, row.leaf_hash, row.statement_hash
    )
    assert codes(filled) == {("log.sequence", "entry 3")}


def test_a_signer_that_is_not_enrolled_is_named(filled: Office) -> None:
    config = filled.folder / "log.toml"
    config.write_text(config.read_text().replace(INTAKE.key.vkey, key("x.example/y").key.vkey))
    assert codes(filled) == {("signer", f"entry {n}") for n in range(3)}


def test_every_flipped_bit_of_the_public_files_is_found(filled: Office) -> None:
    filled.cosign(3, COUNSEL)
    kept = filled.folder / "public/checkpoints/3.cosignatures"
    kept.unlink()
    for path in sorted((filled.folder / "public").rglob("*")):
        if not path.is_file():
            continue
        raw = path.read_bytes()
        for at in range(0, len(raw), 29):
            bad = bytearray(raw)
            bad[at] ^= 1 << (at % 8)
            path.write_bytes(bad)
            assert not filled.log.audit().is_clean, (path.name, at)
        path.write_bytes(raw)
    assert filled.log.audit().is_clean


def test_flipped_bits_of_the_journal_are_found(filled: Office) -> None:
    path = filled.folder / "private/head.journal"
    raw = path.read_bytes()
    lines = raw.rstrip(b"\0").splitlines()
    assert [json.loads(line)["serial"] for line in lines] == [1, 2, 3]
    end = len(raw.rstrip(b"\0"))
    assert end < len(raw)
    for at in [*range(0, end, 7), *range(end - 8, end + 20, 2), len(raw) - 1]:
        bad = bytearray(raw)
        bad[at] ^= 2
        path.write_bytes(bad)
        assert not filled.log.audit().is_clean, at
    path.write_bytes(raw)


def test_cosignatures_and_tokens_of_another_form_are_named(filled: Office) -> None:
    folder = filled.folder / "public/checkpoints"
    (folder / "3.cosignatures").write_bytes("— x AAAAAAA=\n".encode())
    (folder / "3.tsa.tsr").write_bytes(b"0")
    (folder / "2").unlink()
    (folder / "two").write_bytes((folder / "3").read_bytes())
    assert codes(filled) == {
        ("malformed.note", "checkpoints/3.cosignatures"),
        ("timestamp.malformed", "checkpoints/3.tsa.tsr"),
        ("checkpoint.place", "checkpoints/two"),
    }
    (folder / "3").unlink()
    assert ("checkpoint.missing", "checkpoints/3") in codes(filled)
