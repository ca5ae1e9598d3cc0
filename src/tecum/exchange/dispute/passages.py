"""Passages: each demand or answer on its way from one side to the other, and what is said of it.

Statements meet by their references. Where one refers to nothing that was presented it is put
to a passage only if there is no other to which it could belong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tecum.exchange.dispute.papers import Fact, Side
from tecum.ledger.encodings import from_base64

__all__ = ["Passage", "Threads", "passages", "refs_of"]

_STATIONS = ("prepared", "submitted", "relayed", "delivered", "opened", "acknowledged")
_FAILED = ("relay.failed", "delivery.failed", "delivery.expired")
_DISPUTED = {"service.disputed": "demand", "demand.refused": "demand", "answer.disputed": "answer"}
_BY_RECEIVER = ("delivered", "opened", "acknowledged", "disputed", "searched")


@dataclass(frozen=True)
class Passage:
    """One demand or answer on its way.

    Attributes:
        sent: The statement that it was handed to a channel; none where none was presented.
        said: Station → the statements about it, in a fixed order.
    """

    kind: str
    sender: Side
    sent: Fact | None
    said: Mapping[str, tuple[Fact, ...]]

    def at(self, station: str) -> tuple[Fact, ...]:
        """The statements about one station: prepared, relayed, failed, delivered …"""
        return self.said.get(station, ())

    @property
    def receiver(self) -> Side:
        """The side to which it went."""
        return self.sender.other

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every statement about this passage."""
        rest = [one for station in self.said.values() for one in station]
        return (*((self.sent,) if self.sent else ()), *rest)


def refs_of(fact: Fact) -> tuple[bytes, ...]:
    """The hashes of the statements that it is about."""
    return tuple(from_base64(ref) for ref in fact.statement.lines.get("ref", ()))


def order_of(fact: Fact) -> tuple[object, ...]:
    """A fixed order of statements that does not ask which side they are of."""
    return (fact.statement.at, fact.statement.seq or 0, fact.hash)


class Threads:
    """Which statements hang together: by docket and by reference."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.facts = {fact.hash: fact for fact in facts}
        self._up: dict[object, object] = {}
        for fact in self.facts.values():
            self._join(fact.hash, (fact.statement.log, fact.statement.docket))
            for ref in refs_of(fact):
                self._join(fact.hash, ref)

    def of(self, fact: Fact) -> object:
        """The thread of a statement; equal for all that hang together."""
        return self._root(fact.hash)

    def nearest(self, fact: Fact, among: Sequence[Fact]) -> list[Fact]:
        """Those of ``among`` that are reached by the fewest references; none if none is."""
        wanted = {one.hash for one in among}
        seen, edge = {fact.hash}, [fact]
        while edge:
            ahead = {ref for one in edge for ref in refs_of(one)} - seen
            found = sorted(ahead & wanted)
            if found:
                return [self.facts[one] for one in found]
            seen |= ahead
            edge = [self.facts[ref] for ref in sorted(ahead) if ref in self.facts]
        return []

    def _root(self, one: object) -> object:
        while (up := self._up.get(one, one)) != one:
            one = up
        return one

    def _join(self, one: object, other: object) -> None:
        one, other = self._root(one), self._root(other)
        if one != other:
            self._up[one] = other


def passages(facts: Sequence[Fact]) -> list[Passage]:
    """Every passage of which anything is said, demands first."""
    threads = Threads(facts)
    sent = [fact for fact in facts if fact.type.endswith(".submitted")]
    said: dict[tuple[object, ...], dict[str, list[Fact]]] = {
        (_kind(one), one.side, one.hash): {} for one in sent
    }
    for fact in facts:
        station, kind = _station(fact)
        if station is None or station == "submitted":
            continue
        for key in _places(fact, station, kind, sent, threads):
            said.setdefault(key, {}).setdefault(station, []).append(fact)
    by_hash = {one.hash: one for one in sent}
    found = [
        Passage(
            str(kind),
            side,  # type: ignore[arg-type]
            by_hash.get(about),  # type: ignore[call-overload]
            {name: tuple(sorted(rows, key=order_of)) for name, rows in sorted(stations.items())},
        )
        for (kind, side, about), stations in said.items()
    ]
    return sorted(found, key=_order)


def _order(passage: Passage) -> tuple[object, ...]:
    first = min(passage.facts, key=order_of)
    return (passage.kind != "demand", passage.sent is None, *order_of(first))


def _kind(fact: Fact) -> str:
    return fact.type.partition(".")[0]


def _station(fact: Fact) -> tuple[str | None, str | None]:
    """The station that a statement is about, and whether of a demand or of an answer."""
    kind, _, station = fact.type.partition(".")
    if fact.type in _DISPUTED:
        return "disputed", _DISPUTED[fact.type]
    if kind in ("demand", "answer") and station in _STATIONS:
        return station, kind
    if fact.type in _FAILED:
        return "failed", None
    if fact.type == "search.none":
        return "searched", None
    return None, None


def _places(
    fact: Fact, station: str, kind: str | None, sent: Sequence[Fact], threads: Threads
) -> list[tuple[object, ...]]:
    """The passages that a statement is about, by the names under which they are gathered."""
    fits = [one for one in sent if kind in (None, _kind(one)) and _may_be_of(station, fact, one)]
    if station == "prepared":
        found = [one for one in fits if fact in threads.nearest(one, [fact])]
    else:
        found = threads.nearest(fact, fits)
    if not found and (station == "prepared" or not _refers_to(fact, sent, threads)):
        same = [one for one in fits if threads.of(one) == threads.of(fact)]
        if len(same) == 1 or (same and station == "searched"):
            found = same
        elif not same and len(fits) == 1:
            found = fits
    if found:
        return [(_kind(one), one.side, one.hash) for one in found]
    if kind is None or _is_misplaced(fact, station, sent):
        return []
    sender = fact.side.other if station in _BY_RECEIVER else fact.side
    # What hangs together may bear the name of a sending that it is not about.
    return [(kind, sender, ("thread", threads.of(fact)))]


def _refers_to(fact: Fact, sent: Sequence[Fact], threads: Threads) -> bool:
    """Whether it names a sending of the same kind, one that does not fit it otherwise."""
    kind = _kind(fact)
    return bool(threads.nearest(fact, [one for one in sent if _kind(one) == kind]))


def _is_misplaced(fact: Fact, station: str, sent: Sequence[Fact]) -> bool:
    """A receiver's word about a sending of the same body: of nobody's passage."""
    own = {one.hash for one in sent if one.side is fact.side}
    return station in _BY_RECEIVER and bool(own & {*refs_of(fact)})


def _may_be_of(station: str, fact: Fact, sent: Fact) -> bool:
    """Receivers' statements are about the other side's sendings, senders' about their own."""
    if station in _BY_RECEIVER:
        return sent.side is not fact.side
    if station in ("prepared", "relayed"):
        return sent.side is fact.side
    return True
