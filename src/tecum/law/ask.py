"""Completions of what is unknown, and the smallest questions that would settle it (LAW 5.10-11)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import prod
from operator import itemgetter
from typing import Any

from tecum.law.atoms import Choice, Unknowns, unknowns_of
from tecum.law.engine import Engine
from tecum.law.view import Atom
from tecum.law.vocabulary import FactSpec
from tecum.words import Outcome

__all__ = ["LIMIT", "Completions", "Question", "complete", "reachable"]

LIMIT = 4096
"""Above this many completions the interval set is reported instead (LAW 5.10)."""
MOST = 5
_SHIFT = 13
_ONE = (1 << _SHIFT) - 1
"""Room for every answer to one fact: there are never more than :data:`LIMIT`."""
_WORDS = tuple(Outcome)
_BITS = {word: 1 << at for at, word in enumerate(_WORDS)}
_SINGLE = {bit: word for word, bit in _BITS.items()}

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
    answers: dict[tuple[Choice, ...], int] = {}
    reached = 0
    for choice in product(*domains.values()):
        assumed = {atom: picked.value for atom, picked in zip(atoms, choice, strict=True)}
        tried = engine.assuming(assumed)
        outcomes = tried.possible()
        found = _mask(outcomes)
        reached |= found
        if len(outcomes) == 1:
            picked = dict(zip(atoms, choice, strict=True))
            answer = tuple(_answer(name, atom, picked, tried) for name, atom in columns)
            answers[answer] = answers.get(answer, 0) | found
    possible = frozenset(word for at, word in enumerate(_WORDS) if reached >> at & 1)
    questions = (
        _questions([name for name, _ in columns], answers, facts) if len(possible) > 1 else ()
    )
    return Completions(possible, count, False, tuple(questions))


def reachable(engine: Engine, facts: Mapping[str, FactSpec]) -> frozenset[Outcome]:
    """The outcomes that some completion reaches, as :func:`complete` finds them, and no more."""
    widest = engine.possible()
    domains = unknowns_of(engine, facts).domains() if len(widest) > 1 else {}
    if len(widest) == 1 or prod(len(choices) for choices in domains.values()) > LIMIT:
        return widest
    found = set[Outcome]()
    for choice in product(*domains.values()):
        assumed = {atom: picked.value for atom, picked in zip(domains, choice, strict=True)}
        found |= engine.assuming(assumed).possible()
        if found == widest and not engine.view.doubtful:
            break
    return frozenset(found)


def _mask(outcomes: frozenset[Outcome]) -> int:
    found = 0
    for word in outcomes:
        found |= _BITS[word]
    return found


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
    rows: Mapping[Answer, int],
    facts: Mapping[str, FactSpec],
) -> Iterator[Question]:
    """Minimal sets by size; within a size by cost of asking, then name."""
    table = _Answers(rows, len(names))
    if not table.settles(tuple(range(len(names)))):
        return  # What settles under fewer answers settles under all of them.
    found: list[frozenset[int]] = []
    given = 0
    for size in range(1, len(names) + 1):
        chosen = []
        for picked in combinations(range(len(names)), size):
            if any(smaller.issubset(picked) for smaller in found):
                continue
            settles = table.settles(picked)
            if settles:
                chosen.append((picked, settles))
        chosen.sort(key=lambda row: _cost(row[0], names, facts))
        for picked, settles in chosen:
            found.append(frozenset(picked))
            asked = tuple(names[at] for at in picked)
            shown = table.shown(picked, settles)
            yield Question(asked, tuple(facts[n].ask or n for n in asked), shown)
            given += 1
            if given == MOST:
                return


def _cost(
    picked: tuple[int, ...], names: Sequence[str], facts: Mapping[str, FactSpec]
) -> tuple[int, tuple[str, ...]]:
    asked = tuple(names[at] for at in picked)
    return sum(facts[name].cost for name in asked), asked


class _Answers:
    """Answers and the outcomes they leave, each answer as a whole number, each set as bits.

    An answer has its place in one number for all facts, so that the answers to some of them
    are found by masking; outcomes are bits, so that joining two sets is one operation.
    """

    def __init__(self, rows: Mapping[Answer, int], width: int) -> None:
        self._said: list[dict[str, int]] = [{} for _ in range(width)]
        self._choices: list[list[Choice]] = [[] for _ in range(width)]
        self._rows: dict[int, int] = {}
        for answer, outcomes in rows.items():
            key = 0
            for at, choice in enumerate(answer):
                key |= self._place(at, choice) << (_SHIFT * at)
            self._rows[key] = self._rows.get(key, 0) | outcomes

    def _place(self, at: int, choice: Choice) -> int:
        """The number of an answer; 0 is no answer at all."""
        if choice.answer is None:
            return 0
        said = self._said[at]
        if choice.said not in said:
            said[choice.said] = len(said) + 1
            self._choices[at].append(choice)
        return said[choice.said]

    def settles(self, picked: tuple[int, ...]) -> dict[int, int]:
        """The answers to these facts that leave one outcome, with it."""
        mask = sum(_ONE << (_SHIFT * at) for at in picked)
        found: dict[int, int] = {}
        for key, outcomes in self._rows.items():
            part = key & mask
            found[part] = found.get(part, 0) | outcomes
        return {
            key: outcomes
            for key, outcomes in found.items()
            if outcomes in _SINGLE and all(key >> (_SHIFT * at) & _ONE for at in picked)
        }

    def shown(
        self, picked: tuple[int, ...], settles: Mapping[int, int]
    ) -> tuple[tuple[Answer, Outcome], ...]:
        """The same, in words and in their order."""
        rows = []
        for key, outcomes in settles.items():
            chosen = tuple(self._choices[at][(key >> (_SHIFT * at) & _ONE) - 1] for at in picked)
            rows.append((tuple(choice.said for choice in chosen), chosen, _SINGLE[outcomes]))
        rows.sort(key=itemgetter(0))
        return tuple((chosen, outcome) for _, chosen, outcome in rows)
