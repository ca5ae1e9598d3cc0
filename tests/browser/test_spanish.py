"""The pages in Spanish, chosen at the foot of the navigation: they fit and read well."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ONLY_FAULTS, Product, open_context
from tests.browser.pages import BOARDS, LOOKED_AT, Demonstration

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-others")]

NAMES = (
    "inbox", "docket", "deadlines", "approvals", "receipts", "packs", "reports", "search",
    "people", "office", "status", "ways in", "waiting document",
    *(number + tab for number, tabs in LOOKED_AT.items() for tab in tabs),
)  # fmt: skip


@pytest.fixture(scope="module")
def spoken(demo: Product, chromium: Browser) -> Iterator[Demonstration]:
    """A lead who has chosen Spanish."""
    context, page = open_context(chromium, reduced_motion="reduce")
    found = Demonstration(demo, page)
    found.enter()
    found.become("Lead")
    found.find()
    found.open("/docket?kind=detainer")
    with page.expect_navigation():
        page.get_by_role("button", name="Español").press("Enter")
    assert page.url.endswith("/docket?kind=detainer")
    yield found
    context.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_spanish_page_fits_and_axe_finds_nothing(spoken: Demonstration, name: str) -> None:
    page: Page = spoken.open(spoken.paths()[name])
    expect(page.locator("html")).to_have_attribute("lang", "es")
    expect(page.get_by_role("button", name="English")).to_be_visible()
    for width in (320, 768, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{width} px: {wide} px over"
    found = Axe().run(page, options=ONLY_FAULTS)
    assert found.violations_count == 0, found.generate_report()


def test_the_pages_listed_are_there() -> None:
    assert {name for name in NAMES if "-" not in name} <= {*BOARDS, "waiting document"}
