"""The properties of an Outlook message and how they become an ordinary one.

``.msg`` files and ``winmail.dat`` store the same properties in different wrappings; both are
turned into a MIME message, so that one walk reads every mail.

Authority: [MS-OXPROPS]; [MS-OXCMSG] 2.2; [MS-OXBBODY] 2.1.3 (which body is the best).
"""

from __future__ import annotations

import base64
import struct
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import policy
from email.errors import MessageError
from email.header import Header
from email.message import Message
from email.parser import HeaderParser
from email.utils import format_datetime, formataddr

from tecum.reading.files.rtf import html_inside, rich_rows
from tecum.reading.files.rtf_tokens import BadRtf
from tecum.reading.mail.lzfu import BadRichText, expand
from tecum.reading.text.plain import decode

__all__ = ["Bag", "Enclosed", "HeldPart", "message_of"]

STRING8, STRING, BINARY, OBJECT = 0x001E, 0x001F, 0x0102, 0x000D
CLASS, SUBJECT, HEADERS, SENT, DELIVERED = 0x001A, 0x0037, 0x007D, 0x0039, 0x0E06
SENDER_NAME, SENDER_ADDRESS, SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
SHOWN_TO, SHOWN_CC = 0x0E04, 0x0E03
BODY, RICH, HTML = 0x1000, 0x1009, 0x1013
MESSAGE_ID, REFERENCES, REPLY_TO_ID = 0x1035, 0x1039, 0x1042
CODEPAGE, INTERNET_CODEPAGE = 0x3FFD, 0x3FDE
CONTENT, SHORT_NAME, METHOD, LONG_NAME, MIME_TYPE = 0x3701, 0x3704, 0x3705, 0x3707, 0x370E
NAME, SMTP = 0x3001, 0x39FE

_CODEPAGES = {
    65001: "utf-8", 65000: "utf-7", 1200: "utf-16-le", 1201: "utf-16-be", 20127: "cp1252",
    28591: "cp1252", 10000: "mac_roman", 20866: "koi8-r", 21866: "koi8-u", 50220: "iso2022_jp",
    50221: "iso2022_jp", 50222: "iso2022_jp", 50225: "iso2022_kr", 51932: "euc_jp",
    51949: "euc_kr", 52936: "hz", 54936: "gb18030", 936: "gb18030", 949: "cp949", 950: "cp950",
}  # fmt: skip
_FROM_BODY = frozenset(("content-type", "content-transfer-encoding", "mime-version"))
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


class HeldPart(Message):
    """A part whose content is held as bytes, so that it need not be encoded and decoded."""

    content: bytes | None = None

    def get_payload(self, i: int | None = None, decode: bool = False) -> object:  # type: ignore[override]
        """The content itself where it is held, else what any message gives."""
        if self.content is not None:
            return self.content if decode else base64.encodebytes(self.content).decode("ascii")
        given: object = super().get_payload(i, decode)  # type: ignore[call-overload]
        return given


