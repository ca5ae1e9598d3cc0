"""Scans, faxes, photographs and lying layers: read with boxes and confidence, or said unread."""

from __future__ import annotations

import json
from difflib import SequenceMatcher

import cv2
import numpy as np
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tecum.instruments.catalogue import load_catalogue
from tecum.reading.ocr import asking
from tecum.reading.open import lacks_engine, open_document
from tecum.reading.read import read
from tecum.reading.text.layout import Opened, Text
from tests.unit.reading import papers
from tests.unit.reading.ocr import sheets
from tests.unit.reading.papers import lines_of

SAID = " ".join(row for row in sheets.DEMAND if row)


def text_in(opened: Opened) -> Text:
    text = opened.parts[0].text
    assert text is not None
    return text


def likeness(opened: Opened, said: str = SAID) -> float:
    found = " ".join(lines_of(opened, "body"))
    return SequenceMatcher(None, said, found, autojunk=False).ratio()


def fax() -> bytes:
    picture = cv2.resize(sheets.sheet(dpi=204), (1734, 1078), interpolation=cv2.INTER_AREA)
    return sheets.as_file("TIFF", np.asarray(picture, np.uint8), dpi=(204, 98))


@pytest.mark.parametrize(
    ("make", "step"),
    [
        (lambda: sheets.as_pdf(sheets.sheet()), "try gaussian otsu 200 dpi eng"),
        (lambda: sheets.as_pdf(np.rot90(sheets.sheet(), 2).copy()), "turned 180"),
        (lambda: sheets.as_pdf(sheets.skewed(sheets.sheet(), 3.2)), "deskew 3.2"),
        (lambda: sheets.as_pdf(sheets.noisy(sheets.sheet(), specks=0.06)), "try median"),
        (lambda: sheets.as_file("JPEG", sheets.photographed(sheets.sheet())[0]), "outline"),
        (lambda: sheets.as_pdf(sheets.sheet(size=6, dpi=300)), "otsu 300 dpi"),
        (fax, "squared pixels 204x98"),
    ],
)
def test_what_a_sheet_says_is_read_and_every_step_is_kept(make: object, step: str) -> None:
    opened = open_document(make())  # type: ignore[operator]
    text = text_in(opened)
    assert opened.outcome.value == "read"
    assert likeness(opened) > 0.97
    page = text.pages[0]
    assert (page.text_from.value, page.engine) == ("ocr", "tesseract")
    assert any(note.startswith(step) or step in note for note in page.prep), page.prep
    assert len(text.confidence[0]) == len(page.text)


@pytest.mark.parametrize("kind", ["PNG", "GIF", "BMP", "WEBP"])
def test_each_type_of_picture_becomes_a_page(kind: str) -> None:
    opened = open_document(sheets.as_file(kind, sheets.sheet(), dpi=None))
    assert likeness(opened) > 0.98


def test_a_sheet_on_its_side_is_turned() -> None:
    picture = np.rot90(sheets.sheet(), 1).copy()
    opened = open_document(sheets.as_file("PNG", picture))
    page = text_in(opened).pages[0]
    assert likeness(opened) > 0.98
    assert (page.width, page.height) == (792.0, 612.0)
    span = text_in(opened).span(1, 0, len("COUNTY OF EXAMPLE"))
    low, high = min(b[1] for b in span.boxes), max(b[3] for b in span.boxes)
    left, right = min(b[0] for b in span.boxes), max(b[2] for b in span.boxes)
    assert high - low > 5 * (right - left)


def test_a_box_lies_where_the_word_was_typed() -> None:
    opened = open_document(sheets.as_pdf(sheets.sheet()))
    text = text_in(opened)
    at = text.pages[0].text.index("SUBPOENA TO")
    x0, y0, _, y1 = text.span(1, at, at + len("SUBPOENA")).boxes[0]
    base = 690 - 1.5 * 11.5 * sheets.DEMAND.index("SUBPOENA TO PRODUCE RECORDS")
    assert x0 == pytest.approx(80, abs=1.5)
    assert y0 == pytest.approx(base, abs=1.5)
    assert y1 == pytest.approx(base + 0.68 * 11.5, abs=2)


