"""``tecum log checkpoint``, ``cosign`` and ``witness``, as two small offices call them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tecum.cli.__main__ import main
from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.log import Log
from tecum.ledger.note import Note
from tecum.ledger.signing import SigningKey, signed_head
from tests.shared import ROOT
from tests.unit.ledger.office import log_key

CHECKED = "[witnessing]\nclock = 'kept'\n[[witnessing.log]]\nvkey = '{vkey}'\n"


def made(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> str:
    """A new log; gives its key."""
    words = ["log", "init", str(folder), "--name", name, f"--signer={name}.example/operator"]
    assert main(words) == 0
    return capsys.readouterr().out.splitlines()[1].removeprefix("vkey ")


@pytest.fixture
def two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Path, Path]:
    """A city whose log a county watches; and the other way round."""
    city, county = tmp_path / "city", tmp_path / "county"
    vkeys = {one: made(one, one.name, capsys) for one in (city, county)}
    for one, other in ((city, county), (county, city)):
        with (one / "log.toml").open("a") as config:
            config.write(CHECKED.format(vkey=vkeys[other]))
    return city, county


def witness_of(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["log", "witness", str(folder), "--key"]) == 0
    return capsys.readouterr().out.strip().removeprefix("vkey ")


def watch(folder: Path, vkey: str, url: str = "") -> None:
    address = f"url = '{url}'\nallow_private = true\n" if url else ""
    with (folder / "log.toml").open("a") as config:
        config.write(f"[[witness]]\nvkey = '{vkey}'\n{address}")


def test_two_offices_witness_each_other_by_files(
    two: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for one, other in (two, two[::-1]):
        vkey = witness_of(other, capsys)
        assert vkey.startswith(f"{other.name}.example/witness+")
        assert witness_of(other, capsys) == vkey
        watch(one, vkey)
        request, answer = str(tmp_path / "request"), str(tmp_path / "answer")
        words = ["log", "checkpoint", str(one), "--request-for", f"{other.name}.example"]
        assert main([*words, "-o", request]) == 0
        assert main(["log", "cosign", str(other), request, "-o", answer]) == 0
        capsys.readouterr()
        words = ["log", "checkpoint", str(one), "--answer-from", f"{other.name}.example/witness"]
        assert main([*words, "--request", request, "--answer", answer]) == 0
        out, err = capsys.readouterr()
        assert out.count("\u2014 ") == 2
        assert "cosigned" in err
        # The same request again is a head that was seen: the witness says from where to ask.
        assert main(["log", "cosign", str(other), request, "-o", answer]) == 5
        assert Path(answer).read_text() == "1\n"
        assert main([*words, "--request", request, "--answer", answer]) == 0
        assert "another size" in capsys.readouterr().err
        assert main(["log", "audit", str(one)]) == 0
    assert main(["log", "checkpoint", str(two[0]), "--request-for", "county", "-o", request]) == 2
    assert main(["log", "checkpoint", str(two[0]), "--request-for", "county.example"]) == 2
    assert main(["log", "checkpoint", str(two[0]), "--answer-from", "county.example"]) == 2
    err = capsys.readouterr().err
    assert "county.example/witness" in err


def test_what_the_witness_refuses_by_file_has_its_number(
    two: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    city, _ = two
    request, answer = tmp_path / "request", tmp_path / "answer"
    head = signed_head(Checkpoint(log_key().name, 1, bytes(32)), log_key())
    for body, status in ((b"x", 400), (b"old 0\n\n" + head, 404)):
        request.write_bytes(body)
        assert main(["log", "cosign", str(city), str(request), "-o", str(answer)]) == 5
        assert f"(witness.{status})" in capsys.readouterr().err
        assert not answer.exists()


def test_a_running_witness_cosigns_what_is_asked_over_http(
    two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    city, county = two
    words = ["log", "witness", str(county), "--address", "127.0.0.1:0", "--prefix", "/w"]
    process = subprocess.Popen(
        [sys.executable, "-m", "tecum.cli", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout is not None
        vkey = process.stdout.readline().strip().removeprefix("vkey ")
        url = process.stdout.readline().strip().removeprefix("listening at ")
        watch(city, vkey, url)
        for _ in range(2):
            assert main(["log", "checkpoint", str(city), "--witness"]) == 0
            out, err = capsys.readouterr()
            assert err == "county.example/witness cosigned\n"
            assert len(Note.parse(out.encode()).lines) == 2
        assert main(["log", "checkpoint", str(city), "--witness", "--when-due"]) == 0
        assert capsys.readouterr().err == ""
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=240)
    assert main(["log", "checkpoint", str(city), "--witness"]) == 5
    assert "address.silent" in capsys.readouterr().err
    assert Log.open(city).audit().is_clean


def test_an_address_that_leads_inside_is_not_asked(
    two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    city, county = two
    watch(city, witness_of(county, capsys), "https://localhost/")
    config = city / "log.toml"
    config.write_text(config.read_text().replace("allow_private = true\n", ""))
    assert main(["log", "checkpoint", str(city), "--witness"]) == 5
    assert "address.private" in capsys.readouterr().err


def test_a_bad_address_to_listen_at_is_refused(
    two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    for address in ("x", "127.0.0.1:", "127.0.0.1:99999", ":1"):
        assert main(["log", "witness", str(two[0]), "--address", address]) == 2
    (two[0] / "private/keys/witness.key").write_text("x")
    assert main(["log", "witness", str(two[0]), "--key"]) == 2
    assert "witness" in capsys.readouterr().err


def test_heads_that_came_by_another_way_are_kept_and_compared(
    two: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    city, county = two
    head = str(county / "public/checkpoint")
    assert main(["log", "witness", str(city), "--take", head]) == 0
    assert "kept, size 1" in capsys.readouterr().out
    assert main(["log", "witness", str(city), "--take", str(city / "public/checkpoint")]) == 0
    key = next(
        SigningKey.parse(path.read_text())
        for path in (county / "private/keys").iterdir()
        if path.name == "log.key"
    )
    (tmp_path / "fork").write_bytes(signed_head(Checkpoint(key.name, 1, bytes(32)), key))
    assert main(["log", "witness", str(city), "--take", str(tmp_path / "fork")]) == 5
    assert list((city / "evidence").glob("conflict-*"))


def test_what_befell_the_log_is_stated_once(
    two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    city, _ = two
    size = Log.open(city).store.size()
    (city / "evidence").mkdir(exist_ok=True)
    (city / "evidence" / "quarantine-20260302T091400Z.txt").write_text("tile.mismatch: a tile\n")
    assert main(["log", "checkpoint", str(city), "--state"]) == 0
    first, second = capsys.readouterr().err.splitlines()
    assert first == f"{size} incident.recorded quarantine"
    assert second.startswith(f"{size + 1} clock.status ")
    assert main(["log", "checkpoint", str(city), "--state"]) == 0
    assert capsys.readouterr().err == ""
    assert Log.open(city).store.size() == size + 2
