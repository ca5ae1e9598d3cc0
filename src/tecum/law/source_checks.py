"""Whether the text of a source is still the one from which a file of law was written (P208).

The lines under a file's title may say which text that was, and its hash:

    source_text: sources/gov-7284.txt
    source_sha256: <64 hex digits>

Where the text itself lies in the pack, it is held against the hash. Without it the hash stands
as a declaration, for whoever has the text.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from tecum.law.pack import Pack
from tecum.law.problem import Place, Problem

__all__ = ["changed_sources"]

_LINE = re.compile(r"^(?P<key>source_text|source_sha256):\s*(?P<value>\S+)\s*$")


def changed_sources(pack: Pack) -> Iterator[Problem]:
    """P208: the text that is there is not the one whose hash is declared."""
    for law in pack.laws:
        said: dict[str, tuple[str, Place]] = {}
        for at, line in enumerate(law.opening, 2):
            match = _LINE.match(line)
            if match is not None:
                said[match["key"]] = match["value"], Place(law.file, at)
        if set(said) == {"source_text", "source_sha256"}:
            yield from _held_against(pack, *said["source_text"], *said["source_sha256"])


def _held_against(
    pack: Pack, name: str, named_at: Place, declared: str, declared_at: Place
) -> Iterator[Problem]:
    path = PurePosixPath(name)
    target = pack.folder / path
    if path.is_absolute() or ".." in path.parts or not target.is_file():
        text = f'the text "{name}" is not in the pack. Put it there, or remove this line.'
        yield Problem(named_at, "P208", text)
        return
    found = hashlib.sha256(target.read_bytes()).hexdigest()
    if found != declared:
        text = (
            f'"{name}" is no longer the text from which this file was written. Compare the two, '
            f"review the blocks, then write source_sha256: {found}"
        )
        yield Problem(declared_at, "P208", text)
