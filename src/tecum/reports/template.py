"""Templates of reports as data: which counts, told apart by what, in which period.

A template is one TOML file in the folder ``reports`` of a pack, named after the ``duty`` block
that it serves. To whom the report goes, by when, on what authority and whether a report without
events is wanted stands in the block, once; the template says how its content is counted.

Authority: LAW section 7; DOCKET P15.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tecum.errors import DataUnusable, nearest
from tecum.law.blocks import Duty
from tecum.law.pack import Pack
from tecum.reports.dimensions import BY_DATE, DIMENSIONS, UNITS
from tecum.reports.lines import COLUMNS
from tecum.reports.period import is_periodic
from tecum.words import Review

__all__ = [
    "ALL",
    "SCHEMA",
    "Asked",
    "SmallCells",
    "Stated",
    "Table",
    "Template",
    "TemplateRefused",
    "find_template",
    "template_from",
    "templates_of",
]

SCHEMA = "tecum-report/1"
ALL = "all"
"""The one row or column of a table that is told apart by nothing there."""


class TemplateRefused(DataUnusable):
    """A template of a report cannot be used."""

    code = "report.template"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of a report: what is counted, of which, told apart by what.

    ``lines`` names columns where each thing counted is a line by itself; else ``rows`` and
    ``columns`` are dimensions, None where there is but one row or column. ``show`` are rows
    that stand there even with nothing in them.
    """

    id: str
    title: str
    of: str
    by_date: str
    where: Mapping[str, tuple[str, ...]]
    rows: str | None = None
    columns: str | None = None
    show: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    cite: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A figure that no docket holds; a person states it, and it is marked so.

    ``kind`` is ``count``, or ``choice`` of ``options``; there is no free text, so that no
    person can be named.
    """

    id: str
    title: str
    kind: str
    options: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    note: str = ""


Asked = Stated | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallCells:
    """Whether counts from 1 to 4 are shown in the report as filed, and who says so."""

    exact: bool
    cite: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A report that a law asks for, or one of the office's own where ``duty`` is None."""

    id: str
    title: str
    sha256: str
    text: str
    on: str
    duty: Duty | None
    pack: str = ""
    pack_title: str = ""
    pack_sha256: str = ""
    review: Review = Review.UNREVIEWED
    tables: tuple[Table, ...] = ()
    stated: tuple[Stated, ...] = ()
    small_cells: SmallCells = SmallCells(exact=True, cite="")
    unconfirmed: tuple[str, ...] = ()
    """What of the template is to be confirmed in the law itself."""

    def table(self, name: str) -> Table | None:
        """A table by its id."""
        return next((table for table in self.tables if table.id == name), None)


def templates_of(packs: Iterable[Pack]) -> tuple[Template, ...]:
    """Every template of these packs, by pack and duty.

    Raises:
        TemplateRefused: one of them cannot be used; it says where and why.
    """
    found = []
    for pack in sorted(packs, key=lambda one: one.id):
        for path in sorted(pack.folder.glob("reports/*.toml")):
            found.append(_from_pack(pack, path))
    return tuple(found)


def find_template(templates: Sequence[Template], name: str) -> Template:
    """A template by its id, ``pack/duty``, or by the duty alone where that is clear.

    Raises:
        DataUnusable: there is none of this name.
    """
    alike = [one for one in templates if name in (one.id, one.id.rpartition("/")[2])]
    if len(alike) == 1:
        return alike[0]
    near = nearest(name, [one.id for one in templates])
    raise DataUnusable(
        f'There is no report "{name[:60]}".' + (f' Nearest: "{near}".' if near else ""),
        do="List the reports with: tecum report list.",
        code="report.unknown",
    )


def _from_pack(pack: Pack, path: Path) -> Template:
    duty = next((one for one in pack.blocks if isinstance(one, Duty) and one.id == path.stem), None)
    where = f"{pack.id}/reports/{path.name}"
    if duty is None:
        raise _refused(where, f'the pack has no duty "{path.stem}"')
    return template_from(path.read_bytes(), where, duty=duty, pack=pack)


