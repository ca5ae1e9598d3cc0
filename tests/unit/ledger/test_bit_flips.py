"""One bit flipped anywhere in what a log keeps: it is found, and the entry or file is named.

``TECUM_TEST_STORED_FLIPS`` sets how many flips are tried (default 240).
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tecum.errors import TecumError
from tecum.ledger.log import Log
from tecum.ledger.policy import Policy
from tecum.ledger.statement import Statement
from tecum.ledger.verify import Outcome, verify
from tests.unit.ledger.office import AGENCY, ARCHIVE, Office, opening

FLIPS = int(os.environ.get("TECUM_TEST_STORED_FLIPS", "240"))
ENTRIES = 12
WITNESSES = (AGENCY.key, ARCHIVE.key)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[int, bytes], str]:
    """A log at rest, a receipt for each entry, and the trust file."""
    office = Office.at(tmp_path_factory.mktemp("flips") / "log")
    made = office.add(ENTRIES)
    for size in (3, 9, ENTRIES):
        office.cosign(size, AGENCY, ARCHIVE, at=1_772_442_900 + size)
    office.log.keep_cosignatures(ENTRIES, ())
    receipts = {
        n: office.log.prove(Statement.parse(raw).hash, [opening()]) for n, raw in enumerate(made)
    }
    office.log.store.close()  # type: ignore[attr-defined]
    return office.folder, receipts, office.policy()


def places(folder: Path) -> list[Path]:
    """Every file that is evidence, apart from the entries, which are flipped row by row."""
    public = [path for path in (folder / "public").rglob("*") if path.is_file()]
    return sorted([*public, folder / "private" / "head.journal"])


def flip(raw: bytes, bit: int) -> bytes:
    changed = bytearray(raw)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


@contextmanager
def flipped_file(path: Path, dice: random.Random) -> Iterator[None]:
    whole = path.read_bytes()
    path.write_bytes(flip(whole, dice.randrange(len(whole) * 8)))
    yield
    path.write_bytes(whole)


@contextmanager
def flipped_row(folder: Path, dice: random.Random, index: int, column: str) -> Iterator[None]:
    where = ("statement", "hash") if column == "bytes" else ("entry", "statement_hash")
    rows = sqlite3.connect(folder / "private" / "entries.sqlite", isolation_level=None)
    (name,) = rows.execute("SELECT statement_hash FROM entry WHERE idx=?", (index,)).fetchone()
    table, key = where
    (whole,) = rows.execute(f"SELECT {column} FROM {table} WHERE {key}=?", (name,)).fetchone()
    changed = flip(whole, dice.randrange(len(whole) * 8))
    rows.execute(f"UPDATE {table} SET {column}=? WHERE {key}=?", (changed, name))
    yield
    rows.execute(f"UPDATE {table} SET {column}=? WHERE {key}=?", (whole, name))
    rows.close()


def found_by_audit(folder: Path) -> list[str]:
    """Where an audit finds something; a log that cannot even be read says so."""
    try:
        log = Log.open(folder)
        report = log.audit(witnesses=WITNESSES)
        log.store.close()  # type: ignore[attr-defined]
    except TecumError as error:
        return [f"{error.code}: {error}"]
    return [f"{found.code} {found.where}" for found in report.findings]


def test_a_log_at_rest_is_clean(kept: tuple[Path, dict[int, bytes], str]) -> None:
    assert found_by_audit(kept[0]) == []


def test_every_flipped_bit_of_a_file_is_found_and_the_file_named(
    kept: tuple[Path, dict[int, bytes], str], tmp_path: Path
) -> None:
    folder = tmp_path / "log"
    shutil.copytree(kept[0], folder)
    dice, files = random.Random(1), places(folder)
    for n in range(FLIPS // 2):
        path = files[n % len(files)]
        with flipped_file(path, dice):
            found = found_by_audit(folder)
        name = path.relative_to(folder / "public") if "public" in path.parts else "journal"
        assert found, path
        assert any(str(name) in one for one in found), (path, found)
    assert found_by_audit(folder) == []


@pytest.mark.parametrize("column", ["leaf", "leaf_hash", "bytes"])
def test_every_flipped_bit_of_an_entry_is_found_and_the_entry_named(
    kept: tuple[Path, dict[int, bytes], str], tmp_path: Path, column: str
) -> None:
    folder = tmp_path / "log"
    shutil.copytree(kept[0], folder)
    dice = random.Random(2)
    for n in range(max(1, FLIPS // 6)):
        index = n % ENTRIES
        with flipped_row(folder, dice, index, column):
            found = found_by_audit(folder)
        assert any(f"entry {index}" in one for one in found), (index, found)
    assert found_by_audit(folder) == []


def test_no_flipped_bit_of_a_receipt_makes_it_say_more(
    kept: tuple[Path, dict[int, bytes], str],
) -> None:
    dice, policy = random.Random(3), Policy.parse(kept[2].encode())
    for n in range(FLIPS):
        whole = kept[1][n % ENTRIES]
        before, after = (
            verify(whole, policy),
            verify(flip(whole, dice.randrange(len(whole) * 8)), policy),
        )
        assert before.outcome is Outcome.WITNESSED
        if after.outcome is Outcome.WITNESSED:
            # An unknown member of the frame, which nothing rests on and the report names.
            assert after.statement is not None
            assert before.statement is not None
            assert after.statement.raw == before.statement.raw
            assert after.log == before.log
            assert after.bracket.not_after == before.bracket.not_after
            said = [row["label"] for row in after.disclosures if row["opened"]]
            assert said == [] or after.disclosures == before.disclosures
