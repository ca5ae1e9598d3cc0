"""Completions of what is unknown, and the smallest questions that would settle it (LAW 5.10-11)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import prod
from typing import Any

from tecum.law.atoms import Choice, Unknowns, unknowns_of
from tecum.law.engine import Engine
from tecum.law.view import Atom
from tecum.law.vocabulary import FactSpec
from tecum.words import Outcome

__all__ = ["LIMIT", "Completions", "Question", "complete"]

LIMIT = 4096
"""Above this many completions the interval set is reported instead (LAW 5.10)."""
MOST = 5

Answer = tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A smallest set of facts for which some answers leave one outcome."""

    facts: tuple[str, ...]
    questions: tuple[str, ...]
    settles: tuple[tuple[tuple[Choice, ...], Outcome], ...]

    def to_json(self) -> dict[str, Any]:
        """``{fact, question, settles}``, or the plural form for more than one fact."""
        if len(self.facts) == 1:
            return {
                "fact": self.facts[0],
                "question": self.questions[0],
                "settles": {_key(answer[0]): outcome.value for answer, outcome in self.settles},
            }
        return {
            "facts": list(self.facts),
            "questions": list(self.questions),
            "settles": [
                {
                    "answers": {
                        fact: choice.answer for fact, choice in zip(self.facts, answer, strict=True)
                    },
                    "outcome": outcome.value,
                }
                for answer, outcome in self.settles
            ],
        }


def _key(choice: Choice) -> str:
    """A value as a key of JSON: ``true``, ``false``, or the word or day itself."""
    if isinstance(choice.answer, bool):
        return "true" if choice.answer else "false"
    return str(choice.answer)


@dataclass(frozen=True, slots=True)
class Completions:
    """Outcomes reached by some completion, how many were tried, and what to ask."""

    possible: frozenset[Outcome]
    tried: int
    limit: bool
    questions: tuple[Question, ...]


def complete(engine: Engine, facts: Mapping[str, FactSpec]) -> Completions:
    """Try every completion of the unknowns that matter.

    Returns:
        The outcomes reached; above :data:`LIMIT` completions, those that the unknown values
        allow when each is taken by itself, with ``limit`` set.
    """
    unknowns = unknowns_of(engine, facts)
    domains = unknowns.domains()
    count = prod(len(choices) for choices in domains.values())
    if count > LIMIT:
        return Completions(engine.possible(), 0, True, ())
    columns = _columns(unknowns)
    atoms = tuple(domains)
    rows: list[tuple[Answer, Outcome]] = []
    possible: set[Outcome] = set()
    for choice in product(*domains.values()):
        assumed = {atom: picked.value for atom, picked in zip(atoms, choice, strict=True)}
        tried = engine.assuming(assumed)
        outcomes = tried.possible()
        possible |= outcomes
        picked = dict(zip(atoms, choice, strict=True))
        if len(outcomes) == 1:
            answer = tuple(_answer(name, atom, picked, tried) for name, atom in columns)
            rows.append((answer, next(iter(outcomes))))
    questions = _questions([name for name, _ in columns], rows, facts) if len(possible) > 1 else ()
    return Completions(frozenset(possible), count, False, tuple(questions))


def _columns(unknowns: Unknowns) -> list[tuple[str, Atom | None]]:
    defines = unknowns.engine.view.defines
    kept = [
        (name, atom) for name, atom in unknowns.ask.items() if atom is not None or name in defines
    ]
    specs = unknowns.facts
    return sorted(kept, key=lambda row: (specs[row[0]].cost, row[0]))


def _answer(name: str, atom: Atom | None, picked: Mapping[Atom, Choice], engine: Engine) -> Choice:
    if atom is not None:
        return picked[atom]
    value = engine.view.value(name)
    if value is None:
        return Choice(None, "unknown", None)
    if isinstance(value, bool):
        return Choice(value, "yes" if value else "no", value)
    return Choice(value, str(value), str(value))


def _questions(
    names: Sequence[str],
    rows: Sequence[tuple[Answer, Outcome]],
    facts: Mapping[str, FactSpec],
) -> Iterator[Question]:
    """Minimal sets by size; within a size by cost of asking, then name."""
    if not _settles(tuple(range(len(names))), rows):
        return  # What settles under fewer answers settles under all of them.
    found: list[tuple[int, ...]] = []
    given = 0
    for size in range(1, len(names) + 1):
        chosen = []
        for picked in combinations(range(len(names)), size):
            if any(set(smaller) <= set(picked) for smaller in found):
                continue
            settles = _settles(picked, rows)
            if settles:
                chosen.append((picked, settles))
        chosen.sort(key=lambda row: _cost(row[0], names, facts))
        for picked, settles in chosen:
            found.append(picked)
            asked = tuple(names[at] for at in picked)
            yield Question(asked, tuple(facts[n].ask or n for n in asked), settles)
            given += 1
            if given == MOST:
                return


def _cost(
    picked: tuple[int, ...], names: Sequence[str], facts: Mapping[str, FactSpec]
) -> tuple[int, tuple[str, ...]]:
    asked = tuple(names[at] for at in picked)
    return sum(facts[name].cost for name in asked), asked


def _settles(
    picked: tuple[int, ...], rows: Sequence[tuple[Answer, Outcome]]
) -> tuple[tuple[Answer, Outcome], ...]:
    outcomes: dict[tuple[str, ...], set[Outcome]] = {}
    answers: dict[tuple[str, ...], Answer] = {}
    for answer, outcome in rows:
        chosen = tuple(answer[at] for at in picked)
        if any(choice.answer is None for choice in chosen):
            continue
        key = tuple(choice.said for choice in chosen)
        outcomes.setdefault(key, set()).add(outcome)
        answers[key] = chosen
    return tuple(
        (answers[key], next(iter(reached)))
        for key, reached in sorted(outcomes.items())
        if len(reached) == 1
    )
