"""Outlook's own files: messages, what they enclose, and the streams that mail servers leave."""

from __future__ import annotations

import random
import struct
from typing import Any

import pytest

from tecum.reading.limits import default_limits
from tecum.reading.mail.lzfu import BadRichText, expand
from tecum.reading.mail.msg import read_msg
from tecum.reading.mail.tnef import BadTnef, message_in, read_tnef
from tecum.reading.open import open_document
from tecum.reading.text.layout import Opened
from tests.unit.reading import papers
from tests.unit.reading.compound import compound, message_tree
from tests.unit.reading.papers import lines_of

WANTED = default_limits().to_json()
TRANSPORT = (
    "Received: from mx.example\r\nMessage-ID: <7@agency.example>\r\nFrom: A <a@agency.example>\r\n"
    "To: records@county.example\r\nSubject: Records\r\nDate: Mon, 1 Jan 2024 10:00:00 +0000\r\n"
    "Content-Type: multipart/mixed; boundary=x\r\n\r\n"
)


def _opened(values: dict[int, Any], attachments: Any = (), people: Any = ()) -> Opened:
    return open_document(compound(message_tree(values, attachments, people)), "m.msg")


def test_a_message_is_read_with_its_headers_and_attachments() -> None:
    opened = _opened(
        {0x001A: "IPM.Note", 0x007D: TRANSPORT, 0x1000: "Please see attached.\r\n\r\n> earlier"},
        [{0x3707: "demänd.pdf", 0x370E: "application/pdf", 0x3701: papers.letter()}],
    )
    assert [(p.role, p.name, p.source.media_type, p.outcome.value) for p in opened.parts] == [
        ("file", "m.msg", "application/vnd.ms-outlook", "read"),
        ("attachment", "demänd.pdf", "application/pdf", "read"),
    ]
    headers = dict(opened.parts[0].headers)
    assert headers["message-id"] == "<7@agency.example>"
    assert headers["from"] == "A <a@agency.example>"
    assert lines_of(opened, "body") == ["Please see attached."]
    assert lines_of(opened, "quoted") == ["earlier"]


def test_a_message_that_never_travelled_has_its_headers_from_the_properties() -> None:
    sent = (1_704_103_200 + 11_644_473_600) * 10_000_000
    tree = message_tree(
        {0x0037: "Records", 0x0C1A: "A", 0x0C1F: "a@agency.example", 0x1000: "Produce."},
        people=[{0x3001: "Clerk", 0x39FE: "clerk@county.example"}],
    )
    listed = tree["__properties_version1.0"]
    tree["__properties_version1.0"] = listed + struct.pack("<HHIQ", 0x40, 0x0039, 6, sent)
    headers = dict(open_document(compound(tree), "m.msg").parts[0].headers)
    assert headers["from"] == "A <a@agency.example>"
    assert headers["to"] == "Clerk <clerk@county.example>"
    assert headers["date"] == "Mon, 01 Jan 2024 10:00:00 +0000"


@pytest.mark.parametrize(
    ("values", "said", "warnings"),
    [
        ({0x1000: ("Envíe ya".encode("cp1252"), 0), 0x3FFD: 1252}, "Envíe ya", ()),
        ({0x1000: ("Отправьте".encode("koi8-r"), 0), 0x3FDE: 20866}, "Отправьте", ()),
        ({0x1000: ("Envíe ya".encode("cp1252"), 0), 0x3FFD: 99999}, "Envíe ya", ("charset",)),
        ({0x1013: b"<p>From the rich wording.</p>", 0x3FDE: 65001}, "From the rich wording.", ()),
    ],
)
def test_unknown_code_pages_lose_no_word(
    values: dict[int, Any], said: str, warnings: tuple[str, ...]
) -> None:
    opened = _opened({0x001A: "IPM.Note", 0x0037: "s", **values})
    assert lines_of(opened) == [said]
    assert opened.warnings == warnings


def _stored(content: bytes) -> bytes:
    return struct.pack("<IIII", len(content) + 12, len(content), 0x414C454D, 0) + content


def test_rich_text_stands_in_for_a_missing_body() -> None:
    rich = _stored(rb"{\rtf1\ansi\ansicpg1252 Produce the \b records\b0 .\par Within 14 days.\par}")
    assert lines_of(_opened({0x0037: "s", 0x1009: rich})) == [
        "Produce the records.",
        "Within 14 days.",
    ]
    html = rb"{\rtf1\ansi\fromhtml1 {\*\htmltag <p>}\htmlrtf {\htmlrtf0 Caf\'e9\htmlrtf }\htmlrtf0"
    html += rb"{\*\htmltag </p>}{\*\htmltag <p style=\"display:none\">}Unseen{\*\htmltag </p>}}"
    opened = _opened({0x0037: "s", 0x1009: _stored(html)})
    assert lines_of(opened, "body") == ["Café"]
    assert lines_of(opened, "hidden") == ["Unseen"]
    assert opened.warnings == ("hidden_text",)


