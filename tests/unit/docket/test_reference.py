"""The reference of acts is what the code declares."""

from __future__ import annotations

from tecum.docket.acts import ACTS
from tecum.docket.reference import acts_reference
from tests.shared import ROOT


def test_the_reference_equals_the_code() -> None:
    assert (ROOT / "docs/reference/acts.md").read_text(encoding="utf-8") == acts_reference()


def test_every_act_stands_in_it_once() -> None:
    text = acts_reference()
    assert all(text.count(f"| `{slug}`:") == 1 for slug in ACTS)
    assert "subjects (subject, name\\*\\*, identifiers\\*\\*)" in text
