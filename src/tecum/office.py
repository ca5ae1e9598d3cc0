"""The office profile: who we are, which packs and calendars we use, who may sign.

One TOML file, ``office.toml``, with the keys of CONTRACTS. An unknown key is an error that
names the nearest known one: a misspelt setting must not become a silent default.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from tecum.errors import DataUnusable, nearest
from tecum.worded import Worded, nearest_named
from tecum.worded import worded as _
from tecum.words import Outcome

__all__ = ["Hours", "Mail", "Office", "Precedence", "load_office", "office_from"]


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours, local wall time, on the office's open days."""

    open: time
    close: time


@dataclass(frozen=True, slots=True)
class Precedence:
    """A choice of the office between two rules that collide (LAW section 8)."""

    over: str
    under: str
    reason: str
    decided_by: str
    on: date


@dataclass(frozen=True, slots=True)
class Mail:
    """What the office trusts about incoming mail."""

    authserv_ids: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The office profile, typed. Unset facts are None; nothing is guessed.

    ``packs`` maps pack ids to the version digest in force or ``"*"``; ``pack_keys`` are the public
    keys whose signatures on packs count, and ``packs_signed`` lets only packs act that bear one;
    ``packs_approved`` lets only versions act that the office approved; ``calendars`` maps a
    purpose (courts, agency, office) to a calendar id; ``method`` is the id of the clock by
    which periods stated without a method are rolled; ``recipient_class`` is a word of the
    packs' fact of that name; ``silent_means`` is a second word shown beside *silent*, never
    instead of it; ``confirm_days`` is after how many days what was sent and is not known to have
    arrived counts as not confirmed; ``retention_days`` after how many days of rest an ended matter
    is proposed for erasure.
    """

    name: str
    zone: str
    aliases: tuple[str, ...] = ()
    jurisdiction: str | None = None
    recipient_class: str | None = None
    hours: Hours | None = None
    cutoff: str | None = None
    packs: Mapping[str, str] = field(default_factory=dict)
    pack_keys: tuple[str, ...] = ()
    packs_signed: bool = False
    packs_approved: bool = False
    calendars: Mapping[str, str] = field(default_factory=dict)
    method: str | None = None
    signers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    two_persons: tuple[str, ...] | None = None
    sealed_counted: tuple[str, ...] = ()
    margin_days: int = 3
    confirm_days: int | None = None
    retention_days: int | None = None
    confirm_all: bool = False
    silent_means: Outcome = Outcome.COUNSEL
    local_rules_complete: bool = False
    precedence: tuple[Precedence, ...] = ()
    mail: Mail = field(default_factory=Mail)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name under which documents may call this office."""
        return (self.name, *self.aliases)


_KEYS = frozenset(f.name for f in fields(Office))
_DAYS = {"margin_days": (0, 3_660), "confirm_days": (1, 3_660), "retention_days": (1, 36_600)}


