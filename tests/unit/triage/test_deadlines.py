"""From a due phrase to a date: every branch, with readings made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from tecum.law import load_packs
from tecum.office import Hours, Office
from tecum.packs_folder import packs_folder
from tecum.provenance import Read, Sha256, Source, Span
from tecum.reading.result import DuePhrase, Reading
from tecum.reckoning import Account, Event, How, by_id
from tecum.reckoning.calendars import load_calendars
from tecum.reckoning.result import Status
from tecum.triage.deadlines import Rules, deadline, deadlines, duty_date, events_of
from tecum.triage.result import Deadline
from tecum.words import Band, Conduct, DueFor, DueForm, IntakeOutcome, Kind, OwedBy

KNOWN_ON = date(2026, 7, 1)
RECEIVED = datetime.fromisoformat("2026-03-02T18:30:00-08:00")


@pytest.fixture(scope="module")
def rules() -> Rules:
    packs = load_packs(["us-federal"])
    return Rules(
        clocks=by_id(block.clock for block in packs.clocks),
        calendars=load_calendars([packs_folder()]),
        office=Office(name="Office A", zone="America/Los_Angeles"),
        known_on=KNOWN_ON,
    )


def without_profile(rules: Rules) -> Rules:
    return Rules(
        clocks=rules.clocks,
        calendars=rules.calendars,
        office=Office(name="nobody", zone="UTC"),
        known_on=KNOWN_ON,
        has_profile=False,
    )


def read_day(text: str | None, band: Band = Band.CERTAIN) -> Read[Any]:
    return Read(text, band if text else Band.ABSENT, (), "dates.test")


def reading(*due: DuePhrase, served: str | None = None, issued: str | None = None) -> Reading:
    return Reading(
        source=Source(Sha256("0" * 64), "text/plain", 1),
        pages=(),
        outcome=IntakeOutcome.READ,
        conduct=Read(Conduct.ISSUES, Band.CERTAIN),
        kind=Read(Kind.CIVIL_SUBPOENA, Band.CERTAIN),
        served_on=read_day(served),
        issued_on=read_day(issued),
        due=due,
    )


def phrase(form: DueForm, **more: Any) -> DuePhrase:
    values = {"due_for": DueFor.PRODUCTION, "owed_by": OwedBy.RECIPIENT, **more}
    return DuePhrase(form=form, spans=(Span(1, 0, 3, "due"),), **values)


def period(amount: int, unit: str, trigger: str | None, **more: Any) -> DuePhrase:
    counted = {"counting": "unstated", "direction": "after", **more}
    return phrase(DueForm.PERIOD, amount=amount, unit=unit, trigger=trigger, **counted)


def on(day: str, **more: Any) -> DuePhrase:
    return phrase(DueForm.DATE, date=day, **more)


def safe(row: Deadline) -> date | None:
    return row.reckoned.safe.day if row.reckoned and row.reckoned.safe else None


def test_a_period_of_unknown_start_waits_and_has_no_date(rules: Rules) -> None:
    for trigger in ("unknown", None):
        row = deadline(period(14, "days", trigger), events_of(reading(), RECEIVED), rules)
        assert (row.status, row.reckoned) == (Status.WAITING, None)
        assert "does not say from which event" in row.note


def test_a_period_from_service_waits_for_the_day_of_service_not_of_receipt(rules: Rules) -> None:
    row = deadline(period(14, "days", "service"), events_of(reading(), RECEIVED), rules)
    assert (row.status, safe(row)) == (Status.WAITING, None)


@pytest.mark.parametrize(
    ("trigger", "expected"),
    [("service", "2026-03-24"), ("issue", "2026-03-15"), ("letter_date", "2026-03-15")],
)
def test_a_period_is_counted_from_the_document_s_own_account(
    rules: Rules, trigger: str, expected: str
) -> None:
    found = reading(served="2026-03-10", issued="2026-03-01")
    row = deadline(period(14, "days", trigger), events_of(found, None), rules)
    assert (row.status, safe(row)) == (Status.FIXED, date.fromisoformat(expected))


def test_a_period_from_receipt_runs_from_the_local_day_of_receipt(rules: Rules) -> None:
    asked = period(14, "days", "receipt")
    assert deadline(asked, events_of(reading(), None), rules).status is Status.WAITING
    # 18:30 on 2 March in Los Angeles is already 3 March in UTC.
    assert safe(deadline(asked, events_of(reading(), RECEIVED), rules)) == date(2026, 3, 16)
    bare = without_profile(rules)
    assert safe(deadline(asked, events_of(reading(), RECEIVED), bare)) == date(2026, 3, 16)


def test_hours_from_receipt_are_elapsed_hours(rules: Rules) -> None:
    row = deadline(period(72, "hours", "receipt"), events_of(reading(), RECEIVED), rules)
    assert row.reckoned is not None
    assert row.reckoned.safe is not None
    assert row.reckoned.safe.instant is not None
    assert row.reckoned.safe.instant.isoformat() == "2026-03-05T18:30:00-08:00"


def test_hours_from_a_day_without_a_place_go_to_a_person(rules: Rules) -> None:
    events = events_of(reading(served="2026-03-10"), None)
    row = deadline(period(48, "hours", "service"), events, without_profile(rules))
    assert (row.status, row.reckoned) == (Status.COUNSEL, None)
    assert "hour and time zone" in row.note


def test_a_doubtful_day_of_service_starts_nothing(rules: Rules) -> None:
    doubtful = reading().with_(served_on=read_day("2026-03-10", Band.UNSURE))
    row = deadline(period(14, "days", "service"), events_of(doubtful, None), rules)
    assert row.status is Status.WAITING


@pytest.mark.parametrize("trigger", ["release", "hearing", "decision", "disclosure"])
def test_what_has_not_happened_is_armed(rules: Rules, trigger: str) -> None:
    before = period(48, "hours", trigger, direction="before")
    row = deadline(before, events_of(reading(), RECEIVED), rules)
    assert (row.status, safe(row)) == (Status.ARMED, None)
    upon = phrase(DueForm.EVENT, trigger=trigger, trigger_text=f"upon {trigger}")
    assert deadline(upon, events_of(reading(), RECEIVED), rules).status is Status.ARMED


def test_a_hold_runs_from_the_moment_of_release_otherwise(rules: Rules) -> None:
    row = deadline(period(48, "hours", "release", due_for=DueFor.HOLD), {}, rules)
    assert row.reckoned is not None
    assert (row.reckoned.event.kind, row.status) == ("otherwise_release", Status.ARMED)


def held(rules: Rules, at: str, hold_clock: str | None, **more: Any) -> list[str]:
    """When a hold of 48 hours ends, by every reading."""
    account = Account(at=datetime.fromisoformat(at), said_by="the jail", how=How.OWN_LOG)
    events = {"otherwise_release": Event("otherwise_release", (account,))}
    asked = period(48, "hours", "release", due_for=DueFor.HOLD, **more)
    row = deadline(asked, events, replace(rules, hold_clock=hold_clock))
    assert row.reckoned is not None
    assert all("6(a)" not in reading.cite for reading in row.reckoned.readings)
    return [f"{one.due.instant:%a %m-%d %H:%M}" for one in row.reckoned.by_date]


@pytest.mark.parametrize(
    ("at", "form", "regulation"),
    [
        ("2026-06-26T17:00:00-07:00", "Sun 06-28 17:00", "Tue 06-30 17:00"),
        ("2026-02-12T17:00:00-08:00", "Sat 02-14 17:00", "Tue 02-17 17:00"),
        ("2026-03-06T10:00:00-08:00", "Sun 03-08 11:00", "Tue 03-10 10:00"),
        ("2026-06-23T09:00:00-07:00", "Thu 06-25 09:00", None),
    ],
)
def test_a_hold_ends_by_the_form_and_by_the_regulation(
    rules: Rules, at: str, form: str, regulation: str | None
) -> None:
    wanted = [form, regulation] if regulation else [form]
    assert held(rules, at, "dhs-detainer-48h") == wanted


def test_no_weekend_lengthens_a_hold_that_no_clock_counts(rules: Rules) -> None:
    """Rule 6 runs a court's period on; it keeps nobody in custody until Monday."""
    friday = "2026-06-26T17:00:00-07:00"
    assert held(rules, friday, None) == ["Sun 06-28 17:00"]
    assert held(rules, friday, None, counting="business") == ["Tue 06-30 17:00"]
    # The paper's own words on the count stand before the law's.
    assert held(rules, friday, "dhs-detainer-48h", counting="business") == ["Tue 06-30 17:00"]
    # A hold of another length is not the one that the law counts.
    other = period(24, "hours", "release", due_for=DueFor.HOLD)
    row = deadline(other, {}, replace(rules, hold_clock="dhs-detainer-48h"))
    assert row.reckoned is not None
    assert row.reckoned.clock.id == "stated-period"
    # Nor is one that began before the clock was in force.
    assert held(rules, "2016-07-01T17:00:00-07:00", "dhs-detainer-48h") == ["Sun 07-03 17:00"]


