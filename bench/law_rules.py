"""Rules and rows that every engine can be given: conditions on known facts, three effects.

Ten rules on one action, or two hundred made from the same parts; rows whose facts are all known
or unknown in one of five cells. The effects collide as LAW 5.8 says; no rule yields, as most
engines have no way to say it. What an engine lacks beside that is in LAW section 16.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from tecum.law import Packs, load_packs

__all__ = ["ACTION", "BOOLEANS", "DAY", "WORDS", "columns", "loaded", "made_rules", "outcome_of"]

ACTION = "share_release_date"
DAY = date(2024, 6, 3)
WORDS = {
    "requester_class": ("immigration_authority", "other_federal", "state_local", "private"),
    "instrument": ("administrative_subpoena", "grand_jury_subpoena", "court_order"),
}
BOOLEANS = (
    "item_public",
    "court_issued",
    "judicial_warrant",
    "criminal_warrant",
    "required_by_law",
    "local_policy_allows",
    "already_disclosed",
    "person_consented",
)
EFFECTS = ("must not", "must not", "may", "must", "counsel")
MANIFEST = """id = "bench"
title = "Rules for a measurement"
maker = "state"
vocabulary = "tecum-actions/1"
status = "unreviewed example"
"""
Rule = tuple[str, tuple[tuple[str, str], ...], tuple[str, ...], tuple[str, ...]]
"""Effect; word facts with the word wanted; yes/no facts that must hold; exceptions."""


def made_rules(count: int) -> list[Rule]:
    """The rules, the same for every run."""
    random = Random(17)
    rules: list[Rule] = []
    for _ in range(count):
        words = tuple(
            (name, random.choice(WORDS[name]))
            for name in sorted(random.sample(sorted(WORDS), random.choice((1, 2))))
        )
        facts = random.sample(BOOLEANS, 4)
        held = tuple(facts[: random.choice((1, 2))])
        rules.append((random.choice(EFFECTS), words, held, tuple(facts[2 : random.choice((3, 4))])))
    return rules


def law(rules: list[Rule]) -> str:
    """The rules as the text of a law file."""
    parts = ["# Rules\n"]
    for at, (effect, words, held, exceptions) in enumerate(rules):
        when = " and ".join([*(f"{name} is {word}" for name, word in words), *held])
        lines = [f"{effect}: {ACTION}", f"when: {when}"]
        lines += [f"unless: {name}  [§ {at}]" for name in exceptions]
        lines += ["in force: from 2018-01-04; recorded 2017-10-05", "judged at: act date"]
        lines += [f"source: Example Code § {at}"]
        parts.append(f"\n## b-{at:03}  Rule {at}\n```rule\n" + "\n".join(lines) + "\n```\n")
    return "".join(parts)


def loaded(rules: list[Rule]) -> Packs:
    """The rules as a pack."""
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder) / "bench"
        (pack / "law").mkdir(parents=True)
        (pack / "pack.toml").write_text(MANIFEST, "utf-8")
        (pack / "law" / "bench.md").write_text(law(rules), "utf-8")
        return load_packs([str(pack)])


def columns(rows: int, unknown: float = 0.0) -> dict[str, list[Any]]:
    """Facts by column, the same for every run; None is unknown."""
    import numpy as np

    random = np.random.default_rng(5)
    found: dict[str, list[Any]] = {}
    for name in BOOLEANS:
        values = (random.random(rows) < 0.4).astype(object)
        values[random.random(rows) < unknown] = None
        found[name] = [None if value is None else bool(value) for value in values]
    for name, words in WORDS.items():
        picked = random.integers(0, len(words), rows)
        gone = random.random(rows) < unknown
        found[name] = [None if g else words[p] for p, g in zip(picked, gone, strict=True)]
    return found


def outcome_of(live: set[str]) -> str:
    """The outcome of live effects, in the order of LAW 5.8."""
    forbids, permits = "must not" in live, bool(live & {"may", "must"})
    if "counsel" in live or (forbids and permits):
        return "counsel"
    if forbids:
        return "must_not"
    return "must" if "must" in live else "may" if permits else "silent"
