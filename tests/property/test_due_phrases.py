"""Due phrases from the grammar read back exactly; what limits nothing never becomes due."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tecum.reading.dates.dates import DueContext, apart_from_due, due_phrases, stated_dates
from tecum.reading.result import DuePhrase
from tecum.words import Conduct
from tests.property.due_sentences import (
    ISSUED,
    Said,
    dated,
    layout,
    periods,
    periods_of_records,
    slipped,
    traps,
)
from tests.unit.reading.factory import flow_of, text_of

EXAMPLES = int(os.environ.get("TECUM_TEST_DUE_EXAMPLES", "250"))
often = settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


def read(text: str, language: str = "eng") -> list[DuePhrase]:
    context = DueContext(conduct=Conduct.ISSUES, issued_on=ISSUED, language=language)
    return list(due_phrases(flow_of(text), context))


def said(p: DuePhrase) -> tuple[object, ...]:
    if p.form.value == "date":
        return ("date", p.date, p.time)
    return (p.form.value, p.amount, p.unit, p.counting, p.direction, p.trigger)


@often
@given(st.data())
def test_a_period_of_the_grammar_reads_back(data: st.DataObject) -> None:
    sentence = data.draw(periods())
    text = data.draw(layout(sentence.sentence))
    assert [said(p) for p in read(text, sentence.language)] == [sentence.truth], text


@often
@given(st.data())
def test_a_date_of_the_grammar_reads_back(data: st.DataObject) -> None:
    sentence = data.draw(dated())
    text = data.draw(layout(sentence.sentence))
    assert [said(p) for p in read(text)] == [sentence.truth], text


@often
@given(st.data())
def test_what_limits_nothing_is_not_due(data: st.DataObject) -> None:
    text = data.draw(layout(data.draw(traps())))
    assert [said(p) for p in read(text)] == [], text


@often
@given(st.data())
def test_a_trap_beside_a_deadline_moves_nothing(data: st.DataObject) -> None:
    sentence = data.draw(st.one_of(periods(), dated()))
    trap = data.draw(traps())
    first, second = data.draw(st.permutations([sentence.sentence, trap]))
    text = f"{first}\n\n{second}"
    assert [said(p) for p in read(text, sentence.language)] == [sentence.truth], text


@often
@given(st.data())
def test_a_day_of_the_period_of_records_is_never_due(data: st.DataObject) -> None:
    sentence, due = data.draw(periods_of_records())
    text = data.draw(layout(sentence))
    days = [p.date for p in read(text) if p.form.value == "date"]
    assert days == [due], text


@often
@given(st.data())
def test_the_day_that_is_due_does_not_date_the_paper(data: st.DataObject) -> None:
    sentence = data.draw(dated())
    text = text_of(f"{sentence.sentence}\n\nDated: March 4, 2024")
    stated = stated_dates(text)
    due = due_phrases(text.flow(), DueContext(conduct=Conduct.ISSUES, issued_on=ISSUED))
    assert apart_from_due(stated, due, text).issued_on.value in ("2024-03-04", None)


@often
@given(st.data())
def test_a_slip_of_the_recogniser_is_mended_and_never_certain(data: st.DataObject) -> None:
    sentence: Said = data.draw(st.one_of(periods(), dated()))
    broken = data.draw(slipped(sentence.sentence))
    if broken is None:
        return
    found = read(broken, sentence.language)
    assert [said(p) for p in found] == [sentence.truth], broken


@pytest.mark.parametrize(
    "text", ["Respond by Apri1 2, 2024.", "Respond within 1O days of receipt."]
)
def test_a_repair_is_named(text: str) -> None:
    (phrase,) = read(text)
    assert "repaired" in phrase.signals
    assert phrase.band == "likely"
