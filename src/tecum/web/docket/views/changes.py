"""Changes to a demand in course: what is asked, by when, and who may know of it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.docket.acts.registration import SealGround
from tecum.docket.state.sealing import seals_of
from tecum.errors import UsageError
from tecum.web.accounts.policies import has_role, may
from tecum.web.accounts.selectors import people
from tecum.web.docket import services
from tecum.web.docket.asking import moment_given
from tecum.web.docket.views.forms import form_context
from tecum.web.docket.views.frame import Frame, frame
from tecum.web.office.teams import members_of, teams
from tecum.words import Category, Role, Side

__all__ = ["add", "changes", "more_time", "narrow", "seal", "split", "unseal"]

_ASKED, _GIVEN, _REFUSED = "sought", "granted", "refused"


@login_required
@require_GET
def changes(request: HttpRequest, docket: str) -> HttpResponse:
    """Forms by which what is asked changes, and by which a matter is sealed."""
    held = frame(request, docket, "items")
    state, row = held.page.state, held.page.docket
    context = {
        "frame": held,
        "items": held.page.items,
        "categories": list(Category),
        "grounds": list(SealGround),
        "colleagues": [one for one in people() if one.pk != request.user.pk],
        "teams": teams(),
        "is_sealed": bool(state.seals),
        "seals": [(state.entries[ref], act) for ref, act in seals_of(state)],
        "may_narrow": bool(may(request.user, "demand-narrowed", row)),
        "may_change": bool(may(request.user, "item-split", row)),
        "may_seal": _may_seal(request, held),
    }
    context |= form_context(request, held, "changes")
    return render(request, "docket/changes.html", context)


def _may_seal(request: HttpRequest, held: Frame) -> bool:
    """Whether somebody's role, and for counsel the office's profile, lets them seal."""
    answer = may(request.user, "matter-sealed", held.page.docket)
    return bool(answer) and (
        has_role(request.user, Role.LEAD) or held.page.state.rules.counsel_may_seal
    )


@login_required
@require_POST
def more_time(request: HttpRequest, docket: str) -> HttpResponse:
    """Record that more time was asked for, given or refused, by the page of dates."""
    form = request.POST
    what, obligation = form.get("what", ""), form.get("obligation", "")
    moment = moment_given(form.get("on", ""), form.get("at", ""))
    if what == _GIVEN:
        if moment is None:
            raise UsageError(
                _("The new date is missing."),
                why=_("Time that is given ends on a day."),
                do=_("Enter the day, and the time if one was named."),
                code="dates.extension-day",
            )
        services.grant_time(request.user, docket, obligation, moment)
        messages.success(request, _("The time given is on the docket; the first date stays shown."))
    elif what == _REFUSED:
        services.refuse_time(request.user, docket, obligation)
        messages.success(request, _("The refusal is on the docket. The date stands."))
    else:
        services.seek_time(request.user, docket, obligation, moment)
        messages.success(request, _("The request is on the docket. The date stands meanwhile."))
    return redirect("docket:dates", docket)


@login_required
@require_POST
def narrow(request: HttpRequest, docket: str) -> HttpResponse:
    """Record that an item is asked in fewer words, or no longer."""
    form = request.POST
    text = form.get("text", "").strip() or None
    services.narrow_item(request.user, docket, form.get("item", ""), text, side=Side.THEIRS)
    messages.success(request, _("Recorded. What was determined on it is to be looked at again."))
    return redirect("docket:items", docket)


@login_required
@require_POST
def split(request: HttpRequest, docket: str) -> HttpResponse:
    """Put several items in the place of one."""
    form = request.POST
    texts = form.get("texts", "").splitlines()
    category = Category(form.get("category") or Category.OTHER)
    services.split_item(request.user, docket, form.get("item", ""), texts, category)
    messages.success(request, _("Each part now stands for itself."))
    return redirect("docket:items", docket)


@login_required
@require_POST
def add(request: HttpRequest, docket: str) -> HttpResponse:
    """Record an item that was not registered."""
    form = request.POST
    label, text = form.get("label", "").strip(), form.get("text", "").strip()
    if not label or not text:
        raise UsageError(
            _("An item needs its label and its words."),
            do=_("Enter both as the paper has them."),
            code="items.incomplete",
        )
    category = Category(form.get("category") or Category.OTHER)
    services.add_item(request.user, docket, label, text, category)
    messages.success(request, _("The item stands on the demand."))
    return redirect("docket:items", docket)


@login_required
@require_POST
def seal(request: HttpRequest, docket: str) -> HttpResponse:
    """Let nobody but the members know of the matter."""
    form = request.POST
    until = moment_given(form.get("until", ""), "")
    services.seal_matter(
        request.user,
        docket,
        SealGround(form.get("ground") or SealGround.OTHER),
        [*form.getlist("member"), *members_of(form.getlist("team"))],
        until=until,
    )
    messages.success(request, _("The matter is sealed. Only its members know of it."))
    return redirect("docket:changes", docket)


@login_required
@require_POST
def unseal(request: HttpRequest, docket: str) -> HttpResponse:
    """Let those know of the matter again who could before."""
    form = request.POST
    services.unseal_matter(request.user, docket, form.get("reason", ""), form.get("seal") or None)
    messages.success(request, _("The seal is lifted."))
    return redirect("docket:changes", docket)