def test_a_stated_date_is_what_it_says_also_on_a_closed_day(rules: Rules) -> None:
    row = deadline(on("2026-06-27"), {}, rules)
    assert (row.status, safe(row)) == (Status.FIXED, date(2026, 6, 27))
    assert row.reckoned is not None
    assert any("does not move" in note for note in row.reckoned.warnings)


@pytest.mark.parametrize("word", ["before", "prior to", "antes del"])
def test_before_a_day_the_day_itself_is_too_late(rules: Rules, word: str) -> None:
    row = deadline(on("2026-03-10", qualifier=word), {}, rules)
    assert safe(row) == date(2026, 3, 9)
    assert "the day before is the last" in row.note
    with_hour = deadline(on("2026-03-10", qualifier=word, time="17:00"), {}, rules)
    assert safe(with_hour) == date(2026, 3, 10)


@pytest.mark.parametrize(
    ("day", "word", "instant"),
    [
        ("2026-01-15", "EDT", "2026-01-15T21:00:00+00:00"),
        ("2026-01-15", "E.S.T.", "2026-01-15T22:00:00+00:00"),
        ("2026-07-15", "EDT", "2026-07-15T21:00:00+00:00"),
        ("2026-07-15", "EST", "2026-07-15T21:00:00+00:00"),
        ("2026-01-15", "PDT", "2026-01-16T00:00:00+00:00"),
    ],
)
def test_a_word_for_the_other_half_of_the_year_never_makes_an_hour_later(
    rules: Rules, day: str, word: str, instant: str
) -> None:
    row = deadline(on(day, time="17:00", tz=word), {}, rules)
    assert row.reckoned is not None
    assert row.reckoned.safe is not None
    assert row.reckoned.safe.instant is not None
    assert row.reckoned.safe.instant.astimezone(UTC).isoformat() == instant
    assert ("as printed" in row.note) is (day[5:7] == "01" and word.endswith("DT"))


