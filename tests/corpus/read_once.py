"""The given documents, read once for every test of a process that looks at their Readings.

Who asks for them bears the mark :data:`TOGETHER`: two processes would read them all twice.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tecum.reading.read import read_file
from tecum.reading.result import Reading
from tests.shared import SHARED

__all__ = ["TOGETHER", "readings"]

TOGETHER = pytest.mark.xdist_group("corpus-read")
FOLDERS = ("dev", "public")


@cache
def readings() -> dict[Path, Reading]:
    """The Reading of each document by its path, in order."""
    return {
        path: read_file(path)
        for folder in FOLDERS
        for truth in sorted((SHARED / "corpus" / folder).glob("*/truth.json"))
        for path in (next(truth.parent.glob("document.*")),)
    }
