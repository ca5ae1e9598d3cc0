"""Small documents made for the tests: PDFs, Word files, mails."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.pdfgen.canvas import Canvas

LETTER = [
    "The Records Office of the County of Example",
    "You are required to produce the records listed below within 14 days of service.",
    "1. All records of the release of the person named above, from January to March.",
    "2. The policies of the office on the release of persons in its custody.",
]


def pdf(draw: Callable[[Canvas], None], size: tuple[float, float] = (612, 792)) -> bytes:
    """A PDF whose pages a function draws; identical on every run."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def letter(rows: Sequence[str] = LETTER, pages: int = 1, x: float = 72) -> bytes:
    """A plain letter, the same text on each page."""

    def draw(canvas: Canvas) -> None:
        for _ in range(pages):
            for i, row in enumerate(rows):
                canvas.drawString(x, 700 - 16 * i, row)
            canvas.showPage()

    return pdf(draw)


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body; ``numbering``, ``header1`` and the like as further parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        )
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r" Target="word/document.xml" Type="http://schemas.openxmlformats'
            '.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
        )
        head = f'xmlns:w="{W}" xmlns:w14="{W14}"'
        archive.writestr(
            "word/document.xml", f"<w:document {head}><w:body>{body}</w:body></w:document>"
        )
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content.replace("HEAD", head))
    return out.getvalue()


def p(text: str, more: str = "") -> str:
    """A paragraph of Word."""
    return f'<w:p>{more}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def lines_of(opened: Any, *layers: str) -> list[str]:
    """The lines of the first part that stand in these layers, all if none is named."""
    text = opened.parts[0].text
    return [line.text for line in text.lines if not layers or line.layer.value in layers]
