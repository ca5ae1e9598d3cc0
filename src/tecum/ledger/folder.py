"""Files written whole or not at all; those that are put survive a power cut, laid ones may not.

What is laid is there for every reader at once and reaches the disk when it is settled. Only
what can be made again from what is durable is laid (:mod:`tecum.ledger.mending`).
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from itertools import count
from pathlib import Path
from threading import Thread
from typing import NamedTuple, Protocol, cast

from tecum.ledger.errors import Quarantined, StorageFailed

__all__ = ["Files", "Folder", "Part", "read_whole", "replace_durably", "sync"]

_AT_ONCE = 64 * 1024
_TOGETHER = 128
"""Files that are held open at one time while the disk takes them."""
_HERE, _EXCHANGE = -100, 2
"""Of renameat2(2): paths begin at this folder; the two names change places."""
_LINES = 8
"""Waits that stand beside each other: one flush of the disk answers all that came before it."""


class Part(NamedTuple):
    """A file of a step: where it belongs, what is in it, and whether it may be there already."""

    path: str
    data: bytes
    replaces: bool = False


class _New(NamedTuple):
    """A file that is to be written, and whether one may stand in its place."""

    target: str
    data: bytes
    mode: int = 0o644
    replaces: bool = False


class Files(Protocol):
    """Where the public files of a log lie: a folder here, a bucket elsewhere."""

    def read(self, path: str) -> bytes | None:
        """The bytes at a path, or none."""

    def put(self, parts: Iterable[Part]) -> None:
        """Write the files of one step, in order; all of them are durable when this returns.

        A file that replaces nothing is written once: the same bytes there already are success,
        other bytes stop the log.
        """

    def lay(self, parts: Iterable[Part]) -> None:
        """The same, without waiting for the disk."""

    def settle(self, paths: Iterable[str]) -> None:
        """Have the disk take what was laid at these paths; what is not there is passed over."""

    def create(self, path: str, data: bytes) -> None:
        """Write once: the same bytes there already are success, other bytes stop the log."""

    def replace(self, path: str, data: bytes) -> None:
        """Write, whatever was there."""

    def names(self, path: str) -> list[str]:
        """The names of the files in a folder."""


class Folder:
    """Files below one folder of this machine."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._start = f"{root}/"
        self._durable: set[Path] = set()
        self._known: set[str] = set()

    def read(self, path: str) -> bytes | None:
        """The bytes at a path, or none."""
        try:
            return read_whole(f"{self._start}{path}")
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StorageFailed(f"read {path}", error.strerror or "unknown") from error

    def put(self, parts: Iterable[Part]) -> None:
        """Write the files of one step; each folder is synchronised once.

        Raises:
            Quarantined: code ``tile.mismatch``: other bytes where a file was to be written once.
            StorageFailed: some may be written and others not; none is half written.
        """
        new, there = self._sorted(parts)
        self._settle(there)
        _write(new, durably=True)
        self._settle_folders([one.target for one in new])

    def lay(self, parts: Iterable[Part]) -> None:
        """Write the files of one step for every reader, and let the disk take its time.

        Raises:
            Quarantined, StorageFailed: as in :meth:`put`.
        """
        _write(self._sorted(parts)[0], durably=False)

    def settle(self, paths: Iterable[str]) -> None:
        """Have the disk take what was laid; many files wait for it together.

        Raises:
            StorageFailed: some may be on the disk and others not.
        """
        self._settle([f"{self._start}{path}" for path in paths])

    def _sorted(self, parts: Iterable[Part]) -> tuple[list[_New], list[str]]:
        """What must be written, with its folders made, and what is there already."""
        new, there = list[_New](), list[str]()
        for path, data, replaces in parts:
            found = None if replaces else self.read(path)
            if found is not None and found != data:
                raise Quarantined("tile.mismatch", f"{path} holds other bytes", path=path)
            target = f"{self._start}{path}"
            if found is None:
                self._make_folder(target.rpartition("/")[0], path)
                new.append(_New(target, data, replaces=replaces))
            else:
                there.append(target)
        return new, there

    def _settle(self, targets: Sequence[str]) -> None:
        for start in range(0, len(targets), _TOGETHER):
            _sync_files(targets[start : start + _TOGETHER])
        folders = {target.rpartition("/")[0] for target in targets}
        with _storage("settle the files"):
            for folder in sorted(folders):
                sync(folder)
        self._settle_folders(targets)

    def create(self, path: str, data: bytes) -> None:
        """Write once; other bytes at the path stop the log.

        Raises:
            Quarantined: code ``tile.mismatch``.
        """
        self.put([Part(path, data)])

    def replace(self, path: str, data: bytes) -> None:
        """Write, whatever was there; durable when this returns."""
        self.put([Part(path, data, replaces=True)])

    def names(self, path: str) -> list[str]:
        """The names of the files in a folder, none where there is no such folder."""
        try:
            return sorted(name for name in os.listdir(f"{self._start}{path}") if name[:1] != ".")  # noqa: PTH208
        except FileNotFoundError:
            return []

    def _make_folder(self, name: str, step: str) -> None:
        if name not in self._known:
            with _storage(f"write {step}"):
                Path(name).mkdir(parents=True, exist_ok=True)
            self._known.add(name)

    def _settle_folders(self, targets: Iterable[str]) -> None:
        """Have each folder above known to its parent's disk block, whoever made it."""
        for folder in {target.rpartition("/")[0] for target in targets}:
            path = Path(folder)
            with _storage("settle the folders"):
                while path != self.root and path not in self._durable:
                    sync(path.parent)
                    self._durable.add(path)
                    path = path.parent


