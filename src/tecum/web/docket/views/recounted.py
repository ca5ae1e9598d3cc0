"""A date counted otherwise: what-if answers, earlier dates, and the list under changed law."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from tecum.docket.acts import ClockStarted, DeadlineRecomputed, DueDateSet
from tecum.docket.acts.clocks import RecomputeCause
from tecum.docket.entry import Entry
from tecum.errors import ReckonError, UsageError
from tecum.reckoning import Event
from tecum.reckoning.asked import FixedDate, answered
from tecum.reckoning.calendars import Calendar
from tecum.reckoning.result import Reckoned
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.policies import may
from tecum.web.docket.asking import moment_given
from tecum.web.docket.deadlines import Offer
from tecum.web.docket.desk import clocks, desk
from tecum.web.docket.recounting import accept_recount, note_unmoved, recounts
from tecum.web.docket.views.frame import Frame
from tecum.web.docket.views.strip import strip_of

__all__ = ["WhatIf", "calendars_offered", "history_of", "recount_list"]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A question that records nothing: the same count from another start, or by another calendar.

    Attributes:
        obligation: Which date is asked about; empty where nothing is asked.
    """

    obligation: str
    start: str
    at: str
    calendar: str

    @classmethod
    def of(cls, request: HttpRequest) -> WhatIf:
        """What the address asks."""
        given = request.GET
        return cls(
            given.get("what_if", ""),
            given.get("start", ""),
            given.get("at", ""),
            given.get("calendar", ""),
        )

    def answer_to(self, offer: Offer) -> dict[str, Any] | None:
        """The readings from this start, marked as what-if; an error in words where none."""
        asked = offer.deadline.asked
        if offer.obligation != self.obligation or asked is None or isinstance(asked.of, FixedDate):
            return None
        ready = desk()
        if self.calendar and self.calendar not in ready.calendars:
            raise UsageError(_("There is no such calendar."), code="dates.calendar")
        start = moment_given(self.start, self.at)
        given = replace(asked, calendar=self.calendar or asked.calendar)
        if start is not None and asked.event is not None:
            given = replace(given, event=Event(asked.event.kind), what_if=start)
        try:
            found = answered(given, clocks(ready), ready.calendars)
        except ReckonError as error:
            return {"readings": [], "why_not": error.what}
        return {"readings": readings_with_strips(found), "why_not": ""}


def readings_with_strips(found: Reckoned) -> list[dict[str, Any]]:
    """Every reading, the safe one first, with its counting strip."""
    return [
        {"reading": one, "strip": strip_of(one, is_hours=one.counts_hours)} for one in found.by_date
    ]


def calendars_offered() -> Sequence[Calendar]:
    """The calendars that a what-if may be counted by."""
    return list(desk().calendars.values())


def history_of(held: Frame, obligation: str) -> list[dict[str, Any]]:
    """The dates that stood before for an obligation, the first one first."""
    rows = [
        entry
        for entry in held.page.state.entries.values()
        if isinstance(entry.act, ClockStarted | DeadlineRecomputed | DueDateSet)
        and entry.act.obligation == obligation
    ]
    return [_past(entry) for entry in rows] if len(rows) > 1 else []


def _past(entry: Entry) -> dict[str, Any]:
    act = entry.act
    cause = act.cause.value if isinstance(act, DeadlineRecomputed) else ""
    due = act.due if isinstance(act, DueDateSet) else getattr(act, "safe", None)
    return {"due": due, "cause": cause, "recorded_at": entry.recorded_at}


@login_required
@require_GET
def recount_list(request: HttpRequest) -> HttpResponse:
    """Every open date that rests on law no longer in use: before, after, and where they part."""
    found = recounts(request.user)
    context = {
        "found": found,
        "causes": {cause.value: cause for cause in RecomputeCause},
        "may_accept": bool(may(request.user, DeadlineRecomputed.slug)),
    }
    return render(request, "docket/recount.html", context)


@login_required
@require_POST
def recount_accept(request: HttpRequest) -> HttpResponse:
    """Accept the chosen dates, or note that the others stay as they are.

    Raises:
        NotFound: this person may move no date.
    """
    if not may(request.user, DeadlineRecomputed.slug):
        raise NotFound
    if request.POST.get("unmoved"):
        noted = note_unmoved(request.user)
        text = ngettext("%(n)s date stays as it is.", "%(n)s dates stay as they are.", noted)
        messages.success(request, text % {"n": noted})
        return redirect("docket:recount-list")
    accepted = 0
    for row in request.POST.getlist("chosen"):
        docket, obligation, seen = [*row.split("~"), "", ""][:3]
        accept_recount(request.user, docket, obligation, seen)
        accepted += 1
    text = ngettext("%(n)s date was moved.", "%(n)s dates were moved.", accepted)
    messages.success(request, text % {"n": accepted})
    return redirect("docket:recount-list")
