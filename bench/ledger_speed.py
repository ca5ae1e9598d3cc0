"""The log and its receipts: how fast and how small, beside the floors of this machine.

    python bench/ledger_speed.py [ENTRIES]

Floors: bare hashing of as many leaves and nodes, the two waits of an append at the same moment,
bare signature checks. Where others use the machine the ratio to the floor tells of us, and so does
the processor's time. The large log is
made of leaves that no statement stands behind, its files written without fsync; what is timed
on it reads as the product reads.

``pymerkle`` stands beside. It is under the GPL and no dependency; an environment of its own, out
of the tree, lends it for the run:

    python -m venv ELSEWHERE && ELSEWHERE/bin/pip install pymerkle
    PYTHONPATH=ELSEWHERE/lib/python3.11/site-packages python bench/ledger_speed.py
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from record import record
from tecum.ledger import ed25519
from tecum.ledger.bundles import bundle_path, entries_of
from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.folder import Folder, Part
from tecum.ledger.handing import write_receipt
from tecum.ledger.journal import FileJournal, Head
from tecum.ledger.log import Log
from tecum.ledger.merkle import NodeReader, check_inclusion, leaf_hash, node_hash
from tecum.ledger.nodes import kept_nodes
from tecum.ledger.note import Note
from tecum.ledger.policy import Policy
from tecum.ledger.proofs import Range, consistency, inclusion
from tecum.ledger.receipt import Receipt, _head
from tecum.ledger.signing import cosign, make_leaf, signed_head
from tecum.ledger.statement import Statement
from tecum.ledger.store import Row
from tecum.ledger.tiles import WIDTH, Fetch, node_reader
from tecum.ledger.verify import Outcome, _seen, verify
from tecum.ledger.writer import Writer
from tests.unit.ledger.forest import Forest
from tests.unit.ledger.office import AGENCY, ARCHIVE, INTAKE, Office, log_key

GOALS = {
    "append p95 ms": ("<=", 5), "append per second": (">=", 300),
    "batches of 100, entries per second": (">=", 15_000),
    "inclusion proofs per second, cold": (">=", 2_000), "receipts per second": (">=", 2_000),
    "leaves to root, seconds": ("<=", 3), "consistency proofs per second": (">=", 1_000),
    "memory of append, MiB": ("<=", 64), "memory of audit, MiB": ("<=", 64),
    "page, one receipt, ms": ("<=", 200), "start with state check, seconds": ("<=", 1),
    "longest restart after a kill, seconds": ("<=", 2),
}  # fmt: skip
CHUNK = 100 * WIDTH


class Loose:
    """Files of a log without fsync, to make a large one soon."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, path: str) -> bytes | None:
        try:
            return (self.root / path).read_bytes()
        except OSError:
            return None

    def create(self, path: str, data: bytes) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)

    replace = create

    def put(self, parts: Iterable[Part]) -> None:
        for path, data, _ in parts:
            self.create(path, data)

    lay = put

    def settle(self, paths: Iterable[str]) -> None:
        """It need not last."""

    def names(self, path: str) -> list[str]:
        with suppress(OSError):
            return [one.name for one in (self.root / path).iterdir()]
        return []


def per_second(name: str, work: Callable[[], object], seconds: float = 2.0) -> dict[str, float]:
    """How often a second by the clock, and by the processor's time, which a busy machine shares."""
    count, start, processor = 0, time.perf_counter(), time.process_time()
    while (spent := time.perf_counter() - start) < seconds:
        work()
        count += 1
    used = time.process_time() - processor
    return {name: count / spent, f"{name}, of processor time": count / used}


def seconds_of(name: str, work: Callable[[], object]) -> dict[str, float]:
    """Seconds of one run by the clock, and of the processor's time."""
    start, processor = time.perf_counter(), time.process_time()
    work()
    return {
        name: time.perf_counter() - start,
        f"{name} of processor time": time.process_time() - processor,
    }


def leaf_of(n: int) -> bytes:
    """128 bytes that differ from leaf to leaf."""
    return hashlib.sha512(n.to_bytes(8, "big")).digest() * 2


