"""The durable order of steps by which statements become entries under a signed head.

    0 state check · 1 insert · 2 re-read, re-hash, write tiles · 3 read back, compare roots
    4 sign, compare-and-swap the journal · 5 publish · 6 acknowledge

Entries (1) and journal (4) are durable before the next step begins. The public files of 2 and
5 follow from them byte for byte: they stand before every reader when their step ends, reach the
disk together later, and are made again after a power cut (:mod:`tecum.ledger.mending`). Nothing
is acknowledged before step 5. A lock keeps other sequencers away as a courtesy; the
compare-and-swap is the real guard.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256

from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.errors import BadProof, BadSignature, Busy, Malformed, Quarantined
from tecum.ledger.folder import Files, Part
from tecum.ledger.heads import Heads
from tecum.ledger.journal import Head, Journal
from tecum.ledger.mending import mend, settle
from tecum.ledger.merkle import check_consistency, leaf_hash, root_of
from tecum.ledger.note import Note
from tecum.ledger.proofs import Above, Range, consistency
from tecum.ledger.signing import SigningKey, signed_head
from tecum.ledger.statement import LEAF_BYTES
from tecum.ledger.store import Row, Store
from tecum.ledger.tiles import WIDTH, node_reader, tile_path
from tecum.ledger.writer import Writer

__all__ = ["MAX_BATCH", "MAX_WAITING", "Sequencer", "origin_of", "rehash"]

MAX_BATCH = 1000
MAX_WAITING = 10_000
WINDOW = 64
"""After so many heads their public files are settled: a start after a power cut stays short."""
_ATTEMPTS = 100


def origin_of(public: bytes) -> str:
    """A log's name is made from its key, so that a new key is a new log (Sigsum v1)."""
    return f"sigsum.org/v1/tree/{sha256(public).hexdigest()}"


