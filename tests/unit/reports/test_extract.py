"""From a docket to the row that is counted: what entries say, and nothing of a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from tecum.docket import acts
from tecum.docket.acts.answer import ItemAnswered
from tecum.docket.acts.chronology import EventKind
from tecum.docket.acts.course import CorrectedFor
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.registration import Relation
from tecum.docket.entry import DateKind, DocketId, Label
from tecum.docket.vocabulary import Disposition
from tecum.docket.when import at, on
from tecum.reports.dimensions import DIMENSIONS, Unit, addressed, custody
from tecum.reports.extract import row_of
from tecum.reports.lines import COLUMNS
from tecum.reports.row import Moment, Owed, Row
from tecum.words import Channel, IssuerClass, Kind, Outcome, Role
from tests.unit.docket.build import Docket, demand, proposed, registered, sha
from tests.unit.docket.build import found as docket_found

DENVER = "America/Denver"


def row(docket: Docket, zone: str = DENVER) -> Row:
    found = row_of(docket.state, zone)
    assert found is not None
    return found


def answered(docket: Docket, **how: Disposition) -> str:
    lines = tuple(
        ItemAnswered(item=Label(name.removeprefix("i")), disposition=word, basis=("law_bars",))
        for name, word in how.items()
    )
    act = acts.AnswerSent(document=sha("a"), items=lines, to="x", channel=Channel.EMAIL)
    return docket.add(act, Role.COUNSEL)


def test_no_demand_gives_no_row() -> None:
    assert row_of(Docket().state, DENVER) is None


def test_a_demand_that_nobody_answered_is_not_yet_answered() -> None:
    found = row(demand("1", "2"))
    assert (addressed(found), custody(found)) == ("not_yet_answered", "not_recorded")
    assert [item.disposition for item in found.items] == [None, None]


def test_declined_in_part_and_taken_back() -> None:
    docket = demand("1", "2")
    for label, outcome in (("1", Determined.NOT_ACT), ("2", Determined.ACT)):
        found = docket.add(
            docket_found(("1", "give", Outcome.MAY), ("2", "give", Outcome.MAY)), Role.SYSTEM
        )
        proposal = docket.add(proposed(outcome, found, label), Role.COUNSEL, "p1")
        docket.add(acts.DeterminationApproved(proposal=proposal), Role.COUNSEL, "p2")
    ref = answered(docket, i1=Disposition.WITHHELD, i2=Disposition.PRODUCED)
    assert addressed(row(docket)) == "given_in_part"
    assert row(docket).items[0].basis == ("law_bars",)
    assert len(row(docket).replies) == 1
    docket.add(acts.Corrected(entry=ref, code=CorrectedFor.WRONG_DOCKET), Role.COUNSEL)
    assert addressed(row(docket)) == "not_yet_answered"
    assert row(docket).replies == ()


def test_withdrawn_and_superseded_demands_say_so() -> None:
    withdrawn = demand("1")
    withdrawn.add(acts.DemandWithdrawn(), Role.COUNSEL)
    superseded = demand("1")
    superseded.add(acts.DemandSuperseded(by=DocketId("ab" * 32)), Role.COUNSEL)
    assert [addressed(row(one)) for one in (withdrawn, superseded)] == ["withdrawn", "superseded"]


def test_a_copy_is_left_out_until_the_link_is_taken_back() -> None:
    docket = demand("1")
    link = acts.DemandLinked(other=DocketId("ab" * 32), relation=Relation.COPY_OF)
    ref = docket.add(link, Role.CLERK)
    assert row(docket).left_out == "copy"
    docket.add(acts.Corrected(entry=ref, code=CorrectedFor.WRONG_VALUE), Role.CLERK)
    assert row(docket).left_out == ""


def test_a_registration_taken_back_is_left_out() -> None:
    docket = demand("1")
    first = next(iter(docket.state.entries))
    docket.add(acts.Corrected(entry=first, code=CorrectedFor.DUPLICATE), Role.CLERK)
    assert row(docket).left_out == "taken_back"


def test_the_day_of_receipt_is_the_offices_day_and_the_better_one() -> None:
    docket = Docket()
    eve = at(DateKind.OCCURRED, datetime(2020, 1, 1, 6, 30, tzinfo=UTC))
    docket.add(registered("1"), Role.CLERK, happened=eve)
    assert row(docket).received.day == date(2019, 12, 31)
    assert row(docket, "UTC").received.day == date(2020, 1, 1)
    first = next(iter(docket.state.entries))
    better = acts.Corrected(
        entry=first, code=CorrectedFor.WRONG_VALUE, path="happened", value="2019-11-05"
    )
    docket.add(better, Role.CLERK)
    assert row(docket).received.day == date(2019, 11, 5)
    for value, day in (
        ("2020-01-01T06:30:00+00:00", date(2019, 12, 31)),
        ("2020-01-01T06:30:00Z", date(2019, 12, 31)),
        ("2020-01-01T06:30:00-07:00", date(2020, 1, 1)),
        ("2020-01-01T06:30", date(2020, 1, 1)),
        ("January", None),
    ):
        docket.add(replace(better, value=value), Role.CLERK)
        assert row(docket).received.day == day


def test_only_words_of_a_closed_list_stand_in_for_a_field() -> None:
    docket = demand("1", kind=Kind.RECORDS_REQUEST)
    first = next(iter(docket.state.entries))
    for value in ("detainer", "Somebody by name"):
        better = acts.Corrected(
            entry=first, code=CorrectedFor.WRONG_VALUE, path="kind", value=value
        )
        docket.add(better, Role.CLERK)
        assert row(docket).kind == ("detainer" if value == "detainer" else "records_request")


def test_who_asks_is_known_by_name_or_by_class_or_not_at_all() -> None:
    federal = registered("1", issuer_class=IssuerClass.FEDERAL_AGENCY)
    attorney = registered("1", issuer_class=IssuerClass.ATTORNEY)
    found = []
    for act in (federal, attorney):
        docket = Docket()
        docket.add(act, Role.CLERK)
        found.append(row(docket).requester)
    assert found == [None, "other_body"]


def test_a_release_has_the_time_that_was_told_and_none_that_was_not() -> None:
    docket = demand("1")
    left = acts.EventNoted(
        event="e1", kind=EventKind.TRANSFERRED, label="gone", participants=("Agency",)
    )
    docket.add(left, Role.CLERK, happened=on(DateKind.RELEASED, date(2020, 1, 3)))
    found = row(docket)
    assert custody(found) == "transferred"
    unit = Unit(found, date(2020, 2, 1))
    assert COLUMNS["transferred_at"](unit) == "2020-01-03"
    assert COLUMNS["transferred_to"](unit) == "Agency"
    assert COLUMNS["released_at"](unit) == "not_recorded"
    assert found.transfers[0].when == Moment(date(2020, 1, 3), date(2020, 1, 3))


def test_what_was_owed_without_a_date_was_neither_late_nor_on_time() -> None:
    found = replace(row(demand("1")), owed=(Owed(step="met", latest=None),))
    word = DIMENSIONS["timeliness"]
    assert word(Unit(found, date(2020, 2, 3))) == "no_date"
    dated = replace(found, owed=(*found.owed, Owed(step="met", latest=date(2020, 1, 27))))
    assert word(Unit(dated, date(2020, 2, 3))) == "on_time"