class Floor:
    """What the disk takes for the two waits of an append, and nothing else.

    A row as long as a statement is committed to a database of its own, and a line is written
    into a file that has its room already.
    """

    def __init__(self, folder: Path) -> None:
        self.rows = sqlite3.connect(folder / "floor.sqlite", isolation_level=None)
        self.rows.execute("PRAGMA journal_mode=WAL")
        self.rows.execute("PRAGMA synchronous=FULL")
        self.rows.execute("CREATE TABLE row (bytes BLOB)")
        self.line = os.open(folder / "floor.line", os.O_RDWR | os.O_CREAT)
        os.write(self.line, bytes(48 * 1024))
        os.fsync(self.line)
        self.each: list[float] = []
        self.folder = folder / "floor.files"
        self.folder.mkdir()
        self.files: list[float] = []

    def wait(self) -> None:
        """Both waits once."""
        start = time.perf_counter()
        self.rows.execute("INSERT INTO row VALUES (?)", (bytes(1000),))
        os.pwrite(self.line, bytes(600), 600 * (len(self.each) % 64))
        os.fdatasync(self.line)
        self.each.append(1000 * (time.perf_counter() - start))

    def name(self) -> None:
        """A new small file that gets its name when it is whole; nothing is waited for.

        An append makes four. On ext4 this is dear for minutes after many files were deleted
        nearby: what was freed lately is looked at and passed over.
        """
        start = time.perf_counter()
        new = self.folder / ".new"
        with new.open("xb") as file:
            file.write(bytes(4000))
        new.rename(self.folder / str(len(self.files)))
        self.files.append(1000 * (time.perf_counter() - start))


def spread(each: list[float]) -> tuple[float, float]:
    """Median and 95th of a hundred."""
    return statistics.median(each), statistics.quantiles(each, n=20)[18]


def single_appends(folder: Path, count: int = 400) -> dict[str, Any]:
    """Single durable appends, each beside the floor of this disk at the same moment."""
    office, floor = Office.at(folder / "log"), Floor(folder)
    made = [office.statement() for _ in range(count)]
    each, processor = [], 0.0
    for raw in made:
        floor.wait()
        floor.name()
        start, used = time.perf_counter(), time.process_time()
        office.log.append([raw])
        each.append(1000 * (time.perf_counter() - start))
        processor += time.process_time() - used
    assert office.log.audit().is_clean
    (p50, p95), (low, high) = spread(each), spread(floor.each)
    return {
        "append p50 ms": p50,
        "append p95 ms": p95,
        "append per second": 1000 * count / sum(each),
        "append, processor ms": 1000 * processor / count,
        "fsync floor of an append, p50 ms": low,
        "fsync floor of an append, p95 ms": high,
        "floor of a new file, p50 ms": statistics.median(floor.files),
        "fsync floor per second": 1000 * count / sum(floor.each),
        "append p50 over fsync floor": p50 / low,
        "append p95 over fsync floor": p95 / high,
        "append p50 beside fsync floor, ms": p50 - low,
    }


def many_appends(folder: Path, batches: int = 40) -> dict[str, Any]:
    """Batches of 100 through steps 0 to 5, and with every signature checked and leaf made."""
    office = Office.at(folder / "batches")
    made = [[office.statement() for _ in range(100)] for _ in range(batches)]

    def checked() -> None:
        for batch in made:
            office.log.append(batch)

    whole = seconds_of("whole", checked)
    rows = [
        [Row.of(Statement.parse(raw), make_leaf(raw, INTAKE)) for raw in one]
        for one in ([office.statement() for _ in range(100)] for _ in range(batches))
    ]

    def sequenced() -> None:
        for batch in rows:
            office.log._sequencer.append(batch)

    alone = seconds_of("alone", sequenced)
    audit = seconds_of("audit", lambda: require(office.log.audit().is_clean))
    count = 100 * batches
    return {
        "batches of 100, entries per second": count / alone["alone"],
        "batches of 100, entries per second of processor time": count
        / alone["alone of processor time"],
        "batches of 100 with signatures checked": count / whole["whole"],
        "batches of 100 with signatures checked, of processor time": count
        / whole["whole of processor time"],
        "full audit, entries per second": 2 * count / audit["audit"],
        "full audit, entries per second of processor time": 2
        * count
        / audit["audit of processor time"],
    }


def require(holds: bool) -> None:
    """A figure of something that went wrong is none."""
    assert holds


def grow(root: Path, size: int) -> Range:
    """A log of so many leaves on the disk; its right edge."""
    files, edge = Loose(root), Range()
    for start in range(0, size, CHUNK):
        leaves = [leaf_of(n) for n in range(start, min(start + CHUNK, size))]
        Writer(files, start, start + len(leaves)).write(leaves)
        edge.extend([leaf_hash(leaf) for leaf in leaves])
    return edge


