"""The trace of a finding: typed steps, in the order in which they are shown (LAW 10).

What is said of a norm is kept by all that it rests on (the days, the truth of its conditions,
who says the facts, what stands above it), so that the next finding that says the same of it
shares the steps; no demand, person or value is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tecum.law.ask import Completions
from tecum.law.engine import Engine
from tecum.law.finding import Step
from tecum.law.forms import Form, forms_of
from tecum.law.norms import Norm
from tecum.law.steps import REASONS, Steps
from tecum.law.truth import Truth
from tecum.words import Effect, Outcome

if TYPE_CHECKING:
    from tecum.law.pack import Packs

__all__ = ["trace_of"]

F = Truth.F
_RESTRAINT = Effect.MUST_NOT_PROHIBIT
_KEPT = 20_000
"""Steps kept of one action: who says a fact may be another for every demand."""
_RANKS = len(REASONS)

Drawn = tuple[int, tuple[Step, ...]]
"""Where a norm stands in the trace, and its steps."""


def trace_of(
    packs: Packs,
    engine: Engine,
    outcome: Outcome,
    sides: tuple[tuple[str, ...], tuple[str, ...]] | None,
    tried: Completions | None,
) -> tuple[Step, ...]:
    """Every step, live rules first, then what may be live, what is beaten, what is off."""
    tracer = _Tracer(engine)
    steps: list[Step] = []
    for _, drawn in sorted(map(tracer.norm, engine.theory.norms, tracer.forms)):
        steps += drawn
    steps += _quarrel(packs, engine, sides)
    if tried is not None:
        steps += _completion(outcome, tried)
    return tuple(steps)


def _completion(outcome: Outcome, tried: Completions) -> Iterator[Step]:
    """How many completions were tried, what they reach, and what to ask."""
    detail = {
        "tried": tried.tried,
        "possible": sorted(word.value for word in tried.possible),
        "limit": tried.limit,
        "whatever_the_missing_facts": outcome is not Outcome.UNKNOWN,
    }
    yield Step("completion", None, detail)
    for question in tried.questions:
        answers = [
            [[choice.said for choice in answer], settled.value]
            for answer, settled in question.settles
        ]
        yield Step("ask", None, {**question.to_json(), "answers": answers})


class _Tracer:
    def __init__(self, engine: Engine) -> None:
        theory = engine.theory
        self.engine = engine
        self.forms = forms_of(theory, engine.view.defines)
        self.kept: dict[Any, Drawn] = theory.drawn
        self.days = (engine.on, engine.known_on)
        self.is_kept = not engine.view.conflicting
        self.sources = engine.view.sources.get
        for kept in (theory.written, theory.drawn):
            if len(kept) > _KEPT:
                kept.clear()

    def norm(self, norm: Norm, form: Form) -> Drawn:
        """The steps of one norm with the place by which they are ordered, kept or drawn."""
        live = self.engine.live(norm)
        if not (self.is_kept and form.is_kept):
            return self._drawn(norm, form, live)
        if live is not F or self.engine.applies(norm) is not F:
            key = self._standing(form, live)
        else:
            key = self._off(form)
        found = self.kept.get(key)
        if found is None:
            found = self.kept[key] = self._drawn(norm, form, live)
        return found

    def _standing(self, form: Form, live: Truth) -> tuple[object, ...]:
        """All that the steps of a norm rest on that is live, may be live or is beaten."""
        view = self.engine.view
        truths = [test(view) for test in form.tests]
        above = map(self.engine.live, form.winners)
        return (form.key, live, *self.days, *truths, *map(self.sources, form.names), *above)

    def _off(self, form: Form) -> tuple[object, ...]:
        """The same of a norm that is off: mostly a condition about another situation."""
        view = self.engine.view
        for test, names in form.elsewhere:
            if test(view) is F:
                return (form.key, test, *map(self.sources, names))
        truths = [test(view) for test in form.tests]
        return (form.key, "off", *self.days, *truths, *map(self.sources, form.names))

    def _drawn(self, norm: Norm, form: Form, live: Truth) -> Drawn:
        rank, reason, steps = Steps(self.engine).of(norm, live)
        return (rank * _RANKS + reason) * form.among + form.place, steps


def _quarrel(
    packs: Packs, engine: Engine, sides: tuple[tuple[str, ...], tuple[str, ...]] | None
) -> Iterator[Step]:
    """The question that no loaded source settles."""
    if sides is None:
        return
    norms = {norm.id: norm for norm in engine.theory.norms}
    restraints = [name for name in sides[1] if norms[name].effect is _RESTRAINT]
    detail: dict[str, Any] = {"sides": [list(side) for side in sides]}
    if restraints:
        pack = packs.pack(norms[sides[0][0]].pack)
        detail["made_by"] = pack.maker_called
        detail["against"] = norms[restraints[0]].source
    yield Step("open_question", None, detail)
