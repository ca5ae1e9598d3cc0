"""How cells and sums of a campaign board are shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django import template
from django.contrib.humanize.templatetags.humanize import intcomma
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tecum.web.campaigns.table import value_words
from tecum.web.ui.templatetags.ui import capital

register = template.Library()

_NUMBER = re.compile(r"\d{4,}")
_ONE_LINE = 32
_MAY_WRAP = SafeString(' class="may-wrap"')


@register.filter
def cell(cells: Mapping[Any, Any], column: Any) -> Any:
    """What a row says in a column; nothing where it says nothing."""
    return cells.get(column)


@register.simple_tag
def board_cell(line: Any, column: Any, thread: Any) -> SafeString:
    """One cell of the board: what is known, how firm, and where it comes from.

    Written here and not in a template, since a page has several hundred of them.
    """
    held = line.cells.get(column)
    if not held:
        return _nothing(get_language(), is_told=thread is not None)
    if len(held) == 1:
        return format_html(
            '<details class="why"><summary{}>{}</summary><p class="small">{}</p></details>',
            _MAY_WRAP if len(held[0].text) > _ONE_LINE else "",
            capital(held[0].text),
            _where(held[0], thread),
        )
    several = _("%(n)s recorded") % {"n": len(held)}
    rows = format_html_join(
        "", '<p class="small">{} · {}</p>', ((capital(s.text), _where(s, thread)) for s in held)
    )
    return format_html('<details class="why"><summary>{}</summary>{}</details>', several, rows)


@lru_cache(maxsize=8)
def _nothing(language: str | None, *, is_told: bool) -> SafeString:
    """The empty cell in a language: no source tells it, or nothing is recorded here."""
    said = _("no source") if is_told else _("no record")
    return format_html('<span class="none">{}</span>', said)


def _where(said: Any, thread: Any) -> SafeString:
    """How firm it is, and the entry or the sources that it rests on."""
    firm = " · ".join(str(part) for part in (said.more, said.firm) if part)
    if said.entry:
        return format_html(
            '{} · <a href="{}">{}</a> <span class="hash">{}</span>',
            firm,
            reverse("docket:trail", args=[said.docket]),
            _("entry"),
            said.entry,
        )
    if not said.sources:
        return format_html("{} · {}", firm, _("the file names no source for this row"))
    page = reverse("chronologies:page", args=[thread.id])
    links = format_html_join(
        ", ",
        '<a href="{}#source-{}">{}</a>',
        ((page, name, outlet) for name, outlet in said.sources),
    )
    return format_html("{} · {}", firm, links)


register.filter("value_words", value_words)


@register.filter
def of_item(held: Any, label: str) -> Any:
    """What a recipient's demand says of one item; None where it does not ask for it."""
    return next((one for one in held or () if one[0] == label), None)


@register.filter
def money(stated: str) -> str:
    """A sum as a source states it, its digits parted in threes and nothing else changed."""
    return _NUMBER.sub(lambda found: f"${intcomma(found[0])}", stated)
