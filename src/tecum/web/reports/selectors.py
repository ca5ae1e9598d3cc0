"""What pages and commands read of reports. Whoever may run one sees its figures; the demands
behind a figure are those that the person may see anyway, by the one rule of all lists.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from tecum.clock import now, today
from tecum.docket.acts import DutyOpened, ProfileChanged, ReportCertified, ReportFiled
from tecum.docket.entry import EntryId
from tecum.docket.state.model import Obligation, ReportState, State
from tecum.errors import DataUnusable
from tecum.law.pack import Pack, read_folder
from tecum.packs_folder import packs_folder
from tecum.reports.count import Office, count, state_figures
from tecum.reports.own import own_template
from tecum.reports.period import Period, recent
from tecum.reports.report import Cell, Counted, Report
from tecum.reports.template import Template, find_template, templates_of
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import may_run_reports, visible_demands
from tecum.web.accounts.selectors import profile
from tecum.web.docket.desk import desk, office_state
from tecum.web.docket.models import Demand
from tecum.web.intake.store import kept_bytes
from tecum.web.reports.rows import Basis, basis_at

__all__ = [
    "Behind",
    "Certified",
    "Owing",
    "all_templates",
    "behind",
    "cell_of",
    "certified",
    "certified_reports",
    "in_force",
    "nil_answer",
    "office_state",
    "owing",
    "owing_for",
    "periods_of",
    "report_of",
    "template_named",
    "templates",
]

_PERIODS = {"year": 4, "half-year": 6, "quarter": 8, "month": 14}


@dataclass(frozen=True, slots=True)
class Owing:
    """A report that is owed, or was: its duty, its period, how it stands."""

    obligation: Obligation
    duty: str
    pack: str
    period: Period
    filed: EntryId | None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be filed."""
        return self.obligation.step.is_open


@dataclass(frozen=True, slots=True)
class Certified:
    """A report that somebody stands for, with its figures and what they rest on."""

    ref: EntryId
    state: ReportState
    shown: Mapping[str, Any]
    content: bytes

    @property
    def act(self) -> ReportCertified:
        """The certification."""
        return self.state.act

    @property
    def period(self) -> Period:
        """The period that it reports on."""
        return Period(self.act.period_from, self.act.period_to)


@dataclass(frozen=True, slots=True)
class Behind:
    """The demands behind a figure that a person may open, and how many more it counts."""

    demands: list[Demand]
    counted: int
    hidden: int


def templates(person: Person) -> tuple[Template, ...]:
    """Every report that can be made here: those of packs in force first, then examples.

    Raises:
        NotFound: the person runs no reports.
    """
    if not may_run_reports(person):
        raise NotFound
    return all_templates()


def all_templates() -> tuple[Template, ...]:
    """Every report that can be made here, for commands and the pages of those who may."""
    ready = desk().packs.packs
    held = {pack.id for pack in ready}
    return (own_template(), *templates_of(ready), *_examples(frozenset(held)))


def _examples(held: frozenset[str]) -> tuple[Template, ...]:
    """The reports of shipped packs that are not in force here."""
    found: list[Pack] = []
    for path in sorted({path.parent.parent for path in packs_folder().glob("*/reports/*.toml")}):
        pack = _shipped(str(path)) if path.name not in held else None
        if pack is not None:
            found.append(pack)
    return templates_of(found)


_read: dict[str, Pack | None] = {}


def _shipped(folder: str) -> Pack | None:
    """A shipped pack, read once by each process."""
    if folder not in _read:
        _read[folder] = read_folder(Path(folder))[0]
    return _read[folder]


def in_force() -> frozenset[str]:
    """The digests of the packs that act here; templates of others are worked examples."""
    return frozenset(pack.sha256 for pack in desk().packs.packs)


def template_named(person: Person, name: str) -> Template:
    """A report by its name.

    Raises:
        NotFound: there is none, or the person runs no reports.
    """
    try:
        return find_template(templates(person), name)
    except DataUnusable:
        raise NotFound from None


def periods_of(template: Template, zone: str) -> tuple[Period, ...]:
    """The periods that are offered, the latest first."""
    word = template.on.split()[1]
    return recent(template.on, today(zone), _PERIODS[word])


