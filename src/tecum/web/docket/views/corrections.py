"""From the form of a field to the value that a person entered, as text or JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from tecum.errors import UsageError
from tecum.web.typed import whole
from tecum.words import Category, Counting, Direction, DueFor, DueForm, OwedBy, Trigger, Unit

__all__ = ["entered_value"]

_DUE_WORDS = {
    "form": DueForm,
    "for": DueFor,
    "owed_by": OwedBy,
    "unit": Unit,
    "counting": Counting,
    "direction": Direction,
    "trigger": Trigger,
}


def entered_value(path: str, form: Mapping[str, str], before: Any) -> str:
    """The value of the form, in the shape in which the field's value is kept.

    Args:
        before: The value in force; parts that the form does not hold stay as they are.

    Raises:
        UsageError: a word outside its list, a date that is none, an empty value.
    """
    group = path.split(".", maxsplit=1)[0]
    if group == "due":
        return json.dumps(_due(form, before or {}))
    if group == "items":
        return json.dumps(_item(form, before or {}))
    if group == "subjects":
        name = _wanted(form, "value")
        kept = [row.strip() for row in form.get("identifiers", "").split(",") if row.strip()]
        return json.dumps({"name": name, "identifiers": kept})
    value = _wanted(form, "value")
    if path in ("issued_on", "served_on"):
        return _day(value)
    return value


def _due(form: Mapping[str, str], before: Mapping[str, Any]) -> dict[str, Any]:
    after = dict(before)
    for key, words in _DUE_WORDS.items():
        if key in form:
            after[key] = _word(words, form[key]) if form[key] else None
    after["date"] = _day(form["date"]) if form.get("date") else None
    after["time"] = form.get("time") or None
    said = form.get("amount", "").strip()
    amount = whole(said)
    if said and not amount:
        raise UsageError(_("A period is a whole number above zero."), code="field.amount")
    after["amount"] = amount
    if after["form"] == DueForm.PERIOD and not (after["amount"] and after["unit"]):
        raise UsageError(_("A period needs a number and a unit."), code="field.period")
    if after["form"] == DueForm.DATE and not after["date"]:
        raise UsageError(_("Enter the date that the paper states."), code="field.date")
    return after


def _item(form: Mapping[str, str], before: Mapping[str, Any]) -> dict[str, Any]:
    category = _word(Category, form.get("category") or Category.OTHER)
    label = form.get("label") or before.get("label") or "1"
    return {**before, "label": label, "text": _wanted(form, "value"), "category": category}


def _wanted(form: Mapping[str, str], key: str) -> str:
    value = form.get(key, "").strip()
    if not value:
        raise UsageError(
            _("Nothing was entered."),
            do=_('Enter what the page says, or choose "not on the page".'),
            code="field.empty",
        )
    return value


def _word(words: Any, text: str) -> str:
    try:
        return str(words(text).value)
    except ValueError:
        raise UsageError(_("That word is not in the list."), code="field.word") from None


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(
            _("That is not a date."), do=_("Write it like 2020-01-27."), code="field.date"
        ) from None
