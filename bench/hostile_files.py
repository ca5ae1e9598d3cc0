"""Files made to hurt a reader: bombs, loops, floods. Each is made when it is asked for."""

from __future__ import annotations

import io
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.unit.reading import papers  # noqa: E402
from tests.unit.reading.compound import compound, message_tree  # noqa: E402

HEAD = b"From: a@b.example\r\nTo: c@d.example\r\nDate: Mon, 1 Jan 2024 10:00:00 +0000\r\n"


def pdf(objects: list[bytes], root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for i, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n" % (len(objects) + 1, root)
    return bytes(out + b"%d\n%%%%EOF" % start)


def one_page(content: bytes, filters: bytes = b"", extra: bytes = b"") -> bytes:
    """A PDF of one page with this content stream."""
    stream = b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), filters, content)
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            + extra
            + b">>",
            stream,
        ]
    )


def flate() -> bytes:
    """400 MB of nothing, packed twice."""
    packed = zlib.compress(zlib.compress(bytes(400 << 20), 9), 9)
    return one_page(packed, b"/Filter [/FlateDecode /FlateDecode]")


def archive(**members: bytes) -> bytes:
    """A packed archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def nested_zip() -> bytes:
    """An archive in an archive, seven deep."""
    content = archive(zeros=bytes(4 << 20))
    for _ in range(6):
        content = archive(inner=content)
    return content


def many_members() -> bytes:
    """An archive of a hundred thousand empty members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for i in range(100_000):
            made.writestr(f"{i}.txt", b"")
    return out.getvalue()


def overlapping_zip() -> bytes:
    """An archive whose members all point at the same packed bytes."""
    data = bytearray(archive(a=bytes(1 << 20)))
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    row = bytes(data[start:end])
    rows = row * 30_000
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 30_000, 30_000, len(rows), start, 0)
    return bytes(data[:start]) + rows + tail


def docx_with(**parts: bytes) -> bytes:
    """A small Word file with further parts."""
    out = io.BytesIO(papers.docx(papers.p("A letter to the office.")))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("--", "."), content)
    return out.getvalue()


def entities() -> bytes:
    """A Word file whose document defines entities of entities."""
    lines = ['<!DOCTYPE w [<!ENTITY a0 "aaaaaaaaaa">']
    lines += [f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)]
    bomb = "".join(lines) + f']><w:document xmlns:w="{papers.W}"><w:body>&a9;</w:body></w:document>'
    return archive(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": bomb.encode()})


def deep_word() -> bytes:
    """A Word file of a hundred thousand elements inside each other."""
    inside = b"<w:p>" * 100_000
    document = b'<w:document xmlns:w="%s"><w:body>' % papers.W.encode() + inside
    return archive(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": document})


def nested_mime() -> bytes:
    """A mail of parts inside each other, a hundred thousand deep."""
    rows = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i)
        for i in range(100_000)
    )
    return HEAD + rows + b"\r\nx"


def flat_mime(parts: int = 100_000) -> bytes:
    """A mail of a hundred thousand parts beside each other."""
    head = HEAD + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n"
    return head + b"--x\r\n\r\nhello\r\n" * parts + b"--x--\r\n"


def same_boundary() -> bytes:
    """Parts inside each other that all use one boundary."""
    head = b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
    return HEAD + head * 20_000 + b"\r\nx"


def many_headers() -> bytes:
    """100 MB of headers."""
    return HEAD + b"X-A: y\r\n" * (12 << 20) + b"\r\nhello\r\n"


