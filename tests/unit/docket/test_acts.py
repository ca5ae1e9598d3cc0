"""The closed list of acts: complete, wholly declared, each with one statement."""

from __future__ import annotations

import dataclasses
import re
import typing

import pytest

from tecum.docket.acts import ACTS, Act
from tecum.docket.codec import type_of
from tecum.docket.declare import Erased, Mark, act, declared, field, part, who
from tecum.docket.state.steps import STEPS
from tecum.docket.vocabulary import Erasure, LogAs, Personal, Sphere
from tecum.ledger.vocabulary import TYPES
from tecum.words import Role
from tests.unit.docket.build import EXAMPLES

LISTED = frozenset(
    {
        "DocumentReceived",
        "DocumentQuarantined",
        "DocumentReleased",
        "DocumentRead",
        "FieldConfirmed",
        "FieldCorrected",
        "DocumentDismissed",
        "DocumentAttached",
        "SenderCalledBack",
        "DemandRegistered",
        "DemandLinked",
        "DemandAssigned",
        "ServiceRecorded",
        "ServiceDisputed",
        "LetterSent",
        "DemandSent",
        "DeliveryRecorded",
        "ReceiptAcknowledged",
        "ReceiptDisputed",
        "NonReceiptStated",
        "ClockStarted",
        "DeadlineRecomputed",
        "ClockTolled",
        "ClockResumed",
        "ClockStopped",
        "DueDateSet",
        "WorkingDateChosen",
        "DutyOpened",
        "DutyDischarged",
        "FactStated",
        "FindingsTaken",
        "DeterminationProposed",
        "DeterminationApproved",
        "DeterminationReturned",
        "DeterminationOverridden",
        "DemandRefused",
        "ObjectionServed",
        "PackageSealed",
        "AnswerSent",
        "AnswerReceived",
        "OwedEventHappened",
        "DemandWithdrawn",
        "DemandEscalated",
        "EscalationThreatened",
        "ProceedingOpened",
        "ProceedingEnded",
        "OrderEntered",
        "OrderStayed",
        "OrderEnded",
        "MeasureThreatened",
        "NameSearched",
        "NoteAdded",
        "DemandClosed",
        "DemandReopened",
        "Corrected",
        "CampaignOpened",
        "RecipientAdded",
        "RecipientExcluded",
        "EventNoted",
        "QuestionFramed",
        "ClaimAsserted",
        "ClaimCorrected",
        "ClaimRetracted",
        "ProfileChanged",
        "PersonAdded",
        "RoleChanged",
        "LinkMade",
        "FactorsTakenAway",
        "ServiceTermsSet",
        "ConnectionTrusted",
        "ConnectionStopped",
        "PackActivated",
        "PackApproved",
        "PackBlockReviewed",
        "PackProposed",
        "PackReturned",
        "ReportCertified",
        "ReportFiled",
        "DutyWaived",
        "Erased",
        "ExtensionSought",
        "ExtensionGranted",
        "ExtensionRefused",
        "ExtensionTaken",
        "ItemSplit",
        "ItemsMerged",
        "ItemAdded",
        "MatterSealed",
        "MatterUnsealed",
        "VisibilitySet",
        "DemandNarrowed",
        "DemandSuperseded",
        "ProceedingStepTaken",
        "MeasureImposed",
        "MeasureLifted",
        "EventsJoined",
        "EventsParted",
        "ProposalAccepted",
        "ProposalRejected",
        "RecipientReincluded",
        "CampaignApproved",
        "CampaignActed",
        "CampaignClosed",
        "PreservationStarted",
        "PreservationEnded",
        "ProductionOpened",
        "GatheringAssigned",
        "GatheringAnswered",
        "RecordsCertified",
    }
)

