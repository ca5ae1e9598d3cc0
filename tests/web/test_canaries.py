"""Planted names and numbers through every way in: found in no column, log, tile, name or page
of somebody without access. A destroyed key opens nothing, and every receipt still holds.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from tecum.docket.acts.answer import ItemAnswered
from tecum.docket.acts.arrival import CallMethod, CallResult, NumberFrom
from tecum.docket.acts.course import Audience
from tecum.docket.acts.courts import OrderEffect
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.registration import Need
from tecum.docket.acts.service import DeliveryCode, DeliveryEvent, LetterPurpose, ServedBy
from tecum.docket.entry import Label, SubjectRef
from tecum.docket.parts import ItemAsked, SubjectNamed
from tecum.docket.vocabulary import AnswerDisputeCode, Disposition, DisputeCode
from tecum.ledger.policy import Policy
from tecum.ledger.verify import verify
from tecum.web.accounts.models import Person
from tecum.web.demo.paper import pdf
from tecum.web.docket import services, states
from tecum.web.docket.models import Entry
from tecum.web.intake.models import FileKey
from tecum.web.intake.services import correct_field, receive_document
from tecum.web.ledger.models import Statement, VaultKey
from tecum.web.ledger.selectors import openable, receipt_for, trust_file
from tecum.web.ledger.sequencer import put_waiting_into_log
from tecum.web.ledger.vault import openings_of
from tecum.web.status.logs import JsonLines
from tecum.words import Category, Channel, Kind, Role
from tests.web.browsing import signed_in
from tests.web.canaries import Canaries
from tests.web.conftest import Staff
from tests.web.world import At, confirm_all, read_paper

pytestmark = pytest.mark.django_db
ENOUGH = 1000
SEALED = {
    "ledger_vaultrecord": {"sealed"},
    "ledger_vaultkey": {"wrapped"},
    "intake_filekey": {"wrapped", "sealed_name"},
    "intake_passwordgiven": {"sealed"},
}
"""The columns that hold sealed values; every other column must hold none in clear."""


@dataclass(frozen=True)
class Planted:
    """A docket into which every word was planted."""

    at: At
    words: Canaries


@pytest.fixture
def lines() -> Iterator[StringIO]:
    """What the product logs, as it would stand on its error stream."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    roots = [logging.getLogger(name) for name in ("", "tecum", "django", "django.request")]
    for logger in roots:
        logger.addHandler(handler)
    yield stream
    for logger in roots:
        logger.removeHandler(handler)


def _paper(words: Canaries) -> bytes:
    return pdf(
        [
            "EXAMPLE AGENCY",
            "ADMINISTRATIVE SUBPOENA",
            "To: Example County Sheriff",
            f"Subject: {words.name().upper()}, {words.name().upper()}",
            f"Case number: {words.number()}",
            "You are required to produce within 14 days:",
            f"1. The last home address of {words.name()}, born in {words.name()}",
            f"2. The release date of {words.name()} (file {words.number()})",
            f"Call {words.name()} at {words.number()}.",
        ]
    )


def _planted(staff: Staff) -> Planted:
    words = Canaries()
    at = read_paper(staff, _paper(words))
    services.assign_demand(staff.lead, at.docket, staff.clerk, Need.READ)
    _other_ways_in(staff, words)
    _correct(staff, at, words)
    _decide(staff, at, words)
    _answer(staff, at, words)
    return Planted(at, words)


def _other_ways_in(staff: Staff, words: Canaries) -> None:
    mail = f"From: {words.name()}@{words.name()}.test\nSubject: {words.name()}\n\n{words.name()}"
    receive_document(
        mail.encode(),
        f"../{words.name()}/{words.name()}.{words.name()}",
        Channel.EMAIL,
        staff.clerk,
        sender=f"{words.name()} <{words.name()}@example.test>",
        addressed_to="records@office.test",
        channel_ref=f"<{words.number()}@{words.name()}>",
    )
    client = signed_in(staff.clerk)
    for _ in range(3):
        name = f"{words.name()}.{words.name()}"
        file = SimpleUploadedFile(name, f"{words.name()} {words.number()}".encode())
        client.post("/inbox/upload", {"files": [file], "channel": "fax"})
    from tecum.web.intake.jobs import work_all

    work_all()


def _correct(staff: Staff, at: At, words: Canaries) -> None:
    confirm_all(staff.counsel, at)
    for path in ("signatory.name", "recipient", "issuer", "place_or_manner"):
        correct_field(staff.counsel, at.docket, at.reading, path, value=words.name())
    for n in range(5):
        value = {"name": words.name(), "identifiers": [words.number(), words.name()]}
        correct_field(
            staff.counsel, at.docket, at.reading, f"subjects.{n}", value=json.dumps(value)
        )
    items = tuple(
        ItemAsked(
            label=Label(str(n)),
            text=f"Home address of {words.name()}, {words.number()}",
            category=Category.HOME_ADDRESS,
            subject=SubjectRef("s1"),
        )
        for n in range(1, 9)
    )
    subjects = tuple(
        SubjectNamed(subject=SubjectRef(f"s{n}"), name=words.name(), identifiers=(words.number(),))
        for n in range(1, 9)
    )
    wanted = services.Registration(
        kind=Kind.ADMINISTRATIVE_SUBPOENA,
        issuer="Example Agency",
        recipient="Example County Sheriff",
        items=items,
        subjects=subjects,
        signatory=words.name(),
        matter_numbers=(words.number(), words.number()),
    )
    services.register_demand(staff.counsel, at.docket, wanted)


