"""Accounts as a page shows them: side by side, by the same rule for either side, no verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tecum.docket.acts.chronology import Slot
from tecum.docket.chronology.lanes import Lane, Standing, lane_of
from tecum.docket.chronology.marks import Mark, differences_of, together
from tecum.docket.chronology.model import ThreadCertainty, ThreadClaim, ThreadEvent
from tecum.docket.chronology.values import says_itself
from tecum.docket.conflicts import Difference
from tecum.docket.state.model import Claim
from tecum.web.chronologies.said import said, when_said
from tecum.web.chronologies.selectors import ChronologyPage
from tecum.web.ui.templatetags.ui import camel_words, thread_when

__all__ = [
    "Account",
    "EventRow",
    "LaneRow",
    "account",
    "differences_shown",
    "event_rows",
    "event_words",
    "in_order",
    "joined_with",
    "lane_rows",
]


@dataclass(frozen=True, slots=True)
class Account:
    """One claim as shown: the words, and the number only where the words do not say it.

    Attributes:
        computed: Whether the number stands in no source and was worked out from its words.
        same: Who else says the same, by name.
    """

    claim: ThreadClaim
    by: str
    words: str
    number: str
    computed: bool
    sources: tuple[tuple[str, str], ...]
    standing: Standing | None
    same: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LaneRow:
    """One line of the lanes: an event or a question, and what each lane says of it."""

    number: int
    when: str
    what: str
    event: str
    anchor: str
    events: Mapping[Lane, tuple[ThreadEvent, ...]]
    claims: Mapping[Lane, tuple[Account, ...]]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of an event as somebody gives it; no date stands for all where they differ."""

    said: str
    kind: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of the list: its dates as given, its mark, what it was and who says so."""

    event: ThreadEvent
    dates: tuple[Dated, ...]
    mark: Mark
    what: str
    actor: str
    joined: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str], ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class DifferenceShown:
    """A difference: what it is about in words, and each account that makes it, in one order."""

    row: Difference
    about: tuple[str, ...]
    events: tuple[str, ...]
    accounts: tuple[Account, ...]


# --- one account ------------------------------------------------------------------------------


def account(held: ChronologyPage, row: ThreadClaim) -> Account:
    """A claim as it is shown."""
    own, claim = held.standing.get(row.id), held.state.claims.get(row.id)
    number, computed = _number(row)
    spoken = row.position or ""
    if claim is not None and not spoken and not number:
        spoken = said(claim.act.slot, claim.value, claim.act.stance, held.names)
    return Account(
        claim=row,
        by=held.names.get(row.by, row.by),
        words=spoken,
        number=number,
        computed=computed,
        sources=tuple((one, held.names.get(one, one)) for one in row.sources),
        standing=own,
        same=tuple(held.names.get(one, one) for one in own.same) if own is not None else (),
    )


def _number(row: ThreadClaim) -> tuple[str, bool]:
    if row.value is None:
        return "", False
    if not isinstance(row.value, int):
        return thread_when(row.value), row.certainty is ThreadCertainty.COMPUTED
    if says_itself(row.position, row.value):
        return "", False
    worked_out = bool(row.position) or row.certainty is ThreadCertainty.COMPUTED
    return f"{row.value:,} {row.unit or ''}".strip(), worked_out


def in_order(held: ChronologyPage, rows: Iterable[ThreadClaim]) -> list[ThreadClaim]:
    """Accounts in the one order that holds for every side: issuer, recipient, others; by name."""
    order = list(Lane)
    return sorted(
        rows,
        key=lambda row: (
            order.index(lane_of(row.by, held.lanes)), held.names.get(row.by, row.by), row.id,
        ),
    )  # fmt: skip


# --- the list of events -----------------------------------------------------------------------


def event_rows(held: ChronologyPage) -> list[EventRow]:
    """Every event by its earliest date, the undated last, each with its mark."""
    rows = sorted(held.thread.events, key=lambda row: _sorted_by(held, row))
    return [_event_row(held, row) for row in rows]


def _event_row(held: ChronologyPage, row: ThreadEvent) -> EventRow:
    titles = {one.id: event_words(one) for one in held.thread.events}
    return EventRow(
        event=row,
        dates=tuple(_dates(held, row)),
        mark=held.marks[row.id],
        what=row.what or "",
        actor=held.names.get(row.actor or "", ""),
        joined=tuple((one, titles.get(one, one)) for one in joined_with(held, row.id)),
        sources=tuple((one, held.names.get(one, one)) for one in _sources(held, row)),
        differences=differences_of(held.state, held.differences, row.id),
    )


def _dates(held: ChronologyPage, row: ThreadEvent) -> Iterable[Dated]:
    """Each date that is claimed of an event, with whose it is; the file's words where none is."""
    found: dict[tuple[str, str], list[str]] = {}
    for claim in _of_event(held, row.id, Slot.WHEN):
        when = claim.value.when
        if when is not None and claim.retracted_by is None:
            by = held.names.get(claim.act.by, claim.act.by)
            found.setdefault((when_said(when), when.kind.value), []).append(by)
    if not found:
        yield Dated(when_said(row.when), row.when.kind.value if row.when.is_known else "", ())
    for (text, kind), by in found.items():
        yield Dated(text, kind, tuple(sorted(set(by))) if len(found) > 1 else ())


