"""How a setting is typed and shown: a text, a number, yes or no, lines, or a table in TOML."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from enum import Enum
from typing import Any

from tecum.docket.acts.registration import SealGround
from tecum.docket.vocabulary import TwoPersons
from tecum.errors import UsageError
from tecum.web.typed import whole
from tecum.worded import worded as _

__all__ = ["GROUPS", "Typed", "choices_of", "form_of", "shown", "standard", "typed"]


class Typed(Enum):
    """In what form a setting is typed."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    LINES = "lines"
    TABLE = "table"


_FORMS: Mapping[str, Typed] = {
    "aliases": Typed.LINES,
    "calendars": Typed.TABLE,
    "confirm_all": Typed.FLAG,
    "confirm_days": Typed.NUMBER,
    "hours": Typed.TABLE,
    "local_rules_complete": Typed.FLAG,
    "mail": Typed.TABLE,
    "margin_days": Typed.NUMBER,
    "pack_keys": Typed.LINES,
    "packs": Typed.LINES,
    "packs_approved": Typed.FLAG,
    "packs_signed": Typed.FLAG,
    "precedence": Typed.TABLE,
    "retention_days": Typed.NUMBER,
    "sealed_counted": Typed.LINES,
    "signers": Typed.TABLE,
    "two_persons": Typed.LINES,
}
GROUPS: Mapping[str, tuple[str, ...]] = {
    "who": ("name", "aliases", "jurisdiction", "recipient_class", "zone", "mail"),
    "time": ("hours", "cutoff", "calendars", "method", "margin_days", "confirm_days"),
    "law": (
        "packs", "pack_keys", "packs_signed", "packs_approved", "precedence",
        "local_rules_complete", "silent_means",
    ),
    "persons": ("signers", "two_persons", "confirm_all", "sealed_counted", "retention_days"),
}  # fmt: skip
"""The settings in the order of the page; a test holds that none is left out."""


_CHOICES: Mapping[str, tuple[str, ...]] = {
    "two_persons": tuple(word.value for word in TwoPersons if word.may_be_lifted),
    "sealed_counted": tuple(word.value for word in SealGround),
}


def choices_of(key: str) -> tuple[str, ...]:
    """The words from which a list is chosen; empty where its lines are free."""
    return _CHOICES.get(key, ())


def standard(key: str) -> list[str]:
    """What holds of a list while the profile says nothing."""
    return [word for word in choices_of(key) if key == "two_persons" and word != "reports"]


def form_of(key: str) -> Typed:
    """In what form a setting is typed."""
    return _FORMS.get(key, Typed.TEXT)


def shown(key: str, value: Any) -> str:
    """A value as it is typed; empty where none is set."""
    if value is None:
        return ""
    form = form_of(key)
    if form is Typed.FLAG:
        return "yes" if value else "no"
    if form is Typed.LINES and isinstance(value, list | tuple):
        return "\n".join(map(str, value))
    if isinstance(value, Mapping | list | tuple):
        return "\n".join(_toml(key, value))
    return str(value)


def typed(key: str, text: str) -> Any:
    """The value that somebody typed, in the form in which ``office.toml`` has it.

    Raises:
        UsageError: it is not in that form.
    """
    form, said = form_of(key), text.strip()
    if form is Typed.FLAG:
        return _one_of(key, said, {"yes": True, "no": False})
    if form is Typed.NUMBER:
        number = whole(said)
        if number is None:
            raise _wrong(key, _("a whole number"))
        return number
    if form is Typed.LINES:
        return [line.strip() for line in said.splitlines() if line.strip()]
    if form is Typed.TABLE:
        try:
            return _plain(tomllib.loads(said).get(key, {}))
        except tomllib.TOMLDecodeError as error:
            raise _wrong(key, _("a table in TOML ({reason})", reason=str(error))) from error
    if not said:
        raise _wrong(key, _("a text"))
    return said


def _plain(value: Any) -> Any:
    """A table as the profile keeps it: days and times as text."""
    return json.loads(json.dumps(value, default=lambda one: one.isoformat()))


def _toml(key: str, value: Any) -> list[str]:
    if isinstance(value, Mapping):
        return [f"[{key}]", *(f"{json.dumps(name) if not name.isidentifier() else name} = "
                              f"{_word(held)}" for name, held in value.items())]  # fmt: skip
    if value and all(isinstance(row, Mapping) for row in value):
        return [line for row in value for line in (f"[[{key}]]", *_toml(key, row)[1:])]
    return [f"{key} = {_word(value)}"]


def _word(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _one_of(key: str, said: str, words: Mapping[str, Any]) -> Any:
    if said not in words:
        raise _wrong(key, _("one of {listed}", listed=tuple(words)))
    return words[said]


def _wrong(key: str, wanted: str) -> UsageError:
    return UsageError(
        _("{key}: this is not {wanted}.", key=key, wanted=wanted),
        do=_("Correct what was typed."),
        code="office.value",
    )