def chunk(kind: bytes, content: bytes) -> bytes:
    """A part of a PNG."""
    tail = zlib.crc32(kind + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + kind + content + tail


def png(width: int, height: int, extra: bytes = b"") -> bytes:
    """A PNG that says it is of this size."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 2, 0, 0, 0])
    pixels = zlib.compress(bytes(1 << 20))
    rows = chunk(b"IHDR", head) + extra + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + rows


def png_text() -> bytes:
    """A PNG with packed text of 400 MB, forty times."""
    packed = zlib.compress(bytes(400 << 20), 9)
    return png(100, 100, chunk(b"zTXt", b"Comment\x00\x00" + packed) * 40)


def tiff_pages(pages: int = 100_000) -> bytes:
    """A TIFF of a hundred thousand pages that share one pixel."""
    out = bytearray(b"II*\x00" + struct.pack("<I", 12) + bytes(4))
    for i in range(pages):
        rows = ((256, 1), (257, 1), (258, 8), (259, 1), (262, 1), (273, 8), (278, 1), (279, 1))
        entry = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in rows)
        after = len(out) + 2 + len(entry) + 4
        out += struct.pack("<H", len(rows)) + entry
        out += struct.pack("<I", after if i + 1 < pages else 0)
    return bytes(out)


def tiff_loop() -> bytes:
    """A TIFF whose page comes after itself."""
    data = bytearray(tiff_pages(1))
    data[-4:] = struct.pack("<I", 12)
    return bytes(data)


def gif_frames() -> bytes:
    """A GIF of two hundred thousand frames of 60,000 by 60,000."""
    out = b"GIF89a" + struct.pack("<HHBBB", 60_000, 60_000, 0x80, 0, 0) + bytes(6)
    frame = b"," + struct.pack("<HHHHB", 0, 0, 60_000, 60_000, 0) + b"\x02\x02\x44\x01\x00"
    return out + frame * 200_000 + b";"


def webp_frames() -> bytes:
    """An animated WebP of many frames of 16,000 by 16,000."""
    size = (16_383).to_bytes(3, "little") * 2
    frame = bytes(6) + size + (100).to_bytes(3, "little") + b"\x00VP8L" + struct.pack("<I", 6)
    frame += b"\x2f\xff\xff\xff\x0f\x00"
    anmf = b"ANMF" + struct.pack("<I", len(frame)) + frame
    rows = b"VP8X" + struct.pack("<I", 10) + b"\x02\x00\x00\x00" + size
    rows += b"ANIM" + struct.pack("<I", 6) + bytes(6) + anmf * 100_000
    return b"RIFF" + struct.pack("<I", len(rows) + 4) + b"WEBP" + rows


def million_objects() -> bytes:
    """A PDF of a million objects that nothing refers to."""
    first = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]
    return pdf(first + [b"null"] * 1_000_000)


def cyclic_pages() -> bytes:
    """Page trees that hold each other."""
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 4 >>",
            b"<< /Type /Pages /Parent 2 0 R /Kids [4 0 R 2 0 R] /Count 2 >>",
            b"<< /Type /Pages /Parent 3 0 R /Kids [3 0 R 2 0 R] /Count 2 >>",
        ]
    )


def many_pages() -> bytes:
    """One page that is listed a million times."""
    kids = b"3 0 R " * 1_000_000
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1000000 /Kids [" + kids + b"] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>",
        ]
    )


def forms() -> bytes:
    """Forms that draw each other twice, thirty deep: a billion at the end."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page + b" /Resources << /XObject << /X 5 0 R >> >> >>",
        b"<< /Length 5 >>\nstream\n/X Do\nendstream",
    ]
    for i in range(30):
        rest = b"/Resources << /XObject << /X %d 0 R >> >>" % (6 + i)
        content = b"/X Do /X Do"
        head = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] %s /Length %d >>"
        objects.append(head % (rest, len(content)) + b"\nstream\n" + content + b"\nendstream")
    objects.append(
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 1 >>\nstream\nn\nendstream"
    )
    return pdf(objects)


ADVERSARIAL = (
    "a" * 1_000_000, "1" * 1_000_000, " " * 1_000_000, "(a)" * 333_000, "1. " * 333_000,
    "§ 5 " * 250_000, "no later than " * 71_000, "within within " * 71_000, "of the " * 143_000,
    "January " * 125_000, "\n" * 1_000_000, "To: A\n" * 166_000, "> " * 500_000, "A." * 500_000,
    "United States District Court " * 34_000, "x@" * 500_000, "begin 644 x\n" * 83_000,
    "On Mon, A wrote:\n" * 58_000, "From: x\n" * 125_000, "<a href=" * 125_000, "[x] " * 250_000,
    "twenty " * 143_000, "days " * 200_000, "F.3d 1 U.S. 1 " * 71_000,
)  # fmt: skip


