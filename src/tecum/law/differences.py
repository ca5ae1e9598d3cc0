"""Two versions of a pack, told apart by legal element: this exception gone, that window wider."""

from __future__ import annotations

from tecum.law.changed_beside import in_files, in_keys, in_prose, in_tables, keys_of
from tecum.law.changed_blocks import in_blocks
from tecum.law.difference import PackDifference
from tecum.law.pack import Pack

__all__ = ["differences"]


def differences(old: Pack, new: Pack) -> PackDifference:
    """Tell two versions of a pack apart, element by element.

    >>> from tecum.law import load_packs
    >>> pack = load_packs(["us-or"]).pack("us-or")
    >>> differences(pack, pack).rows
    ()
    """
    rows = [
        *in_blocks(old, new),
        *in_prose(old, new),
        *in_keys("pack", keys_of(old, "pack.toml"), keys_of(new, "pack.toml"), "pack.toml"),
        *in_keys("fact", keys_of(old, "facts.toml"), keys_of(new, "facts.toml"), "facts.toml"),
        *in_tables(old, new),
        *in_files(old, new),
    ]
    return PackDifference(old=old, new=new, rows=tuple(rows))