def leaves_to_root(root: Path, size: int) -> bytes:
    """The root from the bundles as they lie on the disk."""
    files, edge = Loose(root), Range()
    for n in range((size + WIDTH - 1) // WIDTH):
        raw = files.read(bundle_path(n, min(WIDTH, size - n * WIDTH)))
        assert raw is not None
        edge.extend([leaf_hash(entry) for entry in entries_of(raw)])
    return edge.root()


def bare_hashing(size: int) -> None:
    """Hash so many leaves of 128 bytes and as many nodes, and nothing else."""
    leaf, node, sha256 = bytes(129), bytes(65), hashlib.sha256
    for _ in range(size):
        sha256(leaf).digest()
        sha256(node).digest()


def large(root: Path, size: int) -> dict[str, Any]:
    """Proofs and the audit's pass at full size, and the floor of hashing beside it.

    Each proof is made by a reader that has seen nothing, and checked, as the product does; also
    from tiles alone, as a mirror has them.
    """
    edge, dice = grow(root, size), random.Random(1)
    files, top = Folder(root), edge.root()

    def prove(reader: Callable[[Fetch, int], NodeReader]) -> None:
        index = dice.randrange(size)
        path = inclusion(index, size, reader(files.read, size))
        check_inclusion(leaf_hash(leaf_of(index)), index, size, path, top)

    def extend() -> None:
        consistency(dice.randrange(1, size), size, node_reader(files.read, size))

    def hash_all() -> None:
        assert leaves_to_root(root, size) == edge.root()

    floor, ours = "bare hashing of as many, seconds", "leaves to root, seconds"
    figures = {
        **per_second("inclusion proofs per second, cold", partial(prove, kept_nodes)),
        **per_second("inclusion proofs per second, cold, from tiles", partial(prove, node_reader)),
        **per_second("consistency proofs per second", extend),
        **seconds_of(ours, hash_all),
        **seconds_of(floor, lambda: bare_hashing(size)),
    }
    return {**figures, "leaves to root over bare hashing": figures[ours] / figures[floor]}


def start_up(folder: Path, root: Path, size: int) -> float:
    """Seconds to open a log of this size and check its state, with entries in the store."""
    office = Office.at(folder / "started")
    office.log.append([office.statement()])
    rows = office.log.store._rows  # type: ignore[attr-defined]
    rows.execute("BEGIN")
    rows.execute("DELETE FROM entry")
    rows.executemany(
        "INSERT INTO entry VALUES (?, ?, ?, ?)",
        ((n, b"", b"", n.to_bytes(32, "big")) for n in range(size)),
    )
    rows.execute("COMMIT")
    public = folder / "started" / "public"
    shutil.rmtree(public)
    shutil.copytree(root, public)
    node = node_reader(Loose(public).read, size)
    head = Checkpoint(log_key().name, size, Range.read(size, node).root())
    signed = Head(head, signed_head(head, log_key()), 1)
    journal = folder / "started" / "private" / "head.journal"
    journal.unlink()
    assert FileJournal(journal).swap(None, signed)
    Folder(public).create(f"checkpoints/{size}", signed.as_signed)
    Folder(public).replace("checkpoint", signed.as_signed)
    start = time.perf_counter()
    Log.open(folder / "started").check()
    return time.perf_counter() - start


def restarts(folder: Path) -> float:
    """The longest restart, in seconds, after a kill at each step of an append to a large log."""
    longest = 0.0
    for number, stop in enumerate("01234512345"):

        def step(name: str) -> None:
            if name == stop:  # noqa: B023
                os.kill(os.getpid(), signal.SIGKILL)

        office = Office(folder / "started", Log.open(folder / "started", step=step))
        raw = office.statement(bytes([number]) * 32)
        child = os.fork()
        if child == 0:
            with suppress(BaseException):
                Log.open(office.folder, step=step).append([raw])
            os._exit(1)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status)
        start = time.perf_counter()
        Log.open(office.folder).checkpoint()
        longest = max(longest, time.perf_counter() - start)
    return longest


def handed_out(heads: int) -> tuple[list[bytes], str]:
    """Receipts of 64 statements with 20 hashes and two cosignatures, under so many heads.

    Each statement stands alone in a subtree of 2^14 entries, whose other hashes are made up.
    """
    forest, dice = Forest(64, 3), random.Random(4)
    below = [[dice.randbytes(32) for _ in range(14)] for _ in range(64)]
    tops = []
    for n, path in enumerate(below):
        node = leaf_hash(forest.tree.leaves[n])
        for one in path:
            node = node_hash(node, one)
        tops.append(node)
    found = []
    for n in range(64):
        here = [*tops]
        if heads > 1:
            here[(n + 1) % 64] = dice.randbytes(32)
        above, at, level = [], n, here
        while len(level) > 1:
            above.append(level[at ^ 1])
            level = [node_hash(*level[k : k + 2]) for k in range(0, len(level), 2)]
            at >>= 1
        head = Checkpoint(forest.log.name, 64 << 14, level[0])
        lines = "".join(cosign(head.text, one, 1_772_450_000) for one in (AGENCY, ARCHIVE))
        note = Note.parse(signed_head(head, forest.log) + lines.encode())
        made = Statement.parse(forest.statements[n])
        path = (*below[n], *above)
        shown = tuple(forest.openings[n])
        found.append(
            write_receipt(Receipt(made, forest.tree.leaves[n], n << 14, path, note, shown))
        )
    return found, forest.policy()


