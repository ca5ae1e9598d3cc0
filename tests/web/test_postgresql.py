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
BOTH = (
    "test_storage.py",
    "test_accounts.py",
    "test_record.py",
    "test_demand.py",
    "test_rebuild.py",
    "test_concurrency.py",
    "test_races.py",
)


def test_what_holds_on_sqlite_holds_on_postgresql() -> None:
    with running() as address:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
            + [str(HERE / name) for name in BOTH],
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
