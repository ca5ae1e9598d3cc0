"""Categories of items, English and Spanish."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tecum.reading.items.categories import category_of, category_under, names_a_thing

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
    category, also, _ = category_under("the invoices of May", lead)
    assert (category.value, [word.value for word in also]) == ("preserve", ["financial"])
    assert category_under("a certification that this was done", lead)[0].value == "certification"


def test_what_a_paper_is_called_in_its_lead_is_no_category() -> None:
    lead = "Within ten days of receipt of this communication, deliver:"
    assert category_of("las unidades vacantes", lead)[0].value == "other"


DESKS = [
    ("outbound and inbound money transfers over $1,000 by the holder", "financial"),
    ("payout slips for transfers picked up in March", "financial"),
    ("every remittance form naming the sender", "financial"),
    ("the final accounting of the guardian filed with your office", "financial"),
    ("credit bureau reports pulled on the applicant", "financial"),
    ("Identify all banks at which the debtor keeps an account", "financial"),
    ("los estados de cuenta de enero a junio", "financial"),
    ("recibos de giros postales cobrados por el titular", "financial"),
    ("the cash drawer counts for each shift", "financial"),
    ("bills of the carrier and what was paid on them", "financial"),
    ("a photocopy of the renter's driver's licence taken at the counter", "identity"),
    ("the customer's passport scan", "identity"),
    ("names and dates of birth of those on the lease", "identity"),
    ("the roll of members as of June 1", "identity"),
    ("visits to the school clinic with the nurse's remarks", "medical"),
    ("urgent care visits in April 2022", "medical"),
    ("the infirmary sick-call list", "medical"),
    ("visitas a la enfermería del plantel", "medical"),
    ("prescripción y dosis administradas", "medical"),
    ("ambulance trip sheet for the transport of March 3", "medical"),
    ("vaccine card of the child", "medical"),
    ("persons cleared to pick up the child", "family_or_emergency_contact"),
    ("who may collect the student after class", "family_or_emergency_contact"),
    ("the visiting list of inmate 4471", "family_or_emergency_contact"),
    ("personas autorizadas para recoger a la menor", "family_or_emergency_contact"),
    ("between the board and the lobbyist about the bill", "communications"),
    ("letters exchanged with the union over the closing", "communications"),
    ("los mensajes que cruzaron el alcalde y el contratista", "communications"),
    ("radio spots and billboards in Spanish", "communications"),
    ("complaints of tenants and the landlord's answers", "communications"),
    ("Slack channels used by the shift leads", "communications"),
    ("a line for each call giving date, unit and outcome", "statistics"),
    ("the number refused a seat for want of papers", "statistics"),
    ("how many beds stood empty each night", "statistics"),
    ("bed census by ward", "statistics"),
    ("cuántas personas fueron entregadas en 2023", "statistics"),
    ("monthly counts of persons booked, by charge", "statistics"),
    ("a sworn explanation of the gap in the logs", "certification"),
    ("statement under penalty of perjury by the clerk", "certification"),
    ("a fresh assurance signed by the mayor", "certification"),
    ("the librarian's certificate that nothing was found", "certification"),
    ("the binder from which new deputies are taught", "training"),
    ("videos shown to recruits and used to instruct them", "training"),
    ("material con el que se adiestra al personal", "training"),
    ("roll of those who sat through the bias class", "training"),
    ("Executive Order 14 and its amendments", "policies_and_directives"),
    ("the watch orders for the night shift", "policies_and_directives"),
    ("the visiting hours now in force", "policies_and_directives"),
    ("drafts of Directive 7", "policies_and_directives"),
    ("instructions to front-desk clerks about papers", "policies_and_directives"),
    ("reglamento interno vigente", "policies_and_directives"),
    ("fee schedule rules in effect on July 1", "policies_and_directives"),
    ("overtime sheets of the tow drivers", "employment"),
    ("Do you still employ Subject A?", "employment"),
    ("la lista de empleados y sus turnos", "employment"),
    ("crew assignments for the night of May 4", "employment"),
    ("who was on shift at the gate", "employment"),
    ("enrollment agreement signed for the fall term", "education"),
    ("the pupil's registration packet", "education"),
    ("course load and grades for spring", "education"),
    ("el formulario de apertura de cuenta", "account_records"),
    ("everything in your file on the subscriber", "account_records"),
    ("log-ins and devices for the mailbox", "account_records"),
    ("gate codes issued for the unit", "account_records"),
    ("ride history with pick-up points for the rider", "account_records"),
    ("box rental application for P.O. Box 7", "account_records"),
    ("the next reporting date with his officer", "custody_status"),
    ("supervision conditions now in force", "custody_status"),
    ("which pod he sleeps in", "custody_status"),
    ("prior notice of the hour at which he is released", "release_date"),
    ("when she gets out", "release_date"),
    ("brake check sheets for bus 12", "other"),
    ("site checks after the storm", "other"),
    ("smoke alarm checks at the home", "other"),
    ("hallway camera clips from 9 to 10 p.m.", "video"),
    ("dvr of the loading dock", "video"),
    ("las cámaras del patio", "video"),
    ("stills of the man at the till", "photograph"),
    ("pictures of the bruises", "photograph"),
    ("fotos de las lesiones", "photograph"),
    ("the lease file for the excavator", "contracts"),
    ("franchise agreement in each version", "contracts"),
    ("el convenio con el condado y sus anexos", "contracts"),
    ("power of attorney given to the broker", "contracts"),
    ("tow slips and plate numbers of cars removed", "vehicle_or_licence"),
    ("who held plate ABC 123 last year", "vehicle_or_licence"),
    ("titles and liens on the two trailers", "vehicle_or_licence"),
    ("the arrest log for May 3", "arrest_or_booking"),
    ("the incident and offense report", "arrest_or_booking"),
    ("prior convictions and open cases", "criminal_history"),
    ("copies of visas and I-94 records", "immigration_status"),
    ("documents shown as proof of alienage", "immigration_status"),
    ("write-ups and suspensions of the guard", "discipline"),
    ("sanctions imposed on the teacher", "discipline"),
    ("the last address you have for him", "home_address"),
    ("where she now lives", "home_address"),
    ("forwarding order on file", "home_address"),
    ("best phone number for the keeper", "contact"),
    ("ten-print card", "biometrics"),
    ("keep him for 48 hours past his release", "hold"),
    ("bring the prisoner to courtroom 4", "transfer"),
    ("let two officers speak with the inmate", "access_or_interview"),
    ("testify about the keeping of the records", "testimony"),
    ("settlement statement from the sale of the barn", "financial"),
    ("credit card slips signed by the guest", "financial"),
    ("receipts for gas bought on the county card", "financial"),
    ("reconciliation of the jury fund", "financial"),
    ("las facturas pagadas a la imprenta", "financial"),
    ("the application with a copy of the borrower's ID", "identity"),
    ("the name of whoever opened locker 9", "identity"),
    ("sign-in register of visitors to the plant", "identity"),
    ("nursing assessment on arrival", "medical"),
    ("the dental chart and x-rays", "medical"),
    ("notes of the counselor from fall term", "medical"),
    ("next of kin listed on the intake form", "family_or_emergency_contact"),
    ("texts that the coach sent to players", "communications"),
    ("every voicemail left by the caller", "communications"),
    ("notices mailed to policyholders about the change", "communications"),
    ("las cartas enviadas a los inquilinos", "communications"),
    ("the count of stops by race and precinct", "statistics"),
    ("a table giving for each month the detainers declined", "statistics"),
    ("an affidavit that the search was complete", "certification"),
    ("your signed statement that no records exist", "certification"),
    ("slides from the recruit class on stops", "training"),
    ("certificates of the forklift course", "training"),
    ("the manual by which clerks judge claims", "policies_and_directives"),
    ("rules that guards follow at count time", "policies_and_directives"),
    ("the memo on courthouse arrests", "policies_and_directives"),
    ("dates of hire and of separation", "employment"),
    ("I-9 forms and supporting papers", "employment"),
    ("roster of guards by shift", "employment"),
    ("transcript with dates of attendance", "education"),
    ("ip log for the portal login of May 3", "account_records"),
    ("set-top box account and service history", "account_records"),
    ("meter readings and service dates at the flat", "account_records"),
    ("whether he remains in your jail", "custody_status"),
    ("the day on which she will be let go", "release_date"),
    ("lobby camera recording", "video"),
    ("booking photo", "photograph"),
    ("agreement with the towing vendor and amendments", "contracts"),
    ("the bids received for the road", "contracts"),
    ("registration and title of the van", "vehicle_or_licence"),
    ("driver abstract for license 44", "vehicle_or_licence"),
    ("field notes and the arrest report", "arrest_or_booking"),
    ("rap sheet and dispositions", "criminal_history"),
    ("alien registration number and class of admission", "immigration_status"),
    ("complaints sustained against the officer", "discipline"),
    ("his address on file", "home_address"),
    ("daytime telephone number", "contact"),
    ("prints taken at intake", "biometrics"),
    ("a room in which to interview the detainee", "access_or_interview"),
    ("deliver the prisoner to the marshal", "transfer"),
    ("do not overwrite the dash camera disk", "preserve"),
    ("appear and give evidence", "testimony"),
    ("the survey map of the parcel", "other"),
    ("pump maintenance sheets", "other"),
    ("menus served in June", "other"),
]
"""What further offices, lenders, clinics and desks call what they keep."""


ORDER = [
    # the front of a joined word and the owner of a thing are not the thing
    ("body-camera policy", "policies_and_directives"),
    ("drug-testing policy", "policies_and_directives"),
    ("the driver's invoices", "financial"),
    ("the student's bus pass and bank statements", "financial"),
    # what was done with a thing takes nothing from its name
    ("health insurance offered", "medical"),
    # of a question it is the answer that is asked
    ("whether the driver was hurt", "medical"),
    ("whether the patient was paid", "financial"),
    ("whether the inmate is on parole", "custody_status"),
    # a register and an inventory are of something
    ("an inventory of the vehicles", "vehicle_or_licence"),
    ("register of complaints", "communications"),
    # a number of a thing is not a count of things
    ("the plate number of the van", "vehicle_or_licence"),
    ("number of vans by district", "statistics"),
]
"""What takes weight from a word, and what does not."""


@pytest.mark.parametrize(("words", "expected"), TABLE + OFFICES + DESKS + ORDER)
def test_what_an_item_asks_for(words: str, expected: str) -> None:
    assert category_of(words)[0].value == expected


def phrases(part: str) -> Iterator[tuple[str, set[str]]]:
    """The phrases of one part of the table, with every category that is fair."""
    table = Path(__file__).with_name("item_phrases.tsv").read_text("utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            own, category, also, words = line.split("\t")
            if own == part:
                yield words, {category, *filter(None, also.split(","))}


@pytest.mark.parametrize(
    ("part", "floor"), [("a", 0.96), ("b", 0.96), ("c", 0.95), ("d", 0.95), ("e", 0.95)]
)
def test_most_items_of_every_sort_of_holder_have_their_category(part: str, floor: float) -> None:
    # A floor, no promise: the words were learned from these phrases. Of part b, three in ten were
    # wrong before any were learned and two in ten after those of part a; of d and e, which came
    # later, one in four and one in three.
    right = [category_of(words)[0].value in fair for words, fair in phrases(part)]
    assert sum(right) >= floor * len(right)


@pytest.mark.parametrize(
    "words", ["whoever boarded at the pier", "keep it untouched", "the yard from which he drives"]
)
def test_words_that_lean_to_a_category_name_no_thing(words: str) -> None:
    assert not names_a_thing(words)
    assert category_of(words)[0].value != "other"


def test_further_categories_are_kept() -> None:
    category, also, _ = category_of("fingerprints and photographs")
    assert (category.value, [word.value for word in also]) == ("biometrics", ["photograph"])


def test_the_lead_in_helps_only_where_the_item_says_nothing() -> None:
    assert category_of("for the year 2020", "all medical records:")[0].value == "medical"
    assert category_of("invoices", "all medical records:")[0].value == "financial"


def test_the_law_under_which_a_paper_asks_is_no_category() -> None:
    lead = "Under the Rules of Civil Procedure you are to bring with you:"
    assert category_of("the orange binder", lead)[0].value == "other"
    lead = "Conforme a la Regla 235 de Procedimiento Criminal traiga consigo:"
    assert category_of("la carpeta azul", lead)[0].value == "other"
