# ruff: noqa: E501 - a printed sentence stays on one line
"""Days of visits, acts of others in the same sentence, and days that excuse from coming."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.reading.dates.dates import DueContext, due_phrases
from tecum.words import Conduct, Kind
from tests.unit.reading.factory import flow_of

FOUND = [
    ("I must report to the court soon, so within one week of receiving this letter please send the file.", None, "period 1 weeks"),
    ("Kindly fax the following before September 2, 2025:", None, "date 2025-09-02"),
    ("On September 24, 2025, at 9:00 a.m., a Forensic Auditor of this office will come to your place of business to pick up the records.", None, "date 2025-09-24"),
    ("We command you that you have the body of Subject B before this Court at 9:00 a.m. on the 14th day of September, 2025, there to testify.", None, "date 2025-09-14"),
    ("You, the officer, are commanded within ten days to serve this warrant; and you, Alder Storage, Inc., are commanded to provide, within twenty business days of receipt of this warrant, the following:", Kind.SEARCH_WARRANT, "period 20 days"),
]  # fmt: skip
BOTH = [
    (
        "You are commanded to attend the inquest on September 9, 2025 and there testify, and to turn over forthwith to the deputy the recordings of all calls.",
        ["date 2025-09-09", "instanter None None"],
    ),
    (
        "Staff will be at City Hall on September 18, 2025. So that they can prepare, please upload the ledger no later than September 9, 2025.",
        ["date 2025-09-09"],
    ),
]  # fmt: skip
NOT_DUE = [
    "If the papers reach the Court by September 1, 2025, counsel may tell you that you need not come.",
    "The regulation gives an employer at least three business days' notice, and this letter is that notice.",
    "The summons, returnable July 24, 2025, asked for six classes of records.",
    "Requested by\n\nSeptember 12, 2025\n\nAssistant District Attorney G",
]


def said(text: str, kind: Kind | None = None) -> list[str]:
    """Form and date or amount of each phrase that binds."""
    context = DueContext(conduct=Conduct.ISSUES, kind=kind, issued_on=date(2025, 8, 28))
    return [
        f"{p.form.value} {p.date or f'{p.amount} {p.unit}'}"
        for p in due_phrases(flow_of(text), context)
    ]


@pytest.mark.parametrize(("text", "kind", "expected"), FOUND, ids=[t[:40] for t, *_ in FOUND])
def test_the_day_is_found(text: str, kind: Kind | None, expected: str) -> None:
    assert said(text, kind) == [expected]


@pytest.mark.parametrize("text", NOT_DUE, ids=[t[:40] for t in NOT_DUE])
def test_what_binds_nobody_to_give_is_not_due(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(("text", "expected"), BOTH, ids=[t[:40] for t, _ in BOTH])
def test_each_act_of_a_sentence_has_its_own_time(text: str, expected: list[str]) -> None:
    assert said(text) == expected
