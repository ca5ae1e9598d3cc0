"""How a page of dates is drawn on standard output: for a terminal, or for a pipe."""

from __future__ import annotations

import os
import shutil
import sys

from tecum.reckoning.explain import PLAIN, Look

__all__ = ["look"]

LEAST_COLUMNS = 66
"""The counting strip needs so many; a narrower terminal breaks it by itself."""


def look() -> Look:
    """How a page is drawn on standard output: broken and in colour on a terminal only.

    ``NO_COLOR``, or a terminal that says it is dumb, takes the colours away.
    """
    if not sys.stdout.isatty():
        return PLAIN
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Look(max(shutil.get_terminal_size().columns, LEAST_COLUMNS), not plain)
