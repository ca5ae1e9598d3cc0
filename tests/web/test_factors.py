"""Passkeys, codes, kept forms: who gets in, who is asked again, and nothing typed is lost."""

from __future__ import annotations

import base64
import json
from datetime import timedelta
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse

from tecum.clock import now
from tecum.docket.acts import FactorsTakenAway, LinkMade
from tecum.docket.declare import Act
from tecum.docket.entry import PersonId
from tecum.web.accounts import codes, drafts, fresh, services
from tecum.web.accounts.errors import SignInRefused
from tecum.web.accounts.models import CodeGenerator, Draft, Passkey, Person, SignInLink
from tecum.web.accounts.tries import CODES, FREE, TRIES
from tecum.web.docket.selectors import state_for
from tests.web.authenticator import Device
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.routes import ROUTES
from tests.web.world import demand_at_work

pytestmark = pytest.mark.django_db
HOST = {"HTTP_HOST": "localhost"}
BINDING = {
    "determination-approved", "demand-sent", "answer-sent", "matter-sealed", "matter-unsealed",
    "erased", "visibility-set",
}  # fmt: skip


def wait_long() -> None:
    """Let a wait that has begun outlast the test; without one, nothing waits."""
    network, at = "127.0.0.1", int(now().timestamp())
    if TRIES.tried(network) >= FREE:
        for _ in range(8):
            TRIES.failed(network, at)


def post(client: Client, name: str, body: object = None, *args: str) -> Any:
    return client.post(
        reverse(f"accounts:{name}", args=args),
        json.dumps(body or {}),
        content_type="application/json",
        headers={"host": "localhost"},
    )


def with_passkey(person: Person) -> tuple[Client, Device]:
    client, device = signed_in(person), Device()
    options = post(client, "passkey-new").json()
    assert post(client, "passkey-keep", device.made(options, "key")).status_code == 200
    return client, device


def with_codes(person: Person) -> str:
    secret = codes.begin()
    assert codes.keep(person, secret, code_at(secret))
    return secret


def code_at(secret: str, seconds: int = 0) -> str:
    moment = int((now() + timedelta(seconds=seconds)).timestamp())
    return TOTP(base64.b32decode(secret), 6, SHA1(), 30).generate(moment).decode()


def grown_old(client: Client) -> None:
    session = client.session
    session["factor_at"] = int(now().timestamp()) - fresh.FRESH - 1
    session.save()


def test_a_passkey_signs_in_and_says_nobody_s_name_before(staff: Staff) -> None:
    _, device = with_passkey(staff.counsel)
    client = Client()
    options = post(client, "passkey-options").json()
    assert not options["publicKey"].get("allowCredentials")
    answer = post(client, "passkey-answer", device.shown(options))
    assert answer.json() == {"next": reverse("intake:inbox")}
    assert client.get(reverse("accounts:factors")).status_code == 200
    assert client.session["factor_at"]


@pytest.mark.parametrize(
    "change",
    [
        lambda d: setattr(d, "origin", "http://evil.example"),
        lambda d: setattr(d, "verifies", False),
        lambda d: setattr(d, "counter", 0),
        lambda d: setattr(d, "_key", Device()._key),
        lambda d: setattr(d, "_id", b"another key, not known"),
    ],
    ids=["origin", "unverified", "copied", "signature", "unknown"],
)
def test_what_is_not_that_passkey_lets_nobody_in(staff: Staff, change: Any) -> None:
    _, device = with_passkey(staff.counsel)
    client = Client()
    if Passkey.objects.get().counter < 2:
        Passkey.objects.update(counter=2)
    device.counter = 5
    options = post(client, "passkey-options").json()
    change(device)
    answer = post(client, "passkey-answer", device.shown(options))
    assert answer.status_code == 403
    assert answer.json()["what"] == "This passkey lets nobody in here."
    assert "_auth_user_id" not in client.session


def test_an_answer_counts_for_its_own_question_once(staff: Staff) -> None:
    _, device = with_passkey(staff.counsel)
    client = Client()
    given = device.shown(post(client, "passkey-options").json())
    assert post(client, "passkey-answer", given).status_code == 200
    other = Client()
    post(other, "passkey-options")
    assert post(other, "passkey-answer", given).status_code == 403
    assert post(other, "passkey-answer", given).status_code == 403


@pytest.mark.parametrize("body", [None, [], "x", {"id": 7}, {"id": "a", "rawId": "a"}])
def test_odd_answers_are_refused_in_words(staff: Staff, body: object) -> None:
    client = Client()
    post(client, "passkey-options")
    answer = post(client, "passkey-answer", body)
    assert answer.status_code == 403
    assert answer.json()["what"]


