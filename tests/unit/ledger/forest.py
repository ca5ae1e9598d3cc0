"""Receipts at random from one large log, and the same with a single bit changed.

The tree is made by the definition of RFC 6962 section 2.1, apart from the product's own code.
"""

from __future__ import annotations

import base64
import hashlib
import random
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache

from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.commitment import Opening
from tecum.ledger.handing import write_receipt
from tecum.ledger.note import Note
from tecum.ledger.receipt import Earlier, Receipt, Token
from tecum.ledger.signing import SigningKey, cosign, draft, make_leaf, sign, signed_head
from tecum.ledger.statement import Statement, statement_hash
from tests.unit.ledger.authority import TimeAuthority
from tests.unit.ledger.dishonest import START
from tests.unit.ledger.office import AGENCY, ARCHIVE, COUNSEL, INTAKE, OPERATOR, key, log_key

__all__ = ["Forest", "Tree", "flip"]

STRANGER = key("stranger.example/intake")
FIRST_SEEN = 1_772_442_000


class Tree:
    """A Merkle tree by its recursive definition; the hash of each stretch is kept."""

    def __init__(self, leaves: list[bytes]) -> None:
        self.leaves = leaves
        self.hash = cache(self._hash)

    def _hash(self, start: int, end: int) -> bytes:
        if start == end:
            return hashlib.sha256().digest()
        if end - start == 1:
            return hashlib.sha256(b"\0" + self.leaves[start]).digest()
        at = start + _split(end - start)
        return hashlib.sha256(b"\1" + self.hash(start, at) + self.hash(at, end)).digest()

    def path(self, index: int, start: int, end: int) -> list[bytes]:
        """RFC 6962 section 2.1.1: the audit path."""
        if end - start == 1:
            return []
        at = start + _split(end - start)
        if index < at:
            return [*self.path(index, start, at), self.hash(at, end)]
        return [*self.path(index, at, end), self.hash(start, at)]

    def proof(self, old: int, start: int, end: int, *, whole: bool = True) -> list[bytes]:
        """RFC 6962 section 2.1.2: the consistency proof."""
        if old == end:
            return [] if whole else [self.hash(start, end)]
        at = start + _split(end - start)
        if old <= at:
            return [*self.proof(old, start, at, whole=whole), self.hash(at, end)]
        return [*self.proof(old, at, end, whole=False), self.hash(start, at)]


def _split(size: int) -> int:
    power = 1
    while power * 2 < size:
        power *= 2
    return power


