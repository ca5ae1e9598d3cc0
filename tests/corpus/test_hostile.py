"""Hostile files and bombs: every one ends with an allowed outcome, soon and quietly."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from tecum.reading.limits import default_limits
from tecum.reading.open import open_document
from tecum.words import IntakeOutcome
from tests.shared import SHARED
from tests.unit.reading import papers

HOSTILE = SHARED / "corpus" / "hostile"


def _cases() -> list[dict[str, Any]]:
    index = HOSTILE / "cases.json"
    return json.loads(index.read_text("utf-8")) if index.exists() else []


@pytest.mark.shared("corpus/hostile/cases.json")
@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["file"])
def test_a_hostile_file_ends_with_an_allowed_word(case: dict[str, Any]) -> None:
    data = (HOSTILE / case["file"]).read_bytes()
    opened = open_document(data, case["file"])
    assert opened.outcome.value in case["outcome_one_of"]
    assert opened.sha256 == hashlib.sha256(data).hexdigest() == case["sha256"]
    assert len(opened.reason.split()) >= 4


def _pdf_of_streams(*streams: bytes, extra: bytes = b"") -> bytes:
    """A PDF with one page whose content is the given compressed stream."""
    out = io.BytesIO()
    places = []
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R " + extra + b">>",
        *(
            b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream"
            % (len(s), b"/FlateDecode /FlateDecode", s)
            for s in streams
        ),
    ]
    out.write(b"%PDF-1.7\n")
    for i, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (i, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n" % (len(objects) + 1))
    out.write(b"%d\n%%%%EOF" % start)
    return out.getvalue()


def _flate_bomb() -> bytes:
    return _pdf_of_streams(zlib.compress(zlib.compress(bytes(400 << 20), 9), 9))


def _zip(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def _nested_zip() -> bytes:
    content = _zip(zeros=bytes(4 << 20))
    for _ in range(6):
        content = _zip(inner=content)
    return content


def _swollen_docx() -> bytes:
    out = io.BytesIO(papers.docx(papers.p("A letter to the office.")))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("word/media/image1.png", bytes(300 << 20))
    return out.getvalue()


def _entities() -> bytes:
    lines = ['<!DOCTYPE w [<!ENTITY a0 "aaaaaaaaaa">']
    lines += [f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)]
    bomb = "".join(lines) + f']><w:document xmlns:w="{papers.W}"><w:body>&a9;</w:body></w:document>'
    return _zip(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": bomb.encode()})


def _mail(body: bytes) -> bytes:
    head = b"From: a@b.example\r\nTo: c@d.example\r\nMIME-Version: 1.0\r\nDate: Mon, 1 Jan 2024 "
    return head + b"10:00:00 +0000\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + body


def _mail_of_parts() -> bytes:
    return _mail(b"--x\r\nContent-Type: text/plain\r\n\r\nhello\r\n" * 100_000 + b"--x--\r\n")


def _deep_mail() -> bytes:
    text = b"Content-Type: text/plain\r\n\r\nBring the records.\r\n"
    for i in range(60):
        head = b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i)
        text = head + text + b"\r\n--b%d--\r\n" % i
    return _mail(b"--x\r\n" + text + b"--x--\r\n")


def _long_header() -> bytes:
    return b"From: a@b.example\r\nReceived: " + b"x" * (30 << 20) + b"\r\n\r\nhello\r\n"


def _huge_image() -> bytes:
    width = height = 50_000
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 2, 0, 0, 0])

    def chunk(kind: bytes, content: bytes) -> bytes:
        tail = zlib.crc32(kind + content).to_bytes(4, "big")
        return len(content).to_bytes(4, "big") + kind + content + tail

    pixels = zlib.compress(bytes(1 << 20))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def _huge_page() -> bytes:
    return papers.pdf(lambda c: c.drawString(72, 72, "far away"), size=(14_400, 14_400))


BOMBS: list[tuple[str, Callable[[], bytes], set[str]]] = [
    ("flate", _flate_bomb, {"too_large"}),
    ("nested-zip", _nested_zip, {"too_large", "read_with_warnings"}),
    ("swollen-docx", _swollen_docx, {"too_large"}),
    ("entities", _entities, {"damaged"}),
    ("mail-of-parts", _mail_of_parts, {"too_large"}),
    ("deep-mail", _deep_mail, {"too_large"}),
    ("long-header", _long_header, {"too_large"}),
    ("huge-image", _huge_image, {"too_large"}),
    ("huge-page", _huge_page, {"read"}),
    ("truncated", lambda: papers.letter()[:700], {"damaged", "unreadable", "read_with_warnings"}),
    ("deep-arrays", lambda: b"%PDF-1.4\n1 0 obj" + b"[" * 500_000, {"damaged", "not_a_document"}),
]


@pytest.mark.parametrize(("make", "allowed"), [b[1:] for b in BOMBS], ids=[b[0] for b in BOMBS])
def test_a_bomb_is_refused_or_read_within_the_limits(
    make: Callable[[], bytes], allowed: set[str]
) -> None:
    data = make()
    opened = open_document(data, "from-outside.bin")
    assert opened.outcome.value in allowed


def test_a_file_over_the_cap_is_refused_unopened() -> None:
    opened = open_document(b"%PDF-1.7\n" + bytes(200 << 20), "large.pdf")
    assert opened.outcome is IntakeOutcome.TOO_LARGE
    assert opened.bytes == 9 + (200 << 20)


def test_a_long_file_is_read_in_pieces() -> None:
    opened = open_document(papers.letter(pages=120), "long.pdf")
    text = opened.parts[0].text
    assert text is not None
    assert [page.n for page in text.pages] == list(range(1, 121))
    capped = open_document(papers.letter(pages=12), limits=default_limits().with_(pages=10))
    assert capped.outcome is IntakeOutcome.TOO_LARGE
    assert capped.parts[0].text is not None
    assert len(capped.parts[0].text.pages) == 10


@pytest.mark.parametrize("name", ["letter.docx", "letter.eml", "../../letter.pdf", "x" * 400, ""])
def test_the_name_decides_nothing(name: str) -> None:
    opened = open_document(papers.letter(), name)
    assert opened.media_type == "application/pdf"
    assert ("type_differs" in opened.warnings) == name.endswith((".docx", ".eml"))
