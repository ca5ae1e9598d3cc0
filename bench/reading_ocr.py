"""Our whole way from a page's picture to its words, against bare Tesseract on the same pages.

Bare: the pictures as our clean-up prepared them, handed to Tesseract through tesserocr as they
are, one byte a pixel, and its words, boxes and confidences taken. Ours: from the PDF's bytes:
the page's pixels are taken or drawn, cleaned, recognised, looked at for rules, bullets,
check-boxes and strokes, mapped back, and put in lines with their layers. Both in this process,
on one core, taking turns; the start of the child and its pipe are in neither. ``engine`` is the
part of ours that the engine itself takes: it is given one bit a pixel and no white margin.
Two sets: scans of the folders, which say little each, and full pages of text made here.
Then N processes do ours at once.
Usage: ``python bench/reading_ocr.py [FOLDER…]``; without a folder, the development documents.
"""

from __future__ import annotations

import io
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
import numpy as np
import pypdfium2
import tesserocr
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from record import record
from tecum.reading.limits import default_limits
from tecum.reading.ocr.cleanup import binarised, denoised, prepared
from tecum.reading.ocr.engines import Engine, engine_here
from tecum.reading.ocr.job import recognise_pages
from tecum.reading.ocr.native import native_page
from tecum.reading.ocr.picture import Grey, drawn_page
from tecum.reading.ocr.recognise import Recogniser
from tecum.reading.pdf.alone import may_mask
from tecum.reading.pdf.pages import opened, read_pdf
from tecum.reading.text.glyphs import frame_of

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
    masked = may_mask(scan.data)
    found = []
    for n in scan.numbers:
        page = pdfium.FPDF_LoadPage(document, n - 1)
        frame = frame_of(page)
        taken = None if masked else native_page(page, frame, 200)
        drawn = taken or drawn_page(page, frame, 200)
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


def bare(api: Any, pixels: Grey, dpi: int) -> None:
    """Words with boxes and confidences as the engine's own interface gives them."""
    height, width = pixels.shape
    api.SetImageBytes(pixels.tobytes(), width, height, 1, width)
    api.SetSourceResolution(dpi)
    api.Recognize()
    for word in tesserocr.iterate_level(api.GetIterator(), tesserocr.RIL.WORD):
        if not word.Empty(tesserocr.RIL.WORD):
            word.GetUTF8Text(tesserocr.RIL.WORD)
            word.BoundingBox(tesserocr.RIL.WORD)
            word.Confidence(tesserocr.RIL.WORD)
    api.Clear()


def seconds(documents: list[Scan], folder: str) -> tuple[float, float, float]:
    """Processor seconds of ours, of bare Tesseract, of the engine within ours: best of rounds."""
    pictures = [picture for scan in documents for picture in ready(scan)]
    recogniser = Recogniser(folder)
    api = tesserocr.PyTessBaseAPI(path=folder, lang="eng", psm=tesserocr.PSM.AUTO, oem=1)
    best = [float("inf")] * 3
    for _ in range(ROUNDS):
        marks = [time.process_time()]
        for scan in documents:
            ours(scan)
        marks.append(time.process_time())
        for pixels, dpi in pictures:
            bare(api, pixels, dpi)
        marks.append(time.process_time())
        for pixels, dpi in pictures:
            recogniser.words(pixels, dpi, "eng", 50)
        marks.append(time.process_time())
        best = [min(best[i], marks[i + 1] - marks[i]) for i in range(3)]
    return best[0], best[1], best[2]


_PHRASE = (
    "the records of custody and release that this office holds for each person named below are "
    "to be produced with every notice sent to another agency in the period from January 2021 "
    "through March 2024 including entries made by hand and the policy under which they were kept"
)


def dense(pages: int = 6) -> Scan:
    """Full pages of text, about 550 words each, scanned at 200 dots an inch with grain."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792))
    chance, known = np.random.default_rng(5), _PHRASE.split()
    for n in range(pages):
        drawing = io.BytesIO()
        sheet = Canvas(drawing, pagesize=(612, 792))
        sheet.setFont("Times-Roman", 11)
        for row in range(44):
            words = [str(chance.choice(known)) for _ in range(13)]
            sheet.drawString(72, 722 - 15 * row, f"{n + 1}.{row + 1} " + " ".join(words))
        sheet.save()
        grey = pypdfium2.PdfDocument(drawing.getvalue())[0].render(scale=200 / 72, grayscale=True)
        pixels = grey.to_numpy().reshape(2200, -1).astype(float)
        pixels += chance.normal(0, 8, pixels.shape)
        picture = Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
        canvas.drawImage(ImageReader(picture), 0, 0, 612, 792)
        canvas.showPage()
    canvas.save()
    return Scan(out.getvalue(), tuple(range(1, pages + 1)), ("needs_ocr",) * pages)


def at_once(documents: list[Scan], processes: int) -> float:
    """Pages a second of the wall clock with this many processes, each with the same work."""
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(ours, documents[:1] * processes))
        start = time.perf_counter()
        list(pool.map(ours, documents * processes))
        taken = time.perf_counter() - start
    return sum(len(scan.numbers) for scan in documents) * processes / taken


def compared(documents: list[Scan], folder: str) -> dict[str, float]:
    """Seconds a page of ours, of bare Tesseract, and of the engine within ours."""
    pages = sum(len(scan.numbers) for scan in documents)
    mine, plain, engine = (value / pages for value in seconds(documents, folder))
    return {
        "pages": pages,
        "ours": round(mine, 3),
        "bare": round(plain, 3),
        "engine": round(engine, 3),
        "ours_to_bare": round(mine / plain, 3),
        "ours_to_engine": round(mine / engine, 3),
    }


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
    folder = engine.folder.rstrip("/") + "/"
    sets = {"scans": documents, "full_pages": [dense()]}
    cores = len(os.sched_getaffinity(0))
    one, many = at_once(documents, 1), at_once(documents, cores)
    figures: dict[str, Any] = {
        "claim": "recognition within 15 % of bare Tesseract; N processes at least 0.8 N",
        "sets": {name: compared(scans_, folder) for name, scans_ in sets.items()},
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
