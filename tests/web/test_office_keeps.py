"""What the office keeps: letters, teams, mail out, keys, service terms, how long it keeps."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from tecum import clock
from tecum.docket.acts import ProfileChanged, ServiceTermsSet
from tecum.docket.acts.course import CloseGround
from tecum.docket.acts.service import ServedBy
from tecum.docket.errors import SamePerson
from tecum.ledger.config import LogConfig
from tecum.ledger.receipt import Receipt
from tecum.web.accounts.services import add_person, change_profile
from tecum.web.docket import services
from tecum.web.docket.desk import office_state
from tecum.web.docket.models import Docket, Entry
from tecum.web.docket.selectors import state_for
from tecum.web.exchange.disputing import dispute
from tecum.web.ledger.models import Statement
from tecum.web.ledger.sequencer import put_waiting_into_log
from tecum.web.office import letters, mailing
from tecum.web.office.teams import members_of
from tecum.web.office.terms import agree_to_terms, set_terms, terms_by_day, terms_in_force
from tecum.words import Channel, Grade, Role
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.smtp import Mailbox, mail_server
from tests.web.world import demand_at_work

pytestmark = pytest.mark.django_db
TEXT = "Re: [number], from [issuer]\n\nOn [received] a [kind] came in.\n[items]\n\n[owed]\n[office]"


def page_of(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.content
    return str(answer.content.decode())


def last_change() -> ProfileChanged:
    act = list(office_state().entries.values())[-1].act
    assert isinstance(act, ProfileChanged)
    return act


# --- letters ------------------------------------------------------------------------------------


def test_a_letter_text_has_versions_and_each_is_an_entry(staff: Staff) -> None:
    client = signed_in(staff.lead)
    for text in (TEXT, "Short."):
        form = {"name": "withheld", "text": text}
        assert client.post("/office/letters/new/keep", form).status_code == 302
    assert last_change() == ProfileChanged(key="letter.withheld", before=TEXT, after="Short.")
    page = page_of(client, "/office/letters/withheld")
    assert "version 2" in page
    assert "version 1" in page
    assert "Re: [number]" in page
    assert client.post("/office/letters/withheld/keep", {"text": " "}).status_code == 302
    assert letters.letters() == []
    assert page_of(client, "/office/letters/withheld", 404)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"name": "No Records", "text": "x"}, "short name"),
        ({"name": "x", "text": "[nummer]"}, "Nearest: &quot;number&quot;"),
        ({"name": "x", "text": "x" * 20_001}, "20,000"),
    ],
)
def test_a_bad_text_is_refused_and_what_was_typed_stays(
    staff: Staff, form: dict[str, str], said: str
) -> None:
    before = Entry.objects.count()
    answer = signed_in(staff.lead).post("/office/letters/new/keep", form)
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert form["text"] in answer.content.decode()
    assert Entry.objects.count() == before


def test_an_answer_is_drafted_from_a_text_with_its_fields_filled(staff: Staff) -> None:
    letters.keep_letter(staff.lead, "withheld", TEXT + "\n[numbers]")
    at = demand_at_work(staff)
    client = signed_in(staff.counsel)
    page = page_of(client, f"/docket/{at.docket}/answer")
    assert "withheld, version 1" in page
    drafted = page_of(client, f"/docket/{at.docket}/answer?letter=withheld")
    text = drafted.partition("<textarea")[2].partition("</textarea>")[0]
    number = Docket.objects.get(pk=at.docket).demand.number
    assert f"Re: {number}, from Example Agency" in text
    assert "2. Release date of Subject A: withheld" in text
    assert "Last home address" not in text
    assert "[owed: not known]" in text
    assert "[numbers: not known]" in text
    assert "Example County Sheriff" in text
    assert "Drafted from the text withheld, version 1." in drafted
    assert "Drafted from" not in page_of(client, f"/docket/{at.docket}/answer?letter=nothing")


# --- mail out -----------------------------------------------------------------------------------


@pytest.fixture
def box() -> Iterator[Mailbox]:
    with mail_server() as found:
        yield found
    (settings.HOME.keys / "mailing").unlink(missing_ok=True)


def channel_form(box: Mailbox, **more: str) -> dict[str, str]:
    return {
        "host": "127.0.0.1",
        "port": str(box.port),
        "security": "none",
        "user": "office",
        "sender": "records@office.example",
        "secret": "a long secret",
        **more,
    }


def test_a_test_send_proves_a_channel_end_to_end(staff: Staff, box: Mailbox) -> None:
    """P18.4: what the server took proves nothing; the code that came back does."""
    client = signed_in(staff.operator)
    assert client.post("/office/mail-out/keep", channel_form(box)).status_code == 302
    assert "Not proved" in page_of(client, "/office/mail-out")
    sent = client.post("/office/mail-out/test", {"to": "clerk@elsewhere.example"}, follow=True)
    assert "queued as 4ABCDE" in sent.content.decode()
    assert not mailing.is_proved()
    assert [base64.b64decode(one) for one in box.signed_in] == [b"\0office\0a long secret"]
    message = box.messages[0]
    assert "To: clerk@elsewhere.example" in message
    code = re.search(r"Code: (\w+)", message)
    assert code is not None
    assert client.post("/office/mail-out/proved", {"code": code[1]}).status_code == 302
    assert "Proved: a message" in page_of(client, "/office/mail-out")
    assert last_change().key == "mailing.proved"
    form = channel_form(box, sender="other@office.example", secret="")
    assert client.post("/office/mail-out/keep", form).status_code == 302
    assert not mailing.is_proved()


def test_a_wrong_code_proves_nothing_and_is_not_tried_twice(staff: Staff, box: Mailbox) -> None:
    client = signed_in(staff.operator)
    client.post("/office/mail-out/keep", channel_form(box))
    client.post("/office/mail-out/test", {"to": "clerk@elsewhere.example"})
    code = re.search(r"Code: (\w+)", box.messages[0])
    assert code is not None
    assert client.post("/office/mail-out/proved", {"code": "00000000"}).status_code == 400
    assert client.post("/office/mail-out/proved", {"code": code[1]}).status_code == 400
    assert not mailing.is_proved()


def test_a_secret_is_in_its_own_file_and_shown_nowhere(staff: Staff, box: Mailbox) -> None:
    client = signed_in(staff.operator)
    client.post("/office/mail-out/keep", channel_form(box))
    path = settings.HOME.keys / "mailing"
    assert path.read_text() == "a long secret"
    assert path.stat().st_mode & 0o777 == 0o600
    for address in ("/office", "/office/mail-out", "/status"):
        assert "a long secret" not in page_of(client, address)
    kept = [
        act.after
        for entry in office_state().entries.values()
        if isinstance(act := entry.act, ProfileChanged) and act.key.startswith("mailing.")
    ]
    assert kept
    assert not any("a long secret" in str(one) for one in kept)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"host": "mail.example"}, "mailing.clear"),
        ({"sender": "nobody"}, "mailing.incomplete"),
        ({"port": "0"}, "mailing.incomplete"),
    ],
)
def test_a_channel_that_cannot_be_is_refused(
    staff: Staff, box: Mailbox, change: dict[str, str], code: str
) -> None:
    answer = signed_in(staff.operator).post("/office/mail-out/keep", channel_form(box, **change))
    assert answer.status_code == 400
    assert code in answer.content.decode()
    assert mailing.channel() is None


def test_what_the_server_refuses_is_said_in_its_words(staff: Staff, box: Mailbox) -> None:
    client = signed_in(staff.operator)
    client.post("/office/mail-out/keep", channel_form(box))
    box.refuse = "550 5.1.1 no such mailbox"
    answer = client.post("/office/mail-out/test", {"to": "clerk@elsewhere.example"})
    assert answer.status_code == 400
    assert "550 5.1.1 no such mailbox" in answer.content.decode()
    answer = client.post("/office/mail-out/test", {"to": "a@b.example\r\nBcc: c@d.example"})
    assert answer.status_code == 400
    assert box.messages == []


# --- keys ---------------------------------------------------------------------------------------


def test_a_role_gets_a_new_key_on_the_page_and_it_is_an_entry(staff: Staff) -> None:
    client = signed_in(staff.lead)
    old = next(one for one in LogConfig.read(settings.HOME.log).signers if "intake" in one.name)
    assert old.vkey in page_of(client, "/office/keys")
    assert client.post("/office/keys/rotate", {"name": old.name}).status_code == 302
    config = LogConfig.read(settings.HOME.log)
    new = next(one for one in config.signers if one.name == old.name)
    assert new.public != old.public
    assert old in config.retired
    assert last_change() == ProfileChanged(key="log.key.intake", before=old.vkey, after=new.vkey)
    page = page_of(client, "/office/keys")
    assert "Signed once" in page
    assert "PRIVATE" not in page
    assert "New key" not in page_of(signed_in(staff.auditor), "/office/keys")


# --- service terms ------------------------------------------------------------------------------


def test_service_terms_stand_by_two_and_are_stated_in_the_log(staff: Staff) -> None:
    second = add_person(staff.lead, "Second lead", [Role.LEAD])
    day = clock.today("America/Denver")
    entry = set_terms(staff.lead, Channel.EMAIL, "in@office.example", Grade.OPENED, since=day)
    assert terms_in_force() == []
    assert Statement.objects.get(entry_id=entry.id).type == "entry.recorded"
    with pytest.raises(SamePerson):
        agree_to_terms(staff.lead, entry.id)
    client = signed_in(second)
    assert client.post("/office/service-terms/set", {"agree": entry.id}).status_code == 302
    held = terms_in_force()
    assert [(one.channel, one.address, one.grade) for one in held] == [
        (Channel.EMAIL, "in@office.example", Grade.OPENED)
    ]
    note = bytes(Statement.objects.get(entry_id=held[0].entry).note).decode()
    assert "\ntype service.terms\n" in f"\n{note}"
    assert "\ngrade opened\n" in note
    assert "in@office.example" not in note
    assert client.post("/office/service-terms/set", {"agree": entry.id}).status_code == 400
    assert "in@office.example" in page_of(client, "/office")


def test_terms_end_begin_later_and_replace_each_other(staff: Staff) -> None:
    change_profile(staff.lead, {"two_persons": ["determinations"]})
    day = clock.today("America/Denver")
    where = (Channel.FAX, "+1 303 555 0100")
    set_terms(staff.lead, *where, Grade.AVAILABLE, since=day - timedelta(days=9))
    set_terms(staff.lead, *where, Grade.OPENED, since=day + timedelta(days=3))
    assert [one.grade for one in terms_in_force()] == [Grade.AVAILABLE]
    assert [one.grade for one in terms_by_day()(day + timedelta(days=3))] == [Grade.OPENED]
    set_terms(staff.lead, *where, None, since=day)
    assert terms_by_day()(day + timedelta(days=3)) == []
    assert [one.grade for one in terms_by_day()(day - timedelta(days=1))] == [Grade.AVAILABLE]


def test_terms_stand_beside_service_and_in_what_we_can_prove(staff: Staff) -> None:
    change_profile(staff.lead, {"two_persons": ["determinations"]})
    day = clock.today("America/Denver")
    set_terms(staff.lead, Channel.HAND, "1 Example Street", Grade.HANDED_OVER, since=day)
    at = demand_at_work(staff)
    services.record_service(staff.counsel, at.docket, ServedBy.FAX, day)
    client = signed_in(staff.counsel)
    page = page_of(client, f"/docket/{at.docket}/dates")
    assert "1 Example Street" in page
    assert "Of this way the office’s service terms say nothing." in page
    put_waiting_into_log()
    asked = dispute(staff.counsel, [at.docket])
    said = [Receipt.parse(one.raw) for one in asked.ours]
    terms = [one for one in said if one.statement.type == "service.terms"]
    assert [[opening.label for opening in one.openings] for one in terms] == [["addressee"]]
    assert client.get(f"/docket/{at.docket}/dispute").status_code == 200


@pytest.mark.parametrize("form", [{"since": "2020-01-01", "grade": "opened", "channel": "fax"}, {}])
def test_terms_without_an_address_or_a_day_are_refused(staff: Staff, form: dict[str, str]) -> None:
    answer = signed_in(staff.lead).post("/office/service-terms/set", form)
    assert answer.status_code == 400
    assert not any(isinstance(one.act, ServiceTermsSet) for one in office_state().entries.values())


# --- teams, walls, how long it keeps ------------------------------------------------------------


def test_a_team_is_let_through_a_wall_together(staff: Staff) -> None:
    client = signed_in(staff.lead)
    form = {
        "name": "Night desk",
        "members": [staff.clerk.public_id, staff.custodian.public_id],
    }
    assert client.post("/office/people/teams/keep", form).status_code == 302
    assert members_of(["Night desk"]) == sorted(form["members"])
    at = demand_at_work(staff)
    seal = {"ground": "office_wall", "team": "Night desk"}
    assert client.post(f"/docket/{at.docket}/seal", seal).status_code == 302
    state = state_for(at.docket)
    assert state is not None
    assert signed_in(staff.clerk).get(f"/docket/{at.docket}").status_code == 200
    assert signed_in(staff.counsel_b).get(f"/docket/{at.docket}").status_code == 404
    number = Docket.objects.get(pk=at.docket).demand.number
    page = page_of(client, "/office/people/teams")
    assert number in page
    assert "Records clerk, Custodian" in page or "Custodian, Records clerk" in page
    second = add_person(staff.lead, "Second lead", [Role.LEAD])
    assert number not in page_of(signed_in(second), "/office/people/teams")


def test_a_team_of_strangers_is_refused_and_an_empty_one_is_gone(staff: Staff) -> None:
    client = signed_in(staff.lead)
    form = {"name": "Desk", "members": ["0" * 32]}
    assert client.post("/office/people/teams/keep", form).status_code == 400
    client.post("/office/people/teams/keep", {"name": "Desk", "members": staff.clerk.public_id})
    assert members_of(["Desk"])
    client.post("/office/people/teams/keep", {"name": "Desk"})
    assert members_of(["Desk"]) == []


def test_what_has_rested_is_proposed_and_never_erased_by_itself(staff: Staff) -> None:
    at = demand_at_work(staff)
    number = Docket.objects.get(pk=at.docket).demand.number
    services.close_demand(
        staff.counsel,
        at.docket,
        CloseGround.WITHDRAWN,
        left_open=("item 1", "item 2"),
        reason="Over.",
    )
    change_profile(staff.lead, {"retention_days": 30})
    client = signed_in(staff.lead)
    assert number not in page_of(client, "/erasures")
    entries = Entry.objects.count()
    with clock.at_fixed(clock.now() + timedelta(days=31)):
        page = page_of(signed_in(staff.lead), "/erasures")
    assert number in page
    assert Entry.objects.count() == entries


def test_two_person_rules_are_chosen_from_their_groups(staff: Staff) -> None:
    client = signed_in(staff.lead)
    page = page_of(client, "/office/two_persons")
    assert re.search(r'value="determinations" id="[\w-]+" checked', page)
    assert 'value="override"' not in page
    seen = client.post("/office/two_persons", {"value": ["determinations", "packs"]})
    assert "Record the change" in seen.content.decode()
    form = {"value": "determinations\npacks", "step": "record", "before": ""}
    assert client.post("/office/two_persons", form).status_code == 302
    assert last_change().key == "two_persons"
    assert last_change().after == '["determinations", "packs"]'
