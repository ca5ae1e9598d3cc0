"""Recognise chosen pages of a part. Runs in the limited child (READING 2, 5)."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from tecum.reading.ocr import words as placing
from tecum.reading.ocr.beside import (
    PictureSeen,
    freehand_ink,
    is_plainly_a_word,
    rules_on,
    with_bullets,
)
from tecum.reading.ocr.blanks import with_blanks
from tecum.reading.ocr.cleanup import binarised, denoised, prepared
from tecum.reading.ocr.layer import LayerLikeness, believed, layer_likeness
from tecum.reading.ocr.mapping import Mapping as PageMapping
from tecum.reading.ocr.marks import marks_on
from tecum.reading.ocr.native import native_page
from tecum.reading.ocr.picture import GreyPage, drawn_page, of_file
from tecum.reading.ocr.rapid import RapidRecogniser
from tecum.reading.ocr.recognise import Reads, Recogniser, SeenWord
from tecum.reading.ocr.retry import Recognised, recognised
from tecum.reading.ocr.slips import put_right
from tecum.reading.order.written import page_text
from tecum.reading.pdf.alone import may_mask
from tecum.reading.settings import OcrSettings, ocr_settings
from tecum.reading.text.glyphs import Frame, PageWord

__all__ = ["recognise_pages", "warm"]

_PDF = "application/pdf"
_STATED = 100
"""A layer names no confidence; where its words stand, there is a word and no stroke."""


@dataclass(frozen=True)
class _Sheet:
    """One page to recognise: how to draw it, and what its file states of itself."""

    n: int
    draw: Callable[[int], GreyPage | None]
    size: tuple[float, float]
    rotation: int = 0
    words: tuple[PageWord, ...] = ()
    notes: tuple[tuple[str, tuple[float, float, float, float]], ...] = ()
    cause: str = "needs_ocr"
    extra: Mapping[str, Any] | None = None
    picture_alone: Callable[[int], GreyPage | None] | None = None


def recognise_pages(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """Recognise the pages that ``wanted`` lists, with the engine that it names.

    Args:
        data: The file.
        wanted: ``kind``, ``pages`` with their ``causes``, ``engine``, and the limits.
    """
    import cv2

    cv2.setNumThreads(1)
    engine = wanted["engine"]
    recogniser = _recogniser(engine)
    settings = ocr_settings()
    languages = tuple(engine["languages"])
    sheets = _of_pdf if wanted["kind"] == _PDF else _of_picture
    pages = [
        _read(
            sheet,
            recogniser,
            languages,
            settings,
            seconds=float(wanted["seconds"]),
            blank_ink=float(wanted["blank_ink"]),
        )
        for sheet in sheets(data, wanted)
    ]
    engines = {engine["name"]: recogniser.version, "opencv": str(cv2.__version__)}
    fields = [row for page in pages for row in page.pop("fields", ())]
    return {"pages": pages, "fields": fields, "engines": engines}, []


def _recogniser(engine: Mapping[str, Any]) -> Recogniser | RapidRecogniser:
    """The engine, loaded once a process: its model costs as much as a short page."""
    return _loaded(str(engine["name"]), str(engine["folder"]))


@cache
def warm(readable: tuple[str, ...]) -> None:
    """Have PDFium and the engine's English model ready before there is a document.

    Args:
        readable: What the child may read; Tesseract's folder is among it where that is used.
    """
    from tecum.reading.pdf import pages

    pages.warm(readable)
    folder = next((f for f in readable if (Path(f) / "eng.traineddata").is_file()), "")
    _loaded("tesseract" if folder else "rapidocr", folder).load("eng")


@cache
def _loaded(name: str, folder: str) -> Recogniser | RapidRecogniser:
    return RapidRecogniser() if name == "rapidocr" else Recogniser(folder)


def _of_pdf(data: bytes, wanted: Mapping[str, Any]) -> Iterator[_Sheet]:
    import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

    from tecum.reading.pdf.page import look_at
    from tecum.reading.pdf.pages import opened, repaired_copy

    password = wanted.get("password")
    if wanted.get("repaired"):
        data, password = repaired_copy(data, password) or b"", None
    document, _ = opened(data, password)
    if document is None:
        return
    masked = may_mask(data)
    info = pdfium.FPDF_FORMFILLINFO()
    info.version = 2
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, ctypes.byref(info))
    for n, cause in zip(wanted["numbers"], wanted["causes"], strict=True):
        seen = look_at(document, form, int(n), wanted)
        if seen is None:
            yield _Sheet(int(n), lambda _: None, (612.0, 792.0))
            continue
        frame, page = seen.frame, seen.page
        extra = {
            "capped": seen.capped,
            "native_fields": seen.fields,
            "native_ink": [list(box) for box in seen.drawing.freehand()],
        }
        alone = _picture_alone(page, frame, masked=masked) if seen.painted else None
        yield _Sheet(
            int(n), _drawing(page, frame, masked=masked), (frame.width, frame.height),
            frame.rotation, tuple(seen.words), tuple(seen.notes), str(cause), extra, alone,
        )  # fmt: skip
        pdfium.FPDF_ClosePage(page)


def _drawing(page: Any, frame: Frame, *, masked: bool) -> Callable[[int], GreyPage | None]:
    def draw(dpi: int) -> GreyPage | None:
        taken = None if masked else native_page(page, frame, dpi)
        return taken or drawn_page(page, frame, dpi)

    return draw


def _picture_alone(page: Any, frame: Frame, *, masked: bool) -> Callable[[int], GreyPage | None]:
    """The page's picture without the letters painted on it, which would agree with themselves."""

    def draw(dpi: int) -> GreyPage | None:
        return None if masked else native_page(page, frame, dpi, among_words=True)

    return draw


