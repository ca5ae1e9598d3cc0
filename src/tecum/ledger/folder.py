"""Durable files: what this module has written survives a power cut, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple, Protocol

from tecum.ledger.errors import Quarantined, StorageFailed

__all__ = ["Files", "Folder", "Part", "read_whole", "replace_durably", "sync"]

_AT_ONCE = 64 * 1024


class Part(NamedTuple):
    """A file of a step: where it belongs, what is in it, and whether it may be there already."""

    path: str
    data: bytes
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
        new, there = [], []
        for path, data, replaces in parts:
            found = None if replaces else self.read(path)
            if found is not None and found != data:
                raise Quarantined("tile.mismatch", f"{path} holds other bytes", path=path)
            target = f"{self._start}{path}"
            if found is None:
                self._make_folder(target.rpartition("/")[0], path)
                new.append((target, data, 0o644))
            else:
                there.append(target)
        _settle(there)
        _put_durably(new)

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
            return sorted(p.name for p in (self.root / path).iterdir() if p.name[:1] != ".")
        except FileNotFoundError:
            return []

    def _make_folder(self, name: str, step: str) -> None:
        """Make a folder and its parents, each known to its parent's disk block."""
        if name in self._known:
            return
        folder, missing = Path(name), list[Path]()
        while not folder.is_dir():
            missing.append(folder)
            folder = folder.parent
        try:
            # A folder that is there may have been made by a process that was killed.
            if folder not in self._durable and folder != self.root:
                sync(folder.parent)
            self._durable.add(folder)
            for new in reversed(missing):
                new.mkdir(exist_ok=True)
                sync(new.parent)
                self._durable.add(new)
        except OSError as error:
            raise StorageFailed(f"write {step}", error.strerror or "unknown") from error
        self._known.add(name)


def replace_durably(target: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a file so that after any crash it is the old one or the new one, never a part.

    Temporary file in the same folder, fsync, rename, fsync of the folder.

    Raises:
        StorageFailed: the disk is full or fails; the old file still stands.
    """
    _put_durably([(str(target.absolute()), data, mode)])


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


def _put_durably(files: list[tuple[str, bytes, int]]) -> None:
    """Write files as temporary ones, synchronise each, rename them in order, then their folders.

    Files that belong to one step wait for the disk together: what a synchronised folder says of
    one name it says of all.
    """
    handles: list[int] = []
    left: list[str] = []
    step = ""
    try:
        for target, data, mode in files:
            step = target
            name, handle = _open_new(target, mode)
            handles.append(handle)
            left.append(name)
            view = memoryview(data)
            while view:
                view = view[os.write(handle, view) :]
        _start_writing(handles)
        for handle in handles:
            os.fsync(handle)
        for target, _, _ in files:
            step = target
            Path(left[0]).replace(target)
            del left[0]
        for folder in dict.fromkeys(target.rpartition("/")[0] for target, _, _ in files):
            sync(folder)
    except OSError as error:
        for name in left:
            with suppress(OSError):
                Path(name).unlink()
        raise StorageFailed(f"write {Path(step).name}", error.strerror or "unknown") from error
    finally:
        for handle in handles:
            os.close(handle)


def _start_writing(handles: list[int]) -> None:
    """Let the disk begin with all files before the first is waited for, where it takes the hint."""
    if len(handles) > 1 and hasattr(os, "posix_fadvise"):
        for handle in handles:
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)


def _settle(targets: list[str]) -> None:
    """Make durable what a process that was killed may have written and not synchronised."""
    try:
        for target in targets:
            sync(target)
        for folder in dict.fromkeys(target.rpartition("/")[0] for target in targets):
            sync(folder)
    except OSError as error:
        step = f"write {Path(targets[0]).name}"
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
