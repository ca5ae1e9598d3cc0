"""The type comes from the bytes; every outcome has its word and its sentence."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from tecum.errors import UsageError
from tecum.reading.answer import BadAnswer, Gathered
from tecum.reading.files import sniff
from tecum.reading.limits import default_limits
from tecum.reading.open import open_document
from tecum.reading.sentences import reason, warning
from tests.unit.reading import papers

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"", "application/x-empty"),
        (b"junk before\n%PDF-1.4 and so on", "application/pdf"),
        (b"12 0 obj\n<<>>\nendobj\nxref\n0 1", "application/pdf"),
        (b"PK\x03\x04 word/document", sniff.DOCX),
        (b"MZ" + bytes(100) + b"PE\x00\x00", "application/x-msdownload"),
        (b"\x7fELF\x02", "application/x-executable"),
        (b"#!/bin/sh\nrm x", "text/x-script"),
        (OLE + "WordDocument".encode("utf-16-le"), "application/msword"),
        (OLE + "__substg1.0_".encode("utf-16-le"), "application/vnd.ms-outlook"),
        (b"{\\rtf1 Hello}", "application/rtf"),
        (b"\x00\x01\x02\x03" * 40, sniff.UNKNOWN),
        (b"\x00\x00\x00\x18ftypheic", "image/heic"),
        (b"Please send the records.", "text/plain"),
        ("Envíe los expedientes.".encode("cp1252"), "text/plain"),
        (b"<!DOCTYPE html><p>Send the records", "text/html"),
        (b"TO: Records\nFROM: Counsel\nDATE: May 1, 2020\nRE: audit\n\nPlease", "text/plain"),
        (b"From: a@b.example\nTo: c\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n\nhi", sniff.MAIL),
        (b"Received: by x\nFrom: a@b.example\n\nhi", sniff.MAIL),
        (b"oops\n", sniff.UNKNOWN),
    ],
)
def test_the_type_comes_from_the_bytes(data: bytes, media_type: str) -> None:
    assert sniff.media_type_of(data) == media_type


def test_a_memo_is_a_mail_only_when_its_name_says_so() -> None:
    memo = b"From: Counsel\nSubject: audit\n\nPlease send the records."
    assert sniff.media_type_of(memo, "memo.txt") == sniff.TEXT
    assert sniff.media_type_of(memo, "memo.eml") == sniff.MAIL


@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        (b"", "empty_file"),
        (b"MZ" + bytes(100) + b"PE\x00\x00", "not_a_document"),
        (b"\x00\x01\x02" * 50, "not_a_document"),
        (OLE + "WordDocument".encode("utf-16-le"), "damaged"),
        (OLE + "Workbook".encode("utf-16-le"), "unsupported_type"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password_needed"),
        (b"%PDF-1.4\nnothing follows", "damaged"),
        (b"PK\x03\x04word/document.xml broken", "damaged"),
        (b"\x89PNG\r\n\x1a\nbroken", "damaged"),
        (b"Send the records.", "read"),
    ],
)
def test_every_ending_has_its_word(data: bytes, outcome: str) -> None:
    opened = open_document(data)
    assert opened.outcome.value == outcome
    assert opened.parts[0].outcome.value == outcome
    assert opened.reason.endswith((".", "in it."))


def test_a_locked_file_asks_for_its_password() -> None:
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(papers.letter())) as document:
        locked, free = io.BytesIO(), io.BytesIO()
        document.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
        document.save(free, encryption=pikepdf.Encryption(owner="o", user=""))
    assert open_document(locked.getvalue()).outcome.value == "password_needed"
    assert open_document(locked.getvalue(), password="u").outcome.is_read
    opened = open_document(free.getvalue())
    assert opened.outcome.value == "read_with_warnings"
    assert opened.warnings == ("protected",)


def test_every_warning_and_reason_has_a_sentence() -> None:
    text = resources.files("tecum.reading").joinpath("sentences.toml").read_text("utf-8")
    table = tomllib.loads(text)
    assert all(reason(code).endswith(".") for code in table["reason"])
    assert all(warning(code).endswith(".") for code in table["warning"])


def test_a_misspelt_limit_names_the_nearest() -> None:
    with pytest.raises(UsageError) as refused:
        default_limits().with_(page=3)
    assert "pages" in refused.value.do


_PAGE = {
    "n": 1,
    "width": 10.0,
    "height": 10.0,
    "rotation": 0,
    "text_from": "native",
    "text": "ab",
    "lines": [[0, 2, "body", None, 1.0, False, 1]],
    "boxes": "",
}


@pytest.mark.parametrize(
    "change",
    [
        {"n": 0},
        {"n": True},
        {"width": float("nan")},
        {"height": -1},
        {"rotation": 45},
        {"text_from": "magic"},
        {"text": 5},
        {"lines": [[0, 3, "body", None, 1.0, False, 1]]},
        {"lines": [[0, 2, "soul", None, 1.0, False, 1]]},
        {"lines": [[0, 2, "body", [3, 0, 1, 1], 1.0, False, 1]]},
        {"lines": [[0]]},
        {"boxes": "AAAA"},
        {"boxes": "!"},
    ],
)
def test_an_answer_out_of_shape_or_range_is_refused(change: dict[str, object]) -> None:
    sound = Gathered()
    sound.add({"pages": [_PAGE]})
    assert sound.text().lines[0].text == "ab"
    with pytest.raises(BadAnswer):
        Gathered().add({"pages": [{**_PAGE, **change}]})