def _of_picture(data: bytes, wanted: Mapping[str, Any]) -> Iterator[_Sheet]:
    for n in wanted["numbers"]:
        try:
            first, size = of_file(data, int(n), 200)
        except (OSError, ValueError, SyntaxError, EOFError, KeyError, TypeError):
            yield _Sheet(int(n), lambda _: None, (612.0, 792.0))
            continue
        yield _Sheet(int(n), _file_drawing(data, int(n), first), size)


def _file_drawing(data: bytes, n: int, first: GreyPage) -> Callable[[int], GreyPage | None]:
    return lambda dpi: first if dpi <= 200 else of_file(data, n, dpi)[0]


def _read(
    sheet: _Sheet,
    recogniser: Reads,
    languages: tuple[str, ...],
    settings: OcrSettings,
    *,
    seconds: float,
    blank_ink: float,
) -> dict[str, Any]:
    """One page recognised and put in lines, with what its file states of itself."""
    layer = _layer(sheet, recogniser, settings) if sheet.cause == "embedded_ocr" else None
    if layer is not None and (layer.words >= settings.layer_words or sheet.picture_alone):
        # Words painted in plain sight hide what a second recognition would have to see.
        return _from_layer(sheet)
    if sheet.cause == "embedded_ocr" and layer is None and sheet.picture_alone is not None:
        # Not what the picture says: the words stand in plain sight, and are the page's own.
        for word in sheet.words:
            word.hidden = False
    found = recognised(sheet.draw, recogniser, languages, settings, seconds=seconds)
    if layer is not None and (found is None or found.poor):
        # Somebody recognised badly what we do not recognise at all.
        return _from_layer(sheet)
    if found is None:
        return {"n": sheet.n, "lost": True}
    if sheet.cause == "part_picture" and found.poor:
        # A photograph among words: what is not letters takes nothing from the words.
        found = replace(found, words=())
    page = _written(sheet, found)
    native = any(c.isalnum() for w in sheet.words if not w.hidden for c in w.text)
    if (found.poor and sheet.cause != "part_picture") or (
        not native and found.shows_only_a_picture(blank_ink)
    ):
        page["unread"] = "unreadable"
    if layer is not None:
        # The layer says what the page shows, only worse: nothing was kept from the reader.
        page["hidden"] = False
    return page


def _layer(sheet: _Sheet, recogniser: Reads, settings: OcrSettings) -> LayerLikeness | None:
    """How like the picture the page's invisible layer is; None where it says something else."""
    hidden = [w for w in sheet.words if w.hidden]
    raw = (sheet.picture_alone or sheet.draw)(200)
    found = None if raw is None else layer_likeness(raw, hidden, recogniser)
    return found if found is not None and found.speaks_of_the_page(settings.layer_agrees) else None


