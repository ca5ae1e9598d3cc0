"""Conditions made ready once: what is asked most of a view is asked without a walk of the tree.

A prepared condition gives what :meth:`View.truth` gives. It answers from the given values where
they settle it and asks the view itself for all that is unknown, defined, or rare.
"""

from __future__ import annotations

from collections.abc import Callable, Container

from tecum.law.tree import Always, And, Compare, Constant, Expr, Fact, Holds, Not, Or
from tecum.law.truth import Truth
from tecum.law.view import View

__all__ = ["Test", "prepared"]

F, U, T = Truth.F, Truth.U, Truth.T
Test = Callable[[View], Truth]
"""A condition as a function of what is known."""


def prepared(expr: Expr, defined: Container[str]) -> Test:
    """A condition as a function; ``defined`` are the facts that other facts settle."""
    if isinstance(expr, Always):
        return _always
    if isinstance(expr, And):
        return _all([prepared(item, defined) for item in expr.items])
    if isinstance(expr, Or):
        return _some([prepared(item, defined) for item in expr.items])
    if isinstance(expr, Not):
        return _opposite(prepared(expr.item, defined))
    if isinstance(expr, Holds) and expr.table is None and expr.name not in defined:
        return _holds(expr)
    if isinstance(expr, Compare) and expr.operator in ("is", "is not"):
        left, right = expr.left, expr.right
        if isinstance(left, Fact) and isinstance(right, Constant) and left.name not in defined:
            return _equals(expr, left.name, right.value, expr.operator == "is")
    return _asked(expr)


def _always(_view: View) -> Truth:
    return T


def _asked(expr: Expr) -> Test:
    def test(view: View) -> Truth:
        return view.truth(expr)

    return test


def _holds(expr: Holds) -> Test:
    name = expr.name

    def test(view: View) -> Truth:
        value = view.values.get(name)
        return T if value is True else F if value is False else view.truth(expr)

    return test


def _equals(expr: Compare, name: str, wanted: object, positive: bool) -> Test:
    same, other = (T, F) if positive else (F, T)

    def test(view: View) -> Truth:
        value = view.values.get(name)
        if value is None:
            return view.truth(expr)
        return same if value == wanted else other

    return test


def _opposite(inner: Test) -> Test:
    def test(view: View) -> Truth:
        return ~inner(view)

    return test


def _all(tests: list[Test]) -> Test:
    def test(view: View) -> Truth:
        least = T
        for one in tests:
            found = one(view)
            if found is F:
                return F
            if found is U:
                least = U
        return least

    return test


def _some(tests: list[Test]) -> Test:
    def test(view: View) -> Truth:
        most = F
        for one in tests:
            found = one(view)
            if found is T:
                return T
            if found is U:
                most = U
        return most

    return test
