"""What a claim says, in words: by one rule for every asserter."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _

from tecum.docket.acts.chronology import ClaimValue, Happened, Slot, Stance
from tecum.docket.declare import Erased
from tecum.docket.vocabulary import Precision
from tecum.docket.when import When
from tecum.web.docket.hiding import HIDDEN
from tecum.web.ui.figures import month_words
from tecum.web.ui.templatetags.ui import day, words

__all__ = ["said", "value_said", "when_said"]

_TWO_DAYS = re.compile(r"between (\d{4}-\d\d-\d\d) and (\d{4}-\d\d-\d\d)")


def said(slot: Slot, value: ClaimValue, stance: Stance, names: Mapping[str, str]) -> str:
    """A claim's value with how its asserter stands to it."""
    text = value_said(slot, value, names)
    if stance is Stance.DENIES:
        return _("denies: {what}").format(what=text)
    if stance is Stance.UNSURE:
        return _("not sure: {what}").format(what=text)
    if stance is Stance.PREDICTS:
        return _("expects: {what}").format(what=text)
    return text


def value_said(slot: Slot, value: ClaimValue, names: Mapping[str, str]) -> str:
    """The value: its own words, and the figure or day that it stands for."""
    own = words(HIDDEN) if isinstance(value.words, Erased) else value.words or ""
    exact = _exact(slot, value, names)
    return " – ".join(part for part in (own, exact) if part) or "–"


def when_said(when: When) -> str:
    """A date as narrow as it is known, or the words in which it was given."""
    if when.earliest is not None and when.latest is not None:
        first, last = when.interval()
        return _("between {first} and {last}").format(first=day(first), last=day(last))
    if when.value is None:
        given = when.words
        return _given(given) if isinstance(given, str) and given else _("day unknown")
    if when.precision is Precision.MONTH:
        return month_words(f"{when.value:%Y-%m}")
    if when.precision is Precision.YEAR:
        return f"{when.value:%Y}"
    return day(when.interval()[0])


def _given(text: str) -> str:
    """The words of a date; two days written in figures are shown as every other day is."""
    found = _TWO_DAYS.fullmatch(text)
    if found is None:
        return text
    return _("between {first} and {last}").format(first=day(found[1]), last=day(found[2]))


def _exact(slot: Slot, value: ClaimValue, names: Mapping[str, str]) -> str:
    if value.happened is not None:
        return _happened(value)
    if value.when is not None:
        return f"{when_said(value.when)} ({words(value.when.kind.value)})"
    if slot in (Slot.COUNT, Slot.AMOUNT):
        return f"{_range(value)} {value.unit or ''}".strip()
    return names.get(value.party, value.party) if value.party else ""


def _happened(value: ClaimValue) -> str:
    if value.happened is Happened.PART:
        number = _range(value)
        return _("in part: {number}").format(number=number) if number else _("in part")
    return _("it happened") if value.happened is Happened.YES else _("it did not happen")


def _range(value: ClaimValue) -> str:
    low, high = value.low, value.high
    if low is None and high is None:
        return ""
    if low is None:
        number = _("at most {n}").format(n=f"{high:,}")
    elif high is None:
        number = _("at least {n}").format(n=f"{low:,}")
    else:
        number = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return _("{part} of {whole}").format(part=number, whole=f"{value.of:,}") if value.of else number
