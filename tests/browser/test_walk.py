"""One demand from the paper to a receipt that the other side checks, in a real browser."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tecum.web.demo.paper import pdf
from tests.browser.conftest import Product, open_context
from tests.patience import waiting
from tests.shared import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-walk")]

PAPER = pdf(
    [
        "#U.S. DEPARTMENT OF HOMELAND SECURITY",
        "U.S. Immigration and Customs Enforcement",
        "",
        "#IMMIGRATION ENFORCEMENT SUBPOENA",
        "8 U.S.C. § 1225(d)(4)(A), 8 C.F.R. § 287.4",
        "Subpoena No. EX-2026-0041",
        "",
        "To: Example County Sheriff",
        "In Reference To: Subject A",
        "",
        "By the service of this subpoena upon you, YOU ARE HEREBY REQUIRED to produce",
        "to the undersigned, within fourteen (14) days of service of this subpoena, the",
        "following records:",
        "",
        "1. The last known home address of Subject A.",
        "2. The date on which Subject A was released from custody.",
        "",
        "Failure to comply may subject you to an order of contempt by a federal district court.",
        "",
        "Date: January 5, 2026",
        "/s/ Officer B.",
        "Supervisory Detention and Deportation Officer",
    ]
)


def _follow(page: Page, name: str) -> None:
    """Press a button; another page follows."""
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


@pytest.fixture(scope="module")
def people(
    office: Product, chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Page]]:
    """A lead, a clerk and a counsel, each in a browser of their own."""
    contexts: list[BrowserContext] = []
    context, lead = open_context(chromium, accept_downloads=True)
    contexts.append(context)
    lead.goto(office.link)
    lead.get_by_label("Name of the office").fill("Example County Sheriff")
    lead.get_by_label("Time zone").fill("America/Denver")
    lead.get_by_label("Jurisdiction").fill("US-CO")
    lead.locator('input[value="us-co"]').check()
    lead.get_by_label("Your name or title").fill("Lead")
    _follow(lead, "Open the office")
    expect(lead.get_by_role("heading", name="How you get in")).to_be_visible()
    found = {"lead": lead}
    for name, role in (("Records clerk", "Records clerk"), ("Counsel A", "Counsel")):
        lead.goto(f"{office.url}/people")
        lead.get_by_label("Name or title").fill(name)
        lead.get_by_label(role).check()
        _follow(lead, "Make a link")
        address = lead.locator(".notice .hash").inner_text()
        context, page = open_context(chromium, accept_downloads=True)
        contexts.append(context)
        page.goto(address)
        _follow(page, "Sign in")
        found[role] = page
    yield {"lead": lead, "clerk": found["Records clerk"], "counsel": found["Counsel"]}
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def walked(
    office: Product, people: dict[str, Page], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """The whole walk; gives the receipt of the answer and the office's trust file."""
    folder = tmp_path_factory.mktemp("walk")
    paper = folder / "subpoena.pdf"
    paper.write_bytes(PAPER)
    clerk, counsel, lead = people["clerk"], people["counsel"], people["lead"]

    clerk.goto(f"{office.url}/inbox")
    clerk.set_input_files("#files", str(paper))
    clerk.locator("#channel").select_option("email")
    _follow(clerk, "Take in")
    expect(clerk.get_by_role("status")).to_contain_text("is kept and recorded")
    with clerk.expect_navigation():
        clerk.locator("tbody a").first.click()
    for _ in waiting("the document was read"):
        if clerk.get_by_text("This document is being read").count() == 0:
            break
        clerk.wait_for_timeout(500)
        clerk.reload()
    docket = clerk.url.rstrip("/").split("#")[0]

    expect(clerk.get_by_role("heading", name="Administrative subpoena")).to_be_visible()
    expect(clerk.get_by_text("An agency officer, not a judge or a clerk.")).to_be_visible()
    field = clerk.locator("#field-due-0")
    field.focus()
    expect(clerk.locator('[data-span="due.0-0"].is-focused').first).to_be_visible()
    expect(clerk.get_by_role("button", name="Register demand")).to_be_disabled()
    for _ in range(20):
        buttons = clerk.get_by_role("button", name="Confirm ")
        if buttons.count() == 0:
            break
        with clerk.expect_navigation():
            buttons.first.click()
    _follow(clerk, "Register demand")

    expect(clerk.get_by_role("heading", name="Record how it was served")).to_be_visible()
    clerk.get_by_label("By").select_option("hand")
    clerk.get_by_label("Day", exact=True).first.fill("2026-01-12")
    _follow(clerk, "Record service")
    expect(clerk.locator(".reading").first).to_contain_text("Mon 26 Jan 2026")
    expect(clerk.locator(".strip td.landed").first).to_contain_text("14")

    counsel.goto(f"{docket}/items")
    for box in counsel.locator('input[name="items"]').all():
        box.check()
    counsel.get_by_label("withhold").check()
    counsel.get_by_label("Reason").fill("State law and policy; counsel's letter gives the ground.")
    _follow(counsel, "Propose")
    expect(counsel.get_by_text("It waits for a second person")).to_be_visible()
    counsel.goto(f"{office.url}/approvals")
    expect(counsel.get_by_text("Another person has to approve it")).to_be_visible()
    assert counsel.get_by_role("button", name="Approve").count() == 0
    lead.goto(f"{office.url}/approvals")
    _follow(lead, "Approve")
    expect(lead.get_by_text("Both names and times are in the trail")).to_be_visible()

    counsel.goto(f"{docket}/answer")
    for box in counsel.locator('input[name="items"]').all():
        box.check()
    counsel.get_by_label("Words of the answer").fill("Both items are withheld. Letter of today.")
    counsel.get_by_role("region", name="What can be answered now").get_by_label(
        "By", exact=True
    ).select_option("email")
    _follow(counsel, "Record the answer")
    expect(counsel.get_by_text("Answer sent").first).to_be_visible()
    for _ in waiting("the answer has a receipt"):
        if counsel.locator(".entry-line").get_by_role("link", name="Receipt").count():
            break
        counsel.wait_for_timeout(250)
        counsel.goto(f"{docket}/answer")
    with counsel.expect_download() as download:
        counsel.locator(".entry-line").get_by_role("link", name="Receipt").first.click()
    receipt = folder / "answer.tlog-proof"
    download.value.save_as(receipt)
    counsel.goto(f"{office.url}/receipts")
    with counsel.expect_download() as download:
        counsel.get_by_role("link", name="Trust file of this office").click()
    trust = folder / "office.policy"
    download.value.save_as(trust)
    return {"receipt": receipt, "trust": trust, "folder": folder}


