"""What each side can prove: statements of both sides, side by side, and never a verdict."""

from tecum.exchange.dispute.bundle import evidence
from tecum.exchange.dispute.established import Dispute, established
from tecum.exchange.dispute.papers import Paper

__all__ = ["Dispute", "Paper", "established", "evidence"]
