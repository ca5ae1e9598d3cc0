"""Where packs are looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tecum.errors import DependencyMissing
from tecum.packs_folder import packs_folder
from tests.shared import ROOT


def test_a_checkout_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TECUM_PACKS", raising=False)
    assert packs_folder() == ROOT / "packs"


def test_an_office_may_name_another(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TECUM_PACKS", str(tmp_path))
    assert packs_folder() == tmp_path


def test_a_folder_that_is_not_there_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TECUM_PACKS", str(tmp_path / "nowhere"))
    with pytest.raises(DependencyMissing, match="nowhere"):
        packs_folder()
