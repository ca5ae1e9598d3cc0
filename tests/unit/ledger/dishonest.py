"""A log in memory, and an operator who holds every key of it and uses them to deceive.

Trees and proofs are made here by the definition of RFC 6962 section 2.1, apart from the
product's own code, so that the same mistake in both cannot hide.
"""

from __future__ import annotations

import base64
import hashlib
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.commitment import Opening
from tecum.ledger.handing import write_receipt
from tecum.ledger.log import make_key
from tecum.ledger.merkle import NodeReader
from tecum.ledger.note import ED25519, Note, SignatureLine
from tecum.ledger.policy import Policy
from tecum.ledger.receipt import Earlier, Receipt, Token
from tecum.ledger.sequencer import origin_of
from tecum.ledger.signing import SigningKey, cosign, draft, make_leaf, sign
from tecum.ledger.statement import Statement, statement_hash
from tecum.ledger.verify import Verdict, verify
from tests.unit.ledger.authority import TimeAuthority
from tests.unit.ledger.office import AGENCY, ARCHIVE, COUNSEL, INTAKE, OPERATOR, log_key

__all__ = ["KINDS", "Attack", "Evidence", "World", "honest"]

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
FIRST, LAST = 1_772_442_000, 1_772_445_600
"""When the witnesses saw the older and the newer head."""


# --- trees by their definition --------------------------------------------------------------


def _split(size: int) -> int:
    power = 1
    while power * 2 < size:
        power *= 2
    return power


@lru_cache(maxsize=50_000)
def root(leaves: tuple[bytes, ...]) -> bytes:
    """RFC 6962 section 2.1: the Merkle Tree Hash."""
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\0" + leaves[0]).digest()
    at = _split(len(leaves))
    return hashlib.sha256(b"\1" + root(leaves[:at]) + root(leaves[at:])).digest()


def path(index: int, leaves: tuple[bytes, ...]) -> list[bytes]:
    """RFC 6962 section 2.1.1: the audit path."""
    if len(leaves) == 1:
        return []
    at = _split(len(leaves))
    if index < at:
        return [*path(index, leaves[:at]), root(leaves[at:])]
    return [*path(index - at, leaves[at:]), root(leaves[:at])]


def proof(old: int, leaves: tuple[bytes, ...], *, whole: bool = True) -> list[bytes]:
    """RFC 6962 section 2.1.2: the consistency proof."""
    if old == len(leaves):
        return [] if whole else [root(leaves)]
    at = _split(len(leaves))
    if old <= at:
        return [*proof(old, leaves[:at], whole=whole), root(leaves[at:])]
    return [*proof(old - at, leaves[at:], whole=False), root(leaves[:at])]


# --- the log --------------------------------------------------------------------------------


@dataclass
class World:
    """A log as its operator holds it: statements, their leaves, and heads at will."""

    dice: random.Random
    log: SigningKey
    statements: list[bytes] = field(default_factory=list)
    openings: list[Opening] = field(default_factory=list)

    @property
    def leaves(self) -> tuple[bytes, ...]:
        """The leaves of the statements, by whoever signed them."""
        signers = {INTAKE.name: INTAKE, COUNSEL.name: COUNSEL}
        return tuple(
            make_leaf(raw, signers[Statement.parse(raw).first.name]) for raw in self.statements
        )

    def head(self, size: int, *witnesses: SigningKey, at: int = LAST) -> bytes:
        """A signed head over the first so many entries, with cosignatures at will."""
        text = Checkpoint(self.log.name, size, root(self.leaves[:size])).text
        lines = "".join(cosign(text, one, at) for one in witnesses)
        return f"{text}\n{self.log.line(text)}{lines}".encode()

    def tiles(self, size: int) -> NodeReader:
        """Every node of the tree that the operator shows."""
        leaves = self.leaves

        def read(level: int, index: int) -> bytes:
            part = leaves[index << level : (index + 1) << level]
            if size > len(leaves) or len(part) != 1 << level:
                raise LookupError(index)
            return root(part)

        return read

    def receipt(
        self, index: int, head: bytes, earlier: bytes | None = None, **more: object
    ) -> Receipt:
        """The receipt for an entry under a head."""
        size = Checkpoint.parse(Note.parse(head).text).size
        leaves = self.leaves[:size]
        before = None
        if earlier is not None:
            old = Checkpoint.parse(Note.parse(earlier).text).size
            before = Earlier(Note.parse(earlier), tuple(proof(old, leaves)))
        return Receipt(
            Statement.parse(self.statements[index]),
            self.leaves[index],
            index,
            tuple(path(index, leaves)),
            Note.parse(head),
            earlier=before,
            **more,  # type: ignore[arg-type]
        )

    def write(self, at: datetime, before: bytes | None, signer: SigningKey = INTAKE) -> bytes:
        """One more statement of a docket, signed."""
        kept = Statement.parse(before) if before is not None else None
        made = Opening.of("entry", self.dice.randbytes(32), self.dice.randbytes(12))
        self.openings.append(made)
        text = draft(
            "entry.recorded",
            self.log.key.hash,
            at,
            "ntp 50",
            docket=hashlib.sha256(b"a docket").digest(),
            seq=1 if kept is None or kept.seq is None else kept.seq + 1,
            prev=None if before is None else statement_hash(before),
            code=self.dice.choice(["document-received", "note-added", "answer-sent"]),
            commit={"entry": made.commitment},
        )
        return sign(text, signer)

    def grow(self, count: int) -> None:
        """Add so many statements, one minute apart."""
        for _ in range(count):
            at = START + timedelta(minutes=len(self.statements))
            before = self.statements[-1] if self.statements else None
            self.statements.append(self.write(at, before))


