"""Who made a paper, where a form's number, a member's name or an address stands in that place."""

from __future__ import annotations

import pytest

from tecum.instruments.catalogue import load_catalogue
from tecum.reading.ocr.recognise import SeenWord
from tecum.reading.ocr.slips import put_right
from tecum.reading.open import open_document
from tecum.reading.read import read
from tecum.reading.result import Reading
from tecum.words import SignatoryRole
from tests.unit.reading.sheet import read_text


def read_mail(sender: str, subject: str, body: str) -> Reading:
    """The Reading of a mail of one text."""
    head = (
        f"From: {sender}\nTo: records@town.example\nDate: Mon, 03 Jun 2024 09:31:00 -0500\n"
        f"Subject: {subject}\n\n"
    )
    return read(open_document((head + body).encode(), "a.eml"), load_catalogue())


LONG_CAPTION = """\
IN THE CIRCUIT COURT OF THE NINTH JUDICIAL CIRCUIT OF THE STATE OF EXAMPLE, IN AND FOR THE COUNTY OF SAMPLE
STATE OF EXAMPLE, Plaintiff, vs. Subject B, Defendant.
Case No. 2024-CF-001877
SUBPOENA DUCES TECUM
THE STATE OF EXAMPLE TO: Records Custodian, Sample County Jail Medical Unit
YOU ARE COMMANDED to bring to the hearing on May 6, 2024, at 9:00 a.m. the medication sheets.
/s/ Attorney R
Attorney R
Assistant Public Defender
"""  # noqa: E501
WITHOUT_CAPTION = """\
SUBPOENA DUCES TECUM
THE STATE OF EXAMPLE TO: Keeper of Records, Sample Electric Cooperative
You are commanded to produce by July 8, 2024 the meter history of account 4411.
Dated June 10, 2024
/s/ Attorney P
Attorney P, Attorney for Plaintiff
"""
TYPED_COURT = """\
SUPERIOR COURT OF CALIFORNIA, COUNTY OF
Superior Court of California, County of Sample, 1415 Main Avenue, Bakersfield
CASE NUMBER: BCV-23-100211
DEPOSITION SUBPOENA FOR PRODUCTION OF BUSINESS RECORDS
THE PEOPLE OF THE STATE OF CALIFORNIA, TO: Custodian of Records, Sample Fire Department
1. YOU ARE ORDERED TO PRODUCE THE BUSINESS RECORDS described below on March 1, 2024.
Run sheets for January 4, 2023
/s/ Attorney H
Attorney for Plaintiff
"""
NUMBERED_FORM = """\
DWS-UI 604
(Rev. 03-21)
State of Utah
Department of Workforce Services
Request for Separation Information
Claimant: Subject F
Employer: Sample Bread Co.
Mail date: January 9, 2023
Reply within 10 days of the mail date.
1. What was the last day of work?
2. Why did the work end?
"""
MEMBERS = """\
Montana Legislature
Senator T
Chair
Representative W
Vice Chair
JOINT COMMITTEE ON CORRECTIONS OVERSIGHT
March 4, 2024
Warden, Sample Detention Center
Dear Warden:
The Committee asks you to send by March 29, 2024:
1. the staffing roster for each shift in 2023
2. the contract with your medical vendor
/s/ Senator T
Senator T, Chair
"""
BRACKETS = """\
ADMINISTRATIVE SUBPOENA
TO (name and address of recipient): Sample Gas Company
FROM (issuing agency): Sample County Child Support Enforcement Agency
42 East Avenue, Elyria, Ohio
Under 42 U.S.C. 666(c)(1)(B) you are required to give the information marked below.
[X] Current address
[ ] Balances
Issued by (print): Caseworker P
"""
LEAFLET = """\
Before you open the door
Eastside Renters' Legal Aid · open Mondays and Fridays · 216-555-0111
Look for a judge's name and a court's seal.
A paper signed by an officer is not a court order.
"""
LIST = """\
Prairie County Jail - subpoenas received, third quarter 2022
Printed October 3, 2022 for the board.
No.   Received     From          What was asked        Done
1     07/05/2022   attorney      booking video         produced
2     07/19/2022   state agency  visitor log           produced in part
3     08/02/2022   attorney      medical chart         objected
Totals: 3 papers
"""
RELEASE = """\
FOR IMMEDIATE RELEASE
November 20, 2025
Sheriff answers questions on a subpoena
SAMPLE FALLS - The Sample County Sheriff's Office today confirmed that it received a subpoena
from the Department of Labor. The office said that nothing has been produced.
"""


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (LONG_CAPTION, "CIRCUIT COURT OF THE NINTH JUDICIAL CIRCUIT OF THE STATE OF EXAMPLE"),
        (WITHOUT_CAPTION, "Attorney P"),
        (TYPED_COURT, "Superior Court of California, County of Sample"),
        (NUMBERED_FORM, "State of Utah, Department of Workforce Services"),
        (MEMBERS, "Montana Legislature, JOINT COMMITTEE ON CORRECTIONS OVERSIGHT"),
        (BRACKETS, "Sample County Child Support Enforcement Agency"),
        (LEAFLET, "Eastside Renters' Legal Aid"),
        (LIST, "Prairie County Jail"),
        (RELEASE, "Sample County Sheriff's Office"),
    ],
)
def test_the_body_is_named_and_not_what_stands_in_its_place(text: str, issuer: str) -> None:
    value = read_text(text).issuer.value
    assert value is not None
    assert value.startswith(issuer)


