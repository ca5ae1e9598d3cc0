"""The pages of reports: the list, a report with its figures, the demands behind one, files."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.clock import parse_instant
from tecum.docket.acts import ClockStopped, ProfileChanged, ReportCertified, ReportFiled
from tecum.docket.state.model import State
from tecum.docket.vocabulary import TwoPersons
from tecum.errors import TecumError
from tecum.reports.period import Period, period_named
from tecum.reports.public_periods import has_public_copy
from tecum.reports.report import canonical, report_json
from tecum.reports.small import public_json
from tecum.reports.template import Template
from tecum.reports.text import as_csv, as_text
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.policies import may
from tecum.web.accounts.selectors import profile
from tecum.web.docket import states
from tecum.web.reports import selectors, services
from tecum.web.reports.shown import facts_of, plot_of, tables_of
from tecum.web.ui.figures import figure_words, shown_figure
from tecum.words import Channel

_OFFICE = "office"
_TYPES = {
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}


@login_required
@require_GET
def report_list(request: HttpRequest) -> HttpResponse:
    """What is owed, what can be counted, what was certified."""
    found = selectors.templates(request.user)
    by_duty = {one.duty.id: one for one in found if one.duty is not None}
    statutory = [one for one in found if one.duty is not None]
    acting, state = selectors.in_force(), selectors.office_state()
    context = {
        "owing": [(one, by_duty.get(one.duty)) for one in selectors.owing(state)],
        "in_force": [one for one in statutory if one.pack_sha256 in acting],
        "examples": [one for one in statutory if one.pack_sha256 not in acting],
        "certified": selectors.certified_reports(state),
    }
    return render(request, "reports/list.html", context)


@login_required
@require_GET
def owed(request: HttpRequest, obligation: str) -> HttpResponse:
    """Lead from what is owed, as the board of deadlines names it, to its report."""
    by_duty = {one.duty.id: one for one in selectors.templates(request.user) if one.duty}
    one = next((one for one in selectors.owing() if one.obligation.id == obligation), None)
    if one is None or one.duty not in by_duty:
        raise NotFound
    address = reverse("reports:report", args=[by_duty[one.duty].pack, one.duty])
    return redirect(f"{address}?period={one.period.name}")


@login_required
@require_GET
def report(request: HttpRequest, pack: str, duty: str) -> HttpResponse:
    """A report of a period with every figure, its plots, and what can be done with it."""
    template = _template(request, pack, duty)
    zone = profile().zone
    period = _period(request, template)
    public = request.GET.get("copy") == "public"
    found, basis = selectors.report_of(template, period)
    address = reverse("reports:rows", args=[pack, duty])
    state = selectors.office_state()
    owing = selectors.owing_for(template, period, state)
    own = selectors.periods_of(template, zone)
    with_copy = {
        one: has_public_copy(template.on, one, found.counted_at, found.zone)
        for one in (period, *own)
    }
    context = {
        "report": found,
        "template": template,
        "pack": pack,
        "duty": duty,
        "period": period,
        "periods": [(one, with_copy[one]) for one in own],
        "public": public,
        "has_public": with_copy[period],
        "is_own_period": period in own,
        "forms": list(_TYPES) if template.small_cells.exact or with_copy[period] else [],
        "tables": tables_of(found, address, public=public),
        "facts": {} if public else facts_of(found, basis.rows),
        "left_out": [(figure_words(word), len(cell)) for word, cell in found.left_out.items()],
        "owing": owing,
        "is_in_force": template.duty is None or template.pack_sha256 in selectors.in_force(),
        "nil_answer": selectors.nil_answer(duty, state),
        "may_certify": owing is not None and bool(may(request.user, ReportCertified.slug)),
        "may_answer": bool(may(request.user, ProfileChanged.slug)),
        "may_end": bool(
            may(request.user, ProfileChanged.slug) and may(request.user, ClockStopped.slug)
        ),
        "filed": _filed(owing, state),
    }
    return render(request, "reports/report.html", context)


def _filed(owing: selectors.Owing | None, state: State) -> str:
    """The certification of what was filed for a period, for its link."""
    if owing is None or owing.filed is None:
        return ""
    rows = selectors.certified_reports(state)
    return next((row.entry for row in rows if row.filed_by == owing.filed), "")


@login_required
@require_GET
def rows(request: HttpRequest, pack: str, duty: str) -> HttpResponse:
    """The demands behind one figure, as far as the person may see them."""
    template = _template(request, pack, duty)
    period = _period(request, template)
    at = request.GET.get("at")
    found, _basis = selectors.report_of(template, period, counted_at=_instant(at) if at else None)
    asked = {name: request.GET.get(name, "") for name in ("table", "row", "column")}
    asked["table"] = asked["table"] or next((one.table.id for one in found.tables), "")
    counted, cell = selectors.cell_of(found, asked["table"], asked["row"], asked["column"])
    behind = selectors.behind(request.user, cell, after=request.GET.get("after", ""))
    query = request.GET.copy()
    if len(behind.demands) == 50:
        query["after"] = behind.demands[-1].number
    context = {
        "report": found,
        "template": template,
        "pack": pack,
        "duty": duty,
        "period": period,
        "table": counted.table,
        "row": shown_figure(asked["row"]) if asked["row"] else "",
        "column": shown_figure(asked["column"]) if asked["column"] else "",
        "figure": len(cell),
        "behind": behind,
        "next": query.urlencode() if len(behind.demands) == 50 else "",
    }
    return render(request, "reports/rows.html", context)


@login_required
@require_GET
def download(request: HttpRequest, pack: str, duty: str, form: str) -> HttpResponse:
    """The report as text, CSV or JSON; the public copy hides small counts."""
    template = _template(request, pack, duty)
    if form not in _TYPES:
        raise NotFound
    period = _period(request, template)
    public = request.GET.get("copy") == "public" or not template.small_cells.exact
    found, _basis = selectors.report_of(template, period)
    if form == "txt":
        content = as_text(found, public=public, say=figure_words).encode()
    elif form == "csv":
        content = as_csv(found, public=public).encode()
    else:
        content = canonical(public_json(found) if public else report_json(found))
    response = HttpResponse(content, content_type=_TYPES[form])
    kind = "-public" if public else ""
    name = f"{duty}-{period.name}{kind}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


@login_required
@require_GET
def plot(request: HttpRequest, pack: str, duty: str, table: str) -> HttpResponse:
    """One plot as a file of its own."""
    template = _template(request, pack, duty)
    found, _basis = selectors.report_of(template, _period(request, template))
    counted = found.counted(table)
    drawn = plot_of(counted) if counted is not None else ""
    if not drawn:
        raise NotFound
    response = HttpResponse(drawn.encode(), content_type="image/svg+xml")
    response["Content-Disposition"] = f'attachment; filename="{duty}-{table}.svg"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


# --- certify, second, file ---------------------------------------------------------------------


@login_required
@require_POST
def certify(request: HttpRequest, pack: str, duty: str) -> HttpResponse:
    """Stand for the figures that were seen."""
    _only_for(request, ReportCertified.slug)
    template = _template(request, pack, duty)
    form = request.POST
    stated = {one.id: form.get(f"stated:{one.id}", "") for one in template.stated}
    entry = services.certify(
        request.user,
        template,
        period_named(form["period"]),
        counted_at=_instant(form["counted_at"]),
        seen=form["seen"],
        stated=stated,
    )
    messages.success(request, _("Certified. The figures are kept as they were counted."))
    return redirect("reports:certified", entry.id)


@login_required
@require_GET
def certified_page(request: HttpRequest, ref: str) -> HttpResponse:
    """A certified report: its figures as kept, and whether they come out again."""
    held = selectors.certified(request.user, ref)
    rules = states.rules()
    wants_two = TwoPersons.REPORTS in rules.two_persons
    context = {
        "held": held,
        "check": services.check(held),
        "persons": len(held.state.by),
        "wants_two": wants_two,
        "is_mine": request.user.public_id in held.state.by,
        "may_second": bool(may(request.user, ReportCertified.slug)),
        "may_file": bool(may(request.user, ReportFiled.slug)),
        "is_ready": not wants_two or len(held.state.by) > 1,
        "channels": list(Channel),
        "tables": [_kept_table(table) for table in held.shown["tables"]],
    }
    return render(request, "reports/certified.html", context)


def _kept_table(table: dict[str, object]) -> dict[str, object]:
    """A table of a kept report, its words as people read them."""
    shown = dict(table)
    columns = table["columns"] if table.get("columns_by") or "lines" in table else []
    shown["columns"] = [shown_figure(word) for word in columns]  # type: ignore[union-attr]
    shown["rows"] = [
        {
            "name": shown_figure(row["name"]),
            "cells": row["cells"] if columns else [],
            "total": row["total"],
        }
        for row in table.get("rows", [])  # type: ignore[union-attr]
        if row["name"] != "all"
    ]
    shown["totals"] = table.get("totals") if columns else []
    shown["lines"] = [
        [shown_figure(value) for value in line]
        for line in table.get("lines", [])  # type: ignore[union-attr]
    ]
    shown["is_list"] = "lines" in table
    return shown


@login_required
@require_GET
def certified_file(request: HttpRequest, ref: str) -> HttpResponse:
    """A certified report as it is kept, byte for byte."""
    held = selectors.certified(request.user, ref)
    response = HttpResponse(held.content, content_type=_TYPES["json"])
    response["Content-Disposition"] = 'attachment; filename="report.json"'
    response["Cache-Control"] = "private, no-store"
    return response


@login_required
@require_POST
def second(request: HttpRequest, ref: str) -> HttpResponse:
    """Stand for the figures beside another person."""
    _only_for(request, ReportCertified.slug)
    selectors.certified(request.user, ref)
    services.second(request.user, ref)
    messages.success(request, _("Certified by a second person."))
    return redirect("reports:certified", ref)


@login_required
@require_POST
def file(request: HttpRequest, ref: str) -> HttpResponse:
    """Record that the report went to whom it is for."""
    _only_for(request, ReportFiled.slug)
    selectors.certified(request.user, ref)
    channel = request.POST.get("channel", "")
    services.file(
        request.user,
        ref,
        to=request.POST.get("to", ""),
        channel=Channel(channel) if channel else None,
    )
    messages.success(request, _("Filed. What was owed for this period is met."))
    return redirect("reports:certified", ref)


@login_required
@require_POST
def nothing(request: HttpRequest, pack: str, duty: str) -> HttpResponse:
    """Answer whether a report of nothing is filed; or end a period that needs none."""
    _only_for(request, ProfileChanged.slug)
    template = _template(request, pack, duty)
    period = period_named(request.POST["period"])
    if request.POST.get("wanted"):
        services.answer_nil(request.user, duty, request.POST["wanted"])
        messages.success(request, _("Recorded for this and later periods."))
    else:
        services.end_without(request.user, template, period)
        messages.success(request, _("Ended: nothing happened, and no report is filed then."))
    return redirect(reverse("reports:report", args=[pack, duty]) + f"?period={period.name}")


def _only_for(request: HttpRequest, slug: str) -> None:
    if not may(request.user, slug):
        raise NotFound


def _template(request: HttpRequest, pack: str, duty: str) -> Template:
    name = duty if pack == _OFFICE else f"{pack}/{duty}"
    return selectors.template_named(request.user, name)


def _period(request: HttpRequest, template: Template) -> Period:
    """The period that is asked for; else the last whole one."""
    asked = request.GET.get("period")
    if asked:
        return period_named(asked)
    offered = selectors.periods_of(template, profile().zone)
    return offered[1] if len(offered) > 1 else offered[0]


def _instant(text: str) -> datetime:
    try:
        return parse_instant(text)
    except TecumError:
        raise NotFound from None
