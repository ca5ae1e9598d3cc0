"""The office's settings, and changing one of them: first seen as before and after, then done."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tecum.errors import TecumError, UsageError
from tecum.office import office_from
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Office, Person
from tecum.web.accounts.policies import has_role
from tecum.web.accounts.selectors import people
from tecum.web.accounts.services import change_profile
from tecum.web.office.forms import choices_of, standard, typed
from tecum.web.office.kept import names_under
from tecum.web.office.mailing import channel, is_proved
from tecum.web.office.selectors import (
    Setting,
    calendars,
    kinds_of_office,
    setting,
    settings_by_group,
    signing_keys,
)
from tecum.web.office.terms import terms_in_force
from tecum.words import Role

__all__ = ["change", "office"]

_CHANGES = (Role.LEAD, Role.OPERATOR)
_READS = (*_CHANGES, Role.AUDITOR)


@login_required
@require_GET
def office(request: HttpRequest) -> HttpResponse:
    """What the profile says, since when and by whom; calendars, keys, people."""
    if not has_role(request.user, *_READS):
        raise NotFound
    context = {
        "groups": settings_by_group(),
        "calendars": calendars(),
        "keys": signing_keys(),
        "letters": names_under("letter."),
        "teams": names_under("team."),
        "mail_out": channel(),
        "is_proved": is_proved(),
        "terms": terms_in_force(),
        "persons": len(people()),
        "may_change": has_role(request.user, *_CHANGES),
    }
    return render(request, "office/office.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, key: str) -> HttpResponse:
    """One setting: typed, shown as before and after, then recorded if it still stands so."""
    held = setting(key) if has_role(request.user, *_CHANGES) else None
    if held is None:
        raise NotFound
    problem, looked_at = None, False
    text = held.value if request.method == "GET" else "\n".join(request.POST.getlist("value"))
    if request.method == "POST":
        try:
            value = typed(key, text)
            office_from({**Office.objects.get().profile, key: value})
            if request.POST.get("step") == "record":
                _record(request.user, held, value, request.POST.get("before", ""))
                messages.success(request, _("Recorded on the office's docket."))
                return redirect("office:office")
            looked_at = True
        except TecumError as error:
            problem = error
    context = {
        "setting": held,
        "text": text,
        "problem": problem,
        "looked_at": looked_at,
        "choices": choices_of(held.key),
        "kinds": kinds_of_office() if held.key == "recipient_class" else {},
        "chosen": text.splitlines() if held.is_set or looked_at or problem else standard(held.key),
    }
    return render(request, "office/change.html", context, status=400 if problem else 200)


def _record(person: Person, held: Setting, value: object, before: str) -> None:
    if before.replace("\r\n", "\n") != held.value:
        raise UsageError(
            _("Somebody has changed this setting since you looked at it."),
            why=_("What you saw as before is not what stands now."),
            do=_("Look at what stands now, then change it again."),
            code="office.moved",
        )
    change_profile(person, {held.key: value})
