"""A holiday is added to a calendar: the open dates are counted again, and a person moves them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tecum.packs_folder import packs_folder
from tests.browser.conftest import Product, open_context, start, stop

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-holiday")]

DATED = "tr[id='production.1-D-0004']"
"""The row of what is owed by a counted day; the demand's duties without a date have others."""
NEW = """
[[day]]
name = "Day of the Example"
on = ["2020-01-27"]
source = "an act of the example"
"""


def signed_in(product: Product, chromium: Browser) -> Page:
    _, page = open_context(chromium)
    page.goto(product.link)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Inbox")).to_be_visible()
    return page


def choose_by_keyboard(page: Page, name: str) -> None:
    """Go to a control with the keyboard alone, and press it."""
    control = page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name)).first
    control.focus()
    page.keyboard.press("Enter")


def test_a_changed_holiday_moves_an_open_date_with_its_reason(
    chromium: Browser, tmp_path: Path
) -> None:
    packs = tmp_path / "packs"
    shutil.copytree(packs_folder(), packs)
    home = tmp_path / "demo"
    product = start("demo", home, TECUM_PACKS=str(packs))
    try:
        page = signed_in(product, chromium)
        page.goto(f"{product.url}/deadlines")
        expect(page.get_by_text("have changed since")).to_have_count(0)
        before = page.locator(DATED).inner_text()
        assert "Mon 27 Jan 2020" in before
        assert "Tue 28 Jan 2020" not in before
        page.context.close()
    finally:
        stop(product)
    (calendar,) = packs.glob("*/calendars/us.fed.frcp6a6.toml")
    calendar.write_text(calendar.read_text("utf-8") + NEW, "utf-8")
    product = start("demo", home, TECUM_PACKS=str(packs))
    try:
        page = signed_in(product, chromium)
        _move_and_look(product, page)
        page.context.close()
    finally:
        stop(product)


def _move_and_look(product: Product, page: Page) -> None:
    page.goto(f"{product.url}/deadlines")
    expect(page.locator(".remark")).to_contain_text("have changed since")
    choose_by_keyboard(page, "See what comes out now")
    row = page.locator("tr", has_text="D-0004")
    expect(row).to_contain_text("Tue 28 Jan 2020")
    expect(row).to_contain_text("Day of the Example (an act of the example)")
    expect(row).to_contain_text("The calendar has changed")
    choose_by_keyboard(page, "Move the chosen dates")
    expect(page.get_by_role("status")).to_contain_text("dates were moved")
    page.goto(f"{product.url}/deadlines")
    moved = page.locator(DATED)
    expect(moved).to_contain_text("Tue 28 Jan 2020")
    moved.get_by_role("link", name="each day").focus()
    page.keyboard.press("Enter")
    strip = page.locator("tr.opened")
    expect(strip).to_contain_text("the safe date")
    expect(strip).to_contain_text("Day of the Example")
    page.locator(DATED).get_by_role("link").first.click()
    page.get_by_role("link", name="Dates").click()
    page.get_by_text("Dates that stood before").first.click()
    expect(page.get_by_text("the calendar has changed").first).to_be_visible()
    page.get_by_text("What this date rests on").first.click()
    expect(page.get_by_text("byte for byte").first).to_be_visible()