def policy(world: World, quorum: str = "both") -> str:
    """What a court was given on paper: the log, two outside witnesses, the signers."""
    return "\n".join(
        [
            f"log {world.log.key.vkey}",
            f"witness agency {AGENCY.key.vkey}",
            f"witness archive {ARCHIVE.key.vkey}",
            f"witness own {OPERATOR.key.vkey}",
            "group both all agency archive",
            f"quorum {quorum}",
            "#tecum policy 1",
            "#tecum operator own",
            f"#tecum signer {INTAKE.key.vkey}",
            f"#tecum signer {COUNSEL.key.vkey}",
            "",
        ]
    )


@dataclass
class Evidence:
    """What a verifier holds: a log, an older head it kept, a receipt and its trust file."""

    world: World
    kept: bytes
    older: int
    index: int
    receipt: bytes
    trust: str

    def judged(self) -> Verdict:
        """The verdict on it."""
        return verify(
            self.receipt,
            Policy.parse(self.trust.encode()),
            known={"kept": self.kept},
            tiles=self.world.tiles,
        )


def honest(seed: int) -> Evidence:
    """An office that keeps its log as it must, and a receipt of it."""
    dice = random.Random(seed)
    world = World(dice, log_key())
    older = dice.randint(2, 9)
    world.grow(older)
    kept = world.head(older, AGENCY, ARCHIVE, at=FIRST)
    world.grow(dice.randint(2, 9))
    index = dice.randrange(len(world.statements))
    newest = world.head(len(world.statements), AGENCY, ARCHIVE)
    receipt = world.receipt(
        index,
        newest,
        kept if index >= older else None,
        openings=(world.openings[index],) if dice.random() < 0.5 else (),
    )
    return Evidence(world, kept, older, index, write_receipt(receipt), policy(world))


# --- deceptions -----------------------------------------------------------------------------

Attack = Callable[[Evidence], None]
KINDS: dict[str, tuple[Attack, frozenset[str]]] = {}
"""Kind → how it is done, and the reasons by which it may be found."""


def kind(name: str, *reasons: str) -> Callable[[Attack], Attack]:
    """Enter a deception into the table."""

    def enter(function: Attack) -> Attack:
        KINDS[name] = (function, frozenset(reasons))
        return function

    return enter


def _show(evidence: Evidence, index: int | None = None, *witnesses: SigningKey) -> None:
    """The operator shows a receipt of the history as it now says it was."""
    world = evidence.world
    shown = evidence.index if index is None else index
    shown = min(shown, len(world.statements) - 1)
    head = world.head(len(world.statements), *witnesses)
    evidence.receipt = write_receipt(world.receipt(shown, head))


def _chain(world: World) -> None:
    """Number and chain the docket's statements anew, so that nothing inside them tells."""
    old, world.statements, world.openings = world.statements, [], []
    for raw in old:
        before = world.statements[-1] if world.statements else None
        world.statements.append(world.write(Statement.parse(raw).at, before))


