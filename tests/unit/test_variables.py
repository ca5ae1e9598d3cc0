"""A misspelt variable of the environment is said, with the nearest name and never its value."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from tecum.cli.__main__ import main
from tecum.variables import KNOWN, strange_in
from tecum.web.config import Config
from tests.shared import ROOT


def test_every_setting_has_its_variable() -> None:
    assert {f"TECUM_{field.name.upper()}" for field in fields(Config)} <= KNOWN


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("TECUM_ADRESS", "TECUM_ADDRESS"),
        ("TECUM_PUBLICURL", "TECUM_PUBLIC_URL"),
        ("tecum_home", "TECUM_HOME"),
        ("Tecum_Pack", "TECUM_PACKS"),
        ("TECUM_COLOUR", None),
        ("TECUM_", None),
    ],
)
def test_a_strange_variable_has_the_nearest_name_if_any_is_near(
    name: str, near: str | None
) -> None:
    (found,) = strange_in({name: "x", "PATH": "x", "TECUMSEH_HOME": "x"})
    assert (found.name, found.near) == (name, near)


def test_what_is_known_and_what_tests_set_is_not_strange() -> None:
    assert strange_in(dict.fromkeys([*KNOWN, "TECUM_TEST_DATABASE", "TECUM_BENCH_JOBS"], "x")) == ()


def test_what_tests_and_measurements_read_bears_their_name() -> None:
    """A command that they start would else say of each of them that nobody reads it."""
    read = {
        name
        for folder in ("tests", "bench")
        for path in (ROOT / folder).rglob("*.py")
        for name in re.findall(r"environ\.get\(\"(TECUM_\w+)\"", path.read_text("utf-8"))
    }
    assert len(read) > 30
    assert strange_in(dict.fromkeys(read, "")) == ()


def test_a_command_says_it_once_and_does_its_work(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TECUM_PAKS", "postgresql://clerk:secret@db/tecum")
    monkeypatch.setenv("TECUM_\x1b[2JX", "x")
    assert main(["calendars"]) == 0
    out, err = capsys.readouterr()
    assert "us.fed.opm" in out
    assert "Tecum reads no variable TECUM_PAKS. Did you mean TECUM_PACKS?\n" in err
    assert "Tecum reads no variable TECUM_·[2JX.\n" in err
    assert err.count("What to do:") == 1
    assert "secret" not in err
    assert "\x1b" not in err


def test_the_right_names_are_passed_over_in_silence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TECUM_DEBUG", "1")
    assert main(["calendars"]) == 0
    assert capsys.readouterr().err == ""
