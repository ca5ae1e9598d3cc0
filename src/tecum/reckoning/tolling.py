"""The days on which a clock stands still: lawful pauses and stays by an order (step 6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

from tecum.reckoning.clocks import Clock, Tolling
from tecum.reckoning.count import Span
from tecum.reckoning.events import legal_day, live_accounts
from tecum.reckoning.ground import DAY
from tecum.reckoning.setting import Setting

__all__ = ["open_pause", "restarts", "second_use", "spans_of"]

Days = tuple[date, ...]


def spans_of(clock: Clock, setting: Setting) -> Iterator[tuple[tuple[Span, ...], str]]:
    """Every way in which the days that stand may lie, the usual one first, with its name.

    From the day after the stopping event through the day of the restarting event; where the
    clock says that its law leaves this open, the other way round is a reading too.
    """
    stays = tuple(span for span in setting.stood if span.last is not None)
    tolls = clock.tolls
    if tolls is None or tolls.restart:
        yield stays, ""
        return
    reason, cite = f"the clock stands: {tolls.stop.replace('_', ' ')}", clock.cite("tolls")
    ways = list(_pairs(clock, setting))
    for pairs in ways:
        said = "; ".join(f"stands from {stop} to {resume}" for stop, resume in pairs)
        usual = tuple(Span(stop + DAY, resume, reason, cite) for stop, resume in pairs)
        yield (*stays, *usual), said if len(ways) > 1 else ""
        if pairs and not tolls.ends_stated:
            other = tuple(Span(stop, resume - DAY, reason, cite) for stop, resume in pairs)
            yield (*stays, *other), "the stopping day stands, the restarting day counts"


def _pairs(clock: Clock, setting: Setting) -> Iterator[list[tuple[date, date]]]:
    """Stops with their restarts in order, once for every choice among disputed accounts."""
    tolls = clock.tolls
    if tolls is None:
        return
    ended = [(stop, resume) for stop, resume in _matched(tolls, setting) if resume]
    ways = [[(one, other) for one, other in product(*pair) if one <= other] for pair in ended]
    for chosen in product(*ways):
        yield list(chosen)


def _matched(tolls: Tolling, setting: Setting) -> list[tuple[Days, Days]]:
    """Each stop that counts with the restart that ended it; no days where none did yet.

    What restarted before a stop did not end it: an answer to an earlier question is none to a
    later one.
    """
    stops, resumes = _occurrences(setting, tolls.stop), _occurrences(setting, tolls.resume)
    found: list[tuple[Days, Days]] = []
    for stop in stops[:1] if tolls.once else stops:
        at = next((n for n, days in enumerate(resumes) if days[-1] >= stop[0]), len(resumes))
        found.append((stop, resumes[at] if at < len(resumes) else ()))
        resumes = resumes[at + 1 :]
    return found


def _occurrences(setting: Setting, kind: str) -> list[Days]:
    """Each happening of an event as the days that its live accounts give, in order."""
    found = []
    for event in setting.named(kind):
        rows = live_accounts(event, setting.known_on)
        days = sorted({legal_day(row.at, setting.zone) for row in rows if row.at is not None})
        if days:
            found.append(tuple(days))
    return sorted(found)


def open_pause(clock: Clock, setting: Setting) -> list[tuple[date, str]]:
    """Since when and why the clock stands with no end in sight; empty if it does not."""
    for span in setting.stood:
        if span.last is None:
            return [(span.first, f"the clock stands since {span.first}: {span.reason}")]
    tolls = clock.tolls
    if tolls is None:
        return []
    standing = [stop for stop, resume in _matched(tolls, setting) if not resume]
    if not standing:
        return []
    since = standing[0][0]
    stop, resume = tolls.stop.replace("_", " "), tolls.resume.replace("_", " ")
    return [(since, f"the clock stands since {since} ({stop}), until {resume}")]


def second_use(clock: Clock, setting: Setting) -> list[str]:
    """A note where a pause that may be used once was used again; the second one is refused."""
    tolls = clock.tolls
    if tolls is None or not tolls.once:
        return []
    further = _occurrences(setting, tolls.stop)[1:]
    return [
        f"the pause may be used once: that of {first[0]} does not stop the clock"
        for first in further[:1]
    ]


def restarts(clock: Clock, start: date, setting: Setting) -> list[tuple[Days, Days]]:
    """Each stop with the days of the restart that throws the count away, in order.

    A restart before the start has nothing to throw away.
    """
    tolls = clock.tolls
    if tolls is None or not tolls.restart:
        return []
    return [
        (stop, tuple(day for day in resume if day >= start))
        for stop, resume in _matched(tolls, setting)
        if resume and resume[-1] >= start
    ]
