"""Heads and closes of offices' invented papers: who made them, whom they address, who signed."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["HEADS", "Head"]


@dataclass(frozen=True, slots=True)
class Head:
    """A paper and words that the values read must hold; no value where nothing is asked for."""

    id: str
    text: str
    issuer: str | None = None
    recipient: str | None = None
    name: str | None = None
    role: str | None = None
    issuer_class: str | None = None
    headers: tuple[tuple[str, str], ...] = field(default=())


HEADS = (
    Head(
        id="wa_ag_leaders",
        text="""
ATTORNEY GENERAL OF OREGON
Consumer Protection Section

CIVIL INVESTIGATIVE DEMAND

TO .................. Cascade Paralegal Partners, LLC
ADDRESS ............. 88 Burnside Street, Portland
MATTER NO. .......... FF-2214

Pursuant to ORS 646.618 you are required to produce the documents below by May 10, 2024.
1. All advertisements published since 2021.

Senior Assistant Attorney General P
Senior Assistant Attorney General
""",
        recipient="Cascade Paralegal Partners, LLC",
        issuer="ATTORNEY GENERAL OF OREGON",
        issuer_class="state_agency",
        role="agency_officer",
    ),
    Head(
        id="whd_owner",
        text="""
UNITED STATES DEPARTMENT OF LABOR
WAGE AND HOUR DIVISION

SUBPOENA DUCES TECUM

TO: Owner
    Rio Verde Chile Packers, LLC
    Route 9, Hatch, New Mexico

You are hereby required to appear before Wage and Hour Investigator F on March 6, 2024 and to
produce:
1. time cards for every worker.

District Director G
District Director
""",
        recipient="Rio Verde Chile Packers, LLC",
        issuer="UNITED STATES DEPARTMENT OF LABOR",
        issuer_class="federal_agency",
        role="agency_officer",
        name="District Director G",
    ),
    Head(
        id="letter_president",
        text="""
U.S. Environmental Protection Agency
Region 4
61 Forsyth Street SW, Atlanta, Georgia

CERTIFIED MAIL
RETURN RECEIPT REQUESTED

March 4, 2024

President
Tallulah Plating, Inc.
12 Furnace Road
Macon, Georgia 31201

Re: Request for Information, Section 104(e)

Dear Sir or Madam:

You are required to answer the enclosed questions within thirty (30) days of receipt.

Sincerely,

Chief B
Chief, Superfund Enforcement Branch
""",
        recipient="Tallulah Plating, Inc.",
        issuer="U.S. Environmental Protection Agency",
        issuer_class="federal_agency",
        role="agency_officer",
        name="Chief B",
    ),
    Head(
        id="mail_legal_role",
        text="""
Brightwire Trust Team,

Under 18 U.S.C. 2703(f) we ask that you preserve for 90 days all records of user ID 5521,
pending process.

Detective K
Fresno County Sheriff, Cyber Unit
""",
        recipient="Brightwire",
        role="agency_officer",
        issuer="Fresno County Sheriff",
        issuer_class="local_agency",
        headers=(
            ("from", '"Detective K" <cyber@fresnoso.example>'),
            ("to", '"Legal" <legal@brightwire.example>'),
            ("subject", "Preservation request"),
        ),
    ),
    Head(
        id="mail_bare_address",
        text="""
Good afternoon,

This office (USCIS Fraud Detection and National Security, Texas Service Center) is verifying the
petition
filed by Cedar Prairie Analytics LLC for Subject C. Please send by December 2, 2024:

1) the last three pay statements
2) an organization chart

Immigration Officer M
Immigration Officer
Fraud Detection and National Security Directorate
""",
        recipient="Cedar Prairie Analytics LLC",
        issuer_class="federal_agency",
        role="agency_officer",
        headers=(
            ("from", '"FDNS Officer, TSC" <fdns.tsc@dhs.example>'),
            ("to", "hr@cedarprairie.example"),
            ("subject", "Follow-up - petition IOE-000-1"),
        ),
    ),
    Head(
        id="ask_the_assessor",
        text="""
PITKIN COUNTY ASSESSOR
REQUEST TO REMOVE PERSONAL INFORMATION FROM THE INTERNET
section 18-9-313, C.R.S.

Name of protected person: Protected Person V
Occupation: Caseworker, Division of Child Welfare

I ask the Pitkin County Assessor, within 48 hours of receipt of this request, to:
(1) remove from the parcel viewer my name;
(2) take down the scanned deed.

