"""What a missing package's advice says can be typed where Tecum runs."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

from tecum import machine
from tecum.installing import POLARS, POSTGRESQL_DRIVER, command_for

ROOT = Path(__file__).resolve().parents[2]


def test_the_interpreter_is_named_from_the_current_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / ".venv" / "bin" / "python"))
    monkeypatch.chdir(tmp_path)
    assert command_for("polars") == ".venv/bin/python -m pip install polars"
    monkeypatch.chdir("/")
    assert command_for("psycopg[binary]").startswith(str(tmp_path).removeprefix("/"))


def test_an_extra_is_never_asked_of_an_index_that_does_not_have_tecum() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = extras["project"]["optional-dependencies"]
    assert extras["postgresql"][0].startswith(POSTGRESQL_DRIVER)
    assert extras["replay"][0].startswith(POLARS)
    for path in [*ROOT.glob("src/tecum/**/*.py"), *ROOT.glob("docs/howto/*.md")]:
        if path.name != "installing.py":
            assert "tecum[" not in path.read_text("utf-8"), path


def test_a_missing_driver_is_named_and_not_the_server_that_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none(name: str) -> str:
        raise machine.PackageNotFoundError(name)

    monkeypatch.setattr(machine, "version", none)
    monkeypatch.setattr(Path, "glob", lambda *_: [Path("/usr/lib/postgresql/15/bin/initdb")])
    line = machine._postgresql()
    assert line.state == "missing"
    assert line.get == command_for(POSTGRESQL_DRIVER)
    monkeypatch.setattr(Path, "glob", lambda *_: [])
    assert machine._postgresql().get.startswith("Debian: apt-get install postgresql; ")
