"""Pages a second of our opening of native PDFs, against bare extraction on the same files.

What is compared, in this process, on one core, in one run, the works taking turns:

- ``bare_pdfium``: PDFium through pypdfium2; the text of each page and a box for every letter.
- ``ours``: the function that the limited child runs (``read_pdf``): the same letters and boxes,
  and from them words, hidden and covered text, earlier revisions, form fields and check-boxes,
  lines, layers, reading order, health of fonts, all as the values that go through the pipe.
- ``pdfplumber``: its words with boxes.
- ``rules``: ``read`` over files that are open already: from lines and boxes to the Reading.
- ``typed``: from bytes to the finished Reading (``open_document`` and ``read``), with the start
  of the child and the pipe. Part of it runs in another process, so that it has a rate by the
  clock alone.

Two ratios answer the goal: ``extraction_to_bare`` holds our extraction against the bare one,
both in this process; ``extraction_and_rules_to_bare`` holds the whole of typed reading against
it, both by processor time. ``typed_end_to_end_to_bare_by_the_clock`` adds child and pipe.
Files of which a page has to be recognised from its picture are no native ones, though their
first page has letters: they stand apart in ``recognised``, with their rate, since the engine
takes a hundred times as long as everything that is measured here.
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
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pdfplumber
import pypdfium2

from made_papers import instrument
from record import record
from tecum.instruments.catalogue import load_catalogue
from tecum.reading.limits import default_limits
from tecum.reading.open import open_document
from tecum.reading.pdf.pages import read_pdf
from tecum.reading.read import read
from tecum.words import TextFrom

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


def is_native(data: bytes) -> bool:
    """Whether every page's text is what the file itself states."""
    seen = (TextFrom.OCR, TextFrom.MIXED)
    texts = [part.text for part in open_document(data).parts if part.text is not None]
    return not any(page.text_from in seen for text in texts for page in text.pages)


def recognised(documents: list[bytes]) -> dict[str, object]:
    """How many documents hold a page that is recognised, and how fast all of them are typed."""
    catalogue = load_catalogue()
    start = time.perf_counter()
    pages = sum(len(read(open_document(data), catalogue).pages) for data in documents)
    passed = time.perf_counter() - start
    rate = round(pages / passed, 1) if documents else None
    return {"documents": len(documents), "pages": pages, "typed_pages_per_second": rate}


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


def works(documents: list[bytes]) -> dict[str, Callable[[], int]]:
    """What is measured: each goes through all documents and says how many pages it saw."""
    catalogue = load_catalogue()
    there = [open_document(data) for data in documents]
    return {
        "bare_pdfium": lambda: sum(map(bare, documents)),
        "ours": lambda: sum(map(ours, documents)),
        "pdfplumber": lambda: sum(map(plumber, documents)),
        "rules": lambda: sum(len(read(one, catalogue).pages) for one in there),
        "typed": lambda: sum(len(read(open_document(d), catalogue).pages) for d in documents),
    }


@dataclass(slots=True)
class Rate:
    """Pages a second, the best of some rounds: of this process's time, and by the clock.

    ``seconds`` is the shortest round by the clock.
    """

    processor: float = 0.0
    clock: float = 0.0
    seconds: float = float("inf")


def rates(documents: list[bytes]) -> dict[str, Rate]:
    """The rate of each work; they take turns."""
    doing = works(documents)
    best = {name: Rate() for name in doing}
    for _ in range(ROUNDS):
        for name, work in doing.items():
            start, clock = time.process_time(), time.perf_counter()
            pages = work()
            used, passed = time.process_time() - start, time.perf_counter() - clock
            best[name].processor = max(best[name].processor, pages / used)
            best[name].clock = max(best[name].clock, pages / passed)
            best[name].seconds = min(best[name].seconds, passed)
    return best


def measured(documents: list[bytes]) -> dict[str, object]:
    """All figures of one set of files."""
    found = rates(documents)
    bare_rate, extraction = found["bare_pdfium"], found["ours"].processor
    one_core = 1 / (1 / extraction + 1 / found["rules"].processor)
    return {
        "processor_pages_per_second": {
            name: round(rate.processor, 1) for name, rate in found.items() if name != "typed"
        }
        | {"ours_and_rules": round(one_core, 1)},
        "clock_pages_per_second": {name: round(rate.clock, 1) for name, rate in found.items()},
        "extraction_to_bare": round(extraction / bare_rate.processor, 2),
        "extraction_to_pdfplumber": round(extraction / found["pdfplumber"].processor, 2),
        "extraction_and_rules_to_bare": round(one_core / bare_rate.processor, 2),
        "typed_end_to_end_to_bare_by_the_clock": round(found["typed"].clock / bare_rate.clock, 2),
        "documents": len(documents),
        "milliseconds_a_document_typed": round(1000 * found["typed"].seconds / len(documents), 1),
        "files_sha256": sha256(b"".join(sha256(d).digest() for d in documents)).hexdigest(),
    }


def main() -> int:
    """Measure, print, write the figures down."""
    shared = Path(os.environ.get("TECUM_SHARED", ROOT.parent / "shared"))
    folders = sys.argv[1:] or [str(shared / "corpus" / "public"), str(shared / "corpus" / "dev")]
    found = files(folders)
    sets = {"given": [data for data in found if is_native(data)]}
    apart = [data for data in found if data not in sets["given"]]
    if not sys.argv[1:]:
        sets["made, 2 to 20 pages"] = [instrument(n) for n in (2, 3, 5, 8, 12, 20)]
    if not any(sets.values()):
        print("No native PDF found.")
        return 3
    figures = {
        "claim": "typed reading of native PDFs: at least half of bare extraction, 100 pages/s",
        **{name: measured(documents) for name, documents in sets.items() if documents},
        "recognised": recognised(apart),
    }
    print(json.dumps(figures, indent=2))
    record("reading_native", figures, "pypdfium2", "pdfplumber", "pikepdf")
    return 0


if __name__ == "__main__":
    sys.exit(main())
