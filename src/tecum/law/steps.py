"""The steps of a trace, one norm at a time (LAW 10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from tecum.law.blocks import Order, Rule, Window
from tecum.law.engine import Engine
from tecum.law.expression import write_expression
from tecum.law.finding import Step
from tecum.law.in_force import windows_known
from tecum.law.norms import Norm
from tecum.law.told import Told, told
from tecum.law.tree import Expr
from tecum.law.truth import Truth
from tecum.words import Effect

__all__ = ["REASONS", "Steps"]

F, U, T = Truth.F, Truth.U, Truth.T
_RESTRAINT = Effect.MUST_NOT_PROHIBIT
REASONS = ("exception", "stayed", "in_force", "condition")
"""What switches a rule off, in the order in which such rules are shown."""


class Steps:
    """Draws the steps of the norms of one finding; equal steps are drawn once for all findings."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.truth = engine.view.truth
        self.sources = engine.view.sources
        self.conflicting = engine.view.conflicting
        self.on = engine.on.isoformat()
        self.written = engine.theory.written

    def told(self, expr: Expr) -> Told:
        """What a condition says, worked out once for all findings on the action."""
        return told(expr, self.engine.theory.told)

    def of(self, norm: Norm, live: Truth) -> tuple[int, int, tuple[Step, ...]]:
        """How a norm is ranked, why it is off if it is, and its steps."""
        steps: list[Step] = []
        reason = 0
        if live is not F:
            rank, status = (0, "live") if live is T else (1, "may be live")
            self._standing(norm, steps)
        elif self.engine.applies(norm) is not F:
            rank, status = 2, "beaten"
            steps.extend(self._beaten(norm))
        else:
            steps.append(self._off(norm))
            rank, status, reason = 3, "off", REASONS.index(steps[0].kind)
        detail = {
            "value": live.said,
            "status": status,
            "effect": str(norm.effect),
            "source": norm.block.source,
            "pack": norm.pack,
            "folded": rank == 3 and bool(steps[0].detail.get("elsewhere")),
        }
        return rank, reason, (Step("live", norm.id, detail), *steps)

    def _standing(self, norm: Norm, steps: list[Step]) -> None:
        """Everything that a norm stands on, each step appended."""
        block = norm.block
        if isinstance(block, Order):
            steps.append(self._in_force_order(block))
            condition = block.scope
        else:
            steps.append(self._in_force(block))
            if norm.id in self.engine.theory.stays:
                steps.extend(self._stays(norm))
            condition = block.when
        steps += [self._leaf("condition", norm, leaf) for leaf in self.told(condition).leaves]
        if isinstance(block, Rule):
            for row in block.unless:
                steps.append(self._leaf("exception", norm, self.told(row.expr), row.citation))
            steps.extend(self._against(norm, block))
        if norm.effect is _RESTRAINT:
            steps.append(self._restraint(norm))
        for pair in self.engine.theory.above.get(norm.key, ()):
            winner = self.engine.theory.norms[pair.winner]
            detail = {"to": winner.id, "value": self.engine.live(winner).said}
            detail["cite"] = pair.citation
            if pair.office is not None:
                detail |= {"by": pair.office.decided_by, "on": pair.office.on.isoformat()}
            steps.append(Step("yields", norm.id, detail))

    def _in_force(self, rule: Rule) -> Step:
        day = self.engine.judged(rule)
        detail: dict[str, Any] = {
            "judged_at": str(rule.judged_at),
            "day": self.on if day is self.engine.on else day.isoformat() if day else None,
            "value": self.engine.in_force(rule, day).said,
            "windows": self._windows(rule, day),
        }
        if rule.unconfirmed is not None:
            detail["unconfirmed"] = rule.unconfirmed
        if rule.confidence is not None:
            detail["confidence"] = rule.confidence.value
        if rule.note:
            detail["note"] = rule.note
        return Step("in_force", rule.id, detail)

    def _windows(self, rule: Rule, day: date | None) -> list[dict[str, str | None]]:
        """The windows of a rule as text; where it has one only, written once for all findings."""
        if len(rule.windows) != 1:
            return [_window(window) for window in self._shown(rule, day)]
        written = self.engine.theory.windows
        found = written.get(id(rule))
        if found is None:
            found = written[id(rule)] = [_window(rule.windows[0])]
        return found

    def _shown(self, rule: Rule, day: date | None) -> Iterable[Window]:
        known = windows_known(rule.windows, self.engine.known_on)
        inside = [
            window
            for window in known
            if day and window.start <= day and (window.end is None or day < window.end)
        ]
        return inside or known or rule.windows

    def _in_force_order(self, order: Order) -> Step:
        stayed = self.engine.stayed(order.id, self.engine.on)
        detail = {
            "order": True,
            "day": self.engine.on.isoformat(),
            "value": self.engine.order_window(order, self.engine.on).said,
            "from": order.start.isoformat(),
            "to": order.end.isoformat() if order.end else None,
            "recorded": order.recorded.isoformat(),
            "stayed": stayed.said,
        }
        return Step("in_force", order.id, detail)

    def _stays(self, norm: Norm) -> Iterator[Step]:
        assert isinstance(norm.block, Rule)
        day = self.engine.judged(norm.block)
        for order in self.engine.theory.stays.get(norm.id, ()):
            found = self.engine.active(order, day)
            if found is not F:
                yield self._stay(norm, order, found)

    def _stay(self, norm: Norm, order: Order, found: Truth) -> Step:
        detail = {"by": order.id, "value": found.said, "cite": order.source}
        detail["scope"] = write_expression(order.scope)
        return Step("stayed", norm.id, detail)

    def _leaf(
        self,
        kind: str,
        norm: Norm,
        said: Told,
        cite: str | None = None,
        elsewhere: bool | None = None,
    ) -> Step:
        value = self.truth(said.expr)
        sources = [self.sources.get(name) for name in said.names]
        if self.conflicting and not self.conflicting.isdisjoint(said.names):
            return Step(
                kind, norm.id, self._with(self._body(said, value, sources), cite, elsewhere)
            )
        key = (kind, norm.id, id(said), int(value), cite, elsewhere, *sources)
        found = self.written.get(key)
        if found is None:
            detail = self._with(self._body(said, value, sources), cite, elsewhere)
            found = self.written[key] = Step(kind, norm.id, detail)
        return found

    def _with(
        self, detail: dict[str, Any], cite: str | None, elsewhere: bool | None
    ) -> dict[str, Any]:
        if cite is not None:
            detail["cite"] = cite
        if elsewhere is not None:
            detail["elsewhere"] = elsewhere
        return detail

    def _body(self, said: Told, value: Truth, sources: list[str | None]) -> dict[str, Any]:
        """A condition with its value and who says so; the same for every rule that asks it."""
        detail: dict[str, Any] = {
            "text": said.text,
            "value": value.said,
            "plain": said.is_plain,
            "facts": {
                n: source
                for n, source in zip(said.names, sources, strict=True)
                if source is not None
            },
        }
        if self.conflicting:
            conflicts = [name for name in said.names if name in self.conflicting]
            if conflicts:
                detail["conflicting"] = conflicts
        return detail

    def _restraint(self, norm: Norm) -> Step:
        assert isinstance(norm.block, Rule)
        touched = [
            other.id
            for other in self.engine.theory.norms
            if other.effect is Effect.MUST_NOT
            and other.maker in norm.block.restrains
            and self._bears_on(norm, other)
        ]
        makers = [maker.value for maker in norm.block.restrains]
        return Step("restraint", norm.id, {"restrains": makers, "bears_on": touched})

    def _bears_on(self, restraint: Norm, rule: Norm) -> bool:
        """Whether there is a rule to restrain: one that may be live, or that gives way to it."""
        if self.engine.live(rule) is not F:
            return True
        above = self.engine.theory.above.get(rule.key, ())
        beaten = any(pair.winner == restraint.key for pair in above)
        return beaten and self.engine.applies(rule) is not F

    def _against(self, norm: Norm, rule: Rule) -> Iterator[Step]:
        """The restraints that a rule stands against, by the court that so held."""
        held = {pair.id: pair.citation for pair in rule.stands_against}
        for other in self.engine.theory.norms:
            value = self.engine.live(other)
            if other.id in held and value is not F:
                detail = {"against": other.id, "value": value.said, "cite": held[other.id]}
                yield Step("restraint", norm.id, detail)

    def _beaten(self, norm: Norm) -> Iterator[Step]:
        for pair in self.engine.theory.above.get(norm.key, ()):
            winner = self.engine.theory.norms[pair.winner]
            if self.engine.live(winner) is T:
                detail: dict[str, Any] = {"by": winner.id, "cite": pair.citation}
                if pair.office is not None:
                    detail["decided_by"] = pair.office.decided_by
                    detail["decided_on"] = pair.office.on.isoformat()
                yield Step("beaten", norm.id, detail)

    def _off(self, norm: Norm) -> Step:
        """The one thing that switched it off."""
        block, engine = norm.block, self.engine
        condition = block.scope if isinstance(block, Order) else block.when
        truth = self.truth
        for leaf in self.told(condition).leaves:
            if not leaf.is_plain and truth(leaf.expr) is F:
                return self._leaf("condition", norm, leaf, None, True)
        if isinstance(block, Order):
            if engine.order_window(block, engine.on) is F:
                return self._in_force_order(block)
            if engine.view.truth(block.scope) is not F:
                return Step("stayed", norm.id, {"by": self._stayers(norm, engine.on)})
            return self._off_condition(norm, block.scope)
        day = engine.judged(block)
        if engine.in_force(block, day) is F:
            return self._in_force(block)
        if engine.view.truth(block.when) is F:
            return self._off_condition(norm, block.when)
        for order in engine.theory.stays.get(block.id, ()):
            if engine.active(order, day) is T:
                return self._stay(norm, order, T)
        for exception in block.unless:
            if engine.view.truth(exception.expr) is T:
                said = self.told(exception.expr)
                return self._leaf("exception", norm, said, exception.citation)
        return self._off_condition(norm, block.when)

    def _stayers(self, norm: Norm, day: date) -> str:
        orders = self.engine.theory.stays.get(norm.id, ())
        return ", ".join(o.id for o in orders if self.engine.active(o, day) is T)

    def _off_condition(self, norm: Norm, expr: Expr) -> Step:
        """The first part that fails and that a person answers about this demand."""
        said = self.told(expr)
        for leaf in said.leaves:
            if self.truth(leaf.expr) is F:
                return self._leaf("condition", norm, leaf, None, False)
        return self._leaf("condition", norm, said, None, False)


def _window(window: Window) -> dict[str, str | None]:
    return {
        "from": window.start.isoformat(),
        "to": window.end.isoformat() if window.end else None,
        "recorded": window.recorded.isoformat(),
    }