def _from_layer(sheet: _Sheet) -> dict[str, Any]:
    """The page from its invisible layer; rules, check-boxes and ink from its picture."""
    for word in sheet.words:
        word.hidden = False
    raw = (sheet.picture_alone or sheet.draw)(200)
    if raw is None:
        return {"n": sheet.n, "lost": True}
    picture = prepared(raw)
    pixels, mapping, dpi = picture.pixels, picture.mapping, picture.dpi
    height, width = pixels.shape
    words = placing.placed_natively(sheet.words, mapping, dpi, height)
    seen = [_as_seen(word, mapping) for word in words]
    marks = marks_on(pixels, seen, mapping.to_page, sheet.n)
    frames = {i for i in marks.frames if not words[i].text.isalpha() or len(words[i].text) == 1}
    words = [w for i, w in enumerate(words) if i not in frames]
    binary = binarised(denoised(pixels, "gaussian"))
    ink = PictureSeen(binary, tuple(seen), mapping, dpi)
    frame = _frame(width, height, dpi)
    page = page_text(words, list(sheet.notes), frame, rules_on(binary, dpi))
    page = _completed(sheet, page)
    page.update(text_from="ocr", engine="embedded", dpi=None, prep=["layer agrees"], hidden=False)
    extra = sheet.extra or {}
    page["ink"] = [*extra.get("native_ink", []), *freehand_ink(ink)]
    page["fields"] = [*extra.get("native_fields", []), *marks.fields]
    return page


def _as_seen(word: PageWord, mapping: PageMapping) -> SeenWord:
    """A word of the layer in pixels of the picture."""
    box = mapping.from_page(word.place)
    return SeenWord(word.text, box, box[3], 0, _STATED)


def _frame(width: int, height: int, dpi: int) -> Frame:
    """The straightened picture as a page in points."""
    wide, high = width * 72 / dpi, height * 72 / dpi
    return Frame(0.0, 0.0, wide, high, 0, (0.0, 0.0, wide, high))


def _written(sheet: _Sheet, found: Recognised) -> dict[str, Any]:
    height, width = found.binary.shape
    dpi, mapping = found.page.dpi, found.page.mapping
    own = [w for w in sheet.words if not w.hidden]
    placing.placed_natively(sheet.words, mapping, dpi, height)
    marks = marks_on(found.page.pixels, found.words, mapping.to_page, sheet.n)
    frames = {i for i in marks.frames if not is_plainly_a_word(found.words[i])}
    words = [w for i, w in enumerate(found.words) if i not in frames]
    words = placing.without_flourish(words)
    picture = PictureSeen(found.binary, tuple(words), mapping, dpi)
    words = with_bullets(placing.without_scrawl(words, picture.freehand), found.binary)
    words = with_blanks(put_right(words), found.binary, found.page.pixels, dpi)
    seen = placing.page_words(words, mapping, dpi, height)
    own = believed(own, seen)
    hidden = [w for w in sheet.words if w.hidden]
    seen = placing.without_shadows(seen, own)
    all_words = [*own, *seen, *hidden]
    rules = rules_on(found.binary, dpi)
    page = page_text(all_words, list(sheet.notes), _frame(width, height, dpi), rules)
    page = _completed(sheet, page)
    native = any(c.isalnum() for w in own for c in w.text)
    from_ocr = "mixed" if native else "ocr"
    page.update(
        text_from=from_ocr if seen else ("native" if native else "none"),
        dpi=dpi, prep=list(found.prep), language=found.language,
    )  # fmt: skip
    extra = sheet.extra or {}
    page["ink"] = [*extra.get("native_ink", []), *freehand_ink(picture)]
    page["fields"] = [*extra.get("native_fields", []), *marks.fields]
    page["hidden"] = bool(hidden) and sheet.cause != "garbled"
    return page


def _completed(sheet: _Sheet, page: dict[str, Any]) -> dict[str, Any]:
    """The page's own size and turn, and what its file says beside words."""
    extra = sheet.extra or {}
    page.update(
        n=sheet.n, width=round(sheet.size[0], 2), height=round(sheet.size[1], 2),
        rotation=sheet.rotation, capped=bool(extra.get("capped")),
    )  # fmt: skip
    page["fields"] = extra.get("native_fields", [])
    return page
