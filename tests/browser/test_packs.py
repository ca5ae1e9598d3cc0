"""A version of a pack from its text to in force, by keyboard alone: any width, axe."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tecum.packs_folder import packs_folder
from tests.browser.conftest import Product, open_context
from tests.browser.desk import Desk
from tests.browser.flows import sends
from tests.browser.keys import Hands
from tests.patience import WAIT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-packs")]
WIDTHS = (320, 640, 768, 1440)


@pytest.fixture(scope="module")
def desk(demo: Product, chromium: Browser) -> Iterator[Desk]:
    context, page = open_context(chromium, reduced_motion="reduce")
    found = Desk(demo, Hands(page, demo.url))
    found.enter()
    yield found
    context.close()


def looks_well(desk: Desk) -> None:
    """No sideways scrolling, no script of its own, nothing for axe, light and dark."""
    page = desk.page
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
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    page.emulate_media(color_scheme="light")


def test_a_version_is_written_read_approved_and_put_in_force(desk: Desk, tmp_path: Path) -> None:
    page, hands = desk.page, desk.hands
    desk.be("Policy author")
    hands.open("/packs/example-strict")
    looks_well(desk)
    hands.follow(page.get_by_role("link", name="Write a new version"))
    text = page.get_by_label("law/policy.md", exact=True).last
    law = text.input_value()
    hands.write(text, law.replace("must not: share_status", "must nt: share_status"))
    hands.write(page.get_by_label("Why it is changed"), "The council struck a line.")
    desk.send("Check and propose", says="P101")
    expect(page.get_by_role("alert")).to_be_focused()
    looks_well(desk)
    text = page.get_by_label("law/policy.md", exact=True).last
    assert "must nt: share_status" in text.input_value()
    hands.write(text, law.replace("share_status, share_release_date, ", "share_status, ", 1))
    desk.send("Check and propose")
    expect(page.get_by_role("heading", level=1)).to_have_text("Proposed version of example-strict")
    address = page.url.removeprefix(desk.product.url)
    expect(page.locator("del.block")).to_contain_text("share_release_date")
    expect(page.locator("ins.block")).not_to_contain_text("share_release_date")
    assert page.get_by_role("button", name=re.compile("Approve")).count() == 0
    looks_well(desk)

    hands.follow(desk.main.get_by_role("button", name="Work it out"))
    page.wait_for_selector("text=findings change, judged on", timeout=1000 * WAIT)
    expect(page.get_by_role("link", name=re.compile("before and after"))).to_have_count(0)
    expect(page.get_by_text("hidden from you").first).to_be_visible()
    looks_well(desk)

    desk.be("Counsel A")
    hands.open(address)
    hands.follow(page.get_by_role("link", name=re.compile("before and after")).first)
    expect(page.get_by_role("heading", name="By the proposed version").first).to_be_visible()
    looks_well(desk)
    hands.open(address)
    hands.follow(page.get_by_role("link", name=re.compile("The whole text")))
    hands.tick(page.get_by_label("I have read strict-1"))
    hands.write(page.get_by_label("In what capacity"), "City Attorney")
    desk.hands.send(desk.main.get_by_role("button", name="Record the review"))
    expect(page.get_by_text("reviewed by Counsel A, City Attorney").first).to_be_visible()
    hands.open(address)
    desk.send("Approve as counsel")
    desk.be("Lead")
    hands.open(address)
    desk.send("Approve as lead")
    looks_well(desk)
    desk.send("Put in force")
    expect(page.locator(".band")).to_contain_text("since")
    looks_well(desk)
    hands.open("/packs")
    expect(page.get_by_role("row", name=re.compile("example-strict"))).to_contain_text("since")
    looks_well(desk)
    _brought_and_given_back(desk, tmp_path)
    hands.did(sends("test_packs.py::test_a_version_is_written_read_approved_and_put_in_force"))


def _brought_and_given_back(desk: Desk, folder: Path) -> None:
    """A whole pack as one file, which counsel gives back."""
    archive = folder / "strict.zip"
    source = packs_folder() / "example-strict"
    with zipfile.ZipFile(archive, "w") as held:
        for path in sorted(source.rglob("*")):
            if path.is_file():
                held.write(path, path.relative_to(source.parent))
    desk.be("Policy author")
    desk.hands.open("/packs")
    desk.send("Check and propose", {"ZIP file": archive, "Why": "As it was before."})
    address = desk.page.url.removeprefix(desk.product.url)
    desk.be("Counsel A")
    desk.hands.open(address)
    desk.record("Give it back", {"Reason": "Keep the struck line."})


def test_the_form_is_reached_and_sent_by_keyboard(desk: Desk) -> None:
    desk.be("Policy author")
    page = desk.page
    page.set_viewport_size({"width": 1440, "height": 900})
    desk.hands.open("/packs/us-co/edit")
    desk.hands.write(page.get_by_label("Why it is changed"), "Nothing is changed.")
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


def test_why_is_told_in_the_pages_own_words(desk: Desk) -> None:
    desk.be("Counsel A")
    desk.look_up()
    page = desk.at("D-0006", "/items")
    desk.hands.press(page.locator("details.why > summary", has_text="why?").first)
    why = page.locator(".why-form").first
    expect(why).to_be_visible()
    expect(why.get_by_role("link").first).to_have_attribute("href", re.compile("^/packs/"))
    assert page.locator("pre.trace").count() == 0
    assert "_" not in why.inner_text()
