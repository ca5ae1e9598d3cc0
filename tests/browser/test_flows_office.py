"""What people do for an office as a whole, each flow to its recorded end, by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Product, open_context
from tests.browser.desk import Desk
from tests.browser.flows import sends
from tests.browser.keys import Hands
from tests.browser.papers import LETTER
from tests.patience import waiting
from tests.web.smtp import mail_server

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-flows-office")]

KEPT = "Recorded on the office's docket."
THREAD = "/chronologies/2020-subpoenas"
STORY = """\
EXAMPLE CITY (Wire) - The agency issued a subpoena to Example County on Monday.
"We received it on Tuesday," the county said. The county refused the request on Wednesday.
"""


@pytest.fixture(scope="module")
def desk(demo: Product, chromium: Browser) -> Iterator[Desk]:
    """A desk of the demonstration."""
    context, page = open_context(chromium, reduced_motion="reduce", accept_downloads=True)
    found = Desk(demo, Hands(page, demo.url))
    found.enter()
    yield found
    context.close()


@pytest.fixture(autouse=True)
def _all_of_it(desk: Desk, request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test sends all that its flows are said to send."""
    desk.hands.forget()
    yield
    desk.hands.did(sends(f"{request.path.name}::{request.node.originalname}"))


def test_a_campaign_from_its_text_to_its_end(desk: Desk, tmp_path: Path) -> None:
    """Opened, recipients by name and list, one left out and taken back, plans, the end."""
    desk.be("Issuing officer")
    desk.hands.open("/campaigns/new")
    desk.send(
        "Open",
        {
            "What the campaign is called here": "Letters of January",
            "This office writes to the recipients": True,
            "Kind": "Information request",
            "What it asks for, one thing a line": "Policies\nFigures",
            "The letter": "To {recipient}: send {items} by {due}.",
            "Answer due by": "2020-02-14",
        },
        "The campaign is open",
    )
    board = desk.page.url.removesuffix("/recipients").removeprefix(desk.product.url)
    desk.send(
        "Add", {"Name of the office": "Example Town", "Address, as": "a@town.example"}, "dded"
    )
    names = tmp_path / "names.csv"
    names.write_text("name,address,due\nExample Village,v@village.example,2020-02-20\n")
    desk.send("Add those of the list", {"CSV file": names}, "dded")
    desk.hands.open(f"{board}?view=left-out")
    desk.send("Leave out", {"Recipient": "Example Village", "Reason": "settled"}, "Left out.")
    desk.hands.open(f"{board}?view=left-out")
    desk.send("Take back in Example Village", says="written to again")
    _plan(desk, board, "Give more time", {"New date for the answer": "2020-02-28"})
    desk.send("Throw the plan away", says="thrown away")
    plan = _plan(desk, board, "Send the demand", {})
    desk.be("Lead")
    desk.hands.open(plan)
    desk.looks_well()
    desk.send("Approve exactly this plan", says="Approved as it stands")
    desk.be("Issuing officer")
    desk.hands.open(plan)
    desk.send("Carry out for 2 recipients", says="Carried out")
    desk.hands.open(board)
    desk.record("Close the campaign", {"Why": "All have it."}, "The campaign is closed")


def _plan(desk: Desk, board: str, action: str, values: dict[str, str]) -> str:
    """Choose everybody on the board and what is done; gives where the plan stands."""
    desk.hands.open(board)
    desk.hands.follow(desk.main.get_by_role("button", name="… for all 2 rows"))
    desk.hands.follow(desk.main.get_by_role("link", name=re.compile(action)).first)
    desk.send("Show the plan", values, "")
    return desk.page.url.removeprefix(desk.product.url)


