"""Reports in a browser: by keyboard from the list to the demands behind a figure, plots, print."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Product, open_context
from tests.browser.pages import Demonstration
from tests.browser.test_pages import PAPER

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-others")]


@pytest.fixture(scope="module")
def shown(demo: Product, chromium: Browser) -> Iterator[Demonstration]:
    context, page = open_context(chromium, reduced_motion="reduce")
    found = Demonstration(demo, page)
    found.enter()
    found.become("Lead")
    yield found
    context.close()


def _follow(page: Page, link: Locator) -> None:
    """Press a link by keyboard; another page follows."""
    link.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_figure_is_opened_by_keyboard(shown: Demonstration) -> None:
    page = shown.open("/reports")
    _follow(page, page.get_by_role("link", name="Yearly report to the Attorney General"))
    _follow(page, page.get_by_role("link", name="2019", exact=True))
    row = page.get_by_role("row").filter(has_text="detainer").first
    figure = row.get_by_role("link").last
    number = figure.inner_text()
    _follow(page, figure)
    expect(page.get_by_role("heading", level=1)).to_contain_text(number)
    assert page.locator("main tbody tr").count() == int(number)


def test_a_plot_has_words_and_a_table_and_no_script(shown: Demonstration) -> None:
    page = shown.open("/reports/office/own?period=2019")
    plots = page.locator("svg.plot")
    assert plots.count() > 3
    for n in range(plots.count()):
        assert plots.nth(n).locator("title").count() == 1
        assert plots.nth(n).locator("desc").count() == 1
        assert plots.nth(n).locator("script, a, [style], [onclick]").count() == 0
        assert plots.nth(n).locator("xpath=ancestor::section").locator("table").count() == 1


def test_a_report_prints_its_tables_and_not_its_buttons(shown: Demonstration) -> None:
    page = shown.open("/reports/us-il/il-rep?period=2019")
    page.emulate_media(media="print")
    hidden = page.locator(".no-print").evaluate_all("es => es.every(e => !e.checkVisibility())")
    assert hidden
    expect(page.get_by_role("table").first).to_be_visible()
    page.emulate_media(media="screen")


def test_no_figure_and_no_head_of_a_wide_table_is_broken_on_paper(shown: Demonstration) -> None:
    """A total of two figures in two lines reads as two totals."""
    page = shown.open("/reports/office/own?period=2019")
    page.set_viewport_size({"width": PAPER, "height": 900})
    page.emulate_media(media="print")
    wide = page.locator("main table:has(thead > tr > :nth-child(11))").first
    lines = "es => es.map(e => { const r = document.createRange(); r.selectNodeContents(e);"
    lines += " return new Set([...r.getClientRects()].map(b => Math.round(b.SIDE))).size; })"
    figures = wide.locator("tbody .number").evaluate_all(lines.replace("SIDE", "top"))
    heads = wide.locator("thead .number").evaluate_all(lines.replace("SIDE", "left"))
    page.emulate_media(media="screen")
    assert len(heads) > 10
    assert max(figures) == max(heads) == 1


def test_a_public_copy_leads_nowhere_and_shows_no_small_number(shown: Demonstration) -> None:
    page = shown.open("/reports/us-il/il-rep?period=2019&copy=public")
    assert page.locator("main table a").count() == 0
    cells = [text.strip() for text in page.locator("main td.number").all_inner_texts()]
    assert "<5" in cells
    assert not {"1", "2", "3", "4"} & set(cells)
