"""Marks for what only some machines have, and hypothesis profiles."""

from __future__ import annotations

import os
import warnings

import pytest
from hypothesis import HealthCheck, settings

from tests.shared import SHARED

settings.register_profile(
    "tecum", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tecum"))

_left_out = pytest.StashKey[int]()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "shared(path): reads ../shared/<path>; not collected where that is absent"
    )
    config.addinivalue_line("markers", "browser: drives a real Chromium")
    config.addinivalue_line("markers", "postgresql: needs a real PostgreSQL server")
    config.stash[_left_out] = 0
    warnings.filterwarnings("error")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    kept, left = [], []
    for item in items:
        paths = [mark.args[0] for mark in item.iter_markers("shared")]
        (kept if all((SHARED / path).exists() for path in paths) else left).append(item)
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = kept
    config.stash[_left_out] = len(left)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    left = terminalreporter.config.stash[_left_out]
    if left:
        terminalreporter.write_line(
            f"{left} tests read the shared folder, which is not here ({SHARED.name}); not run."
        )
