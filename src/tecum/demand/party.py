"""Who made a demand, who signed it, whom it is addressed to."""

from __future__ import annotations

from dataclasses import dataclass

from tecum.words import IssuerClass, JudgeKind, SignatoryRole

__all__ = ["Party", "Signatory"]


@dataclass(frozen=True, slots=True)
class Party:
    """A body or person as the document names it."""

    name: str
    party_class: IssuerClass | None = None


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed, in what office; ``signed`` is None where that cannot be told."""

    name: str | None
    title: str | None
    role: SignatoryRole
    signed: bool | None = None
    judge_kind: JudgeKind | None = None
