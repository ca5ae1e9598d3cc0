"""Forms by which a campaign is opened, recipients are added and left out, and it is closed."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tecum.docket.acts.campaign import ExclusionReason
from tecum.docket.plans.letters import OF_EVERY_LETTER
from tecum.web.accounts.policies import has_role, may
from tecum.web.campaigns import opening
from tecum.web.campaigns.selectors import CampaignPage, campaign_board, campaigns, opened_by
from tecum.web.docket.asking import day_given
from tecum.words import Kind, Role, Side

__all__ = ["back_in", "close", "leave", "new", "recipients", "start"]

KINDS = [kind for kind in Kind if kind.is_demand]


@login_required
@require_GET
def new(request: HttpRequest) -> HttpResponse:
    """The form by which a campaign of this office is opened, or one of another body followed."""
    issues = _may_open(request)
    context = {
        "kinds": KINDS,
        "issues": issues,
        "earlier": campaigns(request.user),
        "slots": [f"{{{name}}}" for name in OF_EVERY_LETTER],
    }
    return render(request, "campaigns/new.html", context)


@login_required
@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Open a campaign."""
    issues, form = _may_open(request), request.POST
    docket = opening.open_campaign(
        request.user,
        opening.NewCampaign(
            title=form.get("title", ""),
            kind=Kind(form.get("kind") or Kind.INFORMATION_REQUEST),
            template=form.get("template", ""),
            items=tuple(form.get("items", "").splitlines()),
            due=day_given(form.get("due", "")),
            follows=form.get("follows", ""),
            side=Side.OURS if issues and form.get("side", "ours") == "ours" else Side.THEIRS,
        ),
    )
    messages.success(request, _("The campaign is open. Add its recipients."))
    return redirect("campaigns:recipients", docket)


def _may_open(request: HttpRequest) -> bool:
    """Whether somebody opens campaigns of this office, and not of others alone.

    Raises:
        Http404: neither.
    """
    if not may(request.user, "campaign-opened"):
        raise Http404
    return has_role(request.user, Role.ISSUING_OFFICER, Role.LEAD)


@login_required
@require_http_methods(["GET", "POST"])
def recipients(request: HttpRequest, docket: str) -> HttpResponse:
    """Add recipients by name, from a list, or from an earlier campaign."""
    page = campaign_board(request.user, docket)
    if request.method != "POST":
        opened = opened_by(docket)
        context = {
            "page": page,
            "slots": opened.slots if opened is not None else (),
            "due": opened.due if opened is not None else None,
            "earlier": [row for row in campaigns(request.user) if row.docket != docket],
            "may_add": _may_add(request, page),
            "most": opening.MOST_AT_ONCE,
        }
        return render(request, "campaigns/recipients.html", context)
    form, file = request.POST, request.FILES.get("list")
    if file is not None:
        rows = opening.from_csv(_text(file.read()))
    elif form.get("earlier"):
        rows = opening.from_earlier(request.user, form["earlier"])
    else:
        slots = {
            name.removeprefix("slot-"): value
            for name, value in form.items()
            if name.startswith("slot-")
        }
        due = day_given(form.get("due", ""))
        rows = [opening.NewRecipient(form.get("name", ""), form.get("address", ""), due, slots)]
    added = opening.add_recipients(request.user, docket, rows)
    said = _("%(n)s added.") % {"n": added.added}
    if added.there:
        said += " " + _("On the board before: %(n)s.") % {"n": len(added.there)}
    if added.left:
        said += " " + _("%(n)s are left. Bring the same list again to go on.") % {"n": added.left}
    messages.success(request, said)
    return redirect("campaigns:recipients", docket)


@login_required
@require_POST
def leave(request: HttpRequest, docket: str) -> HttpResponse:
    """Leave a recipient out, with the reason and its source."""
    form = request.POST
    opening.leave_out(
        request.user,
        docket,
        form.get("recipient", ""),
        ExclusionReason(form.get("reason") or ExclusionReason.OTHER),
        form.get("cite", ""),
    )
    messages.success(request, _("Left out. Nothing is sent there, and the row stays."))
    return _to_left_out(docket)


@login_required
@require_POST
def back_in(request: HttpRequest, docket: str) -> HttpResponse:
    """Write to a recipient again that was left out."""
    form = request.POST
    opening.take_back_in(request.user, docket, form.get("recipient", ""), form.get("cite", ""))
    messages.success(request, _("The recipient is written to again."))
    return _to_left_out(docket)


@login_required
@require_POST
def close(request: HttpRequest, docket: str) -> HttpResponse:
    """Do nothing more for all at once."""
    opening.close_campaign(request.user, docket, request.POST.get("reason", ""))
    messages.success(request, _("The campaign is closed. Each demand goes on by itself."))
    return redirect("campaigns:board", docket)


def _may_add(request: HttpRequest, page: CampaignPage) -> bool:
    theirs = page.campaign.side is not Side.OURS
    issues = has_role(request.user, Role.ISSUING_OFFICER, Role.LEAD)
    return bool(may(request.user, "recipient-added", page.docket)) and (theirs or issues)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _to_left_out(docket: str) -> HttpResponse:
    return redirect(f"{reverse('campaigns:board', args=[docket])}?view=left-out")
