"""Where to comply, and what is to be kept quiet, in the words of letters and forms."""

from __future__ import annotations

import pytest

from tecum.reading.fields.consequences import read_consequences
from tecum.reading.fields.secrecy import read_nondisclosure
from tecum.reading.fields.terms import unissued
from tecum.reading.paper.paper import Paper, paper_of
from tecum.words import Conduct
from tests.unit.reading.sheet import read_text, text_of


def paper(text: str) -> Paper:
    return paper_of(text_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "I would be glad if the office did not talk about this with the tenants.",
        "It would help if nobody told the customer.",
        "Please share it with no one outside your desk.",
        "Parents need not be told beforehand, and it is requested that they not be.",
        "Please say nothing of this to the driver.",
        "We ask that you answer without letting the account holder know.",
        "Please be discreet.",
        "Your discretion is appreciated.",
        "Please don't mention the visit to her beforehand.",
        "You are asked not to disclose this subpoena's existence: it could harm a felony case.",
        "We would ask that the account holder not be told.",
        "It is requested that the existence of this subpoena not be disclosed.",
        "This letter should not be shared with the driver.",
        "Do not contact the driver about this request.",
        "Nondisclosure is requested for 180 days.",
        "The bank is asked to keep it to itself.",
        "Se pide al destinatario que se abstenga de informar al titular de la cuenta.",
        "Le rogamos que no comunique este requerimiento a los empleados.",
        "Mantenga este oficio en reserva.",
    ],
)
def test_silence_that_is_asked_for(text: str) -> None:
    assert read_nondisclosure(paper(text), Conduct.ISSUES).value == "requested"


@pytest.mark.parametrize(
    "text",
    [
        "We will keep your answers confidential.",
        "The guardian shall keep these papers confidential.",
        "It would be best if you did not delete anything.",
        "Please tell us if nothing was found.",
        "Please tell us whether nobody was on duty.",
        "You are under no obligation to keep this request secret.",
        "Nothing in this letter forbids you to tell the customer.",
        "Do not disclose social security numbers in your answer.",
        "Se le solicita que si no puede comparecer avise a esta oficina.",
        "Si no puede comparecer deberá avisar a este juzgado.",
    ],
)
def test_silence_of_others_and_no_silence(text: str) -> None:
    assert read_nondisclosure(paper(text), Conduct.ISSUES).value is None


@pytest.mark.parametrize(
    "text",
    [
        "You shall not make this subpoena known to the tenants.",
        "A person who discloses this demand is guilty of a misdemeanor.",
        "Disclosure of the existence of this summons is a crime.",
        "No deberá revelar a persona alguna la existencia de esta orden.",
        "Queda prohibido informar al titular de la cuenta.",
    ],
)
def test_silence_that_is_ordered(text: str) -> None:
    assert read_nondisclosure(paper(text), Conduct.ISSUES).value == "ordered"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Board may suspend your licence if the file is not received.", True),
        ("If no answer comes the Board will decide on what it has.", True),
        ("Failing this, proceedings will follow.", True),
        ("The matter will be referred to counsel.", True),
        ("If the employer does not respond, benefits will be charged to its account.", True),
        ("The witness fee is $40.", False),
        ("The file will be sent to the archive.", False),
    ],
)
def test_what_follows_if_nothing_comes(text: str, told: bool) -> None:
    assert bool(read_consequences(paper(text))) is told


HEAD = (
    "STATE OF SAMPLE\nDEPARTMENT OF REVIEW\nADMINISTRATIVE SUBPOENA\n"
    "To: Example Auto Rental Company\n77 Dock Road, Port Example\n"
    "You are commanded to produce the time sheets of May 2021.\n"
)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "Place and time for appearance: At 45 Federal Plaza, Room 212, on the 7th day of May",
            "45 Federal Plaza, Room 212",
        ),
        (
            "Mail or carry them to the Board at 9 Capitol Mews, Suite 102, within ten days.",
            "9 Capitol Mews, Suite 102",
        ),
        ("Any agent of the Bureau may take them with him.", None),
        (
            "3. Officer's name and address\nSpecial Agent D, 15 Example Avenue, Suite 110",
            "15 Example Avenue",
        ),
    ],
    ids=["a form's line", "no word for a road", "the recipient's own address", "the officer's"],
)
def test_the_place_is_not_where_the_recipient_sits(text: str, where: str | None) -> None:
    found = read_text(f"{HEAD}{text}\n").place_or_manner.value
    assert found is None if where is None else found is not None and found.startswith(where[:18])


def test_a_visit_takes_place_at_the_recipients() -> None:
    text = (
        "STATE OF SAMPLE\nDEPARTMENT OF REVIEW\nNOTICE OF INSPECTION\nDate: June 14, 2023\n"
        "To: Owner or Manager, Example Laundry\nPlace: 212 Sample Street\n"
        "Day and hour of visit: June 28, 2023, 10:00 a.m.\n"
        "The investigator will inspect the records. They must be there at the hour stated.\n"
    )
    assert read_text(text).place_or_manner.value == "212 Sample Street"


@pytest.mark.parametrize(
    "text",
    [
        "We will bring a subpoena when we come.",
        "The detective is happy to provide you with a warrant.",
        "If your company requires a subpoena, please call.",
        "A court order is on its way.",
        "We can follow up with a grand jury subpoena.",
        "Otherwise the defence will ask the court for a subpoena.",
    ],
)
def test_an_instrument_that_is_offered_is_not_issued(text: str) -> None:
    assert unissued(paper(text))


@pytest.mark.parametrize(
    "text",
    [
        "This subpoena requires you to bring the log.",
        "You will obey the subpoena that is served on you.",
        "The clerk issued a subpoena to the bank.",
    ],
)
def test_an_instrument_that_is_served_is_issued(text: str) -> None:
    assert not unissued(paper(text))
