"""What bears on one action, as steps over columns: the rules of LAW 5 for many rows at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tecum.law.blocks import Order, Rule, Window
from tecum.law.columns.conditions import Conditions, Key, Steps
from tecum.law.columns.terms import (
    FALSE,
    TRUE,
    UNKNOWN,
    Cell,
    Constant,
    Input,
    Step,
    Term,
    Test,
    every,
    fallback,
    opposite,
    some,
)
from tecum.law.norms import Beats, Norm, Theory, theory_for
from tecum.law.pack import Packs
from tecum.law.tree import Expr
from tecum.office import Office
from tecum.words import Effect

__all__ = ["Plan", "Sums", "plan_for"]


@dataclass(frozen=True, slots=True)
class Sums:
    """The five sums of LAW 5.8, each a truth term."""

    forbids: Term
    permits: Term
    commands: Term
    counsel: Term


@dataclass(frozen=True, slots=True)
class Plan:
    """One action as inputs, child tables, steps by level, and what comes out of them.

    ``counsel`` of the sums already holds the open quarrels with restraints. ``live`` has one
    term for each norm, in the order of ``norms``.
    """

    action: str
    norms: tuple[Norm, ...]
    inputs: dict[Key, Input]
    tables: dict[str, dict[str, Cell]]
    steps: tuple[tuple[Step, Term], ...]
    levels: dict[str, int]
    sums: Sums
    live: tuple[Term, ...]
    assuming: bool

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the norms by bit: bit ``k`` of a live set is ``ids[k]``."""
        return tuple(norm.id for norm in self.norms)

    def level(self, number: int) -> Iterator[tuple[Step, Term]]:
        """The steps of one level."""
        return (row for row in self.steps if self.levels[row[0].column] == number)

    @property
    def deepest(self) -> int:
        """The number of levels."""
        return max(self.levels.values(), default=0)


def plan_for(
    packs: Packs,
    action: str,
    *,
    office: Office | None = None,
    on: date | None = None,
    known_on: date | None = None,
    assuming: bool = False,
) -> Plan:
    """Lower what bears on an action to steps over columns.

    Args:
        packs: The loaded packs.
        action: A word of the vocabulary.
        office: The profile, for its own precedence and the list of its rules.
        on: The date of the act if it is one for all rows; else each row has its own.
        known_on: The date of knowledge if it is one for all rows; else each row has its own.
        assuming: Whether rows may hold assumed values for what is unknown.
    """
    return _Lowering(packs, action, office, (on, known_on), assuming).plan()


