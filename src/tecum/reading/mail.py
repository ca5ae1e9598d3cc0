"""A mail → its own words, what it quotes, what it carries (READING 13). Runs in the child."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator, Mapping
from email import policy
from email.message import Message
from email.parser import BytesParser
from typing import Any

from tecum.reading.layout import Layer
from tecum.reading.mail_layers import layered
from tecum.reading.markup import html_lines
from tecum.reading.plain import decode, normalised, virtual_pages
from tecum.words import ReadingWarning

__all__ = ["read_mail"]

_HEADER_END = re.compile(rb"\r?\n\r?\n|\r\r")
_DELIMITER = re.compile(rb"(?m)^--([^\r\n]{1,200})")
_UU = re.compile(r"(?m)^begin [0-7]{3,4} ([^\r\n]{1,200})\r?\n((?:[ -`]{1,62}\r?\n)+)end\b")


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
    taken = _Taken(wanted)
    taken.walk(message, 1)
    headers = [[name.lower()[:100], str(value)[:20_000]] for name, value in message.raw_items()][
        :2000
    ]
    reply = _is_reply(headers)
    rows = layered(taken.rows, passes_on=_passes_on(headers), replies=reply)
    answer = {
        "pages": virtual_pages(rows, int(wanted["lines_a_virtual_page"])),
        "headers": headers,
        "children": taken.children,
        "warnings": sorted(taken.warnings),
        "hints": {"links": [list(link) for link in taken.links[:500]], **taken.hints},
        "fields": [],
    }
    if taken.over:
        answer["outcome"], answer["error"] = "too_large", taken.over
    return answer, taken.blobs


def _too_large(data: bytes, wanted: Mapping[str, Any]) -> str | None:
    """The cap that a mail breaks before it is parsed at all; parsing it would cost too much."""
    cap = int(wanted["header_bytes"])
    end = _HEADER_END.search(data, 0, cap + 4)
    if end is None and len(data) > cap:
        return "header_bytes"
    declared = set(re.findall(rb'(?i)boundary\s*=\s*"?([^"\s;]{1,200})', data[: 50 * 1024 * 1024]))
    seen = 0
    for match in _DELIMITER.finditer(data):
        name = match.group(1).rstrip()
        if name in declared or name.removesuffix(b"--") in declared:
            seen += 1
            if seen > 2 * int(wanted["parts"]):
                return "parts"
    return "parts" if len(declared) > int(wanted["parts"]) else None


class _Taken:
    """What a walk through a message's parts has found so far."""

    def __init__(self, wanted: Mapping[str, Any]) -> None:
        self._wanted = wanted
        self.rows: list[tuple[str, Layer]] = []
        self.links: list[tuple[str, str]] = []
        self.children: list[dict[str, Any]] = []
        self.blobs: list[bytes] = []
        self.warnings: set[str] = set()
        self.hints: dict[str, Any] = {}
        self.over: str | None = None

    def walk(self, message: Message, depth: int, role: str = "attachment") -> None:
        """Take one MIME part, and what is inside it."""
        if depth > int(self._wanted["mail_depth"]):
            self.over = "mail_depth"
            return
        kind = message.get_content_type()
        if kind == "multipart/alternative":
            self._alternative(message, depth)
        elif kind in ("message/rfc822", "text/rfc822-headers"):
            self._message(message, role)
        elif kind == "message/delivery-status":
            self._attachment(message, kind, role)
        elif message.is_multipart():
            inner = message.get_payload()
            report = kind == "multipart/report"
            if report:
                self.hints["report_type"] = str(message.get_param("report-type") or "")[:60]
            for i, part in enumerate(inner if isinstance(inner, list) else []):
                if isinstance(part, Message):
                    self.walk(part, depth + 1, "returned" if report and i else role)
        elif self._is_body(message, kind) and role != "returned":
            self._body(message, kind)
        else:
            self._attachment(message, kind, role)

    @staticmethod
    def _is_body(message: Message, kind: str) -> bool:
        if kind not in ("text/plain", "text/html"):
            return False
        return message.get_content_disposition() != "attachment" and not message.get_filename()

    def _alternative(self, message: Message, depth: int) -> None:
        """The plain wording where it says as much as the rich one, else the rich one."""
        inner = [p for p in message.get_payload() or [] if isinstance(p, Message)]
        plain = next((p for p in inner if p.get_content_type() == "text/plain"), None)
        rich = next((p for p in inner if p.get_content_type() != "text/plain"), None)
        chosen = plain or rich
        if plain is not None and rich is not None:
            said = len(self._text(plain).split())
            html = _first_html(rich)
            shown = 0
            if html is not None:
                rows, links = html_lines(self._text(html))
                shown = sum(len(t.split()) for t, layer in rows if layer is not Layer.HIDDEN)
                self.links.extend(links)
                if any(layer is Layer.HIDDEN for _, layer in rows):
                    self.warnings.add(ReadingWarning.HIDDEN_TEXT)
            if said * 2 < shown:
                chosen = rich
                self.warnings.add(ReadingWarning.ALTERNATIVES_DIFFER)
        for part in inner:
            if part is chosen or part.get_content_type() not in ("text/plain", "text/html"):
                if part is not chosen and part.is_multipart():
                    self._enclosed_only(part, depth + 1)
                else:
                    self.walk(part, depth + 1)

    def _enclosed_only(self, message: Message, depth: int) -> None:
        inner = message.get_payload()
        for part in inner if isinstance(inner, list) else []:
            if isinstance(part, Message) and not self._is_body(part, part.get_content_type()):
                self.walk(part, depth + 1)

    def _text(self, message: Message) -> str:
        payload = message.get_payload(decode=True)
        text, warnings = decode(
            payload if isinstance(payload, bytes) else b"", message.get_content_charset()
        )
        self.warnings.update(warnings)
        return text

    def _body(self, message: Message, kind: str) -> None:
        text = self._text(message)
        if kind == "text/html":
            rows, links = html_lines(text)
            self.links.extend(links)
            if any(layer is Layer.HIDDEN for _, layer in rows):
                self.warnings.add(ReadingWarning.HIDDEN_TEXT)
        else:
            text = self._without_uuencoded(text)
            flowed = message.get_param("format") == "flowed"
            rows = [(line, Layer.BODY) for line in _unflowed(normalised(text), flowed)]
        if self.rows and rows:
            self.rows.append(("", Layer.BODY))
        self.rows.extend(rows)

    def _without_uuencoded(self, text: str) -> str:
        def take(match: re.Match[str]) -> str:
            content = bytearray()
            for row in match.group(2).splitlines():
                try:
                    content += binascii.a2b_uu(row)
                except binascii.Error:
                    self.warnings.add(ReadingWarning.PART_DAMAGED)
            self._keep(bytes(content), match.group(1).strip(), "", "attachment")
            return "\n"

        return _UU.sub(take, text) if "\nbegin " in f"\n{text}" else text

    def _message(self, message: Message, role: str) -> None:
        inner = message.get_payload()
        if isinstance(inner, list) and inner and isinstance(inner[0], Message):
            content = inner[0].as_bytes(policy=policy.compat32.clone(max_line_length=0))
        else:
            payload = message.get_payload(decode=True)
            content = payload if isinstance(payload, bytes) else b""
        self._keep(
            content,
            message.get_filename(),
            "message/rfc822",
            "returned" if role == "returned" else "message",
        )

    def _attachment(self, message: Message, kind: str, role: str) -> None:
        payload = message.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
        if kind == "message/delivery-status":
            inner = message.get_payload()
            if isinstance(inner, list):
                content = b"\n".join(p.as_bytes() for p in inner if isinstance(p, Message))
            role = "delivery_status"
        self._keep(content, message.get_filename(), kind, role)

    def _keep(self, content: bytes, name: str | None, kind: str, role: str) -> None:
        if len(self.children) >= int(self._wanted["parts"]):
            self.over = "parts"
            return
        self.children.append(
            {
                "name": None if name is None else normalised(_unfolded(name))[:255],
                "declared": kind[:100],
                "role": role,
                "blob": len(self.blobs),
            }
        )
        self.blobs.append(content)


def _first_html(message: Message) -> Message | None:
    for part in message.walk():
        if part.get_content_type() == "text/html":
            return part
    return None


def _unfolded(name: str) -> str:
    """A file name with RFC 2047 words decoded (many senders encode names that way)."""
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(name)))
    except (LookupError, ValueError, binascii.Error):
        return name


def _unflowed(text: str, flowed: bool) -> Iterator[str]:
    """Lines; those that RFC 3676 broke softly are joined again."""
    held = ""
    for line in text.split("\n"):
        if flowed and line.endswith(" ") and line != "-- " and not line.startswith(">"):
            held += line
            continue
        yield held + line
        held = ""
    if held:
        yield held.rstrip()


def _is_reply(headers: list[list[str]]) -> bool:
    return any(name == "in-reply-to" and value.strip() for name, value in headers)


_FORWARD = re.compile(r"(?i)\s*(?:fwd?|fw|rv|wg|tr|enc|i)\s*:")


def _passes_on(headers: list[list[str]]) -> bool:
    return any(name == "subject" and _FORWARD.match(value) for name, value in headers)