def bare_environment(folder: Path) -> list[str]:
    """A command that runs the verifier where only Python and ``cryptography`` are."""
    site = folder / "site"
    if not site.exists():
        site.mkdir()
        (site / "tecum").symlink_to(ROOT / "src" / "tecum")
        for name in ("cryptography", "cffi", "_cffi_backend", "pycparser", "typing_extensions"):
            spec = find_spec(name)
            if spec is not None and spec.origin is not None:
                at = Path(spec.origin)
                at = at.parent if at.name == "__init__.py" else at
                (site / at.name).symlink_to(at)
    code = (
        f"import sys; sys.path.append({str(site)!r}); "
        "from tecum.ledger.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    return [sys.executable, "-I", "-S", "-c", code]


def verify(walked: dict[str, Path], receipt: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*bare_environment(walked["folder"]), str(receipt), "--policy", str(walked["trust"]),
         "--at-least", "logged"],
        check=False, capture_output=True, text=True, timeout=240,
    )  # fmt: skip


def test_the_receipt_verifies_where_only_python_and_cryptography_are(
    walked: dict[str, Path],
) -> None:
    done = verify(walked, walked["receipt"])
    assert done.returncode == 0, done.stdout + done.stderr
    assert "answer.submitted" in done.stdout


def changed_receipt(walked: dict[str, Path]) -> Path:
    """The receipt with one letter of its first hash changed."""
    lines = walked["receipt"].read_bytes().split(b"\n")
    first_hash = next(n for n, line in enumerate(lines) if line.startswith(b"index ")) + 1
    lines[first_hash] = (b"B" if lines[first_hash][:1] == b"A" else b"A") + lines[first_hash][1:]
    changed = walked["folder"] / "changed.tlog-proof"
    changed.write_bytes(b"\n".join(lines))
    return changed


def test_a_changed_byte_is_refused_with_the_reason(walked: dict[str, Path]) -> None:
    done = verify(walked, changed_receipt(walked))
    assert done.returncode == 40, done.stdout
    assert "inclusion" in done.stdout


def test_the_page_gives_the_same_verdicts_without_a_network(
    office: Product, chromium: Browser, walked: dict[str, Path]
) -> None:
    context, page = open_context(chromium)
    page.goto(f"{office.url}/verify")
    context.set_offline(True)
    page.set_input_files("#trust", str(walked["trust"]))
    page.set_input_files("#receipts", str(walked["receipt"]))
    expect(page.get_by_role("heading", name="LOGGED")).to_be_visible()
    page.set_input_files("#receipts", str(changed_receipt(walked)))
    expect(page.get_by_role("heading", name="INVALID")).to_be_visible()
    context.close()


def test_a_stranger_finds_nothing(office: Product, chromium: Browser) -> None:
    context, page = open_context(chromium)
    page.goto(f"{office.url}/docket")
    assert "/sign-in" in page.url
    assert page.request.get(f"{office.url}/receipts/office.policy", max_redirects=0).status == 302
    context.close()
