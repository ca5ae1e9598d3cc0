"""Forms of what courts do: proceedings on a demand, orders, stays, ends."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from tecum.docket.acts import (
    OrderEnded,
    OrderEntered,
    OrderStayed,
    ProceedingEnded,
    ProceedingOpened,
    ProceedingStepTaken,
)
from tecum.docket.acts.courts import (
    OrderChange,
    OrderEffect,
    OrderReach,
    ProceedingKind,
    ProceedingOutcome,
    ProceedingStep,
)
from tecum.docket.entry import DateKind, KnownBy
from tecum.docket.state.model import OrderStep
from tecum.web.accounts.models import Person
from tecum.web.docket.forms.shape import At, Choices, Field, Form, Given, items, of, registered
from tecum.web.docket.happenings import when
from tecum.web.docket.record import How, record
from tecum.web.ui.templatetags.ui import capital, words
from tecum.words import Side

__all__ = ["CITE", "DAY", "FORMS", "orders", "proceedings"]

CITE = Field("cite", _("Where it is said"))
DAY = Field("on", _("On which day"), "day")


def _open_proceeding(actor: Person, docket: str, given: Given) -> None:
    act = ProceedingOpened(
        kind=given.word(ProceedingKind, "kind"),
        court=given.need("court"),
        number=given.text("number"),
        items=given.labels(),
        appeal_of=given.maybe_ref("appeal_of"),
    )
    record(actor, docket, act, _filed(given, DateKind.FILED))


def _proceeding_step(actor: Person, docket: str, given: Given) -> None:
    act = ProceedingStepTaken(
        proceeding=given.ref("proceeding"),
        step=given.word(ProceedingStep, "step"),
        next_on=given.day("next_on"),
        text=given.text("text"),
    )
    record(actor, docket, act, _filed(given, DateKind.OCCURRED))


def _end_proceeding(actor: Person, docket: str, given: Given) -> None:
    act = ProceedingEnded(
        proceeding=given.ref("proceeding"), outcome=given.word(ProceedingOutcome, "outcome")
    )
    record(actor, docket, act, _filed(given, DateKind.DECIDED))


def _order(actor: Person, docket: str, given: Given) -> None:
    act = OrderEntered(
        court=given.need("court"),
        effect=given.word(OrderEffect, "effect"),
        judge=given.text("judge"),
        number=given.text("number"),
        proceeding=given.maybe_ref("proceeding"),
        items=given.labels(),
        reach=given.word(OrderReach, "reach"),
        due=given.day("due"),
        source=given.source(),
    )
    record(actor, docket, act, _filed(given, DateKind.ENTERED))


def _stay(actor: Person, docket: str, given: Given) -> None:
    act = OrderStayed(order=given.ref("order"), by_order=given.maybe_ref("by_order"))
    record(actor, docket, act, _filed(given, DateKind.ENTERED))


def _end_order(actor: Person, docket: str, given: Given) -> None:
    act = OrderEnded(
        order=given.ref("order"),
        how=given.word(OrderChange, "how"),
        by_order=given.maybe_ref("by_order"),
    )
    record(actor, docket, act, _filed(given, DateKind.ENTERED))


def _filed(given: Given, kind: DateKind) -> How:
    return How(happened=when(kind, given.day("on")), side=Side.THIRD, known_by=KnownBy.DOCUMENT)


def proceedings(*, open_only: bool) -> Callable[[At], Choices]:
    """The proceedings on the demand."""

    def found(at: At) -> Choices:
        return [
            (ref, f"{capital(words(row.act.kind.value))}, {row.act.court}")
            for ref, row in at.state.proceedings.items()
            if not (open_only and row.ended_by is not None)
        ]

    return found


def orders(*steps: OrderStep) -> Callable[[At], Choices]:
    """The orders on the demand, or those in one of these steps."""

    def found(at: At) -> Choices:
        return [
            (ref, f"{capital(words(row.act.effect.value))}, {row.act.court}")
            for ref, row in at.state.orders.items()
            if not steps or row.step in steps
        ]

    return found


_OPEN_ORDERS = (OrderStep.ENTERED, OrderStep.STAYED)

FORMS: tuple[Form, ...] = (
    Form(
        "proceeding-opened",
        _("A proceeding was opened"),
        (
            Field("kind", _("What is asked"), "choice", of(ProceedingKind), required=True),
            Field("court", _("Court"), required=True),
            Field("number", _("Number of the case")),
            Field("item", _("Items, if only some"), "many", items),
            Field("appeal_of", _("Appeal of"), "choice", proceedings(open_only=False)),
            DAY,
        ),
        _open_proceeding,
        registered,
    ),
    Form(
        "proceeding-step-taken",
        _("Something happened in a proceeding"),
        (
            Field(
                "proceeding", _("Proceeding"), "choice", proceedings(open_only=True), required=True
            ),
            Field("step", _("What"), "choice", of(ProceedingStep), required=True),
            Field("next_on", _("Next day in court"), "day"),
            Field("text", _("Remark"), "text"),
            DAY,
        ),
        _proceeding_step,
    ),
    Form(
        "proceeding-ended",
        _("A proceeding ended"),
        (
            Field(
                "proceeding", _("Proceeding"), "choice", proceedings(open_only=True), required=True
            ),
            Field("outcome", _("Outcome"), "choice", of(ProceedingOutcome), required=True),
            DAY,
        ),
        _end_proceeding,
    ),
    Form(
        "order-entered",
        _("A court entered an order"),
        (
            Field("court", _("Court"), required=True),
            Field("effect", _("What it does"), "choice", of(OrderEffect), required=True),
            Field("judge", _("Judge")),
            Field("number", _("Number of the case")),
            Field("proceeding", _("Proceeding"), "choice", proceedings(open_only=False)),
            Field("item", _("Items, if only some"), "many", items),
            Field("reach", _("For whom it speaks"), "choice", of(OrderReach), required=True),
            Field("due", _("Due by"), "day"),
            DAY,
            CITE,
        ),
        _order,
        registered,
    ),
    Form(
        "order-stayed",
        _("An order was stayed"),
        (
            Field("order", _("Order"), "choice", orders(OrderStep.ENTERED), required=True),
            Field("by_order", _("By which order"), "choice", orders()),
            DAY,
        ),
        _stay,
    ),
    Form(
        "order-ended",
        _("An order ended, or its stay did"),
        (
            Field("order", _("Order"), "choice", orders(*_OPEN_ORDERS), required=True),
            Field(
                "how", _("How"), "choice", of(OrderChange, but=(OrderChange.STAY,)), required=True
            ),
            Field("by_order", _("By which order"), "choice", orders()),
            DAY,
        ),
        _end_order,
    ),
)
