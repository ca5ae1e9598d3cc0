"""The data folder: what lies where, who may read it, and who holds it.

    db.sqlite3 · files/<aa>/<sha256> · log/ · keys/ · packs/ · backup/ · tecum.toml

The folder and ``keys/`` are for their owner alone. One product at a time holds the folder;
the lock is the kernel's, so that it ends with the process however that ends.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tecum.errors import CheckFailed, DataUnusable

__all__ = ["Home", "fsync_folder", "write_durably"]

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


@dataclass(frozen=True, slots=True)
class Home:
    """The data folder of one installation."""

    root: Path

    @classmethod
    def from_environment(cls) -> Home:
        """The folder that ``TECUM_HOME`` names, else ``~/.local/share/tecum``."""
        named = os.environ.get("TECUM_HOME")
        return cls(Path(named).expanduser() if named else Path.home() / ".local/share/tecum")

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.root / "db.sqlite3"

    @property
    def heartbeat(self) -> Path:
        """Touched by the worker while it runs; its age tells other processes whether it does."""
        return self.root / "heartbeat"

    @property
    def files(self) -> Path:
        """Encrypted documents, named by the hash of the bytes that lie here."""
        return self.root / "files"

    @property
    def incoming(self) -> Path:
        """Where an upload lies while it comes in."""
        return self.root / "incoming"

    @property
    def log(self) -> Path:
        """The append-only log as files."""
        return self.root / "log"

    @property
    def keys(self) -> Path:
        """Secrets, one file each, mode 0600."""
        return self.root / "keys"

    @property
    def packs(self) -> Path:
        """The office's own packs."""
        return self.root / "packs"

    @property
    def settings(self) -> Path:
        """The settings of this installation."""
        return self.root / "tecum.toml"

    def make(self) -> Home:
        """Make what is missing; narrow a folder that others can read."""
        self.root.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        self.root.chmod(PRIVATE_FOLDER)
        for folder in (self.files, self.incoming, self.keys, self.packs, self.root / "backup"):
            folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
            folder.chmod(PRIVATE_FOLDER)
        return self

    def secret(self, name: str, size: int = 32) -> bytes:
        """The secret of this name, made from the system's randomness on first use.

        Raises:
            CheckFailed: the file can be read by others, or holds another number of bytes.
        """
        path = self.keys / name
        if not path.exists():
            self.make()
            write_durably(path, secrets.token_bytes(size).hex().encode() + b"\n", once=True)
        if path.stat().st_mode & 0o077:
            raise CheckFailed(
                f"keys/{name} can be read by others.",
                why="Whoever reads it can open what this installation keeps sealed.",
                do=f"Set its mode to 0600: chmod 600 keys/{name}",
                code="home.key-readable",
            )
        try:
            value = bytes.fromhex(path.read_text("ascii").strip())
        except (ValueError, UnicodeDecodeError):
            value = b""
        if len(value) != size:
            raise DataUnusable(
                f"keys/{name} does not hold a secret of {size} bytes.",
                why="Nothing sealed with it can be opened.",
                do="Restore the keys of this data folder.",
                code="home.key-damaged",
            )
        return value

    @contextmanager
    def held(self, patience: float = 0.0) -> Iterator[None]:
        """Hold the folder for this process and its children.

        Args:
            patience: Seconds to wait for one that is just ending.

        Raises:
            CheckFailed: another process holds it.
        """
        self.make()
        with (self.root / "held").open("a") as file:
            for left in range(int(patience * 10), -1, -1):
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if not left:
                        raise _in_use() from None
                    time.sleep(0.1)
            yield


def _in_use() -> CheckFailed:
    return CheckFailed(
        "This data folder is in use by another tecum.",
        why="Two writers could tear the database and the log apart.",
        do="Stop the other one first, or name another folder with TECUM_HOME.",
        code="home.in-use",
    )


def write_durably(path: Path, content: bytes, *, once: bool = False) -> bool:
    """Write a private file so that it is whole or absent, whatever happens.

    Written beside, synced, renamed, folder synced. With ``once`` a file already there is kept
    as it is.

    Returns:
        Whether this call's bytes are the ones that now stand there.
    """
    path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if once:
            try:
                os.link(beside, path)
            except FileExistsError:
                return False
        else:
            beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    fsync_folder(path.parent)
    return True


def fsync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
