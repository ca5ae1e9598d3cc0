"""Invented papers of instruments between parties, arbitrators and charges of employees."""

from __future__ import annotations

BETWEEN_PARTIES: tuple[tuple[str, str], ...] = (
    (
        "us.fed.discovery",
        """\
UNITED STATES DISTRICT COURT
DISTRICT OF EXAMPLE
Plaintiff A v. County of Example   Case No. 1:24-cv-00101
PLAINTIFF'S FIRST SET OF REQUESTS FOR PRODUCTION TO DEFENDANT COUNTY OF EXAMPLE
Pursuant to Rule 34, Plaintiff requests that Defendant produce the following within thirty days
after service.
REQUEST NO. 1: All incident reports of May 5, 2023.
REQUEST NO. 2: All video recorded in the booking area on that day.
Dated: March 3, 2024
/s/ Lee Example
Attorney for Plaintiff
""",
    ),
    (
        "us.eeoc.request-for-information",
        """\
U.S. EQUAL EMPLOYMENT OPPORTUNITY COMMISSION
Example Area Office
REQUEST FOR INFORMATION
Charge No. 555-2024-00111
Respondent: Example Logistics
1. State the total number of persons employed.
2. Submit a copy of the personnel file of the Charging Party.
Response due: May 9, 2024
Lee Example
Investigator
""",
    ),
    (
        "us.arbitration.subpoena",
        """\
AMERICAN ARBITRATION ASSOCIATION
In the Matter of the Arbitration between A and B   Case 01-24-0000-0001
ARBITRATION SUBPOENA
To: Example Motors
Pursuant to 9 U.S.C. 7 you are commanded to attend before the arbitrator on June 5, 2024 and to
bring with you the repair orders for the vehicle named below.
Lee Example
Arbitrator
""",
    ),
)