# The marks of DOCKET 1.5 (one line an act, only fields that bear one).
MARKED = {
    "document-received": {
        "file": Personal.FILE,
        "sha256": Personal.FILE,
        "channel_ref": Personal.PERSON,
        "sender_stated": Personal.PERSON,
    },
    "field-corrected": {"value": Personal.PERSON},
    "sender-called-back": {"number": Personal.PERSON},
    "demand-registered": {"signatory": Personal.OFFICIAL, "matter_numbers": Personal.PERSON},
    "service-recorded": {"server": Personal.OFFICIAL},
    "demand-sent": {"to": Personal.PERSON},
    "delivery-recorded": {"reply": Personal.PERSON, "tracking": Personal.PERSON},
    "duty-opened": {"owed_to": Personal.PERSON},
    "fact-stated": {"value": Personal.SENSITIVE},
    "determination-proposed": {"reason": Personal.SENSITIVE},
    "determination-returned": {"reason": Personal.PERSON},
    "determination-overridden": {"reason": Personal.SENSITIVE},
    "demand-refused": {"reason": Personal.SENSITIVE, "to": Personal.PERSON},
    "order-entered": {"judge": Personal.OFFICIAL},
    "event-noted": {"label": Personal.PERSON},
    "question-framed": {"text": Personal.PERSON},
    "campaign-opened": {"title": Personal.PERSON},
    "recipient-added": {"address": Personal.PERSON},
    "pack-proposed": {"reason": Personal.PERSON},
    "pack-block-reviewed": {"capacity": Personal.OFFICIAL, "note": Personal.PERSON},
    "pack-returned": {"reason": Personal.PERSON},
    "report-certified": {"document": Personal.FILE},
    "name-searched": {"name": Personal.SENSITIVE},
    "report-filed": {"document": Personal.FILE, "to": Personal.PERSON},
    "matter-unsealed": {"reason": Personal.PERSON},
    "duty-waived": {"reason": Personal.PERSON},
    "preservation-started": {"scope": Personal.PERSON},
    "records-certified": {"certification": Personal.FILE, "certified_by": Personal.OFFICIAL},
    "measure-imposed": {"condition": Personal.PERSON},
}


def _classes() -> list[type]:
    """Every act and every part inside one."""
    found: dict[type, None] = dict.fromkeys(ACTS.values())
    queue = list(found)
    while queue:
        for kind in type_of(queue.pop()).values():
            for inner in _dataclasses_in(kind):
                if inner not in found:
                    found[inner] = None
                    queue.append(inner)
    return list(found)


def _dataclasses_in(kind: object) -> list[type]:
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return [] if kind is Erased else [kind]
    return [row for arg in typing.get_args(kind) for row in _dataclasses_in(arg)]


def test_the_list_is_closed_and_complete() -> None:
    assert {cls.__name__ for cls in ACTS.values()} == LISTED


def test_every_act_has_its_example_and_its_transition() -> None:
    assert {type(row) for row in EXAMPLES} == set(ACTS.values())
    assert set(STEPS) == set(ACTS.values())


@pytest.mark.parametrize("slug", ACTS)
def test_slugs_are_the_names_in_kebab_case(slug: str) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", slug)
    assert slug.replace("-", "") == ACTS[slug].__name__.lower()


@pytest.mark.parametrize("cls", _classes(), ids=lambda cls: cls.__name__)
def test_every_field_is_declared_and_consistently(cls: type) -> None:
    for name, mark in declared(cls).items():
        if mark.personal is Personal.NONE:
            assert mark.erasure is Erasure.KEEP, name
        else:
            assert mark.erasure is not Erasure.KEEP, name
            assert mark.log is not LogAs.CODE, name
        holds_parts = bool(_dataclasses_in(type_of(cls)[name]))
        assert mark.parts is (holds_parts or name == "act"), name


@pytest.mark.parametrize("cls", _classes(), ids=lambda cls: cls.__name__)
def test_a_marked_field_can_hold_what_is_left_after_erasure(cls: type) -> None:
    for name, mark in declared(cls).items():
        if mark.personal is not Personal.NONE:
            assert Erased in typing.get_args(type_of(cls)[name]), name


@pytest.mark.parametrize("slug", MARKED)
def test_marks_are_those_of_the_specification(slug: str) -> None:
    marks = declared(ACTS[slug])
    assert {name: marks[name].personal for name in MARKED[slug]} == MARKED[slug]


@pytest.mark.parametrize("slug", ACTS)
def test_every_act_names_statement_types_of_the_log_and_somebody_who_may(slug: str) -> None:
    cls = ACTS[slug]
    assert cls.says
    assert set(cls.says) <= set(TYPES)
    assert not any(TYPES[name].governance for name in cls.says)
    assert cls.recorded_by
    assert cls.sphere in Sphere


def test_an_undeclared_field_is_refused() -> None:
    with pytest.raises(TypeError, match="does not declare"):

        @part
        class Loose:
            name: str


def test_an_act_declared_twice_is_refused() -> None:
    with pytest.raises(TypeError, match="twice"):

        @act(Sphere.WORLD, "K")
        class NoteAdded(Act):
            text: str = field(Mark(Personal.NONE, Erasure.KEEP, LogAs.OFF))


def test_letters_name_roles() -> None:
    assert who("K C L") == {Role.CLERK, Role.COUNSEL, Role.LEAD}
    assert Role.SYSTEM not in who("any")
