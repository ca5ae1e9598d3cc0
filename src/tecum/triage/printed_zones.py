"""The words for time zones that documents print beside an hour."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

__all__ = ["earlier_zone", "zone_printed"]

_ZONES = {
    word: zone
    for zone, words in {
        "America/New_York": ("ET", "EST", "EDT", "EASTERN"),
        "America/Chicago": ("CT", "CST", "CDT", "CENTRAL"),
        "America/Denver": ("MT", "MST", "MDT", "MOUNTAIN"),
        "America/Los_Angeles": ("PT", "PST", "PDT", "PACIFIC"),
        "America/Anchorage": ("AKST", "AKDT", "ALASKA"),
        "Pacific/Honolulu": ("HST", "HAWAII"),
        "UTC": ("UTC", "GMT", "Z"),
    }.items()
    for word in words
}
_DAYLIGHT = {"EDT": 4, "CDT": 5, "MDT": 6, "PDT": 7, "AKDT": 8}
"""Hours behind UTC of the words that say daylight saving time (15 U.S.C. 260a, 263)."""


def zone_printed(word: str | None, place: str | None) -> str | None:
    """The zone that a printed word names, that of the place where none is printed, else None."""
    if not (word or "").strip():
        return place
    return _ZONES.get(_plain(word))


def earlier_zone(word: str | None, day: date, hour: time) -> str | None:
    """The zone of a word for daylight saving time on a day that has none; else None.

    Taken as it is printed, such an hour is over an hour before the same hour of the place: the
    earlier of the two is the safe one. Standard time printed in summer stays the place's hour,
    for the same reason.
    """
    behind = _DAYLIGHT.get(_plain(word))
    if behind is None:
        return None
    there = datetime.combine(day, hour, ZoneInfo(_ZONES[_plain(word)])).utcoffset()
    return f"Etc/GMT+{behind}" if there != timedelta(hours=-behind) else None


def _plain(word: str | None) -> str:
    return next(iter((word or "").upper().replace(".", "").split()), "")
