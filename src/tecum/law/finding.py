"""A finding: what the configured rules say on one action, from which source, and what is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from tecum.law.ask import Question
from tecum.words import Outcome

__all__ = ["Finding", "Step"]


class Step(NamedTuple):
    """One typed step of a trace; ``kind`` is a word of LAW section 10.

    in_force, stayed, condition, exception, yields, restraint, live, beaten, open_question,
    completion, ask. Text, page and JSON are drawn from steps; none is invented when drawing.
    """

    kind: str
    rule: str | None = None
    detail: Mapping[str, Any] = MappingProxyType({})

    def to_json(self) -> dict[str, Any]:
        """The step as an object."""
        return {"kind": self.kind, "rule": self.rule, **self.detail}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the rules say. It never decides; a person does."""

    action: str
    item: str | None
    outcome: Outcome
    possible: tuple[Outcome, ...]
    live: tuple[str, ...]
    may_be_live: tuple[str, ...]
    beaten: tuple[Mapping[str, str], ...]
    sides: tuple[tuple[str, ...], tuple[str, ...]] | None
    questions: tuple[Question, ...]
    trace: tuple[Step, ...]
    rests_on_unconfirmed: tuple[str, ...]
    limit: bool
    settled_whatever: bool
    packs: tuple[tuple[str, str], ...]
    on: date
    known_on: date
    silent_means: Outcome = Outcome.COUNSEL

    def to_json(self) -> dict[str, Any]:
        """The finding of CONTRACTS."""
        shape: dict[str, Any] = {
            "action": self.action,
            "item": self.item,
            "outcome": self.outcome.value,
            "possible": [word.value for word in self.possible],
            "live": list(self.live),
            "may_be_live": list(self.may_be_live),
            "beaten": [dict(row) for row in self.beaten],
            "sides": None if self.sides is None else [list(side) for side in self.sides],
            "ask": [question.to_json() for question in self.questions],
            "trace": [step.to_json() for step in self.trace],
            "rests_on_unconfirmed": list(self.rests_on_unconfirmed),
            "whatever_the_missing_facts": self.settled_whatever,
            "on": self.on.isoformat(),
            "known_on": self.known_on.isoformat(),
            "packs": [{"id": name, "sha256": digest} for name, digest in self.packs],
        }
        if self.outcome is Outcome.SILENT:
            shape["silent_means"] = self.silent_means.value
        if self.limit:
            shape["limit"] = True
        return shape
