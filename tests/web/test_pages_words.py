"""The words of pages against the vocabularies they stand for: none missing, none left over."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from inspect import getsource

import pytest
from django.utils.translation import override

from tecum.docket import status
from tecum.docket.acts.arrival import CorrectionReason, Dismissal
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.registration import Urgency
from tecum.docket.acts.service import AcknowledgedWith, DeliveryEvent
from tecum.docket.conflicts import DifferenceKind
from tecum.docket.duties import Lane
from tecum.docket.status import Status, StatusCode, Why
from tecum.docket.vocabulary import Disposition, KnownBy, ObligationObject
from tecum.law.difference import Changed, Element
from tecum.law.syntax import KEYS
from tecum.reckoning.clocks import Bound
from tecum.reckoning.result import Due
from tecum.web.exchange.wording import for_people
from tecum.web.ui.figures import period_span
from tecum.web.ui.sentences import UNTIL, WHY
from tecum.web.ui.templatetags.fields import due_words
from tecum.web.ui.templatetags.ui import day, due_said, holds_since, note_words, say, why_words
from tecum.web.ui.wording import WORDING
from tecum.words import Conduct, DueFor, DueForm, IntakeOutcome, Role, Side, SignatoryRole

WHOLE: dict[str, Iterable[str]] = {
    "lane": Lane,
    "object": ObligationObject,
    "due_for": DueFor,
    "due_form": DueForm,
    "side": Side,
    "conduct": Conduct,
    "disposition": Disposition,
    "determined": Determined,
    "known_by": KnownBy,
    "reason": CorrectionReason,
    "dismissal": Dismissal,
    "delivery": DeliveryEvent,
    "acknowledged": AcknowledgedWith,
    "urgency": Urgency,
    "signed_as": SignatoryRole,
    "outcome": IntakeOutcome,
    "difference": DifferenceKind,
    "changed": Changed,
    "element": [
        "section",
        *KEYS,
        *(word for word in Element if word is not Element.BLOCK and word.value not in KEYS),
    ],
}
"""Vocabularies of which every word has a line of its own."""


@pytest.mark.parametrize("name", WHOLE)
def test_every_word_of_a_vocabulary_has_its_line(name: str) -> None:
    assert {str(word) for word in WHOLE[name]} == set(WORDING[name])


def test_every_role_has_its_line() -> None:
    assert {role.value for role in Role} <= set(WORDING["role"])


def test_a_status_that_has_no_line_reads_as_its_own_words() -> None:
    assert set(WORDING["status"]) <= {code.value for code in StatusCode}
    assert say("in_litigation", "status") == "in litigation"


def test_every_reason_and_every_end_of_a_status_has_a_sentence() -> None:
    source = getsource(status)
    assert set(re.findall(r'Why\(\s*"([a-z_]+)"', source)) == set(WHY)
    ends = re.findall(r'StatusCode\.[A-Z_]+: "([a-z_]+)"', source)
    assert set(ends) == set(UNTIL)


def test_a_reason_is_filled_with_words_and_days() -> None:
    why = Why("latest_reading_passed", (), {"latest": "2020-01-15", "owed_by": "ours"})
    assert why_words(why) == "Every reading of the date has passed; the last was Wed 15 Jan 2020."
    counts = Why("answered_counts", (), {"produced": "3", "owed_on_event": "1"})
    assert why_words(counts) == "Answered: produced 3, owed on an event 1."


def test_what_time_alone_brought_says_no_since() -> None:
    moment = datetime(2020, 1, 15, tzinfo=UTC)
    assert not holds_since(Status(StatusCode.LATE, moment, (), ""))
    assert holds_since(Status(StatusCode.UNDER_ORDER, moment, (), ""))


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (
            "armed: release has not happened; record it when it does",
            "The release has not happened, or not to each person. Record it when it does.",
        ),
        (
            "armed: otherwise release has not happened; record it when it does",
            (
                "The release that would otherwise have come has not happened, or not to each "
                "person. Record it when it does."
            ),
        ),
        (
            "armed: hearing has not happened; record it when it does",
            "The hearing has not happened. Record it when it does.",
        ),
        (
            "waits: no account of when service was",
            "Nobody has said when the service was. Record it.",
        ),
        (
            "receipt is denied: the clock does not run by itself",
            "The receipt is denied. Nothing runs from it by itself.",
        ),
        ("the court's state is not known", "The court's state is not known."),
    ],
)
def test_a_remark_of_the_reckoning_is_a_sentence(note: str, said: str) -> None:
    assert note_words(note) == said


def test_a_day_that_ends_at_midnight_is_that_day() -> None:
    over = datetime(2020, 1, 28, 7, tzinfo=UTC)
    due = Due(date(2020, 1, 27), over, "end of day 24:00", Bound.LATEST_DAY)
    assert due_said(due, "America/Denver") == "Mon 27 Jan 2020, end of day"
    hour = Due(date(2020, 1, 10), datetime(2020, 1, 11, 1, tzinfo=UTC), "18:00", Bound.LATEST_DAY)
    assert due_said(hour, "America/Denver") == "Fri 10 Jan 2020, 18:00 MST"


def test_a_due_phrase_is_told_as_the_paper_tells_it() -> None:
    phrase = {"form": "period", "amount": 14, "unit": "days", "trigger": "service"}
    assert due_words({**phrase, "for": "production"}) == "14 days after service · records"
    stated = {"form": "date", "date": "2026-03-13", "time": "13:00", "for": "response"}
    assert due_words(stated) == "Fri 13 Mar 2026, 13:00 · answer"
    assert "not stated" in due_words({**phrase, "trigger": None, "for": "response"})


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("2019", "2019"),
        ("2019-02", "Feb 2019"),
        ("2019-Q1", "Jan–Mar 2019"),
        ("2019-Q4", "Oct–Dec 2019"),
        ("2019-H2", "Jul–Dec 2019"),
        ("2019-01-01..2019-01-31", "Tue 1 Jan 2019 – Thu 31 Jan 2019"),
    ],
)
def test_a_period_stands_as_people_write_it(name: str, said: str) -> None:
    assert period_span(name) == said


@pytest.mark.parametrize("month", range(1, 13))
def test_the_months_have_their_names_in_spanish(month: int) -> None:
    """The outcome “may” and the fifth month are one word in English."""
    short = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic")
    with override("es"):
        assert short[month - 1] in day(date(2020, month, 4))
        assert period_span(f"2020-{month:02}") == f"{short[month - 1]} 2020"


def test_sentences_of_a_dispute_bear_days_and_words() -> None:
    said = (
        "Statement 0a1b (demand.delivered): it states 2020-01-06T18:05:00Z, against 2020-01-15; "
        "it left its control: accepted_by_system. Trust file: a_b.example/x."
    )
    assert for_people(said, "America/Denver") == (
        "Statement 0a1b (demand delivered): it states Mon 6 Jan 2020 11:05 MST, against "
        "Wed 15 Jan 2020; it left its control: accepted by system. Trust file: a_b.example/x."
    )
