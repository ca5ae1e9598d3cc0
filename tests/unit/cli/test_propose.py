"""``tecum propose``: the core tried alone; nothing is recorded."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tecum.cli.__main__ import main
from tecum.docket.chronology import shipped_threads
from tests.shared import ROOT

STORY = (
    "Denver received four subpoenas from Immigration and Customs Enforcement on Monday.\n\n"
    "The subpoenas will be answered, a lawyer said.\n"
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_proposals_as_json_with_the_parties_of_a_chronology(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    thread = next(path for path in shipped_threads() if path.stem == "2020-subpoenas")
    words = ["propose", str(story), "--published", "2020-01-15", "--thread", str(thread), "--json"]
    assert main(words) == 0
    answer = json.loads(capsys.readouterr().out)
    shape = ROOT / "docs/reference/schemas/tecum.proposals-1.schema.json"
    jsonschema.validate(answer, json.loads(shape.read_text(encoding="utf-8")))
    first, second = answer["proposals"]
    slots = {row["slot"]: row for row in first["slots"]}
    assert (first["kind"], slots["by"]["party"]) == ("received", "denver")
    assert slots["when"]["when"]["value"] == "2020-01-13"
    assert second["apart"] == "prediction"
    span = first["spans"][0]
    assert STORY[span["start"] : span["end"]] == span["quote"]


def test_in_words_events_first(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["propose", str(story)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("proposed: 1\n  received")
    assert "not an event: 1\n  prediction   a lawyer" in out


@pytest.mark.parametrize(
    ("words", "status"),
    [(["missing.txt"], 3), (["{}", "--published", "Monday"], 2)],
)
def test_what_cannot_be_used_is_said(
    story: Path, capsys: pytest.CaptureFixture[str], words: list[str], status: int
) -> None:
    assert main(["propose", *(word.format(story) for word in words)]) == status
    assert capsys.readouterr().err


def test_a_file_without_text_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "empty.txt"
    path.write_text(" \n", encoding="utf-8")
    assert main(["propose", str(path)]) == 3
    assert "no text" in capsys.readouterr().err
