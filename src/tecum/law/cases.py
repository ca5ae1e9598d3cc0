"""A pack's own cases: situations with the outcome a reviewer expects (LAW section 11)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tecum.law.blocks import Condition, Order, Rule
from tecum.law.decide import decide, engine_for
from tecum.law.errors import FactsRefused
from tecum.law.expression import write_expression
from tecum.law.facts import Facts, facts_from
from tecum.law.finding import Finding
from tecum.law.pack import Pack, Packs
from tecum.law.rings import makers_in
from tecum.law.truth import Truth

__all__ = ["Case", "Checked", "Coverage", "cell_value", "check_cases", "coverage", "load_cases"]

_FIXED = ("id", "action", "on", "known_on", "expect", "cite", "note")


@dataclass(frozen=True, slots=True)
class Case:
    """One row: an action on a day, what is known, and what must come out."""

    id: str
    action: str
    on: date
    known_on: date
    expect: str
    facts: Facts
    cite: str
    note: str
    file: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A case with what came out."""

    case: Case
    finding: Finding

    @property
    def got(self) -> str:
        """The outcome as the column ``expect`` writes it."""
        return outcome_text(self.finding)

    @property
    def holds(self) -> bool:
        """Whether what came out is what the row expects."""
        return self.got == self.case.expect


def outcome_text(finding: Finding) -> str:
    """``must_not``, or ``unknown:may|must_not``."""
    if finding.outcome == "unknown":
        return "unknown:" + "|".join(finding.possible)
    return finding.outcome.value


def load_cases(pack: Pack, packs: Packs) -> list[Case]:
    """Every row of ``cases/*.csv``.

    Raises:
        FactsRefused: a column that is no fact, or a cell that the fact does not take.
    """
    cases: list[Case] = []
    for path in sorted(pack.folder.glob("cases/*.csv")):
        cases += _file(path, f"cases/{path.name}", packs)
    return cases


def _file(path: Path, name: str, packs: Packs) -> Iterator[Case]:
    reader = csv.DictReader(io.StringIO(path.read_text("utf-8")))
    for at, row in enumerate(reader, 2):
        where = f"{name}:{at}"
        given = {
            key: cell_value(text, key, packs)
            for key, text in row.items()
            if key and key not in _FIXED and text
        }
        try:
            on = date.fromisoformat(row["on"])
            known_on = date.fromisoformat(row.get("known_on") or row["on"])
        except (KeyError, ValueError, TypeError) as error:
            raise FactsRefused(f'{where}: "on" and "known_on" are days.') from error
        if not row.get("id") or not row.get("action") or not row.get("expect"):
            raise FactsRefused(f'{where}: "id", "action" and "expect" are wanted.')
        expect = _sorted(row["expect"])
        facts = facts_from({"facts": given}, packs, where)
        yield Case(
            row["id"],
            row["action"],
            on,
            known_on,
            expect,
            facts,
            row.get("cite") or "",
            row.get("note") or "",
            where,
        )


def _sorted(expect: str) -> str:
    outcome, colon, words = expect.partition(":")
    return f"{outcome}:{'|'.join(sorted(words.split('|')))}" if colon else outcome


def cell_value(text: str, name: str, packs: Packs) -> Any:
    """A cell as JSON would give it; ``?`` is a fact left open on purpose."""
    spec = packs.facts.get(name)
    if spec is None or text == "?":
        return None if spec else text
    if spec.type.kind == "yes/no":
        return {"yes": True, "no": False}.get(text, text)
    if spec.type.kind == "number":
        return _number(text)
    if spec.type.kind == "table":
        return _rows(text)
    return text


def _number(text: str) -> Any:
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text


