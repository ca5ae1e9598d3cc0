"""Two offices, two products, by keyboard alone: a demand and its answers, a failure, a denial.

What each side's page shows is held against the table that the commands give for the same story.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Product, open_context, start, stop
from tests.browser.desk import Desk
from tests.browser.flows import sends
from tests.browser.keys import Hands
from tests.browser.test_walk import PAPER
from tests.patience import waiting
from tests.shared import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-exchange")]

GOLDEN = ROOT / "tests" / "unit" / "exchange" / "two_offices.txt"
ACKNOWLEDGED = "2026-03-02"


@dataclass
class Office:
    """A product with two people in browsers of their own, and its folder."""

    name: str
    home: Path
    product: Product
    desks: tuple[Desk, Desk]
    folder: Path
    contexts: list[BrowserContext] = field(default_factory=list)
    dockets: list[str] = field(default_factory=list)

    @property
    def lead(self) -> Page:
        """The lead's browser."""
        return self.desks[0].page

    @property
    def counsel(self) -> Page:
        """Counsel's browser."""
        return self.desks[1].page

    def desk(self, page: Page) -> Desk:
        """Whose browser it is."""
        return next(one for one in self.desks if one.page is page)

    @property
    def log(self) -> Path:
        """The folder of its log."""
        return self.home / "log"

    def go(self, path: str, page: Page | None = None) -> Page:
        """Open a page of the product."""
        page = page or self.lead
        answer = page.goto(path if path.startswith("http") else self.product.url + path)
        assert answer is not None
        assert answer.status == 200, path
        return page

    def save(self, page: Page, name: str, button: str, n: int = 0) -> Path:
        """Press what downloads a file."""
        control = page.get_by_role("button", name=button).or_(page.get_by_role("link", name=button))
        with page.expect_download() as download:
            self.desk(page).hands.press(control.nth(n))
        target = self.folder / name
        download.value.save_as(target)
        return target

    def take(self, file: Path) -> None:
        """Take a message in; the page says what it shows."""
        self.go("/exchange")
        self.desks[0].send("Take in", {"Message files (.tecum)": file}, "")
        expect(self.lead.get_by_role("heading", name="What it shows, and what not")).to_be_visible()

    def message(self, docket: str, kind: str, name: str) -> Path:
        """Download the newest message of a kind, once its receipt is there."""
        for _ in waiting(f"a receipt of: {kind}"):
            self.go(f"{docket}/messages")
            offer = self.lead.locator("[id^=offer-]", has_text=kind).last
            if offer.count() and "waits for the log" not in offer.inner_text():
                break
            self.lead.wait_for_timeout(250)
        with self.lead.expect_download() as download:
            self.desks[0].hands.press(offer.get_by_role("button", name="Download as a message"))
        target = self.folder / name
        download.value.save_as(target)
        return target

    def cosigned(self) -> None:
        """Have the other office cosign the newest head now, not at the next heartbeat."""
        _command("log", "checkpoint", str(self.log), "--witness")


def _command(*words: str) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("TECUM_", "DJANGO_"))}
    done = subprocess.run(
        [sys.executable, "-m", "tecum.cli", *words],
        cwd=ROOT, env=environment, check=False, capture_output=True, text=True, timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, (words, done.stdout, done.stderr)
    return done.stdout


def _open(chromium: Browser, name: str, folder: Path) -> Office:
    home = folder / "home"
    product = start("serve", home)
    contexts, desks = [], []
    for _ in ("lead", "counsel"):
        context, page = open_context(chromium, accept_downloads=True)
        contexts.append(context)
        desks.append(Desk(product, Hands(page, product.url)))
    lead, counsel = desks
    lead.page.goto(product.link)
    lead.send(
        "Open the office",
        {
            "Name of the office": name,
            "Time zone": "America/Denver",
            "Jurisdiction": "US-CO",
            "us-co": True,
            "Your name or title": "Lead",
        },
        "",
    )
    expect(lead.page.get_by_role("heading", name="How you get in")).to_be_visible()
    lead.hands.open("/people")
    lead.send("Make a link", {"Name or title": "Counsel A", "Counsel: decides": True}, "Give this")
    counsel.page.goto(lead.page.locator(".notice .hash").inner_text())
    counsel.hands.follow(counsel.page.get_by_role("button", name="Sign in"))
    return Office(name, home, product, (lead, counsel), folder, contexts)


@pytest.fixture(scope="module")
def world(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Office, Office]]:
    """The whole story, told by both offices."""
    agency = _open(chromium, "Agency of Example", tmp_path_factory.mktemp("agency"))
    city = _open(chromium, "City of Example", tmp_path_factory.mktemp("city"))
    try:
        _befriend(agency, city)
        _befriend(city, agency)
        _watch(agency, city)
        _watch(city, agency)
        _demand(agency, city)
        _answers(agency, city)
        _fails(agency)
        _denies(agency, city)
        yield agency, city
    finally:
        for office in (agency, city):
            for context in office.contexts:
                context.close()
            stop(office.product)


