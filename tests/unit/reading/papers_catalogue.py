"""One invented paper for each of the catalogue's rarer instruments, as its body would write it."""

from __future__ import annotations

from tests.unit.reading.papers_parties import BETWEEN_PARTIES

PAPERS: tuple[tuple[str, str], ...] = (
    (
        "us.ftc.cid",
        """\
UNITED STATES OF AMERICA
FEDERAL TRADE COMMISSION
CIVIL INVESTIGATIVE DEMAND
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: 15 U.S.C. § 57b-1; 16 C.F.R. § 2.7
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Commissioner
""",
    ),
    (
        "us.ftc.subpoena",
        """\
UNITED STATES OF AMERICA
FEDERAL TRADE COMMISSION
SUBPOENA DUCES TECUM
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: 15 U.S.C. § 49
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Commissioner
""",
    ),
    (
        "us.sec.subpoena",
        """\
UNITED STATES OF AMERICA
SECURITIES AND EXCHANGE COMMISSION
SUBPOENA
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: 15 U.S.C. § 78u(b); see Form 1662
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Assistant Regional Director
""",
    ),
    (
        "us.nlrb.31",
        """\
UNITED STATES OF AMERICA
NATIONAL LABOR RELATIONS BOARD
SUBPOENA DUCES TECUM
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: 29 U.S.C. § 161(1); 29 C.F.R. § 102.31 (petition to revoke)
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Regional Director
""",
    ),
    (
        "us.oig.subpoena",
        """\
U.S. DEPARTMENT OF HEALTH AND HUMAN SERVICES
OFFICE OF INSPECTOR GENERAL
SUBPOENA DUCES TECUM
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: Inspector General Act, 5 U.S.C. § 406(a)(4)
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Special Agent in Charge
""",
    ),
    (
        "us.dol.whd-subpoena",
        """\
U.S. DEPARTMENT OF LABOR
WAGE AND HOUR DIVISION
SUBPOENA DUCES TECUM
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: 29 U.S.C. § 209 and § 211(a), Fair Labor Standards Act
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Regional Administrator
""",
    ),
    (
        "us.dol.ebsa-subpoena",
        """\
U.S. DEPARTMENT OF LABOR
EMPLOYEE BENEFITS SECURITY ADMINISTRATION
SUBPOENA DUCES TECUM
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: 29 U.S.C. § 1134(c)
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Regional Director
""",
    ),
    (
        "us.osha.subpoena",
        """\
U.S. DEPARTMENT OF LABOR
OCCUPATIONAL SAFETY AND HEALTH ADMINISTRATION
SUBPOENA DUCES TECUM
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: 29 U.S.C. § 657(b)
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Area Director
""",
    ),
    (
        "us.eeoc.subpoena",
        """\
EQUAL EMPLOYMENT OPPORTUNITY COMMISSION
SUBPOENA
Charge No. 410-2022-00441
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: 42 U.S.C. § 2000e-9; 29 C.F.R. § 1601.16
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
District Director
""",
    ),
    (
        "us.irs.2039",
        """\
DEPARTMENT OF THE TREASURY
INTERNAL REVENUE SERVICE
SUMMONS
In the matter of Sample Lane Partners
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: 26 U.S.C. §§ 7602, 7609
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Revenue Agent
""",
    ),
    (
        "us.cfpb.cid",
        """\
CONSUMER FINANCIAL PROTECTION BUREAU
CIVIL INVESTIGATIVE DEMAND
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: 12 U.S.C. § 5562; 12 C.F.R. § 1080.6
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Assistant Director
""",
    ),
    (
        "us.cftc.subpoena",
        """\
UNITED STATES OF AMERICA
COMMODITY FUTURES TRADING COMMISSION
SUBPOENA
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: 7 U.S.C. § 9(5); 17 C.F.R. § 11.4
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Chief Trial Attorney
""",
    ),
    (
        "us.doj.antitrust-cid",
        """\
U.S. DEPARTMENT OF JUSTICE
ANTITRUST DIVISION
CIVIL INVESTIGATIVE DEMAND
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: Antitrust Civil Process Act, 15 U.S.C. § 1312
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Assistant Attorney General
""",
    ),
    (
        "us.doj.fca-cid",
        """\
U.S. DEPARTMENT OF JUSTICE
CIVIL INVESTIGATIVE DEMAND
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: 31 U.S.C. § 3733 (False Claims Act)
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
United States Attorney
""",
    ),
    (
        "us.postal.subpoena",
        """\
UNITED STATES POSTAL SERVICE
SUBPOENA
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: 39 U.S.C. § 3016
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Inspector in Charge
""",
    ),
    (
        "us.ntsb.subpoena",
        """\
NATIONAL TRANSPORTATION SAFETY BOARD
SUBPOENA
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: 49 U.S.C. § 1113(a)
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
General Counsel
""",
    ),
    (
        "us.hud.fheo-subpoena",
        """\
U.S. DEPARTMENT OF HOUSING AND URBAN DEVELOPMENT
SUBPOENA
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: 42 U.S.C. § 3611; fair housing
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Regional Director
""",
    ),
    (
        "us.ofac.subpoena",
        """\
DEPARTMENT OF THE TREASURY
OFFICE OF FOREIGN ASSETS CONTROL
ADMINISTRATIVE SUBPOENA
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: 31 C.F.R. § 501.602
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Assistant Director
""",
    ),
    (
        "us.state.child-support",
        """\
STATE OF EXAMPLE
DIVISION OF CHILD SUPPORT
ADMINISTRATIVE SUBPOENA
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: 42 U.S.C. § 666(c)(1)(B)
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Child Support Officer
""",
    ),
    (
        "us.ca.gov-11181",
        """\
STATE OF CALIFORNIA
DEPARTMENT OF JUSTICE
INVESTIGATIVE SUBPOENA
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: Government Code sections 11180 and 11181
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Deputy Attorney General
""",
    ),
    (
        "us.nyc.doi",
        """\
CITY OF NEW YORK
DEPARTMENT OF INVESTIGATION
SUBPOENA DUCES TECUM
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: New York City Charter § 803
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Commissioner
""",
    ),
    (
        "us.tx.request-to-examine",
        """\
OFFICE OF THE ATTORNEY GENERAL OF TEXAS
REQUEST TO EXAMINE
To: Example Storage, Inc.
You are hereby required to produce the records listed below by May 30, 2022.
Authority: Texas Business Organizations Code § 12.152
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Assistant Attorney General
""",
    ),
    (
        "us.epa.information-request",
        """\
U.S. ENVIRONMENTAL PROTECTION AGENCY
REGION 5
Request for Information under Section 308 of the Clean Water Act
May 3, 2022
Example Storage, Inc.
Dear Records Officer:
Please provide the records listed below within 14 days of receipt of this letter.
Authority: 33 U.S.C. § 1318
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Director, Enforcement Division
""",
    ),
    (
        "us.ed.ocr-data-request",
        """\
U.S. DEPARTMENT OF EDUCATION
OFFICE FOR CIVIL RIGHTS
Data Request, Case No. 05-22-1441
May 3, 2022
Example Storage, Inc.
Dear Records Officer:
Please provide the records listed below within 14 days of receipt of this letter.
Authority: 34 C.F.R. § 100.6
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Team Leader
""",
    ),
    (
        "us.doj.voter-roll-request",
        """\
U.S. DEPARTMENT OF JUSTICE
CIVIL RIGHTS DIVISION
Re: Statewide voter registration list
May 3, 2022
Example Storage, Inc.
Dear Records Officer:
Please provide the records listed below within 14 days of receipt of this letter.
Authority: 52 U.S.C. §§ 20703, 20507
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Issued: May 3, 2022
/s/ Lee Example
Chief, Voting Section
""",
    ),
    (
        "us.tx.civil",
        """\
THE STATE OF TEXAS
SUBPOENA DUCES TECUM
DISTRICT COURT OF EXAMPLE COUNTY
Sample v. Example   Cause No. 2022-44100
To: Example Storage, Inc.
You are commanded to produce the records below by May 30, 2022.
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Tex. R. Civ. P. 176.8: contempt of the court
from which the subpoena is issued.
/s/ Lee Example
Attorney for Plaintiff
""",
    ),
    (
        "us.fl.civil",
        """\
IN THE CIRCUIT COURT OF THE NINTH JUDICIAL CIRCUIT
IN AND FOR EXAMPLE COUNTY, FLORIDA
Sample v. Example   Case No. 2022-CA-0441
SUBPOENA DUCES TECUM WITHOUT DEPOSITION
To: Example Storage, Inc.
You are commanded to produce the records below by May 30, 2022.
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Fla. R. Civ. P. 1.351 and 1.410. Unless excused from this subpoena you must obey it.
/s/ Lee Example
Attorney for Plaintiff
""",
    ),
    (
        "us.ny.civil",
        """\
SUPREME COURT OF THE STATE OF NEW YORK
COUNTY OF EXAMPLE
Sample v. Example   Index No. 441/2022
SUBPOENA DUCES TECUM
THE PEOPLE OF THE STATE OF NEW YORK
TO: Example Storage, Inc.
GREETING:
WE COMMAND YOU to produce the records below by May 30, 2022, under CPLR 3101 and 3120.
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
/s/ Lee Example
Attorney for Plaintiff
""",
    ),
    (
        "us.co.civil",
        """\
DISTRICT COURT, EXAMPLE COUNTY, STATE OF COLORADO
Sample v. Example   Case Number: 22CV441
SUBPOENA TO PRODUCE
To: Example Storage, Inc.
You are commanded to produce the records below by May 30, 2022.
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
See C.R.C.P. 45.
/s/ Lee Example
Attorney for Plaintiff
""",
    ),
    (
        "us.bankruptcy.subpoena",
        """\
UNITED STATES BANKRUPTCY COURT
DISTRICT OF EXAMPLE
In re Sample   Case No. 22-10441
SUBPOENA FOR RULE 2004 EXAMINATION
To: Example Storage, Inc.
You are commanded to produce the records below by May 30, 2022.
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
Fed. R. Bankr. P. 9016
/s/ Lee Example
Attorney for the Trustee
""",
    ),
    (
        "us.ks.inquisition",
        """\
DISTRICT COURT OF EXAMPLE COUNTY, KANSAS
No. 22-IQ-44
INQUISITION SUBPOENA
To: Example Storage, Inc.
You are commanded to produce the records below by May 30, 2022.
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
K.S.A. 22-3101
/s/ Lee Example
County Attorney
""",
    ),
    (
        "us.congress.subpoena",
        """\
SUBPOENA
BY AUTHORITY OF THE HOUSE OF REPRESENTATIVES OF THE
CONGRESS OF THE UNITED STATES OF AMERICA
To: Example Storage, Inc.
You are hereby commanded to be and appear before the Committee on Example and to produce
the things below by May 30, 2022.
1. All contracts with Sample Lane Partners.
2. All statements of account for 2021.
/s/ Lee Example
Chairman
""",
    ),
    *BETWEEN_PARTIES,
)