def _rows(text: str) -> dict[str, Any]:
    """``class=assault degree=felony on=2010-01-01; … ; complete`` as a table fact."""
    parts = [part.strip() for part in text.split(";") if part.strip()]
    complete = {"complete": True, "incomplete": False}.get(parts[-1] if parts else "")
    if complete is not None:
        parts = parts[:-1]
    rows = []
    for part in parts:
        cells = dict(cell.split("=", 1) for cell in part.split())
        rows.append({key: {"yes": True, "no": False}.get(v, v) for key, v in cells.items()})
    return {"rows": rows, "complete": complete}


def check_cases(pack: Pack, packs: Packs) -> list[Checked]:
    """Decide every case of a pack."""
    return [
        Checked(case, decide(packs, case.facts, case.action, on=case.on, known_on=case.known_on))
        for case in load_cases(pack, packs)
    ]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the cases of a pack never showed, each as a sentence."""

    missing: tuple[str, ...]


def coverage(pack: Pack, packs: Packs, checked: Sequence[Checked]) -> Coverage:
    """Rules never live, exceptions never on or off, pairs never decisive, orders one-sided."""
    seen = _Seen()
    for row in checked:
        seen.look(row, packs)
    return Coverage(tuple(_missing(pack, packs, seen)))


class _Seen:
    def __init__(self) -> None:
        self.live: set[str] = set()
        self.exceptions: set[tuple[str, str, str]] = set()
        self.beaten: set[tuple[str, str]] = set()
        self.orders: set[tuple[str, bool]] = set()
        self.defines: set[tuple[str, Truth]] = set()

    def look(self, row: Checked, packs: Packs) -> None:
        """Note what one case shows."""
        case, finding = row.case, row.finding
        self.live |= set(finding.live)
        self.beaten |= {(beaten["rule"], beaten["by"]) for beaten in finding.beaten}
        for step in finding.trace:
            if step.kind == "exception" and step.rule:
                self.exceptions.add((step.rule, step.detail["text"], step.detail["value"]))
        engine = engine_for(packs, case.facts, case.action, on=case.on, known_on=case.known_on)
        for order in packs.orders:
            bears = case.action in {name for c in order.commands for name in c.actions}
            bears |= any(norm.id in {s.id for s in order.stays} for norm in engine.theory.norms)
            if bears:
                active = engine.active(order, case.on)
                if active is not Truth.U:
                    self.orders.add((order.id, active is Truth.T))
        for name, define in packs.defines.items():
            if not define.counts:
                self.defines.add((name, engine.view.truth(define.expr)))


def _missing(pack: Pack, packs: Packs, seen: _Seen) -> Iterator[str]:
    for rule in packs.rules:
        if rule.pack == pack.id and rule.unconfirmed is None:
            yield from _rule_missing(rule, seen)
    for order in packs.orders:
        if order.pack == pack.id:
            yield from _order_missing(order, seen)
    for name, define in packs.defines.items():
        if define.pack == pack.id and not define.counts and not makers_in(define.expr, {}):
            for truth in Truth:
                if (name, truth) not in seen.defines:
                    yield f"{name} is never {truth.said}"


def _rule_missing(rule: Rule, seen: _Seen) -> Iterator[str]:
    if rule.id not in seen.live:
        yield f"rule {rule.id} is live in no case"
    for exception in _texts(rule.unless):
        for value in ("yes", "no"):
            if (rule.id, exception, value) not in seen.exceptions:
                yield f"rule {rule.id}: except {exception} is never {value}"
    for pair in rule.yields_to:
        if (rule.id, pair.id) not in seen.beaten:
            yield f"rule {rule.id} never yields to {pair.id}"


def _order_missing(order: Order, seen: _Seen) -> Iterator[str]:
    for active in (True, False):
        if (order.id, active) not in seen.orders:
            yield f"order {order.id} is never {'active' if active else 'inactive'}"
    for pair in order.prevails_over:
        if (pair.id, order.id) not in seen.beaten:
            yield f"order {order.id} never prevails over {pair.id}"


def _texts(conditions: Iterable[Condition]) -> list[str]:
    return [write_expression(condition.expr) for condition in conditions]
