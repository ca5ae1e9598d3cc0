"""Campaign boards: one demand, many recipients; an empty cell is no record, never a no."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from io import StringIO
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from tecum.clock import today
from tecum.docket.campaign import Milestone
from tecum.docket.chronology.exposure import exposure
from tecum.docket.chronology.model import Thread
from tecum.web.accounts.selectors import profile
from tecum.web.campaigns.selectors import CampaignPage, campaign_board, campaigns
from tecum.web.campaigns.table import FILTERS, GROUPS, Line, as_csv, chosen, groups, lines
from tecum.web.ui.cells import plain_cell

VIEWS = {
    "milestones": _("Milestones"),
    "exposure": _("At stake"),
    "differences": _("Differences between letters"),
    "rounds": _("Earlier rounds"),
    "left-out": _("Left out"),
}


@login_required
@require_GET
def campaign_list(request: HttpRequest) -> HttpResponse:
    """The campaigns that this person may know of."""
    return render(request, "campaigns/list.html", {"rows": campaigns(request.user)})


@login_required
@require_GET
def board(request: HttpRequest, docket: str) -> HttpResponse:
    """One view of a campaign; ``view``, the filters and the day asked for live in the address."""
    page = campaign_board(request.user, docket)
    rows = lines(page)
    view = request.GET.get("view", "")
    view = view if view in VIEWS else "milestones"
    asked = {key: request.GET[key] for key in (*GROUPS, "show") if request.GET.get(key)}
    shown = chosen(rows, asked)
    used = [name for name in Milestone if any(name in line.cells for line in rows)]
    if view == "milestones" and request.GET.get("as") == "csv":
        return _csv(as_csv(shown, used))
    included = [line for line in rows if not line.row.is_excluded]
    context = {
        "page": page,
        "views": VIEWS,
        "view": view,
        "asked": asked,
        "kept": urlencode(asked),
        "rows": shown,
        "included": len(included),
        "excluded": [line for line in rows if line.row.is_excluded],
        "answered": sum(Milestone.ANSWERED in line.cells for line in included),
        "in_litigation": sum(Milestone.IN_LITIGATION in line.cells for line in included),
        "outlets": {row.id: row.outlet for row in page.thread.sources} if page.thread else {},
        "name": {line.row.recipient.id: line.name for line in rows},
    }
    return render(request, "campaigns/board.html", context | _of_view(view, page, rows, request))


def _of_view(
    view: str, page: CampaignPage, rows: list[Line], request: HttpRequest
) -> dict[str, Any]:
    if view == "milestones":
        used = [name for name in Milestone if any(name in line.cells for line in rows)]
        included = [line for line in rows if not line.row.is_excluded]
        return {
            "columns": [(name, sum(name in line.cells for line in included)) for name in used],
            "unused": [name for name in Milestone if name not in used],
            "groups": groups(rows, page),
            "filters": {name: len(chosen(rows, {"show": name})) for name in FILTERS},
        }
    if view == "exposure" and page.thread is not None:
        return _at_stake(page.thread, request.GET.get("on", ""))
    if view == "rounds" and page.thread is not None:
        return {"rounds": _rounds(page.thread)}
    if view == "left-out" and page.thread is not None:
        return {"left": page.thread.left_out}
    return {}


def _at_stake(thread: Thread, on: str) -> dict[str, Any]:
    """The matrix of measures on a day; a day that is none is taken as today."""
    try:
        moment = date.fromisoformat(on)
    except ValueError:
        moment = today(profile().zone)
    held = exposure(thread, moment)
    events = {row.id: row for row in thread.events}
    matrix = [
        {
            "recipient": row,
            "amounts": [held.amounts[row.id].get(total.period) for total in held.totals],
            "cells": [
                (
                    measure,
                    held.blocks[row.id][measure.id],
                    [events[one] for one in held.blocks[row.id][measure.id].orders],
                )
                for measure in held.measures
            ],
        }
        for row in thread.recipients
    ]
    return {"held": held, "matrix": matrix, "on": moment}


def _rounds(thread: Thread) -> list[dict[str, Any]]:
    """The earlier letters: to whom, who was asked again, who was not, what is said of answers."""
    found = []
    for demand in thread.demands[1:]:
        listed = [row for row in thread.rows.get("earlier_list", ()) if row["demand"] == demand.id]
        again = [row for row in thread.recipients if row.prior == demand.id]
        found.append(
            {
                "demand": demand,
                "lists": listed,
                "again": again,
                "answered": [row for row in again if row.answered_earlier],
                "claims": [row for row in thread.claims if row.about == demand.id],
            }
        )
    return found


def _csv(rows: Iterable[list[str]]) -> HttpResponse:
    made = StringIO()
    writer = csv.writer(made)
    for row in rows:
        writer.writerow([plain_cell(text) for text in row])
    answer = HttpResponse(made.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="campaign.csv"'
    return answer
