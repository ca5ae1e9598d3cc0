"""Killed after and inside every step, and at random, a log loses and doubles nothing.

``TECUM_TEST_CRASH_ROUNDS`` sets how often each place is tried (default 1), on files with SQLite and
on a real PostgreSQL. ``bench/crash_log.py`` does it thousands of times.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from tecum.ledger.log import Parts
from tests.crash.log_killer import STEPS, Killer
from tests.web.server import binaries, running

ROUNDS = int(os.environ.get("TECUM_TEST_CRASH_ROUNDS", "1"))
ENGINES = ["files", "postgresql"] if binaries() is not None else ["files"]


def postgres(address: str) -> Callable[[], Callable[[str], Parts]]:
    """Makes the parts of a log in a fresh database, in whatever process asks."""
    import psycopg

    from tecum.web.ledger.store import TABLES, postgres_parts

    host = dict(parse_qsl(urlsplit(address).query))["host"]

    def connect() -> psycopg.Connection[Any]:
        return psycopg.connect(host=host, user="postgres", dbname="postgres")

    with connect() as line:
        line.execute(TABLES)
    return lambda: postgres_parts(connect)


@pytest.fixture(scope="module", params=ENGINES)
def make_parts(request: pytest.FixtureRequest) -> Iterator[Callable[[], Any]]:
    if request.param == "files":
        yield lambda: None
        return
    with running() as address:
        yield postgres(address)


def held(killer: Killer) -> None:
    killer.check_all()
    assert killer.outcome.problems == []
    assert killer.outcome.kills


def fresh(make_parts: Callable[[], Any]) -> None:
    """The fixed key makes one origin: what an earlier test left in the tables goes."""
    parts = make_parts()
    if parts is not None:
        from tests.unit.ledger.office import log_key

        store = parts(log_key().name).store
        with store._writer.held("empty") as line:
            for table in ("entry", "statement", "carried", "head", "recent"):
                line.execute(f"TRUNCATE ledger_log_{table}")


@pytest.mark.parametrize("where", ["after", "inside"])
def test_killed_at_every_step(tmp_path: Path, make_parts: Callable[[], Any], where: str) -> None:
    fresh(make_parts)
    killer = Killer(tmp_path / "log", make_parts, seed=1)
    for step in STEPS * ROUNDS:
        (killer.after if where == "after" else killer.inside)(step)
    held(killer)
    assert killer.outcome.acknowledged


def test_killed_at_random_under_load(tmp_path: Path, make_parts: Callable[[], Any]) -> None:
    fresh(make_parts)
    killer = Killer(tmp_path / "log", make_parts, seed=2)
    for _ in range(4 * ROUNDS):
        killer.at_random()
    held(killer)
