"""Blocks of names and titles above a letter's greeting: whom it goes to, never who signs it."""

from __future__ import annotations

from collections.abc import Iterable

from tecum.reading.paper.letter import Letter, addressed_lines, is_greeted
from tecum.reading.paper.paper import Paper
from tecum.reading.signer.conformed import Block

__all__ = ["without_addressees"]


def without_addressees(paper: Paper, blocks: Iterable[Block], letter: Letter) -> tuple[Block, ...]:
    """The signature blocks but those of the address, on a letter that greets somebody.

    A letter cut off after its first lines has no signature; its addressee's name and title are
    then the only ones on it.
    """
    if not is_greeted(paper, letter):
        return tuple(blocks)
    theirs = addressed_lines(paper, letter)
    return tuple(block for block in blocks if not theirs.intersection(block.lines))
