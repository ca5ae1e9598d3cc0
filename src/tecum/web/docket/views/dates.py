"""The tab *Dates*: accounts of service, every reading of every date, each counted day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.docket.acts import DeadlineRecomputed
from tecum.docket.acts.answer import RunsFrom
from tecum.docket.acts.service import ServedBy, ServiceRecorded
from tecum.docket.entry import KnownBy
from tecum.errors import UsageError
from tecum.reading.result import DuePhrase
from tecum.reckoning.clocks import PeriodUnit
from tecum.reckoning.recompute import Stored
from tecum.reckoning.result import Status
from tecum.web.accounts.policies import may
from tecum.web.docket.asking import moment_given
from tecum.web.docket.counted import latest_reckonings
from tecum.web.docket.deadlines import Offer
from tecum.web.docket.doubts import Doubts, doubts
from tecum.web.docket.recounting import accept_recount, made_again, recount_of
from tecum.web.docket.selectors import deadlines_offered
from tecum.web.docket.services import reckon_deadlines, record_owed_event, record_service
from tecum.web.docket.views.duty_rows import duty_rows
from tecum.web.docket.views.forms import form_context
from tecum.web.docket.views.frame import Frame, frame
from tecum.web.docket.views.quashed import of_orders
from tecum.web.docket.views.recounted import WhatIf, calendars_offered, history_of
from tecum.web.docket.views.strip import WEEKDAYS, strip_of
from tecum.web.office.terms import Terms, terms_by_day
from tecum.words import DueForm

HOW_KNOWN = (KnownBy.DOCUMENT, KnownBy.OWN_SYSTEM, KnownBy.TOLD, KnownBy.THEIR_STATEMENT)


@login_required
@require_GET
def dates(request: HttpRequest, docket: str) -> HttpResponse:
    """What is due, by which count, from which account of which event."""
    held = frame(request, docket, "dates")
    offers = deadlines_offered(request.user, docket) if held.is_registered else []
    asked = WhatIf.of(request)
    stored = latest_reckonings(docket)
    known = doubts()
    by_order = of_orders(request.user, held)
    rows = [
        {
            **_row(offer, offers, known),
            "recount": recount_of(request.user, docket, offer.obligation)
            if offer.is_started
            else None,
            "history": history_of(held, offer.obligation),
            "made_again": _made_again(stored.get(offer.obligation)),
            "what_if": asked.answer_to(offer),
            "of_order": by_order.pop(offer.obligation, None),
        }
        for offer in offers
    ]
    terms = terms_by_day()
    context = {
        "frame": held,
        "offers": rows,
        "of_orders": list(by_order.values()),
        "can_start": any(offer.can_start for offer in offers),
        "weekdays": WEEKDAYS,
        "served_by": list(ServedBy),
        "how_known": HOW_KNOWN,
        "events": list(RunsFrom),
        "may_record": bool(may(request.user, "service-recorded")),
        "may_extend": bool(may(request.user, "extension-granted")),
        "may_accept": bool(may(request.user, DeadlineRecomputed.slug)),
        "duties": duty_rows(held) if held.is_registered else [],
        "what_if": asked,
        "calendars": calendars_offered(),
        "services": _services(held, terms),
        "terms": terms(None),
    }
    context |= form_context(request, held, "dates")
    return render(request, "docket/dates.html", context)


def _row(offer: Offer, offers: list[Offer], known: Doubts) -> dict[str, Any]:
    """One date with its readings, and what the paper itself states for the same duty."""
    reckoned = offer.deadline.reckoned
    rule = reckoned.clock.id if reckoned and reckoned.safe else None
    days = [due.day for due in (reckoned.safe, reckoned.latest) if due] if reckoned else []
    is_disputed = reckoned is not None and reckoned.status is Status.WHAT_IF
    period = reckoned.clock.period if reckoned else None
    hours = period is not None and period.unit is PeriodUnit.HOURS
    readings = [
        {"reading": reading, "strip": strip_of(reading, is_hours=hours)}
        for reading in (reckoned.by_date if reckoned else ())
    ]
    return {
        "offer": offer,
        "phrase": _phrase_shape(offer.deadline.phrase),
        "is_stated": offer.deadline.phrase.form is DueForm.DATE,
        "readings": readings,
        "stated": _stated(offer, offers) if readings else [],
        "doubts": known.of(rule, days, disputed=is_disputed) if readings else (),
    }


def _made_again(stored: Stored | None) -> dict[str, Any] | None:
    """What a stored count rests on, and whether it comes out again byte for byte."""
    return None if stored is None else {"pins": stored.pins, "why_not": made_again(stored)}


def _stated(offer: Offer, offers: list[Offer]) -> list[dict[str, Any]]:
    """Dates that the paper states for the same duty, beside the counted one; none is merged."""
    mine = offer.deadline
    if mine.phrase.form is DueForm.DATE or mine.reckoned is None or mine.reckoned.safe is None:
        return []
    rows = (row.deadline for row in offers if row.owed_by is offer.owed_by)
    return [
        {"due": row.reckoned.safe, "differs": row.reckoned.safe.day != mine.reckoned.safe.day}
        for row in rows
        if row.phrase.form is DueForm.DATE and row.due_for is mine.due_for
        and row.reckoned is not None and row.reckoned.safe is not None
    ]  # fmt: skip


def _phrase_shape(phrase: DuePhrase) -> dict[str, Any]:
    names = ("date", "time", "tz", "amount", "unit", "counting", "direction", "trigger")
    shape = {name: getattr(phrase, name) for name in (*names, "trigger_text")}
    return {**shape, "form": phrase.form.value, "for": phrase.due_for.value}


def _services(held: Frame, terms: Callable[[date | None], list[Terms]]) -> list[dict[str, Any]]:
    """The accounts of service on the docket, each with whose it is and how it is known.

    Beside each stands what this office said of its way of service, as it held on the day.
    """
    state = held.page.state
    entries = [state.entries[row.entry] for row in state.services]
    return [
        {
            "act": entry.act,
            "day": row.day,
            "side": row.side,
            "known_by": entry.known_by,
            "terms": [
                one
                for one in terms(row.day)
                if isinstance(entry.act, ServiceRecorded) and one.channel is entry.act.channel
            ],
        }
        for row, entry in zip(state.services, entries, strict=True)
    ]


@login_required
@require_POST
def service(request: HttpRequest, docket: str) -> HttpResponse:
    """Record one account of service, and put in force what can now be counted."""
    form = request.POST
    record_service(
        request.user,
        docket,
        ServedBy(form.get("channel") or ServedBy.UNKNOWN),
        moment_given(form.get("on", ""), form.get("at", "")),
        server=form.get("server") or None,
        place=form.get("place") or None,
        known_by=KnownBy(form.get("known_by") or KnownBy.DOCUMENT),
    )
    started = reckon_deadlines(request.user, docket)
    messages.success(request, _started(len(started)))
    return redirect("docket:dates", docket)


@login_required
@require_POST
def start(request: HttpRequest, docket: str) -> HttpResponse:
    """Put in force every date that can be counted."""
    started = reckon_deadlines(request.user, docket)
    messages.success(request, _started(len(started)))
    return redirect("docket:dates", docket)


@login_required
@require_POST
def recount(request: HttpRequest, docket: str) -> HttpResponse:
    """Accept a newly counted date in the place of the one that stands."""
    form = request.POST
    accept_recount(request.user, docket, form.get("obligation", ""), form.get("seen", ""))
    messages.success(request, _("The new date is in force; the old one stays on the docket."))
    return redirect("docket:dates", docket)


@login_required
@require_POST
def happened(request: HttpRequest, docket: str) -> HttpResponse:
    """Record that an awaited event has happened, and count from it."""
    form = request.POST
    moment = moment_given(form.get("on", ""), form.get("at", ""))
    if moment is None:
        raise UsageError(
            _("The day of the event is missing."),
            why=_("A date counted from a guessed start would be wrong."),
            code="dates.event-day",
        )
    record_owed_event(request.user, docket, RunsFrom(form["event"]), moment)
    started = reckon_deadlines(request.user, docket)
    messages.success(request, _started(len(started)))
    return redirect("docket:dates", docket)


def _started(count: int) -> str:
    if not count:
        return _("Recorded. No date was put in force by it.")
    return _("Recorded. Dates now in force: %(n)s.") % {"n": count}
