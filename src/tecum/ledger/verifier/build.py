"""Make the verifiers that are handed out: ``tecum-verify.pyz`` and ``verify.html``.

    python -m tecum.ledger.verifier.build OUT

The one Python file holds the verifier's closure and nothing else. Names are sorted, times fixed
and nothing is compressed, so that two builds of one source are the same bytes on any machine.
"""

from __future__ import annotations

import ast
import hashlib
import io
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

__all__ = ["ARCHIVE", "PAGE", "archive", "build", "closure"]

ARCHIVE = "tecum-verify.pyz"
PAGE = "verify.html"
_HERE = Path(__file__).parent
_SOURCE = _HERE.parents[2]
_START = "tecum.ledger.__main__"
_MAIN = b"""import sys

from tecum.ledger.__main__ import main

sys.exit(main())
"""
_WHEN = (1980, 1, 1, 0, 0, 0)


def closure() -> dict[str, Path]:
    """Every module of ours that the verifier loads: name in the archive → file."""
    found: dict[str, Path] = {}
    waiting = [_START]
    while waiting:
        name = waiting.pop()
        path = _file_of(name)
        if path is None or path in found.values():
            continue
        found[path.relative_to(_SOURCE).as_posix()] = path
        waiting += [name.rpartition(".")[0], *_imported(path)]
    return dict(sorted(found.items()))


def archive() -> bytes:
    """The bytes of ``tecum-verify.pyz``."""
    raw = io.BytesIO(b"#!/usr/bin/env python3\n")
    raw.seek(0, io.SEEK_END)
    members = {"__main__.py": _MAIN}
    members |= {name: path.read_bytes() for name, path in closure().items()}
    with zipfile.ZipFile(raw, "a", zipfile.ZIP_STORED) as file:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            file.writestr(entry, members[name])
    return raw.getvalue()


def build(out: Path) -> dict[str, str]:
    """Write both files into a folder; give the SHA-256 of each by its name."""
    out.mkdir(parents=True, exist_ok=True)
    made = {ARCHIVE: archive(), PAGE: (_HERE / PAGE).read_bytes()}
    for name, raw in made.items():
        (out / name).write_bytes(raw)
    (out / ARCHIVE).chmod(0o755)
    return {name: hashlib.sha256(raw).hexdigest() for name, raw in made.items()}


def main(arguments: Sequence[str]) -> int:
    """Build into the folder named, and print what ``sha256sum`` would."""
    if len(arguments) != 1:
        print("usage: python -m tecum.ledger.verifier.build OUT", file=sys.stderr)
        return 2
    for name, digest in build(Path(arguments[0])).items():
        print(f"{digest}  {name}")
    return 0


def _file_of(name: str) -> Path | None:
    """The file of a module of ours; none for what Python or ``cryptography`` bring."""
    if name.partition(".")[0] != "tecum":
        return None
    stem = _SOURCE.joinpath(*name.split("."))
    return next(
        (one for one in (stem.with_suffix(".py"), stem / "__init__.py") if one.exists()), None
    )


def _imported(path: Path) -> Iterator[str]:
    """What a module imports when it runs; imports for type checkers alone are left out."""
    waiting: list[ast.AST] = [ast.parse(path.read_bytes())]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING":
            waiting += node.orelse
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        else:
            waiting += ast.iter_child_nodes(node)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