class Sequencer:
    """Takes entries in order, signs heads, and refuses where its own records disagree.

    Args:
        store: The entries and their statements.
        journal: The one row that says which head was signed last.
        files: The public folder.
        key: The log's key; its name is the origin.
        step: Called with the number of each step that has become durable (tests).
    """

    def __init__(
        self,
        store: Store,
        journal: Journal,
        files: Files,
        key: SigningKey,
        *,
        step: Callable[[str], None] = lambda _: None,
    ) -> None:
        if key.name.startswith("sigsum.org/") and key.name != origin_of(key.key.public):
            raise Quarantined("key.mismatch", "the key does not belong to the origin")
        self.store, self.journal, self.files, self.key = store, journal, files, key
        self._step = step
        self._edge: tuple[Head, Range] | None = None
        self._last = (b"", b"")
        self._above = Above()
        self._laid = 0
        self._is_mended = False

    def append(self, rows: Sequence[Row]) -> list[int]:
        """Steps 0 to 5 for a batch: durable, signed and published when this returns.

        Raises:
            Quarantined: the log may not sign.
            Busy: more than 10,000 entries wait already.
            OutOfSequence: a statement does not follow its docket's last one.
            StorageFailed: nothing was acknowledged.
        """
        head, entries = self._state()
        if entries - (head.size if head else 0) + len(rows) > MAX_WAITING:
            raise Busy("The log has more waiting than it takes at once.", do="Try again shortly.")
        self._step("0")
        found: list[int] = []
        for start in range(0, len(rows), MAX_BATCH):
            found += self.store.insert(rows[start : start + MAX_BATCH])
        self._step("1")
        if self._publish_from(head) is None:
            self.publish()
        return found

    def publish(self) -> Head:
        """Steps 2 to 5 for whatever waits; with nothing waiting, publish and settle what is."""
        for _ in range(_ATTEMPTS):
            signed = self._publish_from(self.check_state())
            if signed is not None:
                return signed
        raise Busy("Another sequencer is at work on this log.", do="Stop one of the two.")

    def _publish_from(self, head: Head | None) -> Head | None:
        """Once from a head that was checked; none when another sequencer's swap came first."""
        size = self.store.size()
        if head is not None and size == head.size:
            self._publish(head)
            self._settle()
            return head
        signed = self._sequence(head, size)
        if signed is not None:
            self._publish(signed)
            self._laid += 1
            if self._laid >= WINDOW:
                self._settle()
        return signed

    def publish_signed(self) -> None:
        """Step 5 for the journal's head, which a process that ended may have left out."""
        head = self.journal.read()
        if head is not None:
            self._publish(head)

    def republish(self, heads: Heads) -> None:
        """Step 7: the journal's head with the newest cosignature of each witness."""
        head = self.journal.read()
        if head is None or not heads.cosignatures(head.size, head.checkpoint.text):
            return
        self.files.replace("checkpoint", heads.note(head.size, newest=True).raw)
        # Another sequencer may have signed in between; the newest head is the published one.
        newest = self.journal.read()
        if newest is not None and newest.size > head.size:
            self._publish(newest)

    def mend(self) -> None:
        """Once a process: make again what a power cut took of the public files."""
        if not self._is_mended:
            mend(self.store, self.journal, self.files)
            self._laid = len(self.journal.recent().heads)
            self._is_mended = True

    def _settle(self) -> None:
        settle(self.journal, self.files)
        self._laid = 0

    def check_state(self) -> Head | None:
        """Step 0: refuse to sign where journal, entries and published heads disagree.

        Raises:
            Quarantined: codes ``journal.lost``, ``rollback.*``, ``fork.root``, ``tile.mismatch``.
        """
        return self._state()[0]

    def _state(self) -> tuple[Head | None, int]:
        """The head that was found good, and how many entries there are."""
        head = self.journal.read()
        if head is None:
            is_published = self._own_head("checkpoint") or self.files.names("checkpoints")
            # Another sequencer may have signed the first head since.
            head = self.journal.read()
            if head is None and is_published:
                raise Quarantined("journal.lost", "heads were published, the journal is gone")
        if head is None:
            self.mend()
            return None, self.store.size()
        published = self._other_head("checkpoint", head)
        if published and published.size > head.size:
            # Another sequencer may have signed between the two reads.
            head = self.journal.read() or head
        entries = self.store.size()
        if entries < head.size:
            raise Quarantined("rollback.entries", f"{entries} entries, head of size {head.size}")
        self.mend()
        kept = (published, self._other_head(f"checkpoints/{head.size}", head))
        for other in filter(None, kept):
            if other.size > head.size:
                raise Quarantined(
                    "rollback.journal", f"head of size {other.size}, journal {head.size}"
                )
            if other.size == head.size and other.root != head.root:
                raise Quarantined("fork.root", f"two roots of size {head.size}")
        self._range_at(head)
        return head, entries

    def check_start(self) -> Head | None:
        """The state check at start: also every kept head's size against the journal."""
        head = self.check_state()
        names = (name for name in self.files.names("checkpoints") if name.isdigit())
        largest = max(map(int, names), default=0)
        if head is not None and largest > head.size:
            # Another sequencer may have signed since.
            head = self.journal.read() or head
            if largest > head.size:
                raise Quarantined(
                    "rollback.journal", f"head of size {largest}, journal {head.size}"
                )
        return head

    def _own_head(self, path: str) -> Checkpoint | None:
        """A published head that our key signed; damaged files are left to the audit."""
        raw = self.files.read(path)
        return self._signed_by_us(raw) if raw is not None else None

    def _other_head(self, path: str, head: Head) -> Checkpoint | None:
        """A published head that our key signed, unless it is the journal's, byte for byte."""
        raw = self.files.read(path)
        if raw is None or raw.startswith(head.as_signed):
            return None
        return self._signed_by_us(raw)

    def _signed_by_us(self, raw: bytes) -> Checkpoint | None:
        with suppress(Malformed, BadSignature):
            note = Note.parse(raw)
            head = Checkpoint.parse(note.text)
            mine = [line for line in note.lines if line.is_by(self.key.key)]
            if mine and mine[0].signature == self.key.sign(note.text.encode()):
                return head
        return None

    def _range_at(self, head: Head | None) -> Range:
        """The right edge at the journal's head, from memory or from tiles, never unchecked."""
        if head is None:
            return Range()
        if self._edge and self._edge[0] == head:
            return Range(self._edge[1].size, self._edge[1].hashes)
        self._check_tiles()
        try:
            edge = Range.read(head.size, node_reader(self.files.read, head.size))
        except LookupError as error:
            raise Quarantined("tile.mismatch", f"{error.args[0]} is missing or short") from None
        if edge.root() != head.root:
            raise Quarantined(*self._diagnose(head))
        self._edge = (head, Range(edge.size, edge.hashes))
        return edge

    def _check_tiles(self) -> None:
        """Tiles of more entries than there are tell of entries that were lost."""
        entries = self.store.size()
        while self._tiles_hold_more(entries):
            # Another sequencer may have added entries, and their tiles, since they were counted.
            counted, entries = entries, self.store.size()
            if entries == counted:
                raise Quarantined("rollback.entries", f"{entries} entries, the tiles hold more")

    def _tiles_hold_more(self, entries: int) -> bool:
        number, width = divmod(entries, WIDTH)
        beyond = [name for name in self.files.names(f"{tile_path(0, number)}.p") if name.isdigit()]
        later = (tile_path(0, number), tile_path(0, number + 1, 1))
        return max(map(int, beyond), default=0) > width or any(
            self.files.read(path) is not None for path in later
        )

    def _diagnose(self, head: Head) -> tuple[str, str]:
        """Whether tiles or entries are at fault when the tiles' root is not the journal's."""
        again = Range()
        for index, row in enumerate(self.store.rows(0, head.size)):
            try:
                rehash(row, index)
            except Quarantined as error:
                return error.code, error.detail
            again.append(row.leaf_hash)
        if again.root() == head.root:
            return "tile.mismatch", f"the tiles of size {head.size} do not hash to the head"
        return "fork.root", f"the entries of size {head.size} do not hash to the head"

    def _sequence(self, head: Head | None, size: int) -> Head | None:
        """Steps 2 to 4; none when another sequencer's swap came first."""
        old = head.size if head else 0
        edge = self._range_at(head)
        rows = list(self.store.rows(old, size))
        if len(rows) != size - old:
            raise Quarantined("rollback.entries", f"entry {old + len(rows)} is missing")
        for index, row in enumerate(rows, old):
            rehash(row, index)
        edge.extend([row.leaf_hash for row in rows])
        writer = Writer(self.files, old, size, self._last)
        writer.write([row.leaf for row in rows], [row.leaf_hash for row in rows])
        self._last = writer.last
        self._step("2")
        root = self._read_back(head, edge)
        self._step("3")
        checkpoint = Checkpoint(self.key.name, size, root)
        signed = Head(checkpoint, signed_head(checkpoint, self.key), head.serial + 1 if head else 1)
        if not self.journal.swap(head, signed):
            self._edge = None
            return None
        self._step("4")
        self._edge = (signed, edge)
        return signed

    def _read_back(self, head: Head | None, edge: Range) -> bytes:
        """Step 3: the root from the tiles and from the range must agree, and follow the head."""
        node = node_reader(self.files.read, edge.size, self._above)
        try:
            root = root_of(edge.size, node)
            if root != edge.root():
                raise Quarantined("tile.mismatch", "the tiles read back have another root")
            if head is not None and head.size:
                proof = consistency(head.size, edge.size, node)
                check_consistency(head.size, edge.size, head.root, root, proof)
        except LookupError as error:
            raise Quarantined("tile.mismatch", f"{error.args[0]} is missing or short") from None
        except BadProof:
            raise Quarantined("fork.path", "our own proof to the last head fails") from None
        return root

    def _publish(self, head: Head) -> None:
        """Step 5: the journal's newest head, whoever signed it."""
        while True:
            parts = [Part(f"checkpoints/{head.size}", head.as_signed)]
            if not (self.files.read("checkpoint") or b"").startswith(head.as_signed):
                parts.append(Part("checkpoint", head.as_signed, replaces=True))
            self.files.lay(parts)
            newest = self.journal.read()
            if newest is None or newest.size <= head.size:
                self._step("5")
                return
            head = newest


def rehash(row: Row, index: int) -> None:
    """Hash an entry again from its stored bytes and name it where something differs.

    Raises:
        Quarantined: code ``leaf.mismatch``.
    """
    digest = sha256(row.statement).digest()
    if digest != row.statement_hash:
        code = "leaf.statement"
    elif len(row.leaf) != LEAF_BYTES or row.leaf[:32] != sha256(digest).digest():
        code = "leaf.checksum"
    elif leaf_hash(row.leaf) != row.leaf_hash:
        code = "leaf.hash"
    else:
        return
    raise Quarantined("leaf.mismatch", f"entry {index} ({code})", index=index)
