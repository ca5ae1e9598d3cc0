"""What the invented office keeps: a letter text in two versions, a team, terms that wait."""

from __future__ import annotations

from datetime import date

from tecum.web.accounts.models import Person
from tecum.web.office.letters import keep_letter
from tecum.web.office.teams import keep_team
from tecum.web.office.terms import set_terms
from tecum.words import Channel, Grade, Role

__all__ = ["keep_some"]

_FIRST = "Your demand [number] was received on [received].\n\n[items]\n\n[office]"
_TEXT = """[today]

To: [issuer]
Re: your [kind] [numbers], here [number]

It came in on [received]. Of what it asks, this office answers:

[items]

What stays owed:

[owed]

[office]"""


def keep_some(lead: Person, people: dict[Role, Person]) -> None:
    """Keep them, as the lead would on the pages of the office."""
    for text in (_FIRST, _TEXT):
        keep_letter(lead, "withheld", text)
    desk = (people[Role.CLERK], people[Role.COUNSEL])
    keep_team(lead, "Subpoena desk", [one.public_id for one in desk])
    set_terms(
        lead,
        Channel.EMAIL,
        "demands@demo.example-county-sheriff.local",
        Grade.OPENED,
        since=date(2020, 1, 2),
        terms="On working days; what comes after 16:30 is opened on the next.",
    )
