"""The clock: a period or a fixed date, with the provision that sets every part of it.

Roll direction, order of service days, cut-off and the rest differ from rule to rule, so
each is a field of the clock and none is a habit of the engine. A field that is None is not
stated; a clock that is ``counted by`` a method takes the method's value there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date

from tecum.reckoning.clock_parts import (
    LONGEST,
    Addition,
    Alternative,
    Bound,
    CalendarRef,
    Closures,
    Combination,
    Combine,
    Count,
    CountMode,
    Cutoff,
    Deemed,
    DeemedForm,
    ExtendsFrom,
    Extension,
    Granularity,
    Leap,
    Period,
    PeriodUnit,
    Roll,
    Short,
    Tolling,
    Window,
    YearlySpan,
)
from tecum.reckoning.errors import NoRuleInForce, UnknownClock, unknown_name
from tecum.worded import worded as _
from tecum.words import Confidence, Direction

__all__ = [
    "LONGEST",
    "Addition",
    "Alternative",
    "Bound",
    "CalendarRef",
    "Clock",
    "Closures",
    "Combination",
    "Combine",
    "Count",
    "CountMode",
    "Cutoff",
    "Deemed",
    "DeemedForm",
    "ExtendsFrom",
    "Extension",
    "Granularity",
    "Leap",
    "Period",
    "PeriodUnit",
    "Roll",
    "Short",
    "Tolling",
    "Window",
    "YearlySpan",
    "by_id",
    "joined_with",
    "links_of",
    "version_at",
    "with_method",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One version of a clock or, where it has no period, of a method of computation.

    ``start`` is the name of the event that starts it, ``fixed``, or ``event`` in a method;
    ``cites`` holds the citation of each key; ``pack`` is the digest of the pack it stands in;
    ``others`` are further versions under the same id.
    """

    id: str
    start: str
    title: str = ""
    source: str = ""
    deemed: tuple[Deemed, ...] = ()
    period: Period | None = None
    direction: Direction | None = None
    count: Count | None = None
    skip_spans: tuple[YearlySpan, ...] = ()
    start_day_included: bool | None = None
    leap: Leap | None = None
    roll: Roll | None = None
    fixed_date_rolls: bool | None = None
    closures: Closures | None = None
    service_adds: tuple[Addition, ...] = ()
    cutoff: Cutoff | None = None
    combine: Combination | None = None
    extends: Extension | None = None
    tolls: Tolling | None = None
    bound: Bound | None = None
    calendar: CalendarRef | None = None
    counted_by: str | None = None
    readings: tuple[Alternative, ...] = ()
    in_force: tuple[Window, ...] = ()
    unconfirmed: str = ""
    judged_at: str = ""
    confidence: Confidence | None = None
    cites: Mapping[str, str] = field(default_factory=dict)
    pack: str | None = None
    others: tuple[Clock, ...] = ()
    joined: dict[tuple[object, ...], tuple[tuple[Clock, ...], Clock]] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )
    """What this version has been joined to, by :mod:`tecum.reckoning.ruling`; no part of it."""

    def cite(self, key: str) -> str:
        """The citation of one key, else the source of the whole clock."""
        return self.cites.get(key) or self.source

    @property
    def is_method(self) -> bool:
        """Whether this is a rule of computation only."""
        return self.period is None and self.start != "fixed"

    def is_in_force(self, day: date, known_on: date) -> bool:
        """Whether this version rules an event of that day; one without windows always does."""
        return not self.in_force or bool([w for w in self.in_force if w.covers(day, known_on)])


def by_id(clocks: Iterable[Clock]) -> dict[str, Clock]:
    """Clocks by id; versions that share an id stand together, the newest in front."""
    grouped: dict[str, list[Clock]] = {}
    for clock in clocks:
        grouped.setdefault(clock.id, []).append(clock)
    newest = lambda clock: max((w.start for w in clock.in_force), default=date.min)
    return {
        name: replace((ranked := sorted(same, key=newest, reverse=True))[0], others=(*ranked[1:],))
        for name, same in grouped.items()
    }


def version_at(clock: Clock, day: date, known_on: date, *, forced: bool = False) -> Clock:
    """The version that rules an event of ``day``, as known on ``known_on``.

    ``forced`` takes the newest version where none was in force.

    Raises:
        NoRuleInForce: none does; names the versions that there are.
    """
    if clock.is_in_force(day, known_on):
        return clock
    versions = (clock, *clock.others)
    for version in clock.others:
        if version.is_in_force(day, known_on):
            return version
    if forced:
        return clock
    windows = sorted((w for v in versions for w in v.in_force), key=lambda w: w.start)
    known = [w for w in windows if w.recorded <= known_on]
    before = [w for w in known if w.until and w.until <= day]
    after = [w for w in known if w.start > day]
    named = [f"the version before was in force {before[-1]}"] if before else []
    named += [f"the next is in force {after[0]}"] if after else []
    named += [] if known else [f"none was recorded by {known_on}"]
    raise NoRuleInForce(
        _(
            '"{clock}" was not in force on {on}, as known on {known_on}: {versions}.',
            clock=clock.id,
            on=day,
            known_on=known_on,
            versions="; ".join(named),
        ),
        why=_("A period counted by a rule that did not apply gives a wrong date."),
        do=_("Name the clock that was in force on that day."),
        clock=clock.id,
        day=day.isoformat(),
    )


_OWN = frozenset(
    {"id", "start", "title", "source", "in_force", "unconfirmed", "judged_at", "confidence"}
    | {"pack", "others", "cites", "readings", "period", "counted_by"}
)


def with_method(
    clock: Clock, methods: Mapping[str, Clock], day: date, known_on: date, *, forced: bool = False
) -> Clock:
    """The clock with every key that it leaves open taken from its method.

    The method's version is the one in force on ``day``; the clock's own keys win.

    Raises:
        UnknownClock: the method is not loaded, or methods refer to each other in a circle.
    """
    return joined_with(clock, links_of(clock, methods, day, known_on, forced=forced))


def links_of(
    clock: Clock, methods: Mapping[str, Clock], day: date, known_on: date, *, forced: bool = False
) -> tuple[Clock, ...]:
    """The versions of the methods by which a clock is counted, each counted by the next.

    Raises:
        UnknownClock: a method is not loaded, or methods refer to each other in a circle.
    """
    seen = [clock.id]
    links: list[Clock] = []
    name = clock.counted_by
    while name is not None:
        if name not in methods or name in seen:
            raise unknown_name(
                UnknownClock,
                _('No method "{word}" is loaded.'),
                name,
                methods,
                _('Load the pack that has "{word}".', word=name),
            )
        seen.append(name)
        links.append(version_at(methods[name], day, known_on, forced=forced))
        name = links[-1].counted_by
    return tuple(links)


def joined_with(clock: Clock, links: Iterable[Clock]) -> Clock:
    """The clock with every key that it leaves open taken from these methods, in their order."""
    for method in links:
        clock = _merge(clock, method)
    return clock


def _merge(clock: Clock, method: Clock) -> Clock:
    taken = {
        f.name: getattr(method, f.name)
        for f in fields(Clock)
        if f.init and f.name not in _OWN and getattr(clock, f.name) in (None, ())
    }
    names = {row.name for row in clock.readings}
    inherited = tuple(row for row in method.readings if row.name not in names)
    return replace(
        clock,
        **taken,
        period=clock.period or method.period,
        readings=(*clock.readings, *inherited),
        cites={**{key: method.cite(key) for key in taken if taken[key]}, **clock.cites},
        unconfirmed=clock.unconfirmed or method.unconfirmed,
        counted_by=method.counted_by,
    )
