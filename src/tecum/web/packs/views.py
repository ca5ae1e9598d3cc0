"""The packs: what acts, since when, who stands for it; and a version on its way to be in force."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tecum.docket.acts import (
    PackActivated,
    PackApproved,
    PackBlockReviewed,
    PackProposed,
    PackReturned,
)
from tecum.errors import TecumError, UsageError
from tecum.law import Pack, Packs
from tecum.pack_notes import keys_of, signature_of
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.policies import may
from tecum.web.accounts.selectors import profile
from tecum.web.docket.asking import day_given
from tecum.web.packs import effects, selectors, services
from tecum.web.packs.archive import files_in
from tecum.web.packs.shown import parts_of, situations_of
from tecum.web.ui.why import why_of
from tecum.words import Role


@login_required
@require_GET
def pack_list(request: HttpRequest) -> HttpResponse:
    """The packs that act, with those that they need; and those that wait to be approved."""
    context = {
        "rows": selectors.pack_rows(),
        "may_propose": bool(may(request.user, PackProposed.slug)),
        "only_approved": profile().packs_approved,
    }
    return render(request, "packs/list.html", context)


@login_required
@require_GET
def pack(request: HttpRequest, name: str) -> HttpResponse:
    """One pack as it acts: provisions, prose, sources, what is open, cases and coverage."""
    found, packs = selectors.pack_acting(name)
    return _shown(request, found, packs, is_acting=True)


@login_required
@require_GET
def version(request: HttpRequest, name: str, sha256: str) -> HttpResponse:
    """One version of a pack, however old: what a finding of that time rested on."""
    found, packs = selectors.version_of(name, sha256)
    acting = selectors.pack_acting(name)[0].sha256 if _acts(name) else ""
    return _shown(request, found, packs, is_acting=acting == sha256)


def _acts(name: str) -> bool:
    try:
        selectors.pack_acting(name)
    except NotFound:
        return False
    return True


def _shown(request: HttpRequest, found: Pack, packs: Packs, *, is_acting: bool) -> HttpResponse:
    versions = selectors.versions_of(found.id)
    context = {
        "pack": found,
        "laws": selectors.laws_of(found),
        "is_acting": is_acting,
        "signature": signature_of(found, keys_of(profile())),
        "examined": selectors.examined(found, packs, selectors.day_today()),
        "versions": versions,
        "since": next((row.in_force_from for row in versions if row.sha256 == found.sha256), None),
        "may_review": bool(may(request.user, PackBlockReviewed.slug)),
        "may_propose": bool(may(request.user, PackProposed.slug)),
    }
    return render(request, "packs/pack.html", context)


@login_required
@require_POST
def review(request: HttpRequest, name: str) -> HttpResponse:
    """Record that somebody in office reviewed the chosen blocks of a version."""
    _only_for(request, PackBlockReviewed.slug)
    form = request.POST
    found, _packs = selectors.version_of(name, form.get("version", ""))
    chosen = form.getlist("block")
    if not chosen:
        raise UsageError(
            _("No block was chosen."),
            do=_("Tick the blocks that you have read, then record the review again."),
            code="packs.no-block",
        )
    for block in chosen:
        services.review_block(
            request.user, found, block, form.get("capacity", ""), form.get("note", "")
        )
    messages.success(request, _("Recorded. A review counts while the text of its block stands."))
    return redirect("packs:version", name, found.sha256)


# --- a version on its way ------------------------------------------------------------------


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, name: str) -> HttpResponse:
    """Change the text of some files of a pack and propose the whole as a new version."""
    _only_for(request, PackProposed.slug)
    found, _packs = selectors.pack_acting(name)
    files = services.files_of_version(found)
    asked = request.POST if request.method == "POST" else request.GET
    chosen = [path for path in asked.getlist("file") if path in files]
    chosen = chosen or [next((path for path in files if path.startswith("law/")), "pack.toml")]
    texts = {path: files[path].decode("utf-8", "replace") for path in chosen}
    problem: TecumError | None = None
    if request.method == "POST":
        texts = {path: _text(request.POST.get(f"text:{path}", texts[path])) for path in chosen}
        changed = {path: text.encode() for path, text in texts.items()}
        reason = request.POST.get("reason", "")
        try:
            entry = services.propose_version(request.user, {**files, **changed}, reason)
        except TecumError as error:
            problem = error
        else:
            messages.success(request, _("Proposed. Counsel and a lead look at it."))
            return redirect("packs:proposal", entry.id)
    context = {
        "pack": found,
        "names": [(path, path in texts) for path in files],
        "texts": texts.items(),
        "reason": request.POST.get("reason", ""),
        "problem": problem,
    }
    return render(request, "packs/edit.html", context)


def _text(text: str) -> str:
    """Text of a form as a file holds it: line feeds, one of them at the end."""
    return text.replace("\r\n", "\n").rstrip("\n") + "\n"


@login_required
@require_POST
def propose(request: HttpRequest) -> HttpResponse:
    """Propose a version that comes as one ZIP file."""
    _only_for(request, PackProposed.slug)
    given = request.FILES.get("archive")
    if given is None:
        raise UsageError(
            _("No file was chosen."),
            do=_("Choose a file, then send the form again."),
            code="packs.no-file",
        )
    entry = services.propose_version(
        request.user, files_in(given.read()), request.POST.get("reason", "")
    )
    messages.success(request, _("Proposed. Counsel and a lead look at it."))
    return redirect("packs:proposal", entry.id)


@login_required
@require_GET
def proposal(request: HttpRequest, proposal: str) -> HttpResponse:
    """A proposed version beside the one in force: what differs, and what it would change."""
    page = selectors.proposal_page(request.user, proposal)
    day = day_given(request.GET.get("on"))
    effect = effects.effect_of(proposal, day)
    context: dict[str, Any] = {
        "page": page,
        "parts": parts_of(page.difference),
        "situations": situations_of(page),
        "examined": selectors.examined(page.new, page.packs, selectors.day_today()),
        "effect": effect,
        "is_current": effect is not None and effects.is_current(effect),
        "seen": effects.seen_by(request.user, effect) if effect is not None else None,
        "on": day or (effect.on if effect is not None else selectors.day_today()),
        "today": selectors.day_today(),
        "may_return": page.version.is_open and bool(may(request.user, PackReturned.slug)),
        "may_ask": _may_ask(request),
    }
    return render(request, "packs/proposal.html", context)


@login_required
@require_POST
def effect(request: HttpRequest, proposal: str) -> HttpResponse:
    """Begin, stop or go on with working out what a version would change."""
    if not _may_ask(request):
        raise NotFound
    services.version_named(proposal)
    day = day_given(request.POST.get("on"))
    if request.POST.get("stop"):
        effects.stop(proposal)
    else:
        day = effects.begin(proposal, day).on
    tail = f"?on={day}" if day else ""
    return redirect(reverse("packs:proposal", args=[proposal]) + f"{tail}#effect")


@login_required
@require_GET
def effect_row(request: HttpRequest, proposal: str, docket: str, label: str) -> HttpResponse:
    """Both explanations of an item whose findings would change."""
    found = effects.effect_of(proposal, day_given(request.GET.get("on")))
    if found is None:
        raise NotFound
    name = services.version_named(proposal).pack
    rows = [
        {"before": why_of(before, old), "after": why_of(after, new, name)}
        for before, after, old, new in effects.both_findings(request.user, found, docket, label)
    ]
    context = {
        "rows": rows,
        "effect": found,
        "proposal": proposal,
        "docket": docket,
        "label": label,
        "pack": name,
    }
    return render(request, "packs/effect_row.html", context)


@login_required
@require_POST
def approve(request: HttpRequest, proposal: str) -> HttpResponse:
    """Stand for a proposed version in one of one's roles."""
    _only_for(request, PackApproved.slug)
    services.version_named(proposal)
    services.approve_version(request.user, proposal, Role(request.POST["role"]))
    messages.success(request, _("Approved. Both names and times are in the trail."))
    return redirect("packs:proposal", proposal)


@login_required
@require_POST
def give_back(request: HttpRequest, proposal: str) -> HttpResponse:
    """Give a proposed version back to its author, with the reason."""
    _only_for(request, PackReturned.slug)
    services.version_named(proposal)
    services.return_version(request.user, proposal, request.POST.get("reason", ""))
    messages.success(request, _("Given back with your reason."))
    return redirect("packs:proposal", proposal)


@login_required
@require_POST
def activate(request: HttpRequest, proposal: str) -> HttpResponse:
    """Put an approved version in force from a day on."""
    _only_for(request, PackActivated.slug)
    row = services.version_named(proposal)
    begins = day_given(request.POST.get("on")) or selectors.day_today()
    services.activate_version(request.user, proposal, begins)
    messages.success(request, _("In force from the day that was named. Findings name it."))
    return redirect("packs:version", row.pack, row.sha256)


def _only_for(request: HttpRequest, slug: str) -> None:
    if not may(request.user, slug):
        raise NotFound


def _may_ask(request: HttpRequest) -> bool:
    """Whether somebody may have the effect worked out: who writes, reads or stands for packs."""
    return bool(may(request.user, PackApproved.slug) or may(request.user, PackProposed.slug))
