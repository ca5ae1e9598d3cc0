"""Ways in, by keyboard alone: a passkey with a virtual device, codes, recovery, what was typed."""

from __future__ import annotations

import base64
import re
import time
from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Product, open_context
from tests.browser.desk import Desk
from tests.browser.flows import sends
from tests.browser.keys import Hands

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-passkeys")]


def _desk(office: Product, chromium: Browser) -> Desk:
    """A desk under a name, since browsers make no passkey for an address in digits."""
    _context, page = open_context(chromium)
    return Desk(office, Hands(page, office.url.replace("127.0.0.1", "localhost")))


@pytest.fixture(scope="module")
def lead(office: Product, chromium: Browser) -> Iterator[Desk]:
    """The first lead, with a device that makes and shows passkeys by itself."""
    desk = _desk(office, chromium)
    devices = desk.page.context.new_cdp_session(desk.page)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": True, "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }  # fmt: skip
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield desk
    desk.page.context.close()


@pytest.fixture(scope="module")
def others(office: Product, chromium: Browser) -> Iterator[tuple[Desk, Desk]]:
    """The same person in two more browsers."""
    desks = _desk(office, chromium), _desk(office, chromium)
    yield desks
    for desk in desks:
        desk.page.context.close()


def _found_the_office(lead: Desk) -> None:
    lead.page.goto(lead.product.link.replace("127.0.0.1", "localhost"))
    lead.hands.press(lead.main.get_by_role("button", name="Open the office"))
    lead.looks_well()
    # What is missing has the focus, and the browser says so.
    expect(lead.page.locator("input:focus:invalid")).to_have_count(1)
    lead.hands.complete(
        lead.main,
        {
            "Name of the office": "Example County Sheriff",
            "Time zone": "America/Denver",
            "Jurisdiction": "US-CO",
            "us-co": True,
            "Your name or title": "Lead",
        },
    )
    lead.hands.send(lead.main.get_by_role("button", name="Open the office"), "")


def _sign_in_by_link(lead: Desk, desk: Desk, name: str) -> None:
    """The lead makes a link for somebody, who signs in by it."""
    lead.hands.open("/people")
    lead.send(f"New link for {name}", says="Give this address")
    desk.page.goto(lead.main.locator(".notice .hash").inner_text())
    desk.hands.follow(desk.page.get_by_role("button", name="Sign in"))


def _press(desk: Desk, name: str) -> None:
    """Press a button once its script stands behind it."""
    button = desk.main.get_by_role("button", name=name)
    expect(button).to_be_enabled()
    desk.hands.press(button)


def test_a_passkey_signs_in_and_steps_up(lead: Desk, others: tuple[Desk, Desk]) -> None:
    _found_the_office(lead)
    expect(lead.page.get_by_role("heading", name="How you get in")).to_be_visible()
    for desk in others:
        _sign_in_by_link(lead, desk, "Lead")

    lead.hands.open("/me")
    lead.hands.complete(lead.main, {"Its name, for you": "this computer"})
    _press(lead, "Add a passkey")
    expect(lead.page.get_by_text("They are shown this once")).to_be_visible()
    expect(lead.page.locator(".codes .hash")).to_have_count(10)
    expect(lead.page.get_by_text("this computer")).to_be_visible()

    lead.hands.follow(lead.page.get_by_role("button", name="Sign out"))
    lead.hands.open("/sign-in")
    lead.looks_well()
    _press(lead, "Sign in with a passkey")
    expect(lead.page.get_by_role("heading", name="Inbox")).to_be_visible()

    lead.hands.open("/sign-in/again")
    _press(lead, "Use a passkey")
    expect(lead.page.get_by_role("heading", name="Inbox")).to_be_visible()
    lead.hands.did(sends("test_passkeys.py::test_a_passkey_signs_in_and_steps_up"))


def test_codes_recovery_and_what_was_typed(lead: Desk, others: tuple[Desk, Desk]) -> None:
    """After the test above: a program, new recovery codes, and a form that waits for a code."""
    lead.hands.open("/me")
    lead.send("Use a program", says="")
    secret = lead.main.locator("p.hash").inner_text()
    lead.send("Let its codes count", {"The code that it shows now": "000000"}, "")
    lead.send("Let its codes count", {"The code that it shows now": _code(secret)}, "codes count")
    lead.send("Make ten new ones; the old ones end", says="Ten recovery codes")
    codes = lead.page.locator(".codes .hash").all_inner_texts()
    assert len(codes) == 10

    # The other browsers were there before there was anything to show: they are asked now.
    for desk, code, button in zip(others, codes, ("Throw it away", "Send it now"), strict=False):
        _ask_again(desk, code)
        desk.send(button, says="")
    lead.hands.open("/me")
    lead.hands.send(lead.main.get_by_role("button", name=re.compile("^End it")).first, "ended")
    lead.hands.open("/people")
    lead.hands.follow(lead.main.get_by_role("link", name="Lead"))
    lead.hands.send(lead.main.get_by_role("button", name=re.compile("^End it")).first, "ended")
    lead.hands.open("/me")
    lead.send("Take it away", says="no longer count")
    lead.send("Take away", says="taken away")
    lead.hands.follow(lead.main.get_by_role("button", name="End all of mine"))
    expect(lead.page.get_by_role("heading", name="Sign in")).to_be_visible()
    sent = lead.hands.sent | others[0].hands.sent | others[1].hands.sent
    assert sends("test_passkeys.py::test_codes_recovery_and_what_was_typed") <= sent
    assert [one.hands.pointed for one in (lead, *others)] == [[], [], []]


def _ask_again(desk: Desk, code: str) -> None:
    """A form that needs somebody who has just shown who they are; a wrong code, the right one."""
    desk.hands.open("/office/name")
    desk.send("Look at the change", {"Value": "Example County Sheriff's Office"}, "")
    expect(desk.page.get_by_text("What you typed is kept.")).to_be_visible()
    field = "Code of your authenticator program, or a recovery code"
    desk.send("Go on", {field: "wrong-code"}, "")
    expect(desk.page.get_by_role("alert").first).to_be_focused()
    desk.looks_well()
    desk.send("Go on", {field: code}, "")
    expect(desk.page.get_by_role("heading", name="What you typed is kept")).to_be_visible()
    desk.looks_well()


def _code(secret: str) -> str:
    raw = base64.b32decode(re.sub(r"\s", "", secret))
    return TOTP(raw, 6, SHA1(), 30).generate(time.time()).decode()
