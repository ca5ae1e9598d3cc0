"""An office that is upgraded: what an older version folded is folded anew before it serves."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from tecum.docket.acts.clocks import DueReason
from tecum.errors import CheckFailed, DataUnusable
from tecum.web import upgrading
from tecum.web.accounts.services import change_profile
from tecum.web.campaigns.selectors import campaigns
from tecum.web.docket import current, rebuild, services, versions
from tecum.web.docket.current import bring_up_to_date, how_projected, keep_in_zone
from tecum.web.docket.models import BoardCells, Campaign, Demand, Docket, Obligation, Projected
from tecum.web.docket.rebuild import rebuild_piece
from tecum.web.ledger.models import VaultRecord
from tecum.web.reports.models import CountedDemand
from tecum.web.reports.rows import keep_counted
from tecum.web.status.selectors import installation
from tests.web import held_rows
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.rebuilt import snapshot
from tests.web.test_demand import _demand

pytestmark = pytest.mark.django_db


def lists_line() -> tuple[str, str]:
    (line,) = (one for one in installation() if one.name == "Lists")
    return line.state, line.found


def older(**numbers: int) -> None:
    """As a version that folded some tables by lower numbers has left it."""
    row, _ = Projected.objects.get_or_create(pk=1)
    row.numbers = {**versions.NUMBERS, **numbers}
    row.code = "0" * 64
    row.save()


def stamped() -> None:
    bring_up_to_date()
    assert how_projected().state == "current"


# --- the numbers -------------------------------------------------------------------------------


def test_what_a_fold_makes_of_histories_is_held_by_its_number() -> None:
    held, made = held_rows.held(), held_rows.made()
    write = "Then: python -m tests.web.held_rows"
    assert made["histories"] == held["histories"], f"The acts that are tried have changed. {write}"
    assert {*made} - {"histories"} == {*versions.NUMBERS}, "A projection has no number."
    assert {*made} == {*held}, write
    assert {*versions.NUMBERS} == {model.__name__ for model in rebuild.PROJECTIONS}
    for name, number in versions.NUMBERS.items():
        if made[name] != held[name]["rows"]:
            assert number > held[name]["number"], (
                f"{name} has other rows: raise its number. {write}"
            )
        assert (number, made[name]) == (held[name]["number"], held[name]["rows"]), write


def test_every_part_of_the_fold_is_in_its_digest(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("docket/state/clocks.py", "web/docket/boarded.py", "words.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("A = 1\n")
    for name in ("web/search", "office.py"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setattr(versions, "files", lambda _: tmp_path)
    found = {versions.code_digest.__wrapped__()}
    for name in ("docket/state/clocks.py", "web/docket/boarded.py", "words.py"):
        (tmp_path / name).write_text("A = 2\n")
        found.add(versions.code_digest.__wrapped__())
    assert len(found) == 4


# --- an older office ---------------------------------------------------------------------------


def test_a_board_that_answered_not_found_is_there_after_the_start(
    staff: Staff, officer: Any, campaign: str
) -> None:
    stamped()
    whole = snapshot()
    Campaign.objects.all().delete()
    BoardCells.objects.all().delete()
    older(Campaign=0, BoardCells=0)
    assert signed_in(officer).get(f"/campaigns/{campaign}").status_code == 404
    assert lists_line()[0] == "missing"
    with pytest.raises(CheckFailed, match="older version"):
        upgrading.must_be_current()
    assert upgrading.upgrade()
    assert snapshot() == whole
    assert [row.docket for row in campaigns(officer)] == [campaign]
    assert signed_in(officer).get(f"/campaigns/{campaign}").status_code == 200
    assert lists_line() == ("ok", lists_line()[1])
    assert "folded anew" in lists_line()[1]
    assert not upgrading.upgrade()


def test_a_change_of_code_alone_compares_and_folds_where_a_row_differs(staff: Staff) -> None:
    docket = _demand(staff)
    stamped()
    older()
    assert not upgrading.upgrade()
    row = Projected.objects.get()
    assert (row.whole, row.looked_at > 0, row.code) == (False, True, versions.code_digest())
    Demand.objects.filter(pk=docket).update(issuer="Somebody else")
    assert not upgrading.upgrade()
    older()
    assert upgrading.upgrade()
    assert Demand.objects.get().issuer != "Somebody else"


def test_what_was_counted_for_reports_is_counted_anew(staff: Staff) -> None:
    _demand(staff)
    keep_counted()
    older(Demand=0)
    assert CountedDemand.objects.count() == 1
    upgrading.upgrade()
    assert CountedDemand.objects.count() == 0


def test_a_stop_half_way_is_taken_up_where_it_was(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(5):
        _demand(staff)
    whole = snapshot()
    Obligation.objects.all().delete()
    Demand.objects.update(kind="other")
    older(Demand=0)
    monkeypatch.setattr(rebuild, "MOST_DOCKETS", 2)
    done: list[list[str]] = []

    def stops(names: list[str], in_force: Any) -> Any:
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(names)
        return rebuild_piece(names, in_force)

    monkeypatch.setattr(current, "rebuild_piece", stops)
    with pytest.raises(KeyboardInterrupt):
        bring_up_to_date()
    assert how_projected().state == "half-way"
    assert lists_line() == ("limited", f"4 of {Docket.objects.count()} dockets are folded anew")
    done.clear()
    monkeypatch.setattr(
        current,
        "rebuild_piece",
        lambda names, rules: done.append(names) or rebuild_piece(names, rules),
    )
    told: list[tuple[int, int]] = []
    bring_up_to_date(lambda *so_far: told.append(so_far))
    assert snapshot() == whole
    assert sum(map(len, done)) == Docket.objects.count() - 4
    assert told[-1] == (Docket.objects.count(),) * 2


def test_a_piece_holds_few_entries_and_always_one_docket() -> None:
    heads = [("a", 900), ("b", 900), ("c", 900), ("d", 1)]
    assert rebuild.piece_of(heads) == ["a", "b"]
    assert rebuild.piece_of([("a", 10**6), ("b", 1)]) == ["a"]
    assert rebuild.piece_of([]) == []


def test_a_docket_that_cannot_be_folded_keeps_no_other_from_it(staff: Staff) -> None:
    bad, good = _demand(staff), _demand(staff)
    Demand.objects.update(kind="other")
    VaultRecord.objects.filter(docket_id=bad).update(sealed=b"damaged" * 5)
    older(Demand=0)
    upgrading.upgrade()
    assert Demand.objects.get(pk=good).kind != "other"
    assert Demand.objects.get(pk=bad).kind == "other"
    assert Projected.objects.get().failed == [bad]
    state, found = lists_line()
    assert state == "limited"
    assert "1 could not be folded" in found


def test_days_are_told_in_the_zone_that_the_profile_names_now(staff: Staff) -> None:
    docket = _demand(staff)
    late = datetime(2020, 2, 4, 23, 30, tzinfo=ZoneInfo("America/Denver"))
    services.set_due_date(staff.clerk, docket, late, DueReason.AGREED)
    stamped()
    assert Obligation.objects.get(name="answer.set").safe_on == date(2020, 2, 4)
    change_profile(staff.lead, {"zone": "America/New_York"})
    assert how_projected().state == "older"
    keep_in_zone()
    assert Projected.objects.get().zone == "America/New_York"
    assert how_projected().state == "current"
    assert Obligation.objects.get(name="answer.set").safe_on == date(2020, 2, 5)


# --- a newer one -------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["migration", "number", "begun"])
def test_a_database_of_a_newer_version_is_refused_and_left_alone(staff: Staff, how: str) -> None:
    _demand(staff)
    stamped()
    if how == "migration":
        MigrationRecorder(connection).record_applied("docket", "9999_from_later")
    else:
        row = Projected.objects.get()
        later = {**versions.NUMBERS, "Demand": versions.NUMBERS["Demand"] + 1}
        if how == "number":
            row.numbers = later
        else:
            row.wanted = {"numbers": later, "code": "", "zone": ""}
        row.product = "9.0"
        row.save()
    before = snapshot()
    for call in (upgrading.upgrade, upgrading.must_be_current):
        with pytest.raises(DataUnusable) as refused:
            call()
        assert refused.value.code == "upgrade.newer-database"
        assert refused.value.do
    assert snapshot() == before
    if how != "migration":
        assert "9.0" in refused.value.what
        assert lists_line()[0] == "missing"
