"""Bands: certain needs two agreeing signals and no rival; nothing is certain past lost pages."""

from __future__ import annotations

from dataclasses import replace

from tecum.instruments.catalogue import load_catalogue
from tecum.reading.read import read
from tecum.words import IntakeOutcome
from tests.unit.reading.papers_demands import DEMANDS
from tests.unit.reading.papers_others import OTHERS
from tests.unit.reading.sheet import opened, read_text


def test_a_certain_conduct_or_kind_of_our_papers_is_never_wrong() -> None:
    for paper in (*DEMANDS, *OTHERS):
        reading = read_text(paper.text)
        if reading.conduct.band == "certain":
            assert reading.conduct.value == paper.conduct, paper.id
        if reading.kind.band == "certain":
            assert reading.kind.value == paper.kind, paper.id


def test_no_false_demand_at_certain_or_likely() -> None:
    false = [
        paper.id
        for paper in OTHERS
        for conduct in (read_text(paper.text).conduct,)
        if conduct.value == "issues" and conduct.band in ("certain", "likely")
    ]
    assert false == []


def test_a_page_that_could_not_be_read_takes_certainty_and_absence_away() -> None:
    whole = opened(DEMANDS[0].text, "A second page.\n")
    text = whole.parts[0].text
    assert text is not None
    part = replace(whole.parts[0], text=replace(text, unread=(2,)))
    reading = read(replace(whole, parts=(part,)), load_catalogue())
    assert reading.conduct.band != "certain"
    assert reading.kind.band != "certain"
    assert reading.service_method.band == "unreadable"
    assert reading.judicial.value is not True


def test_weak_words_are_unsure() -> None:
    reading = read_text("Please send the list.\n")
    assert reading.kind.band == "unsure"


def test_outcome_other_than_read_makes_every_field_unreadable() -> None:
    lost = opened("")
    part = replace(lost.parts[0], text=None, outcome=IntakeOutcome.UNREADABLE)
    reading = read(replace(lost, parts=(part,), outcome=IntakeOutcome.UNREADABLE), load_catalogue())
    shown = reading.to_json()
    for field in ("conduct", "kind", "judicial", "recipient", "issuer", "issued_on"):
        assert (shown[field]["value"], shown[field]["band"]) == (None, "unreadable")
    assert shown["items_band"] == "unreadable"
