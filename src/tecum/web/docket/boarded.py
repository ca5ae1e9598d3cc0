"""The rows of campaign boards: from the state of one docket, and back to cells on a day.

A campaign's docket gives its recipients, a demand's docket what the board shows of it; each
follows from its own entries alone, so that a page of a thousand recipients opens none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from tecum.docket.acts import AnswerReceived, AnswerSent, RecipientExcluded
from tecum.docket.campaign import Cell, Milestone, Resting, resting
from tecum.docket.entry import EntryId
from tecum.docket.state.model import State
from tecum.web.docket.models import BoardCells, Campaign, Docket, Recipient
from tecum.web.docket.standings import Moment
from tecum.words import Strength

__all__ = ["board_cells", "campaigns", "cells_on", "recipients"]


def campaigns(docket: Docket, state: State) -> list[Campaign]:
    """The campaign that stands on a docket, if one does."""
    held = state.campaign
    if held is None:
        return []
    opened = next(ref for ref, entry in state.entries.items() if entry.act is held)
    out = sum(row.excluded_by is not None for row in state.recipients.values())
    return [
        Campaign(
            docket=docket,
            opened=opened,
            side=held.side.value,
            closed=state.campaign_closed is not None,
            follows=held.follows or "",
            recipients=len(state.recipients) - out,
            excluded=out,
        )
    ]


def recipients(docket: Docket, state: State) -> list[Recipient]:
    """The recipients of a campaign, in the order in which they were added."""
    return [
        Recipient(
            docket=docket,
            position=position,
            recipient=row.id,
            name=row.name,
            demand=row.docket or "",
            previous_round=row.previous_round or "",
            entry=row.entry,
            reason=row.reason.value if row.reason is not None else "",
            excluded_by=row.excluded_by or "",
            cite=_cite(state, row.excluded_by),
        )
        for position, row in enumerate(state.recipients.values())
    ]


def _cite(state: State, excluded_by: EntryId | None) -> str:
    act = state.entries[excluded_by].act if excluded_by is not None else None
    source = act.source if isinstance(act, RecipientExcluded) else None
    return (source.cite or "") if source is not None else ""


def board_cells(docket: Docket, state: State) -> list[BoardCells]:
    """What a board would show of a demand."""
    if state.demand is None:
        return []
    held = resting(state)
    return [
        BoardCells(
            docket=docket,
            cells={
                name.value: [cell.value, cell.entry, cell.strength.value]
                for name, cell in held.cells.items()
            },
            latest=[due.isoformat() for due in held.latest],
            since=held.since or "",
            items=[
                [item.label, _disposition(item.answer), _basis(state, item)]
                for item in state.live_items
            ],
            measures=[
                [
                    row.act.kind.value,
                    row.act.programme,
                    row.act.amount,
                    row.act.currency,
                    row.step.value,
                    ref,
                ]
                for ref, row in state.measures.items()
            ],
        )
    ]


class _Held(Mapping[Milestone, Cell]):
    """The cells of a row as they are stored; each is made when it is looked at.

    A board counts and filters a thousand rows and shows fifty.
    """

    __slots__ = ("_stored",)

    def __init__(self, stored: Mapping[str, list[Any]]) -> None:
        self._stored = stored

    def __getitem__(self, milestone: Milestone) -> Cell:
        value, entry, strength = self._stored[milestone]
        return Cell(value, entry, Strength(strength))

    def get(self, milestone: Milestone, default: Any = None) -> Any:
        """The cell of a milestone; no error is raised and caught where there is none."""
        return self[milestone] if milestone in self._stored else default

    def __contains__(self, milestone: object) -> bool:
        return milestone in self._stored

    def __iter__(self) -> Iterator[Milestone]:
        return map(Milestone, self._stored)

    def __len__(self) -> int:
        return len(self._stored)


def cells_on(
    cells: Mapping[str, list[Any]], latest: list[str], since: str, moment: Moment
) -> Mapping[Milestone, Cell]:
    """The cells of a demand now, from what its row holds."""
    held = _Held(cells)
    if not any(_has_passed(moment, text) for text in latest):
        return held
    return Resting(held, (), EntryId(since) if since else None).on_a_day(passed=True)


def _has_passed(moment: Moment, text: str) -> bool:
    instant = datetime.fromisoformat(text) if "T" in text else None
    if instant is not None and instant.tzinfo is not None:
        return moment.has_passed(None, instant)
    return moment.has_passed(date.fromisoformat(text[:10]), None)


def _disposition(answer: Any) -> str:
    return "" if answer is None else str(answer.value)


def _basis(state: State, item: Any) -> list[str]:
    """The grounds that the answer in force names for an item."""
    act = state.entries[item.answers[-1][0]].act if item.answers else None
    if not isinstance(act, AnswerSent | AnswerReceived):
        return []
    return [code for line in act.items if line.item == item.label for code in line.basis]
