"""Marks for what only some machines have, hypothesis profiles, and when Django is set up."""

from __future__ import annotations

import os
import shutil
import signal
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.patience import STEP
from tests.shared import ROOT, SHARED

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile(
    "tecum",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
    print_blob=True,
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tecum"))

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell without a terminal starts what runs in the background deaf to Ctrl-C, and every
    # process of a test would inherit that; the tests that press Ctrl-C need it heard.
    signal.signal(signal.SIGINT, signal.default_int_handler)

_left_out = pytest.StashKey[int]()


PRODUCT = tuple(ROOT / "tests" / name for name in ("web", "browser", "crash"))


def _touches_product(argument: str) -> bool:
    path = Path(argument.split("::", maxsplit=1)[0]).resolve()
    return any(path.is_relative_to(folder) or folder.is_relative_to(path) for folder in PRODUCT)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    # The core is tested without Django, so that it cannot come to need it.
    if any(map(_touches_product, config.args)):
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tecum.web.settings.test")
        # The browser's driver keeps a loop running in its process; our own code has none.
        os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    config.addinivalue_line(
        "markers", "shared(path): reads ../shared/<path>; not collected where that is absent"
    )
    config.addinivalue_line("markers", "long: takes a minute by itself; begun before short ones")
    config.addinivalue_line("markers", "xdist_group(name): run by one process, one after another")
    config.addinivalue_line("markers", "browser: drives a real Chromium")
    config.addinivalue_line("markers", "postgresql: needs a real PostgreSQL server")
    config.stash[_left_out] = 0
    warnings.filterwarnings("error")


_LONGEST_ID = 80


def pytest_make_parametrize_id(val: object) -> str | None:
    """A short name for a long value: the names of all tests go to each process and back."""
    if not isinstance(val, str | bytes) or len(val) <= _LONGEST_ID:
        return None
    start = val[:_LONGEST_ID]
    shown = start if isinstance(start, str) else start.decode("ascii", "backslashreplace")
    return shown.encode("unicode_escape").decode("ascii")[:_LONGEST_ID] + "..."


def _is_timed(item: pytest.Item) -> bool:
    """Whether hypothesis would fail a test because the machine is slow."""
    chosen = getattr(getattr(item, "obj", None), "_hypothesis_internal_use_settings", None)
    return chosen is not None and (
        chosen.deadline is not None or HealthCheck.too_slow not in chosen.suppress_health_check
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    # What a test suppresses takes the place of what the profile does.
    if timed := sorted({item.nodeid.partition("[")[0] for item in items if _is_timed(item)}):
        raise pytest.UsageError(f"A slow machine would fail these tests: {', '.join(timed)}")
    # Begun late, a long one would leave the other processes without work at the end.
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
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


CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, one a process: its driver allows no second one beside it."""
    from playwright.sync_api import expect, sync_playwright

    # Playwright's own five seconds are too few for a page on a machine that is busy.
    expect.set_options(timeout=STEP)
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    assert path, "The browser tests need Chromium; tecum doctor says how to get it."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()