def test_a_printed_hour_is_an_instant_only_where_its_zone_is_known(rules: Rules) -> None:
    printed = on("2026-03-10", time="17:00")
    zoned = on("2026-03-10", time="17:00", tz="EST")
    odd = on("2026-03-10", time="17:00", tz="XYZ")
    here, there = rules, without_profile(rules)
    instants = {
        name: row.reckoned.safe.instant.isoformat() if row.reckoned.safe.instant else None
        for name, row in {
            "office": deadline(printed, {}, here),
            "nobody": deadline(printed, {}, there),
            "printed zone": deadline(zoned, {}, there),
            "odd zone": deadline(odd, {}, here),
        }.items()
        if row.reckoned and row.reckoned.safe
    }
    assert instants == {
        "office": "2026-03-10T17:00:00-07:00",
        "nobody": None,
        "printed zone": "2026-03-10T17:00:00-04:00",
        "odd zone": None,
    }
    assert "names no time zone" in deadline(printed, {}, there).note
    assert '"XYZ" is not known' in deadline(odd, {}, here).note


def test_an_hour_in_words_stays_words(rules: Rules) -> None:
    row = deadline(on("2026-03-10", time="close of business"), {}, rules)
    assert safe(row) == date(2026, 3, 10)
    assert '"close of business"' in row.note


def test_a_contradiction_goes_to_a_person_with_the_earlier_day_named(rules: Rules) -> None:
    rivals = ({"date": "2018-03-01"}, {"date": "2018-03-02"})
    row = deadline(on("2018-03-01", band="conflict", conflicts=rivals), {}, rules)
    assert (row.status, row.reckoned) == (Status.COUNSEL, None)
    assert "2018-03-01 or 2018-03-02" in row.note
    assert "do not go beyond Thu 2018-03-01" in row.note


@pytest.mark.parametrize(
    ("form", "said"),
    [(DueForm.INSTANTER, "at once"), (DueForm.NONE, "name no date")],
)
def test_words_without_a_date_get_none(rules: Rules, form: DueForm, said: str) -> None:
    row = deadline(phrase(form), {}, rules)
    assert (row.status, row.reckoned) == (Status.COUNSEL, None)
    assert said in row.note


