"""Where the shared corpora and vectors lie: ``TECUM_SHARED``, else ``../shared``, else ``shared``.

A test that reads them bears ``@pytest.mark.shared("corpus/dev")`` (a path below the folder).
Where that path is absent the test is not collected and the run prints how many were left out.
"""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def _find() -> Path:
    named = os.environ.get("TECUM_SHARED")
    if named:
        return Path(named).resolve()
    for candidate in (ROOT.parent / "shared", ROOT / "shared"):
        if candidate.is_dir():
            return candidate
    return ROOT / "shared"


SHARED = _find()