def _decide(staff: Staff, at: At, words: Canaries) -> None:
    docket = at.docket
    services.record_service(
        staff.clerk, docket, ServedBy.HAND, date(2020, 1, 13),
        server=words.name(), place=words.name(),
    )  # fmt: skip
    services.dispute_service(staff.counsel, docket, [DisputeCode.WRONG_PLACE], words.name())
    services.reckon_deadlines(staff.clerk, docket)
    for audience in Audience:
        services.add_note(staff.counsel, docket, f"{words.name()} {words.number()}", audience)
    services.call_back_sender(
        staff.clerk, docket, CallMethod.CALL_BACK, CallResult.CONFIRMED,
        number=words.number(), number_from=NumberFrom.OFFICIAL_SITE,
    )  # fmt: skip
    services.enter_order(
        staff.clerk, docket, "Example Court", OrderEffect.STAYS, date(2020, 1, 14),
        judge=words.name(), number=words.number(),
    )  # fmt: skip
    services.state_non_receipt(
        staff.counsel, docket, [(Channel.POST, 3)], scope=f"All of {words.name()}"
    )
    services.take_findings(staff.counsel, docket)
    proposed = services.propose_determination(
        staff.counsel, docket, ["1", "2"], Determined.WITHHOLD, reason=words.name()
    )
    services.return_determination(staff.counsel_b, docket, proposed.id, words.name())
    again = services.propose_determination(
        staff.counsel, docket, ["1", "2"], Determined.WITHHOLD, reason=words.name()
    )
    services.approve_determination(staff.counsel_b, docket, again.id)


def _answer(staff: Staff, at: At, words: Canaries) -> None:
    sent = services.send_answer(
        staff.counsel,
        at.docket,
        [ItemAnswered(item=Label("1"), disposition=Disposition.WITHHELD, basis=())],
        document=f"{words.name()} {words.number()}".encode(),
        to=words.name(),
        channel=Channel.POST,
        name=f"{words.name()}.txt",
    )
    services.send_letter(
        staff.counsel, at.docket, LetterPurpose.ACKNOWLEDGEMENT,
        document=words.name().encode(), to=words.name(), channel=Channel.EMAIL,
    )  # fmt: skip
    services.record_delivery(
        staff.clerk, at.docket, sent.id, DeliveryEvent.FAILED, code=DeliveryCode.ADDRESS_UNKNOWN,
        reply=words.name(), tracking=words.number(),
    )  # fmt: skip
    services.dispute_receipt(
        staff.counsel, at.docket, [AnswerDisputeCode.NOT_RECEIVED], of=sent.id, text=words.name()
    )


def _columns() -> dict[str, bytes]:
    """Every column that is not sealed, with all its values as bytes."""
    held: dict[str, list[bytes]] = {}
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for name, value in zip(names, row, strict=True):
                    if name not in SEALED.get(table, set()):
                        held.setdefault(f"{table}.{name}", []).append(_bytes(value))
    return {name: b"\n".join(values) for name, values in held.items()}


def _bytes(value: object) -> bytes:
    if isinstance(value, bytes | memoryview):
        return bytes(value)
    return str(value).encode()


def test_what_is_planted_stands_nowhere_in_clear(staff: Staff, lines: StringIO) -> None:
    planted = _planted(staff)
    words = planted.words
    # Papers are planted until there are enough words; each passes the same door.
    while len(words.words) < ENOUGH:
        lines_of = [f"{words.name()} {words.number()}" for _ in range(20)]
        receive_document(
            "\n".join(lines_of).encode(),
            f"{words.name()}.txt",
            Channel.DROP,
            staff.clerk,
            sender=words.name(),
            channel_ref=words.number(),
        )
    while put_waiting_into_log():
        pass
    columns = _columns()
    assert "docket_entry.body" in columns
    assert "django_session.session_data" in columns
    assert {name: found for name, all_ in columns.items() if (found := words.found_in(all_))} == {}
    paths = [path for path in settings.HOME.root.rglob("*") if "test.sqlite3" not in path.name]
    assert words.found_in_all(str(path).encode() for path in paths) == []
    assert [
        path.name for path in paths if path.is_file() and words.found_in(path.read_bytes())
    ] == []
    assert any(path.is_relative_to(settings.HOME.log) for path in paths)
    assert words.found_in_all(bytes(row.note) for row in Statement.objects.all()) == []
    bare = [receipt_for(staff.lead, pk) for pk in _entries(planted.at)]
    assert len(bare) > 20
    assert words.found_in_all(bare) == []
    assert words.found_in(lines.getvalue().encode()) == []


