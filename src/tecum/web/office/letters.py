"""Letter texts of the office: in versions, with fields that are filled from the demand at hand.

A field stands in square brackets, ``[number]``. What is not known when a letter is drafted is
said to be so in its place; it is never left out and never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, gettext_noop

from tecum.docket.acts import ProfileChanged
from tecum.errors import UsageError, nearest
from tecum.web.accounts.models import Person
from tecum.web.accounts.selectors import everybody
from tecum.web.office.kept import keep, kept, names_under, versions
from tecum.worded import nearest_named
from tecum.worded import worded as _

__all__ = ["FIELDS", "Letter", "Version", "keep_letter", "letter", "letters", "merged"]

_PREFIX = "letter."
FIELDS: Mapping[str, str] = {
    "number": gettext_noop("the number of the demand here"),
    "numbers": gettext_noop("the numbers that the paper bears"),
    "kind": gettext_noop("what the paper is"),
    "issuer": gettext_noop("who asks"),
    "recipient": gettext_noop("whom the paper names as recipient"),
    "received": gettext_noop("the day on which it came in"),
    "items": gettext_noop("each item that can be answered now, with what was determined"),
    "owed": gettext_noop("each item that stays owed"),
    "today": gettext_noop("the day of the letter"),
    "office": gettext_noop("the name of this office"),
}
"""Field → what stands in its place."""
_FIELD = re.compile(r"\[([A-Za-z_]{1,30})\]")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a text: its number, since when it stood, who set it, its words."""

    number: int
    since: datetime
    by: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter text: its name, its words, and its versions, the newest first."""

    name: str
    text: str
    versions: tuple[Version, ...]

    @property
    def version(self) -> int:
        """The number of the version that stands."""
        return self.versions[0].number


def letters() -> list[Letter]:
    """Every text that stands, by name."""
    return [found for name in names_under(_PREFIX) if (found := letter(name)) is not None]


def letter(name: str) -> Letter | None:
    """One text; None where none of this name stands."""
    text = kept(f"{_PREFIX}{name}") if _NAME.fullmatch(name) else None
    if text is None:
        return None
    people = {row.public_id: row.name for row in everybody()}
    found = [
        Version(
            number=number,
            since=entry.recorded_at,
            by=people.get(entry.actor.person or "", entry.actor.role.value),
            text=entry.act.after if isinstance(entry.act.after, str) else None,
        )
        for number, entry in enumerate(versions(f"{_PREFIX}{name}"), 1)
        if isinstance(entry.act, ProfileChanged)
    ]
    return Letter(name, text, tuple(reversed(found)))


def keep_letter(actor: Person, name: str, text: str) -> None:
    """Let a text stand under a name; empty words take it away, and its versions stay.

    Raises:
        UsageError: the name is none, the text is too long, or it has a field that there is not.
        NotPermitted: the actor neither leads nor operates.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(
            _("A letter text needs a short name."),
            do=_("Use lower-case letters, digits and hyphens, at most 40: no-records."),
            code="letter.name",
        )
    words = text.replace("\r\n", "\n").strip()
    if len(words) > LONGEST:
        raise UsageError(_("The text is longer than 20,000 characters."), code="letter.long")
    for field in _FIELD.findall(words):
        if field not in FIELDS:
            said = _("There is no field [{field}].", field=field)
            raise UsageError(
                nearest_named(said, nearest(field, FIELDS)),
                why=_("It would stand in the letter as it is."),
                do=_("Choose one of the fields of the list."),
                code="letter.field",
            )
    keep(actor, f"{_PREFIX}{name}", words or None)


def merged(text: str, values: Mapping[str, str]) -> str:
    """A text with its fields filled; what is not known is said in its place."""

    def fill(found: re.Match[str]) -> str:
        field = found[1]
        if field not in FIELDS:
            return found[0]
        return values.get(field) or gettext("[{field}: not known]").format(field=field)

    return _FIELD.sub(fill, text)
