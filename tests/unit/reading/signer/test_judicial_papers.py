"""Every trap of READING 10 with papers of its own: a wrong answer never, a needless null rarely."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.unit.reading import papers_no_judge, papers_signed
from tests.unit.reading.papers_signed import Signed
from tests.unit.reading.sheet import read_text

PAPERS = (*papers_signed.PAPERS, *papers_no_judge.PAPERS)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.trap)
def test_a_trap_is_never_answered_wrongly(paper: Signed) -> None:
    judicial = read_text(paper.text).judicial
    if judicial.value is not None:
        assert judicial.value is paper.wanted
        assert judicial.band == "certain"
        assert judicial.spans
    else:
        assert not paper.plain, judicial.signals


def test_the_harder_traps_have_several_papers() -> None:
    counts = Counter(paper.trap for paper in PAPERS)
    for trap in ("judge's order", "proposed order", "unsigned order", "clerk's seal and teste"):
        assert counts[trap] >= 3


LETTER = (
    "Sample Lane LLP\nMay 4, 2021\nHon. Pat Example\nRe: A v. B, 21 Civ. 44\nYour Honor:\n"
    "We request that the county be ordered to produce its log.\n/s/ Lee Example\nAttorney for A\n{}"
)
ENDORSED = (
    "SO ORDERED.\n/s/ Pat Example, U.S.D.J.\n",
    "Application granted.\nDated: May 5, 2021\n/s/ Pat Example\nUnited States Magistrate Judge\n",
    "The request is granted. So ordered.\n/s/ Pat Example\nSupreme Court Justice\n",
)


@pytest.mark.parametrize("end", ENDORSED)
def test_an_endorsed_letter_is_two_acts(end: str) -> None:
    reading = read_text(LETTER.format(end))
    acts = {(row["conduct"], row["kind"]) for row in reading.also}
    acts.add((reading.conduct.value, reading.kind.value))
    assert ("issues", "court_order") in acts
    assert len(reading.also) == 1
    assert reading.also[0]["spans"]


@pytest.mark.parametrize("end", ["", "SO ORDERED.\n____________________\n", "Thank you.\n"])
def test_a_letter_that_nobody_endorsed_is_one_act(end: str) -> None:
    assert read_text(LETTER.format(end)).also == ()
