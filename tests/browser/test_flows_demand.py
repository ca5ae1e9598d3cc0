"""What people do with a demand, each flow to its recorded end, by keyboard alone."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import open_context, start, stop, work_off
from tests.browser.desk import Desk
from tests.browser.flows import sends
from tests.browser.keys import Hands, Said
from tests.browser.papers import LETTER, PAPER, PASSWORD, locked
from tests.patience import waiting

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-flows-demand")]


@pytest.fixture(scope="module")
def desk(
    built: Path, chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """A desk of the demonstration, whose documents an older version of the product read."""
    home = tmp_path_factory.mktemp("flows") / "home"
    shutil.copytree(built, home)
    work_off(home)
    product = start("demo", home, "tests.browser.newer")
    context, page = open_context(chromium, reduced_motion="reduce")
    found = Desk(product, Hands(page, product.url))
    found.enter()
    found.look_up()
    yield found
    context.close()
    stop(product)


@pytest.fixture(autouse=True)
def _all_of_it(desk: Desk, request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test sends all that its flows are said to send."""
    desk.hands.forget()
    yield
    desk.hands.did(sends(f"{request.path.name}::{request.node.originalname}"))


def test_documents_are_taken_in_sorted_and_registered(desk: Desk, tmp_path: Path) -> None:
    """Upload, take up, password, file elsewhere, dismiss, take up again, correct, register."""
    files = {"news.txt": LETTER, "one.pdf": PAPER, "again.pdf": PAPER, "locked.pdf": locked(PAPER)}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    first, *others = [tmp_path / name for name in files]
    for who, papers in (("Lead", [first]), ("Records clerk", others)):
        desk.be(who)
        desk.hands.open("/inbox")
        desk.send(
            "Take in",
            {"Take documents in": papers, "It came by": "by hand"},
            "kept and recorded",
        )
    _wait_until_read(desk)
    links = desk.page.locator("main tbody td:first-child a").evaluate_all(
        "es => es.map(e => e.getAttribute('href'))"
    )
    news, demand, twin, closed = links[-4:]

    desk.hands.open(news)
    desk.send("Take it up")
    desk.hands.unfold("It is no demand on this office")
    desk.send("Dismiss", {"Because": "it is news"})
    desk.hands.open(news)
    desk.looks_well()
    desk.send("Take it up again", {"Because": "Dismissed in error"})
    desk.hands.open(closed)
    desk.send("Open with this password", {"Password": PASSWORD}, "It is being opened")
    desk.hands.open(twin)
    desk.send("File it there", {"as": "enclosure"})
    desk.hands.open(demand)
    _correct_and_register(desk)


def _wait_until_read(desk: Desk) -> None:
    """Look again, by its link, until nothing is being read."""
    for _ in waiting("nothing is being read"):
        if desk.main.locator("tbody").get_by_text("being read").count() == 0:
            return
        desk.page.wait_for_timeout(250)
        desk.hands.follow(desk.main.get_by_role("link", name="Look again"))


def _correct_and_register(desk: Desk) -> None:
    page, hands = desk.page, desk.hands
    row = page.locator("#field-recipient")
    hands.press(row.locator("summary"))
    hands.complete(row, {"Recipient": "Example County Sheriff's Office"})
    hands.send(row.get_by_role("button", name="Record"), "")
    expect(row.locator(".state")).to_have_text("edited")
    confirm = desk.main.get_by_role("button", name="Confirm ")
    while page.locator('[data-state="check"]').count():
        if not confirm.count():
            hands.press(page.locator("details.rest > summary"))
        hands.follow(confirm.first)
        hands.landed("")
    hands.complete(desk.main, {"Urgency": "speed is asked for"})
    desk.send("Register demand")
    expect(page.get_by_role("heading", name="Record how it was served")).to_be_visible()


def test_a_document_of_an_older_reader_is_read_again_and_its_sender_called(desk: Desk) -> None:
    desk.be("Records clerk")
    desk.at("D-0006")
    desk.send("Read again", says="read again")
    desk.at("D-0006", "/sender")
    desk.send(
        "Record the check",
        {
            "How it was checked": "call back",
            "Number called": "+1 303 555 0100",
            "Where the number is from (never the message itself)": "directory",
            "Who answered": "signatory",
            "Result": "confirmed",
        },
    )


