"""Forms of the matter: links, people, steps, measures, proceedings, orders, the end."""

from __future__ import annotations

import secrets
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tecum.docket.acts import (
    DemandEscalated,
    DemandSuperseded,
    EscalationThreatened,
    EventNoted,
    MeasureImposed,
    MeasureLifted,
    MeasureThreatened,
)
from tecum.docket.acts.chronology import EventKind
from tecum.docket.acts.course import CloseGround, Step, ThreatCondition, WithdrawnHow
from tecum.docket.acts.measures import MeasureKind
from tecum.docket.acts.registration import Relation
from tecum.docket.entry import DateKind, DocketId, KnownBy
from tecum.docket.state.course import left_open
from tecum.docket.state.model import DemandStep, MeasureStep
from tecum.errors import UsageError
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import visible_demands
from tecum.web.docket.forms import courts
from tecum.web.docket.forms.courts import CITE, DAY, proceedings
from tecum.web.docket.forms.shape import (
    At,
    Choices,
    Field,
    Form,
    Given,
    entries,
    items,
    of,
    registered,
)
from tecum.web.docket.happenings import close_demand, reopen_demand, when, withdraw_demand
from tecum.web.docket.record import How, record
from tecum.web.docket.registering import link_dockets
from tecum.web.ui.templatetags.ui import capital, words
from tecum.words import Side

__all__ = ["FORMS"]


def _other(actor: Person, given: Given, name: str) -> str:
    """The docket of a demand that is named by its number."""
    number = given.need(name)
    row = visible_demands(actor).filter(number=number).first()
    if row is None:
        raise UsageError(
            gettext("There is no demand of this number."),
            do=gettext("Write the number as the docket has it."),
            code="form.number",
        )
    return str(row.docket_id)


def _link(actor: Person, docket: str, given: Given) -> None:
    link_dockets(actor, docket, _other(actor, given, "other"), given.word(Relation, "relation"))


def _escalate(actor: Person, docket: str, given: Given) -> None:
    other = _other(actor, given, "other") if given.text("other") else None
    act = DemandEscalated(
        step=given.word(Step, "step"),
        to=DocketId(other) if other else None,
        proceeding=given.maybe_ref("proceeding"),
    )
    record(actor, docket, act, _as(given, given.issuers))


def _threaten(actor: Person, docket: str, given: Given) -> None:
    act = EscalationThreatened(
        step=given.word(Step, "step"),
        conditions=given.words(ThreatCondition, "condition") or (ThreatCondition.NOT_STATED,),
        source=given.source(),
    )
    record(actor, docket, act, _as(given, given.issuers))


def _measure(kind: Any, actor: Person, docket: str, given: Given, **more: Any) -> None:
    amount = given.number("amount")
    act = kind(
        kind=given.word(MeasureKind, "kind"),
        programme=given.text("programme"),
        amount=amount,
        currency="USD" if amount is not None else None,
        condition=given.text("terms"),
        source=given.source(),
        **more,
    )
    record(actor, docket, act, _as(given, given.issuers))


def _lift(actor: Person, docket: str, given: Given) -> None:
    act = MeasureLifted(measure=given.ref("measure"), source=given.source())
    record(actor, docket, act, _as(given, given.issuers))


def _note(actor: Person, docket: str, given: Given) -> None:
    act = EventNoted(
        event=f"e{secrets.token_hex(6)}",
        kind=given.word(EventKind, "kind"),
        label=given.need("label"),
    )
    how = How(
        happened=when(DateKind.OCCURRED, given.day("on")), known_by=given.word(KnownBy, "known")
    )
    record(actor, docket, act, how)


def _withdraw(actor: Person, docket: str, given: Given) -> None:
    withdraw_demand(actor, docket, given.word(WithdrawnHow, "code"), side=given.issuers)


def _supersede(actor: Person, docket: str, given: Given) -> None:
    act = DemandSuperseded(by=DocketId(_other(actor, given, "other")), carried=given.labels())
    record(actor, docket, act, How(side=given.issuers))


def _close(actor: Person, docket: str, given: Given) -> None:
    rest = left_open(given.state)
    reason = given.text("reason") if rest else None
    close_demand(actor, docket, given.word(CloseGround, "ground"), left_open=rest, reason=reason)


def _reopen(actor: Person, docket: str, given: Given) -> None:
    reopen_demand(actor, docket, given.ref("cause"))


def _as(given: Given, side: Side) -> How:
    known = KnownBy.OWN_ACT if side is Side.OURS else KnownBy.DOCUMENT
    return How(happened=when(DateKind.OCCURRED, given.day("on")), side=side, known_by=known)


