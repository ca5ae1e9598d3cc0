"""What is kept of full tiles: the same hashes, never trusted, found when they are damaged."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tecum.ledger.errors import StorageFailed
from tecum.ledger.log import Log
from tecum.ledger.merkle import parents
from tecum.ledger.nodes import inside, kept_nodes, nodes_path
from tecum.ledger.proofs import Above, inclusion
from tecum.ledger.statement import statement_hash
from tecum.ledger.tiles import node_reader
from tecum.ledger.writer import Writer
from tests.unit.ledger.forest import Tree
from tests.unit.ledger.office import AGENCY, Office


class Memory:
    """Files of a log, in memory."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}
        self.read = self.held.get

    def lay(self, parts: object) -> None:
        for path, data, _ in parts:  # type: ignore[attr-defined]
            assert self.held.setdefault(path, data) == data


@pytest.fixture(scope="module")
def memory() -> tuple[Memory, list[bytes]]:
    """A tree of three levels of tiles, grown unevenly."""
    files, dice, size = Memory(), random.Random(5), 0
    leaves = [n.to_bytes(4, "big") for n in range(65536 + 700)]
    while size < len(leaves):
        more = min(dice.choice([1, 100, 256, 30000]), len(leaves) - size)
        Writer(files, size, size + more).write(leaves[size : size + more])  # type: ignore[arg-type]
        size += more
    return files, leaves


def test_paths_are_those_of_the_tree(memory: tuple[Memory, list[bytes]]) -> None:
    files, leaves = memory
    tree, dice, size = Tree(leaves), random.Random(6), len(leaves)
    for index in (0, 255, 256, 65535, 65536, size - 1, *(dice.randrange(size) for _ in range(40))):
        path = inclusion(index, size, kept_nodes(files.read, size))
        assert path == tree.path(index, 0, size)
        assert path == inclusion(index, size, node_reader(files.read, size))


def test_full_tiles_are_not_hashed_again(memory: tuple[Memory, list[bytes]]) -> None:
    files, leaves = memory
    kept = {path for path in files.held if path.startswith("nodes/")}
    assert kept == {nodes_path(0, n) for n in range(258)} | {nodes_path(1, 0)}
    read = list[str]()
    node = kept_nodes(lambda path: read.append(path) or files.read(path), len(leaves))  # type: ignore[func-returns-value]
    for level in range(1, 8):
        node(level, 0)
    assert read == [nodes_path(0, 0)]


def test_what_rows_that_grow_hash_to_is_what_each_hashes_to_alone() -> None:
    above, dice = Above(), random.Random(7)
    rows = [dice.randbytes(32 * dice.randrange(4)) for _ in range(90)]
    for _ in range(600):
        n = dice.randrange(len(rows))
        change = dice.random()
        if change < 0.1 and rows[n]:
            at = dice.randrange(len(rows[n]))
            rows[n] = rows[n][:at] + bytes([rows[n][at] ^ 1]) + rows[n][at + 1 :]
        elif change < 0.2:
            rows[n] = rows[n][: 32 * dice.randrange(1 + len(rows[n]) // 32)]
        else:
            rows[n] += dice.randbytes(32 * dice.randrange(5))
        assert above(rows[n]) == parents(rows[n])


def test_inside_a_tile_stand_all_levels_below_its_root() -> None:
    tile = bytes(range(256)) * 32
    nodes, root = inside(tile)
    assert (len(nodes), len(root)) == (254 * 32, 32)


@pytest.mark.parametrize("damage", [b"", b"short", bytes(254 * 32), None])
def test_what_leads_astray_is_passed_over_and_named(office: Office, damage: bytes | None) -> None:
    made = [office.statement() for _ in range(300)]
    office.log.append(made)
    office.cosign(300, AGENCY)
    right = office.log.prove(statement_hash(made[7]))
    path = office.folder / "public" / "nodes" / "0" / "000"
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
    log = Log.open(office.folder)
    assert log.prove(statement_hash(made[7])) == right
    found = [(one.code, one.where) for one in log.audit().findings]
    assert found == ([("tile.mismatch", "nodes/0/000")] if damage else [])


def test_no_receipt_is_made_of_damaged_tiles(office: Office) -> None:
    made = office.add(5)
    tile = office.folder / "public" / "tile" / "0" / "000.p" / "5"
    raw = tile.read_bytes()
    tile.write_bytes(raw[:-1] + bytes([raw[-1] ^ 1]))
    with pytest.raises(StorageFailed, match="do not lead"):
        office.log.prove(statement_hash(made[0]))


def test_a_log_made_before_goes_on_without(office: Office, tmp_path: Path) -> None:
    made = [office.statement() for _ in range(600)]
    office.log.append(made[:300])
    (office.folder / "public" / "nodes" / "0" / "000").unlink()
    office.log.append(made[300:])
    assert office.log.audit().is_clean
    assert (office.folder / "public" / "nodes" / "0" / "001").exists()
