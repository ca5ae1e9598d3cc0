"""Short invented papers that only look like demands, with what they are. Nobody real."""

from __future__ import annotations

from tests.unit.reading.papers_about import PAPERS_ABOUT
from tests.unit.reading.papers_answers import ANSWERS_AND_CONTESTS
from tests.unit.reading.papers_plain import VARIED_OTHERS
from tests.unit.reading.sheet import Paper

OTHERS: tuple[Paper, ...] = (
    *ANSWERS_AND_CONTESTS,
    *PAPERS_ABOUT,
    *VARIED_OTHERS,
    Paper(
        "response-decline",
        """
OFFICE OF THE CITY ATTORNEY
CITY OF EXAMPLE
March 1, 2020
Assistant Field Office Director
ICE, Example Field Office
RE: Immigration Enforcement Subpoenas dated January 13, 2020
Dear Director:
In response to the subpoenas served on the Sheriff, the City respectfully declines to produce the
requested
information because the subpoenas are not enforceable without a court order.
Sincerely,
Kris Example
City Attorney
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "response-produce",
        """
Example County Sheriff's Office
Records Division
Date: 5/5/2023
Your subpoena DEN-20-0117
Enclosed are the booking photograph and the arrest report. The home address is withheld under
state law.
Certification of the custodian of records is attached.
Records Supervisor L. Example
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "foia-denial",
        """
U.S. Customs and Border Protection
FOIA Division
June 3, 2022
Dear Requester:
This is a final response to your Freedom of Information Act request CBP-2022-000111. We are
withholding nine pages
under exemption 7(E). You may appeal within 90 days of the date of this letter.
Sincerely,
FOIA Officer
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "extension-answer",
        """
Village of Example
We acknowledge receipt of your records request of April 4, 2024. We require an additional five
business days
because the records are stored elsewhere.
Village Clerk
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "hold-declined-mail",
        """
We received your detainer for the inmate. Our policy does not allow us to hold him without a
warrant signed by a
judge. He will be released at the end of his sentence.
Jail Administration
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "objection-letter",
        """
Sample Lane LLP
June 1, 2023
Robin Example, Esq.
Re: Objections to subpoena served on Collin County
Dear Counsel:
Pursuant to Rule 45(d)(2)(B), Collin County objects to the subpoena as overbroad and unduly
burdensome.
The request for all deed records would require the production of millions of pages.
Very truly yours,
Mel Example
Counsel for Collin County
""",
        "contests",
        "response_letter",
    ),
    Paper(
        "motion-quash-federal",
        """
UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA
IN RE ADMINISTRATIVE SUBPOENA          Case No. 3:25-mc-80011
MOTION OF EXAMPLE PLATFORM TO QUASH ADMINISTRATIVE SUBPOENA
Example Platform moves this Court to quash the subpoena issued by the Department of Homeland
Security under
8 U.S.C. 1225(d). The subpoena commands Example Platform to produce account records within ten days.
/s/ Alex Example
Counsel for Example Platform
""",
        "contests",
        "motion",
    ),
    Paper(
        "opposition",
        """
SUPERIOR COURT OF THE STATE OF WASHINGTON, KING COUNTY
Sample v. Example                     No. 22-2-00001-1
MEMORANDUM IN OPPOSITION TO MOTION TO COMPEL
Non-party Example Clinic opposes the motion to compel. The subpoena demands records that RCW 70.02
protects.
Attorneys for Example Clinic
""",
        "contests",
        "motion",
    ),
    Paper(
        "petition-enforce",
        """
IN THE UNITED STATES DISTRICT COURT FOR THE DISTRICT OF COLORADO
UNITED STATES OF AMERICA, Petitioner, v. EXAMPLE COUNTY SHERIFF, Respondent.     Case No.
1:20-mc-00055
PETITION TO ENFORCE ADMINISTRATIVE SUBPOENAS
The United States petitions this Court to order the respondent to comply with four subpoenas under
8 U.S.C. 1225(d)(4)(A). Respondent has refused to produce the information. WHEREFORE, petitioner
prays for an order.
United States Attorney
/s/ Kim Example, Assistant United States Attorney
""",
        "reports",
        "enforcement_petition",
    ),
    Paper(
        "opinion-state",
        """
COURT OF APPEALS OF THE STATE OF EXAMPLE
OPINION
Filed June 5, 2021
Appellant argues that the investigative subpoena issued by the district attorney was void. The
subpoena ordered
appellant to produce records within seven days. We affirm.
EXAMPLE, J., delivered the opinion of the court.
""",
        "reports",
        "opinion",
    ),
    Paper(
        "news",
        """
City will fight subpoenas, mayor says
By Casey Example
Example City Tribune | January 14, 2020
DENVER - Federal officials issued subpoenas to the city's jail on Monday, demanding information on
four people within
14 days. "You are hereby commanded to produce the records," one of them states. The mayor said the
city would not
comply without a court order, according to a spokeswoman.
""",
        "reports",
        "news_article",
    ),
    Paper(
        "press-release",
        """
FOR IMMEDIATE RELEASE
Attorney General announces document demands to 23 jurisdictions
WASHINGTON - The Justice Department today sent letters to 23 jurisdictions, demanding the
production of documents,
and said recipients that fail to respond will be subpoenaed.
""",
        "reports",
        "news_article",
    ),
    Paper(
        "memo",
        """
INTEROFFICE MEMORANDUM
TO: All Booking Staff
FROM: Captain R. Example
DATE: February 2, 2024
RE: Detainers
Effective today, when you receive Form I-247A you must copy the inmate within 24 hours. Do not
hold anybody past
release without a judicial warrant. Forward all subpoenas to Legal.
""",
        "reports",
        "other",
    ),
    Paper(
        "policy",
        """
EXAMPLE POLICE DEPARTMENT
POLICY 428: Immigration Violations
428.1 PURPOSE AND SCOPE
The purpose of this policy is to provide guidelines to members. Officers shall not honor detainers
unless a warrant
signed by a judge is attached. Administrative subpoenas shall be referred to the city attorney
within one day.
""",
        "reports",
        "other",
    ),
    Paper(
        "bill",
        """
SENATE BILL NO. 54
An act to add Chapter 17.25 to the Government Code, relating to law enforcement.
The people of the State of Example do enact as follows:
SECTION 1. 7284.6. Law enforcement agencies shall not provide information regarding a person's
release date or respond
to requests for notification unless that information is available to the public.
""",
        "reports",
        "other",
    ),
    Paper(
        "minutes",
        """
MINUTES OF THE EXAMPLE COUNTY BOARD OF SUPERVISORS
Regular meeting, May 3, 2022
The Sheriff reported that the department received three subpoenas from ICE. It was moved and
seconded to request a
report within 30 days. Carried.
""",
        "reports",
        "other",
    ),
    Paper(
        "proof-of-service",
        """
PROOF OF SERVICE
I received this subpoena for Collin County Clerk on 04/10/2023.
I served the subpoena by delivering a copy to the named person as follows: by hand on 04/12/2023.
I declare under penalty of perjury that this information is true.
Server's signature: /s/ Lane Example
""",
        "reports",
        "other",
    ),
    Paper(
        "law-alert",
        """
CLIENT ALERT
What to do if you receive a Form I-9 Notice of Inspection
Employers have three business days to produce Forms I-9. If you receive an administrative
subpoena, call counsel. You
must produce the forms within the period, unless the agency extends it.
Sample & Example LLP
""",
        "reports",
        "other",
    ),
    Paper(
        "out-of-office",
        """
Automatic reply: Immigration Enforcement Subpoena
Thank you for your message. I am out of the office until June 3 and will respond when I return. If
you need records
please contact records@example.
""",
        "reports",
        "delivery_notice",
    ),
    Paper(
        "fax-report",
        """
TRANSMISSION VERIFICATION REPORT
TIME : 03/02/2020 14:11
FAX NO./NAME 555-0101 SUBPOENA
DURATION 00:01:22   PAGE(S) 03   RESULT OK   MODE STANDARD ECM
""",
        "reports",
        "delivery_notice",
    ),
    Paper(
        "certified-card",
        """
SENDER: COMPLETE THIS SECTION                    COMPLETE THIS SECTION ON DELIVERY
1. Article Addressed to: Example County Sheriff          A. Signature  X
Article Number 7019 0000 0000 0000 0000         C. Date of Delivery 1-15-20
Domestic Return Receipt
""",
        "reports",
        "delivery_notice",
    ),
    Paper(
        "fax-cover",
        """
FAX COVER SHEET
TO: Records            FROM: ICE ERO Example
PAGES: 4               DATE: 1/13/2020
RE: Subpoena
Please see attached.
""",
        "forwards",
        "other",
    ),
    Paper(
        "blank-ao88b",
        """
AO 88B (Rev. 02/14) Subpoena to Produce Documents, Information, or Objects
UNITED STATES DISTRICT COURT
for the
__________ District of __________
____________ Plaintiff v. ____________ Defendant          Civil Action No. ____________
SUBPOENA TO PRODUCE DOCUMENTS, INFORMATION, OR OBJECTS IN A CIVIL ACTION
To: ______________________
YOU ARE COMMANDED to produce at the time, date, and place set forth below: ______________
Place: __________  Date and Time: __________
Date: ____________
CLERK OF COURT
______________________
Signature of Clerk or Deputy Clerk
""",
        "templates",
        "civil_subpoena",
    ),
    Paper(
        "proposed-order",
        """
SUPERIOR COURT OF THE STATE OF EXAMPLE
Sample v. Example                    Case No. CV-22-0012
[PROPOSED] ORDER COMPELLING PRODUCTION
IT IS HEREBY ORDERED that Example Clinic produce the records within ten days.
Dated: ____________
________________________
Judge of the Superior Court
""",
        "templates",
        "court_order",
    ),
    Paper(
        "sample-letter",
        """
SAMPLE LETTER - PUBLIC RECORDS REQUEST
[Your Name]
[Date]
[Agency], Records Officer
Under the Public Records Act I request copies of [describe the records]. Please reply within ten
days.
""",
        "templates",
        "records_request",
    ),
    Paper(
        "money-demand",
        """
Example Collections Inc.
June 3, 2024
City of Example
FINAL DEMAND FOR PAYMENT
The amount due on invoice 4471 is $12,000. You must remit payment within ten days or we will file
suit.
Accounts Receivable
""",
        "none",
        "other",
    ),
    Paper(
        "thanks",
        """
Dear Sheriff,
It was a pleasure to meet you at the conference. I look forward to working with your office.
Best regards,
Chris Example
""",
        "none",
        "other",
    ),
    Paper(
        "exhibit-list",
        """
EXAMPLE COUNTY
INVOICE No. 118
Copying of records, 40 pages: $10.00
Balance due on receipt
""",
        "none",
        "other",
    ),
)
