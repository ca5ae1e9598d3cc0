"""Files in the user's cache folder, of which a command believes only what it wrote itself.

A file is believed where it is a regular file of the user's own that nobody else may read or
write, and holds what its first line says. A folder that cannot be written keeps nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from pathlib import Path

__all__ = ["kept_file", "read_kept", "write_kept"]

_MOST = 16 << 20


def kept_file(name: str, follows_from: bytes) -> Path | None:
    """Where something is kept, by a digest of all that it follows from.

    Returns:
        None where nobody's home is known, or files here have no owner.
    """
    if not hasattr(os, "geteuid"):
        return None
    try:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    except RuntimeError:
        return None
    return Path(base) / "tecum" / f"{name}-{hashlib.sha256(follows_from).hexdigest()[:32]}.json"


def read_kept(file: Path) -> bytes | None:
    """What is kept, None where there is nothing that may be believed."""
    try:
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW)
        with os.fdopen(handle, "rb") as opened:
            about = os.fstat(opened.fileno())
            own = about.st_uid == os.geteuid() and not stat.S_IMODE(about.st_mode) & 0o077
            if not own or not stat.S_ISREG(about.st_mode) or about.st_size > _MOST:
                return None
            said, _, body = opened.read(_MOST).partition(b"\n")
    except OSError:
        return None
    return body if hashlib.sha256(body).hexdigest().encode() == said else None


def write_kept(file: Path, body: bytes, name: str) -> None:
    """Keep it in place of what was kept by this name before."""
    half = file.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as opened:
            opened.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        half.replace(file)
        for left in file.parent.glob(f"{name}-*.json"):
            if left != file:
                left.unlink()
