"""Every page of the demonstration by name, and who it is opened as."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Page

from tests.browser.conftest import Product

BOARDS = {
    "inbox": "/inbox",
    "inbox, filed": "/inbox?state=filed",
    "docket": "/docket",
    "deadlines": "/deadlines",
    "approvals": "/approvals",
    "campaigns": "/campaigns",
    "campaign, to open": "/campaigns/new",
    "chronologies": "/chronologies",
    "chronology": "/chronologies/2020-subpoenas",
    "chronology, side by side": "/chronologies/2020-subpoenas?view=lanes",
    "chronology, as known on a day": "/chronologies/2020-subpoenas?on=2020-01-16",
    "chronology, one event": "/chronologies/2020-subpoenas/events/e06",
    "chronology, brought in": "/chronologies/import",
    "public document": "/chronologies/example-county/documents/949429f7ae43",
    "public document, to be read": "/chronologies/example-county/documents",
    "receipts": "/receipts",
    "exchange": "/exchange",
    "packs": "/packs",
    "reports": "/reports",
    "own counts": "/reports/office/own?period=2019",
    "report of a law": "/reports/us-il/il-rep?period=2019",
    "public copy": "/reports/us-ny-nyc/nyc-rep-a?period=2019&copy=public",
    "behind a figure": "/reports/us-il/il-rep/rows?period=2019&table=requests&row=detainer",
    "pack": "/packs/us-co",
    "people": "/people",
    "search": "/search",
    "search, found": "/search?q=records",
    "deadlines, one lane": "/deadlines?lane=today",
    "office": "/office",
    "office, one setting": "/office/hours",
    "office, two persons": "/office/two_persons",
    "office, letters": "/office/letters",
    "office, one letter": "/office/letters/withheld",
    "office, mail out": "/office/mail-out",
    "office, keys": "/office/keys",
    "office, teams and walls": "/office/people/teams",
    "office, service terms": "/office/service-terms",
    "status": "/status",
    "ways in": "/me",
    "deadlines, in a calendar": "/deadlines/calendar",
    "deadlines, counted again": "/deadlines/recount",
    "erasures": "/erasures",
    "inbox, nothing dismissed": "/inbox?state=dismissed",
    "search, nothing found": "/search?q=nothingofthatname",
    "deadlines, nobody else's": "/deadlines?owner=theirs",
    "tour": "/demo/tour",
    "checks of the threads": "/demo/checks",
}
LINKED = {
    "receipt, with openings": ("/receipts", "main a[href*='/openings']"),
    "proposal, to be edited": (
        "/chronologies/example-county/documents/949429f7ae43",
        "main a[data-press=e]",
    ),
}
"""Pages that have no address of their own to write down: where they are linked from, and how."""
CAMPAIGN_VIEWS = ("completeness", "exposure", "differences", "rounds", "left-out")
LOOKED_AT = {
    "D-0001": ("/items", "/changes"),
    "D-0003": (
        "/dates",
        "/answer",
        "/messages",
        "/dispute",
        "/trail",
        "/matter",
        "/sender",
        "/publishing",
        "/erase",
    ),
    "D-0006": ("", "/dates", "/items"),
}
"""Demands and tabs that differ in what they show: an order, a part owed, an open decision."""


@dataclass
class Demonstration:
    """A browser page signed in to the demonstration, with the addresses that it found."""

    product: Product
    page: Page
    demands: dict[str, str] = field(default_factory=dict)
    waiting: str = ""
    board: str = ""
    person: str = ""
    linked: dict[str, str] = field(default_factory=dict)

    def enter(self) -> None:
        """Sign in by the printed link; the press of a button uses it up."""
        self.page.goto(self.product.link)
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Sign in").click()

    def find(self) -> None:
        """Look the addresses up once, as anybody would: by following links."""
        self.find_demands()
        self.open("/inbox")
        self.waiting = self.page.locator("main tbody a").first.get_attribute("href") or ""
        self.open("/campaigns")
        self.board = self.page.locator("main tbody a").first.get_attribute("href") or ""
        self.linked = {
            "campaign, recipients": f"{self.board}/recipients",
            "campaign, plans": f"{self.board}/plans",
        }
        for name, (path, link) in LINKED.items():
            self.open(path)
            self.linked[name] = self.page.locator(link).first.get_attribute("href") or ""
        # Only those who lead or operate know of this page.
        if self.page.request.get(f"{self.product.url}/people").ok:
            self.open("/people")
            self.person = self.page.locator("main tbody a").first.get_attribute("href") or ""

    def find_demands(self) -> None:
        """Look up the registered demands by number."""
        self.open("/docket")
        links = "es => Object.fromEntries(es.map(e => [e.textContent, e.getAttribute('href')]))"
        self.demands = self.page.locator("main tbody td:first-child a").evaluate_all(links)

    def open(self, path: str) -> Page:
        """Go there; the server must answer well."""
        answer = self.page.goto(self.product.url + path)
        assert answer is not None, path
        assert answer.status == 200, f"{path}: {answer.status}"
        return self.page

    def become(self, name: str) -> None:
        """Go on as somebody else of the invented office."""
        self.open("/inbox")
        self.page.get_by_label("You are").select_option(label=name)
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Change").click()

    def paths(self) -> dict[str, str]:
        """Every page: the boards, one campaign, the waiting document, tabs of demands."""
        found = {**BOARDS, **self.linked, "campaign": self.board, "waiting document": self.waiting}
        found |= {"person": self.person} if self.person else {}
        for view in CAMPAIGN_VIEWS:
            found[f"campaign, {view}"] = f"{self.board}?view={view}"
        for number, tabs in LOOKED_AT.items():
            found |= {number + tab: self.demands[number] + tab for tab in tabs}
        return found
