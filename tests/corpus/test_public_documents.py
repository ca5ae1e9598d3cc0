"""Marked public documents: the goals of DOCKET 1.13 hold on both sets, precision first."""

from __future__ import annotations

import pytest

from tecum.evaluation.proposals import load_stories, score_all
from tests.shared import ROOT

FOLDER = ROOT / "tests" / "corpus" / "public_documents"


@pytest.mark.parametrize(("name", "least"), [("dev", 15), ("held_out", 12)])
def test_the_goals_hold(name: str, least: int) -> None:
    score = score_all(load_stories(FOLDER / name))
    shown = "\n".join(score.misses)
    assert score.documents >= least
    assert (score.share("acceptable", "proposed") or 0) >= 0.70, shown
    assert (score.share("events_found", "events") or 0) >= 0.70, shown
    assert (score.share("attributed_found", "attributed") or 0) >= 0.60, shown
    assert (score.share("wrong_asserter", "asserters") or 0) <= 0.03, shown
    assert score.spans_exact == score.spans > 0
