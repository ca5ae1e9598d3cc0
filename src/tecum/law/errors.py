"""Why law could not be applied.

LawError
├── PackNotFound     no pack of that id in the folders searched           exit 2
├── PackRefused      a pack has errors; all of them are listed            exit 3
├── FactsRefused     a facts file names or gives what no pack asks for    exit 3
└── ActionUnknown    an action that the vocabulary does not have          exit 2
"""

from __future__ import annotations

from collections.abc import Iterable

from tecum.errors import LawError
from tecum.law.problem import Problem
from tecum.worded import worded as _

__all__ = ["ActionUnknown", "FactsRefused", "PackNotFound", "PackRefused"]


class PackNotFound(LawError):
    """No pack of that id lies in the folders that were searched."""

    code = "law.pack-not-found"
    exit_status = 2


class PackRefused(LawError):
    """A pack has errors and is not loaded; ``problems`` lists every one of them."""

    code = "law.pack-refused"

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        lines = "\n".join(str(problem) for problem in self.problems)
        super().__init__(
            _("{n} errors in the packs:\n{lines}", n=len(self.problems), lines=lines),
            why=_("A rule that is not understood must not be left out in silence."),
            do=_('Correct the lines; "tecum packs check" shows them again.'),
        )


class FactsRefused(LawError):
    """A facts file cannot be used as it stands."""

    code = "law.facts-refused"


class ActionUnknown(LawError):
    """An action that no vocabulary lists was asked for."""

    code = "law.action-unknown"
    exit_status = 2
