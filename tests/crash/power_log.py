"""A log at work on a disk whose power is cut, and what must hold when it starts again."""

from __future__ import annotations

from pathlib import Path

from tecum.ledger.log import Log
from tecum.ledger.note import Note
from tecum.ledger.signing import cosign as cosignature
from tecum.ledger.statement import statement_hash
from tests.crash.power import Recording, State, rebooted
from tests.unit.ledger.office import AGENCY, Office

__all__ = ["append", "cosign", "restart"]


def append(log: Log, office: Office, recording: Recording, count: int) -> None:
    """Append a batch, and write down what was acknowledged."""
    made = [office.statement() for _ in range(count)]
    for raw, index in zip(made, log.append(made), strict=True):
        recording.say("told", None, index, statement_hash(raw))


def cosign(log: Log) -> None:
    """A witness cosigns the newest head (step 7)."""
    head = log.head
    assert head is not None
    line = cosignature(head.text, AGENCY, 1_772_442_900).encode()
    log.keep_cosignatures(head.size, Note.parse(log.newest() + line).lines[-1:])


def restart(state: State, folder: Path) -> None:
    """Start a log on what the cut left; it must go on with everything that it ever said.

    Raises:
        AssertionError: something acknowledged is lost, or a head that was signed contradicted.
    """
    state.write(folder)
    with rebooted(f"after {state.cut} {state.how}"):
        _restart(state, folder)


def _restart(state: State, folder: Path) -> None:
    log = Log.open(folder)
    log.checkpoint()
    _require(log, state)
    office = Office(folder, log)
    after = office.statement(bytes(31) + b"\x01")
    (index,) = log.append([after])
    assert index == log.store.size() - 1
    _require(log, state)
    assert log.audit(witnesses=[AGENCY.key]).findings == [], (state.cut, state.how)


def _require(log: Log, state: State) -> None:
    head = log.head
    assert head is not None
    for index, digest in state.told:
        assert log.store.find(digest) == index, f"acknowledged and lost: {state.cut} {state.how}"
        assert head.size > index
    for size, root in state.signed:
        assert size <= head.size, f"a signed head is beyond: {state.cut} {state.how}"
        assert log.root_at(size) == root, f"two roots of size {size}: {state.cut} {state.how}"
