"""Sentences of the core in the language of the page.

The fixed text is looked up among the translations and filled again; words of closed vocabularies
among what is filled in are said in words too. What has no translation stays as it was written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django import template
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from tecum.errors import TecumError
from tecum.web.ui.days import day
from tecum.web.ui.templatetags.ui import act_words, say, words
from tecum.worded import Worded

register = template.Library()


def _role(value: object) -> str:
    return str(say(str(value), "role"))


def position_words(position: str) -> str:
    """Where an author's own time lies against what is shown of it."""
    for side in (_("before the bracket by {span}"), _("after the bracket by {span}")):
        start = side.removesuffix("{span}")
        if position.startswith(start):
            return gettext(side).format(span=position.removeprefix(start))
    return gettext(_("within")) if position == "within" else position


def _length(period: object) -> str:
    """The length of a clock, such as ``30 days``; anything else as it is written."""
    number, _space, unit = str(period).partition(" ")
    return f"{number} {words(unit)}" if number.isdigit() and unit else str(period)


_GAPS: Mapping[str, Callable[[object], str]] = {
    "act": lambda value: act_words(str(value)),
    "action": lambda value: words(str(value)),
    "code": lambda value: words(str(value)),
    "codes": lambda value: words(str(value)),
    "determined": lambda value: str(say(str(value), "determined")),
    "event": lambda value: words(str(value)),
    "grade": lambda value: words(str(value)),
    "fields": lambda value: words(str(value)),
    "given": lambda value: words(str(value)),
    "known_on": lambda value: day(str(value)),
    "name": lambda value: words(str(value)),
    "need": lambda value: words(str(value)),
    "on": lambda value: day(str(value)),
    "kind": lambda value: words(str(value)),
    "period": _length,
    "position": lambda value: position_words(str(value)),
    "role": _role,
    "roles": _role,
    "start": lambda value: words(str(value)),
    "thing": lambda value: words(str(value)),
    "unit": lambda value: words(str(value)),
}
"""Gap → what is said for a code that stands in it."""


@register.filter
def spoken(text: object) -> str:
    """A text in the language of the page, as far as it is one of the product's own."""
    if not isinstance(text, Worded):
        return str(text)
    said = gettext(text.text)
    if not text.filled:
        return said
    return said.format_map({gap: _filled(gap, value) for gap, value in text.filled.items()})


def all_said(error: TecumError) -> str:
    """What happened, why it matters and what to do, in one row."""
    return " ".join(spoken(text) for text in (error.what, error.why, error.do) if text)


def _filled(gap: str, value: object) -> str:
    if isinstance(value, (tuple, list)):
        return ", ".join(_filled(gap, one) for one in value)
    if isinstance(value, Worded):
        return spoken(value)
    return _GAPS.get(gap, str)(value)
