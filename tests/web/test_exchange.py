"""Demands and answers between this office and another, as message files."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tecum.clock import now
from tecum.docket.acts.connections import ComparedBy
from tecum.docket.acts.erasure import ErasureGround, ErasureScope
from tecum.docket.acts.service import AcknowledgedWith, DeliveryCode, DeliveryEvent
from tecum.docket.vocabulary import AnswerDisputeCode, Disposition
from tecum.errors import TecumError, UsageError
from tecum.exchange.desk import Desk
from tecum.exchange.intake import Outcome
from tecum.exchange.intake import take_in as desk_takes
from tecum.exchange.message import parse
from tecum.exchange.sending import Sent, send_answer, send_demand
from tecum.ledger.log import Log
from tecum.ledger.policy import Policy
from tecum.ledger.statement import Statement as Note
from tecum.ledger.succession import add_signer, revoke_signer
from tecum.web.accounts.services import add_person
from tecum.web.docket.models import Demand
from tecum.web.docket.selectors import state_for
from tecum.web.exchange import carrying, disputing, selectors, services
from tecum.web.exchange.models import Paper
from tecum.web.exchange.trust import card_of, connections, our_card, trust_text
from tecum.web.intake import store
from tecum.web.intake.erasing import erase
from tecum.web.intake.errors import FileGone
from tecum.web.intake.jobs import work_all
from tecum.web.ledger.models import Statement, TheirStatement
from tecum.web.ledger.selectors import recent_receipts
from tecum.web.ledger.sequencer import put_waiting_into_log
from tecum.words import Channel, Kind, Role, Strength
from tests.shared import ROOT
from tests.web.browsing import signed_in
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db


@dataclass
class Agency:
    """The other office: a log in a folder, worked by the commands' own functions."""

    desk: Desk

    def send(self, text: bytes = b"Demand of two items.\n") -> Sent:
        return send_demand(self.desk, [("demand.txt", text)], "records@example", now(), items=2)

    @property
    def card(self) -> bytes:
        return (self.desk.folder / "trust.policy").read_bytes()


@pytest.fixture
def agency(staff: Staff, tmp_path: Path) -> Agency:
    folder = tmp_path / "agency"
    Log.create(folder, "Agency of Example", ["agency.example/dispatch"], at=now(), clock="unknown")
    logged()
    rows = our_card().text + (folder / "trust.policy").read_text()
    lines = [
        row for row in rows.splitlines() if row.startswith(("log ", "#tecum name", "#tecum s"))
    ]
    text = "\n".join([*lines, "quorum none", "#tecum policy 1", ""])
    return Agency(Desk.open(folder, Policy.parse(text.encode())))


def logged() -> None:
    while put_waiting_into_log():
        pass


def befriend(staff: Staff, agency: Agency) -> None:
    digits = card_of(agency.card).fingerprint[-4:]
    services.trust(staff.operator, agency.card, ComparedBy.KNOWN_NUMBER, digits)
    logged()


def test_keys_count_only_once_a_person_has_compared_them(staff: Staff, agency: Agency) -> None:
    assert connections() == {}
    card = card_of(agency.card)
    assert (card.office, card.name) == ("agency.example", "Agency of Example")
    with pytest.raises(UsageError, match="digits"):
        services.trust(staff.operator, agency.card, ComparedBy.PAPER, "zzzz")
    own = our_card().text.encode()
    with pytest.raises(UsageError, match="this office itself"):
        services.trust(staff.operator, own, ComparedBy.PAPER, our_card().fingerprint[-4:])
    with pytest.raises(TecumError):
        services.trust(staff.clerk, agency.card, ComparedBy.PAPER, card.fingerprint[-4:])
    befriend(staff, agency)
    held = connections()["agency.example"]
    assert held.card.fingerprint == card.fingerprint
    assert (held.is_stopped, held.compared) == (False, "known_number")
    text = trust_text("agency.example")
    assert f"#tecum domain {agency.desk.log.key.name} agency.example\n" in text
    services.stop(staff.operator, "agency.example")
    assert connections()["agency.example"].is_stopped


