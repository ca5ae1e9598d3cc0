"""What can be said of many demands today, without opening any: for lists, filters and counts.

A status either follows from the docket's entries alone, and then stands in a table, or it comes
with a day: late, late on one reading, due soon, not confirmed. Those four are worked out here
from the dates in the rows, by the rules of :mod:`tecum.docket.status`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from tecum.clock import now, today
from tecum.docket.rules import Rules
from tecum.docket.state import AsOf, State
from tecum.docket.state.model import About, DispatchStep, ObligationStep
from tecum.docket.status import StatusCode, statuses
from tecum.web.docket import models, states
from tecum.words import Side

__all__ = [
    "DATED",
    "Moment",
    "Standing",
    "having",
    "lasting",
    "missed",
    "standings",
    "status_counts",
    "this_moment",
    "unsafe",
]

DATED = (
    StatusCode.LATE,
    StatusCode.LATE_ON_ONE_READING,
    StatusCode.DUE_SOON,
    StatusCode.NOT_CONFIRMED,
)
"""The statuses that come with a day."""
_BEFORE_ALL = datetime(1900, 1, 1, tzinfo=UTC)
_ORDER = {code.value: n for n, code in enumerate(StatusCode)}
_UNKNOWN_STEPS = (DispatchStep.SENT.value, DispatchStep.RELAYED.value)


@dataclass(frozen=True, slots=True)
class Standing:
    """One status of a demand on a list; why it holds is said on the demand's page."""

    code: StatusCode


@dataclass(frozen=True, slots=True)
class Moment:
    """Now: the instant, the day in the office's zone, and the margins of its profile."""

    at: datetime
    day: date
    rules: Rules

    @property
    def near(self) -> date:
        """The last day that counts as soon."""
        return self.day + timedelta(days=self.rules.margin_days)

    @property
    def unconfirmed_since(self) -> datetime | None:
        """What was sent before this and is not known to have arrived is unconfirmed."""
        limit = self.rules.confirm_days
        return None if limit is None else self.at - timedelta(days=limit)

    def has_passed(self, day: date | None, instant: datetime | None) -> bool:
        """Whether a due date or instant is over; a date ends with the day in the office's zone."""
        if instant is not None:
            return self.at > instant
        return day is not None and self.day > day


def this_moment() -> Moment:
    """This moment, by the office's zone and profile."""
    in_force = states.rules()
    return Moment(now(), today(in_force.zone), in_force)


def lasting(state: State) -> tuple[str, ...]:
    """The statuses that hold whatever the day; what is asked before all dates has none due."""
    found = statuses(state, AsOf(happened_by=_BEFORE_ALL, known_by=_BEFORE_ALL))
    return tuple(row.code.value for row in found)


def standings(demands: Iterable[models.Demand], moment: Moment) -> dict[str, tuple[Standing, ...]]:
    """Docket → every status that holds now, the headline first; three questions in all."""
    dockets = [row.docket_id for row in demands]
    found: dict[str, set[str]] = defaultdict(set)
    held = models.StatusHeld.objects.filter(docket__in=dockets)
    for docket, code in held.values_list("docket_id", "code"):
        found[docket].add(code)
    running = models.Obligation.objects.filter(_running(), docket__in=dockets)
    for row in running:
        dated = _dated(row.safe_on, row.safe_at, row.latest_on, row.latest_at, moment)
        if dated is not None:
            found[row.docket_id].add(dated.value)
    for docket in _unconfirmed(moment).filter(docket__in=dockets).values_list("docket", flat=True):
        found[docket].add(StatusCode.NOT_CONFIRMED.value)
    return {
        docket: tuple(Standing(StatusCode(code)) for code in sorted(codes, key=_ORDER.__getitem__))
        for docket, codes in found.items()
    }


def status_counts(dockets: Sequence[str], moment: Moment) -> Counter[str]:
    """How many of these dockets bear each status now."""
    held = models.StatusHeld.objects.filter(docket__in=dockets).values_list("code", flat=True)
    counts = Counter(held)
    running = models.Obligation.objects.filter(_running(), docket__in=dockets)
    columns = ("docket_id", "safe_on", "safe_at", "latest_on", "latest_at")
    dated = {
        (docket, code.value)
        for docket, *dates in running.values_list(*columns)
        if (code := _dated(*dates, moment)) is not None
    }
    counts.update(code for _, code in dated)
    unknown = _unconfirmed(moment).filter(docket__in=dockets).values("docket").distinct().count()
    return counts + Counter({StatusCode.NOT_CONFIRMED.value: unknown})


def having(code: StatusCode, moment: Moment, at: str = "docket__") -> Exists:
    """That a status holds now on a row's docket.

    Args:
        at: The way from the row to its docket.
    """
    docket = OuterRef(f"{at}pk")
    if code is StatusCode.NOT_CONFIRMED:
        return Exists(_unconfirmed(moment).filter(docket=docket))
    if code in DATED:
        rows = models.Obligation.objects.filter(_running(), docket=docket)
        return Exists(rows.filter(_CONDITIONS[code](moment)))
    return Exists(models.StatusHeld.objects.filter(docket=docket, code=code.value))


def _running() -> Q:
    return Q(state=ObligationStep.FIXED.value, disputed=False)


def missed(moment: Moment) -> Q:
    """That the latest reading of a date is over."""
    return Q(latest_at__lt=moment.at) | Q(latest_at=None, latest_on__lt=moment.day)


def unsafe(moment: Moment) -> Q:
    """That the safe date is over."""
    return Q(safe_at__lt=moment.at) | Q(safe_at=None, safe_on__lt=moment.day)


_CONDITIONS = {
    StatusCode.LATE: missed,
    StatusCode.LATE_ON_ONE_READING: lambda moment: unsafe(moment) & ~missed(moment),
    StatusCode.DUE_SOON: lambda moment: (
        Q(safe_on__lte=moment.near) & ~unsafe(moment) & ~missed(moment)
    ),
}


def _dated(
    safe_on: date | None,
    safe_at: datetime | None,
    latest_on: date | None,
    latest_at: datetime | None,
    moment: Moment,
) -> StatusCode | None:
    if moment.has_passed(latest_on, latest_at):
        return StatusCode.LATE
    if moment.has_passed(safe_on, safe_at):
        return StatusCode.LATE_ON_ONE_READING
    near = safe_on is not None and safe_on <= moment.near
    return StatusCode.DUE_SOON if near else None


def _unconfirmed(moment: Moment) -> QuerySet[models.Dispatch]:
    since = moment.unconfirmed_since
    if since is None:
        return models.Dispatch.objects.none()
    sent = models.Entry.objects.filter(pk=OuterRef("entry"), recorded_at__lt=since)
    return models.Dispatch.objects.filter(
        Exists(sent), side=Side.OURS.value, step__in=_UNKNOWN_STEPS
    ).exclude(about=About.OTHER.value)
