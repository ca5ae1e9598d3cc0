"""What must hold of every opened document: spans quote, boxes cover, the same bytes the same."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.reading.open import open_document
from tecum.reading.text.layout import Layer, Text
from tests.shared import SHARED
from tests.unit.reading import papers

EXAMPLES = int(os.environ.get("TECUM_TEST_EXAMPLES", "12"))
WORDS = st.text(alphabet="abcdefgßéfiflAZ019.,;:()[]-–§'", min_size=1, max_size=14)
ROWS = st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=25)


def _holds(text: Text) -> None:
    for i, page in enumerate(text.pages):
        assert page.text_sha256 == hashlib.sha256(page.text.encode()).hexdigest()
        boxes = text.char_boxes[i]
        assert len(boxes) in (0, len(page.text))
        for line in (row for row in text.lines if row.page == page.n):
            assert line.text == page.text[line.start : line.end]
            span = text.span(page.n, line.start, line.end)
            assert span.quote == line.text
            if not boxes:
                assert line.box is None
                continue
            assert line.box is not None
            for at in range(line.start, line.end):
                box = boxes[at]
                assert (box is None) == (page.text[at] == " ")
                if box is None or line.layer in (Layer.HIDDEN, Layer.NOTE):
                    continue
                assert line.box[0] - 0.02 <= box[0] <= box[2] <= line.box[2] + 0.02
                assert line.box[1] - 0.02 <= box[1] <= box[3] <= line.box[3] + 0.02
    flow = text.flow()
    for at in range(0, len(flow.text), 37):
        for span in flow.spans(at, min(at + 20, len(flow.text))):
            assert span.quote == text.pages[span.page - 1].text[span.start : span.end]


@given(ROWS)
@settings(max_examples=EXAMPLES)
def test_spans_of_any_pdf_quote_its_text(rows: list[str]) -> None:
    data = papers.letter(rows)
    opened = open_document(data)
    assert opened == open_document(data)
    if opened.parts[0].text is not None:
        _holds(opened.parts[0].text)


@given(st.text(max_size=400))
@settings(max_examples=EXAMPLES)
def test_spans_of_any_text_quote_it(content: str) -> None:
    opened = open_document(content.encode("utf-8", "replace"), "a.txt")
    if opened.parts[0].text is not None:
        _holds(opened.parts[0].text)


@given(st.binary(max_size=600), st.sampled_from([b"%PDF-1.4\n", b"PK\x03\x04", b"From: a\n", b""]))
@settings(max_examples=EXAMPLES)
def test_any_bytes_end_with_a_word(tail: bytes, head: bytes) -> None:
    opened = open_document(head + tail)
    assert opened.sha256 == hashlib.sha256(head + tail).hexdigest()
    assert opened.reason


def _documents() -> list[Path]:
    return sorted((SHARED / "corpus" / "dev").glob("*/document.*"))


@pytest.mark.shared("corpus/dev")
@pytest.mark.parametrize("path", _documents(), ids=lambda path: path.parent.name)
def test_spans_of_the_corpus_quote_and_cover(path: Path) -> None:
    opened = open_document(path.read_bytes(), path.name)
    for part in opened.parts:
        if part.text is not None:
            _holds(part.text)
            for page in part.text.pages:
                for line in part.text.lines:
                    if line.page == page.n and line.box and line.layer is Layer.BODY:
                        assert -2 <= line.box[0] <= line.box[2] <= page.width + 2
                        assert -2 <= line.box[1] <= line.box[3] <= page.height + 2
