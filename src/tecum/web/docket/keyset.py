"""Pages named by their last row: the next page is as quick to find as the first, at any size."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import F, Model, Q, QuerySet

__all__ = ["after_row", "in_order"]

M = TypeVar("M", bound=Model)


def in_order(rows: QuerySet[M], order: tuple[str, ...]) -> QuerySet[M]:
    """The rows in an order; what has no value of a column comes last."""
    return rows.order_by(
        *(
            F(name[1:]).desc(nulls_last=True) if name.startswith("-") and name[1:] in _MAY_BE_EMPTY
            else F(name).asc(nulls_last=True) if name in _MAY_BE_EMPTY
            else name
            for name in order
        )
    )  # fmt: skip


_MAY_BE_EMPTY = frozenset({"next_on", "safe_on"})


def after_row(rows: QuerySet[M], order: tuple[str, ...], last: M) -> QuerySet[M]:
    """What comes after a row in an order of two columns, of which the second tells rows apart.

    The bound on the first column alone is said once more beside the rest, so that an index on
    it is entered at that place and not at its beginning.
    """
    first, second = order
    name, sign = first.lstrip("-"), "lt" if first.startswith("-") else "gt"
    tie, tie_sign = second.lstrip("-"), "lt" if second.startswith("-") else "gt"
    value: Any = getattr(last, _attribute(last, name))
    beyond = {f"{tie}__{tie_sign}": getattr(last, _attribute(last, tie))}
    same = Q(**{name: value, **beyond})
    if value is None:
        return rows.filter(**{f"{name}__isnull": True, **beyond})
    if name in _MAY_BE_EMPTY:
        further = Q(**{f"{name}__{sign}": value}) | Q(**{f"{name}__isnull": True})
        return rows.filter(further | same)
    return rows.filter(Q(**{f"{name}__{sign}e": value}), Q(**{f"{name}__{sign}": value}) | same)


def _attribute(row: Model, name: str) -> str:
    return row._meta.get_field(name).attname
