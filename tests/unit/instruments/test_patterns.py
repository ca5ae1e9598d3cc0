"""Patterns: a space is any white space; no text makes matching slow (READING 17)."""

from __future__ import annotations

import os

import pytest

from tecum.instruments.catalogue import load_catalogue
from tecum.instruments.errors import PatternUnsafe
from tecum.instruments.patterns import Pattern
from tecum.reading.conduct.conduct import signals
from tests.patience import ends

LETTERS = int(os.environ.get("TECUM_TEST_ADVERSARIAL_LETTERS", "1000000"))


def every_pattern() -> list[Pattern]:
    marks = [p for i in load_catalogue().instruments for mark in i.marks for p in mark.patterns]
    editions = [edition.mark for i in load_catalogue().instruments for edition in i.editions]
    return [*marks, *editions, *(p for signal in signals() for p in signal.patterns)]


def test_a_space_is_any_white_space_but_not_a_page_of_it() -> None:
    pattern = Pattern(r"\bnotice of action\b")
    assert list(pattern.matches("NOTICE\nOF  ACTION"))
    assert not list(pattern.matches("NOTICE OF" + " " * 9 + "ACTION"))


def test_capitals_matter_only_where_asked() -> None:
    assert list(Pattern("draft").matches("DRAFT"))
    assert not list(Pattern("draft", case=True).matches("DRAFT"))


@pytest.mark.parametrize("written", ["record[[a]", "records [a--z]", "records [a&&b]"])
def test_what_a_later_python_would_read_otherwise_is_refused(written: str) -> None:
    with pytest.raises(PatternUnsafe, match="may mean something else"):
        Pattern(written)


def test_a_text_without_the_needed_letters_is_passed_over() -> None:
    for pattern in every_pattern():
        assert not list(pattern.matches(""))


HOSTILE = ("a ", " ", "\n", "subpoena ", "request you are ", "the grand jury of ", "1-", "By A. ")


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_adversarial_text_comes_to_an_end(piece: str) -> None:
    text = (piece * (LETTERS // len(piece) + 1))[:LETTERS]
    with ends():
        for pattern in every_pattern():
            for count, _ in enumerate(pattern.matches(text)):
                if count == 50:
                    break
