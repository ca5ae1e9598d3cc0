"""Whether two states of the law answer alike, and the smallest situation that tells them apart.

A situation is a day on which something changes and values for what is unknown: the same finite
completions that a finding uses (LAW 5.10). Two states that agree in every full situation agree
in every partial one, so full ones settle equality and partial ones, smallest first, tell apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations, islice, product
from math import prod
from typing import Any

from tecum.law.ask import LIMIT, reachable
from tecum.law.atoms import Choice, unknowns_of
from tecum.law.blocks import Duty, Order, Rule
from tecum.law.decide import actions_ruled, engine_for
from tecum.law.engine import Engine
from tecum.law.expression import write_expression
from tecum.law.facts import Facts
from tecum.law.norms import Norm
from tecum.law.pack import Packs
from tecum.law.view import Atom
from tecum.law.vocabulary import FactSpec
from tecum.words import Outcome

__all__ = [
    "Apart",
    "Compared",
    "compare",
    "cut_days",
    "domains_of",
    "last_change",
    "outcomes_said",
]

TRIED = 256
"""So many partial situations of one action on one day are tried where there are too many."""
_ANY_DAY = date(2000, 1, 1)
"""The day of a law that names none: every block of it is unconfirmed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A situation in which two states of the law give other outcomes; nothing in it can go."""

    action: str
    on: date
    situation: tuple[tuple[str, str], ...]
    before: str
    after: str

    def to_json(self) -> dict[str, Any]:
        """The situation as an object."""
        return {
            "action": self.action,
            "on": self.on.isoformat(),
            "situation": dict(self.situation),
            "before": self.before,
            "after": self.after,
        }


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison found: one situation for each action that differs, and what it left.

    Attributes:
        apart: One row for each action and each change of outcomes on it.
        too_many: Actions with more situations than are tried; of these nothing is said.
    """

    apart: tuple[Apart, ...]
    too_many: tuple[str, ...]

    @property
    def are_alike(self) -> bool:
        """Whether the two give the same outcome in every situation."""
        return not self.apart and not self.too_many


def compare(old: Packs, new: Packs) -> Compared:
    """Tell two states of the law apart on every action that either rules."""
    found: list[Apart] = []
    left: list[str] = []
    ruled = {*actions_ruled(old), *actions_ruled(new)}
    facts = {**old.facts, **new.facts}
    for action in (name for name in new.actions if name in ruled):
        if _says(old, action) == _says(new, action):
            continue
        rows, whole = _on_action(old, new, action, facts)
        found += rows
        if not whole:
            left.append(action)
    return Compared(tuple(found), tuple(left))


def outcomes_said(outcomes: Iterable[Outcome]) -> str:
    """``must_not``, or ``unknown:may|must_not``."""
    words = sorted(word.value for word in outcomes)
    return words[0] if len(words) == 1 else f"unknown:{'|'.join(words)}"


def cut_days(packs: Packs, action: str | None = None) -> list[date]:
    """Every day on which something in the loaded packs begins or ends, and the day before.

    Args:
        action: Only what bears on this action: rules and orders on it, and orders on those.
    """
    blocks: list[Rule | Duty | Order] = [
        *(rule for rule in packs.rules if action is None or action in rule.actions),
        *packs.orders,
    ]
    days: set[date] = set()
    for block in blocks:
        if isinstance(block, Order):
            days |= {block.start, *(ended.on for ended in block.ended)}
            days |= {block.end} if block.end else set()
        else:
            days |= {window.start for window in block.windows}
            days |= {window.end for window in block.windows if window.end}
    first = {min(days) - timedelta(days=1)} if days and min(days) > date.min else set()
    return sorted(days | first)


def last_change(packs: Packs) -> date:
    """The last day on which something in the loaded packs begins, ends or becomes known."""
    days = [date.min]
    windows = [window for rule in packs.rules for window in rule.windows]
    windows += [window for duty in packs.duties for window in duty.windows]
    for window in windows:
        days += [window.start, window.recorded, window.end or date.min]
    for order in packs.orders:
        days += [order.start, order.recorded, order.end or date.min]
        days += [day for ended in order.ended for day in (ended.on, ended.recorded)]
    return max(days)


# --- one action ----------------------------------------------------------------------------


def _says(packs: Packs, action: str) -> tuple[Any, ...]:
    """Everything that bears on an action, so that what is the same is not compared."""
    return (
        frozenset(_bare(rule) for rule in packs.rules if action in rule.actions),
        sorted(order.sha256 for order in packs.orders),
        sorted(define.sha256 for define in packs.defines.values()),
        [pack.tables for pack in packs.packs if pack.tables],
        sorted((name, spec.type.words) for name, spec in packs.facts.items()),
    )


def _bare(rule: Rule) -> Rule:
    """A rule without what changes no outcome on an action that it bears on."""
    return replace(rule, actions=(), sha256="", title="", note=None, source="")


def _on_action(
    old: Packs, new: Packs, action: str, facts: Mapping[str, FactSpec]
) -> tuple[list[Apart], bool]:
    """The smallest situation for each change of outcomes; whether every situation was tried."""
    days = sorted({*cut_days(old, action), *cut_days(new, action)}) or [_ANY_DAY]
    known = max(last_change(old), last_change(new), *days)
    found: dict[tuple[str, str], Apart] = {}
    whole = True
    for day in days:
        pair = tuple(
            engine_for(packs, Facts(), action, on=day, known_on=known) for packs in (old, new)
        )
        rows, all_tried = _on_day(action, day, pair[0], pair[1], facts)
        whole = whole and all_tried
        for row in rows:
            held = found.get((row.before, row.after))
            if held is None or len(row.situation) < len(held.situation):
                found[row.before, row.after] = row
    least = sorted(found.values(), key=lambda row: (len(row.situation), row.on))
    return _without_wider(least), whole or bool(least)


