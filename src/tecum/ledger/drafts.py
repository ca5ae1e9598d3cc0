"""Drafts: statements written by hand as ``key value`` lines, completed and signed for the log.

    type demand.delivered
    docket 4Fk…=
    channel email
    grade handed_over
    commit content @demand.pdf
    commit addressee =records@city.example

What is left out is filled in: log, at, and for a docket seq and prev. ``@file`` and ``=text``
are committed under fresh salts, which the vault keeps.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tecum.errors import UsageError, nearest
from tecum.ledger.commitment import Opening
from tecum.ledger.encodings import from_base64, instant_text, to_base64
from tecum.ledger.errors import Erased
from tecum.ledger.folder import replace_durably
from tecum.ledger.log import Log
from tecum.ledger.signing import SigningKey, sign, text_of
from tecum.ledger.statement import Statement
from tecum.ledger.vault import SqliteVaultRows, Vault
from tecum.ledger.vocabulary import KEYS, TYPES

__all__ = ["OfficeVault", "sign_draft"]


@dataclass(frozen=True)
class OfficeVault:
    """The vault of a log that lies in a folder, and which records belong to which statement."""

    folder: Path
    vault: Vault

    @classmethod
    def of(cls, directory: Path) -> OfficeVault:
        """Open the vault of a log's folder; made, with its key, when first asked for."""
        private = directory / "private"
        path = private / "keys" / "vault.kek"
        if not path.exists():
            replace_durably(path, to_base64(secrets.token_bytes(32)).encode() + b"\n", 0o600)
        kek = from_base64(path.read_text("ascii").strip(), "vault.key")
        rows = SqliteVaultRows(private / "vault-keys.sqlite", private / "vault.sqlite")
        return cls(private / "records", Vault(rows, kek))

    def link(self, statement_hash: bytes, records: list[bytes]) -> None:
        """Remember the records of a statement."""
        self.folder.mkdir(exist_ok=True, mode=0o700)
        text = "".join(f"{record.hex()}\n" for record in records)
        replace_durably(self.folder / statement_hash.hex(), text.encode(), 0o600)

    def openings(self, statement_hash: bytes, labels: list[str]) -> list[Opening]:
        """The openings of a statement that are named, in the order of their labels.

        Raises:
            Erased: one of them was erased.
            UsageError: the vault holds no opening of that label.
        """
        path = self.folder / statement_hash.hex()
        records = path.read_text("ascii").split() if path.exists() else []
        found: dict[str, Opening] = {}
        erased = False
        for record in records:
            try:
                openings = self.vault.open(bytes.fromhex(record))
            except Erased:
                erased = True
                continue
            found |= {one.label: one for one in openings}
        missing = [label for label in labels if label not in found]
        if missing and erased:
            raise Erased(
                f'The opening of "{missing[0]}" was erased; its key was destroyed.',
                do="Prove without --open: the bare receipt still stands.",
            )
        if missing:
            raise UsageError(
                f'The vault holds no opening of "{missing[0]}" for this statement.',
                code="vault.absent",
            )
        return [found[label] for label in sorted(labels)]


def sign_draft(
    text: str, log: Log, at: datetime, signer: SigningKey, vault: Callable[[], OfficeVault]
) -> bytes:
    """Complete a draft, commit its values, and sign it.

    Raises:
        UsageError: a key or type that no statement has.
        Malformed: a code ``statement.…``: what no statement may be.
    """
    lines: dict[str, list[str]] = {}
    for row in filter(None, text.splitlines()):
        name, _, value = row.partition(" ")
        _require_word(name, KEYS, "key")
        lines.setdefault(name, []).append(value)
    kind = lines.get("type", [""])[0]
    _require_word(kind, TYPES, "type")
    lines.setdefault("log", [to_base64(log.key.hash)])
    lines.setdefault("at", [instant_text(at)])
    lines.setdefault("clock", ["unknown"])
    if "docket" in lines and "seq" not in lines:
        seq, prev = log.next_in_docket(lines["docket"][0])
        lines["seq"] = [str(seq)]
        if prev:
            lines["prev"] = [to_base64(prev)]
    values, files = _values(lines.get("commit", []))
    records = []
    if values or files:
        record = vault().vault.commit(values, files=files)
        records = [record.id]
        kept = [row for row in lines["commit"] if row.partition(" ")[2][:1] not in ("@", "=")]
        made = [f"{label} {to_base64(raw)}" for label, raw in record.commitments.items()]
        lines["commit"] = kept + made
    raw = sign(text_of(lines), signer)
    found = Statement.parse(raw)
    if records:
        vault().link(found.hash, records)
    return raw


def _values(rows: list[str]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    values, files = {}, {}
    for row in rows:
        label, _, value = row.partition(" ")
        if value.startswith("="):
            values[label] = value[1:].encode()
        elif value.startswith("@"):
            try:
                files[label] = Path(value[1:]).read_bytes()
            except OSError as error:
                raise UsageError(
                    f'The file of "{label}" cannot be read: {error.strerror}.', code="log.value"
                ) from None
    return values, files


def _require_word(word: str, among: object, what: str) -> None:
    known = list(among) if isinstance(among, (tuple, dict)) else []
    if word not in known:
        near = nearest(word, known)
        raise UsageError(
            f'"{word}" is not a {what} of statements.',
            do=f'Did you mean "{near}"?' if near else "See docs/reference/receipts.md.",
            code="log.draft",
        )
