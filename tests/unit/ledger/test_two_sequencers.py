"""Two sequencers without a lock: whatever one does between two looks of the other, one history."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tecum.ledger.journal import FileJournal
from tecum.ledger.log import Log, Parts
from tecum.ledger.statement import statement_hash
from tecum.ledger.store import SqliteStore
from tests.unit.ledger.office import Office

MINE, THEIRS = (hashlib.sha256(which).digest() for which in (b"mine", b"theirs"))


class _Watched:
    """Passes every call on, and lets something happen after the chosen one."""

    def __init__(self, inner: Any, happens: Callable[[], None]) -> None:
        self._inner, self._happens = inner, happens

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        if not callable(found):
            return found

        def passed(*words: Any, **named: Any) -> Any:
            given = found(*words, **named)
            # What is read bit by bit is read before anything else happens.
            given = iter(list(given)) if name == "rows" else given
            self._happens()
            return given

        return passed


def _parts(folder: Path) -> Callable[[str], Parts]:
    private = folder / "private"
    return lambda origin: Parts(
        SqliteStore(private / "entries.sqlite"), FileJournal(private / "head.journal")
    )


def _append(office: Office) -> None:
    office.log.append([office.statement(MINE)])


def _check(office: Office) -> None:
    office.log.check()


def _publish(office: Office) -> None:
    office.log.checkpoint()


def _audit(office: Office) -> None:
    assert office.log.audit().findings == []


def _prove(office: Office) -> None:
    raw = office.statement(MINE)
    office.log.append([raw])
    assert office.log.prove(statement_hash(raw))


def _between(
    folder: Path, at: int, acts: Callable[[Office], None], *, is_new: bool, is_known: bool
) -> bool:
    """Act in one sequencer while another appends after its ``at``-th look; false past the last."""
    one = Office.at(folder)
    if not is_new:
        one.add(2)
    other = Log.open(folder, parts=_parts(folder))
    if is_known:
        one.add(1)
        other.checkpoint()
    looks, is_there = count(), False

    def happens() -> None:
        nonlocal is_there
        if next(looks) == at:
            is_there = True
            one.log.append([one.statement(THEIRS) for _ in range(3)])

    sequencer = other._sequencer
    sequencer.store = other.store = _Watched(sequencer.store, happens)
    sequencer.journal = other._journal = _Watched(sequencer.journal, happens)
    sequencer.files = other.files = other.heads._files = _Watched(sequencer.files, happens)
    mine = Office(folder, other)
    acts(mine)
    assert one.log.audit().findings == []
    one.log.append([one.statement(THEIRS)])
    _append(mine)
    assert Log.open(folder).audit().findings == []
    return is_there


@pytest.mark.parametrize(
    ("acts", "is_new"),
    [(acts, False) for acts in (_append, _check, _publish, _audit, _prove)]
    + [(acts, True) for acts in (_append, _prove)],
)
@pytest.mark.parametrize("is_known", [True, False], ids=["known edge", "edge to be read"])
def test_another_may_append_between_any_two_looks(
    tmp_path: Path, acts: Callable[[Office], None], is_new: bool, is_known: bool
) -> None:
    at = 0
    while _between(tmp_path / f"{at}", at, acts, is_new=is_new, is_known=is_known):
        at += 1
    assert at > 3
