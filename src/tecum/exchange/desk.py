"""The desk of an office: its log, its vault, and what it keeps of messages that came and went.

DIR/private/exchange/
    taken/<id>.tecum      messages as they came      taken/<id>.note   our counter-statement
    theirs/<hash>.note    statements of others       theirs/<hash>.tlog-proof
    dockets/<name>        which of our dockets a thread belongs to
    quarantine/<sha256>   what came from nobody we know
    stopped/<name>        offices with which exchange rests
    heads/                every head of another log that was seen

Authority: DOCKET section 3.7.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tecum.errors import UsageError
from tecum.exchange.errors import ExchangeStopped
from tecum.exchange.message import Message, pack
from tecum.ledger.commitment import Opening
from tecum.ledger.drafts import OfficeVault
from tecum.ledger.encodings import from_base64, to_base64
from tecum.ledger.errors import Malformed, NotInLog
from tecum.ledger.folder import Folder
from tecum.ledger.journal import locked
from tecum.ledger.log import Log
from tecum.ledger.policy import Policy
from tecum.ledger.signing import SigningKey, draft, sign
from tecum.ledger.statement import Statement

__all__ = ["Desk", "Saying", "decoded_docket"]

Random = Callable[[int], bytes]


@dataclass(frozen=True)
class Saying:
    """What one of our statements says, but for what only log and vault know.

    Attributes:
        refs: Hashes of the statements that it is about.
        values: Label → short value to commit. ``files``: label → bytes of a file to commit.
    """

    type: str
    refs: tuple[bytes, ...] = ()
    channel: str | None = None
    grade: str | None = None
    codes: tuple[str, ...] = ()
    on: date | None = None
    heads: tuple[str, ...] = ()
    counts: Mapping[str, int] | None = None
    values: Mapping[str, bytes] | None = None
    files: Mapping[str, bytes] | None = None


@dataclass(frozen=True)
class Desk:
    """Where an office takes messages in and makes its own statements about them.

    Args:
        folder: The folder of its log. ``signer``: the role that speaks.
        policy: Whom it believes.
        clock: How good its clock is, as statements say it.
    """

    folder: Path
    log: Log
    vault: OfficeVault
    signer: SigningKey
    policy: Policy
    clock: str = "unknown"
    random: Random = secrets.token_bytes

    @classmethod
    def open(
        cls, directory: Path, policy: Policy, *, role: str | None = None, clock: str = "unknown"
    ) -> Desk:
        """The desk of the log in a folder.

        Raises:
            UsageError: there is no log, or which role speaks is not clear.
        """
        log = Log.open(directory)
        keys = [key for key in log.keys.values() if not key.name.endswith("/operator")]
        named = [key for key in keys if role in (None, key.name, key.name.rpartition("/")[2])]
        if len(named) != 1:
            known = ", ".join(key.name for key in keys)
            raise UsageError(
                "Which role speaks for the office is not clear.",
                do=f"Name it with --signer; this log has: {known}.",
                code="exchange.signer",
            )
        return cls(directory, log, OfficeVault.of(directory), named[0], policy, clock)

    @property
    def files(self) -> Folder:
        """What is kept of messages."""
        return Folder(self.folder / "private" / "exchange")

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep every other process of this desk away while a message is taken in or made."""
        self.files.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        with locked(self.files.root / ".lock"):
            yield

    def say(
        self,
        said: Saying,
        docket: str,
        at: datetime,
        *,
        before: Callable[[bytes], None] | None = None,
    ) -> Statement:
        """Commit, sign and log one statement; durable when this returns.

        Args:
            docket: Our docket, in base64.
            before: Told the signed statement before it enters the log.
        """
        record = None
        if said.values or said.files:
            record = self.vault.vault.commit(said.values or {}, files=said.files)
        seq, prev = self.log.next_in_docket(docket)
        text = draft(
            said.type,
            self.log.key.hash,
            at,
            self.clock,
            docket=from_base64(docket),
            seq=seq,
            prev=prev,
            ref=said.refs,
            channel=said.channel,
            grade=said.grade,
            code=said.codes,
            on=said.on,
            head=said.heads,
            count=said.counts,
            commit=record.commitments if record else {},
        )
        found = Statement.parse(sign(text, self.signer))
        if record is not None:
            self.vault.link(found.hash, [record.id])
        if before is not None:
            before(found.raw)
        self.log.append([found.raw])
        return found

    def statement(self, statement_hash: bytes) -> Statement | None:
        """A statement of our own log."""
        index = self.log.store.find(statement_hash)
        if index is None:
            return None
        return Statement.parse(next(self.log.store.rows(index, index + 1)).statement)

    def theirs(self, statement_hash: bytes) -> Statement | None:
        """A statement of another office that was taken in."""
        raw = self.files.read(f"theirs/{statement_hash.hex()}.note")
        return None if raw is None else Statement.parse(raw)

    def openings(self, statement: Statement, labels: Sequence[str]) -> list[Opening]:
        """The openings that may leave the office: by value only what is short."""
        return self.vault.openings(statement.hash, list(labels))

    def message(
        self,
        statement: Statement,
        labels: Sequence[str],
        *,
        payloads: Sequence[tuple[str, bytes]] = (),
        in_reply_to: str | None = None,
        stated: bytes | None = None,
    ) -> bytes:
        """A message that carries one of our statements, with head and receipt as they are now."""
        openings = self.openings(statement, labels)
        try:
            receipt = self.log.prove(statement.hash, openings)
        except NotInLog:
            receipt = None
        return pack(
            statement.raw,
            checkpoint=self.log.newest(),
            openings=openings,
            payloads=payloads,
            in_reply_to=in_reply_to,
            receipt=receipt,
            stated=stated,
        )

    def docket_of(self, message: Message) -> str:
        """Our docket for a message: of what it refers to, else of its thread, else a new one."""
        statement = message.statement
        for ref in statement.lines.get("ref", ()):
            own = self.statement(from_base64(ref))
            if own is not None and own.docket:
                return own.docket
            kept = self.files.read(f"dockets/{from_base64(ref).hex()}")
            if kept is not None:
                return kept.decode("ascii").strip()
        kept = self.files.read(f"dockets/{_thread_name(statement)}")
        return to_base64(self.random(32)) if kept is None else kept.decode("ascii").strip()

    def keep_docket(self, message: Message, docket: str) -> None:
        """Remember to which of our dockets a message and its thread belong."""
        for name in (message.id, _thread_name(message.statement)):
            if self.files.read(f"dockets/{name}") is None:
                self.files.replace(f"dockets/{name}", docket.encode() + b"\n")

    def keep_theirs(self, message: Message) -> None:
        """Keep another office's statement and its receipt, as they came."""
        name = f"theirs/{message.id}"
        self.files.replace(f"{name}.note", message.statement.raw)
        if message.receipt is not None:
            self.files.replace(f"{name}.tlog-proof", message.receipt)

    def stop(self, office: str) -> None:
        """Let exchange with an office rest until a person has looked."""
        self.files.replace(f"stopped/{_office_name(office)}", office.encode() + b"\n")

    def resume(self, office: str) -> bool:
        """Go on with an office; whether exchange with it had rested."""
        path = self.files.root / "stopped" / _office_name(office)
        if not path.exists():
            return False
        path.unlink()
        return True

    def require_open(self, office: str) -> None:
        """Refuse where exchange with an office rests.

        Raises:
            ExchangeStopped: see there.
        """
        if self.files.read(f"stopped/{_office_name(office)}") is not None:
            raise ExchangeStopped

    @property
    def head(self) -> str:
        """Our log's newest head, as a statement names it."""
        head = self.log.head
        if head is None:
            raise NotInLog("No head was signed yet.", do="Append a statement first.")
        return f"{head.origin} {head.size} {to_base64(head.root)}"

    @property
    def kept_heads(self) -> Path:
        """Where every head of another log that was seen is kept."""
        return self.files.root / "heads"

    @property
    def evidence(self) -> Path:
        """Where contradictions are kept."""
        return self.folder / "evidence"


def _thread_name(statement: Statement) -> str:
    """A name for another office's docket in its log; none of ours can be mistaken for it."""
    docket = (statement.docket or "").encode()
    return "thread-" + hashlib.sha256(statement.log + docket).hexdigest()


def _office_name(office: str) -> str:
    return hashlib.sha256(office.encode()).hexdigest()[:32]


def decoded_docket(text: str) -> str:
    """A docket's name as a person wrote it.

    Raises:
        UsageError: it is not 32 bytes in base64.
    """
    try:
        if len(from_base64(text)) == 32:
            return text
    except Malformed:
        pass
    raise UsageError(
        "A docket is named by 32 bytes in base64.",
        do="Take it from what `tecum exchange send` or `take-in` printed.",
        code="exchange.docket",
    )
