"""Rich text, OpenDocument and old Word files."""

from __future__ import annotations

import io
import zipfile

import pytest

from tecum.reading.open import open_document
from tests.unit.reading.compound import word_file
from tests.unit.reading.papers import lines_of

RTF = rb"""{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 C;}}
{\colortbl;\red0\green0\blue0;\red255\green255\blue255;}{\info{\title Unseen title}}
{\header County of Example\par}\pard\b Demand\b0\par
{\listtext 1.\tab}All \u8220?records\u8221? of {\v unseen }release\par
{\cf2 pale }{\f1 \'cf\'f0} caf\'e9 {\pict 00ff00}{\*\generator x}\par\page
within {\deleted 30}{\revised 14} days{\footnote See 8 U.S.C. 1373.}\par
{\field{\*\fldinst HYPERLINK "https://x.example"}{\fldrslt shown}}\cell two\cell\row}"""


def test_rich_text_is_what_its_reader_sees() -> None:
    opened = open_document(RTF, "d.rtf")
    assert lines_of(opened, "body") == [
        "Demand",
        "1. All “records” of release",
        "Пр café",
        "within 14 days",
        "shown",
        "two",
    ]
    assert lines_of(opened, "header") == ["County of Example"]
    assert lines_of(opened, "note") == ["See 8 U.S.C. 1373."]
    assert lines_of(opened, "hidden") == ["unseen", "pale"]
    assert opened.warnings == ("hidden_text", "tracked_changes")
    text = opened.parts[0].text
    assert text is not None
    assert len(text.pages) == 2
    assert "within 3014 days" in dict(opened.parts[0].hints)["before_changes"]


@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        (b"{\\rtf1" + b"{" * 5000, "damaged"),
        (b"{\\rtf1" + b"\\b\\i" * 800_000, "too_large"),
        (b"{\\rtf1 Send \\bin99999999 x", "read"),
        (b"{\\rtf1 Send the \\u records", "read"),
        (b"{\\rtf1 Send }}}}} records", "read"),
        (b"{\\rtf1\\ansicpg99999 Send records}", "read_with_warnings"),
    ],
    ids=["open_groups", "many_words", "long_bin", "empty_unicode", "closed_groups", "no_code_page"],
)
def test_odd_rich_text_ends_with_a_word(data: bytes, outcome: str) -> None:
    assert open_document(data).outcome.value == outcome


def _odt(body: str, styles: str = "", manifest: str = "") -> bytes:
    names = ["office", "text", "style", "table", "draw", "form"]
    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in names)
    spaces += ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        if manifest:
            archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


LISTS = """<text:list-style style:name="L"><text:list-level-style-number text:level="1"
 style:num-suffix="." style:num-format="1"/><text:list-level-style-number text:level="2"
 style:num-prefix="(" style:num-suffix=")" style:num-format="a"/></text:list-style>
<style:style style:name="H"><style:text-properties text:display="none"/></style:style>"""


def test_opendocument_text_is_read_with_its_numbers() -> None:
    items = (
        '<text:list text:style-name="L"><text:list-item><text:p>first</text:p><text:list>'
        "<text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p>"
        "</text:list-item></text:list></text:list-item><text:list-item><text:p>second</text:p>"
        "</text:list-item></text:list>"
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>30</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        '<text:h>Demand</text:h><text:p>within<text:s text:c="2"/>14 <text:span '
        'text:style-name="H">unseen</text:span>days<text:note><text:note-citation>1'
        "</text:note-citation><text:note-body><text:p>See below.</text:p></text:note-body>"
        f"</text:note></text:p>{items}<table:table><table:table-row><table:table-cell><text:p>Name"
        "</text:p></table:table-cell></table:table-row></table:table>"
    )
    opened = open_document(_odt(body, LISTS), "d.odt")
    expected = ["Demand", "within 14 days", "1. first", "(a) one", "(b) two", "2. second", "Name"]
    assert lines_of(opened, "body") == expected
    assert lines_of(opened, "note") == ["See below."]
    assert lines_of(opened, "hidden") == ["unseen"]
    assert opened.warnings == ("hidden_text", "tracked_changes")
    assert dict(opened.parts[0].hints)["before_changes"] == "30"


def test_opendocument_that_is_locked_or_swollen_says_so() -> None:
    manifest = (
        '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    )
    assert open_document(_odt("", manifest=manifest)).outcome.value == "password_needed"
    bomb = _odt("").replace(b"office:document-content ", b"office:document-content!", 1)
    assert open_document(bomb).outcome.value == "damaged"


def test_an_old_word_file_is_read_by_its_pieces() -> None:
    text = (
        "Demand for records\rProduce within \x13 TIME \x1414\x15 days.\rName\x07Subject A\x07\x07"
    )
    opened = open_document(word_file(text, notes="See § 1373.\r"), "d.doc")
    assert lines_of(opened, "body") == [
        "Demand for records",
        "Produce within 14 days.",
        "Name",
        "Subject A",
    ]
    assert lines_of(opened, "note") == ["See § 1373."]
    assert opened.warnings == ("old_format",)


def test_hidden_letters_of_an_old_word_file_are_kept_apart() -> None:
    opened = open_document(word_file("Send unseen the records of May.\r", hidden=(5, 12)), "d.doc")
    assert lines_of(opened, "body") == ["Send the records of May."]
    assert lines_of(opened, "hidden") == ["unseen"]


def test_a_locked_old_word_file_needs_its_password() -> None:
    assert open_document(word_file("x\r", flags=0x100)).outcome.value == "password_needed"


def test_broken_old_word_files_end_with_a_word() -> None:
    import random

    from tecum.reading.files.doc import read_doc
    from tecum.reading.limits import default_limits

    rng = random.Random(3)
    data = word_file("Produce the records within 14 days.\r" * 20, hidden=(3, 9))
    for _ in range(200):
        broken = bytearray(data)
        for _ in range(rng.randrange(1, 12)):
            broken[rng.randrange(len(broken))] = rng.randrange(256)
        answer, _ = read_doc(bytes(broken), default_limits().to_json())
        words = ("read", "damaged", "too_large", "password_needed", "unsupported_type")
        assert answer.get("outcome", "read") in words
