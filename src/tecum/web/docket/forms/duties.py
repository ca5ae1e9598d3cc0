"""Which duties an act ends, as its form offers them: each by itself, or all that one act brought.

None is chosen beforehand: which person or period a letter is for, only its sender knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.utils.translation import gettext as _

from tecum.docket.acts import LetterSent
from tecum.docket.entry import EntryId
from tecum.docket.parts import ObligationId
from tecum.docket.state.model import Obligation, ObligationOrigin, State
from tecum.web.docket.desk import desk
from tecum.web.docket.forms.shape import At, Choices, Given, due_words, entry_words
from tecum.web.ui.templatetags.ui import capital, joined, words

__all__ = ["duties_named", "duties_of_letters", "open_duties"]

_NONE = "none"
_OF = "of:"
"""Before the entry that brought several duties: all of them are meant."""


def open_duties(at: At) -> Choices:
    """The open duties of the demand, each with what it asks for, its items and its day."""
    return _named(row for row in at.state.obligations.values() if _is_open(row))


def duties_of_letters(at: At) -> Choices:
    """The open duties that a letter of some purpose ends; those of one act also together."""
    rows = _of_letters(at.state)
    brought = Counter(row.trigger for row in rows if row.trigger in at.state.entries)
    together = [
        (
            f"{_OF}{ref}",
            _("All that came with: %(entry)s") % {"entry": entry_words(at.state.entries[ref])},
        )
        for ref, count in brought.items()
        if count > 1 and ref is not None
    ]
    none = [(_NONE, _("None of these"))] if rows else []
    return [*_named(rows), *together, *none]


def duties_named(given: Given) -> tuple[ObligationId, ...] | None:
    """The duties that were chosen; None where nothing was said of them."""
    chosen = given.form.getlist("duty")
    if not chosen:
        return None
    refs = {EntryId(one.removeprefix(_OF)) for one in chosen if one.startswith(_OF)}
    return tuple(
        row.id for row in _of_letters(given.state) if row.id in chosen or row.trigger in refs
    )


def _of_letters(state: State) -> list[Obligation]:
    name = LetterSent.__name__
    return [
        row
        for row in state.obligations.values()
        if _is_open(row) and (row.done_by or "").partition("(")[0] == name
    ]


def _is_open(row: Obligation) -> bool:
    return row.step.is_open and row.origin is ObligationOrigin.DUTY


def _named(rows: Iterable[Obligation]) -> Choices:
    asked = {duty.id: duty.do for duty in desk().packs.duties}
    found = []
    for row in rows:
        parts = [capital(asked.get(row.rule or "") or words(row.object.value))]
        if row.items:
            parts.append(_("items %(items)s") % {"items": joined(row.items)})
        found.append((row.id, " · ".join([*parts, due_words(row.safe)])))
    return found