def as_text(text: str) -> bytes:
    """The text in a plain file."""
    return b"Dear Sir,\n" + text.encode()


def as_mail(text: str) -> bytes:
    """The text as a mail's body, in lines that mail may have."""
    return HEAD + b"Subject: s\r\n\r\n" + text.encode()


def as_html(text: str) -> bytes:
    """The text as a page."""
    return b"<html><body><p>Dear Sir</p>" + text.encode() + b"</body></html>"


def as_rtf(text: str) -> bytes:
    """The text as rich text."""
    return b"{\\rtf1 Dear Sir " + text.encode("ascii", "replace").replace(b"\\", b"") + b"}"


def as_docx(text: str) -> bytes:
    """The text as one paragraph of a Word file."""
    clean = text.replace("&", "").replace("<", "").replace(">", "")
    return papers.docx(papers.p(f"Dear Sir {clean}"))


def files() -> dict[str, Callable[[], bytes]]:
    """Every bomb by its class and name; the text in every channel comes last."""
    made: dict[str, Callable[[], bytes]] = {
        "pdf/flate": flate,
        "pdf/huge page": lambda: papers.pdf(lambda c: c.drawString(9, 9, "far"), (14_400, 14_400)),
        "pdf/deep arrays": lambda: b"%PDF-1.4\n1 0 obj" + b"[" * 500_000,
        "pdf/deep dictionaries": lambda: one_page(b"", b"/A " + b"<< /A " * 200_000),
        "pdf/million objects": million_objects,
        "pdf/cyclic pages": cyclic_pages,
        "pdf/one page a million times": many_pages,
        "pdf/forms in forms": forms,
        "pdf/operators": lambda: one_page(b"q 1 0 0 1 0 0 cm " * 500_000),
        "zip/nested": nested_zip,
        "zip/many members": many_members,
        "zip/overlapping": overlapping_zip,
        "docx/swollen part": lambda: docx_with(word__media__i=bytes(300 << 20)),
        "docx/zip inside": lambda: docx_with(word__embeddings__a=nested_zip()),
        "docx/entities": entities,
        "docx/deep": deep_word,
        "mail/parts beside": flat_mime,
        "mail/parts inside": nested_mime,
        "mail/one boundary": same_boundary,
        "mail/100 MB of headers": many_headers,
        "mail/100 MB header": lambda: HEAD + b"X-A: " + b"y" * (100 << 20) + b"\r\n\r\nhello",
        "mail/many boundaries": lambda: HEAD + b"\r\n" + b"boundary=" * 4_000_000,
        "msg/swollen": lambda: compound(message_tree({0x1000: "x"})).replace(
            b"\x02\x01", b"\xff\xff", 1
        ),
        "rtf/deep": lambda: b"{\\rtf1" + b"{" * 1_000_000,
        "rtf/words": lambda: b"{\\rtf1" + b"\\b\\i" * 2_000_000,
        "image/50k by 50k": lambda: png(50_000, 50_000),
        "image/packed text": png_text,
        "image/tiff pages": tiff_pages,
        "image/tiff loop": tiff_loop,
        "image/gif frames": gif_frames,
        "image/webp frames": webp_frames,
        "html/deep": lambda: b"<html><body>" + b"<div>" * 1_000_000,
    }
    channels = {"text": as_text, "mail": as_mail, "html": as_html, "rtf": as_rtf, "docx": as_docx}
    for channel, wrap in channels.items():
        for i, text in enumerate(ADVERSARIAL):
            made[f"text in {channel}/{i}: {text[:12]!r}"] = lambda t=text, w=wrap: w(t)
    return made
