"""How cells and sums of a campaign board are shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import template
from django.contrib.humanize.templatetags.humanize import intcomma

register = template.Library()

_NUMBER = re.compile(r"\d{4,}")


@register.filter
def cell(cells: Mapping[Any, Any], column: Any) -> Any:
    """What a row says in a column; nothing where it says nothing."""
    return cells.get(column)


@register.filter
def of_item(held: Any, label: str) -> Any:
    """What a recipient's demand says of one item; None where it does not ask for it."""
    return next((one for one in held or () if one[0] == label), None)


@register.filter
def money(stated: str) -> str:
    """A sum as a source states it, its digits parted in threes and nothing else changed."""
    return _NUMBER.sub(lambda found: f"${intcomma(found[0])}", stated)
