"""What the office keeps beside its profile: letter texts, teams, how mail goes out.

Each value is an entry on the office's docket with what stood before and after, under a name with
a dot in it, which no key of the profile has; its versions are those entries.
"""

from __future__ import annotations

from django.db import transaction

from tecum.docket.acts import ProfileChanged
from tecum.docket.entry import Entry
from tecum.docket.state import State
from tecum.web.accounts.models import Office, Person
from tecum.web.docket.desk import office_state
from tecum.web.docket.record import record

__all__ = ["keep", "kept", "names_under", "versions"]


def kept(key: str, state: State | None = None) -> str | None:
    """What stands under a name now; None where nothing does."""
    held = state or office_state()
    entry = held.entries.get(held.profile[key]) if key in held.profile else None
    act = entry.act if entry is not None else None
    return act.after if isinstance(act, ProfileChanged) and isinstance(act.after, str) else None


def names_under(prefix: str, state: State | None = None) -> list[str]:
    """The names that begin with ``prefix`` and have a value now, without it, in order."""
    held = state or office_state()
    found = (key for key in held.profile if key.startswith(prefix))
    return sorted(key.removeprefix(prefix) for key in found if kept(key, held) is not None)


def versions(key: str) -> list[Entry]:
    """Every entry by which a value came to stand, the first one first."""
    return [
        entry
        for entry in office_state().entries.values()
        if isinstance(entry.act, ProfileChanged) and entry.act.key == key
    ]


@transaction.atomic
def keep(actor: Person, key: str, after: str | None) -> Entry | None:
    """Let a value stand from here on; the same value again records nothing.

    Args:
        after: The value; None takes it away, and its versions stay.

    Raises:
        NotPermitted: the actor neither leads nor operates.
    """
    office = Office.objects.select_for_update().get()
    before = kept(key)
    if before == after:
        return None
    return record(actor, office.docket_id, ProfileChanged(key=key, before=before, after=after))
