"""What a paper is told by its frame: its parts, its covers, its list of readers, its questions."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tecum.words import Band, Conduct
from tests.unit.reading.packets_parts import AGENCY_COVER, AGENCY_SUBPOENA
from tests.unit.reading.sheet import read_text

BULLETIN = """
    EXAMPLE COUNTY JAIL
    BULLETIN 26-11 · for all shifts · June 2, 2026

    What the hold form asks

    1. Notify the agency before release, says line two. That is a request.
    2. Keep the person for up to 48 hours, says line three. That is one as well.
    3. Send the copy to Records. Do not print the booking file.
    """
COLUMN = """
    THE EXAMPLE OBSERVER
    Thursday, June 4, 2026 - Page B2

    School told to open its files

    By a staff reporter

    EXAMPLE - The board of the school learned on Monday that an
    agency wants its sign-in sheets.

    "We keep no such sheets and we would need a judge to ask for
    them," the principal said.

    The agency asked for:
    • sign-in sheets for May
    • e-mail of two teachers
    """
QUESTIONS = """
    Example Hospital, Health Records
    When papers come: questions from the wards

    Q. A messenger brings a subpoena. Do we send the chart?

    A. Send it to this office the same day. We answer.

    Q. An officer asks for a list of visitors.

    A. Ask him to write to us. Provide nothing by telephone.

    Q. A lawyer wants the bill by Friday.

    A. Give him our address and the form.
    """
MENDED = """
    TOWN OF EXAMPLE
    Building Department

    NOTICE OF VIOLATION

    June 4, 2026

    Owner, 4 Example Lane

    You are ordered to clear the stairs and to repair the lamp by July 1, 2026. A fine of $50 a
    day follows. You may appeal within ten days.

    Building Inspector
    """
TOLD = """
    June 4, 2026

    Example Mail, Customer Care

    Dear Customer:

    Example Mail received a subpoena from the Example Labor Board for records about your account.
    Unless we receive a motion to quash within ten days, we may hand over the records.

    Customer Care
    """


@pytest.mark.parametrize(
    "text", [BULLETIN, COLUMN, QUESTIONS, MENDED, TOLD], ids=lambda t: t.split("\n")[1].strip()
)
def test_what_tells_everybody_or_mends_something_demands_no_records(text: str) -> None:
    assert read_text(dedent(text)).conduct.value in (Conduct.REPORTS, Conduct.NONE)


FORM = """
    EMPLOYMENT CHECK
    From: Example Benefits Office
    To: Example Bakery, Payroll
    Date: June 4, 2026
    Employee: Subject A
    Due back: June 18, 2026

    Employer fills in
    Date hired ______________
    Pay, last four pay days ______ ______ ______ ______
    Hours per week ______

    Caseworker B
    """


def test_a_form_asks_by_its_parts_without_a_verb() -> None:
    reading = read_text(dedent(FORM))
    assert reading.conduct.value is Conduct.ISSUES
    assert "says_has_its_parts" in reading.conduct.signals["found"]


def test_a_form_without_an_addressee_asks_nobody() -> None:
    text = dedent(FORM).replace("To: Example Bakery, Payroll\n", "")
    assert read_text(text).conduct.value is not Conduct.ISSUES


FROM_ITS_ADDRESSEE = """
Town of Example
Office of the Clerk

May 9, 2024

Counsel D, Example Law Group

Dear Counsel:

Enclosed is a subpoena that came by certified mail on Friday. The board asks that you take it
over. Please call when you have looked at it.

Sincerely,
Clerk E
Town Clerk
"""


def test_whoever_got_a_demand_passes_it_on() -> None:
    reading = read_text(FROM_ITS_ADDRESSEE, AGENCY_SUBPOENA)
    assert reading.conduct.value is Conduct.FORWARDS
    assert [row.conduct.value for row in reading.others] == [Conduct.ISSUES]


def test_whoever_serves_a_demand_makes_it() -> None:
    reading = read_text(AGENCY_COVER, AGENCY_SUBPOENA)
    assert reading.conduct.value is Conduct.ISSUES


def test_what_copies_cost_makes_no_bill_of_a_request() -> None:
    reading = read_text(
        dedent("""
        Example Insurance, Claims

        June 4, 2026

        Records Bureau, Example Police

        Please send these records:
        1. the crash report
        2. photographs of the scene
        A check follows on receipt of the invoice.

        Claims Examiner
        """)
    )
    assert reading.conduct.value is Conduct.ISSUES


def test_what_a_third_person_said_is_no_answer_of_the_paper() -> None:
    said = "The vendor said that invoices are not kept"
    reading = read_text(f"MEMORANDUM\nTo: Director A\nFrom: Inspector B\n\n{said}.\n")
    assert "declines" not in reading.conduct.signals.get("found", [])


def test_spanish_quotation_marks_are_no_blanks_to_fill_in() -> None:
    text = """
    Oficina de Ejemplo

    4 de junio de 2026

    Estimada Directora:

    Acusamos recibo de su solicitud. Contestamos:
    1) «Todo informe de custodia de 2025». Se entrega copia.
    2) «Expedientes de terceras personas». Se deniega.

    Cordialmente,
    Alcaide B
    """
    assert read_text(dedent(text)).conduct.value is Conduct.ANSWERS


def test_what_lists_something_to_somebody_in_words_unknown_is_left_open() -> None:
    text = """
    Date: June 4, 2026
    To: Registrar, Example Day School

    Subject A, grade 9, sits in our class from Monday.
    1. friends
    2. weather and songs

    Secretary
    """
    reading = read_text(dedent(text))
    assert reading.conduct.value is None
    assert reading.conduct.band is Band.UNSURE
    assert reading.conduct.signals["supposed"] == "issues"
    assert reading.kind.value is None
