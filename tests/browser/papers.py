"""Papers that a person brings to the product in a browser."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from tecum.web.demo.paper import pdf

__all__ = ["LETTER", "PAPER", "PASSWORD", "locked"]

PASSWORD = "opensesame"
LETTER = b"Example Gazette, 12 January 2020. The council met. Nothing is asked of anybody.\n"
PAPER = pdf(
    [
        "#U.S. DEPARTMENT OF HOMELAND SECURITY",
        "U.S. Immigration and Customs Enforcement",
        "",
        "#IMMIGRATION ENFORCEMENT SUBPOENA",
        "8 U.S.C. § 1225(d)(4)(A), 8 C.F.R. § 287.4",
        "Subpoena No. EX-2020-0077",
        "",
        "To: Example County Sheriff",
        "In Reference To: Subject K",
        "",
        "By the service of this subpoena upon you, YOU ARE HEREBY REQUIRED to produce",
        "to the undersigned, within fourteen (14) days of service of this subpoena, the",
        "following records:",
        "",
        "1. The last known home address of Subject K.",
        "2. The date on which Subject K was released from custody.",
        "",
        "Date: January 10, 2020",
        "/s/ Officer B.",
        "Supervisory Detention and Deportation Officer",
    ]
)


def locked(content: bytes) -> bytes:
    """The paper, opened by nothing but its password."""
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as paper:
        paper.save(out, encryption=pikepdf.Encryption(owner=PASSWORD, user=PASSWORD, R=6))
    return out.getvalue()
