"""A plan for many recipients: made and kept, confirmed by its hash, carried out row by row.

Each row is one transaction with keys of its own; a process that dies leaves rows done and rows
not done, never one half done, and carrying the plan out again does only what is left.
"""

from __future__ import annotations

import io
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db import transaction

from tecum.clock import now
from tecum.docket.acts import CampaignActed, CampaignApproved, CampaignOpened
from tecum.docket.acts.campaign import ActMade
from tecum.docket.entry import DocketId, Entry, EntryId, PersonId
from tecum.docket.errors import ActRefused, StalePreview
from tecum.docket.plans import Plan, PlanRow, Wanted, outcome_of, plan, read_plan, still_stands
from tecum.docket.state import State
from tecum.provenance import Sha256
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import require, visible_docket, visible_dockets
from tecum.web.campaigns.models import Planned
from tecum.web.docket import states
from tecum.web.docket.models import Docket
from tecum.web.docket.models import Entry as Line
from tecum.web.docket.record import How, record, would_record
from tecum.web.intake import store
from tecum.worded import worded as _

__all__ = [
    "ROWS_AT_ONCE",
    "Begun",
    "carry_out",
    "confirm",
    "made_of",
    "make_plan",
    "moved_rows",
    "plan_of",
    "plans_of",
    "throw_away",
]

ROWS_AT_ONCE = 200
"""How many rows one request carries out; the next one goes on."""


@dataclass(frozen=True, slots=True)
class Begun:
    """How far a plan was carried out: ``acted`` once every row is done or marked."""

    left: int
    acted: Entry | None = None


def make_plan(actor: Person, docket_id: str, wanted: Wanted) -> Planned:
    """Make a plan and keep it; nothing is done yet.

    Raises:
        NotFound, NotPermitted: the campaign, or acting on it, is not the actor's.
        StalePreview: the campaign is closed, or a recipient is not on its board.
    """
    docket = visible_docket(actor, docket_id)
    require(actor, CampaignActed.slug, docket)
    made = _planned(actor, docket, wanted, secrets.token_hex(32))
    laid = store.lay_down(io.BytesIO(made.document))
    with transaction.atomic():
        store.enter(laid, docket_id, "plan.json", is_document=False)
        return Planned.objects.create(
            docket=docket,
            hash=made.hash,
            action=wanted.action.value,
            rows=len(made.rows),
            doing=len(made.doing),
            made_by=actor,
            made_at=now(),
        )


def _planned(maker: Person, docket: Docket, wanted: Wanted, salt: str) -> Plan:
    state = states.state_of(docket)
    return plan(
        state,
        _demands(maker, state, wanted.recipients),
        wanted,
        as_of=now(),
        by=PersonId(maker.public_id),
        salt=salt,
        template=_template(docket.pk, state.campaign),
    )


def _demands(person: Person, state: State, recipients: Iterable[str]) -> dict[str, State]:
    """Recipient → the state of its demand, where there is one that the person may know of."""
    dockets = {
        name: str(row.docket)
        for name in recipients
        if (row := state.recipients.get(name)) is not None and row.docket is not None
    }
    seen = states.states_of(visible_dockets(person).filter(pk__in=dockets.values()))
    return {name: seen[pk] for name, pk in dockets.items() if pk in seen}


def _template(docket_id: str, opened: CampaignOpened | None) -> str | None:
    if opened is None or not isinstance(opened.template, str):
        return None
    return store.kept_bytes(docket_id, opened.template).decode()


def plans_of(person: Person, docket_id: str) -> list[Planned]:
    """The plans of a campaign that somebody may carry out, newest first."""
    docket = visible_docket(person, docket_id)
    return list(
        Planned.objects.filter(docket=docket).select_related("made_by").order_by("-made_at")[:20]
    )


def plan_of(person: Person, docket_id: str, name: str) -> tuple[Planned, Plan]:
    """A plan as it was kept.

    Raises:
        NotFound: there is none of this hash, or its campaign is not to be known of.
        FileGone: it was erased.
    """
    docket = visible_docket(person, docket_id)
    require(person, CampaignActed.slug, docket)
    row = Planned.objects.filter(docket=docket, hash=name).select_related("made_by").first()
    if row is None:
        raise NotFound
    return row, _read(store.kept_bytes(docket_id, name))


_read = lru_cache(maxsize=4)(read_plan)
"""A plan never changes, and is looked at page by page, approved and carried out in parts."""


def moved_rows(held: Plan) -> frozenset[str]:
    """The recipients whose docket has moved since the plan was made; asked without opening any."""
    wanted = {str(row.docket): row for row in held.doing if row.head is not None}
    now_at = dict(Docket.objects.filter(pk__in=list(wanted)).values_list("pk", "seq"))
    return frozenset(row.recipient for pk, row in wanted.items() if now_at.get(pk) != row.at)