def test_a_demand_comes_as_an_arrival_and_is_acknowledged(staff: Staff, agency: Agency) -> None:
    befriend(staff, agency)
    sent = agency.send()
    paper = services.take_in(staff.clerk, sent.message, "from-agency.tecum")
    assert (paper.outcome, paper.office, paper.type) == (
        "taken",
        "agency.example",
        "demand.submitted",
    )
    state = state_for(paper.docket_id)
    assert state is not None
    (entry,) = state.entries.values()
    assert entry.basis[0].statement == sent.statement.hash.hex()
    work_all()
    made = Statement.objects.get(entry_id=entry.id)
    assert made.type == "demand.delivered"
    logged()
    looked = selectors.look_at(staff.counsel, paper.pk)
    assert len(looked.sentences) == 3
    assert looked.sentences[0].startswith("Agency of Example states, under its key agency.example/")
    assert looked.documents == ("demand.txt",)
    name, reply = carrying.message_for(staff.counsel, paper.entry_id)
    assert name == f"{made.sha256[:16]}.tecum"
    message = parse(reply)
    assert message.in_reply_to == sent.statement.hash.hex()
    kept = desk_takes(reply, agency.desk, now())
    assert (kept.outcome, kept.docket) == (Outcome.KEPT, sent.docket)
    again = services.take_in(staff.clerk, sent.message)
    assert again.pk == paper.pk
    assert Paper.objects.count() == 1
    services.acknowledge(
        staff.counsel, paper.docket_id, paper.entry_id, date(2026, 3, 2),
        AcknowledgedWith.WITH_RESERVATION,
    )  # fmt: skip
    logged()
    offers = selectors.messages_of(staff.counsel, paper.docket_id).offers
    last = offers[-1]
    assert (last.type, last.opened) == ("demand.acknowledged", ("content",))
    ack = parse(carrying.message_for(staff.counsel, last.entry)[1])
    assert ack.in_reply_to == sent.statement.hash.hex()
    assert desk_takes(carrying.message_for(staff.counsel, last.entry)[1], agency.desk, now())


def test_what_does_not_hold_is_kept_set_apart_with_its_reason(staff: Staff, agency: Agency) -> None:
    sent = agency.send()
    stranger = services.take_in(staff.clerk, sent.message)
    assert (stranger.outcome, stranger.reason) == ("refused", "message.sender")
    broken = services.take_in(staff.clerk, b"statement.note\0nonsense")
    assert (broken.outcome, broken.reason) == ("refused", "message.cut")
    assert services.take_in(staff.clerk, sent.message).pk == stranger.pk
    assert {one.pk for one in selectors.set_apart(staff.counsel)} == {stranger.pk, broken.pk}
    looked = selectors.look_at(staff.counsel, stranger.pk)
    assert looked.reason == "Its signer is not known here."
    assert looked.sentences == ()
    befriend(staff, agency)
    taken = services.take_again(staff.clerk, stranger.pk)
    assert taken.outcome == "taken"
    old = state_for(stranger.docket_id)
    assert old is not None
    assert [one.step.value for one in old.arrivals.values()] == ["dismissed"]


def issue(staff: Staff, agency: Agency) -> str:
    officer = add_person(staff.lead, "Issuing officer", [Role.ISSUING_OFFICER])
    entry = services.draft_demand(
        officer,
        services.Draft(
            kind=Kind.INFORMATION_REQUEST,
            recipient="Agency of Example",
            items=("The policy in force", "The last release date"),
            paper=b"Our demand.\n",
            paper_name="demand.txt",
        ),
    )
    services.send_demand(staff.lead, entry.docket, "records@agency.example")
    logged()
    return entry.docket