# --- what can be chosen ---------------------------------------------------------------------


def _measures(*steps: MeasureStep) -> Any:
    def found(at: At) -> Choices:
        return [
            (ref, capital(words(row.act.kind.value)))
            for ref, row in at.state.measures.items()
            if row.step in steps
        ]

    return found


def _all_entries(at: At) -> Choices:
    return entries(object)(at)  # type: ignore[arg-type]


def _runs(at: At) -> bool:
    demand = at.state.demand
    return demand is not None and demand.step in (DemandStep.DRAFT, DemandStep.OPEN)


def _ended(at: At) -> bool:
    demand = at.state.demand
    return demand is not None and demand.step in (DemandStep.CLOSED, DemandStep.ENDED)


def _not_draft(at: At) -> bool:
    demand = at.state.demand
    return demand is not None and demand.step in (DemandStep.OPEN, DemandStep.ENDED)


_MEASURE = (
    Field("kind", _("Measure"), "choice", of(MeasureKind), required=True),
    Field("programme", _("Programme")),
    Field("amount", _("Amount in US dollars, if one is stated"), "number"),
    Field("terms", _("Condition, in its own words"), "text"),
    DAY,
    CITE,
)
_OTHER = Field("other", _("Number of the other demand"), required=True)

FORMS: tuple[Form, ...] = (
    Form(
        "demand-linked",
        _("Link another demand"),
        (_OTHER, Field("relation", _("This one …"), "choice", of(Relation), required=True)),
        _link,
        registered,
    ),
    Form(
        "event-noted",
        _("Note that something happened, for example a release or a transfer"),
        (
            Field("kind", _("What"), "choice", of(EventKind), required=True),
            Field("label", _("In a few words"), required=True),
            DAY,
            Field("known", _("How it is known here"), "choice", of(KnownBy), required=True),
        ),
        _note,
        registered,
        help=_("What something owed waits for is recorded on the page of dates."),
    ),
    Form(
        "escalation-threatened",
        _("A further step was announced"),
        (
            Field("step", _("Step"), "choice", of(Step), required=True),
            Field("condition", _("It is said to follow where"), "many", of(ThreatCondition)),
            DAY,
            CITE,
        ),
        _threaten,
        registered,
    ),
    Form(
        "demand-escalated",
        _("A further step was taken"),
        (
            Field("step", _("Step"), "choice", of(Step), required=True),
            Field("other", _("Number of the demand that followed, if it is here")),
            Field("proceeding", _("Proceeding"), "choice", proceedings(open_only=False)),
            DAY,
        ),
        _escalate,
        registered,
    ),
    Form(
        "measure-threatened",
        _("A measure was announced"),
        _MEASURE,
        lambda *a: _measure(MeasureThreatened, *a),
        registered,
    ),
    Form(
        "measure-imposed",
        _("A measure took effect"),
        (
            *_MEASURE,
            Field(
                "threatened", _("Announced before as"), "choice", _measures(MeasureStep.THREATENED)
            ),
        ),
        lambda actor, docket, given: _measure(
            MeasureImposed, actor, docket, given, threatened=given.maybe_ref("threatened")
        ),
        registered,
    ),
    Form(
        "measure-lifted",
        _("A measure, or the threat of one, was lifted"),
        (
            Field(
                "measure",
                _("Measure"),
                "choice",
                _measures(MeasureStep.THREATENED, MeasureStep.IMPOSED),
                required=True,
            ),
            DAY,
            CITE,
        ),
        _lift,
    ),
    *courts.FORMS,
    Form(
        "demand-superseded",
        _("Another demand took its place"),
        (_OTHER, Field("item", _("Items whose answer carries over"), "many", items)),
        _supersede,
        _runs,
    ),
    Form(
        "demand-withdrawn",
        _("The demand was withdrawn"),
        (Field("code", _("Why"), "choice", of(WithdrawnHow), required=True),),
        _withdraw,
        _runs,
    ),
    Form(
        "demand-closed",
        _("Close the demand"),
        (
            Field("ground", _("Ground"), "choice", of(CloseGround), required=True),
            Field("reason", _("Why what is open is left"), "text"),
        ),
        _close,
        _not_draft,
        help=_("What is still open is listed in the entry; then a reason is needed."),
    ),
    Form(
        "demand-reopened",
        _("Reopen the demand"),
        (Field("cause", _("Because of"), "choice", _all_entries, required=True),),
        _reopen,
        _ended,
    ),
)
