"""Made-up native instruments for measuring: a subpoena with its schedule, of any length."""

from __future__ import annotations

import io

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

__all__ = ["instrument"]

_FIRST = (
    "UNITED STATES DISTRICT COURT",
    "for the District of Example",
    "In re Example Matter                                   Civil Action No. 1:26-cv-00101",
    "SUBPOENA TO PRODUCE DOCUMENTS, INFORMATION, OR OBJECTS",
    "To: Custodian of Records, Example County Sheriff",
    "YOU ARE COMMANDED to produce the documents set forth in Schedule A within fourteen (14)",
    "days of service of this subpoena, at the office of the undersigned, 1 Example Plaza.",
    "Date: March 2, 2026",
    "/s/ A. Clerk",
    "Deputy Clerk",
    "SCHEDULE A",
)
_TEXT = (
    "All records, whether on paper or kept electronically, that concern the custody, release or "
    "transfer of the persons named in the request, from January 1, 2024 to the date of service, "
    "together with every note, message and instruction that passed between the offices that took "
    "part, under 8 U.S.C. 1225(d)(4) and 8 CFR 287.4, and all orders or guidance to employees."
)
_LINE = 92
_SCHEDULE = 20
"""Pages of the instrument and its schedule; what follows in a longer file is an exhibit."""


def _lines(pages: int) -> list[str]:
    rows = list(_FIRST)
    number = 0
    while len(rows) < pages * 44:
        number += 1
        listed = len(rows) < _SCHEDULE * 44
        if not listed and "EXHIBIT B" not in rows:
            rows.append("EXHIBIT B")
        rest = f"{number}. {_TEXT}" if listed else _TEXT
        while rest:
            cut = rest.rfind(" ", 0, _LINE) if len(rest) > _LINE else len(rest)
            rows.append(rest[:cut])
            rest = rest[cut:].strip()
    return rows[: pages * 44]


def instrument(pages: int) -> bytes:
    """A native PDF of this many pages, about 3,000 letters each."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    rows = _lines(pages)
    for n in range(pages):
        canvas.setFont("Times-Roman", 11)
        for i, row in enumerate(rows[44 * n : 44 * n + 44]):
            canvas.drawString(72, 730 - 15 * i, row)
        canvas.drawCentredString(306, 40, f"Page {n + 1} of {pages}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()
