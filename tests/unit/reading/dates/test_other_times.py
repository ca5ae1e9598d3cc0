"""Times that a paper names beside its own bind nobody; what it sets itself stands alone."""

from __future__ import annotations

import pytest

from tecum.reading.dates.due import DueContext, due_phrases
from tecum.words import Conduct, Kind
from tests.unit.reading.factory import flow_of

SETS = "You are directed to produce the files by March 20, 2026."


@pytest.mark.parametrize(
    "sentence",
    [
        "The debtor may claim an exemption within 15 days.",
        "You may ask the Board to review this letter within 30 days.",
        "Witnesses are paid $20 if they claim it within 30 days.",
        "Suit against us must be brought within two years of the loss.",
        "A decision is mailed within 60 days after we get the records.",
        "Abatement is normally expected within 30 days of our reply.",
        "Our report will be sent to you, and you will then have 30 days to answer its findings.",
        "Answers to the complaint, should one issue, are due 14 days after its service.",
        "Our data show that 31 of them were traced to crimes within three years of sale.",
        "A surety bond in the sum of $50,000 must be on file by October 1, 2026 in any case.",
        "The policy requires a proof of loss within 60 days; yours came in on time.",
    ],
)
def test_a_time_of_another_step_is_not_due(sentence: str) -> None:
    alone = due_phrases(flow_of(f"{SETS}\n\n{sentence}"), DueContext(conduct=Conduct.ISSUES))
    assert [phrase.date for phrase in alone] == ["2026-03-20"]


@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        ("Please acknowledge this letter within three days.", 3),
        ("Your written answer must be received within 10 days.", 10),
        ("Records kept elsewhere must be made available within 72 hours.", 72),
    ],
)
def test_a_second_time_that_the_reader_is_told_stays(sentence: str, amount: int) -> None:
    both = due_phrases(flow_of(f"{SETS}\n\n{sentence}"), DueContext(conduct=Conduct.ISSUES))
    assert {phrase.amount for phrase in both} == {None, amount}


@pytest.mark.parametrize(
    "sentence",
    [
        "The permit must be produced by March 20, 2026.",
        "Your final report must be submitted by March 20, 2026.",
        "The Board now gives you until March 20, 2026 to send the rosters.",
    ],
)
def test_what_is_owed_to_the_sender_is_due(sentence: str) -> None:
    found = due_phrases(flow_of(sentence), DueContext(conduct=Conduct.ISSUES))
    assert [phrase.date for phrase in found] == ["2026-03-20"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Please send the inspection reports for the five years before June 1, 2025.",
        "Please answer: What did the Authority know of the crack before March 30, 2026?",
    ],
)
def test_the_end_of_a_span_of_facts_is_not_due(sentence: str) -> None:
    assert not due_phrases(flow_of(sentence), DueContext(conduct=Conduct.ISSUES))


def test_a_further_limb_of_a_command_and_a_day_that_will_do() -> None:
    summons = (
        "You are commanded:\n\nFIRST, to send the accounts to the clerk by January 31, 2024;\n\n"
        "SECOND, to come before the Committee on February 7, 2024, at 1:00 p.m.\n"
    )
    found = due_phrases(flow_of(summons), DueContext(conduct=Conduct.ISSUES))
    assert [(p.date, p.time) for p in found] == [("2024-01-31", None), ("2024-02-07", "13:00")]
    found = due_phrases(
        flow_of("These are the papers I need. Noon on March 10, 2023 will do."),
        DueContext(conduct=Conduct.ISSUES),
    )
    assert [p.date for p in found] == ["2023-03-10"]


def test_what_an_officer_is_given_is_the_providers_to_give() -> None:
    warrant = "Skylark Mobile shall produce the records to Detective H within five days of receipt."
    context = DueContext(conduct=Conduct.ISSUES, kind=Kind.SEARCH_WARRANT)
    assert [p.amount for p in due_phrases(flow_of(warrant), context)] == [5]


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Officers will come to 88 Gravel Road on October 9, 2026, at 9:30 a.m. to collect them.",
         "2026-10-09"),
        ("Your examination will be taken before a reporter on June 24, 2026 at 10:00 a.m.",
         "2026-06-24"),
        ("To decide the charge in time I must have it by April 17, 2026.", "2026-04-17"),
        ("You shall lodge it ten (10) days ahead of that hearing, which is to say May 7, 2026.",
         "2026-05-07"),
    ],
)  # fmt: skip
def test_a_visit_an_examination_and_a_want_set_a_date(sentence: str, date: str) -> None:
    found = due_phrases(flow_of(sentence), DueContext(conduct=Conduct.ISSUES))
    assert [phrase.date for phrase in found] == [date]
