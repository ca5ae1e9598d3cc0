"""What must hold for every tree: proofs made are proofs that check, and nothing else checks."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tecum.ledger.bundles import bundle, entries_of
from tecum.ledger.errors import BadProof
from tecum.ledger.merkle import check_consistency, check_inclusion, leaf_hash, node_hash, root_of
from tecum.ledger.proofs import Range, consistency, inclusion
from tecum.ledger.tiles import node_reader, tile_path

HASHES = [leaf_hash(b"%d" % n) for n in range(600)]
sizes = st.integers(1, 600)


def by_definition(hashes: list[bytes]) -> bytes:
    """The tree hash exactly as RFC 6962 section 2.1 words it."""
    if len(hashes) == 1:
        return hashes[0]
    k = 1
    while 2 * k < len(hashes):
        k *= 2
    return node_hash(by_definition(hashes[:k]), by_definition(hashes[k:]))


def stored() -> Callable[[int, int], bytes]:
    levels = [HASHES]
    while len(levels[-1]) > 1:
        below = levels[-1]
        levels.append([node_hash(a, b) for a, b in zip(below[::2], below[1::2], strict=False)])
    return lambda level, n: levels[level][n]


NODE = stored()


@given(sizes)
def test_the_range_and_the_stored_nodes_give_the_root_of_the_definition(size: int) -> None:
    edge = Range()
    for one in HASHES[:size]:
        edge.append(one)
    assert edge.root() == root_of(size, NODE) == by_definition(HASHES[:size])
    assert len(edge.hashes) == size.bit_count()


@given(sizes, st.data())
def test_every_inclusion_proof_checks_and_no_change_of_it_does(
    size: int, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, size - 1))
    path, root = inclusion(index, size, NODE), root_of(size, NODE)
    check_inclusion(HASHES[index], index, size, path, root)
    other = data.draw(st.integers(0, size).filter(lambda n: n != index))
    refused = [
        (HASHES[index], other, size, path, root),
        (HASHES[other], index, size, path, root),
        (HASHES[index], index, size, [*path, root], root),
        (HASHES[index], index, size, path, hashlib.sha256(root).digest()),
    ]
    if path:
        at = data.draw(st.integers(0, len(path) - 1))
        bit = data.draw(st.integers(0, 255))
        flipped = (int.from_bytes(path[at], "big") ^ (1 << bit)).to_bytes(32, "big")
        refused += [
            (HASHES[index], index, size, path[:-1], root),
            (HASHES[index], index, size, [*path[:at], flipped, *path[at + 1 :]], root),
        ]
    for args in refused:
        with pytest.raises(BadProof):
            check_inclusion(*args)


@given(sizes, st.data())
def test_every_consistency_proof_checks_and_no_change_of_it_does(
    new: int, data: st.DataObject
) -> None:
    old = data.draw(st.integers(1, new))
    proof = consistency(old, new, NODE)
    before, after = root_of(old, NODE), root_of(new, NODE)
    check_consistency(old, new, before, after, proof)
    wrong = hashlib.sha256(before).digest()
    refused = [
        (old, new, wrong, after, proof),
        (old, new, before, wrong, proof),
        (old, new, before, after, [*proof, wrong]),
        (0, new, before, after, proof),
        (new + 1, new, before, after, proof),
    ]
    if proof:
        at = data.draw(st.integers(0, len(proof) - 1))
        refused += [
            (old, new, before, after, proof[:-1]),
            (old, new, before, after, [*proof[:at], wrong, *proof[at + 1 :]]),
        ]
    for args in refused:
        with pytest.raises(BadProof):
            check_consistency(*args)


@given(st.lists(st.binary(max_size=300), max_size=40))
def test_bundles_come_back(entries: list[bytes]) -> None:
    assert entries_of(bundle(entries)) == entries


def test_tile_paths_are_in_groups_of_three_digits() -> None:
    assert tile_path(2, 1234067) == "tile/2/x001/x234/067"
    assert tile_path(0, 0, 5) == "tile/0/000.p/5"
    assert tile_path(0, 1000) == "tile/0/x001/000"


@given(sizes)
def test_nodes_are_read_from_the_tiles_of_a_size(size: int) -> None:
    files: dict[str, bytes] = {}
    level, hashes = 0, HASHES[:size]
    while hashes:
        for n in range(0, len(hashes), 256):
            part = hashes[n : n + 256]
            files[tile_path(level, n // 256, len(part))] = b"".join(part)
        level, hashes = (
            level + 1,
            [by_definition(hashes[n : n + 256]) for n in range(0, len(hashes) - 255, 256)],
        )
    node = node_reader(files.get, size)
    assert root_of(size, node) == root_of(size, NODE)
    if size % 256:
        gone = tile_path(0, size // 256, size % 256)
        del files[gone]
        with pytest.raises(LookupError, match=gone.replace(".", "[.]")):
            root_of(size, node_reader(files.get, size))
