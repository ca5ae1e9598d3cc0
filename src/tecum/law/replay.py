"""The same situations under two states of the law: what would change, before it is changed.

A replay writes nothing. Outcomes are worked out by a column back-end; whoever wants to know
why has the interpreter explain the one row, before and after (LAW section 11).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tecum.errors import UsageError
from tecum.law.cases import cell_value
from tecum.law.columns import Answer, Evaluator, Sheet, Situation, outcomes_in
from tecum.law.decide import decide
from tecum.law.explain import explain
from tecum.law.facts import Facts, Given, typed_value
from tecum.law.finding import Finding
from tecum.law.pack import Packs, load_packs, pack_folder
from tecum.law.problem import nearest_sentence
from tecum.office import Office

__all__ = ["CHANGES", "Asked", "Change", "Group", "Replay", "parse_change", "replay"]

CHANGES = ("lift", "pack", "known-on", "on", "fact")


@dataclass(frozen=True, slots=True)
class Asked:
    """One action on one item, or many rows that say the same of it."""

    action: str
    recipient: str | None
    situation: Situation
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """``lift:ORDER``, ``pack:DIR``, ``known-on:DATE``, ``on:DATE`` or ``fact:NAME=VALUE``."""

    kind: str
    value: str

    def __str__(self) -> str:
        """As it was written."""
        return f"{self.kind}:{self.value}"


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that go the same way: from an outcome to another, by action and recipient."""

    before: str
    after: str
    action: str
    recipient: str | None
    count: int
    rows: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The group with a few of its rows."""
        return {
            "from": self.before,
            "to": self.after,
            "action": self.action,
            "recipient": self.recipient,
            "count": self.count,
            "rows": list(self.rows),
        }


@dataclass(frozen=True, slots=True)
class _Law:
    packs: Packs
    office: Office | None


@dataclass(frozen=True, slots=True)
class Replay:
    """Both runs, row by row, and the rows that differ in groups."""

    changes: tuple[Change, ...]
    before: _Law
    after: _Law
    asked: tuple[Asked, ...]
    changed: tuple[Asked, ...]
    groups: tuple[Group, ...]
    total: int
    differing: int

    def findings(self, row: str, action: str | None = None) -> list[tuple[Finding, Finding]]:
        """Both findings of a row with their full traces, for each action that it asks of.

        Raises:
            UsageError: there is no such row.
        """
        found = []
        for at, one in enumerate(self.asked):
            if row in one.rows and action in (None, one.action):
                other = self.changed[at]
                found.append((_find(self.before, one), _find(self.after, other)))
        if not found:
            names = [name for one in self.asked for name in one.rows]
            raise UsageError(f'There is no row "{row}".{nearest_sentence(row, names)}')
        return found

    def explained(self, row: str, action: str | None = None) -> str:
        """Both explanations of a row."""
        parts = []
        for before, after in self.findings(row, action):
            parts.append(f"before\n{explain(before, self.before.packs)}")
            parts.append(f"after\n{explain(after, self.after.packs)}")
        return "\n".join(parts)

    def to_json(self) -> dict[str, Any]:
        """``tecum.replay/1``."""
        return {
            "schema": "tecum.replay/1",
            "changes": [str(change) for change in self.changes],
            "packs": {"before": self.before.packs.to_json(), "after": self.after.packs.to_json()},
            "rows": self.total,
            "changed": self.differing,
            "groups": [group.to_json() for group in self.groups],
        }


def parse_change(text: str) -> Change:
    """A change as it stands on the command line.

    Raises:
        UsageError: it is none of the kinds, or has no value.
    """
    kind, colon, value = text.partition(":")
    if kind not in CHANGES or not colon or not value:
        near = nearest_sentence(kind, CHANGES) if kind not in CHANGES else ""
        raise UsageError(
            f'"{text}" is not a change.{near}',
            do="Write lift:ORDER, pack:DIR, known-on:DATE, on:DATE or fact:NAME=VALUE.",
            code="replay.change",
        )
    if kind in ("on", "known-on"):
        _day(value)
    if kind == "fact" and "=" not in value:
        raise UsageError(f'"{text}" names no value.', do="Write fact:NAME=VALUE.")
    return Change(kind, value)


def replay(
    evaluator: Evaluator,
    packs: Packs,
    asked: Iterable[Asked],
    changes: Sequence[Change],
    office: Office | None = None,
    *,
    shown: int = 3,
) -> Replay:
    """Work every row out twice and group what differs.

    Args:
        evaluator: The column back-end.
        packs: The packs in force.
        asked: The rows, each as often as it names rows.
        changes: What is changed, all of it together.
        office: The profile, the same in both runs.
        shown: How many rows of a group are named.

    Raises:
        UsageError: no loaded pack has the order or fact that a change names.
    """
    rows = tuple(asked)
    before, after = _Law(packs, office), _Law(packs, office)
    changed = rows
    for change in changes:
        after = _changed_law(after, change)
    for change in changes:
        changed = tuple(_changed_row(row, change, after.packs) for row in changed)
    old, new = _outcomes(evaluator, before, rows), _outcomes(evaluator, after, changed)
    counts: Counter[tuple[str, str, str, str]] = Counter()
    named: dict[tuple[str, str, str, str], list[str]] = {}
    for row, was, becomes in zip(rows, old, new, strict=True):
        if was != becomes:
            key = (was, becomes, row.action, row.recipient or "")
            counts[key] += len(row.rows)
            held = named.setdefault(key, [])
            held += row.rows[: shown - len(held)]
    groups = tuple(
        Group(*key[:3], key[3] or None, counts[key], tuple(named[key]))
        for key in sorted(counts, key=lambda key: (-counts[key], key))
    )
    total = sum(len(row.rows) for row in rows)
    return Replay(tuple(changes), before, after, rows, changed, groups, total, sum(counts.values()))


def _find(law: _Law, row: Asked) -> Finding:
    situation = row.situation
    return decide(
        law.packs,
        situation.facts,
        row.action,
        on=situation.on,
        known_on=situation.known_on,
        office=law.office,
    )


def _outcomes(evaluator: Evaluator, law: _Law, rows: Sequence[Asked]) -> list[str]:
    """The outcome of each row as text, with the possible ones where it is unknown."""
    by_action: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        by_action.setdefault(row.action, []).append(at)
    found = [""] * len(rows)
    for action, places in by_action.items():
        sheet = Sheet(law.packs, action, [rows[at].situation for at in places], law.office)
        for at, answer in zip(places, sheet.answers(evaluator), strict=True):
            found[at] = _said(answer)
    return found


def _said(answer: Answer) -> str:
    words = sorted(word.value for word in outcomes_in(answer.possible))
    return words[0] if len(words) == 1 else f"unknown:{'|'.join(words)}"


def _changed_law(law: _Law, change: Change) -> _Law:
    packs = law.packs
    if change.kind == "lift":
        known = [order.id for order in packs.orders]
        if change.value not in known:
            near = nearest_sentence(change.value, known)
            raise UsageError(
                f'No loaded pack has an order "{change.value}".{near}', code="replay.order"
            )
        kept = tuple(order for order in packs.orders if order.id != change.value)
        return _Law(replace(packs, orders=kept, theories={}), law.office)
    if change.kind == "pack":
        folder = pack_folder(change.value)
        loaded = load_packs([str(folder)])
        own = next(pack.id for pack in loaded.packs if pack.folder == folder)
        others = [str(p.folder) for p in packs.packs if p.id != own]
        return _Law(load_packs([str(folder), *others]), law.office)
    return law


def _changed_row(row: Asked, change: Change, packs: Packs) -> Asked:
    situation = row.situation
    if change.kind == "on":
        situation = replace(situation, on=_day(change.value))
    elif change.kind == "known-on":
        situation = replace(situation, known_on=_day(change.value))
    elif change.kind == "fact":
        situation = replace(situation, facts=_with_fact(situation.facts, change, packs))
    return replace(row, situation=situation)


def _with_fact(facts: Facts, change: Change, packs: Packs) -> Facts:
    name, _, text = change.value.partition("=")
    spec = packs.facts.get(name)
    if spec is None:
        near = nearest_sentence(name, packs.facts)
        raise UsageError(f'No loaded pack asks for "{name}".{near}', code="replay.fact")
    value = typed_value(cell_value(text, name, packs), spec, str(change))
    rest = facts.without(name)
    return rest if value is None else rest.plus(name, Given(value, "the replay"))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f'"{text}" is not a day.', do="Write it like 2018-01-04.", code="usage.day"
        ) from None
