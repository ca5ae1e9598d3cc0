"""The second recogniser in the limited child, beside Tesseract, on the same scans.

Each scan of the folders is opened as any document is: the starter, the child behind its fences,
its limits of memory, time and files. Counted are the words of the truth that were read, how
often a word is right by how sure it is said to be, processor seconds a page, and the largest
child. The packages come from ``requirements-rapidocr.lock``, by hash; where they are not
installed, they are put into a folder of their own for the time of the measurement.
Usage: ``python bench/reading_second.py [FOLDER…]``; without a folder, the development documents.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from importlib import invalidate_caches
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from record import record
from tecum.reading.ocr import asking, engines
from tecum.reading.ocr.engines import Engine
from tecum.reading.open import open_document
from tecum.sandbox import isolation_in_force, starters

ROOT = Path(__file__).resolve().parents[1]
CLAIM = (
    "no page is lost in the child; nine tenths of the words that Tesseract finds; words said to "
    "be certain are right as often, within three in a hundred"
)


@dataclass
class Read:
    """What one engine made of the scans."""

    words: int = 0
    right: int = 0
    known: int = 0
    pages: int = 0
    lost: list[str] = field(default_factory=list)
    sure: Counter[str] = field(default_factory=Counter)
    sure_right: Counter[str] = field(default_factory=Counter)


def bin_of(sureness: int) -> str:
    """The bins of the bands: certain from 90, likely from 60."""
    return "certain" if sureness >= 90 else "likely" if sureness >= 60 else "unsure"


def read_all(folders: list[Path], engine: Engine) -> tuple[Read, float, int]:
    """Open every scan with one engine; what was read, seconds of the children, the largest."""
    asking.engine_here = lambda: engine
    starters.end_all()
    starters.SPENT.seconds, starters.SPENT.peak = 0.0, 0
    found = Read()
    for folder in folders:
        opened = open_document((folder / "document.pdf").read_bytes())
        text = opened.parts[0].text
        assert text is not None
        found.pages += len(text.pages)
        found.lost += [f"{folder.name}, page {n}" for n in text.unread]
        compare(found, text, (folder / "text.txt").read_text("utf-8"))
    return found, starters.SPENT.seconds, starters.SPENT.peak


def compare(found: Read, text: Any, truth: str) -> None:
    """Count each word of the truth once, wherever it stands."""
    left = Counter(truth.split())
    found.known += left.total()
    for page, sureness in zip(text.pages, text.confidence, strict=True):
        at = 0
        for word in page.text.split():
            at = page.text.index(word, at)
            least = bin_of(min(sureness[at : at + len(word)], default=0))
            at += len(word)
            right = left[word] > 0
            left[word] -= right
            found.words += 1
            found.right += right
            found.sure[least] += 1
            found.sure_right[least] += right


def figures_of(read: Read, seconds: float, peak: int) -> dict[str, Any]:
    """What is printed of one engine."""
    return {
        "pages": read.pages,
        "lost": read.lost,
        "words_found": round(read.right / read.known, 3),
        "words_right": round(read.right / read.words, 3),
        "right_by_sureness": {
            name: [read.sure_right[name], read.sure[name]]
            for name in ("certain", "likely", "unsure")
        },
        "seconds_a_page": round(seconds / read.pages, 2),
        "largest_child_mib": peak >> 20,
    }


def installed(folder: str) -> None:
    """Put the locked packages into a folder and on the path of this process and its children."""
    target = Path(folder) / "site-packages"
    lock = str(ROOT / "requirements-rapidocr.lock")
    words = ["--quiet", "--no-deps", "--require-hashes", "--target", str(target), "-r", lock]
    subprocess.run([sys.executable, "-m", "pip", "install", *words], check=True)
    sys.path.append(str(target))
    invalidate_caches()


def scans(arguments: list[str]) -> list[Path]:
    """The folders of scans that have their truth beside them."""
    shared = Path(os.environ.get("TECUM_SHARED", ROOT.parent / "shared"))
    found = []
    for top in map(Path, arguments or [str(shared / "corpus" / "dev")]):
        for path in sorted(top.glob("*/document.pdf")):
            text = open_document(path.read_bytes()).parts[0].text
            if (
                text
                and text.confidence
                and all(page.text_from.value == "ocr" for page in text.pages)
            ):
                found.append(path.parent)
    return found


def held_by(sets: dict[str, dict[str, Any]]) -> bool:
    """Whether the claim holds of these figures."""
    ours, theirs = sets["rapidocr"], sets["tesseract"]
    of_ours, of_theirs = (
        right / of for right, of in (s["right_by_sureness"]["certain"] for s in (ours, theirs))
    )
    found = ours["words_found"] >= 0.9 * theirs["words_found"]
    return not ours["lost"] and found and of_ours >= of_theirs - 0.03


def main() -> int:
    """Measure, print, write the figures down."""
    if sys.version_info >= (3, 13):
        print("rapidocr-onnxruntime needs Python 3.11 or 3.12: nothing to measure.")
        return 0
    first = engines.engine_here()
    if first is None or first.name != "tesseract":
        print("Tesseract is not installed.")
        return 4
    with tempfile.TemporaryDirectory() as folder:
        if find_spec("rapidocr_onnxruntime") is None:
            installed(folder)  # before the first child: its import paths are looked up once
        second = engines._rapidocr()
        if second is None:
            print("The second recogniser cannot be used.")
            return 4
        folders = scans(sys.argv[1:])
        if not folders:
            print("No scan found.")
            return 3
        sets = {engine.name: figures_of(*read_all(folders, engine)) for engine in (first, second)}
        fences = isolation_in_force().rung
        starters.end_all()
        figures = {"claim": CLAIM, "held": held_by(sets), "fences": fences, "engines": sets}
        print(figures)
        record("reading_second", figures, "tesserocr", "rapidocr-onnxruntime", "onnxruntime")
    return 0 if figures["held"] else 1


if __name__ == "__main__":
    sys.exit(main())