def receipts() -> tuple[dict[str, float], bytes, str]:
    """Checks a second: of one head's receipts, as a docket has them, and each under its own."""
    figures: dict[str, float] = {}
    for name, heads in (("receipts per second", 1), ("receipts per second, a head each", 64)):
        made, trust = handed_out(heads)
        policy, turn = Policy.parse(trust.encode()), count()
        good = [raw for raw in made if verify(raw, policy).outcome is Outcome.WITNESSED]
        assert len(good) > 40

        def one(
            good: list[bytes] = good, policy: Policy = policy, turn: Any = turn, heads: int = heads
        ) -> None:
            if heads > 1:
                # As if it had never been seen.
                _head.cache_clear()
                _seen.cache_clear()
            verify(good[next(turn) % len(good)], policy)

        figures |= per_second(name, one)
    line = Receipt.parse(good[0]).statement.first
    text = Receipt.parse(good[0]).statement.note.text.encode()
    signer = next(k for k in policy.signers.values() if line.is_by(k.key)).key
    check = partial(ed25519.check, signer.public, line.signature, text)
    figures |= per_second("bare signature checks per second", check, 1.0)
    whole, alone, bare = list(figures.values())[1::2]
    figures["receipt over its two signatures"] = bare / 2 / whole
    figures["receipt with a head of its own over its five signatures"] = bare / 5 / alone
    return figures, good[0], trust


def page(raw: bytes, policy: str) -> float | str:
    """Milliseconds of the page in Chromium for one receipt, trust file included."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return "absent"
    from tests.browser.two_verifiers import by_page, offline_page

    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"))
        with offline_page(browser) as (_, one):
            by_page(one, policy.encode(), [raw])
            each = []
            for _ in range(20):
                start = time.perf_counter()
                by_page(one, policy.encode(), [raw])
                each.append(1000 * (time.perf_counter() - start))
        browser.close()
    return statistics.median(each)


def beside(size: int) -> dict[str, float] | str:
    """The same questions to ``pymerkle``'s tree in memory."""
    try:
        from pymerkle import InmemoryTree
    except ImportError:
        return "absent"
    tree, dice = InmemoryTree(algorithm="sha256"), random.Random(1)

    def build() -> None:
        for n in range(size):
            tree.append_entry(leaf_of(n))
        tree.get_root(size)

    return {
        "entries": size,
        **seconds_of("leaves to root, seconds", build),
        **per_second("inclusion", lambda: tree.prove_inclusion(dice.randint(1, size), size)),
        **per_second("consistency", lambda: tree.prove_consistency(dice.randint(1, size), size)),
    }


def memory(what: str, root: Path, size: int) -> float:
    """MiB above its start that a process of its own needs."""
    command = [sys.executable, __file__, "--memory", what, str(root), str(size)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


def _peak() -> int:
    """The most KiB that this process has held; a child does not start with its parent's."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])


def _measured(what: str, root: Path, size: int) -> None:
    before = _peak()
    if what == "audit":
        leaves_to_root(root, size)
    else:
        office = Office.at(root)
        for _ in range(size // 100):
            office.log.append([office.statement() for _ in range(100)])
    print((_peak() - before) / 1024)


def main() -> None:
    """Measure, print beside the goals, write down."""
    if sys.argv[1:2] == ["--memory"]:
        _measured(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
        return
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    folder = Path(tempfile.mkdtemp(prefix="tecum-bench-"))
    try:
        root = folder / "large"
        figures: dict[str, Any] = single_appends(folder)
        figures |= many_appends(folder)
        figures |= large(root, size)
        figures["memory of audit, MiB"] = memory("audit", root, size)
        figures["memory of append, MiB"] = memory("append", folder / "memory", 5000)
        figures["start with state check, seconds"] = start_up(folder, root, size)
        figures["longest restart after a kill, seconds"] = restarts(folder)
        checks, raw, policy = receipts()
        figures |= checks
        figures["page, one receipt, ms"] = page(raw, policy)
        figures["pymerkle"] = beside(min(size, 100_000))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for name, value in figures.items():
        sign, goal = GOALS.get(name, ("", 0))
        shown = round(value, 3) if isinstance(value, float) else value
        met = not sign or not isinstance(value, float) or (value <= goal) == (sign == "<=")
        print(f"{name:<42} {shown}  {sign and f'goal {sign} {goal}'}{'' if met else '  MISSED'}")
    figures["entries"] = size
    record("ledger_speed", figures, "cryptography", "pymerkle")


if __name__ == "__main__":
    main()
