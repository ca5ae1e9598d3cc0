"""The vault: salts and sealed values, so that erasing is the destruction of one small key.

    DEK      32 random bytes per record         KEK  the office's key
    wrapped  AES-KW(KEK, DEK)
    sealed   AES-256-GCM(DEK, nonce[12], body, aad = "tecum.vault/1" LF record id[16] part[1])

Part 0 is the JSON of openings; parts from 1 are files, in chunks of 1 MiB whose number (four
bytes, big-endian) follows in the aad. Keys and sealed bytes lie in two files, so that they can
be backed up apart.

Authority: RFC 3394 (AES-KW); NIST SP 800-38D (GCM).
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import (
    InvalidUnwrap,
    aes_key_unwrap,
    aes_key_wrap,
)

from tecum.ledger.commitment import Opening
from tecum.ledger.errors import Erased, Malformed, StorageFailed
from tecum.ledger.handing import opening_json
from tecum.worded import worded as _

__all__ = ["CHUNK", "Record", "SqliteVaultRows", "Vault", "VaultRows", "seal", "unseal", "wrap"]

CHUNK = 1024 * 1024
Random = Callable[[int], bytes]


@dataclass(frozen=True)
class Record:
    """A new record: its id, and the commitments that go into the statement."""

    id: bytes
    commitments: Mapping[str, bytes]


class VaultRows(Protocol):
    """Where the vault lies; the key rows apart from the sealed bytes."""

    def add(self, record: bytes, wrapped: bytes, parts: Iterable[tuple[int, int, bytes]]) -> None:
        """Add a record durably: its wrapped key and (part, chunk, nonce ‖ sealed) rows."""

    def key(self, record: bytes) -> bytes | None:
        """The wrapped key, or none once it is destroyed."""

    def part(self, record: bytes, part: int) -> list[bytes]:
        """The sealed chunks of a part, in order."""

    def destroy(self, records: Iterable[bytes]) -> None:
        """Destroy keys in one transaction, and the sealed bytes after them."""

    def rewrap(self, change: Callable[[bytes], bytes]) -> int:
        """Replace every wrapped key; sealed bytes are never touched."""


def wrap(kek: bytes, dek: bytes) -> bytes:
    """Wrap a record's key under the office's key: 40 bytes."""
    return aes_key_wrap(kek, dek)


def seal(
    dek: bytes, record: bytes, part: int, nonce: bytes, body: bytes, *, chunk: int | None = None
) -> bytes:
    """Seal one part of a record."""
    return AESGCM(dek).encrypt(nonce, body, _aad(record, part, chunk))


def unseal(
    dek: bytes, record: bytes, part: int, nonce: bytes, sealed: bytes, *, chunk: int | None = None
) -> bytes:
    """Open one sealed part.

    Raises:
        Malformed: code ``vault.damaged``: not what was sealed.
    """
    try:
        return AESGCM(dek).decrypt(nonce, sealed, _aad(record, part, chunk))
    except InvalidTag:
        raise Malformed("vault.damaged") from None


class Vault:
    """Commits to values, opens what was committed, erases what must go.

    Args:
        rows: Where keys and sealed bytes lie.
        kek: The office's key, 32 bytes.
        random: Gives fresh bytes; the operating system's unless a test fixes it.
    """

    def __init__(
        self, rows: VaultRows, kek: bytes, *, random: Random = secrets.token_bytes
    ) -> None:
        if len(kek) != 32:
            raise ValueError("the office's key is 32 bytes")
        self.rows, self._kek, self._random = rows, kek, random

    def commit(
        self, values: Mapping[str, bytes], *, files: Mapping[str, bytes] | None = None
    ) -> Record:
        """Fix values and files under fresh salts; the smallest thing that is erased together.

        Args:
            values: Label → short value (at most 64 KiB), kept with its salt.
            files: Label → bytes of a file, sealed in chunks; opened by its SHA-256.
        """
        files = files or {}
        record, dek = self._random(16), self._random(32)
        openings = [Opening.of(name, self._random(32), value) for name, value in values.items()]
        openings += [
            Opening.of(name, self._random(32), value, keep=False) for name, value in files.items()
        ]
        body = json.dumps(
            {"disclosures": [opening_json(one) for one in openings], "files": list(files)},
            separators=(",", ":"),
        ).encode()
        nonce = self._random(12)
        parts = [(0, 0, nonce + seal(dek, record, 0, nonce, body))]
        for part, value in enumerate(files.values(), 1):
            for chunk in range(max(1, -(-len(value) // CHUNK))):
                nonce = self._random(12)
                piece = value[chunk * CHUNK : (chunk + 1) * CHUNK]
                sealed = seal(dek, record, part, nonce, piece, chunk=chunk)
                parts.append((part, chunk, nonce + sealed))
        self.rows.add(record, wrap(self._kek, dek), parts)
        return Record(record, {one.label: one.commitment for one in openings})

    def open(self, record: bytes) -> list[Opening]:
        """The openings of a record; what is shown of them is the caller's decision.

        Raises:
            Erased: the record's key was destroyed.
        """
        return [Opening.read(one) for one in self._index(record)["disclosures"]]

    def file(self, record: bytes, label: str) -> bytes:
        """A file that was sealed with the record.

        Raises:
            Erased: the record's key was destroyed.
            Malformed: the record holds no such file, or it is damaged.
        """
        names = self._index(record)["files"]
        if label not in names:
            raise Malformed("vault.absent", _("The record holds no such file."))
        dek, part = self._dek(record), names.index(label) + 1
        chunks = enumerate(self.rows.part(record, part))
        return b"".join(
            unseal(dek, record, part, raw[:12], raw[12:], chunk=chunk) for chunk, raw in chunks
        )

    def erase(self, records: Iterable[bytes]) -> None:
        """Destroy the keys: neither content nor salts exist after this; every proof stands."""
        self.rows.destroy(list(records))

    def rotate(self, kek: bytes) -> int:
        """Wrap every key under a new office key; gives how many."""
        old = self._kek
        done = self.rows.rewrap(lambda wrapped: wrap(kek, _unwrap(old, wrapped)))
        self._kek = kek
        return done

    def _dek(self, record: bytes) -> bytes:
        wrapped = self.rows.key(record)
        if wrapped is None:
            raise Erased(
                _("This opening was erased; its key was destroyed."),
                why=_("Nothing can bring back the value or its salt."),
                do=_("A receipt without openings still proves the statement."),
            )
        return _unwrap(self._kek, wrapped)

    def _index(self, record: bytes) -> dict[str, list[object]]:
        dek = self._dek(record)
        sealed = self.rows.part(record, 0)
        if len(sealed) != 1:
            raise Malformed("vault.damaged")
        body: dict[str, list[object]] = json.loads(
            unseal(dek, record, 0, sealed[0][:12], sealed[0][12:])
        )
        return body


class SqliteVaultRows:
    """The vault in two SQLite files: short-lived keys, long-lived sealed bytes."""

    def __init__(self, keys: Path, sealed: Path) -> None:
        self._keys = sqlite3.connect(keys, isolation_level=None, check_same_thread=False)
        self._sealed = sqlite3.connect(sealed, isolation_level=None, check_same_thread=False)
        for rows in (self._keys, self._sealed):
            rows.execute("PRAGMA synchronous=FULL")
            # What is deleted is overwritten; a rollback journal would keep a copy of the page.
            rows.execute("PRAGMA secure_delete=ON")
            rows.execute("PRAGMA journal_mode=TRUNCATE")
        self._keys.execute(
            "CREATE TABLE IF NOT EXISTS vault_key (record BLOB PRIMARY KEY, wrapped BLOB NOT NULL)"
        )
        self._sealed.execute(
            "CREATE TABLE IF NOT EXISTS sealed (record BLOB, part INTEGER, chunk INTEGER, "
            "body BLOB NOT NULL, PRIMARY KEY (record, part, chunk))"
        )

    def add(self, record: bytes, wrapped: bytes, parts: Iterable[tuple[int, int, bytes]]) -> None:
        """Sealed bytes first: a key without them opens nothing, they without a key neither."""
        try:
            self._sealed.execute("BEGIN IMMEDIATE")
            self._sealed.executemany(
                "INSERT INTO sealed VALUES (?, ?, ?, ?)", [(record, *part) for part in parts]
            )
            self._sealed.execute("COMMIT")
            self._keys.execute("INSERT INTO vault_key VALUES (?, ?)", (record, wrapped))
        except sqlite3.Error as error:
            if self._sealed.in_transaction:
                self._sealed.execute("ROLLBACK")
            raise StorageFailed(_("keep a vault record"), type(error).__name__) from error

    def key(self, record: bytes) -> bytes | None:
        """The wrapped key, or none."""
        found = self._keys.execute(
            "SELECT wrapped FROM vault_key WHERE record = ?", (record,)
        ).fetchone()
        return found[0] if found else None

    def part(self, record: bytes, part: int) -> list[bytes]:
        """The sealed chunks of a part, in order."""
        found = self._sealed.execute(
            "SELECT body FROM sealed WHERE record = ? AND part = ? ORDER BY chunk", (record, part)
        )
        return [body for (body,) in found]

    def destroy(self, records: Iterable[bytes]) -> None:
        """Destroy keys, then sealed bytes."""
        rows = [(record,) for record in records]
        try:
            self._keys.execute("BEGIN IMMEDIATE")
            self._keys.executemany("DELETE FROM vault_key WHERE record = ?", rows)
            self._keys.execute("COMMIT")
            self._sealed.executemany("DELETE FROM sealed WHERE record = ?", rows)
        except sqlite3.Error as error:
            raise StorageFailed(_("erase vault records"), type(error).__name__) from error

    def rewrap(self, change: Callable[[bytes], bytes]) -> int:
        """Replace every wrapped key in one transaction."""
        self._keys.execute("BEGIN IMMEDIATE")
        try:
            rows = self._keys.execute("SELECT record, wrapped FROM vault_key").fetchall()
            self._keys.executemany(
                "UPDATE vault_key SET wrapped = ? WHERE record = ?",
                [(change(wrapped), record) for record, wrapped in rows],
            )
        except BaseException:
            self._keys.execute("ROLLBACK")
            raise
        self._keys.execute("COMMIT")
        return len(rows)

    def close(self) -> None:
        """Let go of both files."""
        self._keys.close()
        self._sealed.close()


def _aad(record: bytes, part: int, chunk: int | None) -> bytes:
    number = b"" if chunk is None else chunk.to_bytes(4, "big")
    return b"tecum.vault/1\n" + record + bytes([part]) + number


def _unwrap(kek: bytes, wrapped: bytes) -> bytes:
    try:
        return aes_key_unwrap(kek, wrapped)
    except InvalidUnwrap:
        raise Malformed("vault.key", _("The office's key does not open this record.")) from None
