"""Documents of our own for the commands; the people and offices in them are invented."""

from __future__ import annotations

DENVER_SUBPOENA = b"""U.S. DEPARTMENT OF HOMELAND SECURITY
U.S. Immigration and Customs Enforcement
IMMIGRATION ENFORCEMENT SUBPOENA

To: Denver Sheriff Department
Date: January 13, 2020

Pursuant to 8 U.S.C. \xc2\xa7 1225(d)(4), you are hereby commanded to produce the following records
within fourteen (14) days of service of this subpoena:

1. The home address of Subject A.
2. The release date of Subject A.

/s/ Officer A
Officer A
Supervisory Detention and Deportation Officer
"""

DENVER_ORDER = b"""IN THE DISTRICT COURT FOR THE CITY AND COUNTY OF DENVER
STATE OF COLORADO

Case No. 2020CV100

ORDER

IT IS HEREBY ORDERED that the Denver Sheriff Department shall produce to the United States, no
later than March 30, 2020 at 10:00 a.m.:

1. The home address of Subject A.
2. The release date of Subject A.

SO ORDERED this 2nd day of March, 2020.

/s/ Judge A
Judge A
District Court Judge
"""

CALIFORNIA_SUBPOENA = DENVER_SUBPOENA.replace(
    b"Denver Sheriff Department", b"Sheriff, Example County Jail"
)

NEWS = b"""City answers subpoenas, officials say

DENVER, February 2020. The city's safety department said on Monday that it had received four
subpoenas from a federal agency. "We are reviewing them," a spokesperson said. The agency did not
respond to questions. Last month the department had declined to answer.
"""
