"""The letter of a word is the same by the short way and by the one that looks around it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.reading.speech import tags
from tecum.reading.speech.lexicon import BREAK, load_lexicon
from tecum.reading.speech.sides import Sides
from tecum.reading.speech.tags import tagged
from tecum.reading.text.matching import Unit, plain, units

SIDES = Sides(
    frozenset({"union", "acme"}), frozenset({"warden", "records"}), False,
    frozenset({"commission"}), frozenset({"county"}),
)  # fmt: skip
WORDS = st.sampled_from(
    [*sorted(load_lexicon().words), "Union", "Warden's", "Records", "the", "county", "our", "your",
     "$5.00", "#12", "2026", "teller's", "O'Neil", "a.m.", "qwerty", "Acme", "don't", "\n", ". "]
)  # fmt: skip


def slowly(low: str, printed: str, cut: tuple[Unit, ...]) -> tags._Tagger:
    """Every word by the way that looks at the words before it."""
    tagger = tags._Tagger(load_lexicon(), SIDES, low)
    for unit in cut:
        tagger.add(BREAK, unit.start)
        label = tags._ITEM.match(low, unit.start, unit.end)
        if label is not None:
            tagger.add(tagger.of["item"], unit.start)
        begin = label.end() if label else unit.start
        for match in tags._TOKEN.finditer(low, begin, unit.end):
            tagger.word(match[0], printed[match.start() : match.end()], match.start())
    tagger.add(BREAK, cut[-1].end if cut else 0)
    return tagger


@given(st.lists(WORDS, max_size=40).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_words_alone_are_what_they_are_among_others(text: str) -> None:
    low, cut = plain(text), units(text)
    row, expected = tagged(low, text, cut, SIDES), slowly(low, text, cut)
    assert row.letters == "".join(expected.out)
    assert list(row.starts) == list(expected.starts)


@pytest.mark.parametrize("word", ["county", "office", "records"])
def test_a_class_that_hangs_on_its_owner_is_not_taken_alone(word: str) -> None:
    hanging = {load_lexicon().letters[name] for name in tags._HANGING}
    entry = load_lexicon().words[word]
    if entry.plain in hanging:
        assert word not in tags._alone()
