"""The words of the shipped patterns, kept from one command to the next.

To take the words of some thousand patterns apart is a quarter of the processor's time of a short
command. A command keeps what came out in the user's cache folder, in one file for each set of
patterns, named by a hash of everything that it follows from: the patterns' files, the modules
that take them apart, the interpreter. What is kept says where to look and decides nothing that a
pattern does not match. A file that is not the user's own, that others may read or write, or
whose content is not what its first line says is passed over, and so is a folder that cannot be
written: the patterns are then taken apart as ever.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from tecum.instruments.landmarks import Landmark, Landmarks

__all__ = ["keep_between_commands", "kept", "known_landmarks", "note_landmarks"]

_MAKERS = ("flat.py", "kept.py", "landmarks.py", "often.py", "patterns.py")
_MOST = 16 << 20

_is_asked = False
_known: dict[str, Landmarks] | None = None
_noted: dict[str, Landmarks] = {}


def keep_between_commands() -> None:
    """Let this process read and write what is kept; only a command does."""
    global _is_asked  # noqa: PLW0603 - a process is a command or it is none
    _is_asked = hasattr(os, "geteuid")


def known_landmarks(pattern: str) -> Landmarks | None:
    """The words of a pattern that an earlier command took apart and found safe."""
    return None if _known is None else _known.get(pattern)


def note_landmarks(pattern: str, landmarks: Landmarks) -> None:
    """Keep the words of a pattern, where a set of patterns is being made."""
    if _known is not None:
        _noted[pattern] = landmarks


@contextlib.contextmanager
def kept(name: str, content: bytes) -> Iterator[None]:
    """While a set of patterns is made from shipped files, use and keep their words.

    Args:
        name: Of the set.
        content: The bytes of its files, or a digest of them.
    """
    global _known  # noqa: PLW0603 - patterns are made deep below
    file = _file(name, content) if _is_asked and _known is None else None
    if file is None:
        yield
        return
    _known = _read(file)
    _noted.clear()
    try:
        yield
        if _noted:
            _write(file, {**_known, **_noted}, f"{name}-*.json")
    finally:
        _known = None
        _noted.clear()


def _file(name: str, content: bytes) -> Path | None:
    digest = hashlib.sha256(content)
    digest.update(sys.version.encode())
    try:
        for maker in _MAKERS:
            digest.update(Path(__file__).with_name(maker).read_bytes())
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    except (OSError, RuntimeError):
        return None
    return Path(base) / "tecum" / f"{name}-{digest.hexdigest()[:32]}.json"


def _read(file: Path) -> dict[str, Landmarks]:
    try:
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW)
        with os.fdopen(handle, "rb") as opened:
            about = os.fstat(opened.fileno())
            own = about.st_uid == os.geteuid() and not stat.S_IMODE(about.st_mode) & 0o077
            if not own or not stat.S_ISREG(about.st_mode) or about.st_size > _MOST:
                return {}
            said, _, body = opened.read(_MOST).partition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != said:
            return {}
        return {
            pattern: tuple(
                tuple(Landmark(str(w), int(low), int(high)) for w, low, high in marks)
                for marks in sets
            )
            for pattern, sets in json.loads(body).items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _write(file: Path, rows: dict[str, Landmarks], older: str) -> None:
    body = json.dumps(rows, separators=(",", ":")).encode()
    half = file.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as opened:
            opened.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        half.replace(file)
        for left in file.parent.glob(older):
            if left != file:
                left.unlink()
