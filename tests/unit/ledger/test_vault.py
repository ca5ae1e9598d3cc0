"""The vault: what is committed opens; what is erased does not, and every proof stands."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tecum.ledger.commitment import Opening, commit, digest
from tecum.ledger.errors import Erased, Malformed
from tecum.ledger.policy import Policy
from tecum.ledger.receipt import Receipt
from tecum.ledger.signing import draft, sign
from tecum.ledger.statement import statement_hash
from tecum.ledger.vault import CHUNK, SqliteVaultRows, Vault
from tecum.ledger.verify import Outcome, verify
from tests.unit.ledger.office import AT, DOCKET, INTAKE, Office

KEK = bytes(range(32))


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(SqliteVaultRows(tmp_path / "keys.sqlite", tmp_path / "sealed.sqlite"), KEK)


def test_what_is_committed_opens(vault: Vault) -> None:
    big = bytes(CHUNK) + b"the rest"
    record = vault.commit(
        {"addressee": b"records@city.example"}, files={"content": big, "proof": b""}
    )
    openings = {one.label: one for one in vault.open(record.id)}
    assert openings["addressee"].value == b"records@city.example"
    assert openings["content"].value is None
    assert openings["content"].sha256 == digest(big)
    for label, one in openings.items():
        assert one.commitment == record.commitments[label]
    assert vault.file(record.id, "content") == big
    assert vault.file(record.id, "proof") == b""
    with pytest.raises(Malformed, match="no such file"):
        vault.file(record.id, "notice")


def test_salts_are_fresh_each_time(vault: Vault) -> None:
    one, two = (vault.commit({"sender": b"x"}) for _ in range(2))
    assert one.commitments["sender"] != two.commitments["sender"]
    assert one.id != two.id


def test_nothing_in_clear_lies_in_the_files(vault: Vault, tmp_path: Path) -> None:
    vault.commit({"sender": b"a canary in a docket"}, files={"content": b"another canary"})
    for path in tmp_path.iterdir():
        assert b"canary" not in path.read_bytes()


def test_what_is_erased_is_gone_and_the_receipt_stands(
    vault: Vault, office: Office, tmp_path: Path
) -> None:
    record = vault.commit({"entry": b"the act"})
    other = vault.commit({"entry": b"another act"})
    text = draft(
        "entry.recorded",
        office.log.key.hash,
        AT,
        docket=DOCKET,
        seq=1,
        code="an-act",
        commit=dict(record.commitments),
    )
    raw = sign(text, INTAKE)
    office.log.append([raw])
    opened = office.log.prove(statement_hash(raw), vault.open(record.id))
    wrapped = vault.rows.key(record.id)
    assert wrapped is not None
    salt = vault.open(record.id)[0].salt
    vault.erase([record.id])
    with pytest.raises(Erased):
        vault.open(record.id)
    with pytest.raises(Erased):
        vault.file(record.id, "content")
    assert vault.open(other.id)
    assert all(wrapped not in path.read_bytes() for path in tmp_path.glob("*.sqlite*"))
    policy = Policy.parse(office.policy("none").encode())
    assert verify(office.log.prove(statement_hash(raw)), policy).outcome is Outcome.LOGGED
    # What was given away before can still be shown: the commitment stands, the salt went with it.
    assert verify(opened, policy).outcome is Outcome.LOGGED
    assert Receipt.parse(opened).openings == (Opening.of("entry", salt, b"the act"),)
    # Without the salt the true value confirms nothing.
    guesses = {commit("entry", bytes(32), digest(value)) for value in (b"the act", b"another act")}
    assert record.commitments["entry"] not in guesses


def test_another_office_key_opens_nothing_until_it_is_rotated_in(tmp_path: Path) -> None:
    rows = SqliteVaultRows(tmp_path / "keys.sqlite", tmp_path / "sealed.sqlite")
    vault = Vault(rows, KEK)
    record = vault.commit({"sender": b"x"})
    new = bytes(reversed(KEK))
    with pytest.raises(Malformed, match="office's key"):
        Vault(rows, new).open(record.id)
    with pytest.raises(Malformed):
        Vault(rows, new).rotate(KEK)
    assert vault.open(record.id)
    assert vault.rotate(new) == 1
    assert Vault(rows, new).open(record.id) == vault.open(record.id)
    with pytest.raises(ValueError, match="32 bytes"):
        Vault(rows, b"short")


def test_parts_of_two_records_cannot_be_exchanged(vault: Vault, tmp_path: Path) -> None:
    one, two = vault.commit({"sender": b"x"}), vault.commit({"sender": b"y"})
    rows = sqlite3.connect(tmp_path / "sealed.sqlite")
    (body,) = rows.execute("SELECT body FROM sealed WHERE record = ?", (two.id,)).fetchone()
    rows.execute("UPDATE sealed SET body = ? WHERE record = ?", (body, one.id))
    rows.commit()
    rows.close()
    with pytest.raises(Malformed, match=r"vault\.damaged"):
        vault.open(one.id)