@kind("edit", "fork")
def edit(evidence: Evidence) -> None:
    at = evidence.world.dice.randrange(evidence.older)
    world = evidence.world
    before = world.statements[at - 1] if at else None
    world.statements[at] = world.write(START - timedelta(days=1), before)
    _show(evidence)


@kind("delete", "fork")
def delete(evidence: Evidence) -> None:
    del evidence.world.statements[evidence.world.dice.randrange(evidence.older)]
    _chain(evidence.world)
    _show(evidence)


@kind("reorder", "fork")
def reorder(evidence: Evidence) -> None:
    rows = evidence.world.statements
    first = evidence.world.dice.randrange(evidence.older)
    second = evidence.world.dice.choice([n for n in range(len(rows)) if n != first])
    rows[first], rows[second] = rows[second], rows[first]
    _show(evidence)


@kind("truncate", "fork")
def truncate(evidence: Evidence) -> None:
    world = evidence.world
    del world.statements[world.dice.randrange(evidence.older) :]
    world.grow(evidence.older + world.dice.randint(1, 5))
    _show(evidence)


@kind("insert earlier", "fork")
def insert_earlier(evidence: Evidence) -> None:
    world = evidence.world
    at = world.dice.randrange(evidence.older)
    before = world.statements[at - 1] if at else None
    world.statements.insert(at, world.write(START, before))
    _show(evidence, at)


@kind("fork two views", "fork")
def fork(evidence: Evidence) -> None:
    world = evidence.world
    size = len(world.statements)
    evidence.kept = world.head(size)
    world.statements[-1] = world.write(START, world.statements[-2])
    world.dice.random()
    _show(evidence, size - 1, AGENCY, ARCHIVE)


@kind("backdate", "position")
def backdate(evidence: Evidence) -> None:
    world = evidence.world
    at = datetime.fromtimestamp(FIRST, UTC) - timedelta(days=world.dice.randint(1, 90))
    world.statements.append(world.write(at, world.statements[-1]))
    size = len(world.statements)
    head = world.head(size, AGENCY, ARCHIVE)
    evidence.receipt = write_receipt(world.receipt(size - 1, head, evidence.kept))


@kind("replay an old head", "inclusion")
def replay(evidence: Evidence) -> None:
    world = evidence.world
    index = world.dice.randrange(evidence.older, len(world.statements))
    receipt = world.receipt(index, world.head(len(world.statements)))
    evidence.receipt = write_receipt(replace(receipt, note=Note.parse(evidence.kept), earlier=None))


@kind("swap receipts", "leaf.checksum", "inclusion")
def swap(evidence: Evidence) -> None:
    world = evidence.world
    mine = Receipt.parse(evidence.receipt)
    other = world.dice.choice([n for n in range(len(world.statements)) if n != evidence.index])
    theirs = world.receipt(other, world.head(len(world.statements), AGENCY, ARCHIVE))
    changed = world.dice.choice(
        [
            replace(mine, statement=theirs.statement, openings=()),
            replace(mine, statement=theirs.statement, leaf=theirs.leaf, openings=()),
        ]
    )
    evidence.receipt = write_receipt(changed)


@kind("swap keys", "statement.signature", "leaf.keyhash", "checkpoint.signature", "malformed.note")
def swap_keys(evidence: Evidence) -> None:
    world = evidence.world
    mine = Receipt.parse(evidence.receipt)
    way = world.dice.randrange(3)
    if way == 0:
        stranger = make_key("stranger.example/intake", ED25519, world.dice.randbytes(32))
        text = mine.statement.note.text
        line = SignatureLine(INTAKE.name, INTAKE.key.id, stranger.sign(text.encode()))
        changed = replace(mine, statement=Statement.parse(f"{text}\n{line.text}".encode()))
    elif way == 1:
        changed = replace(mine, leaf=make_leaf(mine.statement.raw, COUNSEL))
    else:
        stranger = make_key("stranger.example/intake", ED25519, world.dice.randbytes(32))
        line = SignatureLine(world.log.name, world.log.key.id, stranger.sign(b"another text"))
        changed = replace(mine, note=Note.parse(f"{mine.note.text}\n{line.text}".encode()))
    evidence.receipt = write_receipt(changed)


