"""The same rules for other engines, as far as each can say them: conditions and their outcome.

Each engine is given what it does best: the whole condition of a rule in its own language, made
ready once, and the row as it takes it. The order of outcomes (LAW 5.8) is put on top where an
engine has none.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

from law_rules import ACTION, BOOLEANS, WORDS, Rule, outcome_of

__all__ = ["PACKAGES", "engines", "vectorised"]

PACKAGES = (
    "cedarpy",
    "zen-engine",
    "cel-python",
    "clingo",
    "json-logic-qubit",
    "openfisca-core",
    "regopy",
)
PERIOD = "2024-06"
Engine = Callable[[dict[str, Any]], str]


def engines(rules: list[Rule]) -> dict[str, Engine | None]:
    """Every engine that decides one request at a time; None where it is not installed."""
    made = {
        "cel-python": ("celpy", _cel),
        "json-logic": ("json_logic", _json_logic),
        "clingo": ("clingo", _clingo),
        "cedarpy": ("cedarpy", _cedar),
        "zen-engine": ("zen", _zen),
        "OpenFisca, one at a time": ("openfisca_core", _openfisca),
        "Rego (rego-cpp)": ("regopy", _rego),
    }
    return {
        name: make(rules) if find_spec(module) else None for name, (module, make) in made.items()
    }


def _cel(rules: list[Rule]) -> Engine:
    import celpy

    environment = celpy.Environment()
    programs = []
    for effect, words, held, exceptions in rules:
        parts = [f'{name} == "{word}"' for name, word in words]
        parts += [*held, *(f"!{name}" for name in exceptions)]
        programs.append((effect, environment.program(environment.compile(" && ".join(parts)))))

    def decide(row: dict[str, Any]) -> str:
        context = {name: celpy.json_to_cel(value) for name, value in row.items()}
        return outcome_of({effect for effect, program in programs if program.evaluate(context)})

    return decide


def _json_logic(rules: list[Rule]) -> Engine:
    from json_logic import jsonLogic

    made = []
    for effect, words, held, exceptions in rules:
        parts: list[Any] = [{"==": [{"var": name}, word]} for name, word in words]
        parts += [{"var": name} for name in held]
        parts += [{"!": [{"var": name}]} for name in exceptions]
        made.append((effect, {"and": parts}))
    return lambda row: outcome_of({effect for effect, rule in made if jsonLogic(rule, row)})


def _clingo(rules: list[Rule]) -> Engine:
    import clingo

    lines = []
    for effect, words, held, exceptions in rules:
        body = [f"is({name}, {word})" for name, word in words]
        body += [f"yes({name})" for name in held]
        body += [f"not yes({name})" for name in exceptions]
        lines.append(f"live({effect.replace(' ', '_')}) :- {', '.join(body)}.")
    program = "\n".join([*lines, "#show live/1."])

    def decide(row: dict[str, Any]) -> str:
        facts = [f"is({name}, {row[name]})." for name in WORDS if name in row]
        facts += [f"yes({name})." for name in BOOLEANS if row.get(name)]
        control = clingo.Control(["--warn=none"])
        control.add("base", [], program + "\n" + "\n".join(facts))
        control.ground([("base", [])])
        found: set[str] = set()
        control.solve(
            on_model=lambda model: found.update(
                symbol.arguments[0].name.replace("_", " ") for symbol in model.symbols(shown=True)
            )
        )
        return outcome_of(found)

    return decide


def _cedar(rules: list[Rule]) -> Engine:
    """Permit and forbid; which policies were decisive is all that Cedar tells of the others."""
    import cedarpy

    policies = []
    for at, (effect, words, held, exceptions) in enumerate(rules):
        parts = [f'context.{name} == "{word}"' for name, word in words]
        parts += [f"context.{name}" for name in held]
        parts += [f"!context.{name}" for name in exceptions]
        word = "forbid" if effect == "must not" else "permit"
        when = " && ".join(parts)
        policies.append(f'@id("{at}") {word}(principal, action, resource) when {{ {when} }};')
    text = "\n".join(policies)

    def decide(row: dict[str, Any]) -> str:
        request = {
            "principal": 'Office::"o"',
            "action": f'Action::"{ACTION}"',
            "resource": 'Item::"1"',
            "context": row,
        }
        answer = cedarpy.is_authorized(request, text, [])
        reasons = answer.diagnostics.reasons
        names = [int(name.removeprefix("policy")) for name in reasons]
        return outcome_of({rules[at][0] for at in names})

    return decide


def _zen(rules: list[Rule]) -> Engine:
    import zen

    compiled = []
    for effect, words, held, exceptions in rules:
        parts = [f'{name} == "{word}"' for name, word in words]
        parts += [f"{name} == true" for name in held]
        parts += [f"{name} == false" for name in exceptions]
        compiled.append((effect, zen.compile_expression(" and ".join(parts))))
    return lambda row: outcome_of({effect for effect, one in compiled if one.evaluate(row)})


def _rego(rules: list[Rule]) -> Engine:
    """Rego as rego-cpp runs it: compiled once, one input a query."""
    import regopy

    lines = ["package bench", "import rego.v1"]
    for effect, words, held, exceptions in rules:
        body = [f'input.{name} == "{word}"' for name, word in words]
        body += [f"input.{name}" for name in held]
        body += [f"not input.{name}" for name in exceptions]
        lines.append(f'live contains "{effect}" if {{ {"; ".join(body)} }}')
    interpreter = regopy.Interpreter()
    interpreter.add_module("bench", "\n".join(lines))
    bundle = interpreter.build("x := data.bench.live", ["bench/live"])

    def decide(row: dict[str, Any]) -> str:
        interpreter.set_input(row)
        answer = json.loads(str(interpreter.query_bundle(bundle)))
        return outcome_of(set(answer["bindings"]["x"]))

    return decide


def _system(rules: list[Rule]) -> Any:
    """The rules as variables of OpenFisca; an input that is never set is false there."""
    from openfisca_core import entities, periods, taxbenefitsystems, variables

    person = entities.Entity("item", "items", "An item", "")
    system = taxbenefitsystems.TaxBenefitSystem([person])

    def variable(name: str, body: dict[str, Any]) -> None:
        kind = type(
            name,
            (variables.Variable,),
            {"entity": person, "definition_period": periods.MONTH, "label": name, **body},
        )
        system.add_variable(kind)

    for name in BOOLEANS:
        variable(name, {"value_type": bool})
    for name in WORDS:
        variable(name, {"value_type": int})
    for at, rule in enumerate(rules):
        variable(f"rule_{at}", {"value_type": bool, "formula": _formula(rule)})
    return system


def _formula(rule: Rule) -> Any:
    _, words, held, exceptions = rule

    def formula(item: Any, period: Any) -> Any:
        found = True
        for name, word in words:
            found = found & (item(name, period) == WORDS[name].index(word))
        for name in held:
            found = found & item(name, period)
        for name in exceptions:
            found = found & ~item(name, period)
        return found

    return formula


def _simulation(system: Any, count: int, arrays: dict[str, Any]) -> Any:
    from openfisca_core import simulations

    simulation = simulations.SimulationBuilder().build_default_simulation(system, count)
    for name, values in arrays.items():
        simulation.set_input(name, PERIOD, values)
    return simulation


def _openfisca(rules: list[Rule]) -> Engine:
    import numpy as np

    system = _system(rules)

    def decide(row: dict[str, Any]) -> str:
        arrays = {
            name: np.array([WORDS[name].index(value) if name in WORDS else value])
            for name, value in row.items()
        }
        simulation = _simulation(system, 1, arrays)
        live = {
            rule[0]
            for at, rule in enumerate(rules)
            if simulation.calculate(f"rule_{at}", PERIOD)[0]
        }
        return outcome_of(live)

    return decide


def vectorised(rules: list[Rule], data: dict[str, list[Any]], wanted: list[str]) -> dict[str, Any]:
    """OpenFisca over all rows at once, where it is installed."""
    if not find_spec("openfisca_core"):
        return {"OpenFisca, vectorised": "absent"}
    import numpy as np

    system = _system(rules)
    count = len(data[BOOLEANS[0]])
    arrays = {name: np.array(data[name], bool) for name in BOOLEANS}
    arrays |= {n: np.array([w.index(v) for v in data[n]], np.int32) for n, w in WORDS.items()}
    simulation = _simulation(system, count, arrays)
    start, begun = time.perf_counter(), time.process_time()
    found = {effect: np.zeros(count, bool) for effect in ("must", "may", "must not", "counsel")}
    for at, rule in enumerate(rules):
        found[rule[0]] |= simulation.calculate(f"rule_{at}", PERIOD)
    took, cpu = time.perf_counter() - start, time.process_time() - begun
    permits = found["may"] | found["must"]
    counsel = found["counsel"] | (found["must not"] & permits)
    outcome = np.select(
        [counsel, found["must not"], found["must"], found["may"]],
        ["counsel", "must_not", "must", "may"],
        "silent",
    )
    return {
        "OpenFisca, vectorised": {"s": round(took, 3), "cpu_s": round(cpu, 3)},
        "OpenFisca ≠ numpy": int((outcome != np.array(wanted)).sum()),
    }