def test_the_search_would_find_what_it_looks_for() -> None:
    import base64

    words = Canaries()
    word = words.name()
    for shown in (
        word.encode(),
        word.upper().encode(),
        word.encode().hex().encode(),
        *(base64.b64encode(b"x" * n + word.encode() + b"tail") for n in range(3)),
    ):
        assert words.found_in(b"before " + shown + b" after") == [word]
    assert words.found_in(b"nothing of the kind") == []


def _entries(at: At) -> list[str]:
    rows = Entry.objects.filter(docket=at.docket).order_by("seq")
    return list(rows.values_list("pk", flat=True))


PAGES = (
    "/inbox", "/inbox?state=read", "/docket", "/deadlines", "/approvals", "/receipts",
    "/campaigns", "/chronologies", "/packs",
)  # fmt: skip
TABS = ("page", "dates", "items", "answer", "trail")


def _no_subjects(staff: Staff) -> dict[str, Person]:
    from tecum.web.accounts.services import add_person

    clerk = add_person(staff.lead, "Second clerk", [Role.CLERK])
    return {"auditor": staff.auditor, "clerk": clerk}


def test_pages_show_nothing_planted_to_those_without_access(staff: Staff) -> None:
    at, words = (planted := _planted(staff)).at, planted.words
    put_waiting_into_log()
    shown = signed_in(staff.counsel).get(reverse("docket:items", args=[at.docket]))
    assert words.found_in(shown.content), "whoever has access must see the words"
    # Institutions are no persons: who issued and who received stands in lists.
    for who, person in _no_subjects(staff).items():
        client = signed_in(person)
        addresses = [*PAGES, *(reverse(f"docket:{tab}", args=[at.docket]) for tab in TABS)]
        addresses += [f"/receipts/{pk}" for pk in _entries(at)]
        addresses += [f"/receipts/{pk}/openings" for pk in _entries(at)]
        addresses += [f"/receipts/{pk}?open=content" for pk in _entries(at)]
        addresses += [
            reverse("intake:download", args=[at.docket]),
            reverse("intake:page-image", args=[at.docket, 1]),
        ]
        leaks = {}
        for address in addresses:
            answer = client.get(address)
            found = words.found_in(answer.content + str(answer.headers).encode())
            if found:
                leaks[address] = found
        assert leaks == {}, who


def test_pages_of_errors_and_their_log_lines_hold_nothing_planted(
    staff: Staff, lines: StringIO
) -> None:
    words = Canaries()
    at = read_paper(staff)
    client = signed_in(staff.clerk, raise_request_exception=False)
    stranger = Client(raise_request_exception=False)
    for one in (client, stranger):
        one.get(f"/docket/{words.name()}?q={words.name()}")
        one.get(f"/sign-in/{words.name()}")
        one.get("/inbox", HTTP_HOST=f"{words.name()}.test")
        one.post(f"/docket/{at.docket}/confirm", {"path": words.name(), "reading": words.name()})
        one.post(f"/docket/{at.docket}/fact", {"fact": words.name(), "value": words.name()})
        one.post(f"/docket/{at.docket}/dismiss", {"outcome": words.name()})
        one.post(
            "/inbox/upload", b"x", content_type=f"multipart/form-data; boundary={words.name()}"
        )
        one.get("/inbox", HTTP_COOKIE=f"tecum={words.name()}")
    assert words.found_in(lines.getvalue().encode()) == []


def test_a_destroyed_key_opens_nothing_and_every_receipt_still_holds(staff: Staff) -> None:
    planted = _planted(staff)
    at, words = planted.at, planted.words
    while put_waiting_into_log():
        pass
    policy = Policy.parse(trust_file().encode())
    before = {pk: receipt_for(staff.lead, pk) for pk in _entries(at)}
    opened = {pk: openings_of([pk])[pk] for pk in _entries(at)}
    assert any(one.fields for one in opened.values())
    VaultKey.objects.filter(record__docket_id=at.docket).delete()
    FileKey.objects.filter(docket_id=at.docket).delete()
    states.forget()
    for pk, first in before.items():
        gone = openings_of([pk])[pk]
        assert not gone.fields
        assert not gone.labels
        assert openable(staff.lead, pk) == []
        again = receipt_for(staff.lead, pk)
        for receipt in (first, again):
            assert verify(receipt, policy).outcome.name == "LOGGED"
    client = signed_in(staff.counsel, raise_request_exception=False)
    for tab in TABS:
        answer = client.get(reverse(f"docket:{tab}", args=[at.docket]))
        assert words.found_in(answer.content) == [], tab
    document = client.get(reverse("intake:download", args=[at.docket]))
    assert document.status_code in (404, 422)
    assert words.found_in(document.content) == []