def test_somebody_else_s_passkey_does_not_speak_for_me(staff: Staff) -> None:
    _, device = with_passkey(staff.counsel)
    client = signed_in(staff.clerk)
    answer = post(client, "passkey-answer", device.shown(post(client, "passkey-options").json()))
    assert answer.status_code == 403
    assert "factor_at" not in client.session


def test_an_address_in_digits_has_no_passkeys_and_says_why(staff: Staff) -> None:
    page = signed_in(staff.clerk).get(reverse("accounts:factors"), headers={"host": "127.0.0.1"})
    assert b"an address in digits" in page.content
    assert b"data-passkey" not in page.content


def test_a_pasted_code_counts_once(staff: Staff) -> None:
    secret = with_codes(staff.counsel)
    CodeGenerator.objects.update(last_step=0)
    code = code_at(secret)
    assert codes.is_right(staff.counsel, f" {code[:3]} {code[3:]}\n")
    assert not codes.is_right(staff.counsel, code)
    assert not codes.is_right(staff.counsel, code_at(secret, -120))
    assert not codes.is_right(staff.counsel, code_at(secret, 120))
    assert not codes.is_right(staff.clerk, code)


def test_the_secret_of_the_codes_lies_sealed(staff: Staff) -> None:
    secret = with_codes(staff.counsel)
    stored = bytes(CodeGenerator.objects.get().sealed)
    assert base64.b32decode(secret) not in stored
    CodeGenerator.objects.update(person=staff.clerk)
    with pytest.raises(InvalidTag):
        codes.is_right(staff.clerk, code_at(secret, 30))


def test_a_recovery_code_counts_once_and_new_ones_end_the_old(staff: Staff) -> None:
    old = codes.new_recovery_codes(staff.counsel)
    assert len(set(old)) == 10
    assert codes.is_right(staff.counsel, old[0].lower())
    assert not codes.is_right(staff.counsel, old[0])
    codes.new_recovery_codes(staff.counsel)
    assert not codes.is_right(staff.counsel, old[1])


def test_a_link_alone_does_not_let_in_whoever_has_a_program(staff: Staff) -> None:
    secret = with_codes(staff.counsel)
    CodeGenerator.objects.update(last_step=0)
    token = services.make_link(SignInLink.SIGN_IN, staff.counsel)
    client = Client()
    address = reverse("accounts:link", args=[token])
    assert b"authenticator" in client.get(address).content
    refused = client.post(address, {"code": "000000"})
    assert refused.status_code == 403
    assert b"does not count" in refused.content
    assert client.post(address, {"code": code_at(secret)}).status_code == 302
    assert client.get(reverse("intake:inbox")).status_code == 200


def test_a_link_alone_does_not_let_in_whoever_has_a_passkey(staff: Staff) -> None:
    with_passkey(staff.counsel)
    recovery = codes.new_recovery_codes(staff.counsel)
    token = services.make_link(SignInLink.SIGN_IN, staff.counsel)
    client = Client()
    address = reverse("accounts:link", args=[token])
    assert reverse("accounts:sign-in") in client.get(address).content.decode()
    assert client.post(address).status_code == 403
    assert client.get(reverse("intake:inbox")).status_code == 302
    assert client.post(address, {"code": recovery[0]}).status_code == 302
    assert client.get(reverse("intake:inbox")).status_code == 200


def test_five_wrong_codes_make_the_next_one_wait(staff: Staff) -> None:
    client = signed_in(staff.counsel)
    with_codes(staff.counsel)
    again = reverse("accounts:again")
    assert [client.post(again, {"code": "123"}).status_code for _ in range(5)] == [403] * 5
    wait_long()
    assert client.post(again, {"code": "123"}).status_code == 429


def test_an_open_session_does_not_end_the_wait(staff: Staff) -> None:
    client = signed_in(staff.counsel)
    with_codes(staff.counsel)
    again = reverse("accounts:again")
    for _ in range(5):
        assert client.post(again, {"code": "123"}).status_code == 403
        post(client, "passkey-options")
    # A person's own codes wait too; here only the network's wait is looked at.
    CODES.forget()
    wait_long()
    assert client.post(again, {"code": "123"}).status_code == 429


def test_a_stranger_s_post_does_not_end_the_wait(staff: Staff) -> None:
    client = Client()
    for _ in range(5):
        assert client.get("/sign-in/unknown").status_code == 403
        client.post(reverse("accounts:again"), {"code": "123"})
    wait_long()
    assert client.get("/sign-in/unknown").status_code == 429


def test_what_counted_ends_the_wait(staff: Staff) -> None:
    client = signed_in(staff.counsel)
    secret = with_codes(staff.counsel)
    CodeGenerator.objects.update(last_step=0)
    again = reverse("accounts:again")
    for _ in range(4):
        assert client.post(again, {"code": "123"}).status_code == 403
    assert client.post(again, {"code": code_at(secret)}).status_code == 302
    assert [client.post(again, {"code": "123"}).status_code for _ in range(5)] == [403] * 5