def _befriend(office: Office, other: Office) -> None:
    """Trust the other's keys: the file by one way, the fingerprint by another."""
    trust = other.save(other.go("/exchange"), "office.policy", "Trust file of this office")
    heard = other.lead.locator("#offices ~ p.hash").last.inner_text()
    page = office.go("/exchange")
    desk = office.desks[0]
    desk.send("Show its fingerprint", {"Trust file of another office": trust}, "")
    expect(page.locator("p.hash").first).to_have_text(heard)
    desk.send(
        "These keys count from here on",
        {"How it was compared": "known number", "The last four digits": heard[-4:]},
        "count from here on",
    )
    expect(page.get_by_role("cell", name=other.name)).to_be_visible()


def _watch(office: Office, other: Office) -> None:
    """Let the other office's witness watch our log."""
    key = _command("log", "witness", str(other.log), "--key").strip().removeprefix("vkey ")
    ours = next(
        row.removeprefix("log ")
        for row in (office.log / "trust.policy").read_text().splitlines()
        if row.startswith("log ")
    )
    with (office.log / "log.toml").open("a") as config:
        config.write(
            f"[[witness]]\nvkey = '{key}'\nurl = '{other.product.url}/witness'\n"
            "allow_private = true\n"
        )
    with (other.log / "log.toml").open("a") as config:
        config.write(f"[witnessing]\nclock = 'kept'\n[[witnessing.log]]\nvkey = '{ours}'\n")


def _draft_and_send(agency: Office, to: str) -> str:
    paper = agency.folder / "demand.pdf"
    paper.write_bytes(PAPER)
    page = agency.go("/exchange")
    agency.desks[0].send(
        "Draft",
        {
            "The paper": paper,
            "Kind": "Administrative subpoena",
            "To which office": "City of Example",
            "What it asks for": "The last home address\nThe release date",
        },
        "Drafted.",
    )
    docket = page.url.removesuffix("/messages")
    # Two persons: whoever drafted it does not send it.
    agency.go(f"{docket}/messages", agency.counsel)
    agency.desks[1].send("Send as a message", {"To this address": to}, "Recorded.")
    agency.dockets.append(docket)
    return docket


def _demand(agency: Office, city: Office) -> None:
    """A demand goes over, is said to have come, and is acknowledged."""
    docket = _draft_and_send(agency, "records@city.example")
    demand = agency.message(docket, "Demand submitted", "demand.tecum")
    agency.cosigned()
    city.take(demand)
    city.desks[0].hands.follow(city.lead.get_by_role("link", name="Messages of its docket"))
    city.dockets.append(city.lead.url.removesuffix("/messages"))
    city.cosigned()
    agency.take(city.message(city.dockets[0], "Demand delivered", "came.tecum"))
    city.go(f"{city.dockets[0]}/messages")
    city.desks[0].record(
        "Acknowledge receipt", {"As of": ACKNOWLEDGED, "With": "receipt with a reservation"}
    )
    agency.take(city.message(city.dockets[0], "Demand acknowledged", "acknowledged.tecum"))


def _register(city: Office) -> None:
    page = city.lead
    for _ in waiting("the demand was read"):
        city.go(city.dockets[0])
        if page.get_by_text("This document is being read").count() == 0:
            break
        page.wait_for_timeout(500)
    hands = city.desks[0].hands
    for _ in range(20):
        buttons = page.get_by_role("button", name="Confirm ")
        if buttons.count() == 0:
            break
        hands.follow(buttons.first)
    hands.follow(page.get_by_role("button", name="Register demand"))
    expect(page.get_by_role("heading", name="What starts the dates")).to_be_visible()