def load_office(path: Path) -> Office:
    """Read ``office.toml``.

    Raises:
        DataUnusable: no such file, not TOML, an unknown key, or a value of the wrong form.
    """
    try:
        with path.open("rb") as file:
            table = tomllib.load(file)
    except OSError as error:
        raise DataUnusable(
            _("{file} cannot be opened: {reason}.", file=path.name, reason=error.strerror),
            code="office.unreadable",
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise DataUnusable(
            _("{file} is not TOML: {reason}.", file=path.name, reason=str(error)),
            code="office.toml",
        ) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise DataUnusable(
            _("{file} is not TOML: it is no text in UTF-8, or nested too deeply.", file=path.name),
            code="office.toml",
        ) from error
    return office_from(table, path.name)


def office_from(table: Mapping[str, Any], name: str = "office.toml") -> Office:
    """Build a profile from a parsed table; refuses unknown keys and bad values."""
    for key in table:
        if key not in _KEYS:
            near = nearest(key, _KEYS)
            raise DataUnusable(
                nearest_named(_('{file}: "{key}" is not a setting.', file=name, key=key), near),
                why=_("A misspelt setting would silently change what the office is told."),
                do=_("Correct the name or remove the line."),
                code="office.unknown-key",
            )
    for key in ("name", "zone"):
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise DataUnusable(
                _('{file}: "{key}" is required.', file=name, key=key), code="office.missing-key"
            )
    try:
        ZoneInfo(table["zone"])
    except (ZoneInfoNotFoundError, ValueError, OSError):
        near = nearest(table["zone"], available_timezones())
        raise DataUnusable(
            nearest_named(
                _('{file}: "{zone}" is not a time zone.', file=name, zone=table["zone"]), near
            ),
            do=_("Use a name such as America/Denver."),
            code="office.zone",
        ) from None
    try:
        return Office(**{key: _typed(key, value) for key, value in table.items()})
    except DataUnusable as error:
        raise DataUnusable(
            _("{file}: {what}", file=name, what=error.what),
            why=error.why,
            do=error.do,
            code=error.code,
        ) from None
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise DataUnusable(
            _("{file}: {what}", file=name, what=_said(error)), code="office.value"
        ) from error


def _said(error: Exception) -> str:
    """What is wrong with a value: our own sentence, or what Python says of it."""
    said = error.args[0] if error.args else ""
    return said if isinstance(said, Worded) else f"{error}."


def _typed(key: str, value: Any) -> Any:
    if key == "hours":
        _table(key, value, ("open", "close"), required=("open", "close"))
        return _hours(_wall_time(value["open"]), _wall_time(value["close"]))
    if key in ("aliases", "two_persons", "sealed_counted", "pack_keys"):
        return tuple(_texts(key, value))
    if key == "packs":
        return dict.fromkeys(_texts(key, value), "*") if isinstance(value, list) else _words(value)
    if key == "calendars":
        return _words(value)
    if key == "signers":
        return {role: tuple(_texts(key, acts)) for role, acts in value.items()}
    if key == "silent_means":
        return _outcome(value)
    if key == "precedence":
        names = tuple(f.name for f in fields(Precedence))
        for row in value:
            _table(key, row, names, required=names)
        return tuple(Precedence(**row) for row in value)
    if key == "mail":
        _table(key, value, tuple(f.name for f in fields(Mail)))
        return Mail(**{name: tuple(_texts(name, rows)) for name, rows in value.items()})
    if key in _DAYS:
        least, most = _DAYS[key]
        if not (type(value) is int and least <= value <= most):
            raise ValueError(
                _(
                    "{key} must be a whole number of days, {least} to {most}.",
                    key=key,
                    least=least,
                    most=most,
                )
            )
    flags = ("confirm_all", "local_rules_complete", "packs_signed", "packs_approved")
    if key in flags and not isinstance(value, bool):
        raise ValueError(_("{key} must be true or false.", key=key))
    if key in ("jurisdiction", "recipient_class", "cutoff", "method") and not isinstance(
        value, str
    ):
        raise ValueError(_("{key} must be a text.", key=key))
    return value


def _table(key: str, value: Any, known: tuple[str, ...], required: tuple[str, ...] = ()) -> None:
    if not isinstance(value, Mapping):
        raise ValueError(_("{key} must be a table.", key=key))
    for name in value:
        if name not in known:
            said = _('"{key}" is not a setting.', key=f"{key}.{name}")
            raise ValueError(nearest_named(said, nearest(name, known)))
    for name in required:
        if name not in value:
            raise ValueError(_('"{key}" is required.', key=f"{key}.{name}"))


def _words(value: Any) -> dict[str, str]:
    if not isinstance(value, Mapping) or not all(isinstance(row, str) for row in value.values()):
        raise ValueError(_("packs and calendars are tables of texts."))
    return dict(value)


def _outcome(value: Any) -> Outcome:
    try:
        return Outcome(value)
    except ValueError:
        words = [word.value for word in Outcome]
        said = _('silent_means: "{word}" is not one of {listed}.', word=value, listed=words)
        raise ValueError(nearest_named(said, nearest(str(value), words))) from None


def _hours(opening: time, closing: time) -> Hours:
    """Opening hours of one day; an office that closed before it opened would never be open."""
    if opening.tzinfo is not None or closing.tzinfo is not None:
        raise DataUnusable(
            _("hours have an offset from UTC."),
            why=_("They are wall time in the office's zone, in summer and in winter."),
            do=_('Write them without it: hours = { open = "08:00", close = "17:00" }.'),
            code="office.hours",
        )
    if closing <= opening:
        raise DataUnusable(
            _(
                "hours close at {closing} and open at {opening}.",
                closing=f"{closing:%H:%M}",
                opening=f"{opening:%H:%M}",
            ),
            why=_(
                "An office that closes before it opens is never open: what it receives would "
                "count as received on another day, and its last days would end before they "
                "begin."
            ),
            do=_(
                "Write the later time as close; leave hours out for an office that is open at "
                "all hours."
            ),
            code="office.hours",
        )
    return Hours(opening, closing)


def _wall_time(value: Any) -> time:
    return value if isinstance(value, time) else time.fromisoformat(value)


def _texts(key: str, value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(row, str) for row in value):
        raise ValueError(_("{key} must be a list of texts.", key=key))
    return value