def _without_wider(rows: Sequence[Apart]) -> list[Apart]:
    """Settled changes where there are any: an unknown that widens says the same less clearly."""
    settled = [row for row in rows if "unknown" not in f"{row.before}{row.after}"]
    return settled or list(rows)


def _on_day(
    action: str, day: date, old: Engine, new: Engine, facts: Mapping[str, FactSpec]
) -> tuple[list[Apart], bool]:
    domains = domains_of(old, new, facts)
    count = prod(len(choices) for choices in domains.values())
    if count > LIMIT:
        found = _first(old, new, facts, domains)
        return [_apart(action, day, *row) for row in found], False
    changes: dict[tuple[str, str], dict[Atom, Choice]] = {}
    for choice in product(*domains.values()):
        picked = dict(zip(domains, choice, strict=True))
        one, other = _outcomes(old, picked), _outcomes(new, picked)
        if one != other:
            changes.setdefault((one, other), picked)
    return [
        _apart(action, day, _narrowed(old, new, facts, picked, change), change)
        for change, picked in changes.items()
    ], True


def _outcomes(engine: Engine, picked: Mapping[Atom, Choice]) -> str:
    return outcomes_said(_wide(engine, picked))


def _reached(engine: Engine, picked: Mapping[Atom, Choice], facts: Mapping[str, FactSpec]) -> str:
    assumed = {atom: choice.value for atom, choice in picked.items()}
    return outcomes_said(reachable(engine.assuming(assumed), facts))


def _narrowed(
    old: Engine,
    new: Engine,
    facts: Mapping[str, FactSpec],
    picked: Mapping[Atom, Choice],
    change: tuple[str, str],
) -> dict[Atom, Choice]:
    """A part of a situation that still gives this change, and of which nothing can be left out."""
    kept = dict(picked)
    for atom in picked:
        fewer = {name: choice for name, choice in kept.items() if name != atom}
        if (_reached(old, fewer, facts), _reached(new, fewer, facts)) == change:
            kept = fewer
    return kept


def _apart(action: str, day: date, picked: Mapping[Atom, Choice], change: tuple[str, str]) -> Apart:
    said = tuple((_name(atom), choice.said) for atom, choice in picked.items())
    return Apart(action=action, on=day, situation=said, before=change[0], after=change[1])


def domains_of(
    old: Engine,
    new: Engine,
    facts: Mapping[str, FactSpec],
    of_old: Iterable[Norm] | None = None,
    of_new: Iterable[Norm] | None = None,
) -> dict[Atom, tuple[Choice, ...]]:
    """What is unknown under either, each with every value that either tells apart.

    Args:
        of_old, of_new: Only what keeps these norms from being settled; all without them.
    """
    one, other = unknowns_of(old, facts, of_old), unknowns_of(new, facts, of_new)
    for name, cuts in other.cuts.items():
        one.cuts.setdefault(name, set()).update(cuts)
    one.atoms.update(other.atoms)
    return one.domains()


def _first(
    old: Engine,
    new: Engine,
    facts: Mapping[str, FactSpec],
    domains: Mapping[Atom, tuple[Choice, ...]],
) -> Iterator[tuple[dict[Atom, Choice], tuple[str, str]]]:
    """A situation that tells the two apart, of as many as are tried, made as plain as it can be."""
    for picked in islice(_partial(domains), TRIED):
        if _wide(old, picked) != _wide(new, picked):
            plain = _plainer(old, new, domains, picked)
            change = outcomes_said(_wide(old, plain)), outcomes_said(_wide(new, plain))
            yield _narrowed(old, new, facts, plain, change), change
            return


def _plainer(
    old: Engine,
    new: Engine,
    domains: Mapping[Atom, tuple[Choice, ...]],
    picked: Mapping[Atom, Choice],
) -> dict[Atom, Choice]:
    """More answers, each chosen so that the two still differ and fewer outcomes are left."""
    kept = dict(picked)
    for atom in (name for name in domains if name not in picked):
        sized = []
        for at, choice in enumerate(domains[atom]):
            one, other = _wide(old, {**kept, atom: choice}), _wide(new, {**kept, atom: choice})
            if one != other:
                sized.append((len(one) + len(other), at, choice))
        least = min(sized, default=None, key=lambda row: row[:2])
        if least is not None and least[0] <= len(_wide(old, kept)) + len(_wide(new, kept)):
            kept[atom] = least[2]
    return kept


def _wide(engine: Engine, picked: Mapping[Atom, Choice]) -> frozenset[Outcome]:
    """The outcomes that the unknown values allow, each taken by itself."""
    return engine.assuming({atom: choice.value for atom, choice in picked.items()}).possible()


def _partial(domains: Mapping[Atom, tuple[Choice, ...]]) -> Iterator[dict[Atom, Choice]]:
    """Situations by how much they say: nothing, one value, two values, and so on."""
    atoms = list(domains)
    for size in range(len(atoms) + 1):
        for named in combinations(atoms, size):
            for choice in product(*(domains[atom] for atom in named)):
                yield dict(zip(named, choice, strict=True))


def _name(atom: Atom) -> str:
    """What an unknown is about, as a person reads it."""
    if atom[0] == "test":
        return write_expression(atom[1])
    if atom[0] == "rows":
        return f"a row of {atom[1]} where {write_expression(atom[2])}"
    if atom[0] == "force":
        return f"{atom[1]} is in force"
    if atom[0] == "rules":
        return f"another {atom[1]} rule forbids it"
    return str(atom[1])
