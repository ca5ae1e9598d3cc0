"""The audit: hash everything again, compare with every head ever kept, name what is damaged.

It reads; it never repairs and never signs. A migration or restore ends with one. The log may
grow meanwhile: what is published is read before the journal, and the journal before the entries,
so that whatever was signed in good order stands in what is read next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tecum.ledger.bundles import bundle, bundle_path
from tecum.ledger.checkpoint import Checkpoint, SignedCheckpoint
from tecum.ledger.errors import (
    BadSignature,
    Malformed,
    OutOfSequence,
    Quarantined,
    StorageFailed,
    TokenRefused,
)
from tecum.ledger.folder import Files
from tecum.ledger.heads import Heads
from tecum.ledger.journal import Head, Journal
from tecum.ledger.merkle import leaf_hash
from tecum.ledger.nodes import inside, nodes_path
from tecum.ledger.note import Key, Note, SignatureLine
from tecum.ledger.proofs import Range
from tecum.ledger.sequencer import rehash
from tecum.ledger.statement import Statement, check_leaf
from tecum.ledger.store import Row, Store, require_next
from tecum.ledger.tiles import WIDTH, tile_path
from tecum.ledger.token import check_token

__all__ = ["Finding", "Report", "audit"]

_UNJUDGED = {"timestamp.untrusted", "timestamp.no_certificate", "timestamp.unsupported"}


class Finding(NamedTuple):
    """Something that is not as it must be: which rule, and where."""

    code: str
    where: str


@dataclass
class Report:
    """What an audit looked at and what it found."""

    entries: int = 0
    size: int = 0
    root: bytes = b""
    heads: int = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def audit(
    store: Store,
    journal: Journal,
    files: Files,
    key: Key,
    signers: Iterable[Key],
    *,
    known: Mapping[str, bytes] | None = None,
    witnesses: Iterable[Key] = (),
    authorities: Mapping[str, Sequence[bytes]] | None = None,
) -> Report:
    """Hash every entry again and compare with tiles, bundles, journal and all kept heads.

    Args:
        known: Name → heads of this log that others have kept.
        witnesses: Keys of witnesses, whose every kept line must verify.
        authorities: Name → pinned certificates, by which their tokens must verify.
    """
    run = _Audit(store, files, key, signers)
    run.witnesses, run.authorities = tuple(witnesses), dict(authorities or {})
    run.read_heads(known or {})
    head = run.journal_head(journal)
    try:
        run.read_entries()
    except StorageFailed as error:
        run.find("storage", str(error.fields["step"]))
    run.compare(head)
    return run.report


class _Kept(NamedTuple):
    where: str
    head: Checkpoint


class _File(NamedTuple):
    """A tile or bundle as the entries make it: where it lies when full, how wide it is."""

    path: str
    data: bytes
    step: int
    width: int

    @property
    def newest(self) -> str:
        """Where it lies at this width."""
        return self.path if self.width == WIDTH else f"{self.path}.p/{self.width}"


class _Audit:
    def __init__(self, store: Store, files: Files, key: Key, signers: Iterable[Key]) -> None:
        self.store, self.files, self.key = store, files, key
        self.heads = Heads(files)
        self.witnesses: tuple[Key, ...] = ()
        self.authorities: dict[str, Sequence[bytes]] = {}
        self.signers = {(one.name, one.id): one for one in signers}
        self.report = Report()
        self.signed = 0
        self.kept: list[_Kept] = []
        self.roots: dict[int, bytes] = {}
        self.last: dict[str, tuple[int, bytes]] = {}
        self.levels: list[list[bytes]] = [[]]
        self.leaves: list[bytes] = []
        self.full: dict[int, int] = {}

    def find(self, code: str, where: str) -> None:
        self.report.findings.append(Finding(code, where))

    def journal_head(self, journal: Journal) -> Head | None:
        try:
            head = journal.read()
        except Quarantined as error:
            self.find(error.code, error.detail)
            return None
        if head is None:
            self.find("journal.lost", "there is no head in the journal")
            return None
        # A line that another process is about to write looks like this for a moment.
        if not journal.is_whole() and journal.read() == head and not journal.is_whole():
            self.find("journal.lost", "journal: what stands behind its last head is none")
        self._keep("journal", head.as_signed, head.size)
        if self.files.read(f"checkpoints/{head.size}") is None:
            self.find("checkpoint.missing", f"checkpoints/{head.size}")
        return head

    def read_heads(self, known: Mapping[str, bytes]) -> None:
        """Every head that was published or kept elsewhere must be ours, and well signed."""
        names = self.files.names("checkpoints")
        for name in names:
            number, _, rest = name.partition(".")
            raw = self.files.read(f"checkpoints/{name}") or b""
            if not rest:
                self._keep(f"checkpoints/{name}", raw, int(number) if number.isdigit() else -1)
            elif rest == "cosignatures":
                self._read_cosignatures(name, number, raw)
            elif rest.endswith(".tsr"):
                self._read_token(name, number, raw)
            elif not rest.endswith(".renewal") or f"{name.partition('.tsr.')[0]}.tsr" not in names:
                self.find("checkpoint.place", f"checkpoints/{name}")
        self._keep("checkpoint", self.files.read("checkpoint") or b"", None)
        for name, raw in known.items():
            self._keep(name, raw, None)

    def _keep(self, where: str, raw: bytes, size: int | None) -> None:
        try:
            signed = self._open(Note.parse(raw))
        except (Malformed, BadSignature) as error:
            self.find(error.code, where)
            return
        if signed.head.origin != self.key.name or size not in (None, signed.head.size):
            self.find("checkpoint.place", where)
        if size is not None and raw != signed.as_signed:
            self.find("checkpoint.lines", where)
        self.kept.append(_Kept(where, signed.head))
        self.report.heads += 1

    def _read_cosignatures(self, name: str, size: str, raw: bytes) -> None:
        head = self.files.read(f"checkpoints/{size}") or b""
        for row in raw.splitlines(keepends=True):
            try:
                note = Note.parse(head + row)
                if len(note.lines[-1].signature) != 72:
                    raise Malformed("malformed.note")
                self._open(note)
            except (Malformed, BadSignature) as error:
                self.find(error.code, f"checkpoints/{name}")

    def _open(self, note: Note) -> SignedCheckpoint:
        if any(map(self._is_half_known, note.lines)):
            raise BadSignature("cosignature")
        return SignedCheckpoint.verify(note, self.key, self.witnesses)

    def _is_half_known(self, line: SignatureLine) -> bool:
        """A line with the name of a witness and another's key id, or the other way round.

        Lines of witnesses that are not asked about are left alone; a line like this is damaged.
        """
        named = any(line.name == key.name for key in self.witnesses)
        keyed = any(line.id == key.id for key in self.witnesses)
        return named is not keyed

    def _read_token(self, name: str, size: str, raw: bytes) -> None:
        """A token and its renewals; those of authorities that are not pinned are not judged."""
        authority = name.removeprefix(f"{size}.").removesuffix(".tsr")
        try:
            self._judge(authority, raw, self.files.read(f"checkpoints/{size}") or b"")
            chain = self.heads.renewals(name)
            for number, one in enumerate(chain):
                if one.number != number + 1:
                    raise Malformed("timestamp.name")
                message = self.heads.renewed_message(name, chain[:number], one.size)
                self._judge(one.authority, self.heads.token(one.name), message)
        except (TokenRefused, Malformed) as error:
            self.find(error.code, f"checkpoints/{name}")
        except LookupError:
            self.find("checkpoint.missing", f"checkpoints/{name}")

    def _judge(self, authority: str, raw: bytes, message: bytes) -> None:
        pins = self.authorities.get(authority)
        try:
            check_token(raw, message, pins or ())
        except TokenRefused as error:
            if pins or error.code not in _UNJUDGED:
                raise

    def read_entries(self) -> None:
        """One pass over the entries: leaves, signatures, chains, tiles, bundles, roots."""
        wanted = {kept.head.size for kept in self.kept}
        self.signed = max(wanted, default=0)
        edge, waiting = Range(), list[bytes]()
        self.roots[0] = edge.root()
        for index, row in enumerate(self._rows()):
            self._read_row(index, row)
            digest = leaf_hash(row.leaf)
            waiting.append(digest)
            if index + 1 in wanted or len(waiting) == WIDTH:
                edge.extend(waiting)
                waiting.clear()
            if index + 1 in wanted:
                self.roots[edge.size] = edge.root()
            self._add(0, digest, must_be_there=index < self.signed)
            self._bundle(row.leaf, must_be_there=index < self.signed)
            if index + 1 == self.signed:
                for file in self._last_files():
                    self._require(file)
        for file in self._last_files():
            self._compare_parts(file)

    def _rows(self) -> Iterator[Row]:
        """The entries; where files are of more, also those that came since they were counted."""
        read, ahead = 0, list[str]()
        while True:
            size = self.report.entries = self.store.size()
            if size == read and ahead:
                for path in ahead:
                    self.find("tile.mismatch", path)
                return
            for row in self.store.rows(read, size):
                yield row
                read += 1
            if read != size:
                self.find("leaf.mismatch", f"entry {read} is missing")
                return
            ahead = [path for file in self._last_files() for path in self._ahead_of(file)]
            if not ahead:
                return

    def _read_row(self, index: int, row: Row) -> None:
        where = f"entry {index}"
        try:
            rehash(row, index)
            statement = Statement.parse(row.statement)
            line = statement.first
            key = self.signers.get((line.name, line.id))
            if key is None:
                self.find("signer", where)
            else:
                statement.check_signature(line, key)
                check_leaf(row.statement, row.leaf, key)
            if statement.docket is not None and statement.seq is not None:
                before = self.last.get(statement.docket) or self.store.carried(statement.docket)
                self.last[statement.docket] = (statement.seq, statement.hash)
                require_next(statement, before)
        except (Quarantined, Malformed, BadSignature, OutOfSequence) as error:
            self.find(error.code, where)

    def _add(self, level: int, digest: bytes, *, must_be_there: bool) -> None:
        if level == len(self.levels):
            self.levels.append([])
        hashes = self.levels[level]
        if len(hashes) == WIDTH:
            hashes.clear()
        hashes.append(digest)
        if len(hashes) == WIDTH:
            self.full[level] = self.full.get(level, 0) + 1
            self._compare(self._tile(level), must_be_there=must_be_there)
            nodes, root = inside(b"".join(hashes))
            path = nodes_path(level, self.full[level] - 1)
            if (self.files.read(path) or nodes) != nodes:
                self.find("tile.mismatch", path)
            self._add(level + 1, root, must_be_there=must_be_there)

    def _bundle(self, leaf: bytes, *, must_be_there: bool) -> None:
        if len(self.leaves) == WIDTH:
            self.leaves.clear()
        self.leaves.append(leaf)
        if len(self.leaves) == WIDTH:
            self._compare(self._last_bundle(), must_be_there=must_be_there)

    def _tile(self, level: int) -> _File:
        hashes = self.levels[level]
        number = self._number(level, hashes)
        return _File(tile_path(level, number), b"".join(hashes), 32, len(hashes))

    def _last_bundle(self) -> _File:
        number = self._number(0, self.levels[0])
        step, width = 2 + len(self.leaves[0]), len(self.leaves)
        return _File(bundle_path(number), bundle(self.leaves), step, width)

    def _last_files(self) -> Iterator[_File]:
        """Tile and bundle at the right edge of what was read."""
        yield from (self._tile(level) for level, hashes in enumerate(self.levels) if hashes)
        if self.leaves:
            yield self._last_bundle()

    def _number(self, level: int, hashes: list[bytes]) -> int:
        full = self.full.get(level, 0)
        return full - 1 if len(hashes) == WIDTH else full

    def _ahead_of(self, file: _File) -> list[str]:
        """The files of a tile or bundle that are of more entries than were read."""
        if file.width == WIDTH:
            return []
        names = [name for name in self.files.names(f"{file.path}.p") if name.isdigit()]
        wider = [f"{file.path}.p/{name}" for name in names if int(name) > file.width]
        return wider + ([file.path] if self.files.read(file.path) is not None else [])

    def _compare(self, file: _File, *, must_be_there: bool) -> None:
        if must_be_there:
            self._require(file)
        self._compare_parts(file)

    def _require(self, file: _File) -> None:
        """The newest file must be there; a full one serves as well."""
        there = self.files.read(file.newest)
        full = (self.files.read(file.path) or b"").startswith(file.data)
        if there != file.data and not (there is None and full):
            self.find("tile.mismatch", file.newest)

    def _compare_parts(self, file: _File) -> None:
        """Every file of a tile or bundle must be its beginning; those ahead are told apart."""
        for name in self.files.names(f"{file.path}.p"):
            path = f"{file.path}.p/{name}"
            if not name.isdigit() or (
                int(name) <= file.width
                and self.files.read(path) != file.data[: file.step * int(name)]
            ):
                self.find("tile.mismatch", path)
        if file.width == WIDTH and self.files.read(file.path) not in (None, file.data):
            self.find("tile.mismatch", file.path)

    def compare(self, head: Head | None) -> None:
        """Every kept head against what the entries hash to."""
        size = head.size if head else 0
        self.report.size, self.report.root = size, self.roots.get(size, b"")
        if self.report.entries < size:
            self.find("rollback.entries", f"{self.report.entries} entries, head of size {size}")
        for where, kept in self.kept:
            if kept.size > size:
                self.find("rollback.journal", where)
            elif self.roots.get(kept.size, kept.root) != kept.root:
                self.find("fork.root", where)
