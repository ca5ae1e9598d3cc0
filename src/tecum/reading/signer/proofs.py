"""Who signed a proof of service, or an exhibit, has not signed the paper itself (READING 7, 10)."""

from __future__ import annotations

import re

from tecum.reading.paper.paper import Paper
from tecum.reading.signer.conformed import Block

__all__ = ["heads_proof", "without_exhibits", "without_proofs"]

_PROOF = re.compile(
    r"\W{0,9}(?:(?:\d{1,2}|[A-Z])\b[\W_]{1,6})?"
    r"(?:(?:certificate|proof|affidavit|declaration|return) (?:of|on|prerequisite to)"
    r" (?:service|mailing|delivery)"
    r"|(?:sheriff|officer|constable|marshal|server)['’]?s['’]? return)\b",
    re.IGNORECASE,
)
"""The heading of a proof, behind its number in the form, which may stand in a box of its own."""
_PROOF_LINES = 12
_HEAD_LINES = 2
"""A page that is headed as a proof is one to its end."""


def heads_proof(text: str) -> bool:
    """Whether a line heads a proof of service: "Sheriff's return" names nobody who signs."""
    return _PROOF.match(text) is not None


def without_proofs(paper: Paper, blocks: list[Block]) -> list[Block]:
    """The blocks without those under a proof of service that stands below the paper itself.

    A paper that is a proof from its head on is signed by whoever served.
    """

    def proves(block: Block) -> bool:
        first = min(block.lines)
        above = paper.lines[max(0, first - _PROOF_LINES) : first]
        heads = [line for line in paper.lines if line.page == paper.lines[first].page][:_HEAD_LINES]
        return any(_PROOF.match(line.text) for line in (*above, *heads))

    own = [block for block in blocks if not proves(block)]
    signed = any(block.name or block.signed for block in own)
    return own if signed or _is_appended(paper) else blocks


def _is_appended(paper: Paper) -> bool:
    """Whether the first heading of a proof stands in the lower half of a paper's lines."""
    first = next((i for i, line in enumerate(paper.lines) if _PROOF.match(line.text)), 0)
    return 2 * first > len(paper.lines)


_EXHIBIT = re.compile(
    r"\W{0,6}(?:exhibit|anexo|annex|appendix)\s(?:no\.?\s)?[A-Z0-9]{1,3}\W{0,6}", re.IGNORECASE
)


def without_exhibits(paper: Paper, blocks: list[Block]) -> list[Block]:
    """The blocks before the first page that is headed as an exhibit, where one of them signs."""
    first = next((i for i in range(1, len(paper.lines)) if _heads_exhibit(paper, i)), None)
    if first is None:
        return blocks
    own = [block for block in blocks if max(block.lines) < first]
    return own if any(block.name or block.signed for block in own) else blocks


def _heads_exhibit(paper: Paper, i: int) -> bool:
    begins = paper.lines[i].page != paper.lines[i - 1].page
    return begins and _EXHIBIT.fullmatch(paper.lines[i].text.strip()) is not None
