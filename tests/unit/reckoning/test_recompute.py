"""A stored date is made again byte for byte, and a changed law is shown before and after."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, date, datetime, time
from importlib import resources
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tecum.errors import ReckonError, TecumError
from tecum.office import Hours
from tecum.reckoning import Account, Calendars, Clock, Event, How, Reckoned, by_id
from tecum.reckoning.asked import Asked, FixedDate, StatedPeriod, answered
from tecum.reckoning.calendar_file import calendar_from
from tecum.reckoning.calendars import Calendar
from tecum.reckoning.clocks import Bound
from tecum.reckoning.count import Span
from tecum.reckoning.errors import CannotRecompute
from tecum.reckoning.recompute import Law, Shelf, Stored, changes, recompute, store, written
from tecum.reckoning.zones import Zones, in_use
from tecum.words import Counting, Direction, Unit
from tests.unit.reckoning.ground import KNOWN_ON, calendars, clock, clocks, counted

D = date.fromisoformat
DENVER = "America/Denver"
AT = datetime(2026, 6, 26, 17, 0, tzinfo=ZoneInfo(DENVER))
EVENTS = (
    Event.on("return_date", D("2026-07-31")),
    Event.on("issue", D("2026-06-01")),
    Event.on("clarification_request", D("2026-06-29")),
    Event.on("clarification_answer", D("2026-07-01")),
)


def asked(of: str | StatedPeriod | FixedDate, kind: str = "service", **given: object) -> Asked:
    plain: dict[str, object] = {
        "known_on": KNOWN_ON,
        "zone": DENVER,
        "event": Event.on(kind, AT),
        "hours": Hours(time(9), time(17)),
    }
    return Asked(of=of, **{**plain, **given})  # type: ignore[arg-type]


STATED = StatedPeriod(30, Unit.DAYS, Counting.UNSTATED, Direction.AFTER, "frcp-6")
ODD = (
    asked(STATED),
    asked(replace(STATED, amount=48, unit=Unit.HOURS, counting=Counting.BUSINESS)),
    asked(STATED, event=Event("release", awaited=True)),
    asked(STATED, event=None, what_if=AT),
    asked(FixedDate(D("2026-06-27"), time(17), "frcp-6"), event=None),
    asked(FixedDate(D("2026-06-27"), bound=Bound.EARLIEST_DAY), event=None, zone=None),
    asked(
        STATED,
        event=Event(
            "service",
            (
                Account(at=D("2026-06-22"), said_by="the server", how=How.PROOF_OF_SERVICE),
                Account(at=D("2026-06-24"), recorded_at=datetime(2026, 7, 1, tzinfo=UTC)),
                Account(at=None, how=How.DENIAL, retracted_at=datetime(2026, 7, 2, tzinfo=UTC)),
            ),
        ),
        stood=(Span(D("2026-06-30"), D("2026-07-04"), "an order", "1:26-cv-00001"),),
        closed=(D("2026-07-27"),),
    ),
    asked("foia-determination", "receipt", extended=True, events=EVENTS),
    asked("dhs-detainer-48h", "otherwise_release", zone=None),
    asked("frcp-45-d-2-B", served_by="mail", state="US-NV", events=EVENTS, forced=True),
    asked("frcp-45-d-2-B", calendar="us.fed.opm", events=EVENTS),
)


def every() -> Iterator[Asked]:
    for name, shipped in clocks().items():
        kind = {"event": "decision", "fixed": "return_date"}.get(shipped.start, shipped.start)
        yield asked(name, kind, events=EVENTS, served_by="mail", state="US-CO", forced=True)
    yield from ODD


def kept() -> list[Stored]:
    found = []
    for one in every():
        try:
            answer = answered(one, clocks(), calendars())
        except ReckonError:
            continue
        found.append(store(one, answer, clocks()))
    return found


def packs() -> dict[str, list[Clock]]:
    found: dict[str, list[Clock]] = {}
    for row in clocks().values():
        for version in (row, *row.others):
            found.setdefault(str(version.pack), []).append(replace(version, others=()))
    return found


def shelf() -> Shelf:
    return Shelf(packs=packs(), calendars={row.sha256: row for row in calendars().values()})


def test_every_stored_date_is_made_again_byte_for_byte() -> None:
    rows = kept()
    assert len(rows) > 45
    whole = shelf()
    for row in rows:
        again = Stored.from_json(json.loads(json.dumps(row.to_json())))
        assert again == row
        assert written(recompute(again, whole)) == row.answer


def test_nothing_but_what_is_pinned_is_needed() -> None:
    whole = shelf()
    for row in kept():
        digests = {digest for _, digest in row.pins.calendars}
        least = Shelf(
            packs={digest: whole.packs[digest] for digest in row.packs},
            calendars={digest: whole.calendars[digest] for digest in digests},
        )
        assert written(recompute(row, least)) == row.answer


def test_a_later_program_makes_the_same_bytes() -> None:
    row = kept()[0]
    shape = row.to_json()
    shape["answer"]["pins"]["engine"] = "tecum 0.0.1, reckoning 1"
    old = Stored.from_json(shape)
    assert recompute(old, shelf()).pins.engine == "tecum 0.0.1, reckoning 1"
    shape["answer"]["pins"]["engine"] = "tecum 9.9, reckoning 7"
    with pytest.raises(CannotRecompute, match="reckoning 7"):
        recompute(Stored.from_json(shape), shelf())


def of(name: str, **given: object) -> Stored:
    kind = clocks()[name].start
    one = asked(name, kind, **given)
    return store(one, answered(one, clocks(), calendars()), clocks())


@pytest.mark.parametrize("what", ["packs", "calendars"])
def test_a_missing_digest_is_named(what: str) -> None:
    row = of("frcp-45-d-2-B", events=EVENTS)
    digest = row.packs[0] if what == "packs" else row.pins.calendars[0][1]
    whole = shelf()
    left = {key: value for key, value in getattr(whole, what).items() if key != digest}
    with pytest.raises(CannotRecompute, match=digest) as caught:
        recompute(row, replace(whole, **{what: left}))
    assert caught.value.fields["digest"] == digest


def test_another_date_in_the_store_is_found_out() -> None:
    shape = of("frcp-45-d-2-B", events=EVENTS).to_json()
    shape["answer"]["safe"]["day"] = "2026-07-11"
    with pytest.raises(CannotRecompute, match="differs"):
        recompute(Stored.from_json(shape), shelf())


def test_the_calendars_of_a_date_that_bounds_another_are_pinned_too() -> None:
    here = clock("here", "from: service", "period: 3 days", "combine: not after there")
    there = clock(
        "there", "from: service", "period: 2 days", "roll: forward", "calendar: us.fed.opm"
    )
    found = answered(asked("here"), {"here": here, "there": there}, calendars())
    assert [name for name, _ in found.pins.calendars] == ["us.fed.opm"]


def other_zones() -> Zones:
    """A release in which Denver never changed its clocks."""
    with ExitStack() as stack:
        folder = resources.files("tzdata") / "zoneinfo" / "America"
        path = stack.enter_context(resources.as_file(folder / "Phoenix"))
        with Path(path).open("rb") as file:
            return Zones("1999z", {DENVER: ZoneInfo.from_file(file, key=DENVER)})


def test_time_zone_data_of_another_release_comes_from_the_shelf() -> None:
    old = other_zones()
    one = asked(
        "dhs-detainer-48h",
        "otherwise_release",
        event=Event.on("otherwise_release", D("2026-06-26")),
    )
    with in_use(old):
        row = store(one, answered(one, clocks(), calendars()), clocks())
    assert row.pins.tzdata == "1999z"
    with pytest.raises(CannotRecompute, match="1999z"):
        recompute(row, shelf())
    assert written(recompute(row, replace(shelf(), zones={"1999z": old}))) == row.answer


def test_a_release_that_changed_nothing_for_a_date_is_not_missed() -> None:
    one = asked(
        "foia-determination", "receipt", event=Event.on("receipt", D("2026-02-13")), zone=None
    )
    with in_use(Zones("1999z", {})):
        row = store(one, answered(one, clocks(), calendars()), clocks())
    assert written(recompute(row, shelf())) == row.answer


# --- under a changed law ------------------------------------------------------------------


def federal(*further: str, named: str = "Proclaimed day") -> Calendar:
    table = {
        "id": "us.fed.opm",
        "title": "Federal offices",
        "authority": "US",
        "purpose": "agency",
        "weekend": ["sat", "sun"],
        "source": "5 U.S.C. 6103",
        "day": [{"name": named, "on": list(further)}] if further else [],
    }
    return calendar_from(table)


TEN = clock("ten", "from: receipt", "period: 5 business days", "calendar: us.fed.opm")
PLAIN = clock("plain", "from: receipt", "period: 5 days")


def law(*days: str, clocks_: tuple[Clock, ...] = (TEN, PLAIN), **given: object) -> Law:
    return Law(clocks=by_id(clocks_), calendars=Calendars([federal(*days)]), **given)  # type: ignore[arg-type]


FIRST = D("2026-06-01")


def stored(name: str, under: Law, start: date | datetime = FIRST) -> tuple[str, Stored]:
    one = asked(name, event=Event.on("receipt", start))
    return name, store(one, answered(one, under.clocks, under.calendars), under.clocks)


def both(under: Law) -> list[tuple[str, Stored]]:
    return [stored("ten", under), stored("plain", under)]


def test_a_new_holiday_moves_what_it_touches_and_names_the_step() -> None:
    (change,) = changes(both(law()), law("2026-06-03"), KNOWN_ON)
    assert (change.id, change.is_moved) == ("ten", True)
    assert isinstance(change.after, Reckoned)
    assert [str(due and due.day) for due in (change.before.safe, change.after.safe)] == [
        "2026-06-08",
        "2026-06-09",
    ]
    parting = change.parting
    assert parting is not None
    assert parting.before is not None
    assert parting.after is not None
    assert (parting.reading, parting.number, parting.after.at) == ("main", 2, D("2026-06-03"))
    assert (parting.before.verdict, parting.after.verdict) == ("counted", "skipped")
    assert parting.after.reason == "Proclaimed day"


def test_the_same_law_changes_nothing() -> None:
    assert list(changes(both(law("2026-06-03")), law("2026-06-03"), KNOWN_ON)) == []


def test_what_was_recorded_later_moves_a_date_from_that_day_on() -> None:
    late = calendar_from(
        {
            "id": "us.fed.opm",
            "title": "Federal offices",
            "authority": "US",
            "purpose": "agency",
            "weekend": ["sat", "sun"],
            "source": "5 U.S.C. 6103",
            "day": [{"name": "New day", "on": ["2026-06-03"], "recorded": D("2026-05-20")}],
        }
    )
    new = Law(clocks=by_id([TEN]), calendars=Calendars([late]))
    rows = both(law())[:1]
    assert list(changes(rows, new, D("2026-05-19"))) == []
    assert [change.is_moved for change in changes(rows, new, D("2026-05-20"))] == [True]


def test_another_reason_for_the_same_date_is_a_change_that_moves_nothing() -> None:
    renamed = Law(
        clocks=by_id([TEN]), calendars=Calendars([federal("2026-06-03", named="Day of X")])
    )
    (change,) = changes([stored("ten", law("2026-06-03"))], renamed, KNOWN_ON)
    assert not change.is_moved
    assert change.parting is not None
    assert change.parting.after is not None
    assert change.parting.after.reason == "Day of X"


def test_a_clock_that_is_gone_stands_as_its_error() -> None:
    (change,) = changes(both(law()), law(clocks_=(TEN,)), KNOWN_ON)
    assert (change.id, change.is_moved, change.parting) == ("plain", True, None)
    assert isinstance(change.after, TecumError)
    assert change.after.code == "reckon.unknown-clock"


def test_a_further_reading_parts_where_it_begins() -> None:
    more = clock(
        "plain", "from: receipt", "period: 5 days", "roll: forward", "calendar: us.fed.opm",
        "reading: unrolled: roll = none  [elsewhere]",
    )  # fmt: skip
    (change,) = changes([stored("plain", law())], law(clocks_=(TEN, more)), KNOWN_ON)
    assert change.parting is not None
    assert change.parting.reading == "main"
    assert (change.parting.number, change.parting.before) == (7, None)


def test_new_time_zone_data_moves_an_hour() -> None:
    hours = clock("hours", "from: receipt", "period: 24 hours")
    with in_use(other_zones()):
        one = stored("hours", law(clocks_=(hours,)), datetime(2026, 6, 1, 9, 0))
    (change,) = changes([one], law(clocks_=(hours,)), KNOWN_ON)
    assert change.is_moved


def test_stored_readings_draw_the_same_page_without_counting() -> None:
    for row in ODD:
        found = answered(row, clocks(), calendars())
        kept = store(row, found, clocks())
        assert [one.to_json() for one in kept.readings] == [one.to_json() for one in found.readings]
        assert (kept.safe and kept.safe.to_json()) == (found.safe and found.safe.to_json())


def test_what_is_kept_is_canonical_text_with_its_letters_as_they_are() -> None:
    event = Event.on("service", date(2026, 6, 24), "the Büro")
    found = counted("frcp-45-d-2-B", event)
    kept_ = written(found)
    assert "the Büro".encode() in kept_
    shape = json.loads(kept_)
    assert kept_.startswith(b'{"clock":{"confidence":')
    assert list(shape) == sorted(shape)
    assert list(shape["pins"]) == sorted(shape["pins"])
