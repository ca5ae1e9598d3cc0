"""What must hold of every Reading: words that prove it, the same twice, no date library near it."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.evaluation.gather import overlap
from tecum.instruments.catalogue import load_catalogue
from tecum.reading import read as read_module
from tecum.reading.open import open_document
from tecum.reading.read import read
from tecum.reading.text.layout import Layer, Opened, Text
from tests.shared import SHARED
from tests.unit.reading import papers

EXAMPLES = int(os.environ.get("TECUM_TEST_EXAMPLES", "10"))
DATE_LIBRARIES = ("dateutil", "dateparser", "parsedatetime", "arrow", "pendulum", "datefinder")
COMMAND = "import sys; from tecum.cli.__main__ import main; sys.exit(main())"
_SENTENCES = st.sampled_from(
    [
        "YOU ARE COMMANDED to produce the records named below.",
        "Please provide the following within fourteen (14) days of service of this subpoena:",
        "1. All payroll records of 2020.",
        "2. The release date of each person listed.",
        "(a) the names; (b) the addresses;",
        "To: Custodian of Records, Example County",
        "under 8 U.S.C. 1225(d)(4) and 8 CFR 287.4",
        "no later than 5:00 p.m. on February 23, 2018",
        "SUBPOENA",
        "UNITED STATES DISTRICT COURT",
        "Case No. 1:26-cv-00101",
        "/s/ A. Officer, Deportation Officer",
        "dentro de diez (10) días hábiles a partir de la notificación",
        "Date: March 2, 2026",
        "We object to the request as unduly burdensome.",
    ]
)
PAPERS = st.lists(_SENTENCES, min_size=2, max_size=22)


def spans_in(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, dict):
        if {"page", "start", "end", "quote"} <= value.keys():
            yield value
        for inner in value.values():
            yield from spans_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans_in(inner)


def texts_of(opened: Opened) -> list[Text]:
    return [part.text for part in opened.parts if part.text is not None]


def assert_proved(opened: Opened, reading: Mapping[str, Any]) -> int:
    """Every span quotes stored text; its boxes lie on the page and over their letters."""
    texts = texts_of(opened)
    found = 0
    for span in spans_in(reading):
        found += 1
        held = [
            (text, page)
            for text in texts
            for page in text.pages
            if page.n == span["page"] and page.text[span["start"] : span["end"]] == span["quote"]
        ]
        assert held, span
        assert span["quote"].strip()
        if span["boxes"]:
            assert any(_covers(text, page, span) for text, page in held), span
    return found


def _covers(text: Text, page: Any, span: Mapping[str, Any]) -> bool:
    at = text.pages.index(page)
    letters = [b for b in text.char_boxes[at][span["start"] : span["end"]] if b is not None]
    boxes = [tuple(b) for b in span["boxes"]]
    on_page = all(
        -2 <= b[0] <= b[2] <= page.width + 2 and -2 <= b[1] <= b[3] <= page.height + 2
        for b in boxes
    )
    inside = all(
        any(
            b[0] - 0.05 <= x[0] and x[2] <= b[2] + 0.05
            and b[1] - 0.05 <= x[1] and x[3] <= b[3] + 0.05
            for b in boxes
        )
        for x in letters
    )  # fmt: skip
    return on_page and inside


@given(PAPERS)
@settings(max_examples=EXAMPLES)
def test_every_value_of_any_paper_is_proved_by_its_words(rows: list[str]) -> None:
    opened = open_document(papers.letter(rows))
    assert_proved(opened, read(opened, load_catalogue()).to_json())


@given(PAPERS)
@settings(max_examples=EXAMPLES)
def test_every_value_of_any_text_is_proved_by_its_words(rows: list[str]) -> None:
    opened = open_document("\n".join(rows).encode("utf-8"), "a.txt")
    first = read(opened, load_catalogue()).to_json()
    assert_proved(opened, first)
    assert first == read(opened, load_catalogue()).to_json()


def _documents() -> list[Path]:
    folder = SHARED / "corpus" / "dev"
    skipped = ("scan", "fax", "photo", "stamp", "garbled")
    return [
        path
        for path in sorted(folder.glob("*/document.*"))
        if not any(word in path.parent.name for word in skipped)
    ]


@cache
def _read(path: Path) -> tuple[Opened, dict[str, Any]]:
    opened = open_document(path.read_bytes(), path.name)
    return opened, read(opened, load_catalogue()).to_json()


@pytest.mark.shared("corpus/dev")
@pytest.mark.xdist_group("corpus-proved")
def test_every_value_of_the_corpus_is_proved_by_its_words() -> None:
    assert sum(assert_proved(*_read(path)) for path in _documents()) > 300


@pytest.mark.shared("corpus/dev")
@pytest.mark.xdist_group("corpus-proved")
def test_hidden_words_are_no_values() -> None:
    for path in _documents():
        opened, reading = _read(path)
        lines = [line for text in texts_of(opened) for line in text.lines if line.text.strip()]
        hidden = [line for line in lines if line.layer is Layer.HIDDEN]
        shown = " ".join(line.text for line in lines if line.layer is not Layer.HIDDEN)
        for span in spans_in(reading):
            for line in hidden:
                assert span["quote"] not in line.text or span["quote"] in shown, path.parent.name


def _printed(file: Path, seed: str) -> bytes:
    """What a fresh process prints, with another seed for its hashes."""
    return subprocess.run(
        [sys.executable, "-c", COMMAND, "read", str(file), "--json"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    ).stdout


def test_two_fresh_processes_print_the_same_bytes(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(papers.letter(["SUBPOENA", "1. All payroll records.", "within 14 days"]))
    first = _printed(file, "1")
    assert first == _printed(file, "2")
    assert json.loads(first)["schema"] == "tecum.reading/1"


def test_no_general_date_library_is_loaded_by_reading(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("SUBPOENA\nwithin 14 days of March 2, 2026\n", encoding="utf-8")
    code = (
        "import sys; from tecum.cli.__main__ import main; main(); "
        f"print([m for m in {DATE_LIBRARIES!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "read", str(file), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.strip().splitlines()[-1] == "[]"


ISO_ONLY = {
    "document.py": "issued_on of the Reading is an ISO date that our own grammar wrote",
}
"""Where a date that READ itself has written is taken up again; document text never is."""


def test_reading_parses_no_date_of_a_document_with_a_library() -> None:
    folder = Path(read_module.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in ("strptime", "fromisoformat"):
                assert node.attr == "fromisoformat", path.name
                assert path.name in ISO_ONLY, path.name
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [a.name for a in node.names] + [getattr(node, "module", "") or ""]
                assert not any(n.split(".")[0] in DATE_LIBRARIES for n in names), path.name


def test_the_overlap_of_boxes_is_their_common_share() -> None:
    assert overlap([(0, 0, 1, 1)], [(0, 0, 1, 1)]) == 1.0
    assert overlap([(0, 0, 1, 1)], [(2, 2, 3, 3)]) == 0.0
