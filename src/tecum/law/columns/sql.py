"""A plan as one SQL statement that SQLite and PostgreSQL both take (LAW 4).

Each level of steps is one SELECT over the one below, named before it: no column refers to another
of its own level, and no depth of superiority is more than a parser can nest. Every level ends
with a LIMIT above any number of rows, since both engines would otherwise merge the levels and
work the same step out again wherever it is named. Unknown is NULL, and ``is not``
is ``<>``, so that AND, OR and NOT are those of three values.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from tecum.law.columns import terms
from tecum.law.columns.answers import BITS
from tecum.law.columns.plan import Plan

__all__ = ["Dialect", "child_names", "create_tables", "statement"]

_FENCE = "LIMIT 9223372036854775807"
_NULL = "CAST(NULL AS BOOLEAN)"


class Dialect(Enum):
    """The two engines, and how each keeps a kind of value."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"

    def type_of(self, kind: str) -> str:
        """The type of a column: booleans 0/1 and days as text on SQLite; words byte by byte."""
        if self is Dialect.SQLITE:
            return {"yes/no": "INTEGER", "number": "REAL"}.get(kind, "TEXT COLLATE BINARY")
        types = {"yes/no": "boolean", "number": "numeric", "date": "date"}
        return types.get(kind, 'text COLLATE "C"')


def child_names(plan: Plan, base: str) -> dict[str, str]:
    """The child table of each table fact; numbered, since a fact may have any name."""
    return {table: f"{base}_{at}" for at, table in enumerate(plan.tables)}


def create_tables(plan: Plan, dialect: Dialect, base: str) -> list[str]:
    """The temporary tables that hold the rows of a plan."""
    columns = [f"{item.column} {dialect.type_of(item.kind)}" for item in plan.inputs.values()]
    made = [
        f"CREATE TEMPORARY TABLE {base} ({', '.join(['row_id INTEGER PRIMARY KEY', *columns])})"
    ]
    for name, cells in zip(child_names(plan, base).values(), plan.tables.values(), strict=True):
        kinds = [f"{cell.column} {dialect.type_of(cell.kind)}" for cell in cells.values()]
        made.append(f"CREATE TEMPORARY TABLE {name} ({', '.join(['row_id INTEGER', *kinds])})")
        made.append(f"CREATE INDEX {name}_row ON {name} (row_id)")
    return made


def statement(plan: Plan, dialect: Dialect, base: str, *, live: bool = True) -> str:
    """One SELECT: row, possible outcomes, live rules and rules that may be live, as bit sets.

    Without ``live`` the outcomes alone.
    """
    writer = _Writer(dialect, child_names(plan, base))
    wanted = _wanted(plan, plan.live if live else ())
    source, levels = base, []
    for number in range(1, plan.deepest + 1):
        made = {step.column: term for step, term in plan.level(number)}
        steps = {column: term for column, term in made.items() if column in wanted[number]}
        kept = sorted(wanted[number] - set(steps))
        shown = ["q.row_id", *(f"q.{column}" for column in kept)]
        shown += [f"{writer.sql(term)} AS {column}" for column, term in steps.items()]
        below = f"SELECT {', '.join(shown)} FROM {source} AS q {_FENCE}"  # noqa: S608 - names of our own
        levels.append(f"l{number} AS ({below})")
        source = f"l{number}"
    answer = [f"{writer.possible(plan)} AS possible"]
    for at in range(0, len(plan.live) if live else 0, BITS):
        held = list(enumerate(plan.live[at : at + BITS]))
        answer.append(f"{writer.bits(held, '')} AS live_{at // BITS}")
        answer.append(f"{writer.bits(held, ' IS NULL')} AS may_{at // BITS}")
    first = f"WITH {', '.join(levels)} " if levels else ""
    return f"{first}SELECT q.row_id, {', '.join(answer)} FROM {source} AS q {_FENCE}"  # noqa: S608


def _wanted(plan: Plan, live: Iterable[terms.Term]) -> dict[int, set[str]]:
    """For each level, the columns that must come out of it for what stands above."""
    sums = plan.sums
    needed = _names((sums.forbids, sums.permits, sums.commands, sums.counsel, *live))
    wanted = {}
    for number in range(plan.deepest, 0, -1):
        wanted[number] = set(needed)
        made = {step.column: term for step, term in plan.level(number)}
        used = [term for column, term in made.items() if column in needed]
        needed = (needed - set(made)) | _names(used)
    return wanted


def _names(shown: Iterable[terms.Term]) -> set[str]:
    found: set[str] = set()
    for term in shown:
        if isinstance(term, terms.Step | terms.Input):
            found.add(term.column)
        found |= _names(terms.parts(term))
    return found