@pytest.mark.parametrize("text", [LEAFLET, LIST])
def test_words_of_a_leaflet_or_a_table_sign_nothing(text: str) -> None:
    assert read_text(text).signatory.role.value in (None, SignatoryRole.NONE)


SPANISH = """\
{head}
Piden al municipio los videos del depósito
Un juzgado pidió el lunes las grabaciones, según documentos obtenidos por este medio.
El alcalde dijo a la prensa que los abogados revisan la orden, explicó una portavoz.
"""


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("NOTICIAS DE LA COSTA - 3 de junio de 2024", "NOTICIAS DE LA COSTA"),
        ("EL DIARIO DE LA RIBERA | 14 de agosto de 2023", "EL DIARIO DE LA RIBERA"),
        ("Radio Sierra Informa", "Radio Sierra Informa"),
    ],
)
def test_a_paper_in_spanish_heads_its_report(head: str, issuer: str) -> None:
    assert read_text(SPANISH.format(head=head)).issuer.value == issuer


@pytest.mark.parametrize(
    "close", ["Electronic signature: Subject H", "Signed (typed name): Subject H"]
)
def test_a_name_typed_as_signature_signs(close: str) -> None:
    reading = read_text(
        "Request to remove an intimate image\nSent through the reporting form, July 9, 2026\n"
        "To: Trust and Safety, Pebblecast Inc.\nThe picture at pebblecast.example/p/11 shows me.\n"
        f"Please remove it within 48 hours of receipt, and any copies.\n{close}\n"
    )
    assert reading.issuer.value == "Subject H"
    assert reading.signatory.name.value == "Subject H"
    assert reading.signatory.role.value is SignatoryRole.PRIVATE


def test_a_service_that_takes_no_answer_is_named_by_its_mail() -> None:
    reading = read_mail(
        "FileBridge Courts <donotreply@filebridge.example>",
        "Filing Accepted for Case 2024-L-000190",
        "The filing below has been accepted by the clerk's office.\nCourt: Sample County Circuit\n"
        "Filed by\nAttorney K\nService contacts\nClerk's Office, Sample County\n"
        "This is an unmonitored mailbox. Please do not reply to this message.\n",
    )
    assert reading.issuer.value == "FileBridge Courts"


