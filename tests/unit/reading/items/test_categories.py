"""Categories of items, English and Spanish."""

from __future__ import annotations

import pytest

from tecum.reading.items.categories import category_of

TABLE = [
    ("full legal name, date of birth and social security number", "identity"),
    ("the home address on file", "home_address"),
    ("any and all documents which show the last known address", "home_address"),
    ("the address of his place of employment", "work_address"),
    ("telephone numbers given at booking", "contact"),
    ("emergency contacts and next of kin", "family_or_emergency_contact"),
    ("visitor logs for the subject", "family_or_emergency_contact"),
    ("booking photographs", "photograph"),
    ("fingerprint card and DNA profile", "biometrics"),
    ("criminal history and convictions", "criminal_history"),
    ("the arrest report and booking sheet", "arrest_or_booking"),
    ("scheduled release date and time", "release_date"),
    ("current custody status and housing location", "custody_status"),
    ("disciplinary record while in custody", "discipline"),
    ("gang affiliation", "gang_affiliation"),
    ("immigration status and country of citizenship", "immigration_status"),
    ("e-mail and text messages between the two", "communications"),
    ("subscriber information and IP addresses", "account_records"),
    ("bank statements and cancelled checks", "financial"),
    ("payroll registers, January to June", "financial"),
    ("personnel file and job application", "employment"),
    ("Forms I-9 for all employees", "employment"),
    ("vehicle registration records", "vehicle_or_licence"),
    ("medical records and prescriptions", "medical"),
    ("attendance records of the pupil", "education"),
    ("surveillance video of the lobby", "video"),
    ("body-worn camera recordings", "video"),
    ("orders, directives, instructions or guidance to your employees", "policies_and_directives"),
    ("policies and procedures on detainers", "policies_and_directives"),
    ("training materials and lesson plans", "training"),
    ("the number of persons held past release", "statistics"),
    ("the cumulative file of the pupil", "education"),
    ("plans of care and nursing assessments", "medical"),
    ("hourly meter readings for the premises", "account_records"),
    ("GPS positions of the van", "account_records"),
    ("date and hour of release", "release_date"),
    ("names and telephone numbers of parents or guardians", "family_or_emergency_contact"),
    ("audited statements for the last two years", "financial"),
    ("driver qualification files", "employment"),
    ("the officer's rate of pay", "employment"),
    ("the written plan for heat waves", "policies_and_directives"),
    ("standing orders of the dispatcher", "policies_and_directives"),
    ("findings of untruthfulness against an officer", "discipline"),
    ("vacant posts by shift", "statistics"),
    ("the procurement file for the bridge", "contracts"),
    ("records of fire drills", "training"),
    ("registros de asistencia con hora de entrada", "employment"),
    ("lugar en que se encuentra la persona", "custody_status"),
    ("contracts and agreements with the vendor", "contracts"),
    ("a certification signed by the sheriff", "certification"),
    ("appear and testify before the committee", "testimony"),
    ("access to the jail for an interview with the inmate", "access_or_interview"),
    ("maintain custody of the person for 48 hours", "hold"),
    ("transfer the person to the custody of the agency", "transfer"),
    ("preserve all records of the account", "preserve"),
    ("domicilio particular de la persona", "home_address"),
    ("fecha y motivo de la detención", "arrest_or_booking"),
    ("estados de cuenta de los últimos meses", "financial"),
    ("expediente médico del interno", "medical"),
    ("huellas dactilares", "biometrics"),
    ("grabaciones de las cámaras", "video"),
    ("correos electrónicos entre las partes", "communications"),
    ("all things whatever", "other"),
]


@pytest.mark.parametrize(("words", "expected"), TABLE, ids=[w[:30] for w, _ in TABLE])
def test_what_an_item_asks_for(words: str, expected: str) -> None:
    assert category_of(words)[0].value == expected


def test_further_categories_are_kept() -> None:
    category, also = category_of("fingerprints and photographs")
    assert (category.value, [word.value for word in also]) == ("biometrics", ["photograph"])


def test_the_lead_in_helps_only_where_the_item_says_nothing() -> None:
    assert category_of("for the year 2020", "all medical records:")[0].value == "medical"
    assert category_of("invoices", "all medical records:")[0].value == "financial"
