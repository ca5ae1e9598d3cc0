"""The shared words of all packs: actions and facts (``tecum-actions/1``), as data.

Two files, ``vocabulary/actions.toml`` and ``vocabulary/facts.toml``, lie beside the packs. A
pack may add facts of its own or list further words for a shared one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from tecum.law.errors import PackNotFound, PackRefused
from tecum.law.problem import Place, Problem, nearest_sentence
from tecum.packs_folder import packs_folder
from tecum.tables import table_of
from tecum.worded import worded as _
from tecum.words import Category, Kind

__all__ = [
    "VOCABULARY",
    "Action",
    "FactSpec",
    "FactType",
    "Vocabulary",
    "actions_for",
    "load_vocabulary",
    "parse_facts",
]

VOCABULARY = "tecum-actions/1"
FOLDER = "vocabulary"
WHO = ("document", "clerk", "custodian", "counsel", "court")
"""Who can answer, cheapest first."""
ABOUT = ("item", "demand", "person", "office")
_FACT_KEYS = frozenset(
    {"type", "columns", "ask", "who", "from", "personal", "about", "note", "words"}
)
_NAME = re.compile(r"^[A-Za-z][A-Za-z0-9_]*$")
_ONE_OF = re.compile(r"^one of \[(?P<words>[^\]]*)\]$")


@dataclass(frozen=True, slots=True)
class FactType:
    """yes/no, word, date, number, text, table or any (a column of a table without types)."""

    kind: str
    words: tuple[str, ...] = ()
    columns: Mapping[str, FactType] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSpec:
    """A fact that a pack asks about: its type, its question, who can answer it."""

    name: str
    type: FactType
    ask: str | None = None
    who: str = "clerk"
    sources: tuple[str, ...] = ()
    personal: bool = False
    about: str = "demand"
    words: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Word of the type → what it means, in words for people."""
    pack: str = FOLDER
    place: Place = field(default=Place("facts.toml"), compare=False)

    @property
    def cost(self) -> int:
        """What asking costs, by who must be asked."""
        return WHO.index(self.who)


@dataclass(frozen=True, slots=True)
class Action:
    """What a finding is about, and which categories of items raise it."""

    id: str
    meaning: str
    categories: tuple[Category, ...] = ()
    kinds: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Actions and shared facts, by name."""

    actions: Mapping[str, Action]
    facts: Mapping[str, FactSpec]

    def actions_for(self, category: Category | str, kind: Kind | str | None = None) -> list[str]:
        """The actions that an item of this category raises in an instrument of this kind."""
        return [
            action.id
            for action in self.actions.values()
            if category in action.categories and (not action.kinds or kind in action.kinds)
        ]


def load_vocabulary(roots: Iterable[Path]) -> Vocabulary:
    """Read the vocabulary from the first of these folders that holds one.

    Raises:
        PackNotFound: none of them holds one.
    """
    for root in (*roots, _shipped()):
        folder = root / FOLDER
        if (folder / "actions.toml").is_file():
            return _load(folder)
    raise PackNotFound(
        _('No folder "{folder}" with the actions lies beside the packs.', folder=FOLDER),
        do=_("Point to the packs folder of the product."),
    )


def _shipped() -> Path:
    """The packs beside the code: an office's own packs folder need not copy the vocabulary."""
    package = Path(__file__).resolve().parents[1]
    checkout = package.parents[1] / "packs"
    return checkout if checkout.is_dir() else package / "_packs"


@lru_cache(maxsize=8)
def _load(folder: Path) -> Vocabulary:
    table = table_of((folder / "actions.toml").read_text("utf-8"))
    actions = {
        row["id"]: Action(
            row["id"],
            row["meaning"],
            tuple(Category(word) for word in row.get("categories", ())),
            tuple(Kind(word) for word in row.get("kinds", ())),
        )
        for row in table["action"]
    }
    facts, problems = parse_facts((folder / "facts.toml").read_text("utf-8"), FOLDER)
    if problems:
        raise PackRefused(problems)
    facts["action"] = FactSpec(
        name="action",
        type=FactType("word", tuple(actions)),
        who="document",
        sources=("docket.action",),
        pack=FOLDER,
    )
    return Vocabulary(actions, facts)


def actions_for(category: Category | str, kind: Kind | str | None = None) -> tuple[str, ...]:
    """The actions that an item of this category raises, by the shipped vocabulary."""
    return tuple(load_vocabulary([packs_folder()]).actions_for(category, kind))


def parse_facts(data: str | bytes, pack: str) -> tuple[dict[str, FactSpec], tuple[Problem, ...]]:
    """Read a ``facts.toml``; one table a fact."""
    file = "facts.toml"
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
        tables = table_of(text)
    except ValueError as error:
        return {}, (Problem(Place(file), "P101", f"not TOML: {error}."),)
    lines = _line_numbers(text)
    facts: dict[str, FactSpec] = {}
    problems: list[Problem] = []
    for name, row in tables.items():
        place = Place(file, lines.get(name, 0))
        try:
            facts[name] = _spec(name, row, pack, place)
        except ValueError as error:
            problems.append(Problem(place, "P101", str(error)))
    return facts, tuple(problems)


