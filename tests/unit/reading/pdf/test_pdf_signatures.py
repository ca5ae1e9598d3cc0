"""Digital signatures of a PDF are listed with who, when, and whether the file goes on after."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

from tecum.instruments.catalogue import load_catalogue
from tecum.reading.open import open_document
from tecum.reading.pdf.signatures import unpadded
from tecum.reading.read import read
from tecum.reading.result import Reading
from tecum.reading.signer.digital import listed_signatures


def certificate_of(name: str) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    """A certificate that its own key signed."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2040, 1, 1, tzinfo=UTC))
        .sign(key, hashes.SHA256())
    )
    return made, key


def signed_pdf(name: str, rows: list[str], *, more: bytes = b"") -> bytes:
    """A letter with one signature field; ``more`` is written after what was signed."""
    certificate, key = certificate_of(name)
    container = (
        pkcs7.PKCS7SignatureBuilder()
        .set_data(b"letter")
        .add_signer(certificate, key, hashes.SHA256())
        .sign(serialization.Encoding.DER, [pkcs7.PKCS7Options.DetachedSignature])
    )
    lines = " ".join(f"({row}) Tj 0 -16 Td" for row in rows)
    content = f"BT /F 11 Tf 72 700 Td {lines} ET".encode()
    further = b"/Annots[6 0 R]/Resources<</Font<</F 5 0 R>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]/SigFlags 3>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R%s>>" % further,
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/V 7 0 R/Rect[72 90 250 130]/P 3 0 R>>",
        b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached"
        b"/M(D:20210503101500-06'00')/Reason(Issued)/ByteRange[0 10 20 %010d]/Contents<"
        + container.hex().encode()
        + b">>>",
    ]
    out = b"%PDF-1.7\n"
    places = []
    for n, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return out.replace(b"%010d", b"%010d" % (len(out) + 6 - 20)) + more


ROWS = [
    "Federal Trade Commission", "SUBPOENA", "To: Example Bank",
    "You are commanded to produce the statements by May 30, 2021.", "Lee Q. Example",
    "Regional Director",
]  # fmt: skip


def reading_of(data: bytes) -> Reading:
    """The Reading of a PDF."""
    return read(open_document(data, "signed.pdf"), load_catalogue())


def test_who_and_when() -> None:
    reading = reading_of(signed_pdf("EXAMPLE LEE Q", ROWS))
    (row,) = reading.signatures
    assert row["name"] == "EXAMPLE LEE Q"
    assert row["at"] == "2021-05-03T10:15:00-06:00"
    assert row["reason"] == "Issued"
    assert (reading.signatory.signed, reading.signatory.mark) == (True, "digital")


@pytest.mark.parametrize(
    "whole",
    [b"\x30\x03\x01\x01\x00", b"\x30\x81\x80" + bytes(128), b"\x30\x82\x01\x00" + bytes(256)],
)
def test_a_signature_that_ends_in_a_zero_keeps_it(whole: bytes) -> None:
    assert unpadded(whole + bytes(40)) == whole


def test_a_signature_without_a_stated_length_loses_its_padding() -> None:
    assert unpadded(b"\x30\x80\x01" + bytes(9)) == b"\x30\x80\x01"


def test_the_certificate_of_somebody_else_signs_for_nobody() -> None:
    reading = reading_of(signed_pdf("SAMPLE KIM", ROWS))
    assert reading.signatures[0]["name"] == "SAMPLE KIM"
    assert reading.signatory.signed is None


@pytest.mark.parametrize(("more", "all_of_it"), [(b"", True), (b"%" + b"x" * 400, False)])
def test_whether_the_file_goes_on(more: bytes, all_of_it: bool) -> None:
    reading = reading_of(signed_pdf("SAMPLE KIM", ROWS, more=more))
    assert reading.signatures[0]["covers_all"] is all_of_it


@pytest.mark.parametrize("rows", [3, "x", [1, None], [{"name": 4}]])
def test_what_a_child_reports_is_brought_into_shape(rows: object) -> None:
    part = open_document(b"A letter.", "a.txt").parts[0]
    changed = type(part)(
        part.source, part.path, part.name, part.outcome, part.reason, part.text,
        hints=(("signatures", rows),),
    )  # fmt: skip
    for row in listed_signatures(changed):
        assert set(row) == {"name", "at", "reason", "covers_all"}
