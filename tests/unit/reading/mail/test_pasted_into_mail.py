"""A paper that travels as the words of a mail reads as it does by itself."""

from __future__ import annotations

from tecum.instruments.catalogue import load_catalogue
from tecum.reading.open import open_document
from tecum.reading.read import read
from tecum.reading.result import Reading

ASKED = """Motor Drivers Local 19

March 9, 2026

Labor Relations, Ford River Transit

As bargaining agent the union requests that management give it, on or before
March 20, 2026, for the grievance hearing:

1. the run sheets of the north yard for January;
2. the orders of the dispatcher on spare drivers.

Grievance Chair
"""
COVER = """FAX

FROM: Clinic of Example State Prison
TO: Health Unit, County Jail of Example
DATE: March 9, 2026
RE: Subject A

He came today with no chart. Please fax forthwith:

- list of medicines
- date of the last test

Charge Nurse
"""


def mail(body: str, subject: str = "Letter", sender: str = "office@sender.example") -> Reading:
    text = (
        f"From: {sender}\nTo: records@office.example\nSubject: {subject}\n"
        f"Date: Mon, 09 Mar 2026 09:12:00 -0500\nMessage-ID: <a@b.example>\n\n{body}"
    )
    return read(open_document(text.encode()), load_catalogue())


def test_a_passed_on_letter_is_of_the_kind_that_it_is_by_itself() -> None:
    opening = (
        "Who deals with this?\n\n---------- Forwarded message ---------\n"
        "From: office@sender.example\nDate: Mon, 9 Mar 2026\nSubject: Letter\n"
        "To: desk@office.example\n\n"
    )
    passed_on = mail(opening + ASKED, "Fwd: Letter", "desk@office.example")
    assert passed_on.conduct.value == "forwards"
    assert passed_on.kind.value == mail(ASKED).kind.value == "information_request"


def test_the_heads_of_a_fax_cover_pass_nothing_on() -> None:
    reading = mail(COVER)
    assert reading.conduct.value == "issues"
    assert len(reading.items) == 2


def test_heads_of_a_mail_program_below_words_still_pass_on() -> None:
    heads = "From: a@b.example\nSent: Monday, March 9, 2026\nTo: c@d.example\nSubject: Letter\n\n"
    reading = mail("See below.\n\n" + heads + ASKED, "Fwd: Letter")
    assert reading.conduct.value == "forwards"


def test_a_pasted_letter_names_its_sender_where_the_address_does_not() -> None:
    letter = (
        "Friends of the Example Library\n\nMarch 9, 2026\n\nDear Sheriff:\n\nWe urge you to"
        " keep the files of the jail open. Many of our members will come on Tuesday.\n\nPresident\n"
    )
    assert mail(letter).issuer.value == "Friends of the Example Library"
    assert mail(letter, sender="Reading Circle <a@b.example>").issuer.value != "a@b.example"
