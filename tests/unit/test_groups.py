"""Tests of one group run in one process, so that what they share is made once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TESTS = """
import os
import pytest

pytestmark = pytest.mark.xdist_group("together")

@pytest.mark.parametrize("n", range(12))
def test_it(n):
    with open("ran", "a") as ran:
        print(os.environ["PYTEST_XDIST_WORKER"], file=ran)
"""


def test_a_group_stays_in_one_process(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(TESTS)
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup", "-c", "/dev/null",
         "--rootdir", str(tmp_path), str(tmp_path)],
        cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    ran = (tmp_path / "ran").read_text().split()
    assert len(ran) == 12
    assert len(set(ran)) == 1
