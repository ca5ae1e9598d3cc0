"""What leaves a log: a mirror that can be proved from, and a docket's evidence in one file."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from tecum.cli.__main__ import main
from tecum.errors import UsageError
from tecum.ledger.encodings import to_base64
from tecum.ledger.errors import NotInLog, Quarantined
from tecum.ledger.export import docket_name, evidence_bundle, export_tiles
from tecum.ledger.log import Log
from tecum.ledger.merkle import root_of
from tecum.ledger.policy import Policy
from tecum.ledger.tiles import node_reader
from tecum.ledger.verify import Outcome, verify
from tests.unit.ledger.office import AGENCY, ARCHIVE, DOCKET, Office

OTHER = hashlib.sha256(b"another docket").digest()


def test_a_mirror_holds_the_head_and_all_below_it(office: Office, tmp_path: Path) -> None:
    office.add(300)
    office.cosign(300, AGENCY)
    public, out = office.folder / "public", tmp_path / "mirror"
    assert export_tiles(office.log, public, out) == office.log.head
    for path in [*public.rglob("checkpoint*"), *(public / "tile").rglob("*")]:
        if path.is_file():
            assert (out / path.relative_to(public)).read_bytes() == path.read_bytes()
    assert {path.name for path in out.iterdir()} == {"checkpoint", "checkpoints", "tile"}
    office.add(3)
    office.cosign(300, ARCHIVE)
    head = export_tiles(office.log, public, out)
    read = node_reader(
        lambda path: (out / path).read_bytes() if (out / path).exists() else None, 303
    )
    assert root_of(303, read) == head.root
    assert b"archive" in (out / "checkpoints/300.cosignatures").read_bytes()


def test_a_mirror_without_entries_serves_hashes_alone(office: Office, tmp_path: Path) -> None:
    office.add(2)
    export_tiles(office.log, office.folder / "public", tmp_path / "m", entries=False)
    assert not (tmp_path / "m/tile/entries").exists()
    assert (tmp_path / "m/tile/0/000.p/2").exists()


def test_a_mirror_that_knows_better_is_not_overwritten(office: Office, tmp_path: Path) -> None:
    public, out = office.folder / "public", tmp_path / "mirror"
    with pytest.raises(NotInLog):
        export_tiles(office.log, public, out)
    office.add(2)
    old = (public / "checkpoint").read_bytes()
    office.add(1)
    export_tiles(office.log, public, out)
    (public / "checkpoint").write_bytes(old)
    with pytest.raises(Quarantined) as refused:
        export_tiles(office.log, public, out)
    assert refused.value.code == "rollback.journal"
    (out / "checkpoint").unlink()
    (out / "tile/0/000.p/2").write_bytes(bytes(64))
    with pytest.raises(Quarantined) as refused:
        export_tiles(office.log, public, out)
    assert refused.value.code == "tile.mismatch"
    other = Log.create(tmp_path / "other", "x", ["x.example/y"], at=_at(), clock="unknown")
    export_tiles(other, tmp_path / "other/public", tmp_path / "of-other")
    with pytest.raises(UsageError):
        export_tiles(office.log, public, tmp_path / "of-other")


def _at() -> object:
    from tests.unit.ledger.office import AT

    return AT


def test_a_dockets_evidence_is_one_file_that_verifies(office: Office) -> None:
    for _ in range(3):
        office.log.append([office.statement()])
        office.log.append([office.statement(OTHER)])
        size = office.log.head.size if office.log.head else 0
        office.cosign(size, AGENCY, ARCHIVE, at=1_772_442_900 + size)
    (office.folder / "evidence").mkdir(exist_ok=True)
    (office.folder / "evidence/conflict-x.txt").write_text("kept")
    raw = evidence_bundle(office.log, to_base64(DOCKET), evidence=office.folder / "evidence")
    assert raw == evidence_bundle(
        office.log, to_base64(DOCKET), evidence=office.folder / "evidence"
    )
    file = zipfile.ZipFile(io.BytesIO(raw))
    names = file.namelist()
    receipts = [name for name in names if name.startswith("receipts/")]
    assert len(receipts) == 3
    assert [name for name in names if name.startswith("statements/")] == [
        f"statements/{n:06d}.statement" for n in (1, 2, 3)
    ]
    policy = Policy.parse(office.policy().encode())
    for name in receipts:
        assert verify(file.read(name), policy).outcome is Outcome.WITNESSED
    for row in file.read("MANIFEST").decode().splitlines():
        digest, name = row.split("  ")
        assert hashlib.sha256(file.read(name)).hexdigest() == digest
    assert len(file.read("MANIFEST").splitlines()) == len(names) - 1
    assert "evidence/conflict-x.txt" in names
    assert all(to_base64(OTHER).encode() not in file.read(name) for name in names)
    with pytest.raises(NotInLog, match="head of size 6"):
        evidence_bundle(office.log, to_base64(bytes(32)))


def test_names_of_dockets() -> None:
    assert docket_name(DOCKET.hex()) == docket_name(to_base64(DOCKET)) == to_base64(DOCKET)
    for text in ("", "x", "AA==", "z" * 64, to_base64(bytes(31))):
        with pytest.raises(UsageError):
            docket_name(text)


def test_the_command(office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office.add(2)
    where = str(office.folder)
    assert main(["log", "export", where]) == 2
    assert main(["log", "export", where, "--tiles", "x", "--sigsum", "2"]) == 2
    assert main(["log", "export", where, "--tiles", str(tmp_path / "m"), "--no-entries"]) == 0
    assert "size 2" in capsys.readouterr().out
    out = str(tmp_path / "e.zip")
    assert main(["log", "export", where, "--evidence", DOCKET.hex(), "-o", out]) == 0
    assert zipfile.is_zipfile(out)
    assert main(["log", "export", where, "--evidence", "x", "-o", out]) == 2
