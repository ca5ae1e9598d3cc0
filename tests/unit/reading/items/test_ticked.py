"""Rows with boxes: the checked ones are asked for, and only behind words that ask."""

from __future__ import annotations

import pytest

from tecum.reading.items.items import read_items
from tests.unit.reading.factory import text_of

ASKED = (
    (
        (
            "Send us copies of:\n\n[x] Weekly payroll summaries\n[ ] Tax returns\n"
            "[X] Bank statements for 2023\n\nRecords not sent are estimated.\n"
        ),
        ["Weekly payroll summaries", "Bank statements for 2023"],
    ),
    (
        (
            "PART D: Data to be produced\n[ ] content of messages\n[x] subscriber data\n"
            "[x] connection records for May\nwith port numbers\n\nDone in two copies.\n"
        ),
        ["subscriber data", "connection records for May with port numbers"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), ASKED, ids=["letter", "certificate"])
def test_only_checked_rows_are_items(text: str, expected: list[str]) -> None:
    found = read_items(text_of(text), text_of(text).flow())
    assert [item.text.value for item in found.items] == expected


@pytest.mark.parametrize(
    "text",
    [
        (
            "accused of an offense based on the following document filed with the court:\n"
            "[ ] Indictment\n[x] Complaint\n"
        ),
        "Method of delivery requested:\n[x] E-mail\n[ ] Paper copies\n",
        "Records requested:\n[ ] Bank statements\n[ ] Payroll records\n",
    ],
    ids=["charge", "manner", "none checked"],
)
def test_boxes_that_choose_nothing_to_be_given(text: str) -> None:
    assert read_items(text_of(text), text_of(text).flow()).items == ()
