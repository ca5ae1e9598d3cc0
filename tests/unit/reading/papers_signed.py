"""Invented papers for each trap of READING 10: who signed, and did a judge order it."""

from __future__ import annotations

from typing import NamedTuple


class Signed(NamedTuple):
    """A trap, a paper that sets it, and the only answer that is not wrong.

    Null is never wrong; on ``plain`` papers it is needless.
    """

    trap: str
    text: str
    wanted: bool | None
    plain: bool = False


PAPERS: tuple[Signed, ...] = (
    Signed(
        "judge's order",
        """\
SUPERIOR COURT OF THE STATE OF WASHINGTON
COUNTY OF EXAMPLE
Example v. Sample   Case No. 21-2-00441-3
ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
DATED this 3rd day of May, 2021.
/s/ Pat Example
Superior Court Judge
""",
        True,
        True,
    ),
    Signed(
        "judge's order",
        """\
DISTRICT COURT, EXAMPLE COUNTY, STATE OF COLORADO
Example v. Sample   Case Number: 2021CV30044
ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
BY THE COURT:
/s/ Pat Example
District Court Judge
""",
        True,
        True,
    ),
    Signed(
        "judge's order",
        """\
UNITED STATES DISTRICT COURT
SOUTHERN DISTRICT OF EXAMPLE
Example v. Sample   21 Civ. 4410 (PE)
Case No. 1:21-cv-04410
ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
Dated: May 3, 2021
SO ORDERED.
/s/ Pat Example
PAT EXAMPLE
United States District Judge
""",
        True,
        True,
    ),
    Signed(
        "judge's order",
        """\
UNITED STATES BANKRUPTCY COURT
DISTRICT OF EXAMPLE
Example v. Sample   Case No. 21-10044
ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
Dated: May 3, 2021
/s/ Pat Example
United States Bankruptcy Judge
""",
        True,
        True,
    ),
    Signed(
        "judge's order",
        """\
SURROGATE'S COURT OF THE STATE OF NEW YORK
COUNTY OF EXAMPLE
Example v. Sample   File No. 2021-441
ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
Dated: May 3, 2021
/s/ Pat Example
Surrogate
""",
        True,
        True,
    ),
    Signed(
        "judge's order",
        """\
JUSTICE COURT OF EXAMPLE COUNTY
STATE OF ARIZONA
Example v. Sample   Case No. JC-2021-0441
ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
Dated: May 3, 2021
/s/ Pat Example
Justice of the Peace
""",
        True,
        True,
    ),
    Signed(
        "judge's order",
        """\
MUNICIPAL COURT OF THE CITY OF EXAMPLE
Example v. Sample   Case No. M-2021-441
ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
/s/ Pat Example
Municipal Court Judge
""",
        True,
        True,
    ),
    Signed(
        "judge's order",
        """\
SUPERIOR COURT OF CALIFORNIA
COUNTY OF EXAMPLE
Example v. Sample   Case No. 21CV00441
ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
Dated: May 3, 2021
/s/ Pat Example
Judge Pro Tem of the Superior Court
""",
        True,
        True,
    ),
    Signed(
        "judge's order",
        """\
TRIBAL COURT OF THE EXAMPLE NATION
Example v. Sample   Case No. TC-2021-044
ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
/s/ Pat Example
Tribal Court Judge
""",
        True,
        True,
    ),
    Signed(
        "judge's order",
        """\
COURT OF COMMON PLEAS
EXAMPLE COUNTY, OHIO
Example v. Sample   Case No. 21-CV-0441
ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
IT IS SO ORDERED.
/s/ Pat Example
Judge Pat Example
""",
        True,
        True,
    ),
    Signed(
        "magistrate judge",
        """\
UNITED STATES DISTRICT COURT
FOR THE DISTRICT OF EXAMPLE
In re Records of Example Clinic   Case No. 1:21-mc-00044
ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
Date: May 3, 2021
/s/ Pat Example
United States Magistrate Judge
""",
        True,
        True,
    ),
    Signed(
        "magistrate judge",
        """\
UNITED STATES DISTRICT COURT
FOR THE DISTRICT OF EXAMPLE
In the Matter of the Search of an account   Case No. 3:22-mj-00121
SEARCH AND SEIZURE WARRANT
To: Any authorized law enforcement officer
YOU ARE COMMANDED to execute this warrant on or before May 17, 2022.
Date and time issued: May 3, 2022 10:12 am
/s/ Pat Example
Judge's signature
Pat Example, United States Magistrate Judge
Printed name and title
""",
        True,
        True,
    ),
    Signed(
        "search warrant with the affiant's jurat",
        """\
STATE OF EXAMPLE
DISTRICT COURT OF EXAMPLE COUNTY
Search Warrant No. 21-SW-441
SEARCH WARRANT
To any peace officer of the State: you are commanded to search the premises and seize the
records.
/s/ Lee Sample
Detective, Affiant
Sworn to before me on May 3, 2021.
/s/ Pat Example
District Court Judge
""",
        None,
        False,
    ),
    Signed(
        "commanded by an officer",
        """\
U.S. DEPARTMENT OF HOMELAND SECURITY
Warrant of Removal/Deportation
File No. A000 000 114
To any immigration officer: you are commanded to take into custody SUBJECT-ONE, Example.
Form I-205
/s/ Sal Example
Field Office Director
""",
        False,
        True,
    ),
    Signed(
        "commanded by an officer",
        """\
U.S. Department of Homeland Security
WARRANT FOR ARREST OF ALIEN
File No. A000 000 115
YOU ARE COMMANDED to arrest and take into custody the above-named alien.
Sal Example, Supervisory Detention and Deportation Officer
Form I-200
""",
        False,
        True,
    ),
    Signed(
        "commanded by an officer",
        """\
STATE OF EXAMPLE
DEPARTMENT OF CORRECTIONS
PAROLE VIOLATION WARRANT
To any peace officer: YOU ARE COMMANDED to arrest Subject A.
Robin Example
Parole Officer
""",
        False,
        False,
    ),
    Signed(
        "draft under a court's heading",
        """\
UNITED STATES DISTRICT COURT
FOR THE DISTRICT OF EXAMPLE
In re Records of Example Clinic   Case No. 1:21-mc-00044
DRAFT - NOT ISSUED
ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
____________________
United States District Judge
""",
        None,
        False,
    ),
    Signed(
        "proposed order",
        """\
UNITED STATES DISTRICT COURT
FOR THE DISTRICT OF EXAMPLE
In re Records of Example Clinic   Case No. 1:21-mc-00044
[PROPOSED] ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
Dated: ____________
____________________
United States District Judge
""",
        None,
        False,
    ),
    Signed(
        "proposed order",
        """\
CIRCUIT COURT OF EXAMPLE COUNTY
Example v. Sample   Case No. 21-CV-441
PROPOSED ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
Presented by:
/s/ Lee Example
Attorney for Plaintiff
____________________
Circuit Judge
""",
        None,
        False,
    ),
    Signed(
        "proposed order",
        """\
SUPERIOR COURT OF EXAMPLE COUNTY
Example v. Sample   Case No. 21-CV-442
ORDER (PROPOSED)
IT IS ORDERED that Example Clinic produce the file within ten days.
Submitted by: Lee Example, Attorney for Movant
________________
Judge of the Superior Court
""",
        None,
        False,
    ),
    Signed(
        "unsigned order",
        """\
UNITED STATES DISTRICT COURT
FOR THE DISTRICT OF EXAMPLE
In re Records of Example Clinic   Case No. 1:21-mc-00044
ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
Dated: May __, 2021
____________________
Hon. Pat Example
United States District Judge
""",
        None,
        False,
    ),
    Signed(
        "unsigned order",
        """\
DISTRICT COURT OF EXAMPLE COUNTY
Example v. Sample   Cause No. 441-2021
ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
SIGNED this ____ day of __________, 2021.
______________________
JUDGE PRESIDING
""",
        None,
        False,
    ),
    Signed(
        "unsigned order",
        """\
FAMILY COURT OF EXAMPLE COUNTY
Example v. Sample   Docket No. F-441-21
ORDER
IT IS ORDERED that Example Clinic produce the file within ten days.
ENTER:
______________________
J.F.C.
""",
        None,
        False,
    ),
    Signed(
        "lawyer's subpoena that a judge so ordered",
        """\
SUPREME COURT OF THE STATE OF NEW YORK
COUNTY OF EXAMPLE
Sample v. Example   Index No. 441/2021
SUBPOENA DUCES TECUM (CPLR 2307)
TO: Department of Streets, City of Example
WE COMMAND YOU to produce the permits on May 30, 2022.
/s/ Lee Example
Attorney for Plaintiff
SO ORDERED:
/s/ Pat Example
Justice of the Supreme Court
""",
        True,
        True,
    ),
    Signed(
        "lawyer's subpoena with an empty line to be so ordered",
        """\
SUPREME COURT OF THE STATE OF NEW YORK
COUNTY OF EXAMPLE
Sample v. Example   Index No. 441/2021
SUBPOENA DUCES TECUM (CPLR 2307)
TO: Department of Streets, City of Example
WE COMMAND YOU to produce the permits on May 30, 2022.
/s/ Lee Example
Attorney for Plaintiff
SO ORDERED:
____________________
Justice of the Supreme Court
""",
        None,
        False,
    ),
    Signed(
        "judge's order of a court abroad",
        """\
Form 5.005
Production Order
PROVINCIAL COURT OF BRITISH COLUMBIA
Court file EX-2022-44
To: Example Parcels Ltd.
You are ordered to produce a copy of the documents listed below within 30 days.
1. the tracking history of account 44
Dated May 4, 2022.
/s/ Pat Example
Judge of the Provincial Court
""",
        True,
        True,
    ),
    Signed(
        "certificate that names its court in a section",
        """\
EUROPEAN PRODUCTION ORDER CERTIFICATE (EPOC) FOR THE PRODUCTION OF ELECTRONIC EVIDENCE
Under Regulation (EU) 2023/1543 the addressee must transmit the requested data.
SECTION A: Issuing/validating authority
Issuing State: Example Republic
Issuing authority: Regional Court of Example
File number: 44 Gs 21/26
SECTION B: Addressee
Addressee: Example Mail Ltd, Legal Representative
SECTION C: Time limits: within 10 days of receipt of the EPOC
SECTION F: Electronic evidence to be produced: subscriber data
SECTION I: Signature
/s/ Pat Example
Investigating Judge
""",
        True,
        True,
    ),
    Signed(
        "certificate that a prosecutor signed",
        """\
EUROPEAN PRODUCTION ORDER CERTIFICATE (EPOC) FOR THE PRODUCTION OF ELECTRONIC EVIDENCE
Under Regulation (EU) 2023/1543 the addressee must transmit the requested data.
SECTION A: Issuing/validating authority
Issuing State: Example Republic
Issuing authority: Prosecutor's Office of Example
File number: 44 Js 21/26
SECTION B: Addressee
Addressee: Example Mail Ltd, Legal Representative
SECTION C: Time limits: within 10 days of receipt of the EPOC
SECTION I: Signature
/s/ Lee Example
Public Prosecutor
""",
        False,
        False,
    ),
)
