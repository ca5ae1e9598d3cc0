"""Every item and action of the office's docket as rows for a replay. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tecum.clock import today
from tecum.law import Packs
from tecum.law.columns import Situation
from tecum.law.replay import Asked
from tecum.office import Office
from tecum.triage import Desk
from tecum.web.docket import models, states
from tecum.web.docket.basis import facts_of, reading_of
from tecum.web.docket.desk import desk
from tecum.web.docket.findings import actions_of

__all__ = ["demand_count", "demand_numbers", "demands_after", "docket_rows", "rows_of"]


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
    every = models.Docket.objects.order_by("pk")
    rows = list(rows_of(every, ready, on or day, known_on or day))
    return ready.packs, rows, ready.office


def demand_count() -> int:
    """How many dockets hold a demand."""
    return models.Docket.objects.filter(demand__isnull=False).count()


def demands_after(docket_id: str, most: int) -> list[models.Docket]:
    """The next dockets that hold a demand, in the order of their ids."""
    rows = models.Docket.objects.filter(demand__isnull=False, pk__gt=docket_id)
    return list(rows.order_by("pk")[:most])


def demand_numbers(dockets: Iterable[str]) -> dict[str, str]:
    """The numbers of demands that are not sealed, for who may know of numbers alone."""
    rows = models.Demand.objects.filter(pk__in=set(dockets), docket__walled=False)
    return dict(rows.values_list("docket_id", "number"))


def rows_of(
    dockets: Iterable[models.Docket], ready: Desk, on: date, known_on: date
) -> Iterator[Asked]:
    """A row for each item and action of these dockets, named ``docket/label``."""
    for docket in dockets:
        state = states.state_of(docket)
        if state.demand is None:
            continue
        reading = reading_of(docket.pk, state)
        for item in state.live_items:
            facts = facts_of(ready, state, reading, item.label)
            situation = Situation(facts, on, known_on)
            given = facts.given.get("recipient_class", ())
            recipient = str(given[0].value) if given else ready.office.recipient_class
            for action in actions_of(state, item):
                yield Asked(action, recipient, situation, (f"{docket.pk}/{item.label}",))
