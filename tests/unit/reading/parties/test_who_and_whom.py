# ruff: noqa: E501 - a printed sentence stays on one line
"""Who asks, who is asked and who signs, by how papers are laid out and offices are named."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from tecum.instruments.catalogue import load_catalogue
from tecum.instruments.institutions import load_institutions
from tecum.reading.open import open_document
from tecum.reading.read import read
from tecum.reading.result import Reading
from tecum.words import Band, IssuerClass, SignatoryRole
from tests.unit.reading.sheet import read_text

COURT = "SUPERIOR COURT OF EXAMPLE COUNTY\nA v. B   No. 24-2-00118\nORDER\n"
ORDERED = "IT IS ORDERED that Example Clinic produce the chart within ten days.\n"
Draw = Callable[[Canvas], None]


def drawn(rows: list[tuple[float, float, float, str]], draw: Draw | None = None) -> Reading:
    """The Reading of a page of words at their places: x, y, size, words."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=1)
    for x, y, size, words in rows:
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, y, words)
    if draw is not None:
        draw(canvas)
    canvas.save()
    return read(open_document(out.getvalue(), "a.pdf"), load_catalogue())


def strokes(canvas: Canvas) -> None:
    """A signature of a pen that was lifted: each stroke is a path of its own."""
    for n in range(5):
        x = 80 + 16 * n
        canvas.bezier(x, 424, x + 6, 448, x + 12, 420, x + 20, 430)


def closed_rings(canvas: Canvas) -> None:
    """Rings beside each other, as an ornament is drawn."""
    for n in range(5):
        canvas.circle(90 + 22 * n, 430, 8)


ORDER_ROWS = [
    (72.0, 720.0, 11.0, "UNITED STATES DISTRICT COURT"),
    (72, 704, 11, "DISTRICT OF EXAMPLE"),
    (72, 680, 11, "Case No. 1:21-mc-00044"),
    (72, 656, 11, "ORDER"),
    (72, 620, 11, "IT IS ORDERED that Example Clinic produce the file within ten days."),
    (72, 596, 11, "Dated: May 3, 2021"),
    (72, 400, 11, "United States District Judge"),
]


@pytest.mark.parametrize(("draw", "wanted"), [(strokes, True), (closed_rings, None), (None, None)])
def test_a_signature_of_several_strokes_is_one(draw: Draw | None, wanted: bool | None) -> None:
    assert drawn(ORDER_ROWS, draw).judicial.value is wanted


def test_an_address_typed_in_a_cell_is_the_recipient() -> None:
    reading = drawn([
        (240, 730, 12, "DEPARTMENT OF WATER QUALITY"), (250, 712, 12, "SUBPOENA"),
        (46, 680, 6.5, "ISSUED TO"), (310, 680, 6.5, "DATE ISSUED"),
        (46, 668, 9.5, "Manager, Example Plating Works"), (310, 668, 9.5, "May 4, 2026"),
        (46, 640, 9.5, "You are commanded to produce the manifests for 2025 by June 5, 2026."),
        (46, 560, 9.5, "/s/ Pat Example"), (46, 548, 9.5, "Enforcement Manager"),
    ])  # fmt: skip
    assert reading.recipient.value == "Manager, Example Plating Works"
    assert reading.issuer_class.value is IssuerClass.STATE_AGENCY


@pytest.mark.parametrize(
    ("end", "judicial", "role"),
    [
        ("/s/\nSuperior Court Judge\n", True, SignatoryRole.JUDGE),
        ("/s/ Judge K\nJudge K\nJudge of the Superior Court\n", True, SignatoryRole.JUDGE),
        ("/s/ P. E.\nP. E.\nCourt Commissioner\n", True, SignatoryRole.JUDGE),
        ("/s/ Pat Example\nJudge / Clerk of the Court\n", None, None),
        (
            "/s/ Pat Example\nJudicial Assistant to the Hon. Lee Example\n",
            None,
            SignatoryRole.CLERK,
        ),
        ("/s/ Pat Example\nCounty Judge/Executive\n", None, SignatoryRole.AGENCY_OFFICER),
        ("/s/ Pat Example\nUnemployment Law Judge\n", None, SignatoryRole.AGENCY_OFFICER),
        ("/s/ Pat Example\nStaff Judge Advocate\n", None, SignatoryRole.ATTORNEY),
    ],
)
def test_who_is_a_judge_of_the_court(
    end: str, judicial: bool | None, role: SignatoryRole | None
) -> None:
    reading = read_text(COURT + ORDERED + "Dated: May 3, 2024\n" + end)
    assert reading.judicial.value in (judicial, False if judicial is None else judicial)
    assert reading.signatory.role.value is role