def test_a_chronology_and_what_each_side_says(desk: Desk) -> None:
    """An event, an account, a correction; two lines joined and parted; a file brought in."""
    desk.be("Records clerk")
    desk.hands.open(THREAD)
    desk.record(
        "Add an event",
        {"Sort": "met", "What happened, in a few words": "A call"},
        "The event stands",
    )
    event = desk.page.url
    desk.record(
        "Add an account",
        {
            "Who says it": "Reuters",
            "About which side of the event": "whether it happened",
            "Whether it happened": "it did not happen",
            "Said on": "2020-01-15",
        },
    )
    desk.record(
        "An account was corrected or taken back",
        {"Which account": "Reuters", "It was corrected; the new value follows": True,
         "Whether it happened": "in part"},
    )  # fmt: skip
    desk.record("Another line is the same event", {"The other line": "Fri 10 Jan 2020"})
    desk.hands.open(event.removeprefix(desk.product.url))
    desk.send("Let them stand apart again")
    desk.hands.open("/chronologies/import")
    desk.send("Check it and take it in", {"Or its text": "no = thread"}, "Nothing was taken in")
    expect(desk.page.get_by_role("alert")).to_be_focused()
    desk.looks_well()


def test_a_public_document_is_read_and_decided_on(desk: Desk, tmp_path: Path) -> None:
    """A text brought in, what is known of it, one proposal edited, one rejected."""
    desk.be("Records clerk")
    desk.hands.open(f"{THREAD}/documents")
    desk.send("Read it", {"Who publishes it": "Wire", "Published on": "2020-01-15"}, "")
    expect(desk.page.get_by_role("alert")).to_be_visible()
    desk.looks_well()
    desk.send("Read it", {"Its text": STORY, "Headline": "A subpoena"}, "")
    desk.record(
        "What is known of this document", {"Updated on": "2020-01-16"}, "What hangs on the day"
    )
    desk.hands.follow(desk.main.get_by_role("link", name=re.compile("^Edit proposal")).first)
    desk.send("Accept as changed", {"What happened, in a few words": "It was issued"}, "")
    desk.hands.send(desk.main.get_by_role("button", name=re.compile("^Reject proposal")).first, "")


def test_settings_teams_texts_and_keys(desk: Desk) -> None:
    """A setting, a team, a letter text, a new key, what counts as receipt."""
    desk.be("Lead")
    desk.hands.open("/office/margin_days")
    desk.send("Look at the change", {"Value": "4"}, "Before")
    desk.send("Record the change", says=KEPT)
    desk.hands.open("/office/people/teams")
    desk.record("Another team", {"Name": "Desk two", "Custodian": True}, KEPT)
    desk.hands.open("/office/letters/withheld")
    desk.send("Keep as a new version", {"Text": "To [issuer]: [isuer]"}, "no field")
    desk.send("Keep as a new version", {"Text": "We withhold [items]. j k a e r"}, KEPT)
    desk.hands.open("/office/keys")
    desk.send("New key counsel", says="The role has a new key.")
    desk.hands.open("/office/service-terms")
    desk.send(
        "Propose it to a second person",
        {"By": "fax", "Counts as received when": "it is accepted", "Address, as": "303 555 0100"},
        KEPT,
    )


def test_mail_goes_out_once_it_is_proved(desk: Desk) -> None:
    desk.be("Lead")
    with mail_server() as box:
        desk.hands.open("/office/mail-out")
        desk.send(
            "Record the channel",
            {
                "Server": "127.0.0.1",
                "Port": str(box.port),
                "Security": "none",
                "Address of the sender": "records@sheriff.example",
            },
            KEPT,
        )
        desk.send(
            "Send a code", {"An address that you can read": "lead@sheriff.example"}, "took it"
        )
        code = re.search(r"\b[0-9a-f]{8}\b", box.messages[-1].partition("\n\n")[2])
        assert code is not None, box.messages[-1]
        desk.send("It arrived", {"The code of the message that came": code.group()}, "is proved")


def test_people_come_change_and_go(desk: Desk) -> None:
    """Somebody new, other roles, a link, ways in taken away; gone, and back."""
    desk.be("Lead")
    desk.hands.open("/people")
    desk.send(
        "Make a link",
        {"Name or title": "Deputy", "Records clerk: registers": True},
        "Give this address",
    )
    desk.send("New link for Deputy", says="Give this address")
    desk.send("Take away the passkeys and codes of Deputy", says="a link lets that person in")
    desk.hands.follow(desk.main.get_by_role("link", name="Deputy"))
    desk.send("Change the roles", {"Records custodian": True}, "The roles are changed.")
    desk.send("Close the account", says="The account is closed.")
    desk.send("Open the account again", {"Records custodian": True}, "The account is open.")


