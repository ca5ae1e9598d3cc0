"""The one-file verifier: the same bytes at each build, the closure alone, the same verdicts."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tecum.ledger import ed25519, token
from tecum.ledger.__main__ import main as verify
from tecum.ledger.statement import statement_hash
from tecum.ledger.verifier import build
from tests.shared import SHARED
from tests.unit.ledger.office import AGENCY, ARCHIVE, Office, opening
from tests.unit.ledger.test_closure import closure as loaded

EXAMPLE = SHARED / "vectors" / "ledger" / "example"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built verifier."""
    folder = tmp_path_factory.mktemp("built")
    build.build(folder)
    return folder / build.ARCHIVE


def run(made: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The verifier where Python is alone: no environment, no packages, another folder."""
    return subprocess.run(
        [sys.executable, "-I", "-S", str(made), *arguments],
        check=False, capture_output=True, text=True, timeout=240, cwd=made.parent,
    )  # fmt: skip


def test_two_builds_are_the_same_bytes(made: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tecum.ledger.verifier.build", str(tmp_path / "new" / "folder")],
        check=True, capture_output=True, text=True, timeout=240,
    )  # fmt: skip
    again = tmp_path / "new" / "folder" / build.ARCHIVE
    assert again.read_bytes() == made.read_bytes()
    for line in done.stdout.splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((again.parent / name).read_bytes()).hexdigest() == digest
    assert {line.split()[1] for line in done.stdout.splitlines()} == {build.ARCHIVE, build.PAGE}


def test_a_folder_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main([]) == 2
    assert "usage" in capsys.readouterr().err


def test_it_holds_what_the_verifier_loads_and_nothing_else(made: Path) -> None:
    with zipfile.ZipFile(made) as file:
        names = file.namelist()
        kinds = {entry.compress_type for entry in file.infolist()}
        times = {entry.date_time for entry in file.infolist()}
    assert names == sorted(names)
    assert kinds == {zipfile.ZIP_STORED}
    assert times == {(1980, 1, 1, 0, 0, 0)}
    files = build.closure()
    assert set(names) == {"__main__.py", *files}
    assert set(files.values()) == {*loaded(), Path(verify.__code__.co_filename)}


@pytest.mark.parametrize("change", ["", "index", "signature", "domain"])
def test_python_alone_gives_the_same_verdict(
    made: Path, office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str], change: str
) -> None:
    statements = office.add(4)
    office.cosign(2, AGENCY, ARCHIVE, at=1_772_442_800)
    office.cosign(4, AGENCY, ARCHIVE)
    raw = office.log.prove(statement_hash(statements[2]), [opening()])
    if change == "index":
        raw = raw.replace(b"index 2", b"index 3")
    elif change == "signature":
        other = office.log.prove(statement_hash(statements[1]), [])
        raw = raw[: raw.rindex(b"\n\n")] + other[other.rindex(b"\n\n") :].replace(
            b"agency", b"aqency"
        )
    receipt, policy = tmp_path / "receipt", tmp_path / "policy"
    receipt.write_bytes(raw)
    more = f"#tecum domain {office.log.key.name} agency.example\n" if change == "domain" else ""
    policy.write_text(office.policy(extra=more))
    arguments = [str(receipt), "--policy", str(policy), "--json"]
    status = verify(arguments)
    usual = json.loads(capsys.readouterr().out)
    done = run(made, *arguments)
    assert (
        done.returncode
        == status
        == (0 if not change else {"index": 40, "signature": 11, "domain": 20}[change])
    )
    alone = json.loads(done.stdout)
    verifier = alone.pop("verifier")
    assert verifier["engine"] == "pure"
    assert verifier["sha256"] == hashlib.sha256(made.read_bytes()).hexdigest()
    usual.pop("verifier")
    assert alone == usual


@pytest.mark.shared("vectors/ledger/example")
@pytest.mark.parametrize("options", [["-I"], ["-I", "-S"]], ids=["with cryptography", "alone"])
def test_published_receipts_have_the_commands_verdict(
    made: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
) -> None:
    if "-S" in options:
        monkeypatch.setattr(token, "_CAN_VERIFY", False)
        monkeypatch.setattr(ed25519, "ENGINE", "pure")
    receipts = sorted(str(one) for one in EXAMPLE.rglob("*.tlog-proof"))
    policies = [EXAMPLE / "court.policy", *sorted((EXAMPLE / "tampered").glob("*.policy"))]
    assert len(receipts) > 20
    for policy in policies:
        chosen = receipts if policy == policies[0] else receipts[:2]
        arguments = [*chosen, "--policy", str(policy), "--json"]
        status = verify(arguments)
        usual = capsys.readouterr()
        done = subprocess.run(
            [sys.executable, *options, str(made), *arguments],
            check=False, capture_output=True, text=True, timeout=240, cwd=made.parent,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (status, usual.err)
        found, wanted = (
            [{**json.loads(line), "verifier": None} for line in out.splitlines()]
            for out in (done.stdout, usual.out)
        )
        assert found == wanted
        assert len(found) == (0 if status == 3 else len(chosen))


def test_it_says_how_it_is_used(made: Path) -> None:
    done = run(made)
    assert done.returncode == 2
    assert "--policy" in done.stderr
