"""The questions about one side's log: written afterwards, removed, other rules, dates moved.

Authority: LEDGER section 19, the table of quarrels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from tecum.exchange.dispute.papers import Fact, Side, Table
from tecum.exchange.dispute.passages import order_of, refs_of
from tecum.exchange.dispute.questions import Question, Saying
from tecum.exchange.dispute.sentences import fixed
from tecum.worded import worded as _

__all__ = ["of_side"]

_MOVES = ("clock.set", "extension.requested", "extension.granted", "extension.denied")


def of_side(side: Side, table: Table) -> list[Question]:
    """The questions about one side's own log."""
    own = sorted((fact for fact in table.facts if fact.side is side), key=order_of)
    found = [_written(side, own, table), _removed(side, own, table)]
    if any(fact.type == "decision.recorded" for fact in own):
        found.append(_rules(side, own, table.names))
    if any(fact.type in _MOVES for fact in own):
        found.append(_moved(side, own, table))
    return found


def _written(side: Side, own: Sequence[Fact], table: Table) -> Question:
    """“You backdated that.”"""
    said = Saying()
    within = [fact for fact in own if fact.position == "within"]
    said.add("written.within", *within, n=len(within), all=len(own))
    for fact in own:
        slots = {"short": _short(fact), "type": fact.type, "at": fact.statement.at}
        if fact.not_before is None and fact.not_after is None:
            said.add("written.undated", fact, **slots)
        elif fact.position != "within":
            said.add("written.outside", fact, position=fact.position, fixed=fixed(fact), **slots)
    return said.question("written", side, who=table.names[side])


def _removed(side: Side, own: Sequence[Fact], table: Table) -> Question:
    """“You removed a record.”"""
    said = Saying()
    forks = [one for one in table.forks if one.side is side]
    for fork in forks:
        said.add("removed.fork", size=fork.size, papers=fork.papers)
    dockets: dict[str, list[Fact]] = {}
    for fact in own:
        if fact.statement.docket:
            dockets.setdefault(fact.statement.docket, []).append(fact)
    for rows in dockets.values():
        _say_docket(said, sorted(rows, key=lambda fact: (fact.statement.seq or 0, fact.hash)))
    if table.heads[side] and not forks:
        said.add("removed.heads", n=len(table.heads[side]))
    if not said.codes:
        said.add("looked.nothing", who=table.names[side])
    return said.question("removed", side, who=table.names[side])


def _say_docket(said: Saying, rows: Sequence[Fact]) -> None:
    numbers = [fact.statement.seq or 0 for fact in rows]
    missing = sorted(set(range(1, numbers[-1] + 1)) - set(numbers))
    by_number = {fact.statement.seq: fact for fact in rows}
    broken = len(by_number) < len(rows) or any(
        fact.statement.prev != by_number[before].hash
        for fact in rows
        if (before := (fact.statement.seq or 0) - 1) in by_number
    )
    if broken:
        said.add("removed.branch", *rows, n=_twice(numbers))
    if missing:
        said.add("removed.gap", *rows, missing=_ranges(missing), last=numbers[-1])
    elif not broken:
        said.add("removed.whole", *rows, last=numbers[-1])


def _twice(numbers: Sequence[int]) -> object:
    double = sorted({n for n in numbers if numbers.count(n) > 1})
    return tuple(double) or _("of one already presented")


def _ranges(numbers: Sequence[int]) -> tuple[object, ...]:
    """``2, 4 to 7``: a docket may be long and its gaps wide."""
    parts: list[object] = []
    for _gap, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        held = [n for _at, n in run]
        several = _("{first} to {last}", first=held[0], last=held[-1])
        parts.append(held[0] if len(held) == 1 else several)
    return tuple(parts)


def _rules(side: Side, own: Sequence[Fact], names: Mapping[Side, str]) -> Question:
    """“You changed your rules afterwards.”"""
    said = Saying()
    for fact in own:
        if fact.type != "decision.recorded":
            continue
        said.add("rules.fixed", fact, short=_short(fact), code=fact.codes, fixed=fixed(fact))
        shown = fact.sha256("packs")
        if shown is None:
            said.add("rules.closed", fact, short=_short(fact))
        else:
            said.add("rules.shown", fact, short=_short(fact), hash=shown)
    return said.question("rules", side, who=names[side])


def _moved(side: Side, own: Sequence[Fact], table: Table) -> Question:
    """“You never told us the deadline moved.”"""
    said = Saying()
    told = {ref for fact in table.facts if fact.side is not side for ref in refs_of(fact)}
    for fact in own:
        if fact.type in _MOVES:
            said.add(
                "moved.told" if fact.hash in told else "moved.untold",
                fact,
                short=_short(fact),
                type=fact.type,
                code=fact.codes or fact.statement.value("on") or _("no code"),
                receiver=table.names[side.other],
            )
    return said.question("moved", side, who=table.names[side])


def _short(fact: Fact) -> str:
    return fact.hash.hex()[:16]
