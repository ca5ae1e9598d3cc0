"""What the command line prints of reports; the figures of the pages, from the same entries."""

from __future__ import annotations

from datetime import datetime

from tecum.errors import UsageError, nearest
from tecum.reports.period import Period
from tecum.reports.report import canonical, report_json
from tecum.reports.small import public_json
from tecum.reports.template import find_template
from tecum.reports.text import as_csv, as_text
from tecum.web.reports.selectors import all_templates, in_force, report_of
from tecum.web.reports.shown import plot_of
from tecum.web.ui.figures import period_words
from tecum.worded import nearest_named
from tecum.worded import worded as _

__all__ = ["names", "printed"]


def names() -> list[str]:
    """For each report its name and title, and below them its period, authority and standing."""
    acting = in_force()
    templates = all_templates()
    width = max(len(one.id) for one in templates) + 2
    lines = []
    for one in templates:
        lines.append(f"{one.id:<{width}}{one.title}")
        below = [period_words(one.on)]
        if one.duty is not None:
            stands = "in force here" if one.pack_sha256 in acting else "worked example"
            below += [str(one.duty.source), stands]
        lines.append(f"{'':<{width}}{'; '.join(below)}")
    return lines


def printed(
    name: str,
    period: Period,
    form: str,
    *,
    public: bool = False,
    table: str | None = None,
    as_of: datetime | None = None,
) -> str:
    """A report of a period as text, JSON, CSV or SVG.

    Raises:
        DataUnusable: there is no such report.
        UsageError: the report has no such table, or none that can be drawn.
    """
    template = find_template(all_templates(), name)
    report, _basis = report_of(template, period, counted_at=as_of)
    if form == "json":
        return canonical(public_json(report) if public else report_json(report)).decode()
    if form == "csv":
        return as_csv(report, public=public)
    if form == "text":
        return as_text(report, public=public)
    counted = report.counted(table or "")
    drawn = plot_of(counted) if counted is not None else ""
    if not drawn:
        known = [one.table.id for one in report.tables if plot_of(one)]
        near = nearest(table or "", known)
        raise UsageError(
            nearest_named(_('There is no plot of "{table}".', table=table), near),
            do=_("Choose one of: {listed}.", listed=known)
            if known
            else _("There is none in this period."),
            code="report.plot",
        )
    return drawn + "\n"
