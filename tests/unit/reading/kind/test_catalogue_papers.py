"""A paper of each rarer instrument is known as that, and a paper about one is not one."""

from __future__ import annotations

import pytest

from tecum.instruments.catalogue import load_catalogue
from tests.unit.reading.papers_catalogue import LOOK_ALIKE, PAPERS
from tests.unit.reading.sheet import read_text


@pytest.mark.parametrize(("id_", "text"), PAPERS, ids=[id_ for id_, _ in PAPERS])
def test_known_by_its_own_marks(id_: str, text: str) -> None:
    reading = read_text(text)
    assert reading.conduct.value == "issues"
    assert reading.kind.value == load_catalogue()[id_].kind
    assert reading.instrument == id_
    assert reading.judicial.value is not True


@pytest.mark.parametrize(("name", "text"), LOOK_ALIKE, ids=[name for name, _ in LOOK_ALIKE])
def test_a_paper_about_one_is_not_one(name: str, text: str) -> None:
    reading = read_text(text)
    assert reading.conduct.value != "issues"
    assert reading.kind.value is None or not reading.kind.value.is_demand
