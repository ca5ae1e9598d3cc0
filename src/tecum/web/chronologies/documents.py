"""Public documents read for a chronology: taken in, and what they propose to a person.

The text goes nowhere but to the people who write on the chronology. The same text again adds
nothing; another edition of it is a source of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext as _

from tecum.clock import now
from tecum.docket.acts import ProposalAccepted, ProposalRejected
from tecum.docket.entry import Entry
from tecum.docket.proposals import (
    KnownEvent,
    KnownParty,
    Proposal,
    PublicReading,
    Published,
    known_events_for,
    known_of_docket,
    parties_of_thread,
    propose,
    read_public,
)
from tecum.errors import UsageError
from tecum.provenance import Sha256
from tecum.reading.limits import default_limits
from tecum.reading.open import open_document
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import require
from tecum.web.accounts.selectors import everybody, profile
from tecum.web.chronologies.kept_text import keep_text, kept_text
from tecum.web.chronologies.models import Chronology, PublicDocument
from tecum.web.chronologies.selectors import ChronologyPage

__all__ = [
    "Considered",
    "DocumentPage",
    "Offered",
    "Told",
    "accepted_from",
    "document_page",
    "documents_of",
    "parties_of",
    "take_in_document",
    "tell_more",
]

_MOST_BYTES = 5_000_000
_MOST_PAGES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a person says of a document."""

    outlet: str
    headline: str = ""
    url: str = ""
    published: date | None = None
    updated: date | None = None
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class Considered:
    """How a person decided on a proposal: accepted with its event and claims, or rejected."""

    entry: Entry
    act: ProposalAccepted | ProposalRejected
    person: str

    @property
    def is_accepted(self) -> bool:
        """Whether it stands."""
        return isinstance(self.act, ProposalAccepted)


@dataclass(frozen=True, slots=True)
class Offered:
    """A proposal as it stands with the office.

    Attributes:
        number: Its place in the text, from 1.
        considered: How it was decided, None while it waits.
        changes: The claims of an earlier edition that it changes, by slot.
    """

    proposal: Proposal
    number: int
    considered: Considered | None
    changes: Considered | None = None

    @property
    def waits(self) -> bool:
        """Whether nobody has decided on it yet."""
        return self.considered is None


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document with its proposals in the order of the text."""

    document: PublicDocument
    reading: PublicReading
    offered: tuple[Offered, ...]
    events: tuple[KnownEvent, ...]

    @property
    def waiting(self) -> tuple[Offered, ...]:
        """The events and claims that wait for a person."""
        return tuple(row for row in self.offered if row.waits and row.proposal.apart is None)

    @property
    def apart(self) -> tuple[Offered, ...]:
        """What is no event: predictions, opinions, statistics."""
        return tuple(row for row in self.offered if row.waits and row.proposal.apart is not None)

    @property
    def done(self) -> tuple[Offered, ...]:
        """What was decided."""
        return tuple(row for row in self.offered if not row.waits)

    def named(self, proposal: str) -> Offered:
        """The proposal of this id.

        Raises:
            NotFound: the document makes no such proposal.
        """
        for row in self.offered:
            if row.proposal.id == proposal:
                return row
        raise NotFound


def take_in_document(
    actor: Person, row: Chronology, content: bytes, name: str, told: Told
) -> PublicDocument:
    """Read a document for a chronology; the same text again gives the one that is there.

    Raises:
        UsageError: nobody is named as publishing it, it is too large, or has no text.
        NotPermitted: the actor's role records no claims.
    """
    require(actor, "claim-asserted", None)
    _check(told)
    if not content.strip() or len(content) > _MOST_BYTES:
        raise UsageError(
            _("There is no text, or the file is larger than 5 MB."),
            do=_("Paste the text, or give a saved page or a PDF."),
            code="document.size",
        )
    opened = open_document(content, name, limits=default_limits().with_(pages=_MOST_PAGES))
    reading = read_public(opened)
    if reading is None:
        raise UsageError(
            _("No text could be read from the file."),
            why=opened.reason,
            do=_("Paste the text instead."),
            code="document.no-text",
        )
    known = row.documents.filter(text_sha256=reading.sha256).first()
    if known is not None:
        return known
    earlier = row.documents.filter(url=told.url).order_by("-read_at").first() if told.url else None
    return row.documents.create(
        uid=hashlib.sha256(f"{row.thread}\n{reading.sha256}".encode()).hexdigest()[:12],
        text_sha256=reading.sha256,
        file_sha256=hashlib.sha256(content).hexdigest(),
        content=keep_text(reading),
        edition_of=earlier,
        read_at=now(),
        **_columns(told),
    )


def tell_more(actor: Person, document: PublicDocument, told: Told) -> None:
    """Say who publishes a document, when, and whose own it is; its proposals follow.

    Raises:
        UsageError: nobody is named as publishing it.
    """
    require(actor, "claim-asserted", None)
    _check(told)
    for name, value in _columns(told).items():
        setattr(document, name, value)
    document.save()


def _check(told: Told) -> None:
    if not told.outlet.strip():
        raise UsageError(
            _("Nobody is named who publishes it."),
            do=_("Name the publication, or the body that gives it out."),
            code="document.outlet",
        )


def _columns(told: Told) -> dict[str, object]:
    return {
        "outlet": told.outlet.strip()[:200],
        "headline": told.headline.strip()[:300],
        "url": told.url.strip()[:500],
        "published": told.published,
        "updated": told.updated,
        "issuer": told.issuer.strip()[:200],
    }


def documents_of(held: ChronologyPage) -> list[tuple[PublicDocument, int]]:
    """The documents of a chronology, each with how many of its proposals wait."""
    rows = held.chronology.documents.order_by("read_at", "pk")
    return [(row, len(document_page(held, row.uid).waiting)) for row in rows]


def document_page(held: ChronologyPage, uid: str) -> DocumentPage:
    """One document with its proposals, and how each was decided.

    Raises:
        NotFound: the chronology has no such document.
    """
    document = held.chronology.documents.filter(uid=uid).select_related("edition_of").first()
    if document is None:
        raise NotFound
    reading = _kept(bytes(document.content))
    events = known_of_docket(held.state)
    parties = parties_of(held)
    found = [
        replace(row, known=known_events_for(row, events)) if row.apart is None else row
        for row in _proposed(reading, parties, _published(document))
    ]
    people = {row.public_id: str(row.name) for row in everybody()}
    considered = {one: _considered(held, one, people) for one in held.state.considered}
    before = _before(document.edition_of, parties, considered)
    offered = tuple(
        _offer(row, number, considered, before, bool(document.edition_of))
        for number, row in enumerate(found, 1)
    )
    return DocumentPage(document, reading, offered, events)


def accepted_from(held: ChronologyPage) -> dict[str, Considered]:
    """Claim id → the proposal that a person accepted it from."""
    people = {row.public_id: str(row.name) for row in everybody()}
    found: dict[str, Considered] = {}
    for one in held.state.considered:
        decided = _considered(held, one, people)
        if isinstance(decided.act, ProposalAccepted):
            found.update(dict.fromkeys(decided.act.claims, decided))
    return found


def _considered(held: ChronologyPage, proposal: str, people: dict[str, str]) -> Considered:
    entry = held.state.entries[held.state.considered[proposal]]
    assert isinstance(entry.act, ProposalAccepted | ProposalRejected)
    return Considered(entry, entry.act, people.get(str(entry.actor.person), ""))


def parties_of(held: ChronologyPage) -> tuple[KnownParty, ...]:
    """The chronology's parties and the office itself."""
    own = profile()
    office = KnownParty(id="office", name=own.name, names=own.aliases)
    return (*parties_of_thread(held.file), office)


