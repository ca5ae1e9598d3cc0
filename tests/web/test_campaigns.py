"""Campaign boards: counts that mean what they say, sources for all, matrices, filters, CSV."""

from __future__ import annotations

import csv
import re
from io import StringIO

import pytest
from django.test import Client

from tecum.docket.campaign import Milestone
from tecum.docket.chronology.load import load_thread, shipped_threads
from tecum.web.campaigns.selectors import campaign_board, campaigns
from tecum.web.campaigns.table import FILTERS, chosen, groups, lines
from tecum.web.chronologies.services import bring_in
from tests.web.browsing import signed_in
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(staff: Staff) -> str:
    path = next(path for path in shipped_threads() if path.stem == "2018-letters")
    bring_in(staff.clerk, path.read_bytes())
    (row,) = campaigns(staff.counsel)
    return f"/campaigns/{row.docket}"


@pytest.fixture
def client(staff: Staff) -> Client:
    return signed_in(staff.counsel)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_who_was_left_out_is_not_among_the_recipients(
    staff: Staff, board: str, client: Client
) -> None:
    (row,) = campaigns(staff.counsel)
    assert (row.recipients, row.excluded) == (23, 15)
    text = page(client, "/campaigns")
    assert '<td class="number" data-of="Recipients">23</td>' in text
    assert '<td class="number" data-of="Left out">15</td>' in text


def test_groups_hold_each_recipient_once(staff: Staff, board: str) -> None:
    held = campaign_board(staff.counsel, board.rpartition("/")[2])
    found = groups(lines(held), held)
    for by, rows in found.items():
        assert sum(row.count for row in rows) == 23, by
    states = {row.key: row.count for row in found["state"]}
    assert (states["CA"], states["IL"]) == (9, 3)
    assert {row.key: row.count for row in found["round"]} == {
        "d-2017-04-21": 4,
        "d-2017-11-15": 19,
    }


def test_each_count_of_a_filter_is_the_rows_it_shows(
    staff: Staff, board: str, client: Client
) -> None:
    rows = lines(campaign_board(staff.counsel, board.rpartition("/")[2]))
    for name in FILTERS:
        shown = page(client, f"{board}?show={name}")
        body = shown.partition("<tbody>")[2].partition("</tbody>")[0]
        assert body.count('<th scope="row">') == len(chosen(rows, {"show": name})), name
    assert len(chosen(rows, {"show": "in_litigation"})) == 3
    assert len(chosen(rows, {"show": "no_answer_known"})) == 23
    assert [row.name for row in chosen(rows, {"show": "in_litigation", "state": "CA"})] == [
        "San Francisco, CA"
    ]


def test_every_cell_has_its_source(staff: Staff, board: str) -> None:
    held = campaign_board(staff.counsel, board.rpartition("/")[2])
    assert held.thread is not None
    known = {row.id for row in held.thread.sources}
    rows = [line for line in lines(held) if not line.row.is_excluded]
    for line in rows:
        for milestone in (Milestone.PREPARED, Milestone.DUE, Milestone.ESCALATION_THREATENED):
            for said in line.cells[milestone]:
                assert said.sources, (line.name, milestone)
                assert {name for name, _outlet in said.sources} <= known


def test_exposure_says_for_how_many_an_amount_is_known_and_which_is_implausible(
    board: str, client: Client
) -> None:
    text = page(client, f"{board}?view=exposure&on=2018-01-25")
    assert "known for 23 of 23" in text
    assert "$53,067,195" in text
    assert "1 amount is implausible" in text
    assert "known for none of 23" in text
    assert "more than $39,000,000" in text
    rows = re.findall(r'<tr id="at-(\w+)">(.*?)</tr>', text)
    assert len(rows) == 23
    assert [name for name, row in rows if "implausible" in row] == ["r23"]
    for _name, row in rows:
        assert row.count("blocked by an order") == 2
        assert row.count("announced, no order against it known") == 1


def test_before_the_order_nothing_is_blocked(board: str, client: Client) -> None:
    text = page(client, f"{board}?view=exposure&on=2017-09-14")
    assert "blocked by an order" not in text
    assert "blocked by an order" in page(client, f"{board}?view=exposure&on=2017-09-15")


def test_left_out_with_reason_source_and_what_stands_beside_it(board: str, client: Client) -> None:
    text = page(client, f"{board}?view=left-out")
    assert "15 were left out." in text
    philadelphia = text.partition("Philadelphia PA")[2].partition("</tr>")[0]
    assert "pending litigation" in philadelphia
    assert "cites Reuters" in philadelphia
    assert "Chicago, then plaintiff" in text
    table = text.partition("<tbody>")[2].partition("</tbody>")[0]
    assert '<td class="small">–</td>' not in table


def test_letters_that_differ_and_earlier_rounds(board: str, client: Client) -> None:
    differ = page(client, f"{board}?view=differences")
    assert "2016-DJ-BX-0217" in differ
    assert "Something is recorded for 2 of 23 recipients." in differ
    rounds = page(client, f"{board}?view=rounds")
    assert "29 names on the list" in rounds
    assert "?round=d-2017-11-15" in rounds


def test_the_table_for_other_programs_is_the_screen(board: str, client: Client) -> None:
    answer = client.get(f"{board}?state=CA&as=csv")
    rows = list(csv.reader(StringIO(answer.content.decode())))
    screen = page(client, f"{board}?state=CA").partition("<tbody>")[2].partition("</tbody>")[0]
    names = re.findall(r'<th scope="row">(.*?)</th>', screen)
    assert [row[0] for row in rows[1:]] == names
    assert len(names) == 9
    assert all(len(row) == len(rows[0]) for row in rows)


def test_an_unknown_view_or_day_is_the_usual_one(board: str, client: Client) -> None:
    assert 'data-label="Due"' in page(client, f"{board}?view=none&show=none")
    assert "known for 23 of 23" in page(client, f"{board}?view=exposure&on=never")


def test_every_figure_of_the_file_is_on_a_page(board: str, client: Client) -> None:
    path = next(path for path in shipped_threads() if path.stem == "2018-letters")
    text = page(client, f"{board}?view=exposure")
    for row in load_thread(path).recipients:
        assert f"${row.figures['fy2017']:,}" in text, row.id