def test_service_clocks_and_time(desk: Desk) -> None:
    """Service, an account to plan by, a dispute; a count pauses, goes on and ends; more time."""
    desk.be("Counsel A")
    desk.at("D-0006", "/dates")
    desk.record(
        "Record another account of service",
        {
            "By": "process server",
            "Day": "2020-01-14",
            "Time, if known": "14:05",
            "How this office knows": "it was told",
        },
    )
    desk.record(
        "Plan by one account of a disputed day", {"Account": "Entry 12", "Why": "Our own stamp."}
    )
    desk.record(
        "Say that a service was not good", {"Wrong place": True, "In words": "Another door."}
    )
    desk.record("More time", {"What happened": "it was refused"})
    for what, until in (("asked for", "2020-02-03"), ("given", "2020-02-04")):
        desk.record("More time", {"What happened": f"it was {what}", "Until": until})
    desk.record(
        "A count pauses",
        {"Why": "Clarification asked", "Since which day": "2020-01-15", "Provision": "Rule 45"},
    )
    expect(desk.main).to_contain_text("Recorded as entry")
    desk.record(
        "A paused count goes on", {"Why": "Agreement", "New date, if it moved": "2020-02-06"}
    )
    desk.record("What a duty asks for was done", {"On which day": "2020-01-15"})
    desk.at("D-0006", "/answer")
    desk.record(
        "Send a letter that is no answer",
        {
            "What for": "Extension",
            "To": "Officer E.",
            "By": "Email",
            "Words of the letter": "We take the time that the rule allows.\nRespectfully.",
        },
    )
    desk.at("D-0006", "/dates")
    desk.record(
        "Take the time that the law itself allows",
        {"Provision": "Rule 6(b)", "New date": "2020-02-20"},
    )
    desk.record("An obligation ended", {"Which": "Production", "Why": "Not applicable"})
    desk.at("D-0003", "/dates")
    desk.send("Put these dates in force")
    desk.record("An awaited event has happened", {"Event": "release", "Day": "2020-01-15"})


def test_a_duty_is_waived_by_two(desk: Desk) -> None:
    """Asked for, taken back, asked for again, agreed to by another person."""
    desk.be("Counsel A")
    asked = "Asked for. It is recorded once another person agrees."
    why = {"Why": "The record is kept elsewhere.", "Provision, if one says so": "Policy 5"}
    desk.at("D-0005", "/dates")
    desk.record("A duty is not done", why, asked)
    desk.send("Take back", says="Taken back. Nothing was recorded.")
    desk.at("D-0005", "/dates")
    desk.record("A duty is not done", why, asked)
    desk.be("Lead")
    desk.at("D-0005", "/items")
    desk.send("Agree", says="Recorded, by both of you.")


def test_what_is_asked_and_who_may_know_of_it(desk: Desk) -> None:
    """Narrowed, split, added, merged, handed to somebody; sealed, unsealed, published."""
    desk.be("Lead")
    desk.at("D-0004", "/changes")
    desk.send("Record the change", {"Item": "1", "Its words now": "The city of residence."})
    desk.at("D-0004", "/changes")
    desk.send("Split the item", {"Item": "2", "The parts, one on each line": "The day.\nThe hour."})
    desk.at("D-0004", "/changes")
    desk.send(
        "Add the item",
        {"Label, as printed": "9", "Its words": "A photograph.", "Category": "Photograph"},
    )
    desk.at("D-0004", "/changes")
    desk.record(
        "Several items ask for one thing",
        {
            re.compile("^9 "): True,
            re.compile("^1 "): True,
            "Label of the one": "10",
            "Its words": "A photograph and the city.",
            "Category": "Photograph",
        },
    )
    desk.record(
        "Ask somebody to work on it",
        {"Who": "Custodian", "What for": "Gather", "Until": "2020-01-20"},
    )
    desk.at("D-0004", "/changes")
    desk.send("Seal the matter", {"Ground": "Office wall", "Counsel A": True})
    desk.at("D-0004", "/changes")
    desk.send("Lift the seal", {"Why the seal ends": "It is over."})
    desk.at("D-0004", "/publishing")
    desk.send(
        "Publish only what is ticked",
        {
            "Kind": True,
            "Not before this day": "2020-01-16",
            "at": "08:30",
            "Reason, for the docket": "Asked for by a newspaper.",
        },
    )
    desk.hands.open("/public")
    desk.looks_well()


