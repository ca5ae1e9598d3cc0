"""Forms of the page of dates: clocks that pause and end, duties, time by law, service disputed."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from tecum.docket.acts import (
    ClockResumed,
    ClockStopped,
    ClockTolled,
    DutyDischarged,
    DutyWaived,
    ExtensionTaken,
    LetterSent,
    WorkingDateChosen,
)
from tecum.docket.acts.clocks import StopCause, TollReason
from tecum.docket.acts.service import LetterPurpose
from tecum.docket.entry import DateKind
from tecum.docket.state.model import ObligationOrigin, ObligationStep
from tecum.docket.vocabulary import DisputeCode
from tecum.web.accounts.models import Person
from tecum.web.docket.forms.courts import orders
from tecum.web.docket.forms.duties import open_duties
from tecum.web.docket.forms.shape import (
    At,
    Choices,
    Field,
    Form,
    Given,
    entries,
    obligations,
    of,
    registered,
)
from tecum.web.docket.happenings import dispute_service, when
from tecum.web.docket.record import How, record

__all__ = ["FORMS"]


def _toll(actor: Person, docket: str, given: Given) -> None:
    act = ClockTolled(
        obligation=given.obligation(),
        reason=given.word(TollReason, "reason"),
        cite=given.text("cite"),
    )
    record(actor, docket, act, How(happened=when(DateKind.OCCURRED, given.day("on"))))


def _resume(actor: Person, docket: str, given: Given) -> None:
    act = ClockResumed(
        obligation=given.obligation(),
        reason=given.word(TollReason, "reason"),
        safe=given.day("safe"),
        latest=given.day("safe"),
        cite=given.text("cite"),
    )
    record(actor, docket, act)


def _stop(actor: Person, docket: str, given: Given) -> None:
    act = ClockStopped(
        obligation=given.obligation(),
        cause=given.word(StopCause, "cause"),
        by=given.maybe_ref("by"),
    )
    record(actor, docket, act)


def _done(actor: Person, docket: str, given: Given) -> None:
    act = DutyDischarged(obligation=given.obligation(), by=given.maybe_ref("by"))
    record(actor, docket, act, How(happened=when(DateKind.OCCURRED, given.day("on"))))


def _waived(given: Given) -> DutyWaived:
    return DutyWaived(
        obligation=given.obligation(), reason=given.need("reason"), cite=given.text("cite")
    )


def _by_law(actor: Person, docket: str, given: Given) -> None:
    act = ExtensionTaken(
        obligation=given.obligation(),
        cite=given.need("cite"),
        due=given.need_day("due"),
        notice=given.ref("notice"),
        notice_by=given.day("notice_by"),
    )
    record(actor, docket, act)


def _working(actor: Person, docket: str, given: Given) -> None:
    account = given.ref("account")
    held = given.state.entries.get(account)
    event = held.happened.kind if held is not None else DateKind.SERVED
    act = WorkingDateChosen(event=event, account=account, reason=given.need("reason"))
    record(actor, docket, act)


def _dispute(actor: Person, docket: str, given: Given) -> None:
    dispute_service(actor, docket, given.words(DisputeCode, "code"), given.text("text"))


def _accounts(at: At) -> Choices:
    """Accounts of an event of which there are several, each with its day."""
    held = dict(entries(*{type(at.state.entries[row.entry].act) for row in at.state.services})(at))
    return [
        (row.entry, f"{held.get(row.entry, '')} · {row.day or '–'}")
        for row in at.state.services
        if row.day is not None
    ]


def _notices(at: At) -> Choices:
    notices = dict(entries(LetterSent)(at))
    return [
        (ref, said)
        for ref, said in notices.items()
        if getattr(at.state.entries[ref].act, "purpose", None) is LetterPurpose.EXTENSION  # type: ignore[index]
    ]


_FIXED = obligations(lambda row: row.step is ObligationStep.FIXED)
_TOLLED = obligations(lambda row: row.step is ObligationStep.TOLLED)
_OPEN = obligations(lambda row: row.step.is_open)
_CLOCKS = obligations(
    lambda row: row.step.is_open and row.origin is ObligationOrigin.CLOCK and row.safe is not None
)
_CITE = Field("cite", _("Provision, if one says so"))

FORMS: tuple[Form, ...] = (
    Form(
        "clock-tolled",
        _("A count pauses"),
        (
            Field("obligation", _("Which"), "choice", _FIXED, required=True),
            Field("reason", _("Why"), "choice", of(TollReason), required=True),
            Field("on", _("Since which day"), "day"),
            _CITE,
        ),
        _toll,
    ),
    Form(
        "clock-resumed",
        _("A paused count goes on"),
        (
            Field("obligation", _("Which"), "choice", _TOLLED, required=True),
            Field("reason", _("Why"), "choice", of(TollReason), required=True),
            Field("safe", _("New date, if it moved"), "day"),
            _CITE,
        ),
        _resume,
    ),
    Form(
        "clock-stopped",
        _("An obligation ended"),
        (
            Field("obligation", _("Which"), "choice", _OPEN, required=True),
            Field("cause", _("Why"), "choice", of(StopCause), required=True),
            Field("by", _("By which order"), "choice", orders()),
        ),
        _stop,
    ),
    Form(
        "duty-discharged",
        _("What a duty asks for was done"),
        (
            Field("obligation", _("Which"), "choice", open_duties, required=True),
            Field("by", _("By which letter"), "choice", entries(LetterSent)),
            Field("on", _("On which day"), "day"),
        ),
        _done,
    ),
    Form(
        "duty-waived",
        _("A duty is not done"),
        (
            Field("obligation", _("Which"), "choice", open_duties, required=True),
            Field("reason", _("Why"), "text", required=True),
            _CITE,
        ),
        two=_waived,
    ),
    Form(
        "extension-taken",
        _("Take the time that the law itself allows"),
        (
            Field("obligation", _("Which"), "choice", _CLOCKS, required=True),
            Field("cite", _("Provision"), required=True),
            Field("due", _("New date"), "day", required=True),
            Field("notice", _("Notice that it is taken"), "choice", _notices, required=True),
            Field("notice_by", _("Last day for the notice, if one is named"), "day"),
        ),
        _by_law,
    ),
    Form(
        "working-date-chosen",
        _("Plan by one account of a disputed day"),
        (
            Field("account", _("Account"), "choice", _accounts, required=True),
            Field("reason", _("Why"), "text", required=True),
        ),
        _working,
        help=_("It says nothing about which account is true; the dispute stays shown."),
    ),
    Form(
        "service-disputed",
        _("Say that a service was not good"),
        (
            Field("code", _("In what"), "many", of(DisputeCode), required=True),
            Field("text", _("In words"), "text"),
        ),
        _dispute,
        registered,
    ),
)
