"""The walk through a message's parts: what is text, what is a part, what is only listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from email import policy
from email.errors import MessageError
from email.message import Message
from email.parser import BytesParser
from typing import Any

from tecum.reading.files import cms
from tecum.reading.files.markup import TooManyMarks, html_lines
from tecum.reading.mail.encoded import taken_out
from tecum.reading.mail.subject import decoded_words
from tecum.reading.text.layout import Layer
from tecum.reading.text.plain import decode, normalised
from tecum.words import ReadingWarning

__all__ = ["Walk"]

_SIGNATURES = frozenset(
    ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
)
_WRAPPED = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime"))
_LISTED = frozenset(("message/partial", "message/external-body"))
_PGP = b"-----BEGIN PGP MESSAGE-----"
_ARMOUR = (
    "-----BEGIN PGP SIGNED MESSAGE-----",
    "-----BEGIN PGP SIGNATURE-----",
    "-----END PGP SIGNATURE-----",
)


class Walk:
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
        self.locked = False

    def walk(self, message: Message, depth: int, role: str = "attachment") -> None:
        """Take one MIME part, and what is inside it."""
        if depth > int(self._wanted["mail_depth"]):
            self.over = "mail_depth"
            return
        kind = message.get_content_type()
        if kind == "multipart/alternative":
            self._alternative(message, depth)
        elif kind == "multipart/encrypted":
            self.locked = True
            self._locked(message)
        elif kind in _WRAPPED:
            self._wrapped(message, kind, depth, role)
        elif kind in _LISTED:
            self._keep(_bytes_of(message), _filename(message), kind, "listed")
        elif kind in _SIGNATURES:
            self._attachment(message, kind, "signature")
        elif kind in ("message/rfc822", "text/rfc822-headers"):
            self._message(message, role)
        elif kind in ("message/delivery-status", "message/disposition-notification"):
            self._attachment(message, kind, role)
        elif message.is_multipart():
            inner = message.get_payload()
            report = kind == "multipart/report"
            if report:
                self.hints["report_type"] = _parameter(message, "report-type")[:60]
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
        return message.get_content_disposition() != "attachment" and not _filename(message)

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
                rows, links = self._shown(html)
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
        text, warnings = decode(payload if isinstance(payload, bytes) else b"", _charset(message))
        self.warnings.update(warnings)
        return text

    def _plain(self, message: Message) -> str:
        """A plain wording without the files that are written into it."""
        payload = message.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
        content, written = taken_out(content)
        for file in written:
            if not file.whole:
                self.warnings.add(ReadingWarning.PART_DAMAGED)
            self._keep(file.content, file.name, "", "attachment")
        if _PGP in content:
            self.locked = True
            start = content.index(_PGP)
            self._keep(content[start:], None, "application/pgp-encrypted", "attachment")
            content = content[:start]
        text, warnings = decode(content, _charset(message))
        self.warnings.update(warnings)
        return _without_armour(text)

    def _body(self, message: Message, kind: str) -> None:
        if kind == "text/html":
            rows, links = self._shown(message)
            self.links.extend(links)
            if any(layer is Layer.HIDDEN for _, layer in rows):
                self.warnings.add(ReadingWarning.HIDDEN_TEXT)
        else:
            text = self._plain(message)
            flowed = _parameter(message, "format") == "flowed"
            rows = [(line, Layer.BODY) for line in _unflowed(normalised(text), flowed)]
        if self.rows and rows:
            self.rows.append(("", Layer.BODY))
        self.rows.extend(rows)

    def _shown(self, message: Message) -> tuple[list[tuple[str, Layer]], list[tuple[str, str]]]:
        """The lines of a rich wording; one of too many marks is refused with its mail."""
        try:
            return html_lines(self._text(message))
        except TooManyMarks:
            self.over = "marks"
            return [], []

    def _locked(self, message: Message) -> None:
        """What is encrypted to a person's key: listed, never opened."""
        inner = message.get_payload()
        for part in inner if isinstance(inner, list) else []:
            if isinstance(part, Message) and part.get_content_type() == "application/octet-stream":
                self._keep(_content(part), None, "application/pgp-encrypted", "attachment")

    def _wrapped(self, message: Message, kind: str, depth: int, role: str) -> None:
        """An S/MIME part: what is signed is shown, what is encrypted is listed."""
        content = _content(message)
        inside = cms.signed_content(content)
        if inside is None:
            if cms.content_type_of(content) in (cms.ENVELOPED, cms.AUTH_ENVELOPED):
                self.locked = True
            self._attachment(message, kind, role)
            return
        self.hints["signed"] = "smime"
        try:
            parsed = BytesParser(_class=Message, policy=policy.compat32).parsebytes(inside)
        except RecursionError:
            self.over = "mail_depth"
            return
        self.walk(parsed, depth + 1, role)

    def _message(self, message: Message, role: str) -> None:
        kept = "returned" if role == "returned" else "message"
        self._keep(_enclosed_message(message), _filename(message), "message/rfc822", kept)

    def _attachment(self, message: Message, kind: str, role: str) -> None:
        if kind in ("message/delivery-status", "message/disposition-notification"):
            role = "delivery_status"
            self._keep(_bytes_of(message), _filename(message), kind, role)
            return
        self._keep(_content(message), _filename(message), kind, role)

    def _keep(self, content: bytes, name: str | None, kind: str, role: str) -> None:
        if len(self.children) >= int(self._wanted["parts"]):
            self.over = "parts"
            return
        self.children.append(
            {
                "name": None if name is None else normalised(decoded_words(name))[:255],
                "declared": kind[:100],
                "role": role,
                "blob": len(self.blobs),
            }
        )
        self.blobs.append(content)


