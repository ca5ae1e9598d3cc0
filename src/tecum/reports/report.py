"""What a count gives: figures with the demands behind each, and the JSON form without them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tecum.reports.period import Period
from tecum.reports.template import Stated, Table, Template

__all__ = ["Cell", "Counted", "Line", "Report", "canonical", "report_json"]

Cell = tuple[str, ...]
"""The dockets that a figure counts, one for each thing counted (a docket may stand twice)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table that lists; its docket stays in this office."""

    docket: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A table with its figures. Rows and columns are words; every sum is a sum of cells."""

    table: Table
    row_names: tuple[str, ...]
    column_names: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    lines: tuple[Line, ...] = ()
    undecided: Cell = ()
    """What could be neither counted nor left out, since the docket does not tell enough."""

    def at(self, row: str, column: str) -> Cell:
        """The dockets of one figure."""
        return self.cells.get((row, column), ())

    def row(self, row: str) -> Cell:
        """The dockets of one row."""
        return tuple(one for column in self.column_names for one in self.at(row, column))

    def column(self, column: str) -> Cell:
        """The dockets of one column."""
        return tuple(one for row in self.row_names for one in self.at(row, column))

    @property
    def whole(self) -> Cell:
        """The dockets of every figure."""
        return tuple(one for row in self.row_names for one in self.row(row))

    @property
    def total(self) -> int:
        """How many were counted."""
        return len(self.whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report of one period, as counted from the entries known at an instant."""

    template: Template
    office: str
    zone: str
    period: Period
    counted_at: datetime
    tables: tuple[Counted, ...]
    left_out: Mapping[str, Cell] = field(default_factory=dict)
    stated: Mapping[str, str] = field(default_factory=dict)
    rests_on: str = ""
    sealed_counted: tuple[str, ...] = ()
    """Grounds on which a sealed matter is in the totals all the same; others are left out."""

    @property
    def is_nil(self) -> bool:
        """Whether nothing was counted, nothing is undecided, and nothing else was stated."""
        counted = any(table.total or table.undecided for table in self.tables)
        return not counted and all(value in ("", "0") for value in self.stated.values())

    @property
    def not_stated(self) -> tuple[Stated, ...]:
        """The figures that a person has still to state."""
        return tuple(one for one in self.template.stated if not self.stated.get(one.id))

    def counted(self, name: str) -> Counted | None:
        """A table by its id."""
        return next((one for one in self.tables if one.table.id == name), None)


def report_json(report: Report) -> dict[str, Any]:
    """The report as ``tecum.report/1``: figures and words, no docket, no person."""
    template, duty = report.template, report.template.duty
    return {
        "schema": "tecum.report/1",
        "template": {
            "id": template.id,
            "sha256": template.sha256,
            "title": template.title,
            "pack": template.pack or None,
            "pack_sha256": template.pack_sha256 or None,
            "review": template.review.value,
            "unconfirmed": list(template.unconfirmed),
        },
        "authority": duty.source if duty is not None else None,
        "to": duty.to if duty is not None else None,
        "office": report.office,
        "period": {
            "name": report.period.name,
            "from": report.period.begins.isoformat(),
            "to": report.period.ends.isoformat(),
            "zone": report.zone,
        },
        "counted_at": report.counted_at.isoformat(),
        "rests_on": report.rests_on or None,
        "nil": report.is_nil,
        "tables": [_table_json(one) for one in report.tables],
        "stated": [
            {"id": one.id, "title": one.title, "value": report.stated.get(one.id) or None}
            for one in template.stated
        ],
        "left_out": {reason: len(cell) for reason, cell in sorted(report.left_out.items())},
        "sealed_counted": list(report.sealed_counted),
    }


def _table_json(counted: Counted) -> dict[str, Any]:
    table = counted.table
    shown: dict[str, Any] = {
        "id": table.id,
        "title": table.title,
        "of": table.of,
        "by_date": table.by_date,
        "where": {name: list(values) for name, values in sorted(table.where.items())},
        "cite": table.cite or None,
        "note": table.note or None,
        "undecided": len(counted.undecided),
        "total": counted.total,
    }
    if table.lines:
        return {
            **shown,
            "columns": list(table.lines),
            "lines": [list(line.values) for line in counted.lines],
        }
    return {
        **shown,
        "rows_by": table.rows,
        "columns_by": table.columns,
        "columns": list(counted.column_names),
        "rows": [
            {
                "name": row,
                "cells": [len(counted.at(row, column)) for column in counted.column_names],
                "total": len(counted.row(row)),
            }
            for row in counted.row_names
        ],
        "totals": [len(counted.column(column)) for column in counted.column_names],
    }


def canonical(shown: Mapping[str, Any]) -> bytes:
    """The one form of a report's JSON that is kept and hashed."""
    text = json.dumps(shown, ensure_ascii=False, sort_keys=True, indent=1)
    return (text + "\n").encode()
