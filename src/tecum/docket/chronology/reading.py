"""Reading a thread file: every error at once, with its line; nothing is taken from a bad file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tecum.docket.chronology.form import DATE_KINDS, FORM, REFERENCES, TOP
from tecum.docket.errors import ThreadRefused
from tecum.errors import DataUnusable, nearest
from tecum.worded import worded as _
from tecum.words import Category, DueForm, IssuerClass, Kind, SignatoryRole, Trigger, Unit

__all__ = ["Problem", "check_rows", "read_rows"]

Rows = Mapping[str, Any]

_WORDS = {
    ("demand", "kind"): frozenset(Kind),
    ("demand", "signatory_role"): frozenset(SignatoryRole),
    ("demand.item", "category"): frozenset(Category),
    ("demand.item", "categories"): frozenset(Category),
    ("party", "class"): frozenset(IssuerClass) | {"none"},
    ("event", "date_kind"): DATE_KINDS,
}
_DUE_WORDS = {"form": frozenset(DueForm), "trigger": frozenset(Trigger), "unit": frozenset(Unit)}
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)
_HEADER = re.compile(r"\s*\[\[\s*([A-Za-z_.]+)\s*\]\]")
_DATES = ("date", "updated", "issued_on", "served_on", "said_on", "closed_on")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One error of a thread file, with the line where its row or key stands."""

    line: int
    text: str


class _Lines:
    """Where rows and keys stand in the text."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._rows: dict[str, list[int]] = {}
        for n, line in enumerate(self._lines):
            header = _HEADER.match(line)
            if header:
                self._rows.setdefault(header[1], []).append(n)

    def of(self, table: str, row: int, key: str | None = None) -> int:
        """The line of a row's header, or of a key in it; 1 where it cannot be told."""
        starts = self._rows.get(table, [])
        if row >= len(starts):
            return 1
        start = starts[row]
        for n in range(start + 1, len(self._lines)):
            if key is None or _HEADER.match(self._lines[n]):
                break
            if re.match(rf"\s*{re.escape(key)}\s*=", self._lines[n]):
                return n + 1
        return start + 1


