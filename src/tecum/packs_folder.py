"""Where the packs lie: in a checkout, or beside the installed package.

Packs are text that people read and change, so they stay outside the package's source; the
wheel carries a copy under ``tecum/_packs``.
"""

from __future__ import annotations

import os
from pathlib import Path

from tecum.errors import DependencyMissing
from tecum.worded import worded as _

__all__ = ["packs_folder"]


def packs_folder() -> Path:
    """The folder that holds one folder a pack.

    ``TECUM_PACKS`` names another one, for an office that keeps its own.

    Raises:
        DependencyMissing: there is none, or the named one is not a folder.
    """
    named = os.environ.get("TECUM_PACKS")
    if named:
        return _checked(Path(named))
    package = Path(__file__).resolve().parent
    checkout = package.parents[1] / "packs"
    return _checked(checkout if checkout.is_dir() else package / "_packs")


def _checked(folder: Path) -> Path:
    if not folder.is_dir():
        raise DependencyMissing(
            _('There is no packs folder "{folder}".', folder=folder.name),
            why=_("Clocks, calendars and rules are read from it."),
            do=_("Set TECUM_PACKS to the folder that holds the packs."),
            code="packs.missing",
        )
    return folder
