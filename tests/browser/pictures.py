"""Take the pictures of the guides from a demonstration of their own: ``make pictures``.

Each is one screen of the demonstration's first minutes, in English, on its fixed day; the letter
that waits is registered on the way, as the tutorial does it.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.conftest import Product, start, stop
from tests.conftest import CHROMIUM_FLAGS
from tests.shared import ROOT

FOLDER = ROOT / "docs" / "pictures"
SCREEN = {"width": 1440, "height": 900}


def take(product: Product, browser: Browser) -> None:
    """Walk to each screen and save it."""
    context = browser.new_context(viewport=SCREEN, locale="en-US", reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(product.link)
    page.get_by_role("button", name="Sign in").click()
    with page.expect_navigation():
        page.locator("main tbody a").first.click()
    _kept(page, "demand")
    while page.get_by_role("button", name="Confirm ").count():
        with page.expect_navigation():
            page.get_by_role("button", name="Confirm ").first.click()
    page.get_by_role("button", name="Register demand").click()
    expect(page.get_by_role("button", name="Put these dates in force")).to_be_visible()
    _kept(page, "dates")
    items = page.url.replace("/dates", "/items")
    page.get_by_label("You are").select_option(label="Counsel A")
    with page.expect_navigation():
        page.get_by_role("button", name="Change").click()
    page.goto(items)
    _kept(page, "items")
    page.goto(f"{product.url}/verify")
    _kept(page, "verify")
    context.close()


def _kept(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.evaluate("() => { scrollTo(0, 0); document.activeElement?.blur(); }")
    page.screenshot(path=FOLDER / f"{name}.png", scale="css")


def main() -> None:
    """Start a demonstration and a Chromium, take the pictures, end both."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as tools:
        product = start("demo", Path(folder) / "home")
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = tools.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        try:
            take(product, browser)
        finally:
            browser.close()
            stop(product)


if __name__ == "__main__":
    main()
