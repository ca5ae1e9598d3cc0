"""An item is what the operative request governs: not a fact, a reason, a person or a right."""

from __future__ import annotations

import re

import pytest

from tecum.reading.items.enumerated import series_of
from tecum.reading.items.items import read_items
from tecum.reading.paper.paper import paper_of
from tecum.reading.speech.operative import Lead, asks, is_statement, lead_kind
from tests.unit.reading.demands_governed import GOVERNED
from tests.unit.reading.sheet import text_of


def words(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=name) for name, text, expected in GOVERNED],
)
def test_what_the_request_governs(text: str, expected: tuple[str, ...]) -> None:
    sheet = text_of(*text.split("\f"))
    found = read_items(sheet, paper_of(sheet).body).items
    assert [words(item.text.value or "") for item in found] == [words(e) for e in expected]


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("what is needed today:", Lead.ASKS),
        ("the records to be preserved comprise:", Lead.ASKS),
        ("without a subpoena, and if your policy allows, please let me have:", Lead.ASKS),
        ("you must contact counsel within 14 days to discuss the following:", Lead.TELLS),
        ("ocr will investigate the following issues:", Lead.TELLS),
        ("we reserve all rights, among them:", Lead.TELLS),
        ("violations seen that day were:", Lead.TELLS),
        ("three ways to send are open to you:", Lead.TELLS),
        ("electronic records:", Lead.TOPIC),
        ("", Lead.NONE),
    ],
)
def test_what_a_lead_does(lead: str, kind: Lead) -> None:
    assert lead_kind(lead) is kind


def test_a_sentence_asks_in_plain_words_or_official_ones() -> None:
    assert asks("the board needs:")
    assert asks("you are hereby directed to furnish the books named here.")
    assert not asks("the ice storm left many households without power.")


@pytest.mark.parametrize(
    ("member", "states"),
    [
        ("crews from other states were released on december 17.", True),
        ("for a trial. a subpoena may command a person to attend only within 100 miles.", True),
        ("the risk analysis in effect when the laptop was taken", False),
        ("when did the airline first learn of the fault?", False),
        ("who approved each payment that was made", False),
    ],
)
def test_a_member_that_states_is_no_thing_asked_for(member: str, states: bool) -> None:
    assert is_statement(member) is states


@pytest.mark.parametrize(
    ("series", "count"),
    [
        ("the lease, all notices sent, and any photographs of the stairs", 3),
        ("all personnel files, payroll records and time cards of the employee named below", 1),
        ("records about the driver, the owner and the passenger", 1),
        ("the audit file as well as the letters to the board", 2),
    ],
)
def test_members_of_a_series(series: str, count: int) -> None:
    assert len(list(series_of(series, 0, len(series)))) == count