@pytest.mark.parametrize(
    ("title", "house"),
    [
        ("Vicecónsul F\nVicecónsul", "Consulado de Honduras en Nueva Orleans"),
        ("Cónsul General R\nCónsul General", "Consulado General de México en Laredo"),
    ],
)
def test_a_consul_writes_for_his_consulate(title: str, house: str) -> None:
    reading = read_mail(
        "Asuntos Legales <legal@consulado.example>",
        "Solicitud de informe",
        "Este Consulado solicita que a más tardar el 15 de junio de 2024 se sirva informar sobre "
        f"Subject E:\n1) la fecha de su ingreso\n2) el cargo que se le imputa\nAtentamente,\n"
        f"{title}\n{house}\n",
    )
    assert reading.issuer.value == house


def test_whose_counsel_objects_objects() -> None:
    reading = read_text(
        "Marsh & Teller LLP\n12 Wharf Street, Duluth\nJune 6, 2024\nAttorney D\n"
        "Re: subpoena to Copperline Credit Union\nDear Attorney D:\n"
        "OBJECTIONS TO SUBPOENA\nCopperline Credit Union, a non-party, objects to the subpoena "
        "under Rule 45(d)(2)(B) on the ground that it is unduly burdensome, as follows:\n"
        "1. Request 1 is overbroad and it objects to it.\n"
        "Sincerely,\nAttorney S\nCounsel for Copperline Credit Union\n"
    )
    assert reading.issuer.value == "Copperline Credit Union"


def test_letters_that_lost_a_stroke_make_no_words() -> None:
    seen = [SeenWord(text, (0, 0, 1, 1), 0.0, 1, 95) for text in ("Burcau", "Agcncy")]
    assert [word.text for word in put_right(seen)] == ["Bureau", "Agency"]


def test_greetings_are_sent_to_whom_they_name() -> None:
    reading = read_text(
        "STATE OF CALIFORNIA\nDepartment of Consumer Affairs\nBoard of Sample Trades\n"
        "INVESTIGATIONAL SUBPOENA\nIn the Matter of the Investigation of:\nCase No. 800-2023-1\n"
        "THE PEOPLE OF THE STATE OF CALIFORNIA SEND GREETINGS TO: Custodian of Records,\n"
        "Sample Valley Pharmacy\nYOU ARE COMMANDED to produce within fifteen (15) days of receipt "
        "true and legible copies of:\n1. the refill history of Subject A\n"
        "Given under my hand this 20th day of March, 2024.\nSupervising Investigator E\n"
        "Supervising Investigator\n"
    )
    assert reading.recipient.value == "Custodian of Records, Sample Valley Pharmacy"


def test_the_place_of_an_office_is_not_whom_it_asks() -> None:
    reading = read_text(
        "Office of the Attorney General of Sample\n302 West Main Street\nSpringfield\n"
        "CIVIL INVESTIGATIVE DEMAND\nBY CERTIFIED MAIL\nClerk-Treasurer, Town of Fallen Oak\n"
        "The Attorney General has reasonable cause to believe that you hold material relevant to\n"
        "an investigation. You are required to produce documents within twenty (20) days of your\n"
        "receipt of this Demand:\n1. Every version of the resolution.\nDated: May 30, 2024\n"
        "Deputy Attorney General C\nDeputy Attorney General\n"
    )
    assert reading.recipient.value == "Clerk-Treasurer, Town of Fallen Oak"


def test_a_senator_who_chairs_sits_in_a_chamber() -> None:
    assert read_text(MEMBERS).signatory.role.value is SignatoryRole.LEGISLATOR


@pytest.mark.parametrize("paper", ["Piedmont Ledger", "Upland Observer"])
def test_a_newspaper_below_its_reporter_is_no_person(paper: str) -> None:
    reading = read_text(
        "FOIA Officer, Sample County Jail:\nPlease send me under the Act:\n"
        "1. the agreement with federal authorities\n2. invoices for 2024\n"
        f"You must respond within five working days.\nReporter D, Reporter\n{paper}\n"
    )
    assert reading.signatory.name.value == "Reporter D"
    assert reading.issuer.value in (paper, "Reporter D")
