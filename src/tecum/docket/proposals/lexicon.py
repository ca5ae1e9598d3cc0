"""The list of the field's verbs, as it is shipped."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tecum.docket.acts.chronology import EventKind
from tecum.docket.vocabulary import DateKind

__all__ = ["Lexicon", "VerbRow", "load_verbs"]


@dataclass(frozen=True, slots=True)
class VerbRow:
    """One use of a verb: the event that it tells of, and what must stand with it."""

    kind: EventKind
    date: DateKind
    object: str
    acted_on: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    past: frozenset[str]
    base: frozenset[str]
    ing: frozenset[str]
    present: frozenset[str]
    marks: frozenset[str]

    @property
    def rule(self) -> str:
        """The name of the rule, as a person reads it beside a claim."""
        return f"verb.{self.kind.value}/1"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The verbs by form, and one pattern that finds any of them."""

    pattern: re.Pattern[str]
    by_form: dict[str, tuple[VerbRow, ...]]


@cache
def load_verbs() -> Lexicon:
    """The verbs that are shipped with this version."""
    table = tomllib.loads((files("tecum.docket.proposals") / "verbs.toml").read_text("utf-8"))
    objects = {
        name: re.compile(rf"(?<![\w-]){text}(?![\w-])") for name, text in table["object"].items()
    }
    by_form: dict[str, list[VerbRow]] = {}
    for row in table["verb"]:
        made = VerbRow(
            kind=EventKind(row["kind"]),
            date=DateKind(row["date"]),
            object=row["object"],
            acted_on=objects.get(row["object"]),
            behind=re.compile(row["behind"]) if "behind" in row else None,
            past=frozenset(row["past"]),
            base=frozenset(row["base"]),
            ing=frozenset(row.get("ing", ())),
            present=frozenset(row.get("present", ())),
            marks=frozenset(key for key, value in row.items() if value is True),
        )
        for form in {*made.past, *made.base, *made.ing, *made.present}:
            by_form.setdefault(form, []).append(made)
    forms = sorted(by_form, key=len, reverse=True)
    text = "|".join(re.escape(form).replace(r"\ ", r"\s{1,4}") for form in forms)
    return Lexicon(
        re.compile(rf"(?<![\w'-])(?:{text})(?![\w-])"),
        {form: tuple(rows) for form, rows in by_form.items()},
    )
