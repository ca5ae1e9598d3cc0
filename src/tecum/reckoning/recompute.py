"""Count a stored date again: with what it rested on, or under a law that has changed.

With its pinned packs, calendars and time zones a stored reckoning gives the same bytes for
ever. Under new ones every open deadline is counted again and shown before and after, with the
step at which the two counts part; a person accepts the change.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import zip_longest
from typing import Any

from tecum.errors import ReckonError
from tecum.reckoning.asked import Asked, answered
from tecum.reckoning.calendars import Calendar, Calendars
from tecum.reckoning.clocks import Clock, by_id
from tecum.reckoning.errors import CannotRecompute
from tecum.reckoning.result import DateReading, Due, Pins, Reckoned, Step
from tecum.reckoning.setting import ENGINE, tzdata_version
from tecum.reckoning.zones import Zones, in_use
from tecum.worded import worded as _

__all__ = [
    "Change",
    "Law",
    "Parting",
    "Shelf",
    "Stored",
    "changed",
    "changes",
    "recompute",
    "store",
    "written",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A reckoning as it is kept: what was asked, what it rests on, and the answer's bytes.

    ``packs`` are the digests of every pack whose clocks it may have used.
    """

    asked: Asked
    packs: tuple[str, ...]
    pins: Pins
    answer: bytes

    @property
    def told(self) -> Mapping[str, Any]:
        """The answer as it was given, ``tecum.reckoned/1``."""
        return json.loads(self.answer)  # type: ignore[no-any-return]

    @property
    def readings(self) -> tuple[DateReading, ...]:
        """Every reading with its steps, as they were counted then."""
        return tuple(DateReading.from_json(row) for row in self.told["readings"])

    @property
    def safe(self) -> Due | None:
        """The safe date as it was counted then."""
        row = self.told["safe"]
        return Due.from_json(row) if row else None

    def to_json(self) -> dict[str, Any]:
        """As stored; the answer is the shape ``tecum.reckoned/1``."""
        return {
            "asked": self.asked.to_json(),
            "packs": list(self.packs),
            "answer": json.loads(self.answer),
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Stored:
        """As it was before it was stored."""
        return cls(
            asked=Asked.from_json(row["asked"]),
            packs=tuple(row["packs"]),
            pins=Pins.from_json(row["answer"]["pins"]),
            answer=_canonical(row["answer"]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Everything that was ever in use, by digest; time zone data by release."""

    packs: Mapping[str, Iterable[Clock]]
    calendars: Mapping[str, Calendar]
    zones: Mapping[str, Zones] = field(default_factory=dict)


def written(reckoned: Reckoned) -> bytes:
    """The bytes of a reckoning: canonical JSON of ``tecum.reckoned/1``."""
    return _canonical(reckoned.to_json())


def _canonical(shape: Mapping[str, Any]) -> bytes:
    text = json.dumps(shape, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def store(asked: Asked, reckoned: Reckoned, clocks: Mapping[str, Clock]) -> Stored:
    """What to keep of a reckoning, so that it can be made again."""
    return Stored(
        asked=asked,
        packs=tuple(sorted(_packs_behind(asked, clocks))),
        pins=reckoned.pins,
        answer=written(reckoned),
    )


def _packs_behind(asked: Asked, clocks: Mapping[str, Clock]) -> set[str]:
    """The packs of the clock and of everything by which it is counted or bounded."""
    found: set[str] = set()
    waiting, seen = [asked.root], set()
    while waiting:
        name = waiting.pop()
        if name is None or name in seen or name not in clocks:
            continue
        seen.add(name)
        for version in (clocks[name], *clocks[name].others):
            found |= {version.pack} if version.pack is not None else set()
            waiting += [version.counted_by, *(version.combine.parts if version.combine else ())]
    return found


def recompute(stored: Stored, shelf: Shelf) -> Reckoned:
    """Make a stored reckoning again from exactly what it rested on.

    The program's own version may be another; its way of counting must be the same.

    Raises:
        CannotRecompute: a pack, a calendar or the time zone data is not on the shelf; the way
            of counting is another; or what comes out differs from what is stored.
    """
    pins = stored.pins
    if _way(pins.engine) != _way(ENGINE):
        raise _cannot(
            _("It was counted by {engine}, and this is {own}.", engine=pins.engine, own=ENGINE),
            pins.engine,
        )
    clocks: list[Clock] = []
    for digest in stored.packs:
        clocks += _on_shelf(_("pack"), digest, shelf.packs)
    calendars = Calendars(
        _on_shelf(_('calendar "{calendar}"', calendar=name), digest, shelf.calendars)
        for name, digest in pins.calendars
    )
    known = shelf.zones.get(pins.tzdata)
    with in_use(known):
        found = answered(stored.asked, by_id(clocks), calendars)
    found = replace(found, pins=replace(found.pins, engine=pins.engine, tzdata=pins.tzdata))
    if written(found) != stored.answer:
        if known is None and pins.tzdata != tzdata_version():
            raise _cannot(
                _("No time zone data {version} is on the shelf.", version=pins.tzdata), pins.tzdata
            )
        raise _cannot(_("What comes out differs from what is stored."), pins.inputs)
    return found


def _way(engine: str) -> str:
    """The way of counting, apart from the version of the program around it."""
    return engine.rpartition(", ")[2]


def _on_shelf(what: str, digest: str, shelf: Mapping[str, Any]) -> Any:
    if digest not in shelf:
        raise _cannot(
            _(
                "No {missing} with the digest {digest} is on the shelf.",
                missing=what,
                digest=digest,
            ),
            digest,
        )
    return shelf[digest]


def _cannot(what: str, missing: str) -> CannotRecompute:
    return CannotRecompute(
        what,
        why=_("A date that is made again from anything else proves nothing about the first."),
        do=_("Restore what is missing from a backup; packs and calendars are kept for ever."),
        digest=missing,
    )


# --- under a changed law ------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """Clocks, calendars and time zones as they are in use at one time."""

    clocks: Mapping[str, Clock]
    calendars: Calendars
    zones: Zones | None = None


@dataclass(frozen=True, slots=True)
class Parting:
    """The first step at which two counts of one reading differ; None where one has ended."""

    reading: str
    number: int
    before: Step | None
    after: Step | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One open deadline as stored and as counted now; an error where it cannot be counted."""

    id: str
    before: Stored
    asked: Asked
    after: Reckoned | ReckonError
    parting: Parting | None

    @property
    def is_moved(self) -> bool:
        """Whether a date or the status is another; else only reasons or sources are."""
        return _dates(self.before.told) != _dates(_shape(self.after))


def changes(deadlines: Iterable[tuple[str, Stored]], law: Law, known_on: date) -> Iterator[Change]:
    """Count every open deadline again, by what is known now, and give those that differ.

    Met and closed deadlines never change: the caller leaves them out.

    Args:
        deadlines: Name and stored reckoning.
        law: What is in use now.
        known_on: What was recorded later is not seen.
    """
    for name, stored in deadlines:
        change = changed(name, stored, replace(stored.asked, known_on=known_on), law)
        if change is not None:
            yield change


def changed(name: str, stored: Stored, asked: Asked, law: Law) -> Change | None:
    """One deadline counted again from what is asked now; None where all stays as it was."""
    after = _under(law, asked)
    shape = _shape(after)
    if _told(stored.told) == _told(shape):
        return None
    parting = None
    if isinstance(after, Reckoned):
        parting = _parting(stored.readings, after.readings)
    return Change(id=name, before=stored, asked=asked, after=after, parting=parting)


def _under(law: Law, asked: Asked) -> Reckoned | ReckonError:
    try:
        with in_use(law.zones):
            return answered(asked, law.clocks, law.calendars)
    except ReckonError as error:
        return error


def _shape(answer: Reckoned | ReckonError) -> Mapping[str, Any]:
    """As it would be stored; an error as its code and words."""
    if isinstance(answer, ReckonError):
        return {"code": answer.code, "what": answer.what}
    return json.loads(written(answer))  # type: ignore[no-any-return]


def _told(shape: Mapping[str, Any]) -> dict[str, Any]:
    """Everything an answer says, without the versions it rests on."""
    return {key: value for key, value in shape.items() if key != "pins"}


def _dates(shape: Mapping[str, Any]) -> list[object]:
    dates = [row["due"] for row in shape.get("readings", ())]
    return [shape.get("code"), shape.get("status"), shape.get("safe"), shape.get("latest"), *dates]


def _parting(before: Iterable[DateReading], after: Iterable[DateReading]) -> Parting | None:
    """Where the first reading that differs parts; a merged reading stands for each of its names."""
    old, new = _by_name(before), _by_name(after)
    for name in (*old, *(name for name in new if name not in old)):
        one, two = old.get(name), new.get(name)
        pairs = zip_longest(one.steps if one else (), two.steps if two else ())
        for number, (then, now) in enumerate(pairs):
            if then != now:
                return Parting(name, number, then, now)
    return None


def _by_name(readings: Iterable[DateReading]) -> dict[str, DateReading]:
    return {name: row for row in readings for name in row.names}
