"""What the office made public of its demands, and nothing beside it (DOCKET P20).

A demand is published by an act that lists fields; every value shown here is a code of a closed
vocabulary, a count, a month, a form of the catalogue, or the name of a public body. A name of a
person has no field to stand in: the issuer is shown only where it is a public body.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery

from tecum.docket.acts import Corrected, VisibilitySet
from tecum.docket.acts.registration import PublicField
from tecum.docket.seal import open_entry
from tecum.docket.state.steps import is_taken_back
from tecum.docket.vocabulary import Direction
from tecum.instruments.catalogue import load_catalogue
from tecum.web.accounts.selectors import profile
from tecum.web.docket import states
from tecum.web.docket.models import Demand, Docket, Entry, Item
from tecum.words import IssuerClass

__all__ = ["PublicDemand", "by_field", "published", "would_show"]

_BODIES = frozenset(IssuerClass) - {IssuerClass.ATTORNEY, IssuerClass.PRIVATE_PARTY}


@dataclass(frozen=True, slots=True)
class PublicDemand:
    """One published demand: codes and counts; what was not released is None.

    Attributes:
        received_month: ``2020-01``.
        judicial: ``yes``, ``no`` or ``open``.
        categories: Kinds of items asked, each with how many items.
        dispositions: How items were answered, each with how many items.
    """

    kind: str | None = None
    form: str | None = None
    issuer: str | None = None
    issuer_class: str | None = None
    judicial: str | None = None
    received_month: str | None = None
    categories: tuple[tuple[str, int], ...] | None = None
    dispositions: tuple[tuple[str, int], ...] | None = None
    status: str | None = None

    def to_json(self) -> dict[str, object]:
        """The released fields alone."""
        values = {name: getattr(self, name) for name in self.__slots__}
        return {
            name: dict(value) if isinstance(value, tuple) else value
            for name, value in values.items()
            if value is not None
        }


def published(at: datetime) -> list[PublicDemand]:
    """What is public at an instant, the newest month first.

    An embargo is asked anew at every reading: what it holds back appears at its instant, not
    when something next happens to be written. A sealed matter is never among them.
    """
    rows = _demands(Docket.objects.filter(walled=False))
    shown = []
    for demand, act in _released(rows):
        if act.embargo_until is None or act.embargo_until <= at:
            shown.append(_public(demand, _unquestioned(demand, act.fields)))
    return sorted(shown, key=_order, reverse=True)


def would_show(docket_id: str, fields: Iterable[PublicField] = tuple(PublicField)) -> PublicDemand:
    """What readers would see of a demand if these fields were released."""
    (demand,) = _demands(Docket.objects.filter(pk=docket_id))
    return _public(demand, tuple(fields))


def _demands(dockets: QuerySet[Docket]) -> QuerySet[Any]:
    entries = Entry.objects.filter(docket=OuterRef("docket"))
    latest = entries.filter(slug=VisibilitySet.slug).order_by("-seq")
    return (
        Demand.objects.filter(docket__in=dockets)
        .annotate(
            visibility=Subquery(latest.values("body")[:1]),
            visibility_by=Subquery(latest.values("pk")[:1]),
            is_corrected=Exists(entries.filter(slug=Corrected.slug)),
        )
        .select_related("docket")
        .prefetch_related(
            Prefetch("docket__items", Item.objects.order_by("position")), "docket__arrivals"
        )
    )


def _released(rows: QuerySet[Any]) -> Iterable[tuple[Demand, VisibilitySet]]:
    for demand in rows.filter(visibility__isnull=False):
        act = open_entry(json.loads(bytes(demand.visibility)), {}).act
        if isinstance(act, VisibilitySet) and act.fields and _stands(demand):
            yield demand, act


def _stands(demand: Any) -> bool:
    """Whether nobody took back that it is public, or that there is such a demand."""
    if not demand.is_corrected:
        return True
    state = states.state_of(demand.docket)
    held = state.demand
    if held is None or is_taken_back(state, held.entry):
        return False
    return state.visibility == demand.visibility_by


def _unquestioned(demand: Any, fields: Sequence[PublicField]) -> Sequence[PublicField]:
    """The fields but for those of which somebody has since said that they are wrong."""
    if not demand.is_corrected:
        return fields
    state = states.state_of(demand.docket)
    first = state.demand.entry if state.demand is not None else None
    acts = (state.entries[ref].act for ref in state.corrections.get(first, ())) if first else ()
    wrong = {act.path for act in acts if isinstance(act, Corrected)}
    return [field for field in fields if field.value not in wrong]


def _public(demand: Demand, fields: Sequence[PublicField]) -> PublicDemand:
    values = {
        PublicField.KIND: demand.kind,
        PublicField.FORM: demand.form if demand.form in _forms() else None,
        PublicField.ISSUER: demand.issuer if _is_body(demand) else None,
        PublicField.ISSUER_CLASS: demand.issuer_class or None,
        PublicField.JUDICIAL: {True: "yes", False: "no", None: "open"}[demand.judicial],
        PublicField.RECEIVED_MONTH: _month(demand),
        PublicField.CATEGORIES: _counted(item.category for item in demand.docket.items.all()),
        PublicField.DISPOSITIONS: _counted(
            item.answer for item in demand.docket.items.all() if item.answer
        ),
        PublicField.STATUS: demand.state,
    }
    return PublicDemand(**{f.value: values[f] for f in fields})


def _is_body(demand: Demand) -> bool:
    return demand.issuer_class in {one.value for one in _BODIES}


def _month(demand: Demand) -> str | None:
    """The month in which a demand came; one of our own has none."""
    came = [arrival.received_at for arrival in demand.docket.arrivals.all()]
    if demand.direction != Direction.INWARD.value or not came:
        return None
    return min(came).astimezone(ZoneInfo(profile().zone)).strftime("%Y-%m")


def _counted(words: Iterable[str]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return tuple(sorted(counts.items()))


def _order(one: PublicDemand) -> tuple[str, str, str]:
    return one.received_month or "", one.kind or "", json.dumps(one.to_json(), sort_keys=True)


@cache
def _forms() -> frozenset[str]:
    catalogue = load_catalogue()
    return frozenset(form for instrument in catalogue.instruments for form in instrument.forms)


def by_field(one: PublicDemand) -> Mapping[str, object]:
    """The released fields in the order of the vocabulary."""
    held = one.to_json()
    return {f.value: held[f.value] for f in PublicField if f.value in held}
