"""A demand from the paper to the docket without a pointer; and who sees what."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Product, open_context
from tests.browser.pages import Demonstration

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-keyboard")]

PERSONAL = ("/demo/", "/me/", "/deadlines/calendar/")
"""Forms that change nothing of the docket: one's own role, way in and calendar."""


@pytest.fixture(scope="module")
def shown(demo: Product, chromium: Browser) -> Iterator[Demonstration]:
    """The demonstration, opened as its clerk."""
    context, page = open_context(chromium)
    found = Demonstration(demo, page)
    found.enter()
    found.become("Records clerk")
    found.find()
    yield found
    context.close()


@pytest.fixture
def paper(shown: Demonstration) -> Page:
    """The page of the document that waits."""
    shown.become("Records clerk")
    return shown.open(shown.waiting)


def focused(page: Page) -> str:
    """The id of what has the focus."""
    return str(page.evaluate("document.activeElement.id"))


def at_first_field(page: Page) -> None:
    """Bring the focus to the field that is to be checked first."""
    page.locator(".field-with-source.is-focused").focus()


def test_the_skip_link_is_first_and_leads_to_the_content(paper: Page) -> None:
    paper.keyboard.press("Tab")
    expect(paper.get_by_role("link", name="Go to the content")).to_be_focused()
    paper.keyboard.press("Enter")
    assert focused(paper) == "main"


def test_focus_is_seen_wherever_it_goes(paper: Page) -> None:
    for _ in range(30):
        paper.keyboard.press("Tab")
        seen = paper.evaluate(
            "() => { const e = document.activeElement; const s = getComputedStyle(e);"
            " const box = e.getBoundingClientRect();"
            " return e === document.body || (box.width > 0 && s.outlineStyle !== 'none'"
            " && parseFloat(s.outlineWidth) >= 1); }"
        )
        assert seen, paper.evaluate("document.activeElement.outerHTML")


def test_a_focused_field_is_outlined_on_the_paper_with_its_name(paper: Page) -> None:
    paper.locator("#field-due-0").focus()
    mark = paper.locator('[data-span="due.0-0"]')
    expect(mark).to_have_class(re.compile("is-focused"))
    expect(paper.locator(".span-label")).to_have_text("due, as stated")
    box, view = mark.bounding_box(), paper.locator("[data-paper]").bounding_box()
    assert box is not None
    assert view is not None
    assert view["y"] <= box["y"] <= view["y"] + view["height"]


def test_j_and_k_go_from_field_to_field(paper: Page) -> None:
    at_first_field(paper)
    first = focused(paper)
    paper.keyboard.press("j")
    assert focused(paper) != first
    paper.keyboard.press("k")
    assert focused(paper) == first


def test_single_keys_can_be_switched_off(paper: Page) -> None:
    paper.locator("[data-keys] > summary").click()
    paper.get_by_label("Single keys work").uncheck()
    at_first_field(paper)
    first = focused(paper)
    paper.keyboard.press("j")
    assert focused(paper) == first
    paper.get_by_label("Single keys work").check()


def test_a_single_key_does_nothing_while_somebody_types(paper: Page) -> None:
    at_first_field(paper)
    paper.keyboard.press("e")
    box = paper.locator("[data-correct][open]").locator("input:visible, select:visible").first
    expect(box).to_be_focused()
    paper.keyboard.press("u")
    expect(box).to_be_visible()


def test_registration_and_service_by_keyboard(paper: Page) -> None:
    expect(paper.get_by_role("button", name="Register demand")).to_be_disabled()
    expect(paper.get_by_text("waits for:")).to_be_visible()
    left = paper.locator('[data-state="check"]').count()
    assert left > 2

    at_first_field(paper)
    with paper.expect_navigation():
        paper.keyboard.press("Enter")
    expect(paper.locator('[data-state="check"]')).to_have_count(left - 1)
    paper.locator("#field-served_on").focus()
    with paper.expect_navigation():
        paper.keyboard.press("u")
    expect(paper.locator("#field-served_on .state")).to_have_text("unknown")
    expect(paper.locator("#field-served_on")).to_contain_text("The machine read:")

    paper.locator("#field-recipient").focus()
    paper.keyboard.press("e")
    paper.keyboard.press("Control+a")
    paper.keyboard.type("Example County Sheriff")
    with paper.expect_navigation():
        paper.keyboard.press("Enter")
    expect(paper.locator("#field-recipient .state")).to_have_text("edited")

    for _ in range(left):
        if paper.locator('[data-state="check"]').count() == 0:
            break
        assert paper.evaluate("document.activeElement.dataset.state") == "check"
        with paper.expect_navigation():
            paper.keyboard.press("Enter")
    register = paper.get_by_role("button", name="Register demand")
    register.focus()
    paper.keyboard.press("Enter")
    expect(paper.get_by_role("heading", name="Record how it was served")).to_be_visible()

    paper.get_by_label("Day", exact=True).first.focus()
    paper.keyboard.type("01142020")
    paper.get_by_role("button", name="Record service").press("Enter")
    expect(paper.locator(".account")).to_contain_text("Tue 14 Jan 2020")


