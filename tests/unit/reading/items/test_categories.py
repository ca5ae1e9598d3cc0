"""Categories of items, English and Spanish."""

from __future__ import annotations

import pytest

from tecum.reading.items.categories import category_of, category_under

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

OFFICES = [
    # what each sort of office calls the things that it keeps
    ("informed consents and telemetry strips of the ward", "medical"),
    ("reservation details and itinerary of the traveller", "account_records"),
    ("images of drafts drawn on the trust account", "financial"),
    ("no-match letters received since 2022", "employment"),
    ("labor condition applications and public access files", "immigration_status"),
    ("post orders for the intake desk", "policies_and_directives"),
    ("forklift certifications of operators", "training"),
    ("motor vehicle reports of the drivers", "vehicle_or_licence"),
    ("class rank and dates of attendance", "education"),
    ("sentence computation of the inmate", "release_date"),
    ("kites sent to the warden", "communications"),
    ("ten-print card", "biometrics"),
    ("persons to be notified in an emergency", "family_or_emergency_contact"),
    ("name and home address of each subscriber", "identity"),
    ("street address of every place where the worker has worked", "work_address"),
    ("policies of fire and flood insurance", "contracts"),
    ("laboratory reports of water from the two wells", "other"),
    ("a privilege log", "other"),
    ("do not overwrite the recorder", "preserve"),
    ("take custody of the child", "transfer"),
    ("permit an inspector to tour the kitchen", "access_or_interview"),
    ("cantidad de multas por mes", "statistics"),
    ("órdenes administrativas y manuales internos", "policies_and_directives"),
    ("informe del arresto", "arrest_or_booking"),
    ("facturas pagadas bajo los contratos", "financial"),
    # a specimen is of something
    ("a specimen of each form of lease", "contracts"),
]


HEADS = [
    # what is asked for outweighs what stands behind "for", "about", "who", "with"
    ("the attendance policy and the rules for wage payments", "policies_and_directives"),
    ("refund policy that the students signed", "policies_and_directives"),
    ("agreements with the pharmacy about deliveries of medicine", "contracts"),
    ("recording of the interview of the witness", "video"),
    ("tuition invoices of the enrolled students", "financial"),
    ("e-mail with the payroll office", "communications"),
    ("video of the medication room", "video"),
    ("a tally of complaints by building", "statistics"),
    # a name of paper says nothing; what stands on it does
    ("documents sufficient to show the wages of the crew", "financial"),
    ("records relating to disciplinary action", "discipline"),
    ("any and all papers concerning the release date", "release_date"),
    ("expedientes de los trabajadores despedidos", "employment"),
    # said before the thing: of whom, when
    ("for each invoice paid since June 2021, the contract under which it was sent", "contracts"),
    ("within two days of this letter, the surveillance video of the dock", "video"),
    # the last word of a name tells what it is
    ("training records of the guards", "training"),
    ("certified payrolls of the contractor", "financial"),
    ("immigration detainer policy", "policies_and_directives"),
    # the field's words
    ("wants and warrants", "criminal_history"),
    ("probable cause statements", "arrest_or_booking"),
    ("medication administration records", "medical"),
    ("internet addresses of each log-in", "account_records"),
    ("punch details and shift assignments", "employment"),
    ("load confirmations and addenda", "contracts"),
    ("estados bancarios de la empresa", "financial"),
    ("actas de nacimiento de los menores", "identity"),
    # what is known to be none of the categories, and what is only to be undone
    ("minutes of the board on the payroll contract", "other"),
    ("inspection reports of the boiler", "other"),
    ("work orders for the roof", "other"),
    ("take down the page with my home address", "other"),
    ("cease to publish the telephone number", "other"),
    ("relay this detainer to any agency to which custody is transferred", "other"),
]


@pytest.mark.parametrize(("words", "expected"), HEADS, ids=[w[:30] for w, _ in HEADS])
def test_the_head_of_a_request_says_what_is_asked(words: str, expected: str) -> None:
    assert category_of(words)[0].value == expected


def test_a_lead_that_stops_at_its_matter_heads_each_member() -> None:
    lead = ("The board asks for a copy of your written policy on:",)
    assert category_under("body-worn cameras", lead)[0].value == "policies_and_directives"
    assert category_under("body-worn cameras", ("all records about:",))[0].value == "video"


def test_a_lead_that_keeps_makes_each_member_a_thing_to_keep() -> None:
    lead = ("The following should be set aside and not be thrown away:",)
    category, also = category_under("the invoices of May", lead)
    assert (category.value, [word.value for word in also]) == ("preserve", ["financial"])
    assert category_under("a certification that this was done", lead)[0].value == "certification"


def test_what_a_paper_is_called_in_its_lead_is_no_category() -> None:
    lead = "Within ten days of receipt of this communication, deliver:"
    assert category_of("las unidades vacantes", lead)[0].value == "other"


@pytest.mark.parametrize(("words", "expected"), TABLE + OFFICES)
def test_what_an_item_asks_for(words: str, expected: str) -> None:
    assert category_of(words)[0].value == expected


def test_further_categories_are_kept() -> None:
    category, also = category_of("fingerprints and photographs")
    assert (category.value, [word.value for word in also]) == ("biometrics", ["photograph"])


def test_the_lead_in_helps_only_where_the_item_says_nothing() -> None:
    assert category_of("for the year 2020", "all medical records:")[0].value == "medical"
    assert category_of("invoices", "all medical records:")[0].value == "financial"