def _answer(city: Office, item: str) -> None:
    """Counsel proposes, the lead approves, counsel answers one item."""
    counsel = city.go(f"{city.dockets[0]}/items", city.counsel)
    hands = city.desks[1].hands
    hands.tick(counsel.locator(f'input[name="items"][value="{item}"]'))
    hands.pick(counsel.get_by_label("withhold"))
    hands.write(counsel.get_by_role("textbox", name="Reason"), "Counsel's letter gives the ground.")
    hands.send(counsel.get_by_role("button", name="Propose", exact=True))
    city.go("/approvals")
    city.desks[0].send("Approve")
    city.go(f"{city.dockets[0]}/answer", counsel)
    hands.tick(counsel.locator(f'input[name="items"][value="{item}"]'))
    city.desks[1].send(
        "Record the answer",
        {"By": "office to office", "Words of the answer": f"Item {item} is withheld."},
    )


def _answers(agency: Office, city: Office) -> None:
    _register(city)
    _answer(city, "1")
    answer = city.message(city.dockets[0], "Answer submitted", "answer.tecum")
    city.cosigned()
    agency.take(answer)
    page = agency.go(f"{agency.dockets[0]}/messages")
    agency.desks[0].hands.choose(page.locator('select[name="item-1"]'), "withheld")
    agency.desks[0].send("Record the answer")
    agency.cosigned()
    city.take(agency.message(agency.dockets[0], "Answer delivered", "answer-came.tecum"))


def _fails(agency: Office) -> None:
    """A second demand of which the mail system says that it failed."""
    docket = _draft_and_send(agency, "old@city.example")
    notice = agency.folder / "bounce.eml"
    notice.write_bytes(b"552 mailbox full\n")
    agency.go(f"{docket}/messages")
    agency.desks[0].record(
        "Record what became of what we sent",
        {
            "What became known": "not delivered",
            "Code": "mailbox full",
            "By": "e-mail",
            "The notice, as it came": notice,
        },
    )
    agency.message(docket, "Delivery failed", "failed.tecum")


def _denies(agency: Office, city: Office) -> None:
    """A second answer of which the agency has a receipt, and says that it never came."""
    _answer(city, "2")
    shown = city.message(city.dockets[0], "Answer submitted", "second.tecum")
    receipt = _receipt_in(shown)
    city.cosigned()
    page = agency.go(f"{agency.dockets[0]}/messages", agency.counsel)
    desk = agency.desks[1]
    shown_by_them = "Keep receipts that the other side shows"
    desk.record(shown_by_them, {"Receipts or messages": receipt}, "")
    desk.hands.send(page.get_by_role("button", name="State this").first)
    city.take(agency.message(agency.dockets[0], "Answer disputed", "denied.tecum"))
    agency.go(f"{agency.dockets[0]}/messages", page)
    desk.record(
        "We searched and have nothing",
        {"e-mail: arrivals looked at": "3", "What was looked for": "inbox, portal, counter"},
    )
    city.take(agency.message(agency.dockets[0], "Searched, and nothing found", "search.tecum"))
    agency.cosigned()
    failed = agency.folder / "failed.tecum"
    sent = agency.message(agency.dockets[1], "Demand submitted", "bounced.tecum")
    city.go(f"{city.dockets[0]}/messages", city.counsel)
    papers = [_receipt_in(sent), _receipt_in(failed)]
    city.desks[1].record(shown_by_them, {"Receipts or messages": papers}, "")


def _receipt_in(message: Path) -> Path:
    """The receipt alone, as somebody shows it: without the documents."""
    import tarfile

    with tarfile.open(message) as file:
        held = file.extractfile("receipt.tlog-proof")
        assert held is not None
        target = message.with_suffix(".tlog-proof")
        target.write_bytes(held.read())
    return target


def _plain(line: str) -> str:
    """A sentence without the hashes, sizes and instants that chance and the clock make."""
    line = re.sub(r"\b[0-9a-f]{16,64}\b|<\d+>", "#", line)
    # A document that stands under two labels has two hashes side by side.
    line = re.sub(r"#(?:, #)+", "#", line)
    return re.sub(r"head of size \d+", "head of size #", line)


def _asked(page: Page, name: str) -> list[list[str]]:
    found = page.locator(f'[data-question="{name}"]')
    return [
        [_plain(row) for row in found.nth(n).locator("li").all_inner_texts()]
        for n in range(found.count())
    ]


