"""Pages of invented packets: what a cover, an instrument, a schedule, a proof look like."""

from __future__ import annotations

COVER = """
Law Office of Attorney E
12 Main Street, Example

June 3, 2019

Clerk, Village of Example

Enclosed is a subpoena with Attachment A. Please call with questions.

Sincerely,
Attorney E
"""
AGENCY_COVER = """
STATE OF EXAMPLE
DEPARTMENT OF LABOR
May 6, 2024

Town of Example
Attn: Records Officer

Re: Inspection 24-117

The enclosed administrative subpoena calls for records of the town. An officer will call.

Very truly yours,
Officer A
Investigator
"""
SUBPOENA = """
STATE OF EXAMPLE - CIRCUIT COURT - SAMPLE COUNTY
A v. Village of Example, Case No. 2019CV000993
SUBPOENA TO PRODUCE RECORDS

To: Village of Example

You are commanded to produce the records listed in Attachment A by June 28, 2019.

Issued June 3, 2019
Attorney E, attorney for plaintiff
"""
SECOND_SUBPOENA = """
STATE OF EXAMPLE - CIRCUIT COURT - SAMPLE COUNTY
A v. Village of Example, Case No. 2019CV000993
SUBPOENA TO TESTIFY AT A DEPOSITION

To: Chief of Police, Village of Example

You are commanded to appear and testify on July 9, 2019 at 9:00 a.m.

Issued June 3, 2019
Attorney E, attorney for plaintiff
"""
AGENCY_SUBPOENA = """
STATE OF EXAMPLE
DEPARTMENT OF LABOR

ADMINISTRATIVE SUBPOENA

To: Town of Example

You are hereby required to produce the records described in Schedule A on or before
May 30, 2024.

May 6, 2024
Officer A, Investigator
"""
GRAND_JURY = """
UNITED STATES DISTRICT COURT
for the District of Example

SUBPOENA TO TESTIFY BEFORE A GRAND JURY

To: Custodian of Records, County of Example

YOU ARE COMMANDED to appear in this court on September 10, 2024 at 9:00 a.m. and to bring
the records listed in Attachment A.

CLERK OF COURT
"""
ATTACHMENT = """
ATTACHMENT A

1. Snow-removal contracts, 2016 to 2018
2. Complaints about icy sidewalks
"""
SCHEDULE = """
SCHEDULE A

1. Payroll records of the road crew, 2022 to 2023
2. Time sheets of the road crew
3. The town's overtime policy
"""
SCHEDULE_ON = """
4. Letters between the town and its insurer
5. Names of the crew's supervisors
"""
TITLED_SCHEDULE = """
Attachment A to Subpoena

DOCUMENTS TO BE PRODUCED

1. Visitor logs of the jail
2. Telephone recordings of the jail
"""
DEFINITIONS = """
DEFINITIONS AND INSTRUCTIONS

1. "Document" means any writing.
2. "You" means the town and its officers.
"""
PROOF = """
PROOF OF SERVICE

I served this subpoena on the Village of Example by certified mail on June 5, 2019.

Officer C, server
"""
AFFIDAVIT = """
STATE OF EXAMPLE
COUNTY OF SAMPLE

AFFIDAVIT OF SERVICE

Officer C, being duly sworn, says that on June 5, 2019 the subpoena was delivered in person to
the clerk of the Village of Example.

Sworn before me on June 6, 2019
Notary Public
"""
EARLY_AFFIDAVIT = AFFIDAVIT.replace("June 6, 2019", "June 4, 2019")
CERTIFICATE = """
CERTIFICATE OF SERVICE

I certify that on June 4, 2019 I sent a copy of the subpoena by first-class mail to the Village.

Attorney E
"""
RETURN = """
RETURN OF SERVICE

This subpoena for the Village of Example was received by me on June 4, 2019.
I served it by handing a copy to the clerk on June 5, 2019.

Server's signature
"""
CONSUMER_NOTICE = """
NOTICE TO CONSUMER OR EMPLOYEE

To: Subject A

Your records are being sought from the Village by the party named in the subpoena.
You may object before the date of production.
"""
CUSTOMER_NOTICE = """
CUSTOMER NOTICE

Records concerning your account are sought under the attached subpoena. You may move to quash.
"""
RULE_TEXT = """
Federal Rule of Civil Procedure 45 (c), (d), (e), and (g) (Effective 12/1/13)

(c) Place of Compliance.
(1) For a Trial, Hearing, or Deposition. A subpoena may command a person to attend a trial.
(d) Protecting a Person Subject to a Subpoena; Enforcement.
"""
STATUTE = """
Example Revised Statutes 14-22. Subpoenas by the department.

(1) The department may issue subpoenas to compel the production of books and papers.
(2) A person who fails to obey may be punished by the circuit court as for contempt.
(3) This section does not limit any other power of the department.
"""
FAX = """
FAX COVER SHEET

To: Example Jail
From: Field Office
Pages: 3 including cover
Date: March 4, 2024
"""
TRANSMITTAL = """
County of Sample
FACSIMILE TRANSMITTAL

TO: Records Unit
FAX: 555 010 0144
NUMBER OF PAGES: 4
"""
DETAINER = """
DEPARTMENT OF HOMELAND SECURITY
IMMIGRATION DETAINER - NOTICE OF ACTION

TO: Example Jail

IT IS REQUESTED THAT YOU maintain custody for a period not to exceed 48 hours.

Officer A, Deportation Officer
DHS Form I-247A (3/17)
"""
WARRANT = """
U.S. DEPARTMENT OF HOMELAND SECURITY
WARRANT FOR ARREST OF ALIEN

To: Any immigration officer

YOU ARE COMMANDED to arrest SUBJECT-SIX, Example, who is removable from the United States.

Officer B, Supervisory Detention and Deportation Officer
Form I-200
"""
MOTION = """
UNITED STATES DISTRICT COURT
DISTRICT OF EXAMPLE

UNITED STATES OF AMERICA v. EXAMPLE COUNTY
Case No. 1:20-mc-00055

MOTION TO COMPEL COMPLIANCE WITH SUBPOENA

Movant asks the Court to compel the County to obey the subpoena of May 1.
"""
MOTION_ON = """
The subpoena was served on May 2. The County produced nothing. A copy is Exhibit 1.

WHEREFORE the motion should be granted.

Respectfully submitted,
/s/ Officer A
Assistant United States Attorney
"""
ORDER = """
UNITED STATES DISTRICT COURT
DISTRICT OF EXAMPLE

IN RE SUBPOENA TO EXAMPLE COUNTY
Case No. 1:20-mc-00055

[PROPOSED] ORDER

The motion is granted. The County shall produce the records within 14 days.

United States District Judge
"""
DECLARATION = """
DECLARATION OF KIM SAMPLE

I, Officer A, declare as follows:
1. I am an officer of the agency.
2. I mailed the subpoena on May 1, 2020.

I declare under penalty of perjury that this is true.
/s/ Officer A
"""
EXHIBIT_1 = """
EXHIBIT 1
"""
EXHIBIT_B = """
Exhibit B

Telephone call of May 3, 2020, notes of the officer
"""
REQUEST = """
Sample Newsroom
44 Press Lane, Example

April 2, 2024

Records Custodian, City of Example

Under the Public Records Act I request copies of:
1. the city's contracts with data brokers
2. the invoices under them

Sincerely,
Requester D
"""
EARLIER_LETTER = """
City of Example
Office of the Clerk

March 11, 2024

Requester D
Sample Newsroom

Dear Requester D:
We received your earlier request and will answer by March 25, 2024.

Sincerely,
Officer B, Clerk
"""
ENVELOPE = """
FIRST-CLASS MAIL
Office of the Example Attorney
100 Court Street
Example, CO 80202

Clerk, Village of Example
1 Village Plaza
Example, CO 80203
"""
SEPARATOR = """
[This page intentionally left blank]
"""
BARE = ""
PRESERVATION = """
OFFICE OF THE EXAMPLE ATTORNEY

August 5, 2024

Example Police Department

Re: Preservation request, 18 U.S.C. 2703(f)

You are requested to preserve all records of the account for 90 days.

Sincerely,
Officer A
"""
SEARCH_WARRANT = """
STATE OF EXAMPLE
DISTRICT COURT OF SAMPLE COUNTY

SEARCH WARRANT

To any peace officer: you are commanded to search the premises described in Attachment A and
to seize the things described in Attachment B.

District Court Judge
"""
ATTACHMENT_B = """
ATTACHMENT B

Things to be seized

1. Ledgers
2. Telephones
"""
ACKNOWLEDGMENT = """
ACKNOWLEDGMENT OF RECEIPT

I received the subpoena on June 5, 2019 by e-mail.

Clerk
"""


def long_page(n: int, topic: str) -> str:
    """A page of running words, as the middle of any long paper has."""
    return (
        f"{topic} is set out here at length, and the account goes on from the page before.\n"
        f"The matters of part {n} concern what was done, when it was done and by whom.\n"
        "Nothing on this page begins anything new; it goes on with what was said above.\n"
        "The reader will find further particulars on the pages that follow this one.\n"
    )
