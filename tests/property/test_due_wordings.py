"""A due phrase in any legal wording is read right or openly left unknown, and never as later.

Amount and trigger in either order, figures and words, ranges, alternatives, several debtors, zones
and weekdays that disagree are crossed, so that the truth of every sentence is known.

Authority: READING 11 (late is the worst error).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tecum.reading.dates.dates import DueContext, due_phrases
from tecum.reading.result import DuePhrase
from tecum.words import Conduct, DueForm, OwedBy
from tests.property.due_sentences import DAYS, ISSUED, MONTHS, WORDS, written
from tests.unit.reading.factory import flow_of

EXAMPLES = int(os.environ.get("TECUM_TEST_DUE_EXAMPLES", "120"))
often = settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
OPEN = ("conflict", "unsure", "absent")
EVENTS = {
    "service": ("you are served with this subpoena", "service of this order upon you"),
    "receipt": ("you receive this letter", "receipt of this demand"),
}
UNITS = ("days", "days", "days", "weeks", "hours")
SENDING = (
    "produce the records described below", "deliver true copies to this office",
    "submit your written response", "furnish the information listed",
)  # fmt: skip
HOURS = {"hours": 1, "days": 24, "weeks": 168}


@dataclass(frozen=True)
class Wording:
    """A sentence and the times that it sets the recipient."""

    text: str
    days: tuple[date, ...] = ()
    periods: tuple[tuple[int, str, str], ...] = ()


def read(text: str) -> list[DuePhrase]:
    context = DueContext(conduct=Conduct.ISSUES, issued_on=ISSUED)
    return list(due_phrases(flow_of(text), context))


def amount(draw: st.DrawFn, n: int) -> str:
    word = WORDS[n]
    return draw(st.sampled_from((word, str(n), f"{word} ({n})", f"{n} ({word})")))


def capital(text: str) -> str:
    return text[0].upper() + text[1:]


@st.composite
def turned(draw: st.DrawFn) -> Wording:
    """An amount before its trigger, behind it, or as the ordinal day from it."""
    n = draw(st.sampled_from((3, 5, 7, 10, 14, 15, 20, 21, 30)))
    unit = draw(st.sampled_from(UNITS))
    name = draw(st.sampled_from(sorted(EVENTS)))
    event = draw(st.sampled_from(EVENTS[name]))
    act = draw(st.sampled_from(SENDING))
    said = amount(draw, n)
    frame = draw(
        st.sampled_from(
            (
                "You must {act} within {n} {unit} after {event}.",
                "Within {n} {unit} of the day on which {event}, you must {act}.",
                "You are required to {act} no later than {n} {unit} from {event}.",
                "Not more than {n} {unit} following {event}, please {act}.",
                "{n} {unit} after {event}, you shall {act}.",
                "We require that you {act} in not more than {n} {unit} from {event}.",
                "You have {n} {unit} from {event} to {act}.",
            )
        )
    )
    text = capital(frame.format(act=act, n=said, unit=unit, event=event))
    return Wording(text, periods=((n, unit, name),))


@st.composite
def zoned(draw: st.DrawFn) -> tuple[Wording, str | None]:
    """A day with an hour and a zone, before or behind it."""
    day = ISSUED + timedelta(days=draw(st.integers(5, 200)))
    zone, words = draw(
        st.sampled_from(
            (("EST", "EST"), ("ET", "ET"), ("CT", "Central Time"), ("PDT", "PDT"),
             ("MT", "Mountain Time"), (None, ""))
        )
    )  # fmt: skip
    hour = f"5:00 p.m. {words}".strip()
    on = written(draw, day)
    frame = draw(
        st.sampled_from(
            (
                "Please {act} no later than {hour} on {on}.",
                "You shall {act} on or before {on}, at {hour}.",
                "You must {act} by {hour}, {on}.",
                "Responses are due {on} by {hour}.",
            )
        )
    )
    act = draw(st.sampled_from(SENDING))
    return Wording(frame.format(act=act, hour=hour, on=on), days=(day,)), zone


@st.composite
def alternatives(draw: st.DrawFn) -> tuple[Wording, str]:
    """A day and a period of which the earlier, or the later, is meant."""
    day = ISSUED + timedelta(days=draw(st.integers(5, 90)))
    n = draw(st.sampled_from((5, 7, 10, 14, 30)))
    how = draw(st.sampled_from(("earlier", "later")))
    on, said = written(draw, day), amount(draw, n)
    frame = draw(
        st.sampled_from(
            (
                "You must {act} by {on} or within {n} days of service, whichever is {how}.",
                "You shall {act} within {n} days of service or by {on}, whichever is {how}.",
                "Please {act} by the {how} of {on} or {n} days after service.",
                "You must {act} by {on} or within {n} days of service, whichever occurs {first}.",
            )
        )
    )
    if "{first}" in frame:
        how = "earlier"
    act = draw(st.sampled_from(SENDING))
    text = frame.format(act=act, on=on, n=said, how=how, first="first")
    return Wording(text, days=(day,), periods=((n, "days", "service"),)), how


OTHERS = (
    "the requesting party shall pay the invoice within {n} days of receipt",
    "plaintiff shall serve any reply by {late}",
    "this office will issue its decision by {late}",
    "the officer shall return the inventory within {n} days",
    "any motion to quash must be filed within {n} days of service",
    "the Department will return the originals within {n} days of the close of the matter",
)


@st.composite
def debtors(draw: st.DrawFn) -> Wording:
    """The recipient's day beside a later time of somebody else, in either order."""
    day = ISSUED + timedelta(days=draw(st.integers(5, 60)))
    late = day + timedelta(days=draw(st.integers(7, 60)))
    other = draw(st.sampled_from(OTHERS)).format(n=90, late=written(draw, late))
    own = f"you must {draw(st.sampled_from(SENDING))} by {written(draw, day)}"
    first, second = draw(st.permutations([own, other]))
    joint = draw(st.sampled_from(("; ", ", and ", ". ")))
    second = capital(second) if joint == ". " else second
    return Wording(f"{capital(first)}{joint}{second}.", days=(day,))


