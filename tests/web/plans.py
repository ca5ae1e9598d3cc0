"""A campaign of three recipients, and plans for them."""

from __future__ import annotations

from datetime import date
from typing import Any

from tecum.docket.acts.campaign import CampaignAction
from tecum.docket.plans import Wanted
from tecum.web.accounts.models import Person
from tecum.web.campaigns import opening, planning
from tecum.web.campaigns.models import Planned
from tecum.words import Channel, Kind

LETTER = "To {recipient}.\n\nOf award {award} we ask by {due}:\n{items}"
LIST = (
    "name,address,due,award\nNorth Town,north@town.example,,A-1\n"
    "South Town,south@town.example,2030-03-01,A-2\nEast Town,east@town.example,,A-3\n"
)
SEND = {"action": CampaignAction.SEND, "channel": Channel.EMAIL}


def opened(officer: Person) -> str:
    """The docket of a new campaign with its recipients."""
    new = opening.NewCampaign(
        title="Letters of spring",
        kind=Kind.GRANT_COMPLIANCE_LETTER,
        template=LETTER,
        items=("Any orders to staff", "Any guidance"),
        due=date(2030, 2, 1),
    )
    docket = opening.open_campaign(officer, new)
    opening.add_recipients(officer, docket, opening.from_csv(LIST))
    return docket


def wanted(*names: str, **more: Any) -> Wanted:
    """Sending to these recipients, or to all."""
    return Wanted(recipients=names or ("r0001", "r0002", "r0003"), **(SEND | more))


def approved(lead: Person, docket: str, plan: Planned) -> None:
    """Another person's word for a plan."""
    planning.confirm(lead, docket, plan.hash)
