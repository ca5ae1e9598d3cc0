"""The docket as rows for a replay: what the findings rest on, and nothing written."""

from __future__ import annotations

import pytest

from tecum.law.columns import OnSqlite
from tecum.law.replay import parse_change, replay
from tecum.web.docket.findings import findings_for
from tecum.web.docket.models import Entry
from tecum.web.docket.replaying import docket_rows
from tests.web.conftest import Staff
from tests.web.world import demand_at_work

pytestmark = pytest.mark.django_db


def test_a_replay_of_the_docket_gives_the_findings_and_writes_nothing(staff: Staff) -> None:
    at = demand_at_work(staff)
    entries = Entry.objects.count()
    packs, asked, office = docket_rows()
    assert asked
    made = replay(OnSqlite(), packs, asked, [parse_change("on:1990-01-01")], office)
    found = {(f.label, f.finding.action): f.finding for f in findings_for(staff.lead, at.docket)}
    for row in asked:
        docket, _, label = row.rows[0].partition("/")
        assert docket == at.docket
        before, after = made.findings(row.rows[0], row.action)[0]
        assert before.outcome == found[label, row.action].outcome
        assert str(after.on) == "1990-01-01"
    assert {row.action for row in asked} == {action for _, action in found}
    assert made.total == len(asked)
    assert Entry.objects.count() == entries