def confirm(actor: Person, docket_id: str, name: str) -> Entry:
    """Approve a plan exactly as it was seen; it is made anew, and must be the same.

    Raises:
        StalePreview: something has moved since.
        NotPermitted: approving belongs to others.
    """
    row, held = plan_of(actor, docket_id, name)
    require(actor, CampaignApproved.slug, row.docket)
    if row.started_at is None:
        _must_stand(row, held)
    act = CampaignApproved(action=held.wanted.action, plan=held.hash)
    return record(actor, docket_id, act, How(key=f"approve:{held.hash}"))


def throw_away(actor: Person, docket_id: str, name: str) -> None:
    """Forget a plan of which nothing was done."""
    row, _ = plan_of(actor, docket_id, name)
    if row.started_at is None:
        row.delete()


def carry_out(actor: Person, docket_id: str, name: str) -> Begun:
    """Do what a plan says, row by row; what is done already is not done again.

    Raises:
        StalePreview: nothing was begun, and something has moved or nobody has approved it.
        SamePerson: two persons are required, and this is one.
    """
    row, held = plan_of(actor, docket_id, name)
    state = states.state_of(row.docket)
    if held.hash in state.acted:
        return Begun(0, state.entries[state.acted[held.hash]])
    other = _other(actor, row, state, held.hash)
    how = How(second=other, key=f"plan:{held.hash}")
    told = CampaignActed(action=held.wanted.action, plan=held.hash, made=())
    would_record(actor, docket_id, told, How(second=other))
    if row.started_at is None:
        _must_stand(row, held)
        Planned.objects.filter(pk=row.pk).update(started_at=now())
    done = made_of(held, held.doing)
    waiting = [one for one in held.doing if one.recipient not in done]
    refused = {one.recipient: one.refused or "" for one in held.not_doing}
    for one in waiting[:ROWS_AT_ONCE]:
        try:
            done[one.recipient] = _do(actor, row.docket, held, one, other)
        except (ActRefused, NotFound) as error:
            refused[one.recipient] = error.code
    left = len(waiting) - ROWS_AT_ONCE
    if left > 0:
        return Begun(left)
    made = tuple(
        ActMade(
            recipient=one.recipient,
            docket=DocketId(one.docket) if one.docket else None,
            entry=done.get(one.recipient),
            refused=None if one.recipient in done else refused[one.recipient],
        )
        for one in held.rows
    )
    act = CampaignActed(action=held.wanted.action, plan=held.hash, made=made)
    return Begun(0, record(actor, docket_id, act, how))


def made_of(held: Plan, rows: Iterable[PlanRow]) -> dict[str, EntryId]:
    """Recipient → the first entry that carrying the plan out has recorded for it."""
    keys = {_key(held.hash, row, 0): row.recipient for row in rows if row.docket}
    dockets = {str(row.docket) for row in rows if row.docket}
    found = Line.objects.filter(docket_id__in=dockets, key__in=list(keys))
    return {keys[str(key)]: EntryId(pk) for pk, key in found.values_list("pk", "key")}


def _do(actor: Person, campaign: Docket, held: Plan, row: PlanRow, other: Person | None) -> EntryId:
    """One row, whole or not at all."""
    with transaction.atomic():
        where = Docket.objects.select_for_update().filter(pk=str(row.docket)).first()
        if where is None:
            raise NotFound
        board = states.state_of(Docket.objects.get(pk=campaign.pk))
        if not still_stands(row, board, states.state_of(where)):
            raise StalePreview(
                _("The recipient's docket has moved since the plan was seen."),
                why=_("What was confirmed is not what would be done now."),
                do=_("Make a new plan for this recipient."),
            )
        if row.letter is not None:
            laid = store.lay_down(io.BytesIO(row.letter.content))
            store.enter(laid, where.pk, f"{held.wanted.action.value}.txt")
        entries = [
            record(actor, where.pk, act, How(second=other, key=_key(held.hash, row, n)))
            for n, act in enumerate(outcome_of(row, held.hash))
        ]
    return entries[0].id


def _key(plan_hash: Sha256, row: PlanRow, n: int) -> str:
    return f"plan:{plan_hash}:{row.recipient}:{n}"


def _must_stand(row: Planned, held: Plan) -> None:
    anew = _planned(row.made_by, row.docket, held.wanted, held.salt)
    if anew.hash == held.hash:
        return
    pairs = zip(held.rows, anew.rows, strict=True)
    other = sum(old.as_json() != new.as_json() for old, new in pairs)
    raise StalePreview(
        _("The plan is not what it was: {n} of its rows have moved.", n=other),
        why=_("What would be done now is not what was seen. Nothing was sent."),
        do=_("Make the plan anew and look at it again."),
        moved=other,
    )


def _other(actor: Person, row: Planned, state: State, plan_hash: Sha256) -> Person | None:
    """The other of the two persons: who approved, or who planned; None where it is one."""
    approval = state.plans.get(plan_hash)
    by = state.entries[approval].actor.person if approval is not None else None
    if by is not None and by != actor.public_id:
        return Person.objects.filter(public_id=by).first()
    return row.made_by if row.made_by != actor and approval is not None else None
