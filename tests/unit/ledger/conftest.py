"""The office every test of the ledger may use."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.ledger.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office whose log is empty."""
    return Office.at(tmp_path / "log")


@pytest.fixture
def filled(office: Office) -> Office:
    """An office whose log holds three entries."""
    office.add(3)
    return office
