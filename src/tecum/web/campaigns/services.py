"""Campaigns of others, as far as public sources show them: who was asked, who was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.docket.acts import Act, CampaignOpened, RecipientAdded, RecipientExcluded
from tecum.docket.acts.campaign import ExclusionReason, SlotValue
from tecum.docket.chronology.model import Thread
from tecum.docket.entry import DocketKind, KnownBy, Source
from tecum.docket.parts import ItemAsked, Label
from tecum.docket.vocabulary import BasisKind
from tecum.web.accounts.models import Person
from tecum.web.docket.record import How, new_docket_id, record
from tecum.words import Side

__all__ = ["open_campaign_of"]

_AWARD = "award"


def open_campaign_of(actor: Person, thread: Thread) -> str | None:
    """Open the campaign that a thread tells of; None where it names no recipients.

    What no source says stays empty on the board; who was left out stands there with the
    reason as stated.
    """
    if not thread.recipients:
        return None
    docket = new_docket_id()
    how = How(known_by=KnownBy.PUBLISHED, side=Side.THIRD)
    for act in _acts(thread):
        record(actor, docket, act, how, opens=DocketKind.CAMPAIGN)
    return docket


def _acts(thread: Thread) -> Iterator[Act]:
    demand = next(iter(thread.demands), None)
    awards = {row["id"]: row["grant"] for row in thread.rows.get("recipient", ()) if "grant" in row}
    items = demand.items if demand is not None else ()
    yield CampaignOpened(
        title=thread.title,
        side=Side.THEIRS,
        slots=(_AWARD,) if awards else (),
        items=tuple(
            ItemAsked(label=Label(row.label), text=row.text, category=row.category) for row in items
        ),
        due=demand.due.day if demand is not None and demand.due is not None else None,
    )
    for row in thread.recipients:
        award = awards.get(row.id)
        yield RecipientAdded(
            recipient=row.id,
            name=row.name,
            previous_round=row.prior,
            slots=() if award is None else (SlotValue(slot=_AWARD, value=award),),
        )
    left = [(name, group) for group in thread.left_out for name in group.names]
    for n, (name, group) in enumerate(left, 1):
        known = next((row.id for row in thread.recipients if row.name == name), None)
        recipient = known or f"x{n:02d}"
        if known is None:
            yield RecipientAdded(recipient=recipient, name=name)
        yield RecipientExcluded(
            recipient=recipient,
            reason=_reason(group.reason_stated),
            source=Source(
                kind=BasisKind.PUBLICATION,
                cite=group.by or ", ".join(group.sources) or group.certainty_note,
            ),
        )


def _reason(stated: str | None) -> ExclusionReason:
    """The reason as stated; none stated stays that."""
    if not stated or re.match(r"none\b", stated):
        return ExclusionReason.NONE_SEEN
    word = stated.split(",")[0].strip().lower().replace(" ", "_")
    if word in set(ExclusionReason):
        return ExclusionReason(word)
    return ExclusionReason.OTHER
