"""One error tree. Every error says what happened, why it matters and what to do.

    TecumError
    ├── UsageError             an argument of a command or call is wrong            exit 2
    ├── DataUnusable           a document or data file cannot be used               exit 3
    ├── DependencyMissing      something the system must give is not there          exit 4
    ├── CheckFailed            a check that was asked for did not hold              exit 5
    ├── SandboxError           the limited child process ended badly       (tecum.sandbox)
    ├── ReadError              a document could not be read                (tecum.reading)
    ├── ReckonError            a date could not be counted               (tecum.reckoning)
    ├── LawError               a pack, a fact or an expression is wrong        (tecum.law)
    ├── DocketError            the docket cannot take this                  (tecum.docket)
    │   └── ActRefused         an act of this office whose guard fails
    ├── ExchangeError          a message of another office          (tecum.exchange)
    └── LedgerError            the log, a receipt or a trust file           (tecum.ledger)

Leaves of a branch live in the ``errors`` module of its package. Messages hold codes,
counts and names of files, rules and fields; never personal data.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = [
    "ActRefused", "CheckFailed", "DataUnusable", "DependencyMissing", "DocketError",
    "ExchangeError", "LawError", "LedgerError", "ReadError", "ReckonError", "SandboxError",
    "TecumError", "UsageError", "nearest",
]  # fmt: skip


class TecumError(Exception):
    """An error that a person can act on.

    Args:
        what: One sentence: what happened.
        why: One sentence: why it matters.
        do: One sentence: what to do.
        code: Stable code, used alike by exit status, problem+json and page.
        fields: Structured details for callers; never personal data.
    """

    code = "error"
    exit_status = 3

    def __init__(
        self, what: str, *, why: str = "", do: str = "", code: str | None = None, **fields: object
    ) -> None:
        super().__init__(what)
        self.what = what
        self.why = why
        self.do = do
        self.fields = fields
        if code is not None:
            self.code = code

    def diagnostics(self) -> str:
        """The three texts and the code, as lines for a terminal."""
        lines = [f"{self.what}"]
        if self.why:
            lines.append(f"Why it matters: {self.why}")
        if self.do:
            lines.append(f"What to do: {self.do}")
        return "\n".join([*lines, f"({self.code})"])


class UsageError(TecumError):
    """An unknown name or a bad value given as an argument."""

    code = "usage"
    exit_status = 2


class DataUnusable(TecumError):
    """A document or a data file cannot be used; it says why."""

    code = "data.unusable"


class DependencyMissing(TecumError):
    """Something that only the system can give is missing; it says how to get it."""

    code = "dependency.missing"
    exit_status = 4


class CheckFailed(TecumError):
    """A check that was asked for found something."""

    code = "check.failed"
    exit_status = 5


class SandboxError(TecumError):
    """The limited child process ended badly."""

    code = "sandbox"


class ReadError(TecumError):
    """A document could not be read."""

    code = "read"


class ReckonError(TecumError):
    """A date could not be counted."""

    code = "reckon"


class LawError(TecumError):
    """A pack, a fact or an expression is wrong."""

    code = "law"


class DocketError(TecumError):
    """The docket cannot take what was given."""

    code = "docket"


class ActRefused(DocketError):
    """An act of this office whose guard does not hold."""

    code = "docket.refused"


class ExchangeError(TecumError):
    """A message of another office, or one for it."""

    code = "exchange"


class LedgerError(TecumError):
    """The log, a receipt or a trust file."""

    code = "ledger"


def nearest(name: str, among: Iterable[str]) -> str | None:
    """The name in ``among`` that a misspelt ``name`` most likely meant, if any is near.

    >>> nearest("relase_date", ["release_date", "identity"])
    'release_date'
    """
    found = get_close_matches(name, list(among), n=1, cutoff=0.6)
    return found[0] if found else None
