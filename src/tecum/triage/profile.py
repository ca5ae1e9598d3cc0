"""Whether the names in an office profile are names of what is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tecum.errors import DataUnusable, nearest
from tecum.reckoning import by_id
from tecum.triage.job import Desk
from tecum.worded import nearest_named
from tecum.worded import worded as _

__all__ = ["check_profile"]


def check_profile(desk: Desk) -> None:
    """Refuse a profile that names a class, clock, calendar or rule that nobody knows.

    A misspelt name would silently leave a rule or a method of counting out.

    Raises:
        DataUnusable: the first such name, with the nearest known one.
    """
    for key, name, known in _names(desk):
        if name in known:
            continue
        near = nearest(name, known)
        raise DataUnusable(
            nearest_named(
                _('office profile: {key}: no "{word}" in the loaded packs.', key=key, word=name),
                near,
            ),
            why=_("A misspelt name would silently leave a rule or a way of counting out."),
            do=_("Correct {key}, or load the pack that has it.", key=key),
            code="office.unknown-name",
        )


def _names(desk: Desk) -> Iterator[tuple[str, str, Iterable[str]]]:
    office, packs = desk.office, desk.packs
    classes = packs.facts.get("recipient_class")
    if office.recipient_class is not None and classes is not None:
        yield "recipient_class", office.recipient_class, classes.type.words
    if office.method is not None:
        yield "method", office.method, tuple(by_id(block.clock for block in packs.clocks))
    for purpose, calendar in office.calendars.items():
        yield f"calendars.{purpose}", calendar, tuple(desk.calendars)
    rules = tuple(rule.id for rule in packs.rules)
    for row in office.precedence:
        yield "precedence.over", row.over, rules
        yield "precedence.under", row.under, rules