def _of_event(held: ChronologyPage, event: str, slot: Slot) -> list[Claim]:
    """The claims on one side of an event and of those that are the same."""
    return held.by_slot.get((held.state.joined.get(event, event), slot), [])


def _sources(held: ChronologyPage, row: ThreadEvent) -> tuple[str, ...]:
    added = (one for claim in held.thread.claims if claim.about == row.id for one in claim.sources)
    return tuple(dict.fromkeys((*row.sources, *added)))


def _sorted_by(held: ChronologyPage, row: ThreadEvent) -> tuple[str, str]:
    firsts = [row.when.interval()[0]]
    for claim in _of_event(held, row.id, Slot.WHEN):
        if claim.value.when is not None and claim.retracted_by is None:
            firsts.append(claim.value.when.interval()[0])
    days = [one for one in firsts if one is not None]
    return str(min(days, default=date.max)), row.id


def event_words(event: ThreadEvent) -> str:
    """An event in a few words."""
    return event.what or camel_words(event.act)


def joined_with(held: ChronologyPage, event: str) -> tuple[str, ...]:
    """The other events that a person joined with this one, by id."""
    return tuple(sorted(together(held.state, event) - {event}))


# --- where accounts differ --------------------------------------------------------------------


def differences_shown(held: ChronologyPage) -> list[DifferenceShown]:
    """Each difference with its accounts, all by the one order."""
    claims = {row.id: row for row in held.thread.claims}
    questions = {row.id: row.text for row in held.thread.questions}
    events = {row.id: row for row in held.thread.events}
    found = []
    for row in held.differences:
        about = (
            questions.get(one) or (event_words(events[one]) if one in events else "")
            for one in row.about
        )
        shown = [claims.get(name) or _bare(held, name) for name in row.claims]
        found.append(
            DifferenceShown(
                row=row,
                about=tuple(text for text in about if text),
                events=tuple(one for one in row.about if one in events),
                accounts=tuple(account(held, one) for one in in_order(held, shown)),
            )
        )
    return found


def _bare(held: ChronologyPage, name: str) -> ThreadClaim:
    """What a source says of an event of the file, as a claim like the others."""
    claim = held.state.claims[name]
    event = next(row for row in held.thread.events if row.id == claim.act.event)
    return ThreadClaim(
        id=name, by=claim.act.by, question=None, about=claim.act.event, position=None, value=None,
        unit=None, said_on=None, certainty=event.certainty, sources=(claim.act.by,), retracts=None,
        retracted_by=None, corrects=None,
    )  # fmt: skip


# --- the lanes --------------------------------------------------------------------------------


def lane_rows(held: ChronologyPage) -> list[LaneRow]:
    """Every question, then every event by date, joined ones on one line, lane by lane."""
    rows: list[LaneRow] = []
    for question in held.thread.questions:
        claims = [row for row in held.thread.claims if row.question == question.id]
        anchor = f"question-{question.id}"
        rows.append(LaneRow(0, "", question.text, "", anchor, {}, _by_lane(held, claims)))
    seen: set[str] = set()
    for first in sorted(held.thread.events, key=lambda row: _sorted_by(held, row)):
        if first.id in seen:
            continue
        names = {first.id, *joined_with(held, first.id)}
        seen |= names
        events = [first, *(row for row in held.thread.events if row.id in names - {first.id})]
        claims = [row for row in held.thread.claims if row.question is None and row.about in names]
        rows.append(
            LaneRow(
                number=sum(1 for row in rows if row.event) + 1,
                when=" · ".join(dict.fromkeys(one.said for one in _dates(held, first))),
                what=camel_words(first.act),
                event=first.id,
                anchor=first.id,
                events=_events_by_lane(held, events),
                claims=_by_lane(held, claims),
            )
        )
    return rows


def _events_by_lane(
    held: ChronologyPage, rows: list[ThreadEvent]
) -> dict[Lane, tuple[ThreadEvent, ...]]:
    return {
        lane: tuple(row for row in rows if lane_of(row.actor, held.lanes) is lane) for lane in Lane
    }


def _by_lane(held: ChronologyPage, claims: list[ThreadClaim]) -> dict[Lane, tuple[Account, ...]]:
    return {
        lane: tuple(account(held, row) for row in claims if lane_of(row.by, held.lanes) is lane)
        for lane in Lane
    }
