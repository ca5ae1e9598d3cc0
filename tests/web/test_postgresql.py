"""The same tests on a real PostgreSQL: what holds on one engine holds on the other."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.web.server import running

pytestmark = pytest.mark.postgresql
HERE = Path(__file__).parent
BOTH = {
    "acts": (
        "test_storage.py",
        "test_accounts.py",
        "test_record.py",
        "test_demand.py",
        "test_rebuild.py",
        "test_concurrency.py",
        "test_races.py",
        "test_starting_together.py",
        "test_upgrade.py",
    ),
    "lists": (
        "test_factors.py",
        "test_inbox.py",
        "test_matter.py",
        "test_publishing.py",
        "test_search.py",
        "test_standings.py",
    ),
    "figures": (
        "test_reports.py::test_requests_by_kind_and_how_they_were_addressed",
        "test_reports.py::test_transfers_and_what_followed_detainers_in_california",
        "test_reports.py::test_detainers_of_a_year_in_new_york",
        "test_reports.py::test_the_first_and_the_last_evening_belong_to_their_own_year",
        "test_reports.py::test_the_rows_kept_are_those_made_anew",
        "test_reports_owed.py::test_a_nil_report_is_certified_filed_and_ends_what_was_owed",
        "test_reports_owed.py::test_a_filed_report_is_corrected_and_both_come_out_again",
        "test_reports_owed.py::test_a_page_of_a_report_asks_few_questions",
    ),
}
"""What runs on both engines, in groups with a server each; of the reports, those that count in
the database and those that keep what was counted."""


@pytest.mark.long
@pytest.mark.parametrize("group", list(BOTH))
def test_what_holds_on_sqlite_holds_on_postgresql(group: str) -> None:
    with running() as address:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
            + [str(HERE / name) for name in BOTH[group]],
            env={**os.environ, "TECUM_TEST_DATABASE": address},
            cwd=HERE.parents[1],
            capture_output=True,
            text=True,
            timeout=1800,
            check=False,
        )
    tail = done.stdout[-4000:] + done.stderr[-1000:]
    assert done.returncode == 0, tail
    assert "skipped" not in tail
    assert "deselected" not in tail
