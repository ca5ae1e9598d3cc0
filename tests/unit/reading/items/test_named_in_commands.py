"""Things that a command names behind whom, when and where it says so (READING 12)."""

from __future__ import annotations

import pytest

from tecum.reading.items.named_in_commands import named_in_commands
from tecum.reading.text.matching import fold, plain, units


def named(text: str) -> list[str]:
    """The words of each thing that is found."""
    return [text[a:b] for a, b in named_in_commands(plain(text), units(fold(text)))]


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "You are commanded to permit inspection on May 4, 2026, of the dispatch log.",
            ["the dispatch log"],
        ),
        (
            "You shall give the Auditor, by June 1, 2026, the payroll and the minutes.",
            ["the payroll", "the minutes"],
        ),
        (
            "Have ready for our auditors in the week of June 8 the general ledger.",
            ["the general ledger"],
        ),
        (
            "Se le ordena remitir a esta oficina, en diez días, la lista de bienes y el contrato.",
            ["la lista de bienes", "el contrato"],
        ),
        (
            "Kindly have ready for our visit on June 18, 2026: the hive register; receipts.",
            ["the hive register", "receipts"],
        ),
        ("Upload by noon on Friday every invoice of order 118.", ["every invoice of order 118"]),
    ],
)
def test_what_stands_between_verb_and_thing_is_passed_over(text: str, things: list[str]) -> None:
    assert named(text) == things


@pytest.mark.parametrize(
    "text",
    [
        "If you cannot give us the log, call the desk.",
        "Any person commanded to produce the records may object.",
        "We gave the log to counsel on Monday.",
        "Please give us a call at the office.",
        "You must send this form back by June 1.",
    ],
)
def test_conditions_law_reports_and_manner_name_nothing(text: str) -> None:
    assert named(text) == []
