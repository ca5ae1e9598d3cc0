"""Which calendars answer to the names that deadline vectors use."""

from __future__ import annotations

import re

from tecum.reckoning.calendars import Calendar, Calendars, Purpose

__all__ = ["VECTOR_CALENDARS", "calendars_named"]

VECTOR_CALENDARS: dict[str, tuple[str, ...]] = {
    "none": (),
    "US-federal": ("us.fed.opm",),
    "UK-EAW": ("uk.eaw.bank",),
    "UK-all": ("uk.eaw.bank", "uk.sct.bank", "uk.ni.bank"),
    "CA-federal-canada": ("ca.federal",),
}
"""Names of their own; a holiday in any of several calendars is one.

``US-XX`` is a state's general law (its offices' days where no other law lists any),
``XX-court`` its courts, ``US-federal+XX`` the federal days and the state's: these are found by
authority and purpose.
"""

_STATE = re.compile(r"US-([A-Z]{2})")
_COURT = re.compile(r"([A-Z]{2})-court")
_WITH_STATE = re.compile(r"(US-federal)\+([A-Z]{2})")


def calendars_named(name: str, calendars: Calendars) -> tuple[Calendar, ...] | None:
    """The calendars that a vector's name stands for; None where the name is not known."""
    if name in VECTOR_CALENDARS:
        ids = VECTOR_CALENDARS[name]
        return tuple(calendars[i] for i in ids) if all(i in calendars for i in ids) else None
    if found := _WITH_STATE.fullmatch(name):
        federal = calendars_named(found[1], calendars)
        state = _general_law(found[2], calendars)
        return None if federal is None or state is None else (*federal, state)
    if found := _STATE.fullmatch(name):
        state = _general_law(found[1], calendars)
        return None if state is None else (state,)
    if found := _COURT.fullmatch(name):
        court = _of(found[1], Purpose.COURTS, calendars)
        return None if court is None else (court,)
    return None


def _general_law(state: str, calendars: Calendars) -> Calendar | None:
    return _of(state, Purpose.STATUTE, calendars) or _of(state, Purpose.AGENCY, calendars)


def _of(state: str, purpose: Purpose, calendars: Calendars) -> Calendar | None:
    rows = calendars.values()
    return next((r for r in rows if r.authority == f"US-{state}" and r.purpose is purpose), None)
