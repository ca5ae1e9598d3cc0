"""Beside a date: an order quashed all that it is for, or such an order fell; what can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tecum.docket.duties import ObligationView
from tecum.docket.entry import Entry
from tecum.docket.state.model import Order
from tecum.docket.state.quashing import ClockOfOrder, clocks_left_running, clocks_left_stopped
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import may
from tecum.web.docket.views.frame import Frame

__all__ = ["OfOrder", "of_orders"]


@dataclass(frozen=True, slots=True)
class OfOrder:
    """One obligation and the order on which it turns.

    Attributes:
        runs: Whether it runs on though the order quashes it; else it was stopped for an order
            that is in force no more.
        entered: The entry by which the order came on the docket.
        may_act: Whether the person may stop it, or start it again.
    """

    owed: ObligationView
    order: Order
    entered: Entry
    runs: bool
    may_act: bool


def of_orders(person: Person, held: Frame) -> dict[str, OfOrder]:
    """Obligation → what an order, or its end, leaves to decide about it."""
    state = held.page.state
    views = {row.id: row for row in held.page.obligations}

    def rows(
        found: Callable[..., Iterable[ClockOfOrder]], slug: str, *, runs: bool
    ) -> Iterable[OfOrder]:
        allowed = bool(may(person, slug))
        for one in found(state):
            order = state.orders[one.order]
            yield OfOrder(views[one.obligation], order, state.entries[one.order], runs, allowed)

    running = rows(clocks_left_running, "clock-stopped", runs=True)
    stopped = rows(clocks_left_stopped, "clock-resumed", runs=False)
    return {row.owed.id: row for row in (*running, *stopped)}