@pytest.mark.parametrize("amount", [0, 10**6, 10**12])
def test_an_impossible_period_goes_to_a_person(rules: Rules, amount: int) -> None:
    events = events_of(reading(served="2026-03-10"), None)
    row = deadline(period(amount, "years", "service"), events, rules)
    assert (row.status, safe(row)) == (Status.COUNSEL, None)


def test_a_date_joined_with_another_says_so(rules: Rules) -> None:
    row = deadline(on("2026-03-10", combine="later"), {}, rules)
    assert "the later of the two" in row.note


def test_every_phrase_is_its_own_row(rules: Rules) -> None:
    rows = deadlines(reading(on("2026-03-10"), on("2026-03-10")), {}, rules)
    assert [safe(row) for row in rows] == [date(2026, 3, 10)] * 2


# --- the time to object -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("served", "returns", "expected"),
    [
        ("2026-06-24", "2026-07-31", "2026-07-08"),
        ("2026-06-24", "2026-07-01", "2026-07-01"),
        ("2026-06-24", None, "2026-07-08"),
    ],
)
def test_the_time_to_object_is_the_earlier_of_compliance_and_fourteen_days(
    rules: Rules, served: str, returns: str | None, expected: str
) -> None:
    found = reading(*([on(returns)] if returns else []), served=served)
    *_, row = deadlines(found, events_of(found, None), rules, "frcp-45-d-2-B")
    assert (row.due_for, row.owed_by) == (DueFor.OBJECTION, OwedBy.RECIPIENT)
    assert safe(row) == date.fromisoformat(expected)


def test_without_a_day_of_service_the_time_to_object_waits_and_names_its_end(
    rules: Rules,
) -> None:
    *_, row = deadlines(reading(on("2026-07-31")), {}, rules, "frcp-45-d-2-B")
    assert (row.status, safe(row)) == (Status.WAITING, None)
    assert "After 2026-07-31, the day for compliance, it is too late." in row.note


def test_another_person_s_date_is_not_the_time_for_compliance(rules: Rules) -> None:
    other = on("2026-06-26", owed_by=OwedBy.REQUESTER)
    found = reading(other, on("2026-07-31"), served="2026-06-24")
    *_, row = deadlines(found, events_of(found, None), rules, "frcp-45-d-2-B")
    assert safe(row) == date(2026, 7, 8)


def test_an_instrument_without_such_a_clock_has_no_such_row(rules: Rules) -> None:
    assert deadlines(reading(on("2026-07-31")), {}, rules, None) != ()
    assert len(deadlines(reading(on("2026-07-31")), {}, rules, "no-such-clock")) == 1


def test_an_office_with_a_method_that_is_not_loaded_is_told(rules: Rules) -> None:
    office = Office(
        name="Office A",
        zone="America/Denver",
        method="no-method",
        hours=Hours(time(8), time(17)),
    )
    odd = Rules(clocks=rules.clocks, calendars=rules.calendars, office=office, known_on=KNOWN_ON)
    events = events_of(reading(served="2026-03-10"), None)
    row = deadline(period(14, "days", "service"), events, odd)
    assert row.status is Status.COUNSEL
    assert "no-method" in row.note


def test_the_clock_of_a_duty_is_counted_from_receipt(rules: Rules) -> None:
    packs = load_packs(["us-ca", "us-ny"])
    ours = replace(rules, clocks=by_id(block.clock for block in packs.clocks))
    came = events_of(reading(), datetime.fromisoformat("2026-03-06T10:23:00-08:00"))
    posting = duty_date("ca-90.2", came, ours)
    assert posting is not None
    assert posting.safe is not None
    # Seventy-two hours over the change of clocks end an hour later by the wall.
    assert f"{posting.safe.instant:%m-%d %H:%M %z}" == "03-09 11:23 -0700"
    told = duty_date("ny-g2-notify", came, ours)
    assert told is not None
    assert [str(one.due.day) for one in told.by_date] == ["2026-03-09"]
    assert duty_date("no date stated", came, ours) is None
    waits = duty_date("ca-90.2", {}, ours)
    assert waits is not None
    assert (waits.status, waits.safe) == (Status.WAITING, None)