def test_compressed_rich_text_of_the_published_example_expands() -> None:
    """Authority: [MS-OXRTFCP] 3.2.1."""
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a0072637067313235423"
        "20af32068656c090020627705b06c647d0a800fa0"
    )
    assert expand(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    with pytest.raises(BadRichText):
        expand(packed[:8] + b"ABCD" + packed[12:])
    for cut in range(16, len(packed)):
        assert expand(packed).startswith(expand(packed[:cut])[:20])


def test_an_enclosed_message_is_a_document_of_its_own() -> None:
    inner = message_tree(
        {0x0037: "the demand", 0x1000: "Produce the records."},
        [{0x3707: "a.txt", 0x3701: b"Schedule of records."}],
        head=24,
    )
    opened = _opened({0x0037: "Fwd: it", 0x1000: "See below."}, [{"message": inner}])
    assert [(p.path, p.role, p.source.media_type) for p in opened.parts] == [
        ((), "file", "application/vnd.ms-outlook"),
        (("1",), "message", "message/rfc822"),
        (("1", "1"), "attachment", "text/plain"),
    ]
    assert dict(opened.parts[1].headers)["subject"] == "the demand"
    assert opened.parts[1].text is not None
    assert opened.parts[1].text.lines[0].text == "Produce the records."


def test_messages_inside_messages_end_at_the_cap() -> None:
    tree = message_tree({0x0037: "0", 0x1000: "x"}, head=24)
    for i in range(30):
        tree = message_tree({0x0037: str(i), 0x1000: "x"}, [{"message": tree}], head=24)
    opened = open_document(compound(message_tree({0x0037: "s"}, [{"message": tree}])))
    assert opened.outcome.value == "too_large"


def _attribute(name: int, content: bytes, level: int = 2) -> bytes:
    head = struct.pack("<BHHI", level, name, 6, len(content))
    return head + content + struct.pack("<H", sum(content) & 0xFFFF)


def _listed(values: dict[tuple[int, int], bytes]) -> bytes:
    out = struct.pack("<I", len(values))
    for (form, name), content in values.items():
        out += struct.pack("<HH", form, name)
        if form in (0x1E, 0x1F, 0x102, 0x0D):
            out += struct.pack("<II", 1, len(content)) + content + bytes(-len(content) % 4)
        else:
            out += content
    return out


TNEF = struct.pack("<IH", 0x223E9F78, 1)


def _tnef() -> bytes:
    inner = TNEF + _attribute(0x800C, b"Produce the records.\x00")
    data = TNEF + _attribute(0x9007, struct.pack("<II", 1252, 0), 1)
    props = {
        (3, 0x3FDE): struct.pack("<I", 65001),
        (0x102, 0x1013): "<p>Please see attachéd.</p>".encode(),
    }
    data += _attribute(0x9003, _listed(props), 1)
    data += _attribute(0x9002, bytes(14)) + _attribute(0x8010, b"LETTER~1.PDF\x00")
    data += _attribute(0x800F, papers.letter())
    data += _attribute(0x9005, _listed({(0x1F, 0x3707): "létter.pdf".encode("utf-16-le")}))
    data += _attribute(0x9002, bytes(14))
    return data + _attribute(0x9005, _listed({(0x0D, 0x3701): bytes(16) + inner}))


def test_tnef_gives_bodies_names_and_nested_messages() -> None:
    opened = open_document(_tnef(), "winmail.dat")
    assert lines_of(opened) == ["Please see attachéd."]
    assert [(p.name, p.role, p.outcome.value) for p in opened.parts[1:]] == [
        ("létter.pdf", "attachment", "read"),
        (None, "message", "read"),
    ]
    assert opened.parts[2].text is not None
    assert opened.parts[2].text.lines[0].text == "Produce the records."
    with pytest.raises(BadTnef):
        message_in(b"\x00" * 20, 10, 8)


def test_broken_streams_end_with_a_word() -> None:
    """Cut and altered anywhere, a stream ends with what could be read, or with its outcome."""
    rng = random.Random(7)
    message = compound(message_tree({0x007D: TRANSPORT, 0x1000: "x" * 200}, [{0x3701: b"y" * 90}]))
    for data, read in ((_tnef(), read_tnef), (message, read_msg)):
        for _ in range(150):
            broken = bytearray(data[: rng.randrange(8, len(data))])
            for _ in range(rng.randrange(6)):
                broken[rng.randrange(len(broken))] = rng.randrange(256)
            answer, _ = read(bytes(broken), WANTED)
            assert answer.get("outcome", "read") in ("read", "damaged", "too_large")
