"""Role × act × matter, through the pages and the predicates: exactly the table, and no route more.

What is not visible answers as what does not exist: same status, same body.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tecum.docket.acts import ACTS
from tecum.docket.errors import NotPermitted
from tecum.web.accounts import policies
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.tries import TRIES
from tecum.web.demo import urls as demo_urls
from tecum.web.docket.desk import desk
from tecum.web.docket.models import Docket
from tecum.web.docket.record import new_docket_id
from tecum.web.docket.selectors import state_for
from tecum.web.ledger.sequencer import put_waiting_into_log
from tecum.words import Role
from tests.web.browsing import same_page, signed_in
from tests.web.conftest import Staff
from tests.web.routes import OF_OTHERS, OF_PACKS, OF_REPORTS, ROUTES, Route
from tests.web.table import LETTERS, MATTERS, READS, SEES, STAFF, roles_of
from tests.web.world import At, admit, demand_at_work, one_of_each

pytestmark = pytest.mark.django_db
REFUSED = b"Your role does not include this"
HIDDEN = b"The words of this paper are hidden from you"
MISSING = At(new_docket_id(), "0" * 32, "0" * 32, "0" * 32, "0" * 32)
ABOUT_A_DOCKET = {name: route for name, route in ROUTES.items() if route.who.docket}
PLAIN = {name: route for name, route in ROUTES.items() if not route.who.docket}


def _names(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLPattern):
            yield f"{prefix}{one.name or ''}"
        else:
            inner = f"{one.namespace}:" if one.namespace else ""
            yield from _names(one.url_patterns, prefix + inner)


def test_every_address_says_who_may() -> None:
    known = [*_names(get_resolver().url_patterns)]
    known += [f"{demo_urls.app_name}:{one.name}" for one in demo_urls.urlpatterns]
    assert sorted(set(known)) == sorted(ROUTES)
    assert len(known) == len(set(known))


def test_the_products_table_is_the_written_one() -> None:
    for slug in ACTS:
        assert policies.MATRIX[slug] & ACTS[slug].recorded_by == roles_of(slug), slug


def _world(staff: Staff, people: dict[Role, Person], matter: str) -> At:
    if matter == "office":
        state = state_for(staff.office.docket_id)
        assert state is not None
        put_waiting_into_log()
        return At(staff.office.docket_id, "0" * 32, "0" * 32, entry=next(iter(state.entries)))
    at = demand_at_work(staff, walled=matter in ("walled", "listed"))
    if matter in ("assigned", "listed"):
        for person in people.values():
            admit(person, at)
    put_waiting_into_log()
    return at


def _holds(letters: str, role: Role) -> bool:
    return role in {LETTERS[letter] for letter in letters}


ARGUMENTS = {**OF_PACKS, **OF_REPORTS, **OF_OTHERS}
OF_THE_SESSION = frozenset(
    f"accounts:{name}"
    for name in (
        "again", "code-keep", "code-new", "code-remove", "draft", "link", "passkey-answer",
        "passkey-keep", "passkey-new", "passkey-options", "passkey-remove", "recovery-new",
        "session-end-own", "sessions-end", "sign-out",
    )
)  # fmt: skip
"""Addresses about whoever is at the browser, tried with the ways in."""
NOTHING_THERE = (
    "reports:owed",
    "reports:plot",
    "reports:certified",
    "reports:certified-file",
    "reports:second",
    "reports:file",
    "ledger:add-checkpoint",
    "ledger:cosigned-head",
    "exchange:paper",
    "exchange:again",
    "accounts:link-for",
    "accounts:person",
    "accounts:roles",
    "accounts:close",
    "accounts:reopen",
    "accounts:session-end",
    "office:letter",
    "accounts:factors-forget",
    "chronologies:page",
    "chronologies:event",
    "chronologies:exhibit",
    "chronologies:document-add",
    "chronologies:document-read",
    "chronologies:document",
    "chronologies:document-told",
    "chronologies:proposal-edit",
    "chronologies:proposal-accept",
    "chronologies:proposal-reject",
    "chronologies:note",
    "chronologies:claim",
    "chronologies:change",
    "chronologies:join",
    "chronologies:part",
    "feeds:feed",
    "feeds:revoke",
    "packs:review",
    "packs:version",
    "packs:proposal",
    "packs:effect",
    "packs:effect-row",
    "packs:approve",
    "packs:return",
    "packs:activate",
)


@pytest.mark.parametrize("matter", MATTERS)
def test_each_act_on_each_matter_is_for_whom_the_table_says(staff: Staff, matter: str) -> None:
    people = one_of_each(staff)
    at = _world(staff, people, matter)
    docket = Docket.objects.get(pk=at.docket)
    for role, person in people.items():
        sees = _holds(SEES[matter], role)
        assert policies.may_see(person, docket) is sees, role
        assert policies.may_see_subjects(person, docket) is _holds(READS[matter], role), role
        for slug in ACTS:
            of_office = matter == "office" and slug.startswith(("pack-", "report-", "name-"))
            allowed = (sees or of_office) and role in roles_of(slug)
            assert bool(policies.may(person, slug, docket)) is allowed, (role, slug)
            if allowed:
                assert policies.require(person, slug, docket) is role
                continue
            with pytest.raises(NotPermitted if sees else NotFound):
                policies.require(person, slug, docket)


@contextmanager
def _undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _ask(client: Client, name: str, route: Route, at: At) -> HttpResponse:
    arguments = {
        "ledger:receipt": [at.entry],
        "ledger:openings": [at.entry],
        "exchange:message": [at.entry],
        "intake:page-image": [at.docket, 1],
        "docket:record": [at.docket, "demand-linked"],
    }.get(name, [at.docket])
    address = reverse(name, args=arguments)
    with _undone():
        if route.method == "GET":
            return client.get(address)
        fact = next(name for name, spec in desk().packs.facts.items() if spec.about == "demand")
        names = {key: getattr(at, key) for key in ("arrival", "docket", "proposal", "reading")}
        form = {key: text.format(**names, fact=fact) for key, text in route.form.items()}
        return client.post(address, form)


@pytest.mark.parametrize("matter", MATTERS)
def test_each_page_and_form_on_each_matter(staff: Staff, matter: str) -> None:
    people = one_of_each(staff)
    at = _world(staff, people, matter)
    for role, person in people.items():
        client = signed_in(person)
        for name in ABOUT_A_DOCKET:
            if not name.startswith("campaigns:"):
                _expect(client, name, at, role, matter)


def _expect(client: Client, name: str, at: At, role: Role, matter: str) -> None:
    """One cell: nothing there, a page, a refusal that names the roles, or an act tried."""
    route = ROUTES[name]
    answer = _ask(client, name, route, at)
    cell = (name, role.value, answer.status_code, answer.content[-600:])
    visible = _holds(SEES[matter], role)
    if route.who.reads:
        # The office's docket holds no paper: nothing to read even for those who may.
        visible = _holds(READS[matter], role) and matter != "office"
    if not visible:
        missing = _ask(client, name, route, MISSING)
        assert answer.status_code == missing.status_code == 404, cell
        assert same_page(answer.content) == same_page(missing.content), cell
        assert dict(answer.items()) == dict(missing.items()), cell
    elif not route.who.act:
        assert answer.status_code == 200, cell
    elif role in roles_of(route.who.act):
        assert REFUSED not in answer.content, cell
        hidden = route.who.vouches and not _holds(READS[matter], role)
        assert (HIDDEN in answer.content) is hidden, cell
    else:
        # An answer to no item is refused before it is asked whose it would be.
        empty = name == "docket:send" and matter == "office"
        assert answer.status_code == (400 if empty else 409), cell
        assert empty or REFUSED in answer.content, cell


@pytest.mark.parametrize("role", STAFF)
def test_pages_about_no_docket(staff: Staff, role: Role) -> None:
    client = signed_in(one_of_each(staff)[role])
    for name, route in PLAIN.items():
        if name.startswith("demo:") or name in OF_THE_SESSION:
            continue
        arguments = ARGUMENTS.get(name, [])
        address = reverse(name, args=arguments) if name else "/"
        with _undone():
            answer = client.get(address) if route.method == "GET" else client.post(address)
        allowed = route.who.roles is None or role in route.who.roles
        expected = dict.fromkeys(("", "intake:upload", "docket:recount-accept"), 302)
        expected |= dict.fromkeys(NOTHING_THERE, 404)
        expected |= {"packs:propose": 400, "language": 302}
        expected |= dict.fromkeys(("exchange:take", "exchange:stop"), 302)
        expected |= dict.fromkeys(("exchange:draft", "exchange:compare", "exchange:trust"), 400)
        expected |= dict.fromkeys(("search:person", "campaigns:open"), 400)
        expected |= dict.fromkeys(("reports:certify", "reports:nothing"), 400)
        expected |= dict.fromkeys(("office:team-keep", "office:terms-set"), 400)
        expected |= dict.fromkeys(("office:mail-keep", "office:mail-test"), 400)
        expected |= {"office:rotate": 400, "office:mail-proved": 400, "office:letter-keep": 302}
        expected |= {"intake:erasures-agree": 404, "intake:erasures-withdraw": 302}
        assert answer.status_code == (expected.get(name, 200) if allowed else 404), name
        if route.both:
            with _undone():
                posted = client.post(address, route.form)
            assert posted.status_code == (200 if allowed else 404), name


def test_without_sign_in_there_is_only_the_way_in(staff: Staff) -> None:
    at = demand_at_work(staff)
    client = Client()
    for name, route in ROUTES.items():
        if not route.who.sign_in or name.startswith("demo:"):
            continue
        if route.who.docket and not name.startswith("campaigns:"):
            answer = _ask(client, name, route, at)
        else:
            method = client.get if route.method == "GET" else client.post
            answer = method(reverse(name, args=ARGUMENTS.get(name, [])))
        assert answer.status_code == 302, name
        assert answer["Location"].startswith("/sign-in?next="), name
    TRIES.forget()
    assert client.get("/sign-in/" + "x" * 43).status_code == 403
    TRIES.forget()


SWAPPED = {
    "docket:confirm": {"path": "kind", "reading": "{reading}"},
    "docket:correct": {"path": "recipient", "value": "X", "reading": "{reading}"},
    "docket:approve": {"proposal": "{proposal}"},
    "docket:return": {"proposal": "{proposal}", "reason": "No."},
    "intake:dismiss": {"outcome": "news", "arrival": "{arrival}"},
    "intake:release": {"arrival": "{arrival}"},
    "intake:attach": {"arrival": "{arrival}", "target": "{docket}", "role": "answer"},
    "docket:delivery": {"of": "{arrival}", "event": "delivered"},
    "docket:acknowledged": {"of": "{arrival}", "on": "2020-01-14"},
}


@pytest.mark.parametrize("name", SWAPPED)
def test_ids_of_another_docket_do_nothing(staff: Staff, name: str) -> None:
    mine, walled = demand_at_work(staff), demand_at_work(staff, walled=True)
    person = staff.counsel_b
    client = signed_in(person)
    before = {row.pk: row.seq for row in Docket.objects.all()}
    answers = []
    for other in (walled, MISSING):
        names = {key: getattr(other, key) for key in ("arrival", "docket", "proposal", "reading")}
        form = {key: text.format(**names) for key, text in SWAPPED[name].items()}
        answers.append(client.post(reverse(name, args=[mine.docket]), form))
    swapped, missing = answers
    assert {row.pk: row.seq for row in Docket.objects.all()} == before
    assert 400 <= swapped.status_code < 500, swapped.content[-500:]
    assert swapped.status_code == missing.status_code
    assert same_page(swapped.content) == same_page(missing.content)


def test_a_receipt_of_a_walled_entry_is_not_there(staff: Staff) -> None:
    walled = demand_at_work(staff, walled=True)
    put_waiting_into_log()
    client = signed_in(staff.counsel_b)
    for tail in ("", "?open=entry", "?open=content", "/openings"):
        here = client.get(f"/receipts/{walled.entry}{tail}")
        nowhere = client.get(f"/receipts/{'0' * 32}{tail}")
        assert here.status_code == nowhere.status_code == 404, tail
        assert same_page(here.content) == same_page(nowhere.content), tail
    assert walled.entry.encode() not in client.get("/receipts").content


def test_the_place_in_a_list_tells_nothing_of_what_is_hidden(staff: Staff) -> None:
    walled = demand_at_work(staff, walled=True)
    demand_at_work(staff)
    client = signed_in(staff.counsel_b)
    here = client.get(f"/docket?after={walled.docket}")
    nowhere = client.get(f"/docket?after={MISSING.docket}")
    assert here.status_code == 200
    assert same_page(here.content) == same_page(nowhere.content)
    for page in ("/docket", "/inbox", "/deadlines", "/approvals", "/campaigns", "/chronologies"):
        assert walled.docket.encode() not in client.get(page).content, page
