"""Durable files: what this module has written survives a power cut, whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Protocol

from tecum.ledger.errors import Quarantined, StorageFailed

__all__ = ["Files", "Folder", "replace_durably", "sync"]


class Files(Protocol):
    """Where the public files of a log lie: a folder here, a bucket elsewhere."""

    def read(self, path: str) -> bytes | None:
        """The bytes at a path, or none."""

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
        self._durable: set[Path] = set()

    def read(self, path: str) -> bytes | None:
        """The bytes at a path, or none."""
        try:
            return (self.root / path).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StorageFailed(f"read {path}", error.strerror or "unknown") from error

    def create(self, path: str, data: bytes) -> None:
        """Write once; other bytes at the path stop the log.

        Raises:
            Quarantined: code ``tile.mismatch``.
        """
        there = self.read(path)
        if there == data:
            self._settle(path)
            return
        if there is not None:
            raise Quarantined("tile.mismatch", f"{path} holds other bytes", path=path)
        self.replace(path, data)

    def replace(self, path: str, data: bytes) -> None:
        """Write, whatever was there; durable when this returns."""
        target = self.root / path
        self._make_folder(target.parent, path)
        replace_durably(target, data)

    def names(self, path: str) -> list[str]:
        """The names of the files in a folder, none where there is no such folder."""
        try:
            return sorted(p.name for p in (self.root / path).iterdir() if p.name[:1] != ".")
        except FileNotFoundError:
            return []

    def _settle(self, path: str) -> None:
        """Make durable what a process that was killed may have written and not synchronised."""
        target = self.root / path
        try:
            sync(target)
            sync(target.parent)
        except OSError as error:
            raise StorageFailed(f"write {path}", error.strerror or "unknown") from error

    def _make_folder(self, folder: Path, step: str) -> None:
        """Make a folder and its parents, each known to its parent's disk block."""
        if folder in self._durable:
            return
        missing = []
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


def replace_durably(target: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a file so that after any crash it is the old one or the new one, never a part.

    Temporary file in the same folder, fsync, rename, fsync of the folder.

    Raises:
        StorageFailed: the disk is full or fails; the old file still stands.
    """
    mine: Path | None = None
    try:
        mine, handle = _open_new(target, mode)
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(handle, view) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        mine.replace(target)
        mine = None
        sync(target.parent)
    except OSError as error:
        if mine is not None:
            with suppress(OSError):
                mine.unlink(missing_ok=True)
        raise StorageFailed(f"write {target.name}", error.strerror or "unknown") from error


def _open_new(target: Path, mode: int) -> tuple[Path, int]:
    """A temporary file that no other writer has, be it a thread, a process or a machine."""
    for number in count():
        temporary = target.with_name(f".{target.name}.{os.getpid()}.{number}.new")
        try:
            return temporary, os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        except FileExistsError:
            continue
    raise AssertionError("numbers do not end")


def sync(path: Path) -> None:
    """Have the disk take a file or the names in a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
