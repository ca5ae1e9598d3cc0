"""Pages a second of our opening of native PDFs, against bare extraction on the same files.

Everything runs in this process, on one core, in one go: bare PDFium (text with a box for
every letter), our opening (words, layers, order, boxes, fields, health), and pdfplumber.
Usage: ``python bench/reading_native.py [FOLDER…]``; without a folder, the public documents.
"""

from __future__ import annotations

import io
import json
import os
import platform
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pdfplumber
import pypdfium2

from tecum.reading.limits import default_limits
from tecum.reading.pages import read_pdf

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = int(os.environ.get("TECUM_BENCH_ROUNDS", "3"))


def files(folders: list[str]) -> list[bytes]:
    """The native PDFs below the folders: those on whose first page bare PDFium finds text."""
    found = []
    for folder in folders:
        for path in sorted(Path(folder).rglob("*.pdf")):
            data = path.read_bytes()
            try:
                pages = pypdfium2.PdfDocument(data)
                native = len(pages) > 0 and pages[0].get_textpage().count_chars() > 100
            except pypdfium2.PdfiumError:
                continue
            if native:
                found.append(data)
    return found


def bare(data: bytes) -> int:
    """Bare PDFium: the text of each page and a box for every character."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        for i in range(text.count_chars()):
            text.get_charbox(i, loose=True)
    return len(document)


def ours(data: bytes) -> int:
    """Our opening of every page."""
    wanted = {**default_limits().to_json(), "pages_per_child": 10_000, "first": 1}
    answer, _ = read_pdf(data, wanted)
    return len(answer["pages"])


def plumber(data: bytes) -> int:
    """pdfplumber's words with boxes."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_words()
        return len(document.pages)


WORKS: dict[str, Callable[[bytes], int]] = {
    "bare_pdfium": bare,
    "ours": ours,
    "pdfplumber": plumber,
}


def rates(documents: list[bytes]) -> dict[str, float]:
    """Pages a second of processor time, the best of some rounds, the works taking turns."""
    best = dict.fromkeys(WORKS, 0.0)
    for _ in range(ROUNDS):
        for name, work in WORKS.items():
            start = time.process_time()
            pages = sum(work(data) for data in documents)
            best[name] = max(best[name], pages / (time.process_time() - start))
    return best


def main() -> int:
    """Measure, print, write the figures down."""
    shared = Path(os.environ.get("TECUM_SHARED", ROOT.parent / "shared"))
    folders = sys.argv[1:] or [str(shared / "corpus" / "public"), str(shared / "corpus" / "dev")]
    documents = files(folders)
    if not documents:
        print("No native PDF found.")
        return 3
    figures = rates(documents)
    result = {
        "claim": "typed reading of native PDFs: at least half of bare extraction",
        "pages_per_second": {name: round(value, 1) for name, value in figures.items()},
        "ours_to_bare": round(figures["ours"] / figures["bare_pdfium"], 2),
        "ours_to_pdfplumber": round(figures["ours"] / figures["pdfplumber"], 2),
        "documents": len(documents),
        "files_sha256": sha256(b"".join(sha256(d).digest() for d in documents)).hexdigest(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
        "python": platform.python_version(),
        "versions": {n: version(n) for n in ("pypdfium2", "pdfplumber", "pikepdf")},
    }
    print(json.dumps(result, indent=2))
    out = ROOT / "bench" / "results" / "reading_native.json"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
