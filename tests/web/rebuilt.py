"""Every projected row, to compare the tables with what the entries give."""

from __future__ import annotations

from tecum.web.docket.current import alone, how_projected
from tecum.web.docket.projections import PROJECTIONS
from tecum.web.docket.rebuild import counts_by_table
from tecum.web.upgrading import fold_anew

__all__ = ["rebuild_all", "snapshot"]


def rebuild_all() -> dict[str, int]:
    """Fold every docket anew, as ``tecum rebuild`` does; gives rows by table."""
    with alone():
        fold_anew(whole=True)
    row = how_projected().row
    assert row is not None
    assert (row.whole, row.failed) == (True, [])
    return counts_by_table()


def snapshot() -> dict[str, list[tuple[object, ...]]]:
    """Every projected row, without its surrogate key."""
    tables = {}
    for model in PROJECTIONS:
        columns = [f.attname for f in model._meta.concrete_fields if f.attname != "id"]
        rows = model._default_manager.values_list(*columns)
        tables[model.__name__] = sorted(rows, key=repr)
    return tables
