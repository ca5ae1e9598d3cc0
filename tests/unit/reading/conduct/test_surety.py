"""Certain is what independent signals agree on and none of weight denies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tecum.provenance import Read, Span
from tecum.reading.conduct.surety import as_issued, conduct_band, counters, supporters
from tecum.reading.paper.letter import read_letter
from tecum.reading.paper.paper import paper_of
from tecum.words import Band, Conduct, Kind
from tests.unit.reading.sheet import read_text, text_of

_DEMAND = """
U.S. DEPARTMENT OF EXAMPLE
ADMINISTRATIVE SUBPOENA
To: Records, Example County Jail
You are hereby required to produce the booking photographs by May 1, 2024.
Dated: April 2, 2024
/s/ Kim Example
Special Agent in Charge
"""


def _span(start: int, end: int) -> tuple[Span, ...]:
    return (Span(1, start, end, "x" * (end - start)),)


def test_a_title_and_a_directive_agree() -> None:
    found = [
        ("titled_demand", Conduct.ISSUES, 2.0, _span(0, 8)),
        ("instrument_title", Conduct.ISSUES, 3.0, _span(0, 8)),
        ("act_command", Conduct.ISSUES, 7.0, _span(50, 90)),
    ]
    assert supporters(found, Conduct.ISSUES) == ("act_command", "instrument_title")
    assert conduct_band(found, Conduct.ISSUES, 12.0)[0] is Band.CERTAIN


def test_signals_on_the_same_words_are_one() -> None:
    found = [
        ("in_response", Conduct.ANSWERS, 6.0, _span(10, 40)),
        ("speaks_of_yours", Conduct.ANSWERS, 4.0, _span(25, 40)),
    ]
    assert supporters(found, Conduct.ANSWERS) == ("in_response",)
    assert conduct_band(found, Conduct.ANSWERS, 10.0)[0] is Band.LIKELY


def test_one_signal_of_weight_against_forbids_certainty_and_is_named() -> None:
    found = [
        ("in_response", Conduct.ANSWERS, 6.0, _span(10, 40)),
        ("declines", Conduct.ANSWERS, 5.0, _span(60, 90)),
        ("act_request", Conduct.ISSUES, 6.0, _span(100, 140)),
    ]
    band, named = conduct_band(found, Conduct.ANSWERS, 11.0)
    assert band is Band.LIKELY
    assert named["against"] == ["act_request"]
    assert conduct_band(found[:2], Conduct.ANSWERS, 11.0)[0] is Band.CERTAIN


def test_the_commands_of_a_blank_speak_against_no_blank() -> None:
    found = [("act_command", Conduct.ISSUES, 7.0, _span(0, 9))]
    assert counters(found, Conduct.TEMPLATES) == ()
    assert counters(found, Conduct.REPORTS) == ("act_command",)


def test_an_issued_paper_is_certain_and_says_why() -> None:
    conduct = read_text(_DEMAND).conduct
    assert (conduct.value, conduct.band) == ("issues", "certain")
    assert set(conduct.signals["issued"]) == {"dated", "addressed", "signed"}
    assert len(conduct.signals["agree"]) > 1


@pytest.mark.parametrize(
    ("text", "marks", "band"),
    [
        ("To: Example Bank\nMay 3, 2024\n/s/ Kim Example\n", 3, Band.CERTAIN),
        ("To: Example Bank\nMay 3, 2024\n", 2, Band.CERTAIN),
        ("To: ________\nYou must produce the records.\n", 0, Band.UNSURE),
        ("Every subpoena shall state the title of the proceeding.\n", 0, Band.UNSURE),
    ],
)
def test_what_nobody_dated_addressed_or_signed_is_no_certain_demand(
    text: str, marks: int, band: Band
) -> None:
    paper = paper_of(text_of(text))
    conduct: Read[Conduct] = Read(Conduct.ISSUES, Band.CERTAIN, (), "conduct")
    kind: Read[Kind] = Read(Kind.ADMINISTRATIVE_SUBPOENA, Band.LIKELY, (), "kind")
    read = as_issued(conduct, kind, paper, read_letter(paper), signed=False)
    assert len(read.signals["issued"]) == marks
    assert read.band is band
    unsure = replace(kind, band=Band.UNSURE)
    at_most = Band.LIKELY if marks else Band.UNSURE
    assert as_issued(conduct, unsure, paper, read_letter(paper), signed=False).band is at_most


def test_what_is_no_demand_is_left_as_it_is() -> None:
    paper = paper_of(text_of("Nothing.\n"))
    conduct: Read[Conduct] = Read(Conduct.REPORTS, Band.CERTAIN, (), "conduct")
    kind: Read[Kind] = Read(Kind.OTHER, Band.UNSURE, (), "kind")
    assert as_issued(conduct, kind, paper, read_letter(paper), signed=False) is conduct


def test_what_somebody_answers_for_is_carried_by_a_small_lead() -> None:
    paper = paper_of(text_of("To: Registrar A\nDate: June 4, 2026\nSend the log."))
    signals = {"lead": 1.0, "supposed": "issues", "rival": "answers 6"}
    conduct = Read(Conduct.ISSUES, Band.UNSURE, signals=signals)
    kind = Read(Kind.INFORMATION_REQUEST, Band.UNSURE)
    letter = read_letter(paper)
    by_nobody = as_issued(conduct, kind, paper, letter, signed=False)
    by_somebody = as_issued(conduct, kind, paper, letter, signed=False, answered=True)
    assert "supposed" in by_nobody.signals
    assert "supposed" not in by_somebody.signals
    less = replace(conduct, signals={**signals, "lead": -1.0})
    assert "supposed" in as_issued(less, kind, paper, letter, signed=True, answered=True).signals
