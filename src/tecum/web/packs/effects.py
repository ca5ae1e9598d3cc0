"""What a proposed version of a pack would change on the live docket.

Worked out in pieces, each in a transaction of its own, so that it shows how far it is, can be
stopped, and goes on after a restart. It writes nothing to the docket.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from tecum.clock import now, today
from tecum.docket.entry import EntryId
from tecum.errors import TecumError
from tecum.law import Finding, Pack, Packs, decide, load_packs
from tecum.law.column_files import best_evaluator
from tecum.law.effects import with_version
from tecum.law.replay import Change, replay
from tecum.triage import Desk
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import (
    has_role,
    may_see_subjects,
    visible_demands,
    visible_docket,
    visible_to,
)
from tecum.web.background import BACKGROUND
from tecum.web.docket import states
from tecum.web.docket.basis import facts_of, reading_of
from tecum.web.docket.desk import desk, laid_out, office_state
from tecum.web.docket.models import Demand
from tecum.web.docket.replaying import demand_count, demand_numbers, demands_after, rows_of
from tecum.web.packs.models import Effect
from tecum.words import Role

if TYPE_CHECKING:
    from tecum.web.docket.models import Docket

__all__ = [
    "Row",
    "Seen",
    "begin",
    "both_findings",
    "effect_of",
    "is_current",
    "proposed_pack",
    "seen_by",
    "stop",
    "work_all",
    "work_one",
]

LOG = logging.getLogger("tecum.packs")
PIECE = 25
"""So many dockets are done in one piece."""


@dataclass(frozen=True, slots=True)
class Row:
    """One finding that would change; ``docket`` is empty where the reader may not open it."""

    number: str
    docket: str
    label: str
    action: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The rows that a person may know of, by how they change.

    Attributes:
        done: How many demands are worked out, of ``total``; a sealed one is in neither.
    """

    groups: tuple[tuple[str, str, tuple[Row, ...]], ...]
    count: int
    done: int
    total: int


def begin(proposal: str, on: date | None = None) -> Effect:
    """Work out the effect of a proposed version on a day; begun anew where the law has moved.

    Raises:
        NotFound: no such proposal.
    """
    ready = desk()
    day = on or today(ready.office.zone)
    law = _law(proposal, ready.packs)
    with transaction.atomic():
        held = Effect.objects.select_for_update().filter(proposal=proposal, on=day).first()
        if held is not None and held.law == law and held.state != Effect.STOPPED:
            return held
        if held is not None and held.law == law:
            held.state = Effect.RUNNING
            held.save(update_fields=["state"])
        else:
            Effect.objects.filter(proposal=proposal, on=day).delete()
            held = Effect.objects.create(
                proposal=proposal,
                on=day,
                law=law,
                total=demand_count(),
                started_at=now(),
            )
    BACKGROUND.wake("effects")
    return held


def stop(proposal: str) -> None:
    """Stop what runs for a proposal; what is done so far stays and can be gone on with."""
    Effect.objects.filter(proposal=proposal, state=Effect.RUNNING).update(state=Effect.STOPPED)


def effect_of(proposal: str, on: date | None = None) -> Effect | None:
    """The effect as far as it was worked out; of the day last asked where none is named."""
    rows = Effect.objects.filter(proposal=proposal).order_by("-started_at", "-pk")
    return (rows.filter(on=on) if on else rows).first()


def is_current(effect: Effect) -> bool:
    """Whether it was worked out against the packs that are in force now."""
    return effect.law == _law(effect.proposal, desk().packs)


def work_one() -> bool:
    """Do the next piece of what runs; tells whether there was any."""
    effect = Effect.objects.filter(state=Effect.RUNNING).order_by("started_at", "pk").first()
    if effect is None:
        return False
    try:
        _piece(effect)
    except TecumError:
        # The law cannot be used as it stands; whoever looks at the page is told why.
        LOG.exception("an effect cannot be worked out")
        Effect.objects.filter(pk=effect.pk).update(state=Effect.STOPPED)
    return True


def work_all() -> None:
    """Do everything that runs, to its end."""
    while work_one():
        pass


