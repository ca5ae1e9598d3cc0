"""Whose words a line of a mail holds, program by program (READING 13)."""

from __future__ import annotations

import pytest

from tecum.reading.mail.layers import layered
from tecum.reading.text.layout import Layer
from tests.patience import ends
from tests.unit.reading.mails_layered import MAILS

_MEANT = {
    "o": {Layer.BODY},
    "q": {Layer.QUOTED},
    "f": {Layer.FORWARDED},
    "s": {Layer.MAIL_SIGNATURE},
    "d": {Layer.DISCLAIMER},
    "x": {Layer.BODY, Layer.MAIL_SIGNATURE},
}


def wrong_lines(mail: str) -> list[str]:
    """The lines that stand in another layer than the one marked."""
    head, *marked = mail.split("\n")
    rows = [(line[2:], Layer.BODY) for line in marked]
    found = layered(rows, passes_on=head == "FW", replies=head == "RE")
    assert [text for text, _ in found] == [text for text, _ in rows]
    return [
        f"{layer.value}: {text}"
        for line, (text, layer) in zip(marked, found, strict=True)
        if text.strip() and layer not in _MEANT[line[0]]
    ]


@pytest.mark.parametrize("name", MAILS)
def test_every_line_stands_in_the_layer_of_whose_words_it_holds(name: str) -> None:
    assert wrong_lines(MAILS[name]) == []


def test_headers_without_end_are_told_apart_without_copying_what_stands_above() -> None:
    rows = [("From: x", Layer.BODY)] * 150_000
    with ends():
        found = layered(rows, passes_on=False, replies=False)
    assert len(found) == len(rows)