@dataclass
class Forest:
    """A log of so many statements by several signers, and receipts of it at any size."""

    count: int = 2000
    seed: int = 1
    log: SigningKey = field(default_factory=log_key)
    statements: list[bytes] = field(default_factory=list)
    openings: list[list[Opening]] = field(default_factory=list)

    def __post_init__(self) -> None:
        dice, before = random.Random(self.seed), None
        leaves = []
        for n in range(self.count):
            signer = dice.choices([INTAKE, COUNSEL, STRANGER], [8, 3, 1])[0]
            made = [
                Opening.of(label, dice.randbytes(32), dice.randbytes(dice.randrange(60)))
                for label in ("entry", *dice.sample(["content", "sender", "reason"], 2))
            ]
            text = draft(
                "entry.recorded",
                self.log.key.hash,
                START + timedelta(minutes=n),
                dice.choice(["ntp 50", "unknown", "gnss 1"]),
                docket=hashlib.sha256(b"a docket").digest(),
                seq=n + 1,
                prev=before,
                code=dice.choice(["document-received", "note-added", "answer-sent"]),
                commit={one.label: one.commitment for one in made},
            )
            further = [COUNSEL] if signer is INTAKE and dice.random() < 0.1 else []
            raw = sign(text, signer, *further)
            before = statement_hash(raw)
            self.statements.append(raw)
            self.openings.append(made)
            leaves.append(make_leaf(raw, signer))
        self.tree = Tree(leaves)
        self.authority = TimeAuthority("ecdsa")

    def head(self, size: int, dice: random.Random, at: int) -> bytes:
        """A head with cosignatures at random: of some, of none, twice of one."""
        head = Checkpoint(self.log.name, size, self.tree.hash(0, size))
        known = [AGENCY, ARCHIVE, OPERATOR, key("nobody.example/witness", 4)]
        count = dice.choice([0, 1, 2, 2, 3, 4])
        chosen = [AGENCY, ARCHIVE] if dice.random() < 0.5 else dice.sample(known, count)
        lines = [cosign(head.text, one, at + dice.randrange(4000)) for one in chosen]
        if chosen and dice.random() < 0.1:
            lines.append(cosign(head.text, chosen[0], at + 5000))
        return signed_head(head, self.log) + "".join(lines).encode()

    def receipt(self, dice: random.Random, *, tokens: bool = True) -> bytes:
        """A receipt of any entry at any size, with openings, an earlier head and a token or not."""
        size = dice.choice([dice.randint(1, 20), dice.randint(1, self.count)])
        index = dice.randrange(size)
        head = self.head(size, dice, FIRST_SEEN + 60 * size)
        earlier = None
        if dice.random() < 0.5:
            most = size if dice.random() < 0.1 else index
            old = dice.randint(1, most) if most else 0
            if old:
                before = Note.parse(self.head(old, dice, FIRST_SEEN + 60 * old))
                earlier = Earlier(before, tuple(self.tree.proof(old, 0, size)))
        token = self._token(head, dice) if tokens and dice.random() < 0.3 else ()
        shown = self.openings[index]
        return write_receipt(
            Receipt(
                Statement.parse(self.statements[index]),
                self.tree.leaves[index],
                index,
                tuple(self.tree.path(index, 0, size)),
                Note.parse(head),
                tuple(dice.sample(shown, dice.randint(0, len(shown)))),
                earlier,
                token,
            )
        )

    def _token(self, head: bytes, dice: random.Random) -> tuple[Token, ...]:
        own = head.split(b"\n\n")[0] + b"\n\n" + head.split(b"\n\n")[1].split(b"\n")[0] + b"\n"
        name = dice.choice([self.authority.name, self.authority.name, "another.example"])
        made = self.authority.token(hashlib.sha256(own).digest(), dice.randrange(1, 2**60))
        return (Token(name, made),)

    def policy(self) -> str:
        """The trust file: two outside witnesses, the operator's own, two signers, an authority."""
        pins = [base64.b64encode(pin).decode() for pin in self.authority.pins]
        period = "from 2026-03-02T10:00:00Z until 2026-03-03T00:00:00Z"
        rows = [
            f"log {self.log.key.vkey}",
            f"witness agency {AGENCY.key.vkey}",
            f"witness archive {ARCHIVE.key.vkey}",
            f"witness own {OPERATOR.key.vkey}",
            "group two 2 agency archive own",
            "quorum two",
            "#tecum policy 1",
            "#tecum operator own",
            f"#tecum signer {INTAKE.key.vkey}",
            f"#tecum signer {COUNSEL.key.vkey} {period}",
            *(f"#tecum tsa {self.authority.name} {pin}" for pin in pins),
        ]
        return "\n".join(rows) + "\n"


def flip(raw: bytes, dice: random.Random) -> bytes:
    """One bit changed: of the file, or of the members inside it, which base64 would else shield."""
    if dice.random() < 0.5:
        return _flipped(raw, dice)
    header, extra, rest = raw.split(b"\n", 2)
    inner = _flipped(base64.b64decode(extra.removeprefix(b"extra ")), dice)
    return b"\n".join([header, b"extra " + base64.b64encode(inner), rest])


def _flipped(raw: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ 1 << dice.randrange(8)]) + raw[at + 1 :]
