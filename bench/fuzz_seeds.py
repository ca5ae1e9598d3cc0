"""Small sound inputs for the fuzzing of reading, and the ways in which they are broken."""

from __future__ import annotations

import io
import random
import struct
import sys
import tomllib
import zipfile
from email.message import EmailMessage
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.unit.reading import papers  # noqa: E402
from tests.unit.reading.compound import compound, message_tree, word_file  # noqa: E402
from tests.unit.reading.files.test_wordlike import LISTS, RTF, _odt  # noqa: E402
from tests.unit.reading.mail.test_outlook import TRANSPORT, _stored, _tnef  # noqa: E402

LETTER = """Demand of January 5, 2024. Produce within fourteen (14) business days of receipt of
this subpoena, and no later than 5:00 p.m. EST on Friday, February 2, 2024, under 8 U.S.C.
§ 1225(d)(4)(A) and 8 C.F.R. § 287.4; Fed. R. Crim. P. 17(c); Cal. Gov't Code §§ 7284.6-7284.12;
42 USC 405(a), (b).
Appear at 9 o'clock on the 3rd day of March, A.D. 2024, at least 48 hours before release.
See United States v. Morton Salt Co., 338 U.S. 632, 652 (1950). Twenty-one days after service."""


def mails() -> list[bytes]:
    """Mails of every kind of part."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@b.example", "c@d.example", "Re: AW: records"
    made["Date"] = "Mon, 01 Jan 2024 10:00:00 +0000"
    made["Authentication-Results"] = "mx.example; dkim=pass header.d=b.example; spf=fail"
    made.set_content("Own.\n\nOn Mon, Jan 1, 2024, A <a@b.example> wrote:\n> theirs\n")
    made.add_alternative('<p style="display:none">x</p><a href="//y">z</a>', subtype="html")
    made.add_attachment(papers.letter(), maintype="application", subtype="pdf", filename="é.pdf")
    inner = EmailMessage()
    inner.set_content("Produce the records.")
    made.add_attachment(inner)
    head = b"From: a@b.example\r\nTo: c@d.example\r\nDate: Mon, 1 Jan 2024 10:00:00 +0000\r\n"
    report = head + (
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n"
        b"--x\r\n\r\n"
        b"Not delivered.\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nStatus: 5.0.0\r\n"
        b"--x\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <1@c>\r\n\r\nx\r\n--x--\r\n"
    )
    written = head + b"\r\nbegin 644 a.txt\r\n#0V%T\r\n`\r\nend\r\n=ybegin line=9 size=3 name=b\r\n"
    written += b"\x8d\x8b\x9e\r\n=yend size=3\r\n-----BEGIN PGP MESSAGE-----\r\nx\r\n"
    partial = (
        head + b"Content-Type: message/partial; id=1; number=1; total=2\r\n\r\nSubject: x\r\n\r\ny"
    )
    return [made.as_bytes(), report, written, partial]


def outlook() -> list[bytes]:
    """Outlook messages, with rich text and a message inside."""
    inner = message_tree({0x0037: "in", 0x1000: "Produce."}, [{0x3701: b"x", 0x3707: "a"}], head=24)
    rich = _stored(rb"{\rtf1\fromhtml1 {\*\htmltag <p>}x{\*\htmltag </p>}}")
    return [
        compound(message_tree({0x007D: TRANSPORT, 0x1000: "x" * 90}, [{0x3701: b"y" * 9}])),
        compound(message_tree({0x0037: "s", 0x1009: rich}, [{"message": inner}])),
    ]


def words() -> list[bytes]:
    """Word files with lists, changes, boxes, tables."""
    body = (
        papers.p(
            "first", '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>'
        )
        + "<w:p><w:r><w:t>within </w:t></w:r><w:del><w:r><w:delText>30</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>14</w:t></w:r></w:ins></w:p><w:tbl><w:tr><w:tc>"
        + papers.p("Name")
        + "</w:tc></w:tr></w:tbl><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r></w:p>"
    )
    numbering = (
        '<w:numbering HEAD><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt '
        'w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="5">'
        '<w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    return [papers.docx(body, numbering=numbering)]


def seeds(target: str) -> list[bytes]:
    """The sound inputs of one target."""
    if target == "toml":
        files = sorted((ROOT / "src/tecum/instruments/catalogue").glob("*.toml"))[:12]
        return [path.read_bytes() for path in files]
    table = {
        "mail": mails,
        "pdf": lambda: [papers.letter(), papers.letter(pages=3)],
        "docx": words,
        "odt": lambda: [_odt('<text:p>x<text:s text:c="3"/>y</text:p>', LISTS)],
        "tnef": lambda: [_tnef()],
        "msg": outlook,
        "rtf": lambda: [RTF, rb"{\rtf1\fromhtml1 {\*\htmltag <p>}x\htmlrtf y\htmlrtf0}"],
        "doc": lambda: [word_file("Produce within 14 days.\r" * 9, notes="n\r", hidden=(3, 9))],
        "due": lambda: [LETTER.encode()],
        "citation": lambda: [LETTER.encode()],
    }
    return table[target]()


_TOKENS = (
    b"\x00\x00\x00\x00", b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\x00\x00\x00\x80", b"{", b"}",
    b"--x\r\n", b"\r\n\r\n", b"<<", b">>", b"<w:p>", b"</w:p>", b"\\bin99999", b"\\u-1 ",
    b"Content-Type: multipart/mixed; boundary=x\r\n", b"obj", b"stream", b"=", b"[[", b"\"\"\"",
    b" within ", b" days ", b" of ", "\N{SECTION SIGN} ".encode(), b"(a)", b"9999999999", b"U.S.C.",
    b" no later than ", b"1/1/", b"\xf0\x9f\x98\x80", b"\xc3\x28", b"&amp;", b"=?utf-8?q?=ff?=",
)  # fmt: skip


def broken(data: bytes, rng: random.Random, others: list[bytes]) -> bytes:
    """The same input with a few things wrong."""
    if data[:2] == b"PK" and rng.random() < 0.8:
        return _inside_archive(data, rng)
    out = bytearray(data)
    for _ in range(1 << rng.randrange(6)):
        at = rng.randrange(len(out) + 1)
        kind = rng.randrange(8)
        if kind < 3 and at < len(out):
            out[at] = rng.randrange(256)
        elif kind == 3:
            del out[at : at + rng.randrange(1, 1 << rng.randrange(1, 10))]
        elif kind == 4:
            out[at:at] = rng.choice(_TOKENS) * rng.choice((1, 1, 1, 50))
        elif kind == 5:
            end = at + rng.randrange(1, 200)
            out[at:at] = out[at:end] * rng.choice((1, 2, 40))
        elif kind == 6:
            other = rng.choice(others)
            start = rng.randrange(len(other) + 1)
            out[at:at] = other[start : start + rng.randrange(300)]
        else:
            out[at : at + 4] = struct.pack(
                "<I", rng.choice((0, 1, 0xFFFF, 1 << 31, rng.randrange(1 << 32)))
            )
        if len(out) > 300_000:
            del out[300_000:]
    return bytes(out)


def broken_table(data: bytes, rng: random.Random) -> dict[str, Any]:
    """A table with values of the wrong form, missing and unknown keys."""
    table = tomllib.loads(data.decode())
    for _ in range(rng.randrange(1, 4)):
        place: Any = table
        for _ in range(rng.randrange(5)):
            inner = list(place.values()) if isinstance(place, dict) else place
            deeper = [row for row in inner if isinstance(row, (dict, list)) and row]
            if not deeper:
                break
            place = rng.choice(deeper)
        odd = rng.choice(
            (None, 7, -1.5, "", "x(((", ".*.*", [], {}, [[]], True, {"a": [1]}, "é" * 99)
        )
        if isinstance(place, dict):
            key = rng.choice([*place, "unknown"])
            if rng.random() < 0.2:
                place.pop(key, None)
            else:
                place[key] = odd
        else:
            place[rng.randrange(len(place))] = odd
    return table


def _inside_archive(data: bytes, rng: random.Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        names = old.namelist()
        chosen = rng.choice(names)
        for name in names:
            content = old.read(name)
            new.writestr(name, broken(content, rng, [content]) if name == chosen else content)
    return made.getvalue()
