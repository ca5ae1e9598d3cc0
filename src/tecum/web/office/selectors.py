"""The settings in force: each with its value, since when it stands, and who set it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tecum.law import at_hand
from tecum.web.accounts.models import Office
from tecum.web.accounts.selectors import everybody
from tecum.web.docket.desk import desk, office_state
from tecum.web.ledger.log import has_log, open_log
from tecum.web.office.forms import GROUPS, Typed, form_of, shown
from tecum.web.office.told import TOLD, Told

__all__ = [
    "CalendarLine",
    "Setting",
    "calendars",
    "kinds_of_office",
    "setting",
    "settings_by_group",
    "signing_keys",
]


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: as it is typed, and the entry by which it came to stand.

    ``value`` is empty where the profile does not set it; then the default holds. ``said`` is
    what a pack says for people of a value that is a word of its own.
    """

    key: str
    form: Typed
    value: str
    is_set: bool
    since: datetime | None
    by: str
    said: str = ""

    @property
    def told(self) -> Told:
        """Its name, what it does and how one is typed."""
        return TOLD[self.key]


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """A calendar that the profile names; ``checked`` are years held against a published list."""

    purpose: str
    id: str
    title: str
    last: int | None
    checked: tuple[int, ...]


def settings_by_group() -> dict[str, list[Setting]]:
    """Every setting of the profile, in the order of the page."""
    held, names = office_state().profile, {row.public_id: row.name for row in everybody()}
    profile = Office.objects.get().profile
    return {
        group: [_setting(key, profile, held, names) for key in keys]
        for group, keys in GROUPS.items()
    }


def setting(key: str) -> Setting | None:
    """One setting; None where there is none of this name."""
    return next(
        (row for rows in settings_by_group().values() for row in rows if row.key == key), None
    )


def kinds_of_office() -> dict[str, str]:
    """Each kind of office that a pack asks about, with the pack's words for people.

    What the packs in force ask comes first; an office may say what it is before it has chosen
    its packs, so those that lie on this machine follow.
    """
    return at_hand.kinds_of_office(desk().packs.facts.get("recipient_class"))


def calendars() -> list[CalendarLine]:
    """The calendars that the profile names, whether or not they are there."""
    ready = desk()
    lines = []
    for purpose, name in sorted(ready.office.calendars.items()):
        held = ready.calendars.get(name)
        years = tuple(sorted(held.checked)) if held is not None else ()
        title, last = (held.title, held.last) if held is not None else ("", None)
        lines.append(CalendarLine(purpose, name, title, last, years))
    return lines


def signing_keys() -> list[tuple[str, str]]:
    """The names and public keys of the log and of those who sign statements; never a secret."""
    if not has_log():
        return []
    log = open_log()
    keys = [log.key, *log.signers.values()]
    return [(key.name, key.vkey) for key in keys]


def _setting(
    key: str, profile: Mapping[str, Any], held: Mapping[str, Any], names: Mapping[str, str]
) -> Setting:
    entry = office_state().entries.get(held[key]) if key in held else None
    by = names.get(entry.actor.person or "", entry.actor.role.value) if entry is not None else ""
    since = entry.recorded_at if entry is not None else None
    value = shown(key, profile.get(key))
    said = kinds_of_office().get(value, "") if key == "recipient_class" else ""
    return Setting(key, form_of(key), value, key in profile, since, by, said)
