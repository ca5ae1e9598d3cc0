"""Known situations as data, from facts to findings on the days that count (``tecum.example/1``).

An example names its packs, its facts with sources and confidence, what happened, when it is
asked and about what, and the outcome that its maker expects. Nothing in it decides: the packs
do, and an outcome that differs from the expected one is shown as a difference.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tecum.errors import DataUnusable, UsageError
from tecum.law.cases import outcome_text
from tecum.law.decide import decide
from tecum.law.explain import explain
from tecum.law.facts import Facts, Given, Value, typed_value
from tecum.law.finding import Finding
from tecum.law.pack import Packs, load_packs
from tecum.law.problem import nearest_sentence
from tecum.words import Confidence

__all__ = [
    "AS_DESCRIBED",
    "Example",
    "Fact",
    "Replayed",
    "example_names",
    "explained",
    "facts_of",
    "load_example",
    "replayed",
]

SCHEMA = "tecum.example/1"
AS_DESCRIBED = "as the item is described"
_FOLDER = Path(__file__).with_name("examples")
_TABLES = {
    "source": (("id", "says"), ()),
    "event": (("date", "what", "confidence", "sources"), ("note",)),
    "fact": (("name", "value", "confidence", "sources"), ("since", "recorded", "note")),
    "moment": (("id", "on", "says"), ("known_on",)),
    "item": (("label", "what", "action", "expect"), ("assumed", "fact")),
}
"""The tables of the file, with the keys that each row must and may have."""
_TOP = ("schema", "id", "title", "packs", "about")


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of a fact: who says so, the mark of confidence, since when it could be known."""

    name: str
    value: Any
    confidence: Confidence
    sources: tuple[str, ...]
    since: date | None = None
    recorded: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, as its sources tell it."""

    date: date
    what: str
    confidence: Confidence
    sources: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which it is asked, and what was known by then."""

    id: str
    on: date
    known_on: date
    says: str


@dataclass(frozen=True, slots=True)
class Item:
    """What is asked for, the action that it raises, and what is expected at each moment.

    ``assumed`` is what its own description says; ``facts`` have sources.
    """

    label: str
    what: str
    action: str
    expect: Mapping[str, str]
    assumed: Mapping[str, Any]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One situation, whole."""

    id: str
    title: str
    about: str
    packs: tuple[str, ...]
    sources: Mapping[str, str]
    events: tuple[Event, ...]
    facts: tuple[Fact, ...]
    moments: tuple[Moment, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Replayed:
    """The finding on one item at one moment, beside what was expected."""

    item: Item
    moment: Moment
    finding: Finding
    outcome: str

    @property
    def holds(self) -> bool:
        """Whether the packs say what the example expects."""
        return self.outcome == self.item.expect[self.moment.id]


def example_names() -> tuple[str, ...]:
    """The examples that are shipped."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def load_example(name: str) -> Example:
    """A shipped example by its name, or one of your own by the path of its file.

    Raises:
        UsageError: no such example.
        DataUnusable: the file is not of this form.
    """
    path = Path(name) if name.endswith(".toml") else _FOLDER / f"{name}.toml"
    if not path.is_file():
        near = nearest_sentence(name, example_names())
        raise UsageError(
            f'There is no example "{name}".{near}',
            do=f"Name one of {', '.join(example_names())}, or a file that ends in .toml.",
            code="example.name",
        )
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise DataUnusable(f"{path.name} is not TOML: {error}.", code="example.file") from error
    return _Reader(path.name, table).example()


def replayed(example: Example) -> tuple[Packs, list[Replayed]]:
    """Work out every item at every moment.

    Raises:
        DataUnusable: a fact or an action that the packs do not know.
    """
    packs = load_packs(example.packs)
    found = []
    for item in example.items:
        facts = facts_of(packs, example, item)
        for moment in example.moments:
            finding = decide(
                packs,
                facts,
                item.action,
                item=item.label,
                on=moment.on,
                known_on=moment.known_on,
            )
            found.append(Replayed(item, moment, finding, outcome_text(finding)))
    return packs, found


def explained(packs: Packs, rows: Sequence[Replayed]) -> Iterator[tuple[Replayed, str | None]]:
    """Each row with its explanation, where that differs from the moment before."""
    before: tuple[str, str] | None = None
    for row in rows:
        said = (row.item.label, row.outcome)
        yield row, None if said == before else explain(row.finding, packs)
        before = said


