"""Short invented letters and notices that ask, as offices of every level write them."""

from __future__ import annotations

from tests.unit.reading.sheet import Paper

LETTERS_THAT_ASK: tuple[Paper, ...] = (
    Paper(
        "ice-notification-letter",
        """
U.S. Department of Homeland Security
Enforcement and Removal Operations
Seattle Field Office
March 4, 2025
Administrator
Cascade Regional Corrections Center
RE: RIVERA-EXAMPLE, Mateo   A 200 000 111
This office has determined that the individual named above is subject to removal. It is requested
that your facility advise this office at least 48 hours before the individual is released so that
officers may arrange an orderly transfer.
Nothing in this letter asks that the individual be held past the time of release.
Sincerely,
Corbin A. Example
Supervisory Detention and Deportation Officer
""",
        "issues",
        "notification_request",
        "Cascade Regional Corrections Center",
        "Homeland Security",
        False,
    ),
    Paper(
        "ero-interview-mail",
        """
Lieutenant Example,

ERO would like to interview the two inmates listed below this Thursday afternoon in your visiting
room. Kindly confirm a time and have them brought down:

- Subject A, booking no. 24-100
- Subject B, booking no. 24-101

Also let us know their projected release dates when you can.

Deportation Officer K. Example
Enforcement and Removal Operations, Boise Sub-Office
""",
        "issues",
        "notification_request",
        None,
        None,
        False,
    ),
    Paper(
        "state-oig-letter",
        """
STATE OF OHIO
OFFICE OF THE INSPECTOR GENERAL
January 22, 2024
Director Lena Example
Department of Youth Services
Columbus, Ohio 43215
Re: File No. 2024-CA-0007
Dear Director Example:
Under R.C. 121.45 every state agency shall cooperate with this office. In furtherance of the
above investigation, provide this office, not later than February 9, 2024, with the following:
1. Personnel files of the employees listed in the enclosure;
2. Time records of the same employees for calendar year 2023.
Records may be delivered by secure file transfer. Do not discuss this request with the employees.
Very truly yours,
Deputy Inspector General
Rufus Q. Example
""",
        "issues",
        "information_request",
        "Department of Youth Services",
        "INSPECTOR GENERAL",
        False,
    ),
    Paper(
        "county-auditor-letter",
        """
Office of the County Auditor
Example County, Minnesota
To: City Administrator, City of Lake Example
From: Marit Example, County Auditor
Date: May 6, 2024
Subject: Audit of the utility fund, 2022-2023

As part of the audit of the utility fund, the auditor needs the documents listed here by May 24:
bank statements for account 0042; invoices over $5,000; the council resolutions setting the rates.
Please upload them to the audit portal. Call with any questions.
""",
        "issues",
        "information_request",
        "City of Lake Example",
        "County Auditor",
        None,
    ),
    Paper(
        "hhs-ocr-data-request",
        """
DEPARTMENT OF HEALTH & HUMAN SERVICES
Office for Civil Rights
Transmitted by e-mail
August 1, 2023
Privacy Officer
Example Valley Medical Group
OCR Transaction Number: 23-500000
Dear Privacy Officer:
We are investigating a complaint that protected health information was disclosed without
authorization. Pursuant to 45 C.F.R. 160.310, a covered entity must cooperate with compliance
reviews. Within 20 days of the date of this letter, submit the data listed in the enclosed data
request.
DATA REQUEST
1. A narrative response to the allegation.
2. Copies of policies for the disclosure of protected health information.
3. Evidence of workforce training for the years 2021 to 2023.
Sincerely,
Investigator Priya Example
""",
        "issues",
        "information_request",
        "Example Valley Medical Group",
        "HEALTH & HUMAN SERVICES",
        False,
    ),
    Paper(
        "senate-letter-chair",
        """
United States Senate
Committee on Homeland Security and Governmental Affairs
Permanent Subcommittee on Investigations
Washington, DC 20510
October 2, 2024
VIA ELECTRONIC TRANSMISSION
The Honorable Example Person
Mayor, City of Example
Dear Mayor:
The Subcommittee is examining cooperation between localities and federal agencies. To assist our
inquiry, please provide the following no later than October 23, 2024:
1. All written policies on responses to detainers since January 1, 2020.
2. The number of detainers received and honored in each month.
If the documents are not produced, the Subcommittee will consider compulsory process.
Sincerely,
Ranking Member Dale Example
Chairman Wren Example
""",
        "issues",
        "legislative_demand",
        "City of Example",
        "Senate",
        False,
    ),
    Paper(
        "state-house-subpoena",
        """
THE GENERAL ASSEMBLY OF EXAMPLE
HOUSE OF REPRESENTATIVES
Select Committee on Public Safety
SUBPOENA
TO: Records Custodian, Example Metropolitan Police Department
By authority of the House, YOU ARE COMMANDED to appear before the Select Committee in Room 140 of
the State House on April 9, 2024 at 1:00 p.m. and to bring with you the documents in the rider.
Fail not, under penalty of contempt of the House.
Given under my hand this 20th day of March, 2024.
/s/ Rep. Oona Example
Chair
""",
        "issues",
        "legislative_demand",
        "Example Metropolitan Police Department",
        "HOUSE OF REPRESENTATIVES",
        False,
    ),
    Paper(
        "city-council-request-memo",
        """
CITY OF EXAMPLE FALLS
CITY COUNCIL - COMMITTEE ON OVERSIGHT
MEMORANDUM
TO: Chief of Police Ana Example
FROM: Council Member R. Example, Chair
DATE: June 12, 2024
RE: Requests for information, license plate readers
The Committee requests that the Department furnish the items below before the hearing on July 8.
(a) each agreement with a vendor of license plate readers
(b) the number of queries run for outside agencies since 2022
(c) the retention schedule in force
""",
        "issues",
        "legislative_demand",
        "Chief of Police",
        "CITY COUNCIL",
        None,
    ),
    Paper(
        "foia-journalist-letter",
        """
Example Public Radio
Newsroom, 44 Tower Road
November 3, 2023
FOIA Officer
U.S. Customs and Border Protection
Re: FOIA request
Dear FOIA Officer:
Under the Freedom of Information Act, 5 U.S.C. 552, I request all contracts for tower cameras in
Example County from 2018 to today. I am a member of the news media and ask for a waiver of fees.
If you deny any part, please cite the exemption. I look forward to your answer within 20 business
days, as the statute requires.
Jo Example, reporter
""",
        "issues",
        "records_request",
        "U.S. Customs and Border Protection",
        "Example Public Radio",
        None,
    ),
    Paper(
        "foil-form-filled",
        """
VILLAGE OF EXAMPLE
APPLICATION FOR PUBLIC ACCESS TO RECORDS
TO: Records Access Officer
I HEREBY APPLY TO INSPECT THE FOLLOWING RECORD:
Body camera policy and training slides, 2019 to 2024
Signature: /s/ P. Example        Date: 2/14/2025
Representing: Example Tenants Union
Mailing address: 9 Elm St
FOR AGENCY USE ONLY
[ ] Approved  [ ] Denied (for the reason checked below)
[ ] Record not maintained by this agency  [ ] Exempted by statute
NOTICE: You have a right to appeal a denial of this application within 30 days.
""",
        "issues",
        "records_request",
        None,
        None,
        None,
    ),
    Paper(
        "solicitud-publica",
        """
San Example, 3 de junio de 2024
Secretaria Municipal
Ciudad de Example
Asunto: Solicitud de registros públicos
Estimada Secretaria:
Por la presente y conforme a la Ley de Registros Públicos de California, solicito copia de todos
los correos electrónicos entre la policía y la agencia federal de inmigración desde enero de 2024.
Agradeceré su respuesta dentro de diez (10) días.
Atentamente,
Rosa Ejemplo
""",
        "issues",
        "records_request",
        "Ciudad de Example",
        "Rosa Ejemplo",
        None,
    ),
    Paper(
        "consulado-solicita",
        """
CONSULADO GENERAL DE HONDURAS
Houston, Texas
12 de septiembre de 2023
Alguacil del Condado de Example
Presente
Por medio de la presente, este Consulado General le solicita atentamente informar si el ciudadano
SUJETO UNO se encuentra detenido en su centro, así como la fecha de su próxima audiencia.
Sírvase remitir la información al correo de esta oficina.
Sin otro particular, reciba un cordial saludo.
Cónsul General
""",
        "issues",
        "information_request",
        "Alguacil del Condado de Example",
        "CONSULADO GENERAL DE HONDURAS",
        None,
    ),
    Paper(
        "preservation-2703f-local",
        """
EXAMPLE CITY POLICE DEPARTMENT
Criminal Investigations Division
February 2, 2024
Chatter Social, Inc.
Legal Response Team
Re: Preservation under 18 U.S.C. 2703(f)
Dear Custodian:
I am conducting a criminal investigation. Please take all necessary steps to preserve, for 90 days
pending legal process, the account "example_user" and its subscriber records, messages and logs.
You are asked not to tell the account holder of this letter.
Det. Sam Example #114
""",
        "issues",
        "preservation_request",
        "Chatter Social",
        "EXAMPLE CITY POLICE DEPARTMENT",
        False,
    ),
    Paper(
        "litigation-hold-private",
        """
EXAMPLE & PARTNERS LLP
Attorneys at Law
September 9, 2024
By certified mail
County of Example
Risk Management Division
Re: Notice of claim and demand that evidence be preserved
To whom it may concern:
This firm represents Subject A, who was injured in the county jail on August 30, 2024. You are on
notice that litigation is likely. You must keep, and may not overwrite, all video of pods 3 and 4
for that day, medical notes, radio traffic and logs.
Govern yourselves accordingly.
Noor Example
Counsel for Subject A
""",
        "issues",
        "preservation_request",
        "County of Example",
        "EXAMPLE & PARTNERS",
        False,
    ),
    Paper(
        "takedown-dmca",
        """
From the desk of
Brightside Photo Agency, Inc.
December 1, 2023
Designated Agent
Example Hosting Co.
NOTICE OF INFRINGEMENT UNDER 17 U.S.C. 512(c)
We own the photographs at the addresses below and did not authorize their use. We have a good faith
belief that the use is not authorized. Kindly disable access to them without delay:
https://example.org/a1
https://example.org/a2
The information in this notice is accurate and, under penalty of perjury, I am authorized to act.
/s/ Tova Example
""",
        "issues",
        "takedown_request",
        "Example Hosting",
        "Brightside Photo Agency",
        False,
    ),
    Paper(
        "grant-monitor-desk",
        """
U.S. Department of Justice
Office of Justice Programs
Bureau of Justice Assistance
April 30, 2025
Ms. Example
Finance Director
City of Example
Re: Award 15PBJA-22-GG-00001-JAGX: enhanced desk review
Dear Ms. Example:
The above award is conditioned on compliance with 8 U.S.C. 1373. As the recipient, the City is asked
to certify compliance and to provide supporting documentation, no later than May 30, 2025, as
provided in special condition 53 and 2 CFR 200.337:
- laws and policies on communication with DHS
- directives issued to staff since the award date
Failure to respond may result in the withholding of funds.
Grants Management Specialist
""",
        "issues",
        "grant_compliance_letter",
        "City of Example",
        "Department of Justice",
        False,
    ),
    Paper(
        "noi-short",
        """
Homeland Security Investigations
Resident Agent in Charge, Fresno
NOTICE OF INSPECTION
Golden Example Packing LLC
Attn: Human Resources
Section 274A of the Immigration and Nationality Act requires employers to verify employment
eligibility. On June 10, 2024 special agents will review your Forms I-9 at your place of business.
In preparation, have ready the originals for all current employees and those separated since
June 2021, with payroll records and business licenses. You have three business days.
Special Agent Cleo Example
""",
        "issues",
        "notice_of_inspection",
        "Golden Example Packing",
        "Homeland Security Investigations",
        False,
    ),
    Paper(
        "employment-dept-wage",
        """
EMPLOYMENT SECURITY DEPARTMENT
State of Washington
Request for Wage and Separation Information
Date mailed: 07/08/2024
Employer: Example Bakery Inc
Account: 000-111-22
Claimant: Subject A
The person named above has applied for benefits. State law requires you to complete and return this
information within 10 days of the mailing date above. RCW 50.12.070.
1. First and last day worked
2. Reason for separation
3. Gross wages by week
""",
        "issues",
        "information_request",
        "Example Bakery",
        "EMPLOYMENT SECURITY DEPARTMENT",
        False,
    ),
    Paper(
        "tribal-gaming-letter",
        """
EXAMPLE RIVER BAND
Tribal Gaming Commission
March 18, 2024
General Manager
Painted Example Casino
Re: Licensing investigation 24-06
The Commission directs the casino to make available the surveillance recordings of February 2, 2024
from 8 p.m. to midnight and the shift reports of the same evening. Deliver them to the Commission's
office by noon on March 25.
Executive Director L. Example
""",
        "issues",
        "information_request",
        "Painted Example Casino",
        "Gaming Commission",
        False,
    ),
    Paper(
        "exigent-request-fax",
        """
EXAMPLE COUNTY SHERIFF'S OFFICE
EMERGENCY DISCLOSURE REQUEST
To: Example Wireless, Law Enforcement Relations
Date: 01/09/2025    Time: 0215
An emergency involving danger of death requires disclosure without delay. 18 U.S.C. 2702(c)(4).
Please provide for 555-0100: current location (precision GPS), call detail for the last 24 hours.
Nature of emergency: missing child, age 6.
Sgt. B. Example
""",
        "issues",
        "information_request",
        "Example Wireless",
        "SHERIFF",
        False,
    ),
    Paper(
        "school-records-ferpa",
        """
Law Office of Nadia Example
1 Court Square
May 20, 2024
Registrar
Example Unified School District
Dear Registrar:
I represent Subject A and her parents. With the enclosed signed release, please send me her complete
cumulative file, including attendance, discipline and special education records. I will pay
reasonable copying costs. I would be grateful to have it by June 7.
Nadia Example
Attorney for Subject A
""",
        "issues",
        "information_request",
        "Example Unified School District",
        "Nadia Example",
        False,
    ),
    Paper(
        "ag-civil-investigative",
        """
STATE OF EXAMPLE
DEPARTMENT OF LAW
OFFICE OF THE ATTORNEY GENERAL
CIVIL INVESTIGATIVE DEMAND NO. 24-CP-12
To: Quick Example Lending, LLC, Attn: Registered Agent
This demand is served under the Consumer Protection Act. You are to produce the documentary material
described in the attached schedule, and answer the interrogatories, on or before August 15, 2024.
A petition to modify must be filed within 20 days.
Assistant Attorney General Yuri Example
""",
        "issues",
        "administrative_subpoena",
        "Quick Example Lending",
        "ATTORNEY GENERAL",
        False,
    ),
    Paper(
        "followup-demand-letter",
        """
Office of the Attorney General
Division of Labor Standards
July 1, 2024
Example Landscaping, Inc.
Re: Second request for payroll records
We wrote to you on June 3, 2024 asking for payroll records. As of today we have received nothing.
This is our final request. You must submit the records listed in our first letter by July 12, 2024.
Otherwise we will apply for a subpoena.
Investigator Moss Example
""",
        "issues",
        "information_request",
        "Example Landscaping",
        "Attorney General",
        False,
    ),
)