def _published(document: PublicDocument) -> Published:
    return Published(
        outlet=document.outlet,
        on=document.published,
        updated=document.updated,
        url=document.url or None,
        issuer=document.issuer or None,
    )


@lru_cache(maxsize=32)
def _kept(content: bytes) -> PublicReading:
    return kept_text(content)


_MADE: dict[tuple[object, ...], list[Proposal]] = {}
_MOST_MADE = 32


def _proposed(
    reading: PublicReading, parties: Sequence[KnownParty], published: Published
) -> list[Proposal]:
    """The proposals of a text, kept while nothing that they are made from has changed."""
    key = (reading.sha256, reading.file, tuple(parties), published)
    if key not in _MADE:
        while len(_MADE) >= _MOST_MADE:
            del _MADE[next(iter(_MADE))]
        _MADE[key] = propose(reading, parties, (), published)
    return _MADE[key]


@dataclass(frozen=True, slots=True)
class _Before:
    """A proposal of the earlier edition, and how it was decided."""

    proposal: Proposal
    considered: Considered


def _before(
    earlier: PublicDocument | None,
    parties: Sequence[KnownParty],
    considered: dict[str, Considered],
) -> list[_Before]:
    if earlier is None:
        return []
    found = _proposed(_kept(bytes(earlier.content)), parties, _published(earlier))
    return [_Before(row, considered[row.id]) for row in found if row.id in considered]


def _offer(
    proposal: Proposal,
    number: int,
    considered: dict[str, Considered],
    before: Iterable[_Before],
    is_edition: bool,
) -> Offered:
    """What an earlier edition said word for word was decided there; what it says anew waits."""
    decided = considered.get(Sha256(proposal.id))
    if decided is None and is_edition:
        same = [row for row in before if _is_unchanged(row.proposal, proposal)]
        decided = same[0].considered if same else None
    changes = None
    if decided is None:
        changed = [row for row in before if _is_changed(row, proposal)]
        changes = changed[0].considered if len(changed) == 1 else None
    return Offered(proposal, number, decided, changes)


def _is_unchanged(one: Proposal, other: Proposal) -> bool:
    return one.rules[0] == other.rules[0] and one.label == other.label


def _is_changed(row: _Before, proposal: Proposal) -> bool:
    """Whether the same asserter says of the same sort of event something else than before."""
    one = row.proposal
    same = one.kind is proposal.kind and one.asserter.by == proposal.asserter.by
    slots = {slot.slot for slot in one.slots} & {slot.slot for slot in proposal.slots}
    return row.considered.is_accepted and same and len(slots) > 1 and one.apart is proposal.apart
