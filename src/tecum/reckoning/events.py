"""Events that start or end a clock, each with one or more accounts of when it happened.

Nothing here chooses between accounts: accounts that differ make the event disputed, and a
disputed event gives one what-if date for each account, never a due date.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import unique
from functools import cache, lru_cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from tecum.reckoning.errors import NaiveInstant, UnknownZone, UnsupportedForm, unknown_name
from tecum.reckoning.zones import given_zones
from tecum.worded import worded as _
from tecum.words import Channel, DueFor, ServiceMethod, Trigger, Word

__all__ = [
    "Account",
    "Event",
    "EventKind",
    "How",
    "Standing",
    "event_kind",
    "in_zone",
    "instants_on",
    "legal_day",
    "live_accounts",
    "moment_said",
    "said",
    "served_words",
    "standing_of",
    "wall_instants",
]

Moment = date | datetime
"""A legal date, or an instant; a datetime without zone is wall time at the place."""


@unique
class EventKind(Word):
    """What may start or end a clock (RECKONING 3); any other name is an event of that name."""

    SERVICE = "service"
    RECEIPT = "receipt"
    ISSUE = "issue"
    LETTER_DATE = "letter_date"
    RELEASE = "release"
    OTHERWISE_RELEASE = "otherwise_release"
    HEARING = "hearing"
    DECISION = "decision"
    DISCLOSURE = "disclosure"
    NOTICE_OF_RESULTS = "notice_of_results"
    ACKNOWLEDGEMENT = "acknowledgement"
    FEE_NOTICE = "fee_notice"
    CLARIFICATION_REQUEST = "clarification_request"
    CLARIFICATION_ANSWER = "clarification_answer"
    ORDER = "order"
    RETURN_DATE = "return_date"
    ARREST = "arrest"
    CONVICTION = "conviction"


@unique
class How(Word):
    """How somebody knows when an event happened."""

    PROOF_OF_SERVICE = "proof_of_service"
    OWN_LOG = "own_log"
    DOCUMENT = "document"
    CLAIM = "claim"
    DENIAL = "denial"


@unique
class Standing(Word):
    """How the accounts of an event stand to each other."""

    AGREED = "agreed"
    UNKNOWN = "unknown"
    DISPUTED = "disputed"
    NOT_RECEIVED = "not received (claimed)"
    FUTURE = "future"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account of when an event happened; ``at`` is None where it is denied.

    ``source`` says where the account stands (a document, a log entry); ``recorded_at`` and
    ``retracted_at`` are aware instants.
    """

    at: Moment | None
    said_by: str = ""
    how: How = How.CLAIM
    source: str = ""
    recorded_at: datetime | None = None
    retracted_at: datetime | None = None

    def is_live(self, known_on: date) -> bool:
        """Whether the account was on record, and not taken back, at the end of that day."""
        if self.recorded_at is not None and self.recorded_at.date() > known_on:
            return False
        return self.retracted_at is None or self.retracted_at.date() > known_on

    def to_json(self) -> dict[str, Any]:
        """As stored and shown."""
        return {
            "at": said(self.at),
            "said_by": self.said_by,
            "how": self.how.value,
            "source": self.source,
            "recorded_at": said(self.recorded_at),
            "retracted_at": said(self.retracted_at),
        }


@dataclass(frozen=True, slots=True)
class Event:
    """What starts a clock. ``awaited`` marks one that has not happened yet ("upon release")."""

    kind: str
    accounts: tuple[Account, ...] = ()
    awaited: bool = False

    @classmethod
    def on(cls, kind: str, at: Moment, said_by: str = "", how: How = How.CLAIM) -> Event:
        """An event with one account."""
        return cls(kind, (Account(at=at, said_by=said_by, how=how),))


def live_accounts(event: Event, known_on: date) -> tuple[Account, ...]:
    """The accounts that count and say when, in the order given."""
    return tuple(
        [
            row
            for row in event.accounts
            if row.at is not None and row.how is not How.DENIAL and row.is_live(known_on)
        ]
    )


def standing_of(event: Event, known_on: date, zone: str | None) -> Standing:
    """How the live accounts of an event stand to each other (RECKONING 3)."""
    if any(row.how is How.DENIAL and row.is_live(known_on) for row in event.accounts):
        return Standing.NOT_RECEIVED
    moments = [row.at for row in live_accounts(event, known_on) if row.at is not None]
    if not moments:
        return Standing.FUTURE if event.awaited else Standing.UNKNOWN
    if len(moments) == 1 and not isinstance(moments[0], datetime):
        return Standing.AGREED
    days = {legal_day(at, zone) for at in moments}
    instants = {_comparable(at, zone) for at in moments if isinstance(at, datetime)}
    return Standing.AGREED if len(days) == 1 and len(instants) <= 1 else Standing.DISPUTED


def _comparable(at: datetime, zone: str | None) -> datetime:
    return wall_instants(at, zone)[0].astimezone(UTC)


