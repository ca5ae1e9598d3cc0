"""Encrypted Office files: the words behind the password, and nothing but them."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from tecum.reading.files import sniff
from tecum.reading.files.locked_office import decrypted
from tecum.reading.open import open_document
from tests.unit.reading.papers import docx, lines_of

FILLER = random.Random(1).randbytes(6000).hex()
"""The encryptor cuts packages shorter than a few sectors; no word processor writes such."""
LETTER = docx(
    "<w:p><w:r><w:t>Please send all records of releases.</w:t></w:r></w:p>",
    custom=f"<custom>{FILLER}</custom>",
)


def locked(data: bytes, password: str = "open sesame") -> bytes:
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(password, out)
    return out.getvalue()


def test_the_password_that_a_person_gives_shows_the_words() -> None:
    opened = open_document(locked(LETTER), password="open sesame")
    assert opened.outcome.value == "read"
    assert lines_of(opened, "body") == ["Please send all records of releases."]
    assert opened.parts[0].source.media_type == sniff.LOCKED_OFFICE


@pytest.mark.parametrize("password", [None, "", "open sesam", "Open sesame", "\x00" * 300])
def test_another_password_leaves_it_locked(password: str | None) -> None:
    opened = open_document(locked(LETTER), password=password)
    assert opened.outcome.value == "password_needed"
    assert dict(opened.parts[0].hints)["reason_code"] == "password_needed"


def test_a_changed_byte_of_the_package_is_not_shown() -> None:
    data = locked(LETTER)
    at = len(data) - 700
    changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
    assert decrypted(data, "open sesame") == LETTER
    assert decrypted(changed, "open sesame") is None


def test_a_workbook_behind_a_password_is_named_as_no_document_we_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        )
        archive.writestr("xl/workbook.xml", f"<workbook>{FILLER}</workbook>")
    opened = open_document(locked(out.getvalue()), password="open sesame")
    assert opened.outcome.value == "unsupported_type"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'spinCount="100000"', b'spinCount="100001"'),
        (b'spinCount="100000"', b'spinCount="-10000"'),
        (b'spinCount="100000"', b'spinCount="1e9999"'),
        (b"<encryption ", b"<encryption<"),
        (b'hashAlgorithm="SHA512"', b'hashAlgorithm="MD5000"'),
        (b"saltValue=", b"saltless= "),
    ],
)
def test_odd_heads_leave_it_locked(old: bytes, new: bytes) -> None:
    data = locked(LETTER)
    changed = data.replace(old, new)
    assert changed != data
    assert len(changed) == len(data)
    assert decrypted(changed, "open sesame") is None
