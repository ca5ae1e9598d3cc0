"""The demand and its parts: frozen values, no input or output."""

from tecum.demand.authority import Authority
from tecum.demand.demand import Demand
from tecum.demand.item import Item
from tecum.demand.party import Party, Signatory
from tecum.demand.service import Service

__all__ = ["Authority", "Demand", "Item", "Party", "Service", "Signatory"]
