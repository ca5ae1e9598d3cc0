"""Every key of a clock has an example in the reference page, and every example is right."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
import typer

from tecum.cli.due import app
from tecum.law.clock_block import CLOCK_KEYS
from tecum.reckoning import Event
from tests.shared import ROOT
from tests.unit.reckoning.ground import calendars, clock_of_text, counted, days

PAGE = (ROOT / "docs/reference/clocks.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```clock\n(.*?)```\nCounted: (.*?) → (.*?)\n", PAGE, re.DOTALL)


@pytest.mark.parametrize(("text", "given", "expected"), EXAMPLES)
def test_every_example_is_counted_as_it_says(text: str, given: str, expected: str) -> None:
    start, *further = given.split(", ")
    options: dict[str, Any] = {"events": []}
    for part in further:
        word, _, rest = part.partition(" ")
        if part.startswith("served by "):
            options["served_by"] = part.removeprefix("served by ")
        elif part == "extended":
            options["extended"] = True
        elif word == "closed":
            options["closed"] = [date.fromisoformat(rest)]
        else:
            options["events"].append(Event.on(word, date.fromisoformat(rest)))
    clock = clock_of_text("example", text)
    assert days(counted(clock, date.fromisoformat(start), **options)) == expected.split(", ")


def test_no_key_is_without_example() -> None:
    shown = {
        line.split(": ")[0].split(" email")[0]
        for text, *_ in EXAMPLES
        for line in text.splitlines()
    }
    assert shown == set(CLOCK_KEYS) - {"id"}


def test_the_page_names_the_checked_years() -> None:
    listed = dict(re.findall(r"^\| (\S+) \| ([\d–, ]+) \|$", PAGE, re.MULTILINE))
    checked = {row.id: row.checked for row in calendars().values() if row.checked}
    assert set(listed) == set(checked)
    for name, text in listed.items():
        years: set[int] = set()
        for span in text.split(", "):
            first, _, last = span.partition("–")
            years |= set(range(int(first), int(last or first) + 1))
        assert years == set(checked[name])


def test_every_option_of_the_command_is_described() -> None:
    command = typer.main.get_command(app)
    options = {name for row in command.params for name in row.opts if name.startswith("--")}
    assert options == set(re.findall(r"^\| `(--[a-z-]+)` \|", PAGE, re.MULTILINE))
