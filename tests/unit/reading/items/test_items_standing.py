"""Requests that stand by themselves, boxes in groups, and orders in whatever words."""

from __future__ import annotations

import pytest

from tecum.reading.items.items import read_items
from tecum.reading.paper.paper import paper_of
from tecum.reading.text.layout import FormField, Text
from tecum.words import CheckState
from tests.unit.reading.items.test_items_governed import words
from tests.unit.reading.sheet import text_of

NUMBERED_ON = """Staff requests to the Company
Responses are due April 29, 2026.

31. Supply the work papers behind the labor rate.

32. For the Elm Creek main:
    (a) the first budget;
    (b) each change order; and
    (c) the in-service date.

33. Is there a policy on estimated bills? If so attach it.

34. Describe how a bill is estimated.
"""
NAMED = """The Staff asks that you answer each request apart.

Staff DR 41. Provide the work papers behind the depreciation rates.

Staff DR 42. State the number of disconnections in each month.

Staff DR 43. Provide actual overtime by crew.
"""
FIRST_AND_SECOND = """By vote of the Committee you are commanded:

FIRST, to deliver to the clerk by January 31, 2024 the audited accounts of the two hospitals, the
lease under which the land was sold, and whatever passed in writing with the landlord;

SECOND, to come before the Committee on February 7, 2024.
"""
DIRECTED = """We direct that, within twenty days of your receipt of this letter, you furnish
a written answer to each paragraph; the fee agreement; and the ledger card for the client's money.
"""
INVERTED = """The People will accept a certified copy. Needed are the chart of October 30,
the photographs of injuries, and the name of the nurse on duty.
"""
OF_WHOM = """You are directed to provide to the Bureau, for the account ending 0163,
the address of the holder and the log of each session with the numbers that were dialed.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            NUMBERED_ON,
            (
                "Supply the work papers behind the labor rate.",
                "the first budget",
                "each change order",
                "the in-service date.",
                "Is there a policy on estimated bills? If so attach it.",
                "Describe how a bill is estimated.",
            ),
        ),
        (
            NAMED,
            (
                "Provide the work papers behind the depreciation rates.",
                "State the number of disconnections in each month.",
                "Provide actual overtime by crew.",
            ),
        ),
        (
            FIRST_AND_SECOND,
            (
                "the audited accounts of the two hospitals",
                "the lease under which the land was sold",
                "whatever passed in writing with the landlord",
            ),
        ),
        (
            DIRECTED,
            (
                "a written answer to each paragraph",
                "the fee agreement",
                "the ledger card for the client's money",
            ),
        ),
        (
            INVERTED,
            (
                "the chart of October 30",
                "the photographs of injuries",
                "the name of the nurse on duty",
            ),
        ),
        (
            OF_WHOM,
            (
                "the address of the holder",
                "the log of each session with the numbers that were dialed",
            ),
        ),
    ],
)
def test_what_stands_by_itself(text: str, expected: tuple[str, ...]) -> None:
    sheet = text_of(text)
    found = read_items(sheet, paper_of(sheet).body).items
    assert [words(item.text.value or "") for item in found] == [words(e) for e in expected]


OPEN_LINE = """Dear Archivist,
I have been putting the papers of my family in order for many years now, and am eighty-one.
If it is not too much trouble I would like copies of
the deed by which she bought the house
the census pages in which she is named

My check is in the envelope.
"""
TABLE = """Upload what the left column names to the folder by April 30, 2026.
What to send
Why
Time sheets of two case workers
Sample of payroll
Proof of insurance
Contract section 11
We thank you for your help with this review.
"""
MANNER = """You have twenty-one days from receipt of this letter to respond. When you respond:
1. Put the reference number on every page.
2. Encrypt whatever you e-mail.
3. Do not send original charts.

We need the following:
1. a narrative of what happened
2. your policies on safeguards
"""
TURNED = """You shall hand to the undersigned:
\u2022 the recorder of the cameras;
\u2022 the printout of the panel; and you shall deliver by January 4, 2016:
\u2022 the last test certificate;
\u2022 a list of staff on duty.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            OPEN_LINE,
            ("the deed by which she bought the house", "the census pages in which she is named"),
        ),
        (MANNER, ("a narrative of what happened", "your policies on safeguards")),
        (TABLE, ("Time sheets of two case workers", "Proof of insurance")),
        (
            TURNED,
            (
                "the recorder of the cameras",
                "the printout of the panel",
                "the last test certificate",
                "a list of staff on duty.",
            ),
        ),
    ],
)
def test_where_rows_and_members_begin_and_end(text: str, expected: tuple[str, ...]) -> None:
    sheet = text_of(text)
    found = read_items(sheet, paper_of(sheet).body).items
    assert [words(item.text.value or "") for item in found] == [words(e) for e in expected]


GROUPS = """The finding rests on:
A final order of removal
The pendency of removal proceedings
It is therefore requested that you:
Notify the office at least 48 hours before release
Maintain custody for a period not to exceed 48 hours
Relay this paper to any other agency
"""


def test_a_group_of_boxes_is_asked_for_where_its_own_lead_asks() -> None:
    sheet = text_of(GROUPS)
    labels = [row for row in GROUPS.splitlines() if not row.endswith(":")]
    states = [CheckState.UNCHECKED, CheckState.CHECKED, CheckState.CHECKED, CheckState.CHECKED]
    fields = tuple(
        FormField("", label, None, state, 1, None, True)
        for label, state in zip(labels, [*states, CheckState.UNCHECKED], strict=True)
    )
    boxed = Text(sheet.pages, sheet.lines, sheet.char_boxes, fields)
    found = read_items(boxed, boxed.flow()).items
    assert [item.text.value for item in found] == labels[2:4]