def test_a_calendar_a_name_a_language_and_a_day(desk: Desk) -> None:
    """A feed made and ended; a search by name; the jump box; Spanish and back; the next day."""
    desk.be("Counsel A")
    desk.hands.open("/deadlines/calendar")
    desk.send("Make an address", {"7 days": True}, "Give this address")
    desk.send("End this address", says="The address is ended")
    desk.hands.open("/search")
    fold = desk.hands.unfold("Look for a person by name")
    desk.hands.complete(fold, {"Name, or a number of the person": "Subject C"})
    desk.hands.send(fold.get_by_role("button", name="Look"), "")
    desk.page.keyboard.press("Control+k")
    box = desk.page.locator("dialog.jump")
    expect(box.get_by_role("searchbox")).to_be_focused()
    desk.page.keyboard.type("D-0006")
    # Rows offered for the first letters give way to these, and to no others.
    expect(box.get_by_role("link").first).to_have_text("D-0006")
    desk.page.keyboard.press("ArrowDown")
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Enter")
    expect(desk.page.get_by_role("heading", level=1)).to_contain_text("D-0006")
    desk.hands.follow(desk.page.get_by_role("button", name="Español"))
    expect(desk.page.locator("html")).to_have_attribute("lang", "es")
    desk.hands.follow(desk.page.get_by_role("button", name="English"))
    desk.hands.send(desk.page.get_by_role("button", name="Next day"), "A day has passed.")
    desk.hands.open("/demo/tour")
    for button in ("Leave the tour", "Take the tour up again"):
        desk.send(button, says="")


def test_a_message_of_another_office(desk: Desk, tmp_path: Path) -> None:
    """What does not hold is set apart, and looked at again."""
    desk.be("Records clerk")
    desk.hands.open("/exchange")
    paper = tmp_path / "no-message.tecum"
    paper.write_bytes(LETTER)
    desk.send("Take in", {"Message files (.tecum)": paper}, "")
    desk.looks_well()
    desk.send("Check it again", says="still does not hold")


def test_reports_from_a_question_to_a_filing(desk: Desk) -> None:
    """Two packs come into use; a nil question, certified by two, filed."""
    desk.be("Lead")
    desk.hands.open("/office/two_persons")
    desk.send("Look at the change", {"reports that are certified": True}, "Before")
    desk.send("Record the change", says=KEPT)
    desk.hands.open("/office/recipient_class")
    desk.send("Look at the change", {"Value": "Law enforcement agency in California"}, "Before")
    desk.send("Record the change", says=KEPT)
    desk.hands.open("/office/packs")
    desk.send("Look at the change", {"Value": "us-ca"}, "Before")
    desk.send("Record the change", says=KEPT)
    for _ in waiting("a report is owed"):
        desk.hands.open("/reports")
        if desk.main.get_by_text("No report is owed").count() == 0:
            break
        desk.page.wait_for_timeout(500)
    desk.hands.follow(desk.main.locator("tbody").first.get_by_role("link").first)
    desk.send("Record the answer", {"It files a nil report": True}, "Recorded for this and later")
    stated = desk.main.locator("form").filter(has_text="you state them").locator("input, select")
    for field in stated.all():
        if field.get_attribute("type") != "hidden":
            desk.hands.put(field, "0")
    desk.hands.send(desk.main.get_by_role("button", name=re.compile("^Certify")), "Certified.")
    desk.looks_well()
    report = desk.page.url.removeprefix(desk.product.url)
    desk.be("Counsel A")
    desk.hands.open(report)
    desk.send("Certify as a second person", says="Certified by a second person.")
    desk.send("Record that it was filed", {"By which way": "email"}, "Filed.")
