"""Small packs and situations made by hypothesis, and the plain way to count their outcomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import Any

from hypothesis import strategies as st

from tecum.law import Packs, decide, facts_from
from tests.unit.law.making import made, order, rule

FACTS = """[a]
type = "yes/no"
ask = "a?"
[b]
type = "yes/no"
ask = "b?"
[w]
type = "one of [x, y, z]"
ask = "w?"
[derived]
type = "yes/no"
"""
DAYS = [date(2020, 1, 1) + timedelta(days=n) for n in range(8)]
VALUES: dict[str, list[Any]] = {
    "a": [True, False],
    "b": [True, False],
    "w": ["x", "y", "z"],
    "request_date": [
        day.isoformat()
        for day in [DAYS[0] - timedelta(days=9), *DAYS, DAYS[-1] + timedelta(days=9)]
    ],
}
EFFECTS = ["must", "may", "must not", "counsel"]
DEFINE = "\n## derived  d\n```define\nfact: derived\ntrue when: {expr}\nsource: s\n```\n"

days = st.sampled_from(DAYS)
leaves = st.one_of(
    st.sampled_from(["a", "b", "derived", "w is x", "w is not y", "w in [x, z]"]),
    st.builds("request_date {} {}".format, st.sampled_from(["<", "<=", ">", ">=", "is"]), days),
    st.builds(
        "request_date within {} days {} {}".format,
        st.integers(0, 3),
        st.sampled_from(["before", "after"]),
        days,
    ),
)


def expressions(leaf: st.SearchStrategy[str] = leaves) -> st.SearchStrategy[str]:
    """Conditions of two levels."""
    part = st.one_of(leaf, st.builds("not ({})".format, leaf))
    joined = st.builds(
        lambda parts, word: f"({f' {word} '.join(parts)})",
        st.lists(part, min_size=2, max_size=3),
        st.sampled_from(["and", "or"]),
    )
    return st.one_of(part, joined)


@dataclass(frozen=True)
class Made:
    """A pack as its sections, so that a test can shuffle them or leave one out."""

    sections: tuple[str, ...]

    def packs(self, *without: str) -> Packs:
        """The pack, without the sections that begin with one of these ids."""
        kept = [s for s in self.sections if not any(s.startswith(f"\n## {w}  ") for w in without)]
        return made(("state", "# x" + "".join(kept)), ("federal", "# y" + RESTRAINT), facts=FACTS)


RESTRAINT = rule("n", "must not prohibit: share_status", "a").replace(
    "judged at: act date\n", "judged at: act date\nrestrains: state\n"
)


@st.composite
def packs(draw: st.DrawFn) -> Made:
    """Two to five rules, acyclic superiority, an order on a rule, an order on the order."""
    count = draw(st.integers(2, 5))
    sections = []
    for at in range(count):
        lines = [f"unless: {draw(expressions())}  [e]"] if draw(st.booleans()) else []
        above = draw(st.integers(0, at))
        if above < at:
            lines.append(f"yields to: r{above}  [y]")
        effect = draw(st.sampled_from(EFFECTS))
        judged = draw(st.sampled_from(["act date", "request date"]))
        start = draw(days)
        window = f"from {start}; recorded 2019-12-01"
        when = draw(expressions())
        sections.append(
            rule(f"r{at}", f"{effect}: share_status", when, *lines, window=window, judged=judged)
        )
    leaf = st.sampled_from(["a", "b", "w is x"])
    sections.append(DEFINE.format(expr=draw(expressions(leaf))))
    target = draw(st.integers(0, count - 1))
    scope = draw(expressions())
    sections.append(order("o", f"stays: r{target}", f"only where: {scope}", start="2020-01-03"))
    if draw(st.booleans()):
        scope = draw(expressions())
        sections.append(order("p", "stays: o", f"only where: {scope}", start="2020-01-04"))
    return Made(tuple(sections))


situations = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(values) for name, values in VALUES.items()}
)


def outcome(packs_: Packs, facts: dict[str, Any], on: date) -> str:
    """The outcome as text, the possible ones with it where it is unknown."""
    finding = decide(
        packs_, facts_from({"facts": facts}, packs_), "share_status", on=on, known_on=on
    )
    return "|".join(finding.possible)


def completions(facts: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every way to fill in what is missing."""
    missing = [name for name in VALUES if name not in facts]
    for values in product(*(VALUES[name] for name in missing)):
        yield {**facts, **dict(zip(missing, values, strict=True))}
