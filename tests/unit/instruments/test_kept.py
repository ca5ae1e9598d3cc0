"""What is kept between commands is used where it is whole and the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tecum.instruments import kept as module
from tecum.instruments.kept import keep_between_commands, kept
from tecum.instruments.patterns import Pattern
from tecum.instruments.sought import Sought


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(module, "_is_asked", False)
    keep_between_commands()
    return tmp_path / "cache" / "tecum"


def made() -> Pattern:
    with kept("some", b"content"):
        return Pattern(r"records? of (?:arrest|booking)")


def only(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_what_was_taken_apart_once_is_not_taken_apart_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = made()
    monkeypatch.setattr("tecum.instruments.patterns.landmarks_of_tree", None)
    assert made().landmarks == first.landmarks
    assert only(folder).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("fault", ["changed", "cut", "open to others", "a link", "no numbers"])
def test_a_faulty_file_is_passed_over(folder: Path, fault: str) -> None:
    first = made()
    file = only(folder)
    content = file.read_bytes()
    if fault == "changed":
        file.write_bytes(content.replace(b"record", b"rxcord"))
    elif fault == "cut":
        file.write_bytes(content[:-20])
    elif fault == "open to others":
        file.write_bytes(content.replace(b"record", b"rxcord"))
        file.chmod(0o644)
    elif fault == "a link":
        beside = folder.parent / "beside"
        file.replace(beside)
        file.symlink_to(beside)
    else:
        import hashlib

        body = b'{"x": [[["word", "a", 1]]]}'
        file.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    assert made().landmarks == first.landmarks


def test_a_folder_that_cannot_be_written_changes_nothing(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("no folder")
    assert made().landmarks


def test_another_content_is_kept_in_place_of_the_one_before(folder: Path) -> None:
    made()
    before = only(folder)
    with kept("some", b"other content"):
        Pattern(r"other records")
    assert only(folder) != before


def test_nobody_but_a_command_keeps_anything(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_is_asked", False)
    made()
    assert not folder.exists()


def test_words_of_patterns_that_are_sought_alone_are_kept_as_well(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with kept("sought", b"content"):
        first = Sought(r"(?<![a-z])(?:payroll|timesheets?)").landmarks
    monkeypatch.setattr("tecum.instruments.sought.landmarks_of_written", None)
    with kept("sought", b"content"):
        assert Sought(r"(?<![a-z])(?:payroll|timesheets?)").landmarks == first
    assert first
