"""Accounts as a page shows them: side by side, by the same rule for either side, no verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tecum.docket.chronology.lanes import Lane, Standing, lane_of, lanes, strengths
from tecum.docket.chronology.model import ThreadCertainty, ThreadClaim, ThreadEvent
from tecum.docket.chronology.values import says_itself
from tecum.web.chronologies.selectors import ChronologyPage
from tecum.web.ui.templatetags.ui import camel_words, thread_when

__all__ = ["Account", "LaneRow", "account", "joined_with", "lane_rows", "names"]


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

    when: str
    what: str
    anchor: str
    events: Mapping[Lane, tuple[ThreadEvent, ...]]
    claims: Mapping[Lane, tuple[Account, ...]]


def names(held: ChronologyPage) -> dict[str, str]:
    """Party, recipient or source id → its name."""
    rows = (*held.thread.parties, *held.thread.recipients)
    sources = {row.id: row.outlet for row in held.thread.sources}
    return sources | {row.id: row.name for row in rows}


def account(held: ChronologyPage, row: ThreadClaim, standing: Mapping[str, Standing]) -> Account:
    """A claim as it is shown."""
    called = names(held)
    own = standing.get(row.id)
    number, computed = _number(row)
    return Account(
        claim=row,
        by=called.get(row.by, row.by),
        words=row.position or "",
        number=number,
        computed=computed,
        sources=tuple((one, called.get(one, one)) for one in row.sources),
        standing=own,
        same=tuple(called.get(one, one) for one in own.same) if own is not None else (),
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


def joined_with(held: ChronologyPage, event: str) -> tuple[str, ...]:
    """The other events that a person joined with this one, by id."""
    into = held.state.joined.get(event, event)
    together = {name for name, target in held.state.joined.items() if target == into} | {into}
    return tuple(sorted(together - {event}))


def lane_rows(held: ChronologyPage) -> list[LaneRow]:
    """Every question, then every event by date, joined ones on one line, lane by lane."""
    known = lanes(held.thread)
    standing = strengths(held.state, known)
    rows: list[LaneRow] = []
    for question in held.thread.questions:
        claims = [row for row in held.thread.claims if row.question == question.id]
        said = _by_lane(held, claims, known, standing)
        rows.append(LaneRow("", question.text, f"question-{question.id}", {}, said))
    for first in held.thread.in_order():
        if held.state.joined.get(first.id, first.id) != first.id:
            continue
        together = [first, *(_event(held, name) for name in joined_with(held, first.id))]
        about = {row.id for row in together}
        claims = [row for row in held.thread.claims if row.question is None and row.about in about]
        rows.append(
            LaneRow(
                when=_when(first),
                what=camel_words(first.act),
                anchor=first.id,
                events=_events_by_lane(together, known),
                claims=_by_lane(held, claims, known, standing),
            )
        )
    return rows


def _events_by_lane(
    rows: list[ThreadEvent], known: Mapping[str, Lane]
) -> dict[Lane, tuple[ThreadEvent, ...]]:
    return {lane: tuple(row for row in rows if lane_of(row.actor, known) is lane) for lane in Lane}


def _by_lane(
    held: ChronologyPage,
    claims: list[ThreadClaim],
    known: Mapping[str, Lane],
    standing: Mapping[str, Standing],
) -> dict[Lane, tuple[Account, ...]]:
    return {
        lane: tuple(
            account(held, row, standing) for row in claims if lane_of(row.by, known) is lane
        )
        for lane in Lane
    }


def _event(held: ChronologyPage, name: str) -> ThreadEvent:
    return next(row for row in held.thread.events if row.id == name)


def _when(event: ThreadEvent) -> str:
    return thread_when(event.when.value) if event.when.value else event.when.words or ""