def facts_of(packs: Packs, example: Example, item: Item) -> Facts:
    """What is known of an item: the facts of the example, its own, and what its name says."""
    facts = Facts()
    for fact in (*example.facts, *item.facts):
        source = "; ".join(example.sources[name] for name in fact.sources)
        value = _typed(packs, example, fact.name, fact.value)
        told = Given(value, f"{source} ({fact.confidence.value})", fact.since, fact.recorded)
        facts = facts.plus(fact.name, told)
    for name, value in item.assumed.items():
        facts = facts.plus(name, Given(_typed(packs, example, name, value), AS_DESCRIBED))
    return facts


def _typed(packs: Packs, example: Example, name: str, value: Any) -> Value:
    spec = packs.facts.get(name)
    if spec is None:
        near = nearest_sentence(name, packs.facts)
        text = f'{example.id}: "{name}" is not asked by any loaded pack.{near}'
        raise DataUnusable(text, code="example.file")
    typed = typed_value(value, spec, example.id)
    assert typed is not None  # TOML has no null: what is unknown is left out
    return typed


class _Reader:
    """Turns the tables of a file into an example; refuses what it does not know."""

    def __init__(self, file: str, table: Mapping[str, Any]) -> None:
        self.file = file
        self.table = table
        self.sources: dict[str, str] = {}

    def example(self) -> Example:
        """The whole file."""
        self._keys("the file", self.table, (*_TOP, "source", "moment", "item"), tuple(_TABLES))
        if self.table["schema"] != SCHEMA:
            raise self._wrong(f'its schema is not "{SCHEMA}"')
        self.sources = {row["id"]: row["says"] for row in self._rows("source", self.table)}
        moments = tuple(self._moment(row) for row in self._rows("moment", self.table))
        return Example(
            id=self.table["id"],
            title=self.table["title"],
            about=self.table["about"],
            packs=tuple(self.table["packs"]),
            sources=self.sources,
            events=tuple(sorted(self._events(), key=lambda event: event.date)),
            facts=tuple(self._fact(row) for row in self._rows("fact", self.table)),
            moments=moments,
            items=tuple(self._item(row, moments) for row in self._rows("item", self.table)),
        )

    def _events(self) -> Iterator[Event]:
        for row in self._rows("event", self.table):
            sources, confidence = self._said(row)
            yield Event(row["date"], row["what"], confidence, sources, row.get("note"))

    def _moment(self, row: Mapping[str, Any]) -> Moment:
        return Moment(row["id"], row["on"], row.get("known_on", row["on"]), row["says"])

    def _fact(self, row: Mapping[str, Any]) -> Fact:
        sources, confidence = self._said(row)
        dates = row.get("since"), row.get("recorded")
        return Fact(row["name"], row["value"], confidence, sources, *dates, row.get("note"))

    def _item(self, row: Mapping[str, Any], moments: Sequence[Moment]) -> Item:
        names = tuple(moment.id for moment in moments)
        self._keys(f'"expect" of item {row["label"]}', row["expect"], names, ())
        facts = tuple(self._fact(inner) for inner in self._rows("fact", row))
        return Item(
            label=row["label"],
            what=row["what"],
            action=row["action"],
            expect=row["expect"],
            assumed=row.get("assumed", {}),
            facts=facts,
        )

    def _said(self, row: Mapping[str, Any]) -> tuple[tuple[str, ...], Confidence]:
        """The sources of a row, each of them listed, and the mark of confidence."""
        for name in row["sources"]:
            if name not in self.sources:
                raise self._wrong(f'no source "{name}".{nearest_sentence(name, self.sources)}')
        if not row["sources"]:
            raise self._wrong("a fact or event has no source")
        words = [word.value for word in Confidence]
        if row["confidence"] not in words:
            near = nearest_sentence(row["confidence"], words)
            raise self._wrong(f'"{row["confidence"]}" is no mark of confidence.{near}')
        return tuple(row["sources"]), Confidence(row["confidence"])

    def _rows(self, kind: str, table: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        rows: list[Mapping[str, Any]] = table.get(kind, [])
        for row in rows:
            self._keys(f"a [[{kind}]]", row, *_TABLES[kind])
        return rows

    def _keys(
        self, where: str, row: Mapping[str, Any], wanted: Sequence[str], more: Sequence[str]
    ) -> None:
        for key in row:
            if key not in (*wanted, *more):
                near = nearest_sentence(key, (*wanted, *more))
                raise self._wrong(f'{where} has an unknown key "{key}".{near}')
        for key in wanted:
            if key not in row:
                raise self._wrong(f'{where} has no "{key}"')
        for key in ("date", "on", "known_on", "since", "recorded"):
            if key in row and type(row[key]) is not date:
                raise self._wrong(f"{key} in {where} is a day such as 2020-01-13")

    def _wrong(self, text: str) -> DataUnusable:
        return DataUnusable(f"{self.file}: {text.rstrip('.')}.", code="example.file")
