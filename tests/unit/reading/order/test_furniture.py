"""What stands at a page's edges: lines of fax machines and courts, stamps, running heads."""

from __future__ import annotations

import pytest

from tecum.reading.order.furniture import is_stamp, with_running_lines
from tecum.reading.text.layout import Layer, Line

STAMPS = (
    "12/04/2024 17:45 FROM: 3035550142 TO: 3035550199 P.003/005",
    "12/04/2024 17:45 FROM: 3035550142 TO: 3035550199",
    "12/04/2O24 l7:45 FR0M: 3035550142 TO:3035550199 P.0O3",
    "Dec-04-2024 05:45 PM Example Agency 303-555-0142 2/5",
    "TO:3035550199 FROM:3035550142 Page: 3",
    "DEC. 4. 2024 5:45PM NO. 0142 P. 2",
    "RightFax 12/4/2024 5:45:12 PM PAGE 2/005 Fax Server",
    "From: Example Agency Fax: 13035550142 To: Fax: (303) 555-0199 Page: 2 of 5 12/04/2024 5:45 PM",
    "12/04/2024 WED 17:45 FAX 303 555 0142 EXAMPLE CO SHERIFF @002/005",
    "Fax from : 3035550142 12-04-24 17:45 Pg: 2/5",
    "Job 1234 12/04/24 17:45",
    "Case 1:20-mc-00055 Document 12-3 Filed 06/15/20 Page 2 of 4",
    "Case 1:20-mc-00055 Docurnent 12-3 Fi1ed O6/15/2O Page 2 of 4",
    "Case 1:20-cv-00055-ABC-DEF   Doc #: 12-3   Filed: 06/15/20  2 of 4.  PageID #: 55",
    "RECEIVED",
    "R E C E I V E D",
    "RECEIVED 12/04/2024 LEGAL DEPT",
    "Received Dec 4 2024 05:45pm",
    "EXAMPLE-000123",
)
OWN = (
    "From: Kim Sample, Records Officer",
    "TO: Example County Sheriff",
    "Date: 12/04/2024 5:45 PM",
    "Received by: Records Unit",
    "To: Records Unit Fax: (303) 555-0199",
    "FAX: 303 555 0142 Attn: Records",
    "Case Number: 2024-CV-000123 Filed under seal",
    "Hearing: 12/04/2024 at 9:00 AM, Courtroom 4",
    "You must appear on 12/04/2024 at 09:00 a.m. or call 303-555-0142",
    "FORM 123456",
    "PO BOX 123456",
)


@pytest.mark.parametrize("text", STAMPS)
def test_what_a_machine_or_a_clerk_put_at_the_edge_is_a_stamp(text: str) -> None:
    assert is_stamp(text, 0.03, 0.95)


@pytest.mark.parametrize("text", STAMPS)
def test_nothing_in_the_middle_of_a_page_is_a_stamp(text: str) -> None:
    assert not is_stamp(text, 0.4, 0.6)


@pytest.mark.parametrize("text", OWN)
def test_a_documents_own_first_line_is_no_stamp(text: str) -> None:
    assert not is_stamp(text, 0.03, 0.95)


HEADS = (
    "In re Example County, File 24-117",
    "ln re Exarnple County, File 24-117",
    "In re Example Countv. File 24-ll7",
    "In re Example County, File 24-117",
)
HEIGHTS = dict.fromkeys(range(1, 5), (0.0, 792.0))


def _head(n: int, text: str, y: float) -> Line:
    return Line(n, 0, len(text), text, Layer.BODY, (72.0, y, 300.0, y + 11.0))


def test_a_running_head_recurs_though_letters_of_it_were_recognised_wrongly() -> None:
    lines = [_head(n, text, 740.0 + 5 * n) for n, text in enumerate(HEADS, start=1)]
    seen = with_running_lines(lines, HEIGHTS, frozenset(HEIGHTS))
    assert {line.layer for line in seen} == {Layer.HEADER}


def test_letters_that_the_file_states_are_compared_letter_by_letter() -> None:
    lines = [_head(n, text, 740.0) for n, text in enumerate(HEADS[1:], start=1)]
    assert {line.layer for line in with_running_lines(lines, HEIGHTS)} == {Layer.BODY}


def test_different_lines_at_the_same_place_stay_in_the_body() -> None:
    words = ("Produce the jail log.", "Name every officer on duty.", "State the cost of each.")
    lines = [_head(n, text, 740.0) for n, text in enumerate(words, start=1)]
    seen = with_running_lines(lines, HEIGHTS, frozenset(HEIGHTS))
    assert {line.layer for line in seen} == {Layer.BODY}


@pytest.mark.parametrize(
    "text", ["Example County - Demand - page 2 of 2", "Example County, Demand, page 2"]
)
def test_a_line_with_the_number_of_its_own_page_runs_at_its_head(text: str) -> None:
    pages = {1: (0.0, 792.0), 2: (0.0, 792.0)}
    (seen,) = with_running_lines([_head(2, text, 770.0)], pages)
    assert seen.layer is Layer.HEADER