def length(n: int, unit: str) -> int:
    return n * HOURS[unit]


def is_late(phrase: DuePhrase, said: Wording) -> bool:
    """Whether a phrase that is given as a value grants more time than the sentence does."""
    if phrase.band in OPEN:
        return False
    if phrase.form is DueForm.DATE:
        return (
            bool(said.days)
            and phrase.date is not None
            and phrase.date > max(day.isoformat() for day in said.days)
        )
    if phrase.form is not DueForm.PERIOD or phrase.amount is None or not said.periods:
        return phrase.form is DueForm.PERIOD and bool(said.days)
    got = length(phrase.amount, phrase.unit or "days")
    more = got > max(length(n, unit) for n, unit, _ in said.periods)
    return more or (phrase.trigger not in {name for _, _, name in said.periods} | {"unknown"})


@often
@given(turned())
def test_amount_and_trigger_in_either_order(said: Wording) -> None:
    found = read(said.text)
    assert [p for p in found if is_late(p, said)] == [], said.text
    assert len(found) <= 1, said.text


@often
@given(zoned())
def test_a_day_with_an_hour_and_a_zone(drawn: tuple[Wording, str | None]) -> None:
    said, zone = drawn
    found = read(said.text)
    assert [p for p in found if is_late(p, said)] == [], said.text
    for phrase in found:
        assert phrase.time in ("17:00", None), said.text
        assert phrase.tz in (zone, None), said.text


@often
@given(alternatives())
def test_the_earlier_or_the_later_of_two(drawn: tuple[Wording, str]) -> None:
    said, how = drawn
    found = read(said.text)
    assert [p for p in found if is_late(p, said)] == [], said.text
    both = {p.form for p in found} == {DueForm.DATE, DueForm.PERIOD}
    if both:
        assert {p.combine for p in found} == {how}, said.text
    elif how == "earlier":
        assert not found or all(p.band in OPEN for p in found) or both, said.text


@often
@given(debtors())
def test_the_time_of_another_beside_the_recipients(said: Wording) -> None:
    found = [p for p in read(said.text) if p.owed_by is OwedBy.RECIPIENT]
    assert [p for p in found if is_late(p, said)] == [], said.text
    days = {p.date for p in found if p.form is DueForm.DATE}
    assert said.days[0].isoformat() in days, said.text


@often
@given(
    st.integers(5, 200), st.integers(1, 6), st.sampled_from(("{w}, {d}", "{w} {d}", "{d} ({w})"))
)
def test_a_weekday_that_disagrees_leaves_the_day_open(ahead: int, off: int, form: str) -> None:
    day = ISSUED + timedelta(days=ahead)
    wrong = DAYS[(day.weekday() + off) % 7]
    on = form.format(w=wrong, d=f"{MONTHS[day.month - 1]} {day.day}, {day.year}")
    text = f"Please produce the records no later than {on}."
    for phrase in read(text):
        assert phrase.date is None or phrase.date <= day.isoformat(), text
        if form != "{d} ({w})":
            assert phrase.band in OPEN, text