@dataclass
class Bag:
    """The properties of one object: id to type and bytes."""

    values: dict[int, tuple[int, bytes]] = field(default_factory=dict)
    warnings: set[str] = field(default_factory=set)
    outer: str = "cp1252"

    def raw(self, name: int) -> bytes | None:
        """The bytes of a property."""
        found = self.values.get(name)
        return None if found is None else found[1]

    def number(self, name: int) -> int | None:
        """A whole number, or None."""
        content = self.raw(name)
        return (
            None
            if content is None or len(content) < 4
            else int(struct.unpack_from("<I", content)[0])
        )

    def codepage(self, *names: int) -> str:
        """The charset of the 8-bit texts; that of the enclosing message where none is stated."""
        for name in names:
            number = self.number(name)
            if number:
                return _CODEPAGES.get(number, f"cp{number}")
        return self.outer

    def text(self, name: int) -> str | None:
        """A text property, whatever its form; a wrong or unknown charset is a warning."""
        found = self.values.get(name)
        if found is None:
            return None
        form, content = found
        if form == STRING:
            return content.decode("utf-16-le", "replace").rstrip("\x00")
        pages = (INTERNET_CODEPAGE, CODEPAGE) if name in (BODY, HTML) else (CODEPAGE,)
        text, warnings = decode(content.rstrip(b"\x00"), self.codepage(*pages))
        self.warnings.update(warnings)
        return text

    def instant(self, name: int) -> datetime | None:
        """An instant, in UTC."""
        content = self.raw(name)
        if content is None or len(content) < 8:
            return None
        try:
            return _EPOCH + timedelta(microseconds=struct.unpack_from("<Q", content)[0] // 10)
        except OverflowError:
            return None


@dataclass
class Enclosed:
    """An attachment: its properties, and its bytes or the message that it is."""

    bag: Bag
    content: bytes = b""
    message: Message | None = None

    @property
    def name(self) -> str | None:
        """The name it came with, the long one before the short."""
        return self.bag.text(LONG_NAME) or self.bag.text(SHORT_NAME) or self.bag.text(NAME)


def message_of(bag: Bag, people: Iterable[Bag], enclosed: Iterable[Enclosed]) -> Message:
    """The message that the properties describe, with its headers, wordings and attachments."""
    made = HeldPart(policy=policy.compat32)
    for name, value in _headers(bag, list(people)):
        made[name] = value
    made["MIME-Version"] = "1.0"
    made["Content-Type"] = "multipart/mixed"
    made.set_payload([])
    plain, html = _wordings(bag)
    if plain is not None and html is not None:
        both = HeldPart()
        both["Content-Type"] = "multipart/alternative"
        both.set_payload([_text(plain, "plain"), _text(html, "html")])
        made.attach(both)
    elif plain is not None or html is not None:
        made.attach(_text(plain, "plain") if plain is not None else _text(html or "", "html"))
    for row in enclosed:
        made.attach(_part(row))
        bag.warnings |= row.bag.warnings
    return made


def _headers(bag: Bag, people: list[Bag]) -> list[tuple[str, str]]:
    """The headers that came over the network, and those that only the properties hold."""
    found: list[tuple[str, str]] = []
    transport = bag.text(HEADERS)
    if transport:
        parsed = HeaderParser(policy=policy.compat32).parsestr(transport.replace("\x00", ""))
        rows = [(str(n), " ".join(str(v).split())) for n, v in parsed.raw_items()][:2000]
        found = [(n, v) for n, v in rows if n.lower() not in _FROM_BODY]
        found += [("X-Transport-Content-Type", v) for n, v in rows if n.lower() == "content-type"]
    have = {name.lower() for name, _ in found}
    for name, value in _own_headers(bag, people):
        if value and name.lower() not in have:
            found.append((name, value))
    return found


def _own_headers(bag: Bag, people: list[Bag]) -> list[tuple[str, str | None]]:
    sent = bag.instant(SENT) or bag.instant(DELIVERED)
    address = bag.text(SENDER_SMTP) or bag.text(SENDER_ADDRESS) or ""
    name = _one_line(bag.text(SENDER_NAME) or "")
    to = [_addressed(row) for row in people[:200]]
    return [
        ("From", _address(name, address)),
        ("To", ", ".join(row for row in to if row) or _one_line(bag.text(SHOWN_TO) or "")),
        ("Cc", _one_line(bag.text(SHOWN_CC) or "")),
        ("Subject", _one_line(bag.text(SUBJECT) or "")),
        ("Date", format_datetime(sent) if sent else None),
        ("Message-ID", _one_line(bag.text(MESSAGE_ID) or "")),
        ("In-Reply-To", _one_line(bag.text(REPLY_TO_ID) or "")),
        ("References", _one_line(bag.text(REFERENCES) or "")),
        ("X-Message-Class", _one_line(bag.text(CLASS) or "")),
    ]


def _one_line(text: str) -> str:
    return " ".join(text.split())[:5000]


def _address(name: str, address: str) -> str:
    address = _one_line(address)
    if "@" not in address:
        return name or address
    try:
        return formataddr((name, address)) if name.isascii() else f'"{name}" <{address}>'
    except (UnicodeError, MessageError):
        return address


def _addressed(bag: Bag) -> str:
    return _address(_one_line(bag.text(NAME) or ""), bag.text(SMTP) or bag.text(0x3003) or "")


def _wordings(bag: Bag) -> tuple[str | None, str | None]:
    """The plain and the HTML wording; the rich one stands in for what is missing."""
    plain, html = bag.text(BODY), bag.text(HTML)
    rich = bag.raw(RICH)
    if rich is not None and (not html or not plain):
        try:
            content = expand(rich)
            html = html or html_inside(content)
            if not html and not plain:
                rows, _, warnings, _ = rich_rows(content)
                bag.warnings |= warnings
                plain = "\n".join(row[0] for row in rows)
        except (BadRichText, BadRtf):
            bag.warnings.add("part_damaged")
    return plain or None, html or None


def _text(text: str, kind: str) -> Message:
    part = HeldPart()
    part["Content-Type"] = f'text/{kind}; charset="utf-8"'
    part["Content-Transfer-Encoding"] = "base64"
    content = text.encode("utf-8", "replace")
    part.content = content
    part.set_payload("")
    return part


def _part(row: Enclosed) -> Message:
    part = HeldPart()
    name = row.name
    if row.message is not None:
        part["Content-Type"] = "message/rfc822"
        part["Content-Disposition"] = "attachment"
        part.set_payload([row.message])
        return part
    kind = _one_line(row.bag.text(MIME_TYPE) or "")
    part["Content-Type"] = (
        kind if kind.count("/") == 1 and kind.isascii() else "application/octet-stream"
    )
    part.add_header("Content-Disposition", "attachment")
    if name:
        part.set_param("filename", _file_name(name), "Content-Disposition")
    part["Content-Transfer-Encoding"] = "base64"
    part.content = row.content
    part.set_payload("")
    return part


def _file_name(name: str) -> str:
    name = _one_line(name)[:255]
    return name if name.isascii() else Header(name, "utf-8", maxlinelen=10_000).encode()
