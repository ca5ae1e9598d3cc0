"""What a power cut may have taken of the public files, made again from what was durable.

Entries and journal are on the disk before anything is acknowledged. Tiles, bundles and kept
heads follow from the two, byte for byte; they are laid at once and settled later. The journal
tells which heads were signed since, and in which boot of the machine. Only where the machine
was started again since, and only files from after the last settled head, are made again: an old
copy of the tiles that somebody put back is refused as before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tecum.ledger.errors import Quarantined
from tecum.ledger.folder import Files, Part
from tecum.ledger.journal import Head, Journal, Recent, boot
from tecum.ledger.proofs import Range
from tecum.ledger.store import Row, Store
from tecum.ledger.tiles import WIDTH, node_reader
from tecum.ledger.writer import Edge, Writer, paths_between

__all__ = ["mend", "settle"]


def settle(journal: Journal, files: Files) -> None:
    """Have the disk take every public file of the heads that were signed since the last time."""
    recent = journal.recent()
    whole = list[Head]()
    for head in recent.heads:
        # Another sequencer may have signed it and not published it yet.
        if files.read(f"checkpoints/{head.size}") != head.as_signed:
            break
        whole.append(head)
    if whole:
        files.settle(_paths(recent.settled, whole))
    if whole or not journal.is_whole():
        journal.settle(whole[-1].size if whole else recent.settled)


def mend(store: Store, journal: Journal, files: Files) -> None:
    """Make again what a power cut took of the public files, if there was one.

    A file that is there and holds anything but the right bytes and zeros was not torn by a power
    cut. It is left as it is, for the state check to name, like everything that cannot be made
    again from entries that hash to the signed heads.
    """
    recent = journal.recent()
    head = journal.read()
    is_cut = bool(recent.heads) and _may_be_cut(recent)
    heads = recent.heads if is_cut else ()
    start = recent.settled if is_cut or head is None else head.size
    rows = list(store.rows(start, store.size()))
    if not rows or not _is_of(rows, start, heads, files):
        return
    try:
        writer = Writer(files, start, start + len(rows))
        edges = list(writer.edges([row.leaf for row in rows], [row.leaf_hash for row in rows]))
    except Quarantined:
        return
    parts = [part for edge in edges for part in _parts(edge, heads, files)]
    parts += [Part(f"checkpoints/{one.size}", one.as_signed) for one in heads]
    parts += [Part("checkpoint", one.as_signed) for one in heads[-1:]]
    files.put(part._replace(replaces=True) for part in parts if _is_torn(part, files))
    if is_cut:
        settle(journal, files)


def _may_be_cut(recent: Recent) -> bool:
    """Whether the machine was started again since a file was laid, as far as it can be known."""
    here = boot()
    return not here or any(head.boot != here for head in recent.heads)


def _is_of(rows: Sequence[Row], start: int, heads: Iterable[Head], files: Files) -> bool:
    """Whether the entries since the last settled head hash to every head signed since."""
    try:
        edge = Range.read(start, node_reader(files.read, start))
    except LookupError:
        return False
    for head in heads:
        new = rows[edge.size - start : head.size - start]
        edge.extend([row.leaf_hash for row in new])
        if (edge.size, edge.root()) != (head.size, head.root):
            return False
    return True


def _parts(edge: Edge, heads: Iterable[Head], files: Files) -> Iterator[Part]:
    """The files of a tile or bundle that heads name, and what else was laid of it."""
    sizes = [(head.size >> 8 * edge.level) - edge.number * WIDTH for head in heads]
    widths = {min(WIDTH, size) for size in sizes}
    widths |= {int(name) for name in files.names(f"{edge.path}.p") if name.isdigit()}
    if files.read(edge.path) is not None:
        widths.add(WIDTH)
    return (edge.part(width) for width in sorted(widths) if edge.start < width <= edge.width)


def _is_torn(part: Part, files: Files) -> bool:
    """Whether a file is absent, or has zeros or its end where it should have bytes."""
    found = files.read(part.path)
    if found is None or len(found) > len(part.data):
        return found is None
    pairs = zip(found, part.data, strict=False)
    return found != part.data and all(here in (0, right) for here, right in pairs)


def _paths(settled: int, heads: Iterable[Head]) -> list[str]:
    found = ["checkpoint"]
    for head in heads:
        found += [*paths_between(settled, head.size), f"checkpoints/{head.size}"]
        settled = head.size
    return found
