"""Every service and selector stands in the reference, and nothing stands there that is not."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

REFERENCE = Path(__file__).parents[2] / "docs/reference/web-services.md"
MODULES = (
    "accounts.services",
    "accounts.selectors",
    "intake.services",
    "intake.selectors",
    "docket.services",
    "docket.selectors",
    "ledger.selectors",
    "campaigns.selectors",
    "chronologies.services",
    "chronologies.selectors",
    "feeds.services",
    "feeds.selectors",
    "reports.services",
    "reports.selectors",
    "exchange.services",
    "exchange.selectors",
)


@pytest.mark.parametrize("name", MODULES)
def test_every_function_is_documented(name: str) -> None:
    module = importlib.import_module(f"tecum.web.{name}")
    text = REFERENCE.read_text("utf-8")
    words = [word for word in module.__all__ if word[0].islower()]
    assert words
    assert [word for word in words if not re.search(rf"\b{word}\b", text)] == []


def test_what_is_documented_exists() -> None:
    known: set[str] = set()
    for name in (
        *MODULES,
        "accounts.policies",
        "accounts.sessions",
        "chronologies.accepting",
        "chronologies.documents",
        "campaigns.opening",
        "campaigns.planning",
        "docket.asked",
        "docket.board",
        "docket.forms.pages",
        "docket.duties",
        "docket.listing",
        "docket.matter",
        "docket.recounting",
        "ledger.sequencer",
        "intake.alike",
        "intake.correspondence",
        "intake.inbox",
        "intake.jobs",
        "exchange.carrying",
        "exchange.disputing",
    ):
        known |= set(vars(importlib.import_module(f"tecum.web.{name}")))
    named = re.findall(
        r"(?<![.\w])`(?:tecum[a-z_.]+\.|sessions\.)?([a-z_]+)\(", REFERENCE.read_text("utf-8")
    )
    assert named
    assert sorted(set(named) - known) == []
