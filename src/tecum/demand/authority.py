"""A provision that a document cites."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Authority"]


@dataclass(frozen=True, slots=True)
class Authority:
    """A cited provision: as printed, and as a path such as ``usc/8/1225/d/4``.

    That it is cited says nothing on whether it applies. ``id`` is None where the cite could
    not be resolved; ``now`` is the present id of a renumbered provision.
    """

    cite: str
    id: str | None
    now: str | None = None
