"""Whether the rows that lists read were made by this version, and making them so before serving.

A version that raised a number folds every docket anew. One that changed any code of the fold
compares a sample first, and folds the rest where one row of it differs. What was done is kept
with every piece, so that a stop costs one piece; of several processes one works, others wait.

Authority: DOCKET 4.4.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from tecum import __version__
from tecum.clock import now
from tecum.docket.entry import DocketKind
from tecum.errors import DataUnusable
from tecum.web.accounts.selectors import office
from tecum.web.docket import models, states
from tecum.web.docket.rebuild import Piece, differing, pieces, rebuild_piece
from tecum.web.docket.versions import NUMBERS, code_digest
from tecum.worded import worded as _

__all__ = [
    "How",
    "alone",
    "bring_up_to_date",
    "how_projected",
    "keep_in_zone",
    "must_not_be_newer",
    "newer",
]

LOG = logging.getLogger("tecum.upgrade")
SAMPLE = 60
"""Dockets of each kind that are compared where only the digest of the code differs."""
MOST_NAMED = 100
_LOCK = 0x7465_6375_6D01
Say = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class How:
    """What is known of the rows: ``state`` is current, older, half-way or unknown."""

    state: str
    row: models.Projected | None
    total: int


def how_projected() -> How:
    """What the rows that stand were made by; asks two questions and changes nothing."""
    row = models.Projected.objects.filter(pk=1).first()
    total = models.Docket.objects.count()
    if row is None:
        return How("older" if total else "unknown", None, total)
    if row.wanted is not None:
        return How("half-way", row, total)
    return How("current" if _is_current(row) else "older", row, total)


def must_not_be_newer() -> None:
    """Refuse rows that a later version of the product has made.

    Raises:
        DataUnusable: a table is folded by a higher number than this version knows.
    """
    row = models.Projected.objects.filter(pk=1).first()
    held = {} if row is None else {**row.numbers, **((row.wanted or {}).get("numbers") or {})}
    if any(number > NUMBERS.get(name, 0) for name, number in held.items()):
        raise newer(row.product if row is not None else "")


def newer(product: str) -> DataUnusable:
    """The refusal of a database that a later version has changed."""
    by = f" ({product})" if product and product != __version__ else ""
    return DataUnusable(
        _(
            "This database was last used by a newer Tecum{by}; this is {version}.",
            by=by,
            version=__version__,
        ),
        why=_("An older program would misread what the newer one wrote. Nothing was changed."),
        do=_("Start the newer version, or restore the backup that was made before the upgrade."),
        code="upgrade.newer-database",
    )


def bring_up_to_date(
    say: Say = lambda done, total: None,
    begin: Callable[[], None] = lambda: None,
    *,
    whole: bool = False,
) -> How:
    """Rebuild what an older version, or a stop half-way, has left; others must wait outside.

    Args:
        say: Told after every piece how many dockets of how many are done.
        begin: Called once when every docket is to be folded anew, before the first is.
        whole: Fold every docket anew in any case.
    """
    row = models.Projected.objects.filter(pk=1).first()
    if row is None:
        row = models.Projected(pk=1)
    wanted = {"numbers": NUMBERS, "code": code_digest(), "zone": _zone()}
    is_current = row.wanted is None and _is_current(row) and not whole
    if is_current and (row.code, row.zone) == (code_digest(), _zone()):
        return how_projected()
    states.forget()
    if row.wanted != wanted:
        if is_current and not _sample_differs(row):
            return how_projected()
        row.wanted, row.after, row.done, row.changed, row.failed = wanted, "", 0, 0, []
        with transaction.atomic():
            begin()
            row.save()
    _go_on(row, say)
    return how_projected()


def _is_current(row: models.Projected) -> bool:
    """Whether every number is this version's, and days were told in the office's zone."""
    return row.numbers == NUMBERS and row.zone in ("", _zone())


def _zone() -> str:
    """The office's zone; empty while there is no office, and so no row with a day of its own."""
    row = office()
    return row.zone if row is not None else ""


def _sample_differs(row: models.Projected) -> bool:
    """Compare a few dockets of each kind, and the newest; notes that it was done."""
    found, in_force = Piece(), states.rules()
    for names in _sample():
        one = differing(names, in_force)
        found.folded += one.folded
        found.changed += one.changed
    if found.changed:
        return True
    _done(row, whole=False, looked_at=found.folded)
    return False


def _sample() -> Iterator[list[str]]:
    """Ids are random, so that the first of them are any."""
    of_kind = [models.Docket.objects.filter(kind=kind.value).order_by("pk") for kind in DocketKind]
    for found in (*of_kind, models.Docket.objects.order_by("-opened_at", "pk")):
        yield list(found.values_list("pk", flat=True)[:SAMPLE])


def _go_on(row: models.Projected, say: Say) -> None:
    total, in_force = models.Docket.objects.count(), states.rules()
    for names in pieces(row.after):
        with transaction.atomic():
            piece = rebuild_piece(names, in_force)
            row.after, row.done = names[-1], row.done + len(names)
            row.changed += len(piece.changed)
            row.failed = [*row.failed, *piece.failed][:MOST_NAMED]
            row.save()
        say(row.done, total)
    LOG.info("dockets folded anew")
    _done(row, whole=True, looked_at=row.done)


def _done(row: models.Projected, *, whole: bool, looked_at: int) -> None:
    row.numbers, row.code, row.zone = dict(NUMBERS), code_digest(), _zone()
    row.product, row.made_at, row.whole, row.looked_at = __version__, now(), whole, looked_at
    row.wanted, row.after, row.done = None, "", 0
    row.save()


def keep_in_zone() -> bool:
    """Tell the days of the rows in the office's zone again, once its profile names another.

    A loop of the background does this; lists stay open meanwhile.
    """
    row = models.Projected.objects.filter(pk=1).first()
    if row is not None and row.zone not in ("", _zone()):
        bring_up_to_date()
    return False


@contextmanager
def alone(wait: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Let one process at a time bring a database up to date.

    On SQLite the data folder is held already; on PostgreSQL several machines may start at once.

    Args:
        wait: Told every second while another process works.
    """
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        while not _asked(cursor, "SELECT pg_try_advisory_lock(%s)"):
            wait()
            time.sleep(1.0)
        try:
            yield
        finally:
            _asked(cursor, "SELECT pg_advisory_unlock(%s)")


def _asked(cursor: Any, query: str) -> bool:
    cursor.execute(query, [_LOCK])
    return bool(cursor.fetchone()[0])
