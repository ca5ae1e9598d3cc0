"""Kills a process that writes to a log, again and again, and holds the log to what it said.

A child is forked for each kill: it opens the log, appends, tells what was acknowledged, and is
killed with signal 9 after a named step, inside one (at the nth thing asked of the disk or the
database), or at a random instant under load. Then the log is opened again, and:

- every acknowledged statement stands at the index that was told;
- every head ever seen is a beginning of the newest one (no second history);
- no statement stands twice (indices are contiguous and hashes unique);
- now and then everything is hashed again by the audit.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tecum.ledger import folder
from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.encodings import to_base64
from tecum.ledger.errors import Busy
from tecum.ledger.log import Log, Parts
from tecum.ledger.merkle import EMPTY_ROOT, check_consistency
from tecum.ledger.note import Note
from tecum.ledger.proofs import consistency
from tecum.ledger.signing import cosign
from tecum.ledger.statement import statement_hash
from tecum.ledger.tiles import node_reader
from tecum.ledger.timestamp import make_request
from tests.patience import WAIT
from tests.unit.ledger.authority import TimeAuthority
from tests.unit.ledger.office import AGENCY, Office

__all__ = ["STEPS", "Killer", "Outcome"]

AUTHORITY = TimeAuthority()
STEPS = ("0", "1", "2", "3", "4", "5", "6", "7", "8")
"""The steps of the durable order; 6 is the acknowledgement, 7 cosignatures, 8 time tokens."""
ENOUGH, ENDLESS = 40, 100_000
"""So much is written where nothing kills it first; the second is more than it has time for."""
MakeParts = Callable[[], "Callable[[str], Parts] | None"]


@dataclass
class Outcome:
    """What so many kills came to."""

    kills: int = 0
    ended: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    forked: list[str] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    restarts: list[float] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)

    @property
    def problems(self) -> list[str]:
        """Everything that must not be."""
        return [*self.lost, *self.doubled, *self.forked, *self.findings]


class Killer:
    """One log that is killed upon.

    Args:
        folder: The log's folder; made if it is not there.
        make_parts: Called in each process for where entries and journal are; none for files.
        seed: Of everything that is random.
    """

    def __init__(self, folder: Path, make_parts: MakeParts = lambda: None, seed: int = 0) -> None:
        self.folder, self._make_parts = folder, make_parts
        self.chance = random.Random(seed)
        self.outcome = Outcome()
        self._told: dict[str, int] = {}
        self._heads: dict[int, Checkpoint] = {}
        # Its keys are made once, before any child is forked.
        AUTHORITY.answer(make_request(b"", b"8 bytes."))
        if not (folder / "log.toml").exists():
            Office.at(folder, parts=make_parts())

    def after(self, step: str) -> None:
        """Kill once, after a named step has become durable."""
        seen = self.chance.randint(1, 3)

        def plan(child: _Child) -> None:
            child.stop_after(step, seen)

        self._round(f"after {step}", plan)

    def inside(self, step: str) -> None:
        """Kill once, inside a named step: at something asked of the disk or the database."""
        asked = self.chance.randint(1, 9)

        def plan(child: _Child) -> None:
            child.stop_inside(step, asked)

        self._round(f"inside {step}", plan)

    def at_random(self, longest: float = 0.05) -> None:
        """Kill once, at a random instant after it has said a few things."""
        words, wait = self.chance.randint(1, 12), self.chance.uniform(0.0, longest)

        def plan(child: _Child) -> None:
            child.most = ENDLESS

        self._round("at random", plan, (words, wait))

    def check_all(self) -> None:
        """Hash everything again, and count every statement."""
        log = self._open()
        report = log.audit(witnesses=[AGENCY.key])
        self.outcome.findings += [f"{code} {where}" for code, where in report.findings]
        hashes = [row.statement_hash for row in log.store.rows(0, log.store.size())]
        if len(hashes) != log.store.size() or len(set(hashes)) != len(hashes):
            self.outcome.doubled.append("a statement stands twice, or a number is missing")
        for digest, index in self._told.items():
            if hashes[index : index + 1] != [bytes.fromhex(digest)]:
                self.outcome.lost.append(digest)

    def _open(self) -> Log:
        return Log.open(self.folder, parts=self._make_parts())

    def _round(
        self, place: str, plan: Callable[[_Child], None], wait: tuple[int, float] | None = None
    ) -> None:
        reading, writing = os.pipe()
        seed = self.chance.getrandbits(32)
        child = os.fork()
        if child == 0:
            os.close(reading)
            _run(self.folder, self._make_parts, plan, seed, writing)
        os.close(writing)
        told = self._listen(reading, child, wait)
        _, status = os.waitpid(child, 0)
        self.outcome.kills += os.WIFSIGNALED(status)
        self.outcome.ended += not os.WIFSIGNALED(status)
        if not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status):
            self.outcome.findings.append(f"the writer failed ({place})")
        self.outcome.places[place] = self.outcome.places.get(place, 0) + 1
        self._hold(told)

    def _listen(self, reading: int, child: int, wait: tuple[int, float] | None) -> list[str]:
        """What the child said; a kill at random comes after so many lines and a while."""
        data, due = b"", None
        while True:
            rest = WAIT if due is None else max(0.0, due - time.monotonic())
            if not select.select([reading], [], [], rest)[0]:
                os.kill(child, signal.SIGKILL)
                due, wait = None, None
                continue
            more = os.read(reading, 65536)
            if not more:
                break
            data += more
            if wait is not None and due is None and data.count(b"\n") >= wait[0]:
                due = time.monotonic() + wait[1]
        os.close(reading)
        # A line is an acknowledgement only if it left whole.
        return [line for line in data.decode().split("\n")[:-1] if line.startswith("ack ")]

    def _hold(self, told: list[str]) -> None:
        before = time.perf_counter()
        log = self._open()
        log.checkpoint()
        self.outcome.restarts.append(time.perf_counter() - before)
        for line in told:
            _, index, digest = line.split()
            self._told[digest] = int(index)
            self.outcome.acknowledged += 1
            if log.store.find(bytes.fromhex(digest)) != int(index):
                self.outcome.lost.append(digest)
        self._hold_heads(log)

    def _hold_heads(self, log: Log) -> None:
        newest = log.head
        assert newest is not None
        sizes = [size for size in log.heads.sizes() if size not in self._heads]
        for size in sizes:
            raw = log.heads.as_signed(size)
            self._heads[size] = Checkpoint.parse(Note.parse(raw).text)
        node = node_reader(log.files.read, newest.size)
        for size in {*sizes, *self.chance.sample(sorted(self._heads), min(8, len(self._heads)))}:
            old = self._heads[size]
            if size > newest.size or (size == 0 and old.root != EMPTY_ROOT):
                self.outcome.forked.append(f"a head of size {size}, the log has {newest.size}")
            if not 0 < size <= newest.size:
                continue
            try:
                proof = consistency(size, newest.size, node) if size < newest.size else []
                check_consistency(size, newest.size, old.root, newest.root, proof)
            except Exception as error:
                self.outcome.forked.append(f"head of size {size}: {type(error).__name__}")


class _Child:
    """What happens in the process that is killed."""

    def __init__(self) -> None:
        self.step = "before"
        self.most = ENOUGH
        self._after: tuple[str, int] | None = None
        self._inside: tuple[str, int] | None = None

    def stop_after(self, step: str, seen: int) -> None:
        self._after = (step, seen)

    def stop_inside(self, step: str, asked: int) -> None:
        # While step n is done, the last step that was reported is n - 1.
        self._inside = (str(int(step) - 1) if step != "0" else "before", asked)
        self._watch_disk()

    def reached(self, step: str) -> None:
        self.step = step
        if self._after is not None and self._after[0] == step:
            left = self._after[1] - 1
            self._after = (step, left)
            if left == 0:
                self._die()

    def _asked(self) -> None:
        if self._inside is not None and self._inside[0] == self.step:
            left = self._inside[1] - 1
            self._inside = (self.step, left)
            if left == 0:
                self._die()

    def _watch_disk(self) -> None:
        write, fsync, replace, read = os.write, os.fsync, os.replace, os.read

        def half_write(handle: int, data: Any) -> int:
            # Half of the bytes are there when it dies.
            done = write(handle, bytes(data)[: max(1, len(data) // 2)])
            self._asked()
            return done

        def watched_fsync(handle: int) -> None:
            self._asked()
            fsync(handle)
            self._asked()

        def watched_replace(path: Any, target: Any) -> None:
            self._asked()
            replace(path, target)
            self._asked()

        def watched_exchange(one: str, other: str) -> bool:
            self._asked()
            done = exchange(one, other)
            self._asked()
            return done

        def watched_read(handle: int, most: int) -> bytes:
            self._asked()
            return read(handle, most)

        def half_pwrite(handle: int, data: Any, at: int) -> int:
            done = pwrite(handle, bytes(data)[: max(1, len(data) // 2)], at)
            self._asked()
            return done

        def watched_fdatasync(handle: int) -> None:
            self._asked()
            fdatasync(handle)
            self._asked()

        pwrite, fdatasync, exchange = os.pwrite, os.fdatasync, folder._exchange
        folder._exchange = watched_exchange
        os.pwrite, os.fdatasync = half_pwrite, watched_fdatasync  # type: ignore[assignment]
        os.write, os.fsync = half_write, watched_fsync  # type: ignore[assignment]
        os.read, os.replace = watched_read, watched_replace  # type: ignore[assignment]
        self._watch_database()

    def _watch_database(self) -> None:
        """Die between two of the database's statements, in the middle of a transaction."""
        connect = sqlite3.connect

        def watched(*words: Any, **more: Any) -> sqlite3.Connection:
            line: sqlite3.Connection = connect(*words, **more)
            line.set_trace_callback(lambda _: self._asked())
            return line

        sqlite3.connect = watched  # type: ignore[assignment]
        try:
            import psycopg
        except ImportError:
            return
        execute = psycopg.Connection.execute

        def asked(line: Any, *words: Any, **more: Any) -> Any:
            self._asked()
            return execute(line, *words, **more)

        psycopg.Connection.execute = asked  # type: ignore[method-assign]

    @staticmethod
    def _die() -> None:
        os.kill(os.getpid(), signal.SIGKILL)


