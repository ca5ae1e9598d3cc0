"""Campaign boards: one demand, many recipients; an empty cell is no record, never a no."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tecum.docket.campaign import Milestone, Row
from tecum.docket.chronology.model import ThreadRecipient
from tecum.web.campaigns.selectors import campaign_board, campaigns


@login_required
@require_GET
def campaign_list(request: HttpRequest) -> HttpResponse:
    """The campaigns that this person may know of."""
    return render(request, "campaigns/list.html", {"rows": campaigns(request.user)})


@login_required
@require_GET
def board(request: HttpRequest, docket: str) -> HttpResponse:
    """Recipients against milestones; columns without any record are named below the board."""
    page = campaign_board(request.user, docket)
    rows = sorted(page.board.rows, key=lambda row: (row.is_excluded, _needs(row) == ""))
    used = [word for word in Milestone if any(word in row.cells for row in rows)]
    context = {
        "page": page,
        "columns": used,
        "unused": [word for word in Milestone if word not in used],
        "rows": [
            {
                "row": row,
                "cells": [(word, row.cells.get(word)) for word in used],
                "figures": page.figures.get(row.recipient.id),
                "needs": _needs(row),
            }
            for row in rows
        ],
        "counts": [page.board.count(word) for word in used],
        "included": sum(not row.is_excluded for row in rows),
        "excluded": [row for row in rows if row.is_excluded],
        "answered": sum(Milestone.ANSWERED in row.cells for row in rows),
        "in_litigation": sum(_sues(page.figures.get(row.recipient.id)) for row in rows),
    }
    return render(request, "campaigns/board.html", context)


def _needs(row: Row) -> str:
    """Why somebody has to look at a row: a dispute, a failed delivery; else nothing."""
    failed = row.cells.get(Milestone.DELIVERED)
    if failed is not None and failed.value == "failed":
        return "send again"
    return "two accounts" if Milestone.DISPUTED in row.cells else ""


def _sues(figures: ThreadRecipient | None) -> bool:
    return figures is not None and bool(figures.litigation_at_issue)
