"""What ``tecum doctor`` prints: whole lines into a pipe, broken ones on a terminal."""

from __future__ import annotations

import pytest

from tecum.cli import doctor
from tecum.cli.__main__ import main
from tecum.machine import Line
from tecum.reckoning.explain import PLAIN, Look

LONG = Line("Law packs", "ok", ", ".join(f"pack-{n}" for n in range(30)), get="Nothing to do.")


def test_a_long_line_is_broken_under_its_text_on_a_terminal_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "examine", lambda: [LONG])
    monkeypatch.setattr(doctor, "_installation", list)
    monkeypatch.setattr(doctor, "look", lambda: PLAIN)
    assert main(["doctor"]) == 0
    whole = capsys.readouterr().out
    assert whole.splitlines() == [f"ok           Law packs: {LONG.found}", f"{'':15}Nothing to do."]
    monkeypatch.setattr(doctor, "look", lambda: Look(72, False))
    assert main(["doctor"]) == 0
    broken = capsys.readouterr().out
    assert broken.split() == whole.split()
    assert all(len(line) <= 72 for line in broken.splitlines())
    assert all(line.startswith(" " * 15) for line in broken.splitlines()[1:])
