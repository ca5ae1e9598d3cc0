"""Why a receipt or a trust file does not stand; the rest of the tree is in ``errors``."""

from __future__ import annotations

from tecum.errors import LedgerError

__all__ = [
    "BadProof",
    "BadSignature",
    "Fork",
    "Malformed",
    "PolicyRefused",
    "TokenRefused",
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
