"""Search within what somebody may know of: hits, their quoted words, and counts of a few kinds.

Every question starts from the one rule of :mod:`tecum.web.accounts.policies`; what is hidden is
in no hit and in no count. Words that are sealed find a docket only for those who see subjects
on it, and words for counsel only for counsel and leads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from tecum.docket.entry import DocketKind
from tecum.docket.status import StatusCode
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import has_role, listed, sees_all_subjects, visible_to
from tecum.web.accounts.selectors import during
from tecum.web.campaigns.selectors import titles_of
from tecum.web.chronologies.models import Chronology
from tecum.web.docket import models
from tecum.web.docket.standings import (
    Moment,
    Standing,
    having,
    standings,
    status_counts,
    this_moment,
)
from tecum.web.search.asked import MOST_TERMS, Term, terms_of
from tecum.web.search.engines import OPEN, Part, Where, engine
from tecum.web.search.excerpts import Excerpt, excerpts
from tecum.words import Role

__all__ = ["COUNTED", "Chosen", "Found", "Hit", "Place", "find", "hits_of", "jump"]

ROWS = 20
"""Hits a page; each may be opened for its quoted words."""
COUNTED = 250
"""The newest hits of which counts are made; beyond it a page says "more than"."""
_FACETS = ("kind", "issuer", "status", "year")
_MOST_OF_A_FACET = 8
_READERS = (Role.CLERK, Role.CUSTODIAN, Role.ISSUING_OFFICER)
_JUMPS = 8


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a search is narrowed to."""

    kind: str = ""
    issuer: str = ""
    status: str = ""
    year: int | None = None
    since: date | None = None
    until: date | None = None

    @property
    def is_any(self) -> bool:
        """Whether anything narrows it."""
        return self != Chosen()


@dataclass(frozen=True, slots=True)
class Hit:
    """One docket that was found."""

    docket: str
    what: str
    title: str
    demand: models.Demand | None
    opened_at: datetime
    statuses: tuple[Standing, ...]
    quoted: tuple[Excerpt, ...]
    page: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits.

    Attributes:
        counts: Facet → its values with how many of the counted hits bear them.
        total: How many there are, up to :data:`COUNTED`; ``is_more`` says there are further.
        following: What names the next page; None on the last.
        left_out: Words of the question that were too many to look for.
    """

    hits: tuple[Hit, ...]
    counts: dict[str, list[tuple[str, int]]]
    total: int
    is_more: bool
    following: int | None
    left_out: int


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to jump to: a demand by the beginning of its number."""

    name: str
    docket: str
    issuer: str


def find(person: Person, asked: str, chosen: Chosen, after: int | None = None) -> Found:
    """The dockets that hold every word, the newest first."""
    every = terms_of(asked)
    terms = every[:MOST_TERMS]
    if not terms:
        return Found((), {}, 0, is_more=False, following=None, left_out=0)
    moment = this_moment()
    narrowed = _narrowed(chosen, moment)
    first = _looked_up(person, terms, narrowed, None, COUNTED + 1)
    page = first if after is None else _looked_up(person, terms, narrowed, after, ROWS + 1)
    shown, more = page[:ROWS], len(page) > ROWS
    return Found(
        hits=hits_of(person, [docket for _, docket in shown], terms, moment),
        counts=_counts([docket for _, docket in first[:COUNTED]], moment),
        total=min(len(first), COUNTED),
        is_more=len(first) > COUNTED,
        following=shown[-1][0] if more else None,
        left_out=len(every) - len(terms),
    )


def jump(person: Person, text: str) -> list[Place]:
    """The demands whose number begins with a text, in order."""
    typed = text.strip()
    if not typed:
        return []
    begins = engine().begins
    wanted = begins("number", typed) | begins("number", typed.upper())
    rows = models.Demand.objects.filter(visible_to(person, "docket__")).filter(wanted)
    first = rows.order_by("number")[:_JUMPS]
    return [Place(row.number, row.docket_id, row.issuer) for row in first]


