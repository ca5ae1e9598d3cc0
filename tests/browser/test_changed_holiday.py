"""A holiday is added to a calendar: the open dates are counted again, and a person moves them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tecum.packs_folder import packs_folder
from tests.browser.conftest import Product, open_context, start, stop
from tests.browser.desk import Desk
from tests.browser.flows import sends
from tests.browser.keys import Hands

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-holiday")]

DATED = "tr[id='production.1-D-0004']"
"""The row of what is owed by a counted day; the demand's duties without a date have others."""
NAME = "test_a_changed_holiday_moves_an_open_date_with_its_reason"
NEW = """
[[day]]
name = "Day of the Example"
on = ["2020-01-27"]
source = "an act of the example"
"""


def signed_in(product: Product, chromium: Browser) -> Desk:
    _, page = open_context(chromium)
    desk = Desk(product, Hands(page, product.url))
    desk.enter()
    expect(page.get_by_role("heading", name="Inbox")).to_be_visible()
    return desk


def test_a_changed_holiday_moves_an_open_date_with_its_reason(
    chromium: Browser, built: Path, tmp_path: Path
) -> None:
    packs = tmp_path / "packs"
    shutil.copytree(packs_folder(), packs)
    home = tmp_path / "demo"
    shutil.copytree(built, home)
    product = start("demo", home, TECUM_PACKS=str(packs))
    try:
        page = signed_in(product, chromium).hands.open("/deadlines")
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
        desk = signed_in(product, chromium)
        _move_and_look(desk)
        desk.page.context.close()
    finally:
        stop(product)


def _move_and_look(desk: Desk) -> None:
    desk.look_up()
    page, hands = desk.page, desk.hands
    # One date alone, on the page of its demand; then all that are left, from the board.
    hands.open(desk.demands["D-0005"] + "/dates")
    desk.send("Put the new date in force", says="The new date is in force")
    hands.open("/deadlines")
    expect(page.locator(".remark")).to_contain_text("have changed since")
    hands.follow(desk.main.get_by_role("link", name="See what comes out now"))
    row = page.locator("tr", has_text="D-0004")
    expect(row).to_contain_text("Tue 28 Jan 2020")
    expect(row).to_contain_text("Day of the Example (an act of the example)")
    expect(row).to_contain_text("The calendar has changed")
    desk.send("Move the chosen dates", says="dates were moved")
    hands.open("/deadlines")
    moved = page.locator(DATED)
    expect(moved).to_contain_text("Tue 28 Jan 2020")
    hands.follow(moved.get_by_role("link", name="each day"))
    strip = page.locator("tr.opened")
    expect(strip).to_contain_text("the safe date")
    expect(strip).to_contain_text("Day of the Example")
    hands.open(desk.demands["D-0004"] + "/dates")
    hands.press(page.locator("summary", has_text="Dates that stood before").first)
    expect(page.get_by_text("the calendar has changed").first).to_be_visible()
    hands.press(page.locator("summary", has_text="What this date rests on").first)
    expect(page.get_by_text("byte for byte").first).to_be_visible()
    hands.did(sends(f"test_changed_holiday.py::{NAME}"))
