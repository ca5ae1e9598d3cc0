"""Whatever a log asks, what a witness cosigns is one history, and any bytes get an answer."""

from __future__ import annotations

import tempfile
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.ledger.checkpoint import Checkpoint, SignedCheckpoint
from tecum.ledger.merkle import check_consistency
from tecum.ledger.note import Note
from tests.unit.ledger.office import AGENCY, log_key
from tests.unit.ledger.witness.bodies import Clock, Tree, witness

MOST = 9
STATUSES = {200, 400, 403, 404, 409, 422, 503}


@lru_cache
def trees() -> dict[str, Tree]:
    """One history, and two that branch off from it after three entries."""
    own = Tree.of(MOST)
    return {
        "own": own,
        "early": Tree([*own.entries[:3], *Tree.of(MOST, "early").entries[3:]]),
        "other": Tree.of(MOST, "other"),
    }


@lru_cache
def body(name: str, old: int, new: int) -> bytes:
    return trees()[name].body(old, new)


@lru_cache
def head(name: str, size: int) -> Checkpoint:
    return trees()[name].head(size)


ASKED = st.tuples(
    st.sampled_from(["own", "early", "other"]),
    st.integers(0, MOST),
    st.integers(0, MOST),
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ASKED, min_size=1, max_size=12))
def test_all_that_is_cosigned_is_one_history(asked: list[tuple[str, int, int, bool]]) -> None:
    clock, cosigned = Clock(), list[tuple[str, int]]()
    with tempfile.TemporaryDirectory() as folder:
        for name, stated, new, follows in asked:
            clock.on(seconds=1)
            # Half of the requests start from what the witness has, as an honest log's do.
            old = (cosigned[-1][1] if cosigned else 0) if follows else stated
            if old > new:
                continue
            answer = witness(Path(folder), clock).add_checkpoint(body(name, old, new))
            assert answer.status in STATUSES
            if answer.status == 200:
                note = Note.parse(trees()[name].note(new) + answer.body)
                signed = SignedCheckpoint.verify(note, log_key().key, [AGENCY.key])
                assert signed.cosignatures[0].at == int(clock.at.timestamp())
                cosigned.append((name, new))
    for (first, small), (second, large) in pairwise(cosigned):
        assert small <= large
        if small:
            proof = trees()[second].proof(small, large)
            roots = head(first, small).root, head(second, large).root
            check_consistency(small, large, *roots, proof)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_bytes_get_an_answer(data: st.DataObject) -> None:
    raw = data.draw(st.one_of(st.binary(max_size=300), st.just(body("own", 2, 5))))
    if raw and data.draw(st.booleans()):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw = raw[:at] + data.draw(st.binary(max_size=3)) + raw[at + 1 :]
    with tempfile.TemporaryDirectory() as folder:
        agency = witness(Path(folder), Clock())
        first = agency.add_checkpoint(body("own", 0, 2))
        assert first.status == 200
        assert agency.add_checkpoint(raw).status in STATUSES