def test_items_are_decided_by_two(desk: Desk) -> None:
    """A fact, a proposal given back, one approved, an overriding determination."""
    desk.be("Counsel A")
    desk.at("D-0005", "/items")
    question = desk.main.locator("form").filter(has_text="What does the paper say it is for?")
    desk.hands.complete(question, {"What does the paper say it is for?": "civil immigration"})
    desk.hands.send(question.get_by_role("button", name="Record"))
    _propose(desk, "withhold", ["1", "2"], "The policy bars it.")
    _propose(desk, "object", ["3", "4"], "Too broad.")
    desk.be("Lead")
    desk.hands.open("/approvals")
    first = desk.main.locator("section.item").first
    desk.record("Give it back", {"Reason": "Say which policy."}, "Given back")
    expect(first).to_be_visible()
    desk.send("Approve", says="Both names and times are in the trail")
    desk.at("D-0005", "/items")
    desk.record(
        "Override a determination",
        {"What stands instead": "Withhold", "Why": "On second thought."},
        "Asked for. It is recorded once another person agrees.",
    )
    desk.be("Counsel A")
    desk.at("D-0005", "/items")
    desk.send("Agree", says="Recorded, by both of you.")


def _propose(desk: Desk, outcome: str, items: list[str], reason: str, event: str = "") -> None:
    for label in items:
        desk.hands.tick(desk.main.get_by_label(f"Choose item {label}", exact=True))
    desk.hands.pick(desk.main.get_by_label(outcome, exact=True))
    if event:
        desk.hands.choose(desk.main.get_by_label("Event awaited, if any"), event)
    desk.hands.write(desk.main.get_by_role("textbox", name="Reason"), reason)
    desk.hands.send(desk.main.get_by_role("button", name="Propose", exact=True))


def _approve_all(desk: Desk) -> None:
    desk.be("Lead")
    desk.hands.open("/approvals")
    while (button := desk.main.get_by_role("button", name="Approve", exact=True)).count():
        desk.hands.send(button.first)
        desk.hands.open("/approvals")


def test_an_answer_in_parts_and_its_delivery(desk: Desk) -> None:
    """One part withheld, one owed on an event; delivered, failed, acknowledged; the rest."""
    desk.be("Counsel A")
    desk.at("D-0007", "/items")
    _propose(desk, "withhold", ["1"], "The policy bars it.")
    _propose(desk, "answer upon an event", ["2"], "Upon release.", "release")
    _propose(desk, "object", ["3", "4", "5"], "Too broad.")
    _approve_all(desk)
    desk.be("Counsel A")
    desk.at("D-0007", "/answer")
    desk.send(
        "Record the answer",
        {
            re.compile("^1 "): True,
            re.compile("^2 "): True,
            "Ground, in a word or a provision": "policy",
            "Owed on": "release",
            "By": "e-mail",
            "Words of the answer": "One is withheld. Two follows on release.",
        },
    )
    _refused_and_put_right(desk)
    desk.record("Record how far it came", {"What became known": "delivered"})
    desk.record(
        "Record how far it came",
        {
            "What became known": "not delivered",
            "Code": "mailbox full",
            "The notice, word for word": "552 mailbox full\njk",
        },
    )
    desk.record(
        "The other side acknowledged it",
        {"As of": "2020-01-15", "With": "receipt with a reservation"},
    )
    desk.record(
        "Object to items",
        {
            re.compile("^3 "): True,
            "Burden": True,
            "To": "Officer D.",
            "By": "Certified post",
            "Words of the letter": "We object.",
        },
    )


def _refused_and_put_right(desk: Desk) -> None:
    """What is refused is announced, shown again, and leads back to its first field."""
    typed = {"What became known": "delivered", "Code": "mailbox full"}
    desk.record("Record how far it came", typed, "bears no code")
    expect(desk.page.get_by_role("alert")).to_be_focused()
    expect(desk.page.get_by_role("definition").filter(has_text="mailbox full")).to_be_visible()
    desk.looks_well()
    desk.hands.follow(desk.page.get_by_role("link", name="Back to the page"))
    expect(desk.page.locator("#of")).to_be_focused()


