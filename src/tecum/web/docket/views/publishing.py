"""What of a demand anybody may read: chosen field by field, seen beforehand, with a day."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.docket.acts import VisibilitySet
from tecum.docket.acts.registration import PublicField
from tecum.errors import UsageError
from tecum.web.accounts.policies import may
from tecum.web.docket import services
from tecum.web.docket.asking import moment_given
from tecum.web.docket.published import by_field, would_show
from tecum.web.docket.views.frame import frame

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
    context = {
        "frame": held,
        "fields": [(f.value, shown.get(f.value), f in released) for f in PublicField],
        "act": act,
        "is_sealed": state.sealed_by is not None,
        "may_publish": bool(may(request.user, VisibilitySet.slug, held.page.docket)),
    }
    return render(request, "docket/publishing.html", context)


@login_required
@require_POST
def publish(request: HttpRequest, docket: str) -> HttpResponse:
    """Release the chosen fields, and no other; none takes the demand back from the public."""
    form = request.POST
    fields = [PublicField(name) for name in form.getlist("field")]
    until = moment_given(form.get("embargo", ""), form.get("embargo_at") or "00:00")
    if until is not None and not isinstance(until, datetime):
        raise UsageError(
            _("The embargo has no instant."),
            do=_("Give a day, and an hour if it is not midnight."),
            code="publish.embargo",
        )
    services.set_visibility(
        request.user, docket, fields, embargo_until=until, reason=form.get("reason", "").strip()
    )
    said = _("Anybody may read what was chosen.") if fields else _("Nothing of it is public.")
    messages.success(request, said)
    return redirect("docket:publishing", docket)
