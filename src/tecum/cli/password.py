"""The password of a locked document: from a file or from the terminal, kept nowhere.

It is never an argument: arguments are seen by every user of the machine.
"""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from pathlib import Path

from tecum.cli.files import Taken, read_text
from tecum.cli.terminal import shown
from tecum.errors import UsageError
from tecum.reading.open import open_document
from tecum.words import IntakeOutcome

__all__ = ["asker", "unlocked"]

Asked = Callable[[str], str | None]
"""Gives the password of the file of this name, or None."""


def asker(file: Path | None) -> Asked | None:
    """Where a password comes from: the first line of a file, else a person at the terminal.

    Raises:
        UsageError: the file's first line is empty.
    """
    if file is not None:
        given = read_text(str(file)).split("\n", 1)[0].rstrip("\r")
        if not given:
            raise UsageError(
                f'"{file.name}" holds no password.',
                do="Write the password into its first line.",
                code="password.empty",
            )
        return lambda _: given
    if sys.stdin.isatty() and sys.stderr.isatty():
        return _prompted
    return None


def unlocked(file: Taken, ask: Asked | None) -> Taken:
    """The same file, opened again with the password that a person gives, where it needs one."""
    locked = file.opened is not None and any(
        part.outcome is IntakeOutcome.PASSWORD_NEEDED for part in file.opened.parts
    )
    given = ask(file.name) if locked and ask is not None and file.data else None
    if not given:
        return file
    called = None if file.name == "-" else Path(file.name).name
    return Taken(file.name, file.data, open_document(file.data, called, password=given))


def _prompted(name: str) -> str | None:
    try:
        return getpass.getpass(f"Password of {shown(name)} (empty to leave it): ") or None
    except (EOFError, OSError):
        return None
