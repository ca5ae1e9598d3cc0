"""The list of demands and the deadlines board."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tecum.cells import plain_cell
from tecum.clock import today
from tecum.docket.duties import Lane
from tecum.docket.state.model import DemandStep
from tecum.docket.status import StatusCode
from tecum.docket.vocabulary import Direction
from tecum.reckoning.result import DateReading
from tecum.web.accounts.selectors import everybody, people, profile
from tecum.web.docket import board
from tecum.web.docket.asking import day_of, one_of
from tecum.web.docket.listing import ORDERS, Asked, DemandRow, demands
from tecum.web.docket.recounting import resting_on_old_law
from tecum.web.docket.selectors import counted_readings
from tecum.web.docket.views.strip import WEEKDAYS, strip_of
from tecum.web.ui.templatetags.ui import say, words
from tecum.words import Kind

ROWS = 50
FEW = 10
"""Rows of a lane on the board; the lane's own page has the rest."""
COLUMNS = ("kind", "issuer", "recipient", "registered", "due", "status", "assignee")
USUAL = ("kind", "issuer", "recipient", "due", "status")
_FILTERS = ("direction", "state", "kind", "status", "issuer", "assignee", "since", "until", "order")


@login_required
@require_GET
def docket_list(request: HttpRequest) -> HttpResponse:
    """The demands, fifty a page, filtered and ordered; the page is named by its last row."""
    asked = _asked(request)
    rows = demands(request.user, asked, after=request.GET.get("after") or None, limit=ROWS + 1)
    more = rows[ROWS - 1].demand.docket_id if len(rows) > ROWS else None
    kept = {key: request.GET[key] for key in _FILTERS if request.GET.get(key)}
    chosen = [name for name in COLUMNS if name in request.GET.getlist("columns")] or list(USUAL)
    columns = [("columns", name) for name in chosen] if chosen != list(USUAL) else []
    heads = _heads()
    context = {
        "rows": rows[:ROWS],
        "asked": asked,
        "narrowed": any(key != "order" for key in kept),
        "shown": chosen,
        "heads": [(name, heads[name]) for name in chosen],
        "columns": heads.items(),
        "orders": list(ORDERS),
        "kinds": [kind for kind in Kind if kind.is_demand],
        "statuses": list(StatusCode),
        "states": list(DemandStep),
        "people": people(),
        "names": {row.public_id: row.name for row in everybody()},
        "csv": urlencode(kept),
        "more": urlencode([*kept.items(), *columns, ("after", more)]) if more else "",
        "first": urlencode([*kept.items(), *columns]) if request.GET.get("after") else None,
        "today": today(profile().zone),
    }
    return render(request, "docket/list.html", context)


def _heads() -> dict[str, str]:
    """What each column is called."""
    return {
        "kind": _("Kind"),
        "issuer": _("Issuer"),
        "recipient": _("Recipient"),
        "registered": _("Registered"),
        "due": _("Next date"),
        "status": _("Status"),
        "assignee": _("Taken up by"),
    }


@login_required
@require_GET
def docket_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The same rows as a table for other programs, from the first to the last."""
    answer = StreamingHttpResponse(
        _lines(request, _asked(request)), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = 'attachment; filename="docket.csv"'
    return answer


@login_required
@require_GET
def deadlines(request: HttpRequest) -> HttpResponse:
    """Every open obligation in exactly one lane; dates are never merged.

    ``lane`` shows one lane page by page. ``open`` names the obligation whose counting strips
    are shown, as docket and obligation.
    """
    owner = request.GET.get("owner") or ""
    docket, _, name = (request.GET.get("open") or "").partition("~")
    only = next((lane for lane in Lane if lane.value == request.GET.get("lane")), None)
    if only is None:
        lanes = board.deadline_lanes(request.user, owner=owner, limit=FEW)
    else:
        after = request.GET.get("after", "")
        page = board.deadline_lane(request.user, only, owner=owner, after=after, limit=ROWS)
        lanes = {only: page}
    context = {
        "lanes": lanes,
        "only": only,
        "most": board.MOST,
        "kept": urlencode({"owner": owner}) if owner else "",
        "empty_lanes": [lane for lane, held in lanes.items() if not held.rows],
        "owner": owner,
        "opened": f"{docket}~{name}" if docket else "",
        "strips": _strips(counted_readings(request.user, docket, name)) if docket else [],
        "weekdays": WEEKDAYS,
        "on_old_law": resting_on_old_law(request.user),
    }
    return render(request, "docket/deadlines.html", context)


def _asked(request: HttpRequest) -> Asked:
    """What the address asks for; what is not understood narrows nothing."""
    get = request.GET.get
    return Asked(
        direction=one_of(get("direction"), Direction),
        state=one_of(get("state"), DemandStep),
        kind=one_of(get("kind"), Kind),
        status=one_of(get("status"), StatusCode),
        issuer=get("issuer", "").strip(),
        assignee=get("assignee", ""),
        since=day_of(get("since", "")),
        until=day_of(get("until", "")),
        order=get("order", "") if get("order") in ORDERS else "newest",
    )


class _Line:
    """Gives back what is written: a row of the file as it leaves."""

    def write(self, text: str) -> str:
        return text


def _lines(request: HttpRequest, asked: Asked) -> Iterator[str]:
    """The file, a page of rows at a time: however long it is, little of it is in memory."""
    writer, zone = csv.writer(_Line()), ZoneInfo(profile().zone)
    yield writer.writerow(
        ["number", "direction", "kind", "form", "issuer", "recipient", "registered", "state",
         "next date", "statuses", "next date not certain"]
    )  # fmt: skip
    after = None
    while True:
        rows = demands(request.user, asked, after=after, limit=ROWS * 10)
        for row in rows:
            yield writer.writerow([plain_cell(cell) for cell in _cells(row, zone)])
        if len(rows) < ROWS * 10:
            return
        after = rows[-1].demand.docket_id


def _cells(row: DemandRow, zone: ZoneInfo) -> list[str]:
    held = row.demand
    return [
        held.number,
        _("issued") if held.direction == Direction.OUTWARD.value else _("received"),
        words(held.kind),
        held.form,
        held.issuer,
        held.recipient,
        held.registered_at.astimezone(zone).date().isoformat(),
        held.state,
        held.next_on.isoformat() if held.next_on else "",
        "; ".join(str(say(status.code, "status")) for status in row.statuses),
        "; ".join(str(say(doubt, "doubt")) for doubt in row.doubts),
    ]


def _strips(readings: tuple[DateReading, ...]) -> list[dict[str, Any]]:
    return [{"reading": one, "strip": strip_of(one, is_hours=one.counts_hours)} for one in readings]
