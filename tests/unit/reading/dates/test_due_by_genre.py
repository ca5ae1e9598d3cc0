"""Due phrases genre by genre: agencies, courts, parts, extensions, visits, Spanish."""

from __future__ import annotations

import pytest

from tests.unit.reading.dates.test_due_sentences import read, said
from tests.unit.reading.sentences_by_genre import BY_GENRE, NOT_BY_GENRE

ALL = [row for rows in BY_GENRE.values() for row in rows]


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_what_a_genre_sets(text: str, expected: list[str]) -> None:
    found = read(text)
    assert sorted(said(p) for p in found) == expected
    assert all(p.band in ("certain", "likely") for p in found)


@pytest.mark.parametrize("text", NOT_BY_GENRE)
def test_what_a_genre_only_names(text: str) -> None:
    assert read(text) == []
