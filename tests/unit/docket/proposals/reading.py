"""Public texts for the tests, read as they are and proposed from."""

from __future__ import annotations

import re
from datetime import date

from tecum.docket.acts.chronology import ClaimValue, Slot
from tecum.docket.proposals import (
    KnownEvent,
    KnownParty,
    Proposal,
    PublicReading,
    Published,
    propose,
)
from tecum.provenance import Page, Sha256
from tecum.reading.text.layout import Layer, Line, Text
from tecum.words import TextFrom

__all__ = ["COUNTY", "WEDNESDAY", "events", "proposed", "reading_of", "value"]

COUNTY = (
    KnownParty(id="county", name="Specimen County"),
    KnownParty(id="city", name="City of Alder"),
)
WEDNESDAY = date(2026, 3, 11)


def reading_of(text: str) -> PublicReading:
    """A text on one page, each line a line, an empty line between paragraphs."""
    lines = []
    block = 1
    for match in re.finditer(r"[^\n]+|\n\n+", text):
        if match[0].startswith("\n"):
            block += 1
        else:
            lines.append(Line(1, *match.span(), match[0], Layer.BODY, block=block))
    page = Page(1, 0, 0, 0, TextFrom.NATIVE, text)
    return PublicReading(Text((page,), tuple(lines)).flow(), Sha256("0" * 64))


def proposed(
    text: str,
    *,
    on: date | None = WEDNESDAY,
    issuer: str | None = None,
    parties: tuple[KnownParty, ...] = COUNTY,
    known: tuple[KnownEvent, ...] = (),
) -> list[Proposal]:
    """What a text proposes."""
    return propose(
        reading_of(text), parties, known, Published(outlet="Ledger", on=on, issuer=issuer)
    )


def events(text: str, **more: object) -> list[Proposal]:
    """What a text proposes as events and claims, without what is folded."""
    return [row for row in proposed(text, **more) if row.apart is None]  # type: ignore[arg-type]


def value(proposal: Proposal, slot: Slot) -> ClaimValue:
    """The value of one slot."""
    found = proposal.slot(slot)
    assert found is not None, proposal
    return found.value
