"""Short invented demands in everyday words, as people write them without a form."""

from __future__ import annotations

from tests.unit.reading.sheet import Paper

VARIED_DEMANDS: tuple[Paper, ...] = (
    Paper(
        "varied-state-of-colorado",
        """
STATE OF COLORADO
CIVIL RIGHTS DIVISION
SUBPOENA DUCES TECUM - Charge No. E2400011
TO: Highline Example Hotels LLC, Attn: General Counsel
The Director of the Division, acting under C.R.S. 24-34-305, hereby commands that the documents set
out in Exhibit 1 be delivered to the Division's Denver office on or before March 29, 2024.
Issued this 8th day of March, 2024
Director
""",
        "issues",
        "administrative_subpoena",
        "Highline Example Hotels",
        "CIVIL RIGHTS DIVISION",
    ),
    Paper(
        "varied-to-records-bureau",
        """
To: Records Bureau
From: Investigator T. Example, Texas Department of Public Safety
Sent: Monday, April 8, 2024 2:10 PM
Subject: Need booking sheet

Good afternoon,
I'm working a case and need the booking sheet and mug shot for Subject A (DOB 1/1/1990), arrested
by
your agency 3/30/24. E-mail is fine. Thanks for your help.
Inv. T. Example
""",
        "issues",
        "information_request",
    ),
    Paper(
        "varied-hi-there",
        """
Hi there,
Under the Illinois FOIA I'd like to get all complaints filed against Officer 1122 since 2015. I'm a
student and would appreciate it if you could waive any fees.
Thanks!
Mo Example
""",
        "issues",
        "records_request",
    ),
    Paper(
        "varied-may-3-2025",
        """
May 3, 2025
Custodian of Public Records
Example Parish Sheriff
La. R.S. 44:1 et seq.
Please make the following available for my inspection within three days: (1) the 287(g) agreement;
(2) invoices sent under it.
Reporter, The Example Lantern
""",
        "issues",
        "records_request",
    ),
    Paper(
        "varied-example-state-office-of-criminal-j",
        """
Example State Office of Criminal Justice Planning
Subrecipient Monitoring
June 2, 2025
Chief of Police, City of Example
RE: Subaward 2024-JG-117
Special condition 22 of the subaward obliges the subrecipient to certify annually that it does not
restrict communication with DHS. We have no certification for 2025. Kindly return the signed form
and
copies of your department's directives on the subject not later than June 30. Reimbursements are on
hold until then.
Grant Monitor
""",
        "issues",
        "grant_compliance_letter",
        "City of Example",
    ),
    Paper(
        "varied-district-court-city-and-county-of-",
        """
DISTRICT COURT, CITY AND COUNTY OF EXAMPLE
Case Number: 2024CV30001
ORDER RE: PLAINTIFF'S MOTION TO COMPEL
The motion is GRANTED. Within 21 days Example Health shall produce to Plaintiff's counsel the
incident
reports identified in paragraph 4 of the motion. Fees are denied.
Dated May 20, 2024.
BY THE COURT:
/s/ J. Example
District Court Judge
""",
        "issues",
        "court_order",
        "Example Health",
        judicial=True,
    ),
    Paper(
        "varied-to-whom-it-may-concern",
        """
To whom it may concern,
ICE has an active detainer on the below inmate. Please hold him for up to 48 hours past his
release so
that our officers can take custody.
Subject A, A# 200 111 222
DO J. Example, ERO Dallas
""",
        "issues",
        "detainer",
    ),
    Paper(
        "varied-in-the-court-of-common-pleas",
        """
IN THE COURT OF COMMON PLEAS
EXAMPLE COUNTY, OHIO
A, Plaintiff, vs. B, Defendant.     Case No. CV-24-990000
CIVIL SUBPOENA
TO: Example Orthopedics, Medical Records Dept.
You are required, under Civ.R. 45, to PRODUCE at the office of Smith & Example, 1 Plaza, on June 7,
2024 at 9:00 AM: complete chart of A, from 1/1/2020.
Attorney for Plaintiff
/s/ S. Example (0099999)
""",
        "issues",
        "civil_subpoena",
        "Example Orthopedics",
    ),
    Paper(
        "varied-new-york-city-council",
        """
NEW YORK CITY COUNCIL
COMMITTEE ON CRIMINAL JUSTICE
May 1, 2024
Commissioner, Department of Correction
Dear Commissioner:
In preparation for the oversight hearing of May 21, the Committee asks that the Department answer
the
attached questions in writing by May 14 and supply the underlying data.
Sincerely,
Council Member Example
Chair
""",
        "issues",
        "legislative_demand",
        "Department of Correction",
        "NEW YORK CITY COUNCIL",
    ),
    Paper(
        "varied-from-det-example-d-police-example",
        """
From: Det. Example <d@police.example>
To: legal@hostco.example
This is a formal request under 2703(f) that you hold all records for the following accounts until
we can
get a warrant. Accounts: a1, b2.
""",
        "issues",
        "preservation_request",
    ),
    Paper(
        "varied-dhs-ice-ero-chicago",
        """
DHS ICE ERO Chicago
Request for voluntary transfer
Sheriff Example:
We understand Subject A will be released on June 3. We ask that you call the duty phone (555-0100)
when
release processing begins and let our officers wait in the sallyport. There is no obligation to do
so.
SDDO R. Example
""",
        "issues",
        "notification_request",
    ),
    Paper(
        "varied-nevada-gaming-control-board",
        """
Nevada Gaming Control Board
Subpoena
Control No. 24-500
Silver Example Casino
4400 Strip Road
You are hereby notified to have available for the Board's agents at the cage, not later than noon
on June
3, 2024, the multiple transaction logs for May.
Senior Agent
""",
        "issues",
        "administrative_subpoena",
        "Silver Example Casino",
        "Gaming Control Board",
    ),
    Paper(
        "varied-via-muckrock",
        """
VIA MUCKROCK
To Whom It May Concern:
Pursuant to the Colorado Open Records Act, I hereby request the following records:
Any and all use of force policies.
The requested documents will be made available to the general public. I expect the request to be
filled
in an accessible format. Sincerely, Example Reporter
""",
        "issues",
        "records_request",
    ),
    Paper(
        "varied-social-security-administration",
        """
SOCIAL SECURITY ADMINISTRATION
Office of Hearings Operations
Date: March 4, 2024
To: Example Family Clinic
Claimant: Subject A
We are processing a disability claim for your patient. A signed authorization is enclosed. We
would like
you to send us copies of treatment notes since 1/1/2022 within 10 days. We will pay a reasonable
fee.
""",
        "issues",
        "information_request",
        "Example Family Clinic",
    ),
    Paper(
        "varied-department-of-homeland-security",
        """
DEPARTMENT OF HOMELAND SECURITY
U.S. CUSTOMS AND BORDER PROTECTION
SUMMONS TO APPEAR AND/OR PRODUCE RECORDS
To: Example Freight Forwarders
By the service of this summons upon you, you are required to appear before the Customs officer
named
below, or produce the entry records indicated. 19 U.S.C. 1509
""",
        "issues",
        "administrative_summons",
        "Example Freight Forwarders",
    ),
    Paper(
        "varied-united-states-district-court",
        """
UNITED STATES DISTRICT COURT
In the Matter of the Search of Information associated with account x@example.org     Case No.
24-mj-5
SEARCH AND SEIZURE WARRANT
To: Any authorized law enforcement officer
An application by a federal law enforcement officer requests the search of the property described.
I find
that the affidavit establishes probable cause.
YOU ARE COMMANDED to execute this warrant on or before May 14, 2024.
Judge's signature: /s/ U. Example, United States Magistrate Judge
""",
        "issues",
        "search_warrant",
        judicial=True,
    ),
    Paper(
        "varied-example-trademark-holdings",
        """
Example Trademark Holdings
To the abuse desk:
The listing at https://shop.example/item/1 sells counterfeit copies of our goods. Please take it
offline
and tell us when that is done. We have a good faith belief that the use is not authorized.
""",
        "issues",
        "takedown_request",
    ),
    Paper(
        "varied-united-states-department-of-educat",
        """
UNITED STATES DEPARTMENT OF EDUCATION
Office for Civil Rights
Re: OCR Complaint 08-24-1000
Dear Superintendent:
To investigate this complaint OCR needs the following information no later than April 4. Data
Request: 1.
Describe the district's procedures. 2. A copy of each grievance filed.
Team Leader
""",
        "issues",
        "information_request",
    ),
    Paper(
        "varied-ao-442-arrest-warrant",
        """
AO 442  Arrest Warrant
UNITED STATES DISTRICT COURT for the District of Example
United States v. Subject A    Case No. 24-cr-10
To: Any authorized law enforcement officer
YOU ARE COMMANDED to arrest and bring before a United States magistrate judge without unnecessary
delay
Subject A, who is accused of an offense based on: [X] Indictment
""",
        "issues",
        "arrest_warrant",
    ),
    Paper(
        "varied-congress-of-the-united-states",
        """
CONGRESS OF THE UNITED STATES
HOUSE OF REPRESENTATIVES
COMMITTEE ON THE JUDICIARY
January 27, 2025
Mayor of Example
The Committee on the Judiciary is conducting oversight of the enforcement of federal law. Please
transmit
all communications with ICE since January 1, 2021, as soon as possible but by 5:00 p.m. on
February 10.
""",
        "issues",
        "legislative_demand",
    ),
    Paper(
        "varied-commonwealth-of-virginia",
        """
COMMONWEALTH OF VIRGINIA
SPECIAL GRAND JURY
SUBPOENA DUCES TECUM
TO: Example Auto Sales
You are commanded to bring before the special grand jury sitting at the courthouse on July 9, 2024
the deal
jackets for 2023.
""",
        "issues",
        "grand_jury_subpoena",
        "Example Auto Sales",
    ),
    Paper(
        "varied-oficina-del-inspector-general",
        """
OFICINA DEL INSPECTOR GENERAL
12 de marzo de 2024
Directora, Departamento de Salud
Asunto: Requerimiento de información
Como parte de una auditoría, le requerimos que entregue, en o antes del 29 de marzo, los contratos
de
servicios médicos de 2023 y las facturas pagadas.
Inspector General
""",
        "issues",
        "information_request",
    ),
)
