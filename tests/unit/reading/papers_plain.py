"""Short invented papers near demands, in everyday words: answers, reports, notes, notices."""

from __future__ import annotations

from tests.unit.reading.sheet import Paper

VARIED_OTHERS: tuple[Paper, ...] = (
    Paper(
        "varied-example-unified-school-district",
        """
Example Unified School District
Office of the General Counsel
June 12, 2024
To: Nadia Example, Attorney
We write about your letter of May 20. FERPA permits disclosure with signed consent; the form you
sent is
not dated, so we are not able to release the file. Once a dated form arrives we will mail the
records.
Assistant General Counsel
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "varied-from-records",
        """
From: Records
To: Det. Example
Subject: RE: preservation a1, b2
Confirmed. Both accounts have been preserved for 90 days as of today. Reference 55821.
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "varied-state-bank-of-example-subpoena-pro",
        """
State Bank of Example - Subpoena Processing
05/09/2024
Re: Case 24-100, Subject A
Enclosed are statements for account 0042. We charge $25 an hour for research. Please remit $75.00
to the
address above.
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "varied-dear-officer-example",
        """
Dear Officer Example:
Per your subpoena, attached are 31 pages. Page 4 was removed as privileged.
Custodian
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "varied-office-of-the-sheriff",
        """
OFFICE OF THE SHERIFF
June 5, 2025
Dear Director:
I have your notice asking for release dates. California Government Code section 7284.6 permits
that only
for persons with certain convictions. Subject A has none. I must therefore decline.
Sheriff
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "varied-june-1-2025",
        """
June 1, 2025
Via e-mail
Special Agent Example
Re: Administrative subpoena to Bluff Ridge Apartments
Counsel for the landlord here. The subpoena is defective: it cites no statute, was left with a
leasing
clerk, and allows two days. My client objects and will not produce anything unless ordered by a
court.
Attorney for Bluff Ridge
""",
        "contests",
        "response_letter",
    ),
    Paper(
        "varied-commonwealth-of-massachusetts",
        """
COMMONWEALTH OF MASSACHUSETTS
SUPERIOR COURT
EXAMPLE, ss.                        No. 2484CV00100
EMERGENCY MOTION OF NON-PARTY EXAMPLE HOSPITAL TO QUASH KEEPER OF RECORDS SUBPOENA
Now comes Example Hospital and respectfully moves that the subpoena served on it be quashed. As
grounds:
1. It requires production of privileged records.
By its attorney
""",
        "contests",
        "motion",
    ),
    Paper(
        "varied-united-states-district-court",
        """
UNITED STATES DISTRICT COURT
DISTRICT OF EXAMPLE
In re Grand Jury Subpoena      No. 24-gj-1
REPLY IN SUPPORT OF MOTION TO MODIFY
The government's answer misses the point. The subpoena still asks for ten years of e-mail.
""",
        "contests",
        "motion",
    ),
    Paper(
        "varied-example-sheriff-s-office",
        """
EXAMPLE SHERIFF'S OFFICE
ROLL CALL TRAINING 24-06
Topic: Judicial vs. administrative warrants
A judicial warrant is signed by a judge. An I-200 is signed by an officer. When you are shown a
warrant,
look at the signature line. You must comply with a judicial warrant. Call a supervisor in every
case.
""",
        "reports",
        "other",
    ),
    Paper(
        "varied-sheriff-defies-ice-subpoena-sets-u",
        """
Sheriff defies ICE subpoena, sets up court fight
Example Valley Courier
The sheriff of Example County will not give immigration agents the home addresses they demanded
last week
in a subpoena, her office announced Thursday.
"Produce the records or face contempt," the document says. The county's lawyer called it toothless.
""",
        "reports",
        "news_article",
    ),
    Paper(
        "varied-h-b-1234",
        """
H.B. 1234
A BILL TO BE ENTITLED AN ACT relating to responses to immigration detainers.
SECTION 2. A sheriff shall provide notice of release not later than 48 hours before release.
EFFECTIVE DATE: September 1, 2025.
""",
        "reports",
        "other",
    ),
    Paper(
        "varied-affidavit-in-support-of-applicatio",
        """
Affidavit in support of application for search warrant
I, Det. Example, being sworn, state: On May 1 I served a subpoena on Example Wireless, which
produced
subscriber records showing the phone belongs to Subject A. I request that a warrant issue to
search the
phone.
""",
        "reports",
        "other",
    ),
    Paper(
        "varied-2024-example-app-33",
        """
2024 Example App. 33
No. 23-0456
PEOPLE v. SUBJECT A
Appeal from the District Court. Affirmed.
The trial court ordered the hospital to produce records in response to a subpoena. Defendant
argues the
order violated the privilege. We hold that it did not.
JUDGE X and JUDGE Y concur.
""",
        "reports",
        "opinion",
    ),
    Paper(
        "varied-supreme-court-county-of-example",
        """
SUPREME COURT, COUNTY OF EXAMPLE
In the Matter of the Application of the Commissioner of Investigation, Petitioner, for an Order
Compelling
Compliance with a Subpoena by Example Corp., Respondent.      Index 100/24
VERIFIED PETITION
Petitioner alleges: respondent was served on March 1 and has produced no documents. Petitioner
requests an
order directing compliance within ten days.
""",
        "reports",
        "enforcement_petition",
    ),
    Paper(
        "varied-acknowledgment-of-service",
        """
ACKNOWLEDGMENT OF SERVICE
I, the undersigned, acknowledge that I received a copy of the Subpoena Duces Tecum in this action
on the
4th day of May, 2024 and accept service for Example Clinic.
/s/ M. Example
""",
        "reports",
        "other",
    ),
    Paper(
        "varied-from-city-clerk",
        """
From: City Clerk
To: City Attorney
Subject: FW: subpoena

Hi - the attached arrived by courier at 3 pm. I stamped it. I assume your office will respond.
""",
        "forwards",
        "other",
    ),
    Paper(
        "varied-example-process-service-inc",
        """
EXAMPLE PROCESS SERVICE, INC.
TRANSMITTAL
To: Registered Agent Services
Documents enclosed: Subpoena in a civil action; witness fee check $47.20
Date of service: 6/1/2024
""",
        "forwards",
        "other",
    ),
    Paper(
        "varied-subp-form-sample-do-not-file",
        """
SUBP-FORM (sample, do not file)
SUPERIOR COURT OF [COUNTY]
[Plaintiff] v. [Defendant]         Case No. [number]
CIVIL SUBPOENA
To: [name and address of witness]
YOU ARE ORDERED TO APPEAR at [place] on [date] and bring [documents].
""",
        "templates",
        "civil_subpoena",
    ),
    Paper(
        "varied-how-to-write-a-request-sample-text",
        """
How to write a request: sample text
"Dear Records Officer, I request under the Public Records Act copies of ____________ from ________
to
________. Please notify me if the cost exceeds $______."
Name: ____________  Address: ____________
""",
        "templates",
        "records_request",
    ),
    Paper(
        "varied-notice-of-hearing",
        """
NOTICE OF HEARING
Zoning Board of Appeals
You are hereby notified that a public hearing on the variance sought for 12 Elm Street will be
held on
June 4, 2024 at 7:00 p.m. Written comments may be submitted before the hearing.
""",
        "none",
        "other",
    ),
    Paper(
        "varied-dear-customer",
        """
Dear Customer,
Your subscription will renew on June 1. To keep your account active, please update your billing
information within 7 days.
""",
        "none",
        "other",
    ),
    Paper(
        "varied-promissory-note-demand",
        """
PROMISSORY NOTE DEMAND
You are in default. Demand is made for $12,500.00 plus interest, payable within 15 days.
Holder
""",
        "none",
        "other",
    ),
    Paper(
        "varied-dear-sheriff",
        """
Dear Sheriff,
On behalf of the rotary club I would like to thank your deputies for their help at the parade.
Please
extend our gratitude to them.
""",
        "none",
        "other",
    ),
    Paper(
        "varied-memorandum-of-understanding",
        """
MEMORANDUM OF UNDERSTANDING
between the County and the City. The County shall provide dispatch services. The City shall pay
$40,000 a
year. Either party shall provide ninety days' notice of termination.
""",
        "none",
        "other",
    ),
    Paper(
        "varied-example-county-public-records",
        """
Example County Public Records
Request #24-1001 - status
Hello Mo,
We've found 214 complaints. 200 are ready for you in the portal. The other 14 need review by the
state's
attorney. You'll hear from us by May 1.
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "varied-meta-example-platforms",
        """
Meta Example Platforms
Law Enforcement Response Team
Case #5550
The account identified in your legal process does not exist or has been deleted.
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "varied-memorandum",
        """
MEMORANDUM
TO: Council Member R. Example
FROM: Chief of Police
RE: License plate readers - answers to your requests
(a) One agreement, attached. (b) 4,112 queries. (c) 30 days.
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "varied-united-states-of-america",
        """
UNITED STATES OF AMERICA
DEPARTMENT OF HOMELAND SECURITY
July 8, 2025
Sheriff Example
Re: Detainer for Subject A
ICE no longer has an interest in the above individual. The detainer lodged on June 30 is cancelled.
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "varied-to-the-records-appeals-officer",
        """
To the Records Appeals Officer:
Your office refused my request for jail video on June 1. I disagree. The ongoing-investigation
exception
does not apply because the case is closed. I ask that the refusal be overturned.
Jo Example
""",
        "contests",
        "response_letter",
    ),
    Paper(
        "varied-example-city-council",
        """
Example City Council
Agenda item 12
Staff report: Response to federal subpoena
Recommendation: receive and file. Background: on May 2 the police department was served with an
administrative subpoena for license plate data. The City Attorney has advised the department to
respond by
May 30.
""",
        "reports",
        "other",
    ),
    Paper(
        "varied-when-ice-comes-to-your-workplace",
        """
WHEN ICE COMES TO YOUR WORKPLACE
1. Stay calm. 2. Ask for the warrant. 3. Do not hand over I-9 forms; you have three business days.
4. Call the
hotline.
""",
        "reports",
        "other",
    ),
    Paper(
        "varied-example-city-a-federal-judge-on-fr",
        """
EXAMPLE CITY - A federal judge on Friday ordered the school district to hand over enrollment
records to
immigration investigators.
By Jo Example / Example Tribune
""",
        "reports",
        "news_article",
    ),
    Paper(
        "varied-usps-tracking",
        """
USPS Tracking
Your item was delivered to the front desk at 10:11 am on June 3, 2024 in EXAMPLE, CO 80000.
""",
        "reports",
        "delivery_notice",
    ),
    Paper(
        "varied-return-of-service",
        """
RETURN OF SERVICE
I received this subpoena on May 1 and on May 3 at 2:15 p.m. delivered it in person to the clerk at
the front
desk of Example Bank. Fee: $45. Deputy 1442
""",
        "reports",
        "other",
    ),
    Paper(
        "varied-q-did-the-hospital-receive-a-subpo",
        """
Q. Did the hospital receive a subpoena?
A. It did, yes.
Q. And what did you do with it?
A. I sent it to legal.
""",
        "reports",
        "other",
    ),
    Paper(
        "varied-california-code-of-regulations-tit",
        """
California Code of Regulations, title 15, section 10
Inmate records. The facility shall provide records to an inmate's attorney upon written request.
""",
        "reports",
        "other",
    ),
    Paper(
        "varied-name-of-court-case-number",
        """
NAME OF COURT: ______   CASE NUMBER: ______
SUBPOENA FOR PRODUCTION OF BUSINESS RECORDS
THE PEOPLE OF THE STATE TO (name, address, and telephone number of witness, if known):
1. YOU ARE ORDERED TO PRODUCE THE BUSINESS RECORDS described in item 3, as follows:
To (name of deposition officer): ______ On (date): ______ At (time): ______
Date issued: ______
(TYPE OR PRINT NAME)  (SIGNATURE OF PERSON ISSUING SUBPOENA)
""",
        "templates",
        "civil_subpoena",
    ),
    Paper(
        "varied-district-court-of-example",
        """
DISTRICT COURT OF EXAMPLE
ORDER (proposed)
IT IS ORDERED that Example Bank produce statements by ________.
____________________
JUDGE
""",
        "templates",
        "court_order",
    ),
    Paper(
        "varied-warranty-claim",
        """
WARRANTY CLAIM
Dear Sir: The dishwasher you sold me has stopped. Please send a technician or return my money
within 10 days.
""",
        "none",
        "other",
    ),
    Paper(
        "varied-lease-agreement",
        """
LEASE AGREEMENT
Tenant shall pay rent. Tenant shall provide proof of insurance within ten days of the start date.
""",
        "none",
        "other",
    ),
    Paper(
        "varied-invoice-10442",
        """
Invoice 10442
Example Court Reporting
Transcript of hearing, 88 pages: $440. Terms: net 30. Please make checks payable to Example Court
Reporting.
""",
        "none",
        "other",
    ),
    Paper(
        "varied-team-lunch-is-at-noon-on-friday-in",
        """
Team, lunch is at noon on Friday in the break room. Bring a dish. Tell Ana what you'll make.
""",
        "none",
        "other",
    ),
    Paper(
        "varied-notice-of-deficiency",
        """
NOTICE OF DEFICIENCY
Your tax return for 2022 shows a balance. If you agree, sign and return this form with payment. If
not, you may
petition the Tax Court within 90 days.
""",
        "none",
        "other",
    ),
)
