"""The command that installs a missing package where this program runs.

Tecum is in no package index, so that ``pip install tecum[extra]`` would ask strangers for it;
the packages of an extra are named by themselves.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tecum.worded import worded as _

__all__ = ["POLARS", "POSTGRESQL_DRIVER", "RAPIDOCR", "command_for"]

POLARS = "polars"
POSTGRESQL_DRIVER = "psycopg[binary]"
RAPIDOCR = _("in a clone of the repository, make rapidocr (another recogniser, no system package)")


def command_for(*packages: str) -> str:
    """What to type, with the interpreter that runs this program, seen from the current folder."""
    python = Path(sys.executable)
    here = Path.cwd()
    shown = python.relative_to(here) if python.is_relative_to(here) else python
    words = [f"'{name}'" if "[" in name else name for name in packages]
    return f"{shown} -m pip install {' '.join(words)}"
