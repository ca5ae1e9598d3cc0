"""The state of a docket, folded from its entries; the last few are kept in memory.

A kept state is used only where its digest is the docket's: the chain of digests names every
entry before it, so a state of a rolled-back transaction can never be taken for the docket's.
"""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from tecum.docket.entry import DocketKind, Entry, EntryId
from tecum.docket.errors import UnknownReference
from tecum.docket.rules import Rules, rules_of
from tecum.docket.seal import open_entry
from tecum.docket.state import State
from tecum.docket.state import fold as refolded
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import require, visible_docket
from tecum.web.accounts.selectors import office, typed_profile
from tecum.web.docket import models
from tecum.web.ledger.vault import openings_of

__all__ = [
    "State",
    "docket_for",
    "entries_of",
    "fold",
    "folded",
    "forget",
    "must_hold",
    "remember",
    "rules",
    "state_of",
    "states_of",
]

KEPT = 128
_lock = threading.Lock()
_states: OrderedDict[str, tuple[str, State]] = OrderedDict()


def docket_for(actor: Person | None, docket_id: str) -> models.Docket:
    """A docket as somebody may see it; the system sees all.

    Raises:
        NotFound: there is none, or none that the actor may know of.
    """
    if actor is not None:
        return visible_docket(actor, docket_id)
    docket = models.Docket.objects.filter(pk=docket_id).first()
    if docket is None:
        raise NotFound
    return docket


def must_hold(actor: Person | None, docket_id: str, ref: str | None, slug: str) -> None:
    """Ask that what a person points at stands on the docket; the system may report oddities.

    Raises:
        NotFound, NotPermitted: the act is not the actor's to record.
        UnknownReference: no such entry here, alike for those of other dockets and for none.
    """
    if actor is None or ref is None:
        return
    docket = docket_for(actor, docket_id)
    require(actor, slug, docket)
    if EntryId(ref) not in state_of(docket).entries:
        raise UnknownReference(
            _("What is pointed at is not on this docket."),
            why=_("An act must rest on something that can be shown."),
            do=_("Choose an entry of this docket."),
        )


def rules() -> Rules:
    """What of the office's profile the guards depend on."""
    row = office()
    return rules_of(typed_profile(row)) if row is not None else Rules()


def state_of(docket: models.Docket, in_force: Rules | None = None) -> State:
    """The docket's state as of its last entry.

    Args:
        in_force: What :func:`rules` gives, asked once by whoever looks at many dockets.
    """
    in_force = in_force or rules()
    held = _kept(docket, in_force)
    if held is not None:
        return held
    state = fold(docket, in_force)
    remember(docket, state)
    return state


def states_of(dockets: Iterable[models.Docket]) -> dict[str, State]:
    """The states of several dockets, asked of the database together; services and lists."""
    in_force, found, missing = rules(), {}, []
    for docket in dockets:
        held = _kept(docket, in_force)
        if held is not None:
            found[docket.pk] = held
        else:
            missing.append(docket)
    for docket, state in folded(missing, in_force):
        remember(docket, state)
        found[docket.pk] = state
    return found


def folded(
    dockets: Iterable[models.Docket], in_force: Rules
) -> Iterator[tuple[models.Docket, State]]:
    """The states of several dockets, from their entries; nothing of it is kept in memory."""
    wanted = list(dockets)
    rows: dict[str, list[models.Entry]] = {docket.pk: [] for docket in wanted}
    for row in models.Entry.objects.filter(docket__in=wanted).order_by("docket", "seq"):
        rows[row.docket_id].append(row)
    opened = openings_of(row.pk for held in rows.values() for row in held)
    for docket in wanted:
        entries = (
            open_entry(json.loads(bytes(row.body)), opened[row.pk].fields)
            for row in rows[docket.pk]
        )
        yield docket, refolded(entries, DocketKind(docket.kind), in_force)


def _kept(docket: models.Docket, in_force: Rules) -> State | None:
    with _lock:
        held = _states.get(docket.pk)
        if held is None or held[0] != docket.digest or held[1].rules != in_force:
            return None
        _states.move_to_end(docket.pk)
        return held[1]


def fold(docket: models.Docket, in_force: Rules) -> State:
    """The state that the docket's entries give, from the first on."""
    return refolded(entries_of(docket), DocketKind(docket.kind), in_force)


def entries_of(docket: models.Docket) -> list[Entry]:
    """The docket's entries, opened as far as their keys still exist."""
    rows = list(docket.entries.order_by("seq"))
    opened = openings_of(row.pk for row in rows)
    return [open_entry(json.loads(bytes(row.body)), opened[row.pk].fields) for row in rows]


def remember(docket: models.Docket, state: State) -> None:
    """Keep a state for the next act or page."""
    with _lock:
        _states[docket.pk] = (docket.digest, state)
        _states.move_to_end(docket.pk)
        while len(_states) > KEPT:
            _states.popitem(last=False)


def forget(docket_id: str | None = None) -> None:
    """Drop a kept state, or all: after an erasure no opened value may stay in memory."""
    with _lock:
        if docket_id is None:
            _states.clear()
        else:
            _states.pop(docket_id, None)