class _Lowering:
    def __init__(
        self,
        packs: Packs,
        action: str,
        office: Office | None,
        days: tuple[date | None, date | None],
        assuming: bool,
    ) -> None:
        on, known_on = days
        self.theory: Theory = theory_for(packs, action, office, date.max)
        self.alone: Theory = theory_for(packs, action)
        self.complete = office is not None and office.local_rules_complete
        self.steps = Steps()
        self.on: Term = self.steps.input("day", "on", "date") if on is None else Constant(on)
        self.known: Term = (
            self.steps.input("day", "known_on", "date") if known_on is None else Constant(known_on)
        )
        self.conditions = Conditions(
            packs.facts, packs.defines, self.steps, assuming, self.forbidden
        )
        self.conditions.count(define.expr for define in packs.defines.values())
        self.conditions.count(_conditions(self.theory))
        self.assuming = assuming
        self._live: dict[int, Term] = {}
        self._applies: dict[int, Term] = {}
        self._forbidden: dict[str, Term] = {}
        self._active: dict[tuple[str, Term], Term] = {}

    def plan(self) -> Plan:
        norms = self.theory.norms
        live = tuple(self.live(norm) for norm in norms)

        def best(effect: Effect) -> Term:
            return some(
                found for norm, found in zip(norms, live, strict=True) if norm.effect is effect
            )

        quarrels = [
            every((live[rule], live[restraint], opposite(self._settled(rule, restraint))))
            for rule, restraint in self.alone.open_pairs
        ]
        step = self.steps.step
        sums = Sums(
            step(best(Effect.MUST_NOT)),
            step(best(Effect.MAY)),
            step(best(Effect.MUST)),
            step(some((best(Effect.COUNSEL), *quarrels))),
        )
        return Plan(
            self.theory.action,
            norms,
            self.steps.inputs,
            self.steps.tables,
            tuple(self.steps.found),
            self.steps.levels,
            sums,
            live,
            self.assuming,
        )

    def at_least(self, day: Term, bound: date) -> Term:
        """Whether a day is this one or later."""
        return self._dated(day, ">=", bound)

    def before(self, day: Term, bound: date) -> Term:
        """Whether a day is earlier than this one."""
        return self._dated(day, "<", bound)

    def _dated(self, day: Term, operator: str, bound: date) -> Term:
        if isinstance(day, Constant):
            if not isinstance(day.value, date):
                return UNKNOWN
            late = day.value >= bound
            return Constant(late if operator == ">=" else not late)
        return Test(day, operator, Constant(bound), "date")

    def _settled(self, rule: int, restraint: int) -> Term:
        """Whether the office's own precedence settles an open pair, by when it was decided."""
        both = {rule, restraint}
        return some(
            self._decided(pair)
            for pairs in self.theory.above.values()
            for pair in pairs
            if pair.office is not None and {pair.winner, pair.loser} == both
        )

    def _decided(self, pair: Beats) -> Term:
        return TRUE if pair.office is None else self.at_least(self.known, pair.office.on)

    def judged(self, rule: Rule) -> Term:
        """The day on which a rule is judged."""
        name = rule.judged_at.fact
        return self.on if name is None else self.conditions.value(name)

    def in_force(self, rule: Rule, day: Term) -> Term:
        """Whether a window is in force and was known (LAW 5.1)."""
        windows = self.steps.step(some(self._windows(rule.windows, day)))
        if rule.unconfirmed is None:
            return windows
        assumed = self.conditions.assumed(("force", rule.id))
        return every((assumed, windows)) if rule.windows else assumed

    def _windows(self, windows: tuple[Window, ...], day: Term) -> Iterator[Term]:
        by_start: dict[date, list[Window]] = {}
        for window in windows:
            by_start.setdefault(window.start, []).append(window)
        for start, versions in by_start.items():
            first: dict[date, Window] = {}
            for window in versions:
                first.setdefault(window.recorded, window)
            recorded = sorted(first)
            for at, moment in enumerate(recorded):
                known = [self.at_least(self.known, moment)]
                if at + 1 < len(recorded):
                    known.append(self.before(self.known, recorded[at + 1]))
                end = first[moment].end
                inside = [self.at_least(day, start)]
                if end is not None:
                    inside.append(self.before(day, end))
                yield every((*known, *inside))

    def active(self, order: Order, day: Term) -> Term:
        """Whether an order counts: known, in its time, in scope, not stayed (LAW 5.2)."""
        key = (order.id, day)
        if key not in self._active:
            ends = [] if order.end is None else [self.before(day, order.end)]
            for ended in order.ended:
                unheard = self.before(self.known, ended.recorded)
                ends.append(some((unheard, self.before(day, ended.on))))
            self._active[key] = self.steps.step(
                every(
                    (
                        self.at_least(self.known, order.recorded),
                        self.at_least(day, order.start),
                        *ends,
                        self.conditions.truth(order.scope),
                        opposite(self.stayed(order.id, day)),
                    )
                )
            )
        return self._active[key]

    def stayed(self, name: str, day: Term) -> Term:
        """Whether an active order stays this block."""
        return some(self.active(order, day) for order in self.theory.stays.get(name, ()))

    def applies(self, norm: Norm) -> Term:
        """In force, its condition met, no exception met (LAW 5.3)."""
        if norm.key not in self._applies:
            self._applies[norm.key] = self._applying(norm)
        return self._applies[norm.key]

    def _applying(self, norm: Norm) -> Term:
        block = norm.block
        if isinstance(block, Order):
            return self.active(block, self.on)
        day = self.judged(block)
        force = self.in_force(block, day)
        if force == FALSE:
            return FALSE
        truth = self.conditions.truth
        return every(
            (
                force,
                opposite(self.stayed(block.id, day)),
                truth(block.when),
                *(opposite(truth(exception.expr)) for exception in block.unless),
            )
        )

    def live(self, norm: Norm) -> Term:
        """Applies, and nothing live that collides with it is above it (LAW 5.5)."""
        if norm.key not in self._live:
            applies = self.applies(norm)
            beaten = (
                []
                if applies == FALSE
                else [
                    every((self._decided(pair), self.live(self.theory.norms[pair.winner])))
                    for pair in self.theory.above.get(norm.key, ())
                ]
            )
            self._live[norm.key] = self.steps.step(every((applies, opposite(some(beaten)))))
        return self._live[norm.key]

    def forbidden(self, maker: str) -> Term:
        """Whether a live prohibition by this maker bears on the action (LAW 3.4)."""
        if maker not in self._forbidden:
            found = some(
                self.live(norm)
                for norm in self.theory.norms
                if norm.effect is Effect.MUST_NOT and norm.maker == maker
            )
            whole = self.complete and maker in ("local", "office")
            rest = FALSE if whole else fallback(UNKNOWN, self.conditions.assumed(("rules", maker)))
            self._forbidden[maker] = self.steps.step(some((found, rest)))
        return self._forbidden[maker]


def _conditions(theory: Theory) -> Iterable[Expr]:
    seen: set[str] = set()
    for norm in theory.norms:
        if isinstance(norm.block, Rule):
            yield norm.block.when
            yield from (exception.expr for exception in norm.block.unless)
    for orders in theory.stays.values():
        for order in orders:
            if order.id not in seen:
                seen.add(order.id)
                yield order.scope
