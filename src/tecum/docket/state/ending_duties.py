"""Which duties an act ends: those that it names, or the only one that it can (DOCKET 1.5, 1.8).

One letter tells one person, or of one period; which, only its sender knows. Letters recorded
before they named the duties that they end are replayed as they were: they ended every one.
"""

from __future__ import annotations

from tecum.docket.acts import Act, DutyDischarged, LetterSent, ReportFiled
from tecum.docket.entry import Entry, EntryId
from tecum.docket.errors import ReasonNeeded
from tecum.docket.state.model import Obligation, State
from tecum.docket.state.obligations import meet, names_of
from tecum.docket.state.steps import moved
from tecum.worded import worded as _
from tecum.words import Side

__all__ = ["can_end", "discharge_duties", "ended_by"]


def discharge_duties(state: State, entry: Entry) -> State:
    """Close the duties of a side that its act ends.

    Raises:
        ReasonNeeded: a letter may end several and says of none whether it does.
        StalePreview: a duty that it names is not open, or does not end by such an act.
    """
    act = entry.act
    if isinstance(act, ReportFiled):
        # A report names the one obligation that it meets, and closes no other.
        return state
    if isinstance(act, LetterSent) and not state.rules.recorded:
        _check(act, can_end(state, act, entry.side, entry.id))
    for row in ended_by(state, act, entry.side, entry.id):
        state = meet(state, row, entry, entry.id)
    return state


def can_end(
    state: State, act: Act, side: Side, entry: EntryId | None = None
) -> tuple[Obligation, ...]:
    """The open duties of a side whose ``done by`` names such an act.

    Args:
        entry: The act's own entry; a duty that it opened is not one that it ends.
    """
    names = names_of(act)
    return tuple(
        row
        for row in state.obligations.values()
        if row.step.is_open and row.owed_by is side and row.done_by in names and row.since != entry
    )


def ended_by(state: State, act: Act, side: Side, entry: EntryId) -> tuple[Obligation, ...]:
    """The duties that an act ends as the docket stands: those it names, or the only one."""
    rows = can_end(state, act, side, entry)
    if not isinstance(act, LetterSent | DutyDischarged) or act.every_duty:
        return rows
    if isinstance(act, DutyDischarged):
        return tuple(row for row in rows if row.id == act.obligation)
    if act.duties is None:
        return rows if len(rows) == 1 else ()
    return tuple(row for row in rows if row.id in act.duties)


def _check(act: LetterSent, rows: tuple[Obligation, ...]) -> None:
    if act.duties is None:
        if len(rows) > 1 and not act.every_duty:
            raise ReasonNeeded(
                _("{n} open duties end by such a letter.", n=len(rows)),
                why=_("One letter does for one person or one period what the law asks for each."),
                do=_("Name those that this letter ends, or say that it ends none."),
                duties=tuple(row.id for row in rows),
            )
        return
    if not set(act.duties) <= {row.id for row in rows}:
        raise moved(
            _("A duty that the letter names is not open, or does not end by such a letter.")
        )
