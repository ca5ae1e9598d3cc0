"""The hashes inside full tiles, kept beside them: what never changes is hashed once.

    nodes/<L>/<N>     levels 1 to 7 inside tile <N> of level <L>, one after the other: 254 hashes

They are not part of C2SP tlog-tiles, follow from the tiles and are evidence of nothing. Where one
is absent, or leads astray, the tile itself is hashed.
"""

from __future__ import annotations

from tecum.ledger.merkle import NodeReader, parents
from tecum.ledger.tiles import WIDTH, Fetch, node_reader, number_path

__all__ = ["inside", "kept_nodes", "nodes_path"]


def nodes_path(level: int, n: int) -> str:
    """Where the hashes inside a full tile lie."""
    return f"nodes/{level}/{number_path(n)}"


def inside(tile: bytes) -> tuple[bytes, bytes]:
    """Every hash inside a full tile, lowest level first, and the one above them all."""
    rows = [tile]
    while len(rows[-1]) > 32:
        rows.append(parents(rows[-1]))
    return b"".join(rows[1:-1]), rows[-1]


def kept_nodes(fetch: Fetch, size: int) -> NodeReader:
    """Read the hashes of full subtrees of a tree of at least ``size`` entries, hashing little.

    What is read here is believed: whoever makes a proof of it checks the proof.

    The reader raises ``LookupError`` as :func:`tecum.ledger.tiles.node_reader` does.
    """
    hashed = node_reader(fetch, size)
    kept: dict[tuple[int, int], bytes] = {}

    def node(level: int, number: int) -> bytes:
        below, height = divmod(level, 8)
        n, first = divmod(number << height, WIDTH)
        if not height or (n + 1) * WIDTH > size >> 8 * below:
            return hashed(level, number)
        if (below, n) not in kept:
            kept[below, n] = fetch(nodes_path(below, n)) or b""
        # Before this level stand all that are wider: 256 - 256 / 2^(height - 1) hashes.
        at = 32 * (WIDTH - (WIDTH >> height - 1) + (first >> height))
        return kept[below, n][at : at + 32] or hashed(level, number)

    return node
