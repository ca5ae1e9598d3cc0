"""Several things in one file, whose bytes hang on them alone."""

from __future__ import annotations

import io
import zipfile

from tecum.ledger.archive import zipped


def test_the_same_members_make_the_same_bytes_in_whatever_order() -> None:
    assert zipped({"b/c.txt": b"2" * 900, "a": b""}) == zipped({"a": b"", "b/c.txt": b"2" * 900})


def test_members_come_out_whole_and_are_readable_by_all() -> None:
    members = {"b/c.txt": b"2" * 900, "a": b"", "\u00e9": b"\0"}
    with zipfile.ZipFile(io.BytesIO(zipped(members))) as file:
        assert {name: file.read(name) for name in file.namelist()} == members
        assert file.namelist() == sorted(members)
        assert {row.external_attr >> 16 for row in file.infolist()} == {0o644}
        assert {row.date_time for row in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
