"""A version of a pack from its text to in force, in a real browser: any width, axe."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Product, open_context
from tests.browser.pages import Demonstration

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-packs")]
WIDTHS = (320, 640, 768, 1440)
PATIENCE = 120_000
"""Milliseconds; everything waited for ends the wait as soon as it is there."""


@pytest.fixture(scope="module")
def shown(demo: Product, chromium: Browser) -> Iterator[Demonstration]:
    context, page = open_context(chromium, reduced_motion="reduce")
    found = Demonstration(demo, page)
    found.enter()
    found.become("Policy author")
    yield found
    context.close()


def looks_well(shown: Demonstration) -> None:
    """No sideways scrolling, no script of its own, nothing for axe, light and dark."""
    page = shown.page
    assert page.locator("script").count() == 1  # the frame's keys; the page itself brings none
    assert page.get_by_role("heading", level=1).count() == 1
    said = page.locator("main").evaluate(
        "e => { const copy = e.cloneNode(true);"
        " for (const own of copy.querySelectorAll('.block, .hash, textarea')) own.remove();"
        " return copy.textContent; }"
    )
    assert [word for word in said.split() if "_" in word] == []
    ids = page.locator("[id]").evaluate_all("es => es.map(e => e.id)")
    assert len(ids) == len(set(ids))
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{width} px: {wide} px over"
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    page.emulate_media(color_scheme="light")


def press(shown: Demonstration, name: str) -> None:
    with shown.page.expect_navigation():
        shown.page.get_by_role("button", name=name, exact=True).click()


def become(shown: Demonstration, name: str, address: str) -> None:
    shown.become(name)
    shown.page.goto(address)


def test_a_version_is_written_read_approved_and_put_in_force(shown: Demonstration) -> None:
    page = shown.page
    shown.open("/packs/example-strict")
    looks_well(shown)
    page.get_by_role("link", name="Write a new version").click()
    text = page.get_by_label("law/policy.md", exact=True).last
    law = text.input_value()
    text.fill(law.replace("must not: share_status", "must nt: share_status"))
    page.get_by_label("Why it is changed").fill("The council struck a line.")
    press(shown, "Check and propose")
    expect(page.get_by_role("alert")).to_contain_text("P101")
    looks_well(shown)
    text = page.get_by_label("law/policy.md", exact=True).last
    assert "must nt: share_status" in text.input_value()
    text.fill(law.replace("share_status, share_release_date, ", "share_status, ", 1))
    press(shown, "Check and propose")
    expect(page.get_by_role("heading", level=1)).to_have_text("Proposed version of example-strict")
    address = page.url
    expect(page.locator("del.block")).to_contain_text("share_release_date")
    expect(page.locator("ins.block")).not_to_contain_text("share_release_date")
    assert page.get_by_role("button", name=re.compile("Approve")).count() == 0
    looks_well(shown)

    press(shown, "Work it out")
    page.wait_for_selector("text=findings change, judged on", timeout=PATIENCE)
    expect(page.get_by_role("link", name=re.compile("before and after"))).to_have_count(0)
    expect(page.get_by_text("hidden from you").first).to_be_visible()
    looks_well(shown)

    become(shown, "Counsel A", address)
    page.get_by_role("link", name=re.compile("before and after")).first.click()
    expect(page.get_by_role("heading", name="By the proposed version").first).to_be_visible()
    looks_well(shown)
    page.goto(address)
    page.get_by_role("link", name=re.compile("The whole text")).click()
    page.get_by_label("I have read strict-1").check()
    page.get_by_label("In what capacity").fill("City Attorney")
    press(shown, "Record the review")
    expect(page.get_by_text("reviewed by Counsel A, City Attorney").first).to_be_visible()
    page.goto(address)
    press(shown, "Approve as counsel")
    become(shown, "Lead", address)
    press(shown, "Approve as lead")
    looks_well(shown)
    press(shown, "Put in force")
    expect(page.locator(".band")).to_contain_text("since")
    looks_well(shown)
    shown.open("/packs")
    expect(page.get_by_role("row", name=re.compile("example-strict"))).to_contain_text("since")
    looks_well(shown)


def test_the_form_is_reached_and_sent_by_keyboard(shown: Demonstration) -> None:
    shown.become("Policy author")
    page = shown.page
    page.set_viewport_size({"width": 1440, "height": 900})
    shown.open("/packs/us-co/edit")
    page.get_by_label("Why it is changed").focus()
    page.keyboard.type("Nothing is changed.")
    page.emulate_media(media="print")
    assert page.locator("#reason").input_value() == "Nothing is changed."
    page.emulate_media(media="screen")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent")
    assert focused == "Check and propose"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("us-co")
    expect(page.get_by_role("status")).to_contain_text("Proposed.")


def test_why_is_told_in_the_pages_own_words(shown: Demonstration) -> None:
    shown.become("Counsel A")
    shown.find_demands()
    page = shown.open(shown.demands["D-0006"] + "/items")
    page.locator("details.why > summary", has_text="why?").first.click()
    why = page.locator(".why-form").first
    expect(why).to_be_visible()
    expect(why.get_by_role("link").first).to_have_attribute("href", re.compile("^/packs/"))
    assert page.locator("pre.trace").count() == 0
    assert "_" not in why.inner_text()
