"""Folders of thousands of files: one answer a file, kept under its hash, done once.

    OUTDIR/<sha256>.json   the answer for those bytes, written whole or not at all
    OUTDIR/index.jsonl     one line a path: path, sha256, bytes, status, outcome, by (who answered)

Whatever ends the run, what is there is whole; the next run goes on from it. A file whose
answer was made by the same reader with the same settings is not done again.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tecum.cli.files import taken
from tecum.cli.terminal import Working, shown
from tecum.errors import DataUnusable, UsageError
from tecum.reading.many import Done, in_parallel
from tecum.reading.text.layout import Opened

__all__ = ["Answer", "below", "run_folder"]

_INDEX = "index.jsonl"
_UNREAD = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command says of one opened file, and the exit status of that."""

    value: Mapping[str, Any]
    status: int = 0


Make = Callable[[str, Opened], Answer]


@dataclass(frozen=True, slots=True)
class _Task:
    """A file to answer for; ``kept`` maps hashes that are answered already to their status."""

    path: str
    out: str
    make: Make
    by: str
    kept: Mapping[str, int]


def below(names: Sequence[str], out: Path) -> Iterator[str]:
    """The files named, and those below the folders named, in order; links are not followed.

    What lies in ``out`` is no input.
    """
    seen: set[str] = set()
    for name in names:
        found = _walked(Path(name), out) if Path(name).is_dir() else [name]
        for path in found:
            if path not in seen:
                seen.add(path)
                yield path


def _walked(folder: Path, out: Path) -> Iterator[str]:
    for at, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if (Path(at) / f).resolve() != out.resolve())
        for file in sorted(files):
            path = Path(at) / file
            if path.is_file():
                yield str(path)


def run_folder(
    command: str, names: Sequence[str], out: Path, jobs: int, *, by: str, make: Make
) -> int:
    """Answer for every file, ``jobs`` at a time, and keep the answers in a folder.

    Args:
        command: The command's name, for messages.
        names: Files and folders.
        out: Where the answers go.
        jobs: Processes.
        by: Who answers: reader, catalogue, settings. Another ``by`` answers anew.
        make: What to say of an opened file; runs in a worker.

    Returns:
        The highest exit status of all files.
    """
    _made(out)
    paths = list(below(names, out))
    rows = _index(out)
    kept = {
        str(row["sha256"]): int(row["status"])
        for row in rows.values()
        if row.get("by") == by and (out / f"{row['sha256']}.json").exists()
    }
    _write_index(out, rows)
    tasks = [_Task(path, str(out), make, by, kept) for path in paths]
    with Working(len(paths)) as working, (out / _INDEX).open("a", encoding="utf-8") as index:
        told = lambda at: working.begin(paths[at])
        counts = {"read": 0, "kept": 0, "not read": 0}
        status = 0
        for done in in_parallel(_answered, tasks, jobs, told):
            working.end()
            row = _row(done, paths[done.at], command)
            status = max(status, int(row["status"]))
            counts["kept" if row.pop("kept", False) else _counted(row)] += 1
            if row.get("sha256"):
                index.write(json.dumps(row, ensure_ascii=False) + "\n")
                index.flush()
    told_counts = ", ".join(f"{n} {word}" for word, n in counts.items() if n)
    print(f"{out}: {told_counts or 'no files'}")
    return status


def _counted(row: Mapping[str, Any]) -> str:
    return "not read" if row["status"] else "read"


def _made(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        for left in out.glob(".*.part"):  # of a run that was stopped
            left.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(
            f'"{out}" cannot be made: {error.strerror}.',
            do="Name a folder that you may write to.",
            code="file.unwritable",
        ) from error


def _answered(task: _Task) -> dict[str, Any]:
    """One file in a worker: nothing is left behind but a whole answer."""
    digest = _hashed(task.path)
    if digest in task.kept:
        row = {"path": task.path, "sha256": digest, "status": task.kept[digest], "by": task.by}
        return {**row, "kept": True}
    file = taken(task.path)
    if file.opened is None:
        assert file.refused is not None
        raise file.refused
    answer = task.make(task.path, file.opened)
    target = Path(task.out) / f"{file.opened.sha256}.json"
    content = json.dumps(answer.value, ensure_ascii=False) + "\n"
    _whole(target, content)
    return {
        "path": task.path,
        "sha256": file.opened.sha256,
        "bytes": file.opened.bytes,
        "status": answer.status,
        "outcome": file.opened.outcome.value,
        "by": task.by,
    }


def _hashed(path: str) -> str:
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise DataUnusable(f"cannot be opened: {error.strerror}", code="file.unreadable") from error


def _whole(target: Path, content: str) -> None:
    """Write a file so that its name never holds a part of it."""
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with beside.open("w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _row(done: Done[dict[str, Any]], path: str, command: str) -> dict[str, Any]:
    """The line of the index; a file that was not answered is said on the error output."""
    if done.result is not None:
        return dict(done.result)
    said = "the process that read it was lost" if done.lost else shown(f"not read: {done.mistake}")
    print(f"tecum {command}: {shown(path)}: {said}", file=sys.stderr)
    return {"path": path, "status": _UNREAD}


def _index(out: Path) -> dict[str, dict[str, Any]]:
    """The last line of each path; a line that was cut off is left out."""
    rows: dict[str, dict[str, Any]] = {}
    try:
        lines = (out / _INDEX).read_text("utf-8").splitlines()
    except OSError:
        return rows
    for line in lines:
        try:
            row = json.loads(line)
            rows[str(row["path"])] = row if row["sha256"] and "status" in row else {}
        except (ValueError, KeyError, TypeError):
            continue
    return {path: row for path, row in rows.items() if row}


def _write_index(out: Path, rows: Mapping[str, Mapping[str, Any]]) -> None:
    _whole(
        out / _INDEX, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows.values())
    )
