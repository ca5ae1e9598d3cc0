"""Many situations at once: one tree of conditions as SQL and as columns (LAW 4)."""

from tecum.law.columns.answers import ORDER, Answer, outcomes_in
from tecum.law.columns.complete import Sheet, answer_all
from tecum.law.columns.plan import Plan, plan_for
from tecum.law.columns.rows import Situation
from tecum.law.columns.run_sql import Evaluator, OnPostgresql, OnSqlite

__all__ = [
    "ORDER",
    "Answer",
    "Evaluator",
    "OnPostgresql",
    "OnSqlite",
    "Plan",
    "Sheet",
    "Situation",
    "answer_all",
    "outcomes_in",
    "plan_for",
]