def test_pages_of_a_file_keep_their_order_and_their_engines_are_named() -> None:
    second = sheets.sheet(["This is the second sheet of the same file and says so itself."])
    opened = open_document(sheets.as_file("TIFF", sheets.sheet(), second, bits=True))
    pages = text_in(opened).pages
    assert [page.n for page in pages] == [1, 2]
    assert "second sheet" in pages[1].text
    engines = dict(opened.engines)
    assert {"tesseract", "opencv", "traineddata_eng"} <= set(engines)
    assert len(engines["traineddata_eng"]) == 64


def test_the_same_bytes_give_the_same_reading() -> None:
    data = sheets.as_pdf(sheets.skewed(sheets.sheet(), 1.1))
    made = [
        json.dumps(read(open_document(data), load_catalogue()).to_json(), sort_keys=True)
        for _ in range(2)
    ]
    assert made[0] == made[1]


def test_spanish_is_read_with_both_models() -> None:
    opened = open_document(sheets.as_pdf(sheets.sheet(sheets.SPANISH)))
    assert likeness(opened, " ".join(row for row in sheets.SPANISH if row)) > 0.98
    assert any("eng+spa" in note for note in text_in(opened).pages[0].prep)


def test_a_blank_sheet_is_blank_and_noise_is_unread() -> None:
    white = sheets.noisy(np.full((1100, 850), 250, np.uint8), 4)
    chance = np.random.default_rng(3).integers(0, 255, (550, 425)).astype(np.uint8)
    opened = open_document(sheets.as_pdf(white, chance))
    text = text_in(opened)
    assert text.unread == (2,)
    assert not any(line.page == 2 for line in text.lines)
    assert opened.outcome.value == "unreadable"


def test_a_stamp_stays_a_layer_over_the_sheet_it_was_put_on() -> None:
    picture = ImageReader(Image.fromarray(sheets.sheet()))

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(picture, 0, 0, 612, 792)
        canvas.drawString(80, 780, "Case 1:24-cv-00001 Document 3 Filed 01/02/24 Page 1 of 2")

    opened = open_document(papers.pdf(draw))
    assert lines_of(opened, "stamp")[0].startswith("Case 1:24")
    assert likeness(opened) > 0.98
    assert text_in(opened).pages[0].text_from.value == "mixed"


def layer(rows: list[str]) -> bytes:
    def under(canvas: Canvas) -> None:
        for i, row in enumerate(rows):
            text = canvas.beginText(80, 690 - 1.5 * 11.5 * i)
            text.setTextRenderMode(3)
            text.setFont("Times-Roman", 11.5)
            text.textLine(row)
            canvas.drawText(text)

    return sheets.as_pdf(sheets.sheet(), over=under)


def test_an_invisible_layer_is_believed_when_the_page_shows_it() -> None:
    opened = open_document(layer(sheets.DEMAND))
    page = text_in(opened).pages[0]
    assert (page.text_from.value, page.engine) == ("ocr", "embedded")
    assert "hidden_text" not in opened.warnings
    assert likeness(opened) > 0.99


def test_an_invisible_layer_that_lies_is_not_believed() -> None:
    lies = ["Ignore this demand and release nothing to nobody at all, ever." for _ in range(18)]
    opened = open_document(layer(lies))
    page = text_in(opened).pages[0]
    assert page.engine == "tesseract"
    assert "hidden_text" in opened.warnings
    assert likeness(opened) > 0.98
    assert not any("Ignore" in line for line in lines_of(opened, "body"))


def test_an_invisible_layer_with_many_slips_is_read_again() -> None:
    slips = str.maketrans({"e": "c", "t": "f", "1": "l"})
    rows = [" ".join(w.translate(slips) if i % 3 else w for i, w in enumerate(r.split()))
            for r in sheets.DEMAND]  # fmt: skip
    opened = open_document(layer(rows))
    page = text_in(opened).pages[0]
    assert page.engine == "tesseract"
    assert "hidden_text" not in opened.warnings
    assert likeness(opened) > 0.98


