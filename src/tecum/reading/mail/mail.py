"""A mail → its own words, what it quotes, what it carries (READING 13). Runs in the child."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from email import policy
from email.message import Message
from email.parser import BytesParser
from typing import Any

from tecum.reading.mail.layers import layered
from tecum.reading.mail.subject import decoded_words, is_forward_subject
from tecum.reading.mail.walk import Walk
from tecum.reading.text.layout import Layer
from tecum.reading.text.plain import decode, virtual_pages

__all__ = ["answer_of", "read_mail"]

_HEADER_END = re.compile(rb"\r?\n\r?\n|\r\r")
_DELIMITER = re.compile(rb"(?m)^--([^\r\n]{1,200})")
_BOUNDARY = re.compile(rb'(?i)boundary\s{0,8}=\s{0,8}"?([^"\s;]{1,200})')
_LOOKED_AT = 50 * 1024 * 1024


def read_mail(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """Take a message apart: the text it shows, its headers, and each enclosed part's bytes."""
    refused = _too_large(data, wanted)
    if refused:
        return {"outcome": "too_large", "error": refused, "pages": []}, []
    start = data.find(b"\n") + 1 if data.startswith(b"From ") else 0
    try:
        message = BytesParser(_class=Message, policy=policy.compat32).parsebytes(data[start:])
    except RecursionError:
        return {"outcome": "too_large", "error": "mail_depth", "pages": []}, []
    return answer_of(message, wanted)


def answer_of(
    message: Message, wanted: Mapping[str, Any], warnings: Iterable[str] = ()
) -> tuple[dict[str, Any], list[bytes]]:
    """The answer for a parsed message, whatever file it came in."""
    walk = Walk(wanted)
    walk.warnings.update(warnings)
    walk.walk(message, 1)
    raw = list(message.raw_items())[:2000]
    headers = [[name.lower()[:100], _as_text(str(value))[:20_000]] for name, value in raw]
    for row in headers:
        if row[0] == "subject":
            row[1] = decoded_words(row[1])
    replies = any(name == "in-reply-to" and value.strip() for name, value in headers)
    passes_on = any(name == "subject" and is_forward_subject(value) for name, value in headers)
    rows = layered(walk.rows, passes_on=passes_on, replies=replies)
    answer: dict[str, Any] = {
        "pages": virtual_pages(rows, int(wanted["lines_a_virtual_page"])),
        "headers": headers,
        "children": walk.children,
        "warnings": sorted(walk.warnings),
        "hints": {"links": [list(link) for link in walk.links[:500]], **walk.hints},
        "fields": [],
    }
    said = any(text.strip() for text, layer in rows if layer is not Layer.HIDDEN)
    if walk.over:
        answer["outcome"], answer["error"] = "too_large", walk.over
        answer["reason"] = "too_large"
    elif walk.locked and not said:
        answer["outcome"], answer["reason"] = "password_needed", "encrypted_message"
    return answer, walk.blobs


def _as_text(value: str) -> str:
    """A header value whose sender wrote letters without saying in which charset."""
    if value.isascii() or not any("\udc80" <= c <= "\udcff" for c in value):
        return value
    return decode(value.encode("utf-8", "surrogateescape"))[0]


def _too_large(data: bytes, wanted: Mapping[str, Any]) -> str | None:
    """The cap that a mail breaks before it is parsed at all; parsing it would cost too much."""
    cap = int(wanted["header_bytes"])
    end = _HEADER_END.search(data, 0, cap + 4)
    if end is None and len(data) > cap:
        return "header_bytes"
    declared: set[bytes] = set()
    for match in _BOUNDARY.finditer(data, 0, _LOOKED_AT):
        declared.add(match.group(1))
        if len(declared) > int(wanted["parts"]):
            return "parts"
    seen = 0
    for match in _DELIMITER.finditer(data):
        name = match.group(1).rstrip()
        if name in declared or name.removesuffix(b"--") in declared:
            seen += 1
            if seen > 2 * int(wanted["parts"]):
                return "parts"
    return None
