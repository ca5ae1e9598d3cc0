"""Who may do and see what, written down from DOCKET 2.1 as letters, apart from the product's own.

What an act leaves out of its row of the table is named below, with the reason (decision 0273).
"""

from __future__ import annotations

from collections.abc import Mapping

from tecum.words import Role

__all__ = ["LETTERS", "MATTERS", "NARROWER", "READS", "SEES", "STAFF", "roles_of"]

LETTERS: Mapping[str, Role] = {
    "K": Role.CLERK,
    "U": Role.CUSTODIAN,
    "C": Role.COUNSEL,
    "L": Role.LEAD,
    "I": Role.ISSUING_OFFICER,
    "A": Role.POLICY_AUTHOR,
    "V": Role.AUDITOR,
    "O": Role.OPERATOR,
}
STAFF = tuple(LETTERS.values())

MATTERS = ("open", "assigned", "walled", "listed", "office")
"""An unassigned demand; one assigned to the person; a walled one; a walled one that lists the
person; the office's own docket."""

SEES: Mapping[str, str] = {
    "open": "KCLV",
    "assigned": "KUCLIV",
    "walled": "",
    "listed": "KUCLI",
    "office": "LVO",
}
"""Matter → who may know of it."""

READS: Mapping[str, str] = {
    "open": "CL",
    "assigned": "KUCLI",
    "walled": "",
    "listed": "KUCLI",
    "office": "L",
}
"""Matter → who sees the persons it names and the words of its papers."""

_GROUPS: tuple[tuple[str, str], ...] = (
    # receive, attach, dismiss, confirm, correct
    (
        "KCLI",
        (
            "document-received document-quarantined document-released document-read "
            "document-dismissed document-attached field-confirmed field-corrected "
            "sender-called-back answer-received"
        ),
    ),
    # register, link, assign, split items
    (
        "KCLI",
        "demand-registered demand-linked demand-assigned item-split items-merged item-added",
    ),
    # seal, unseal, walls
    ("CL", "matter-sealed matter-unsealed visibility-set"),
    # service, delivery, acknowledgment
    (
        "KCLI",
        (
            "service-recorded letter-sent delivery-recorded receipt-acknowledged "
            "non-receipt-stated owed-event-happened"
        ),
    ),
    # dispute service or receipt
    ("CLI", "service-disputed receipt-disputed"),
    # clocks: start, set by hand
    ("KCLI", "clock-started deadline-recomputed due-date-set duty-opened duty-discharged"),
    # clocks: toll, extend, working date
    (
        "CLI",
        (
            "clock-tolled clock-resumed clock-stopped working-date-chosen duty-waived "
            "extension-sought extension-granted extension-refused extension-taken"
        ),
    ),
    # state a fact
    ("KUCLI", "fact-stated"),
    # propose; approve; override (a clerk's proposal has its own guard in the profile)
    ("KCL", "determination-proposed"),
    ("CL", "findings-taken determination-approved determination-returned"),
    ("L", "determination-overridden"),
    # seal production; send answer
    (
        "UCL",
        (
            "package-sealed preservation-started preservation-ended production-opened "
            "gathering-assigned gathering-answered records-certified"
        ),
    ),
    ("CL", "demand-refused objection-served answer-sent"),
    # draft and send a demand; close, reopen
    (
        "CLI",
        (
            "demand-sent demand-narrowed demand-withdrawn demand-superseded demand-escalated "
            "demand-closed demand-reopened"
        ),
    ),
    # campaign acts; who receives may follow the campaign of another
    ("KCLI", "campaign-opened recipient-added recipient-excluded recipient-reincluded"),
    ("L", "campaign-approved"),
    ("IL", "campaign-acted campaign-closed"),
    # orders, proceedings, measures, claims
    (
        "KCLI",
        (
            "escalation-threatened proceeding-opened proceeding-ended order-entered order-stayed "
            "order-ended measure-threatened event-noted question-framed claim-asserted "
            "claim-corrected claim-retracted proceeding-step-taken measure-imposed measure-lifted "
            "events-joined events-parted proposal-accepted proposal-rejected"
        ),
    ),
    # what somebody writes of their own work
    ("KUCLI", "note-added corrected"),
    # erase, retention
    ("LO", "erased"),
    # what counts as receipt here
    ("L", "service-terms-set"),
    # people, keys, connections; packs in force
    (
        "LO",
        "profile-changed person-added role-changed connection-trusted connection-stopped",
    ),
    ("LO", "link-made factors-taken-away"),
    ("A", "pack-proposed"),
    ("ACL", "pack-block-reviewed pack-approved pack-returned"),
    ("L", "pack-activated"),
    ("CL", "report-certified report-filed"),
    # a search by name
    ("KUCLI", "name-searched"),
)
_TABLE = {slug: letters for letters, slugs in _GROUPS for slug in slugs.split()}


_BY_MACHINE = "the machine does it; no person is offered it"
_BY_LEAVE = "the table's circle: only where the profile allows it, and no setting does"
NARROWER: Mapping[str, tuple[str, str]] = {
    "document-quarantined": ("CLI", _BY_MACHINE),
    "document-read": ("KCLI", _BY_MACHINE),
    "document-received": ("I", "an arrival stands on no demand that goes out"),
    "receipt-acknowledged": ("K", "it admits service as of a day, under a reservation"),
    "preservation-started": ("L", _BY_LEAVE),
    "preservation-ended": ("L", _BY_LEAVE),
    "production-opened": ("L", _BY_LEAVE),
    "gathering-assigned": ("L", _BY_LEAVE),
    "gathering-answered": ("L", _BY_LEAVE),
    "records-certified": ("L", _BY_LEAVE),
}
"""Act → the roles of its row that may not record it all the same, and why."""


def roles_of(slug: str) -> frozenset[Role]:
    """The roles from which an act is taken."""
    assert slug in _TABLE, f"{slug} stands in no group of the table"
    left_out, _why = NARROWER.get(slug, ("", ""))
    return frozenset(LETTERS[letter] for letter in _TABLE[slug] if letter not in left_out)
