"""Exchange as a whole: files that come in, offices whose keys are trusted, one paper."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.docket.acts.connections import ComparedBy
from tecum.errors import TecumError, UsageError
from tecum.web.accounts.policies import may
from tecum.web.exchange import selectors, services
from tecum.web.exchange.models import Paper
from tecum.web.exchange.trust import card_of, connections, may_trust, our_card
from tecum.web.ui.templatetags.spoken import all_said
from tecum.words import Kind

_MOST = 256 * 1024
NOT_DEMANDS = frozenset(
    {
        Kind.RESPONSE_LETTER,
        Kind.ENFORCEMENT_PETITION,
        Kind.MOTION,
        Kind.OPINION,
        Kind.NEWS_ARTICLE,
        Kind.DELIVERY_NOTICE,
        Kind.OTHER,
    }
)


@login_required
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """Take a message in, draft a demand, and see with whom files are exchanged."""
    context = {
        "ours": our_card(),
        "connections": sorted(connections().values(), key=lambda one: one.card.name),
        "set_apart": selectors.set_apart(request.user),
        "may_receive": bool(may(request.user, "document-received")),
        "may_draft": bool(may(request.user, "demand-registered")),
        "may_trust": may_trust(request.user),
        "kinds": [one for one in Kind if one not in NOT_DEMANDS],
    }
    return render(request, "exchange/overview.html", context)


@login_required
@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Take message files in; each is kept before it is looked at."""
    files = request.FILES.getlist("files")
    if not files:
        messages.error(request, _("No file was chosen."), extra_tags="problem")
        return redirect("exchange:overview")
    taken: list[Paper] = []
    for file in files:
        try:
            taken.append(services.take_in(request.user, file.read(), file.name))
        except TecumError as error:
            messages.error(request, all_said(error), extra_tags="problem")
    if len(taken) == 1:
        return redirect("exchange:paper", taken[0].pk)
    return redirect("exchange:overview")


@login_required
@require_GET
def paper(request: HttpRequest, paper: int) -> HttpResponse:
    """One paper: what it shows and what it does not, and what can be answered."""
    found = selectors.look_at(request.user, paper)
    context = {
        "found": found,
        "may_receive": bool(may(request.user, "document-received")),
        "may_trust": may_trust(request.user),
    }
    return render(request, "exchange/paper.html", context)


@login_required
@require_POST
def again(request: HttpRequest, paper: int) -> HttpResponse:
    """Check once more what was set apart."""
    taken = services.take_again(request.user, paper)
    if taken.outcome == Paper.REFUSED:
        messages.info(request, _("It still does not hold; nothing has changed."))
    else:
        messages.success(request, _("It holds now and is taken in."))
    return redirect("exchange:paper", taken.pk)


@login_required
@require_POST
def compare(request: HttpRequest) -> HttpResponse:
    """Show the fingerprint of a trust file, to be compared by another way; nothing is kept."""
    if not may_trust(request.user):
        raise Http404
    file = request.FILES.get("file")
    raw = file.read() if file is not None and file.size <= _MOST else b""
    if not raw:
        raise UsageError(
            _("No trust file was chosen."),
            do=_("Choose the file that the other office handed out."),
            code="connection.file",
        )
    card = card_of(raw)
    context = {
        "card": card,
        "held": connections().get(card.office),
        "ways": list(ComparedBy),
    }
    return render(request, "exchange/compare.html", context)


@login_required
@require_POST
def trust_office(request: HttpRequest) -> HttpResponse:
    """Trust keys that were compared; the last digits are those that were heard."""
    if not may_trust(request.user):
        raise Http404
    form = request.POST
    # A form's lines end as the network wants them; the file's own lines end in a line feed.
    text = form.get("trust", "").replace("\r\n", "\n")
    card = services.trust(
        request.user, text.encode(), ComparedBy(form.get("compared", "")), form.get("digits", "")
    )
    messages.success(request, _("The keys of %(name)s count from here on.") % {"name": card.name})
    return redirect("exchange:overview")


@login_required
@require_POST
def stop_office(request: HttpRequest) -> HttpResponse:
    """Let exchange with an office rest."""
    if not may_trust(request.user):
        raise Http404
    services.stop(request.user, request.POST.get("office", ""))
    messages.success(request, _("Recorded. What comes from there is set apart until then."))
    return redirect("exchange:overview")
