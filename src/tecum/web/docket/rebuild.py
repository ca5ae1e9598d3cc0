"""Rebuild every projection from the entries. What stands there before is thrown away."""

from __future__ import annotations

from django.db import transaction

from tecum.web.docket import models, states
from tecum.web.docket.projections import PROJECTIONS, project

__all__ = ["rebuild_all", "snapshot"]


def rebuild_all() -> dict[str, int]:
    """Empty the projections and fold every docket anew; gives rows by table."""
    states.forget()
    with transaction.atomic():
        for model in PROJECTIONS:
            model._default_manager.all().delete()
        for docket in models.Docket.objects.order_by("opened_at", "pk"):
            project(docket, states.fold(docket, states.rules()))
    counts = {"dockets": models.Docket.objects.count(), "entries": models.Entry.objects.count()}
    for model in PROJECTIONS:
        counts[str(model._meta.verbose_name_plural)] = model._default_manager.count()
    return counts


def snapshot() -> dict[str, list[tuple[object, ...]]]:
    """Every projected row, without its surrogate key: to compare two states of the tables."""
    tables = {}
    for model in PROJECTIONS:
        names = [f.attname for f in model._meta.concrete_fields if f.attname != "id"]
        rows = model._default_manager.values_list(*names)
        tables[model.__name__] = sorted(rows, key=repr)
    return tables
