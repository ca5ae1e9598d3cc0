"""What a replay of each public thread must show, every line of it, and whether it does here.

What a thread gives as data is computed by the docket. What it says in words is asked here of
the same things that the pages show: the chronology's docket, the campaign, the packs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tecum.docket.campaign import Milestone
from tecum.docket.chronology.checks import CheckResult
from tecum.docket.chronology.exposure import MeasureStanding, exposure
from tecum.docket.chronology.seen import told_of
from tecum.law.example import Replayed, load_example, replayed
from tecum.web.accounts.models import Person
from tecum.web.chronologies.selectors import ChronologyPage, chronologies, chronology
from tecum.web.docket.models import Determination, FindingRow
from tecum.words import Kind

__all__ = ["Shown", "Watched", "watched"]


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing that was looked at, and whether it is as the check says."""

    what: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Watched:
    """One check of a thread with what was looked at for it."""

    result: CheckResult
    shown: tuple[Shown, ...]

    @property
    def holds(self) -> bool:
        """Whether something was looked at, and all of it is as the check says."""
        return bool(self.shown) and all(one.holds for one in self.shown)


def watched(person: Person) -> list[tuple[ChronologyPage, list[Watched]]]:
    """Every chronology that has checks, with them, for whoever may see it."""
    pages = [chronology(person, row.thread) for row in chronologies(person)]
    held = [page for page in pages if page.checks]
    return [(page, [_watch(page, result) for result in page.checks]) for page in held]


def _watch(page: ChronologyPage, result: CheckResult) -> Watched:
    shown = [Shown(line, bool(result.held)) for line in result.computed]
    in_words = _IN_WORDS.get((page.thread.id, result.id))
    if in_words is not None:
        shown += in_words(page)
    return Watched(result, tuple(shown))


def _orders_of_2018(page: ChronologyPage) -> Iterator[Shown]:
    held = exposure(page.thread, date(2018, 1, 25))
    for condition, standing in (
        ("jag17-notice", MeasureStanding.BLOCKED),
        ("jag17-access", MeasureStanding.BLOCKED),
        ("jag17-1373", MeasureStanding.IMPOSED),
    ):
        found = {blocks[condition].standing for blocks in held.blocks.values()}
        words = ", ".join(sorted(one.value for one in found))
        yield Shown(f"{condition}: {words} ({len(held.blocks)} recipients)", found == {standing})
    local = [
        event
        for event in page.thread.events
        if event.act == "OrderEntered" and event.more.get("scope") == "Philadelphia"
    ]
    stays = [str(name) for event in local for name in event.more.get("stays", ())]
    in_time = all((event.when.interval()[1] or date.max) <= held.on for event in local)
    yield Shown(
        f"Philadelphia: {', '.join(stays)}",
        in_time and {"jag17-notice", "jag17-access", "jag17-1373"} == set(stays),
    )


_QUESTIONS = (
    Milestone.ANSWERED,
    Milestone.ON_EVERY_ITEM,
    Milestone.IN_TIME,
    Milestone.IN_LITIGATION,
    Milestone.ESCALATED,
)


def _matrix(page: ChronologyPage) -> Iterator[Shown]:
    told = told_of(page.thread)
    ids = {row.id for row in page.thread.recipients}
    yield Shown(f"{len(told)} recipients", set(told) == ids and len(ids) > 1)
    for milestone in _QUESTIONS:
        cells = [held[milestone] for held in told.values() if milestone in held]
        sure = all(one.event or one.sources or one.more for cell in cells for one in cell)
        name = milestone.value.replace("_", " ")
        yield Shown(f"{name}: {len(cells)} known, {len(told) - len(cells)} unknown", sure)


def _side_by_side(page: ChronologyPage) -> Iterator[Shown]:
    dockets = [page.chronology.docket_id, page.chronology.campaign_id]
    findings = FindingRow.objects.filter(docket_id__in=dockets).count()
    decided = Determination.objects.filter(docket_id__in=dockets).count()
    yield Shown(f"{findings + decided} findings or determinations", findings + decided == 0)
    claims = page.state.claims.values()
    for question in page.state.questions:
        mine = [claim for claim in claims if claim.act.question == question]
        live = {claim.act.by for claim in mine}
        yield Shown(f"{question}: {len(mine)} claims of {len(live)}", len(live) > 0)


