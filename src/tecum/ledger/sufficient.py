"""For callers that go on only with a receipt that is good enough; the verifier itself reports."""

from __future__ import annotations

from tecum.errors import CheckFailed
from tecum.ledger.verify import Outcome, Verdict

__all__ = ["require"]


def require(verdict: Verdict, at_least: Outcome = Outcome.WITNESSED) -> None:
    """Raise unless the verdict is at least as good as asked.

    Raises:
        CheckFailed: code ``verdict.<name>``, with the reason.
    """
    if verdict.outcome > at_least:
        raise CheckFailed(
            verdict.sentence,
            why=f"At least {at_least.name} was asked for.",
            do="Ask for a receipt under a cosigned head, or accept less knowingly.",
            code=f"verdict.{verdict.outcome.name.lower()}",
            reason=verdict.reason,
        )