def test_a_chronology_by_keyboard(shown: Demonstration) -> None:
    """P13: j and k along the events, d to the next difference, l to the lanes, c to add."""
    page = shown.open("/chronologies/2020-subpoenas")
    page.keyboard.press("d")
    expect(page.locator("[data-next=d]").first).to_be_focused()
    page.keyboard.press("d")
    expect(page.locator("[data-next=d]").nth(1)).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator("[data-rows] tbody a").first).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("l")
    assert "view=lanes" in page.url
    expect(page.get_by_role("img", name="Events on lanes")).to_be_visible()
    page.keyboard.press("k")
    expect(page.locator("[data-rows] tbody a").first).to_be_focused()
    page.locator("[data-rows] a[href*='/events/']").first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.keyboard.press("c")
    expect(page.get_by_label("Who says it")).to_be_focused()
    slider = page.get_by_label("Move through the days")
    slider.focus()
    with page.expect_navigation():
        page.keyboard.press("Home")
    assert "on=20" in page.url
    expect(page.get_by_text("became known later").first).to_be_visible()


def test_a_public_document_by_keyboard(shown: Demonstration) -> None:
    """P14: j along the proposals, s to the events, e and r on the one with the focus, a accepts."""
    page = shown.open("/chronologies/example-county")
    with page.expect_navigation():
        page.locator("[aria-labelledby=documents] a").first.press("Enter")
    waiting = page.locator("[data-rows] > li")
    count = waiting.count()
    page.keyboard.press("a")
    expect(waiting).to_have_count(count)
    page.keyboard.press("j")
    expect(waiting.first.get_by_role("link").first).to_be_focused()
    page.keyboard.press("s")
    expect(waiting.first.get_by_label("As an account of")).to_be_focused()
    waiting.first.get_by_role("link").first.focus()
    with page.expect_navigation():
        page.keyboard.press("e")
    expect(page.get_by_label("What happened, in a few words")).to_be_visible()
    page.go_back()
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("a")
    expect(page.get_by_text("Recorded as entry")).to_be_visible()
    expect(waiting).to_have_count(count - 1)
    expect(waiting.first.get_by_role("link").first).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("r")
    expect(waiting).to_have_count(count - 2)


def test_a_custodian_finds_no_demand_that_is_not_assigned(shown: Demonstration) -> None:
    """Not visible is not found (DOCKET 2.1)."""
    shown.become("Custodian")
    answer = shown.page.goto(shown.product.url + shown.demands["D-0006"])
    assert answer is not None
    assert answer.status == 404
    expect(shown.page.get_by_role("heading", name="There is nothing here")).to_be_visible()


def test_an_auditor_sees_no_person(shown: Demonstration) -> None:
    """Placeholders instead of names, the page withheld with its reason (P3.7)."""
    shown.become("Auditor")
    for number, tab in (("D-0006", ""), ("D-0006", "/items"), ("D-0003", "/answer")):
        page = shown.open(shown.demands[number] + tab)
        assert "Subject C" not in page.content()
        assert "Subject F" not in page.content()
    page = shown.open(shown.demands["D-0006"])
    expect(page.get_by_text("The page is withheld: it may name persons.")).to_be_visible()
    assert page.locator("image").count() == 0
    assert page.get_by_role("button", name="Confirm").count() == 0


def test_an_auditor_changes_nothing(shown: Demonstration) -> None:
    shown.become("Auditor")
    for path in shown.paths().values():
        answer = shown.page.goto(shown.product.url + path)
        assert answer is not None
        if answer.status == 404:
            continue
        if answer.status == 409:
            # What belongs to others says whose it is, and has no form.
            assert shown.page.locator("main form[method=post]").count() == 0
            continue
        assert answer.status == 200, path
        page = shown.page
        forms = page.locator("main form[method=post]")
        own = [forms.nth(n).get_attribute("action") or "" for n in range(forms.count())]
        recording = [action for action in own if not action.startswith(PERSONAL)]
        assert [one for one in recording if not one.endswith(("/take", "/propose"))] == []
        assert page.locator("main button[form=propose]").count() == 0


def test_a_refused_act_is_a_page_that_shows_what_was_typed(shown: Demonstration) -> None:
    shown.become("Counsel A")
    page = shown.open(shown.demands["D-0006"] + "/items")
    page.get_by_label("withhold").check()
    page.get_by_label("Reason").fill("The reason that was typed.")
    page.get_by_role("button", name="Propose").click()
    expect(page.get_by_role("heading", name="This was not done")).to_be_visible()
    expect(page.get_by_text("No item was chosen.")).to_be_visible()
    expect(page.get_by_text("The reason that was typed.")).to_be_visible()
    page.get_by_role("link", name="Back to the page").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("D-0006")


def test_12_1_the_board_keeps_its_heads_and_is_walked_by_arrows(shown: Demonstration) -> None:
    shown.become("Records clerk")
    page = shown.open(shown.board)
    page.set_viewport_size({"width": 1024, "height": 700})
    places = (
        "() => { const t = document.querySelector('table[data-matrix]');"
        " const head = t.tHead.rows[0].cells[1].getBoundingClientRect();"
        " const name = t.tBodies[0].rows[4].cells[0].getBoundingClientRect();"
        " const box = t.closest('.board').getBoundingClientRect();"
        " return [head.top - box.top, name.left - box.left]; }"
    )
    page.evaluate("() => document.querySelector('.board').scrollTo(400, 300)")
    top, left = page.evaluate(places)
    assert abs(top) <= 2
    assert abs(left) <= 2
    page.locator("table[data-matrix] tbody th").first.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
    where = (
        "() => [document.activeElement.parentElement.rowIndex, document.activeElement.cellIndex]"
    )
    assert page.evaluate(where) == [2, 2]
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    assert (
        page.evaluate(
            "() => getComputedStyle(document.querySelector('table[data-matrix] td')).display"
        )
        == "grid"
    )
    page.set_viewport_size({"width": 1280, "height": 900})
