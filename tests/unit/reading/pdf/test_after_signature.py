"""Words that a PDF took on after it was signed are named, and no value rests on them surely."""

from __future__ import annotations

import io

import pikepdf
import pytest

from tecum.reading.bands.unsigned_words import added_after_signing
from tecum.reading.open import open_document
from tecum.reading.sentences import warning
from tecum.words import Band, ReadingWarning
from tests.unit.reading.pdf.test_pdf_signatures import ROWS, reading_of, signed_pdf

AFTER = ReadingWarning.CHANGED_AFTER_SIGNATURE


def updated(data: bytes, objects: dict[int, bytes], size: int) -> bytes:
    """The file with an incremental update that replaces or adds these objects."""
    out = data if data.endswith(b"\n") else data + b"\n"
    before = out.rfind(b"startxref")
    previous = int(out[before:].split()[1])
    places = {}
    for n, body in objects.items():
        places[n] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % (n, place) for n, place in sorted(places.items()))
    start = len(out)
    out += b"xref\n" + table
    out += b"trailer<</Size %d/Root 1 0 R/Prev %d>>\n" % (size, previous)
    return out + b"startxref\n%d\n%%%%EOF\n" % start


def page_of(rows: list[str]) -> bytes:
    lines = " ".join(f"({row}) Tj 0 -16 Td" for row in rows)
    content = f"BT /F 11 Tf 72 700 Td {lines} ET".encode()
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


def test_a_line_that_was_added_is_named_and_unsure() -> None:
    rows = [*ROWS[:4], "All statements are due by May 3, 2021.", *ROWS[4:]]
    data = updated(signed_pdf("EXAMPLE LEE Q", ROWS), {4: page_of(rows)}, 8)
    reading = reading_of(data)
    (row,) = reading.after_signature
    assert (row["page"], row["text"]) == (1, "All statements are due by May 3, 2021.")
    assert row["spans"][0].quote == row["text"]
    assert AFTER in reading.warnings
    added = [p for p in reading.due if p.date == "2021-05-03"]
    assert added
    assert all(p.band == "unsure" and p.signals["after_signature"] for p in added)
    signed = [p for p in reading.due if p.date == "2021-05-30"]
    assert signed
    assert all("after_signature" not in p.signals for p in signed)
    shown = reading.to_json()["after_signature"]
    assert shown[0]["text"] == row["text"]
    assert shown[0]["spans"][0]["boxes"]


def test_a_changed_line_is_named_with_what_was_taken_away() -> None:
    rows = [row.replace("Example Bank", "Sample Trust") for row in ROWS]
    reading = reading_of(updated(signed_pdf("EXAMPLE LEE Q", ROWS), {4: page_of(rows)}, 8))
    assert [row["text"] for row in reading.after_signature if row["text"]] == ["To: Sample Trust"]
    assert sum(row["removed"] for row in reading.after_signature) == len("ExampleBank")
    assert reading.recipient.value == "Sample Trust"
    assert reading.recipient.band is Band.UNSURE


def test_a_name_that_came_later_was_not_signed_for() -> None:
    data = updated(signed_pdf("EXAMPLE LEE Q", ROWS[:4]), {4: page_of(ROWS)}, 8)
    reading = reading_of(data)
    assert reading.signatory.signed is not True
    assert reading.signatory.name.band is not Band.CERTAIN


def test_a_judge_who_came_later_ordered_nothing() -> None:
    order = [
        "UNITED STATES DISTRICT COURT", "DISTRICT OF EXAMPLE", "Case No. 1:21-mc-00044",
        "ORDER", "IT IS ORDERED that Example Clinic produce the file within ten days.",
    ]  # fmt: skip
    bench = ["/s/ Lee Q. Example", "United States District Judge"]
    whole = reading_of(signed_pdf("EXAMPLE LEE Q", [*order, *bench]))
    assert whole.judicial.value is True
    later = updated(signed_pdf("EXAMPLE LEE Q", order), {4: page_of([*order, *bench])}, 8)
    assert reading_of(later).judicial.value is None


def test_a_field_filled_in_after_signing_counts_as_words() -> None:
    field = (
        b"<</Type/Annot/Subtype/FreeText/Rect[72 300 400 330]/Contents(Call extension 40)/DA()>>"
    )
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Annots[6 0 R 8 0 R]/Resources<</Font<</F 5 0 R>>>>>>"
    )
    data = updated(signed_pdf("EXAMPLE LEE Q", ROWS), {3: page, 8: field}, 9)
    reading = reading_of(data)
    assert [row["text"] for row in reading.after_signature] == ["Call extension 40"]


@pytest.mark.parametrize("more", [b"", b"% a remark behind the end\n"])
def test_what_adds_no_word_says_nothing(more: bytes) -> None:
    reading = reading_of(signed_pdf("EXAMPLE LEE Q", ROWS, more=more))
    assert reading.after_signature == ()
    assert AFTER not in reading.warnings


def test_data_of_validation_behind_the_signature_says_nothing() -> None:
    data = updated(signed_pdf("EXAMPLE LEE Q", ROWS), {8: b"<</Type/DSS/Certs[]>>"}, 9)
    reading = reading_of(data)
    assert reading.signatures[0]["covers_all"] is False
    assert reading.after_signature == ()
    assert AFTER not in reading.warnings


def test_an_update_without_a_signature_is_another_matter() -> None:
    copy = io.BytesIO()
    with pikepdf.open(io.BytesIO(signed_pdf("EXAMPLE LEE Q", ROWS))) as document:
        del document.Root.AcroForm
        del document.pages[0].Annots
        document.save(copy)
    reading = reading_of(copy.getvalue())
    assert reading.signatures == ()
    assert AFTER not in reading.warnings


@pytest.mark.parametrize(
    "told",
    [3, "x", {"rows": [1, {"page": "y"}]}, {"rows": 4, "removed": {"z": 1, "1": "b"}}],
)
def test_what_a_child_reports_is_brought_into_shape(told: object) -> None:
    part = open_document(b"A letter.", "a.txt").parts[0]
    changed = type(part)(
        part.source, part.path, part.name, part.outcome, part.reason, part.text,
        hints=(("after_signature", told),),
    )  # fmt: skip
    shaped = added_after_signing(changed)
    assert shaped is None or shaped["rows"] == ()


def test_the_clerk_reads_what_it_means() -> None:
    assert "signature does not speak for them" in warning(AFTER)
