"""Short invented papers about demands, covers, blanks and other matters: none of them demands."""

from __future__ import annotations

from tests.unit.reading.sheet import Paper

PAPERS_ABOUT: tuple[Paper, ...] = (
    Paper(
        "memo-legal-to-director",
        """
OFFICE OF COUNTY COUNSEL
CONFIDENTIAL - ATTORNEY-CLIENT PRIVILEGE
TO: Sheriff Example
FROM: Deputy County Counsel
DATE: June 1, 2025
RE: Subpoena from Homeland Security Investigations

You asked whether the county must comply with the subpoena served on May 28. The subpoena commands
the Sheriff to produce booking records within 14 days. It is not self-enforcing: the agency must
petition a district court. We recommend that the Sheriff not produce before the court rules, and
preserve all records in the meantime.
""",
        "reports",
        "other",
        None,
        None,
        None,
    ),
    Paper(
        "all-hands-email",
        """
All,

Reminder for the front desk: if anyone from a federal agency hands you a subpoena or a warrant, take
it, write the time on it, and call Legal. Do not hand over records. Do not sign anything. You must
send a scan to legal@ the same day.

Thanks,
Operations
""",
        "reports",
        "other",
    ),
    Paper(
        "procedure-page",
        """
Example Regional Jail
Policy 4.12 Immigration Detainers
Effective 1/1/2024
1. Upon receipt of a Form I-247A, booking staff shall enter it in the log and notify the shift
commander.
2. No person shall be held beyond release on a detainer alone.
3. The shift commander shall provide a copy to the person.
""",
        "reports",
        "other",
    ),
    Paper(
        "statute-page",
        """
Sec. 24-10. Production of records; duties of custodians.
(a) A custodian who is served with a subpoena shall produce the records within ten days of service.
(b) A person who fails to comply may be held in contempt.
(c) This section does not apply to privileged records.
History: Laws 1999, ch. 20
""",
        "reports",
        "other",
    ),
    Paper(
        "bill-digest",
        """
SENATE BILL 100
INTRODUCED BY SENATOR EXAMPLE
AN ACT concerning the release of booking photographs.
Be it enacted by the Legislature:
Section 1. A law enforcement agency shall not disclose a booking photograph except upon a subpoena
or court order.
""",
        "reports",
        "other",
    ),
    Paper(
        "wire-story",
        """
County gets federal subpoena over jail records
SAN EXAMPLE — Federal immigration officials have ordered Example County to turn over records on
three people released from its jail, county officials said Tuesday.
The subpoena, dated Monday, directs the sheriff to "produce all booking records" within 14 days. A
spokeswoman for the agency declined to comment. "We will review it," the sheriff said.
""",
        "reports",
        "news_article",
    ),
    Paper(
        "noticia-prensa",
        """
El Diario de Example
Por Ana Ejemplo
La agencia federal de inmigración exigió al condado los registros de tres personas, según dijeron
funcionarios el martes. La citación ordena entregar los documentos en 14 días. "La vamos a
estudiar", dijo el alguacil.
""",
        "reports",
        "news_article",
    ),
    Paper(
        "blog-advocacy",
        """
Example Rights Watch
What the new ICE subpoenas mean for you
ICE has begun to send administrative subpoenas to local jails. They look official and say that you
must comply, but they are not signed by a judge. Here is what we know so far, and what you can do.
Share this post with your representatives.
""",
        "reports",
        "other",
    ),
    Paper(
        "opinion-federal",
        """
UNITED STATES COURT OF APPEALS
FOR THE EXAMPLE CIRCUIT
No. 23-1000
UNITED STATES, Appellee, v. COUNTY OF EXAMPLE, Appellant.
Before EXAMPLE, SAMPLE and MODEL, Circuit Judges.
EXAMPLE, Circuit Judge:
The County appeals from an order enforcing an administrative subpoena. The subpoena required it to
produce booking records. We review for abuse of discretion. Because the agency met the standard we
affirm.
""",
        "reports",
        "opinion",
    ),
    Paper(
        "order-denying-quash-opinion",
        """
UNITED STATES DISTRICT COURT
WESTERN DISTRICT OF EXAMPLE
In re Subpoena to Example Corp.          No. 24-mc-9
MEMORANDUM OPINION
Example Corp. moves to quash. The government responds that the records are relevant. The court held
argument on May 1. A subpoena is enforceable if the inquiry is within the authority of the agency.
Here it is. The motion is denied.
/s/ U.S. Magistrate Judge
""",
        "reports",
        "opinion",
    ),
    Paper(
        "petition-summary-enforce",
        """
UNITED STATES DISTRICT COURT
SOUTHERN DISTRICT OF EXAMPLE
SECRETARY OF LABOR, Petitioner, v. EXAMPLE FOODS, Respondent.
PETITION TO ENFORCE ADMINISTRATIVE SUBPOENA
The Secretary petitions for an order directing Respondent to comply with a subpoena duces tecum.
1. On March 1, 2024 the Wage and Hour Division served the subpoena.
2. Respondent has produced nothing.
WHEREFORE the Secretary prays for an order to show cause.
Regional Solicitor
""",
        "reports",
        "enforcement_petition",
    ),
    Paper(
        "declaration-support-petition",
        """
UNITED STATES DISTRICT COURT
SOUTHERN DISTRICT OF EXAMPLE
DECLARATION OF SPECIAL AGENT T. EXAMPLE
I, T. Example, declare:
1. I am a special agent with Homeland Security Investigations.
2. On April 2, 2025 I issued an administrative subpoena to Example County. It required the county to
produce records within 14 days.
3. As of today, the county has not complied.
I declare under penalty of perjury that the foregoing is true and correct.
""",
        "reports",
        "other",
    ),
    Paper(
        "affidavit-of-service",
        """
AFFIDAVIT OF SERVICE
State of Example
County of Example   ss.:
R. Example, being duly sworn, says: deponent is over 18 and not a party. On June 3, 2024 at 10:15
a.m. deponent served a subpoena duces tecum on Example County Clerk by delivering a true copy to
M. Example, who stated that she was authorized to accept service.
Sworn to before me this 4th day of June, 2024
""",
        "reports",
        "other",
    ),
    Paper(
        "board-minutes",
        """
EXAMPLE COUNTY BOARD OF SUPERVISORS
Regular Meeting, April 9, 2024
Present: Supervisors A, B, C.
Item 7. County Counsel reported on the subpoena from the Department of Homeland Security. Moved
by B, seconded by C, to direct Counsel to seek a protective order. Motion carried 3-0.
Item 8. Adjourned at 7:40 p.m.
""",
        "reports",
        "other",
    ),
    Paper(
        "docket-sheet",
        """
U.S. District Court
Example District
CIVIL DOCKET FOR CASE #: 1:25-mc-00010
United States v. County of Example
Date Filed  #  Docket Text
02/01/2025  1  PETITION to enforce administrative subpoena filed by United States.
02/10/2025  2  ORDER to show cause. Respondent shall produce the records or show cause by 3/1.
""",
        "reports",
        "other",
    ),
    Paper(
        "transcript-page",
        """
PROCEEDINGS
THE COURT: We are on the record on the motion to quash.
MR. EXAMPLE: Your Honor, the subpoena commands my client to produce everything.
THE COURT: I am going to order the County to produce items 1 and 2 by Friday.
MS. SAMPLE: Thank you.
""",
        "reports",
        "other",
    ),
    Paper(
        "bounce-english",
        """
This message was created automatically by mail delivery software.
A message that you sent could not be delivered to one or more of its recipients. This is a permanent
error. The following address failed:
records@example.gov: mailbox full
""",
        "reports",
        "delivery_notice",
    ),
    Paper(
        "vacation-note",
        """
I am away until Monday, May 6 with no access to mail. For urgent subpoenas please contact the main
records line. Your message will be read when I am back.
""",
        "reports",
        "delivery_notice",
    ),
    Paper(
        "portal-confirmation",
        """
Your submission was received.
Confirmation number 8841-22. Submitted 4/1/2024 8:14 AM. This is an automated message; replies are
not monitored. A records officer will be in touch.
""",
        "reports",
        "delivery_notice",
    ),
    Paper(
        "courier-receipt",
        """
EXAMPLE EXPRESS
PROOF OF DELIVERY
Tracking 7788 1122 3344
Delivered: 06/03/2024 10:02 AM
Signed for by: M. EXAMPLE
Deliver to: Legal Department, Example Bank
Service: Priority Overnight
""",
        "reports",
        "delivery_notice",
    ),
    Paper(
        "transmittal-letter-counsel",
        """
EXAMPLE & PARTNERS LLP
June 4, 2024
Custodian of Records
Example Hospital
Re: A v. B, No. 24-cv-1
Dear Custodian:
Enclosed please find a subpoena in the above matter together with a check for the witness fee. Call
me with any questions about it.
Very truly yours,
Paralegal
""",
        "forwards",
        "other",
    ),
    Paper(
        "fax-sheet-only",
        """
FACSIMILE
TO: Example County Jail, Records        FAX: 555-0100
FROM: ERO San Example                   PAGES: 4 including this one
RE: Detainer and warrant
COMMENTS: Please see following pages. Confirm receipt.
""",
        "forwards",
        "other",
    ),
    Paper(
        "interoffice-route",
        """
ROUTING SLIP
To: Legal
From: Mail room
The attached came by certified mail this morning. For your handling.
""",
        "forwards",
        "other",
    ),
    Paper(
        "mail-forward-short",
        """
Mike, this just came in from the federal building. Yours I think? See attached.

Dana
Front Office
""",
        "forwards",
        "other",
    ),
    Paper(
        "blank-subpoena-state",
        """
STATE OF EXAMPLE
IN THE CIRCUIT COURT OF ____________ COUNTY
______________________ v. ______________________      Case No. ____________
SUBPOENA DUCES TECUM
TO: ______________________________
YOU ARE COMMANDED to produce at ______________ on the ____ day of ____________, 20___:
______________________________________________
Clerk of the Court                By: ____________________ Deputy Clerk
""",
        "templates",
        "civil_subpoena",
    ),
    Paper(
        "sample-records-letter",
        """
Sample Letter: Public Records Request
[Date]
[Name of agency]
Dear Records Officer:
Under the Public Records Act I request copies of [describe the records].
Sincerely,
[Your name]
""",
        "templates",
        "records_request",
    ),
    Paper(
        "proposed-order-motion",
        """
UNITED STATES DISTRICT COURT
DISTRICT OF EXAMPLE
UNITED STATES v. COUNTY OF EXAMPLE       No. 1:25-mc-00010
[PROPOSED] ORDER
Upon consideration of the petition, it is hereby
ORDERED that Respondent shall produce all responsive records within ten days.
SO ORDERED this ___ day of __________, 2025.
______________________________
UNITED STATES DISTRICT JUDGE
""",
        "templates",
        "court_order",
    ),
    Paper(
        "draft-subpoena-redline",
        """
DRAFT 3 - 5/2/2025 - NOT FOR SERVICE
DEPARTMENT OF HOMELAND SECURITY
IMMIGRATION ENFORCEMENT SUBPOENA
To: [JAIL NAME]
YOU ARE HEREBY SUMMONED to produce the records described below by [DATE].
8 U.S.C. 1225(d)(4)
""",
        "templates",
        "administrative_subpoena",
    ),
    Paper(
        "collection-letter",
        """
Example Recovery Services
Dear Subject A:
This is our final demand. You must pay $412.88 to us within ten days or we will report the account.
This is an attempt to collect a debt and any information obtained will be used for that purpose.
""",
        "none",
        "other",
    ),
    Paper(
        "cease-desist-trademark",
        """
EXAMPLE IP LAW
Re: Unauthorized use of the EXAMPLE mark
Dear Sir or Madam:
We demand that you immediately cease and desist from all use of the mark, destroy remaining stock,
and confirm in writing within seven days that you have done so.
Counsel for Example Brands
""",
        "none",
        "other",
    ),
    Paper(
        "meeting-invitation",
        """
Chief,
Could we meet next week about the budget for records staff? Please send me two times that work. I
will bring the numbers.
Regards,
City Manager
""",
        "none",
        "other",
    ),
    Paper(
        "job-post",
        """
RECORDS CLERK II
Example County Sheriff
The clerk processes subpoenas, warrants and detainers. Applicants must submit a resume and provide
three references by June 1. Salary $21 an hour.
""",
        "none",
        "other",
    ),
    Paper(
        "parking-citation",
        """
CITY OF EXAMPLE
NOTICE OF PARKING VIOLATION
Citation 88123
You are required to pay $48.00 or contest this citation within 21 days. Failure to respond may
result in additional penalties.
""",
        "none",
        "other",
    ),
    Paper(
        "civil-complaint-summons",
        """
SUPERIOR COURT OF EXAMPLE
SUMMONS
To: Example County
You are being sued. You must file an answer with the court within 30 days or a judgment may be
entered against you for the relief demanded in the complaint.
Clerk of the Court
""",
        "none",
        "other",
    ),
    Paper(
        "vendor-brochure",
        """
SubpoenaTrack
Respond to subpoenas in half the time
Our software reads the demand, finds the deadline, and drafts the response. Request a demo today.
Trusted by 300 agencies.
""",
        "none",
        "other",
    ),
    Paper(
        "change-of-address",
        """
Example County Clerk
Notice
As of July 1, 2024 the Records Division moves to 9 Court Street. Subpoenas and records requests
should be delivered there from that day.
""",
        "reports",
        "other",
    ),
    Paper(
        "newsletter-legal",
        """
County Attorneys' Quarterly
Spring 2024
Recent cases: In re Example, the court held that a detainer is a request. Practice pointer: calendar
the return date when a subpoena comes in, and object in writing within 14 days.
""",
        "reports",
        "other",
    ),
    Paper(
        "subpoena-log",
        """
Legal Process Log, Records Unit
Date in   From    Type       Due       Status
3/1/24    HSI     subpoena   3/15/24   produced
3/4/24    DA      GJ subp    3/20/24   pending
3/9/24    IRS     summons    4/9/24    referred to counsel
""",
        "reports",
        "other",
    ),
)
