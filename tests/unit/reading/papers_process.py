"""Short invented process of courts, prosecutors and agencies, on layouts of several States."""

from __future__ import annotations

from tests.unit.reading.sheet import Paper

PROCESS: tuple[Paper, ...] = (
    Paper(
        "ny-trial-subpoena",
        """
SUPREME COURT OF THE STATE OF NEW YORK
COUNTY OF EXAMPLE
SUBJECT A, Plaintiff, -against- EXAMPLE TRANSIT, Defendant.      Index No. 150000/2024
SUBPOENA DUCES TECUM
THE PEOPLE OF THE STATE OF NEW YORK
TO: Example Radiology Associates, 12 Broad Way
GREETINGS:
WE COMMAND YOU, that all business and excuses being laid aside, you produce at the office of the
undersigned on July 9, 2024 at 10:00 a.m. the complete films and reports of Subject A.
Your failure to comply is punishable as a contempt of court.
Dated: June 10, 2024
Attorney for Plaintiff
Mina Example, Esq.
""",
        "issues",
        "civil_subpoena",
        "Example Radiology",
        None,
        False,
    ),
    Paper(
        "pa-criminal",
        """
COMMONWEALTH OF PENNSYLVANIA
COUNTY OF EXAMPLE
COURT OF COMMON PLEAS
COMMONWEALTH v. SUBJECT A          CP-00-CR-0001000-2024
SUBPOENA
TO: Keeper of Records, Example Turnpike Plaza
1. You are ordered by the Court to come to Courtroom 3 on August 1, 2024 at 9:00 a.m. to testify on
behalf of the Commonwealth in the above case, and to remain until excused.
2. And bring with you the following: toll plaza video of May 2, 2024.
If you fail to attend you may be subject to the sanctions of Rule 107.
Clerk of Courts
""",
        "issues",
        "criminal_subpoena",
        "Example Turnpike Plaza",
        None,
        False,
    ),
    Paper(
        "gj-federal-letter-rider",
        """
United States District Court
for the Northern District of Example
SUBPOENA TO TESTIFY BEFORE A GRAND JURY
TO: Custodian of Records, Example Logistics LLC
YOU ARE COMMANDED to appear in this United States district court at the time, date, and place shown
below to testify before the court's grand jury.
Place: U.S. Courthouse, 1 Main St.     Date and Time: September 4, 2024, 9:30 a.m.
You must also bring with you the following documents: invoices of 2022 and 2023.
Date: August 12, 2024
CLERK OF COURT
Assistant U.S. Attorney Example requests this subpoena
""",
        "issues",
        "grand_jury_subpoena",
        "Example Logistics",
        None,
        False,
    ),
    Paper(
        "gj-state",
        """
GRAND JURY SUBPOENA DUCES TECUM
IN THE NAME OF THE PEOPLE OF THE STATE OF NEW YORK
To: Example Savings Bank
YOU ARE COMMANDED to appear before the GRAND JURY of Example County on May 2, 2024 at 10 a.m. as a
witness in a criminal action against John Doe, and to bring statements of account 000-1.
By order of the District Attorney
Assistant District Attorney L. Example
""",
        "issues",
        "grand_jury_subpoena",
        "Example Savings Bank",
        None,
        False,
    ),
    Paper(
        "florida-state-attorney",
        """
IN THE CIRCUIT COURT OF THE FIRST JUDICIAL CIRCUIT
IN AND FOR EXAMPLE COUNTY, FLORIDA
STATE ATTORNEY'S INVESTIGATIVE SUBPOENA DUCES TECUM
TO: Custodian, Example Mobile, Inc.
You are hereby commanded to furnish the Office of the State Attorney, forthwith, subscriber records
for 555-0101. Appearance is not required if the records are sent by e-mail. F.S. 27.04.
Do not disclose the existence of this subpoena.
Assistant State Attorney B. Example
""",
        "issues",
        "prosecutor_subpoena",
        "Example Mobile",
        None,
        False,
    ),
    Paper(
        "order-show-cause-produce",
        """
UNITED STATES DISTRICT COURT
DISTRICT OF EXAMPLE
UNITED STATES, Petitioner, v. COUNTY OF EXAMPLE, Respondent.     1:25-mc-00010
ORDER
The petition to enforce the administrative subpoena is granted. It is hereby ORDERED that Respondent
County of Example shall produce the records described in the subpoena within fourteen (14) days of
the date of this order.
SO ORDERED.
Dated: April 1, 2025
/s/ Ada Example
United States District Judge
""",
        "issues",
        "court_order",
        "County of Example",
        "UNITED STATES DISTRICT COURT",
        True,
    ),
    Paper(
        "order-plain-juvenile",
        """
JUVENILE COURT OF EXAMPLE COUNTY
In the Interest of: Subject A, a minor       Case 24-JV-100
ORDER FOR RELEASE OF SCHOOL RECORDS
This matter came before the Court on the request of the guardian ad litem. The Court finds good
cause. Example Unified School District is directed to deliver to the guardian ad litem, within
five business days, the attendance and discipline records of the minor.
Entered May 6, 2024.
/s/ Judge T. Example
""",
        "issues",
        "court_order",
        "Example Unified School District",
        "JUVENILE COURT",
        True,
    ),
    Paper(
        "texas-order-expert",
        """
CAUSE NO. 24-1000-CV
A v. B                                IN THE DISTRICT COURT
                                      EXAMPLE COUNTY, TEXAS
                                      200TH JUDICIAL DISTRICT
ORDER ON MOTION TO COMPEL
On this day the Court considered Plaintiff's Motion to Compel Production from Non-Party Example
Clinic. Having considered the motion and response, the Court GRANTS the motion.
It is ORDERED that Example Clinic produce the billing records by June 1, 2024.
Signed May 2, 2024.
/s/ R. Example
PRESIDING JUDGE
""",
        "issues",
        "court_order",
        "Example Clinic",
        None,
        True,
    ),
    Paper(
        "search-warrant-phone",
        """
STATE OF EXAMPLE, COUNTY OF EXAMPLE
SEARCH WARRANT
The People of the State of Example to any peace officer:
Proof by affidavit having been made before me this day by Det. Example that there is probable cause,
you are therefore commanded to search the records of Example Social, Inc. and seize: messages of the
account "x_example" from January 1 to February 1, 2024.
Given under my hand this 3rd day of March, 2024 at 2:10 p.m.
/s/ Hon. Vera Example
Judge of the Superior Court
""",
        "issues",
        "search_warrant",
        None,
        None,
        None,
    ),
    Paper(
        "i200-text",
        """
U.S. DEPARTMENT OF HOMELAND SECURITY
Warrant for Arrest of Alien
File No. A 200 000 123
To: Any immigration officer authorized pursuant to sections 236 and 287 of the Immigration and
Nationality Act
I have determined that there is probable cause to believe that SUBJECT A is removable.
YOU ARE COMMANDED to arrest and take into custody for removal proceedings the above-named alien.
(Signature of Authorized Immigration Officer) /s/ C. Example
Form I-200 (Rev. 09/16)
""",
        "issues",
        "administrative_warrant",
        "immigration officer",
        "HOMELAND SECURITY",
        False,
    ),
    Paper(
        "bench-warrant",
        """
MUNICIPAL COURT, CITY OF EXAMPLE
WARRANT OF ARREST
THE STATE OF EXAMPLE to any peace officer of this State:
You are commanded to arrest Subject A, who failed to appear on a charge of trespass, and bring the
said person before this court.
Bail: $500
/s/ Judge N. Example
Municipal Judge
""",
        "issues",
        "arrest_warrant",
        None,
        None,
        None,
    ),
    Paper(
        "irs-summons",
        """
Summons
In the matter of Subject A
Internal Revenue Service (Division): Small Business
Periods: 2020, 2021
The Commissioner of Internal Revenue
To: Example Credit Union
At: 5 Main St
You are hereby summoned and required to appear before Revenue Officer Example to give testimony and
to bring with you the statements of all accounts for the periods shown.
Place and time: 10 Federal Way, on the 5th day of March, 2024 at 9 o'clock a.m.
Issued under authority of the Internal Revenue Code this 1st day of February, 2024
Form 2039
""",
        "issues",
        "administrative_summons",
        "Example Credit Union",
        "Internal Revenue",
        False,
    ),
    Paper(
        "ofccp-sec-subpoena",
        """
UNITED STATES OF AMERICA
SECURITIES AND EXCHANGE COMMISSION
SUBPOENA
IN THE MATTER OF EXAMPLE HOLDINGS (B-04000)
To: Example Accounting PLLC
YOU MUST PRODUCE everything specified in the Attachment to this subpoena to officers of the
Securities and Exchange Commission by 5:00 p.m. on May 31, 2024.
FEDERAL LAW REQUIRES YOU TO COMPLY WITH THIS SUBPOENA.
By: Example Q. Officer
Staff Attorney, Division of Enforcement
""",
        "issues",
        "administrative_subpoena",
        "Example Accounting",
        "SECURITIES AND EXCHANGE COMMISSION",
        False,
    ),
    Paper(
        "small-claims-notice",
        """
SMALL CLAIMS DIVISION
COUNTY COURT OF EXAMPLE
SUBPOENA TO PRODUCE PAPERS
Case SC-24-9
To the witness: Example Garage
The court orders you to bring the repair invoices for the car of Subject A to the hearing on June 3,
2024 at 1:30 p.m. in Room 2.
Deputy Clerk K. Example
""",
        "issues",
        "civil_subpoena",
        "Example Garage",
        None,
        False,
    ),
    Paper(
        "coroner-subpoena",
        """
OFFICE OF THE CORONER
EXAMPLE COUNTY
CORONER'S SUBPOENA FOR MEDICAL RECORDS
To: Medical Records, Example General Hospital
By authority of the Coroner, and in the inquiry into the death of Subject A, you are directed to
release forthwith to the bearer the complete chart for the admission of May 1, 2024.
Deputy Coroner L. Example
""",
        "issues",
        "administrative_subpoena",
        "Example General Hospital",
        "CORONER",
        False,
    ),
    Paper(
        "stored-comms-order",
        """
UNITED STATES DISTRICT COURT
CENTRAL DISTRICT OF EXAMPLE
IN THE MATTER OF THE APPLICATION OF THE UNITED STATES FOR AN ORDER PURSUANT TO 18 U.S.C. 2703(d)
No. 2:24-mj-00100
ORDER
The United States has offered specific and articulable facts showing reasonable grounds to believe
that the records are relevant to an ongoing investigation.
IT IS ORDERED that Example Mail LLC shall, within ten days of service, disclose the records in
Attachment A. It is further ordered that Example Mail LLC shall not disclose this order.
/s/ U. Example
United States Magistrate Judge
""",
        "issues",
        "stored_communications_order",
        "Example Mail",
        None,
        True,
    ),
    Paper(
        "dea-subpoena",
        """
U.S. DEPARTMENT OF JUSTICE / DRUG ENFORCEMENT ADMINISTRATION
SUBPOENA
In the matter of the investigation of Case No: XX-24-0001
TO: Example Pharmacy #4
YOU ARE HEREBY COMMANDED TO APPEAR BEFORE Diversion Investigator Example to give testimony and to
bring with you and produce the dispensing records of Subject A for 2023. In lieu of appearance,
records may be mailed. 21 U.S.C. 876.
Please do not disclose the existence of this request for 90 days.
Group Supervisor
""",
        "issues",
        "administrative_subpoena",
        "Example Pharmacy",
        "DRUG ENFORCEMENT",
        False,
    ),
    Paper(
        "deposition-notice-records",
        """
IN THE SUPERIOR COURT OF EXAMPLE COUNTY
A v. B                       CV2024-001000
SUBPOENA IN A CIVIL CASE
TO: Example Insurance Company, Claims
YOU ARE ORDERED to make these records available for copying at 10 Court St., May 30, 2024, 9 a.m.:
the claim file of Subject A.
ISSUED this 2nd day of May, 2024.
Clerk of the Superior Court
By D. Example, Deputy Clerk
""",
        "issues",
        "civil_subpoena",
        "Example Insurance Company",
        None,
        False,
    ),
    Paper(
        "citacion-espanol",
        """
ESTADO LIBRE ASOCIADO DE PUERTO RICO
TRIBUNAL DE PRIMERA INSTANCIA
SALA SUPERIOR DE EXAMPLE
CITACIÓN PARA LA PRODUCCIÓN DE DOCUMENTOS
A: Custodio de Récords, Hospital Ejemplo
Caso núm. EX2024CV00100
SE LE ORDENA que comparezca el 5 de junio de 2024 a las 9:00 a.m. y traiga consigo el expediente
médico del sujeto uno, so pena de desacato.
Secretaria Regional
""",
        "issues",
        "civil_subpoena",
        "Hospital Ejemplo",
        None,
        False,
    ),
    Paper(
        "tribal-court-order",
        """
IN THE TRIBAL COURT OF THE EXAMPLE NATION
In re Subject A            No. TC-24-10
ORDER TO RELEASE RECORDS
The clinic of the Example Nation is ordered to release to the Court, under seal, the treatment
records of Subject A by June 1, 2024.
IT IS SO ORDERED.
/s/ R. Example
Tribal Judge
""",
        "issues",
        "court_order",
        "clinic of the Example Nation",
        "TRIBAL COURT",
        True,
    ),
    Paper(
        "supplemental-after-production",
        """
U.S. DEPARTMENT OF LABOR
Wage and Hour Division
Case 1999000
February 13, 2024
Counsel for Example Poultry Co.
Thank you for your production of January 30, 2024. Our review shows that it is not complete. Please
supply by February 27, 2024 (1) time cards for line 2 for November 2023 and (2) the contracts with
the staffing agency.
Wage and Hour Investigator T. Example
""",
        "issues",
        "information_request",
        "Example Poultry",
        "DEPARTMENT OF LABOR",
        False,
    ),
    Paper(
        "records-request-portal",
        """
Public Records Center - City of Example
Request submitted 4/1/2024 8:14 AM
Requester: Ola Example
Type of request: Police
Describe the record(s): I want to see the MOU with the county about the jail and any amendments.
Preferred method: Electronic
""",
        "issues",
        "records_request",
        "City of Example",
        "Ola Example",
        None,
    ),
    Paper(
        "nsl-credit",
        """
U.S. Department of Justice
Federal Bureau of Investigation
Example Field Office
August 8, 2023
Example Credit Reporting Agency
Dear Custodian:
Pursuant to 15 U.S.C. 1681u, you are directed to provide the names and addresses of all financial
institutions at which the consumer named below has an account. I certify that the information is
sought for the conduct of an authorized investigation to protect against international terrorism.
You are prohibited from disclosing that the FBI has sought this information.
Special Agent in Charge
""",
        "issues",
        "national_security_letter",
        "Example Credit Reporting Agency",
        "Department of Justice",
        False,
    ),
    Paper(
        "medical-board-subpoena",
        """
BEFORE THE EXAMPLE STATE BOARD OF MEDICINE
In the matter of the license of Subject A, M.D.
SUBPOENA DUCES TECUM
The Board to: Records Custodian, Northside Example Clinic
GREETING: Pursuant to section 458.331 you are hereby required to deliver to the Board's
investigator the complete charts of the patients in Schedule 1 within ten days of receipt.
Done at the State Capital, May 3, 2024.
Executive Director, Board of Medicine
""",
        "issues",
        "administrative_subpoena",
        "Northside Example Clinic",
        "BOARD OF MEDICINE",
        False,
    ),
    Paper(
        "unemployment-hearing-subpoena",
        """
State of Example
UNEMPLOYMENT INSURANCE APPEALS BOARD
Hearing 24-3333
SUBPOENA
TO: Example Diner
THE PEOPLE OF THE STATE OF EXAMPLE SEND GREETINGS: You are summoned to attend the hearing on
March 12, 2024 at 9:00 a.m. and to bring the schedules of Subject A for January.
Administrative Law Judge T. Example
""",
        "issues",
        "administrative_subpoena",
        "Example Diner",
        "UNEMPLOYMENT INSURANCE APPEALS BOARD",
        False,
    ),
    Paper(
        "detainer-county-cover-free",
        """
DEPARTMENT OF HOMELAND SECURITY
IMMIGRATION DETAINER - NOTICE OF ACTION
Subject ID: 300000001        Event #: XSF2400001
File No: A 099 000 222       Date: 05/05/2024
TO: (Name and Title of Institution) Example County Main Jail
FROM: (DHS Office Address) ERO San Example, 1 Plaza
Name of Alien: SUBJECT A
IT IS THEREFORE REQUESTED THAT YOU: Notify DHS as early as practicable (at least 48 hours, if
possible) before the alien is released from your custody. Maintain custody of the alien for a period
NOT TO EXCEED 48 HOURS beyond the time when he would otherwise have been released.
Immigration Officer J. Example
/s/ J. Example
""",
        "issues",
        "detainer",
        "Example County Main Jail",
        "HOMELAND SECURITY",
        False,
    ),
)
