"""The jump box and the keys along a list, by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.conftest import Product, open_context
from tests.browser.pages import Demonstration
from tests.patience import waiting

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-others")]

ASKED = re.compile(r"\?q=")
"""What the jump box asks the server."""


@pytest.fixture(scope="module")
def shown(demo: Product, chromium: Browser) -> Iterator[Demonstration]:
    """A lead at the list of demands."""
    context, page = open_context(chromium, reduced_motion="reduce")
    found = Demonstration(demo, page)
    found.enter()
    found.become("Lead")
    found.find_demands()
    yield found
    context.close()


def test_the_box_jumps_to_a_number(shown: Demonstration) -> None:
    page = shown.open("/deadlines")
    page.keyboard.press("Control+k")
    page.keyboard.type("D-0006")
    expect(page.locator(".jumps a").first).to_have_text("D-0006")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{shown.demands['D-0006']}")


def test_a_late_answer_takes_no_row_from_under_the_focus(shown: Demonstration) -> None:
    page = shown.open("/deadlines")
    page.keyboard.press("Control+k")
    page.keyboard.type("D-000")
    rows = page.locator(".jumps a")
    expect(rows.nth(1)).to_be_visible()
    first = rows.first.inner_text()
    late: list[Route] = []

    def hold(route: Route) -> None:
        late.append(route)

    page.route(ASKED, hold)
    page.keyboard.type("6")
    for _ in waiting("the box asks for the whole number"):
        if late:
            break
        page.wait_for_timeout(50)
    page.keyboard.press("ArrowDown")
    expect(rows.first).to_be_focused()
    with page.expect_response(ASKED) as answer:
        late[0].continue_()
    answer.value.finished()
    page.unroute(ASKED)
    # A round of the page's own tasks later, its script has had the answer.
    page.evaluate("() => new Promise((then) => setTimeout(then, 100))")
    expect(rows.first).to_have_text(first)
    expect(rows.first).to_be_focused()


def test_keys_go_along_the_rows_and_on_from_an_opened_one(shown: Demonstration) -> None:
    page = shown.open("/docket")
    addresses = list(shown.demands.values())
    for _ in range(2):
        page.keyboard.press("j")
    focused = "document.activeElement.getAttribute('href')"
    assert page.evaluate(focused) == addresses[1]
    page.keyboard.press("k")
    assert page.evaluate(focused) == addresses[0]
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{addresses[0]}")
    page.keyboard.press("J")
    page.wait_for_url(f"**{addresses[1]}")


def test_single_keys_can_be_turned_off(shown: Demonstration) -> None:
    page = shown.open("/docket")
    page.keyboard.press("?")
    box = page.get_by_label("Single keys")
    expect(box).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    # A closed dialog lets go of the focus when the page is next drawn.
    page.wait_for_function("document.activeElement === document.body")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.body")
    page.evaluate("localStorage.removeItem('tecum.single-keys')")


def test_search_works_without_scripts(shown: Demonstration, chromium: Browser) -> None:
    kept = shown.page.context.storage_state()
    context, page = open_context(chromium, java_script_enabled=False, storage_state=kept)
    page = Demonstration(shown.product, page).open("/search")
    page.get_by_label("Number, institution, or words").fill("D-0006")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.get_by_role("link", name="D-0006").first).to_be_visible()
    context.close()
