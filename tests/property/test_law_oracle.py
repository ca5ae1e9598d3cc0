"""Two oracles outside our code: a package of defeasible logic, and an answer set program.

For a theory of one layer with two sides and no restraints, where some rule applies, ``counsel``
means that neither side is provable in defeasible logic with ambiguity blocking and team defeat
(LAW 6.6). Where one side is provable the outcome is that side's; where no rule applies, silence.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from random import Random

import clingo
import pytest
from tiny_datalog.defeasible import Theory

from tests.unit.law.making import made, rule
from tests.unit.law.situations import decided

SIZE = int(os.environ.get("TECUM_TEST_ORACLE_SIZE", "1000"))
SHARES = 4
FACTS = "abcd"
DECLARED = "".join(f'[{name}]\ntype = "yes/no"\n' for name in FACTS)
META = """
applies(R) :- head(R, _), given(L) : body(R, L).
against(yes, no). against(no, yes).
met(S) :- head(S, Q), against(Q, P), head(T, P), applies(T), above(T, S).
stands(Q) :- head(S, Q), applies(S), not met(S).
provable(Q) :- head(R, Q), applies(R), against(Q, P), not stands(P).
#show provable/1.
"""


@dataclass(frozen=True)
class Rule:
    """One rule of a theory: its effect, the facts that must be so or not, and who beats it."""

    effect: str
    body: tuple[str, ...]
    exceptions: tuple[str, ...]
    above: tuple[int, ...]

    @property
    def side(self) -> str:
        """Whether it permits or forbids."""
        return "no" if self.effect == "must not" else "yes"

    @property
    def literals(self) -> tuple[str, ...]:
        """Its body in the form of the oracles: an exception is a fact that must not be so."""
        turned = (name[1:] if name.startswith("~") else f"~{name}" for name in self.exceptions)
        return (*self.body, *turned)


def theory(random: Random) -> tuple[list[Rule], dict[str, bool]]:
    """Up to eight rules, superiority along a random order, and a value for every fact."""
    signed = [sign + name for name in FACTS for sign in ("", "~")]
    rules: list[Rule] = []
    for at in range(random.randint(2, 8)):
        body = tuple(random.sample(signed, random.randint(0, 2)))
        exceptions = tuple(random.sample(signed, random.randint(0, 1)))
        above = tuple(other for other in range(at) if random.random() < 0.35)
        effect = random.choice(["may", "must", "must not", "must not"])
        rules.append(Rule(effect, body, exceptions, above))
    return rules, {name: random.random() < 0.6 for name in FACTS}


def ours(rules: list[Rule], facts: dict[str, bool]) -> str:
    """The outcome of the same theory as a pack."""
    sections = []
    for at, one in enumerate(rules):
        when = " and ".join(name.replace("~", "not ") for name in one.body)
        lines = [f"unless: {name.replace('~', 'not ')}  [e]" for name in one.exceptions]
        lines += [f"yields to: r{above}  [y]" for above in one.above]
        sections.append(rule(f"r{at}", f"{one.effect}: share_status", when, *lines))
    packs = made(("state", "# x" + "".join(sections)), facts=DECLARED)
    return decided(packs, **facts).outcome.value


def by_package(rules: list[Rule], facts: dict[str, bool]) -> set[str]:
    """The sides that the package proves."""
    lines = [f"{name if value else '~' + name}(x)." for name, value in facts.items()]
    lines.append("base(x).")
    for at, one in enumerate(rules):
        body = ", ".join(["base(x)", *(f"{literal}(x)" for literal in one.literals)])
        lines.append(f"r{at}: {body} => {'' if one.side == 'yes' else '~'}done(x).")
        lines += [f"r{above} > r{at}." for above in one.above if rules[above].side != one.side]
    proved = Theory.parse("\n".join(lines)).conclusions("blocking")["+∂"]
    signs = {"done": "yes", "~done": "no"}
    return {signs[name] for name, _ in proved if name in signs}


def by_program(rules: list[Rule], facts: dict[str, bool]) -> set[str]:
    """The sides that the answer set program proves."""
    lines = [META]
    lines += [f'given("{name if value else "~" + name}").' for name, value in facts.items()]
    for at, one in enumerate(rules):
        lines.append(f"head({at}, {one.side}).")
        lines += [f'body({at}, "{literal}").' for literal in one.literals]
        lines += [f"above({above}, {at})." for above in one.above]
    control = clingo.Control(["--warn=none"])
    control.add("base", [], "\n".join(lines))
    control.ground([("base", [])])
    found: set[str] = set()
    control.solve(on_model=lambda model: found.update(_shown(model)))
    return found


def _shown(model: clingo.Model) -> list[str]:
    return [symbol.arguments[0].name for symbol in model.symbols(shown=True)]


def wanted(outcome: str) -> set[str]:
    """What must be provable where this is the outcome."""
    return {"may": {"yes"}, "must": {"yes"}, "must_not": {"no"}}.get(outcome, set())


def applies(one: Rule, facts: dict[str, bool]) -> bool:
    return all(facts[name.lstrip("~")] != name.startswith("~") for name in one.literals)


@pytest.mark.parametrize("share", range(SHARES))
def test_two_oracles_agree_on_theories_of_one_layer(share: int) -> None:
    different, seen = [], set[str]()
    for seed in range(share, SIZE, SHARES):
        rules, facts = theory(Random(seed))
        outcome = ours(rules, facts)
        seen.add(outcome)
        oracles = by_package(rules, facts), by_program(rules, facts)
        speaks = any(applies(one, facts) for one in rules)
        if oracles != (wanted(outcome),) * 2 or speaks == (outcome == "silent"):
            different.append((seed, outcome, oracles))
    assert different == []
    assert seen == {"must", "may", "must_not", "counsel", "silent"}
