"""What is unknown and could still change an outcome (LAW 5.10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tecum.law.blocks import Order
from tecum.law.engine import Engine
from tecum.law.facts import Rows
from tecum.law.in_force import windows_known
from tecum.law.norms import Norm
from tecum.law.periods import shift
from tecum.law.tree import (
    Among,
    Column,
    Compare,
    Count,
    Expr,
    Fact,
    ForbiddenBy,
    Holds,
    Not,
    Operand,
    Quantifier,
    Within,
    children,
)
from tecum.law.truth import Truth
from tecum.law.view import Atom
from tecum.law.vocabulary import FactSpec
from tecum.words import Effect

__all__ = ["Choice", "Unknowns", "unknowns_of"]

F, U, T = Truth.F, Truth.U, Truth.T
_FINITE = ("yes/no", "word")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that an unknown may have, and how a person would say it."""

    value: Any
    said: str
    answer: Any


_ANOTHER = Choice("\x00", "any other", "any other")


@dataclass(slots=True)
class Unknowns:
    """The atoms found, the values each may have, and the facts that may be asked."""

    engine: Engine
    facts: Mapping[str, FactSpec]
    atoms: dict[Atom, None] = field(default_factory=dict)
    cuts: dict[str, set[Any]] = field(default_factory=dict)
    ask: dict[str, Atom | None] = field(default_factory=dict)
    _seen: set[Any] = field(default_factory=set)

    def domains(self) -> dict[Atom, tuple[Choice, ...]]:
        """Each atom with the values to try."""
        return {atom: self._domain(atom) for atom in self.atoms}

    def _domain(self, atom: Atom) -> tuple[Choice, ...]:
        if atom[0] != "fact":
            return (Choice(F, "no", False), Choice(T, "yes", True))
        spec = self.facts[atom[1]]
        if spec.type.kind == "yes/no":
            return (Choice(False, "no", False), Choice(True, "yes", True))
        if spec.type.kind == "word":
            return tuple(Choice(word, word, word) for word in spec.type.words)
        cuts = self.cuts.get(atom[1], set())
        if spec.type.kind == "text":
            return (*(Choice(cut, cut, cut) for cut in sorted(cuts)), _ANOTHER)
        return _between_dates(cuts) if spec.type.kind == "date" else _between_numbers(cuts)

    def norm(self, norm: Norm) -> None:
        """Collect what keeps a norm from being settled."""
        if self.engine.live(norm) is not U or norm.key in self._seen:
            return
        self._seen.add(norm.key)
        if self.engine.applies(norm) is U:
            self._applies(norm)
        for pair in self.engine.theory.above.get(norm.key, ()):
            self.norm(self.engine.theory.norms[pair.winner])

    def _applies(self, norm: Norm) -> None:
        block, engine = norm.block, self.engine
        if isinstance(block, Order):
            self._order(block, engine.on)
            return
        day = engine.judged(block)
        if engine.force(norm) is U:
            self._force(norm)
        for order in engine.theory.stays.get(block.id, ()):
            self._order(order, day)
        self.expr(block.when)
        for exception in block.unless:
            self.expr(exception.expr)

    def _force(self, norm: Norm) -> None:
        block = norm.block
        assert not isinstance(block, Order)
        if block.unconfirmed is not None:
            self.atoms.setdefault(("force", block.id))
        name = block.judged_at.fact
        if name is not None and self.engine.judged(block) is None:
            cuts = {
                day
                for window in windows_known(block.windows, self.engine.known_on)
                for day in (window.start, window.end)
            }
            self.fact(name, cuts | self._order_cuts(block.id))

    def _order_cuts(self, name: str) -> set[date | None]:
        cuts: set[date | None] = set()
        for order in self.engine.theory.stays.get(name, ()):
            cuts |= {order.start, order.end, *(ended.on for ended in order.ended)}
            cuts |= self._order_cuts(order.id)
        return cuts

    def _order(self, order: Order, day: date | None) -> None:
        if self.engine.active(order, day) is not U:
            return
        self.expr(order.scope)
        for other in self.engine.theory.stays.get(order.id, ()):
            self._order(other, day)

    def expr(self, expr: Expr, row: Mapping[str, Any] | None = None, hidden: bool = False) -> bool:
        """Collect the atoms of an unknown condition; whether all of it is found in atoms."""
        if self.engine.view.truth(expr, row) is not U:
            return True
        if isinstance(expr, Holds):
            held = Column(expr.table, expr.name) if expr.table else Fact(expr.name)
            return self._operands([held], row, hidden)
        if isinstance(expr, Among):
            return self._operands([expr.left], row, hidden)
        if isinstance(expr, Compare | Within):
            return self._comparison(expr, row, hidden)
        if isinstance(expr, Quantifier):
            where = Not(expr.where) if expr.kind == "all" else expr.where
            self._rows(expr.table, where, hidden)
            return True
        if isinstance(expr, ForbiddenBy):
            self._forbidden(expr.maker)
            return True
        whole = True
        for child in children(expr):
            whole = self.expr(child, row, hidden) and whole
        return whole

    def _operands(
        self, operands: Iterable[Operand], row: Mapping[str, Any] | None, hidden: bool
    ) -> bool:
        found = True
        for operand in operands:
            if self.engine.view.operand(operand, row) is not None:
                continue
            if isinstance(operand, Fact):
                self.fact(operand.name, set(), hidden)
            else:
                found = False
        return found

    def _comparison(
        self, expr: Compare | Within, row: Mapping[str, Any] | None, hidden: bool
    ) -> bool:
        view = self.engine.view
        left, right = view.operand(expr.left, row), view.operand(expr.right, row)
        if left is None and right is None:
            sides = [expr.left, expr.right]
            if all(isinstance(side, Fact) and self._finite(side.name) for side in sides):
                return self._operands(sides, row, hidden)
            if row is None:
                self.atoms.setdefault(("test", expr))
            return row is None
        side, known = (expr.left, right) if left is None else (expr.right, left)
        if not isinstance(side, Fact):
            return False
        self.fact(side.name, _cuts(expr, known, left is None), hidden)
        return True

    def _finite(self, name: str) -> bool:
        return self.facts[name].type.kind in _FINITE

    def _rows(self, table_name: str, where: Expr, hidden: bool) -> None:
        table = self.engine.view.value(table_name)
        whole = isinstance(table, Rows) and table.complete is True
        if isinstance(table, Rows):
            for row in table.rows:
                whole = self.expr(where, row, hidden) and whole
        if not whole:
            atom = ("rows", table_name, where)
            self.atoms.setdefault(atom)
            if not hidden:
                self.ask[table_name] = None if table_name in self.ask else atom

    def _forbidden(self, maker: str) -> None:
        for norm in self.engine.theory.norms:
            if norm.effect is Effect.MUST_NOT and norm.maker == maker:
                self.norm(norm)
        if maker not in self.engine.complete:
            self.atoms.setdefault(("rules", maker))

    def fact(self, name: str, cuts: Iterable[Any], hidden: bool = False) -> None:
        """Collect an unknown fact, through its definition if it has one."""
        view = self.engine.view
        self.cuts.setdefault(name, set()).update(cut for cut in cuts if cut is not None)
        define = view.defines.get(name)
        conflict = name in view.conflicting or (define and view.derived(name) is not None)
        if define is None or conflict or isinstance(define.expr, Count):
            self.atoms.setdefault(("fact", name))
            if not hidden:
                self.ask[name] = ("fact", name)
            return
        asked = define.ask is not None or self.facts[name].ask is not None
        if asked and not hidden:
            self.ask[name] = None
        self.expr(define.expr, None, hidden or asked)


