"""A passkey from the first run on, with a virtual authenticator in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Product, open_context

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-passkeys")]


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A browser with a device that makes and shows passkeys by itself."""
    context, page = open_context(chromium)
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": True, "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }  # fmt: skip
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield page
    context.close()


def _press(page: Page, name: str) -> None:
    """Press a button once its script stands behind it."""
    button = page.get_by_role("button", name=name)
    expect(button).to_be_enabled()
    button.press("Enter")


def test_a_passkey_signs_in_and_steps_up(office: Product, page: Page) -> None:
    url = office.url.replace("127.0.0.1", "localhost")
    page.goto(office.link.replace("127.0.0.1", "localhost"))
    page.get_by_label("Name of the office").fill("Example County Sheriff")
    page.get_by_label("Time zone").fill("America/Denver")
    page.get_by_label("Jurisdiction").fill("US-CO")
    page.get_by_label("us-co", exact=True).check()
    page.get_by_label("Your name or title").fill("Lead")
    page.get_by_role("button", name="Open the office").click()

    page.get_by_label("Its name, for you").fill("this computer")
    _press(page, "Add a passkey")
    expect(page.get_by_text("They are shown this once")).to_be_visible()
    expect(page.locator(".codes .hash")).to_have_count(10)
    expect(page.get_by_text("this computer")).to_be_visible()

    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{url}/sign-in")
    _press(page, "Sign in with a passkey")
    expect(page.get_by_role("heading", name="Inbox")).to_be_visible()

    page.goto(f"{url}/sign-in/again")
    _press(page, "Use a passkey")
    expect(page.get_by_role("heading", name="Inbox")).to_be_visible()
