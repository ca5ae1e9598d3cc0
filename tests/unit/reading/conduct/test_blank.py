"""A blank is told by labels without values, wherever the lines to write on were drawn."""

from __future__ import annotations

from dataclasses import replace

from tecum.reading.conduct.blank import blankness
from tecum.reading.paper.paper import paper_of
from tecum.reading.text.layout import Text
from tests.unit.reading.sheet import read_text, text_of

_FORM = """
EXAMPLE COUNTY
REQUEST FOR PUBLIC RECORDS (FORM PR-1)
Name of requester:
Date of request:
Telephone:
Please describe the records that you want
Sign here:
FOR OFFICE USE: received by
"""
_FILLED = """
EXAMPLE COUNTY
REQUEST FOR PUBLIC RECORDS (FORM PR-1)
Name of requester: Subject A
Date of request: March 3, 2025
Telephone: 555-0100
Please describe the records that you want
The e-mails of the building inspector, 2023.
"""
_ORDER = """
SUPERIOR COURT OF EXAMPLE COUNTY
No. CV-26-0519
ORDER COMPELLING PRODUCTION
IT IS ORDERED that Defendant shall produce the time records within ten days.
IT IS SO ORDERED.
DATED: {date}
{above}
Judge of the Superior Court
"""


def _signs(text: Text) -> dict[str, float]:
    return {id_: weight for id_, weight, _ in blankness(paper_of(text))}


def test_labels_without_values_make_a_blank_without_any_rule() -> None:
    assert "empty_labels" in _signs(text_of(_FORM))
    assert read_text(_FORM).conduct.value == "templates"


def test_the_same_form_filled_in_is_a_request() -> None:
    assert _signs(text_of(_FILLED)) == {}
    assert read_text(_FILLED).conduct.value == "issues"


def test_a_value_may_stand_below_its_label() -> None:
    text = "TO:\nExample Savings Bank\nPLACE:\nRoom 4, Courthouse\nNAME:\nSubject A\nFILE:\nx-1\n"
    assert "empty_labels" not in _signs(text_of(text))


def test_what_is_written_by_hand_behind_a_label_fills_it() -> None:
    text = text_of("Form 7\nName:\nDate:\nPlace:\nFile:\n")
    boxed = tuple(
        replace(line, box=(50.0, 700.0 - 20 * i, 90.0, 710.0 - 20 * i))
        for i, line in enumerate(text.lines)
    )
    hand = tuple((1, (120.0, 701.0 - 20 * i, 200.0, 711.0 - 20 * i)) for i in range(1, 5))
    assert "empty_labels" in _signs(replace(text, lines=boxed, ink=()))
    assert "empty_labels" not in _signs(replace(text, lines=boxed, ink=hand))


def test_an_order_with_an_open_date_over_a_bare_judges_line_is_not_issued() -> None:
    drawn = read_text(_ORDER.format(date="____________, 2026", above="______________________"))
    assert drawn.conduct.value == "templates"
    lost = replace(text_of(_ORDER.format(date=", 2026", above="")), ink=())
    assert {"unsigned_line", "empty_date", "nothing_filled_in"} <= set(_signs(lost))


def test_a_signed_order_is_issued() -> None:
    signed = read_text(_ORDER.format(date="March 3, 2026", above="/s/ Kim Example"))
    assert signed.conduct.value == "issues"
