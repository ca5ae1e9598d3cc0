"""DECIDE: packs and facts into findings, with every step shown. It never decides; a person does."""

from tecum.law.decide import actions_ruled, decide, decide_all
from tecum.law.duties import DutyFinding, duties
from tecum.law.explain import explain
from tecum.law.facts import Facts, Given, Rows, facts_from
from tecum.law.finding import Finding, Step
from tecum.law.pack import Pack, Packs, load_packs, read_packs
from tecum.law.reading_facts import facts_from_reading
from tecum.law.vocabulary import actions_for

__all__ = [
    "DutyFinding",
    "Facts",
    "Finding",
    "Given",
    "Pack",
    "Packs",
    "Rows",
    "Step",
    "actions_for",
    "actions_ruled",
    "decide",
    "decide_all",
    "duties",
    "explain",
    "facts_from",
    "facts_from_reading",
    "load_packs",
    "read_packs",
]