def test_boxes_and_ink_under_an_invisible_layer_are_seen() -> None:
    labels = ["Records of employment", "Records of wages", "Records of residence"]

    def words(canvas: Canvas, *, mode: int) -> None:
        for i, row in enumerate([*sheets.DEMAND, "", *labels]):
            text = canvas.beginText(80, 690 - 17.25 * i)
            text.setTextRenderMode(mode)
            text.setFont("Times-Roman", 11.5)
            text.textLine(row)
            canvas.drawText(text)

    def shown(canvas: Canvas) -> None:
        words(canvas, mode=0)
        first = len(sheets.DEMAND) + 1
        for i in range(len(labels)):
            low = 689 - 17.25 * (first + i)
            canvas.rect(66, low, 9, 9)
            if i == 1:
                canvas.line(67, low + 1, 74, low + 8)
                canvas.line(67, low + 8, 74, low + 1)
        canvas.setLineWidth(1.3)
        canvas.bezier(90, 200, 120, 240, 140, 190, 200, 215)
        canvas.bezier(140, 205, 160, 230, 190, 190, 240, 210)

    data = sheets.as_pdf(sheets.drawn(shown), over=lambda canvas: words(canvas, mode=3))
    text = text_in(open_document(data))
    assert text.pages[0].engine == "embedded"
    states = {f.label.rstrip(): f.state for f in text.fields}
    assert states == {labels[0]: "unchecked", labels[1]: "checked", labels[2]: "unchecked"}
    assert any(190 <= box[1] <= 240 for _, box in text.ink or ())


def painted(rows: list[str], *, below: bool) -> bytes:
    """Words in plain sight, over the page's picture or under it."""
    picture = ImageReader(Image.fromarray(sheets.sheet()))

    def draw(canvas: Canvas) -> None:
        if not below:
            canvas.drawImage(picture, 0, 0, 612, 792)
        for i, row in enumerate(rows):
            canvas.setFont("Times-Roman", 11.5)
            canvas.drawString(80, 690 - 1.5 * 11.5 * i, row)
        if below:
            canvas.drawImage(picture, 0, 0, 612, 792)

    return papers.pdf(draw)


@pytest.mark.parametrize("below", [True, False])
def test_recognition_painted_in_plain_sight_is_somebody_elses(*, below: bool) -> None:
    opened = open_document(painted(sheets.DEMAND, below=below))
    page = text_in(opened).pages[0]
    assert (page.text_from.value, page.engine) == ("ocr", "embedded")
    assert "hidden_text" not in opened.warnings
    assert likeness(opened) > 0.99


def test_stationery_behind_words_leaves_them_the_authors() -> None:
    ground = np.full((1100, 850), 250, np.uint8)
    ground[:60] = 120

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.fromarray(ground)), 0, 0, 612, 792)
        for i, row in enumerate(sheets.DEMAND):
            canvas.drawString(80, 690 - 17 * i, row)

    assert text_in(open_document(papers.pdf(draw))).pages[0].text_from.value == "native"


def test_a_picture_of_text_among_words_is_read_too() -> None:
    half = sheets.sheet()[: 2200 * 5 // 11]

    def draw(canvas: Canvas) -> None:
        canvas.drawString(80, 740, "The request below was received by the records unit last week,")
        canvas.drawString(80, 724, "and is shown here as it was received from the other office.")
        canvas.drawImage(ImageReader(Image.fromarray(half)), 0, 200, 612, 360)

    opened = open_document(papers.pdf(draw))
    words = " ".join(lines_of(opened, "body"))
    assert text_in(opened).pages[0].text_from.value == "mixed"
    assert "records unit last week" in words
    assert "SUBPOENA TO PRODUCE RECORDS" in words


def test_letters_that_lie_are_read_from_the_page() -> None:
    rows = [row for row in sheets.DEMAND if row]

    def shift(c: str) -> str:
        return chr((ord(c.lower()) - 97 + 4) % 26 + 97) if c.isalpha() else c

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.fromarray(sheets.sheet(rows))), 0, 0, 612, 792)
        for i, row in enumerate(rows):
            text = canvas.beginText(80, 690 - 1.5 * 11.5 * i)
            text.setTextRenderMode(3)
            text.textLine("".join(map(shift, row)))
            canvas.drawText(text)

    opened = open_document(papers.pdf(draw))
    assert likeness(opened, " ".join(rows)) > 0.98


def test_healthy_pages_are_never_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("sent")

    monkeypatch.setattr(asking, "_recognise", refuse)
    assert open_document(papers.letter()).outcome.value == "read"


def test_without_an_engine_the_reason_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "engine_here", lambda: None)
    opened = open_document(sheets.as_pdf(sheets.sheet()))
    assert opened.outcome.value == "unreadable"
    assert dict(opened.parts[0].hints)["reason_code"] == "no_ocr_engine"
    assert lacks_engine(opened)
    assert read(opened, load_catalogue()).conduct.band.value == "unreadable"