def read_rows(path: Path) -> Rows:
    """The tables of a thread file, checked.

    Raises:
        DataUnusable: the file cannot be opened or is not TOML.
        ThreadRefused: it has errors; ``fields["problems"]`` lists every one.
    """
    try:
        text = path.read_text(encoding="utf-8")
        rows = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise DataUnusable(
            _('"{file}" cannot be read.', file=path.name),
            why=_("Nothing of it was checked or taken in."),
            do=_("Name a thread file: a text in TOML, in UTF-8."),
            code="thread.unreadable",
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise DataUnusable(
            _("{file} is not TOML: {reason}.", file=path.name, reason=str(error)),
            code="thread.toml",
        ) from error
    problems = check_rows(rows, text)
    if problems:
        number = _("1 error") if len(problems) == 1 else _("{n} errors", n=len(problems))
        listed = "\n".join(f"{path.name}:{row.line}: {row.text}" for row in problems)
        raise ThreadRefused(
            _(
                "{file} has {number}; nothing of it is taken.\n{listed}",
                file=path.name,
                number=number,
                listed=listed,
            ),
            why=_("A claim with a wrong reference would be put in somebody else's mouth."),
            do=_("Correct every line named and check the file again."),
            problems=problems,
        )
    return rows


def check_rows(rows: Rows, text: str = "") -> tuple[Problem, ...]:
    """Every error of a thread: keys, words, dates, references."""
    lines = _Lines(text)
    problems = [*_top(rows), *_shapes(rows, lines), *_dates(rows, lines)]
    if not problems or all("not a table" not in row.text for row in problems):
        problems += [*_references(rows, lines), *_sources(rows, lines)]
    return tuple(sorted(set(problems)))


def _top(rows: Rows) -> Iterator[Problem]:
    if rows.get("schema") != "tecum.thread/1":
        yield Problem(1, 'schema is not "tecum.thread/1"')
    for key in ("id", "title", "kind"):
        if not isinstance(rows.get(key), str):
            yield Problem(1, f"{key} is missing")
    for key, held in rows.items():
        if key not in TOP and key not in FORM:
            yield Problem(1, f'no table "{key}"{_near(key, FORM)}')
        elif key in FORM and not _is_table(held):
            yield Problem(1, f'"{key}" is not a table of rows')


def _tables(rows: Rows) -> Iterator[tuple[str, int, Mapping[str, Any]]]:
    """Every row with its table and its place, nested tables numbered through the file."""
    nested = {"demand.item": 0, "demand.completeness_test": 0}
    for table in FORM:
        for n, row in enumerate(_rows_of(rows.get(table))):
            yield table, n, row
            if table == "demand":
                for name in ("demand.item", "demand.completeness_test"):
                    inner = _rows_of(row.get(name.partition(".")[2]))
                    for n_inner, part in enumerate(inner, start=nested[name]):
                        yield name, n_inner, part
                    nested[name] += len(inner)


def _rows_of(held: Any) -> list[Mapping[str, Any]]:
    return held if _is_table(held) else []


def _is_table(held: object) -> bool:
    return isinstance(held, list) and all(isinstance(row, dict) for row in held)


def _shapes(rows: Rows, lines: _Lines) -> Iterator[Problem]:
    seen: dict[tuple[str, str], int] = {}
    for table, n, row in _tables(rows):
        form = FORM[table]
        for key in sorted(form.needs - set(row)):
            yield Problem(lines.of(table, n), f"{table}: {key} is missing")
        for key in row:
            if not form.is_free and key not in form.needs | form.may:
                near = _near(key, form.needs | form.may)
                yield Problem(lines.of(table, n, key), f'{table}: no key "{key}"{near}')
        yield from _words(table, n, row, lines)
        own = row.get("id")
        if isinstance(own, str):
            if (table, own) in seen:
                yield Problem(lines.of(table, n, "id"), f'{table}: id "{own}" stands twice')
            seen[table, own] = n


def _words(table: str, n: int, row: Mapping[str, Any], lines: _Lines) -> Iterator[Problem]:
    for key, held in row.items():
        allowed = _WORDS.get((table, key))
        for word in _listed(held) if allowed else ():
            if word not in (allowed or ()):
                near = _near(word, allowed or ())
                yield Problem(lines.of(table, n, key), f'{table}: {key} "{word}" unknown{near}')
    due = row.get("due") if table == "demand" else None
    if isinstance(due, dict):
        for key, words in _DUE_WORDS.items():
            if key in due and due[key] not in words:
                yield Problem(lines.of(table, n, "due"), f'demand: due {key} "{due[key]}" unknown')


def _dates(rows: Rows, lines: _Lines) -> Iterator[Problem]:
    for table, n, row in _tables(rows):
        for key in _DATES:
            if key in row and (not isinstance(row[key], date) or isinstance(row[key], datetime)):
                yield Problem(lines.of(table, n, key), f"{table}: {key} is not a date")
        if table != "event":
            continue
        month = row.get("month")
        if month is not None and not (isinstance(month, str) and _MONTH.fullmatch(month)):
            yield Problem(lines.of(table, n, "month"), "event: month is not YYYY-MM")
        dated = [key for key in ("date", "month", "date_note") if key in row]
        if not dated:
            yield Problem(lines.of(table, n), "event: neither date, month nor date_note")
        elif "date_kind" not in row:
            yield Problem(lines.of(table, n, dated[0]), "event: a date without date_kind")


def _references(rows: Rows, lines: _Lines) -> Iterator[Problem]:
    ids = _ids(rows)
    for table, n, row in _tables(rows):
        for key, held in row.items():
            targets = REFERENCES.get((table, key))
            if targets is None:
                continue
            known = frozenset().union(*(ids.get(target, frozenset()) for target in targets))
            for ref in _listed(held):
                if ref not in known:
                    where = " or ".join(targets)
                    near = _near(ref, known)
                    text = f'{table}: {key} "{ref}" is no {where}{near}'
                    yield Problem(lines.of(table, n, key), text)
        due = row.get("due") if table == "check" else None
        for ref in due if isinstance(due, dict) else ():
            if ref not in ids.get("demand", frozenset()):
                yield Problem(lines.of(table, n, "due"), f'check: due "{ref}" is no demand')
        if table == "claim" and "question" not in row and "about" not in row:
            yield Problem(lines.of(table, n), "claim: about no question, event or demand")


def _sources(rows: Rows, lines: _Lines) -> Iterator[Problem]:
    known = _ids(rows).get("source", frozenset())
    for table, n, row in _tables(rows):
        held = [(key, row[key]) for key in row if key == "sources" or key.endswith("_sources")]
        due = row.get("due")
        if table == "demand" and isinstance(due, dict) and "sources" in due:
            held.append(("due", due["sources"]))
        for key, refs in held:
            for ref in _listed(refs):
                if ref not in known:
                    text = f'{table}: source "{ref}" is not listed{_near(ref, known)}'
                    yield Problem(lines.of(table, n, key), text)


def _ids(rows: Rows) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for table, _number, row in _tables(rows):
        if isinstance(row.get("id"), str):
            found.setdefault(table, set()).add(row["id"])
    return {table: frozenset(held) for table, held in found.items()}


def _listed(held: object) -> list[str]:
    if isinstance(held, list):
        return [str(row) for row in held]
    return [part.strip() for part in str(held).split(",")]


def _near(name: str, among: Any) -> str:
    near = nearest(name, [str(word) for word in among])
    return f'; nearest: "{near}"' if near else ""
