"""``tecum.message/1``: one file with a signed statement and its documents for another office.

    statement.note      the signed statement; its hash is the message's id
    payload/001.pdf …   the documents, byte for byte
    manifest.json       every file with bytes and SHA-256; salts that open the commitments
    thread              id, what it replies to, SHA-256 of the manifest
    checkpoint          the newest head of the sender's log
    receipt.tlog-proof  where there is one
    data/demand.json    stated by the sender; the recipient still reads the document itself

Nothing of a message runs and nothing of it is rendered.

Authority: DOCKET section 3.7.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tecum.errors import LedgerError
from tecum.exchange.archive import pack_files, unpack_files
from tecum.exchange.errors import NotAMessage
from tecum.ledger.commitment import Opening, digest
from tecum.ledger.encodings import from_base64, to_base64
from tecum.ledger.errors import Malformed
from tecum.ledger.handing import opening_json
from tecum.ledger.statement import Statement
from tecum.worded import worded as _

__all__ = ["SUFFIX", "Listed", "Message", "Payload", "pack", "parse", "payload_name"]

SUFFIX = ".tecum"
MAX_PAYLOADS = 256
_SCHEMA = "tecum.message/1"
_PAYLOAD = re.compile(r"payload/(?!000)[0-9]{3}(?:\.[a-z0-9]{1,8})?", re.ASCII)
_PLACES = {
    "statement.note": 0,
    "manifest.json": 2,
    "thread": 3,
    "checkpoint": 4,
    "receipt.tlog-proof": 5,
    "data/demand.json": 6,
}
_HEX = re.compile(r"[0-9a-f]{64}", re.ASCII)
_MAX_TITLE = 255


@dataclass(frozen=True)
class Payload:
    """One document: its place in the message, what the sender calls it, its bytes."""

    name: str
    title: str
    data: bytes

    @property
    def sha256(self) -> bytes:
        """SHA-256 of the bytes."""
        return digest(self.data)


@dataclass(frozen=True)
class Listed:
    """What the manifest says of one file."""

    name: str
    size: int
    sha256: bytes


@dataclass(frozen=True)
class Message:
    """A message taken apart; its form is right, nothing in it is verified yet.

    Attributes:
        openings: What opens the statement's commitments, in the order of their labels.
        in_reply_to: The id of the message that this one answers.
        checkpoint: The newest head of the sender's log.
        stated: ``data/demand.json`` as the sender states it; nothing vouches for it.
        listed: What the manifest says of every other file.
    """

    raw: bytes
    statement: Statement
    payloads: tuple[Payload, ...]
    openings: tuple[Opening, ...]
    in_reply_to: str | None
    checkpoint: bytes
    receipt: bytes | None
    stated: bytes | None
    listed: tuple[Listed, ...]
    files: Mapping[str, bytes]

    @property
    def id(self) -> str:
        """The statement's hash: fixed by the signature, so that nobody can give it another."""
        return self.statement.hash.hex()

    def opened(self, label: str) -> Opening | None:
        """What opens one commitment."""
        return next((one for one in self.openings if one.label == label), None)


def payload_name(number: int, title: str) -> str:
    """The place of a document; only the kind of its file name comes along.

    >>> payload_name(1, "Übersicht (final).PDF")
    'payload/001.pdf'
    """
    ending = title.rpartition(".")[2].lower() if "." in title else ""
    kind = f".{ending}" if re.fullmatch(r"[a-z0-9]{1,8}", ending, re.ASCII) else ""
    return f"payload/{number:03d}{kind}"


def pack(
    statement: bytes,
    *,
    checkpoint: bytes,
    openings: Sequence[Opening] = (),
    payloads: Sequence[tuple[str, bytes]] = (),
    in_reply_to: str | None = None,
    receipt: bytes | None = None,
    stated: bytes | None = None,
) -> bytes:
    """Write a message; the same parts give the same bytes, always.

    Args:
        statement: The signed statement.
        checkpoint: The newest head of our log.
        openings: What the other side may see of the commitments; it cannot be taken back.
        payloads: Title and bytes of each document, in order.
        in_reply_to: The id of the message that this one answers; the statement refers to it.
        receipt: The statement's receipt, where the log has published it.
        stated: The demand as data, marked as stated by us.

    Raises:
        NotAMessage: what :func:`parse` would refuse.
    """
    if len(payloads) > MAX_PAYLOADS:
        raise NotAMessage("message.count", _("it holds more documents than are taken in"))
    documents = [
        Payload(payload_name(n, title), _printable(title), data)
        for n, (title, data) in enumerate(payloads, 1)
    ]
    beside = [
        ("checkpoint", checkpoint),
        ("receipt.tlog-proof", receipt),
        ("data/demand.json", stated),
    ]
    rest = [(name, data) for name, data in beside if data is not None]
    manifest = _manifest(documents, rest, sorted(openings, key=lambda one: one.label))
    thread = _thread(digest(statement).hex(), in_reply_to, manifest)
    members = [
        ("statement.note", statement),
        *((one.name, one.data) for one in documents),
        ("manifest.json", manifest),
        ("thread", thread),
        *rest,
    ]
    raw = pack_files(members)
    parse(raw)
    return raw


