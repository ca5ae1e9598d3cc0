"""Passwords of locked documents on the command line: from a file, never from an argument."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pikepdf
import pytest

from tecum.cli.__main__ import main
from tecum.cli.password import asker
from tecum.errors import UsageError
from tests.unit.reading import papers


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.letter())) as document:
        document.save(out, encryption=pikepdf.Encryption(user="open sesame", owner="o"))
    file = tmp_path / "locked.pdf"
    file.write_bytes(out.getvalue())
    return file


def test_a_password_file_opens_a_locked_document(
    locked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(locked), "--json"]) == 3
    assert json.loads(capsys.readouterr().out)["outcome"] == "password_needed"
    word = tmp_path / "word"
    word.write_text("open sesame\n", encoding="utf-8")
    assert main(["read", str(locked), "--json", "--password-file", str(word)]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["outcome"] == "read_with_warnings"
    assert "open sesame" not in said.out + said.err


def test_a_wrong_password_leaves_the_document_locked(
    locked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word = tmp_path / "word"
    word.write_text("not this one\n", encoding="utf-8")
    assert main(["read", str(locked), "--password-file", str(word)]) == 3
    assert "not this one" not in capsys.readouterr().out


def test_an_empty_password_file_is_refused(tmp_path: Path) -> None:
    word = tmp_path / "word"
    word.write_text("\n", encoding="utf-8")
    with pytest.raises(UsageError):
        asker(word)