LOOK_ALIKE: tuple[tuple[str, str], ...] = (
    (
        "news",
        """\
Agency seeks records of storage firm
By Pat Example
EXAMPLE CITY - The Federal Trade Commission said on Tuesday that it had
issued a civil investigative demand under 15 U.S.C. 57b-1, according to people familiar with
it.
The firm declined to comment, the newspaper reported.
""",
    ),
    (
        "answer",
        """\
Sample Lane LLP
May 20, 2022
Federal Trade Commission
Re: Civil Investigative Demand to Example Storage
Dear Counsel:
In response to your civil investigative demand of May 3, 2022, enclosed please find the
documents.
Sincerely,
/s/ Lee Example
Attorney for Example Storage, Inc.
""",
    ),
    (
        "motion",
        """\
UNITED STATES DISTRICT COURT
DISTRICT OF EXAMPLE
Example Storage v. United States   Case No. 1:22-mc-00044
MOTION TO QUASH SUMMONS
Example Storage, Inc. moves to quash the Internal Revenue Service summons under 26 U.S.C.
7609.
The summons is overbroad.
/s/ Lee Example
Attorney for Movant
""",
    ),
    (
        "policy",
        """\
MEMORANDUM TO STAFF
Subject: How we handle subpoenas of the Securities and Exchange Commission
When a subpoena arrives, send it to counsel on the same day. Staff should not answer by
themselves.
""",
    ),
)
