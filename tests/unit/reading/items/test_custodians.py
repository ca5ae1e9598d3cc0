"""Who keeps a thing decides what an open word means; plain words decide before it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tecum.reading.items.categories import as_kept, category_of, category_under
from tecum.reading.items.custodians import custodians_of, words_with
from tecum.reading.text.triggers import lexicon
from tecum.words import Kind
from tests.unit.reading.sheet import read_text

OPEN = [
    ("the register for June 2", "Desk Manager, Larkspur Motel", "identity"),
    ("incident reports from the spring", "Principal, Larkspur Middle School", "discipline"),
    ("incident reports from the spring", "Records Bureau, Larkspur Police", "arrest_or_booking"),
    ("the complaint and the judgment", "Clerk of the District Court", "criminal_history"),
    ("bills for the house since May", "Larkspur Water District", "account_records"),
    ("grievances about the food", "Warden, Larkspur State Prison", "communications"),
    ("test results of the fall", "Registrar, Larkspur Academy", "education"),
    ("position records for the May contract", "Larkspur Grain Cooperative", "financial"),
    ("applications of those turned away", "Larkspur Apartments", "identity"),
    ("applications of those turned away", "Human Resources, Larkspur Mills", "employment"),
    ("the paint of the sign", "Larkspur Motel", "other"),
]
"""Words that say little by themselves, who is asked for them, and what they are there."""


@pytest.mark.parametrize(("words", "recipient", "expected"), OPEN)
def test_an_open_word_is_read_as_its_custodian_uses_it(
    words: str, recipient: str, expected: str
) -> None:
    assert category_of(words, custodians=custodians_of(recipient)).category.value == expected


@pytest.mark.parametrize("recipient", sorted({recipient for _, recipient, _ in OPEN}))
def test_plain_words_are_the_same_with_every_custodian(recipient: str) -> None:
    custodians = custodians_of(recipient)
    for words, expected in (
        ("surveillance video of the lobby", "video"),
        ("payroll registers of the staff", "financial"),
        ("e-mail between the two managers", "communications"),
        ("emergency contacts and next of kin", "family_or_emergency_contact"),
        ("the written policy on visitors", "policies_and_directives"),
    ):
        assert category_of(words, custodians=custodians).category.value == expected


def test_a_desk_keeps_its_own_papers_whatever_the_house() -> None:
    assert custodians_of("Human Resources, Larkspur Hospital") == ("personnel_desk",)
    assert custodians_of("Larkspur Hospital") == ("care",)


def test_nobody_and_nothing_known_tell_of_no_custodian() -> None:
    assert custodians_of(None) == custodians_of("") == custodians_of("To whom it may concern") == ()


def test_the_kind_of_a_paper_tells_what_its_words_mean() -> None:
    custodians = custodians_of("Any peace officer", Kind.SEARCH_WARRANT)
    assert category_of("a silver laptop", custodians=custodians).category.value == "account_records"
    assert category_of("a silver laptop").category.value == "other"


def test_what_decided_is_named_and_only_where_it_decided() -> None:
    custodians = custodians_of("Larkspur Motel")
    told = category_of("the register for June 2", custodians=custodians)
    assert told.signals == {"category": {"words": "register", "read_as_of": "lodging"}}
    assert category_of("the date of birth of the guest", custodians=custodians).signals == {}


def test_the_reading_of_a_paper_knows_its_custodian() -> None:
    reading = read_text(LETTER)
    assert [item.category.value for item in reading.items] == ["identity", "financial"]
    evidence = reading.items[0].text.signals
    assert evidence == {"category": {"words": "register", "read_as_of": "lodging"}}
    assert reading.items[1].text.signals == {}


LETTER = """\
LARKSPUR COUNTY SHERIFF
Detective Division

May 4, 2025

Manager
Silver Fir Motel
14 Quarry Road

Dear Manager:

For an open case, please send this office by May 20, 2025 the following:

1. The register for the night of April 2, 2025.
2. Invoices paid to the laundry in April 2025.

Sincerely,

Sergeant A
"""


def papers(part: str) -> Iterator[tuple[str, set[str]]]:
    """What each item of one part was read as, and what is fair."""
    table = Path(__file__).with_name("item_phrases_in_papers.txt").read_text("utf-8")
    for line in table.splitlines():
        if line.startswith(">"):
            own, of_kind, _, _, recipient, lead = line[1:].strip().split(" | ")
            kind = Kind(of_kind)
            custodians = custodians_of(recipient, kind)
        elif line and not line.startswith("#") and own == part:
            fair, words = line.split(" | ")
            category, also, _ = category_under(words, (lead,), custodians)
            if kind is Kind.PRESERVATION_REQUEST:
                category, _ = as_kept(category, also)
            yield category.value, set(fair.split(","))


@pytest.mark.parametrize(
    ("part", "floor"), [("a", 0.95), ("b", 0.96), ("c", 0.9), ("d", 0.85), ("e", 0.75)]
)
def test_most_items_of_papers_have_their_category(part: str, floor: float) -> None:
    # A floor, no promise: words were learned from these items. Unread, b had 167 of 215, c 78 of
    # 115, d 72 of 105 and e 53 of 75: from one in four to one in three was wrong.
    right = [category in fair for category, fair in papers(part)]
    assert sum(right) >= floor * len(right)


def test_the_words_of_every_custodian_end_on_monotonous_text() -> None:
    text = "".join(f"{word} " * 400 for word in ("the", "of", "a", "what", "who", "list", "x,"))
    for sort in lexicon("custodians"):
        for _, _, pattern in words_with(sort).patterns:
            assert sum(1 for _ in pattern.compiled.finditer(text)) <= len(text) + 1
