"""What can go wrong with the log, a receipt or a trust file; one class a reason to act on.

LedgerError (tecum.errors)
├── Malformed        bytes that are not of the form they claim
├── BadSignature     a signature that its key did not make
├── BadProof         hashes that do not lead from here to there
├── UnknownKey       a key that the log or the trust file does not list
├── Quarantined      the log refuses to sign                              exit 5
├── Fork             two heads of one log that cannot both be true        exit 5
├── Busy             more is waiting than the log takes
├── NotInLog         a statement or index that the log does not hold
├── OutOfSequence    a statement that does not follow its docket's last
├── Erased           an opening whose key was destroyed
├── TokenRefused     a time token that does not count
├── PolicyRefused    a trust file that cannot be used
└── StorageFailed    the disk did not take or give what it should
"""

from __future__ import annotations

from tecum.errors import LedgerError
from tecum.ledger.refused import (
    BadProof,
    BadSignature,
    Fork,
    Malformed,
    PolicyRefused,
    TokenRefused,
)
from tecum.worded import worded as _

__all__ = [
    "BadProof",
    "BadSignature",
    "Busy",
    "Erased",
    "Fork",
    "Malformed",
    "NotInLog",
    "OutOfSequence",
    "PolicyRefused",
    "Quarantined",
    "StorageFailed",
    "TokenRefused",
    "UnknownKey",
]


class UnknownKey(LedgerError):
    """A key that the log or the trust file does not list."""

    code = "key.unknown"


class Quarantined(LedgerError):
    """The log refuses to sign, because what it holds contradicts itself."""

    exit_status = 5

    def __init__(self, code: str, detail: str, **fields: object) -> None:
        super().__init__(
            _("The log refuses to sign ({reason}): {detail}", reason=code, detail=detail),
            why=_("A signature now could make a second history that cannot be withdrawn."),
            do=_(
                "Keep everything as it is. Either put back what is missing (tecum log "
                "recover), or go on in a new log that names this one's last cosigned head "
                "(tecum log continue)."
            ),
            code=code,
            **fields,
        )
        self.detail = detail


class Busy(LedgerError):
    """More is waiting than the log takes at once."""

    code = "busy"


class NotInLog(LedgerError):
    """A statement or an index that the log does not hold."""

    code = "log.absent"


class OutOfSequence(LedgerError):
    """A statement that does not follow the last one of its docket."""

    code = "log.sequence"

    def __init__(self, expected_seq: int, expected_prev: bytes | None) -> None:
        super().__init__(
            _(
                "This statement does not follow the docket's last one; number {expected_seq} "
                "is next.",
                expected_seq=expected_seq,
            ),
            why=_("A gap or a branch in a docket's statements would look like a removed record."),
            do=_("Sign the statement again with the expected seq and prev."),
            expected_seq=expected_seq,
            expected_prev=expected_prev,
        )


class Erased(LedgerError):
    """An opening whose key was destroyed."""

    code = "vault.erased"


class StorageFailed(LedgerError):
    """The disk did not take or give what it should; nothing was acknowledged."""

    code = "storage"

    def __init__(self, step: str, reason: str) -> None:
        super().__init__(
            _("Storage failed at: {step} ({reason}).", step=step, reason=reason),
            why=_("Nothing after that step is recorded or acknowledged."),
            do=_("Make room or repair the disk; the log then goes on where it stopped."),
            step=step,
        )
