"""Which files a batch changes, and what is in them: tiles, bundles, lowest level first.

Authority: C2SP tlog-tiles v0.1.0.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from tecum.ledger.bundles import bundle, bundle_path, entries_of
from tecum.ledger.errors import Quarantined
from tecum.ledger.folder import Files, Part
from tecum.ledger.merkle import leaf_hash
from tecum.ledger.nodes import inside, nodes_path
from tecum.ledger.tiles import WIDTH, tile_path

__all__ = ["Edge", "Writer", "paths_between"]


class Edge(NamedTuple):
    """A tile or bundle that a batch makes wider, or the hashes inside a tile that is full now.

    Attributes:
        path: Where it lies when it is full.
        level, number: Which one it is; a bundle stands on level 0.
        start: How wide it was before. ``width``: how wide it is now.
        data: All its bytes.
    """

    path: str
    level: int
    number: int
    start: int
    width: int
    data: bytes

    @property
    def is_tile(self) -> bool:
        """Whether it is a tile or bundle of C2SP tlog-tiles."""
        return self.path.startswith("tile/")

    def part(self, width: int) -> Part:
        """The file of a width, partial or full; of a smaller one where entries are equally long."""
        path = self.path if width == WIDTH else f"{self.path}.p/{width}"
        whole = width == self.width
        return Part(path, self.data if whole else self.data[: len(self.data) // self.width * width])


class Writer:
    """Step 2: the tiles and bundles that a batch changes.

    Entries may be of any length; nothing here knows what a statement's leaf looks like.

    Args:
        last: Bundle and tile at the right edge as this process wrote them; others are hashed.
    """

    def __init__(
        self, files: Files, old: int, new: int, last: tuple[bytes, bytes] = (b"", b"")
    ) -> None:
        self.files, self.old, self.new, self.last = files, old, new, last

    def write(self, entries: Sequence[bytes], hashes: Sequence[bytes] | None = None) -> None:
        """Lay every changed file; the same bytes already there are success.

        Args:
            hashes: The leaf hash of each entry, where the caller has made them.
        """
        edges = list(self.edges(entries, hashes))
        if edges:
            newest = {edge.path.split("/")[1]: edge.data for edge in edges if edge.is_tile}
            self.last = (newest["entries"], newest["0"])
        self.files.lay(edge.part(edge.width) for edge in edges)

    def edges(
        self, entries: Sequence[bytes], hashes: Sequence[bytes] | None = None
    ) -> Iterator[Edge]:
        """Every bundle, then every tile with what is inside it, that these entries change."""
        yield from self._bundles(entries)
        made = list(hashes) if hashes is not None else [leaf_hash(entry) for entry in entries]
        level, old, new = 0, self.old, self.new
        while old < new:
            made = yield from self._level(level, old, new, made)
            level, old, new = level + 1, old // WIDTH, new // WIDTH

    def _level(
        self, level: int, old: int, new: int, hashes: Sequence[bytes]
    ) -> Generator[Edge, None, list[bytes]]:
        """One level's tiles, and what is inside those that are full now; the roots of these."""
        roots = []
        first, start = divmod(old, WIDTH)
        before = self._there(tile_path(level, first, start))[: 32 * start] if start else b""
        data = before + b"".join(hashes)
        for n in range(first, (new - 1) // WIDTH + 1):
            part = data[32 * WIDTH * (n - first) : 32 * WIDTH * (n - first + 1)]
            width = len(part) // 32
            yield Edge(tile_path(level, n), level, n, start, width, part)
            if width == WIDTH:
                nodes, root = inside(part)
                roots.append(root)
                yield Edge(nodes_path(level, n), level, n, WIDTH - 1, WIDTH, nodes)
            start = 0
        return roots

    def _bundles(self, added: Sequence[bytes]) -> Iterator[Edge]:
        n, width = divmod(self.old, WIDTH)
        data, at = self._before(n, width) if width else b"", 0
        while at < len(added):
            part = added[at : at + WIDTH - width]
            data += bundle(part)
            yield Edge(bundle_path(n), 0, n, width, width + len(part), data)
            n, at, width, data = n + 1, at + len(part), 0, b""

    def _before(self, n: int, width: int) -> bytes:
        """The bundle at the right edge, which must be the one that its tile was made of."""
        path, before = bundle_path(n, width), list[bytes]()
        data, tile = self._there(path), self._there(tile_path(0, n, width))
        if (data, tile) != self.last:
            with suppress(ValueError):
                before = entries_of(data)
            if b"".join(map(leaf_hash, before)) != tile[: 32 * width]:
                raise Quarantined("tile.mismatch", f"{path} does not hash to its tile", path=path)
        return data

    def _there(self, path: str) -> bytes:
        data = self.files.read(path)
        if data is None:
            raise Quarantined("tile.mismatch", f"{path} is missing", path=path)
        return data


def paths_between(old: int, new: int) -> Iterator[str]:
    """The paths that a batch from one size to another writes."""
    level = 0
    while old < new:
        for n in range(old // WIDTH, (new - 1) // WIDTH + 1):
            width = min(WIDTH, new - n * WIDTH)
            yield tile_path(level, n, width)
            if width == WIDTH:
                yield nodes_path(level, n)
            if level == 0:
                yield bundle_path(n, width)
        level, old, new = level + 1, old // WIDTH, new // WIDTH