_ODD = (ValueError, LookupError, TypeError, AttributeError)


def _filename(message: Message) -> str | None:
    """The name of a part; one that cannot be decoded is no name."""
    try:
        return message.get_filename()
    except _ODD:
        return None


def _charset(message: Message) -> str | None:
    try:
        return message.get_content_charset()
    except _ODD:
        return None


def _parameter(message: Message, name: str) -> str:
    try:
        value = message.get_param(name)
    except _ODD:
        return ""
    return value if isinstance(value, str) else ""


def _content(message: Message) -> bytes:
    payload = message.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _bytes_of(message: Message) -> bytes:
    """The content of a part that the parser took for messages."""
    inner = message.get_payload()
    if not isinstance(inner, list):
        return _content(message)
    return b"\n".join(_flat(part) for part in inner if isinstance(part, Message))


def _flat(message: Message) -> bytes:
    """A message as bytes; headers that cannot be written again are left out."""
    try:
        return message.as_bytes(policy=policy.compat32.clone(max_line_length=0))
    except (MessageError, UnicodeError, LookupError, ValueError, TypeError, AttributeError):
        return _content(message)


def _enclosed_message(message: Message) -> bytes:
    inner = message.get_payload()
    if isinstance(inner, list) and inner and isinstance(inner[0], Message):
        return _flat(inner[0])
    return _content(message)


def _without_armour(text: str) -> str:
    """A text signed in the clear, without the signature's own lines.

    Authority: RFC 9580, 7 (cleartext signature framework).
    """
    if _ARMOUR[0] not in text:
        return text
    before, _, after = text.partition(_ARMOUR[0])
    head, blank, said = after.replace("\r\n", "\n").partition("\n\n")
    said = said if blank else head
    signed, _, rest = said.partition(_ARMOUR[1])
    rest = rest.partition(_ARMOUR[2])[2]
    lines = [line.removeprefix("- ") for line in signed.split("\n")]
    return before + "\n".join(lines) + rest


def _first_html(message: Message) -> Message | None:
    for part in message.walk():
        if part.get_content_type() == "text/html":
            return part
    return None


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
