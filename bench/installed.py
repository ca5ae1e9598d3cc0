"""The environment of a command as an installed package has it: its bytecode is kept."""

from __future__ import annotations

import os

__all__ = ["as_installed"]


def as_installed(folder: str) -> dict[str, str]:
    """This process's environment, with bytecode and kept words in a folder of their own.

    Where the shell forbids to keep bytecode, each start would compile some hundred files again,
    which no installed package does.
    """
    kept = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "XDG_CACHE_HOME": folder}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept
