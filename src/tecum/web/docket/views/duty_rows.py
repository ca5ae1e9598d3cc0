"""The duties of a demand on its tab of dates: what is to be done, for whom, by when, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tecum.docket.duties import ObligationView, Standing
from tecum.docket.state.steps import day_of
from tecum.web.docket.counted import latest_reckonings
from tecum.web.docket.desk import desk
from tecum.web.docket.doubts import Doubt, doubts
from tecum.web.docket.duty_dates import DutyDate, duty_dates
from tecum.web.docket.views.frame import Frame
from tecum.web.docket.views.strip import strip_of

__all__ = ["DutyRow", "duty_rows"]


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty: the block that brings it, how it stands, and every counted day of its date."""

    view: DutyDate
    standing: Standing
    readings: tuple[dict[str, Any], ...]
    doubts: tuple[Doubt, ...]

    @property
    def awaits(self) -> str:
        """The event that it waits for, as the board says it."""
        return f"awaits {self.view.obligation.awaits}"


def duty_rows(held: Frame) -> list[DutyRow]:
    """Every duty that stands or stood on a demand, open ones first."""
    state, ready = held.page.state, desk()
    views = {row.id: row for row in held.page.obligations}
    found = duty_dates(state, ready)
    if not found:
        return []
    known, stored = doubts(ready), latest_reckonings(held.docket)
    rows = []
    for one in found:
        view: ObligationView = views[one.obligation.id]
        counted = stored.get(one.obligation.id)
        days = [day_of(state, due) for due in (view.safe, view.latest) if due is not None]
        rows.append(
            DutyRow(
                view=one,
                standing=view.standing,
                readings=tuple(
                    {"reading": row, "strip": strip_of(row, is_hours=row.counts_hours)}
                    for row in (counted.readings if counted is not None else ())
                ),
                doubts=known.of(view.rule, days, disputed=view.disputed) if days else (),
            )
        )
    return sorted(rows, key=lambda row: not row.view.obligation.step.is_open)
