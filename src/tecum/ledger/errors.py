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


class Malformed(LedgerError):
    """Bytes that are not of the form they claim."""

    def __init__(self, code: str, what: str = "", **fields: object) -> None:
        super().__init__(
            what or f"This is not written in the required form: {code}.",
            why="What can be read in two ways proves nothing.",
            do="Ask for the file again, as an attachment, unchanged.",
            code=code,
            **fields,
        )


class BadSignature(LedgerError):
    """A signature that its key did not make."""

    def __init__(self, code: str, **fields: object) -> None:
        super().__init__(
            f"A signature does not verify: {code}.",
            why="The text was changed after it was signed, or another key signed it.",
            do="Ask the signer for the original.",
            code=code,
            **fields,
        )


class BadProof(LedgerError):
    """Hashes that do not lead from what is claimed to the head that was signed."""

    def __init__(self, code: str, **fields: object) -> None:
        super().__init__(
            f"The proof does not hold: {code}.",
            why="Nothing shows that the tree contains what is claimed.",
            do="Ask the log's operator for a new receipt.",
            code=code,
            **fields,
        )


class UnknownKey(LedgerError):
    """A key that the log or the trust file does not list."""

    code = "key.unknown"


class Quarantined(LedgerError):
    """The log refuses to sign, because what it holds contradicts itself."""

    exit_status = 5

    def __init__(self, code: str, detail: str, **fields: object) -> None:
        super().__init__(
            f"The log refuses to sign ({code}): {detail}",
            why="A signature now could make a second history that cannot be withdrawn.",
            do="Keep everything as it is. Either put back what is missing (tecum log recover), or "
            "go on in a new log that names this one's last cosigned head (tecum log continue).",
            code=code,
            **fields,
        )
        self.detail = detail


class Fork(LedgerError):
    """Two signed heads of one log that cannot both be true."""

    code = "fork"
    exit_status = 5

    def __init__(self, head_a: bytes, head_b: bytes) -> None:
        super().__init__(
            "The log's operator has signed two histories that cannot both be true.",
            why="One of the two parties was shown something else.",
            do="Keep both files.",
            head_a=head_a,
            head_b=head_b,
        )


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
            f"This statement does not follow the docket's last one; number {expected_seq} is next.",
            why="A gap or a branch in a docket's statements would look like a removed record.",
            do="Sign the statement again with the expected seq and prev.",
            expected_seq=expected_seq,
            expected_prev=expected_prev,
        )


class Erased(LedgerError):
    """An opening whose key was destroyed."""

    code = "vault.erased"


class TokenRefused(LedgerError):
    """A time token that does not count, and why."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"The time token does not count: {code}.",
            why="It does not date this head by an authority the trust file pins.",
            do="Rely on the witnesses, or ask for another token.",
            code=code,
        )


class PolicyRefused(LedgerError):
    """A trust file that cannot be used, and the line at fault."""

    def __init__(self, line: int, code: str) -> None:
        where = f" in line {line}" if line else ""
        super().__init__(
            f"The trust file is refused{where}: {code}.",
            why="A rule that is not understood could let through what it should stop.",
            do="Get the trust file again from the body itself, or correct the line.",
            code=code,
            line=line,
        )


class StorageFailed(LedgerError):
    """The disk did not take or give what it should; nothing was acknowledged."""

    code = "storage"

    def __init__(self, step: str, reason: str) -> None:
        super().__init__(
            f"Storage failed at: {step} ({reason}).",
            why="Nothing after that step is recorded or acknowledged.",
            do="Make room or repair the disk; the log then goes on where it stopped.",
            step=step,
        )