def test_a_demand_is_refused_as_a_whole(desk: Desk) -> None:
    desk.be("Counsel A")
    desk.at("D-0008", "/items")
    labels = desk.page.locator('input[name="items"]').evaluate_all("es => es.map(e => e.value)")
    _propose(desk, "not do or tell what is asked", labels, "No order of a court.")
    _approve_all(desk)
    desk.be("Counsel A")
    desk.at("D-0008", "/answer")
    desk.record(
        "Decline the demand as a whole",
        {
            "On what ground": "Court order required",
            "To": "Officer D.",
            "By": "Email",
            "Words of the letter": "No court ordered it.",
        },
    )


def test_from_a_letter_to_an_order_and_the_measures_at_stake(desk: Desk) -> None:
    """Announced and taken steps, measures, a proceeding, an order stayed and ended; the end."""
    desk.be("Counsel A")
    desk.at("D-0002", "/matter")
    court = {"Court": "U.S. District Court"}
    day = {"On which day": "2020-01-15"}
    told = {**day, "Where it is said": "the letter, page 2"}
    for title, values in (
        ("Link another demand", {"Number of the other demand": "D-0001", "This one …": "Follows"}),
        (
            "Note that something happened",
            {"What": "Met", "In a few words": "A call.", **day, "How it is known here": "Told"},
        ),
        ("A further step was announced", {"Step": "Subpoena", "No answer": True, **told}),
        ("A further step was taken", {"Step": "Petition", **day}),
        (
            "A measure was announced",
            {"Measure": "Payment withheld", "Programme": "JAG", "Amount": "39,000,000", **told},
        ),
        ("A measure took effect", {"Measure": "Payment withheld", "Announced": "Payment", **told}),
        ("A measure, or the threat of one, was lifted", {"Measure": "Payment withheld", **told}),
        ("A proceeding was opened", {"What is asked": "Petition to enforce", **court, **day}),
        (
            "Something happened in a proceeding",
            {"What": "Hearing set", "Next day in court": "2020-02-03", "Remark": "By phone."},
        ),
        ("A court entered an order", {**court, "What it does": "Enforces", "Due by": "2020-02-10"}),
        ("An order was stayed", day),
        ("An order ended, or its stay did", {"How": "Vacated", **day}),
        ("A proceeding ended", {"Outcome": "Dismissed", **day}),
    ):
        desk.record(title, values)
    desk.record("Close the demand", {"Ground": "Other", "Why what is open is left": "Settled."})
    desk.record("Reopen the demand", {"Because of": "Entry 1"})
    desk.record("Another demand took its place", {"Number of the other demand": "D-0001"})
    desk.at("D-0004", "/matter")
    desk.record("The demand was withdrawn", {"Why": "Withdrawn"})


def test_notes_corrections_and_erasure(desk: Desk) -> None:
    """A note and a better value; an erasure asked for, taken back, agreed to by another lead."""
    desk.be("Lead")
    desk.hands.open("/people")
    desk.hands.complete(
        desk.main, {"Name or title": "Second lead", "Lead: second approver, people": True}
    )
    desk.hands.send(desk.main.get_by_role("button", name="Make a link"), "Give this address")
    desk.at("D-0001", "/trail")
    desk.record("Add a note", {"Note": "jk: called; eras 5.", "For whom": "Matter"})
    desk.record(
        "Correct an entry",
        {"What is wrong": "Entry 1", "In what way": "Wrong type", "Why": "It came by post."},
    )
    desk.at("D-0001", "/erase")
    everything = re.compile("Everything on this docket")
    ask = "Asked for. Nothing goes before another person agrees."
    values: dict[str | re.Pattern[str], Said] = {everything: True, "Ground": "Retention end"}
    desk.send("Ask for the erasure", values, ask)
    desk.send("Take the request back", says="The request is taken back. Nothing was erased.")
    desk.at("D-0001", "/erase")
    desk.send("Ask for the erasure", values, ask)
    desk.be("Second lead")
    desk.hands.open("/erasures")
    desk.send("Agree, and erase now", says="rased")
