"""Twenty kinds of deception by an operator who holds every key of the log, and none succeeds.

Whoever checks holds one head that the witnesses saw earlier. ``TECUM_TEST_TAMPER_SEEDS`` sets how
many histories each kind is tried on, ``TECUM_TEST_HONEST_RUNS`` how many honest ones must pass.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

import pytest

from tecum.ledger.audit import Report, audit
from tecum.ledger.folder import Part
from tecum.ledger.journal import Head, Recent
from tecum.ledger.log import Log
from tecum.ledger.policy import Policy
from tecum.ledger.store import Row
from tecum.ledger.verify import Outcome
from tests.unit.ledger.dishonest import KINDS, Evidence, honest
from tests.unit.ledger.office import COUNSEL, INTAKE

SEEDS = int(os.environ.get("TECUM_TEST_TAMPER_SEEDS", "20"))
HONEST = int(os.environ.get("TECUM_TEST_HONEST_RUNS", "200"))
IN_THE_CHAIN = ("reused seq", "broken prev")


class Lenient:
    """Store, journal and files in memory, which take whatever the operator puts there."""

    def __init__(self) -> None:
        self.held: list[Row] = []
        self.head: Head | None = None
        self.files: dict[str, bytes] = {}

    def size(self) -> int:
        return len(self.held)

    def insert(self, rows: Sequence[Row]) -> list[int]:
        self.held += rows
        return list(range(len(self.held) - len(rows), len(self.held)))

    def rows(self, start: int, stop: int) -> Iterator[Row]:
        return iter(self.held[start:stop])

    def find(self, statement_hash: bytes) -> int | None:
        return next(
            (n for n, row in enumerate(self.held) if row.statement_hash == statement_hash), None
        )

    def last(self, docket: str | None) -> tuple[int, bytes] | None:
        return None

    def carried(self, docket: str) -> tuple[int, bytes] | None:
        return None

    def carry(self, lasts: Iterable[tuple[str, int, bytes]]) -> None:
        raise AssertionError

    def lasts(self) -> Iterator[tuple[str, int, bytes]]:
        return iter(())

    def read(self, path: str = "") -> bytes | None:
        return self.files.get(path)

    def create(self, path: str, data: bytes) -> None:
        self.files[path] = data

    replace = create

    def put(self, parts: Iterable[Part]) -> None:
        for path, data, _ in parts:
            self.files[path] = data

    lay = put

    def settle(self, paths: Iterable[str]) -> None:
        """Nothing here can be lost."""

    def names(self, path: str) -> list[str]:
        start = f"{path}/"
        found = {
            name[len(start) :].partition("/")[0] for name in self.files if name.startswith(start)
        }
        return sorted(found)


class OneRow:
    """The journal beside it."""

    def __init__(self) -> None:
        self.head: Head | None = None

    def read(self) -> Head | None:
        return self.head

    def swap(self, old: Head | None, new: Head) -> bool:
        self.head = new
        return True

    def recent(self) -> Recent:
        return Recent(self.head.size if self.head else 0, ())

    def settle(self, size: int) -> None:
        """Nothing here can be lost."""

    def is_whole(self) -> bool:
        return True


def audited(evidence: Evidence) -> Report:
    """What an auditor finds in the log that the operator publishes, with the older head."""
    world, place, journal = evidence.world, Lenient(), OneRow()
    signers = [INTAKE.key, COUNSEL.key]
    log = Log(place, journal, place, world.log, signers, keys=[INTAKE, COUNSEL])
    log.append(world.statements)
    return audit(place, journal, place, world.log.key, signers, known={"kept": evidence.kept})


@pytest.mark.parametrize("name", [name for name in KINDS if name not in IN_THE_CHAIN])
def test_every_deception_is_found_and_named(name: str) -> None:
    deceive, reasons = KINDS[name]
    for seed in range(SEEDS):
        evidence = honest(seed)
        paper = Policy.parse(evidence.trust.encode()).sha256
        deceive(evidence)
        verdict = evidence.judged()
        found = {verdict.reason or "", *verdict.notices}
        if name == "backdate":
            assert verdict.position is not None
            assert verdict.position.startswith("before"), seed
            continue
        assert verdict.outcome is not Outcome.WITNESSED, (name, seed)
        hit = any(one.startswith(reason) for one in found for reason in reasons)
        assert hit, (name, seed, found)
        if name == "relaxed trust file":
            assert verdict.policy_sha256 != paper


@pytest.mark.parametrize("name", IN_THE_CHAIN)
def test_a_docket_that_branches_or_breaks_is_found_by_an_audit(name: str) -> None:
    for seed in range(SEEDS):
        evidence = honest(seed)
        KINDS[name][0](evidence)
        codes = {found.code for found in audited(evidence).findings}
        assert codes == {"log.sequence"}, (name, seed, codes)


def test_an_honest_log_raises_no_alarm() -> None:
    for seed in range(HONEST):
        evidence = honest(seed)
        verdict = evidence.judged()
        assert (verdict.outcome, verdict.reason) == (Outcome.WITNESSED, None), seed
        assert verdict.notices == [], seed
    for seed in range(max(1, HONEST // 10)):
        assert audited(honest(seed)).is_clean, seed


def test_there_are_twenty_kinds() -> None:
    assert len(KINDS) == 20
