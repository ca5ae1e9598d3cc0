"""Time limits between which boxes choose."""

from __future__ import annotations

import pytest

from tests.unit.reading.sheet import read_text

LIMITS = (
    ("X", " ", [10]),
    (" ", "X", [8]),
    (" ", " ", [10, 8]),
)


@pytest.mark.parametrize(("first", "second", "amounts"), LIMITS)
def test_the_ticked_limit_binds(first: str, second: str, amounts: list[int]) -> None:
    reading = read_text(
        "EUROPEAN PRODUCTION ORDER CERTIFICATE\nRegulation (EU) 2023/1543\n"
        "Addressee: Example Mail\nThe addressee must produce the data requested.\n"
        f"[{first}] at the latest within 10 days of receipt of the certificate\n"
        f"[{second}] in an emergency, at the latest within 8 hours of receipt\n"
        "Data requested:\n1. subscriber data\n2. connection logs\n"
    )
    assert {phrase.amount for phrase in reading.due} <= set(amounts)


@pytest.mark.parametrize(("first", "second", "amounts"), LIMITS)
def test_the_heading_above_the_boxes_says_what_they_limit(
    first: str, second: str, amounts: list[int]
) -> None:
    reading = read_text(
        "EUROPEAN PRODUCTION ORDER CERTIFICATE\nRegulation (EU) 2023/1543\n"
        "Addressee: Example Mail\nThe addressee must produce the data requested.\n\n"
        "SECTION C: Time limit for the transmission\n"
        f"[{first}] at the latest within 10 days of receipt\n"
        f"[{second}] at the latest within 8 hours of receipt, in an emergency\n\n"
        "SECTION D: Silence\n[X] the addressee must refrain from telling the user\n"
        "[ ] content data, for an offence punishable by a custodial sentence of at least 3 years\n"
    )
    assert [phrase.amount for phrase in reading.due] == (amounts if "X" in first + second else [])
