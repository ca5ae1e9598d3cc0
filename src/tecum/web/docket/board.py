"""The deadlines board from its rows: every open obligation in exactly one lane, none opened.

The lanes are those of :func:`tecum.docket.duties.lane_of`, asked of the columns of a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from tecum.docket.codec import from_json
from tecum.docket.duties import Lane, Standing
from tecum.docket.parts import DateRead
from tecum.docket.state.model import ObligationOrigin, ObligationStep
from tecum.docket.vocabulary import ObligationObject
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import visible_demands, visible_obligations
from tecum.web.docket import models
from tecum.web.docket.calendar import working_days
from tecum.web.docket.doubts import Doubt, Doubts, doubts
from tecum.web.docket.keyset import after_row, in_order
from tecum.web.docket.standings import Moment, missed, this_moment, unsafe
from tecum.web.typed import whole as whole_number
from tecum.words import Side

__all__ = ["MOST", "Board", "DeadlineRow", "LaneRows", "Owed", "deadline_lane", "deadline_lanes"]

MOST = 250
"""A lane is counted so far; beyond it the board says "more than"."""
_UNCOUNTED = ("armed", "waiting", "tolled")
_ORDER = ("safe_on", "id")
_FURTHEST = 60


@dataclass(frozen=True, slots=True)
class Owed:
    """One obligation as its row has it, at a moment."""

    id: str
    object: str
    owed_by: str
    standing: Standing
    open_items: tuple[str, ...]
    readings: tuple[DateRead, ...]
    safe: date | datetime | None
    disputed: bool
    days_over: int | None
    why_no_date: str | None
    doubts: tuple[Doubt, ...] = ()
    is_quashed: bool = False


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """One obligation on the board, with the demand it belongs to; ``key`` names it for paging."""

    key: str
    docket: str
    number: str
    issuer: str
    kind: str
    view: Owed


@dataclass(frozen=True, slots=True)
class LaneRows:
    """One page of a lane, and how many rows the lane holds in all, up to :data:`MOST`.

    ``following`` names the next page; None where no row is left.
    """

    rows: tuple[DeadlineRow, ...]
    count: int
    following: str | None

    @property
    def is_more(self) -> bool:
        """Whether the lane holds more than is counted."""
        return self.count > MOST


@dataclass(frozen=True)
class Board:
    """The lanes as of a moment, for one owner or all."""

    person: Person
    moment: Moment
    owner: str = ""
    kind: str = ""

    @cached_property
    def soon(self) -> date:
        """The last day that is within three working days."""
        works, day, working = working_days(), self.moment.day, 0
        for n in range(1, _FURTHEST):
            following = self.moment.day + timedelta(days=n)
            working += works(following)
            if working > 3:
                break
            day = following
        return day

    @cached_property
    def doubts(self) -> Doubts:
        """What keeps the dates of rules from being certain."""
        return doubts()

    def owed(self, lane: Lane) -> QuerySet[models.Obligation]:
        """The obligations of a lane."""
        rows = visible_obligations(self.person)
        if self.owner:
            rows = rows.filter(owner=self.owner)
        if self.kind:
            rows = rows.filter(docket__demand__kind=self.kind)
        return rows.filter(self._in(lane))

    def awaiting(self, lane: Lane) -> QuerySet[models.Demand]:
        """The demands with due phrases for which no clock stands yet; they have no date."""
        rows = visible_demands(self.person).filter(waiting__gt=0)
        if lane is not Lane.CANNOT_BE_COUNTED or self.owner not in ("", "ours"):
            return rows.none()
        return rows.filter(kind=self.kind) if self.kind else rows

    def _in(self, lane: Lane) -> Q:
        if lane is Lane.CANNOT_BE_COUNTED:
            return Q(state__in=_UNCOUNTED) | Q(state=ObligationStep.FIXED.value, safe_on=None)
        day = self.moment.day
        over = missed(self.moment) | unsafe(self.moment)
        fixed = Q(state=ObligationStep.FIXED.value)
        if lane is Lane.OVERDUE:
            # What is disputed is late by its day alone.
            return fixed & (Q(safe_on__lt=day) | (Q(disputed=False, safe_on=day) & over))
        if lane is Lane.TODAY:
            return fixed & Q(safe_on=day) & (Q(disputed=True) | ~over)
        fortnight = max(self.soon, day + timedelta(days=14))
        first, last = {
            Lane.WITHIN_3_WORKING_DAYS: (day, self.soon),
            Lane.WITHIN_14_DAYS: (self.soon, fortnight),
            Lane.LATER: (fortnight, date.max),
        }[lane]
        return fixed & Q(safe_on__gt=first, safe_on__lte=last)


def deadline_lanes(
    person: Person, *, owner: str = "", kind: str = "", limit: int = MOST
) -> dict[Lane, LaneRows]:
    """Every lane with its first rows, the earliest first.

    Args:
        owner: ``ours``, ``theirs`` or ``third``; default all.
        kind: A kind of instrument; default all.
    """
    board = Board(person, this_moment(), owner, kind)
    return {lane: _lane(board, lane, limit) for lane in Lane}


def deadline_lane(
    person: Person, lane: Lane, *, owner: str = "", kind: str = "", after: str = "", limit: int = 50
) -> LaneRows:
    """One page of one lane.

    Args:
        after: The key of the last row of the page before.
    """
    board = Board(person, this_moment(), owner, kind)
    return _lane(board, lane, limit, after)


def _lane(board: Board, lane: Lane, limit: int, after: str = "") -> LaneRows:
    owed, awaiting = board.owed(lane), board.awaiting(lane)
    whole = owed
    kind, _, name = after.partition(".")
    if kind == "o" and (number := whole_number(name)) is not None:
        last = owed.filter(pk=number).first()
        owed = after_row(owed, _ORDER, last) if last is not None else owed
    elif kind == "d":
        owed, awaiting = owed.none(), awaiting.filter(pk__gt=name)
    rows = [_row(row, board) for row in in_order(owed, _ORDER)[: limit + 1]]
    if lane is Lane.CANNOT_BE_COUNTED and len(rows) <= limit:
        further = awaiting.order_by("pk")[: limit + 1 - len(rows)]
        rows += [row for demand in further for row in _waiting(demand)]
    shown = tuple(rows[:limit])
    count = len(rows)
    if after or count > limit:
        count = whole[: MOST + 1].count()
        if lane is Lane.CANNOT_BE_COUNTED:
            count += sum(board.awaiting(lane)[: MOST + 1].values_list("waiting", flat=True))
    return LaneRows(shown, count, shown[-1].key if len(rows) > limit and shown else None)


def _row(row: models.Obligation, board: Board) -> DeadlineRow:
    demand = getattr(row.docket, "demand", None)
    return DeadlineRow(
        key=f"o.{row.pk}",
        docket=row.docket_id,
        number=demand.number if demand is not None else gettext("This office"),
        issuer=demand.issuer if demand is not None else "",
        kind=demand.kind if demand is not None else "",
        view=_owed(row, board),
    )


def _owed(row: models.Obligation, board: Board) -> Owed:
    moment = board.moment
    standing, over = _standing(row, moment), None
    if standing is Standing.MISSED and row.latest_on is not None:
        over = (moment.day - row.latest_on).days
    return Owed(
        id=row.name,
        object=row.object,
        owed_by=row.owner,
        standing=standing,
        open_items=tuple(row.items),
        readings=tuple(_readings(row.readings)),
        safe=row.safe_at or row.safe_on,
        disputed=row.disputed,
        days_over=over,
        why_no_date=_why_no_date(row),
        doubts=board.doubts.of_row(row),
        is_quashed=bool(row.quashed_by),
    )


def _standing(row: models.Obligation, moment: Moment) -> Standing:
    if row.state != ObligationStep.FIXED.value:
        return Standing(row.state)
    if row.disputed:
        return Standing.WHAT_IF
    if moment.has_passed(row.latest_on, row.latest_at):
        return Standing.MISSED
    if moment.has_passed(row.safe_on, row.safe_at):
        return Standing.LATE_ON_ONE_READING
    return Standing.FIXED


def _why_no_date(row: models.Obligation) -> str | None:
    if row.safe_on is not None:
        return "tolled" if row.state == ObligationStep.TOLLED.value else None
    if row.state == ObligationStep.ARMED.value:
        return f"awaits {row.awaits}" if row.awaits else "awaits its event"
    if row.origin == ObligationOrigin.DUTY.value:
        return f"awaits {row.awaits}" if row.awaits else "no date in the law"
    return "its clock has not been started"


def _readings(stored: Iterable[Mapping[str, object]]) -> Iterable[DateRead]:
    return (from_json(DateRead, one, "readings") for one in stored)  # type: ignore[arg-type]


def _waiting(demand: models.Demand) -> Iterable[DeadlineRow]:
    """The due phrases that no clock stands for yet, each with the event that is missing."""
    for n, trigger in demand.awaits:
        owed = Owed(
            id=f"phrase.{n}",
            object=ObligationObject.ANSWER.value,
            owed_by=Side.OURS.value,
            standing=Standing.WAITING,
            open_items=(),
            readings=(),
            safe=None,
            disputed=False,
            days_over=None,
            why_no_date=f"awaits {trigger}",
        )
        yield DeadlineRow(
            f"d.{demand.pk}", demand.pk, demand.number, demand.issuer, demand.kind, owed
        )
