"""What a document does is decided apart from its kind; quoting a demand is not making one."""

from __future__ import annotations

import pytest

from tecum.provenance import Read
from tecum.reading.conduct.surety import Row, only_if_told, open_between
from tecum.words import Band, Conduct
from tests.unit.reading.papers_demands import DEMANDS
from tests.unit.reading.papers_others import OTHERS
from tests.unit.reading.sheet import Paper, opened, read_text


@pytest.mark.parametrize("paper", [*DEMANDS, *OTHERS], ids=lambda paper: paper.id)
def test_conduct_of_a_paper(paper: Paper) -> None:
    assert read_text(paper.text).conduct.value == paper.conduct


TRAPS = (
    (
        "threatened is not issued",
        """
        U.S. Department of Justice
        June 3, 2025
        Dear Sheriff:
        Please provide the list by July 3, 2025. If you do not, we will issue a subpoena.
        """,
        "issues",
        "information_request",
    ),
    (
        "quoted in a letter of refusal",
        """
        Example County Counsel
        Re: your subpoena of May 1
        The county declines to produce the records. The subpoena reads: "You are hereby
        commanded to produce all records within three days of service of this subpoena."
        """,
        "answers",
        "response_letter",
    ),
    (
        "money is not records",
        """
        DEMAND LETTER
        Example Towing demands payment of $400. You must pay the amount due within ten days.
        """,
        "none",
        "other",
    ),
    (
        "an addressee that names subpoenas",
        """
        Example City Library
        Court Order & Subpoena Compliance, Example Platform
        Thank you for the helpful webinar last week. We look forward to the next one.
        """,
        "none",
        "other",
    ),
    (
        "a filing stamp makes no order of a request",
        """
|Case 1:20-mc-00055-ABC Document 1-2 Filed 04/20/20 Page 2 of 3
        U.S. DEPARTMENT OF HOMELAND SECURITY
        IMMIGRATION ENFORCEMENT SUBPOENA
        To: Records, Example County Jail
        YOU ARE HEREBY REQUIRED to produce the booking photograph by May 1, 2020.
        8 U.S.C. 1225(d)(4)
        Deportation Officer Kim Example
        """,
        "issues",
        "administrative_subpoena",
    ),
    (
        "an agenda of a public body",
        """
        COUNTY BOARD - AGENDA - May 6, 2025, 9:00 a.m.
        1. Administrative subpoena from a federal department
        2. Produce annual report on public records requests
        """,
        "reports",
        "other",
    ),
    (
        "a lawyer engaged for a subpoena",
        """
        Dear Client:
        Thank you for choosing our firm to represent you in connection with the subpoena.
        Please sign and return one copy by June 6, 2025, and send us all documents.
        """,
        "none",
        "other",
    ),
    (
        "an order that grants a motion to compel",
        """
        UNITED STATES DISTRICT COURT
        ORDER
        Before the Court is Plaintiff's motion to compel (ECF No. 31). The motion is GRANTED.
        Not later than fourteen days after the entry of this Order, the County must produce:
        (1) its inspection reports; and
        (2) the e-mails of the director.
        IT IS SO ORDERED.
        """,
        "issues",
        "court_order",
    ),
    (
        "put on notice to keep",
        """
        Example Law Firm
        Re: Demand to preserve evidence
        You are on notice to keep unaltered:
        1. all video recorded in the cells;
        2. cell check logs.
        """,
        "issues",
        "preservation_request",
    ),
)


@pytest.mark.parametrize(("why", "text", "conduct", "kind"), TRAPS, ids=[t[0] for t in TRAPS])
def test_traps(why: str, text: str, conduct: str, kind: str) -> None:
    lines = "\n".join(row.removeprefix("        ") for row in text.split("\n"))
    reading = read_text(lines)
    assert (reading.conduct.value, reading.kind.value) == (conduct, kind), why
    assert reading.judicial.value is not True


def test_a_threat_is_named_as_one() -> None:
    reading = read_text(TRAPS[0][1])
    assert reading.threatens == ("subpoena",)
    assert "threatens" in reading.warnings


def test_machine_headers_make_a_delivery_notice() -> None:
    reading = read_text(
        'Your message "Subpoena, three (3) days" has been received.\n',
        headers=(("from", "noreply@county.example"), ("auto-submitted", "auto-replied")),
    )
    assert (reading.conduct.value, reading.kind.value) == ("reports", "delivery_notice")


def test_a_reply_is_an_answer() -> None:
    reading = read_text(
        "He was released this morning.\n",
        headers=(("subject", "RE: notice of release"), ("in-reply-to", "<a@b>")),
    )
    assert reading.conduct.value == "answers"


def test_the_same_bytes_give_the_same_reading() -> None:
    texts = [paper.text for paper in DEMANDS[:3]]
    assert [read_text(t).to_json() for t in texts] == [read_text(t).to_json() for t in texts]
    assert opened(texts[0]) == opened(texts[0])