def template_from(
    content: bytes,
    where: str,
    *,
    duty: Duty | None = None,
    pack: Pack | None = None,
    by_itself: bool = False,
) -> Template:
    """A template from its file, checked whole.

    Args:
        by_itself: It is read apart from its duty, to count again what was counted by it; then
            neither its period nor what it covers is asked for.

    Raises:
        TemplateRefused: an unknown key or word, a dimension that does not fit, or a line of
            the duty's content that nothing answers.
    """
    try:
        held = tomllib.loads(content.decode("utf-8"))
    except ValueError as error:
        raise _refused(where, f"not TOML: {error}") from None
    _keys(where, held, "schema title on small_cells unconfirmed table stated")
    if held.get("schema") != SCHEMA:
        raise _refused(where, f'the schema is not "{SCHEMA}"')
    small = held.get("small_cells", {})
    _keys(where, small, "exact cite")
    name = Path(where).stem
    template = Template(
        id=f"{pack.id}/{name}" if pack is not None else name,
        title=_text(where, held, "title"),
        sha256=hashlib.sha256(content).hexdigest(),
        text=content.decode("utf-8"),
        on="" if by_itself else (duty.on if duty is not None else _text(where, held, "on")),
        duty=duty,
        pack=pack.id if pack is not None else "",
        pack_title=pack.title if pack is not None else "",
        pack_sha256=pack.sha256 if pack is not None else "",
        review=_review(pack, duty),
        tables=tuple(_table(where, row) for row in held.get("table", ())),
        stated=tuple(_stated(where, row) for row in held.get("stated", ())),
        small_cells=SmallCells(
            exact=bool(small.get("exact", True)), cite=str(small.get("cite", ""))
        ),
        unconfirmed=tuple(held.get("unconfirmed", ())),
    )
    if not by_itself:
        _whole(where, template)
    return template


def _review(pack: Pack | None, duty: Duty | None) -> Review:
    reviewed = pack is not None and duty is not None and pack.is_reviewed(duty)
    return Review.REVIEWED if reviewed else Review.UNREVIEWED


def _table(where: str, held: Mapping[str, Any]) -> Table:
    _keys(where, held, "id title of by_date where rows columns show lines covers cite note")
    filters = {
        _word(where, name, DIMENSIONS): tuple(values)
        for name, values in {"direction": ["inward"], **held.get("where", {})}.items()
    }
    return Table(
        id=_text(where, held, "id"),
        title=_text(where, held, "title"),
        of=_word(where, held.get("of", "demands"), UNITS),
        by_date=_word(where, held.get("by_date", "received"), BY_DATE),
        where=filters,
        rows=_word(where, held["rows"], DIMENSIONS) if "rows" in held else None,
        columns=_word(where, held["columns"], DIMENSIONS) if "columns" in held else None,
        show=tuple(held.get("show", ())),
        lines=tuple(_word(where, name, COLUMNS) for name in held.get("lines", ())),
        covers=tuple(held.get("covers", ())),
        cite=str(held.get("cite", "")),
        note=str(held.get("note", "")),
    )


def _stated(where: str, held: Mapping[str, Any]) -> Stated:
    _keys(where, held, "id title kind options covers note")
    kind = _word(where, held.get("kind", "count"), ("count", "choice"))
    if (kind == "choice") != bool(held.get("options")):
        raise _refused(where, "a choice has options, and nothing else has")
    return Stated(
        id=_text(where, held, "id"),
        title=_text(where, held, "title"),
        kind=kind,
        options=tuple(held.get("options", ())),
        covers=tuple(held.get("covers", ())),
        note=str(held.get("note", "")),
    )


def _whole(where: str, template: Template) -> None:
    """Refuse a template that leaves out a line of its duty, or names one that it has not."""
    parts: list[Asked] = [*template.tables, *template.stated]
    names = [part.id for part in parts]
    if len(names) != len(set(names)):
        raise _refused(where, "two parts bear the same id")
    if not is_periodic(template.on):
        raise _refused(where, f'"{template.on}" is not a period')
    wanted = set(template.duty.content) if template.duty is not None else set()
    covered = {line for part in parts for line in part.covers}
    if covered - wanted:
        line = sorted(covered - wanted)[0]
        near = nearest(line, wanted)
        hint = f' Nearest: "{near}"' if near else ""
        raise _refused(where, f'the duty has no content "{line}".{hint}')
    if wanted - covered:
        raise _refused(where, f'nothing covers "{sorted(wanted - covered)[0]}"')


def _keys(where: str, held: Mapping[str, Any], known: str) -> None:
    for key in held:
        if key not in known.split():
            near = nearest(key, known.split())
            hint = f' Nearest: "{near}"' if near else ""
            raise _refused(where, f'unknown key "{key}".{hint}')


def _text(where: str, held: Mapping[str, Any], key: str) -> str:
    value = held.get(key)
    if not isinstance(value, str) or not value:
        raise _refused(where, f'"{key}" is missing')
    return value


def _word(where: str, word: str, known: Iterable[str]) -> str:
    if word not in set(known):
        near = nearest(str(word), known)
        hint = f' Nearest: "{near}"' if near else ""
        raise _refused(where, f'"{word}" is not counted here.{hint}')
    return word


def _refused(where: str, text: str) -> TemplateRefused:
    return TemplateRefused(
        f"{where}: {text}.",
        why="A report must count what its law asks for, and nothing by mistake.",
        do="Correct the template; docs/reference/reports.md lists its keys.",
    )
