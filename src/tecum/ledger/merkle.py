"""The tree: every entry is a leaf, one hash at the top stands for all of them in order.

leaf = SHA-256(0x00 ‖ entry); node = SHA-256(0x01 ‖ left ‖ right); no entries = SHA-256("").

Authority: RFC 6962 section 2.1 (= RFC 9162 section 2.1).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from hashlib import sha256

from tecum.ledger.encodings import MAX_SIZE
from tecum.ledger.refused import BadProof, refuse_if

__all__ = [
    "EMPTY_ROOT", "NodeReader", "check_consistency", "check_inclusion", "fold", "leaf_hash",
    "node_hash", "parents", "root_of", "subtree_root", "subtrees",
]  # fmt: skip

EMPTY_ROOT = sha256(b"").digest()
MAX_PATH = 63

NodeReader = Callable[[int, int], bytes]
"""(level, number) → the hash of that full subtree of 2^level leaves."""


def leaf_hash(entry: bytes) -> bytes:
    """The hash of one entry."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two neighbours."""
    return sha256(b"\x01" + left + right).digest()


def parents(hashes: bytes) -> bytes:
    """The hashes one level up; both levels stand one behind the other, one that is left waits."""
    pairs = range(0, len(hashes) - 63, 64)
    return b"".join([sha256(b"\x01" + hashes[at : at + 64]).digest() for at in pairs])


def root_of(size: int, node: NodeReader) -> bytes:
    """The root of the first ``size`` entries, from stored nodes."""
    return subtree_root(0, size, node) if size else EMPTY_ROOT


def check_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> None:
    """Refuse unless the path leads from the leaf hash at ``index`` to the root.

    Authority: RFC 9162 section 2.1.3.2.

    Raises:
        BadProof: code ``inclusion``.
    """
    _check_hashes("inclusion", leaf, root, *path)
    refuse_if(not 0 <= index < size < MAX_SIZE, "inclusion", BadProof)
    inner = (index ^ (size - 1)).bit_length()
    refuse_if(len(path) != inner + (index >> inner).bit_count(), "inclusion", BadProof)
    node = leaf
    # Above where the path and the right edge of the tree have met, everything lies to the left.
    turns = index | -1 << inner
    for sibling in path:
        node = sha256(b"\x01" + (sibling + node if turns & 1 else node + sibling)).digest()
        turns >>= 1
    refuse_if(node != root, "inclusion", BadProof)


def check_consistency(
    old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]
) -> None:
    """Refuse unless the proof shows that the new tree begins with the old one.

    Authority: RFC 9162 section 2.1.4.2.

    Raises:
        BadProof: code ``consistency``; also for old size 0 and for a proof between equals.
    """
    _check_hashes("consistency", old_root, new_root, *proof)
    refuse_if(not 0 < old <= new < MAX_SIZE, "consistency", BadProof)
    if old == new:
        refuse_if(proof or old_root != new_root, "consistency", BadProof)
        return
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    first, second = old - 1, new - 1
    while first & 1:
        first, second = first >> 1, second >> 1
    refuse_if(not path, "consistency", BadProof)
    from_old = from_new = path[0]
    for sibling in path[1:]:
        refuse_if(second == 0, "consistency", BadProof)
        if first & 1 or first == second:
            from_old = node_hash(sibling, from_old)
            from_new = node_hash(sibling, from_new)
            while first and not first & 1:
                first, second = first >> 1, second >> 1
        else:
            from_new = node_hash(from_new, sibling)
        first, second = first >> 1, second >> 1
    refuse_if(second or from_old != old_root or from_new != new_root, "consistency", BadProof)


def _check_hashes(code: str, *hashes: bytes) -> None:
    refuse_if(len(hashes) > MAX_PATH + 2 or {*map(len, hashes)} != {32}, code, BadProof)


def subtrees(start: int, end: int) -> list[tuple[int, int]]:
    """The full subtrees, left to right, that make up the leaves from ``start`` to ``end``."""
    found = []
    while start < end:
        level = (end - start).bit_length() - 1
        found.append((level, start >> level))
        start += 1 << level
    return found


def subtree_root(start: int, end: int, node: NodeReader) -> bytes:
    return fold([node(level, n) for level, n in subtrees(start, end)])


def fold(hashes: Sequence[bytes]) -> bytes:
    return reduce(lambda right, left: node_hash(left, right), reversed(hashes))
