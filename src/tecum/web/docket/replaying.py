"""Every item and action of the office's docket as rows for a replay. Nothing is written."""

from __future__ import annotations

from datetime import date

from tecum.clock import today
from tecum.law import Packs
from tecum.law.columns import Situation
from tecum.law.replay import Asked
from tecum.office import Office
from tecum.web.docket import models, states
from tecum.web.docket.basis import facts_of, reading_of
from tecum.web.docket.desk import desk
from tecum.web.docket.findings import actions_of

__all__ = ["docket_rows"]


def docket_rows(
    *, on: date | None = None, known_on: date | None = None
) -> tuple[Packs, list[Asked], Office]:
    """The packs in force, a row for each item and action of all demands, and the profile.

    Open and closed demands alike. For the operator of the machine, who holds the data folder.

    Args:
        on: The day on which the rules are judged; default today.
        known_on: What was recorded later is not seen; default today.
    """
    ready = desk()
    day = today(ready.office.zone)
    rows: list[Asked] = []
    for docket in models.Docket.objects.order_by("pk"):
        state = states.state_of(docket)
        if state.demand is None:
            continue
        reading = reading_of(docket.pk, state)
        for item in state.live_items:
            facts = facts_of(ready, state, reading, item.label)
            situation = Situation(facts, on or day, known_on or day)
            given = facts.given.get("recipient_class", ())
            recipient = str(given[0].value) if given else ready.office.recipient_class
            for action in actions_of(state, item):
                rows.append(Asked(action, recipient, situation, (f"{docket.pk}/{item.label}",)))
    return ready.packs, rows, ready.office
