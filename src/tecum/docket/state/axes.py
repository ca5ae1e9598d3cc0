"""The words of the axes on which a docket's things stand (DOCKET 1.6)."""

from __future__ import annotations

from enum import unique

from tecum.words import Word

__all__ = [
    "About",
    "ArrivalStep",
    "Asked",
    "Compelled",
    "Decided",
    "DemandStep",
    "DispatchStep",
    "FieldState",
    "MeasureStep",
    "ObligationOrigin",
    "ObligationStep",
    "OrderStep",
    "Records",
]


@unique
class ArrivalStep(Word):
    """How far an arrival has come."""

    RECEIVED = "received"
    QUARANTINED = "quarantined"
    READ = "read"
    DISMISSED = "dismissed"
    FILED = "filed"


@unique
class FieldState(Word):
    """What a person has made of a read field."""

    READ = "read"
    CHECKED = "checked"
    EDITED = "edited"
    UNKNOWN = "unknown"


@unique
class DemandStep(Word):
    """Where a demand stands as a whole."""

    DRAFT = "draft"
    OPEN = "open"
    ENDED = "ended"
    CLOSED = "closed"


@unique
class Asked(Word):
    """Whether an item is still asked for."""

    LIVE = "live"
    DROPPED = "dropped"
    REPLACED = "replaced"
    QUASHED = "quashed"


@unique
class Decided(Word):
    """Whether a person has determined an item."""

    NONE = "none"
    PROPOSED = "proposed"
    APPROVED = "approved"


@unique
class Compelled(Word):
    """Whether an order in force compels an item."""

    NO = "no"
    ORDERED = "ordered"
    STAYED = "stayed"


@unique
class ObligationStep(Word):
    """Where an obligation stands; late and missed are derived, never stored."""

    ARMED = "armed"
    WAITING = "waiting"
    FIXED = "fixed"
    TOLLED = "tolled"
    MET = "met"
    MET_LATE = "met_late"
    STOPPED = "stopped"

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return self in (
            ObligationStep.ARMED,
            ObligationStep.WAITING,
            ObligationStep.FIXED,
            ObligationStep.TOLLED,
        )


@unique
class ObligationOrigin(Word):
    """From what an obligation arose."""

    CLOCK = "clock"
    DUTY = "duty"
    SET_BY_HAND = "set_by_hand"
    ORDER = "order"
    OWED_ITEM = "owed_item"


@unique
class About(Word):
    """What travelled: a demand, an answer, or something that is neither."""

    DEMAND = "demand"
    ANSWER = "answer"
    OTHER = "other"


@unique
class DispatchStep(Word):
    """How far a dispatch is known to have come; failures stand beside it."""

    SENT = "sent"
    RELAYED = "relayed"
    DELIVERED = "delivered"
    OPENED = "opened"
    ACKNOWLEDGED = "acknowledged"


@unique
class OrderStep(Word):
    """Whether an order is in force."""

    ENTERED = "entered"
    STAYED = "stayed"
    ENDED = "ended"


@unique
class MeasureStep(Word):
    """How far a measure has come; blocked is derived from orders, never stored."""

    THREATENED = "threatened"
    IMPOSED = "imposed"
    LIFTED = "lifted"


@unique
class Records(Word):
    """What is known of the records of an item."""

    NONE = "none"
    ASKED = "asked"
    FOUND = "found"
    NONE_FOUND = "none_found"
    ELSEWHERE = "elsewhere"
    DELAYED = "delayed"
    WITH_COUNSEL = "with_counsel"
    SEALED = "sealed"
