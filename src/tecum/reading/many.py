"""Many files at once: worker processes, each with one file in hand; a lost one costs one file.

PDFium is not safe in threads, so the work is shared among processes. They start as copies of
this one, with everything already loaded; the limited child that opens a document is still a
fresh one for each.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from tecum.errors import TecumError
from tecum.reading.interrupts import interrupts_kept

__all__ = ["Done", "cores", "in_parallel"]

T = TypeVar("T")
R = TypeVar("R")

_START = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"


@dataclass(frozen=True, slots=True)
class Done(Generic[R]):
    """What became of one task: its result, or the name of the mistake that it ended with.

    ``lost`` says that the worker itself ended (killed, out of memory).
    """

    at: int
    result: R | None = None
    mistake: str | None = None
    lost: bool = False


@dataclass(slots=True)
class _Worker:
    """One process, the pipe to it, and the task that it has in hand."""

    process: BaseProcess
    pipe: Connection
    at: int | None = None


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def in_parallel(
    work: Callable[[T], R],
    tasks: Sequence[T],
    jobs: int,
    begun: Callable[[int], None] = lambda at: None,
) -> Iterator[Done[R]]:
    """Do ``work`` on each task in ``jobs`` processes; results come as they are ready.

    Args:
        work: A function of a module; its result must be picklable.
        tasks: What to work on.
        jobs: Processes; 1 does the work in this one.
        begun: Told the index of each task that is handed out.

    Yields:
        One Done a task. Closing the iterator (Ctrl-C does) ends the workers.
    """
    if jobs <= 1:
        for at, task in enumerate(tasks):
            begun(at)
            yield _done(work, at, task)
        return
    pool: list[_Worker] = []
    waiting = list(range(len(tasks)))[::-1]
    try:
        for _ in range(min(jobs, len(tasks))):
            with interrupts_kept():
                pool.append(_started(work, tasks, [w.pipe for w in pool]))
        while waiting or any(w.at is not None for w in pool):
            _hand_out(pool, waiting, begun)
            for worker in _ready(pool):
                yield _answer(worker)
                if not worker.process.is_alive() and waiting:
                    others = [w.pipe for w in pool if w is not worker]
                    with interrupts_kept():
                        pool[pool.index(worker)] = _started(work, tasks, others)
    finally:
        _end(pool)


def _done(work: Callable[[T], R], at: int, task: T) -> Done[R]:
    try:
        return Done(at, work(task))
    except Exception as error:
        return Done(at, mistake=error.what if isinstance(error, TecumError) else _name(error))


def _name(error: Exception) -> str:
    return type(error).__name__


def _started(work: Callable[[T], R], tasks: Sequence[T], others: Sequence[Connection]) -> _Worker:
    context = multiprocessing.get_context(_START)
    ours, theirs = context.Pipe()
    inherited = [*others, ours] if _START == "fork" else []
    arguments = (work, tasks, theirs, inherited)
    process = context.Process(target=_serve, args=arguments, daemon=True)  # type: ignore[attr-defined]
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _serve(
    work: Callable[[Any], Any],
    tasks: Sequence[Any],
    pipe: Connection,
    inherited: Sequence[Connection],
) -> None:
    """The worker: a number in, a Done out, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for connection in inherited:
        connection.close()
    with contextlib.suppress(EOFError, OSError):
        while True:
            at = pipe.recv()
            pipe.send(_done(work, at, tasks[at]))


def _hand_out(pool: list[_Worker], waiting: list[int], begun: Callable[[int], None]) -> None:
    for worker in pool:
        if worker.at is None and waiting:
            worker.at = waiting.pop()
            begun(worker.at)
            with contextlib.suppress(OSError):  # one that has just ended is seen as lost below
                worker.pipe.send(worker.at)


def _ready(pool: list[_Worker]) -> list[_Worker]:
    busy = {worker.pipe: worker for worker in pool if worker.at is not None}
    return [busy[pipe] for pipe in wait(list(busy)) if isinstance(pipe, Connection)]


def _answer(worker: _Worker) -> Done[Any]:
    at = worker.at
    assert at is not None
    worker.at = None
    try:
        answer = worker.pipe.recv()
    except (EOFError, OSError):
        worker.process.join(5)
        return Done(at, mistake="worker lost", lost=True)
    return answer if isinstance(answer, Done) else Done(at, mistake="worker lost", lost=True)


def _end(pool: Sequence[_Worker]) -> None:
    """Let idle workers go and stop the others."""
    for worker in pool:
        worker.pipe.close()
        if worker.at is not None:
            worker.process.terminate()
    for worker in pool:
        worker.process.join(5)
        if worker.process.is_alive():
            worker.process.kill()
