"""Mail: layers of the body, parts, charsets, what was hidden."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from tecum.reading.open import open_document
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
