"""Two offices that know each other: a sender with a log and a recipient with one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tecum.exchange.desk import Desk
from tecum.ledger.log import Log, make_key
from tecum.ledger.note import WITNESS, Key, Note, SignatureLine
from tecum.ledger.policy import Policy
from tecum.ledger.signing import SigningKey, cosign

AT = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
WITNESS_KEY = make_key("archive.example/witness", WITNESS, bytes(range(32)))


def trust(*folders: Path, witness: Key | None = WITNESS_KEY.key) -> str:
    """A trust file that knows the offices whose logs lie in these folders."""
    texts = [(folder / "trust.policy").read_text("utf-8") for folder in folders]
    rows = [row for text in texts for row in text.splitlines()]
    logs = [row for row in rows if row.startswith("log ")]
    ours = [row for row in rows if row.startswith(("#tecum name", "#tecum signer"))]
    watched = [] if witness is None else [f"witness archive {witness.vkey}"]
    quorum = "none" if witness is None else "archive"
    return "\n".join([*logs, *watched, f"quorum {quorum}", "#tecum policy 1", *ours, ""])


@dataclass
class Two:
    """The sender's and the recipient's desk, and what both trust."""

    sender: Desk
    recipient: Desk
    policy: Policy

    @classmethod
    def at(cls, folder: Path) -> Two:
        """Make both logs."""
        a, b = folder / "agency", folder / "city"
        Log.create(a, "Agency of Example", ["agency.example/dispatch"], at=AT, clock="ntp 50")
        Log.create(b, "City of Example", ["city.example/intake"], at=AT, clock="ntp 50")
        policy = Policy.parse(trust(a, b).encode())
        return cls(Desk.open(a, policy), Desk.open(b, policy), policy)


def witnessed(desk: Desk, minutes: int, witness: SigningKey = WITNESS_KEY) -> None:
    """Have the newest head cosigned so many minutes after the beginning."""
    raw = desk.log.newest()
    text = Note.parse(raw).text
    at = int((AT + timedelta(minutes=minutes)).timestamp())
    line = Note.parse(raw + cosign(text, witness, at).encode()).lines[-1]
    assert isinstance(line, SignatureLine)
    head = desk.log.head
    assert head is not None
    desk.log.keep_cosignatures(head.size, [line])


def later(minutes: int) -> datetime:
    """So many minutes after the beginning."""
    return AT + timedelta(minutes=minutes)
