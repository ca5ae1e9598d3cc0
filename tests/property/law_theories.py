"""Whole packs and situations made from one seed: everything that the text form can say.

Rules of every effect with windows written more than once, several dates of judging,
exceptions, acyclic superiority, orders with scope and end that stay rules and other orders and
command, restraints that rules yield to, stand against or leave open, prohibitions by a local
maker that others ask about, definitions by condition and by count, child tables, and an
office's own precedence. One fact in five is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from tecum.law import Facts, Given, Packs, Rows
from tecum.law.columns import Situation
from tecum.law.errors import PackRefused
from tecum.office import Office, Precedence
from tests.unit.law.making import made, order, rule

ACTION = "share_status"
FACTS = """[a]
type = "yes/no"
[b]
type = "yes/no"
[c]
type = "yes/no"
[d]
type = "yes/no"
[w]
type = "one of [x, y, z]"
[v]
type = "one of [x, y, z]"
[n]
type = "number"
[g]
type = "text"
[p]
type = "yes/no"
[m]
type = "number"
"""
THEMES = [
    ["w is x", "w is not y", "w in [x, z]"],
    ["w is v", "v not in [y]", "w is x", "v is z"],
    ["g is small", "g is not large"],
    ["n >= 2", "n in [1, 3]", "n is 2"],
    ["n < m", "m > 1"],
    ["request_date {sign} {day}", "request_date within 3 days {side} {day}"],
    ["service_date within 1 months {side} {day}", "service_date {sign} {day}"],
    ["request_date < service_date", "request_date within 3 days {side} service_date"],
    ["service_date within 2 years {side} request_date", "service_date is request_date"],
    ["conviction"],
    ["conviction", "conviction", "true"],
]
"""What the conditions of one pack speak of, beside yes/no facts."""
START = date(2020, 1, 1)
DAYS = [START + timedelta(days=n) for n in range(10)]
TERMS = [date(2012, 2, 29), date(2015, 3, 31), date(2019, 12, 31), date(2020, 2, 29)]
NUMBERS = [Decimal(n) for n in range(4)] + [Decimal("1.0"), Decimal("2.5")]
EFFECTS = ["must", "may", "must not", "must not", "counsel"]
JUDGED = ["act date", "act date", "request date", "service date"]


@dataclass(frozen=True)
class World:
    """A pack with the office that uses it."""

    packs: Packs
    office: Office | None


class Maker:
    """Makes one world from one seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.themes = self.random.sample(range(len(THEMES)), self.one([1, 1, 2, 3]))

    def one(self, words: list[Any]) -> Any:
        return self.random.choice(words)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def day(self) -> date:
        return self.one(DAYS)

    def cell(self) -> str:
        return self.one(
            [
                "conviction.degree is felony",
                "conviction.degree is not felony",
                "conviction.registrable",
                "not conviction.registrable",
                f"conviction.on < {self.one(TERMS)}",
                f"conviction.on within {self.one([1, 5])} years before request_date",
                "conviction.on within 2 months after service_date",
                "conviction.class in [x, y]",
                "conviction.class is g",
                "a",
                "w is x",
            ]
        )

    def leaf(self, depth: int) -> str:
        kinds = ["a", "b", "c", "d", "p"]
        for theme in self.themes:
            kinds += THEMES[theme]
        found = self.one(kinds)
        if found == "conviction":
            if not depth:
                return "a"
            cells = f" {self.one(['and', 'or'])} ".join(self.cell() for _ in range(2))
            return f"{self.one(['any', 'all', 'no'])} conviction where ({cells})"
        signs = self.one(["<", "<=", ">", ">=", "is"]), self.one(["before", "after"])
        return found.format(day=self.day(), sign=signs[0], side=signs[1])

    def expr(self, depth: int = 2, derived: bool = True) -> str:
        if depth == 0 or self.chance(0.3):
            found = self.leaf(1)
            if not derived and found in ("p", "n < m", "m > 1"):
                found = "a"
            return f"not ({found})" if self.chance(0.25) else found
        word = self.one([" and ", " or "])
        parts = [self.expr(depth - 1, derived) for _ in range(self.one([2, 2, 3]))]
        return f"({word.join(parts)})"

    def window(self) -> str:
        start = self.day()
        end = f" to {start + timedelta(days=self.one([1, 3, 20]))}" if self.chance(0.3) else ""
        return f"from {start}{end}; recorded {self.day()}"

    def rule(self, at: int, effects: list[str], local: bool = False) -> str:
        lines = []
        for _ in range(self.one([0, 0, 1, 2])):
            lines.append(f"unless: {self.expr(1)}  [e]")
        if not local and self.chance(0.12):
            lines.append("unless: forbidden by local  [l]")
        if not local:
            for above in range(at):
                if self.chance(0.25):
                    lines.append(f"yields to: r{above}  [y]")
            if self.chance(0.15):
                lines.append(f"{self.one(['yields to', 'stands against'])}: n  [n]")
        windows = [f"from 2019-12-01; recorded {self.one(['2019-11-01', DAYS[2]])}"]
        if self.chance(0.5):
            windows = [self.window()]
        if self.chance(0.15):
            start = self.day()
            windows = [f"from {start}; recorded {DAYS[0]}"]
            end = start + timedelta(days=3)
            windows.append(f"from {start} to {end}; recorded {DAYS[4]}")
        if self.chance(0.06):
            windows = ["unconfirmed  [open]"]
        lines += [f"in force: {window}" for window in windows]
        effect, judged = self.one(effects), self.one(JUDGED)
        name = f"l{at}" if local else f"r{at}"
        when = self.expr()
        return rule(name, f"{effect}: {ACTION}", when, *lines, window="", judged=judged)

    def order(self, name: str, *lines: str) -> str:
        more = list(lines)
        if self.chance(0.1):
            more.append("only where: not forbidden by local")
        elif self.chance(0.7):
            more.append(f"only where: {self.expr(1)}")
        if self.chance(0.3):
            more.append(f"ended: {self.day()}; recorded {self.day()}  [x]")
        return order(name, *more, start=str(self.day()), recorded=str(self.day()))

    def sections(self) -> tuple[str, str, str]:
        count = self.one([2, 3, 4, 5])
        state = "".join(self.rule(at, EFFECTS) for at in range(count))
        state += "\n## p  p\n```define\nfact: p\ntrue when: " + self.expr(1, False)
        state += "\nsource: s\n```\n"
        state += f"\n## m  m\n```define\nfact: m\ncounts: conviction where ({self.cell()})"
        state += "\nsource: s\n```\n"
        if self.chance(0.7):
            rules = [f"r{at}" for at in range(count)]
            state += self.order("o", f"stays: {self.one([*rules, *rules, 'n'])}")
            if self.chance(0.5):
                state += self.order("o2", "stays: o")
                if self.chance(0.3):
                    state += self.order("o3", "stays: o2")
        if self.chance(0.4):
            lines = [f"commands: {self.one(['must', 'must not', 'may'])} {ACTION}"]
            if self.chance(0.6):
                lines.append(f"prevails over: r{self.random.randrange(count)}  [c]")
            state += self.order("k", *lines)
            if self.chance(0.2):
                state += self.order("k2", "stays: k")
        more = [f"unless: {self.expr(1)}  [e]"] if self.chance(0.3) else []
        more += ["prevails over: r0  [p]"] if self.chance(0.15) else []
        restraint = rule("n", f"must not prohibit: {ACTION}", self.expr(1), *more)
        restraint = restraint.replace(
            "judged at: act date\n", "judged at: act date\nrestrains: state\n"
        )
        local = "".join(self.rule(at, ["must not"], True) for at in range(self.one([0, 1])))
        return state, restraint, local

    def world(self) -> World:
        while True:
            state, restraint, local = self.sections()
            try:
                packs = made(
                    ("state", "# x" + state),
                    ("federal", "# y" + restraint),
                    ("local", "# z" + local),
                    facts=FACTS,
                )
            except (AssertionError, PackRefused):
                continue
            return World(packs, self.office())

    def office(self) -> Office | None:
        if self.chance(0.6):
            return None
        rows = (Precedence("r0", "r1", "own", "Counsel", self.day()),) if self.chance(0.5) else ()
        rows += (Precedence("n", "r0", "own", "Counsel", self.day()),) if self.chance(0.2) else ()
        return Office(
            name="Office", zone="UTC", local_rules_complete=self.chance(0.5), precedence=rows
        )

    def known(self, value: Any) -> Any:
        return None if self.chance(0.2) else value

    def table(self) -> Rows:
        rows = tuple(
            {
                "degree": self.known(self.one(["felony", "misdemeanor"])),
                "class": self.known(self.one(["x", "z", "g"])),
                "on": self.known(self.one(TERMS)),
                "registrable": self.known(self.chance(0.5)),
            }
            for _ in range(self.one([0, 1, 2]))
        )
        return Rows(rows, self.one([True, True, False, None]))

    def situation(self) -> Situation:
        given: dict[str, Any] = {name: self.known(self.chance(0.5)) for name in "abcd"}
        given |= {
            "w": self.known(self.one(["x", "y", "z"])),
            "v": self.known(self.one(["x", "y", "z"])),
            "n": self.known(self.one(NUMBERS)),
            "g": self.known(self.one(["small", "large"])),
            "request_date": self.known(self.one([*DAYS, date(2020, 2, 29)])),
            "service_date": self.known(self.one([*DAYS, date(2020, 3, 31)])),
            "conviction": self.known(self.table()),
        }
        if self.chance(0.1):
            given["p"] = self.chance(0.5)
        facts = Facts({name: (Given(v),) for name, v in given.items() if v is not None})
        if self.chance(0.1):
            facts = facts.plus("a", Given(True, "one")).plus("a", Given(self.chance(0.5), "two"))
        if self.chance(0.1):
            facts = facts.plus("p", Given(True, "one"), Given(self.chance(0.5), "two"))
        if self.chance(0.1):
            later = Given(self.chance(0.5), "late", recorded_on=self.day(), since=self.day())
            facts = facts.plus("b", later)
        return Situation(facts, self.day(), self.day())
