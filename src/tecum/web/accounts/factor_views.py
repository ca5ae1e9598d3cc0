"""Passkeys, codes, and the pages that ask again who is there."""

from __future__ import annotations

import io
import json
from typing import Any

import segno
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tecum.errors import UsageError
from tecum.web.accounts import codes, drafts, passkeys, services
from tecum.web.accounts.errors import NotFound, SignInRefused
from tecum.web.accounts.fresh import has_factor, is_fresh, shown
from tecum.web.accounts.leaving import sessions_of
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import has_role
from tecum.web.accounts.selectors import office, person_named
from tecum.web.accounts.sessions import sign_in
from tecum.web.typed import whole
from tecum.web.ui.templatetags.spoken import spoken
from tecum.web.ui.typed_words import shown_again
from tecum.words import Role

_STATE, _SECRET = "passkey", "new_code_secret"


@require_POST
def passkey_options(request: HttpRequest) -> HttpResponse:
    """What the browser needs to show a passkey; the answer must come in the same session."""
    options, request.session[_STATE] = passkeys.asked(passkeys.origin_of(request))
    return JsonResponse(options)


@require_POST
def passkey_answer(request: HttpRequest) -> HttpResponse:
    """Let in whose passkey answered, or note that whoever is in has just shown it."""
    try:
        person = passkeys.known(passkeys.origin_of(request), _state(request), _answer(request))
        if request.user.is_authenticated and person != request.user:
            raise SignInRefused(_("This is another person’s passkey."), code="signin.passkey")
    except SignInRefused as error:
        return JsonResponse({"what": spoken(error.what), "do": spoken(error.do)}, status=403)
    if request.user.is_authenticated:
        shown(request)
    else:
        sign_in(request, person, factor=True)
    return JsonResponse({"next": after_sign_in(request, _draft(request))})


