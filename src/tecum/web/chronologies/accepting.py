"""A person's decision on what a document proposes: let it stand, change it first, or reject it.

Nothing enters a chronology but by these acts, each recorded with who did it and by which rule
it was proposed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from tecum.docket.acts import (
    ClaimAsserted,
    ClaimCorrected,
    EventNoted,
    ProposalAccepted,
    ProposalRejected,
)
from tecum.docket.acts.chronology import (
    ClaimValue,
    Distance,
    EventKind,
    RejectionReason,
    Slot,
    Stance,
)
from tecum.docket.entry import Entry, KnownBy
from tecum.docket.parts import Source
from tecum.docket.proposals import PUBLICATION
from tecum.docket.vocabulary import BasisKind, Certainty, DateKind
from tecum.docket.when import When, on
from tecum.errors import UsageError
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.chronologies.documents import DocumentPage, Offered
from tecum.web.chronologies.editing import LONGEST_LABEL
from tecum.web.chronologies.models import PublicDocument
from tecum.web.chronologies.selectors import ChronologyPage
from tecum.web.docket.record import How, record
from tecum.words import Side

__all__ = ["CORRECTS", "NEW", "Edited", "accept", "as_proposed", "reject"]

NEW = "new"
"""The proposal is of an event that does not stand yet."""
CORRECTS = "corrects"
"""The proposal changes what an earlier edition said."""
_QUESTION = "question:"
_LONGEST_QUOTE = 300
_ABOUT_OTHERS = How(known_by=KnownBy.PUBLISHED, side=Side.THIRD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What a person makes of a proposal before it stands.

    Attributes:
        slots: The sides of the event that are claimed, with their values.
        changed: The names of what differs from what was proposed.
    """

    kind: EventKind
    label: str
    by: str
    distance: Distance
    stance: Stance
    slots: Mapping[Slot, ClaimValue]
    changed: tuple[str, ...] = field(default=())


def as_proposed(document: PublicDocument, offered: Offered) -> Edited:
    """A proposal as it stands, nothing changed."""
    proposal = offered.proposal
    by = proposal.asserter.by
    return Edited(
        kind=proposal.kind,
        label=proposal.label[:LONGEST_LABEL],
        by=document.source if by == PUBLICATION else by,
        distance=proposal.distance,
        stance=proposal.stance,
        slots={row.slot: row.value for row in proposal.slots},
    )


def accept(
    actor: Person,
    held: ChronologyPage,
    shown: DocumentPage,
    proposal: str,
    *,
    target: str,
    edited: Edited | None = None,
) -> Entry:
    """Let a proposal stand as claims on a new event, on one that stands, or on a question.

    Args:
        actor: Who saw it.
        held: The chronology.
        shown: The document with its proposals.
        proposal: The proposal's id.
        target: ``new``, the id of an event, ``question:`` and the id of a question, or
            ``corrects`` where an earlier edition is changed.
        edited: What the person changed first; None lets it stand as it is.

    Raises:
        NotFound: the document makes no such proposal, or nothing of that id stands.
        UsageError: nothing is claimed.
        ActRefused: somebody has decided on it meanwhile, or the actor may not.
    """
    offered = shown.named(proposal)
    made = edited or as_proposed(shown.document, offered)
    if not made.slots or not made.by.strip() or not made.label.strip():
        raise UsageError(
            _("Nothing is claimed, or nobody claims it."),
            do=_("Keep at least one side of the event, and name who says it."),
            code="proposal.empty",
        )
    work = _Work(actor, held, shown.document, offered, made)
    with transaction.atomic():
        if target == CORRECTS:
            event, claims = work.correct()
        else:
            event, question = work.target(target)
            claims = [work.claim(slot, event, question) for slot in made.slots]
        act = ProposalAccepted(
            proposal=offered.proposal.id,
            rule=offered.proposal.rules[0],
            event=event,
            claims=tuple(claims),
            edited=made.changed,
        )
        return record(actor, held.chronology.docket_id, act)


