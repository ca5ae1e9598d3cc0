"""The typed blocks of a pack: rules, orders, duties, definitions, clocks. Frozen, no behaviour."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tecum.law.problem import Place
from tecum.law.tree import TRUE, Expr
from tecum.words import Confidence, Effect, Word

__all__ = [
    "Citation",
    "ClockBlock",
    "Command",
    "Condition",
    "Define",
    "Duty",
    "Ended",
    "JudgedAt",
    "Maker",
    "Order",
    "Pair",
    "Rule",
    "Window",
]

Citation = str


class Maker(Word):
    """Who makes the rules of a pack; never used to rank them (LAW 1)."""

    FEDERAL = "federal"
    STATE = "state"
    LOCAL = "local"
    COURT = "court"
    OFFICE = "office"
    INTERNATIONAL = "international"


class JudgedAt(Word):
    """The date on which a rule is judged."""

    ACT = "act date"
    REQUEST = "request date"
    SERVICE = "service date"
    ANSWER = "answer date"
    RELEASE = "release date"

    @property
    def fact(self) -> str | None:
        """The fact that holds this date; None where the caller's ``on`` is meant."""
        return _DATE_FACTS[self.value]


_DATE_FACTS: dict[str, str | None] = {
    "act date": None,
    "request date": "request_date",
    "service date": "service_date",
    "answer date": "answer_date",
    "release date": "released_on",
}


@dataclass(frozen=True, slots=True)
class Window:
    """In force from ``start`` up to, not including, ``end``; knowable from ``recorded``."""

    start: date
    end: date | None
    recorded: date


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition with the text that says so (an exception always has one)."""

    expr: Expr
    citation: Citation | None
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """The id of another block that this one yields to, prevails over or stands against."""

    id: str
    citation: Citation | None
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One effect on some actions, when it applies, unless, in force, with its source."""

    id: str
    pack: str
    title: str
    effect: Effect
    actions: tuple[str, ...]
    maker: Maker
    when: Expr = TRUE
    unless: tuple[Condition, ...] = ()
    yields_to: tuple[Pair, ...] = ()
    prevails_over: tuple[Pair, ...] = ()
    stands_against: tuple[Pair, ...] = ()
    windows: tuple[Window, ...] = ()
    unconfirmed: str | None = None
    judged_at: JudgedAt = JudgedAt.ACT
    restrains: tuple[Maker, ...] = ()
    note: str | None = None
    confidence: Confidence | None = None
    source: str
    sha256: str
    effect_place: Place = field(compare=False)
    when_place: Place = field(compare=False)
    place: Place = field(compare=False)

    @property
    def rests_on_unconfirmed(self) -> bool:
        """Whether a finding in which this rule is live must say so (LAW 5.1)."""
        return self.confidence is Confidence.UNCONFIRMED or self.unconfirmed is not None


@dataclass(frozen=True, slots=True)
class Command:
    """An effect that a court orders on some actions."""

    effect: Effect
    actions: tuple[str, ...]
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Ended:
    """The day on which an order ended, and the day that this could be known."""

    on: date
    recorded: date
    citation: Citation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A court's order: what it stays, what it commands, for whom and from when to when."""

    id: str
    pack: str
    title: str
    stays: tuple[Pair, ...] = ()
    commands: tuple[Command, ...] = ()
    scope: Expr = TRUE
    start: date
    end: date | None = None
    recorded: date
    ended: tuple[Ended, ...] = ()
    prevails_over: tuple[Pair, ...] = ()
    text: str | None = None
    confidence: Confidence | None = None
    source: str
    sha256: str
    scope_place: Place = field(compare=False)
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Something that must be done when a trigger comes, by whom, by which clock."""

    id: str
    pack: str
    title: str
    on: str
    when: Expr = TRUE
    unless: tuple[Condition, ...] = ()
    do: str
    who: str
    to: str | None = None
    clock: str
    clock_citation: Citation | None = None
    content: tuple[str, ...] = ()
    nil: str | None = None
    personal_data: str | None = None
    done_by: str
    windows: tuple[Window, ...] = ()
    unconfirmed: str | None = None
    confidence: Confidence | None = None
    source: str
    sha256: str
    when_place: Place = field(compare=False)
    clock_place: Place = field(compare=False)
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Define:
    """A fact that other facts settle, with the question that a person may answer instead."""

    id: str
    pack: str
    title: str
    fact: str
    expr: Expr
    counts: bool = False
    ask: str | None = None
    confidence: Confidence | None = None
    source: str
    sha256: str
    fact_place: Place = field(compare=False)
    expr_place: Place = field(compare=False)
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockBlock:
    """A clock as the pack states it; ``clock`` is the typed one of RECKON."""

    id: str
    pack: str
    title: str
    lines: tuple[tuple[str, str, str | None, int, int], ...]
    clock: Any = field(default=None, compare=False)
    sha256: str
    place: Place = field(compare=False)
