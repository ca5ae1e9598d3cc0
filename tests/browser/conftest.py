"""A real product on a real port, a real Chromium before it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tecum.web.run import DEMO_AT
from tests.browser.demo_pages import begin, end
from tests.patience import STEP, WAIT
from tests.ports import own_port
from tests.shared import ROOT


@dataclass
class Product:
    """A running ``tecum serve`` or ``tecum demo``."""

    process: subprocess.Popen[str]
    url: str
    link: str


def start(command: str, home: Path, module: str = "tecum.cli", **more: str) -> Product:
    """Start the command on its own data folder and port; give its address and its first link.

    Args:
        command: ``serve`` or ``demo``.
        home: The data folder.
        module: What is run; a version of the product of its own can stand in for it.
        more: Further variables of the environment.
    """
    port = own_port()
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("TECUM_", "DJANGO_"))}
    home.parent.mkdir(parents=True, exist_ok=True)
    # What it says goes to a file: a full pipe would make it wait for a reader.
    said = home.with_suffix(".log")
    with said.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", module, command],
            cwd=ROOT,
            env={
                **environment,
                "TECUM_HOME": str(home),
                "TECUM_ADDRESS": f"127.0.0.1:{port}",
                **more,
            },
            text=True,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    deadline = time.monotonic() + WAIT
    url = f"http://127.0.0.1:{port}"
    while time.monotonic() < deadline and process.poll() is None:
        found = re.search(r"http://\S+/sign-in/\S+(?=\s)", said.read_text())
        if found and _answers(url):
            return Product(process, url, found.group(0))
        time.sleep(0.1)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    raise AssertionError(said.read_text())


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/readyz", timeout=STEP / 1000) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def stop(product: Product) -> int:
    """Ctrl-C; the exit status."""
    os.killpg(product.process.pid, signal.SIGINT)
    return product.process.wait(timeout=WAIT)


def work_off(home: Path) -> None:
    """Let this version of the product do what a demonstration's queue still holds."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("TECUM_", "DJANGO_"))}
    subprocess.run(
        [sys.executable, "-m", "tecum.cli", "reread"],
        cwd=ROOT,
        env={**kept, "TECUM_HOME": str(home), "TECUM_DEMO": "1", "TECUM_AT": DEMO_AT},
        check=True,
        timeout=WAIT,
    )


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """A new, empty office."""
    product = start("serve", tmp_path_factory.mktemp("office") / "home")
    yield product
    stop(product)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a demonstration, built once for all processes of a run."""
    base = tmp_path_factory.getbasetemp()
    root = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    home = root / "demonstration" / "home"
    with (root / "demonstration.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not home.with_suffix(".done").exists():
            shutil.rmtree(home, ignore_errors=True)
            end(begin(1, home))
            home.with_suffix(".done").touch()
    return home


@pytest.fixture(scope="module")
def demo(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """The demonstration, in a data folder of its own."""
    home = tmp_path_factory.mktemp("demo") / "home"
    shutil.copytree(built, home)
    product = start("demo", home)
    yield product
    stop(product)


ONLY_FAULTS = {"resultTypes": ["violations"]}
"""For axe: every rule is tried; of what passes, it need not write down each place."""


def open_context(browser: Browser, **options: object) -> tuple[BrowserContext, Page]:
    """A new browser profile whose page fails the test on any script error or blocked content."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, **options)  # type: ignore[arg-type]
    context.set_default_timeout(STEP)
    page = context.new_page()
    page.on("pageerror", _fail)
    page.on("console", lambda m: _fail(m.text) if m.type == "error" and _ours(m.text) else None)
    return context, page


def _ours(text: str) -> bool:
    # Chromium's own screenshots inject a style that our policy blocks, as it should.
    return "Applying inline style" not in text and "the server responded with a status" not in text


def _fail(error: object) -> None:
    raise AssertionError(str(error))
