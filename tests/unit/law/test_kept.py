"""A pack that is kept by its digest says the same again; what was changed is found out."""

from __future__ import annotations

import json

import pytest

from tecum.law import load_packs
from tecum.law.kept import KeptPackBroken, clocks_kept, pack_kept, to_keep
from tecum.packs_folder import packs_folder
from tecum.reckoning import by_id

SHIPPED = sorted(path.parent.name for path in packs_folder().glob("*/pack.toml"))


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_pack_is_read_again_as_it_was(name: str) -> None:
    (pack,) = (row for row in load_packs([name]).packs if row.id == name)
    again = pack_kept(to_keep(pack), pack.sha256)
    assert again.sha256 == pack.sha256
    assert [block.id for block in again.blocks] == [block.id for block in pack.blocks]


def test_its_clocks_are_the_same() -> None:
    packs = load_packs(["us-federal"])
    pack = packs.pack("us-federal")
    ours = by_id(b.clock for b in packs.clocks if b.pack == "us-federal")
    kept = by_id(clocks_kept(to_keep(pack), pack.sha256))
    assert kept == ours


@pytest.mark.parametrize("what", ["text", "name", "json", "digest"])
def test_what_was_changed_is_found_out(what: str) -> None:
    pack = load_packs(["us-federal"]).pack("us-federal")
    kept, digest = to_keep(pack), pack.sha256
    files = json.loads(kept)
    if what == "text":
        name = next(name for name in files if "period: 14 days" in files[name])
        files[name] = files[name].replace("14 days", "15 days")
    elif what == "name":
        files["../outside.md"] = "x"
    elif what == "digest":
        digest = "0" * 64
    changed = b"{" if what == "json" else json.dumps(files).encode()
    with pytest.raises(KeptPackBroken, match=digest):
        pack_kept(changed, digest)
