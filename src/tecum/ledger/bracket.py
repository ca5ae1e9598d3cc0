"""Between which instants a statement was fixed, and how its author's own time compares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from tecum.ledger.checkpoint import Cosignature
from tecum.ledger.policy import Policy

__all__ = ["Bracket", "Source", "Witnessed", "lower", "position", "upper"]

_SLACK = timedelta(seconds=5)


class Witnessed(NamedTuple):
    """A known witness's cosignature, under its name in the trust file."""

    name: str
    at: datetime
    operator: bool

    @classmethod
    def of(cls, lines: Iterable[Cosignature], policy: Policy, origin: str) -> list[Witnessed]:
        """The cosignatures of a log's head, by the names of the trust file."""
        names = {key.public: name for name, key in policy.witnesses.items()}
        found = [(names[one.key.public], one) for one in lines]
        own = {*policy.operators, *(n for n, one in found if policy.is_own(one.key.name, origin))}
        return [cls(n, datetime.fromtimestamp(one.at, UTC), n in own) for n, one in found]


class Source(NamedTuple):
    """One bound and who gives it."""

    kind: str
    name: str
    not_before: datetime | None = None
    not_after: datetime | None = None


class Bracket(NamedTuple):
    """Not before, not after, and every source with its own bound."""

    not_before: datetime | None = None
    not_after: datetime | None = None
    sources: tuple[Source, ...] = ()

    @property
    def evidence_at(self) -> datetime | None:
        """The earliest instant by which the statement is shown to have existed."""
        shown = [s.not_after for s in self.sources if s.kind == "tsa" and s.not_after]
        return min([*shown, *([self.not_after] if self.not_after else [])], default=None)


def upper(cosignatures: Sequence[Witnessed], policy: Policy) -> datetime | None:
    """The first instant by which the cosignatures on the head satisfy the quorum."""
    return _reached(sorted(cosignatures, key=lambda one: one.at), policy)


def lower(cosignatures: Sequence[Witnessed], policy: Policy) -> datetime | None:
    """The last instant from which on the earlier head's cosignatures satisfy the quorum."""
    return _reached(sorted(cosignatures, key=lambda one: one.at, reverse=True), policy)


def _reached(ordered: Iterable[Witnessed], policy: Policy) -> datetime | None:
    names: set[str] = set()
    for one in ordered:
        names.add(one.name)
        if policy.is_quorum(names):
            return one.at
    return None


def position(at: datetime, error_ms: int, bracket: Bracket) -> str:
    """Where the author's time lies, allowing its stated clock error and five seconds more."""
    low, high = bracket.not_before, bracket.not_after
    if low is None and high is None:
        return "no bracket"
    # A clock error beyond a thousand years is no claim at all; it must not overflow a date.
    slack = timedelta(milliseconds=min(error_ms, 10**13)) + _SLACK
    if low is not None and low - at > slack:
        return f"before the bracket by {_span(low - at)}"
    if high is not None and at - high > slack:
        return f"after the bracket by {_span(at - high)}"
    return "within"


def _span(length: timedelta) -> str:
    seconds = length.days * 86400 + length.seconds
    parts = []
    for word, unit in (("d", 86400), ("h", 3600), ("min", 60), ("s", 1)):
        count, seconds = divmod(seconds, unit)
        parts += [f"{count} {word}"] if count else []
    return " ".join(parts)
