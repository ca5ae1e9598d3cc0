"""Measures at stake: what may follow a demand outside the courts (DOCKET 1.5, 1.10).

Each condition of a grant is a measure of its own, since courts treat them one by one. An
amount is a claim with its source; a missing amount is not zero.
"""

from __future__ import annotations

from datetime import date
from enum import unique

from tecum.docket.declare import PARTS, PERSON, PLAIN, Act, Text, act, field, part
from tecum.docket.parts import EntryId, Source
from tecum.docket.vocabulary import Sphere
from tecum.words import Word

__all__ = ["MeasureImposed", "MeasureKind", "MeasureLifted", "MeasureSaid", "MeasureThreatened"]


@unique
class MeasureKind(Word):
    """What may follow a demand outside the courts (DOCKET 1.10)."""

    RETURN_OF_PAST_AWARD = "return_of_past_award"
    ADDED_CONDITIONS = "added_conditions"
    INELIGIBILITY = "ineligibility"
    PAYMENT_WITHHELD = "payment_withheld"
    PAYMENT_DELAYED = "payment_delayed"
    HIGH_RISK_DESIGNATION = "high_risk_designation"
    PROGRAMME_EXCLUSION = "programme_exclusion"
    AUDIT_OR_REFERRAL = "audit_or_referral"
    FINE = "fine"
    CONTEMPT_SANCTION = "contempt_sanction"
    SUIT = "suit"
    SUBPOENA = "subpoena"
    ENFORCEMENT_PRESENCE = "enforcement_presence"
    OTHER = "other"


@part
class MeasureSaid(Act):
    """What is said of a measure; an amount is a claim with its source."""

    kind: MeasureKind = field(PLAIN)
    programme: str | None = field(PLAIN, default=None)
    period_from: date | None = field(PLAIN, default=None)
    period_to: date | None = field(PLAIN, default=None)
    amount: int | None = field(PLAIN, default=None)
    currency: str | None = field(PLAIN, default=None)
    condition: Text | None = field(PERSON, default=None)
    target: str | None = field(PLAIN, default=None)
    source: Source | None = field(PARTS, default=None)


@act(Sphere.WORLD, "K C L I")
class MeasureThreatened(MeasureSaid):
    """A measure was announced; threatened is not imposed."""


@act(Sphere.WORLD, "K C L I")
class MeasureImposed(MeasureSaid):
    """A measure took effect; ``threatened`` names where it was announced, if it was."""

    threatened: EntryId | None = field(PLAIN, default=None)


@act(Sphere.WORLD, "K C L I")
class MeasureLifted(Act):
    """A measure, or the threat of one, was lifted; why is a claim."""

    measure: EntryId = field(PLAIN)
    source: Source | None = field(PARTS, default=None)
