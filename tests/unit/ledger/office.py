"""A small office with a log, two witnesses and every kind of key, made from fixed seeds."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tecum.ledger.commitment import Opening
from tecum.ledger.log import Log, make_key
from tecum.ledger.note import ED25519, WITNESS
from tecum.ledger.sequencer import origin_of
from tecum.ledger.signing import SigningKey, cosign, draft, make_leaf, sign
from tecum.ledger.statement import statement_hash

AT = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
DOCKET = hashlib.sha256(b"a docket").digest()


def key(name: str, kind: int = ED25519) -> SigningKey:
    """The key of a name, always the same."""
    return make_key(name, kind, hashlib.sha256(f"test {name}".encode()).digest())


def log_key(label: str = "log") -> SigningKey:
    """A log's key; its name is made from it."""
    seed = key(label).seed
    return make_key(origin_of(key(label).key.public), ED25519, seed)


INTAKE = key("office.example/intake")
COUNSEL = key("office.example/counsel")
AGENCY = key("agency.example/witness", WITNESS)
ARCHIVE = key("archive.example/witness", WITNESS)
OPERATOR = key("office.example/witness", WITNESS)


def opening(label: str = "entry", value: bytes = b"an act") -> Opening:
    """An opening under a salt of its own."""
    return Opening.of(label, hashlib.sha256(label.encode() + value).digest(), value)


@dataclass
class Office:
    """A log in a folder, and a docket that statements are added to."""

    folder: Path
    log: Log
    last: dict[bytes, tuple[int, bytes]] = field(default_factory=dict)

    @classmethod
    def at(cls, folder: Path, **options: object) -> Office:
        """Make the folder's log with the fixed keys."""
        private = folder / "private" / "keys"
        private.mkdir(parents=True)
        for name, one in (("log", log_key()), ("intake", INTAKE), ("counsel", COUNSEL)):
            (private / f"{name}.key").write_text(one.private + "\n")
        signers = "".join(f'  "{one.key.vkey}",\n' for one in (INTAKE, COUNSEL))
        (folder / "log.toml").write_text(
            f'origin = "{log_key().name}"\nname = "Office"\nsigners = [\n{signers}]\n'
        )
        return cls(folder, Log.open(folder, **options))  # type: ignore[arg-type]

    @classmethod
    def again(cls, folder: Path) -> Office:
        """Open the same folder afresh."""
        return cls(folder, Log.open(folder))

    def statement(self, docket: bytes = DOCKET, code: str = "document-received") -> bytes:
        """The docket's next statement, signed."""
        seq, prev = self.last.get(docket, (0, None))
        text = draft(
            "entry.recorded",
            self.log.key.hash,
            AT,
            "ntp 50",
            docket=docket,
            seq=seq + 1,
            prev=prev,
            code=code,
            commit={"entry": opening().commitment},
        )
        raw = sign(text, INTAKE)
        self.last[docket] = (seq + 1, statement_hash(raw))
        return raw

    def add(self, count: int) -> list[bytes]:
        """Append so many statements, one by one."""
        made = [self.statement() for _ in range(count)]
        for raw in made:
            self.log.append([raw])
        return made

    def cosign(self, size: int, *witnesses: SigningKey, at: int = 1_772_442_900) -> None:
        """Keep cosignatures on the head of a size, as a witness client would."""
        path = self.folder / "public" / "checkpoints" / f"{size}"
        text = path.read_text().partition("\n\n")[0] + "\n"
        kept = path.with_name(f"{size}.cosignatures")
        lines = "".join(cosign(text, one, at) for one in witnesses)
        kept.write_text((kept.read_text() if kept.exists() else "") + lines)

    def policy(self, quorum: str = "both", extra: str = "", signer: str = "") -> str:
        """A trust file for this log."""
        rows = [
            f"log {self.log.key.vkey}",
            f"witness agency {AGENCY.key.vkey}",
            f"witness archive {ARCHIVE.key.vkey}",
            f"witness own {OPERATOR.key.vkey}",
            "group both all agency archive",
            f"quorum {quorum}",
            "#tecum policy 1",
            f"#tecum name {self.log.key.name} Office of Example",
            "#tecum operator own",
            f"#tecum signer {INTAKE.key.vkey}{signer}",
            f"#tecum signer {COUNSEL.key.vkey}",
        ]
        return "\n".join(rows) + "\n" + extra


def leaf(raw: bytes) -> bytes:
    """The leaf of a statement by the intake key."""
    return make_leaf(raw, INTAKE)
