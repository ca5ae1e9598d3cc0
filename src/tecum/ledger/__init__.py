"""PROVE: an append-only log of signed statements, and receipts the other side checks offline.

Nothing is imported before it is asked for, so that the verifier runs where only Python and
``cryptography`` are.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tecum.ledger.log import Log
    from tecum.ledger.policy import Policy
    from tecum.ledger.receipt import Receipt
    from tecum.ledger.statement import Statement
    from tecum.ledger.sufficient import require
    from tecum.ledger.vault import Vault
    from tecum.ledger.verify import Verdict

__all__ = ["Log", "Policy", "Receipt", "Statement", "Vault", "Verdict", "require"]
"""With :func:`tecum.ledger.verify.verify` and :func:`tecum.ledger.audit.audit`, whose modules
bear their names, this is the public surface."""

_ELSEWHERE = {"Verdict": "verify", "require": "sufficient"}
"""All others stand in the module that bears their name."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = _ELSEWHERE.get(name, name.lower())
    return getattr(import_module(f"{__name__}.{module}"), name)
