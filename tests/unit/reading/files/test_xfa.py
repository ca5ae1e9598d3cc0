"""What was typed into a dynamic form is listed, hidden from every value."""

from __future__ import annotations

import io

import pikepdf
import pytest

from tecum.instruments.catalogue import load_catalogue
from tecum.reading.files.xfa import data_rows
from tecum.reading.open import open_document
from tecum.reading.read import read
from tecum.reading.text.layout import Layer
from tests.unit.reading import papers

DATA = (
    b'<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><form1>'
    b"<Recipient>Example County Sheriff</Recipient><DueOn>2024-05-03</DueOn><Empty/>"
    b"</form1></xfa:data></xfa:datasets>"
)
BOMB = b'<!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>'


def _form(packet: bytes, whole: bool = False) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.letter())) as document:
        stream = document.make_stream(packet)
        template = document.make_stream(b"<template/>")
        packets = ["template", template, "datasets", stream]
        held = stream if whole else pikepdf.Array([pikepdf.String(p) if isinstance(p, str) else p
                                                   for p in packets])  # fmt: skip
        form = pikepdf.Dictionary(XFA=held, Fields=pikepdf.Array())
        document.Root.AcroForm = document.make_indirect(form)
        document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("whole", [False, True])
def test_the_filled_places_are_listed_with_their_names(whole: bool) -> None:
    packet = b"<xdp><template><text>Form</text></template>" + DATA + b"</xdp>" if whole else DATA
    rows = data_rows(_form(packet, whole), None)
    assert rows == ["Recipient: Example County Sheriff", "DueOn: 2024-05-03"]


@pytest.mark.parametrize("packet", [BOMB, b"", b"<a", b"<a/>"])
def test_a_broken_packet_lists_nothing(packet: bytes) -> None:
    assert data_rows(_form(packet), None) == []
    assert data_rows(papers.letter(), None) == []


def test_no_value_is_taken_from_the_packet() -> None:
    opened = open_document(_form(DATA))
    if opened.outcome.value == "dynamic_form":
        text = opened.parts[0].text
        assert text is not None
        assert {line.layer for line in text.lines} == {Layer.HIDDEN}
    reading = read(opened, load_catalogue())
    assert reading.recipient.value is None or opened.outcome.is_read