@kind("move a cosignature time", "cosignature")
def move_time(evidence: Evidence) -> None:
    rows = Receipt.parse(evidence.receipt)
    dice = evidence.world.dice
    line = dice.randrange(1, len(rows.note.lines))
    moved = bytearray(rows.note.lines[line].signature)
    seconds = int.from_bytes(moved[:8], "big") + dice.choice([-1, 1]) * dice.randint(1, 10**6)
    moved[:8] = seconds.to_bytes(8, "big")
    lines = list(rows.note.lines)
    lines[line] = lines[line]._replace(signature=bytes(moved))
    text = rows.note.text + "\n" + "".join(one.text for one in lines)
    evidence.receipt = write_receipt(replace(rows, note=Note.parse(text.encode())))


@kind("foreign token", "timestamp")
def foreign_token(evidence: Evidence) -> None:
    world = evidence.world
    head = world.head(len(world.statements))
    made = world.receipt(evidence.index, head, tokens=(Token("tsa.example", _token(world.dice)),))
    evidence.receipt = write_receipt(made)


@lru_cache
def _any_token() -> bytes:
    return TimeAuthority("ecdsa").token(hashlib.sha256(b"another head").digest(), 1)


def _token(dice: random.Random) -> bytes:
    raw = bytearray(_any_token())
    if dice.random() < 0.5:
        raw[dice.randrange(len(raw))] ^= 1 << dice.randrange(8)
    return bytes(raw)


def _opened(evidence: Evidence) -> Receipt:
    world = evidence.world
    head = world.head(len(world.statements), AGENCY, ARCHIVE)
    return world.receipt(evidence.index, head, openings=(world.openings[evidence.index],))


@kind("wrong label", "disclosure")
def wrong_label(evidence: Evidence) -> None:
    made = _opened(evidence)
    label = evidence.world.dice.choice(["content", "sender", "reason", "addressee"])
    evidence.receipt = write_receipt(
        replace(made, openings=(made.openings[0]._replace(label=label),))
    )


@kind("wrong salt", "disclosure")
def wrong_salt(evidence: Evidence) -> None:
    made = _opened(evidence)
    salt = evidence.world.dice.randbytes(32)
    evidence.receipt = write_receipt(
        replace(made, openings=(made.openings[0]._replace(salt=salt),))
    )


@kind("other log's statement", "statement.log")
def other_log(evidence: Evidence) -> None:
    world = evidence.world
    elsewhere = World(world.dice, log_key("elsewhere"))
    elsewhere.grow(1)
    world.statements.append(elsewhere.statements[0])
    _show(evidence, len(world.statements) - 1, AGENCY, ARCHIVE)


@kind("reused seq", "out_of_sequence")
def reused_seq(evidence: Evidence) -> None:
    world = evidence.world
    world.statements.append(world.write(START + timedelta(days=1), world.statements[-2]))


@kind("broken prev", "out_of_sequence")
def broken_prev(evidence: Evidence) -> None:
    world = evidence.world
    before = Statement.parse(world.statements[-1])
    other = sign(before.note.text.replace("ntp 50", "ntp 51"), INTAKE)
    world.statements.append(world.write(START + timedelta(days=1), other))


@kind("second origin", "log", "statement.log")
def second_origin(evidence: Evidence) -> None:
    world = evidence.world
    world.log = log_key("second")
    if world.dice.random() < 0.5:
        _chain(world)
    assert world.log.name == origin_of(world.log.key.public)
    _show(evidence, None, AGENCY, ARCHIVE)


@kind("relaxed trust file", "quorum", "operator")
def relaxed(evidence: Evidence) -> None:
    world = evidence.world
    quorum = world.dice.choice(["none", "own"])
    evidence.trust = policy(world, quorum)
    _show(evidence, None, OPERATOR)


@kind("mixed versions", "malformed.header", "malformed.extra", "malformed.statement")
def mixed_versions(evidence: Evidence) -> None:
    rows = evidence.receipt
    way = evidence.world.dice.randrange(3)
    if way == 0:
        evidence.receipt = rows.replace(b"tlog-proof@v1", b"tlog-proof@v2")
        return
    mine = Receipt.parse(rows)
    old, new = (
        (b"tecum.receipt/1", b"tecum.receipt/2"),
        (b"tecum.statement/1", b"tecum.statement/2"),
    )[way - 1]
    evidence.receipt = _with_extra(write_receipt(mine), old, new)


def _with_extra(raw: bytes, old: bytes, new: bytes) -> bytes:
    header, extra, rest = raw.split(b"\n", 2)
    members = base64.b64decode(extra.removeprefix(b"extra ")).replace(old, new)
    return b"\n".join([header, b"extra " + base64.b64encode(members), rest])
