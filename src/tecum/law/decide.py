"""Packs and facts in, findings out (LAW sections 5 and 9)."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from datetime import date

from tecum.law.ask import Completions, complete
from tecum.law.engine import Engine
from tecum.law.errors import ActionUnknown
from tecum.law.facts import Facts
from tecum.law.finding import Finding
from tecum.law.norms import Norm, theory_for
from tecum.law.pack import Packs
from tecum.law.problem import nearest_sentence
from tecum.law.trace import trace_of
from tecum.law.truth import Truth
from tecum.law.view import View
from tecum.office import Office
from tecum.words import Effect, Outcome

__all__ = ["Completed", "actions_ruled", "decide", "decide_all", "engine_for"]

F, U, T = Truth

Completed = MutableMapping[tuple[str, str], Completions]
"""Action and what is given, whoever says it → its completions; for the same packs and days."""


def decide(
    packs: Packs,
    facts: Facts,
    action: str,
    *,
    item: str | None = None,
    on: date,
    known_on: date,
    office: Office | None = None,
    completed: Completed | None = None,
) -> Finding:
    """Say what the loaded rules say on one action, and what is not known.

    Args:
        packs: The loaded packs; their order means nothing.
        facts: What is known; absent is unknown.
        action: A word of the vocabulary, such as ``share_release_date``.
        item: Label of the item that it is about.
        on: The date of the act, for rules judged at it.
        known_on: Only what could be known by this day counts.
        office: The profile, for its own precedence and its word beside *silent*.
        completed: Completions tried before with the same packs, office and days; they do not
            depend on who says a fact, which is another source for each item of a demand.

    Raises:
        ActionUnknown: the vocabulary has no such action.
    """
    _check_action(packs, action)
    engine = engine_for(packs, facts, action, on=on, known_on=known_on, office=office)
    possible = engine.possible()
    tried: Completions | None = None
    if len(possible) > 1:
        tried = _completions(engine, packs, facts, action, {} if completed is None else completed)
        possible = tried.possible
    outcome = next(iter(possible)) if len(possible) == 1 else Outcome.UNKNOWN
    theory, values = engine.theory, engine.values()
    live = [norm for norm in theory.norms if values[norm.key] is T]
    may_be = [norm for norm in theory.norms if values[norm.key] is U]
    unsure = [norm for norm in (*live, *may_be) if norm.key in theory.unsure]
    sides = _sides(engine, live) if outcome is Outcome.COUNSEL else None
    return Finding(
        action=action,
        item=item,
        outcome=outcome,
        possible=tuple(sorted(possible)),
        live=_ids(live),
        may_be_live=_ids(may_be),
        beaten=tuple(_beaten(engine)),
        sides=sides,
        questions=tried.questions if tried else (),
        trace=trace_of(packs, engine, outcome, sides, tried),
        rests_on_unconfirmed=_ids(unsure),
        limit=bool(tried and tried.limit),
        settled_whatever=tried is not None and len(possible) == 1,
        packs=packs.digests,
        on=on,
        known_on=known_on,
        silent_means=office.silent_means if office else Outcome.COUNSEL,
    )


def _completions(
    engine: Engine, packs: Packs, facts: Facts, action: str, completed: Completed
) -> Completions:
    given = facts.given
    said = [(name, [one._replace(source="") for one in given[name]]) for name in sorted(given)]
    key = action, repr(said)
    if key not in completed:
        completed[key] = complete(engine, packs.facts)
    return completed[key]


def _check_action(packs: Packs, action: str) -> None:
    if action not in packs.vocabulary.actions:
        near = nearest_sentence(action, packs.vocabulary.actions)
        raise ActionUnknown(f'unknown action "{action}".{near}', name=action)


def decide_all(
    packs: Packs,
    facts: Facts,
    *,
    on: date,
    known_on: date,
    actions: Iterable[str] | None = None,
    item: str | None = None,
    office: Office | None = None,
) -> tuple[Finding, ...]:
    """A finding for each action asked; without any, for each that some loaded rule bears on."""
    asked = facts.actions if actions is None else tuple(actions)
    return tuple(
        decide(packs, facts, action, item=item, on=on, known_on=known_on, office=office)
        for action in (actions_ruled(packs) if asked is None else asked)
    )


def actions_ruled(packs: Packs) -> tuple[str, ...]:
    """The actions that some loaded rule or order bears on, in the vocabulary's order."""
    ruled = {action for rule in packs.rules for action in rule.actions}
    ruled |= {name for order in packs.orders for c in order.commands for name in c.actions}
    return tuple(action for action in packs.actions if action in ruled)


def engine_for(
    packs: Packs,
    facts: Facts,
    action: str,
    *,
    on: date,
    known_on: date,
    office: Office | None = None,
) -> Engine:
    """The three-valued evaluation behind a finding, for those who need more than the finding."""
    view = View.of(facts, on, known_on, packs.defines)
    whole = frozenset({"local", "office"}) if office and office.local_rules_complete else None
    theory = theory_for(packs, action, office, known_on)
    return Engine(theory, view, on, known_on, whole or frozenset())


def _ids(norms: Iterable[Norm]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([norm.id for norm in norms]))


def _beaten(engine: Engine) -> Iterable[dict[str, str]]:
    above = engine.theory.above
    for key in sorted(above):
        norm = engine.theory.norms[key]
        if engine.applies(norm) is F or engine.live(norm) is not F:
            continue
        for pair in above[key]:
            winner = engine.theory.norms[pair.winner]
            if engine.live(winner) is T:
                yield {"rule": norm.id, "by": winner.id, "cite": pair.citation}


def _sides(engine: Engine, live: list[Norm]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The two sides of the live ones that stand against each other, prohibition first."""
    norms = engine.theory.norms
    keys = {norm.key for norm in live}
    one: list[Norm] = []
    other: list[Norm] = []
    for rule, restraint in engine.theory.open_pairs:
        if rule in keys and restraint in keys:
            one.append(norms[rule])
            other.append(norms[restraint])
    forbids = [norm for norm in live if norm.effect is Effect.MUST_NOT]
    permits = [norm for norm in live if norm.effect in (Effect.MAY, Effect.MUST)]
    if forbids and permits:
        one += forbids
        other += permits
    return (_ids(one), _ids(other)) if one and other else None
