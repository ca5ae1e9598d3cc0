"""Who signed a proof of service has not signed the paper that it proves (READING 7, 10)."""

from __future__ import annotations

import re

from tecum.reading.paper.paper import Paper
from tecum.reading.signer.conformed import Block

__all__ = ["without_proofs"]

_PROOF = re.compile(
    r"\W{0,9}(?:certificate|proof|affidavit|declaration) of (?:service|mailing|delivery)\b",
    re.IGNORECASE,
)
_PROOF_LINES = 12


def without_proofs(paper: Paper, blocks: list[Block]) -> list[Block]:
    """The blocks without those under a proof of service, where the paper itself is signed too."""

    def proves(block: Block) -> bool:
        first = min(block.lines)
        above = paper.lines[max(0, first - _PROOF_LINES) : first]
        return any(_PROOF.match(line.text) for line in above)

    own = [block for block in blocks if not proves(block)]
    return own if any(block.name or block.signed for block in own) else blocks
