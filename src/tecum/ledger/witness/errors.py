"""Why a witness, or an address outside this office, did not do what it was asked.

LedgerError
├── WitnessRefused     a witness gave another answer than a cosignature
└── AddressRefused     an address that nothing is sent to, or that did not answer
"""

from __future__ import annotations

from tecum.errors import LedgerError

__all__ = ["AddressRefused", "WitnessRefused"]


class WitnessRefused(LedgerError):
    """A witness gave another answer than a cosignature."""

    exit_status = 5

    def __init__(self, status: int, size: int | None = None, reason: str = "") -> None:
        super().__init__(
            f"The witness did not cosign (answer {status}{f': {reason}' if reason else ''}).",
            why="Without a cosignature of another body the head rests on its operator's word.",
            do="See what the answer means in docs/howto/witness-each-other.md.",
            code=f"witness.{status}",
            status=status,
            size=size,
        )
        self.status, self.size = status, size


class AddressRefused(LedgerError):
    """An address that nothing is sent to, or that did not answer as it must."""

    def __init__(self, code: str, what: str, do: str = "Correct the address in log.toml.") -> None:
        super().__init__(
            what,
            why="Only addresses that were configured and are public are connected to.",
            do=do,
            code=code,
        )
