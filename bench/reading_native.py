"""Pages a second of our opening of native PDFs, against bare extraction on the same files.

What is compared, in this process, on one core, in one run, the works taking turns:

- ``bare_pdfium``: PDFium through pypdfium2; the text of each page and a box for every letter.
- ``ours``: the function that the limited child runs (``read_pdf``): the same letters and boxes,
  and from them words, hidden and covered text, earlier revisions, form fields and check-boxes,
  lines, layers, reading order, health of fonts, all as the values that go through the pipe.
- ``pdfplumber``: its words with boxes.

The start of the child, the pipe, and the recognising steps are not in these three; they are in
``typed``: from bytes to the finished Reading (``open_document`` and ``read``), by the clock, the
child included, over the same files, and by itself for the longest of them.
Usage: ``python bench/reading_native.py [FOLDER…]``; without a folder, the shared documents and
made-up instruments of 2 to 20 pages.
"""

from __future__ import annotations

import io
import json
import os
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pdfplumber
import pypdfium2

from made_papers import instrument
from record import record
from tecum.instruments.catalogue import load_catalogue
from tecum.reading.limits import default_limits
from tecum.reading.open import open_document
from tecum.reading.pages import read_pdf
from tecum.reading.read import read

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


def typed(documents: list[bytes]) -> dict[str, float]:
    """Pages a second by the clock from bytes to Reading, the child included."""
    catalogue = load_catalogue()
    opening = reading = pages = 0.0
    for data in documents:
        start = time.perf_counter()
        opened = open_document(data)
        middle = time.perf_counter()
        pages += len(read(opened, catalogue).pages)
        opening += middle - start
        reading += time.perf_counter() - middle
    return {
        "pages_per_second": round(pages / (opening + reading), 1),
        "open_with_child": round(pages / opening, 1),
        "recognise": round(pages / reading, 1),
    }


def measured(documents: list[bytes]) -> dict[str, object]:
    """All figures of one set of files."""
    found = rates(documents)
    return {
        "pages_per_second": {name: round(value, 1) for name, value in found.items()},
        "ours_to_bare": round(found["ours"] / found["bare_pdfium"], 2),
        "ours_to_pdfplumber": round(found["ours"] / found["pdfplumber"], 2),
        "typed": typed(documents),
        "documents": len(documents),
        "files_sha256": sha256(b"".join(sha256(d).digest() for d in documents)).hexdigest(),
    }


def main() -> int:
    """Measure, print, write the figures down."""
    shared = Path(os.environ.get("TECUM_SHARED", ROOT.parent / "shared"))
    folders = sys.argv[1:] or [str(shared / "corpus" / "public"), str(shared / "corpus" / "dev")]
    sets = {"given": files(folders)}
    if not sys.argv[1:]:
        sets["made, 2 to 20 pages"] = [instrument(n) for n in (2, 3, 5, 8, 12, 20)]
    if not any(sets.values()):
        print("No native PDF found.")
        return 3
    figures = {
        "claim": "typed reading of native PDFs: at least half of bare extraction, 100 pages/s",
        **{name: measured(documents) for name, documents in sets.items() if documents},
    }
    print(json.dumps(figures, indent=2))
    record("reading_native", figures, "pypdfium2", "pdfplumber", "pikepdf")
    return 0


if __name__ == "__main__":
    sys.exit(main())
