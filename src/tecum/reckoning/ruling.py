"""Which law rules one count: the version in force on the day, with every key of its method."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tecum.reckoning.clocks import Bound, CalendarRef, Clock, joined_with, links_of, version_at
from tecum.reckoning.errors import UnsupportedForm
from tecum.reckoning.events import EventKind, Moment, legal_day, live_accounts
from tecum.reckoning.setting import Setting
from tecum.worded import worded as _
from tecum.words import Direction

__all__ = ["judged_on", "resolved"]

_JUDGED = {
    "service date": EventKind.SERVICE,
    "request date": EventKind.RECEIPT,
    "release date": EventKind.RELEASE,
}

MOST_KEPT = 64
"""A clock has few versions, its methods too; beyond this something else is at work."""


def judged_on(clock: Clock, at: Moment, setting: Setting) -> date:
    """The day whose law rules the clock: that of the event, unless the clock says otherwise."""
    if not clock.judged_at:
        return legal_day(at, setting.zone)
    if clock.judged_at in ("act date", "answer date"):
        return setting.known_on
    kind = _JUDGED.get(clock.judged_at)
    for event in setting.named(kind.value) if kind else ():
        for row in live_accounts(event, setting.known_on):
            if row.at is not None:
                return legal_day(row.at, setting.zone)
    return legal_day(at, setting.zone)


def resolved(clock: Clock, day: date, setting: Setting) -> Clock:
    """The version in force on the day, with its method's keys, ready to count.

    The same versions joined again are the same clock, so the newest version keeps what it has
    been joined to.

    Raises:
        NoRuleInForce: no version was in force and known on the day.
        UnknownClock: a method is not loaded.
        UnsupportedForm: an extension is asked for that the clock does not allow.
    """
    known_on, forced = setting.known_on, setting.forced
    version = version_at(clock, day, known_on, forced=forced)
    links = links_of(version, setting.methods, day, known_on, forced=forced)
    key = (setting.calendar, *map(id, links))
    kept = version.joined.get(key)
    if kept is None:
        if len(version.joined) >= MOST_KEPT:
            version.joined.clear()
        kept = version.joined[key] = (links, _ready(version, links, setting.calendar))
    whole = kept[1]
    if setting.extended and whole.extends is None and whole.period is not None:
        raise UnsupportedForm(
            _('"{clock}" allows no extension.', clock=clock.id),
            why=_("An extension that no rule allows moves no date."),
            do=_("Leave it out, or enter the day that was granted as a stated date."),
        )
    return whole


def _ready(version: Clock, links: tuple[Clock, ...], calendar: str | None) -> Clock:
    whole = joined_with(version, links)
    return replace(
        whole,
        calendar=whole.calendar if calendar is None else CalendarRef((calendar,)),
        direction=whole.direction or Direction.AFTER,
        bound=whole.bound or Bound.LATEST_DAY,
    )
