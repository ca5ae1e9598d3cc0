"""How a report stands on a page: every figure with the address of the demands behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tecum.reports.own import LEAST_FOR_A_SHARE, medians, on_time
from tecum.reports.plot import Bar, bars_svg
from tecum.reports.report import Counted, Report
from tecum.reports.row import Row
from tecum.reports.template import ALL
from tecum.reports.text import figures_of
from tecum.web.ui.figures import figure_words, shown_figure, table_title

__all__ = ["Figure", "ShownTable", "facts_of", "plot_of", "tables_of"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as it prints, and where its rows are; no address where there are none."""

    text: str
    link: str


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table as it stands on the page."""

    counted: Counted
    title: str
    query: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Figure, ...]], ...]
    sums: tuple[Figure, ...]
    lines: tuple[tuple[tuple[str, str], ...], ...]
    undecided: Figure
    plot: str


def tables_of(report: Report, address: str, *, public: bool = False) -> tuple[ShownTable, ...]:
    """Every table, with the address of the page that lists the demands of a figure."""
    figure = figures_of(report, public=public)
    return tuple(_table(report, one, address, figure, public=public) for one in report.tables)


def _table(
    report: Report,
    one: Counted,
    address: str,
    figure: Callable[[tuple[str, str, str]], str],
    *,
    public: bool,
) -> ShownTable:
    def at(row: str, column: str) -> Figure:
        text = figure((one.table.id, row, column))
        link = "" if text == "0" or public else _link(report, address, one, row, column)
        return Figure(text, link)

    columns = one.column_names if one.table.columns is not None else ()
    names = [name for name in one.row_names if name != ALL]
    listed = bool(one.table.lines)
    heads = tuple(map(shown_figure, one.table.lines if listed else columns))
    undecided = str(len(one.undecided))
    return ShownTable(
        counted=one,
        title=table_title(one.table.title),
        query=query_of(one),
        columns=heads,
        rows=()
        if listed
        else tuple(
            (shown_figure(row), (*(at(row, column) for column in columns), at(row, "")))
            for row in names
        ),
        sums=(at("", ""),) if listed else (*(at("", column) for column in columns), at("", "")),
        lines=() if public else _lines(one, heads),
        undecided=Figure(
            undecided, "" if not one.undecided else _link(report, address, one, "", "undecided")
        ),
        plot="" if public else plot_of(one),
    )


def _lines(one: Counted, heads: tuple[str, ...]) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The lines of a list, each value with the head of its column."""
    return tuple(tuple(zip(heads, map(shown_figure, row.values), strict=True)) for row in one.lines)


def _link(report: Report, address: str, one: Counted, row: str, column: str) -> str:
    asked = {
        "period": report.period.name,
        "at": report.counted_at.isoformat(),
        "table": one.table.id,
        "row": row,
        "column": column,
    }
    return f"{address}?{urlencode({key: value for key, value in asked.items() if value})}"


def query_of(one: Counted) -> str:
    """What a table counts, in words."""
    table = one.table
    parts = [
        _("%(what)s whose %(name)s is %(words)s")
        % {
            "what": "",
            "name": figure_words(name),
            "words": _(" or ").join(map(figure_words, words)),
        }
        for name, words in table.where.items()
    ]
    said = _("Counted: %(of)s, by the day they were %(by)s;") % {
        "of": figure_words(table.of),
        "by": figure_words(table.by_date),
    }
    return f"{said} {', '.join(part.strip() for part in parts)}."


def plot_of(one: Counted) -> str:
    """The sums of a table's rows as bars; none for a list or a single row."""
    if one.table.lines or one.table.rows is None or len(one.row_names) < 2 or not one.total:
        return ""
    bars = [
        Bar(shown_figure(row), float(len(one.row(row))), str(len(one.row(row))))
        for row in one.row_names
    ]
    most = max(bars, key=lambda bar: bar.value)
    said = ngettext(
        "%(n)s counted in %(rows)s rows; the most in the row %(most)s, %(of)s.",
        "%(n)s counted in %(rows)s rows; the most in the row %(most)s, %(of)s.",
        one.total,
    ) % {"n": one.total, "rows": len(bars), "most": most.name, "of": most.said}
    return bars_svg(table_title(one.table.title), said, bars)


def facts_of(report: Report, rows: tuple[Row, ...]) -> Mapping[str, object]:
    """The share answered in time and the medians, of the office's own counts only."""
    if report.template.duty is not None:
        return {}
    share = on_time(report)
    return {
        "share": share,
        "least": LEAST_FOR_A_SHARE,
        "medians": medians(rows, report.counted("received"), report.period),
    }
