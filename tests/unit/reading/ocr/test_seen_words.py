"""Recognised words that are scrawl are left out; words that are none are put right."""

from __future__ import annotations

import pytest

from tecum.reading.ocr.recognise import SeenWord
from tecum.reading.ocr.slips import put_right
from tecum.reading.ocr.words import without_flourish, without_scrawl

INK = [(95.0, 495.0, 320.0, 535.0)]


def row(line: int, top: float, words: str, sure: int) -> list[SeenWord]:
    return [
        SeenWord(text, (100.0 + 60 * i, top, 150.0 + 60 * i, top + 20), top + 16, line, sure)
        for i, text in enumerate(words.split())
    ]


def texts(words: list[SeenWord]) -> list[str]:
    return [word.text for word in words]


PAGE = row(1, 100, "the number of beds and of residents who cannot walk", 96) + row(
    2, 560, "Fire Marshal D", 95
)


def test_a_line_that_a_signature_was_taken_for_is_left_out() -> None:
    scrawl = row(3, 505, "el OY en", 31)
    assert texts(without_scrawl(PAGE + scrawl, INK)) == texts(PAGE)


def test_a_doubtful_word_among_sure_ones_is_kept() -> None:
    mixed = row(3, 505, "Now", 30) + row(3, 505, "comes the State", 93)[1:]
    assert len(without_scrawl(PAGE + mixed, INK)) == len(PAGE) + 3


def test_doubtful_lines_of_a_poor_page_are_kept() -> None:
    poor = row(1, 100, "the number of beds and of residents", 55) + row(3, 505, "and the lease", 40)
    assert without_scrawl(poor, INK) == poor


def test_doubtful_words_without_strokes_are_kept() -> None:
    doubted = row(3, 700, "and the lease", 40)
    assert without_scrawl(PAGE + doubted, INK) == PAGE + doubted


def test_a_line_that_towers_over_the_type_in_doubt_is_a_flourish() -> None:
    def tall(sure: int) -> list[SeenWord]:
        return [SeenWord("Wan", (100, 480, 240, 535), 530, 3, sure)]

    assert without_flourish(PAGE + tall(61)) == PAGE
    assert without_flourish(PAGE + tall(93)) == PAGE + tall(93)


@pytest.mark.parametrize(
    ("seen", "printed"),
    [
        ("Attomey", "Attorney"), ("ATTOMEY", "ATTORNEY"), ("attomey's", "attorney's"),
        ("Govemment,", "Government,"), ("retum", "return"), ("(Intemal", "(Internal"),
        ("summer", "summer"), ("term", "term"), ("modem", "modem"), ("Tomey", "Tomey"),
    ],
)  # fmt: skip
def test_no_words_are_put_right_and_words_stay(seen: str, printed: str) -> None:
    (word,) = put_right(row(1, 100, seen, 95))
    assert (word.text, word.confidence) == (printed, 95 if seen == printed else 80)
