"""The grammars of reading: they end on any text, are deterministic, never outside it."""

from __future__ import annotations

import os
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.reading.citations.citations import cites
from tecum.reading.dates.calendar_words import find_dates
from tecum.reading.dates.dates import DueContext, read_phrases, stated_dates
from tecum.reading.items.categories import category_of
from tecum.reading.items.items import read_items
from tecum.reading.text.numbers_in_words import cardinal
from tests.patience import ends
from tests.unit.reading.factory import text_of

SIZE = int(os.environ.get("TECUM_TEST_ADVERSARIAL_BYTES", "24000"))

PIECES = [
    "within fourteen (14) days of service ",
    "no later than March 3, 2024 at 5:00 p.m. ",
    "You are commanded to produce, and to produce, and to appear ",
    "you are required, ",
    "the 3rd day of June, ",
    "twenty-one hundred and ",
    "excluding Saturdays, Sundays, and holidays, ",
    "8 U.S.C. §§ 1373, 1644 and ",
    "§ 5(a)(1)(B), ",
    "section 3 of the Act; ",
    "Government Code ",
    "445 F. Supp. 3d ",
    "(a) records; (b) files; ",
    "1. Records\n",
    "1.\n",
    "(i) ",
    "- all records of\n",
    "a) A) (A) [A] ",
    "Date: ",
    "date and time of ",
    "the following the following ",
    "Rule 45(c), (d), ",
    "forthwith ",
    "((((((((((",
    ",,,,,,,,,,",
    "          ",
    "\n\n\n",
    "llllOOOOSSSS ",
    "January January ",
    "1 1 1 1 1 1 ",
    "A A A A A ",
    "and all and all ",
    "99999999999999",
    "notify before release ",
    "the records are described as follows: ",
    "Description  all records\n",
    "Send these records:\nall files\nall logs\n",
    "section 12 of the Example Act of the Code of the ",
    "Chapter 42.56 of the Revised Code ",
    "w1thin f0urteen da ys ofreceipt ",
    "commanded at 9 a.m. and to have with you at 9 a.m. ",
    "1.\n11.\n",
    '+ Records\n" Files\n',
    "Date: 3/3/2024\nTime ",
    "a person who fails to comply may ",
    "eight-thirty (",
]


def _everything(content: str) -> None:
    text = text_of(content)
    flow = text.flow()
    read_phrases(flow, DueContext(issued_on=date(2024, 1, 1)))
    stated_dates(text)
    read_items(text, flow)
    cites(flow)
    category_of(content)


@pytest.mark.parametrize("piece", PIECES)
def test_a_monotonous_text_comes_to_an_end(piece: str) -> None:
    with ends():
        _everything(piece * (SIZE // len(piece)))


WORDS = st.sampled_from(
    [
        "within",
        "in",
        "no",
        "later",
        "than",
        "by",
        "on",
        "or",
        "before",
        "14",
        "fourteen",
        "(",
        ")",
        "days",
        "hours",
        "business",
        "court",
        "of",
        "after",
        "before",
        "service",
        "receipt",
        "release",
        "hearing",
        "March",
        "3",
        ",",
        "2024",
        "31",
        "Friday",
        "February",
        "30",
        "at",
        "5:00",
        "p.m.",
        "EST",
        "noon",
        "midnight",
        "produce",
        "appear",
        "notify",
        "preserve",
        "object",
        "shall",
        "not",
        "you",
        "the",
        "§",
        "8",
        "U.S.C.",
        "C.F.R.",
        "1373",
        "1225",
        "(d)",
        "(4)",
        "and",
        "Section",
        "of",
        "INA",
        "287",
        "Rule",
        "45",
        "Fed.",
        "R.",
        "Civ.",
        "P.",
        "1.",
        "2.",
        "(a)",
        "(b)",
        "•",
        "-",
        ":",
        ";",
        ".",
        "\n",
        "\n\n",
        "SCHEDULE",
        "A",
        "DEFINITIONS",
        "records",
        "e-mail",
        "instanter",
        "forthwith",
        "días",
        "hábiles",
        "dentro",
        "de",
        "notificación",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_any_words_are_read_the_same_twice_and_quoted_from_the_page(words: list[str]) -> None:
    content = " ".join(words)
    text = text_of(content)
    flow = text.flow()
    context = DueContext(issued_on=date(2024, 1, 1))
    first, again = read_phrases(flow, context), read_phrases(flow, context)
    assert first == again
    listed = read_items(text, flow)
    found = cites(flow)
    spans = [s for p in first for s in p.spans]
    spans += [s for item in listed.items for s in item.text.spans]
    spans += [s for cite in found for s in cite.cite.spans]
    for span in spans:
        assert text.pages[span.page - 1].text[span.start : span.end] == span.quote


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_text_is_refused(content: str) -> None:
    _everything(content.replace("\f", " "))


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31)))
def test_every_printed_form_of_a_date_reads_back(day: date) -> None:
    for form in ("%B %d, %Y", "%A, %B %d, %Y", "%d %B %Y", "%m/%d/%Y", "%Y-%m-%d", "%b. %d, %Y"):
        printed = day.strftime(form)
        (found,) = find_dates(f"on {printed}.")
        assert found.value == day, printed


@given(st.integers(min_value=1, max_value=999))
def test_numbers_in_words_read_back(number: int) -> None:
    units = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ]
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

    def below_hundred(n: int) -> str:
        if n < 20:
            return units[n - 1]
        return tens[n // 10 - 2] + (f"-{units[n % 10 - 1]}" if n % 10 else "")

    words = f"{units[number // 100 - 1]} hundred" if number >= 100 else ""
    if number % 100:
        words = f"{words} {below_hundred(number % 100)}".strip()
    assert cardinal(words) == number