@require_http_methods(["GET", "POST"])
@login_required
def again(request: HttpRequest) -> HttpResponse:
    """Ask who is there before an act that needs it; a code by form, a passkey by script."""
    problem: SignInRefused | None = None
    status = 200
    if request.method == "POST":
        try:
            if codes.is_right(request.user, request.POST.get("code", "")):
                shown(request)
                return redirect(after_sign_in(request, _draft(request)))
            problem = _wrong_code()
        except SignInRefused as error:
            problem = error
        status = 403
    context = {
        "problem": problem,
        "draft": _draft(request) or "",
        "has_passkey": request.user.passkeys.exists(),
        "has_code": codes.has_generator(request.user),
        "is_possible": passkeys.is_possible(passkeys.host_of(request)),
    }
    return render(request, "accounts/again.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, draft: str) -> HttpResponse:
    """A form that was kept: it is sent by its button, or thrown away."""
    if request.method == "POST":
        drafts.done(request.user, draft)
        messages.info(request, _("Thrown away."))
        return redirect("intake:inbox")
    kept = drafts.kept(request.user, draft)
    if kept is None:
        raise NotFound
    typed = shown_again(kept.fields)
    context = {"kept": kept, "typed": typed, "field": drafts.FIELD}
    return render(request, "accounts/draft.html", context)


@login_required
@require_GET
def factors(request: HttpRequest) -> HttpResponse:
    """A person's own ways in."""
    return _factors(request)


@login_required
@require_POST
def passkey_new(request: HttpRequest) -> HttpResponse:
    """What the browser needs to make a passkey."""
    _must_be_fresh(request)
    options, request.session[_STATE] = passkeys.begin_adding(
        request.user, passkeys.origin_of(request)
    )
    return JsonResponse(options)


@login_required
@require_POST
def passkey_keep(request: HttpRequest) -> HttpResponse:
    """Keep the passkey that the browser made."""
    _must_be_fresh(request)
    answer = _answer(request)
    name = answer.pop("name", "")
    first = not has_factor(request.user)
    try:
        passkeys.add(request.user, passkeys.origin_of(request), _state(request), answer, str(name))
    except SignInRefused as error:
        return JsonResponse({"what": spoken(error.what), "do": spoken(error.do)}, status=403)
    shown(request)
    if first:
        request.session["show_recovery"] = True
    messages.success(request, _("The passkey is added."))
    return JsonResponse({"next": reverse("accounts:factors")})


@login_required
@require_POST
def passkey_remove(request: HttpRequest) -> HttpResponse:
    """Take away an own passkey."""
    _must_be_fresh(request)
    number = whole(request.POST.get("passkey"))
    if number is not None:
        passkeys.remove(request.user, number)
        messages.success(request, _("The passkey is taken away."))
    return redirect("accounts:factors")


@login_required
@require_POST
def code_new(request: HttpRequest) -> HttpResponse:
    """Show a secret for an authenticator program; it counts once a code of it is typed."""
    _must_be_fresh(request)
    request.session[_SECRET] = codes.begin()
    return redirect("accounts:factors")


@login_required
@require_POST
def code_keep(request: HttpRequest) -> HttpResponse:
    """Keep the secret, since the program gives its codes."""
    _must_be_fresh(request)
    secret = request.session.get(_SECRET)
    first = not has_factor(request.user)
    if not secret or not codes.keep(request.user, secret, request.POST.get("code", "")):
        return _factors(request, problem=_wrong_code(), status=403)
    del request.session[_SECRET]
    shown(request)
    if first:
        request.session["show_recovery"] = True
    messages.success(request, _("The program’s codes count from now on."))
    return redirect("accounts:factors")


@login_required
@require_POST
def code_remove(request: HttpRequest) -> HttpResponse:
    """Take away the own code generator."""
    _must_be_fresh(request)
    codes.remove(request.user)
    messages.success(request, _("Codes of that program no longer count."))
    return redirect("accounts:factors")


@login_required
@require_POST
def recovery_new(request: HttpRequest) -> HttpResponse:
    """Make ten recovery codes and show them, this once."""
    _must_be_fresh(request)
    return _factors(request, recovery=codes.new_recovery_codes(request.user))


@login_required
@require_POST
def sessions_end(request: HttpRequest) -> HttpResponse:
    """End every session of one's own, this one too."""
    services.end_sessions(request.user)
    return redirect("accounts:sign-in")


@login_required
@require_POST
def link_for(request: HttpRequest, person: str) -> HttpResponse:
    """Make a one-time link for somebody who works here; it is shown once."""
    found = _managed(request, person)
    token = services.link_for(request.user, found)
    request.session["made_link"] = request.build_absolute_uri(f"/sign-in/{token}")
    return redirect("accounts:people")


@login_required
@require_POST
def factors_forget(request: HttpRequest, person: str) -> HttpResponse:
    """Take away somebody's passkeys and codes, who has lost them, and end their sessions."""
    found = _managed(request, person)
    services.forget_factors(request.user, found)
    messages.success(request, _("Passkeys and codes are taken away; a link lets that person in."))
    return redirect("accounts:people")


def after_sign_in(request: HttpRequest, wanted: str | None = None) -> str:
    """Where to go: to a form that was kept, else to the inbox."""
    kept = wanted or drafts.newest(request.user)
    if kept and drafts.kept(request.user, kept) is not None:
        return reverse("accounts:draft", args=[kept])
    return reverse("intake:inbox")


def _factors(
    request: HttpRequest,
    *,
    problem: SignInRefused | None = None,
    recovery: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    if recovery is None and request.session.pop("show_recovery", False):
        recovery = codes.new_recovery_codes(request.user)
    secret = request.session.get(_SECRET, "")
    row = office()
    context: dict[str, Any] = {
        "problem": problem,
        "recovery": recovery,
        "recovery_left": request.user.recovery_codes.filter(used_at=None).count(),
        "passkeys": request.user.passkeys.order_by("added_at"),
        "has_code": codes.has_generator(request.user),
        "is_possible": passkeys.is_possible(passkeys.host_of(request)),
        "secret": " ".join(secret[i : i + 4] for i in range(0, len(secret), 4)),
        "is_locked": has_factor(request.user) and not is_fresh(request),
        "sessions": sessions_of(request.user, request.session.session_key),
    }
    if secret and row is not None:
        context["square"] = _square(codes.provisioning(secret, request.user, row.name))
    return render(request, "accounts/factors.html", context, status=status)


def _square(text: str) -> str:
    """A QR code (ISO/IEC 18004) as SVG without a script or a style."""
    out = io.BytesIO()
    segno.make(text, micro=False).save(
        out, kind="svg", scale=4, border=4, xmldecl=False, light="#fff", svgclass=None,
        lineclass=None, title=_("Code for the authenticator program"),
    )  # fmt: skip
    return out.getvalue().decode()


def _must_be_fresh(request: HttpRequest) -> None:
    if has_factor(request.user) and not is_fresh(request):
        raise UsageError(
            _("Show first who is there."),
            why=_("Whoever finds an open session must not be able to change its ways in."),
            do=_("Choose “Show who is there” on this page, then go on."),
            code="signin.stale",
        )


def _managed(request: HttpRequest, person: str) -> Person:
    if not has_role(request.user, Role.LEAD, Role.OPERATOR):
        raise NotFound
    found = person_named(person)
    if found is None:
        raise NotFound
    return found


def _wrong_code() -> SignInRefused:
    return SignInRefused(
        _("This code does not count."),
        why=_("It was mistyped, is too old, or was used before."),
        do=_("Wait for the next code of the program, or use a recovery code."),
        code="signin.code",
    )


def _draft(request: HttpRequest) -> str | None:
    return request.GET.get("draft") or None


def _state(request: HttpRequest) -> Any:
    state = request.session.pop(_STATE, None)
    if state is None:
        raise SignInRefused(
            _("Nothing was asked of a passkey here."), do=_("Begin again."), code="signin.passkey"
        )
    return state


def _answer(request: HttpRequest) -> dict[str, Any]:
    try:
        answer = json.loads(request.body)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise SignInRefused(_("This is not a passkey’s answer."), code="signin.passkey")
    return answer
