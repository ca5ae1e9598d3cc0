"""Hostile strings through every form into a real browser: nothing runs, splits or escapes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from playwright.sync_api import APIResponse, Browser, Page

from tecum.web.demo.paper import pdf
from tecum.web.docket.models import Entry
from tecum.web.ledger.sequencer import put_waiting_into_log
from tests.browser.conftest import Product, start, stop
from tests.patience import STEP, waiting
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.hostile import MARK, STRINGS, names
from tests.web.world import demand_at_work

NAMES = int(os.environ.get("TECUM_TEST_HOSTILE_NAMES", "120"))


@pytest.mark.django_db
def test_names_of_files_write_nothing_outside(
    staff: Staff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings.HOME.make()
    client = signed_in(staff.clerk)
    outside = (tmp_path, Path("/etc"), settings.HOME.root)
    before = {folder: _names(folder) for folder in outside}
    kept = Entry.objects.filter(slug="document-received").count()
    for n, name in enumerate(names(NAMES)):
        file = SimpleUploadedFile("x", f"paper {n}".encode())
        file._name = name
        answer = client.post("/inbox/upload", {"files": [file], "channel": "drop"})
        assert answer.status_code == 302
    assert Entry.objects.filter(slug="document-received").count() == kept + NAMES
    shape = re.compile(r"[0-9a-f]{2}/[0-9a-f]{64}")
    files = [path for path in settings.HOME.files.rglob("*") if path.is_file()]
    assert len(files) == NAMES
    stored = [path.relative_to(settings.HOME.files).as_posix() for path in files]
    assert [name for name in stored if not shape.fullmatch(name)] == []
    assert {folder: _names(folder) for folder in outside} == before
    assert list(settings.HOME.incoming.iterdir()) == []


@pytest.mark.django_db
def test_no_answer_is_split_and_every_download_is_named_by_us(staff: Staff) -> None:
    at = demand_at_work(staff)
    put_waiting_into_log()
    client = signed_in(staff.counsel, raise_request_exception=False)
    split = Client(raise_request_exception=False)
    for text in STRINGS:
        for who in (client, split):
            for answer in (
                who.get("/docket", {"state": text, "kind": text, "after": text}),
                who.get("/deadlines", {"owner": text}),
                who.get("/inbox", {"state": text, "next": text}),
                who.get(f"/receipts/{at.entry}", {"open": text}),
            ):
                assert "X-Planted" not in answer, text
                assert "planted" not in answer.cookies, text
                assert answer.status_code < 500, (text, answer.status_code)
    safe = re.compile(r"attachment; filename(\*=UTF-8''|=)\"?[\w.-]+\"?")
    for address in (
        reverse("intake:download", args=[at.docket]),
        f"/receipts/{at.entry}",
        "/receipts/office.policy",
    ):
        assert safe.fullmatch(client.get(address)["Content-Disposition"]), address


def _names(folder: Path) -> set[str]:
    """What lies in a folder; the database comes and goes with its journals."""
    return {path.name for path in folder.iterdir() if not path.name.startswith("test.sqlite3")}


PAPER = pdf(
    ["EXAMPLE AGENCY", "SUBPOENA", "To: Example County Sheriff", "Produce within 14 days:"]
    + [f"{n}. {text[:80]}" for n, text in enumerate(STRINGS[:12], 1)]
)


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    running = start("serve", tmp_path_factory.mktemp("hostile") / "home")
    yield running
    stop(running)


class Attacker:
    """Somebody signed in who fills every form with what no form expects."""

    def __init__(self, page: Page, product: Product) -> None:
        self.page, self.url = page, product.url
        self.split: list[str] = []
        page.goto(product.link)
        page.get_by_label("Name of the office").fill(STRINGS[1])
        page.get_by_label("Time zone").fill("America/Denver")
        page.get_by_label("Your name or title").fill(STRINGS[0])
        with page.expect_navigation():
            page.get_by_role("button", name="Open the office").click()

    def token(self) -> str:
        """The token of the page at hand."""
        self.page.goto(f"{self.url}/inbox")
        return self.page.locator("[name=csrfmiddlewaretoken]").first.get_attribute("value") or ""

    def post(self, path: str, form: dict[str, object]) -> APIResponse:
        """Send a form as the page would."""
        answer = self.page.request.post(
            f"{self.url}{path}",
            multipart={"csrfmiddlewaretoken": self.token(), **form},  # type: ignore[dict-item]
        )
        if "x-planted" in answer.headers or "planted=" in answer.headers.get("set-cookie", ""):
            self.split.append(path)
        return answer

    def take_in(self, name: str, content: bytes) -> None:
        """Upload one paper under a name."""
        file = {"name": name, "mimeType": "application/pdf", "buffer": content}
        assert self.post("/inbox/upload", {"channel": "email", "files": file}).ok

    def dockets(self) -> list[str]:
        """The addresses of what waits in the inbox."""
        self.page.goto(f"{self.url}/inbox")
        links = "es => es.map(e => e.getAttribute('href'))"
        found = self.page.locator("main a[href^='/docket/']").evaluate_all(links)
        return list(dict.fromkeys(link.split("#")[0] for link in found))


def _look(page: Page, address: str) -> None:
    """Open a page; nothing that was planted may have become an element or have run."""
    page.goto(address)
    assert page.locator(f"[{MARK}]").count() == 0, address
    assert page.evaluate("window.planted") is None, address
    assert page.locator("a[href^='javascript:' i], a[href^='data:' i]").count() == 0, address
    handlers = "[onerror], [onload], [onclick], [onfocus], base, iframe, object, embed"
    assert page.locator(handlers).count() == 0, address
    assert "48888888" not in page.locator("body").inner_text(), address


@pytest.mark.browser
@pytest.mark.xdist_group("browser-hostile")
def test_nothing_planted_runs_in_a_browser(product: Product, chromium: Browser) -> None:
    context = chromium.new_context()
    context.set_default_timeout(STEP)
    page = context.new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    who = Attacker(page, product)
    for text in STRINGS[:6]:
        who.take_in(text.replace("/", "_")[:80] + ".pdf", PAPER + text.encode())
    (docket, *_), form = _when_read(who), iter(STRINGS)
    _fill(who, docket, form)
    tabs = ("", "/dates", "/items", "/answer", "/trail")
    boards = ("/inbox", "/docket", "/deadlines", "/approvals", "/receipts", "/people", "/packs")
    for path in (*boards, *(f"{one}{tab}" for one in who.dockets()[:3] for tab in tabs)):
        _look(page, f"{who.url}{path}")
    for tab in tabs:
        _look(page, f"{who.url}{docket}{tab}")
    page.goto(f"{who.url}{docket}")
    shown = page.content() + page.locator("body").inner_text()
    assert STRINGS[0] in shown, "the planted words themselves must be there to read"
    assert who.split == []
    assert [cookie["name"] for cookie in context.cookies() if "planted" in cookie["name"]] == []
    context.close()


def _when_read(who: Attacker) -> list[str]:
    for _ in waiting("the paper was read"):
        found = who.dockets()
        who.page.goto(f"{who.url}{found[0]}")
        if who.page.locator("[name=reading]").count():
            return found
        who.page.wait_for_timeout(250)
    raise AssertionError


FIELDS = (
    "recipient", "issuer", "signatory.name", "signatory.title", "place_or_manner", "form",
    "service_method", "items.0", "items.1", "subjects.0", "subjects.1",
)  # fmt: skip


def _fill(who: Attacker, docket: str, texts: Iterator[str]) -> None:
    """Every form of a demand, each field with the next hostile string."""
    reading = who.page.locator("[name=reading]").first.get_attribute("value") or ""

    def correct(path: str, **form: object) -> APIResponse:
        return who.post(f"{docket}/correct", {"path": path, "reading": reading, **form})

    for path in FIELDS:
        text = next(texts)
        correct(path, value=text, identifiers=text, label=text[:40])
    answer = who.post(f"{docket}/register", {"number": next(texts)[:200], "no_items": "yes"})
    for _ in range(30):
        wanted = re.search(r"not confirmed: ([^<]*?)\.\s*<", answer.text())
        if wanted is None:
            break
        for path in wanted.group(1).split(", "):
            correct(path.replace(" ", "_"), standing="absent")
        answer = who.post(f"{docket}/register", {"number": next(texts)[:200], "no_items": "yes"})
    assert answer.ok, answer.text()[-800:]
    label = STRINGS[7][:40]
    for name, form in {
        "service": {"channel": "hand", "server": STRINGS[0], "place": STRINGS[1]},
        "fact": {"fact": "x", "value": STRINGS[0]},
        "propose": {"items": label, "outcome": "withhold", "reason": STRINGS[2]},
        "send": {"items": label, "document": STRINGS[3], "to": STRINGS[4], "channel": "post"},
        "delivery": {"of": STRINGS[5], "event": "failed", "reply": STRINGS[5]},
        "return": {"proposal": STRINGS[5], "reason": STRINGS[7]},
    }.items():
        answer = who.post(f"{docket}/{name}", dict(form))
        who.page.set_content(answer.text())
        assert who.page.locator(f"[{MARK}]").count() == 0, name
        assert who.page.evaluate("window.planted") is None, name
    who.post("/people", {"name": STRINGS[0], "roles": "clerk"})
