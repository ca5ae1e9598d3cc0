"""Why the docket refuses: one class a reason, each with its code of DOCKET 1.5.

DocketError
├── ActMalformed            a value that no act of this list can hold
├── OpeningMismatch         an opening that does not open its commitment
├── ThreadRefused           a thread file with errors, all of them listed
└── ActRefused
    ├── NotPermitted · DocketSealed · DocketClosed · DemandEnded · NotDraft
    ├── ConfirmListOpen · NoItems · ItemNotLive · FindingsMoved · SamePerson
    ├── ReasonNeeded · PackageNotSealed · VerificationMissing · SenderNotChecked
    ├── ExtensionNotAllowed · NoTriggerDate · DisputedTrigger · HoldInForce
    ├── StalePreview · OpenObligations · KeyReused · DocketBusy
    └── UnknownReference · DateWithoutKind
"""

from __future__ import annotations

from tecum.errors import ActRefused, DocketError

__all__ = [
    "ActMalformed",
    "ActRefused",
    "ConfirmListOpen",
    "DateWithoutKind",
    "DemandEnded",
    "DisputedTrigger",
    "DocketBusy",
    "DocketClosed",
    "DocketSealed",
    "ExtensionNotAllowed",
    "FindingsMoved",
    "HoldInForce",
    "ItemNotLive",
    "KeyReused",
    "NoItems",
    "NoTriggerDate",
    "NotDraft",
    "NotPermitted",
    "OpenObligations",
    "OpeningMismatch",
    "PackageNotSealed",
    "ReasonNeeded",
    "SamePerson",
    "SenderNotChecked",
    "StalePreview",
    "ThreadRefused",
    "UnknownReference",
    "VerificationMissing",
]


class ActMalformed(DocketError):
    """A value that this act cannot hold."""

    code = "docket.malformed"


class OpeningMismatch(DocketError):
    """An opening that does not open the commitment it stands beside."""

    code = "docket.opening-mismatch"


class ThreadRefused(DocketError):
    """A thread file with errors; ``problems`` lists every one."""

    code = "thread.refused"


class NotPermitted(ActRefused):
    """The actor's role may not do this."""

    code = "docket.not-permitted"


class DocketSealed(NotPermitted):
    """The matter is sealed against the actor, whatever the role."""

    code = "docket.sealed"


class DocketClosed(ActRefused):
    """The docket is closed."""

    code = "docket.closed"


class DemandEnded(ActRefused):
    """The demand has ended, or there is none."""

    code = "docket.ended"


class NotDraft(ActRefused):
    """What must be a draft is not one, or the step before is missing."""

    code = "docket.not-draft"


class ConfirmListOpen(ActRefused):
    """Fields that a person must confirm are not confirmed."""

    code = "docket.confirm-list-open"


class NoItems(ActRefused):
    """No item is named, and nobody has said that there is none."""

    code = "docket.no-items"


class ItemNotLive(ActRefused):
    """The item is not on this demand, or no longer asked for."""

    code = "docket.item-not-live"


class FindingsMoved(ActRefused):
    """The findings have changed since the proposal."""

    code = "docket.findings-moved"


class SamePerson(ActRefused):
    """Two persons are required and this is one."""

    code = "docket.same-person"


class ReasonNeeded(ActRefused):
    """A reason or a code must be given."""

    code = "docket.reason-needed"


class PackageNotSealed(ActRefused):
    """What is said to be produced is in no sealed package."""

    code = "docket.package-not-sealed"


class VerificationMissing(ActRefused):
    """The guard's or the verifier's report is missing."""

    code = "docket.verification-missing"


class SenderNotChecked(ActRefused):
    """An emergency is claimed and nobody has checked who asks."""

    code = "docket.sender-not-checked"


class ExtensionNotAllowed(ActRefused):
    """The clock allows no extension of this kind."""

    code = "docket.extension-not-allowed"


class NoTriggerDate(ActRefused):
    """The event that starts the clock has no date."""

    code = "docket.no-trigger-date"


class DisputedTrigger(ActRefused):
    """The event that starts the clock is disputed; no clock starts by itself."""

    code = "docket.disputed-trigger"


class HoldInForce(ActRefused):
    """A hold or preservation is in force on the scope."""

    code = "docket.hold-in-force"


class StalePreview(ActRefused):
    """What was previewed has moved."""

    code = "docket.stale-preview"


class OpenObligations(ActRefused):
    """Something is still open and no reason is given."""

    code = "docket.open-obligations"


class KeyReused(ActRefused):
    """The idempotency key belongs to another act."""

    code = "docket.key-reused"


class DocketBusy(ActRefused):
    """Another entry took this place; read again and retry."""

    code = "docket.busy"


class UnknownReference(ActRefused):
    """The act points at something that is not on this docket."""

    code = "docket.unknown-reference"


class DateWithoutKind(ActRefused):
    """A date that does not say which event it dates."""

    code = "docket.date-without-kind"
