"""Rebuild projections from the entries, docket by docket, a few in one transaction.

Rows that already are what the entries give stay as they are; others are thrown away and made
anew. Memory does not grow with the docket, and what was rebuilt before a stop stays rebuilt.
"""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.db import models as fields
from django.db import transaction

from tecum.docket.rules import Rules
from tecum.web.docket import models, states
from tecum.web.docket.projections import PROJECTIONS, rows_of, wall
from tecum.web.search.services import rows_of as indexed

__all__ = [
    "Piece",
    "counts_by_table",
    "differing",
    "piece_of",
    "pieces",
    "rebuild_piece",
]

LOG = logging.getLogger("tecum.rebuild")
MOST_DOCKETS = 100
MOST_ENTRIES = 2000
Rows = dict[type[fields.Model], dict[str, list[fields.Model]]]


@dataclass(slots=True)
class Piece:
    """What became of some dockets: how many were folded, whose rows differed, which failed."""

    folded: int = 0
    changed: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def counts_by_table() -> dict[str, int]:
    """How many dockets and entries there are, and how many rows in each projection."""
    counts = {"dockets": models.Docket.objects.count(), "entries": models.Entry.objects.count()}
    for model in PROJECTIONS:
        counts[str(model._meta.verbose_name_plural)] = model._default_manager.count()
    return counts


def pieces(after: str = "") -> Iterator[list[str]]:
    """The dockets in the order of their ids, in pieces that fit into memory.

    Args:
        after: The last docket that is done.
    """
    while True:
        heads = models.Docket.objects.filter(pk__gt=after).order_by("pk").values_list("pk", "seq")
        names = piece_of(list(heads[:MOST_DOCKETS]))
        if not names:
            return
        yield names
        after = names[-1]


def piece_of(heads: Sequence[tuple[str, int]]) -> list[str]:
    """The first of these dockets whose entries together are few; at least one."""
    names, entries = [], 0
    for pk, seq in heads:
        entries += seq
        if names and entries > MOST_ENTRIES:
            break
        names.append(pk)
    return names


def rebuild_piece(names: Sequence[str], in_force: Rules) -> Piece:
    """Bring the rows of these dockets to what their entries give, together or not at all."""
    with transaction.atomic():
        list(models.Docket.objects.select_for_update().filter(pk__in=names).order_by("pk"))
        return _compared(names, in_force, write=True)


def differing(names: Sequence[str], in_force: Rules) -> Piece:
    """Which of these dockets have other rows than their entries give; writes nothing."""
    return _compared(names, in_force, write=False)


def _compared(names: Sequence[str], in_force: Rules, *, write: bool) -> Piece:
    """One fold of these dockets; where one cannot be folded, each by itself."""
    try:
        with transaction.atomic():
            return _once(names, in_force, write=write)
    except Exception:
        # Whatever is wrong with one docket must not keep the office from its others.
        if len(names) == 1:
            LOG.error("a docket could not be folded")
            return Piece(failed=list(names))
    whole = Piece()
    for name in names:
        one = _compared([name], in_force, write=write)
        whole.folded += one.folded
        whole.changed += one.changed
        whole.failed += one.failed
    return whole


def _once(names: Sequence[str], in_force: Rules, *, write: bool) -> Piece:
    wanted: Rows = defaultdict(dict)
    folded = list(states.folded(models.Docket.objects.filter(pk__in=names), in_force))
    changed: set[str] = set()
    for docket, state in folded:
        for model, rows in (rows_of(docket, state) | indexed(docket, state)).items():
            wanted[model][docket.pk] = list(rows)
        if wall(docket, state, write=write):
            changed.add(docket.pk)
    for model in PROJECTIONS:
        there = _there(model, names)
        moved = [name for name in names if _values(wanted[model][name]) != there[name]]
        changed.update(moved)
        if write and moved:
            model._default_manager.filter(docket__in=moved).delete()
            model._default_manager.bulk_create(row for name in moved for row in wanted[model][name])
    return Piece(len(folded), sorted(changed))


def _there(model: type[fields.Model], names: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    columns = _columns(model)
    at = columns.index("docket_id")
    rows = model._default_manager.filter(docket__in=names).order_by().values_list(*columns)
    for row in rows:
        found[row[at]].append(_text(row))
    return defaultdict(list, {name: sorted(held) for name, held in found.items()})


def _values(rows: Sequence[fields.Model]) -> list[str]:
    if not rows:
        return []
    columns = _columns(type(rows[0]))
    return sorted(_text([getattr(row, name) for name in columns]) for row in rows)


def _text(values: Sequence[object]) -> str:
    """A row's values, alike for those of the database and those that would go into it."""
    return json.dumps(values, default=_plain)


def _plain(value: object) -> str:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else str(value)


def _columns(model: type[fields.Model]) -> list[str]:
    return [f.attname for f in model._meta.concrete_fields if f.attname != "id"]
