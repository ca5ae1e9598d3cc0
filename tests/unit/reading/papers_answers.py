"""Short invented answers, objections and motions: with a demand's words, but no demand."""

from __future__ import annotations

from tests.unit.reading.sheet import Paper

ANSWERS_AND_CONTESTS: tuple[Paper, ...] = (
    Paper(
        "sheriff-refuses-detainers",
        """
Example County Sheriff
May 1, 2024
Field Office Director
Enforcement and Removal Operations
Dear Director:
This letter concerns the seven immigration detainers that your office lodged in April. State law
does not allow this office to keep anyone past release without a judicial warrant. We will therefore
release the persons on their release dates. Should your office obtain a warrant signed by a judge,
please send it to our booking desk and we will honor it.
Sheriff P. Example
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "company-interim-production",
        """
EXAMPLE WIRELESS
Legal Compliance
June 3, 2024
Detective Example
RE: Our file 55-1000; grand jury subpoena 24-GJ-100
Please find subscriber information and call detail records for the numbers listed in the subpoena.
Text message content is not retained. A declaration of the records custodian follows. An invoice for
the cost of production will be mailed separately.
Legal Compliance Analyst
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "clerk-asks-clarify",
        """
City of Example, City Clerk
March 12, 2024
Ms. Example
Request 24-0033
Your request of March 5 asks for "all communications about homelessness". As written it would
require a search of about 400 mailboxes. Would you please tell us which departments, persons, and
dates you have in mind? We will begin the search when we hear from you. If we do not hear within 30
days the request will be considered closed.
City Clerk
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "denial-exemption",
        """
State Police
Records Bureau
August 20, 2023
Dear Requester:
On August 2 you asked this agency for body worn camera footage of an incident on Route 9. After a
review we find that the footage is exempt from disclosure under the investigatory exemption and must
be withheld in full. You have a right to seek review by the Public Access Counselor within 60 days.
Freedom of Information Officer
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "glomar-denial",
        """
DEPARTMENT OF EXAMPLE
Office of Information Programs
January 3, 2025
FOIA Case F-2024-1000
Dear Mr. Example:
We can neither confirm nor deny the existence of records responsive to the request. If you are not
satisfied with this determination, an administrative appeal must be postmarked within 90 days of the
date of this letter.
Chief FOIA Officer
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "no-records-certificate",
        """
CERTIFICATE OF NO RECORDS
I, Dee Example, am custodian of records for Example Clinic. A diligent search was made for the
records described in the subpoena dated April 4, 2024. No such records were found.
I declare under penalty of perjury that the foregoing is true.
/s/ Dee Example
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "custodian-declaration",
        """
DECLARATION OF CUSTODIAN OF RECORDS
(Fed. R. Evid. 902(11))
1. I am employed by Example Bank as a records custodian.
2. The attached records, Bates EX0001 to EX0342, were made at or near the time by persons with
knowledge and kept in the course of regularly conducted activity.
3. They are produced under the subpoena in this matter.
I declare under penalty of perjury that this is true and correct. Executed on May 9, 2024.
Custodian of Records
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "thanks-for-production",
        """
Office of the District Attorney
Investigations
To: Records, Example Hospital
Date: July 7, 2024
We have received the records that you sent on July 1. They satisfy the subpoena and nothing further
is needed. You need not appear on July 15.
Paralegal
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "withdrawal-notice",
        """
UNITED STATES DEPARTMENT OF HOMELAND SECURITY
Homeland Security Investigations
To: Example Market LLC
NOTICE OF WITHDRAWAL
The administrative subpoena numbered HSI-EX-24-10, served upon you on May 2, 2024, is hereby
withdrawn. No response is required.
Special Agent
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "carta-respuesta",
        """
Ciudad de Example
Oficina del Secretario
9 de julio de 2024
Estimada señora Ejemplo:
En relación con su solicitud de registros públicos recibida el 1 de julio, le informamos que la
Ciudad necesita catorce días adicionales para reunir los documentos. Le enviaremos una
determinación a más tardar el 25 de julio.
Atentamente,
Secretario Municipal
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "fee-estimate",
        """
EXAMPLE SCHOOL DISTRICT
Public Records Office
September 15, 2024
RE: PRR-24-88
Dear Requester,
We estimate that 1,200 pages respond to this request. The fee is $0.10 a page after the first 100.
Please send a deposit of $55.00 and we will start. Records will be provided in installments; the
first will be ready on October 1.
Public Records Officer
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "mayor-replies-to-chair",
        """
CITY OF EXAMPLE
Office of the Mayor
November 1, 2024
The Honorable Wren Example, Chairman
Dear Chairman:
I write regarding your October 2 letter. The City takes seriously its duty of candor. Enclosed are
the detainer policies in force since 2020 (request 1). The City does not keep monthly counts
(request 2). We would be glad to brief the staff of the Subcommittee.
Mayor
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "holds-statement-grant",
        """
County of Example
County Executive
May 29, 2025
Bureau of Justice Assistance
Award 15PBJA-22-GG-00001-JAGX
To the Grants Management Specialist:
The County certifies that its laws comply with 8 U.S.C. 1373 and attaches the documentation asked
for in the letter of April 30. The County reserves all rights and maintains that special condition
53 is unlawful.
County Executive
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "reply-mail-short",
        """
Hi Kim,

Got it. We'll have the logs to you by Friday. The video may take until next week because the vendor
has to pull it.

Ray
""",
        "answers",
        "response_letter",
    ),
    Paper(
        "objection-rule45-form",
        """
UNITED STATES DISTRICT COURT
DISTRICT OF EXAMPLE
A v. B                                  Case No. 2:24-cv-00001
NON-PARTY COUNTY OF EXAMPLE'S OBJECTIONS TO SUBPOENA DUCES TECUM
Pursuant to Rule 45(d)(2)(B) the County objects to the subpoena served May 1, 2024.
REQUEST NO. 1: Produce all personnel files of deputies.
RESPONSE: Objection. Overbroad; invades privacy. The County will not produce.
REQUEST NO. 2: Produce all policies on use of force.
RESPONSE: The County will produce the current policy.
/s/ County Counsel
""",
        "contests",
        "response_letter",
    ),
    Paper(
        "letter-objection-ice",
        """
EXAMPLE COUNTY ATTORNEY
June 9, 2025
Office of the Principal Legal Advisor
Re: Immigration Enforcement Subpoena EX-25-001
Counsel:
I write on behalf of the Sheriff to object to the above subpoena. It is overbroad, it does not state
a purpose under 8 U.S.C. 1225(d), and it demands records that state law makes confidential. Absent
an order of a district court, the Sheriff will not comply.
Please direct further communications to me.
County Attorney
""",
        "contests",
        "response_letter",
    ),
    Paper(
        "foia-appeal",
        """
FREEDOM OF INFORMATION ACT APPEAL
Office of Information Policy
Re: Appeal of request 2024-00123
On behalf of the Example Reporters Fund I appeal the decision of May 6 to withhold 40 pages under
Exemption 7(E). The agency has not shown that disclosure would risk circumvention of the law.
Please reverse the decision and release the records within 20 working days.
Legal Fellow
""",
        "contests",
        "response_letter",
    ),
    Paper(
        "motion-protective",
        """
IN THE CIRCUIT COURT OF EXAMPLE COUNTY
STATE v. SUBJECT A                       No. 24-CR-100
DEFENDANT'S MOTION FOR A PROTECTIVE ORDER
Defendant, by counsel, asks the Court to order that the medical records sought by the State's
subpoena be reviewed in camera. In support, Defendant states:
1. On March 1 the State served a subpoena commanding Example Hospital to produce all records.
2. The records are privileged.
WHEREFORE, Defendant requests that the Court enter a protective order.
/s/ Public Defender
""",
        "contests",
        "motion",
    ),
    Paper(
        "motion-reconsider-plain",
        """
SUPERIOR COURT OF EXAMPLE
In re Subpoena to County Registrar       Misc. No. 24-7
COUNTY REGISTRAR'S MOTION TO STAY COMPLIANCE
The Registrar moves to stay the return date of the subpoena until the appeal is decided. You are
commanded, the subpoena says, to "produce all voter files within ten days"; that cannot be done.
Respectfully submitted,
County Counsel
CERTIFICATE OF SERVICE
I certify that on May 3, 2024 a copy was mailed to all counsel.
""",
        "contests",
        "motion",
    ),
    Paper(
        "opposition-brief",
        """
UNITED STATES DISTRICT COURT
EASTERN DISTRICT OF EXAMPLE
UNITED STATES, Petitioner, v. COUNTY OF EXAMPLE, Respondent.   No. 1:25-mc-00010
RESPONDENT'S OPPOSITION TO PETITION TO ENFORCE ADMINISTRATIVE SUBPOENA
INTRODUCTION
The petition asks this Court to compel the County to produce home addresses. It should be denied.
ARGUMENT
I. The subpoena was not issued for a proper purpose.
II. The records are protected.
Respectfully submitted,
/s/ County Counsel
""",
        "contests",
        "motion",
    ),
    Paper(
        "petition-quash-state",
        """
COUNTY COURT, EXAMPLE COUNTY
In the Matter of a Subpoena issued by the Example Commission     Index No. 900/2024
NOTICE OF PETITION
PLEASE TAKE NOTICE that upon the annexed petition of Example Nursing Home, an application will be
made on July 1, 2024 for an order pursuant to CPLR 2304 quashing the subpoena.
Attorney for Petitioner
""",
        "contests",
        "motion",
    ),
    Paper(
        "mail-push-back",
        """
Officer,

Our counsel has looked at the paper you left at the front desk. It is not signed by a judge, and we
object to it. We won't be giving you the tenant files without a court order. Happy to talk to your
lawyer.

Property Manager
""",
        "contests",
        "response_letter",
    ),
    Paper(
        "notice-of-appeal",
        """
UNITED STATES DISTRICT COURT
DISTRICT OF EXAMPLE
In re Administrative Subpoena      No. 3:24-mc-00077
NOTICE OF APPEAL
Notice is given that the City of Example appeals to the Court of Appeals from the order of June 1,
2024 enforcing the subpoena.
City Attorney
""",
        "contests",
        "motion",
    ),
)