def reject(
    actor: Person, held: ChronologyPage, shown: DocumentPage, proposal: str, reason: RejectionReason
) -> Entry:
    """Reject a proposal; the same text does not offer it again."""
    offered = shown.named(proposal)
    act = ProposalRejected(
        proposal=offered.proposal.id, rule=offered.proposal.rules[0], reason=reason
    )
    return record(actor, held.chronology.docket_id, act)


@dataclass(frozen=True)
class _Work:
    """One acceptance: what is recorded on the chronology for it."""

    actor: Person
    held: ChronologyPage
    document: PublicDocument
    offered: Offered
    made: Edited

    def target(self, target: str) -> tuple[str | None, str | None]:
        """The event or the question that the claims are about; a new event is noted."""
        state = self.held.state
        if target.startswith(_QUESTION):
            question = target.removeprefix(_QUESTION)
            if question not in state.questions:
                raise NotFound
            return None, question
        if target != NEW:
            if target not in state.events:
                raise NotFound
            return target, None
        event = f"doc-{self.offered.proposal.id[:16]}"
        parties = {value.party for value in self.made.slots.values() if value.party}
        act = EventNoted(
            event=event,
            kind=self.made.kind,
            label=self.made.label.strip()[:LONGEST_LABEL],
            participants=tuple(sorted(parties)),
        )
        record(self.actor, self.held.chronology.docket_id, act)
        return event, None

    def claim(self, slot: Slot, event: str | None, question: str | None) -> str:
        """Assert one side of the event as the document has it."""
        asserter = self.offered.proposal.asserter
        name = f"doc-{self.offered.proposal.id[:16]}.{slot.value}"
        act = ClaimAsserted(
            claim=name,
            slot=slot,
            value=self.made.slots[slot],
            by=self.made.by.strip(),
            distance=self.made.distance,
            event=event,
            question=question,
            speaking_for=asserter.speaking_for,
            via=asserter.via or self.document.source,
            asserted=self._asserted(),
            certainty=Certainty.REPORTED,
            stance=self.made.stance,
            source=_source(self.document, self.offered, slot),
        )
        record(self.actor, self.held.chronology.docket_id, act, _ABOUT_OTHERS)
        return name

    def correct(self) -> tuple[str | None, list[str]]:
        """Change the claims of the earlier edition; what is new of the event is added to it."""
        before = self.offered.changes
        if before is None or not isinstance(before.act, ProposalAccepted):
            raise NotFound
        state = self.held.state
        by_slot = {state.claims[one].act.slot: one for one in before.act.claims}
        event, claims = before.act.event, []
        for slot, value in self.made.slots.items():
            name = by_slot.get(slot)
            if name is None:
                claims += [] if event is None else [self.claim(slot, event, None)]
                continue
            if state.claims[name].value != value:
                act = ClaimCorrected(
                    claim=name,
                    value=value,
                    asserted=self._asserted(),
                    source=_source(self.document, self.offered, slot),
                )
                record(self.actor, self.held.chronology.docket_id, act, _ABOUT_OTHERS)
            claims.append(name)
        return event, claims

    def _asserted(self) -> When | None:
        return self.offered.proposal.asserted or _said_on(self.document)


def _said_on(document: PublicDocument) -> When | None:
    day = document.updated or document.published
    return None if day is None else on(DateKind.PUBLISHED, day, Certainty.REPORTED)


def _source(document: PublicDocument, offered: Offered, slot: Slot) -> Source:
    """The words that say it, exactly as they stand; no more than 300 characters are kept."""
    row = offered.proposal.slot(slot)
    spans = offered.proposal.spans
    if spans[0].end - spans[0].start > _LONGEST_QUOTE and row is not None and row.spans:
        spans = row.spans
    span = spans[0]
    end = min(span.end, span.start + _LONGEST_QUOTE)
    return Source(
        kind=BasisKind.SPAN,
        document=document.file_sha256,  # type: ignore[arg-type]
        page=span.page,
        start=span.start,
        end=end,
        quote=span.quote[: end - span.start],
        cite=document.source,
    )