def test_a_lawyer_who_presents_an_order_is_no_rival_of_its_judge() -> None:
    end = "/s/ Pat Example\nSuperior Court Judge\nPresented by:\n/s/ Lee Sample\nAttorney for A\n"
    assert read_text(COURT + ORDERED + end).judicial.value is True
    end = "/s/ Pat Example\nSuperior Court Judge\n/s/ Lee Sample\nAttorney for A\n"
    assert read_text(COURT + ORDERED + end).judicial.value is None


WRIT = (
    "DISTRICT COURT OF EXAMPLE COUNTY\nA v. B   Case No. 24-2-00118\nSUBPOENA DUCES TECUM\n"
    "To: Example Bank\nYOU ARE COMMANDED to produce the statements of May 2024 by June 4, 2024.\n"
)


@pytest.mark.parametrize(
    "paper",
    [
        COURT + ORDERED + "Superior Court Judge\nPresented by:\n/s/ Lee Sample\nAttorney for A\n",
        COURT + ORDERED + "Submitted by: /s/ Lee Sample, Attorney for A\nSuperior Court Judge\n",
        COURT + ORDERED + "Submitted by:\n/s/ Lee Sample\nDistrict Court Judge\n",
        COURT + ORDERED + "/s/ Lee Sample\nAttorney for A\nSO ORDERED:\nDistrict Judge\n",
        COURT + ORDERED + "By order of the Court:\n/s/ Lee Sample\nDeputy Clerk\n",
        COURT + ORDERED + "/s/ Lee Sample\nTrial Court Administrator for the Presiding Judge\n",
        "DRAFT\n" + COURT + ORDERED + "/s/\nDistrict Court Judge\n",
        ("CIRCUIT COURT OF EXAMPLE COUNTY\nNo. 24-SW-118\nAFFIDAVIT FOR SEARCH WARRANT\n"
        "I ask that a warrant issue for the records of Example Bank.\n/s/ Det. Sample\n"
        "Sworn to before me May 3, 2024\n/s/ Pat Example\nCircuit Judge\n"),
        WRIT + "/s/ Lee Sample\nJudge, Clerk or Attorney\n",
        WRIT + "Assigned to: Judge Pat Example\n/s/ Lee Sample\nAttorney for A\n",
        WRIT + "/s/ Hon. Pat Example (Ret.)\nArbitrator\n",
        WRIT + "/s/ Pat Example\nSpecial Master\n",
        ("COMMISSIONERS COURT OF EXAMPLE COUNTY\nNo. 24-118\nSUBPOENA\nTo: Example Paving\n"
        "You are commanded to produce the bids by May 4, 2024.\n/s/ Pat Example\nCounty Judge\n"),
        "UNITED STATES DEPARTMENT OF JUSTICE\nIMMIGRATION COURT\nFile No. A000-000-118\nORDER\n"
        + ORDERED + "/s/ Pat Example\nImmigration Judge\n",
    ],
)  # fmt: skip
def test_no_judge_of_a_court_ordered_it(paper: str) -> None:
    assert read_text(paper).judicial.value is not True


def test_a_court_in_an_address_is_no_caption() -> None:
    letter = (
        "Commission on Conduct\nMay 11, 2026\nClerk of the Fifth District Court\nDear Clerk:\n"
        "Please send us the audio of April 6 by June 1, 2026.\nSincerely,\nPat Example\n"
        "Investigating Counsel\n"
    )
    reading = read_text(letter)
    assert reading.issuer.value == "Commission on Conduct"
    assert reading.recipient.value == "Clerk of the Fifth District Court"


def test_a_signature_stands_above_its_enclosure() -> None:
    more = "".join(f"{n}. Records of pump station {n} for 2025.\n" for n in range(1, 30))
    letter = (
        "STATE OF EXAMPLE\nDEPARTMENT OF WATER\nMay 4, 2026\nVillage of Sample\n1 Main Street\n"
        "Dear Sir or Madam:\nProvide the records listed in the enclosure within 30 days.\n"
        "Sincerely,\nPat Example\nBranch Manager\n\nEnclosure\n" + more
    )
    reading = read_text(letter)
    assert reading.signatory.name.value == "Pat Example"
    assert reading.judicial.value is False


