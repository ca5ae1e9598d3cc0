"""Safety of triage on the development corpus: no wrong judge, no late date, no silence."""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tecum.provenance import Span
from tecum.reading.open import open_document
from tecum.reading.result import DuePhrase
from tecum.reckoning import by_id
from tecum.triage import Desk, Triage, triage_opened
from tecum.triage.deadlines import Rules, deadline, events_of
from tecum.words import DueFor, DueForm, OwedBy, TextFrom
from tests.shared import SHARED

pytestmark = [pytest.mark.shared("corpus/dev"), pytest.mark.xdist_group("corpus-triaged")]

ON = date(2026, 7, 1)
RECEIVED = datetime.fromisoformat("2026-07-01T10:00:00-07:00")
SHAPE = (
    "date", "time", "tz", "amount", "unit", "counting", "direction", "trigger", "trigger_text",
)  # fmt: skip


@cache
def desk() -> Desk:
    return Desk.for_nobody(("us-federal",))


@cache
def triages() -> tuple[tuple[str, Triage, dict[str, Any]], ...]:
    rows = []
    for folder in ("dev", "public"):
        for truth in sorted((SHARED / "corpus" / folder).glob("*/truth.json")):
            document: Path = next(truth.parent.glob("document.*"))
            opened = open_document(document.read_bytes(), document.name)
            found = triage_opened(
                opened, document.name, desk(), on=ON, known_on=ON, received_at=RECEIVED
            )
            rows.append((truth.parent.name, found, json.loads(truth.read_text("utf-8"))))
    return tuple(rows)


def test_no_judge_is_claimed_where_there_is_none() -> None:
    wrong = [
        name
        for name, found, truth in triages()
        if found.reading is not None
        and found.reading.judicial.value is True
        and truth["judicial"] is not True
    ]
    assert wrong == []


def test_what_makes_no_demand_gets_no_deadline_finding_or_duty() -> None:
    seen = 0
    for name, found, truth in triages():
        more = truth.get("accept", {}).get("conduct")
        if "issues" in {truth["conduct"], *(more if isinstance(more, list) else ())}:
            continue
        seen += 1
        assert not found.is_demand, name
        assert (found.deadlines, found.findings, found.duties) == ((), (), ()), name
    assert seen >= 10


def test_a_scan_is_read_with_the_words_that_prove_it() -> None:
    scans = [
        (name, found.reading)
        for name, found, _ in triages()
        if found.reading is not None and found.reading.pages[0].text_from is TextFrom.OCR
    ]
    assert len(scans) >= 10
    for name, reading in scans:
        assert reading.conduct.value is not None, name
        assert reading.pages[0].engine == "tesseract", name
        assert any(key.startswith("ocr_conf_") for key in reading.conduct.signals), name


def true_safe_days(found: Triage, truth: dict[str, Any]) -> list[date]:
    """The safe days of the truth's own phrases, counted from the same events."""
    rules = Rules(
        clocks=by_id(block.clock for block in desk().packs.clocks),
        calendars=desk().calendars,
        office=desk().office,
        known_on=ON,
        has_profile=False,
    )
    assert found.reading is not None
    events = events_of(found.reading, RECEIVED)
    days = []
    for row in truth["due"]:
        phrase = DuePhrase(
            form=DueForm(row["form"]),
            spans=(Span(1, 0, 0, ""),),
            due_for=DueFor(row.get("for") or "other"),
            owed_by=OwedBy(row.get("owed_by") or "unknown"),
            **{name: row.get(name) for name in SHAPE},
        )
        counted = deadline(phrase, events, rules).reckoned
        if counted is not None and counted.safe is not None and counted.safe.day is not None:
            days.append(counted.safe.day)
    return days


def test_no_safe_date_is_later_than_that_of_the_true_phrases() -> None:
    """Each true day is met by a safe day not after it, or is left to a person as undated."""
    late, counted = [], 0
    for name, found, truth in triages():
        if not found.is_demand or not truth["due"]:
            continue
        shown = [
            row.reckoned.safe.day
            for row in found.deadlines
            if row.due_for is not DueFor.OBJECTION
            and row.reckoned
            and row.reckoned.safe
            and row.reckoned.safe.day
        ]
        undated = [row for row in found.deadlines if row.reckoned is None or not row.reckoned.safe]
        for day in true_safe_days(found, truth):
            counted += 1
            if shown and min(shown) > day and not undated:
                late.append((name, day, min(shown)))
    assert late == []
    assert counted >= 10


def test_every_read_demand_says_when_or_that_it_does_not_know() -> None:
    for name, found, _ in triages():
        for row in found.deadlines:
            shape = row.to_json()
            assert shape["safe"] is not None or shape["notes"], (name, row.phrase)
