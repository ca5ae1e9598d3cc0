"""The growing tree, and the proofs that its operator makes: inclusion and consistency.

Authority: RFC 6962 section 2.1 (= RFC 9162 section 2.1).
"""

from __future__ import annotations

from collections.abc import Sequence

from tecum.ledger.merkle import (
    EMPTY_ROOT,
    NodeReader,
    fold,
    node_hash,
    parents,
    subtree_root,
    subtrees,
)

__all__ = ["Above", "Range", "consistency", "inclusion"]

_ROWS = 64


class Above:
    """The hashes one level up of rows that grow: what the same bytes hashed to is kept."""

    def __init__(self) -> None:
        self._seen: dict[bytes, tuple[bytes, bytes]] = {}

    def __call__(self, row: bytes) -> bytes:
        """As :func:`tecum.ledger.merkle.parents`."""
        before, above = self._seen.get(row[:32], (b"", b""))
        if not row.startswith(before):
            before = above = b""
        above += parents(row[len(before) :])
        if len(self._seen) >= _ROWS:
            self._seen.clear()
        self._seen[row[:32]] = (row[: 2 * len(above)], above)
        return above


class Range:
    """The full subtrees of a growing tree: at most one hash a level, so appending is cheap."""

    def __init__(self, size: int = 0, hashes: Sequence[bytes] = ()) -> None:
        if len(hashes) != size.bit_count():
            raise ValueError("one hash is needed for each full subtree")
        self.size = size
        self.hashes = list(hashes)

    @classmethod
    def read(cls, size: int, node: NodeReader) -> Range:
        """The range of the first ``size`` entries, from stored nodes."""
        return cls(size, [node(level, n) for level, n in subtrees(0, size)])

    def append(self, leaf: bytes) -> None:
        """Add one leaf hash."""
        size = self.size
        while size & 1:
            leaf = node_hash(self.hashes.pop(), leaf)
            size >>= 1
        self.hashes.append(leaf)
        self.size += 1

    def extend(self, leaves: Sequence[bytes]) -> None:
        """Add many leaf hashes, a level of the tree at a time."""
        row, waiting, size = b"".join(leaves), list[bytes](), self.size
        self.size += len(leaves)
        while row or size:
            if size & 1:
                row = self.hashes.pop() + row
            if len(row) & 32:
                waiting.append(row[-32:])
            row, size = parents(row), size >> 1
        self.hashes = waiting[::-1]

    def root(self) -> bytes:
        """The hash at the top."""
        return fold(self.hashes) if self.hashes else EMPTY_ROOT


def inclusion(index: int, size: int, node: NodeReader) -> list[bytes]:
    """The path from entry ``index`` to the root at ``size``, nearest sibling first.

    Authority: RFC 6962 section 2.1.1.
    """
    if not 0 <= index < size:
        raise ValueError("the index is not below the size")
    # Up to this level the path and the right edge of the tree have not met.
    apart = (index ^ (size - 1)).bit_length()
    path: list[bytes] = []
    for level in range(max(apart, index.bit_length())):
        number = index >> level
        beside = number ^ 1
        if level < apart and beside + 1 << level > size:
            path.append(subtree_root(beside << level, size, node))
        elif level < apart or number & 1:
            path.append(node(level, beside))
    return path


def consistency(old: int, new: int, node: NodeReader) -> list[bytes]:
    """The proof that the tree of size ``new`` begins with the tree of size ``old``.

    Authority: RFC 6962 section 2.1.2.
    """
    if not 0 < old <= new:
        raise ValueError("the old size is not between 1 and the new size")
    proof: list[bytes] = []
    start, end = 0, new
    while old < end:
        middle = start + _split(end - start)
        if old <= middle:
            proof.append(subtree_root(middle, end, node))
            end = middle
        else:
            proof.append(subtree_root(start, middle, node))
            start = middle
    if start:
        proof.append(subtree_root(start, end, node))
    return proof[::-1]


def _split(size: int) -> int:
    """The largest power of two below ``size``."""
    return 1 << ((size - 1).bit_length() - 1)
