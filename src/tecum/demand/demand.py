"""A legal demand on records, as registered from what a person has confirmed."""

from __future__ import annotations

from dataclasses import dataclass

from tecum.demand.authority import Authority
from tecum.demand.item import Item
from tecum.demand.party import Party, Signatory
from tecum.words import Kind

__all__ = ["Demand"]


@dataclass(frozen=True, slots=True)
class Demand:
    """What is asked, by whom, of whom, on what authority.

    ``judicial`` is True only if a judge or magistrate ordered it, None where that is not known;
    a clerk's seal is not a judge's order.
    """

    kind: Kind
    issuer: Party
    recipient: Party
    items: tuple[Item, ...]
    form: str | None = None
    signatory: Signatory | None = None
    judicial: bool | None = None
    authorities: tuple[Authority, ...] = ()
    matter_numbers: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
