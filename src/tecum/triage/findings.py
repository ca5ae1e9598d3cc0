"""From items to findings: which actions each item raises and what the rules say on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import replace
from datetime import date
from typing import Any

from tecum.law import Facts, Finding, Packs, decide
from tecum.law.decide import Completed
from tecum.law.reading_facts import facts_from_reading
from tecum.office import Office
from tecum.reading.result import Reading, ReadItem
from tecum.triage.result import ItemFinding

__all__ = ["Memory", "actions_of", "findings", "questions"]

Memory = MutableMapping[tuple[str, str], Finding]
"""Action and facts → what the rules say; holds for one set of packs, office and days."""


def actions_of(item: ReadItem, reading: Reading, packs: Packs) -> tuple[str, ...]:
    """The actions that an item raises, by its categories, each once."""
    kind = reading.kind.value
    words = (item.category, *item.also)
    found = (action for word in words for action in packs.vocabulary.actions_for(word, kind))
    return tuple(dict.fromkeys(found))


def findings(
    reading: Reading,
    packs: Packs,
    office: Office,
    *,
    on: date,
    known_on: date,
    stated: Facts | None = None,
    memory: Memory | None = None,
) -> tuple[ItemFinding, ...]:
    """What the loaded packs say for each item and action.

    Args:
        reading: The document; only what it supports fills a fact.
        stated: Facts that persons have stated; they join those of the document, and where the
            two differ the fact is conflicting and counts as unknown.
        memory: Findings made before with the same packs, office and days; the same question is
            not worked out twice.
    """
    known_findings: Memory = {} if memory is None else memory
    completed: Completed = {}
    shape = reading.to_json()
    found: list[ItemFinding] = []
    for item in reading.items:
        facts = facts_from_reading(packs, shape, office, item.label)
        known = facts.joined(stated) if stated else facts
        said = repr(sorted(known.given.items()))
        for action in actions_of(item, reading, packs):
            finding = known_findings.get((action, said))
            if finding is None:
                finding = decide(
                    packs,
                    known,
                    action,
                    on=on,
                    known_on=known_on,
                    office=office,
                    completed=completed,
                )
                known_findings[action, said] = finding
            found.append(ItemFinding(item.label, replace(finding, item=item.label)))
    return tuple(found)


def questions(rows: Iterable[ItemFinding]) -> tuple[Mapping[str, Any], ...]:
    """The questions of all findings, each once, those that settle most findings first."""
    by_key: dict[tuple[str, ...], dict[str, Any]] = {}
    settles: Counter[tuple[str, ...]] = Counter()
    for row in rows:
        for question in row.finding.questions:
            shape = question.to_json()
            key = tuple(shape.get("facts") or [shape["fact"]])
            settles[key] += 1
            by_key.setdefault(key, shape)
    order = sorted(by_key, key=lambda key: (len(key), -settles[key], key))
    return tuple(by_key[key] for key in order)