def hits_of(
    person: Person, dockets: Sequence[str], terms: Sequence[Term], moment: Moment
) -> tuple[Hit, ...]:
    """These dockets, which somebody may know of, as rows of a page."""
    rows = models.Docket.objects.filter(pk__in=dockets).select_related("demand").in_bulk()
    demands = {pk: row.demand for pk, row in rows.items() if hasattr(row, "demand")}
    held = standings(demands.values(), moment)
    quoted = excerpts(person, list(rows.values()), terms)
    threads = _threads(rows.values())
    titles = titles_of(pk for pk, row in rows.items() if row.kind == DocketKind.CAMPAIGN.value)
    titles |= {pk: thread.title for pk, thread in threads.items()}
    titles |= {pk: demand.number for pk, demand in demands.items()}
    return tuple(
        _hit(rows[pk], titles.get(pk, ""), held.get(pk, ()), quoted.get(pk, ()), threads.get(pk))
        for pk in dockets
        if pk in rows
    )


def _hit(
    row: models.Docket,
    title: str,
    held: tuple[Standing, ...],
    quoted: tuple[Excerpt, ...],
    thread: Chronology | None,
) -> Hit:
    demand: models.Demand | None = getattr(row, "demand", None)
    page = thread.thread if thread is not None and row.kind == "chronology" else row.pk
    of_demands = row.kind == DocketKind.DEMAND.value
    what = row.kind if not of_demands else "demand" if demand is not None else "arrival"
    return Hit(row.pk, what, title, demand, row.opened_at, held, quoted, page)


def _threads(rows: Iterable[models.Docket]) -> dict[str, Chronology]:
    wanted = [row.pk for row in rows if row.kind in ("chronology", "campaign")]
    if not wanted:
        return {}
    found = Chronology.objects.filter(Q(docket_id__in=wanted) | Q(campaign_id__in=wanted))
    by_docket = {row.docket_id: row for row in found}
    return {row.campaign_id: row for row in found if row.campaign_id} | by_docket


def _looked_up(
    person: Person, terms: Sequence[Term], narrowed: Where, after: int | None, limit: int
) -> list[tuple[int, str]]:
    """Hits through what is open everywhere, and through what is sealed where the person reads."""

    def everywhere(at: str) -> Q:
        return visible_to(person, at) & narrowed(at)

    def assigned(at: str) -> Q:
        return everywhere(at) & Q(listed(person, at))

    look = engine().hits
    if sees_all_subjects(person):
        parts: tuple[Part, ...] = (*OPEN, "sealed", "paper", "counsel")
        return look(terms, parts, everywhere, after=after, limit=limit)
    rows = set(look(terms, OPEN, everywhere, after=after, limit=limit))
    if has_role(person, *_READERS):
        rows |= set(look(terms, (*OPEN, "sealed", "paper"), assigned, after=after, limit=limit))
    return sorted(rows, reverse=True)[:limit]


def _narrowed(chosen: Chosen, moment: Moment) -> Where:
    def where(at: str) -> Q:
        wanted = Q()
        if chosen.kind:
            wanted &= Q(**{f"{at}demand__kind": chosen.kind})
        if chosen.issuer:
            wanted &= Q(**{f"{at}demand__issuer": chosen.issuer})
        if chosen.year:
            year = min(max(chosen.year, 1900), 8999)
            first, last = date(year, 1, 1), date(year, 12, 31)
            wanted &= Q(**during(f"{at}opened_at", first, last))
        if chosen.since or chosen.until:
            wanted &= Q(**during(f"{at}opened_at", chosen.since, chosen.until))
        if chosen.status:
            wanted &= Q(having(StatusCode(chosen.status), moment, at))
        return wanted

    return where


def _counts(dockets: list[str], moment: Moment) -> dict[str, list[tuple[str, int]]]:
    """How many of these dockets there are of each kind, issuer, status and year."""
    demands = models.Demand.objects.filter(docket__in=dockets)
    opened = models.Docket.objects.filter(pk__in=dockets).values_list("opened_at", flat=True)
    counted = {
        "kind": Counter(demands.values_list("kind", flat=True)),
        "issuer": Counter(demands.values_list("issuer", flat=True)),
        "status": status_counts(dockets, moment),
        "year": Counter(str(at.astimezone(moment.rules.tz).year) for at in opened),
    }
    return {name: _most(counted[name]) for name in _FACETS if counted[name]}


def _most(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda row: (-row[1], row[0]))[:_MOST_OF_A_FACET]
