"""The words of the shipped patterns, kept from one command to the next.

To take the words of some thousand patterns apart is a quarter of the processor's time of a short
command. A command keeps what came out in the user's cache folder, in one file for each set of
patterns, named by a hash of everything that it follows from: the patterns' files, the modules
that take them apart, the interpreter. What is kept says where to look and decides nothing that a
pattern does not match. Where nothing is kept that may be believed (:mod:`tecum.kept_files`), the
patterns are taken apart as ever.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tecum.instruments.landmarks import Landmark, Landmarks
from tecum.kept_files import kept_file, read_kept, write_kept

__all__ = ["keep_between_commands", "kept", "known_landmarks", "note_landmarks"]

_MAKERS = ("flat.py", "kept.py", "landmarks.py", "often.py", "patterns.py")

_is_asked = False
_known: dict[str, Landmarks] | None = None
_noted: dict[str, Landmarks] = {}


def keep_between_commands() -> None:
    """Let this process read and write what is kept; only a command does."""
    global _is_asked  # noqa: PLW0603 - a process is a command or it is none
    _is_asked = True


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
            rows = json.dumps({**_known, **_noted}, separators=(",", ":"))
            write_kept(file, rows.encode(), name)
    finally:
        _known = None
        _noted.clear()


def _file(name: str, content: bytes) -> Path | None:
    digest = hashlib.sha256(content)
    digest.update(sys.version.encode())
    try:
        for maker in _MAKERS:
            digest.update(Path(__file__).with_name(maker).read_bytes())
    except OSError:
        return None
    return kept_file(name, digest.digest())


def _read(file: Path) -> dict[str, Landmarks]:
    try:
        return {
            pattern: tuple(
                tuple(Landmark(str(w), int(low), int(high)) for w, low, high in marks)
                for marks in sets
            )
            for pattern, sets in json.loads(read_kept(file) or b"{}").items()
        }
    except (ValueError, TypeError, AttributeError):
        return {}