def _told(start_of: str) -> list[list[str]]:
    """The same questions in the table of the commands, its codes in the words of the pages."""
    from tecum.web.exchange.wording import for_people

    lines = GOLDEN.read_text("utf-8").splitlines()
    found, at = [], 0
    while at < len(lines):
        if lines[at].startswith(start_of) and lines[at].endswith("?"):
            rows = []
            at += 2
            while not lines[at].startswith("Rests on"):
                rows.append(_plain(for_people(lines[at], "America/Denver")))
                at += 1
            found.append(rows)
        at += 1
    return found


@pytest.fixture(scope="module")
def pages(world: tuple[Office, Office]) -> tuple[Page, Page]:
    """Both pages of the dispute."""
    agency, city = world
    other = agency.dockets[1].rpartition("/")[2]
    mine = agency.go(f"{agency.dockets[0]}/dispute?with={other}")
    theirs = city.go(f"{city.dockets[0]}/dispute")
    return mine, theirs


@pytest.mark.parametrize("side", [0, 1], ids=["agency", "city"])
def test_each_page_says_what_the_commands_say(pages: tuple[Page, Page], side: int) -> None:
    told = _told("Was the ")
    sent = [rows for rows in told if "it is not confirmed." not in rows[0] or len(rows) > 1]
    asked = _asked(pages[side], "sent")
    assert len(sent) == 4
    for rows in sent:
        assert rows in asked, (rows, asked)
    same = [rows for rows in _told("Did the same") if rows[0].startswith("Both sides opened")]
    shown = _asked(pages[side], "content")
    assert len([rows for rows in shown if rows in same]) == len(same) == 2


def test_nothing_counts_as_nothing_and_both_pages_agree(pages: tuple[Page, Page]) -> None:
    mine, theirs = pages
    for page in pages:
        expect(page.get_by_text("Papers that count as nothing here")).to_have_count(0)
        expect(page.get_by_text("acknowledged by the other side").first).to_be_attached()
        expect(page.get_by_text("◑ witnessed").first).to_be_attached()
    assert sorted(map(tuple, _asked(mine, "sent"))) == sorted(map(tuple, _asked(theirs, "sent")))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_for_everybody(pages: tuple[Page, Page], scheme: str) -> None:
    page = pages[0]
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": 1440, "height": 900})
    page.reload()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.set_viewport_size({"width": 1440, "height": 900})


def test_the_evidence_verifies_by_itself(world: tuple[Office, Office]) -> None:
    agency, _ = world
    other = agency.dockets[1].rpartition("/")[2]
    page = agency.go(f"{agency.dockets[0]}/dispute?with={other}")
    with page.expect_download() as download:
        agency.desk(page).hands.press(page.get_by_role("link", name="All of this as one file"))
    bundle = agency.folder / "evidence.zip"
    download.value.save_as(bundle)
    with zipfile.ZipFile(bundle) as file:
        file.extractall(agency.folder / "evidence")
    folder = agency.folder / "evidence"
    papers = sorted(str(path) for path in (folder / "receipts").glob("*/*"))
    assert papers
    trust = str(folder / "trust.policy")
    out = _command("verify", *papers, "--policy", trust, "--at-least", "logged")
    assert "WITNESSED" in out
    found = _command(
        "dispute", str(folder / "receipts" / "ours"),
        "--theirs", str(folder / "receipts" / "theirs"),
        "--policy", trust, "--us", "agency-of-example.local",
    )  # fmt: skip
    assert "Agency of Example states that it was not received." in " ".join(found.split())


def test_the_receipts_page_shows_how_far_each_has_grown(world: tuple[Office, Office]) -> None:
    agency, city = world
    for office in world:
        page = office.go("/receipts")
        expect(page.get_by_text("acknowledged by the other side").first).to_be_visible()
        expect(page.get_by_text("witnessed").first).to_be_visible()
        expect(page.get_by_role("heading", name="Who watches the log")).to_be_visible()
    assert agency.name != city.name


def test_the_story_was_told_by_keyboard(world: tuple[Office, Office]) -> None:
    """Last but for the end of the exchange: one office lets the other rest."""
    agency, _city = world
    agency.go("/exchange")
    agency.desks[0].hands.send(
        agency.lead.get_by_role("button", name=re.compile("^Let it rest")), "Recorded."
    )
    sent = {name for office in world for desk in office.desks for name in desk.hands.sent}
    assert sends("test_exchange.py::test_the_story_was_told_by_keyboard") <= sent
    assert [desk.hands.pointed for office in world for desk in office.desks] == [[]] * 4
