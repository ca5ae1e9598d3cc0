"""What of a demand anybody may read: chosen field by field, seen beforehand, with a day."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.clock import now
from tecum.docket.acts import VisibilitySet
from tecum.docket.acts.registration import PublicField
from tecum.web.accounts.policies import may
from tecum.web.accounts.selectors import profile
from tecum.web.docket import services
from tecum.web.docket.asking import moment_given
from tecum.web.docket.published import by_field, would_show
from tecum.web.docket.views.frame import frame
from tecum.web.ui.days import due_moment

__all__ = ["publish", "publishing"]


@login_required
@require_GET
def publishing(request: HttpRequest, docket: str) -> HttpResponse:
    """Each field that may be released, with the words that readers would see."""
    held = frame(request, docket, "items")
    state = held.page.state
    entry = state.entries.get(state.visibility) if state.visibility else None
    act = entry.act if entry is not None and isinstance(entry.act, VisibilitySet) else None
    released = set(act.fields) if act is not None else set()
    shown = by_field(would_show(docket)) if held.is_registered else {}
    until = act.embargo_until if act is not None and act.fields else None
    waits = until.astimezone(ZoneInfo(profile().zone)) if until and until > now() else None
    context = {
        "frame": held,
        "fields": [(f.value, shown.get(f.value), f in released) for f in PublicField],
        "waits": waits,
        "waits_day": f"{waits:%Y-%m-%d}" if waits else "",
        "waits_at": f"{waits:%H:%M}" if waits else "",
        "is_sealed": state.sealed_by is not None,
        "may_publish": bool(may(request.user, VisibilitySet.slug, held.page.docket)),
    }
    return render(request, "docket/publishing.html", context)


@login_required
@require_POST
def publish(request: HttpRequest, docket: str) -> HttpResponse:
    """Release the chosen fields, and no other; none takes the demand back from the public."""
    form = request.POST
    fields = [PublicField(name) for name in form.getlist("public_field")]
    until = _held_back_until(form.get("embargo", ""), form.get("embargo_at", ""))
    services.set_visibility(
        request.user, docket, fields, embargo_until=until, reason=form.get("reason", "").strip()
    )
    messages.success(request, _said(fields, until))
    return redirect("docket:publishing", docket)


def _held_back_until(day: str, wall: str) -> datetime | None:
    """The instant before which nobody reads it; the day begins at midnight where no hour is."""
    given = moment_given(day, wall or ("00:00" if day else ""))
    return given if isinstance(given, datetime) else None


def _said(fields: list[PublicField], until: datetime | None) -> str:
    if not fields:
        return _("Nothing of it is public.")
    if until is None or until <= now():
        return _("Anybody may read what was chosen.")
    moment = due_moment(until, profile().zone)
    return _("From %(moment)s on anybody may read what was chosen.") % {"moment": moment}
