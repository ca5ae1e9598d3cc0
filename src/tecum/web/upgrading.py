"""Bringing an installation up to date before it serves: its tables, then what follows from entries.

A database that a newer version has changed is refused before anything is touched.

Authority: DOCKET 4.4.
"""

from __future__ import annotations

import sys

from django.core.management import call_command
from django.db import OperationalError, ProgrammingError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from tecum.clock import ticks
from tecum.errors import CheckFailed

__all__ = ["fold_anew", "must_be_current", "upgrade"]

OFTEN = 5.0
"""Seconds between two lines about how far it has come."""


def upgrade() -> bool:
    """Bring the tables up to date, and fold anew what an older version had folded.

    Returns:
        Whether every docket was folded anew.

    Raises:
        DataUnusable: a newer version has used this database.
    """
    from tecum.web.docket.current import alone

    with alone(_Told("Another process brings this database up to date; waiting").wait):
        _must_not_be_newer()
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        call_command("migrate", verbosity=0, interactive=False)
        moved = fold_anew()
    if plan or moved:
        from tecum.web.engine.base import look_over

        look_over(connection)
    return moved


def must_be_current() -> None:
    """Refuse to read tables or lists that are not this version's; nothing is changed by asking.

    Raises:
        DataUnusable: a newer version has used this database.
        CheckFailed: an older one has, and nothing has brought it up to date.
    """
    from tecum.web.docket.current import how_projected

    _must_not_be_newer()
    executor = MigrationExecutor(connection)
    is_old = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if is_old or how_projected().state in ("older", "half-way"):
        raise CheckFailed(
            "The lists of this data folder were made by an older version.",
            why="What would be read from them could be wrong, or not be there.",
            do="Start the product once, or run: tecum rebuild.",
            code="upgrade.older-database",
        )


def _must_not_be_newer() -> None:
    from tecum.web.docket.current import must_not_be_newer, newer
    from tecum.web.docket.models import Projected

    loader = MigrationExecutor(connection).loader
    unknown = [key for key in loader.applied_migrations if key not in loader.disk_migrations]
    try:
        with transaction.atomic():
            row = Projected.objects.filter(pk=1).values_list("product", flat=True).first()
        if not unknown:
            must_not_be_newer()
    except (OperationalError, ProgrammingError):
        # Before its first start there is no such table, and a newer one may have another.
        row = ""
    if unknown:
        raise newer(row or "")


def fold_anew(*, whole: bool = False) -> bool:
    """Bring every list to this version's fold, saying how far it has come.

    Args:
        whole: Fold every docket anew, though nothing is known to be older.

    Returns:
        Whether every docket was folded anew.
    """
    from tecum.web.docket.current import bring_up_to_date
    from tecum.web.reports.rows import forget_counted

    begun: list[bool] = []

    def begin() -> None:
        begun.append(True)
        forget_counted()

    told = _Told("The lists are made anew from the entries")
    row = bring_up_to_date(told.of, begin, whole=whole).row
    if row is not None and row.whole and row.changed and (begun or told.has_spoken):
        told.say(f"{row.looked_at} dockets were folded anew; {row.changed} had other rows.")
    return bool(begun)


class _Told:
    """Lines for whoever waits at the terminal: at the beginning, then every few seconds."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._last = -OFTEN
        self.has_spoken = False

    def wait(self) -> None:
        """Another second has gone by."""
        self._seldom(f"{self._what}.")

    def of(self, done: int, total: int) -> None:
        """So many dockets of so many are done."""
        self._seldom(f"{self._what}: {done} of {total} dockets.")

    def say(self, line: str) -> None:
        """Say this now."""
        self.has_spoken = True
        print(line, file=sys.stderr, flush=True)

    def _seldom(self, line: str) -> None:
        if ticks() - self._last >= OFTEN:
            self._last = ticks()
            self.say(line)