def test_a_person_s_codes_wait_whatever_network_they_come_from(staff: Staff) -> None:
    client = signed_in(staff.counsel)
    secret = with_codes(staff.counsel)
    CodeGenerator.objects.update(last_step=0)
    again = reverse("accounts:again")
    for last in range(5):
        sent = client.post(again, {"code": "123"}, REMOTE_ADDR=f"192.0.2.{last}")
        assert sent.status_code == 403
    person, at = staff.counsel.public_id, int(now().timestamp())
    # More of them, so that the wait outlasts this test.
    for _ in range(8):
        CODES.failed(person, at)
    refused = client.post(again, {"code": code_at(secret)}, REMOTE_ADDR="198.51.100.1")
    assert refused.status_code == 403
    assert b"then try again" in refused.content
    token = services.make_link(SignInLink.SIGN_IN, staff.counsel)
    with pytest.raises(SignInRefused) as error:
        services.redeem_link(token, "browser", code_at(secret))
    assert error.value.code == "signin.wait"


@pytest.mark.parametrize("host", ["records.example", "records.example:8443"])
def test_a_passkey_is_offered_with_and_without_a_port(host: str) -> None:
    with override_settings(ALLOWED_HOSTS=["records.example"]):
        page = Client().get(reverse("accounts:sign-in"), HTTP_HOST=host).content.decode()
    assert "data-passkey" in page


def test_a_binding_act_asks_again_and_keeps_what_was_typed(staff: Staff) -> None:
    at = demand_at_work(staff)
    client = signed_in(staff.lead)
    secret = with_codes(staff.lead)
    CodeGenerator.objects.update(last_step=0)
    seal = reverse("docket:seal", args=[at.docket])
    form = {"ground": "grand_jury", "member": [staff.clerk.public_id], "until": ""}
    asked = client.post(seal, form)
    assert asked.status_code == 302
    assert asked["Location"].startswith(reverse("accounts:again"))
    given = client.post(asked["Location"], {"code": code_at(secret)})
    page = client.get(given["Location"]).content.decode()
    assert "grand_jury" in page
    assert staff.clerk.public_id in page
    (draft,) = Draft.objects.all()
    done = client.post(seal, {**form, drafts.FIELD: draft.public_id}, follow=True)
    assert "The matter is sealed" in done.content.decode()
    assert not Draft.objects.exists()
    unseal = client.post(reverse("docket:unseal", args=[at.docket]), {"reason": "Over."})
    assert reverse("accounts:again") not in unseal["Location"]


def test_after_fifteen_minutes_it_asks_again(staff: Staff) -> None:
    at = demand_at_work(staff)
    client = signed_in(staff.lead)
    with_codes(staff.lead)
    grown_old(client)
    answer = client.post(reverse("docket:seal", args=[at.docket]), {"ground": "grand_jury"})
    assert answer["Location"].startswith(reverse("accounts:again"))


def test_whoever_has_no_factor_is_not_stopped(staff: Staff) -> None:
    at = demand_at_work(staff)
    client = signed_in(staff.lead)
    client.post(reverse("docket:seal", args=[at.docket]), {"ground": "grand_jury"})
    assert not Draft.objects.exists()


def test_every_form_that_binds_is_stepped_up() -> None:
    binding = {name for name, route in ROUTES.items() if route.who.act in BINDING}
    posted = {name for name in binding if ROUTES[name].method == "POST"}
    assert posted <= fresh.STEPPED_UP
    assert set(ROUTES) >= fresh.STEPPED_UP


def test_a_form_of_a_session_that_ended_is_kept(staff: Staff) -> None:
    at = demand_at_work(staff)
    client = signed_in(staff.counsel)
    session = client.session
    session["seen"] = int(now().timestamp()) - settings.SESSION_IDLE_SECONDS - 1
    session["since"] = session["seen"]
    session.save()
    words = "a long reason that took twenty minutes to write"
    form = {"items": "1", "outcome": "withhold", "reason": words}
    answer = client.post(reverse("docket:propose", args=[at.docket]), form)
    assert answer["Location"].startswith(reverse("accounts:sign-in"))
    assert "What you typed is kept" in client.get(answer["Location"]).content.decode()
    token = services.make_link(SignInLink.SIGN_IN, staff.counsel)
    other = Client()
    link = reverse("accounts:link", args=[token])
    other.get(link)
    arrived = other.post(link, follow=True).content.decode()
    assert words in arrived
    assert words.encode() not in bytes(Draft.objects.get().sealed)


