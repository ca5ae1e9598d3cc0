"""Which rules are live on a day, and so which outcomes are possible (LAW 5.1-5.10).

One :class:`Engine` is one action under one view of the facts; every value is three-valued.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import product
from typing import Any

from tecum.law.blocks import Duty, JudgedAt, Order, Rule
from tecum.law.in_force import cut_dates, inside, order_window, standing, windows_known
from tecum.law.norms import Norm, Theory
from tecum.law.truth import Truth, of
from tecum.law.view import Atom, View
from tecum.words import Effect, Outcome

__all__ = ["Engine", "outcome_of"]

F, U, T = Truth.F, Truth.U, Truth.T
_MUST_NOT = Effect.MUST_NOT
_ACT = JudgedAt.ACT  # named once: a member looked up on its class costs as much as a call


class Engine:
    """Evaluates the norms on one action; assumed values make a completion of it."""

    def __init__(
        self,
        theory: Theory,
        view: View,
        on: date,
        known_on: date,
        complete: frozenset[str] = frozenset(),
    ) -> None:
        self.theory = theory
        self.on = on
        self.known_on = known_on
        self.complete = complete
        self.view = view.assuming(view.assumed, self.forbidden) if theory.asks_makers else view
        self._standing = standing(theory, on, known_on)
        self._live: dict[int, Truth] = {}
        self._applies: dict[int, Truth] = {}
        self._orders: dict[tuple[str, date | None], Truth] = {}
        self._kept: Engine | None = None

    def assuming(self, assumed: Mapping[Atom, Any]) -> Engine:
        """The same question with assumed values for what is unknown.

        What is settled is kept: true and false stay, whatever is learned.
        """
        if self._kept is None:
            self._kept = self._settled()
        kept = self._kept
        other = Engine.__new__(Engine)
        other.theory, other.on, other.known_on = self.theory, self.on, self.known_on
        other.complete, other._kept = self.complete, None
        other._standing = self._standing
        other._live, other._applies = kept._live.copy(), kept._applies.copy()
        other._orders = kept._orders.copy()
        forbidden = other.forbidden if self.theory.asks_makers else kept.view.forbidden
        other.view = kept.view.assuming(assumed, forbidden, kept=True)
        return other

    def _settled(self) -> Engine:
        """The same question that remembers only what no assumption can change."""
        self.values()
        other = Engine(self.theory, self.view, self.on, self.known_on, self.complete)
        other.view = self.view.settled()
        if not other.view.doubtful:
            other._live = {key: value for key, value in self._live.items() if value is not U}
            other._applies = {key: value for key, value in self._applies.items() if value is not U}
            other._orders = {key: value for key, value in self._orders.items() if value is not U}
        return other

    def judged(self, block: Rule | Order | Duty) -> date | None:
        """The date on which a block is judged; None while the fact that holds it is unknown."""
        if not isinstance(block, Rule) or block.judged_at is _ACT:
            return self.on
        value = self.view.value(block.judged_at.fact or "")
        return value if isinstance(value, date) else None

    def in_force(self, block: Rule | Duty, day: date | None) -> Truth:
        """Whether a window is in force on the day and was known; unconfirmed is unknown.

        An unconfirmed block that also has windows is unknown inside them and off outside.
        """
        if block.unconfirmed is None:
            return self._windows(block, day)
        assumed = Truth(self.view.assumed.get(("force", block.id), U))
        return min(assumed, self._windows(block, day)) if block.windows else assumed

    def _windows(self, block: Rule | Duty, day: date | None) -> Truth:
        windows = windows_known(block.windows, self.known_on)
        if day is not None:
            return of(inside(windows, day))
        found = {inside(windows, cut) for cut in cut_dates(windows)}
        return U if len(found) > 1 else of(found.pop() if found else False)

    def active(self, order: Order, day: date | None) -> Truth:
        """Whether an order counts on the day: known, in its window, in scope, not stayed."""
        key = (order.id, day)
        if key not in self._orders:
            self._orders[key] = self._active(order, day)
        return self._orders[key]

    def _active(self, order: Order, day: date | None) -> Truth:
        window = self.order_window(order, day)
        if window is F:
            return F
        found = min(window, self.view.truth(order.scope))
        return F if found is F else min(found, ~self.stayed(order.id, day))

    def order_window(self, order: Order, day: date | None) -> Truth:
        """Whether the day lies in the order's time, as far as it was known."""
        return order_window(order, day, self.known_on)

    def stayed(self, name: str, day: date | None) -> Truth:
        """Whether an active order stays this block."""
        orders = self.theory.stays.get(name)
        return max([self.active(order, day) for order in orders]) if orders else F

    def force(self, norm: Norm) -> Truth:
        """F(r): in force and not stayed; for a command of a court, the order active."""
        block = norm.block
        if isinstance(block, Order):
            return self.active(block, self.on)
        day = self.judged(block)
        found = self.in_force(block, day)
        if found is F or block.id not in self.theory.stays:
            return found
        return min(found, ~self.stayed(block.id, day))

    def applies(self, norm: Norm) -> Truth:
        """Ap(r): in force, its condition met, no exception met."""
        found = self._applies.get(norm.key)
        if found is None:
            found = self._applies[norm.key] = self._applying(norm)
        return found

    def _applying(self, norm: Norm) -> Truth:
        found = self._standing[norm.key]
        if found is F:
            return F
        if found is None:
            found = self.force(norm)
        block = norm.block
        if found is F or isinstance(block, Order):
            return found
        view = self.view
        when, exceptions = self.theory.tests[norm.key]
        held = when(view)
        if held is F:
            return F
        if held is U:
            found = U
        for exception in exceptions:
            met = exception(view)
            if met is T:
                return F
            if met is U:
                found = U
        return found

    def live(self, norm: Norm) -> Truth:
        """L(r): applies, and nothing live that collides with it is above it."""
        key = norm.key
        found = self._live.get(key)
        if found is None:
            found = self._applies.get(key)
            if found is None:
                found = self._applies[key] = self._applying(norm)
            if found is not F and key in self.theory.above:
                for pair in self.theory.above[key]:
                    if found is F:
                        break
                    found = min(found, ~self.live(self.theory.norms[pair.winner]))
            self._live[key] = found
        return found

    def forbidden(self, maker: str) -> Truth:
        """Whether a live prohibition by this maker bears on the action (LAW 3.4)."""
        found = F
        for norm in self.theory.norms:
            if norm.effect is _MUST_NOT and norm.maker == maker:
                found = max(found, self.live(norm))
        if found is T:
            return T
        rest = F if maker in self.complete else Truth(self.view.assumed.get(("rules", maker), U))
        return max(found, rest)

    def sums(self) -> tuple[Truth, Truth, Truth, Truth, Truth]:
        """Φ, Π, Ω, Κ and Q of LAW 5.8."""
        forbids, permits, commands, counsel = map(self._best, self.theory.by_effect)
        quarrel = F
        norms = self.theory.norms
        for rule, restraint in self.theory.open_pairs:
            quarrel = max(quarrel, min(self.live(norms[rule]), self.live(norms[restraint])))
        return (forbids, permits, commands, counsel, quarrel)

    def _best(self, norms: Iterable[Norm]) -> Truth:
        best, known = F, self._live
        for norm in norms:
            found = known.get(norm.key)
            if found is None:
                found = self.live(norm)
            if found is T:
                return T
            if found is U:
                best = U
        return best

    def values(self) -> Mapping[int, Truth]:
        """L of every norm, by its key."""
        if len(self._live) < len(self.theory.norms):
            for norm in self.theory.norms:
                self.live(norm)
        return self._live

    def possible(self) -> frozenset[Outcome]:
        """The outcomes that the unknown values allow, taken by themselves."""
        sums = self.sums()
        if U not in sums:
            return frozenset((outcome_of(*sums),))
        ranges = [(F, T) if value is U else (value,) for value in sums]
        return frozenset(outcome_of(*values) for values in product(*ranges))


def outcome_of(
    forbids: Truth, permits: Truth, commands: Truth, counsel: Truth, quarrel: Truth
) -> Outcome:
    """The outcome of settled sums, in the order of LAW 5.8."""
    if T in (counsel, quarrel):
        return Outcome.COUNSEL
    if forbids is T:
        return Outcome.COUNSEL if T in (permits, commands) else Outcome.MUST_NOT
    if commands is T:
        return Outcome.MUST
    return Outcome.MAY if permits is T else Outcome.SILENT