def report_of(
    template: Template,
    period: Period,
    *,
    counted_at: datetime | None = None,
    stated: Mapping[str, str] | None = None,
) -> tuple[Report, Basis]:
    """A report as the entries recorded by an instant give it, the present one by itself."""
    office = profile()
    moment = counted_at or now()
    basis = basis_at(moment, office.zone)
    report = count(
        template,
        basis.rows,
        period,
        office=Office(name=office.name, zone=office.zone, sealed_counted=office.sealed_counted),
        counted_at=moment,
        rests_on=basis.rests_on,
    )
    return (state_figures(report, stated) if stated else report), basis


def cell_of(report: Report, table: str, row: str, column: str) -> tuple[Counted, Cell]:
    """The dockets of one figure; an empty row or column is the sum over it.

    Raises:
        NotFound: the report has no such figure.
    """
    counted = report.counted(table)
    if counted is None or (row and row not in counted.row_names):
        raise NotFound
    if column and column not in (*counted.column_names, "undecided"):
        raise NotFound
    if column == "undecided":
        return counted, counted.undecided
    if row and column:
        return counted, counted.at(row, column)
    if row:
        return counted, counted.row(row)
    return counted, counted.column(column) if column else counted.whole


def behind(person: Person, cell: Cell, *, after: str = "", limit: int = 50) -> Behind:
    """The demands of a figure that a person may see, in the order of their numbers."""
    dockets = set(cell)
    seen: QuerySet[Demand] = visible_demands(person).filter(docket_id__in=dockets)
    hidden = len(dockets) - seen.count()
    rows = seen.filter(number__gt=after) if after else seen
    return Behind(list(rows.order_by("number")[:limit]), len(dockets), hidden)


# --- what is owed, certified, filed ----------------------------------------------------------


def owing(state: State | None = None) -> list[Owing]:
    """Every report that stands as owed on the office's docket, the earliest period first."""
    held = state or office_state()
    packs = {pack.sha256: pack.id for pack in desk().packs.packs}
    found = []
    for entry in held.entries.values():
        act = entry.act
        if not isinstance(act, DutyOpened) or act.done_by != ReportFiled.__name__:
            continue
        if act.period_from is None or act.period_to is None:
            continue
        row = held.obligations[act.obligation]
        found.append(
            Owing(
                obligation=row,
                duty=act.duty,
                pack=packs.get(act.pack, ""),
                period=Period(act.period_from, act.period_to),
                filed=_filed_last(held, row),
            )
        )
    return sorted(found, key=lambda one: (one.period.ends, one.duty))


def _filed_last(state: State, obligation: Obligation) -> EntryId | None:
    """The filed report of an obligation that stands now: the first one or its last correction."""
    last = None
    for entry in state.entries.values():
        act = entry.act
        if isinstance(act, ReportFiled) and act.obligation == obligation.id:
            last = entry.id
    return last


def owing_for(template: Template, period: Period, state: State | None = None) -> Owing | None:
    """The obligation that a report of a period would end, if it stands."""
    name = template.duty.id if template.duty is not None else ""
    found = [one for one in owing(state) if one.duty == name and one.period == period]
    return found[-1] if found else None


def certified_reports(state: State | None = None) -> list[ReportState]:
    """Every report that somebody stands for, the latest first."""
    held = state or office_state()
    return list(reversed(list(held.reports.values())))


def certified(person: Person, ref: str) -> Certified:
    """A certified report with its figures.

    Raises:
        NotFound: there is none, or the person runs no reports.
    """
    if not may_run_reports(person):
        raise NotFound
    state = office_state()
    row = state.reports.get(EntryId(ref))
    if row is None or not isinstance(row.act.document, str):
        raise NotFound
    content = kept_bytes(str(state.docket), row.act.document)
    return Certified(EntryId(ref), row, json.loads(content), content)


def nil_answer(duty: str, held: State | None = None) -> str | None:
    """What the office answered where the law does not say whether a nil report is wanted."""
    state = held or office_state()
    ref = state.profile.get(f"report.nil.{duty}")
    act = state.entries[ref].act if ref is not None else None
    return act.after if isinstance(act, ProfileChanged) and isinstance(act.after, str) else None
