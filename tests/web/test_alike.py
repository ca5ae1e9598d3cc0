"""Duplicates, twins and failed redactions on the page; reading again; nothing hidden is named."""

from __future__ import annotations

import json
import logging

import pytest
from django.test import Client
from django.urls import reverse

from tecum.docket.acts import DocumentRead
from tecum.docket.acts.arrival import AttachedAs, Dismissal, ValueStanding
from tecum.docket.acts.registration import Need
from tecum.docket.entry import EntryId
from tecum.docket.errors import NotPermitted
from tecum.web.accounts.errors import NotFound
from tecum.web.docket import selectors, services
from tecum.web.docket.models import Docket
from tecum.web.intake import jobs, reading
from tecum.web.intake import services as intake
from tecum.web.intake.alike import alike
from tecum.web.intake.models import LikenessBand, ReadingMade
from tecum.web.intake.selectors import document_bytes, fields_shown, working_copy
from tecum.web.intake.services import attach, confirm_field, correct_field, dismiss, read_again
from tecum.words import Channel
from tests.unit.reading import papers_covered
from tests.unit.reading.likeness.test_likeness import letter
from tests.web.browsing import signed_in
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db


def _taken_in(staff: Staff, content: bytes, name: str) -> str:
    docket = intake.receive_document(content, name, Channel.POST, staff.clerk).docket
    services.assign_demand(staff.clerk, docket, staff.clerk, Need.READ)
    jobs.work_all()
    return docket


def _page(client: Client, docket: str) -> str:
    return client.get(reverse("docket:page", args=[docket])).content.decode()


def _twins(staff: Staff) -> tuple[str, str]:
    one = _taken_in(staff, letter("Subject A", "March 1, 2021", "24-0071").encode(), "a.txt")
    two = _taken_in(staff, letter("Subject B", "April 2, 2021", "24-0098").encode(), "b.txt")
    return one, two


def test_twin_letters_are_shown_with_what_differs(staff: Staff) -> None:
    one, two = _twins(staff)
    (found,) = alike(staff.counsel, two)
    assert (found.docket, found.by, found.twins) == (one, "near_text", True)
    assert ("24-0098", "24-0071") in [(row.here, row.there) for row in found.differing]
    assert "same letter with other particulars" in _page(signed_in(staff.counsel), two)


def test_what_may_not_be_known_of_is_not_named(staff: Staff) -> None:
    one, two = _twins(staff)
    Docket.objects.filter(pk=one).update(walled=True)
    assert alike(staff.counsel_b, two) == []
    shown = _page(signed_in(staff.counsel_b), two)
    assert one not in shown
    assert "24-0071" not in shown
    arrival = next(iter(selectors.state_for(two).arrivals))  # type: ignore[union-attr]
    with pytest.raises(NotFound):
        attach(staff.counsel_b, two, arrival, one, AttachedAs.ANSWER)


def test_differences_are_for_those_who_see_the_words_of_both(staff: Staff) -> None:
    _, two = _twins(staff)
    (found,) = alike(staff.auditor, two)
    assert found.differing == ()
    assert "24-0071" not in _page(signed_in(staff.auditor), two)


def test_the_index_holds_no_word_and_no_plain_hash(staff: Staff) -> None:
    _, two = _twins(staff)
    kept = list(LikenessBand.objects.values_list("band", flat=True))
    assert kept
    assert all(len(band) == 32 and set(band) <= set("0123456789abcdef") for band in kept)
    made = ReadingMade.objects.get(docket_id=two)
    assert "24-0098" not in json.dumps(made.summary)


def test_only_a_person_joins(staff: Staff) -> None:
    text = letter("Subject A", "March 1, 2021", "24-0071").encode()
    one, two, three = (_taken_in(staff, text, "a.txt") for _ in range(3))
    assert [row.by for row in alike(staff.clerk, two)] == ["same_file", "same_file"]
    arrivals = [next(iter(selectors.state_for(d).arrivals)) for d in (two, three)]  # type: ignore[union-attr]
    dismiss(staff.clerk, two, arrivals[0], Dismissal.DUPLICATE_OF, target=one)
    attach(staff.clerk, three, arrivals[1], one, AttachedAs.CORRESPONDENCE)
    states = [selectors.state_for(docket) for docket in (two, three)]
    steps = [
        state.arrivals[EntryId(a)].step.value
        for state, a in zip(states, arrivals, strict=True)
        if state
    ]
    assert steps == ["dismissed", "filed"]
    with pytest.raises(NotPermitted):
        attach(staff.auditor, one, arrivals[0], two, AttachedAs.ANSWER)


