"""The tour of the demonstration: every task by keyboard alone, known as done from the docket."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Product, open_context
from tests.browser.pages import Demonstration
from tests.patience import waiting

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-tour")]

MOST_TABS = 250


@pytest.fixture(scope="module")
def shown(demo: Product, chromium: Browser) -> Iterator[Demonstration]:
    context, page = open_context(chromium, reduced_motion="reduce")
    found = Demonstration(demo, page)
    found.enter()
    yield found
    context.close()


def reach(page: Page, control: Locator) -> Locator:
    """Go to a control by the Tab key alone."""
    for _ in range(MOST_TABS):
        if control.evaluate("e => e === document.activeElement"):
            return control
        page.keyboard.press("Tab")
    raise AssertionError(f"not reached by Tab: {control}")


def press(page: Page, control: Locator, key: str = "Enter") -> None:
    """Reach a button or a link by keyboard and press it; a page follows."""
    reach(page, control)
    with page.expect_navigation():
        page.keyboard.press(key)


def states(page: Page) -> list[str]:
    """What the tour says of each task."""
    return page.locator(".tour .state").all_inner_texts()


def begin(shown: Demonstration, number: int) -> Page:
    """Open the tour from the bar of any page, and go where the task is done."""
    page = shown.open("/deadlines")
    bar = page.locator(".demo-mark").get_by_role("link")
    expect(bar).to_contain_text(f"Tour, {number} of 7")
    press(page, bar)
    assert states(page) == ["done"] * (number - 1) + ["next"] + ["open"] * (7 - number)
    step = page.locator(f"#step-{number}")
    press(page, step.get_by_role("link").or_(step.get_by_role("button")))
    return page


def choose_all(page: Page, name: str) -> None:
    """Tick every box of a name with the Space key."""
    boxes = page.locator(f'input[name="{name}"]')
    assert boxes.count() > 0
    for n in range(boxes.count()):
        reach(page, boxes.nth(n))
        page.keyboard.press("Space")
        expect(boxes.nth(n)).to_be_checked()


def write(page: Page, control: Locator, text: str) -> None:
    """Reach a box by keyboard and type."""
    reach(page, control)
    page.keyboard.type(text)


def test_every_task_is_done_by_keyboard(shown: Demonstration) -> None:
    read(begin(shown, 1))
    reckon(begin(shown, 2))
    decide(begin(shown, 3))
    approve(begin(shown, 4))
    prove(begin(shown, 5))
    second_account(begin(shown, 6))
    publish(begin(shown, 7))
    page = shown.open("/demo/tour")
    assert states(page) == ["done"] * 7
    expect(page.get_by_text("All seven tasks are done.")).to_be_visible()
    expect(page.locator(".demo-mark").get_by_role("link")).to_have_text("Tour")


def read(page: Page) -> None:
    expect(page.get_by_role("button", name="Register demand")).to_be_disabled()
    left = page.locator('[data-state="check"]').count()
    assert left > 2
    for remaining in range(left, 0, -1):
        expect(page.locator('[data-state="check"]')).to_have_count(remaining)
        press(page, page.get_by_role("button", name="Confirm ").first)
    press(page, page.get_by_role("button", name="Register demand"))


def reckon(page: Page) -> None:
    press(page, page.get_by_role("button", name="Put these dates in force").first)
    expect(page.get_by_text("in force").first).to_be_visible()


def decide(page: Page) -> None:
    choose_all(page, "items")
    reach(page, page.get_by_label("withhold"))
    page.keyboard.press("Space")
    write(page, page.get_by_role("textbox", name="Reason"), "The policy of the office bars it.")
    press(page, page.get_by_role("button", name="Propose"))
    expect(page.get_by_text("It waits for a second person")).to_be_visible()


def approve(page: Page) -> None:
    press(page, page.get_by_role("button", name="Approve"))
    expect(page.get_by_text("Both names and times are in the trail")).to_be_visible()


def prove(page: Page) -> None:
    choose_all(page, "items")
    write(page, page.get_by_label("Words of the answer"), "Both items are withheld.")
    press(page, page.get_by_role("button", name="Record the answer"))
    expect(page.get_by_text("Answer sent").first).to_be_visible()
    receipt = page.locator(".entry-line").get_by_role("link", name="Receipt").first
    for _ in waiting("the answer has a receipt"):
        if receipt.count():
            break
        page.wait_for_timeout(500)
        page.reload()
    reach(page, receipt)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".tlog-proof")


def second_account(page: Page) -> None:
    fold = page.locator("summary").filter(has_text="another account")
    reach(page, fold)
    page.keyboard.press("Enter")
    write(page, page.get_by_label("Day", exact=True).first, "01142020")
    press(page, page.get_by_role("button", name="Record service"))
    expect(page.locator(".account")).to_have_count(2)


def publish(page: Page) -> None:
    boxes = page.locator("main input[type=checkbox]:enabled")
    reach(page, boxes.first)
    page.keyboard.press("Space")
    write(page, page.locator("main textarea"), "Asked for by a newspaper.")
    press(page, page.get_by_role("button", name="Publish"))
    expect(page.get_by_role("status").first).to_be_visible()


def test_the_tour_can_be_left_and_taken_up_again(shown: Demonstration) -> None:
    page = shown.open("/demo/tour")
    before = states(page)
    press(page, page.get_by_role("button", name="Leave the tour"))
    page = shown.open("/inbox")
    expect(page.locator(".demo-mark").get_by_role("link")).to_have_text("Tour")
    shown.become("Counsel A")
    press(page, page.locator(".demo-mark").get_by_role("link"))
    assert states(page) == before
    press(page, page.get_by_role("button", name="Take the tour up again"))
    expect(page.get_by_role("button", name="Leave the tour")).to_be_visible()


def test_the_tour_works_without_scripts(shown: Demonstration, chromium: Browser) -> None:
    state = shown.page.context.storage_state()
    context, page = open_context(chromium, java_script_enabled=False, storage_state=state)
    page.goto(f"{shown.product.url}/demo/tour")
    expect(page.locator(".tour > li")).to_have_count(7)
    step = page.locator("#step-6")
    with page.expect_navigation():
        step.get_by_role("link").or_(step.get_by_role("button")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("D-000")
    context.close()