def test_a_demand_of_ours_is_answered_by_a_message(staff: Staff, agency: Agency) -> None:
    befriend(staff, agency)
    docket = issue(staff, agency)
    found = selectors.messages_of(staff.lead, docket)
    assert [one.type for one in found.offers] == ["demand.prepared", "demand.submitted"]
    _, raw = carrying.message_for(staff.lead, found.offers[1].entry)
    assert [one.data for one in parse(raw).payloads] == [b"Our demand.\n"]
    came = desk_takes(raw, agency.desk, now())
    assert came.outcome is Outcome.DELIVERED
    assert came.reply is not None
    kept = services.take_in(staff.clerk, came.reply)
    assert (kept.outcome, kept.docket_id) == ("kept", docket)
    state = state_for(docket)
    assert state is not None
    (dispatch,) = state.dispatches.values()
    assert dispatch.step.value == "delivered"
    about = bytes.fromhex(parse(raw).id)
    answer = send_answer(
        agency.desk,
        [("records.txt", b"The records.\n")],
        "lead@example",
        now(),
        about=about,
        pages=1,
    )
    paper = services.take_in(staff.clerk, answer.message)
    assert (paper.outcome, paper.docket_id) == ("taken", docket)
    logged()
    assert Statement.objects.get(entry_id=paper.entry_id).type == "answer.delivered"
    services.record_answer(
        staff.clerk, docket, paper.entry_id,
        [("1", Disposition.PRODUCED, None), ("2", Disposition.WITHHELD, None)],
    )  # fmt: skip
    reply = carrying.message_for(staff.lead, paper.entry_id)[1]
    assert desk_takes(reply, agency.desk, now()).outcome is Outcome.KEPT
    lines = {row.type: row.strength for row in recent_receipts(staff.lead)}
    assert lines["demand.submitted"] is Strength.ACKNOWLEDGED
    assert lines["demand.prepared"] is Strength.LOGGED