def event_kind(
    trigger: Trigger, trigger_text: str | None = None, due_for: DueFor | None = None
) -> str | None:
    """The event that a document's trigger word names; None where the word names none.

    A release that ends a hold is the moment at which the person would otherwise be free.
    """
    if trigger is Trigger.UNKNOWN:
        return None
    if trigger is Trigger.OTHER:
        return trigger_text or None
    if trigger is Trigger.RELEASE and due_for is DueFor.HOLD:
        return EventKind.OTHERWISE_RELEASE.value
    return trigger.value


_OF_READING = {
    ServiceMethod.MAIL: Channel.POST.value,
    ServiceMethod.CERTIFIED_MAIL: Channel.CERTIFIED_POST.value,
    ServiceMethod.EMAIL: Channel.EMAIL.value,
    ServiceMethod.OVERNIGHT: Channel.COURIER.value,
    ServiceMethod.OTHER: "unknown",
}
_FURTHER = ("agent", "publication", "clerk", "unknown")
_STANDS_FOR = {
    "mail": ("post", "certified_post"),
    "overnight": ("courier",),
}


@cache
def served_words(method: str) -> frozenset[str]:
    """The words of a clock that stand for a way of service, given in either vocabulary.

    Raises:
        UnsupportedForm: the word is in neither.
    """
    known = {*(c.value for c in Channel), *_FURTHER}
    aliases = {word.value: _OF_READING.get(word, word.value) for word in ServiceMethod}
    channel = aliases.get(method, method)
    if channel not in known:
        raise unknown_name(
            UnsupportedForm,
            _('No method of service "{word}" is loaded.'),
            method,
            known | set(aliases),
            _("Use a word of the list of channels."),
        )
    return frozenset(
        {channel, *(word for word, channels in _STANDS_FOR.items() if channel in channels)}
    )


# --- moments ------------------------------------------------------------------------------


def in_zone(zone: str) -> ZoneInfo:
    """The time zone of that name.

    Raises:
        UnknownZone: no such zone.
    """
    given = given_zones()
    try:
        return ZoneInfo(zone) if given is None else given.by_name[zone]
    except (ZoneInfoNotFoundError, KeyError, ValueError, OSError):
        raise unknown_name(
            UnknownZone,
            _('No time zone "{word}" is loaded.'),
            zone,
            available_timezones(),
            _("Write it like America/Denver."),
        ) from None


def legal_day(at: Moment, zone: str | None) -> date:
    """The legal date of a moment at the place."""
    if not isinstance(at, datetime):
        return at
    if at.tzinfo is None or zone is None:
        return at.date()
    return at.astimezone(in_zone(zone)).date()


def wall_instants(at: datetime, zone: str | None) -> tuple[datetime, ...]:
    """The instants that a wall time may mean at the place, the earlier first.

    A wall time in the gap of a clock change becomes the first instant after the gap; one that
    exists twice gives both. An instant with zone or offset is itself, shown in the zone.

    Raises:
        NaiveInstant: neither offset nor zone.
    """
    if zone is None:
        if at.tzinfo is None:
            raise NaiveInstant(
                _("The time has no zone."),
                why=_("The same wall time is another instant elsewhere, and hours are counted."),
                do=_("Give --tz or write the offset."),
            )
        return (at,)
    place = in_zone(zone)
    if at.tzinfo is not None:
        return (at.astimezone(place),)
    return instants_on(at.date(), at.time(), place)


def instants_on(day: date, wall: time, place: ZoneInfo) -> tuple[datetime, ...]:
    """The instants that a wall time may mean on a day, the earlier first.

    One in the gap of a clock change is the first instant after the gap; one that exists twice
    is both.
    """
    first = datetime.combine(day, _in_fold(wall, 0), place)
    second = datetime.combine(day, _in_fold(wall, 1), place)
    if first.utcoffset() == second.utcoffset():
        return (first,)
    earlier, later = first.astimezone(UTC), second.astimezone(UTC)
    if earlier < later:
        return (earlier.astimezone(place), later.astimezone(place))
    return (_after_gap(later, earlier, place).astimezone(place),)


@lru_cache(maxsize=2 * 24 * 60)
def _in_fold(wall: time, fold: int) -> time:
    """The wall time as it is read before the clocks go back (0) or after (1)."""
    return wall.replace(fold=fold)


def _after_gap(low: datetime, high: datetime, place: ZoneInfo) -> datetime:
    """The first instant after the clock change that lies between two UTC instants."""
    before = low.astimezone(place).utcoffset()
    span = int((high - low).total_seconds())
    while span > 1:
        half = span // 2
        middle = low + timedelta(seconds=half)
        if middle.astimezone(place).utcoffset() == before:
            low, span = middle, span - half
        else:
            span = half
    return low + timedelta(seconds=span)


def said(at: Moment | None) -> str | None:
    """A moment as text: a date, or an instant with its offset."""
    return None if at is None else at.isoformat()


def moment_said(text: str) -> Moment:
    """The moment that a text tells: a date, or an instant with its offset."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