def _piece(effect: Effect) -> None:
    ready = desk()
    rows = demands_after(effect.at, PIECE)
    found, asked = _changed(effect, ready, rows) if rows else ([], 0)
    with transaction.atomic():
        held = Effect.objects.select_for_update().get(pk=effect.pk)
        if held.state != Effect.RUNNING or held.at != effect.at:
            return
        held.rows = [*held.rows, *found]
        held.asked += asked
        held.done += len(rows)
        held.total = max(held.total, held.done)
        if rows:
            held.at = rows[-1].pk
        if len(rows) < PIECE:
            held.state, held.ended_at, held.total = Effect.DONE, now(), held.done
        held.save()


def _changed(effect: Effect, ready: Desk, rows: Sequence[Docket]) -> tuple[list[list[str]], int]:
    """Rows that differ, as ``[docket, label, action, before, after]``, and how many were asked."""
    asked = list(rows_of(rows, ready, effect.on, effect.on))
    folder = str(proposed_pack(effect.proposal, ready.packs)[0].folder)
    made = replay(
        best_evaluator(),
        ready.packs,
        asked,
        [Change("pack", folder)],
        ready.office,
        shown=len(asked) + 1,
    )
    found = [
        [*name.split("/", 1), group.action, group.before, group.after]
        for group in made.groups
        for name in group.rows
    ]
    return sorted(found), made.total


def proposed_pack(proposal: str, packs: Packs) -> tuple[Pack, Packs]:
    """The version that was proposed, with the packs that it would act beside.

    Raises:
        NotFound: no such proposal.
    """
    row = office_state().pack_versions.get(EntryId(proposal))
    folder = laid_out(row.sha256) if row is not None else None
    if row is None or folder is None:
        raise NotFound
    pack = load_packs([str(folder)]).pack(row.pack)
    return pack, with_version(packs, pack)


def seen_by(person: Person, effect: Effect) -> Seen:
    """What a person may know of an effect.

    Those who see a demand get its number and its page; a policy author gets the numbers of the
    others too, and nothing else of them. What is sealed from a person is not counted.
    """
    wanted = {row[0] for row in effect.rows}
    visible = dict(visible_demands(person).filter(pk__in=wanted).values_list("docket_id", "number"))
    numbers = dict(visible)
    if has_role(person, Role.POLICY_AUTHOR):
        numbers |= demand_numbers(wanted - set(visible))
    groups: dict[tuple[str, str], list[Row]] = {}
    for docket, label, action, before, after in effect.rows:
        if docket in numbers:
            shown = docket if docket in visible else ""
            row = Row(numbers[docket], shown, label, action, before, after)
            groups.setdefault((before, after), []).append(row)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return Seen(
        tuple((*key, tuple(sorted(rows, key=_place))) for key, rows in ordered),
        sum(len(rows) for rows in groups.values()),
        *_progress(person, effect),
    )


def _progress(person: Person, effect: Effect) -> tuple[int, int]:
    """How far it is, over the demands that nothing hides from this person."""
    known = Demand.objects.filter(Q(docket__walled=False) | visible_to(person, "docket__"))
    total = known.count()
    if effect.state == Effect.DONE:
        return total, total
    return known.filter(pk__lte=effect.at).count(), total


def _place(row: Row) -> tuple[str, str, str]:
    return row.number, row.label, row.action


def both_findings(
    person: Person, effect: Effect, docket_id: str, label: str
) -> list[tuple[Finding, Finding, Packs, Packs]]:
    """Both findings of every action on an item that changes, with the packs of each.

    Raises:
        NotFound: the docket is hidden from this person, or its words are; or nothing changes.
    """
    docket = visible_docket(person, docket_id)
    actions = [row[2] for row in effect.rows if row[:2] == [docket_id, label]]
    if not actions or not may_see_subjects(person, docket):
        raise NotFound
    ready = desk()
    after = proposed_pack(effect.proposal, ready.packs)[1]
    state = states.state_of(docket)
    facts = facts_of(ready, state, reading_of(docket_id, state), label)

    def found(packs: Packs, action: str) -> Finding:
        return decide(
            packs,
            facts,
            action,
            item=label,
            on=effect.on,
            known_on=effect.on,
            office=ready.office,
        )

    return [
        (found(ready.packs, action), found(after, action), ready.packs, after) for action in actions
    ]


def _law(proposal: str, packs: Packs) -> str:
    """What an effect rests on: the version proposed and the packs beside it."""
    row = office_state().pack_versions.get(EntryId(proposal))
    if row is None:
        raise NotFound
    text = f"{row.sha256} {sorted(packs.digests)}"
    return hashlib.sha256(text.encode()).hexdigest()
