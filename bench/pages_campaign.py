"""How long the pages of one large campaign take, and what they ask of the database.

    python bench/pages_campaign.py [RECIPIENTS] [FOLDER]

The campaign is made by the product's own functions: opened, its recipients brought in from a
list, sent by a plan that another person approved, answered, disputed and followed up in part.
Each request passes through the whole of the product in this process: middleware, permission,
page, compression. FOLDER keeps the docket, so that a second run only measures.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from pages_docket import office
from pages_speed import GOALS, measured
from record import record

ROUNDS = 60
LETTER = (
    "To {recipient}\n\nOf award {award} this office asks by {due} for:\n\n{items}\n\n"
    "Please answer to the address above and name number {number}."
)
ITEMS = (
    "Any orders, directives, instructions or guidance to your law-enforcement employees",
    "The written policy on communication with federal agencies in force on the date of award",
    "A certification by the chief legal officer",
)


def people() -> dict[str, Any]:
    """The officer who plans and the lead who approves; made where they are not there."""
    from tecum.web.accounts.models import Person
    from tecum.web.accounts.services import add_person
    from tecum.words import Role

    lead = Person.objects.get(name="Lead")
    found = {"lead": lead}
    for name, role in (("Officer", Role.ISSUING_OFFICER), ("Approver", Role.LEAD)):
        held = Person.objects.filter(name=name).first()
        found[name.lower()] = held or add_person(lead, name, [role])
    return found


def made(count: int) -> str:
    """The campaign, with its docket's name; the functions that pages call, and no others."""
    from tecum.clock import today
    from tecum.docket.acts.campaign import CampaignAction
    from tecum.docket.plans import Wanted
    from tecum.web.campaigns import opening, planning
    from tecum.web.docket.models import Campaign
    from tecum.words import Channel, Kind

    held = Campaign.objects.first()
    if held is not None:
        return str(held.docket_id)
    who = people()
    docket = opening.open_campaign(
        who["officer"],
        opening.NewCampaign(
            title="Letters on award conditions",
            kind=Kind.GRANT_COMPLIANCE_LETTER,
            template=LETTER,
            items=ITEMS,
            due=today("America/Denver") + timedelta(days=20),
        ),
    )
    rows = [
        opening.NewRecipient(
            f"Town of Place {n:04}", f"clerk{n}@example.org", None, {"award": f"A-{n}"}
        )
        for n in range(count)
    ]
    while opening.add_recipients(who["officer"], docket, rows).left:
        pass
    names = tuple(f"r{n:04d}" for n in range(1, count + 1))
    wanted = Wanted(action=CampaignAction.SEND, recipients=names, channel=Channel.EMAIL)
    begun = time.perf_counter()
    plan = planning.make_plan(who["officer"], docket, wanted)
    print(f"plan for {count}: {time.perf_counter() - begun:.1f} s")
    planning.confirm(who["approver"], docket, plan.hash)
    while planning.carry_out(who["officer"], docket, plan.hash).left:
        pass
    _answers(who["officer"], docket)
    return docket


def _answers(officer: Any, docket: str) -> None:
    """Of ten: five were delivered, three answered in part, two on every item, one disputed."""
    from tecum.docket.acts import AnswerReceived, ReceiptDisputed
    from tecum.docket.acts.answer import ItemAnswered
    from tecum.docket.acts.service import DeliveryCode, DeliveryEvent
    from tecum.docket.parts import Label
    from tecum.docket.vocabulary import AnswerDisputeCode, Disposition
    from tecum.web.docket.models import Dispatch, Recipient
    from tecum.web.docket.record import record as act
    from tecum.web.docket.services import record_delivery

    of_demand = dict(Dispatch.objects.filter(about="demand").values_list("docket_id", "entry"))
    for row in Recipient.objects.filter(docket_id=docket):
        place = row.position % 10
        if place < 5:
            failed = place == 4
            record_delivery(
                officer, row.demand, of_demand[row.demand],
                DeliveryEvent.FAILED if failed else DeliveryEvent.DELIVERED,
                code=DeliveryCode.MAILBOX_FULL if failed else None,
            )  # fmt: skip
        if place < 4:
            count = 1 if place < 3 else len(ITEMS)
            lines = tuple(
                ItemAnswered(item=Label(str(n)), disposition=Disposition.PRODUCED)
                for n in range(1, count + 1)
            )
            act(officer, row.demand, AnswerReceived(document=None, items=lines))
        if place == 0:
            codes = (AnswerDisputeCode.INCOMPLETE,)
            act(officer, row.demand, ReceiptDisputed(of=None, codes=codes))


def client() -> Any:
    """The officer, signed in as anybody signs in."""
    import re

    from django.test import Client

    from tecum.web.accounts.models import SignInLink
    from tecum.web.accounts.services import make_link

    asked = Client()
    address = f"/sign-in/{make_link(SignInLink.SIGN_IN, people()['officer'])}"
    token = re.search(rb'csrfmiddlewaretoken" value="(\w+)"', asked.get(address).content)
    assert token is not None
    asked.post(address, {"csrfmiddlewaretoken": token.group(1).decode()})
    return asked


def main() -> int:
    """Make the campaign where it is not there, then measure each view."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.mkdtemp()) / "home"
    if (folder / "tecum.sqlite3").exists() or any(folder.glob("*.sqlite3")):
        from pages_docket import start

        start(folder)
    else:
        folder.mkdir(parents=True, exist_ok=True)
        office(folder)
    begun = time.perf_counter()
    docket = made(count)
    from django.core.management import call_command

    call_command("collectstatic", verbosity=0, interactive=False)
    print(f"{count} recipients: {time.perf_counter() - begun:.0f} s")
    asked, board = client(), f"/campaigns/{docket}"
    from tecum.web.campaigns.models import Planned

    plan = Planned.objects.filter(docket_id=docket).first()
    assert plan is not None
    pages = {
        "board": board,
        "board, next page": f"{board}?after=r0050",
        "board, incomplete": f"{board}?show=incomplete",
        "board, two cells": f"{board}?delivered=yes&answered=-",
        "completeness": f"{board}?view=completeness",
        "differences": f"{board}?view=differences",
        "at stake": f"{board}?view=exposure",
        "left out": f"{board}?view=left-out",
        "as CSV": f"{board}?as=csv",
        "choose for all": f"{board}/plans?all=1&act=remind",
        "a plan": f"{board}/plans/{plan.hash}",
        "list": "/campaigns",
    }
    figures = {}
    for name, address in pages.items():
        figures[name] = measured(lambda address=address: address, asked, ROUNDS)
        held = figures[name]
        print(f"{name:20} p50 {held['p50 ms']:7} p95 {held['p95 ms']:7} ms"
              f"  (processor {held['p95 ms of processor time']:6})"
              f"  {held['queries']:3} queries  {held['bytes']:7} bytes")  # fmt: skip
    record("pages_campaign", {"recipients": count, "goals": GOALS, "pages": figures}, "django")
    first = figures["board"]
    return 0 if first["p95 ms"] <= GOALS["p95 ms"] and first["queries"] <= GOALS["queries"] else 5


if __name__ == "__main__":
    raise SystemExit(main())