@pytest.mark.parametrize(
    ("written", "recipient"),
    [
        ("YOU, Keeper of Records, Example Ride Co., are hereby commanded to deliver the log.",
         "Keeper of Records, Example Ride Co"),
        ("Clinic Manager, Example Health, you are required to bring the intake sheet.",
         "Clinic Manager, Example Health"),
        ("IT IS ORDERED that the Example County Jail give counsel the log within 48 hours.",
         "Example County Jail"),
        ("It is ADJUDGED that the City of Example shall, within two days, deliver the e-mails.",
         "City of Example"),
        ("Example Hosting LLC shall, within ten days of this order, furnish the log-in records.",
         "Example Hosting LLC"),
    ],
)  # fmt: skip
def test_whom_a_sentence_commands(written: str, recipient: str) -> None:
    reading = read_text(COURT + written + "\n/s/ Pat Example\nSuperior Court Judge\n")
    assert (reading.recipient.value or "").rstrip(".") == recipient


def test_nobody_is_called_you() -> None:
    text = "BOARD OF PHARMACY\nORDER\nSample Drug\nYou are ordered to keep the log of May 2026 and to show it.\n"
    assert read_text(text).recipient.value == "Sample Drug"


@pytest.mark.parametrize(
    ("shown", "issuer"),
    [
        ('"Agent H, Border Patrol, Station Sable" <h@a.example>', "Border Patrol, Station Sable"),
        ('"Reporter N, Prairie Signal" <n@a.example>', "Prairie Signal"),
        ('"Leasing Agent F, Leasing Office, Example Flats" <f@a.example>',
         "Leasing Office, Example Flats"),
    ],
)  # fmt: skip
def test_the_office_that_a_mail_shows(shown: str, issuer: str) -> None:
    headers = (("from", shown), ("to", "Records <r@b.example>"), ("subject", "Records"))
    reading = read_text("Please send us the log of May 4 by Friday.\nThank you\n", headers=headers)
    assert reading.issuer.value == issuer


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Thornvale Department of Agriculture", IssuerClass.STATE_AGENCY),
        ("U.S. Department of Agriculture", IssuerClass.FEDERAL_AGENCY),
        ("United States Department of Agriculture", IssuerClass.FEDERAL_AGENCY),
        ("Department of Agriculture", IssuerClass.FEDERAL_AGENCY),
        ("Example County Department of Transportation", IssuerClass.LOCAL_AGENCY),
        ("State Racing Commission", IssuerClass.STATE_AGENCY),
        ("Fiscalía General del Estado", IssuerClass.PROSECUTOR),
        ("Oficina de Reclamos Salariales", IssuerClass.STATE_AGENCY),
        ("Example Foods, Inc.", IssuerClass.PRIVATE_PARTY),
    ],
)
def test_whose_department_it_is(name: str, wanted: IssuerClass) -> None:
    assert load_institutions().class_of(name) is wanted


FORM = (
    "UNITED STATES DISTRICT COURT\nDISTRICT OF EXAMPLE\nA v. B   Civil Action No. 3:26-cv-00412\n"
    "SUBPOENA TO PRODUCE DOCUMENTS IN A CIVIL ACTION\nTo: Example Bank\n"
    "YOU ARE COMMANDED to produce the statements of May 2025.\nCLERK OF COURT OR\n"
    "______________ /s/ Pat Q. Example\nSignature of Clerk or Deputy Clerk   Attorney's signature\n"
    "The name, address and telephone number of the attorney representing B, who issues or requests "
    "this subpoena, are: {}, 5 Bond Street.\n"
)


def test_a_form_that_clerk_or_attorney_may_sign() -> None:
    attorney = read_text(FORM.format("Pat Q. Example"))
    assert attorney.signatory.role.value is SignatoryRole.ATTORNEY
    other = read_text(FORM.format("Lee Sample"))
    assert other.signatory.role.value is not SignatoryRole.ATTORNEY


