"""One text, four ways to work it out: the interpreter, SQL on two engines, and polars (LAW 6.1).

``TECUM_TEST_COLUMN_CASES`` sets how many cases a run has in all, ``TECUM_TEST_COLUMN_SEED`` where
the seeds of the random packs begin. Each pack is asked about a few hundred random situations; one
in which a situation has very many completions is asked about fewer, so that a run holds more packs
in the same time.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from itertools import count
from math import prod

import psycopg
import pytest

from tecum.law.ask import reachable
from tecum.law.atoms import unknowns_of
from tecum.law.columns import Answer, Evaluator, OnPostgresql, OnSqlite, Sheet, Situation
from tecum.law.columns.answers import ORDER
from tecum.law.columns.frames import OnPolars
from tecum.law.decide import engine_for
from tecum.law.engine import Engine
from tecum.law.truth import Truth
from tests.property.law_theories import ACTION, Maker, World
from tests.web.server import running

CASES = int(os.environ.get("TECUM_TEST_COLUMN_CASES", "204000"))
SEED = int(os.environ.get("TECUM_TEST_COLUMN_SEED", "0"))
SHARES = 12
LIGHT, HEAVY = 800, 40
"""Situations of a pack, and of one whose situations have many completions."""
TRIED, MANY = 20, 4
"""Situations looked at to tell them apart, and completions a situation that are many."""


@pytest.fixture(scope="module")
def postgresql() -> Iterator[Evaluator]:
    with running() as address, psycopg.connect(address, autocommit=True) as connection:
        connection.execute("SET jit = off")
        yield OnPostgresql(connection)


@pytest.fixture
def collected_after() -> Iterator[None]:
    """Millions of small tuples and no ring among them: one collection at the end will do."""
    gc.disable()
    yield
    gc.enable()
    gc.collect()


def engine_of(world: World, situation: Situation) -> Engine:
    return engine_for(
        world.packs,
        situation.facts,
        ACTION,
        on=situation.on,
        known_on=situation.known_on,
        office=world.office,
    )


def interpreted(world: World, situation: Situation) -> Answer:
    """What the interpreter says, in the form of the column back-ends."""
    engine = engine_of(world, situation)
    found = [(norm.key, engine.live(norm)) for norm in engine.theory.norms]
    live = sum(1 << key for key, value in found if value is Truth.T)
    may = sum(1 << key for key, value in found if value is Truth.U)
    outcomes = reachable(engine, world.packs.facts)
    return Answer(sum(1 << at for at, one in enumerate(ORDER) if one in outcomes), live, may)


def situations_of(maker: Maker, world: World) -> list[Situation]:
    """Random situations of a world, fewer where each has many completions."""
    first = [maker.situation() for _ in range(TRIED)]
    more = LIGHT if completions(world, first) <= MANY * TRIED else HEAVY
    return first + [maker.situation() for _ in range(more - TRIED)]


def completions(world: World, situations: Sequence[Situation]) -> int:
    """How many completions the open ones among some situations have in all."""
    total = 0
    for situation in situations:
        engine = engine_of(world, situation)
        if len(engine.possible()) > 1:
            domains = unknowns_of(engine, world.packs.facts).domains().values()
            total += prod(len(choices) for choices in domains)
    return total


@pytest.mark.postgresql
@pytest.mark.usefixtures("collected_after")
@pytest.mark.parametrize("share", range(SHARES))
def test_every_evaluator_gives_what_the_interpreter_gives(
    postgresql: Evaluator, share: int
) -> None:
    evaluators: dict[str, Evaluator] = {
        "SQLite": OnSqlite(),
        "PostgreSQL": postgresql,
        "polars": OnPolars(),
    }
    different: list[object] = []
    compared = 0
    for seed in count(SEED + share, SHARES):
        maker = Maker(seed)
        world = maker.world()
        situations = situations_of(maker, world)
        wanted = [interpreted(world, situation) for situation in situations]
        sheet = Sheet(world.packs, ACTION, situations, world.office)
        for name, evaluator in evaluators.items():
            found = sheet.answers(evaluator)
            different += [
                (seed, at, name, want, got)
                for at, (want, got) in enumerate(zip(wanted, found, strict=True))
                if want != got
            ]
        compared += len(situations)
        if compared >= CASES / SHARES:
            break
    assert different == []
    assert compared * SHARES >= CASES
