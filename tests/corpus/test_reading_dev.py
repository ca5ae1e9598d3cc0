"""Safety on the development corpus: no wrong "judicial", no false demand, no wrong "certain"."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from tecum.reading.result import Reading
from tests.corpus import read_once

pytestmark = [pytest.mark.shared("corpus/dev"), read_once.TOGETHER]


@cache
def readings() -> tuple[tuple[str, Reading, dict[str, Any]], ...]:
    return tuple(
        (path.parent.name, reading, json.loads((path.parent / "truth.json").read_text("utf-8")))
        for path, reading in read_once.readings().items()
    )


def accepted(truth: dict[str, Any], field: str) -> set[object]:
    more = truth.get("accept", {}).get(field)
    return {truth[field], *(more if isinstance(more, list) else ())}


def test_judicial_is_never_wrong() -> None:
    wrong = [
        name
        for name, reading, truth in readings()
        if truth["conduct"] == "issues"
        and reading.judicial.value is not None
        and truth.get("accept", {}).get("judicial") is not True
        and reading.judicial.value is not truth["judicial"]
    ]
    assert wrong == []


def test_a_judge_is_only_claimed_at_certain() -> None:
    for name, reading, _ in readings():
        assert reading.judicial.value is None or reading.judicial.band == "certain", name


def test_no_document_is_falsely_a_demand() -> None:
    false = [
        name
        for name, reading, truth in readings()
        if reading.conduct.value == "issues" and "issues" not in accepted(truth, "conduct")
    ]
    assert false == []


def test_no_certain_conduct_or_kind_is_wrong() -> None:
    for field in ("conduct", "kind"):
        wrong = [
            name
            for name, reading, truth in readings()
            for read in (getattr(reading, field),)
            if read.band == "certain" and read.value not in accepted(truth, field)
        ]
        assert wrong == [], field


def test_what_cannot_be_read_is_never_called_no_demand() -> None:
    for name, reading, _ in readings():
        if not reading.outcome.is_read:
            assert reading.conduct.value is None, name
            assert reading.conduct.band == "unreadable", name


def test_most_readable_documents_are_told_right() -> None:
    known = [(r, t) for _, r, t in readings() if r.outcome.is_read]
    for field, goal in (("conduct", 0.97), ("kind", 0.95)):
        right = sum(getattr(r, field).value in accepted(t, field) for r, t in known)
        assert right >= goal * len(known), field
