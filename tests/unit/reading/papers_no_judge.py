"""Invented papers that no judge signed, whatever judge they name: process, officers, lawyers."""

from __future__ import annotations

from tests.unit.reading.papers_signed import Signed

PAPERS: tuple[Signed, ...] = (
    Signed(
        "clerk's seal and teste",
        """\
CIRCUIT COURT OF COOK COUNTY, ILLINOIS
Sample v. Example   No. 21 L 441
SUBPOENA DUCES TECUM
To: Example Bank
YOU ARE COMMANDED to produce the records by May 30, 2021.
WITNESS, the Honorable Pat Example, Chief Judge of said Court.
(SEAL)
/s/ Lee Example
Clerk of the Circuit Court
""",
        False,
        True,
    ),
    Signed(
        "clerk's seal and teste",
        """\
COMMONWEALTH OF MASSACHUSETTS
SUPERIOR COURT
Sample v. Example   Docket No. 2184CV00441
SUBPOENA
To: Example Bank
You are hereby commanded to appear and produce the records by May 30, 2021.
Witness: Pat Example, Esquire, Chief Justice.
/s/ Lee Example
Clerk Magistrate
""",
        False,
        False,
    ),
    Signed(
        "clerk's seal and teste",
        """\
SUPREME COURT OF THE STATE OF NEW YORK
COUNTY OF EXAMPLE
Sample v. Example   Index No. 441/2021
SUBPOENA DUCES TECUM
THE PEOPLE OF THE STATE OF NEW YORK TO: Example Bank
WE COMMAND YOU to produce it.
WITNESS, Honorable Pat Example, one of the Justices of said Court.
/s/ Lee Example
Attorney for Plaintiff
""",
        False,
        True,
    ),
    Signed(
        "clerk per deputy",
        """\
UNITED STATES DISTRICT COURT
FOR THE DISTRICT OF EXAMPLE
Sample v. Example   Civil Action No. 1:21-cv-00044
SUBPOENA TO PRODUCE DOCUMENTS
To: Example Bank
YOU ARE COMMANDED to produce the records by May 30, 2021.
CLERK OF COURT
By: /s/ Lee Example, Deputy Clerk
""",
        False,
        True,
    ),
    Signed(
        "clerk per deputy",
        """\
IN THE DISTRICT COURT OF EXAMPLE COUNTY
State v. Sample   Case No. CR-21-441
SUBPOENA DUCES TECUM
To: Example Telephone
You are commanded to produce the records by May 30, 2021.
LEE EXAMPLE, District Clerk
By: /s/ Kim Sample, Deputy
""",
        False,
        False,
    ),
    Signed(
        "attorney for the clerk",
        """\
CIRCUIT COURT OF EXAMPLE COUNTY
Sample v. Example   Case No. 21-CV-441
SUBPOENA
To: Example Bank
YOU ARE COMMANDED to produce the records.
/s/ Lee Example
Attorney for Plaintiff, for the Clerk
""",
        None,
        False,
    ),
    Signed(
        "attorney for the clerk",
        """\
DISTRICT COURT
EXAMPLE COUNTY, STATE OF COLORADO
Sample v. Example   Case Number: 21CV441
SUBPOENA TO PRODUCE
To: Example Bank
You are ordered to produce the records by May 30, 2021.
Signed for the Clerk of Court by /s/ Lee Example, Attorney
""",
        None,
        False,
    ),
    Signed(
        "attorney for the clerk",
        """\
SUPERIOR COURT OF CALIFORNIA, COUNTY OF EXAMPLE
Sample v. Example   CASE NUMBER: 21CV441
DEPOSITION SUBPOENA
THE PEOPLE OF THE STATE OF CALIFORNIA, TO: Example Bank
YOU ARE ORDERED TO PRODUCE THE BUSINESS RECORDS.
Date issued: May 3, 2021
/s/ Lee Example
Attorney for Plaintiff
""",
        False,
        True,
    ),
    Signed(
        "arrest warrant by the clerk",
        """\
UNITED STATES DISTRICT COURT
FOR THE DISTRICT OF EXAMPLE
United States of America v. Sample   Case No. 3:21-cr-00044
ARREST WARRANT
To: Any authorized law enforcement officer
YOU ARE COMMANDED to arrest and bring before a United States magistrate judge without
unnecessary delay Subject A.
Date: May 3, 2021
/s/ Lee Example
Issuing officer's signature
Lee Example, Clerk of Court
Printed name and title
""",
        False,
        False,
    ),
    Signed(
        "judge in the caption only",
        """\
CIRCUIT COURT OF EXAMPLE COUNTY
Hon. Pat Example, Presiding Judge
Sample v. Example   Case No. 21-CV-441
SUBPOENA
To: Example Bank
You are commanded to produce the records by May 30, 2021.
/s/ Lee Example
Attorney for Plaintiff
""",
        False,
        True,
    ),
    Signed(
        "judge in the caption only",
        """\
UNITED STATES DISTRICT COURT
FOR THE DISTRICT OF EXAMPLE
Sample v. Example   Case No. 1:21-cv-00044 (PE)
Judge: Hon. Pat Example
SUBPOENA TO PRODUCE DOCUMENTS
To: Example Bank
YOU ARE COMMANDED to produce the records by May 30, 2021.
/s/ Lee Example
Clerk of Court
""",
        False,
        True,
    ),
    Signed(
        "judge's order quoted in a letter",
        """\
Office of the District Attorney
May 3, 2021
To: Example Clinic
Re: Case No. 21-CR-441
We ask that you send the records. As the court wrote: "IT IS ORDERED that the clinic produce
the file. /s/ Pat Example, District Court Judge."
Sincerely,
Lee Example
Assistant District Attorney
""",
        False,
        False,
    ),
    Signed(
        "so ordered on a letter",
        """\
Sample Lane LLP
May 3, 2021
By ECF
Hon. Pat Example
Re: A v. B, No. 1:21-cv-00044
Dear Judge Example:
We write to request that Example Bank be directed to produce the statements by June 1, 2021.
Respectfully submitted,
/s/ Lee Example
Attorney for A
SO ORDERED.
/s/ Pat Example
Pat Example, U.S.D.J.
""",
        None,
        False,
    ),
    Signed(
        "so ordered on a letter",
        """\
Sample Lane LLP
May 4, 2021
Hon. Pat Example
Re: A v. B, 21 Civ. 44
Your Honor: we ask for an order that the county produce its log.
Lee Example
Attorney for A
Application granted. SO ORDERED.
Dated: May 5, 2021
/s/ Pat Example, United States Magistrate Judge
""",
        None,
        False,
    ),
    Signed(
        "minute order",
        """\
SUPERIOR COURT OF CALIFORNIA, COUNTY OF EXAMPLE
MINUTE ORDER
Case No. 21CV441
Judge: Hon. Pat Example   Clerk: L. Sample
The Court orders Example Clinic to produce the file within ten days.
Clerk is directed to give notice.
""",
        None,
        False,
    ),
    Signed(
        "minute order",
        """\
UNITED STATES DISTRICT COURT
FOR THE DISTRICT OF EXAMPLE
Sample v. Example   Case No. 1:21-cv-00044
CIVIL MINUTES - GENERAL
Present: The Honorable Pat Example, U.S. District Judge
The Court ORDERS Example Clinic to produce the file.
Initials of Deputy Clerk: ls
""",
        None,
        False,
    ),
    Signed(
        "order by the clerk",
        """\
UNITED STATES DISTRICT COURT
FOR THE DISTRICT OF EXAMPLE
In re Records of Example Clinic   Case No. 1:21-mc-00044
ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
FOR THE COURT:
/s/ Lee Example
Clerk of Court
""",
        None,
        False,
    ),
    Signed(
        "immigration judge",
        """\
UNITED STATES DEPARTMENT OF JUSTICE
EXECUTIVE OFFICE FOR IMMIGRATION REVIEW
IMMIGRATION COURT
File No. A000 000 116
SUBPOENA
TO: Example County Jail
YOU ARE HEREBY COMMANDED to produce the records by May 30, 2024.
/s/ Terry Example
Immigration Judge
""",
        False,
        True,
    ),
    Signed(
        "immigration judge",
        """\
EXECUTIVE OFFICE FOR IMMIGRATION REVIEW
IMMIGRATION COURT, EXAMPLE CITY
File A000 000 117
ORDER OF THE IMMIGRATION JUDGE
IT IS ORDERED that the jail produce the respondent.
/s/ Terry Example
Judge of the Immigration Court
""",
        False,
        False,
    ),
    Signed(
        "administrative law judge",
        """\
STATE OF EXAMPLE
OFFICE OF ADMINISTRATIVE HEARINGS
OAH No. 2021-441
SUBPOENA
TO: Example Store
You are commanded to produce the books by May 30, 2024.
/s/ Terry Example
Administrative Law Judge
""",
        False,
        True,
    ),
    Signed(
        "administrative law judge",
        """\
NATIONAL LABOR RELATIONS BOARD
DIVISION OF JUDGES
Case No. 05-CA-000441
ORDER
The Respondent shall produce the records.
/s/ Terry Example
Associate Chief Administrative Law Judge
""",
        False,
        False,
    ),
    Signed(
        "hearing officer",
        """\
EXAMPLE COUNTY BOARD OF TAX APPEALS
SUBPOENA
TO: Example Store
You are commanded to produce the books by May 30, 2024.
/s/ Terry Example
Hearing Examiner
""",
        False,
        True,
    ),
    Signed(
        "magistrate as a title outside a court",
        """\
STATE OF EXAMPLE
MICHIGAN WORKERS' DISABILITY COMPENSATION AGENCY
SUBPOENA
TO: Example Clinic
You are commanded to produce the records by May 30, 2024.
/s/ Terry Example
Workers' Compensation Magistrate
""",
        False,
        True,
    ),
    Signed(
        "magistrate as a title outside a court",
        """\
EXAMPLE STATE POLICE
DIVISION OF LICENSING
REQUEST FOR RECORDS
To: Example Bank
Please send the records by May 30, 2024.
/s/ Terry Example
Magistrate Liaison Officer
""",
        False,
        False,
    ),
    Signed(
        "magistrate as a title outside a court",
        """\
STATE OF EXAMPLE
DEPARTMENT OF REVENUE
SUBPOENA
TO: Example Store
You are commanded to produce the books by May 30, 2024.
/s/ Terry Example
Administrative Magistrate
""",
        False,
        True,
    ),
    Signed(
        "foreperson",
        """\
SUPERIOR COURT OF EXAMPLE COUNTY
GRAND JURY
GJ No. 21-441
GRAND JURY SUBPOENA
To: Example Bank
YOU ARE COMMANDED to produce the records before the grand jury on May 30, 2021.
/s/ Lee Example
Foreperson of the Grand Jury
""",
        False,
        False,
    ),
    Signed(
        "prosecutor under a court's heading",
        """\
CIRCUIT COURT FOR EXAMPLE COUNTY
GJ No. 21-441
INVESTIGATIVE SUBPOENA
To: Example Telephone
You are commanded to produce the records by May 30, 2022.
/s/ Lee Example
State's Attorney
""",
        False,
        True,
    ),
    Signed(
        "prosecutor under a court's heading",
        """\
THE DISTRICT COURT OF EXAMPLE COUNTY, KANSAS
Inquisition No. 21-IQ-44
INQUISITION SUBPOENA
To: Example Telephone
You are commanded to produce the records by May 30, 2022.
/s/ Lee Example
Assistant District Attorney
""",
        False,
        True,
    ),
    Signed(
        "court's stamp on a party's paper",
        """\
Case 1:21-cv-00044-PE Document 12-3 Filed 05/03/21 Page 1 of 2
U.S. Department of Homeland Security
IMMIGRATION ENFORCEMENT SUBPOENA
To: Example County Jail
You are hereby required to produce the records by May 30, 2021.
8 U.S.C. 1225(d); 8 C.F.R. 287.4
/s/ Sal Example
Supervisory Detention and Deportation Officer
""",
        False,
        True,
    ),
    Signed(
        "court commissioner",
        """\
SUPERIOR COURT OF WASHINGTON, COUNTY OF EXAMPLE
Example v. Sample   Case No. 21-3-00441-1
ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
/s/ Pat Example
Court Commissioner
""",
        True,
        False,
    ),
    Signed(
        "hearing before a judge",
        """\
UNITED STATES DISTRICT COURT
FOR THE DISTRICT OF EXAMPLE
Sample v. Example   Civil Action No. 1:21-cv-00044
SUBPOENA TO APPEAR AND TESTIFY AT A HEARING
To: Example Clerk
YOU ARE COMMANDED to appear before the Honorable Pat Example on May 30, 2021.
/s/ Lee Example
Attorney's signature
""",
        False,
        True,
    ),
    Signed(
        "instrument that no judge signs",
        """\
United States of America
Federal Trade Commission
CIVIL INVESTIGATIVE DEMAND
1. TO: Example Fitness, Inc.
This demand is issued under 15 U.S.C. § 57b-1 about conduct, activities or proposed action.
You are required to produce the documents in the schedule by May 30, 2022.
FTC Form 144
""",
        False,
        True,
    ),
    Signed(
        "instrument that no judge signs",
        """\
May 4, 2022
Records Access Officer
Example County Sheriff's Office
Dear Officer:
Under the public records law, G.L. c. 66, § 10, I request copies of the jail's visitor policy
and of every detainer received in 2021. Please send them by e-mail.
Subject A, Example Gazette
""",
        False,
        True,
    ),
    Signed(
        "instrument that no judge signs, endorsed by one",
        """\
May 4, 2022
Records Access Officer
Example County Sheriff's Office
Dear Officer:
Under the public records law, G.L. c. 66, § 10, I request copies of the jail's visitor policy.
Subject A, Example Gazette
SO ORDERED.
Pat Example, Justice
""",
        None,
        False,
    ),
    Signed(
        "process of a court with nobody's signature",
        """\
CIRCUIT COURT OF EXAMPLE COUNTY
Sample v. Example   Case No. 21-CV-441
SUBPOENA DUCES TECUM
To: Example Bank
YOU ARE COMMANDED to produce the ledger by May 30, 2022.
""",
        None,
        False,
    ),
    Signed(
        "instrument that no judge signs, granted in letters",
        """\
May 4, 2022
Records Access Officer
Example County Sheriff's Office
Dear Officer:
Under the public records law, G.L. c. 66, § 10, I request copies of the jail's visitor policy.
Subject A, Example Gazette
GRANTED. P. Example, U.S.D.J.
""",
        None,
        False,
    ),
)