def test_a_failure_and_a_denial_stand_in_the_dispute(
    staff: Staff, agency: Agency, tmp_path: Path
) -> None:
    befriend(staff, agency)
    docket = issue(staff, agency)
    sent = selectors.messages_of(staff.lead, docket)
    _, raw = carrying.message_for(staff.lead, sent.offers[1].entry)
    desk_takes(raw, agency.desk, now())
    answer = send_answer(
        agency.desk, [("records.txt", b"The records.\n")], "lead@example", now(),
        about=bytes.fromhex(parse(raw).id), pages=1,
    )  # fmt: skip
    receipt = agency.desk.log.prove(answer.statement.hash)
    shown = services.show_paper(staff.counsel, docket, receipt)
    assert shown.outcome == "shown"
    with pytest.raises(UsageError, match="counts as nothing"):
        services.show_paper(staff.counsel, docket, receipt[:-3] + b"xx\n")
    assert selectors.messages_of(staff.lead, docket).not_here == (answer.statement.hash.hex(),)
    services.deny(
        staff.counsel, docket, answer.statement.hash.hex(), [AnswerDisputeCode.NOT_RECEIVED]
    )
    services.state_search(
        staff.counsel, docket, answer.statement.hash.hex(), [(Channel.EMAIL, 3)], "inbox"
    )
    second = issue(staff, agency)
    of = selectors.messages_of(staff.lead, second).sent[0]
    services.record_passage(
        staff.clerk, second, of, DeliveryEvent.FAILED, code=DeliveryCode.MAILBOX_FULL,
        channel=Channel.EMAIL, notice=("bounce.eml", b"552 mailbox full\n"),
    )  # fmt: skip
    logged()
    asked = disputing.dispute(staff.lead, [docket, second])
    assert asked.found["not_counted"] == []
    sentences = [row for one in asked.found["questions"] for row in one["sentences"]]
    assert "Example County Sheriff states that it was not received." in sentences
    assert any("it searched: none_found; arrivals looked at: 3" in row for row in sentences)
    assert any("it failed: mailbox_full. The notice is committed to and opened" in row
               for row in sentences)  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(disputing.bundle(staff.lead, [docket, second]))) as file:
        file.extractall(tmp_path / "bundle")
    papers = sorted((tmp_path / "bundle" / "receipts").glob("*/*"))
    assert len(papers) == len(asked.ours) + 1
    assert not list((tmp_path / "bundle").rglob("*.tecum"))
    done = subprocess.run(
        [sys.executable, "-m", "tecum.cli", "verify", *map(str, papers), "--policy",
         str(tmp_path / "bundle" / "trust.policy"), "--at-least", "logged", "--json"],
        check=False, capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    table = json.loads((tmp_path / "bundle" / "dispute.json").read_text())
    assert table == asked.found


def test_a_changed_key_in_their_own_log_stops_exchange(staff: Staff, agency: Agency) -> None:
    befriend(staff, agency)
    folder = agency.desk.folder
    add_signer(folder, "agency.example/spare", now(), "unknown")
    revoke_signer(folder, "agency.example/dispatch", "superseded", now(), "unknown", until=now())
    add_signer(folder, "agency.example/dispatch", now(), "unknown")
    desk = Desk.open(folder, agency.desk.policy, role="agency.example/dispatch")
    sent = send_demand(desk, [("d.txt", b"D")], "x@example", now())
    paper = services.take_in(staff.clerk, sent.message)
    assert (paper.outcome, paper.reason) == ("refused", "exchange.stopped")
    assert connections()["agency.example"].is_stopped
    card = card_of((folder / "trust.policy").read_bytes())
    services.trust(staff.operator, card.text.encode(), ComparedBy.IN_PERSON, card.fingerprint[-4:])
    assert services.take_again(staff.clerk, paper.pk).outcome == "taken"


def test_a_document_that_is_erased_takes_its_message_along(staff: Staff, agency: Agency) -> None:
    befriend(staff, agency)
    paper = services.take_in(staff.clerk, agency.send().message)
    work_all()
    logged()
    assert paper.document is not None
    erase(
        staff.lead, staff.operator, paper.docket_id, ErasureScope.FILE,
        ErasureGround.RETENTION_END, file=paper.document.name,
    )  # fmt: skip
    for file in (paper.file, paper.document):
        with pytest.raises(FileGone):
            store.read_bytes(file, paper.docket_id)
    looked = selectors.look_at(staff.counsel, paper.pk)
    assert (looked.documents, len(looked.sentences)) == ((), 3)
    asked = disputing.dispute(staff.counsel, [paper.docket_id])
    assert asked.theirs == ()


def test_pages(staff: Staff, agency: Agency) -> None:
    operator = signed_in(staff.operator)
    card = card_of(agency.card)
    with io.BytesIO(agency.card) as file:
        file.name = "agency.policy"
        shown = operator.post("/exchange/offices/compare", {"file": file})
    assert card.spaced.encode() in shown.content
    form = {
        "trust": card.text.replace("\n", "\r\n"),
        "compared": "known_number",
        "digits": card.fingerprint[-4:],
    }
    assert operator.post("/exchange/offices/trust", form).status_code == 302
    assert "agency.example" in connections()
    clerk = signed_in(staff.clerk)
    with io.BytesIO(agency.send().message) as file:
        file.name = "m.tecum"
        assert clerk.post("/inbox/upload", {"files": file, "channel": "drop"}).status_code == 302
    paper = Paper.objects.get()
    logged()
    counsel = signed_in(staff.counsel)
    for address in (
        "/exchange",
        "/receipts",
        f"/exchange/papers/{paper.pk}",
        f"/docket/{paper.docket_id}/messages",
        f"/docket/{paper.docket_id}/dispute",
    ):
        answer = counsel.get(address)
        assert answer.status_code == 200, address
    assert b"What each side can prove" in answer.content
    assert not re.search(rb"\d{4}-\d\d-\d\dT|[(;] ?[a-z]+[._][a-z]+[);,.]", answer.content)
    assert counsel.get(f"/exchange/message/{paper.entry_id}").status_code == 200
    assert clerk.get(f"/exchange/message/{paper.entry_id}").status_code == 404
    theirs = TheirStatement.objects.get()
    assert Note.parse(bytes(theirs.note)).hash.hex() == theirs.sha256 == paper.statement
    assert Demand.objects.count() == 0
