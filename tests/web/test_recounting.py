"""Open dates counted again: a changed holiday, a changed start, and what stays as it was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction

from tecum.clock import at_fixed
from tecum.docket.acts.clocks import RecomputeCause
from tecum.docket.acts.service import ServedBy
from tecum.docket.errors import NotPermitted, StalePreview
from tecum.packs_folder import packs_folder
from tecum.web.accounts.errors import NotFound
from tecum.web.docket import desk as desks
from tecum.web.docket import recounting, selectors, services
from tecum.web.docket.models import KeptLaw, Obligation, Reckoning
from tests.web.conftest import Staff
from tests.web.test_pages import browser, demand

NEW = '\n[[day]]\nname = "Day of X"\non = ["2020-01-27"]\nsource = "an act"\n'


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Packs of the office's own, which a test may change."""
    folder = tmp_path / "packs"
    shutil.copytree(packs_folder(), folder)
    monkeypatch.setenv("TECUM_PACKS", str(folder))
    desks.forget()
    yield folder
    desks.forget()


def change_holidays(folder: Path, name: str = "us.fed.frcp6a6") -> None:
    (path,) = folder.glob(f"*/calendars/{name}.toml")
    path.write_text(path.read_text("utf-8") + NEW, "utf-8")
    desks.forget()


def test_a_new_holiday_offers_a_later_reading_and_moves_nothing(staff: Staff, packs: Path) -> None:
    docket = demand(staff)
    assert recounting.resting_on_old_law(staff.clerk) == 0
    change_holidays(packs)
    assert recounting.resting_on_old_law(staff.clerk) == 1
    found = recounting.recounts(staff.clerk)
    (one,) = found.moved
    assert (one.cause, found.unmoved, found.left) == (RecomputeCause.CALENDAR, 0, 0)
    parting = one.change.parting
    assert parting is not None
    assert Obligation.objects.get(docket_id=docket).latest_on == date(2020, 1, 27)


def test_a_date_that_was_extended_is_not_for_a_count_to_replace(staff: Staff, packs: Path) -> None:
    docket = demand(staff)
    (row,) = Obligation.objects.filter(docket_id=docket, state="fixed")
    services.grant_time(staff.counsel, docket, row.name, date(2020, 2, 10))
    change_holidays(packs)
    found = recounting.recounts(staff.clerk)
    assert (found.moved, found.unmoved, found.given) == ((), 0, 1)
    assert recounting.recount_of(staff.counsel, docket, row.name) is None
    shown = browser(staff.clerk).get("/deadlines/recount").content.decode()
    assert "No count replaces it" in shown
    assert "Every open date rests" not in shown
    assert Obligation.objects.get(docket_id=docket, name=row.name).safe_on == date(2020, 2, 10)


def test_what_is_accepted_is_an_act_and_the_old_date_stays(staff: Staff, packs: Path) -> None:
    docket = demand(staff)
    change_holidays(packs)
    (one,) = recounting.recounts(staff.clerk).moved
    entry = recounting.accept_recount(staff.clerk, docket, one.row.name, one.seen)
    act = entry.act
    assert (act.before, act.safe, act.latest) == (
        date(2020, 1, 27), date(2020, 1, 27), date(2020, 1, 28),
    )  # fmt: skip
    assert act.cause is RecomputeCause.CALENDAR
    assert recounting.resting_on_old_law(staff.clerk) == 0
    assert recounting.recounts(staff.clerk).moved == ()
    with pytest.raises(StalePreview):
        recounting.accept_recount(staff.clerk, docket, one.row.name, one.seen)
    assert Reckoning.objects.filter(docket_id=docket).count() == 2


def test_each_count_is_made_again_from_the_law_of_its_time(staff: Staff, packs: Path) -> None:
    docket = demand(staff)
    change_holidays(packs)
    (one,) = recounting.recounts(staff.clerk).moved
    recounting.accept_recount(staff.clerk, docket, one.row.name, one.seen)
    for row in Reckoning.objects.filter(docket_id=docket):
        assert recounting.made_again(recounting.Stored.from_json(row.stored)) == ""


