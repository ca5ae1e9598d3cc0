"""Our whole way from a page's picture to its words, against bare Tesseract on the same pages.

Bare: the pictures as our clean-up prepared them are handed to Tesseract through tesserocr, and
its words, boxes and confidences are taken. Ours: the page is drawn, cleaned, recognised, looked
at for rules, bullets, check-boxes and strokes, and put in lines. Both in this process, on one
core, taking turns. Then N processes do ours at once.
Usage: ``python bench/reading_ocr.py [FOLDER…]``; without a folder, the development documents.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

os.environ["OMP_THREAD_LIMIT"] = "1"

import cv2

from record import record
from tecum.reading.glyphs import frame_of
from tecum.reading.limits import default_limits
from tecum.reading.ocr.cleanup import binarised, denoised, prepared
from tecum.reading.ocr.engines import Engine, engine_here
from tecum.reading.ocr.job import recognise_pages
from tecum.reading.ocr.picture import Grey, drawn_page, native_page
from tecum.reading.ocr.recognise import Recogniser
from tecum.reading.pages import opened, read_pdf

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = int(os.environ.get("TECUM_BENCH_ROUNDS", "3"))
CAUSES = ("needs_ocr", "only_stamp")


@dataclass(frozen=True)
class Scan:
    """A file with the numbers and causes of its pages that are pictures."""

    data: bytes
    numbers: tuple[int, ...]
    causes: tuple[str, ...]


def scans(folders: list[str]) -> Iterator[Scan]:
    """The PDFs below the folders that have pages without letters of their own."""
    for folder in folders:
        for path in sorted(Path(folder).rglob("*.pdf")):
            data = path.read_bytes()
            answer, _ = read_pdf(data, {**default_limits().to_json(), "first": 1})
            pages = [page for page in answer["pages"] if page.get("unread") in CAUSES]
            if pages:
                yield Scan(data, tuple(p["n"] for p in pages), tuple(p["unread"] for p in pages))


def wanted(scan: Scan, engine: Engine) -> dict[str, Any]:
    """What the recognising job is asked."""
    return {
        **default_limits().to_json(),
        "kind": "application/pdf",
        "numbers": list(scan.numbers),
        "causes": list(scan.causes),
        "engine": engine.to_json(),
        "seconds": 50,
        "password": None,
        "repaired": False,
    }


def ready(scan: Scan) -> list[tuple[Grey, int]]:
    """The black and white pictures that the first try hands to the engine."""
    import pypdfium2_raw as pdfium

    document, _ = opened(scan.data, None)
    found = []
    for n in scan.numbers:
        page = pdfium.FPDF_LoadPage(document, n - 1)
        frame = frame_of(page)
        drawn = native_page(page, frame, 200) or drawn_page(page, frame, 200)
        if drawn is not None:
            clean = prepared(drawn)
            found.append((binarised(denoised(clean.pixels, "gaussian")), clean.dpi))
        pdfium.FPDF_ClosePage(page)
    return found


def ours(scan: Scan) -> int:
    """Our way for every page of one file."""
    engine = engine_here()
    assert engine is not None
    answer, _ = recognise_pages(scan.data, wanted(scan, engine))
    return sum(len(page["text"].split()) for page in answer["pages"])


def seconds(documents: list[Scan], recogniser: Recogniser) -> tuple[float, float]:
    """Processor seconds of ours and of bare Tesseract over all pages, the best of some rounds."""
    pictures = [picture for scan in documents for picture in ready(scan)]
    best = [float("inf"), float("inf")]
    for _ in range(ROUNDS):
        start = time.process_time()
        for scan in documents:
            ours(scan)
        middle = time.process_time()
        for pixels, dpi in pictures:
            recogniser.words(pixels, dpi, "eng", 50)
        best = [min(best[0], middle - start), min(best[1], time.process_time() - middle)]
    return best[0], best[1]


def at_once(documents: list[Scan], processes: int) -> float:
    """Pages a second of the wall clock with this many processes, each with the same work."""
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(ours, documents[:1] * processes))
        start = time.perf_counter()
        list(pool.map(ours, documents * processes))
        taken = time.perf_counter() - start
    return sum(len(scan.numbers) for scan in documents) * processes / taken


def main() -> int:
    """Measure, print, write the figures down."""
    cv2.setNumThreads(1)
    engine = engine_here()
    if engine is None or engine.name != "tesseract":
        print("Tesseract is not installed.")
        return 4
    shared = Path(os.environ.get("TECUM_SHARED", ROOT.parent / "shared"))
    documents = list(scans(sys.argv[1:] or [str(shared / "corpus" / "dev")]))
    if not documents:
        print("No scan found.")
        return 3
    mine, bare = seconds(documents, Recogniser(engine.folder))
    cores = len(os.sched_getaffinity(0))
    one, many = at_once(documents, 1), at_once(documents, cores)
    pages = sum(len(scan.numbers) for scan in documents)
    figures = {
        "claim": "recognition within 15 % of bare Tesseract; N processes at least 0.8 N",
        "pages": pages,
        "seconds_a_page": {"ours": round(mine / pages, 3), "bare": round(bare / pages, 3)},
        "ours_to_bare": round(mine / bare, 3),
        "processes": cores,
        "pages_per_second": {"one": round(one, 2), "all": round(many, 2)},
        "gain": round(many / one, 2),
        "files_sha256": sha256(b"".join(sha256(d.data).digest() for d in documents)).hexdigest(),
    }
    print(figures)
    record("reading_ocr", figures, "tesserocr", "opencv-python-headless", "pypdfium2")
    return 0


if __name__ == "__main__":
    sys.exit(main())
