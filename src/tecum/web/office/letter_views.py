"""Letter texts: every version, the fields that are filled, changing one."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.errors import UsageError
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.policies import has_role
from tecum.web.office import letters
from tecum.words import Role

__all__ = ["letter", "letter_keep", "letter_list"]

READS = (Role.LEAD, Role.OPERATOR, Role.AUDITOR, Role.COUNSEL, Role.CLERK)
CHANGES = (Role.LEAD, Role.OPERATOR)


@login_required
@require_GET
def letter_list(request: HttpRequest) -> HttpResponse:
    """Every letter text with its version."""
    if not has_role(request.user, *READS):
        raise NotFound
    context = {
        "letters": letters.letters(),
        "fields": list(letters.FIELDS.items()),
        "may_change": has_role(request.user, *CHANGES),
    }
    return render(request, "office/letters.html", context)


@login_required
@require_GET
def letter(request: HttpRequest, name: str) -> HttpResponse:
    """One text with its versions."""
    held = letters.letter(name) if has_role(request.user, *READS) else None
    if held is None:
        raise NotFound
    return _shown(request, name, held.text)


@login_required
@require_POST
def letter_keep(request: HttpRequest, name: str) -> HttpResponse:
    """Keep a text as a new version; the old ones stay. ``new`` takes its name from the form."""
    if not has_role(request.user, *CHANGES):
        raise NotFound
    name = request.POST.get("name", "").strip() if name == "new" else name
    text = request.POST.get("text", "")
    try:
        letters.keep_letter(request.user, name, text)
    except UsageError as problem:
        return _shown(request, name, text, problem)
    messages.success(request, _("Recorded on the office's docket."))
    return redirect("office:letters")


def _shown(
    request: HttpRequest, name: str, text: str, problem: UsageError | None = None
) -> HttpResponse:
    context = {
        "name": name,
        "letter": letters.letter(name),
        "text": text,
        "problem": problem,
        "fields": list(letters.FIELDS.items()),
        "may_change": has_role(request.user, *CHANGES),
    }
    return render(request, "office/letter.html", context, status=400 if problem else 200)
