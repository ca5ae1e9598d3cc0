"""What an office sends and says by message: a demand, an answer, a statement about either.

Each sending is two statements: ``prepared`` fixes what we had, ``submitted`` that we handed it
on, to which address and by which channel. That something was sent is never taken to mean that
it came.

Authority: DOCKET section 3.7, LEDGER section 8.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tecum.docket.voices import may_answer_with
from tecum.errors import UsageError, nearest
from tecum.exchange.desk import Desk, Saying
from tecum.exchange.message import Message, parse
from tecum.ledger.commitment import digest
from tecum.ledger.encodings import to_base64
from tecum.ledger.statement import Statement
from tecum.ledger.vocabulary import TYPES, Type

__all__ = ["Remark", "Sent", "answer_manifest", "remark", "send_answer", "send_demand"]

_CHANNEL = "exchange"
Document = tuple[str, bytes]


@dataclass(frozen=True)
class Sent:
    """A statement of ours and the message that carries it."""

    statement: Statement
    docket: str
    message: bytes


@dataclass(frozen=True)
class Remark:
    """What we say about a statement of either side.

    Attributes:
        about: The hash of that statement.
        documents: Title and bytes of what goes along: a reason, a bounce notice, an objection.
        label: Under which label the first document is committed.
        texts: Label → text to commit.
    """

    type: str
    about: bytes
    codes: tuple[str, ...] = ()
    grade: str | None = None
    on: date | None = None
    channel: str | None = None
    counts: Mapping[str, int] | None = None
    documents: Sequence[Document] = ()
    label: str = "content"
    texts: Mapping[str, str] | None = None


def send_demand(
    desk: Desk,
    documents: Sequence[Document],
    to: str,
    at: datetime,
    *,
    docket: str | None = None,
    items: int | None = None,
    stated: bytes | None = None,
) -> Sent:
    """Fix a demand, hand it on, and write the message that carries it.

    Args:
        to: The address as it is used on the channel.
        docket: Our docket, in base64; a new one where none is named.
        items: How many things it asks for.
        stated: The demand as data; the other side reads the document itself all the same.
    """
    files = _labelled(documents)
    counts = {} if items is None else {"items": items}
    with desk.held():
        own = docket or to_base64(desk.random(32))
        prepared = desk.say(Saying("demand.prepared", counts=counts, files=files), own, at)
        said = Saying(
            "demand.submitted",
            (prepared.hash,),
            _CHANNEL,
            counts=counts,
            values={"addressee": to.encode()},
            files=files,
        )
        found = desk.say(said, own, at)
        raw = desk.message(found, [*files, "addressee"], payloads=documents, stated=stated)
    return Sent(found, own, raw)


def send_answer(
    desk: Desk,
    documents: Sequence[Document],
    to: str,
    at: datetime,
    *,
    about: bytes,
    pages: int,
    withheld: int = 0,
    manifest: bytes | None = None,
    docket: str | None = None,
) -> Sent:
    """Fix an answer's package, hand it on, and write the message that carries it.

    Args:
        about: The hash of the statement by which the demand was sent.
        manifest: The package's manifest; one that lists the files is made where none is given.
    """
    package = manifest or answer_manifest(documents)
    counts = {"documents": len(documents), "pages": pages, "withheld": withheld}
    with desk.held():
        own = docket or _docket(desk, about)
        prepared = desk.say(
            Saying("answer.prepared", (about,), counts=counts, files={"manifest": package}), own, at
        )
        said = Saying(
            "answer.submitted",
            (about, prepared.hash),
            _CHANNEL,
            counts=counts,
            values={"addressee": to.encode()},
            files={"manifest": package},
        )
        found = desk.say(said, own, at)
        raw = desk.message(
            found,
            ["manifest", "addressee"],
            payloads=[("manifest.json", package), *documents],
            in_reply_to=about.hex(),
        )
    return Sent(found, own, raw)


def answer_manifest(documents: Sequence[Document]) -> bytes:
    """The list of an answer's files, in order, with bytes and SHA-256."""
    rows = [
        {"path": title, "bytes": len(data), "sha256": digest(data).hex()}
        for title, data in documents
    ]
    fields = {"schema": "tecum.manifest/1", "files": rows}
    return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()