@pytest.mark.parametrize(
    "last",
    [
        "Diversion Program Manager\n",
        "/s/ Foreman, 05/26/2026, 1:40 p.m.\nForensic Auditor\n",
        "Keystone Pawn and Loan\nDirector of Claims\n",
    ],
)
def test_what_is_no_name_is_never_a_certain_one(last: str) -> None:
    letter = (
        "STATE OF EXAMPLE\nDEPARTMENT OF LABOR\nMay 4, 2026\nExample Store\nDear Manager:\n"
        "Please send the payroll of 2025 by June 1, 2026.\nSincerely,\n"
    )
    assert read_text(letter + last).signatory.name.band is not Band.CERTAIN


def test_the_cells_of_a_detainer() -> None:
    reading = drawn([
        (210, 730, 12, "DEPARTMENT OF HOMELAND SECURITY"),
        (190, 714, 12, "IMMIGRATION DETAINER - NOTICE OF ACTION"),
        (46, 690, 6.5, "TO: (Name and Title of Institution - OR Any Subsequent Law"),
        (46, 683, 6.5, "Enforcement Agency)"),
        (320, 690, 6.5, "FROM: (Department of Homeland Security Office Address)"),
        (46, 671, 9.5, "Example County Jail"), (320, 671, 9.5, "ERO Sub-Office, 4 Mill Street"),
        (46, 640, 9.5, "IT IS THEREFORE REQUESTED THAT YOU: Notify DHS at least 48 hours before"),
        (46, 628, 9.5, "the alien is released, and maintain custody for not more than 48 hours."),
        (46, 560, 9.5, "DHS Form I-247A (3/17)"),
    ])  # fmt: skip
    assert reading.recipient.value == "Example County Jail"


def test_where_answers_go_is_no_addressee() -> None:
    reading = drawn([
        (210, 730, 12, "DEPARTMENT OF EXAMPLE TRADE"), (250, 712, 12, "SUBPOENA"),
        (46, 680, 6.5, "TO"), (310, 680, 6.5, "RETURN TO"),
        (46, 668, 9.5, "Example Paving, Inc."), (310, 668, 9.5, "Officer B, Trade Section"),
        (46, 640, 9.5, "You are commanded to produce the bids of 2025 by June 5, 2026."),
    ])  # fmt: skip
    assert reading.recipient.value == "Example Paving, Inc."


@pytest.mark.parametrize("line", ["FISCAL YEAR 2027", "Preferred Method", "Privacy Act"])
def test_a_form_is_signed_by_nobody_of_its_labels(line: str) -> None:
    reading = read_text(f"TOWN OF SAMPLE\nBOARD OF ASSESSORS\nReturn this form by May 5.\n{line}\n")
    assert reading.signatory.name.value is None
    assert reading.signatory.role.value is not SignatoryRole.PROSECUTOR


def test_the_requester_typed_in_a_cell_asks() -> None:
    reading = drawn([
        (150, 730, 12, "PUBLIC RECORDS PORTAL - City of Sample"),
        (46, 700, 6.5, "Requester Name"), (310, 700, 6.5, "Submitted"),
        (46, 688, 9.5, "Subject A"), (310, 688, 9.5, "6/1/2026"),
        (46, 660, 9.5, "Please provide the calls and notes for 400 Quay Street in May 2026."),
    ])  # fmt: skip
    assert reading.issuer.value == "Subject A"


def test_a_party_below_the_court_is_no_part_of_its_name() -> None:
    words = (
        "IN THE DISTRICT COURT OF THE SECOND JUDICIAL DISTRICT\nELM COUNTY, STATE OF EXAMPLE\n\n"
        "STATE OF EXAMPLE,\n     Plaintiff,\nv.     Case No. CV-25-118\nMILL BANK,\n     Defendant."
        "\n\nORDER\n\nIT IS ORDERED that Mill Bank produce the ledger by May 5, 2025.\n"
    )
    court = "DISTRICT COURT OF THE SECOND JUDICIAL DISTRICT ELM COUNTY, STATE OF EXAMPLE"
    assert read_text(words).issuer.value == court


def test_a_greeting_and_a_dateline_are_no_parties() -> None:
    words = (
        "Ciudad de Ejemplo, 3 de febrero de 2025\n\nBuenos días:\n\nSolicito copia del contrato de "
        "limpieza al amparo de la ley de acceso a la información pública.\n\nAtentamente,\nSujeto A\n"
    )
    reading = read_text(words)
    assert (reading.issuer.value, reading.recipient.value) == ("Sujeto A", None)
