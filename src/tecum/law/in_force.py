"""Which windows count on a day, and which rules that alone settles (LAW 5.1-5.2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from tecum.law.blocks import JudgedAt, Order, Window
from tecum.law.norms import Norm, Theory
from tecum.law.truth import Truth, of

__all__ = ["cut_dates", "inside", "order_window", "standing", "windows_known"]

F, U, T = Truth.F, Truth.U, Truth.T
_KEPT = 64
"""Pairs of days kept for an action: a docket is decided on one or two."""


def windows_known(windows: tuple[Window, ...], known_on: date) -> tuple[Window, ...]:
    """The windows as known: of those with one beginning, the one recorded last counts."""
    if len(windows) == 1:
        return windows if windows[0].recorded <= known_on else ()
    last: dict[date, Window] = {}
    for window in windows:
        before = last.get(window.start)
        if window.recorded <= known_on and (before is None or window.recorded > before.recorded):
            last[window.start] = window
    return tuple(last.values())


def inside(windows: Iterable[Window], day: date) -> bool:
    """Whether a day lies in one of the windows; the last day of each is the first outside."""
    return any(w.start <= day and (w.end is None or day < w.end) for w in windows)


def cut_dates(windows: Iterable[Window]) -> list[date]:
    """The dates that matter: each change, and the day before the first."""
    cuts = sorted({day for w in windows for day in (w.start, w.end) if day is not None})
    return [cuts[0] - timedelta(days=1), *cuts] if cuts else []


def order_window(order: Order, day: date | None, known_on: date) -> Truth:
    """Whether the day lies in the order's time, as far as it was known."""
    if order.recorded > known_on:
        return F
    if day is None:
        return U
    ends = [order.end] + [e.on for e in order.ended if e.recorded <= known_on]
    return of(order.start <= day and all(end is None or day < end for end in ends))


def standing(theory: Theory, on: date, known_on: date) -> tuple[Truth | None, ...]:
    """For each norm whether it is in force and not stayed, where two days settle it; else None."""
    key = (on, known_on)
    found = theory.standing.get(key)
    if found is None:
        if len(theory.standing) >= _KEPT:
            theory.standing.clear()
        found = tuple(_stands(theory, norm, on, known_on) for norm in theory.norms)
        theory.standing[key] = found
    return found


def _stands(theory: Theory, norm: Norm, on: date, known_on: date) -> Truth | None:
    block = norm.block
    if isinstance(block, Order):
        return F if order_window(block, on, known_on) is F else None
    if block.judged_at is not JudgedAt.ACT or block.unconfirmed is not None:
        return None
    if not inside(windows_known(block.windows, known_on), on):
        return F
    return None if block.id in theory.stays else T
