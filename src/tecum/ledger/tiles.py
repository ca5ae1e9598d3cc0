"""The tree as files: tiles of 256 hashes, bundles of 256 entries, any web server can serve them.

Authority: C2SP tlog-tiles v0.1.0.
"""

from __future__ import annotations

from collections.abc import Callable

from tecum.ledger.merkle import NodeReader, parents

__all__ = ["WIDTH", "Fetch", "node_reader", "number_path", "tile_path"]

WIDTH = 256
"""Hashes in a full tile, entries in a full bundle."""

Fetch = Callable[[str], bytes | None]
"""Path below the log's public folder → the file's bytes, or none."""


def number_path(n: int) -> str:
    """``001234067`` → ``x001/x234/067``."""
    groups = [f"{n % 1000:03d}"]
    while n >= 1000:
        n //= 1000
        groups.append(f"x{n % 1000:03d}")
    return "/".join(reversed(groups))


def tile_path(level: int, n: int, width: int = WIDTH) -> str:
    """Where tile ``n`` of a level lies; ``width`` below 256 is a partial tile."""
    return f"tile/{level}/{number_path(n)}" + (f".p/{width}" if width < WIDTH else "")


def node_reader(fetch: Fetch, size: int, above: Callable[[bytes], bytes] = parents) -> NodeReader:
    """Read the hashes of full subtrees from the tiles of a tree of at least ``size`` entries.

    The reader raises ``LookupError`` with the path where a tile is absent or too short.
    """
    cache: dict[tuple[int, int], list[bytes]] = {}

    def tile(level: int, n: int) -> list[bytes]:
        """A tile, and above it the hashes of each level inside it, as far as they were needed."""
        if (level, n) not in cache:
            width = min(WIDTH, (size >> 8 * level) - n * WIDTH)
            path = tile_path(level, n, width)
            # A full tile holds every partial one, and may have replaced it.
            data = fetch(path) or fetch(tile_path(level, n))
            if data is None or len(data) < 32 * width:
                raise LookupError(path)
            cache[level, n] = [data[: 32 * width]]
        return cache[level, n]

    def node(level: int, number: int) -> bytes:
        below, height = divmod(level, 8)
        n, at = divmod(number << height, WIDTH)
        rows = tile(below, n)
        while len(rows) <= height:
            rows.append(above(rows[-1]))
        at = 32 * (at >> height)
        if len(found := rows[height][at : at + 32]) != 32:
            raise LookupError(tile_path(below, n))
        return found

    return node
