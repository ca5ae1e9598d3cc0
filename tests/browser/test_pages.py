"""Every page: nothing for axe to find, no sideways scrolling, light and dark, wide and narrow."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ONLY_FAULTS, Product, open_context
from tests.browser.pages import BOARDS, CAMPAIGN_VIEWS, LINKED, LOOKED_AT, Demonstration

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-demo")]

NAMES = (
    *BOARDS,
    *LINKED,
    "campaign",
    "campaign, recipients",
    "campaign, plans",
    *(f"campaign, {view}" for view in CAMPAIGN_VIEWS),
    "waiting document",
    "person",
    *(number + tab for number, tabs in LOOKED_AT.items() for tab in tabs),
)
WIDTHS = (320, 640, 768, 1440)
"""640 px is 1280 px with text twice as large (WCAG 1.4.4)."""
PAPER = 688
"""The width of a sheet of Letter between its margins, in px."""
CUT = """is => [...document.querySelectorAll("main *")].filter(e => {
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    const own = e.closest("svg, .hidden-visually, select, input");
    if (!e.checkVisibility() || box.width <= 1 || own) return false;
    const hides = is === "print" ? style.overflowX !== "visible"
      : /hidden|clip/.test(style.overflowX);
    return hides && e.scrollWidth > e.clientWidth + 1
      || is === "print" && box.right > innerWidth + 1;
  }).map(e => e.outerHTML.slice(0, 160))"""
"""What a reader cannot reach: on paper, whatever scrolls or runs over the edge."""
LIMITS = {"html": 30_000, "css": 20_000, "js": 35_000}
"""Most bytes of a first visit, compressed (DOCKET 2.6)."""


@pytest.fixture(scope="module")
def shown(demo: Product, chromium: Browser) -> Iterator[Demonstration]:
    """A lead, who may open every page."""
    context, page = open_context(chromium, reduced_motion="reduce")
    found = Demonstration(demo, page)
    found.enter()
    found.become("Lead")
    found.find()
    yield found
    context.close()


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(name, marks=pytest.mark.xdist_group(f"half {n % 2}"))
        for n, name in enumerate(NAMES)
    ],
)
def opened(request: pytest.FixtureRequest, shown: Demonstration) -> Page:
    """One page, loaded once for every look at it."""
    return shown.open(shown.paths()[request.param])


def test_it_is_one_landmark_with_one_title(opened: Page) -> None:
    assert opened.locator("main").count() == 1
    assert opened.get_by_role("heading", level=1).count() == 1
    assert opened.title().endswith("· Tecum")
    ids = opened.locator("[id]").evaluate_all("es => es.map(e => e.id)")
    assert len(ids) == len(set(ids))


def test_it_fits_its_budget(opened: Page) -> None:
    html = len(gzip.compress(opened.content().encode()))
    assert html <= LIMITS["html"], html


def test_it_says_no_code_for_a_word(opened: Page) -> None:
    """An underscore in a word is a code without words; what a pack or a signed
    statement says is shown as written."""
    said = opened.locator("main").evaluate(
        "e => { const copy = e.cloneNode(true);"
        " const own = copy.querySelectorAll('.block, .trace, .hash, option, .dispute');"
        " for (const one of own) one.remove();"
        " return copy.textContent; }"
    )
    assert [word for word in said.split() if "_" in word] == []


def test_it_does_not_scroll_sideways(opened: Page) -> None:
    for width in WIDTHS:
        opened.set_viewport_size({"width": width, "height": 800})
        for is_open in (False, True):
            _unfold(opened, is_open)
            wide = opened.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{width} px, {'unfolded' if is_open else 'folded'}: {wide} px over"
        if width <= 640:
            lists = opened.locator(".scroll:has(> .folds)")
            over = lists.evaluate_all("es => es.map(e => e.scrollWidth - e.clientWidth)")
            assert all(one <= 0 for one in over), f"{width} px: a work list is {over} px over"


def test_nothing_is_cut_at_twice_the_size_or_on_paper(opened: Page) -> None:
    """1280 px at 200 % are 640 px (WCAG 1.4.4); what folds is open."""
    _unfold(opened, is_open=True)
    for media, width in (("screen", 640), ("print", PAPER)):
        opened.set_viewport_size({"width": width, "height": 900})
        opened.emulate_media(media=media)  # type: ignore[arg-type]
        wide = opened.evaluate("document.documentElement.scrollWidth - innerWidth")
        cut = opened.evaluate(CUT, media)
        opened.emulate_media(media="screen")
        assert (wide, cut) == (min(wide, 0), []), (media, wide, cut[:5])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(opened: Page, scheme: str) -> None:
    opened.set_viewport_size({"width": 1440, "height": 900})
    opened.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    _unfold(opened, is_open=True)
    found = Axe().run(opened, options=ONLY_FAULTS)
    assert found.violations_count == 0, found.generate_report()


WATCH_FOCUS = """() => {
  const first = new Set();
  const alone = e => {
    if (e.type !== "radio" || e.checked) return true;
    const name = (e.form ? e.form.action : "") + e.name;
    if (document.querySelector(`input[type=radio][name="${e.name}"]:checked`)) return false;
    return first.has(name) ? false : first.add(name);
  };
  window.wanted = [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
    .filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true}))
    .filter(alone);
  window.reached = new Set();
  window.unseen = [];
  document.addEventListener("focusin", event => {
    const one = event.target, style = getComputedStyle(one);
    window.reached.add(one);
    if (style.outlineStyle === "none") window.unseen.push(one.outerHTML.slice(0, 120));
  });
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  return window.wanted.length;
}"""
MISSED = "wanted.filter(e => !reached.has(e)).map(e => e.outerHTML.slice(0, 120))"


def test_every_control_is_reached_by_the_tab_key_and_seen(opened: Page) -> None:
    opened.set_viewport_size({"width": 1440, "height": 900})
    _unfold(opened, is_open=False)
    wanted = opened.evaluate(WATCH_FOCUS)
    # A date has a stop for each of its parts; a region that scrolls has one too.
    for _ in range(2 + wanted * 5 // 50):
        for _ in range(50):
            opened.keyboard.press("Tab")
        if not opened.evaluate(MISSED):
            break
    assert opened.evaluate(MISSED) == []
    assert opened.evaluate("unseen") == []


def test_styles_and_scripts_fit_their_budget(shown: Demonstration) -> None:
    page = shown.open(shown.waiting)
    for kind, selector, name in (
        ("css", "link[rel=stylesheet]", "href"),
        ("js", "script[src]", "src"),
    ):
        places = page.locator(selector).evaluate_all(f"es => es.map(e => e.{name})")
        sizes = [len(gzip.compress(page.request.get(place).body())) for place in places]
        assert sizes
        assert sum(sizes) <= LIMITS[kind], sizes


def test_the_title_names_no_person(shown: Demonstration) -> None:
    for address in shown.demands.values():
        assert "Subject" not in shown.open(address).title()


@pytest.mark.parametrize("tab", ["", "/dates", "/items"])
def test_a_demand_prints_without_its_frame(shown: Demonstration, tab: str) -> None:
    page = shown.open(shown.demands["D-0006"] + tab)
    page.emulate_media(media="print")
    for gone in (".side", ".tabs", ".demo-mark a", "form"):
        assert page.locator(gone).evaluate_all("es => es.every(e => !e.checkVisibility())"), gone
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("office, demands and persons are invented")).to_be_visible()
    background = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(background) == "rgb(255, 255, 255)"
    page.emulate_media(media="screen")


def test_a_counting_strip_numbers_each_day(shown: Demonstration) -> None:
    page = shown.open(shown.demands["D-0006"] + "/dates")
    cells = [text.strip() for text in page.locator(".strip td b").all_inner_texts()]
    assert cells == ["start", *map(str, range(1, 14)), "14 · due"]
    assert "Mon 27 Jan 2020, end of day" in page.locator(".reading").first.inner_text()


def test_two_readings_of_hours_stand_side_by_side(shown: Demonstration) -> None:
    page = shown.open(shown.demands["D-0003"] + "/dates")
    readings = page.locator(".reading .date").all_inner_texts()
    assert len(readings) == 2
    assert "the safe date" in readings[0]
    assert all("18:00 MST" in reading for reading in readings)


def test_each_obligation_is_in_one_lane(shown: Demonstration) -> None:
    lanes = shown.open("/deadlines").locator(".lane")
    said = {
        (lanes.nth(n).get_attribute("id") or "").removeprefix("lane-"): int(
            lanes.nth(n).locator(".count").inner_text()
        )
        for n in range(lanes.count())
    }
    found: list[str] = []
    for lane, count in said.items():
        page = shown.open(f"/deadlines?lane={lane}")
        rows = page.locator(".lanes tbody tr").evaluate_all("es => es.map(e => e.id)")
        following = page.get_by_role("link", name="Next page")
        while following.count():
            with page.expect_navigation():
                following.click()
            rows += page.locator(".lanes tbody tr").evaluate_all("es => es.map(e => e.id)")
        assert len(rows) == count, lane
        found += rows
    assert len(found) == len(set(found))


def test_a_status_says_why_and_until(shown: Demonstration) -> None:
    page = shown.open(shown.demands["D-0003"])
    page.locator(".status > summary").click()
    panel = page.locator(".status .panel")
    expect(panel).to_contain_text("Disputed by the other side")
    expect(panel).to_contain_text("Until")


def test_unknown_and_silent_are_words_not_colours(shown: Demonstration) -> None:
    page = shown.open(shown.demands["D-0006"] + "/items")
    words = page.locator(".outcome > .word").all_inner_texts()
    assert words
    assert all(re.fullmatch(r"\W+\s*[a-z ]+", word) for word in words), words
    colours = page.locator(".outcome > .word").evaluate_all(
        "es => [...new Set(es.map(e => getComputedStyle(e).color))]"
    )
    assert len(colours) == 1


def test_no_outcome_is_chosen_beforehand(shown: Demonstration) -> None:
    shown.become("Counsel A")
    page = shown.open(shown.demands["D-0006"] + "/items")
    assert page.locator('input[name="outcome"]').count() > 3
    assert page.locator('input[name="outcome"]:checked, input[name="items"]:checked').count() == 0
    shown.become("Lead")


def test_the_next_day_lets_dates_pass(shown: Demonstration) -> None:
    """Last in this file: the clock of the demonstration does not run back."""
    page = shown.open("/deadlines")
    expect(page.locator("#lane-today")).to_contain_text("Today")
    before = page.locator("#lane-today .count").inner_text()
    page.get_by_role("button", name="Next day").click()
    expect(page.locator(".demo-mark")).to_contain_text("Thu 16 Jan 2020")
    expect(page.locator("#lane-overdue .count")).to_have_text(before)


def _unfold(page: Page, is_open: bool) -> None:
    page.evaluate(
        "is => { for (const one of document.querySelectorAll('details')) one.open = is; }", is_open
    )
