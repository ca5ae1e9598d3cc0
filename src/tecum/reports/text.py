"""A report as text that a council can read, and as CSV; both from the same figures.

Words are given by the caller, so that page, file and command say the same in their language.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, ItemsView, Sequence

from tecum.cells import plain_cell
from tecum.reports.report import Counted, Report
from tecum.reports.small import LEAST, SMALL, WITHHELD, Place, public_places, sums_of
from tecum.reports.template import ALL

__all__ = ["Say", "as_csv", "as_text", "figures_of", "plain_words"]

Say = Callable[[str], str]
"""A word of the count as people read it."""


def plain_words(word: str) -> str:
    """A code as English words.

    >>> plain_words("administrative_subpoena")
    'administrative subpoena'
    """
    return word.replace("_", " ")


def figures_of(report: Report, *, public: bool) -> Callable[[Place], str]:
    """How each figure prints: as it is, or as a public copy shows it."""
    if not public:
        numbers = {place: str(n) for place, n in _numbers(report)}
        return numbers.__getitem__
    return public_places(report).__getitem__


def _numbers(report: Report) -> ItemsView[Place, int]:
    return sums_of(report.tables).figures.items()


def as_text(report: Report, *, public: bool = False, say: Say = plain_words) -> str:
    """The report as lines of text, tables with their sums."""
    figure = figures_of(report, public=public)
    out = [report.template.title, "=" * len(report.template.title), ""]
    out += [f"{name}: {value}" for name, value in _head(report, public=public)]
    for one in report.tables:
        out += ["", one.table.title, "-" * len(one.table.title)]
        out += _grid(_cells(one, figure, say, public=public))
        out += _under(one, public=public)
    if report.template.stated and not public:
        out += ["", "Stated by this office, not counted from its docket"]
        out += [f"  {one.title}: {_value(report, one.id)}" for one in report.template.stated]
    out += ["", *_foot(report, public=public)]
    return "\n".join(out) + "\n"


def _value(report: Report, name: str) -> str:
    return report.stated.get(name) or "not stated"


def _head(report: Report, *, public: bool) -> list[tuple[str, str]]:
    duty = report.template.duty
    rows = [
        ("Office", report.office),
        ("Period", f"{report.period.begins} to {report.period.ends} ({report.zone})"),
        ("Counted", f"from what was recorded by {report.counted_at:%Y-%m-%d %H:%M:%S} UTC"),
    ]
    if duty is not None:
        rows[1:1] = [("Authority", duty.source), ("To", duty.to or "not stated")]
    if report.template.pack and report.template.review != "reviewed":
        rows.append(("Template", "worked example, not reviewed"))
    if public:
        rows.append(("Copy", "public"))
    return rows


def _cells(
    one: Counted, figure: Callable[[Place], str], say: Say, *, public: bool
) -> list[list[str]]:
    if one.table.lines:
        if public:
            return [["lines", figure((one.table.id, "", ""))]]
        head = ["", *(say(name) for name in one.table.lines)]
        return [
            head,
            *([str(n), *map(say, line.values)] for n, line in enumerate(one.lines, 1)),
        ]
    name = one.table.id
    columns = list(one.column_names) if one.table.columns else []
    table = [["", *map(say, columns), "all"]]
    for row in one.row_names:
        if row != ALL:
            cells = [figure((name, row, column)) for column in columns]
            table.append([say(row), *cells, figure((name, row, ""))])
    sums = [figure((name, "", column)) for column in columns]
    table.append(["all", *sums, figure((name, "", ""))])
    return table


def _under(one: Counted, *, public: bool) -> list[str]:
    out = []
    if not one.lines and one.table.lines and not public:
        out.append("  none")
    if one.undecided and not public:
        out.append(f"  not placed, since the docket does not tell enough: {len(one.undecided)}")
    if one.table.note:
        out.append(f"  {one.table.note}")
    if one.table.cite:
        out.append(f"  [{one.table.cite}]")
    return out


def _foot(report: Report, *, public: bool) -> list[str]:
    out = []
    if report.is_nil:
        out.append("Nil report: nothing of what this report counts happened in the period.")
    for reason, cell in sorted(report.left_out.items()):
        if not public:
            out.append(f"Left out as {plain_words(reason)}: {len(cell)}")
    if report.sealed_counted:
        grounds = ", ".join(map(plain_words, report.sealed_counted))
        out.append(f"Sealed matters are left out, but for those sealed on: {grounds}.")
    else:
        out.append("Sealed matters are left out.")
    if public:
        out.append(
            f'"{SMALL}" is a number from 1 to {LEAST - 1}; "{WITHHELD}" would give one away.'
        )
    out += [f"To be confirmed: {text}." for text in report.template.unconfirmed]
    if report.rests_on:
        out.append(f"Digest of the entries counted: {report.rests_on}")
    return out


def _grid(rows: Sequence[Sequence[str]]) -> list[str]:
    """Cells as columns of equal width, numbers to the right."""
    width = max((len(row) for row in rows), default=0)
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    wide = [max(len(row[n]) for row in full) for n in range(width)]
    return [
        "  ".join(
            cell.rjust(wide[n]) if n else cell.ljust(wide[n]) for n, cell in enumerate(row)
        ).rstrip()
        for row in full
    ]


def as_csv(report: Report, *, public: bool = False) -> str:
    """Every figure as one line: table, row, column, figure; sums have an empty row or column."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("report", "period", "table", "row", "column", "figure"))
    figure = figures_of(report, public=public)
    head = (report.template.id, report.period.name)
    for place, _number in _numbers(report):
        writer.writerow([plain_cell(text) for text in (*head, *place, figure(place))])
    if not public:
        for one in report.tables:
            for n, line in enumerate(one.lines, 1):
                for column, value in zip(one.table.lines, line.values, strict=True):
                    row = (*head, one.table.id, f"line {n}", column, value)
                    writer.writerow([plain_cell(text) for text in row])
            if one.undecided:
                row = (*head, one.table.id, "not placed", "", str(len(one.undecided)))
                writer.writerow([plain_cell(text) for text in row])
        for asked in report.template.stated:
            row = (*head, "stated", asked.id, "", report.stated.get(asked.id, ""))
            writer.writerow([plain_cell(text) for text in row])
    return out.getvalue()
