"""Signed content and calendar entries: what they wrap, as parts and lines. Runs in the child."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tecum.reading.files import cms
from tecum.reading.text.layout import Layer
from tecum.reading.text.plain import decode, normalised, virtual_pages

__all__ = ["read_calendar", "read_signed"]

_SHOWN = {
    "SUMMARY": "Subject", "DTSTART": "Begins", "DTEND": "Ends", "LOCATION": "Place",
    "ORGANIZER": "Organiser", "STATUS": "Status",
}  # fmt: skip
_ESCAPE = re.compile(r"\\([\\;,nN])")
_MOST = 20_000


def read_signed(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """What a signed file wraps, as its one part; a signature alone is listed with its reason."""
    content = cms.signed_content(data)
    if content is None:
        return {"outcome": "unsupported_type", "reason": "unsupported_type"}, []
    child = {"name": None, "role": "member", "declared": "", "blob": 0}
    head = content[:200].lower()
    if b"content-type:" in head:
        child["declared"] = "message/rfc822"
    return {"children": [child], "warnings": []}, [content]


def read_calendar(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """An invitation: what it is about, when and where, and its own words.

    Authority: RFC 5545, 3.1 (folded lines), 3.3.11 (text).
    """
    text, warnings = decode(data)
    lines = re.sub(r"\r?\n[ \t]", "", text).splitlines()[:_MOST]
    rows: list[tuple[str, Layer]] = [("Calendar invitation", Layer.BODY)]
    inside: list[str] = []
    for line in lines:
        name, _, value = line.partition(":")
        name = name.split(";", 1)[0].upper()
        if name in ("BEGIN", "END"):
            inside = [*inside, value] if name == "BEGIN" else inside[:-1]
        elif inside[-1:] == ["VEVENT"] and name in _SHOWN:
            rows.append((f"{_SHOWN[name]}: {_plain(value)}", Layer.BODY))
        elif inside[-1:] == ["VEVENT"] and name == "DESCRIPTION":
            rows.append(("", Layer.BODY))
            rows += [(row, Layer.BODY) for row in _plain(value).split("\n")]
    pages = virtual_pages(rows, int(wanted["lines_a_virtual_page"]))
    return {"pages": pages, "warnings": warnings, "fields": []}, []


def _plain(value: str) -> str:
    said = _ESCAPE.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)
    return normalised(re.sub(r"(?i)^mailto:", "", said))
