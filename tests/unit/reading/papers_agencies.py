"""Short invented demands of agencies, legislatures and requesters. No real person or matter."""

from __future__ import annotations

from tests.unit.reading.sheet import Paper

DEMANDS_OF_AGENCIES: tuple[Paper, ...] = (
    Paper(
        "i138-form",
        """
U.S. DEPARTMENT OF HOMELAND SECURITY
IMMIGRATION ENFORCEMENT SUBPOENA
1. To (Name, Address, City, State, Zip Code)          2. From
Chief of Records, Denver Justice Center               Enforcement and Removal Operations
Subpoena Number: DEN-20-0117
3. In Reference To (Title of Proceeding)
SUBJECT ONE, Example
By the service of this subpoena upon you, YOU ARE HEREBY SUMMONED AND REQUIRED TO:
(A) [ ] APPEAR before the Immigration Officer named in Block 2 to testify
(B) [X] PRODUCE the records described in Block 4
4. Records required to be produced for inspection: booking photograph; home address; emergency
contact.
You are required to comply within 14 days. Authority: 8 U.S.C. 1225(d)(4), 8 C.F.R. 287.4
Failure to comply may subject you to an order of contempt by a federal District Court.
/s/ Example T. Officer
Assistant Field Office Director
DHS Form I-138
""",
        "issues",
        "administrative_subpoena",
        "Denver Justice Center",
        "Homeland Security",
        False,
    ),
    Paper(
        "i138-prose",
        """
UNITED STATES OF AMERICA
DEPARTMENT OF HOMELAND SECURITY
Homeland Security Investigations
SUBPOENA DUCES TECUM
TO: Custodian, Bluff Ridge Apartments LLC
Pursuant to section 235(d)(4) of the Immigration and Nationality Act you are commanded to produce
leases and rental applications for Unit 4 at 500 Example Street by March 3, 2025.
Special Agent in Charge Marta V. Example
February 18, 2025
""",
        "issues",
        "administrative_subpoena",
        "Bluff Ridge Apartments",
        "HOMELAND SECURITY",
        False,
    ),
    Paper(
        "hhs-oig",
        """
DEPARTMENT OF HEALTH AND HUMAN SERVICES
OFFICE OF INSPECTOR GENERAL
SUBPOENA
TO: Lakeside Home Care, Inc., 12 Water Street
YOU ARE HEREBY COMMANDED TO APPEAR BEFORE an official of the Office of Inspector General
at 90 Example Plaza, Chicago, on June 4, 2024 at 10:00 a.m. and bring with you
all claims submitted to Medicare since 2020.
This subpoena issues under the Inspector General Act, 5 U.S.C. 406(a)(4).
Deputy Inspector General Rowan P. Example
""",
        "issues",
        "administrative_subpoena",
        "Lakeside Home Care",
        "HEALTH AND HUMAN SERVICES",
        False,
    ),
    Paper(
        "nlrb",
        """
SUBPOENA DUCES TECUM
UNITED STATES OF AMERICA
NATIONAL LABOR RELATIONS BOARD
To: Custodian of Records, Hartley Mills Corp.
As requested by counsel for the General Counsel, YOU ARE HEREBY REQUIRED AND DIRECTED TO APPEAR
BEFORE
an Administrative Law Judge of the National Labor Relations Board on May 9, 2023, and to produce
personnel files of dispatchers. Case 09-CA-000111. 29 U.S.C. 161. B-1-ABC123
In testimony whereof, the seal of the Board and the signature of the Regional Director are affixed.
Regional Director Ida Q. Example
""",
        "issues",
        "administrative_subpoena",
        "Hartley Mills",
        "NATIONAL LABOR RELATIONS BOARD",
        False,
    ),
    Paper(
        "3486",
        """
United States Department of Justice
SUBPOENA DUCES TECUM
TO: Example Regional Hospital
By virtue of the authority of 18 U.S.C. § 3486 you are hereby summoned and required to produce
patient
records described in Attachment A to Special Agent Lee Example on or before July 9, 2025.
Issued under authority of 18 U.S.C. § 3486 this 9th day of June 2025.
Assistant United States Attorney Ann Q. Example
""",
        "issues",
        "administrative_subpoena",
        "Example Regional Hospital",
        "Department of Justice",
        False,
    ),
    Paper(
        "dea",
        """
U.S. DEPARTMENT OF JUSTICE / DRUG ENFORCEMENT ADMINISTRATION
SUBPOENA
Case No: IX-22-0045          Subpoena No. 22-118
TO: Pinecrest Pharmacy
AT: 4 Main Street, Dover
GREETING: By the service of this subpoena upon you by Diversion Investigator M. Example, who is
authorized
to serve it, you are hereby commanded and required to appear before the said Investigator to give
testimony
and to bring with you dispensing logs for 2021. 21 U.S.C. 876.
Place and time for appearance: 1 Federal Plaza, on the 3rd day of March, 2022
Diversion Program Manager Kay Example
""",
        "issues",
        "administrative_subpoena",
        "Pinecrest Pharmacy",
        "DRUG ENFORCEMENT",
        False,
    ),
    Paper(
        "cid",
        """
STATE OF ILLINOIS
OFFICE OF THE ATTORNEY GENERAL
CIVIL INVESTIGATIVE DEMAND No. 2023-CP-17
TO: Brightline Credit Repair LLC
This demand is issued under the Consumer Fraud Act in the course of an investigation. You are
required to
produce within thirty (30) days of service:
1. consumer complaints since 2020;
2. advertising copy.
Assistant Attorney General Bea Example
""",
        "issues",
        "administrative_subpoena",
        "Brightline Credit Repair",
        "ILLINOIS",
        False,
    ),
    Paper(
        "irs",
        """
Summons
Department of the Treasury - Internal Revenue Service
In the matter of Example Holdings
The Commissioner of Internal Revenue
To: Second National Bank
At: 22 Bank Street
You are hereby summoned and required to appear before Revenue Agent P. Example to give testimony
and to bring
with you statements of account for 2019. 26 U.S.C. 7602.
Place and time for appearance: 10 Court Street, on May 1, 2021 at 9 a.m.
Form 2039
""",
        "issues",
        "administrative_summons",
        "Second National Bank",
        "Internal Revenue",
        False,
    ),
    Paper(
        "customs",
        """
U.S. CUSTOMS AND BORDER PROTECTION
SUMMONS TO APPEAR AND/OR PRODUCE RECORDS
To: Platform Trust and Safety, Examplebook Inc.
Under 19 U.S.C. 1509 you are commanded to furnish the subscriber information for account @example
by 14 March 2017.
You are requested not to disclose the existence of this summons for an indefinite period of time.
Issued by: Special Agent in Charge Adam H. Example
DHS Form 3115 (6/09)
""",
        "issues",
        "administrative_summons",
        "Examplebook",
        "CUSTOMS AND BORDER PROTECTION",
        False,
    ),
    Paper(
        "i247d",
        """
DEPARTMENT OF HOMELAND SECURITY
IMMIGRATION DETAINER - REQUEST FOR VOLUNTARY ACTION
Subject ID: 3344    Event #: DAL1606000012    File No: A 000 000 114    Date: June 20, 2016
TO: Dallas County Jail
FROM: ICE ERO Dallas
Name of Subject: SUBJECT-TWO, Example
IT IS REQUESTED THAT YOU: serve a copy of this form on the subject and maintain custody of him/her
for a period
NOT TO EXCEED 48 HOURS beyond the time when he/she would otherwise have been released.
Immigration Officer Dana R. Example
DHS Form I-247D (5/15)
""",
        "issues",
        "detainer",
        "Dallas County Jail",
        "HOMELAND SECURITY",
        False,
    ),
    Paper(
        "i247-2012",
        """
DEPARTMENT OF HOMELAND SECURITY
IMMIGRATION DETAINER - NOTICE OF ACTION
File No: A000 000 208 Date: March 4, 2013
TO: Lehigh County Prison
MAINTAIN CUSTODY OF ALIEN FOR A PERIOD NOT TO EXCEED 48 HOURS
Name of Alien: SUBJECT-THREE, Example
IT IS REQUESTED THAT YOU: maintain custody of the subject for a period not to exceed 48 hours,
excluding
Saturdays, Sundays, and holidays, beyond the time when the subject would have otherwise been
released.
(Signature of Immigration Officer) Kim Example, Immigration Enforcement Agent
DHS Form I-247 (12/12)
""",
        "issues",
        "detainer",
        "Lehigh County Prison",
        "HOMELAND SECURITY",
        False,
    ),
    Paper(
        "i247n",
        """
DEPARTMENT OF HOMELAND SECURITY
REQUEST FOR VOLUNTARY NOTIFICATION OF RELEASE OF SUSPECTED PRIORITY ALIEN
TO: Marion County Sheriff          FROM: ERO Portland
Name: SUBJECT-FOUR, Example
DHS requests that you provide notice as early as practicable (at least 48 hours, if possible)
before the subject
is released from your custody. This form does not request or authorize that you hold the subject
beyond the
scheduled release.
Deportation Officer Alex Example
DHS Form I-247N (6/15)
""",
        "issues",
        "notification_request",
        "Marion County Sheriff",
        "HOMELAND SECURITY",
        False,
    ),
    Paper(
        "notification-mail",
        """
To: Jail Records, Tompkins County
From: ICE ERO Buffalo
Date: 3 April 2019

Good morning,
Please advise this office of the release date and time of the following inmate so that our
officers can be
present at the sally port:
Name: SUBJECT-FIVE, Example
Booking No. 19-0044
Thank you,
Deportation Officer R. Example
ICE Enforcement and Removal Operations
""",
        "issues",
        "notification_request",
        "Tompkins County",
        "ICE",
        False,
    ),
    Paper(
        "i200",
        """
U.S. DEPARTMENT OF HOMELAND SECURITY
Warrant for Arrest of Alien
File No. A000 000 620
Date: October 2, 2023
To: Any immigration officer authorized pursuant to sections 236 and 287 of the Immigration and
Nationality Act
I have determined that there is probable cause to believe that SUBJECT-SIX, Example is removable
from the
United States. YOU ARE COMMANDED to arrest and take into custody the above-named alien.
Sal Example, Supervisory Detention and Deportation Officer
(Signature of Authorized Immigration Officer)
Form I-200 (Rev. 09/16)
""",
        "issues",
        "administrative_warrant",
        "immigration officer",
        "HOMELAND SECURITY",
        False,
    ),
    Paper(
        "noi",
        """
U.S. Department of Homeland Security
Homeland Security Investigations
Office of the Special Agent in Charge
December 4, 2018

Example Poultry Company
100 Mill Road
Gainesville, GA 30501

NOTICE OF INSPECTION

Dear Employer:
Section 274A of the Immigration and Nationality Act requires employers to hire only persons
authorized to work.
On December 11, 2018 HSI will conduct a review of your Forms I-9. Please provide payroll records
and a list of
current employees. You are entitled to three business days' notice.
Sincerely,
Dale Example
Auditor
""",
        "issues",
        "notice_of_inspection",
        "Example Poultry",
        "Homeland Security",
        False,
    ),
    Paper(
        "grant-2018",
        """
U.S. Department of Justice
Office of Justice Programs
Bureau of Justice Assistance
January 24, 2018
The Honorable Mayor of Example City
RE: Request for documents, Byrne JAG award 2016-DJ-BX-0999
Dear Mayor:
Special condition 23 of the award requires cooperation with monitoring. Accordingly, I am
requesting all
documents reflecting any orders, directives, instructions, or guidance to your law enforcement
employees.
Please submit them by February 23, 2018. Failure to respond will result in a subpoena.
Sincerely,
Jo Example
Director
""",
        "issues",
        "grant_compliance_letter",
        "Mayor of Example City",
        "Department of Justice",
        False,
    ),
    Paper(
        "doj-sheriffs",
        """
U.S. Department of Justice
Office of the Deputy Attorney General
July 17, 2025
The Honorable Sheriff of Example County
Dear Sheriff:
The Department requests that your office provide, within 30 days, a list of all inmates in your
custody who are
not citizens, the crimes for which they are held, and their scheduled release dates. Your
cooperation is voluntary,
but the Department will pursue all available means, including subpoenas.
Sincerely,
Pat Example
Assistant Attorney General
""",
        "issues",
        "information_request",
        "Sheriff",
        "Department of Justice",
        False,
    ),
    Paper(
        "state-labor-request",
        """
TEXAS WORKFORCE COMMISSION
Tax Department
REQUEST FOR INFORMATION
Date: 4/2/2024
Employer: Example Drywall Co.
Please furnish the names and wages of all persons paid in the first quarter of 2024. Return this
form within 10 days.
Field Examiner S. Example
""",
        "issues",
        "information_request",
        "Example Drywall",
        "TEXAS WORKFORCE COMMISSION",
        False,
    ),
    Paper(
        "senate",
        """
UNITED STATES SENATE
COMMITTEE ON HOMELAND SECURITY AND GOVERNMENTAL AFFAIRS
September 9, 2024
Mr. Chief Executive
Example Platform, Inc.
Dear Sir:
The Committee is conducting oversight of content moderation. Please provide the following by
September 23, 2024:
1. all policies on election advertising;
2. a staff briefing.
Sincerely,
Lou Example
Chairman
""",
        "issues",
        "legislative_demand",
        "Example Platform",
        "SENATE",
        False,
    ),
    Paper(
        "legislative-auditor",
        """
Illinois House of Representatives
Special Investigating Committee
SUBPOENA
To: Director, Department of Children and Family Services
By authority of the House you are commanded to appear before the Committee on March 4, 2020, Room
114, and to bring
contracts with residential centers.
Chairperson Example Welch
""",
        "issues",
        "legislative_demand",
        "Department of Children",
        "House of Representatives",
        False,
    ),
    Paper(
        "nsl",
        """
U.S. Department of Justice
Federal Bureau of Investigation
Washington, D.C.
May 20, 2019
Custodian of Records
Example Internet Company
Dear Custodian:
Under the authority of Executive Order 12333 and pursuant to Title 18, United States Code, Section
2709, you are hereby
directed to provide to the FBI the names, addresses, and length of service for the account listed.
I certify that the information sought is relevant to an authorized investigation to protect
against international
terrorism. You shall not disclose to any person that the FBI has sought this information.
Deputy Assistant Director J. Example
""",
        "issues",
        "national_security_letter",
        "Example Internet",
        "Federal Bureau",
        False,
    ),
    Paper(
        "2703f",
        """
Los Angeles County Sheriff's Department
Cyber Crime Unit
Date: 2/2/2022
To: Example Social, Custodian of Records
RE: PRESERVATION REQUEST
Dear Custodian,
Pursuant to 18 U.S.C. § 2703(f), you are requested to preserve, pending the issuance of legal
process, all records for
the account example_77 for a period of 90 days. Please do not disclose this request.
Detective M. Example
""",
        "issues",
        "preservation_request",
        "Example Social",
        "Los Angeles County Sheriff",
        False,
    ),
    Paper(
        "litigation-hold",
        """
Sample & Example, P.C.
Attorneys at Law
March 3, 2023
City of Example, Office of the City Attorney
Re: Preservation of evidence, incident of February 2, 2023
Dear Counsel:
Please preserve all video, dispatch audio and reports of the incident. Do not delete or overwrite
them.
Very truly yours,
Dee Example
Attorney for the claimant
""",
        "issues",
        "preservation_request",
        "City of Example",
        "Sample & Example",
        False,
    ),
    Paper(
        "takedown",
        """
STATE OF OHIO
BOARD OF PHARMACY
May 5, 2022
To: Example Market, Legal Department
Removal request: listing 4471
The listing offers prescription medicine without a licence. We ask that you remove the listing
within 48 hours.
Compliance Agent W. Example
""",
        "issues",
        "takedown_request",
        "Example Market",
        "OHIO",
        False,
    ),
    Paper(
        "foil",
        """
April 4, 2024
Records Access Officer
Village of Example
Re: Freedom of Information Law request
Dear Records Access Officer:
Under the provisions of the New York Freedom of Information Law, Article 6 of the Public Officers
Law, I hereby request
a copy of all detainer requests received in 2023. If there are any fees, please inform me. As you
know, the law
requires that an agency respond within five business days.
Sincerely,
Chris Example
""",
        "issues",
        "records_request",
        "Village of Example",
        "Chris Example",
        False,
    ),
    Paper(
        "cpra",
        """
California Press Foundation
To: City of Example, City Clerk
Public Records Act Request
Pursuant to the California Public Records Act, Gov. Code 7920.000 et seq., please provide copies
of e-mails between the
police chief and ICE from January 1 to March 31, 2025.
Jamie Example, Staff Attorney
""",
        "issues",
        "records_request",
        "City of Example",
        "California Press Foundation",
        False,
    ),
)
