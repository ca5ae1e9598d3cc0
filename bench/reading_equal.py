"""Whether two versions of the reader say the same of the same files, byte for byte.

``write OUT.json FOLDER…`` opens and reads every file below the folders and keeps two digests of
each: of what opening gave (pages, lines, boxes of all letters) and of the Reading as ``tecum
read --json`` prints it. ``compare OLD.json NEW.json`` names the files whose digests differ, and
ends with 5 where there are any. The version that is tried is the one on ``PYTHONPATH``.

``TECUM_BENCH_OPENED`` names a folder that keeps what opening gave, so that files whose letters
have to be recognised are opened once when only the rules changed. ``TECUM_BENCH_JOBS`` says how
many processes read. Keep that folder to yourself: it is trusted like a program.
"""

from __future__ import annotations

import io
import json
import os
import pickle
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

from tecum.instruments.catalogue import load_catalogue
from tecum.reading.many import in_parallel
from tecum.reading.open import open_document
from tecum.reading.read import read
from tecum.reading.text.layout import Opened
from tecum.reading.text.letter_boxes import LetterBoxes

NOT_PAPERS = frozenset({".json", ".md"})
KEPT = os.environ.get("TECUM_BENCH_OPENED")


def boxes_from(content: bytes) -> LetterBoxes:
    """The boxes of letters from their bytes."""
    from array import array

    values = array("f")
    values.frombytes(content)
    return LetterBoxes(values)


class Packer(pickle.Pickler):
    """Keeps boxes as their bytes, so that one version unpacks what another packed."""

    def reducer_override(self, one: Any) -> Any:
        """How to make the object again."""
        if isinstance(one, LetterBoxes):
            return boxes_from, (one._values.tobytes(),)
        return NotImplemented


def opened_of(path: Path, data: bytes) -> Opened:
    """What opening a file gives, now or when it was first asked for."""
    kept = Path(KEPT) / sha256(data + path.name.encode()).hexdigest() if KEPT else None
    if kept is not None and kept.exists():
        there: Opened = pickle.loads(kept.read_bytes())
        return there
    opened = open_document(data, path.name)
    if kept is not None:
        content = io.BytesIO()
        Packer(content).dump(opened)
        half = kept.with_suffix(f".{os.getpid()}")
        half.write_bytes(content.getvalue())
        half.rename(kept)
    return opened


def digest_of_opened(opened: Opened) -> str:
    """A digest of all that opening gave."""
    digest = sha256(repr(opened).encode("utf-8", "surrogatepass"))
    for part in opened.parts:
        for boxes in part.text.char_boxes if part.text is not None else ():
            known = isinstance(boxes, LetterBoxes)
            digest.update(boxes._values.tobytes() if known else repr(boxes).encode())
        for sure in part.text.confidence if part.text is not None else ():
            digest.update(sure)
    return digest.hexdigest()


def digests(path: str) -> list[str]:
    """The two digests of a file."""
    opened = opened_of(Path(path), Path(path).read_bytes())
    said = json.dumps(read(opened, load_catalogue()).to_json(), ensure_ascii=False, sort_keys=True)
    return [digest_of_opened(opened), sha256(said.encode("utf-8", "surrogatepass")).hexdigest()]


def write(out: Path, folders: list[str]) -> int:
    """Write the digests of all files down."""
    found = [p for folder in folders for p in sorted(Path(folder).rglob("*")) if p.is_file()]
    paths = [str(p) for p in found if p.suffix not in NOT_PAPERS]
    load_catalogue()
    jobs = int(os.environ.get("TECUM_BENCH_JOBS", "1"))
    rows = {paths[d.at]: d.result or [str(d.mistake)] for d in in_parallel(digests, paths, jobs)}
    out.write_text(json.dumps(dict(sorted(rows.items())), indent=0), encoding="utf-8")
    failed = [path for path, row in rows.items() if len(row) < 2]
    print(f"{len(rows)} files, {len(failed)} of them failed: {failed[:5]}")
    return 5 if failed or not rows else 0


def compare(old: Path, new: Path) -> int:
    """Name what differs."""
    a, b = (json.loads(path.read_text(encoding="utf-8")) for path in (old, new))
    if a.keys() != b.keys():
        print(f"Not the same files: {sorted(a.keys() ^ b.keys())[:5]}")
        return 5
    words = ("opened otherwise", "read otherwise")
    rows = [(p, words[i]) for p in a for i in (0, 1) if a[p][i : i + 1] != b[p][i : i + 1]]
    for path, what in rows:
        print(f"{path}: {what}")
    print(f"{len(a)} files, {len(rows)} differences")
    return 5 if rows else 0


def main() -> int:
    """Write or compare."""
    if len(sys.argv) > 3 and sys.argv[1] == "write":
        return write(Path(sys.argv[2]), sys.argv[3:])
    if len(sys.argv) == 4 and sys.argv[1] == "compare":
        return compare(Path(sys.argv[2]), Path(sys.argv[3]))
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main())
