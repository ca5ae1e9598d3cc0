"""Which duties a trigger brings, which it may bring, and what to ask (LAW section 7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tecum.law.ask import Question, complete
from tecum.law.blocks import Duty, Maker, Order, Rule
from tecum.law.engine import Engine
from tecum.law.facts import Facts, Given
from tecum.law.norms import Norm, Theory, tests_of
from tecum.law.pack import Packs
from tecum.law.truth import Truth
from tecum.law.view import View
from tecum.words import Confidence, Effect, Outcome

__all__ = ["DutyFinding", "duties"]


@dataclass(frozen=True, slots=True)
class DutyFinding:
    """A duty that arises, or a question whether it does."""

    duty: Duty
    arises: Truth
    questions: tuple[Question, ...] = ()

    @property
    def rests_on_unconfirmed(self) -> bool:
        """Whether the provision is one that is to be confirmed."""
        unconfirmed = self.duty.confidence is Confidence.UNCONFIRMED
        return unconfirmed or self.duty.unconfirmed is not None

    def to_json(self) -> dict[str, Any]:
        """The duty of a triage: what, who, to whom, by which clock, and whether it arises."""
        duty = self.duty
        return {
            "id": duty.id,
            "trigger": duty.on,
            "do": duty.do,
            "who": duty.who,
            "to": duty.to,
            "clock": duty.clock,
            "clock_cite": duty.clock_citation,
            "done_by": duty.done_by,
            "content": list(duty.content),
            "nil": duty.nil,
            "personal_data": duty.personal_data,
            "source": duty.source,
            "pack": duty.pack,
            "arises": {"yes": True, "no": False, "unknown": None}[self.arises.said],
            "rests_on_unconfirmed": self.rests_on_unconfirmed,
            "ask": [question.to_json() for question in self.questions],
        }


def duties(
    packs: Packs,
    trigger: str,
    facts: Facts,
    *,
    on: date,
    known_on: date,
    action: str | None = None,
) -> tuple[DutyFinding, ...]:
    """The duties that a trigger brings: true arises, unknown is a question, false is nothing.

    Args:
        packs: The loaded packs.
        trigger: ``receipt``, ``determination``, ``disclosure``, or ``every month`` and the like.
        facts: What is known.
        on: The day of the trigger.
        known_on: Only what could be known by this day counts.
        action: The action that the act is about, for duties that ask (``action is …``).
    """
    if action is not None:
        facts = facts.without("action").plus("action", Given(action, "the act"))
    return tuple(_found(packs, trigger, facts, on, known_on))


def _found(
    packs: Packs, trigger: str, facts: Facts, on: date, known_on: date
) -> Iterator[DutyFinding]:
    stays: dict[str, tuple[Order, ...]] = {}
    for order in packs.orders:
        for target in order.stays:
            stays[target.id] = (*stays.get(target.id, ()), order)
    for duty in sorted(packs.duties, key=lambda row: (row.id, row.sha256)):
        if duty.on != trigger and not duty.on.startswith(f"{trigger} by "):
            continue
        norm = Norm(0, duty.id, duty.pack, Effect.MUST, _as_rule(duty))
        view = View.of(facts, on, known_on, packs.defines)
        theory = Theory("", (norm,), {}, (), stays, (tests_of(norm, packs.defines),))
        engine = Engine(theory, view, on, known_on)
        arises = engine.live(norm)
        questions: tuple[Question, ...] = ()
        if arises is Truth.U:
            tried = complete(engine, packs.facts)
            questions = tried.questions
            if not tried.limit and len(tried.possible) == 1:
                arises = Truth.T if Outcome.MUST in tried.possible else Truth.F
        if arises is not Truth.F:
            yield DutyFinding(duty, arises, questions)


def _as_rule(duty: Duty) -> Rule:
    """A duty as a rule that commands, so that one engine judges both."""
    return Rule(
        id=duty.id,
        pack=duty.pack,
        title=duty.title,
        effect=Effect.MUST,
        actions=(),
        maker=Maker.OFFICE,
        when=duty.when,
        unless=duty.unless,
        windows=duty.windows,
        unconfirmed=duty.unconfirmed,
        confidence=duty.confidence,
        source=duty.source,
        sha256=duty.sha256,
        place=duty.place,
        effect_place=duty.place,
        when_place=duty.when_place,
    )