def replace_durably(target: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a file so that after any crash it is the old one or the new one, never a part.

    Temporary file in the same folder, fsync, rename, fsync of the folder.

    Raises:
        StorageFailed: the disk is full or fails; the old file still stands.
    """
    _write([_New(str(target.absolute()), data, mode)], durably=True)


def read_whole(path: str | Path) -> bytes:
    """All bytes of a file."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        parts = [os.read(handle, _AT_ONCE)]
        while len(parts[-1]) == _AT_ONCE:
            parts.append(os.read(handle, _AT_ONCE))
    finally:
        os.close(handle)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def sync(path: str | Path) -> None:
    """Have the disk take a file or the names in a folder."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(files: list[_New], *, durably: bool) -> None:
    """Write files as temporary ones and rename them in order; durably, wait for the disk.

    Files that belong to one step wait for the disk together, before the first of them bears its
    name: what a synchronised folder says of one name it says of all.
    """
    handles: list[int] = []
    left: list[str] = []
    step = ""
    try:
        for one in files:
            step = one.target
            name, handle = _open_new(one.target, one.mode)
            handles.append(handle)
            left.append(name)
            view = memoryview(one.data)
            while view:
                view = view[os.write(handle, view) :]
        if durably:
            _sync_together(handles)
        for one in files:
            step = one.target
            _name(left[0], one, durably=durably)
            del left[0]
        if durably:
            for folder in dict.fromkeys(one.target.rpartition("/")[0] for one in files):
                sync(folder)
    except OSError as error:
        for name in left:
            with suppress(OSError):
                Path(name).unlink()
        raise StorageFailed(f"write {Path(step).name}", error.strerror or "unknown") from error
    finally:
        for handle in handles:
            os.close(handle)


def _name(temporary: str, one: _New, *, durably: bool) -> None:
    """Give a written file its name.

    Some file systems wait for the disk where a file takes another's name; what need not last
    changes names with it instead, which is as whole for every reader.
    """
    if one.replaces and not durably and _exchange(temporary, one.target):
        os.unlink(temporary)  # noqa: PTH108  (a path object a file is dear)
    else:
        os.replace(temporary, one.target)  # noqa: PTH105


def _exchange(one: str, other: str) -> bool:
    """Let two files take each other's name in one step; false where the system cannot.

    Authority: Linux renameat2(2), RENAME_EXCHANGE.
    """
    rename = _renameat2()
    return rename is not None and not rename(
        _HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE
    )


@cache
def _renameat2() -> Callable[[int, bytes, int, bytes, int], int] | None:
    try:
        return cast("Callable[[int, bytes, int, bytes, int], int]", ctypes.CDLL(None).renameat2)
    except (OSError, AttributeError, TypeError):
        return None


def _sync_files(targets: Iterable[str]) -> None:
    """Have the disk take files under their names; those that are gone are passed over."""
    handles: list[int] = []
    try:
        with _storage("settle the files"):
            for target in targets:
                with suppress(FileNotFoundError):
                    handles.append(os.open(target, os.O_RDONLY | os.O_CLOEXEC))
            _sync_together(handles)
    finally:
        for handle in handles:
            os.close(handle)


def _sync_together(handles: list[int]) -> None:
    """Wait for many files: the disk begins with all, and what it flushes for one serves others."""
    if len(handles) > 1 and hasattr(os, "posix_fadvise"):
        for handle in handles:
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    if len(handles) < _LINES:
        for handle in handles:
            os.fsync(handle)
        return
    left, failed = iter(handles), list[OSError]()
    lines = [Thread(target=_sync_each, args=(left, failed)) for _ in range(_LINES)]
    for line in lines:
        line.start()
    for line in lines:
        line.join()
    if failed:
        raise failed[0]


def _sync_each(left: Iterator[int], failed: list[OSError]) -> None:
    """Wait for one file after the other, beside others that do; stop where one failed."""
    try:
        for handle in left:
            if failed:
                return
            os.fsync(handle)
    except OSError as error:
        failed.append(error)


@contextmanager
def _storage(step: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageFailed(step, error.strerror or "unknown") from error


def _open_new(target: str, mode: int) -> tuple[str, int]:
    """A temporary file that no other writer has, be it a thread, a process or a machine."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    folder, _, last = target.rpartition("/")
    for number in count():
        name = f"{folder}/.{last}.{os.getpid()}.{number}.new"
        try:
            return name, os.open(name, flags, mode)
        except FileExistsError:
            continue
    raise AssertionError("numbers do not end")
