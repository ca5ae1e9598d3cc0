"""How and when a demand was served, by whose account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tecum.words import ServiceMethod

__all__ = ["Service"]


@dataclass(frozen=True, slots=True)
class Service:
    """One account of service; several may stand side by side."""

    method: ServiceMethod | None
    at: date | datetime | None
    said_by: str
