"""Campaign boards: one demand, many recipients; an empty cell is no record, never a no."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from io import StringIO
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from tecum.cells import plain_cell
from tecum.clock import today
from tecum.docket.acts.campaign import ExclusionReason
from tecum.docket.campaign import Milestone
from tecum.docket.chronology.exposure import exposure
from tecum.docket.chronology.model import Thread
from tecum.web.accounts.policies import has_role, may
from tecum.web.accounts.selectors import profile
from tecum.web.campaigns.selectors import (
    CampaignPage,
    campaign_board,
    campaigns,
    differing,
    happened_on,
    items_of,
    measures_of,
)
from tecum.web.campaigns.table import (
    FILTERS,
    GROUPS,
    Column,
    Line,
    as_csv,
    chosen,
    columns,
    groups,
    lines,
)
from tecum.web.ui.templatetags.ui import capital, words
from tecum.words import Role, Side

__all__ = ["asked_of", "board", "campaign_list"]

VIEWS = {
    "milestones": _("Milestones"),
    "completeness": _("Completeness"),
    "exposure": _("At stake"),
    "differences": _("Differences between letters"),
    "rounds": _("Earlier rounds"),
    "left-out": _("Left out"),
}
ROWS = 50
_PAGED = ("milestones", "completeness", "differences")


@login_required
@require_GET
def campaign_list(request: HttpRequest) -> HttpResponse:
    """The campaigns that this person may know of."""
    may_open = bool(may(request.user, "campaign-opened"))
    context = {"rows": campaigns(request.user), "may_open": may_open}
    return render(request, "campaigns/list.html", context)


@login_required
@require_GET
def board(request: HttpRequest, docket: str) -> HttpResponse:
    """One view of a campaign; ``view``, the filters and the day asked for live in the address."""
    page = campaign_board(request.user, docket)
    rows = lines(page)
    view = request.GET.get("view", "")
    view = view if view in VIEWS else "milestones"
    asked = asked_of(request)
    shown = chosen(rows, asked)
    held = columns(rows)
    if view == "milestones" and request.GET.get("as") == "csv":
        return _csv(as_csv(_dated(shown), [column.milestone for column in held]))
    included = [line for line in rows if not line.row.is_excluded]
    ours = page.campaign.side is Side.OURS and not page.campaign.is_closed
    context = {
        "page": page,
        "views": VIEWS,
        "view": view,
        "asked": asked,
        "kept": urlencode(asked),
        "found": len(shown),
        "included": len(included),
        "excluded": [line for line in rows if line.row.is_excluded],
        "answered": sum(line.has(Milestone.ANSWERED) for line in included),
        "in_litigation": sum(line.has(Milestone.IN_LITIGATION) for line in included),
        "outlets": {row.id: row.outlet for row in page.thread.sources} if page.thread else {},
        "name": {line.row.recipient.id: line.name for line in rows},
        "may_act": ours and bool(may(request.user, "campaign-acted", page.docket)),
        "may_leave": not page.campaign.is_closed and _may_leave(request, page),
    }
    context |= _one_page(request, shown) if view in _PAGED else {"rows": shown}
    if view == "milestones":
        context["rows"] = _dated(context["rows"])
    context |= _of_view(view, page, rows, held, request)
    context |= _of_rows(view, page, request, context["rows"])
    return render(request, "campaigns/board.html", context)


def asked_of(request: HttpRequest) -> dict[str, str]:
    """The filters that an address asks for."""
    names = (*GROUPS, "show", *(name.value for name in Milestone))
    return {key: request.GET[key] for key in names if request.GET.get(key)}


def _one_page(request: HttpRequest, rows: list[Line]) -> dict[str, Any]:
    """One page of the rows, named by the last row of the page before."""
    after = request.GET.get("after", "")
    place = next((n for n, line in enumerate(rows, 1) if line.row.recipient.id == after), 0)
    here = rows[place : place + ROWS]
    more = here[-1].row.recipient.id if len(rows) > place + ROWS else ""
    return {"rows": here, "more": more, "after": after if place else ""}


def _dated(rows: list[Line]) -> list[Line]:
    """The rows that are shown, with the days of what their cells record."""
    days = happened_on((ref for line in rows for ref in line.entries), ZoneInfo(profile().zone))
    return [replace(line, days=days) for line in rows]


def _may_leave(request: HttpRequest, page: CampaignPage) -> bool:
    theirs = page.campaign.side is not Side.OURS
    issues = has_role(request.user, Role.ISSUING_OFFICER, Role.LEAD)
    return bool(may(request.user, "recipient-excluded", page.docket)) and (theirs or issues)


def _of_rows(
    view: str, page: CampaignPage, request: HttpRequest, rows: list[Line]
) -> dict[str, Any]:
    """What is worked out for the rows of one page alone."""
    if view == "differences":
        names = [line.row.recipient.id for line in rows]
        return {"differs": differing(request.user, page.docket.pk, names)}
    if view == "completeness":
        items = items_of(request.user, page.docket.pk)
        held = {
            line.row.recipient.id: items.get(str(line.row.recipient.docket), []) for line in rows
        }
        labels = (label for row in held.values() for label, *_rest in row)
        return {"items": held, "labels": list(dict.fromkeys(labels))}
    return {}


def _of_view(
    view: str,
    page: CampaignPage,
    rows: list[Line],
    held: list[Column],
    request: HttpRequest,
) -> dict[str, Any]:
    if view == "milestones":
        used = [column.milestone for column in held]
        return {
            "columns": [
                (column.milestone, capital(words(column.milestone)), column.count)
                for column in held
            ],
            "unused": [name for name in Milestone if name not in used],
            "groups": groups(rows, page),
            "filters": {name: len(chosen(rows, {"show": name})) for name in FILTERS},
            "options": {column.milestone: column.options for column in held},
        }
    if view == "exposure":
        own = {"said": _said(request, page, rows)}
        return own | (_at_stake(page.thread, request.GET.get("on", "")) if page.thread else {})
    if view == "rounds" and page.thread is not None:
        return {"rounds": _rounds(page.thread)}
    if view == "left-out":
        left = {"left": page.thread.left_out} if page.thread is not None else {}
        return left | {"reasons": list(ExclusionReason)}
    return {}


def _said(request: HttpRequest, page: CampaignPage, rows: list[Line]) -> list[dict[str, Any]]:
    """What the recipients' own dockets say of measures, one line each."""
    keys = ("kind", "programme", "amount", "currency", "step", "entry")
    held = measures_of(request.user, page.docket.pk)
    return [
        {"line": line, **dict(zip(keys, measure, strict=True))}
        for line in rows
        for measure in held.get(str(line.row.recipient.docket), ())
    ]


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
            "amounts": [
                (total.period, held.amounts[row.id].get(total.period)) for total in held.totals
            ],
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
