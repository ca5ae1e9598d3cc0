"""What is at stake for each recipient of a campaign: measures, amounts as claims, blocks.

An amount is a claim with its source, a missing amount is not zero, and a sum says for how
many it is known. Each condition is a measure of its own; whether an order blocks it is read
from the order's scope and date, and unknown once the order was narrowed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import unique

from tecum.docket.chronology.model import Thread, ThreadEvent, ThreadRecipient
from tecum.docket.chronology.seen import NATIONWIDE, covers
from tecum.words import Word

__all__ = ["Amount", "Block", "Exposure", "Measure", "MeasureStanding", "Total", "exposure"]


@unique
class MeasureStanding(Word):
    """How a measure stands for one recipient on a day."""

    THREATENED = "threatened"
    IMPOSED = "imposed"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as a source has it; ``doubt`` says why it is implausible, if it is."""

    value: int
    sources: tuple[str, ...]
    doubt: str | None = None
    confirmed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: a remedy that was threatened, or one condition of an award."""

    id: str
    what: str
    award: str | None
    period: int | None
    sources: tuple[str, ...]
    imposed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """How a measure stands for a recipient, and the orders that it rests on."""

    standing: MeasureStanding
    orders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of one year's amounts: for how many known, which are doubted, what is said.

    Attributes:
        said: Totals that sources state themselves, as written, with the sources.
    """

    period: int
    programme: str
    known: int
    of: int
    sum: int
    doubted: tuple[str, ...]
    sum_without_doubted: int
    said: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Exposure:
    """Recipients against measures on a day."""

    on: date
    measures: tuple[Measure, ...]
    amounts: Mapping[str, Mapping[int, Amount]]
    blocks: Mapping[str, Mapping[str, Block]]
    totals: tuple[Total, ...]


def exposure(thread: Thread, on: date) -> Exposure:
    """What is at stake for whom, as public sources told it by a day."""
    measures = (*_remedies(thread), *_conditions(thread, on))
    amounts = {row.id: _amounts(thread, row) for row in thread.recipients}
    blocks = {
        row.id: {measure.id: _block(thread, measure, row, on) for measure in measures}
        for row in thread.recipients
    }
    totals = tuple(_total(grant, thread, amounts) for grant in _dated_grants(thread))
    return Exposure(on, measures, amounts, blocks, totals)


def _dated_grants(thread: Thread) -> list[Mapping[str, object]]:
    rows = thread.rows.get("grant", ())
    return [row for row in rows if type(row.get("fiscal_year")) is int]


def _year(thread: Thread, award: str | None) -> int | None:
    years = [row["fiscal_year"] for row in _dated_grants(thread) if row["id"] == award]
    return int(str(years[0])) if years else None


def _remedies(thread: Thread) -> Iterator[Measure]:
    for row in thread.rows.get("remedy", ()):
        award = row.get("award")
        sources = tuple(row.get("sources", ()))
        yield Measure(row["id"], str(row["what"]), award, _year(thread, award), sources)


def _conditions(thread: Thread, on: date) -> Iterator[Measure]:
    seen: set[str] = set()
    for event in thread.in_order():
        if event.act != "ConditionImposed" or not _surely_by(event, on):
            continue
        award = event.more.get("award")
        for name in event.more.get("conditions", ()):
            if name not in seen:
                seen.add(name)
                year = _year(thread, award)
                yield Measure(str(name), str(name), award, year, event.sources, event.id)


def _amounts(thread: Thread, row: ThreadRecipient) -> Mapping[int, Amount]:
    raw: Mapping[str, str] = next(
        (one for one in thread.rows.get("recipient", ()) if one["id"] == row.id), {}
    )
    found = {}
    for grant in _dated_grants(thread):
        year = int(str(grant["fiscal_year"]))
        figure = f"fy{year}"
        if figure in row.figures:
            found[year] = Amount(
                row.figures[figure],
                tuple(map(str, _listed(grant.get("sources")))),
                row.doubts.get(figure),
                raw.get(f"{figure}_confirmed_by"),
            )
    return found


def _block(thread: Thread, measure: Measure, row: ThreadRecipient, on: date) -> Block:
    if measure.imposed_by is None:
        return Block(MeasureStanding.THREATENED)
    orders = [
        event
        for event in thread.in_order()
        if event.act == "OrderEntered"
        and measure.id in event.more.get("stays", ())
        and _surely_by(event, on)
        and covers(event.more.get("scope"), row)
    ]
    if not orders:
        return Block(MeasureStanding.IMPOSED)
    whole = [event for event in orders if not _weakened(thread, event, on)]
    ids = tuple(event.id for event in whole or orders)
    return Block(MeasureStanding.BLOCKED if whole else MeasureStanding.UNKNOWN, ids)


def _weakened(thread: Thread, order: ThreadEvent, on: date) -> bool:
    """Whether a later event took from this order what it held for everybody, or all of it."""
    later = [event for event in thread.events if event.more.get("of") == order.id]
    acts = {event.act for event in later if _maybe_by(event, on)}
    if "OrderLifted" in acts or "OrderStayed" in acts:
        return True
    return "OrderNarrowed" in acts and order.more.get("scope") == NATIONWIDE


def _surely_by(event: ThreadEvent, on: date) -> bool:
    """Whether the event lies wholly before the end of the day, as dated."""
    last = event.when.interval()[1]
    return last is not None and last <= on


def _maybe_by(event: ThreadEvent, on: date) -> bool:
    """Whether the event may have happened by the end of the day, as dated."""
    first = event.when.interval()[0]
    return first is not None and first <= on


def _total(
    grant: Mapping[str, object], thread: Thread, amounts: Mapping[str, Mapping[int, Amount]]
) -> Total:
    year = int(str(grant["fiscal_year"]))
    held = {row: found[year] for row, found in amounts.items() if year in found}
    doubted = tuple(sorted(row for row, amount in held.items() if amount.doubt))
    whole = sum(amount.value for amount in held.values())
    return Total(
        period=year,
        programme=str(grant.get("programme", "")),
        known=len(held),
        of=len(thread.recipients),
        sum=whole,
        doubted=doubted,
        sum_without_doubted=whole - sum(held[row].value for row in doubted),
        said=tuple(_said(grant, len(thread.recipients))),
    )


def _said(grant: Mapping[str, object], of: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, sources in (
        (f"total_to_{of}_said", f"total_to_{of}_sources"),
        (f"published_total_{of}", "sources"),
    ):
        if key in grant:
            yield str(grant[key]), tuple(map(str, _listed(grant.get(sources))))


def _listed(held: object) -> list[object]:
    return list(held) if isinstance(held, list | tuple) else []
