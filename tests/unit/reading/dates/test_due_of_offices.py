# ruff: noqa: E501 - a printed sentence stays on one line
"""Times as courts, officers, forms and plain letters set them, and times that are another's."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.reading.dates.dates import DueContext, due_phrases
from tecum.reading.result import DuePhrase
from tecum.words import Conduct, DueForm, Kind
from tests.unit.reading.factory import flow_of

FOUND: list[tuple[str, list[str]]] = [
    ("The witness shall have the records with him: this subpoena is returnable before Judge L at 9:30 a.m. on March 20, 2024 in Part 12.", ["date 2024-03-20 09:30"]),
    ("WE COMMAND that you have the body of Subject A, held in your jail, before this Court in Courtroom 2, 9 Elm Street, on March 20, 2024 at 8:30 a.m., there to testify.", ["date 2024-03-20 08:30"]),
    ("Respondent shall comply by noon on March 20, 2024, or show cause on March 27, 2024 at 10:00 a.m. why it should not be held in contempt.", ["date 2024-03-20 12:00"]),
    ("You are ordered to appear on March 20, 2024 at 9:00 a.m. and show cause why you should not be held in contempt.", ["date 2024-03-20 09:00"]),
    ("The deponent shall produce the documents by March 20, 2024, and plaintiff shall serve any reply by March 27, 2024.", ["date 2024-03-20"]),
    ("Your file lacks the following; if it arrives after March 20, 2024, the permit cannot be renewed:\n(1) the deed", ["date 2024-03-20"]),
    ("If we have not heard from you by March 20, 2024, the matter goes to the district attorney.", ["date 2024-03-20"]),
    ("Twelve (12) days from the day you get this is the usual span.", ["period 12 days unstated after receipt"]),
    ("Eight business days from the day this reaches you is what our calendar allows.", ["period 8 days business after receipt"]),
    ("Reply\nTo: 4 Depot Street\nTime: 7 days from receipt", ["period 7 days unstated after receipt"]),
    ("A disc, mailed so that we have it on March 20, 2024, will do.", ["date 2024-03-20"]),
    ("The statute wants it at once; the Division will, as a courtesy, accept copies delivered to its office no later than noon on March 20, 2024.", ["date 2024-03-20 12:00"]),
    ("We begin fieldwork on site on March 20, 2024. On the table that day, please:\nthe cash journal\nthe bank statements", ["date 2024-03-20"]),
    ("Date to comply: March 20, 2024", ["date 2024-03-20"]),
    ("STATEMENT OF WAGES\nMailed: March 4, 2024\nDue back: March 20, 2024\nEmployer fills in", ["date 2024-03-20"]),
    ("Day and hour of inspection: March 20, 2024, 10:00 a.m.\nThe books must be there at the hour stated.", ["date 2024-03-20 10:00"]),
    ("The return date is adjourned to March 20, 2024.", ["date 2024-03-20"]),
    ("Please give the briefing no later than March 13, 2024, and the documents no later than March 20, 2024.", ["date 2024-03-13", "date 2024-03-20"]),
    ("Please produce the ledgers by March 20, 2024, which is twelve business days from today.", ["date 2024-03-20"]),
    ("The records are to be delivered within ten (10) days of service hereof or by March 20, 2024, whichever date is the earlier.", ["date 2024-03-20 earlier", "period 10 days unstated after service earlier"]),
    ("Appearance is excused if certified copies are received by March 18, 2024. You are commanded to appear on March 20, 2024 at 9:00 a.m.", ["date 2024-03-20 09:00"]),
    ("¿Sería tan amable de enviarnos, antes del 20 de marzo de 2024, el récord de asistencia del alumno?", ["date 2024-03-20"]),
    ("Tendrá veinte (20) días calendario desde la notificación para someter los documentos.", ["period 20 days calendar after service"]),
    ("The ledgers must be with us at least five (5) business days before the deposition on March 20, 2024; produce them to the undersigned.", ["period 5 days business before hearing"]),
    ("You are commanded to appear for trial commencing March 20, 2024 at 9:00 a.m. and from day to day thereafter.", ["date 2024-03-20 09:00"]),
    ("Respond not later than fourteen (14) days, or March 18, 2024.", ["date 2024-03-18"]),
    ("The officer will pick up the recordings on March 20, 2024.", ["date 2024-03-20"]),
    ("Cuenta usted con diez días hábiles contados a partir del día siguiente al de la notificación.", ["period 10 days business after service"]),
    ("Could you let me know before each of the two is released, at any hour?", ["event release before"]),
    ("Give us a call at 555-0100 before Subject A walks out.", ["event release before"]),
    ("We ask to be told, 48 hours beforehand where you can, of the hour at which the person will be free to leave.", ["period 48 hours unstated before release"]),
]  # fmt: skip
NOT_DUE = [
    "To: Example Mutual Insurance Company, Compliance\nDate: March 4, 2024\nYou are commanded to furnish the claim files.",
    "If you are a party, you must file a motion to quash and give notice of it to the witness at least five days before the date set for production.",
    "The statute gives the agency 180 days to complete its investigation.",
    "You may appear before the board on March 20, 2024 if you wish to be heard.",
    "Our auditors will complete their report by March 20, 2024.",
    "The party requesting the records shall pay within 10 days of receipt of the bill.",
    "The subpoena wants his address, back by March 20, 2024. Counsel is looking at it.",
    "You previously agreed to produce by March 10, 2024.",
    "If you expect a delay in answering, please call me within three days.",
    "Preservation shall continue for 60 days from receipt of this order.",
]


def said(p: DuePhrase) -> str:
    if p.form is DueForm.DATE:
        out = f"date {p.date}" + (f" {p.time}" if p.time else "")
    elif p.form is DueForm.PERIOD:
        out = f"period {p.amount} {p.unit} {p.counting} {p.direction} {p.trigger}"
    else:
        out = f"{p.form.value} {p.trigger} {p.direction}"
    return f"{out} {p.combine}" if p.combine else out


def read(text: str, kind: Kind | None = None) -> list[DuePhrase]:
    language = "spa" if any(letter in text for letter in "íéá") else "eng"
    context = DueContext(Conduct.ISSUES, kind, date(2024, 3, 4), language)
    return list(due_phrases(flow_of(text), context))


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_what_is_owed_by_when(text: str, expected: list[str]) -> None:
    assert sorted(said(p) for p in read(text)) == expected


@pytest.mark.parametrize("text", NOT_DUE)
def test_the_time_of_something_else(text: str) -> None:
    assert [said(p) for p in read(text)] == []


def test_a_date_and_an_hour_in_cells_beside_another_cell() -> None:
    text = (
        "You are hereby summoned and required to:\nproduce the records named in block 4.\n"
        "3. (A) Officer before whom you are to (B) Date\n\nOfficer Q, Field Office,\n\n"
        "March 20, 2024\n\n555-0100\n\n(C) Time\n\n4:00 p.m.\n\n4. Records required"
    )
    assert [said(p) for p in read(text)] == ["date 2024-03-20 16:00"]
