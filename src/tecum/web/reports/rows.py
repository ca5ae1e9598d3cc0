"""The demands as reports count them: as they stand now, or as they stood at an instant.

What is sealed now is left out of every count that a person asks for, whatever instant is asked
about; only the check of a certified report counts as it was counted then.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import takewhile

from django.db.models import F, QuerySet

from tecum.docket.entry import DocketKind
from tecum.docket.rules import Rules
from tecum.docket.state import fold
from tecum.docket.state.model import State
from tecum.reports.extract import row_of
from tecum.reports.row import SHAPE, Row, row_from_json, row_json
from tecum.web.accounts.models import Office
from tecum.web.accounts.selectors import typed_profile
from tecum.web.docket import states
from tecum.web.docket.models import Docket, Entry
from tecum.web.reports.models import CountedDemand

__all__ = ["Basis", "basis_at", "forget_counted", "keep_counted"]

_WALL = "office_wall"
_PIECE = 500


@dataclass(frozen=True, slots=True)
class Basis:
    """Rows, and the digest of the entries that they rest on."""

    rows: tuple[Row, ...]
    rests_on: str


def basis_at(known_by: datetime, zone: str, *, as_then: bool = False) -> Basis:
    """Every demand as the entries recorded by an instant have it.

    Args:
        as_then: Count what was not sealed then, though it be sealed now; for checks only.
    """
    fresh = _fresh(zone)
    moved = set(
        Entry.objects.filter(recorded_at__gt=known_by, docket__demand__isnull=False)
        .values_list("docket_id", flat=True)
        .distinct()
    )
    rows = {row.docket: row for row in _kept(moved, fresh)}
    heads = {pk: (seq, digest) for pk, seq, digest in _heads(moved)}
    in_force = states.rules()
    for docket in Docket.objects.filter(pk__in=moved):
        state = _state_at(docket, known_by, in_force)
        row = row_of(state, zone)
        if row is None:
            continue
        if not as_then:
            row = replace(row, sealed=row.sealed or _sealed_now(docket))
        rows[docket.pk] = row
        heads[docket.pk] = state.seq, _digest(docket, state.seq)
    return Basis(tuple(rows.values()), _digest_of(heads))


def keep_counted() -> bool:
    """Keep the rows of demands that have moved on, a piece at a time; tell whether more wait.

    A loop of the background does this, so that no page that is only looked at writes anything.
    """
    office = Office.objects.first()
    if office is None:
        return False
    zone = typed_profile(office).zone
    piece = list(_stale(zone)[:_PIECE])
    in_force = states.rules()
    CountedDemand.objects.bulk_create(
        [_made(docket, zone, in_force) for docket in piece],
        update_conflicts=True,
        unique_fields=["docket"],
        update_fields=["digest", "shape", "zone", "row"],
    )
    return len(piece) == _PIECE


def forget_counted() -> None:
    """Drop every row that was kept, since entries are folded otherwise from here on."""
    CountedDemand.objects.all().delete()


def _stale(zone: str) -> QuerySet[Docket]:
    """The dockets of demands whose row is not kept as they now stand."""
    kept = {"counted__digest": F("digest"), "counted__shape": SHAPE, "counted__zone": zone}
    return Docket.objects.filter(demand__isnull=False).exclude(**kept).order_by("pk")


def _fresh(zone: str) -> dict[str, str]:
    """The rows that are not kept yet, made for this once."""
    in_force = states.rules()
    made = (_made(docket, zone, in_force) for docket in _stale(zone))
    return {row.docket_id: row.row for row in made}


def _made(docket: Docket, zone: str, in_force: Rules) -> CountedDemand:
    row = row_of(states.state_of(docket, in_force), zone)
    text = json.dumps(row_json(row)) if row is not None else ""
    return CountedDemand(docket=docket, digest=docket.digest, shape=SHAPE, zone=zone, row=text)


def _kept(but: set[str], fresh: dict[str, str]) -> Iterator[Row]:
    rows = Docket.objects.filter(demand__isnull=False).values_list("pk", "walled", "counted__row")
    for pk, walled, kept in rows.iterator():
        text = fresh.get(pk, kept)
        if pk in but or not text:
            continue
        row = row_from_json(json.loads(text))
        yield replace(row, sealed=_WALL) if walled and row.sealed is None else row


def _heads(but: set[str]) -> Iterator[tuple[str, int, str]]:
    rows = Docket.objects.filter(demand__isnull=False).values_list("pk", "seq", "digest")
    return (row for row in rows.iterator() if row[0] not in but)


def _state_at(docket: Docket, known_by: datetime, in_force: Rules) -> State:
    """The state that the entries recorded by an instant give.

    The order of entries rules, not the clock: one that was set back must not leave a gap.
    """
    known = takewhile(lambda entry: entry.recorded_at <= known_by, states.entries_of(docket))
    return fold(known, DocketKind(docket.kind), in_force)


def _sealed_now(docket: Docket) -> str | None:
    if not docket.walled:
        return None
    now = row_of(states.state_of(docket), "UTC")
    return (now.sealed if now is not None else None) or _WALL


def _digest(docket: Docket, seq: int) -> str:
    return Entry.objects.values_list("digest", flat=True).get(docket=docket, seq=seq)


def _digest_of(heads: dict[str, tuple[int, str]]) -> str:
    """SHA-256 over the last entry of every docket with a demand, in the order of their ids."""
    total = hashlib.sha256(b"tecum.report-basis/1\n")
    for pk in sorted(heads):
        seq, digest = heads[pk]
        total.update(f"{pk} {seq} {digest}\n".encode())
    return total.hexdigest()
