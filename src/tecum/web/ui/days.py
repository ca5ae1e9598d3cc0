"""Days and moments as people read them: with the weekday, in the office's own zone."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from tecum.clock import today
from tecum.web.ui.figures import date_words, month_words

__all__ = [
    "day",
    "days_left",
    "due_moment",
    "due_said",
    "first_day",
    "moment",
    "short_day",
    "thread_when",
]


def day(value: date | str | None) -> str:
    """A legal date with its weekday: Mon 27 Jan 2020."""
    if not value:
        return ""
    if isinstance(value, str):
        value = date.fromisoformat(value[:10])
    return date_words(value, gettext("D j M Y"))


def moment(value: datetime | str | None, zone: str = "UTC") -> str:
    """An instant in the office's zone, with the zone's abbreviation."""
    if not value:
        return ""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    local = value.astimezone(ZoneInfo(zone or "UTC"))
    return f"{date_words(local, gettext('D j M Y'))} {date_format(local, 'H:i')} {local.tzname()}"


def due_moment(value: object, zone: str = "UTC") -> str:
    """A due date, or a due instant in the office's zone."""
    if isinstance(value, datetime):
        return moment(value, zone)
    return day(value) if isinstance(value, date | str) else ""


def due_said(due: object, zone: str = "UTC") -> str:
    """A counted date: its day, and the hour at which it is over where that is no midnight."""
    legal, instant = getattr(due, "day", None), getattr(due, "instant", None)
    if instant is None:
        return day(legal)
    local = instant.astimezone(ZoneInfo(zone or "UTC"))
    if legal is not None and local.date() != legal:
        over = gettext("end of day")
        return f"{day(legal)}, {over}"
    return f"{day(local.date())}, {date_format(local, 'H:i')} {local.tzname()}"


def days_left(value: object, zone: str = "UTC") -> str:
    """How many days a due date is away; nothing once it has passed."""
    if isinstance(value, datetime):
        on = value.astimezone(ZoneInfo(zone or "UTC")).date()
    elif isinstance(value, date):
        on = value
    else:
        return ""
    left = (on - today(zone or "UTC")).days
    if left < 0:
        return ""
    if left == 0:
        return gettext("today")
    return ngettext("in %(n)s day", "in %(n)s days", left) % {"n": left}


def short_day(value: date) -> str:
    """A day of the counting strip: the number, with the month where it begins."""
    return first_day(value) if value.day == 1 else str(value.day)


def first_day(value: date) -> str:
    """The first day of a strip bears its month."""
    return date_words(value, gettext("j M"))


def thread_when(value: object) -> str:
    """A day as a day; a month or a year as it was given; nothing where there is none."""
    if isinstance(value, date):
        return day(value)
    said = str(value or "")
    return month_words(said) if re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", said) else said
