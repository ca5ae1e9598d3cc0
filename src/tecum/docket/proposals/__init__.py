"""Public documents into proposed events and claims: what a story says, for a person to judge."""

from tecum.docket.proposals.body import PublicReading, read_public
from tecum.docket.proposals.matching import known_events_for
from tecum.docket.proposals.model import (
    Apart,
    Asserter,
    KnownEvent,
    KnownParty,
    Proposal,
    ProposedSlot,
    Published,
)
from tecum.docket.proposals.of_thread import (
    known_of_docket,
    known_of_thread,
    parties_of_thread,
)
from tecum.docket.proposals.propose import PUBLICATION, propose

__all__ = [
    "PUBLICATION",
    "Apart",
    "Asserter",
    "KnownEvent",
    "KnownParty",
    "Proposal",
    "ProposedSlot",
    "PublicReading",
    "Published",
    "known_events_for",
    "known_of_docket",
    "known_of_thread",
    "parties_of_thread",
    "propose",
    "read_public",
]
