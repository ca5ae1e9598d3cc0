"""Campaign boards: one demand, many recipients; an empty cell is no record, never a no."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tecum.docket.campaign import Milestone
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
    rows = page.board.rows
    used = [word for word in Milestone if any(word in row.cells for row in rows)]
    context = {
        "page": page,
        "columns": used,
        "unused": [word for word in Milestone if word not in used],
        "rows": [
            {
                "row": row,
                "cells": [row.cells.get(word) for word in used],
                "figures": page.figures.get(row.recipient.id),
            }
            for row in rows
        ],
        "counts": [page.board.count(word) for word in used],
    }
    return render(request, "campaigns/board.html", context)
