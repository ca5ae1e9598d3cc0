"""Why a receipt or a trust file does not stand; the rest of the tree is in ``errors``."""

from __future__ import annotations

from tecum.errors import LedgerError

__all__ = [
    "BadProof", "BadSignature", "Fork", "Malformed", "PolicyRefused", "TokenRefused", "refuse_if",
]  # fmt: skip


class _Refused(LedgerError):
    """One reason of many, told apart by its code; the sentences are the class's own."""

    says = matters = remedy = ""

    def __init__(self, code: str, what: str = "", **fields: object) -> None:
        what = what or self.says.format(code=code)
        super().__init__(what, why=self.matters, do=self.remedy, code=code, **fields)


class Malformed(_Refused):
    """Bytes that are not of the form they claim."""

    says = "This is not written in the required form: {code}."
    matters = "What can be read in two ways proves nothing."
    remedy = "Ask for the file again, as an attachment, unchanged."


class BadSignature(_Refused):
    """A signature that its key did not make."""

    says = "A signature does not verify: {code}."
    matters = "The text was changed after it was signed, or another key signed it."
    remedy = "Ask the signer for the original."


class BadProof(_Refused):
    """Hashes that do not lead from what is claimed to the head that was signed."""

    says = "The proof does not hold: {code}."
    matters = "Nothing shows that the tree contains what is claimed."
    remedy = "Ask the log's operator for a new receipt."


class TokenRefused(_Refused):
    """A time token that does not count, and why."""

    says = "The time token does not count: {code}."
    matters = "It does not date this head by an authority the trust file pins."
    remedy = "Rely on the witnesses, or ask for another token."


def refuse_if(wrong: object, code: str, kind: type[_Refused] = Malformed) -> None:
    """Refuse where something is wrong, for the reason that the code names."""
    if wrong:
        raise kind(code)


class Fork(_Refused):
    """Two signed heads of one log that cannot both be true."""

    exit_status = 5
    says = "The log's operator has signed two histories that cannot both be true."
    matters = "One of the two parties was shown something else."
    remedy = "Keep both files."

    def __init__(self, head_a: bytes, head_b: bytes) -> None:
        super().__init__("fork", head_a=head_a, head_b=head_b)


class PolicyRefused(_Refused):
    """A trust file that cannot be used, and the line at fault."""

    matters = "A rule that is not understood could let through what it should stop."
    remedy = "Get the trust file again from the body itself, or correct the line."

    def __init__(self, line: int, code: str) -> None:
        where = f" in line {line}" if line else ""
        super().__init__(code, f"The trust file is refused{where}: {code}.", line=line)
