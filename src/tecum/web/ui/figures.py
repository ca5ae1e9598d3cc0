"""Words of counted figures: rows, columns and tables as people read them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

__all__ = [
    "date_words",
    "figure_words",
    "month_words",
    "period_span",
    "period_words",
    "shown_figure",
    "table_title",
]

_WORDS: Mapping[str, object] = {
    "all": _("all"),
    "none_yet": _("none yet"),
    "not_known": _("not known"),
    "not_recorded": _("not recorded"),
    "no_code_named": _("no ground named"),
    "no_date": _("no date was owed"),
    "on_time": _("in time"),
    "late": _("after the last date"),
    "overdue": _("not answered, last date passed"),
    "running": _("not answered, date runs"),
    "not_yet_answered": _("not yet answered"),
    "given": _("given"),
    "given_in_part": _("given in part"),
    "nothing_held": _("nothing held"),
    "in_whole": _("in whole"),
    "in_part": _("in part"),
    "to_14_days": _("up to 14 days"),
    "15_to_30_days": _("15 to 30 days"),
    "31_to_90_days": _("31 to 90 days"),
    "over_90_days": _("over 90 days"),
    "releases_and_transfers": _("releases and transfers"),
    "left_custody": _("noted as leaving custody"),
    "answered": _("answered"),
    "received": _("received"),
    "state_local": _("state or local"),
    "requester": _("body that asks"),
    "issuer_class": _("class of issuer"),
    "step": _("state"),
    "received_on": _("received"),
    "bail_posted_at": _("bail posted"),
    "released_at": _("released"),
    "transferred_at": _("transferred"),
    "transferred_to": _("transferred to"),
    "copy": _("a copy of another demand"),
}


def figure_words(word: str) -> str:
    """A word of a count as people read it."""
    return str(_WORDS[word]) if word in _WORDS else gettext(word.replace("_", " "))


_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})( \d{2}:\d{2})?")
_MAY = 5
_PART = re.compile(r"(\d{4})-([QH])([1-4])")
_OF_THE_YEAR = re.compile(r"(.*) by (\d{2})-(\d{2})")


def date_words(value: date, form: str) -> str:
    """A day by a format of Django's.

    The short name of the fifth month is, in English, the word of an outcome, so that a catalogue
    has one translation for both; here it is cut from its long name.
    """
    if value.month != _MAY:
        return date_format(value, form)
    short = date_format(value, "F")[:3]
    names = {"M": short.title(), "b": short.lower()}
    return "".join(names.get(one) or date_format(value, one) for one in form)


def month_words(month: str) -> str:
    """A month as people write it: ``2019-01`` becomes ``Jan 2019``."""
    return date_words(date.fromisoformat(f"{month}-01"), gettext("M Y"))


def period_span(name: str) -> str:
    """A period by its first and last month; a year is its number, other spans both their days."""
    if _MONTH.fullmatch(name):
        return month_words(name)
    if found := _PART.fullmatch(name):
        year, letter, number = int(found[1]), found[2], int(found[3])
        months = {"Q": 3, "H": 6}[letter]
        first, last = (date(year, months * number - back, 1) for back in (months - 1, 0))
        form = gettext("M Y")
        return f"{date_words(first, form.split()[0])}–{date_words(last, form)}"
    begins, between, ends = name.partition("..")
    return f"{shown_figure(begins)} – {shown_figure(ends)}" if between else name


def shown_figure(word: str) -> str:
    """A word of a count on a page; months and days as people write them, in files as they are."""
    if _MONTH.fullmatch(word):
        return month_words(word)
    if found := _DAY.fullmatch(word):
        said = date_words(date.fromisoformat(found[1]), gettext("D j M Y"))
        return f"{said}{found[2] or ''}"
    return figure_words(word)


def period_words(period: str) -> str:
    """When a report is due: ``every year by 03-01`` becomes ``every year by 1 March``."""
    found = _OF_THE_YEAR.fullmatch(period)
    if found is None:
        return gettext(period)
    on = date_format(date(2000, int(found[2]), int(found[3])), gettext("j F"))
    return gettext("%(period)s by %(day)s") % {"period": gettext(found[1]), "day": on}


def table_title(title: str) -> str:
    """The title of a table: of the shipped ones translated, of a pack's as written."""
    return gettext(title)
