"""What is kept between commands is used where it is whole and the user's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tecum import kept as module
from tecum.kept import is_keeping, keep_between_commands, knows, made, write_what_is_new
from tecum.kept_files import write_kept

TEXTS = tuple(f"text {n}" for n in range(20))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(module, "_keeper", None)
    return tmp_path / "cache" / "tecum"


def command(texts: tuple[str, ...] = TEXTS) -> tuple[list[list[str]], int]:
    """What a command that makes these rows gets, and how many it makes anew."""
    anew = 0

    def make(text: str) -> list[str]:
        nonlocal anew
        anew += 1
        return [text.upper()]

    keep_between_commands("some")
    found = [made("kind", text, lambda text=text: make(text)) for text in texts]  # type: ignore[misc]
    write_what_is_new()
    return found, anew


def only(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_what_was_made_once_is_not_made_again(folder: Path) -> None:
    first, anew = command()
    assert anew == len(TEXTS)
    assert command() == (first, 0)
    assert knows("kind", TEXTS[0])
    assert not knows("kind", "another")
    assert not knows("another kind", TEXTS[0])
    assert only(folder).stat().st_mode & 0o777 == 0o600


def test_who_gets_a_row_may_change_it(folder: Path) -> None:
    first, _ = command()
    again, _ = command()
    again[0].append("of the caller's own")
    assert command()[0] == first


def test_a_few_new_rows_are_not_worth_writing(folder: Path) -> None:
    command(TEXTS[:3])
    assert not folder.exists()
    command()
    before = only(folder).read_bytes()
    command((*TEXTS, "one more"))
    assert only(folder).read_bytes() == before


@pytest.mark.parametrize(
    "fault", ["changed", "cut", "open to others", "a link", "no rows", "no values", "empty"]
)
def test_a_faulty_file_is_passed_over(folder: Path, fault: str) -> None:
    first, _ = command()
    file = only(folder)
    content = file.read_bytes()
    if fault == "changed":
        file.write_bytes(content.replace(b"TEXT 1", b"TEXT 2"))
    elif fault == "cut":
        file.write_bytes(content[:-20])
    elif fault == "open to others":
        file.write_bytes(content)
        file.chmod(0o644)
    elif fault == "a link":
        beside = folder.parent / "beside"
        file.replace(beside)
        file.symlink_to(beside)
    elif fault == "no rows":
        write_kept(file, json.dumps({"kind": [1]}).encode(), "made-some")
    elif fault == "no values":
        write_kept(file, b"\xff\xff", "made-some")
    else:
        write_kept(file, b"", "made-some")
    assert command() == (first, len(TEXTS))


def test_a_folder_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder")
    assert command()[1] == len(TEXTS)
    assert command()[1] == len(TEXTS)


def test_rows_of_other_makers_are_replaced(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command()
    before = only(folder)
    monkeypatch.setattr(module, "_made_by", lambda: b"others")
    assert command()[1] == len(TEXTS)
    assert only(folder) != before


def test_nobody_but_a_command_keeps_anything(folder: Path) -> None:
    assert not is_keeping()
    assert made("kind", "text", lambda: [1]) == [1]
    write_what_is_new()
    assert not folder.exists()


PAPER = """Glorvik County Superior Court
SUBPOENA DUCES TECUM
To: Custodian of Records, Brantzoll Clinic
YOU ARE COMMANDED to produce the following records of Wexlaby Quintorre within fourteen (14) days
of service of this subpoena: 1. all admission papers; 2. the ledger of Yarnshoe visits.
Date: March 2, 2026
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "paper.txt"
    file.write_text(PAPER * 40)
    return file


def test_a_command_keeps_nothing_of_the_paper_it_reads(folder: Path, paper: Path) -> None:
    run = "import sys; from tecum.cli.__main__ import main; sys.exit(main())"
    call = [sys.executable, "-c", run, "triage", str(paper), "--json", "--why"]
    first = subprocess.run(call, env=os.environ, capture_output=True, check=True).stdout
    assert b"subpoena" in first.lower()
    content = only(folder).read_bytes().lower()
    assert b"subpoena" in content
    for word in (b"glorvik", b"brantzoll", b"wexlaby", b"quintorre", b"yarnshoe"):
        assert word in first.lower() or word == b"yarnshoe"
        assert word not in content
    assert subprocess.run(call, env=os.environ, capture_output=True, check=True).stdout == first
