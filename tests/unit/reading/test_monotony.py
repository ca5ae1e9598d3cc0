"""Pages that say one thing over and over, and files that swell, are told before they cost."""

from __future__ import annotations

import io
import resource
import zlib

import pytest
from PIL import Image

from tecum.instruments.catalogue import load_catalogue
from tecum.reading.limits import default_limits
from tecum.reading.monotony import is_monotonous, monotonous_pages
from tecum.reading.open import open_document
from tecum.reading.pdf.swollen import is_swollen
from tecum.reading.read import read
from tecum.reading.text.plain import normalised
from tests.unit.reading import papers

LETTER = "Please produce the following records within fourteen (14) days of receipt.\n"


@pytest.mark.parametrize("said", ["a", "1. ", "(a)", "of the ", "§ 5 ", "[x] ", "To: A\n", " "])
def test_one_thing_over_and_over_is_no_text(said: str) -> None:
    assert is_monotonous(said * 30_000)


def test_a_word_without_an_end_is_no_text() -> None:
    words = " ".join(str(n) for n in range(3_000))
    assert is_monotonous(words + " " + "".join(map(str, range(3_000))))
    assert not is_monotonous(words)


def test_the_same_letter_to_many_people_is_text() -> None:
    packet = [f"To: Employee {n:04}\n" + LETTER * 8 for n in range(120)]
    assert monotonous_pages(packet) == []


def test_pages_of_one_thing_are_told_among_others() -> None:
    letter = "\n".join(f"Paragraph {n} of the order says {n * n}." for n in range(700))
    pages = [letter, *["To: A\n" * 60] * 400, "Yours"]
    assert monotonous_pages(pages) == list(range(1, 401))


def test_a_letter_before_a_flood_is_read_and_the_flood_is_not() -> None:
    letter = LETTER + "\n".join(f"{n}. Records of the year {1990 + n}." for n in range(1, 9))
    opened = open_document((letter + "\f" + "no later than " * 40_000).encode())
    text = opened.parts[0].text
    assert text is not None
    assert {line.page for line in text.lines} == {1}
    assert opened.outcome.value == "unreadable" or "pages_not_read" in opened.warnings
    assert read(opened, load_catalogue()).outcome is opened.outcome


def test_a_file_of_one_word_is_unreadable_and_says_why() -> None:
    opened = open_document(b"Dear Sir,\n" + b"twenty " * 140_000)
    assert opened.outcome.value == "unreadable"
    assert "repeat" in opened.reason


def _pdf(stream: bytes, head: bytes) -> bytes:
    return b"%%PDF-1.7\n4 0 obj\n<< /Length %d %s >>\nstream\n%s\nendstream\nendobj\n" % (
        len(stream), head, stream,
    )  # fmt: skip


def test_a_stream_that_swells_is_told_at_little_cost() -> None:
    once = zlib.compress(bytes(80 << 20), 9)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert is_swollen(_pdf(once, b"/Filter /FlateDecode"))
    assert is_swollen(_pdf(zlib.compress(once), b"/Filter [/FlateDecode /FlateDecode]"))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 40_000


@pytest.mark.parametrize(
    ("stream", "head"),
    [
        (zlib.compress(bytes(80 << 20)), b"/Subtype /Image /Filter /FlateDecode"),
        (zlib.compress(bytes(20 << 20)), b"/Filter /FlateDecode"),
        (bytes(1_000), b""),
        (b"not packed at all" * 10_000, b"/Filter /FlateDecode"),
    ],
)
def test_what_does_not_swell_is_left_alone(stream: bytes, head: bytes) -> None:
    assert not is_swollen(_pdf(stream, head))
    assert not is_swollen(papers.letter())


def test_more_pages_than_the_cap_are_refused() -> None:
    opened = open_document(papers.letter(pages=3), limits=default_limits().with_(pages=2))
    assert opened.outcome.value == "too_large"


def test_a_fax_of_sixty_pages_is_opened() -> None:
    out = io.BytesIO()
    sheet = Image.new("1", (60, 80), 1)
    sheet.save(out, "TIFF", save_all=True, append_images=[sheet] * 59)
    from tecum.reading.files.container import read_image

    answer, _ = read_image(out.getvalue(), default_limits().to_json())
    assert [page["n"] for page in answer["pages"]] == list(range(1, 61))
    short = read_image(out.getvalue(), default_limits().with_(pages=59).to_json())[0]
    assert short["outcome"] == "too_large"


def test_html_of_too_many_marks_is_refused_alone_and_in_mail() -> None:
    page = b"<html><body>" + b"<div>" * 250_000
    assert open_document(page).outcome.value == "too_large"
    head = b"From: a@b.example\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n"
    mail = head + b"Content-Type: text/html\n\n" + page
    assert open_document(mail).outcome.value == "too_large"


def test_headers_beyond_their_cap_need_no_child() -> None:
    head = b"From: a@b.example\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n"
    assert open_document(head + b"X-A: y\n" * 700_000).outcome.value == "too_large"


@pytest.mark.parametrize("gap", ["\n", " ", " \n", "\t\r\n"])
def test_a_gap_is_cut_to_the_widest_of_a_page(gap: str) -> None:
    said = normalised(f"Dear Sir{gap * 40_000}Yours")
    assert 100 < len(said) < 200
    assert normalised(f"a{gap * 3}b").count(normalised(gap)) == 3
