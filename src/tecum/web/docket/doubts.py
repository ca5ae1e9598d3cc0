"""What keeps a date in force from being certain: nobody here reviewed its rule, its source is to
be confirmed, its start is disputed, or its calendar was not checked for that year.

One answer for the board, the lists, the file, the page of a demand and the calendar feed, so that
none of them says more than another.

Authority: RECKONING sections 2 and 5; LAW section 9; facts, rule 3 of use.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import unique

from tecum.docket.state.model import ObligationStep
from tecum.law.blocks import ClockBlock, Duty
from tecum.law.pack import Pack
from tecum.reckoning.calendars import Calendars
from tecum.triage import Desk
from tecum.web.docket.desk import desk
from tecum.web.docket.models import Demand, Obligation
from tecum.words import Confidence, Word

__all__ = ["Doubt", "Doubts", "doubts", "next_dates_in_doubt"]


@unique
class Doubt(Word):
    """Why a date is not said as certain."""

    DISPUTED = "disputed"
    UNREVIEWED = "unreviewed"
    UNCONFIRMED = "unconfirmed"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Doubts:
    """The rules in use, and what is known of each: asked once for a page."""

    of_rules: Mapping[str, frozenset[Doubt]]
    looked_at: Mapping[str, tuple[str, ...]]
    calendars: Calendars

    def of(
        self, rule: str | None, days: Iterable[date | None] = (), *, disputed: bool = False
    ) -> tuple[Doubt, ...]:
        """The doubts of a date that a rule set, in a lasting order.

        A date that no rule set (one that a paper states, or a person entered) has none of a
        rule's.
        """
        found = set(self.of_rules.get(rule or "", frozenset()))
        if disputed:
            found.add(Doubt.DISPUTED)
        years = {day.year for day in days if day is not None}
        for name in self.looked_at.get(rule or "", ()):
            if name in self.calendars and not years <= set(self.calendars[name].checked):
                found.add(Doubt.UNCHECKED)
        return tuple(one for one in Doubt if one in found)

    def of_row(self, row: Obligation) -> tuple[Doubt, ...]:
        """The doubts of an obligation's date; none where it has no date."""
        if row.safe_on is None:
            return ()
        return self.of(row.rule, (row.safe_on, row.latest_on), disputed=row.disputed)


def doubts(ready: Desk | None = None) -> Doubts:
    """What is known now of every rule that may set a date here."""
    held = ready or desk()
    packs = {pack.id: pack for pack in held.packs.packs}
    blocks: dict[str, list[ClockBlock]] = {}
    for block in held.packs.clocks:
        blocks.setdefault(block.id, []).append(block)
    chains = {name: _chain(name, blocks) for name in blocks}
    of_rules = {name: _of_clocks(chain, packs) for name, chain in chains.items()}
    looked_at = {name: _calendars(chain) for name, chain in chains.items()}
    for duty in held.packs.duties:
        of_rules[duty.id] = _of_duty(duty, packs) | of_rules.get(duty.clock, frozenset())
        looked_at[duty.id] = looked_at.get(duty.clock, ())
    return Doubts(of_rules, looked_at, held.calendars)


def next_dates_in_doubt(demands: Iterable[Demand]) -> dict[str, tuple[Doubt, ...]]:
    """Docket → the doubts of its next date; one question for all of them.

    Where several obligations fall on that day, the day is certain if one of them is.
    """
    wanted = {row.docket_id: row.next_on for row in demands if row.next_on is not None}
    if not wanted:
        return {}
    known = doubts()
    rows = Obligation.objects.filter(
        docket__in=list(wanted), state=ObligationStep.FIXED.value, disputed=False
    )
    found: dict[str, list[tuple[Doubt, ...]]] = {}
    for row in rows:
        if row.safe_on == wanted[row.docket_id]:
            found.setdefault(row.docket_id, []).append(known.of_row(row))
    return {docket: min(held, key=len) for docket, held in found.items() if all(held)}


def _chain(name: str, blocks: Mapping[str, list[ClockBlock]]) -> list[ClockBlock]:
    """Every version of a clock, and of the methods that count it."""
    found: list[ClockBlock] = []
    wanted = [name]
    for one in wanted:
        found += blocks.get(one, ())
        methods = [block.clock.counted_by for block in blocks.get(one, ())]
        wanted += [row for row in methods if row is not None and row not in wanted]
    return found


def _of_clocks(chain: Iterable[ClockBlock], packs: Mapping[str, Pack]) -> frozenset[Doubt]:
    found = set()
    for block in chain:
        if not packs[block.pack].is_reviewed(block):
            found.add(Doubt.UNREVIEWED)
        if block.clock.unconfirmed or block.clock.confidence is Confidence.UNCONFIRMED:
            found.add(Doubt.UNCONFIRMED)
    return frozenset(found)


def _calendars(chain: Iterable[ClockBlock]) -> tuple[str, ...]:
    """The calendars of the first of them that names any."""
    held = (block.clock.calendar for block in chain)
    return next((tuple(one.ids) for one in held if one is not None), ())


def _of_duty(duty: Duty, packs: Mapping[str, Pack]) -> frozenset[Doubt]:
    found = set()
    if not packs[duty.pack].is_reviewed(duty):
        found.add(Doubt.UNREVIEWED)
    if duty.unconfirmed is not None or duty.confidence is Confidence.UNCONFIRMED:
        found.add(Doubt.UNCONFIRMED)
    return frozenset(found)
