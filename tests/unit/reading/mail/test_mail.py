"""Mail: layers of the body, parts, charsets, what was hidden."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from tecum.instruments.catalogue import load_catalogue
from tecum.reading.open import open_document
from tecum.reading.read import read
from tests.unit.reading import papers
from tests.unit.reading.papers import lines_of

HEAD = b"From: a@b.example\r\nTo: c@d.example\r\nDate: Mon, 1 Jan 2024 10:00:00 +0000\r\n"


def _mail(body: str, **headers: str) -> bytes:
    message = EmailMessage()
    message["From"] = "a@b.example"
    message["To"] = "c@d.example"
    message["Date"] = "Mon, 01 Jan 2024 10:00:00 +0000"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(body)
    return message.as_bytes()


@pytest.mark.parametrize(
    ("body", "headers", "layers"),
    [
        ("Own.\n\n> theirs\n\nOwn again.", {}, ["body", "quoted", "body"]),
        (
            "Own.\n\nOn Mon, Jan 1, 2024, A <a@b.example> wrote:\n> theirs\nOwn below.",
            {},
            ["body", "quoted", "quoted", "body"],
        ),
        (
            "Own.\n\nEl lun, 1 ene 2024, A <a@b.example> escribió:\n\ntheirs",
            {},
            ["body", "quoted", "quoted"],
        ),
        (
            "Own.\n\nFrom: X\nSent: Monday\nTo: Y\nSubject: z\n\ntheirs",
            {"Subject": "RE: z", "In_Reply_To": "<1@x.example>"},
            ["body", *["quoted"] * 5],
        ),
        (
            "FYI\n\nFrom: X\nSent: Monday\nTo: Y\nSubject: z\n\npassed on",
            {"Subject": "FW: z"},
            ["body", *["forwarded"] * 5],
        ),
        (
            "FYI\n\n---------- Forwarded message ---------\nFrom: X\n\npassed on",
            {"Subject": "Fwd: z"},
            ["body", "forwarded", "forwarded", "forwarded"],
        ),
        ("Own.\n-- \nA Clerk\nCounty", {}, ["body", *["mail_signature"] * 3]),
        (
            "Own.\n\nCONFIDENTIALITY NOTICE: this message is private.",
            {},
            ["body", "disclaimer"],
        ),
    ],
)
def test_a_line_stands_in_the_layer_of_who_wrote_it(
    body: str, headers: dict[str, str], layers: list[str]
) -> None:
    text = open_document(_mail(body, **headers), "m.eml").parts[0].text
    assert text is not None
    assert [line.layer.value for line in text.lines] == layers


def test_attachments_and_enclosed_messages_are_parts_of_their_own() -> None:
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "x@y.example", "the demand"
    inner.set_content("Produce the records.")
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@b.example", "c@d.example", "s"
    message["Date"] = "Mon, 01 Jan 2024 10:00:00 +0000"
    message.set_content("Please see attached.")
    message.add_attachment(
        papers.letter(), maintype="application", subtype="pdf", filename="demand.pdf"
    )
    message.add_attachment(inner)
    opened = open_document(message.as_bytes(), "m.eml")
    assert [(p.path, p.role, p.source.media_type) for p in opened.parts] == [
        ((), "file", "message/rfc822"),
        (("1",), "attachment", "application/pdf"),
        (("2",), "message", "message/rfc822"),
    ]
    assert dict(opened.parts[2].headers)["subject"] == "the demand"
    assert opened.parts[2].text is not None
    assert opened.parts[2].text.lines[0].text == "Produce the records."


def test_html_alone_is_read_and_what_it_hides_is_not_believed() -> None:
    html = (
        b'<p>Send the records.</p><p style="display:none">Do not.</p>'
        b'<p><span style="color:#ffffff">white</span> seen</p>'
        b'<div style="background:#000"><b style="color:white">on dark</b></div>'
        b"<blockquote>quoted</blockquote>"
        b'<a href="https://evil.example">https://court.example</a>'
    )
    data = HEAD + b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html
    opened = open_document(data, "m.eml")
    assert opened.warnings == ("hidden_text",)
    assert lines_of(opened, "hidden") == ["Do not.", "white"]
    assert lines_of(opened, "quoted") == ["quoted"]
    assert lines_of(opened, "body") == [
        "Send the records.",
        "seen",
        "on dark",
        "https://court.example",
    ]
    assert dict(opened.parts[0].hints)["links"] == [
        ["https://court.example", "https://evil.example"]
    ]


@pytest.mark.parametrize(
    ("charset", "content", "said", "warnings"),
    [
        ("iso-8859-1", "Envíe “ya”".encode("cp1252"), "Envíe “ya”", ()),
        ("klingon", "Envíe ya".encode(), "Envíe ya", ("charset",)),
        ("utf-8", "Envíe ya".encode("cp1252"), "Envíe ya", ("charset",)),
        ("zlib_codec", b"plain words", "plain words", ("charset",)),
    ],
)
def test_a_wrong_charset_is_said_and_the_text_kept(
    charset: str, content: bytes, said: str, warnings: tuple[str, ...]
) -> None:
    head = HEAD + b"MIME-Version: 1.0\r\nContent-Transfer-Encoding: 8bit\r\n"
    data = head + b"Content-Type: text/plain; charset=%s\r\n\r\n%s" % (charset.encode(), content)
    opened = open_document(data, "m.eml")
    assert lines_of(opened) == [said]
    assert opened.warnings == warnings


def test_a_bounce_keeps_what_came_back_apart() -> None:
    data = HEAD + (
        b"Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n"
        b"--x\r\nContent-Type: text/plain\r\n\r\nYour message was not delivered.\r\n"
        b"--x\r\nContent-Type: message/delivery-status\r\n\r\nStatus: 5.0.0\r\n"
        b"--x\r\nContent-Type: message/rfc822\r\n\r\nFrom: c@d.example\r\nSubject: s\r\n\r\n"
        b"Produce the records.\r\n--x--\r\n"
    )
    opened = open_document(data, "m.eml")
    assert [p.role for p in opened.parts] == ["file", "delivery_status", "returned"]
    assert lines_of(opened) == ["Your message was not delivered."]
    assert dict(opened.parts[0].hints)["report_type"] == "delivery-status"
    assert ("auto-submitted", "auto-replied") in opened.parts[0].headers


def test_uuencoded_text_becomes_a_part() -> None:
    import binascii

    content = papers.letter()
    rows = [binascii.b2a_uu(content[i : i + 45]) for i in range(0, len(content), 45)]
    body = b"See below.\r\n\r\nbegin 644 demand.pdf\r\n" + b"".join(rows) + b"`\r\nend\r\n"
    opened = open_document(HEAD + b"Subject: x\r\n\r\n" + body, "m.eml")
    assert lines_of(opened) == ["See below."]
    assert (opened.parts[1].name, opened.parts[1].outcome.value) == ("demand.pdf", "read")


def _signed(content: bytes) -> bytes:
    """A SignedData structure around a content, without certificates (RFC 5652, 5.1)."""

    def field(tag: int, *inside: bytes) -> bytes:
        body = b"".join(inside)
        size = len(body).to_bytes(3, "big")
        return bytes([tag, 0x83]) + size + body

    data, signed = (bytes.fromhex(f"06092a864886f70d01070{n}") for n in (1, 2))
    octets = field(0x24, field(0x04, content[:9]), field(0x04, content[9:]))
    inner = field(0x30, data, b"\xa0\x80" + octets + b"\x00\x00")
    whole = field(0x30, b"\x02\x01\x01", field(0x31), inner, field(0x31))
    return field(0x30, signed, field(0xA0, whole))


def test_what_is_signed_opaquely_is_shown() -> None:
    import base64

    inside = b"Content-Type: text/plain; charset=utf-8\r\n\r\nProduce the records within 14 days."
    head = HEAD + b"Content-Type: application/pkcs7-mime; smime-type=signed-data\r\n"
    data = head + b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(_signed(inside))
    opened = open_document(data, "m.eml")
    assert lines_of(opened) == ["Produce the records within 14 days."]
    assert dict(opened.parts[0].hints)["signed"] == "smime"
    alone = open_document(_signed(inside), "smime.p7m")
    assert alone.parts[1].text is not None
    assert alone.parts[1].text.lines[0].text == "Produce the records within 14 days."


def test_a_signature_apart_is_listed_and_costs_no_warning() -> None:
    data = HEAD + (
        b"Content-Type: multipart/signed; boundary=x; protocol=application/pkcs7-signature\r\n\r\n"
        b"--x\r\n\r\nProduce the records.\r\n--x\r\nContent-Type: application/pkcs7-signature\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\nMIIBAgMEBQYH\r\n--x--\r\n"
    )
    opened = open_document(data, "m.eml")
    assert [p.role for p in opened.parts] == ["file", "signature"]
    assert (opened.outcome.value, opened.warnings) == ("read", ())


PGP = b"-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----\r\n"
OF_PARTS = (
    b"Content-Type: multipart/encrypted; boundary=x\r\n\r\n--x\r\nContent-Type: application/"
    b"pgp-encrypted\r\n\r\nVersion: 1\r\n--x\r\nContent-Type: application/octet-stream\r\n\r\n"
)


@pytest.mark.parametrize("body", [OF_PARTS + PGP + b"--x--", b"Subject: s\r\n\r\n" + PGP])
def test_a_message_encrypted_to_a_person_says_what_to_do(body: bytes) -> None:
    opened = open_document(HEAD + body, "m.eml")
    assert opened.outcome.value == "password_needed"
    assert "holder of the key" in opened.reason
    assert [p.outcome.value for p in opened.parts] == ["password_needed"] * 2


def test_a_text_signed_in_the_clear_is_read_without_its_armour() -> None:
    body = (
        b"Subject: s\r\n\r\n-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nProduce the"
        b" records.\r\n- -- \r\n-----BEGIN PGP SIGNATURE-----\r\n\r\niQIz\r\n"
        b"-----END PGP SIGNATURE-----\r\n"
    )
    assert lines_of(open_document(HEAD + body, "m.eml"), "body") == ["Produce the records."]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (b"message/partial; id=1; number=1; total=2", "one piece"),
        (b'message/external-body; access-type=URL; URL="https://x.example"', "elsewhere"),
    ],
)
def test_pieces_and_far_content_are_listed_and_never_read(kind: bytes, said: str) -> None:
    inner = b"Content-Type: text/plain\r\n\r\nProduce the records within 14 days.\r\n"
    opened = open_document(HEAD + b"Content-Type: " + kind + b"\r\n\r\n" + inner, "m.eml")
    assert opened.parts[1].outcome.value == "unsupported_type"
    assert said in opened.parts[1].reason
    assert opened.parts[1].text is None
    assert opened.warnings == ("part_not_read",)


def test_an_invitation_is_a_document_of_its_own() -> None:
    rows = (
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Interview\\, room 2\r\nDTSTART:20240105T1000"
        b"00Z\r\nDESCRIPTION:Bring the re\r\n cords.\\nAll of them.\r\nBEGIN:VALARM\r\n"
        b"DESCRIPTION:ring\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    data = HEAD + (
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nSee it.\r\n--x\r\n"
        b"Content-Type: text/calendar; method=REQUEST\r\n\r\n" + rows + b"--x--\r\n"
    )
    part = open_document(data, "m.eml").parts[1]
    assert part.source.media_type == "text/calendar"
    assert part.text is not None
    assert [line.text for line in part.text.lines] == [
        "Calendar invitation", "Subject: Interview, room 2", "Begins: 20240105T100000Z",
        "Bring the records.", "All of them.",
    ]  # fmt: skip


def test_yenc_becomes_a_part_and_other_text_stays() -> None:
    content = papers.letter()
    coded = b"".join(
        b"=%c" % ((n + 106) & 255)
        if (n + 42) & 255 in (0, 10, 13, 61)
        else b"%c" % ((n + 42) & 255)
        for n in content
    )
    head = HEAD + b"Content-Transfer-Encoding: 8bit\r\nSubject: x\r\n\r\nSee below.\r\n\r\n"
    size = b"%d" % len(content)
    data = head + b"=ybegin line=128 size=" + size + b" name=demand.pdf\r\n" + coded
    data += b"\r\n=yend size=" + size + b"\r\nThank you.\r\n"
    opened = open_document(data, "m.eml")
    assert lines_of(opened) == ["See below.", "Thank you."]
    assert (opened.parts[1].name, opened.parts[1].outcome.value) == ("demand.pdf", "read")


def test_the_word_begin_takes_nothing_out() -> None:
    body = b"Subject: s\r\n\r\nbegin 644 here\r\nProduce the records.\r\nend\r\n"
    opened = open_document(HEAD + body, "m.eml")
    assert "Produce the records." in lines_of(opened)
    assert len(opened.parts) == 1


def test_what_is_struck_through_in_a_mail_stands_beside_its_text() -> None:
    mail = (
        b"From: Officer B <b@police.example>\nTo: desk@mall.example\n"
        b"Date: Mon, 09 Feb 2026 09:15:00 -0600\nSubject: video\nMIME-Version: 1.0\n"
        b"Content-Type: text/html; charset=utf-8\n\n"
        b"<html><body><p>Please send me the <b>north</b> video by "
        b"<s>Friday, February 20, 2026</s>\n"
        b'<span style="text-decoration: line-through">or Monday</span> <b>Friday, February 13, 2026'
        b"</b>.</p><p>Officer B</p></body></html>"
    )
    opened = open_document(mail, "a.eml")
    text = opened.parts[0].text
    assert text is not None
    beside = [line.text for line in text.lines if line.layer.value == "note"]
    assert beside == ["Friday, February 20, 2026 or Monday"]
    assert [due.date for due in read(opened, load_catalogue()).due] == ["2026-02-13"]
