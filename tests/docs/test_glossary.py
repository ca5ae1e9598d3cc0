"""GLOSSARY.md and the closed vocabularies say the same words."""

import inspect
import re
from enum import Enum

import pytest

from tecum import words
from tests.shared import ROOT

GLOSSARY = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
VOCABULARIES = [
    value
    for value in vars(words).values()
    if inspect.isclass(value) and issubclass(value, words.Word) and value is not words.Word
]


def section(name: str) -> str:
    found = re.search(rf"^`{name}`$(.*?)(?=^## |\Z)", GLOSSARY, re.M | re.S)
    assert found, f"GLOSSARY.md has no section for {name}"
    return found.group(1)


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda v: v.__name__)
def test_every_word_is_defined_once_and_no_other(vocabulary: type[Enum]) -> None:
    rows = re.findall(r"^\| `([^`]+)` \| (\S.*) \|$", section(vocabulary.__name__), re.M)
    assert [row[0] for row in rows] == [member.value for member in vocabulary]


def test_every_thing_is_defined_once() -> None:
    things = re.findall(r"^\| \*\*([^*]+)\*\* \|", GLOSSARY, re.M)
    assert len(things) == len(set(things)) > 30
    assert things == sorted(things, key=str.casefold)