_ORDERED = date(2020, 4, 20)
_OF_THE_ORDER = "demand_in_o_gomez"


def _denver(page: ChronologyPage) -> Iterator[Shown]:
    rows = _situation()
    before: dict[str, str] = {}
    for row in rows:
        orders = {fact.name: fact.value for fact in row.item.facts}
        if _OF_THE_ORDER not in orders:
            continue
        line = f"{row.item.what}; {row.moment.says}: {row.outcome}".replace("_", " ")
        if row.moment.known_on < _ORDERED:
            before[row.item.label] = row.outcome
            yield Shown(line, "must" not in row.outcome.split("|"))
        elif orders[_OF_THE_ORDER]:
            yield Shown(line, row.outcome == "must")
        else:
            yield Shown(line, row.outcome == before.get(row.item.label))


@lru_cache(maxsize=1)
def _situation() -> tuple[Replayed, ...]:
    _packs, rows = replayed(load_example("denver"))
    return tuple(rows)


def _both_accounts(page: ChronologyPage) -> Iterator[Shown]:
    accounts = [claim for claim in page.thread.claims if claim.question == "q-received"]
    by = {claim.by for claim in accounts}
    yield Shown(
        f"q-received: {', '.join(sorted(by))}",
        len(by) > 1 and all(claim.sources for claim in accounts),
    )
    for demand in page.thread.demands:
        if demand.kind is Kind.DETAINER:
            undated = demand.due is None or demand.due.on is None
            yield Shown(f"{demand.id}: {'no due date' if undated else 'a due date'}", undated)


def _partial(page: ChronologyPage) -> Iterator[Shown]:
    for event in page.thread.events:
        part = event.more.get("part")
        if isinstance(part, dict) and "d-den-notif" in event.demands:
            answered, owed = part.get("answered"), part.get("owed")
            yield Shown(f"{event.id}: {answered} answered, {owed} owed", (answered, owed) == (3, 1))
    demand = next(row for row in page.thread.demands if row.id == "d-den-notif")
    yield Shown("d-den-notif: no date", demand.due is None or demand.due.on is None)


def _withdrawn(page: ChronologyPage) -> Iterator[Shown]:
    claims = {str(name): claim for name, claim in page.state.claims.items()}
    first, later = claims.get("c12"), claims.get("c14")
    yield Shown("c12: withdrawn", first is not None and first.retracted_by is not None)
    yield Shown("c14: stands", later is not None and later.retracted_by is None)


def _sum(page: ChronologyPage) -> Iterator[Shown]:
    counts: dict[Kind, int] = {}
    for demand in page.thread.demands:
        one = 1 if demand.count is None and len(demand.recipients) == 1 else demand.count or 0
        counts[demand.kind] = counts.get(demand.kind, 0) + one
    for kind, wanted in (
        (Kind.ADMINISTRATIVE_SUBPOENA, 22),
        (Kind.DETAINER, 1),
        (Kind.NOTIFICATION_REQUEST, 4),
    ):
        found = counts.get(kind, 0)
        yield Shown(f"{kind.value.replace('_', ' ')}: {found}", found == wanted)


_IN_WORDS: Mapping[tuple[str, str], Callable[[ChronologyPage], Iterator[Shown]]] = {
    ("2018-letters", "k3"): _orders_of_2018,
    ("2018-letters", "k5"): _matrix,
    ("2018-letters", "k6"): _side_by_side,
    ("2020-subpoenas", "k2"): _denver,
    ("2020-subpoenas", "k3"): _both_accounts,
    ("2020-subpoenas", "k4"): _partial,
    ("2020-subpoenas", "k5"): _withdrawn,
    ("2020-subpoenas", "k6"): _sum,
}
"""The checks that a thread gives in words alone."""