def remark(desk: Desk, said: Remark, at: datetime, *, docket: str | None = None) -> Sent:
    """State something about a statement of either side, and write the message that tells it.

    What a type must commit to is taken from the message that it is about: who opens or
    acknowledges a demand commits anew to the bytes that came.

    Raises:
        UsageError: no statement has this type, nothing here knows what it is about, or it is
            the other side's word.
    """
    kind = TYPES.get(said.type)
    if kind is None or kind.governance:
        near = nearest(said.type, TYPES)
        raise UsageError(
            f'"{said.type}" is not a type of statement about a demand or an answer.',
            do=f'Did you mean "{near}"?' if near else "See docs/reference/receipts.md.",
            code="exchange.type",
        )
    with desk.held():
        own = docket or _docket(desk, said.about)
        files = _labelled(said.documents, said.label)
        came = _came(desk, said.about)
        if came is not None and not files:
            files = {
                label: data
                for label, data in _bytes_of(came).items()
                if label in kind.commits or (kind.commits and label.startswith("content."))
            }
        _require_parts(kind, said, files)
        _require_own_word(desk, said)
        found = desk.say(
            Saying(
                said.type,
                (said.about,),
                (said.channel or _CHANNEL) if "channel" in kind.needs else None,
                said.grade,
                said.codes,
                said.on,
                (desk.head,) if kind.heads else (),
                said.counts,
                {label: text.encode() for label, text in (said.texts or {}).items()},
                files,
            ),
            own,
            at,
        )
        theirs = desk.statement(said.about) is None
        raw = desk.message(
            found,
            list(found.commits),
            payloads=said.documents,
            in_reply_to=said.about.hex() if theirs else None,
        )
    return Sent(found, own, raw)


def _require_parts(kind: Type, said: Remark, files: Mapping[str, bytes]) -> None:
    """Refuse, by name, what the type must state and nobody gave; before anything is kept."""
    given = {"code": said.codes, "grade": said.grade, "on": said.on}
    absent = [f"its {name}" for name, value in given.items() if name in kind.needs and not value]
    counted = said.counts or {}
    absent += [f"the number of {name}" for name in kind.counts if name not in counted]
    held = {*files, *(said.texts or {})}
    absent += [
        f'a text or file "{one}"'.replace("|", '" or "')
        for one in kind.commits
        if not held & {*one.split("|")}
    ]
    wrong = [code for code in said.codes if kind.codes and code not in kind.codes]
    if absent or wrong:
        near = f" Its codes: {', '.join(sorted(kind.codes))}." if kind.codes else ""
        what = f'"{wrong[0]}" is none of its codes' if wrong else f"it lacks {', '.join(absent)}"
        raise UsageError(
            f"This is not a whole statement of type {said.type}: {what}.",
            do=f"Give what is missing, and nothing that the type does not take.{near}",
            code="exchange.incomplete",
        )


def _require_own_word(desk: Desk, said: Remark) -> None:
    """Refuse what the other side alone can state, e.g. that it received what we sent."""
    own = desk.statement(said.about)
    about = own or desk.theirs(said.about)
    if about is not None and not may_answer_with(said.type, about.type, ours=own is not None):
        raise UsageError(
            f"{said.type} about this {about.type} is the other side's to state.",
            why="A body that states in its own name what the other did proves nothing by it.",
            do="Ask for the other side's own statement and take it in.",
            code="exchange.voice",
        )


def _labelled(documents: Sequence[Document], label: str = "content") -> dict[str, bytes]:
    return {label if n == 1 else f"content.{n}": data for n, (_, data) in enumerate(documents, 1)}


def _docket(desk: Desk, about: bytes) -> str:
    """Our docket for what a statement of either side is about."""
    own = desk.statement(about)
    if own is not None and own.docket:
        return own.docket
    kept = desk.files.read(f"dockets/{about.hex()}")
    if kept is None:
        raise UsageError(
            "No statement of that hash was made or taken in here.",
            do="Take its message in first, or name the docket with --docket.",
            code="exchange.unknown",
        )
    return kept.decode("ascii").strip()


def _came(desk: Desk, about: bytes) -> Message | None:
    raw = desk.files.read(f"taken/{about.hex()}.tecum")
    return None if raw is None else parse(raw)


def _bytes_of(message: Message) -> dict[str, bytes]:
    by_hash = {one.sha256: one.data for one in message.payloads}
    return {one.label: by_hash[one.sha256] for one in message.openings if one.sha256 in by_hash}