def test_a_failed_redaction_is_counted_sealed_and_never_shown(
    staff: Staff, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    docket = _taken_in(staff, papers_covered.FAILED["a black highlight"], "x.pdf")
    state = selectors.state_for(docket)
    assert state is not None
    (act,) = [e.act for e in state.entries.values() if isinstance(e.act, DocumentRead)]
    assert act.failed_redactions == 19
    with pytest.raises(NotFound):
        document_bytes(staff.clerk, docket)
    assert document_bytes(staff.counsel, docket).startswith(b"%PDF")
    assert working_copy(staff.clerk, docket).startswith(b"%PDF")
    for person in (staff.clerk, staff.counsel, staff.lead, staff.auditor):
        client = signed_in(person)
        for address in (reverse("intake:inbox"), reverse("docket:page", args=[docket])):
            shown = client.get(address).content.decode()
            assert "Zobrist" not in shown
            assert "Quillfeather" not in shown
            assert "A redaction of the sender failed" in shown
    assert (
        signed_in(staff.clerk).get(reverse("intake:page-image", args=[docket, 1])).status_code
        == 200
    )
    assert "Zobrist" not in caplog.text
    assert "Zobrist" not in json.dumps(ReadingMade.objects.get(docket_id=docket).summary)
    assert not any("Zobrist" in str(row.value) for row in fields_shown(staff.counsel, docket))


def test_hidden_text_is_shown_to_those_who_see_the_page(staff: Staff) -> None:
    docket = _taken_in(staff, papers_covered.CLEAN["white words on white paper"], "x.pdf")
    assert "Zobrist" in _page(signed_in(staff.counsel), docket)
    assert "Zobrist" not in _page(signed_in(staff.auditor), docket)


def test_read_again_leaves_what_people_settled(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = b"Please send the records within 14 days of receipt of this letter.\nSincerely,\n"
    docket = _taken_in(staff, text, "a.txt")
    state = selectors.state_for(docket)
    assert state is not None
    (entry,) = state.readings
    before = {row.path: row for row in fields_shown(staff.clerk, docket)}
    confirm_field(staff.clerk, docket, entry, "due.0")
    correct_field(staff.clerk, docket, entry, "recipient", value="County of Example")
    correct_field(staff.clerk, docket, entry, "issuer", standing=ValueStanding.UNKNOWN)
    assert not read_again(staff.clerk, docket)
    with pytest.raises(NotPermitted):
        read_again(staff.auditor, docket)
    for module in (reading, intake):
        monkeypatch.setattr(module, "READER", "tecum 99")
    other = text.replace(b"14 days", b"21 days")
    monkeypatch.setattr(reading.store, "read_bytes", _instead(text, other))
    assert intake.read_older_again() == 1
    assert jobs.work_all() == 1
    after = {row.path: row for row in fields_shown(staff.clerk, docket)}
    assert after["due.0"].value == before["due.0"].value
    assert (after["due.0"].machine["amount"], after["due.0"].state) == (21, "checked")
    assert after["due.0"].differs
    assert after["recipient"].value == "County of Example"
    assert after["issuer"].state == "unknown"
    made = ReadingMade.objects.filter(docket_id=docket).order_by("id")
    assert [row.reader for row in made][-1] == "tecum 99"
    assert "due.0" in made.last().summary["changed"]  # type: ignore[union-attr]
    shown = _page(signed_in(staff.clerk), docket)
    assert "A newer reading says:" in shown
    assert "Read again: look at this." in shown
    assert intake.read_older_again() == 0


def _instead(old: bytes, new: bytes):  # type: ignore[no-untyped-def]
    """Bytes as a newer reader would see them: other words in the same file."""
    from tecum.web.intake import store

    given = store.read_bytes

    def read(file, docket_id):  # type: ignore[no-untyped-def]
        content = given(file, docket_id)
        return new if content == old else content

    return read