def _run(
    folder: Path,
    make_parts: MakeParts,
    plan: Callable[[_Child], None],
    seed: int,
    writing: int,
) -> None:
    """Write until killed, or until enough was written; never comes back."""
    status = 1
    try:
        child, chance = _Child(), random.Random(seed)
        plan(child)
        log = Log.open(folder, step=child.reached, parts=make_parts())
        _say(writing, "ready\n")
        for _ in range(child.most):
            _write_once(log, child, chance, lambda text: _say(writing, text))
        status = 0
    except Busy:
        status = 0
    except BaseException as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
    finally:
        os._exit(status)


def _say(writing: int, text: str) -> None:
    left = text.encode()
    while left:
        left = left[os.write(writing, left) :]


def _write_once(log: Log, child: _Child, chance: random.Random, say: Callable[[str], None]) -> None:
    child.step = "before"
    docket = bytes([chance.randrange(256)]) * 32
    office = Office(log=log, folder=Path())
    last = log.store.last(to_base64(docket))
    if last:
        office.last[docket] = last
    made = [office.statement(docket) for _ in range(chance.choice([1, 1, 1, 2, 5, 20]))]
    for raw, index in zip(made, log.append(made), strict=True):
        say(f"ack {index} {statement_hash(raw).hex()}\n")
    child.reached("6")
    head = log.head
    assert head is not None
    line = Note.parse(log.newest() + cosign(head.text, AGENCY, 1_772_442_900).encode()).lines[-1:]
    log.keep_cosignatures(head.size, line)
    child.reached("7")
    query = make_request(log.newest(), b"8 bytes.")
    log.heads.keep_token(head.size, "tsa.example", AUTHORITY.answer(query))
    child.reached("8")
