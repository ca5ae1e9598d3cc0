"""Lists, tables and bare names: which of them ask, and which only tell or come along."""

from __future__ import annotations

import pytest

from tecum.reading.paper.paper import paper_of
from tecum.reading.speech.named_things import Build
from tests.unit.reading.factory import text_of


def build(text: str) -> Build:
    return Build(paper_of(text_of(text)), ())


@pytest.mark.parametrize(
    "text",
    [
        "Three things are open:\n\n1. the visitor log\n2. the floor plan\n3. the guard roster\n",
        "For the visit:\n\n- duty rosters for June\n- camera footage of the gate\n",
        "We wonder:\n\n1. Who held the key?\n2. When was the door changed?\n",
        "On file should be\n\na) Send the lease.\nb) State who signed it.\n",
        "In five days: a) copia del contrato; b) los comprobantes; c) la bitácora.\n",
        "No. What\n\n1 Loan trial balance\n\n2 Minutes of the board\n\n3 Audit reports\n",
    ],
)
def test_a_list_of_records_or_questions_asks(text: str) -> None:
    assert [row.is_asked for row in build(text).lists] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Enclosed with this letter:\n\n1. the visitor log\n2. the floor plan\n",
        "We have searched and send you:\n\n1. the visitor log\n2. the floor plan\n",
        "The village finds:\n\n1. Porch rail missing\n2. A mattress in the yard\n",
        "This bill:\n\n1) Defines a record.\n2) Requires the clerk to keep it.\n3) Forbids sale.\n",
        "The council met.\n\n1. The minutes were approved.\n2. The report was tabled.\n",
        "Before we can look for it, tell us:\n\n1. the report number\n2. the drivers' names\n",
    ],
)
def test_what_comes_along_or_is_told_asks_nothing(text: str) -> None:
    assert not any(row.is_asked for row in build(text).lists)


def test_numbered_paragraphs_of_several_sentences_are_no_list() -> None:
    text = (
        "1. Records.\nThe grantee keeps its records. It does so for three years.\n\n"
        "2. Reports.\nThe grantee sends a report. It is due in May.\n"
    )
    assert build(text).lists == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Hello there.\nSecond try.\nBadge swipes for the east door, photos.\n", 1),
        ("Hello there.\nSecond try.\nThe photos were lost.\n", 0),
        ("Hello there.\nSecond try.\nIndex and photos attached.\n", 0),
        ("Hello there.\nSecond try.\nThe order carries a fine and a report.\n", 0),
        ("Hello there.\nSecond try.\nIn the report and the log, nothing.\n", 0),
    ],
)
def test_sentences_without_a_verb_that_name_records(text: str, count: int) -> None:
    assert len(build(text).bare_names) == count


def test_what_a_paper_quotes_is_not_its_own() -> None:
    text = "They wrote:\n\n1. the visitor log\n2. the floor plan\n"
    assert Build(paper_of(text_of(text)), ((0, len(text)),)).lists == ()
