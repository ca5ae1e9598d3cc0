"""What sources tell of recipients, what is at stake, and how letters of one campaign differ."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.docket import acts
from tecum.docket.acts.campaign import SlotValue
from tecum.docket.campaign import Milestone
from tecum.docket.chronology import Thread, load_thread
from tecum.docket.chronology.exposure import MeasureStanding, exposure
from tecum.docket.chronology.seen import told_of
from tecum.docket.differences import compare, differences
from tecum.docket.entry import DocketKind
from tecum.docket.parts import ItemAsked, Label
from tecum.words import Category, Role, Side
from tests.unit.docket.build import Docket

HEAD = """
schema = "tecum.thread/1"
id = "letters"
title = "Letters"
kind = "campaign"
subjects = "none"
[[source]]
id = "s1"
outlet = "A paper"
[[source]]
id = "s2"
outlet = "Another paper"
[[party]]
id = "agency"
name = "Agency"
class = "federal_agency"
[[party]]
id = "court"
name = "Court"
class = "court"
[[demand]]
id = "d1"
kind = "grant_compliance_letter"
issuer = "agency"
issued_on = 2021-03-01
due = { form = "date", date = 2021-03-31, certainty = "reported" }
sources = ["s1"]
[[recipient]]
id = "r1"
name = "Northtown"
fy2017 = 100
[[recipient]]
id = "r2"
name = "State of Westmark"
fy2017 = 900000
fy2017_doubt = "a digit too many"
litigation_at_issue = "21-1"
[[recipient]]
id = "r3"
name = "Eastham"
[[grant]]
id = "g"
programme = "Aid"
fiscal_year = 2017
total_to_3_said = "more than 5000"
total_to_3_sources = ["s2"]
sources = ["s1"]
[[remedy]]
id = "m1"
what = "ineligibility"
award = "g"
sources = ["s2"]
[[remedy]]
id = "m2"
what = "subpoena"
sources = ["s1"]
[[event]]
id = "e1"
act = "ConditionImposed"
date = 2020-06-01
date_kind = "announced"
actor = "agency"
award = "g"
conditions = ["access", "notice"]
sources = ["s1"]
[[event]]
id = "e2"
act = "OrderEntered"
date = 2020-09-15
date_kind = "decided"
actor = "court"
stays = ["access"]
scope = "nationwide"
sources = ["s1"]
[[event]]
id = "e3"
act = "OrderEntered"
date = 2020-11-15
date_kind = "decided"
actor = "court"
stays = ["access", "notice"]
scope = "Westmark"
sources = ["s2"]
[[event]]
id = "e4"
act = "OrderNarrowed"
month = "2021-06"
date_kind = "decided"
actor = "court"
of = "e2"
sources = ["s1"]
[[event]]
id = "e5"
act = "SuitFiled"
date = 2021-03-09
date_kind = "filed"
actor = "r3"
docket = "21-77"
sources = ["s2"]
[[event]]
id = "e6"
act = "AnswerGiven"
date = 2021-03-20
date_kind = "said"
actor = "r1"
demand = "d1"
part = { answered = 2, owed = 1 }
sources = ["s2"]
[[event]]
id = "e7"
act = "DemandIssued"
date = 2021-03-01
date_kind = "issued"
actor = "agency"
demand = "d1"
sources = ["s1", "s2"]
"""


@pytest.fixture(scope="module")
def thread(tmp_path_factory: pytest.TempPathFactory) -> Thread:
    path = tmp_path_factory.mktemp("thread") / "letters.toml"
    path.write_text(HEAD, encoding="utf-8")
    return load_thread(path)


def test_each_recipient_has_what_sources_tell_of_it_and_nothing_else(thread: Thread) -> None:
    told = told_of(thread)
    assert Milestone.ANSWERED not in told["r2"]
    (answer,) = told["r1"][Milestone.ANSWERED]
    assert (answer.value, answer.sources, answer.event) == ("2/3", ("s2",), "e6")
    (suit,) = told["r3"][Milestone.IN_LITIGATION]
    assert (suit.value, suit.more, suit.day) == ("suit filed", "21-77", date(2021, 3, 9))
    (at_issue,) = told["r2"][Milestone.IN_LITIGATION]
    assert (at_issue.more, at_issue.sources) == ("21-1", ())
    assert [row.event for row in told["r2"][Milestone.ORDER]] == ["e2", "e3"]
    assert [row.event for row in told["r1"][Milestone.ORDER]] == ["e2"]


def test_what_is_told_of_all_alike_stands_in_every_row(thread: Thread) -> None:
    for cells in told_of(thread).values():
        (issued,) = cells[Milestone.PREPARED]
        assert issued.sources == ("s1", "s2")
        (due,) = cells[Milestone.DUE]
        assert due.day == date(2021, 3, 31)
        assert [row.value for row in cells[Milestone.ESCALATION_THREATENED]] == ["subpoena"]
        assert Milestone.SENT not in cells
        assert Milestone.DELIVERED not in cells


def test_a_condition_is_blocked_by_scope_and_date_and_unknown_once_narrowed(
    thread: Thread,
) -> None:
    before = exposure(thread, date(2020, 9, 14)).blocks
    assert before["r1"]["access"].standing is MeasureStanding.IMPOSED
    nationwide = exposure(thread, date(2021, 3, 1)).blocks
    assert nationwide["r1"]["access"].standing is MeasureStanding.BLOCKED
    assert nationwide["r1"]["notice"].standing is MeasureStanding.IMPOSED
    assert nationwide["r2"]["notice"].orders == ("e3",)
    assert nationwide["r2"]["notice"].standing is MeasureStanding.BLOCKED
    narrowed = exposure(thread, date(2021, 6, 10)).blocks
    assert narrowed["r1"]["access"].standing is MeasureStanding.UNKNOWN
    assert narrowed["r2"]["access"].orders == ("e3",)
    assert narrowed["r1"]["m1"].standing is MeasureStanding.THREATENED


def test_a_condition_stands_only_from_the_day_it_was_announced(thread: Thread) -> None:
    assert {row.id for row in exposure(thread, date(2020, 5, 31)).measures} == {"m1", "m2"}
    assert {row.id for row in exposure(thread, date(2020, 6, 1)).measures} >= {"access"}


def test_a_sum_says_for_how_many_it_is_known_and_what_is_doubted(thread: Thread) -> None:
    found = exposure(thread, date(2021, 3, 1))
    (total,) = found.totals
    assert (total.known, total.of, total.sum) == (2, 3, 900100)
    assert (total.doubted, total.sum_without_doubted) == (("r2",), 100)
    assert total.said == (("more than 5000", ("s2",)),)
    assert 2017 not in found.amounts["r3"]
    assert found.amounts["r2"][2017].doubt == "a digit too many"


def test_words_that_differ_have_their_place_in_both_texts() -> None:
    template, text = "Send the list by 8 May.", "Send the full list by 9 May."
    found = compare(template, text)
    assert [(row.template, row.text) for row in found] == [("", "full"), ("8", "9")]
    for row in found:
        assert template[slice(*row.at_template)] == row.template
        assert text[slice(*row.at_text)] == row.text
    assert compare(template, template) == ()


def _item(label: str, text: str) -> ItemAsked:
    return ItemAsked(label=Label(label), text=text, category=Category.HOME_ADDRESS)


def test_letters_of_one_campaign_differ_by_slots_and_items() -> None:
    docket = Docket(DocketKind.CAMPAIGN)
    opened = acts.CampaignOpened(
        title="Letters", side=Side.OURS, slots=("award",), items=(_item("1", "Address"),)
    )
    docket.add(opened, Role.ISSUING_OFFICER)
    alike = acts.RecipientAdded(recipient="r1", name="r1")
    slot = acts.RecipientAdded(
        recipient="r2",
        name="r2",
        slots=(SlotValue(slot="award", value="A-1"),),
        items_added=(_item("2", "Photograph"),),
        items_removed=(Label("1"),),
    )
    docket.add(alike, Role.ISSUING_OFFICER)
    docket.add(slot, Role.ISSUING_OFFICER)
    (found,) = differences(docket.state, {})
    assert (found.recipient, found.slots) == ("r2", (("award", "A-1"),))
    assert [(row.label, row.added, row.removed) for row in found.items] == [
        ("2", "Photograph", None),
        ("1", None, "Address"),
    ]
