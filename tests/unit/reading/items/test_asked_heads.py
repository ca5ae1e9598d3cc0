"""Which words of an item name what is asked for, and which only whose, when or about what."""

from __future__ import annotations

import pytest

from tecum.reading.items.asked_heads import weights_of


def weight(words: str, word: str) -> float:
    at = words.index(word)
    return weights_of(words).at(at, at + len(word))


@pytest.mark.parametrize(
    ("words", "more", "less"),
    [
        ("payroll records for each employee", "payroll", "employee"),
        ("records relating to payments for overtime", "payments", "overtime"),
        ("the number of arrests", "number", "arrests"),
        ("inspection sheets, with photographs", "inspection", "photographs"),
        ("the lease, the ledger and the notices", "lease", "notices"),
        ("wage policy", "policy", "wage"),
        ("for each arrest since may, the video", "video", "arrest"),
        ("a list of persons who were hired", "persons", "hired"),
        ("facturas de la empresa sobre empleados", "facturas", "empleados"),
    ],
)
def test_one_word_outweighs_another(words: str, more: str, less: str) -> None:
    assert weight(words, more) > weight(words, less)


@pytest.mark.parametrize(
    ("words", "one", "other"),
    [
        ("documents sufficient to show payments", "documents", "payments"),
        ("letters to the parent or guardian", "parent", "guardian"),
    ],
)
def test_two_words_weigh_alike(words: str, one: str, other: str) -> None:
    assert weight(words, one) == weight(words, other)


@pytest.mark.parametrize("words", ["", "??", "for", "for the year 2020"])
def test_words_without_a_thing_have_weights_too(words: str) -> None:
    assert weights_of(words).at(0, len(words)) > 0
