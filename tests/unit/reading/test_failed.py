"""Failed redactions: every planted one is found, nothing clean is flagged, no letter comes out."""

import io
import json
from collections.abc import Mapping
from typing import Any

import pikepdf
import pytest

from tecum.instruments.catalogue import load_catalogue
from tecum.reading.failed import CannotCheck, failed_redactions
from tecum.reading.limits import default_limits
from tecum.reading.open import open_document
from tecum.reading.pdf.pages import read_pdf
from tecum.reading.read import read
from tecum.words import ReadingWarning
from tests.shared import SHARED
from tests.unit.reading import papers_covered as papers

LETTERS = sum(map(str.isalpha, papers.PLANTED))
PARTLY = ("half a word", "a date under a black box", "a box painted into a scan")


def answer(data: bytes) -> dict[str, Any]:
    """What the child would hand to its parent."""
    wanted = {**default_limits().to_json(), "first": 1, "password": None}
    return read_pdf(data, wanted)[0]


def places(said: Mapping[str, Any]) -> list[Any]:
    return [place for page in said["pages"] for place in page.get("failed", ())]


@pytest.mark.parametrize("name", papers.FAILED)
def test_covered_letters_are_counted_and_stay_in_the_child(name: str) -> None:
    said = answer(papers.FAILED[name])
    count = sum(letters for _, letters in places(said))
    held = json.dumps(said)
    assert ReadingWarning.FAILED_REDACTION in said["warnings"]
    assert "records" in held
    assert papers.PLANTED not in held
    assert "04/05/1986" not in held
    if name in PARTLY:
        assert 7 <= count < LETTERS
        assert "Zobrist" not in held
        return
    times = 2 if name in ("two lines under one box", "the second page") else 1
    extra = len("Name") if name.startswith("cropped away") else 0
    assert count == LETTERS * times + extra
    assert not any(part in held for part in papers.PLANTED.split())
    without_place = name == "a revision that took words away"
    assert [box is None for box, _ in places(said)] == [without_place] * len(places(said))


@pytest.mark.parametrize("name", papers.CLEAN)
def test_what_covers_nothing_is_not_flagged(name: str) -> None:
    said = answer(papers.CLEAN[name])
    assert not places(said)
    assert ReadingWarning.FAILED_REDACTION not in said["warnings"]


@pytest.mark.parametrize("name", ["a black rectangle", "a white box over a scan"])
def test_covered_words_appear_nowhere_in_a_reading(name: str) -> None:
    opened = open_document(papers.FAILED[name], "paper.pdf")
    reading = read(opened, load_catalogue())
    held = json.dumps(reading.to_json()) + repr(opened) + repr(opened.parts[0].text)
    held += "".join(page.text for page in reading.pages)
    assert not any(part in held for part in papers.PLANTED.split())
    assert reading.failed_redaction is not None
    assert reading.to_json()["failed_redaction"]["letters"] == LETTERS
    assert ReadingWarning.FAILED_REDACTION in reading.warnings


def test_a_pdf_alone_can_be_checked() -> None:
    found = failed_redactions(papers.FAILED["a black rectangle"])
    assert found is not None
    assert (found.pages, found.letters) == ((1,), LETTERS)
    (place,) = found.places
    assert place.box is not None
    assert place.box[0] == pytest.approx(144, abs=2)
    assert failed_redactions(papers.CLEAN["plain"]) is None


def test_a_field_under_a_square_gives_no_value() -> None:
    data = papers.paper(papers.words())
    with pikepdf.open(io.BytesIO(data)) as file:
        page = file.pages[0]
        drawn = file.make_stream(
            b"BT /F1 11 Tf 4 4 Td (Quillfeather Zobrist) Tj ET",
            {"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Form},
        )
        drawn["/BBox"] = pikepdf.Array([0, 0, 130, 16])
        drawn["/Resources"] = page.Resources
        cover = file.make_stream(
            b"0 g 0 0 130 16 re f", {"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Form}
        )
        cover["/BBox"] = pikepdf.Array([0, 0, 130, 16])
        rect = pikepdf.Array([140, 499, 270, 515])
        field = file.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx,
                T="Name", V=papers.PLANTED, Rect=rect, F=4, AP=pikepdf.Dictionary(N=drawn),
                DA="/F1 11 Tf 0 g",
            )
        )  # fmt: skip
        square = file.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=rect, F=4,
                AP=pikepdf.Dictionary(N=cover),
            )
        )  # fmt: skip
        page["/Annots"] = pikepdf.Array([field, square])
        file.Root["/AcroForm"] = pikepdf.Dictionary(Fields=pikepdf.Array([field]))
        out = io.BytesIO()
        file.save(out)
    said = answer(out.getvalue())
    assert "Zobrist" not in json.dumps(said)
    assert places(said)


def test_what_cannot_be_opened_is_not_called_clean() -> None:
    for data in (b"%PDF-1.7 nothing", b"", papers.FAILED["a black rectangle"][:400]):
        with pytest.raises(CannotCheck):
            failed_redactions(data)


def test_a_split_sheet_conceals_nothing() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.paper(papers.words()))) as file:
        file.pages.append(file.pages[0])
        file.pages[0]["/CropBox"] = pikepdf.Array([0, 396, 612, 792])
        file.pages[1]["/CropBox"] = pikepdf.Array([0, 0, 612, 600])
        file.save(out)
    assert not places(answer(out.getvalue()))


@pytest.mark.shared("corpus/redaction")
@pytest.mark.parametrize(
    "case",
    [
        case
        for case in json.loads((SHARED / "corpus/redaction/cases.json").read_text())
        if case["task"] == "check"
    ]
    if (SHARED / "corpus/redaction/cases.json").exists()
    else [],
    ids=lambda case: case["file"],
)
def test_published_examples(case: dict[str, object]) -> None:
    data = (SHARED / "corpus/redaction" / str(case["file"])).read_bytes()
    assert bool(places(answer(data))) is case["failed_redaction"]