def _line_numbers(text: str) -> dict[str, int]:
    numbers = {}
    for at, line in enumerate(text.splitlines(), 1):
        match = re.match(r"^\[([A-Za-z][A-Za-z0-9_]*)\]\s*(#.*)?$", line)
        if match:
            numbers[match[1]] = at
    return numbers


def _spec(name: str, row: Any, pack: str, place: Place) -> FactSpec:
    if not _NAME.match(name):
        raise ValueError(f'"{name}" is not a name of a fact: letters, digits and "_" only.')
    if not isinstance(row, Mapping):
        raise ValueError(f'fact "{name}" is written as a table: [{name}].')
    for key in row:
        if key not in _FACT_KEYS:
            said = " An unknown fact has no default." if key == "default" else ""
            near = nearest_sentence(key, _FACT_KEYS)
            raise ValueError(f'unknown key "{key}" in fact "{name}".{near}{said}')
    _check_forms(name, row)
    who, about = row.get("who", "clerk"), row.get("about", "demand")
    if who not in WHO:
        raise ValueError(f'"{who}" cannot be asked ({", ".join(WHO)}).{nearest_sentence(who, WHO)}')
    if about not in ABOUT:
        near = nearest_sentence(about, ABOUT)
        raise ValueError(f'a fact is about one of {", ".join(ABOUT)}, not "{about}".{near}')
    return FactSpec(
        name=name,
        type=_type(name, row.get("type"), row.get("columns", {})),
        ask=row.get("ask"),
        who=who,
        sources=tuple(row.get("from", ())),
        personal=bool(row.get("personal", False)),
        about=about,
        words=dict(row.get("words", {})),
        pack=pack,
        place=place,
    )


def _check_forms(name: str, row: Mapping[str, Any]) -> None:
    sources = row.get("from", [])
    if not isinstance(sources, list) or not all(isinstance(path, str) for path in sources):
        raise ValueError(f'fact "{name}": "from" is a list of texts.')
    for key, kind in (("ask", str), ("who", str), ("about", str), ("personal", bool)):
        if key in row and not isinstance(row[key], kind):
            form = "true or false" if kind is bool else "a text"
            raise ValueError(f'fact "{name}": "{key}" is {form}.')
    _check_words(name, row)
    if not isinstance(row.get("columns", {}), Mapping | list):
        raise ValueError(f'fact "{name}": "columns" names the columns and their types.')


def _check_words(name: str, row: Mapping[str, Any]) -> None:
    """The words for people are texts, each for a word that the type lists."""
    said = row.get("words", {})
    if not isinstance(said, Mapping) or not all(isinstance(text, str) for text in said.values()):
        raise ValueError(f'fact "{name}": "words" gives words of its type a text each.')
    known = _type(name, row.get("type"), {}).words if said else ()
    for word in said:
        if word not in known:
            near = nearest_sentence(word, known)
            raise ValueError(f'fact "{name}": its type has no word "{word}".{near}')


def _columns(name: str, columns: Mapping[str, Any] | list[Any]) -> dict[str, FactType]:
    if isinstance(columns, list):
        return {str(column): FactType("any") for column in columns}
    return {key: _type(f"{name}.{key}", kind, {}) for key, kind in columns.items()}


def _type(name: str, text: Any, columns: Mapping[str, Any] | list[Any]) -> FactType:
    if not isinstance(text, str):
        raise ValueError(f'fact "{name}" has no type.')
    one_of = _ONE_OF.match(text)
    if one_of:
        words = tuple(word.strip() for word in one_of["words"].split(",") if word.strip())
        return FactType("word", words)
    if text == "table":
        return FactType("table", (), _columns(name, columns))
    if text in ("yes/no", "date", "number", "text"):
        return FactType(text)
    raise ValueError(
        f'"{text}" is not a type of fact (yes/no, one of [...], date, number, text, table).'
    )


def merged(specs: Iterable[FactSpec]) -> FactSpec:
    """One fact that several packs ask about: the words of all, the question of the first."""
    ordered = list(specs)
    first = ordered[0]
    words = dict.fromkeys(word for spec in ordered for word in spec.type.words)
    columns = {name: kind for spec in reversed(ordered) for name, kind in spec.type.columns.items()}
    if not first.type.columns:
        columns = {}
    kind = FactType(first.type.kind, tuple(words), columns)
    ask = next((spec.ask for spec in ordered if spec.ask), None)
    sources = tuple(dict.fromkeys(path for spec in ordered for path in spec.sources))
    personal = any(spec.personal for spec in ordered)
    said = {word: text for spec in reversed(ordered) for word, text in spec.words.items()}
    return replace(first, type=kind, ask=ask, sources=sources, personal=personal, words=said)