I affirm under penalty of perjury that this is true.

Signature: Protected Person V
""",
        recipient="Pitkin County Assessor",
        issuer="Protected Person V",
        issuer_class="private_party",
        role="private",
    ),
    Head(
        id="ordinance",
        text="""
Chapter 9.14 COOPERATION WITH OUTSIDE AGENCIES
9.14.010 Definitions.
"Process" means a paper that a judge has signed.
9.14.020 Receipt.
A. Whoever receives a subpoena shall, the same day, write on it the hour, and deliver it to the
City Attorney.
9.14.030 Answer.
A. Within five business days after receipt, the City Attorney shall decide.
(Ord. 2020-33 § 1)
Cedar Mesa Municipal Code, Chapter 9.14
""",
        issuer="Cedar Mesa",
    ),
    Head(
        id="union_objects",
        text="""
Counsel,

Hospital Workers Local 88 represents the aides whose files Specification 4 of the subpoena calls
for. The Local objects
to that specification: the files are private.

Attorney D
Counsel for Hospital Workers Local 88
""",
        issuer="Hospital Workers Local 88",
        role="attorney",
        headers=(
            ("from", '"Attorney D" <d@laborlaw.example>'),
            ("to", "oig.counsel@hhs.example"),
            ("subject", "Objections to Specification 4"),
        ),
    ),
    Head(
        id="wire",
        text="""
DELTA WIRE     June 3, 2024       SLUG: COUNTY-SUBPOENA

Two parishes got federal subpoenas for voter files

BATON ROUGE - Two parishes were served with subpoenas last week, according to papers seen by
this service.
The papers ask for names and addresses. A spokesman would not say why.
(END)
""",
        issuer="DELTA WIRE",
    ),
    Head(
        id="fax_cover_demand",
        text="""
FAX TRANSMITTAL
TO: Records Section, Boone County Sheriff's Office
FAX: 573-555-0111
FROM: Deportation Officer J, ERO Columbia
DATE: March 3, 2025
PAGES: 1
RE: Release date of Subject D

Please advise this office of the release date and current housing location of Subject D at least
48 hours
before release.

Deportation Officer J
Deportation Officer
U.S. Immigration and Customs Enforcement
""",
        issuer="U.S. Immigration and Customs Enforcement",
        recipient="Records Section, Boone County Sheriff's Office",
        issuer_class="federal_agency",
        role="agency_officer",
        name="Deportation Officer J",
    ),
    Head(
        id="private_provider",
        text="""
Cobalt Messaging, Inc. - Law Enforcement Response

TO: Sergeant R, Mono County Sheriff
FROM: Legal Response Specialist T
DATE: May 22, 2024
RE: Your paper 24-88, received May 20, 2024

Sergeant R:

Cobalt objects to the document above and will not produce on it as it stands.

Legal Response Specialist T
Legal Response Specialist
""",
        issuer="Cobalt Messaging, Inc.",
        recipient="Sergeant R, Mono County Sheriff",
        role="private",
    ),
    Head(
        id="email_signature",
        text="""
Hello Captain,

Can your jail send us the booking photo and fingerprints for Subject M (DOB 1/1/1990) before
Friday, May 3, 2024?

Thanks,

Officer T
Deportation Officer
ERO Saint Paul | Fugitive Operations
U.S. Immigration and Customs Enforcement
(612) 555-0100
""",
        issuer="U.S. Immigration and Customs Enforcement",
        recipient="Jail Captain, Otter County",
        issuer_class="federal_agency",
        role="agency_officer",
        name="Officer T",
        headers=(
            ("from", '"T, Officer" <officer.t@ice.example>'),
            ("to", '"Jail Captain, Otter County" <captain@otter.example>'),
            ("subject", "Booking photo"),
        ),
    ),
    Head(
        id="ca_cra",
        text="""
California Rural Legal Advocates
Central Valley Office

June 2, 2024

Sent by email to: clerk@tularesheriff.example

Public Records Coordinator
Tulare County Sheriff's Office
Visalia, California

RE: California Public Records Act Request

Dear Public Records Coordinator:

We request copies of:
1. every detainer received since January 1, 2024.

In solidarity,

Staff Attorney P
""",
        issuer="California Rural Legal Advocates",
        recipient="Tulare County Sheriff's Office",
        role="attorney",
        name="Staff Attorney P",
    ),
)
