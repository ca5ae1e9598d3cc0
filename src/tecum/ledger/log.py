"""A log: opened, appended to, published and proved from; the office's side of every receipt.

DIR/log.toml · public/ (tiles, heads) · private/ (entries, journal, keys) · evidence/
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Self

from tecum.clock import now
from tecum.errors import UsageError
from tecum.ledger.admitting import row_of
from tecum.ledger.audit import Finding, Report, audit
from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.commitment import Opening
from tecum.ledger.config import LogConfig
from tecum.ledger.errors import (
    NotInLog,
    Quarantined,
)
from tecum.ledger.folder import Files, Folder
from tecum.ledger.founding import (
    config_text,
    lay_out,
    make_key,
    make_signers,
    new_log_key,
    operator_of,
    private_keys,
    require_empty,
    trust_file,
)
from tecum.ledger.handing import Tree, receipt_of
from tecum.ledger.heads import Heads
from tecum.ledger.journal import FileJournal, Head, Journal, locked
from tecum.ledger.merkle import root_of
from tecum.ledger.note import Key, SignatureLine
from tecum.ledger.proofs import consistency
from tecum.ledger.quarantine import keep_reason, reason_of
from tecum.ledger.sequencer import Sequencer
from tecum.ledger.signing import SigningKey, draft, sign
from tecum.ledger.statement import HEADER, Statement
from tecum.ledger.store import ANY, Row, SqliteStore, Store
from tecum.ledger.tiles import node_reader
from tecum.ledger.witness.claims import SeenBy, require_no_claim
from tecum.worded import worded as _

__all__ = ["Log", "Parts", "make_key", "private_keys"]

_FROZEN = f"{HEADER}\ntype log.frozen\n".encode()


class Parts(NamedTuple):
    """Where a log keeps its entries and its journal, and how other sequencers are kept away."""

    store: Store
    journal: Journal
    lock: Callable[[], AbstractContextManager[None]] = nullcontext


class Log:
    """An append-only log of signed statements.

    Args:
        store: The entries. ``journal``: the last signed head. ``files``: the public folder.
        key: The log's key. ``signers``: who may speak in this log.
        retired: Who spoke in it once; their statements stand, new ones are refused.
        keys: Private keys with which this process may make leaves. That of a retired signer makes
            leaves for what was signed before it retired, and only where ``append`` is told so.
        lock: Held while signing, so that two processes do not work for nothing.
        report: Called with the text of a quarantine, to keep it as evidence.
        guard: Refuses to sign for a reason that lies outside the log's own records.
        ended: Another log goes on in this one's place; this one signs nothing more.
    """

    def __init__(
        self,
        store: Store,
        journal: Journal,
        files: Files,
        key: SigningKey,
        signers: Iterable[Key],
        *,
        retired: Iterable[Key] = (),
        keys: Iterable[SigningKey] = (),
        lock: Callable[[], AbstractContextManager[None]] = nullcontext,
        report: Callable[[str], None] = lambda _: None,
        step: Callable[[str], None] = lambda _: None,
        guard: Callable[[Log], None] = lambda _: None,
        ended: bool = False,
    ) -> None:
        self.store, self.files, self.key = store, files, key.key
        self.heads = Heads(files)
        self.signers = {(signer.name, signer.id): signer for signer in signers}
        self.retired = {(signer.name, signer.id): signer for signer in retired}
        held = {(one.name, one.key.id): one for one in keys}
        self.keys = {which: one for which, one in held.items() if which in self.signers}
        self._late = {which: one for which, one in held.items() if which in self.retired}
        self._sequencer = Sequencer(store, journal, files, key, step=step)
        self._journal, self._lock, self._report, self._guard = journal, lock, report, guard
        self._thread, self._ended = threading.RLock(), ended
        self._open_at = 0

    @classmethod
    def create(
        cls,
        directory: Path,
        name: str,
        roles: Sequence[str],
        *,
        at: datetime,
        clock: str,
        parts: Callable[[str], Parts] | None = None,
    ) -> Log:
        """Make a log in an empty folder: keys, configuration, entry 0, first head.

        Args:
            name: The office's name for people.
            roles: Key names ``<office domain>/<role>``; one named ``…/operator`` (or else the
                first) signs entry 0.
        """
        require_empty(directory)
        signers, log_key = make_signers(roles), new_log_key()
        vkeys = [signer.key.vkey for signer in signers]
        trusted = trust_file(log_key.key.vkey, name, vkeys)
        lay_out(directory, log_key, signers, config_text(log_key.name, name, vkeys), trusted)
        log = cls.open(directory, parts=parts)
        text = draft("log.opened", log.key.hash, at, clock, key=vkeys)
        log.append([sign(text, operator_of(signers))])
        return log

    @classmethod
    def open(
        cls,
        directory: Path,
        *,
        use_lock: bool = True,
        clock: Callable[[], datetime] = now,
        step: Callable[[str], None] = lambda _: None,
        parts: Callable[[str], Parts] | None = None,
    ) -> Self:
        """Open a log that lies in a folder.

        Args:
            parts: Origin → where entries and journal are, if they are not in the folder.

        Raises:
            UsageError: there is no log in that folder.
            Quarantined: code ``key.mismatch``.
        """
        config = LogConfig.read(directory)
        keys = private_keys(directory)
        key = next((one for one in keys if one.name == config.origin), None)
        if key is None:
            raise UsageError(
                _('There is no usable log in "{folder}".', folder=directory.name),
                why=_("The log's key is missing or cannot be read."),
                do=_("Name a folder made by: tecum log init."),
                code="log.absent",
            )
        if parts is None and config.store == "database":
            raise UsageError(
                _("This log's entries lie in the product's database."),
                why=_("Its folder alone would look like a log that lost everything."),
                do=_("Use the product's own pages and commands for this log."),
                code="log.database",
            )
        private = directory / "private"
        seen_by = SeenBy(private / "witnesses")
        witnesses = [one.key for one in config.witnesses]
        found = parts(config.origin) if parts is not None else _folder_parts(private, use_lock)
        return cls(
            found.store,
            found.journal,
            Folder(directory / "public"),
            key,
            config.signers,
            retired=config.retired,
            keys=[one for one in keys if one.key in (*config.signers, *config.retired)],
            lock=found.lock,
            report=lambda text: keep_reason(directory / "evidence", clock(), text),
            step=step,
            guard=lambda log: require_no_claim(
                seen_by, log.key, lambda: log.head, log.root_at, witnesses
            ),
            ended=bool(config.ended),
        )

    @property
    def head(self) -> Checkpoint | None:
        """The last signed head."""
        head = self._journal.read()
        return head.checkpoint if head else None

    def append(
        self,
        statements: Sequence[bytes],
        leaves: Sequence[bytes] | None = None,
        *,
        late: bool = False,
    ) -> list[int]:
        """Put signed statements into the log; durable and published when this returns.

        A statement that is in the log already keeps its first index. Without ``leaves`` the
        log makes them, where it holds the first signer's key.

        Args:
            statements: Each as it was signed.
            leaves: One for each statement, where the signer made them itself.
            late: The caller kept these statements from when they were signed: they stand though
                their signer has retired since. How far they count, the trust file says.

        Raises:
            Malformed, BadSignature, UnknownKey, OutOfSequence: the statement cannot be taken.
            Quarantined, Busy, StorageFailed: the log cannot sign now; nothing is acknowledged.
        """
        if leaves is not None and len(leaves) != len(statements):
            raise ValueError("one leaf a statement")
        rows = [
            self._row(raw, leaves[at] if leaves is not None else None, late=late)
            for at, raw in enumerate(statements)
        ]
        with self._signing():
            self._require_open(rows)
            found = self._sequencer.append(rows)
            if found and not rows[-1].statement.startswith(_FROZEN):
                self._open_at = found[-1] + 1
            return found

    def checkpoint(self) -> bytes:
        """Publish what waits and give the newest head as it was signed."""
        with self._signing():
            if self._ended:
                return self.newest()
            self._sequencer.check_start()
            return self._sequencer.publish().as_signed

    def newest(self) -> bytes:
        """The newest signed head, as it was signed.

        Raises:
            NotInLog: no head was signed yet.
        """
        head = self._journal.read()
        if head is None:
            raise NotInLog(_("No head was signed yet."), do=_("Append a statement first."))
        return head.as_signed

    def consistency(self, old: int, new: int) -> list[bytes]:
        """The proof that the head of size ``new`` extends the one of size ``old``."""
        if not 0 < old < new:
            return []
        self._whole_head()
        return consistency(old, new, node_reader(self.files.read, new))

    def root_at(self, size: int) -> bytes:
        """The root of the first so many entries, from the tiles of the newest head."""
        head = self._whole_head()
        whole = max(size, head.size) if head is not None else size
        return root_of(size, node_reader(self.files.read, whole))

    def keep_cosignatures(self, size: int, lines: Sequence[SignatureLine]) -> None:
        """Keep what witnesses gave, and publish the newest head with it (step 7).

        Nothing is signed: a log that may not sign still takes what witnesses say.
        """
        with self._thread, self._lock():
            self._sequencer.publish_signed()
            self.heads.keep_cosignatures(size, lines)
            self._sequencer.republish(self.heads)

    def check(self) -> None:
        """Raise :class:`Quarantined` where the log may not sign."""
        with self._signing():
            self._sequencer.check_start()

    def next_in_docket(self, docket: str) -> tuple[int, bytes | None]:
        """The ``seq`` and ``prev`` that a docket's next statement must carry."""
        last = self.store.last(docket)
        return (last[0] + 1, last[1]) if last and last != ANY else (1, None)

    def audit(
        self,
        known: Mapping[str, bytes] | None = None,
        *,
        witnesses: Iterable[Key] = (),
        authorities: Mapping[str, Sequence[bytes]] | None = None,
    ) -> Report:
        """Hash everything again and compare with every head ever kept and every witness."""
        report = audit(
            self.store,
            self._journal,
            self.files,
            self.key,
            [*self.signers.values(), *self.retired.values()],
            known=known,
            witnesses=witnesses,
            authorities=authorities,
        )
        try:
            self._guard(self)
        except Quarantined as error:
            if error.code not in {code for code, _ in report.findings}:
                report.findings.append(Finding(error.code, error.detail))
        return report

    def find(self, statement_hash: bytes) -> int:
        """The index of a statement.

        Raises:
            NotInLog: the log does not hold it.
        """
        index = self.store.find(statement_hash)
        if index is None:
            raise NotInLog(_("The log does not hold this statement."), do=_("Check the hash."))
        return index

    def prove(
        self, statement_hash: bytes, openings: Sequence[Opening] = (), *, size: int | None = None
    ) -> bytes:
        """A receipt for a statement, under the newest head that witnesses have cosigned.

        Of the newest heads above the entry the one with most witnesses and most tokens serves;
        where there is none with either, the newest. An earlier cosigned
        head, where one exists, shows what time the entry is not older than.

        Args:
            openings: Only these are disclosed; an opening once given cannot be taken back.
            size: Use the head of this size.
        """
        index = self.find(statement_hash)
        head = self._whole_head()
        row = next(self.store.rows(index, index + 1))
        if head is None or head.size <= index:
            raise NotInLog(
                _("The statement is recorded but not yet under a signed head."),
                do=_("Publish a head first: tecum log checkpoint."),
            )
        line = Statement.parse(row.statement).first
        if size is None:
            choose = self.heads.first if (line.name, line.id) in self.retired else self.heads.best
            size = choose(index + 1, head.size)
        return receipt_of(row, index, Tree(size, self.files.read, head.size), self.heads, openings)

    @property
    def is_frozen(self) -> bool:
        """Whether the log has ended: its last entry or its configuration says so."""
        if self._ended:
            return True
        size = self.store.size()
        if size == self._open_at:
            return False
        last = next(self.store.rows(size - 1, size), None)
        return last is not None and last.statement.startswith(_FROZEN)

    def _require_open(self, rows: Sequence[Row]) -> None:
        if self.is_frozen and any(self.store.find(row.statement_hash) is None for row in rows):
            raise UsageError(
                _("The log has ended; it takes no further statements."),
                why=_("Its last entry states its last head, which others rely on."),
                do=_("Go on in its successor: tecum log continue OLD NEW --code yearly."),
                code="log.frozen",
            )

    def _row(self, raw: bytes, leaf: bytes | None, *, late: bool = False) -> Row:
        signers = {**self.signers, **(self.retired if late else {})}
        keys = {**self.keys, **(self._late if late else {})}
        return row_of(raw, leaf, self.key, signers, keys)

    def _whole_head(self) -> Head | None:
        """The last signed head, once the files that a power cut took are there again."""
        self._sequencer.mend()
        return self._journal.read()

    @contextmanager
    def _signing(self) -> Iterator[None]:
        with self._thread, self._lock():
            try:
                self._guard(self)
                yield
            except Quarantined as error:
                self._report(self._evidence(error))
                raise

    def _evidence(self, error: Quarantined) -> str:
        published = self.files.read("checkpoint") or b""
        try:
            head = self._journal.read()
        except Quarantined:
            head = None
        return reason_of(error, head, published, self.store.size())


def _folder_parts(private: Path, use_lock: bool) -> Parts:
    lock = private / "lock"
    return Parts(
        SqliteStore(private / "entries.sqlite"),
        FileJournal(private / "head.journal"),
        (lambda: locked(lock)) if use_lock else nullcontext,
    )
