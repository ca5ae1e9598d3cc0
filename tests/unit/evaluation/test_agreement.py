"""Our scores and the independent scorer's, figure by figure, on whole and on spoilt Readings."""

from __future__ import annotations

import copy
import importlib.util
import json
import random
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Any

import pytest

from tecum.evaluation.score import figures, score_document
from tecum.evaluation.sheet import Sheet
from tecum.evaluation.truth import Truth, load_corpus
from tests.corpus import read_once
from tests.shared import SHARED

pytestmark = [
    pytest.mark.shared("corpus/dev"),
    pytest.mark.shared("tools"),
    read_once.TOGETHER,
]

Pairs = list[tuple[Truth, dict[str, Any] | None]]


@cache
def scorer() -> ModuleType:
    path = SHARED / "tools" / "score_reading.py"
    spec = importlib.util.spec_from_file_location("independent_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def readings() -> tuple[tuple[Truth, dict[str, Any]], ...]:
    """Every document read once, as JSON that went through text."""
    return tuple(
        (truth, json.loads(json.dumps(read_once.readings()[truth.document].to_json())))
        for folder in read_once.FOLDERS
        for truth in load_corpus(SHARED / "corpus" / folder)
    )


def theirs(pairs: Pairs) -> dict[str, Any]:
    module = scorer()
    score = module.Score()
    for truth, reading in pairs:
        error = None if reading is not None else "no reading"
        suffix = truth.document.suffix
        score.document(truth.id, dict(truth.fields), reading, error, 0.1, truth.text, suffix)
    module.report(score, [])
    return {
        "documents": score.docs,
        "counts": dict(score.c),
        "fields": {k: t.dict() for k, t in score.f.items()},
        "all": score.all.dict(),
        "items": dict(score.items, f1=score.if1, boundary_f1=score.bf1),
        "authorities": dict(score.auth),
        "provenance": dict(score.P),
        "bands": {k: t.dict() for k, t in score.band.items()},
        "channels": {c: {k: t.dict() for k, t in v.items()} for c, v in score.chan.items()},
        "confusion": {
            k: sorted([str(x), str(y), n] for (x, y), n in c.items()) for k, c in score.conf.items()
        },
    }


def ours(pairs: Pairs) -> dict[str, Any]:
    sheet = Sheet()
    for truth, reading in pairs:
        score_document(sheet, truth, reading)
    return figures(sheet)


def flat(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every figure by its path; counts of nothing and tallies of nothing left out."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from flat(inner, f"{path}/{key}")
    elif path.endswith("/interval") or path.startswith("/counts/failed: ") or not value:
        return
    else:
        yield path, value


def assert_agree(pairs: Pairs) -> None:
    mine, independent = dict(flat(ours(pairs))), dict(flat(theirs(pairs)))
    assert mine == independent


def test_the_scores_of_the_corpus_agree() -> None:
    assert_agree(list(readings()))
    assert len(dict(flat(ours(list(readings()))))) > 500


def test_documents_that_could_not_be_read_are_counted_alike() -> None:
    assert_agree([(t, None if i % 3 == 0 else r) for i, (t, r) in enumerate(readings())])


def spoilt(value: Any, chance: random.Random) -> Any:
    """A Reading with values, bands, lists and spans changed at random."""
    if isinstance(value, dict):
        if "band" in value and chance.random() < 0.2:
            value["band"] = chance.choice(["certain", "likely", "unsure", "absent", "conflict"])
        if "value" in value and chance.random() < 0.15:
            value["value"] = chance.choice([None, "issues", True, 14, "2018-02-23", "Cook County"])
        for key, part in (
            ("unit", ["days", "hours", "weeks", "business", None]),
            ("direction", ["after", "before", None]),
            ("trigger", ["service", "receipt", "issue", "letter_date", "unknown", None]),
            ("counting", ["business", "calendar", "unstated", None]),
            ("form", ["date", "period", "event", "instanter"]),
            ("category", ["identity", "hold", "other", None]),
        ):
            if key in value and not isinstance(value[key], dict) and chance.random() < 0.2:
                value[key] = chance.choice(part)
        return {k: spoilt(v, chance) for k, v in value.items()}
    if isinstance(value, list):
        rows = [spoilt(v, chance) for v in value if chance.random() > 0.1]
        return rows + rows[:1] if chance.random() < 0.1 and rows else rows
    if isinstance(value, float) and chance.random() < 0.02:
        return -value
    return value


@pytest.mark.parametrize("seed", range(6))
def test_the_scores_of_spoilt_readings_agree(seed: int) -> None:
    chance = random.Random(seed)
    pairs: Pairs = [
        (truth, spoilt(copy.deepcopy(reading), chance)) for truth, reading in readings()
    ]
    assert_agree(pairs)


def test_each_truth_read_as_the_next_documents_agrees() -> None:
    rows = readings()
    assert_agree([(rows[i - 1][0], reading) for i, (_, reading) in enumerate(rows)])
