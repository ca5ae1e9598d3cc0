"""Erasure: two persons, no hold, nothing left to open or to confirm, and every receipt holds.

``TECUM_TEST_DICTIONARY`` sets how many values are tried against what is left (default 20,000).
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.urls import reverse

from tecum.docket.acts import PreservationEnded, PreservationStarted
from tecum.docket.acts.course import Audience
from tecum.docket.acts.erasure import ErasureGround, ErasureScope
from tecum.docket.acts.records import PreservationCause
from tecum.docket.acts.registration import SealGround
from tecum.docket.acts.service import LetterPurpose
from tecum.docket.errors import (
    HoldInForce,
    NotPermitted,
    SamePerson,
    StalePreview,
    UnknownReference,
)
from tecum.ledger.policy import Policy
from tecum.ledger.verify import Outcome, verify
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.services import add_person
from tecum.web.demo.paper import pdf
from tecum.web.docket import services, states
from tecum.web.docket.models import Docket, Entry
from tecum.web.docket.record import record
from tecum.web.intake import store
from tecum.web.intake.erasing import (
    Extent,
    agree,
    erase,
    extent,
    mark_of,
    purge_erased,
    waiting,
)
from tecum.web.intake.models import ErasureAsked, FileKey, LikenessBand, StoredFile
from tecum.web.intake.services import receive_document
from tecum.web.ledger.models import Statement, VaultKey, VaultRecord
from tecum.web.ledger.selectors import receipt_for, trust_file
from tecum.web.ledger.sequencer import put_waiting_into_log
from tecum.words import Channel, Role
from tests.web.browsing import signed_in
from tests.web.canaries import Canaries
from tests.web.conftest import Staff
from tests.web.rebuilt import rebuild_all, snapshot
from tests.web.world import At, confirm_all, read_paper, registration

pytestmark = pytest.mark.django_db
TRIED = int(os.environ.get("TECUM_TEST_DICTIONARY", "20000"))
WHOLE, SUBJECT, FILE = ErasureScope.DOCKET, ErasureScope.SUBJECT, ErasureScope.FILE
ENDED = ErasureGround.RETENTION_END


@pytest.fixture
def other_lead(staff: Staff) -> Person:
    return add_person(staff.lead, "Second lead", [Role.LEAD])


@pytest.fixture
def at(staff: Staff) -> At:
    """A demand that names one person, with words in every kind of field."""
    words = ["EXAMPLE AGENCY", "SUBPOENA", "To: Example County Sheriff", "Records of Tansy Quill"]
    made = read_paper(staff, pdf(words))
    confirm_all(staff.counsel, made)
    services.register_demand(staff.counsel, made.docket, registration(subject="Tansy Quill"))
    services.add_note(staff.counsel, made.docket, "Tansy Quill called.", Audience.MATTER)
    put_waiting_into_log()
    return made


def proofs(at: At, lead: Person) -> Iterator[Outcome]:
    policy = Policy.parse(trust_file().encode())
    for pk in Entry.objects.filter(docket=at.docket).order_by("seq").values_list("pk", flat=True):
        yield verify(receipt_for(lead, pk), policy).outcome


def everything() -> bytes:
    """Every column of every table, and every file of the office."""
    held = []
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            held += [bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode()
                     for row in cursor.fetchall() for v in row]  # fmt: skip
    files = [path for path in settings.HOME.root.rglob("*") if path.is_file()]
    return b"\n".join([*held, *(path.read_bytes() for path in files if "sqlite3" not in path.name)])


def test_a_docket_is_erased_and_every_proof_stands(
    staff: Staff, other_lead: Person, at: At, django_capture_on_commit_callbacks: Any
) -> None:
    before = list(proofs(at, staff.lead))
    state = states.state_of(Docket.objects.get(pk=at.docket))
    assert state.demand is not None
    reach = extent(staff.lead, at.docket, WHOLE)
    assert reach.keys > 5
    assert reach.files >= 2
    with django_capture_on_commit_callbacks(execute=True):
        (entry,) = erase(staff.lead, other_lead, at.docket, WHOLE, ENDED)
    put_waiting_into_log()
    assert len(entry.act.entries) == len(reach.entries)  # type: ignore[attr-defined]
    assert list(proofs(at, staff.lead))[: len(before)] == before
    assert extent(staff.lead, at.docket, WHOLE) == Extent((), 0, 0)
    assert not FileKey.objects.filter(docket_id=at.docket).exists()
    assert not LikenessBand.objects.filter(docket_id=at.docket).exists()
    assert not [path for path in settings.HOME.files.glob("*/*") if path.is_file()]
    (note,) = Statement.objects.filter(type="erased").values_list("note", flat=True)
    assert b"code retention_end" in bytes(note)
    assert bytes(note).count(b"\nref ") == len(reach.entries)
    shown = signed_in(staff.lead).get(reverse("docket:page", args=[at.docket])).content.decode()
    assert "Tansy" not in shown
    whole = snapshot()
    rebuild_all()
    assert snapshot() == whole


def test_what_is_left_confirms_nothing(staff: Staff, other_lead: Person, at: At) -> None:
    true = b"Tansy Quill"
    kept = everything()
    erase(staff.lead, other_lead, at.docket, WHOLE, ENDED)
    left = everything()
    assert true not in left
    made = (f"Tansy {n}".encode() for n in range(TRIED))
    digests = [hashlib.sha256(value).digest() for value in (true, *made)]
    assert not any(digest in left or digest.hex().encode() in left for digest in digests)
    (paper,) = [row for row in StoredFile.objects.all() if row.keyed_hash.encode() in left][:1]
    assert paper.keyed_hash.encode() not in kept, "whoever has the file confirms nothing with it"
    docket = Docket.objects.get(pk=at.docket)
    assert not VaultRecord.objects.filter(docket_id=docket.pk).exclude(shred="keep").exists()


def test_values_of_one_person_go_and_the_rest_stays(
    staff: Staff, other_lead: Person, at: At
) -> None:
    with pytest.raises(UnknownReference):
        erase(staff.lead, other_lead, at.docket, SUBJECT, ENDED, subject="s9")
    erase(staff.lead, other_lead, at.docket, SUBJECT, ErasureGround.ERASURE_REQUEST, subject="s1")
    state = states.state_of(Docket.objects.get(pk=at.docket))
    assert state.demand is not None
    (named,) = state.demand.act.subjects
    assert not isinstance(named.name, str)
    assert FileKey.objects.filter(docket_id=at.docket, is_document=True).exists()
    assert state.erasures


def test_a_file_goes_with_all_that_was_read_from_it(
    staff: Staff, other_lead: Person, django_capture_on_commit_callbacks: Any
) -> None:
    twin = receive_document(b"same bytes", "a.txt", Channel.FAX, staff.clerk)
    again = receive_document(b"same bytes", "b.txt", Channel.FAX, staff.clerk)
    name = StoredFile.objects.get(keys__docket_id=twin.docket).name
    with django_capture_on_commit_callbacks(execute=True):
        erase(staff.lead, other_lead, twin.docket, FILE, ErasureGround.MISTAKE, file=name)
    file = StoredFile.objects.get(name=name)
    assert [key.docket_id for key in FileKey.objects.filter(file=file)] == [again.docket]
    assert any(path.name == file.sealed_sha256 for path in settings.HOME.files.glob("*/*"))
    with django_capture_on_commit_callbacks(execute=True):
        erase(staff.lead, other_lead, again.docket, FILE, ErasureGround.MISTAKE, file=name)
    assert not any(path.name == file.sealed_sha256 for path in settings.HOME.files.glob("*/*"))


def test_one_person_alone_erases_nothing(staff: Staff, other_lead: Person, at: At) -> None:
    with pytest.raises(SamePerson):
        erase(staff.lead, staff.lead, at.docket, WHOLE, ENDED)
    with pytest.raises(NotPermitted):
        erase(staff.lead, staff.counsel, at.docket, WHOLE, ENDED)
    for person in (staff.counsel, staff.clerk, staff.auditor):
        with pytest.raises((NotPermitted, NotFound)):
            erase(person, other_lead, at.docket, WHOLE, ENDED)
    assert extent(staff.lead, at.docket, WHOLE).keys > 5


def test_nothing_is_erased_while_it_must_be_preserved(
    staff: Staff, other_lead: Person, at: At
) -> None:
    kept = PreservationStarted(scope="all", cause=PreservationCause.COURT_ORDER)
    hold = record(staff.counsel, at.docket, kept)
    with pytest.raises(HoldInForce):
        erase(staff.lead, other_lead, at.docket, WHOLE, ENDED)
    assert extent(staff.lead, at.docket, WHOLE).keys > 5
    over = PreservationEnded(preservation=hold.id, cause=PreservationCause.PERIOD_OVER)
    record(staff.counsel, at.docket, over)
    assert erase(staff.lead, other_lead, at.docket, WHOLE, ENDED)


def test_keys_that_come_back_from_a_backup_are_destroyed_again(
    staff: Staff, other_lead: Person, at: At
) -> None:
    records = list(VaultRecord.objects.all())
    keys, files = list(VaultKey.objects.all()), list(FileKey.objects.all())
    erase(staff.lead, other_lead, at.docket, WHOLE, ENDED)
    there = set(VaultRecord.objects.values_list("pk", flat=True))
    VaultRecord.objects.bulk_create([row for row in records if row.pk not in there])
    VaultKey.objects.bulk_create([row for row in keys if row.record_id not in there])
    FileKey.objects.bulk_create(files)
    states.forget()
    assert purge_erased() > 5
    assert extent(staff.lead, at.docket, WHOLE) == Extent((), 0, 0)
    assert purge_erased() == 0


def test_what_comes_after_an_erasure_is_not_erased_with_it(
    staff: Staff, other_lead: Person, at: At
) -> None:
    records = list(VaultRecord.objects.all())
    keys = list(VaultKey.objects.all())
    erase(staff.lead, other_lead, at.docket, WHOLE, ENDED)
    letter = services.send_letter(
        staff.counsel, at.docket, LetterPurpose.ACKNOWLEDGEMENT,
        document=b"the records are gone", to="Example Agency", channel=Channel.POST,
    )  # fmt: skip
    assert purge_erased() == 0
    there = set(VaultRecord.objects.values_list("pk", flat=True))
    back = [row for row in records if row.pk not in there]
    VaultRecord.objects.bulk_create(back)
    VaultKey.objects.bulk_create([row for row in keys if row.record_id not in there])
    states.forget()
    assert purge_erased() > 5
    state = states.state_of(Docket.objects.get(pk=at.docket))
    assert state.entries[letter.id].act.to == "Example Agency"  # type: ignore[attr-defined]
    (held,) = FileKey.objects.filter(docket_id=at.docket)
    assert store.read_bytes(held.file, at.docket) == b"the records are gone"


def test_words_planted_everywhere_are_gone(staff: Staff, other_lead: Person) -> None:
    words = Canaries()
    at = read_paper(staff, pdf(["EXAMPLE AGENCY", "SUBPOENA", f"Records of {words.name()}"]))
    confirm_all(staff.counsel, at)
    services.register_demand(staff.counsel, at.docket, registration(subject=words.name()))
    for _ in range(20):
        services.add_note(
            staff.counsel, at.docket, f"{words.name()} {words.number()}", Audience.MATTER
        )
    client = signed_in(staff.counsel)
    pages = [reverse(f"docket:{tab}", args=[at.docket]) for tab in ("page", "items", "trail")]
    assert any(words.found_in(client.get(page).content) for page in pages)
    erase(staff.lead, other_lead, at.docket, WHOLE, ENDED)
    assert words.found_in(everything()) == []
    for page in pages:
        assert words.found_in(client.get(page).content) == []


def test_two_persons_erase_by_the_pages(staff: Staff, other_lead: Person, at: At) -> None:
    mine, theirs = signed_in(staff.lead), signed_in(other_lead)
    page = reverse("intake:erase", args=[at.docket])
    shown = mine.get(page).content.decode()
    assert 'value="docket:"' in shown
    assert 'value="subject:s1"' in shown
    assert "about the person s1" not in shown
    assert "belongs to" in signed_in(staff.clerk).get(page).content.decode()
    wanted = {"what": "docket:", "code": "court_order"}
    assert mine.post(reverse("intake:erase-ask", args=[at.docket]), wanted).status_code == 302
    assert extent(staff.lead, at.docket, WHOLE).entries, "nothing goes at the first word"
    waiting = mine.get(reverse("intake:erasures")).content.decode()
    assert "Another lead, or an operator" in waiting
    assert reverse("docket:page", args=[at.docket]) in waiting
    assert "Agree, and erase now" not in waiting
    (asked,) = ErasureAsked.objects.all()
    consent = {"docket": at.docket, "seen": mark_of(asked)}
    refused = mine.post(reverse("intake:erasures-agree"), consent)
    assert refused.status_code == 409
    assert "Agree, and erase now" in theirs.get(reverse("intake:erasures")).content.decode()
    clerk = signed_in(staff.clerk)
    assert clerk.get(reverse("intake:erasures")).status_code == 404
    assert clerk.post(reverse("intake:erasures-agree"), {"docket": at.docket}).status_code == 404
    done = theirs.post(reverse("intake:erasures-agree"), consent, follow=True)
    assert "every proof stands" in done.content.decode()
    assert extent(staff.lead, at.docket, WHOLE) == Extent((), 0, 0)
    assert "left to erase" in mine.get(page).content.decode()


def test_the_second_person_sees_whom_and_which_file_it_is_about(
    staff: Staff, other_lead: Person, at: At
) -> None:
    """Placeholders and names of stored files say nothing to whoever agrees."""
    mine, theirs = signed_in(staff.lead), signed_in(other_lead)
    page = reverse("intake:erase", args=[at.docket])
    (called,) = re.findall(r"about the person ([^<]+)<?", mine.get(page).content.decode())[:1]
    ask = reverse("intake:erase-ask", args=[at.docket])
    mine.post(ask, {"what": "subject:s1", "code": "erasure_request"})
    waiting = theirs.get(reverse("intake:erasures")).content.decode()
    assert f"Subject {called.strip()} ·" in waiting
    file = re.findall(r'value="(file:[^"]+)"', mine.get(page).content.decode())[0]
    theirs.post(reverse("intake:erasures-withdraw"), {"docket": at.docket})
    mine.post(ask, {"what": file, "code": "erasure_request"})
    assert (
        "File that came with entry 1 ·" in theirs.get(reverse("intake:erasures")).content.decode()
    )


def test_a_request_can_be_taken_back(staff: Staff, other_lead: Person, at: At) -> None:
    wanted = {"what": "subject:s1", "code": "erasure_request"}
    mine = signed_in(staff.lead)
    mine.post(reverse("intake:erase-ask", args=[at.docket]), wanted)
    signed_in(other_lead).post(reverse("intake:erasures-withdraw"), {"docket": at.docket})
    gone = signed_in(other_lead).post(reverse("intake:erasures-agree"), {"docket": at.docket})
    assert gone.status_code == 404
    assert extent(staff.lead, at.docket, SUBJECT, subject="s1").entries


def test_whoever_agrees_agrees_to_what_was_seen(staff: Staff, other_lead: Person, at: At) -> None:
    mine, theirs = signed_in(staff.lead), signed_in(other_lead)
    address = reverse("intake:erase-ask", args=[at.docket])
    mine.post(address, {"what": "subject:s1", "code": "erasure_request"})
    page = theirs.get(reverse("intake:erasures")).content.decode()
    (asked,) = ErasureAsked.objects.all()
    assert f'name="seen" value="{mark_of(asked)}"' in page
    mine.post(address, {"what": "docket:", "code": "erasure_request"})
    form = {"docket": at.docket, "seen": mark_of(asked)}
    assert theirs.post(reverse("intake:erasures-agree"), form).status_code == 409
    assert extent(staff.lead, at.docket, SUBJECT, subject="s1").entries
    with pytest.raises(StalePreview):
        agree(other_lead, at.docket, "")


def test_a_request_on_a_sealed_matter_is_known_to_its_members_alone(
    staff: Staff, other_lead: Person, at: At
) -> None:
    services.seal_matter(staff.lead, at.docket, SealGround.OFFICE_WALL, [])
    address = reverse("intake:erase-ask", args=[at.docket])
    assert signed_in(staff.lead).post(address, {"what": "docket:"}).status_code == 302
    (asked,) = ErasureAsked.objects.all()
    outside = signed_in(other_lead)
    assert at.docket[:12] not in outside.get(reverse("intake:erasures")).content.decode()
    form = {"docket": at.docket, "seen": mark_of(asked)}
    assert outside.post(reverse("intake:erasures-agree"), form).status_code == 404
    outside.post(reverse("intake:erasures-withdraw"), form)
    assert list(waiting(staff.lead)) == list(waiting(staff.operator)) == [asked]
    assert list(waiting(other_lead)) == []
