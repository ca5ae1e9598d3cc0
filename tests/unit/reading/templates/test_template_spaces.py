"""The spaces of printed forms: what is asked, by when, of whom, and who signed in which place."""

from __future__ import annotations

from typing import Any

import pytest

from tecum.instruments.errors import CatalogueInvalid
from tecum.instruments.templates import check_template, template_from
from tecum.reading.result import Reading
from tests.unit.reading.sheet import read_text

CIVIL = """\
AO 88B (Rev. 02/14) Subpoena to Produce Documents, Information, or Objects

                     UNITED STATES DISTRICT COURT
                              for the
                         District of Example

Subject A                              )
            Plaintiff                  )
               v.                      )   Civil Action No.  1:22-cv-00871
Example Castings LLC                   )
            Defendant                  )

To:   {to}
                    (Name of person to whom this subpoena is directed)

[X] Production: YOU ARE COMMANDED to produce at the time, date, and place set forth below the
following documents, electronically stored information, or objects, and to permit inspection,
copying, testing, or sampling of the material:  {asked}

Place:  10 Main Street                 Date and Time:
        Example, ST 00000              {when}
                                       {hour}

     The following provisions of Fed. R. Civ. P. 45 are attached

Date:  03/21/2023
                    CLERK OF COURT
                                                   OR
         {clerk}                                   {attorney}
         Signature of Clerk or Deputy Clerk        Attorney's signature

The name, address, e-mail address, and telephone number of the attorney representing
Subject A, who issues or requests this subpoena, are:
Robin Ashgrove, 10 Main Street, Example, ST 00000, 202-555-0132
"""
PLAIN = {
    "to": "Records Office\n      County of Example\n      400 Court Street\n      Example, ST",
    "asked": "Traffic counts for Main Street taken in May 2021; the report numbered 21-004417.",
    "when": "April 18, 2023",
    "hour": "8:30 a.m.",
    "clerk": "________________________",
    "attorney": "/s/ Robin Ashgrove",
}


def reading(**other: str) -> Reading:
    """The Reading of the form with these words in its spaces."""
    return read_text(CIVIL.format(**{**PLAIN, **other}))


def test_the_space_for_what_is_asked_holds_the_items_and_nothing_else_does() -> None:
    asked = [item.text.value for item in reading().items]
    assert asked == [
        "Traffic counts for Main Street taken in May 2021",
        "the report numbered 21-004417.",
    ]


def test_a_space_that_sends_the_reader_on_asks_for_what_stands_there() -> None:
    paper = CIVIL.format(**{**PLAIN, "asked": "See Attachment A"})
    more = "\nATTACHMENT A\n1. All permits for 100 Main Street.\n2. All inspection reports.\n"
    asked = [item.text.value for item in read_text(paper, more).items]
    assert asked == ["All permits for 100 Main Street.", "All inspection reports."]


def test_what_is_said_of_sending_is_no_item() -> None:
    asked = "Work orders of the plant. In lieu of appearing you may mail them to the office below."
    assert [i.text.value for i in reading(asked=asked).items] == ["Work orders of the plant."]


def test_a_number_in_the_space_for_what_is_asked_is_no_matter_number() -> None:
    asked = "The body camera recording of Incident No. 21-004417."
    numbers = [n.value for n in reading(asked=asked).matter_numbers]
    assert numbers == ["1:22-cv-00871"]


def test_the_day_and_the_hour_of_a_cell_stand_under_each_other() -> None:
    (due,) = reading().due
    assert (due.date, due.time, due.owed_by) == ("2023-04-18", "08:30", "recipient")


def test_an_empty_cell_gives_no_day() -> None:
    assert [d for d in reading(when="", hour="").due if d.date] == []


def test_a_recipient_goes_on_over_the_lines_below_without_the_address() -> None:
    assert reading().recipient.value == "Records Office, County of Example"


@pytest.mark.parametrize(
    ("clerk", "attorney", "role"),
    [
        ("________________________", "/s/ Robin Ashgrove", "attorney"),
        ("/s/ Dana Whitlock       ", "__________________", "clerk"),
        ("________________________", "__________________", None),
    ],
)
def test_the_place_to_sign_tells_who_signed(clerk: str, attorney: str, role: str | None) -> None:
    signatory = reading(clerk=clerk, attorney=attorney).signatory
    if role is None:
        assert signatory.signed is not True
        return
    assert (signatory.role.value, signatory.signed) == (role, True)
    assert signatory.name.value == ("Robin Ashgrove" if role == "attorney" else "Dana Whitlock")


def table(**other: Any) -> dict[str, Any]:
    """A template's table with one piece more."""
    anchors = [{"label": f"Label {i}"} for i in range(4)]
    return {"page": 1, "anchor": anchors, **other}


@pytest.mark.parametrize(
    "wrong",
    [
        {"asked": [{"label": "Records to be produced"}]},
        {"signature": [{"label": "Signature", "role": "attourney"}]},
        {"field": [{"label": "Date and Time", "field": "due.hour"}]},
    ],
)
def test_a_space_without_its_end_or_with_an_unknown_word_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(CatalogueInvalid):
        check_template(table(**wrong), "x.toml", ())


def test_a_place_to_sign_without_a_role_says_nothing_of_who_signs() -> None:
    row = table(signature=[{"label": "Signature"}], asked=[{"label": "Bring", "until": ["Date"]}])
    check_template(row, "x.toml", ())
    template = template_from(row)
    assert template.signatures[0].role is None
    assert template.asked[0].until == ("Date",)
