"""Plans for many recipients: choose what is done, look at each row, confirm, carry out."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tecum.docket.acts.campaign import ActMade, CampaignAction, ExclusionReason
from tecum.docket.acts.course import CloseGround, Step, ThreatCondition
from tecum.docket.acts.measures import MeasureKind
from tecum.docket.errors import ActMalformed
from tecum.docket.plans import Plan, PlanRow, Wanted
from tecum.docket.state import State
from tecum.errors import UsageError
from tecum.web.accounts.policies import may, require
from tecum.web.accounts.selectors import everybody
from tecum.web.campaigns import planning
from tecum.web.campaigns.models import Planned
from tecum.web.campaigns.selectors import campaign_board, campaign_head
from tecum.web.campaigns.table import Line, chosen, lines
from tecum.web.campaigns.views.boards import asked_of
from tecum.web.campaigns.wording import ACTIONS, stop_words
from tecum.web.docket import states
from tecum.web.docket.asking import day_given
from tecum.web.typed import grouped
from tecum.words import Channel

__all__ = ["carry", "choose", "confirm_plan", "drop", "letters", "preview"]

ROWS = 50
_WRITTEN = (CampaignAction.SEND, CampaignAction.REMIND, CampaignAction.ESCALATE)
_CHANNELS = [one for one in Channel if one not in (Channel.SCAN, Channel.DROP)]


@dataclass(frozen=True, slots=True)
class Shown:
    """One row of a plan as the page has it.

    Attributes:
        stop: Why nothing is or was done for it.
        entry: The entry that carrying it out has made.
    """

    row: PlanRow
    stop: str
    is_moved: bool
    entry: str = ""


@login_required
@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest, docket: str) -> HttpResponse:
    """Choose what is done for the recipients chosen on the board; it becomes a plan."""
    page = campaign_board(request.user, docket)
    require(request.user, "campaign-acted", page.docket)
    rows = _selected(request, lines(page))
    asked = request.GET.get("act", "")
    action = CampaignAction(asked) if asked in set(CampaignAction) else None
    if request.method == "POST":
        if action is None:
            raise UsageError(
                _("Nothing was chosen."), do=_("Choose what is done."), code="campaign.act"
            )
        wanted = _wanted(request, action, tuple(line.row.recipient.id for line in rows))
        made = planning.make_plan(request.user, docket, wanted)
        return redirect("campaigns:plan", docket, made.hash)
    kept = [(name, value) for name, values in request.GET.lists() for value in values]
    context = {
        "page": page,
        "rows": rows,
        "action": action,
        "actions": [(one, ACTIONS[one]) for one in CampaignAction],
        "kept": urlencode([pair for pair in kept if pair[0] != "act"]),
        "address": urlencode(kept),
        "plans": planning.plans_of(request.user, docket),
        "done": states.state_of(page.docket).acted,
        "channels": _CHANNELS,
        "steps": list(Step),
        "conditions": list(ThreatCondition),
        "measures": list(MeasureKind),
        "reasons": list(ExclusionReason),
        "grounds": list(CloseGround),
    }
    return render(request, "campaigns/choose.html", context)


def _selected(request: HttpRequest, rows: list[Line]) -> list[Line]:
    if request.GET.get("all"):
        return chosen(rows, asked_of(request))
    wanted = set(request.GET.getlist("recipient"))
    return [line for line in rows if line.row.recipient.id in wanted]


def _amount(said: str) -> int | None:
    """An amount as it is typed; none where none is, and never another one."""
    amount = grouped(said)
    if said and amount is None:
        raise UsageError(
            _("That is no amount in whole dollars."),
            do=_("Write figures alone, like 39,000,000; leave it empty where it is not known."),
            code="campaign.amount",
        )
    return amount


def _wanted(request: HttpRequest, action: CampaignAction, names: tuple[str, ...]) -> Wanted:
    form = request.POST

    def word(kind: Any, name: str) -> Any:
        return kind(form[name]) if form.get(name) else None

    amount = _amount(form.get("amount", "").strip())
    step = word(Step, "step")
    try:
        return Wanted(
            action=action,
            recipients=names,
            channel=word(Channel, "channel"),
            text=form.get("text", "").replace("\r\n", "\n").strip() or None,
            due=day_given(form.get("due", "")),
            step=step,
            announced=form.get("how") == "announced",
            conditions=tuple(ThreatCondition(one) for one in form.getlist("condition")),
            measure=word(MeasureKind, "measure") if step is Step.MEASURE else None,
            imposed=form.get("how") != "announced" and step is Step.MEASURE,
            programme=form.get("programme", "").strip() or None,
            amount=amount,
            currency="USD" if amount is not None else None,
            condition=form.get("terms", "").strip() or None,
            reason=word(ExclusionReason, "reason"),
            cite=form.get("cite", "").strip() or None,
            ground=word(CloseGround, "ground"),
            remark=form.get("remark", "").strip() or None,
        )
    except ActMalformed as error:
        raise UsageError(error.what, do=error.do, code="campaign.incomplete") from None


@login_required
@require_GET
def preview(request: HttpRequest, docket: str, plan: str) -> HttpResponse:
    """Every row of a plan: the text, the acts, what stands in the way, and what was done."""
    row, held = planning.plan_of(request.user, docket, plan)
    campaign, head = campaign_head(request.user, docket)
    state = states.state_of(campaign)
    only = request.GET.get("only", "")
    rows = _narrowed(held, only)
    after = request.GET.get("after", "")
    place = next((n for n, one in enumerate(rows, 1) if one.recipient == after), 0)
    here = rows[place : place + ROWS]
    shown = _shown(row, held, state, here)
    counted = Counter(one.refused for one in held.not_doing)
    approval = state.plans.get(held.hash)
    context = {
        "campaign": campaign,
        "title": head.title,
        "plan": row,
        "held": held,
        "action": ACTIONS[held.wanted.action],
        "rows": shown,
        "only": only,
        "stops": [(stop_words(str(code)), n) for code, n in counted.most_common()],
        "more": here[-1].recipient if len(rows) > place + ROWS else "",
        "first": bool(place),
        "approved_by": _name(state, approval),
        "is_approved": approval is not None,
        "needs_approval": held.wanted.action in _WRITTEN,
        "acted": state.acted.get(held.hash),
        "done": len(planning.made_of(held, held.doing)) if row.started_at else 0,
        "moved": len(planning.moved_rows(held)) if row.started_at is None else 0,
        "may_approve": bool(may(request.user, "campaign-approved", campaign)),
        "writes": any(one.letter is not None for one in held.doing),
    }
    return render(request, "campaigns/plan.html", context)


def _narrowed(held: Plan, only: str) -> tuple[PlanRow, ...]:
    if only == "doing":
        return held.doing
    return held.not_doing if only == "not" else held.rows


def _shown(row: Planned, held: Plan, state: State, rows: tuple[PlanRow, ...]) -> list[Shown]:
    moved = planning.moved_rows(held) if row.started_at is None else frozenset()
    told = _told(state, held)
    made = planning.made_of(held, rows) if row.started_at is not None else {}
    return [
        Shown(
            row=one,
            stop=_stop(one, told),
            is_moved=one.recipient in moved,
            entry=made.get(one.recipient, ""),
        )
        for one in rows
    ]


def _told(state: State, held: Plan) -> dict[str, ActMade]:
    acted = state.acted.get(held.hash)
    act = state.entries[acted].act if acted is not None else None
    return {one.recipient: one for one in getattr(act, "made", ())}


def _stop(row: PlanRow, told: dict[str, ActMade]) -> str:
    after = told.get(row.recipient)
    code = row.refused or (after.refused if after is not None else None)
    return stop_words(code, row.detail) if code else ""


def _name(state: State, approval: Any) -> str:
    by = state.entries[approval].actor.person if approval is not None else None
    return next((one.name for one in everybody() if one.public_id == by), "")


@login_required
@require_POST
def confirm_plan(request: HttpRequest, docket: str, plan: str) -> HttpResponse:
    """Approve a plan exactly as it was seen."""
    planning.confirm(request.user, docket, plan)
    messages.success(request, _("Approved as it stands. It can be carried out now."))
    return redirect("campaigns:plan", docket, plan)


@login_required
@require_POST
def carry(request: HttpRequest, docket: str, plan: str) -> HttpResponse:
    """Do what the plan says, or go on where it was left."""
    begun = planning.carry_out(request.user, docket, plan)
    if begun.left:
        messages.success(request, _("%(n)s rows are left. Go on.") % {"n": begun.left})
    else:
        messages.success(request, _("Carried out. Each row says what was done."))
    return redirect("campaigns:plan", docket, plan)


@login_required
@require_POST
def drop(request: HttpRequest, docket: str, plan: str) -> HttpResponse:
    """Throw away a plan of which nothing was done."""
    planning.throw_away(request.user, docket, plan)
    messages.success(request, _("The plan is thrown away. Nothing was done."))
    return redirect("campaigns:plans", docket)


@login_required
@require_GET
def letters(request: HttpRequest, docket: str, plan: str) -> HttpResponse:
    """The letters of a plan as files, one for each recipient that is written to."""
    _row, held = planning.plan_of(request.user, docket, plan)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for n, one in enumerate(held.doing, 1):
            if one.letter is not None:
                archive.writestr(f"{n:04d}-{_plain(one.name)}.txt", one.letter.content)
    answer = HttpResponse(packed.getvalue(), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="letters-{plan[:8]}.zip"'
    return answer


def _plain(name: str) -> str:
    kept = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in name)
    return "-".join(part for part in kept.split("-") if part)[:60] or "recipient"