def parse(raw: bytes) -> Message:
    """Take a message apart and refuse whatever is not exactly of the form.

    Raises:
        NotAMessage: a code ``message.…`` for each reason.
    """
    files = unpack_files(raw, _place)
    for name in ("statement.note", "manifest.json", "thread", "checkpoint"):
        if name not in files:
            raise NotAMessage("message.missing", _("{word} is not in it", word=name))
    try:
        statement = Statement.parse(files["statement.note"])
    except Malformed as error:
        raise NotAMessage(
            "message.statement", _("its statement is refused ({reason})", reason=error.code)
        ) from None
    manifest = _read_manifest(files["manifest.json"])
    reply = _read_thread(files["thread"], statement, files["manifest.json"])
    titles = {row["name"]: row.get("title", "") for row in manifest["files"]}
    return Message(
        raw,
        statement,
        tuple(
            Payload(name, titles.get(name, ""), data)
            for name, data in files.items()
            if name.startswith("payload/")
        ),
        _openings(manifest["openings"]),
        reply,
        files["checkpoint"],
        files.get("receipt.tlog-proof"),
        files.get("data/demand.json"),
        tuple(_listed(row) for row in manifest["files"]),
        files,
    )


def _printable(title: str) -> str:
    """A file's own name as text that any reader takes."""
    return title.encode("utf-8", "replace").decode()[:_MAX_TITLE]


def _place(name: str) -> tuple[int, str] | None:
    if _PAYLOAD.fullmatch(name):
        return 1, name
    return (_PLACES[name], "") if name in _PLACES else None


def _manifest(
    documents: Sequence[Payload], rest: Sequence[tuple[str, bytes]], openings: Sequence[Opening]
) -> bytes:
    rows: list[dict[str, object]] = [
        {**_row(one.name, one.data), **({"title": one.title} if one.title else {})}
        for one in documents
    ]
    rows += [_row(name, data) for name, data in rest]
    for row in rows:
        if row["name"] == "data/demand.json":
            row["stated_by"] = "sender"
    fields = {
        "schema": _SCHEMA,
        "files": rows,
        "openings": [opening_json(one) for one in openings],
    }
    return _canonical(fields)


def _row(name: str, data: bytes) -> dict[str, object]:
    return {"name": name, "bytes": len(data), "sha256": to_base64(digest(data))}


def _canonical(fields: object) -> bytes:
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode() + b"\n"


def _read_manifest(raw: bytes) -> dict[str, Any]:
    """The manifest, if it is JSON in our one form; other members are refused with it."""
    try:
        fields = json.loads(raw.decode("utf-8"))
        again = _canonical(fields)
    except (ValueError, RecursionError):
        raise NotAMessage("message.manifest", _("its manifest is not JSON")) from None
    if (
        again != raw
        or not isinstance(fields, dict)
        or set(fields) != {"schema", "files", "openings"}
        or fields["schema"] != _SCHEMA
        or not isinstance(fields["files"], list)
        or not isinstance(fields["openings"], list)
        or not all(_is_row(row) for row in fields["files"])
    ):
        raise NotAMessage("message.manifest", _("its manifest is not in the one form"))
    return fields


def _is_row(row: object) -> bool:
    if not isinstance(row, dict) or not {"name", "bytes", "sha256"} <= row.keys():
        return False
    allowed = {"name", "bytes", "sha256"}
    name = row["name"]
    if not isinstance(name, str) or _place(name) is None:
        return False
    if name.startswith("payload/"):
        allowed.add("title")
    if name == "data/demand.json":
        allowed.add("stated_by")
    return (
        row.keys() <= allowed
        and type(row["bytes"]) is int
        and isinstance(row["sha256"], str)
        and isinstance(row.get("title", ""), str)
        and len(row.get("title", "")) <= _MAX_TITLE
        and (name != "data/demand.json" or row.get("stated_by") == "sender")
    )


def _listed(row: Mapping[str, Any]) -> Listed:
    try:
        return Listed(row["name"], row["bytes"], from_base64(row["sha256"]))
    except Malformed:
        raise NotAMessage("message.manifest", _("a hash in its manifest is no hash")) from None


def _openings(rows: Sequence[object]) -> tuple[Opening, ...]:
    try:
        found = tuple(Opening.read(row) for row in rows)
    except LedgerError:
        raise NotAMessage(
            "message.manifest", _("an opening in its manifest is no opening")
        ) from None
    labels = [one.label for one in found]
    if labels != sorted(set(labels)) or [opening_json(one) for one in found] != list(rows):
        raise NotAMessage("message.manifest", _("its openings do not stand once each, in order"))
    return found


def _thread(message: str, reply: str | None, manifest: bytes) -> bytes:
    rows = [_SCHEMA, f"id {message}"]
    rows += [] if reply is None else [f"re {reply}"]
    return "\n".join([*rows, f"manifest {digest(manifest).hex()}", ""]).encode()


def _read_thread(raw: bytes, statement: Statement, manifest: bytes) -> str | None:
    """The message replied to; id, reply and manifest must be those that the rest says."""
    found = re.search(rb"\nre ([0-9a-f]{64})\n", raw)
    reply = found[1].decode() if found else None
    if raw != _thread(statement.hash.hex(), reply, manifest):
        raise NotAMessage(
            "message.thread", _("its thread does not name this statement and manifest")
        )
    refs = {from_base64(ref).hex() for ref in statement.lines.get("ref", ())}
    if reply is not None and (not _HEX.fullmatch(reply) or reply not in refs):
        raise NotAMessage(
            "message.thread", _("it says that it replies to what its statement does not refer to")
        )
    return reply
