"""A table as a PDF: its words, its tags, its pages, and the same bytes each time."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from tecum.web.ui.sheet import Column, Sheet, sheet_pdf


def sheet(rows: tuple[tuple[str, str], ...], **more: str) -> Sheet:
    return Sheet(
        title="A chronology",
        language="es",
        under=("As now known.",),
        columns=(Column("Date", 0.3), Column("Event", 0.7)),
        rows=rows,
        page_of="page {n} of {of}",
        lacking="A letter is missing.",
        **more,
    )


def pages(raw: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(raw)]


def tags(element: pikepdf.Object) -> list[str]:
    return [str(element.S)[1:], *(tag for one in element.K if "/S" in one for tag in tags(one))]


def test_the_same_table_gives_the_same_bytes() -> None:
    table = sheet((("1 Jan", "Enviado; ¿recibido?"),))
    assert sheet_pdf(table) == sheet_pdf(table)


def test_every_cell_is_tagged_and_the_language_and_title_are_named() -> None:
    with pikepdf.open(io.BytesIO(sheet_pdf(sheet((("1 Jan", "Sent"), ("2 Jan", "")))))) as pdf:
        found = tags(pdf.Root.StructTreeRoot.K[0])
        assert str(pdf.Root.Lang) == "es"
        assert str(pdf.docinfo.Title) == "A chronology"
        assert not pdf.check_pdf_syntax()
    assert found[:3] == ["Document", "H1", "P"]
    assert (found.count("TR"), found.count("TH"), found.count("TD")) == (3, 2, 4)


def test_many_rows_go_over_pages_under_the_same_heads() -> None:
    rows = tuple((f"day {n}", f"event number {n}") for n in range(120))
    found = pages(sheet_pdf(sheet(rows)))
    assert len(found) > 2
    assert all(f"page {n} of {len(found)}" in text for n, text in enumerate(found, 1))
    assert all("Event" in text for text in found)
    assert all(any(f"event number {n}\r" in text + "\r" for text in found) for n in range(120))


@pytest.mark.parametrize(("piece", "times"), [("x", 4000), ("word ", 900), ("line\n", 300)])
def test_a_cell_longer_than_a_page_goes_on_on_the_next(piece: str, times: int) -> None:
    found = "".join(pages(sheet_pdf(sheet((("1 Jan", piece * times), ("2 Jan", "the last"))))))
    assert "the last" in found
    assert "".join(found.split()).count("".join(piece.split())) == times


def test_a_letter_that_the_font_lacks_is_said_to_be_missing() -> None:
    assert "A letter is missing." not in pages(sheet_pdf(sheet((("1 Jan", "¿Qué? – “sí”"),))))[0]
    found = pages(sheet_pdf(sheet((("1 Jan", "日本"),))))[0]
    assert "A letter is missing." in found
    assert "??" in found


def test_an_empty_table_is_a_page_with_its_heads() -> None:
    found = pages(sheet_pdf(sheet(())))
    assert len(found) == 1
    assert "Date" in found[0]
