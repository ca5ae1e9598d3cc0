"""The page of commands is the help that the commands print; every command stands on it."""

from __future__ import annotations

import os
import re

import pytest

from tecum.cli.__main__ import COMMANDS, GROUPS, main
from tecum.ledger.verify import Outcome
from tests.shared import ROOT

PAGE = ROOT / "docs" / "reference" / "commands.md"
DEEPER = {
    "packs": ("check", "fmt", "test", "show", "diff", "key", "sign", "review"),
    "log": (
        "init",
        "append",
        "checkpoint",
        "prove",
        "audit",
        "status",
        "export",
        "cosign",
        "witness",
        "freeze",
        "continue",
        "key",
        "recover",
    ),
    "exchange": ("send", "take-in", "reply", "record", "receipts", "resume"),
    "thread": ("check",),
    "report": ("list", "show"),
}
HEAD = """# Commands

What each command prints with `--help`. Exit status: [exit-status.md](exit-status.md). Shapes of
`--json`: [schemas](schemas/). Every command that reads files takes several, or `-` for the
standard input where one is enough; a bar is drawn on a terminal for work over a second, and a
pipe gets nothing but the answer.
"""


SCREENS = [
    (name, *deeper)
    for name in COMMANDS
    for deeper in [(), *((sub,) for sub in DEEPER.get(name, ()))]
]


def helped(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    status = main([*words, "--help"])
    out = capsys.readouterr()
    assert (status, out.err) == (0, ""), words
    lines = "\n".join(line.rstrip() for line in out.out.strip().splitlines())
    return f"## tecum {' '.join(words)}\n\n```\n{lines}\n```\n"


def test_every_command_stands_in_one_group() -> None:
    grouped = [name for names in GROUPS.values() for name in names]
    assert sorted(grouped) == sorted(COMMANDS)


def test_the_page_is_what_the_commands_print(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    parts = [HEAD, *(helped(capsys, *words) for words in SCREENS)]
    page = "\n".join(parts)
    if os.environ.get("TECUM_TEST_WRITE_DOCS"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page


@pytest.mark.parametrize("words", [(), *SCREENS], ids=" ".join)
def test_no_help_is_wider_than_a_terminal(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert [row for row in helped(capsys, *words).splitlines() if len(row) > 80] == []


def test_each_exit_status_of_the_verifier_stands_beside_its_word(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    said = helped(capsys, "verify")
    for status, outcome in ((int(one), one.name) for one in Outcome):
        assert re.search(rf"\b{status} +{outcome}\b", said), outcome
