# ruff: noqa: E501 - a printed sentence stays on one line
"""Who asks and who is asked, on papers as offices, courts, parties and requesters write them."""

from __future__ import annotations

import pytest

from tests.unit.reading.sheet import read_text

MAIL = (
    ("from", "Auditor H <auditor@larkspur.example>"),
    ("to", "Finance Unit <finance@larkspur.example>"),
    ("date", "Wed, 25 Feb 2026 10:05:00 -0800"),
)
PAPERS: tuple[tuple[str, str, str, str], ...] = (
    (
        "two-line-to",
        """STATE OF CALDER
DEPARTMENT OF REVENUE

SUBPOENA DUCES TECUM

TO:  Custodian of Records
     Hollow Creek Savings Bank
     14 Main Street

YOU ARE COMMANDED to produce account statements by June 5, 2026.

Officer A
Director
""",
        "STATE OF CALDER, DEPARTMENT OF REVENUE",
        "Custodian of Records, Hollow Creek Savings Bank",
    ),
    (
        "attn",
        """OFFICE OF INSPECTOR GENERAL
U.S. Department of Labor

June 3, 2026

Ridge Valley Transit
Attn: Legal Department
88 Depot Road

Re: Request for records, file 26-11

Please provide the payroll records by June 30, 2026.

Sincerely,
Officer B
Special Agent in Charge
""",
        "OFFICE OF INSPECTOR GENERAL, U.S. Department of Labor",
        "Ridge Valley Transit",
    ),
    (
        "co",
        """COUNTY OF MARLOW
OFFICE OF THE DISTRICT ATTORNEY

SUBPOENA DUCES TECUM

To: Pine Ridge Clinic, c/o Registered Agent Services, 9 Elm Street

You are commanded to produce the chart by July 1, 2026.

Attorney C
Deputy District Attorney
""",
        "COUNTY OF MARLOW, OFFICE OF THE DISTRICT ATTORNEY",
        "Pine Ridge Clinic, c/o Registered Agent Services",
    ),
    (
        "re-line",
        """Town of Pelham
Office of the Town Attorney
12 Main Street

June 9, 2026

Chief of Police
Pelham Police Department

RE: Litigation hold

Dear Chief:

Please preserve all video of June 1, 2026 and provide a copy by June 20, 2026.

Very truly yours,
Attorney D
Town Attorney
""",
        "Town of Pelham, Office of the Town Attorney",
        "Chief of Police, Pelham Police Department",
    ),
    (
        "caption-recipient",
        """IN THE CIRCUIT COURT OF LAKE COUNTY

IN RE: SUBPOENA TO NORTH SHORE WIRELESS

Case No. 26-MR-114

ORDER

IT IS ORDERED that North Shore Wireless shall disclose the subscriber records within 10 days of receipt of this Order.

Dated: May 1, 2026
Judge E
Circuit Judge
""",
        "CIRCUIT COURT OF LAKE COUNTY",
        "North Shore Wireless",
    ),
    (
        "memo-block",
        """MEMORANDUM REQUEST

FROM: Office of Professional Standards, Calder State Police
TO: Records Bureau, City of Alden
DATE: March 2, 2026
RE: Records needed

Please send the arrest report for case 26-0044 by March 20, 2026.
""",
        "Office of Professional Standards, Calder State Police",
        "Records Bureau, City of Alden",
    ),
    (
        "letterhead-4",
        """UNITED STATES DEPARTMENT OF HOMELAND SECURITY
U.S. Immigration and Customs Enforcement
Homeland Security Investigations
Office of the Special Agent in Charge

April 4, 2026

Brightwater Foods, Inc.
Human Resources
200 Industrial Way

NOTICE OF INSPECTION

Please have Forms I-9 available within three business days of receipt of this notice.

Officer F
Special Agent in Charge
""",
        "UNITED STATES DEPARTMENT OF HOMELAND SECURITY, U.S. Immigration and Customs Enforcement, Homeland Security Investigations, Office of the Special Agent in Charge",
        "Brightwater Foods, Inc., Human Resources",
    ),
    (
        "phone-below-to",
        """U.S. DEPARTMENT OF JUSTICE
DRUG ENFORCEMENT ADMINISTRATION

ADMINISTRATIVE SUBPOENA

TO:
PHONE:
Copper Parcel Service
555-0100

Under 21 U.S.C. 876 you are commanded to produce shipping records by May 4, 2026.

Officer G
Diversion Investigator
""",
        "U.S. DEPARTMENT OF JUSTICE, DRUG ENFORCEMENT ADMINISTRATION",
        "Copper Parcel Service",
    ),
    (
        "addressee-form",
        """SECTION A: Issuing authority
Issuing authority: District Prosecutor of Town N
SECTION B: Addressee
Addressee: Cloudharbor Europe, legal representative
Address: 3 Quay, City O

The data requested must be produced within 10 days of receipt.
""",
        "District Prosecutor of Town N",
        "Cloudharbor Europe, legal representative",
    ),
    (
        "via",
        """ATTORNEY GENERAL OF CALDER
Consumer Protection Bureau

VIA CERTIFIED MAIL AND E-MAIL

May 2, 2026

Registered Agent
Meridian Title Company
77 Ledger Plaza

CIVIL INVESTIGATIVE DEMAND

Pursuant to the Act you are required to produce the following by June 1, 2026:
1. All closing files for 2025.
2. All complaints.

Attorney H
Assistant Attorney General
""",
        "ATTORNEY GENERAL OF CALDER, Consumer Protection Bureau",
        "Registered Agent, Meridian Title Company",
    ),
    (
        "mail-signature",
        """Good morning,

For the audit we need the following by close of business on Wednesday, March 11, 2026:
1) bank reconciliations for the fund
2) the commissary agreement

Call 555-0101 if anything is unclear.
Auditor H
Senior Auditor, Office of the County Auditor, Larkspur County
""",
        "Office of the County Auditor",
        "Finance Unit",
    ),
    (
        "private-requester",
        """Requester J
44 Oak Lane
Alden, CA 90000

May 5, 2026

Records Clerk
City of Alden

Under the California Public Records Act I request copies of all stop data for 2025.

Requester J
""",
        "Requester J",
        "Records Clerk, City of Alden",
    ),
    (
        "spanish",
        """ESTADO LIBRE ASOCIADO DE PUERTO RICO
DEPARTAMENTO DE HACIENDA

REQUERIMIENTO DE INFORMACIÓN

A: Cooperativa de Ahorro El Faro

Se le requiere que entregue los estados de cuenta dentro de quince (15) días del recibo de esta carta.

Oficial K
Director
""",
        "ESTADO LIBRE ASOCIADO DE PUERTO RICO, DEPARTAMENTO DE HACIENDA",
        "Cooperativa de Ahorro El Faro",
    ),
    (
        "party-subpoena",
        """STATE OF NEW YORK
SUPREME COURT : COUNTY OF ERIE

SUBJECT A,
            Plaintiff,
     -against-                Index No. 80044/2026
LAKE BUS COMPANY,
            Defendant.

SUBPOENA DUCES TECUM

THE PEOPLE OF THE STATE OF NEW YORK

TO: Erie Repair Shop

GREETING:

WE COMMAND YOU to produce the repair bills on June 9, 2026, at 10:00 a.m.

Attorney L
Attorney for Plaintiff
""",
        "SUPREME COURT : COUNTY OF ERIE",
        "Erie Repair Shop",
    ),
    (
        "so-ordered",
        """Attorney U
4 Quarry Walk

March 18, 2026

The Honorable Judge T
District Court of Flint County

Re: CV-26-0077

Your Honor: We ask that the Recorder be directed to produce, within ten (10) business days of the Court's order:
(1) the plat book pages; and
(2) every recorded easement.

Respectfully,
Attorney U
Counsel for Plaintiff

SO ORDERED. The Recorder shall produce items (1) and (2) as asked.
March 20, 2026
Judge T
District Judge
""",
        "District Court of Flint County",
        "Recorder",
    ),
    (
        "clerk-shall-close",
        """IN THE UNITED STATES DISTRICT COURT
FOR THE DISTRICT OF COLORADO

UNITED STATES OF AMERICA, Petitioner, v. ASH COUNTY SHERIFF'S OFFICE, Respondent.
Civil Action No. 1:26-mc-00021

ORDER

ORDERED that the petition is GRANTED. Within seven days of this Order, Respondent shall produce the booking sheet. It is FURTHER ORDERED that the Clerk shall close this action.

Dated June 29, 2026.
Judge L
United States District Judge
""",
        "UNITED STATES DISTRICT COURT FOR THE DISTRICT OF COLORADO",
        "ASH COUNTY SHERIFF'S OFFICE",
    ),
    (
        "committee",
        """HOUSE OF REPRESENTATIVES
COMMITTEE ON OVERSIGHT
Room 210, State House

September 4, 2026

Hon. Subject B
Commissioner
Department of Corrections

Dear Commissioner:

Please provide the following by September 25, 2026:
1. all contracts for phone service
2. all complaints

Representative C
Chair
""",
        "HOUSE OF REPRESENTATIVES, COMMITTEE ON OVERSIGHT",
        "Hon. Subject B, Commissioner, Department of Corrections",
    ),
)


@pytest.mark.parametrize(
    ("name", "text", "issuer", "recipient"), [pytest.param(*row, id=row[0]) for row in PAPERS]
)
def test_who_asks_whom(name: str, text: str, issuer: str, recipient: str) -> None:
    reading = read_text(text, headers=MAIL if name.startswith("mail") else ())
    assert (reading.issuer.value, reading.recipient.value) == (issuer, recipient)


@pytest.mark.parametrize(
    "words", ["Deportation Officer", "General Counsel", "Acting Director", "Certified Mail"]
)
def test_a_title_alone_is_no_name(words: str) -> None:
    paper = f"OFFICE OF RECORDS\n\nMay 1, 2026\n\nPlease send the file.\n\nSincerely,\n{words}\n"
    assert read_text(paper).signatory.name.value is None
