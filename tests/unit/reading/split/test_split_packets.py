"""Borders and roles of whole packets, and what their papers say of each other (READING 7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from tecum.reading.split.split import Piece, split
from tests.unit.reading import packets_parts as p
from tests.unit.reading.packets import PACKETS
from tests.unit.reading.sheet import read_text, text_of


def _flat(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        yield piece
        yield from piece.belongs


@pytest.mark.parametrize("name", PACKETS)
def test_a_packet_falls_into_its_documents(name: str) -> None:
    pages = PACKETS[name]
    pieces, _ = split(text_of(*(text for _, text in pages)))
    found = {piece.pages[0]: piece.role for piece in _flat(pieces)}
    wanted = {n: role for n, (role, _) in enumerate(pages, start=1) if role}
    assert sorted(found) == sorted(wanted)
    told = {n: role.value for n, role in found.items() if role is not None}
    named = {n: role for n, role in wanted.items() if role not in ("other", "instrument")}
    assert told == named


def test_a_schedule_belongs_to_the_instrument_that_refers_to_it() -> None:
    pieces, _ = split(text_of(p.SUBPOENA, p.SECOND_SUBPOENA, p.ATTACHMENT))
    assert [[row.pages for row in piece.belongs] for piece in pieces] == [[(3,)], []]


def test_a_proof_belongs_to_the_instrument_that_it_names() -> None:
    proof = "PROOF OF SERVICE\n\nI served the Chief of Police by hand on June 7, 2019.\n"
    reading = read_text(p.SUBPOENA, p.SECOND_SUBPOENA, p.ATTACHMENT, proof)
    assert reading.served_on.value is None
    assert [other.served_on.value for other in reading.others] == ["2019-06-07"]
    assert [other.service_method.value for other in reading.others] == ["hand"]


def test_a_proof_is_not_of_the_cover_letter() -> None:
    reading = read_text(p.COVER, p.SUBPOENA, p.ATTACHMENT, p.PROOF)
    assert (reading.kind.value, reading.served_on.value) == ("civil_subpoena", "2019-06-05")
    assert reading.service_method.value == "certified_mail"
    assert [(row.role, row.served_on.value) for row in reading.others] == [("cover_letter", None)]


def test_an_affidavit_dated_before_service_is_noted_and_not_corrected() -> None:
    reading = read_text(p.SUBPOENA, p.ATTACHMENT, p.EARLY_AFFIDAVIT)
    assert "proof_before_service" in reading.warnings
    assert reading.served_on.value == "2019-06-05"
    assert "proof_before_service" not in read_text(p.SUBPOENA, p.ATTACHMENT, p.AFFIDAVIT).warnings


def test_a_letter_dated_before_its_subpoena_is_noted_and_not_corrected() -> None:
    early = p.COVER.replace("June 3, 2019", "May 30, 2019")
    reading = read_text(early, p.SUBPOENA, p.ATTACHMENT)
    assert "letter_before_instrument" in reading.warnings
    assert reading.issued_on.value == "2019-06-03"
    assert "letter_before_instrument" not in read_text(p.COVER, p.SUBPOENA).warnings


def test_an_attachment_that_is_not_there_is_named() -> None:
    assert read_text(p.COVER, p.SUBPOENA).missing_enclosures == ("Attachment A",)
    assert read_text(p.COVER, p.SUBPOENA, p.ATTACHMENT).missing_enclosures == ()


def test_items_come_from_the_schedule() -> None:
    reading = read_text(p.AGENCY_COVER, p.AGENCY_SUBPOENA, p.SCHEDULE, p.SCHEDULE_ON)
    assert [item.label for item in reading.items] == ["1", "2", "3", "4", "5"]


def test_neither_an_envelope_nor_a_fax_cover_is_what_a_file_is_about() -> None:
    for wrapper in (p.ENVELOPE, p.FAX):
        reading = read_text(wrapper, p.EARLIER_LETTER)
        assert reading.role not in ("envelope", "fax_cover")
        assert reading.document_pages == (2,)


def test_two_instruments_are_two_readings() -> None:
    reading = read_text(p.SUBPOENA, p.ATTACHMENT, p.PROOF, p.SECOND_SUBPOENA, p.AFFIDAVIT)
    assert reading.document_pages == (1, 2, 3)
    assert [other.document_pages for other in reading.others] == [(4, 5)]
    assert [item.label for item in reading.items] == ["1", "2"]


DECLARATION = (
    "DECLARATION IN SUPPORT OF CIVIL SUBPOENA DUCES TECUM\n\n"
    "1. I am the attorney for plaintiff.\n\n"
    "2. The witness has control of the documents below and shall produce them at trial.\n\n"
    "Exact documents to be produced: The loan file for slip 14; letters about default.\n\n"
    "Dated May 20, 2019\n"
)


def test_the_declaration_of_a_subpoena_says_what_it_commands_to_bring() -> None:
    reading = read_text(p.SUBPOENA, DECLARATION)
    assert [other.role for other in reading.others] == []
    pieces, _ = split(text_of(p.SUBPOENA, DECLARATION))
    assert [[row.pages for row in piece.belongs] for piece in pieces] == [[(2,)]]


def test_a_declaration_against_a_subpoena_stands_for_itself() -> None:
    against = DECLARATION.replace("SUPPORT OF", "SUPPORT OF MOTION TO QUASH")
    pieces, _ = split(text_of(p.SUBPOENA, against))
    assert not any(row.role == "schedule" for piece in pieces for row in piece.belongs)
