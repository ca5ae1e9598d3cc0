"""One text, four ways to work it out: the interpreter, SQL on two engines, and polars (LAW 6.1).

``TECUM_COLUMN_PACKS`` and ``TECUM_COLUMN_CASES`` set how many random packs are made and how many
situations each is asked about; ``TECUM_COLUMN_SEED`` where the seeds begin. Two hundred thousand
cases: 84 packs of 2,400.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import psycopg
import pytest

from tecum.law.ask import reachable
from tecum.law.columns import Answer, Evaluator, OnPostgresql, OnSqlite, Sheet, Situation
from tecum.law.columns.answers import mask_of
from tecum.law.columns.frames import OnPolars
from tecum.law.decide import engine_for
from tecum.law.truth import Truth
from tests.property.law_theories import ACTION, Maker, World
from tests.web.server import running

PACKS = int(os.environ.get("TECUM_COLUMN_PACKS", "24"))
CASES = int(os.environ.get("TECUM_COLUMN_CASES", "300"))
SEED = int(os.environ.get("TECUM_COLUMN_SEED", "0"))
SHARES = 6


@pytest.fixture(scope="module")
def postgresql() -> Iterator[Evaluator]:
    with running() as address, psycopg.connect(address, autocommit=True) as connection:
        connection.execute("SET jit = off")
        yield OnPostgresql(connection)


def interpreted(world: World, situation: Situation) -> Answer:
    """What the interpreter says, in the form of the column back-ends."""
    engine = engine_for(
        world.packs,
        situation.facts,
        ACTION,
        on=situation.on,
        known_on=situation.known_on,
        office=world.office,
    )
    found = [(norm.key, engine.live(norm)) for norm in engine.theory.norms]
    live = sum(1 << key for key, value in found if value is Truth.T)
    may = sum(1 << key for key, value in found if value is Truth.U)
    return Answer(mask_of(reachable(engine, world.packs.facts)), live, may)


@pytest.mark.postgresql
@pytest.mark.parametrize("share", range(SHARES))
def test_every_evaluator_gives_what_the_interpreter_gives(
    postgresql: Evaluator, share: int
) -> None:
    evaluators: dict[str, Evaluator] = {
        "SQLite": OnSqlite(),
        "PostgreSQL": postgresql,
        "polars": OnPolars(),
    }
    different = []
    for seed in range(SEED + share, SEED + PACKS, SHARES):
        maker = Maker(seed)
        world = maker.world()
        situations = [maker.situation(world.packs) for _ in range(CASES)]
        wanted = [interpreted(world, situation) for situation in situations]
        sheet = Sheet(world.packs, ACTION, situations, world.office)
        for name, evaluator in evaluators.items():
            found = sheet.answers(evaluator)
            different += [
                (seed, at, name, want, got)
                for at, (want, got) in enumerate(zip(wanted, found, strict=True))
                if want != got
            ]
    assert different == []
