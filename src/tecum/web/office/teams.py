"""Teams, which are added to a wall together; and the walls that somebody may know of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from tecum.docket.acts import MatterSealed
from tecum.docket.state.sealing import members
from tecum.errors import UsageError
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import visible_demands
from tecum.web.accounts.selectors import everybody, people
from tecum.web.docket import states
from tecum.web.office.kept import keep, kept, names_under

__all__ = ["Team", "Wall", "keep_team", "members_of", "teams", "walls"]

_PREFIX = "team."
_NAME = re.compile(r"[^\W_][\w .-]{0,59}")
SHOWN = 50


@dataclass(frozen=True, slots=True)
class Team:
    """Some who work together: a name, and who belongs to it and still works here, by name."""

    name: str
    members: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Wall:
    """A sealed matter that somebody may know of: since when, on what ground, who is listed."""

    docket: str
    number: str
    ground: str
    since: datetime
    until: date | None
    members: tuple[str, ...]


def teams() -> list[Team]:
    """Every team, by name."""
    here, found = people(), []
    for name in names_under(_PREFIX):
        held: Any = json.loads(kept(f"{_PREFIX}{name}") or "[]")
        found.append(Team(name, tuple(row for row in here if row.public_id in held)))
    return found


def keep_team(actor: Person, name: str, members: Iterable[str]) -> None:
    """Let a team have these members; without any there is no such team any more.

    Raises:
        UsageError: the name is none, or somebody does not work here.
        NotPermitted: the actor neither leads nor operates.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(
            _("A team needs a name of letters, digits and spaces, at most 60."), code="team.name"
        )
    wanted = sorted(set(members))
    if set(wanted) - {row.public_id for row in people()}:
        raise UsageError(_("Somebody of these does not work here."), code="team.member")
    keep(actor, f"{_PREFIX}{name}", json.dumps(wanted) if wanted else None)


def members_of(names: Iterable[str]) -> list[str]:
    """The ids of everybody in these teams, each once."""
    wanted = set(names)
    return sorted(
        {one.public_id for team in teams() if team.name in wanted for one in team.members}
    )


def walls(person: Person) -> list[Wall]:
    """The sealed matters that somebody is listed on, the newest fifty; of others nobody is told."""
    names = {row.public_id: row.name for row in everybody()}
    rows = visible_demands(person).filter(docket__walled=True).order_by("-registered_at")[:SHOWN]
    folded = states.states_of([row.docket for row in rows])
    found = []
    for row in rows:
        state = folded[row.docket_id]
        entry = state.entries.get(state.sealed_by) if state.sealed_by is not None else None
        if entry is None or not isinstance(entry.act, MatterSealed):
            continue
        act = entry.act
        listed = tuple(names.get(one, one) for one in act.members if one in (members(state) or ()))
        found.append(
            Wall(row.docket_id, row.number, act.ground.value, entry.recorded_at, act.until, listed)
        )
    return found
