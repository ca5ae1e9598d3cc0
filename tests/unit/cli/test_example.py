"""``tecum example``: one command from facts to findings, and the page that shows what it prints."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tecum.cli.__main__ import main
from tecum.law.example import example_names
from tests.shared import ROOT
from tests.unit.cli.test_shapes import holds
from tests.unit.law.test_example import SHIPPED

PAGE = ROOT / "docs" / "howto" / "replay-known-situations.md"
SHOWN = (("example",), ("example", "denver"))


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(list(words)) == 0
    return capsys.readouterr().out


def excerpt(text: str) -> str:
    """The first item of a whole example, from its heading to the next."""
    start = text.index("Item 1:")
    return text[start : text.index("Item 2:")].rstrip()


def test_the_page_shows_what_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    blocks = {
        "short": printed(capsys, *SHOWN[0]).rstrip(),
        "denver": excerpt(printed(capsys, *SHOWN[1])),
    }
    page = PAGE.read_text("utf-8")
    for name, text in blocks.items():
        before, _, rest = page.partition(f"<!-- {name} -->\n```\n")
        _, _, after = rest.partition("\n```\n")
        written = f"{before}<!-- {name} -->\n```\n{text}\n```\n{after}"
        if os.environ.get("TECUM_TEST_WRITE_DOCS"):
            PAGE.write_text(written, encoding="utf-8")
        assert PAGE.read_text("utf-8") == written
        page = written


def test_every_example_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [json.loads(line) for line in printed(capsys, "example", "--json").splitlines()]
    assert [row["id"] for row in rows] == list(example_names())
    for row in rows:
        holds(row, "tecum.example-1.schema.json")
        assert row["holds"]
        for item in row["items"]:
            for found in item["findings"]:
                assert found["finding"]["item"] == item["label"]
                assert found["outcome"] == found["expected"]


def test_a_finding_that_is_not_the_expected_one_ends_with_five(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (SHIPPED / "denver.toml").read_text("utf-8")
    path = tmp_path / "own.toml"
    path.write_text(text.replace('ordered = "must" }', 'ordered = "may" }', 1), "utf-8")
    assert main(["example", str(path)]) == 5
    out = capsys.readouterr().out
    assert "must ≠" in out
    assert "2020-04-20: the day of the order (expected: may)" in out
    assert main(["example", str(path), "--json"]) == 5


def test_an_unknown_name_is_a_mistake_of_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["example", "oregn"]) == 2
    assert 'There is no example "oregn". Nearest: "oregon".' in capsys.readouterr().err