_NEWSPAPER = """
TOWN OF EXAMPLE
Town Clerk
July 17, 2024
Reporter B
The Quarterly Ledger
Dear Reporter B:
This acknowledges receipt of your request of July 13, 2024. We expect to answer by August 14.
Records Access Officer
"""


def test_a_letter_to_a_newspaper_is_no_news() -> None:
    reading = read_text(_NEWSPAPER)
    assert (reading.conduct.value, reading.kind.value) == ("answers", "response_letter")


def test_instructions_on_withholding_make_no_answer_of_a_demand() -> None:
    demand = """
    DEPARTMENT OF EXAMPLE AFFAIRS
    CIVIL INVESTIGATIVE DEMAND
    To: Example Lending Corp.
    You are required to produce the documents listed in Schedule A by October 3, 2024.
    1. Documents shall be Bates-numbered. A custodian shall certify true copies of the records.
    2. If you object to a request as unduly burdensome, state the objection.
    3. If any document is withheld as privileged, provide a privilege log.
    4. No extension of time to respond is effective unless in writing.
    September 5, 2024
    /s/ Kim Example, Assistant Attorney General
    """
    reading = read_text("\n".join(row.strip() for row in demand.split("\n")))
    assert reading.conduct.value == "issues"
    assert "against" not in reading.conduct.signals


@pytest.mark.parametrize(
    ("lead", "issued", "stated"),
    [
        (1.0, [], None),
        (1.0, ["dated"], Conduct.ISSUES),
        (9.0, [], Conduct.ISSUES),
    ],
)
def test_words_of_command_that_nobody_gave_state_no_conduct(
    lead: float, issued: list[str], stated: Conduct | None
) -> None:
    signals = {"found": ["act_command"], "lead": lead, "issued": issued}
    read = only_if_told(Read(Conduct.ISSUES, Band.UNSURE, signals=signals))
    assert read.value is stated
    assert read.band is Band.UNSURE
    assert read.signals.get("supposed") == ("issues" if stated is None else None)


def test_what_is_no_demand_is_stated_however_unsure() -> None:
    read = Read(Conduct.REPORTS, Band.UNSURE, signals={"lead": 0.0})
    assert only_if_told(read) is read


def test_two_conducts_near_each_other_are_a_conflict_that_names_both() -> None:
    signals = {"found": ["act_request"], "lead": 1.0, "supposed": "issues", "rival": "answers 6"}
    read = only_if_told(Read(Conduct.ISSUES, Band.UNSURE, signals=signals))
    assert read.value is None
    assert read.band is Band.CONFLICT
    assert read.signals["rival"] == "answers 6"


_ASKED: Row = ("act_request", Conduct.ISSUES, 7.0, ())
_DENIED: Row = ("declines", Conduct.ANSWERS, 6.0, ())
_HINT: Row = ("speaks_of_yours", Conduct.ANSWERS, 4.0, ())
_BUILT: Row = ("says_is_not_there", Conduct.ANSWERS, 5.0, ())
_NAMED: Row = ("instrument_title", Conduct.ISSUES, 3.0, ())
_CARRIED: Row = ("carries", Conduct.FORWARDS, 6.0, ())
_MEMO: Row = ("memo", Conduct.REPORTS, 4.0, ())


@pytest.mark.parametrize(
    ("rows", "best", "rival", "lead", "is_open"),
    [
        ([_ASKED, _DENIED], Conduct.ISSUES, Conduct.ANSWERS, 1.0, True),
        ([_ASKED, _DENIED], Conduct.ISSUES, Conduct.ANSWERS, 3.0, False),
        ([_ASKED, _HINT], Conduct.ISSUES, Conduct.ANSWERS, 1.0, True),
        ([_ASKED, _HINT], Conduct.ISSUES, Conduct.ANSWERS, 2.0, False),
        ([_ASKED, _BUILT], Conduct.ISSUES, Conduct.ANSWERS, 1.0, False),
        ([_ASKED, _HINT, _NAMED], Conduct.ISSUES, Conduct.ANSWERS, 1.0, False),
        ([_ASKED, _CARRIED], Conduct.ISSUES, Conduct.FORWARDS, 1.0, False),
        ([_ASKED, _CARRIED, _MEMO], Conduct.ISSUES, Conduct.FORWARDS, 1.0, True),
        ([_ASKED, _DENIED], Conduct.ANSWERS, Conduct.ISSUES, 1.0, True),
        ([_ASKED, _DENIED], Conduct.ANSWERS, Conduct.ISSUES, 2.0, False),
        ([_ASKED, _DENIED], Conduct.TEMPLATES, Conduct.ISSUES, 1.0, False),
        ([_DENIED], Conduct.ANSWERS, Conduct.ISSUES, 1.0, False),
    ],
)
def test_what_leads_by_a_little_is_left_open_where_a_signal_of_weight_denies_it(
    rows: list[Row], best: Conduct, rival: Conduct, lead: float, is_open: bool
) -> None:
    assert open_between(rows, best, rival, lead) is is_open
