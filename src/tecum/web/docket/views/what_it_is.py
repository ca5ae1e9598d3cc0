"""The tab *What it is*: the paper left, the read fields right, confirm, correct, register."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.docket.acts import DocumentRead
from tecum.docket.acts.arrival import (
    AttachedAs,
    CorrectionReason,
    Dismissal,
    ReleaseReason,
    ValueStanding,
)
from tecum.docket.acts.registration import Urgency
from tecum.docket.state.axes import ArrivalStep
from tecum.web.accounts.policies import may
from tecum.web.docket import states
from tecum.web.docket.services import prefilled, register_demand
from tecum.web.docket.views.corrections import entered_value
from tecum.web.docket.views.frame import Frame, frame
from tecum.web.docket.views.rows import grouped, in_order
from tecum.web.intake import paper, passwords
from tecum.web.intake.alike import alike
from tecum.web.intake.correspondence import concerned
from tecum.web.intake.reading import READER
from tecum.web.intake.selectors import (
    changed_by_rereading,
    is_being_read,
    may_have_original,
    reading_json,
)
from tecum.web.intake.services import confirm_field, correct_field, waits_for_password
from tecum.words import (
    Category,
    Counting,
    Direction,
    DueFor,
    DueForm,
    OwedBy,
    Trigger,
    Unit,
)

DUE_LISTS = {
    "form": DueForm,
    "for": DueFor,
    "unit": Unit,
    "counting": Counting,
    "direction": Direction,
    "trigger": Trigger,
    "owed_by": OwedBy,
}


@login_required
@require_GET
def page(request: HttpRequest, docket: str) -> HttpResponse:
    """The paper beside what was read from it."""
    held = frame(request, docket, "page")
    reading = _reading(held)
    context = {
        "frame": held,
        "reading": reading,
        "pages": _pages(held, reading),
        "rows": grouped(held.fields, reading),
        "next": next((f.path for f in in_order(held.fields) if f.must_confirm), None),
        "reasons": list(CorrectionReason),
        "dismissals": list(Dismissal),
        "categories": list(Category),
        "due_lists": {name: list(words) for name, words in DUE_LISTS.items()},
        "may_confirm": bool(may(request.user, "field-confirmed", held.page.docket)),
        "may_register": bool(may(request.user, "demand-registered", held.page.docket)),
        "may_take": not held.page.sees_subjects
        and bool(may(request.user, "demand-assigned", held.page.docket)),
        "urgencies": list(Urgency),
        "alike": alike(request.user, docket),
        "attached_as": list(AttachedAs),
        "may_attach": bool(may(request.user, "document-attached", held.page.docket)),
        "may_original": may_have_original(request.user, docket),
        "older_reader": _read_by_older(held),
        "changed": _changed(held),
        "concerned": _concerned(request, held, reading),
        "locked": _locked(request, held, reading),
        "set_apart": _set_apart(held),
        "may_release": bool(may(request.user, "document-released", held.page.docket)),
        "release_reasons": list(ReleaseReason),
    }
    return render(request, "docket/page.html", context)


def _set_apart(held: Frame) -> str:
    """The word under which the document was set apart; empty where it was not."""
    arrival = held.page.state.arrivals.get(held.arrival) if held.arrival else None
    apart = (ArrivalStep.DISMISSED, ArrivalStep.QUARANTINED)
    return arrival.step.value if arrival is not None and arrival.step in apart else ""


def _concerned(request: HttpRequest, held: Frame, reading: Any) -> Any:
    """The docket that a mail seems to concern, for whoever reads its words."""
    if not reading or not held.page.sees_subjects:
        return None
    return concerned(request.user, held.docket, reading)


def _locked(request: HttpRequest, held: Frame, reading: Any) -> dict[str, Any] | None:
    """What the notice on a locked document says; words of a covering mail stay an offer."""
    if held.arrival is None or not waits_for_password(held.docket):
        return None
    named = passwords.offered(reading) if reading and held.page.sees_subjects else ()
    chosen = request.GET.get("offered", "")
    taken = next((row.word for n, row in enumerate(named, 1) if chosen == str(n)), "")
    return {
        "offered": named,
        "taken": taken,
        "refused": passwords.was_refused(held.docket, held.arrival),
        "opens": is_being_read(held.docket, held.arrival),
        "sees": held.page.sees_subjects,
    }


def _read_by_older(held: Frame) -> bool:
    """Whether the newest reading is that of an older reader."""
    entry = held.page.state.entries.get(held.reading) if held.reading else None
    act = entry.act if entry is not None else None
    return isinstance(act, DocumentRead) and act.reader_version != READER


def _changed(held: Frame) -> list[str]:
    """Names of fields on which clocks rest and that a newer reader reads otherwise."""
    paths = changed_by_rereading(held.docket)
    return sorted({path.split(".")[0] for path in paths})


_OF_THE_FILE = ("outcome", "reason", "warnings", "failed_redaction")
"""What a reading says of the file and of nobody that it names."""


def _reading(held: Frame) -> Any:
    """The stored reading; of it, only what is of the file for those who see no words."""
    state = states.state_of(held.page.docket)
    entry = state.readings.get(held.reading) if held.reading else None
    stored = reading_json(held.docket, state, entry)
    if stored is None or held.page.sees_subjects:
        return stored
    return {name: stored[name] for name in _OF_THE_FILE} | {"items": len(stored["items"])}


def _pages(held: Frame, stored: Any) -> list[paper.PaperPage]:
    if stored is None or not held.page.sees_subjects:
        return []
    return paper.paper_pages(stored, held.fields)


@login_required
@require_POST
def confirm(request: HttpRequest, docket: str) -> HttpResponse:
    """Record that a read value is what the page says, and go on to the next."""
    path = request.POST["path"]
    confirm_field(request.user, docket, request.POST["reading"], path)
    return redirect(_next(request, docket, path))


@login_required
@require_POST
def correct(request: HttpRequest, docket: str) -> HttpResponse:
    """Record what the page says instead; the machine's value stays beneath."""
    form = request.POST
    path = form["path"]
    held = frame(request, docket, "page")
    standing = ValueStanding(form.get("standing") or ValueStanding.VALUE)
    value = None
    if standing is ValueStanding.VALUE:
        value = entered_value(path, form.dict(), held.value(path))
    correct_field(
        request.user,
        docket,
        form["reading"],
        path,
        standing=standing,
        value=value,
        reason=CorrectionReason(form.get("reason") or CorrectionReason.MISREAD),
    )
    return redirect(_next(request, docket, path))


def _next(request: HttpRequest, docket: str, path: str) -> str:
    """The page at the next field to confirm, in the order of the page."""
    rows = in_order(frame(request, docket, "page").fields)
    paths = [row.path for row in rows]
    here = paths.index(path) if path in paths else -1
    later = [row.path for row in (*rows[here + 1 :], *rows[:here]) if row.must_confirm]
    anchor = f"#field-{(later[0] if later else path).replace('.', '-')}"
    return reverse("docket:page", args=[docket]) + (anchor if later else "#next")


@login_required
@require_POST
def register(request: HttpRequest, docket: str) -> HttpResponse:
    """Register the arrival as a demand, by what persons have confirmed and corrected."""
    held = prefilled(request.user, docket)
    form = request.POST
    ready = held.with_(
        no_items_stated=not held.items and form.get("no_items") == "yes",
        urgency=Urgency(form.get("urgency") or Urgency.ROUTINE),
    )
    register_demand(request.user, docket, ready, number=form.get("number") or None)
    messages.success(request, _("Registered. Next: how and when it was served."))
    return redirect("docket:dates", docket)