def test_a_law_that_is_missing_is_named(staff: Staff) -> None:
    docket = demand(staff)
    (stored,) = recounting.latest_reckonings(docket).values()
    empty = recounting.replace(stored, packs=("0" * 64,))
    assert "0" * 64 in recounting.made_again(empty)


def test_a_date_that_stays_is_noted_without_an_act(staff: Staff, packs: Path) -> None:
    docket = demand(staff)
    before = selectors.demand_page(staff.clerk, docket).state.seq
    (path,) = packs.glob("*/calendars/us.fed.frcp6a6.toml")
    path.write_text(path.read_text("utf-8") + NEW.replace("2020-01-27", "2020-03-02"), "utf-8")
    desks.forget()
    found = recounting.recounts(staff.clerk)
    assert (found.moved, found.unmoved) == ((), 1)
    assert recounting.note_unmoved(staff.clerk) == 1
    assert recounting.recounts(staff.clerk) == recounting.Recounts((), 0, 0)
    assert selectors.demand_page(staff.clerk, docket).state.seq == before


def test_another_day_of_service_is_another_cause(staff: Staff) -> None:
    docket = demand(staff)
    services.record_service(staff.clerk, docket, ServedBy.HAND, date(2020, 1, 10))
    one = recounting.recount_of(staff.clerk, docket, "answer.1")
    assert one is not None
    assert one.cause is RecomputeCause.TRIGGER


def test_who_may_not_know_of_it_sees_and_moves_nothing(staff: Staff, packs: Path) -> None:
    docket = demand(staff)
    change_holidays(packs)
    (one,) = recounting.recounts(staff.clerk).moved
    with pytest.raises(NotPermitted):
        recounting.accept_recount(staff.auditor, docket, one.row.name, one.seen)
    with pytest.raises(NotFound):
        recounting.accept_recount(staff.clerk, "0" * 64, one.row.name, one.seen)
    with pytest.raises(StalePreview):
        recounting.accept_recount(staff.clerk, docket, one.row.name, "2020-02-01")


def test_the_database_refuses_to_change_what_was_counted(staff: Staff) -> None:
    demand(staff)
    for model, change in ((Reckoning, {"law": "x"}), (KeptLaw, {"name": "x"})):
        assert model.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.update(**change)


def test_the_pages_show_before_and_after(staff: Staff, packs: Path) -> None:
    docket = demand(staff)
    change_holidays(packs)
    client = browser(staff.clerk)
    board = client.get(f"/deadlines?open={docket}~answer.1").content.decode()
    assert "/deadlines/recount" in board
    assert '<table class="strip">' in board
    listed = client.get("/deadlines/recount").content.decode()
    assert "Day of X" in listed
    assert f'value="{docket}~answer.1~2020-01-27"' in listed
    tab = client.get(f"/docket/{docket}/dates").content.decode()
    assert "comes out otherwise" in tab
    assert "byte for byte" in tab
    posted = client.post(
        "/deadlines/recount/accept", {"chosen": f"{docket}~answer.1~2020-01-27"}, follow=True
    )
    assert "1 date was moved" in posted.content.decode()
    assert "Dates that stood before" in client.get(f"/docket/{docket}/dates").content.decode()


def test_a_what_if_is_marked_and_records_nothing(staff: Staff) -> None:
    docket = demand(staff)
    before = selectors.demand_page(staff.clerk, docket).state.seq
    address = f"/docket/{docket}/dates?what_if=answer.1&start=2020-01-20&calendar=us.fed.opm"
    text = browser(staff.clerk).get(address).content.decode()
    assert "What if; not a date of this docket." in text
    assert "Mon 3 Feb 2020" in text
    assert selectors.demand_page(staff.clerk, docket).state.seq == before


def test_what_is_recorded_in_the_evening_counts_today(
    staff: Staff,
) -> None:
    evening = datetime(2026, 3, 3, 4, 30, tzinfo=UTC)  # still 2 March in Denver
    with at_fixed(evening):
        docket = demand(staff)
        (offer,) = selectors.deadlines_offered(staff.clerk, docket)
    assert offer.is_started