@dataclass(slots=True)
class _Writer:
    dialect: Dialect
    children: dict[str, str]

    def possible(self, plan: Plan) -> str:
        """The interval of LAW 5.10 over the sums, as bits in the order of ``answers.ORDER``."""
        sums = plan.sums
        phi, pi, omega, kappa = (
            self.sql(term) for term in (sums.forbids, sums.permits, sums.commands, sums.counsel)
        )

        def may(text: str) -> str:
            return f"COALESCE({text}, TRUE)"

        def may_not(text: str) -> str:
            return f"COALESCE(NOT {text}, TRUE)"

        quiet = may_not(kappa)
        sets = (
            f"{quiet} AND {may_not(phi)} AND {may(omega)}",
            f"{quiet} AND {may_not(phi)} AND {may_not(omega)} AND {may(pi)}",
            f"{quiet} AND {may(phi)} AND {may_not(pi)} AND {may_not(omega)}",
            f"{may(kappa)} OR ({may(phi)} AND ({may(pi)} OR {may(omega)}))",
            f"{quiet} AND {may_not(phi)} AND {may_not(pi)} AND {may_not(omega)}",
        )
        return " + ".join(
            f"CASE WHEN {text} THEN {1 << at} ELSE 0 END" for at, text in enumerate(sets)
        )

    def bits(self, live: list[tuple[int, terms.Term]], test: str) -> str:
        """One whole number with a bit for each term for which the test holds."""
        said = [
            f"CASE WHEN {self.sql(term)}{test} THEN {1 << at} ELSE 0 END"
            for at, term in live
            if not isinstance(term, terms.Constant) or self._constantly(term, test)
        ]
        return " + ".join(said) or "0"

    def _constantly(self, term: terms.Constant, test: str) -> bool:
        return term.value is None if test else term.value is True

    def sql(self, term: terms.Term) -> str:
        """A term as an expression over the columns of ``q`` (and of ``k``, the child row)."""
        if isinstance(term, terms.Input | terms.Step):
            return f"q.{term.column}"
        if isinstance(term, terms.Cell):
            return f"k.{term.column}"
        if isinstance(term, terms.Constant):
            return self.constant(term)
        if isinstance(term, terms.All | terms.Some):
            word = " AND " if isinstance(term, terms.All) else " OR "
            return f"({word.join(self.sql(item) for item in term.items)})"
        if isinstance(term, terms.Opposite):
            return f"(NOT {self.sql(term.item)})"
        if isinstance(term, terms.Test):
            return f"({self.sql(term.left)} {term.operator} {self.sql(term.right)})"
        if isinstance(term, terms.Fallback):
            return f"COALESCE({self.sql(term.first)}, {self.sql(term.then)})"
        return self._rare(term)

    def _rare(self, term: terms.Term) -> str:
        if isinstance(term, terms.Listed):
            return self._listed(term)
        if isinstance(term, terms.Nearby):
            return self._nearby(term)
        if isinstance(term, terms.Settled):
            given, defined = self.sql(term.given), self.sql(term.defined)
            return (
                f"(CASE WHEN {self.sql(term.conflict)} THEN NULL WHEN {given} IS NULL "
                f"THEN {defined} WHEN {defined} IS NULL OR {given} = {defined} THEN {given} END)"
            )
        assert isinstance(term, terms.SomeRow | terms.Counted)
        # The truths are laid out first: an aggregate over columns of the outer row alone would
        # count as one of the outer SELECT.
        held = self.sql(term.where)
        child = self.children[term.table]
        rows = f"FROM {child} AS k WHERE k.row_id = q.row_id"
        truths = f"FROM (SELECT {held} AS held {rows}) AS h"
        complete = self.sql(term.complete)
        if isinstance(term, terms.Counted):
            counted = "COALESCE(SUM(CASE WHEN h.held THEN 1 ELSE 0 END), 0)"
            found = f"CASE WHEN COUNT(*) = COUNT(h.held) THEN {counted} END"
            return f"(CASE WHEN {complete} THEN (SELECT {found} {truths}) END)"
        code = "MAX(CASE WHEN h.held THEN 2 WHEN NOT h.held THEN 0 ELSE 1 END)"
        best = f"(SELECT COALESCE({code}, 0) {truths})"
        return (
            f"(CASE {best} WHEN 2 THEN TRUE WHEN 0 "
            f"THEN CASE WHEN {complete} THEN FALSE ELSE {_NULL} END ELSE {_NULL} END)"
        )

    def _listed(self, term: terms.Listed) -> str:
        left = self.sql(term.left)
        if not term.values:
            return f"(CASE WHEN {left} IS NULL THEN NULL ELSE {str(term.negated).upper()} END)"
        word = "NOT IN" if term.negated else "IN"
        listed = ", ".join(self.constant(terms.Constant(value)) for value in term.values)
        return f"({left} {word} ({listed}))"

    def constant(self, term: terms.Constant) -> str:
        """A value as SQL writes it."""
        value = term.value
        if value is None:
            return _NULL
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if isinstance(value, Decimal):
            return format(value, "f")
        text = value.isoformat() if isinstance(value, date) else value
        return "'" + text.replace("'", "''") + "'"

    def _nearby(self, term: terms.Nearby) -> str:
        left, right = self.sql(term.left), self.sql(term.right)
        back = term.direction == "before"
        far = self._shifted(right, -term.n if back else term.n, term.unit)
        low, high = (far, right) if back else (right, far)
        return f"({left} >= {low} AND {left} <= {high})"

    def _shifted(self, day: str, n: int, unit: str) -> str:
        """A day by anniversary, held to the end of a shorter month."""
        if self.dialect is Dialect.POSTGRESQL:
            return f"CAST({day} + make_interval({unit} => {n}) AS date)"
        if unit == "days":
            return f"date({day}, '{n} days')"
        months = n * 12 if unit == "years" else n
        first = f"date({day}, 'start of month', '{months} months'"
        same = f"{first}, (strftime('%d', {day}) - 1) || ' days')"
        return f"min({same}, {first}, '1 month', '-1 day'))"
