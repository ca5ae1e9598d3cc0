# ruff: noqa: E501 - a printed line stays on one line
"""Days that are somebody else's, or nobody's any more, and days written day first (READING 11)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tecum.reading.dates.another_day import before_its_paper
from tecum.reading.dates.calendar_words import writes_day_first
from tecum.reading.dates.several import PhraseAt
from tecum.reading.result import DuePhrase
from tecum.words import DueForm
from tests.unit.reading.sheet import read_text

HEAD = "EXAMPLE COUNTY\nOFFICE OF COUNSEL\n\nMarch 2, 2026\n\nExample Police Records\n\n"
NOT_YOURS = (
    "Please send the crash file. Our answer must be filed by March 22, 2026.",
    "Please send the crash file. We must answer by March 22, 2026.",
    "We have been sued and must answer by March 22, 2026. Please send the crash file.",
    "Please provide the bed counts. The Legislature requires us to report by March 22, 2026.",
    "Please send the transcript. The court has ordered me to file the brief by March 22, 2026.",
    "The interrogatories must be answered by us by March 22, 2026. Please furnish the run sheet.",
    "Please deliver certified driving histories for the defendants on the March 22, 2026 docket.",
    "Please send the files. The return date, March 22, 2026, is vacated.",
)


@pytest.mark.parametrize("text", NOT_YOURS)
def test_a_day_of_the_senders_is_not_the_recipients(text: str) -> None:
    assert read_text(HEAD + text + "\n\nPat Sample\nCounsel\n").due == ()


YOURS = (
    "Please produce the file at the June 5, 2026 hearing.",
    "You are ordered to produce the file for the June 5, 2026 term of this court.",
    "Our audit report is due and the file must be in by June 5, 2026. Please send it.",
    "Please produce the file. Our return date is June 5, 2026.",
    "We need to report to the board, so send the file by June 5, 2026.",
    "You said that you would send the file; please send it by June 5, 2026.",
)


@pytest.mark.parametrize("text", YOURS)
def test_a_day_of_the_recipients_stays_his(text: str) -> None:
    assert [due.date for due in read_text(HEAD + text).due] == ["2026-06-05"]


def test_what_the_addressee_said_he_would_do_is_told() -> None:
    text = "You objected to our subpoena and stated that the City will respond by April 15, 2026. Kindly serve the permit file by March 20, 2026, failing which we will move to compel."
    assert [due.date for due in read_text(HEAD + text).due] == ["2026-03-20"]


def test_a_new_day_stands_alone() -> None:
    text = "ORDER\n\nThe subpoena set a return date of November 20, 2025. The Department shall produce the records on or before November 10, 2025.\n\nSO ORDERED.\n"
    assert [due.date for due in read_text(HEAD + text).due] == ["2025-11-10"]


SUBPOENA = "DEPARTMENT OF EXAMPLE\n\nSUBPOENA DUCES TECUM\n\nHearing date: December 4, 2025, 10:30 a.m.\nReturn date: November 20, 2025\n\nTo: Example Movers\nYou are commanded to {what}.\n"


@pytest.mark.parametrize(
    ("what", "days"),
    [
        ("deliver to the Board the payroll records", {"2025-11-20"}),
        ("appear and testify, and to deliver the payroll records", {"2025-11-20", "2025-12-04"}),
        ("produce the payroll records at the hearing", {"2025-11-20", "2025-12-04"}),
    ],
)
def test_a_hearing_binds_whom_it_calls(what: str, days: set[str]) -> None:
    assert {due.date for due in read_text(SUBPOENA.format(what=what)).due} == days


def test_a_subpoena_with_a_hearing_alone_keeps_it() -> None:
    text = SUBPOENA.replace("Return date: November 20, 2025\n", "")
    found = read_text(text.format(what="deliver the payroll records"))
    assert {due.date for due in found.due} == {"2025-12-04"}


def test_the_day_of_an_order_is_no_deadline() -> None:
    text = "IN THE COURT OF EXAMPLE\nC.A. No. 2025-0418\n\nORDER\n\nIT IS HEREBY ORDERED, this 8th day of October, 2025, that Example Bank produce the documents within 30 days of service.\n"
    assert [due.amount for due in read_text(text).due] == [30]


def test_a_day_of_penalty_gives_way_to_the_day_itself() -> None:
    text = "You must give us the registers by June 11, 2026. If you do not comply by June 18, 2026 we may charge a penalty."
    assert [due.date for due in read_text(HEAD + text).due] == ["2026-06-11"]
    alone = "You must give us the registers. If you do not comply by June 18, 2026 we may charge a penalty."
    assert [due.date for due in read_text(HEAD + alone).due] == ["2026-06-18"]


def test_a_later_day_beside_its_period_is_disputed() -> None:
    text = "You must submit the invoices within 20 days of the date of this letter ({})."
    late = read_text(HEAD + text.format("April 10, 2026")).due
    assert [(due.amount, due.band) for due in late] == [(20, "conflict")]
    assert {"date": "2026-04-10"} in late[0].conflicts
    right = read_text(HEAD + text.format("March 23, 2026")).due
    assert [due.date for due in right] == ["2026-03-23"]


@pytest.mark.parametrize(
    ("text", "day_first"),
    [
        ("Date: 03/11/2025. The suspect returns on 30/01/2026.", True),
        ("Date: 03/11/2025. The audit began on 01/30/2026.", False),
        ("Dates (dd/mm/yyyy): 05/01/2026", True),
        ("REQUEST under the Data Protection Act 2018 by 05/12/2025", True),
        ("Customs, Canada: by 05/12/2025", True),
        ("Springfield, IL 62701. We sell to Canada. By 05/12/2025", False),
        ("New England Storage, by 05/12/2025", False),
        ("Coroner's Office, Dublin: by 05/12/2025", True),
        ("Coroner's Office, Dublin, Ohio: by 05/12/2025", False),
        ("Office of the City Solicitor: by 05/12/2025", False),
    ],
)
def test_whether_the_day_is_written_first(text: str, day_first: bool) -> None:
    assert writes_day_first(text) is day_first


def test_a_day_that_may_be_a_month_is_shown_at_its_earlier() -> None:
    text = "SOUTH EXAMPLE CONSTABULARY\n\nDate: 03/02/2026\n\nExample Building Society\n\nPlease provide the account forms by 06/03/2026.\n"
    due = read_text(text).due[0]
    assert (due.date, due.band) == ("2026-03-06", "conflict")


@pytest.mark.parametrize(
    "law", ["Neb. Rev. Stat. § 43-3327", "Ohio Rev. Code § 2317.02", "Nev. Rev. Stat. 239.010"]
)
def test_a_revised_code_is_no_revision(law: str) -> None:
    text = f"Under {law} you must furnish within 20 days after you receive this subpoena:\n1. the pay records"
    assert [due.amount for due in read_text(HEAD + text).due] == [20]


def test_who_is_to_be_before_a_grand_jury_has_its_day() -> None:
    text = "GRAND JURY SUBPOENA\n\nTO: Keeper of Records, Example Telephone\n\nYou are hereby commanded (Tenn. R. Crim. P. 17) to be before the Grand Jury of Example County at 1:30 p.m. on the 9th day of September, 2024, and have with you the call records.\n"
    assert [due.date for due in read_text(text).due] == ["2024-09-09"]


def test_another_witness_has_a_day_of_his_own() -> None:
    text = "You must produce the ledger no later than September 12, 2025. A former manager has been asked separately to testify on September 26, 2025."
    assert [due.date for due in read_text(HEAD + text).due] == ["2025-09-12"]


def test_a_cell_with_an_hour_does_not_date_the_paper() -> None:
    text = "EXAMPLE AGENCY\nSUBPOENA\n\nTo: Example Poultry, LLC\n\nYou are required to produce the records described below.\n\nPlace: 180 Example Drive\nDate: May 9, 2025\nTime: 10:00 a.m.\n\nDate: April 21, 2025\nOfficer B\nSpecial Agent\n"
    found = read_text(text)
    assert found.issued_on.value == "2025-04-21"
    assert [due.date for due in found.due] == ["2025-05-09"]


def test_no_day_before_its_own_paper_is_believed() -> None:
    text = "From: Office E <e@office.example>\nTo: desk@firm.example\nDate: Tue, 12 May 2026 09:00:00 +0200\nSubject: copies\n\nPlease send us the invoices by 05/06/2026.\nOffice E\n"
    due = read_text(text).due[0]
    assert due.band == "conflict"
    assert {"date": "2026-06-05"} in due.conflicts


@pytest.mark.parametrize("figures", ["02/03/2025", "12/12/2024", "31.05.2025", "5/31/25"])
def test_figures_beside_a_day_in_words_are_not_its_own(figures: str) -> None:
    words = f"by may 31, 2025 (revised {figures})"
    phrase = DuePhrase(form=DueForm.DATE, spans=(), date="2025-05-31")
    read = PhraseAt(phrase, 0, len(words), True)
    assert before_its_paper(words, read, date(2025, 8, 1)) == read


@given(st.dates(date(2000, 1, 1)), st.dates(date(2000, 1, 1)), st.sampled_from("/.-"))
def test_a_day_in_figures_is_turned_only_into_a_day(day: date, issued: date, mark: str) -> None:
    words = f"by {day.month}{mark}{day.day}{mark}{day.year}"
    phrase = DuePhrase(form=DueForm.DATE, spans=(), date=day.isoformat())
    found = before_its_paper(words, PhraseAt(phrase, 0, len(words), True), issued).phrase
    assert found.date is not None
    assert found.date <= day.isoformat()
    if found != phrase:
        assert {"date": day.isoformat()} in found.conflicts


def test_a_bare_due_heads_a_row() -> None:
    text = "EXAMPLE TRADE BOARD\nSubpoena SB-26-7\n\nIssued       2026-04-20\nServed       2026-04-22\nDue          2026-05-18\nBoard meets  2026-06-03\n\nExample Imports shall produce the invoices, by upload.\n\nPat Sample\nExecutive Officer\n"
    assert [due.date for due in read_text(text).due] == ["2026-05-18"]


@pytest.mark.parametrize(
    "text",
    [
        "We cannot give more time. The original return date of November 20, 2026 remains in effect; please produce the records.",
        "Please produce the records by the original due date of November 20, 2026.",
        "We do not extend the original return date of November 20, 2026. Please produce the records.",
    ],
)
def test_an_old_day_that_stands_is_due(text: str) -> None:
    assert "2026-11-20" in {due.date for due in read_text(HEAD + text).due}