def test_a_draft_is_its_person_s_alone_and_can_be_thrown_away(staff: Staff) -> None:
    at = demand_at_work(staff)
    client = signed_in(staff.lead)
    with_codes(staff.lead)
    client.post(reverse("docket:seal", args=[at.docket]), {"ground": "grand_jury"})
    (draft,) = Draft.objects.all()
    address = reverse("accounts:draft", args=[draft.public_id])
    assert signed_in(staff.clerk).get(address).status_code == 404
    signed_in(staff.clerk).post(address)
    assert Draft.objects.exists()
    client.post(address)
    assert not Draft.objects.exists()
    assert client.get(address).status_code == 404


def test_a_draft_half_a_day_old_is_not_offered(staff: Staff) -> None:
    at = demand_at_work(staff)
    client = signed_in(staff.lead)
    with_codes(staff.lead)
    client.post(reverse("docket:seal", args=[at.docket]), {"ground": "grand_jury"})
    Draft.objects.update(made_at=now() - timedelta(hours=13))
    assert drafts.newest(staff.lead) is None


def test_ways_in_change_only_after_showing_who_is_there(staff: Staff) -> None:
    client = signed_in(staff.counsel)
    with_codes(staff.counsel)
    refused = client.post(reverse("accounts:code-remove"))
    assert refused.status_code == 400
    assert codes.has_generator(staff.counsel)
    session = client.session
    session["factor_at"] = int(now().timestamp())
    session.save()
    client.post(reverse("accounts:code-remove"))
    assert not codes.has_generator(staff.counsel)


def test_the_page_leads_through_a_program_and_shows_recovery_codes_once(staff: Staff) -> None:
    client = signed_in(staff.clerk)
    page = client.post(reverse("accounts:code-new"), follow=True).content.decode()
    assert "<svg" in page
    secret = client.session["new_code_secret"]
    wrong = client.post(reverse("accounts:code-keep"), {"code": "000000"})
    assert wrong.status_code == 403
    shown = client.post(reverse("accounts:code-keep"), {"code": code_at(secret)}, follow=True)
    assert shown.content.decode().count('class="hash"') == 10
    assert "shown this once" not in client.get(reverse("accounts:factors")).content.decode()


def test_a_lead_lets_somebody_in_again_who_lost_everything(staff: Staff) -> None:
    theirs = signed_in(staff.clerk)
    with_codes(staff.clerk)
    lead = signed_in(staff.lead)
    lead.post(reverse("accounts:factors-forget", args=[staff.clerk.public_id]))
    assert not codes.has_generator(staff.clerk)
    assert theirs.get(reverse("intake:inbox")).status_code == 302
    page = lead.post(reverse("accounts:link-for", args=[staff.clerk.public_id]), follow=True)
    assert b"/sign-in/" in page.content
    own = lead.post(reverse("accounts:factors-forget", args=[staff.lead.public_id]))
    assert own.status_code in (400, 403, 409)
    assert _last_acts(staff, 2) == [
        (FactorsTakenAway(person=PersonId(staff.clerk.public_id)), staff.lead.public_id),
        (LinkMade(person=PersonId(staff.clerk.public_id)), staff.lead.public_id),
    ]


def _last_acts(staff: Staff, count: int) -> list[tuple[Act, str | None]]:
    """What was recorded last on the office's docket, and by whom."""
    state = state_for(staff.office.docket_id)
    assert state is not None
    entries = list(state.entries.values())[-count:]
    return [(entry.act, entry.actor.person) for entry in entries]


def test_who_stands_at_the_machine_gets_in_after_losing_everything(staff: Staff) -> None:
    theirs, _ = with_passkey(staff.lead)
    services.start_anew(staff.lead)
    assert theirs.get(reverse("intake:inbox")).status_code == 302
    token = services.make_link(SignInLink.SIGN_IN, staff.lead)
    assert services.redeem_link(token, "browser") == staff.lead
    taken = FactorsTakenAway(person=PersonId(staff.lead.public_id))
    assert _last_acts(staff, 1) == [(taken, staff.lead.public_id)]


def test_ending_all_sessions_ends_this_one_too(staff: Staff) -> None:
    client, other = signed_in(staff.clerk), signed_in(staff.clerk)
    client.post(reverse("accounts:sessions-end"))
    assert client.get(reverse("intake:inbox")).status_code == 302
    assert other.get(reverse("intake:inbox")).status_code == 302


def test_a_wrong_code_leaves_the_link_as_it_is(staff: Staff) -> None:
    with_codes(staff.counsel)
    token = services.make_link(SignInLink.SIGN_IN, staff.counsel)
    with pytest.raises(SignInRefused):
        services.redeem_link(token, "browser", "")
    assert SignInLink.objects.filter(used_at=None).count() == 1
