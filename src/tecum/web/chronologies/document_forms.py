"""A proposal as a form, field by field, and what a person made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tecum.docket.acts.chronology import ClaimValue, Distance, EventKind, Slot, Stance
from tecum.docket.declare import Erased
from tecum.docket.vocabulary import Precision
from tecum.web.chronologies.accepting import Edited, as_proposed
from tecum.web.chronologies.documents import DocumentPage, Offered, Told
from tecum.web.chronologies.forms import value_typed
from tecum.web.docket.asking import day_given

__all__ = ["SlotShown", "edited_from", "slots_shown", "told_from"]


@dataclass(frozen=True, slots=True)
class SlotShown:
    """One side of the event in the form: what was proposed, as the fields begin."""

    slot: Slot
    fields: Mapping[str, str]


def slots_shown(offered: Offered) -> list[SlotShown]:
    """Every side that the proposal claims, as fields."""
    return [SlotShown(row.slot, _fields(row.value)) for row in offered.proposal.slots]


def told_from(form: Mapping[str, str]) -> Told:
    """What a person says of a document.

    Raises:
        UsageError: a day is none.
    """
    issuer = form.get("issuer", "").strip() or form.get("issuer_words", "").strip()
    return Told(
        outlet=form.get("outlet", ""),
        headline=form.get("headline", ""),
        url=form.get("url", ""),
        published=day_given(form.get("published", "")),
        updated=day_given(form.get("updated", "")),
        issuer=issuer,
    )


def edited_from(form: Mapping[str, str], shown: DocumentPage, offered: Offered) -> Edited:
    """The proposal as a person changed it; what is unchanged keeps the value that was read.

    Raises:
        UsageError: a value is malformed.
    """
    first = as_proposed(shown.document, offered)
    slots: dict[Slot, ClaimValue] = {}
    changed: list[str] = []
    for row in slots_shown(offered):
        name = row.slot.value
        if not form.get(f"{name}-use"):
            changed.append(name)
            continue
        fields = {key: form.get(f"{name}-{key}", "").strip() for key in row.fields}
        if fields == dict(row.fields):
            slots[row.slot] = first.slots[row.slot]
        else:
            slots[row.slot] = value_typed(row.slot, fields)
            changed.append(name)
    made = replace(
        first,
        kind=EventKind(form.get("kind", first.kind.value)),
        label=form.get("label", first.label),
        by=form.get("by", "").strip() or form.get("by_words", "").strip(),
        distance=Distance(form.get("distance", first.distance.value)),
        stance=Stance(form.get("stance", first.stance.value)),
        slots=slots,
    )
    for name in ("kind", "label", "by", "distance", "stance"):
        if getattr(made, name) != getattr(first, name):
            changed.append(name)
    return replace(made, changed=tuple(changed))


def _fields(value: ClaimValue) -> dict[str, str]:
    """The fields of a value, the names as the forms of accounts have them."""
    found: dict[str, Any] = {"words": "" if isinstance(value.words, Erased) else value.words}
    if value.happened is not None:
        found |= {"happened": value.happened.value, **_numbers(value)}
    elif value.when is not None:
        when = value.when
        is_day = when.precision is Precision.DAY and when.value is not None
        found |= {
            "day": when.value.isoformat()[:10] if is_day and when.value else "",
            "date_kind": when.kind.value,
            "words": when.words if isinstance(when.words, str) else "",
        }
    elif value.party is not None:
        found |= {"party": value.party}
    elif value.low is not None or value.high is not None:
        found |= {**_numbers(value), "unit": value.unit or ""}
    return {name: str(held or "") for name, held in found.items()}


def _numbers(value: ClaimValue) -> dict[str, str]:
    return {
        name: "" if number is None else str(number)
        for name, number in (("low", value.low), ("high", value.high), ("of", value.of))
    }