def unknowns_of(
    engine: Engine, facts: Mapping[str, FactSpec], norms: Iterable[Norm] | None = None
) -> Unknowns:
    """Every unknown that can still change these norms (all that bear on the action if none)."""
    found = Unknowns(engine, facts)
    for norm in engine.theory.norms if norms is None else norms:
        found.norm(norm)
    return found


def _cuts(expr: Compare | Within, known: Any, left_unknown: bool) -> set[Any]:
    if isinstance(expr, Compare):
        return {known}
    if not isinstance(known, date):
        return set()
    back = (expr.direction == "before") == left_unknown
    other = shift(known, -expr.n if back else expr.n, expr.unit)
    if not date.min < other < date.max:
        return {known}
    # Clamping to the end of a month lets several days have one anniversary.
    spread = range(-1, 5) if known.day >= 28 and expr.unit != "days" else range(-1, 2)
    return {known, *(other + timedelta(days=n) for n in spread)}


def _between_dates(cuts: Iterable[Any]) -> tuple[Choice, ...]:
    days = sorted(cut for cut in cuts if isinstance(cut, date) and date.min < cut < date.max)
    if not days:
        return (Choice(date(2000, 1, 1), "any day", "any day"),)
    step = timedelta(days=1)
    before = f"before {days[0]}"
    found = [Choice(days[0] - step, before, before)]
    for at, day in enumerate(days):
        found.append(Choice(day, day.isoformat(), day.isoformat()))
        after = days[at + 1] if at + 1 < len(days) else None
        if after is None or day + step < after:
            said = f"after {day}" + (f" and before {after}" if after else "")
            found.append(Choice(day + step, said, said))
    return tuple(found)


def _between_numbers(cuts: Iterable[Any]) -> tuple[Choice, ...]:
    numbers = sorted(cut for cut in cuts if isinstance(cut, Decimal))
    if not numbers:
        return (Choice(Decimal(0), "any number", "any number"),)
    found = [Choice(numbers[0] - 1, f"below {numbers[0]}", f"below {numbers[0]}")]
    for at, number in enumerate(numbers):
        found.append(Choice(number, str(number), str(number)))
        last = at + 1 == len(numbers)
        value = number + 1 if last else (number + numbers[at + 1]) / 2
        said = f"above {number}" + ("" if last else f" and below {numbers[at + 1]}")
        found.append(Choice(value, said, said))
    return tuple(found)
