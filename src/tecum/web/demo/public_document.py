"""An invented story on the fictional county, being read: some proposals decided, most waiting."""

from __future__ import annotations

from datetime import date

from tecum.docket.acts.chronology import RejectionReason
from tecum.web.accounts.models import Person
from tecum.web.chronologies.accepting import NEW, accept, reject
from tecum.web.chronologies.documents import Told, document_page, take_in_document
from tecum.web.chronologies.selectors import chronology
from tecum.web.chronologies.services import bring_in

__all__ = ["THREAD", "read_a_story"]

THREAD = """
schema = "tecum.thread/1"
id = "example-county"
title = "Requests to Example County, as reported"
kind = "docket"
[[party]]
id = "county"
name = "Example County"
class = "local_agency"
[[party]]
id = "county-sheriff"
name = "Example County Sheriff's Office"
class = "local_agency"
[[question]]
id = "q-fourth"
text = "Was the fourth request received?"
status = "open"
"""
STORY = """SPECIMEN. Example County asked for jail records

EXAMPLE CITY - Immigration and Customs Enforcement issued two administrative subpoenas to the Example County Sheriff's Office on Monday, asking for the home addresses of three people who were released from the county jail in December.

The agency said in a statement that it sent four requests for notification last month and that the office answered none of them.

A spokeswoman for the Example County Sheriff's Office disputed that. The office answered three of the four requests, she said, and never received the fourth.

"We honored three of them," the spokeswoman said. "The fourth one was not received by our jail."

None of the subpoenas was signed by a judge, the county attorney said. The county has until Jan. 27 to respond to the first subpoena and until Thursday to respond to the second.

A federal official, who spoke on condition of anonymity, said the agency filed a petition against another county on Jan. 7. If the county refuses, the official said, a judge could order it to answer.

The county received $212,000 in police grants in fiscal year 2019. Bookings at the jail fell 6 percent last year.
"""  # noqa: E501
_TOLD = Told(
    outlet="The Example Ledger (SPECIMEN)",
    headline="Example County asked for jail records",
    url="https://ledger.example/county",
    published=date(2020, 1, 14),
)


def read_a_story(clerk: Person) -> None:
    """Read the story for the county's chronology; one proposal stands, one does not."""
    row = bring_in(clerk, THREAD.encode())
    document = take_in_document(clerk, row, STORY.encode(), "story.txt", _TOLD)
    held = chronology(clerk, row.thread)
    shown = document_page(held, document.uid)
    accept(clerk, held, shown, shown.waiting[0].proposal.id, target=NEW)
    held = chronology(clerk, row.thread)
    shown = document_page(held, document.uid)
    last = shown.apart[-1].proposal.id
    reject(clerk, held, shown, last, RejectionReason.NOT_AN_EVENT)