@often
@given(
    st.sampled_from((3, 5, 7, 10, 14)), st.integers(1, 10), st.sampled_from((" to ", "-", " or "))
)
def test_of_a_range_the_shorter_is_shown(n: int, more: int, joint: str) -> None:
    text = f"Please send the file within {n}{joint}{n + more} days of receipt of this letter."
    for phrase in read(text):
        assert phrase.amount == n or phrase.band in OPEN, text


@often
@given(st.sampled_from(sorted(WORDS)), st.sampled_from(sorted(WORDS)))
def test_a_word_against_its_figure_is_never_sure(n: int, m: int) -> None:
    text = f"You must produce the file within {WORDS[n]} ({m}) days of service."
    (phrase,) = read(text)
    assert phrase.amount == min(n, m), text
    assert (phrase.band == "conflict") is (n != m), text


@st.composite
def shared_out(draw: st.DrawFn) -> Wording:
    """A day for one part of what is asked, and a later one for the other."""
    first = ISSUED + timedelta(days=draw(st.integers(5, 60)))
    last = first + timedelta(days=draw(st.integers(3, 60)))
    a, b = written(draw, first), written(draw, last)
    frame = draw(
        st.sampled_from(
            (
                "Items 1 and 2 are due {a}; all remaining items are due {b}.",
                "The first instalment must be produced by {a} and the last by {b}.",
                "Please send the answers by {a} and the documents by {b}.",
                "You must produce part A no later than {a}; you must produce part B by {b}.",
                "Please let us know by {a} whether you will comply; the records are due {b}.",
                "Interim report: {a}. Final report: {b}.",
            )
        )
    )
    return Wording(frame.format(a=a, b=b), days=(first, last))


@often
@given(shared_out())
def test_parts_keep_days_of_their_own(said: Wording) -> None:
    found = [p for p in read(said.text) if p.form is DueForm.DATE]
    assert {p.date for p in found} == {day.isoformat() for day in said.days}, said.text
    assert [p for p in found if p.conflicts] == [], said.text


EVENTS_AHEAD = ("hearing", "election", "public meeting", "release of the inmate", "audit", "sale")


@often
@given(
    st.data(),
    st.sampled_from((2, 5, 7, 10, 30)),
    st.sampled_from(EVENTS_AHEAD),
    st.sampled_from((" on {e}", " of {e}", ", {e}", " ({e})", " scheduled for {e}")),
)
def test_the_day_of_an_event_counted_back_from_is_not_due(
    data: st.DataObject, n: int, event: str, join: str
) -> None:
    day = ISSUED + timedelta(days=data.draw(st.integers(30, 200)))
    behind = join.format(e=written(data.draw, day))
    act = data.draw(st.sampled_from(SENDING))
    text = f"You must {act} no later than {n} days before the {event}{behind}."
    for phrase in read(text):
        assert phrase.form is DueForm.PERIOD or phrase.band in OPEN, text


@often
@given(
    st.data(),
    st.sampled_from(("inspection", "visit", "deposition", "interview", "audit")),
    st.sampled_from(("moved", "postponed", "rescheduled", "adjourned")),
)
def test_a_day_that_was_moved_is_no_longer_due(data: st.DataObject, what: str, how: str) -> None:
    old = ISSUED + timedelta(days=data.draw(st.integers(5, 20)))
    new = old + timedelta(days=data.draw(st.integers(3, 60)))
    a, b = written(data.draw, old), written(data.draw, new)
    text = f"The {what} set for {a} has been {how} to {b}; please have the files ready."
    assert {p.date for p in read(text) if p.form is DueForm.DATE} <= {new.isoformat()}, text


@often
@given(st.data(), st.sampled_from(("dispatch", "visitor", "call", "custody", "use")))
def test_a_log_is_a_record_like_the_rest(data: st.DataObject, what: str) -> None:
    day = ISSUED + timedelta(days=data.draw(st.integers(5, 200)))
    text = f"You must produce the {what} log by {written(data.draw, day)}."
    assert [p.date for p in read(text)] == [day.isoformat()], text
