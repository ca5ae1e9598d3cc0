"""A small writer of PDF pages with lines of text, enough for SPECIMEN documents.

Own bytes, no library: the same lines give the same file, so that two demonstrations are
alike byte for byte. SPECIMEN is drawn across each page in strokes, not written as text: the
reader must find what a real paper would hold, and no more.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["pdf"]

WIDTH, HEIGHT = 612, 792
LEFT, TOP = 72, 730
LEADING = 15
BOTTOM = 64
_FACES = {"": ("F1", 11), "#": ("F2", 13), "*": ("F2", 11)}


def pdf(lines: Sequence[str]) -> bytes:
    """Lines as a PDF: ``#`` begins a heading, ``*`` a bold line, a form feed a new page."""
    pages = _pages(lines)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [{}] /Count {} >>".format(
            " ".join(f"{6 + 2 * i} 0 R" for i in range(len(pages))), len(pages)
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        "<< /Title (SPECIMEN) /Producer (tecum demonstration) >>",
    ]
    for i, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {7 + 2 * i} 0 R >>"
        )
        stream = _stream(page, i + 1, len(pages))
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    return _file(objects)


def _pages(lines: Sequence[str]) -> list[list[str]]:
    pages: list[list[str]] = [[]]
    room = (TOP - BOTTOM) // LEADING
    for line in lines:
        if line == "\f" or len(pages[-1]) >= room:
            pages.append([])
        if line != "\f":
            pages[-1].append(line)
    return pages


def _stream(lines: Sequence[str], number: int, of: int) -> str:
    marks = [_specimen()]
    for i, line in enumerate(lines):
        mark = line[:1] if line[:1] in "#*" and line else ""
        face, size = _FACES[mark]
        text = line[len(mark) :].strip() if mark else line
        indent = 0 if mark else 6 * (len(text) - len(text.lstrip()))
        if text.strip():
            marks.append(_text(face, size, LEFT + indent, TOP - LEADING * i, text.strip()))
    marks.append(_text("F1", 9, WIDTH - 140, 36, f"Page {number} of {of}"))
    return "\n".join(marks)


_STROKES: dict[str, tuple[tuple[tuple[int, int], ...], ...]] = {
    "S": (((4, 6), (0, 6), (0, 3), (4, 3), (4, 0), (0, 0)),),
    "P": (((0, 0), (0, 6), (4, 6), (4, 3), (0, 3)),),
    "E": (((4, 6), (0, 6), (0, 0), (4, 0)), ((0, 3), (3, 3))),
    "C": (((4, 6), (0, 6), (0, 0), (4, 0)),),
    "I": (((2, 0), (2, 6)),),
    "M": (((0, 0), (0, 6), (2, 3), (4, 6), (4, 0)),),
    "N": (((0, 0), (0, 6), (4, 0), (4, 6)),),
}
"""Letters as lines on a grid of four by six."""


def _specimen() -> str:
    """The word across the page in pale strokes, rising to the right."""
    lines = ["q 0.88 G 7 w 1 J 1 j 0.707 0.707 -0.707 0.707 120 150 cm"]
    for n, letter in enumerate("SPECIMEN"):
        for stroke in _STROKES[letter]:
            points = [f"{10 * x + 76 * n} {12 * y}" for x, y in stroke]
            lines.append(" l ".join([f"{points[0]} m {points[1]}", *points[2:]]) + " l S")
    return " ".join([*lines, "Q"])


def _text(face: str, size: int, x: int, y: int, text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{face} {size} Tf {x} {y} Td ({escaped}) Tj ET"


def _file(objects: Sequence[str]) -> bytes:
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R >>\n".encode()
    out += f"startxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
