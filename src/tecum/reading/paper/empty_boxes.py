"""The words beside a form's boxes that were left empty: they say nothing of this paper.

A bank's answer prints "We need a date of birth" beside a box, a court's form "in a criminal case";
where another box is ticked, the empty ones neither ask nor name (READING 12, check-boxes).
"""

from __future__ import annotations

import re

from tecum.reading.paper.paper import Paper, once_a_paper
from tecum.reading.text.matching import plain
from tecum.words import CheckState, TextFrom

__all__ = ["left_empty"]

_TICKED = re.compile(r"\[\s?[xX\u2713\u2714]\s?\]|[\u2611\u2612]")
_EMPTY = re.compile(r"(?:\[\s{0,3}\]|[\u2610\u25a1])\s{1,3}(?P<label>[^\n\[\u2610-\u2612]{2,200})")
_TELLING = 40
"""How much of a box's label tells it from other words."""


@once_a_paper
def left_empty(paper: Paper) -> tuple[tuple[int, int], ...]:
    """Where the labels of empty boxes stand in ``paper.words``, if any other box is ticked.

    Boxes are those that a form holds or a native page draws, and those typed as signs there.
    """
    found: list[tuple[int, int]] = []
    # A recogniser makes boxes of letters; what only it has seen takes no sentence away.
    stated = {page.n for page in paper.text.pages if page.text_from is TextFrom.NATIVE}
    boxes = [f for f in paper.text.fields if f.is_checkbox and f.label and f.page in stated]
    if any(box.state is CheckState.CHECKED for box in boxes):
        text = plain(paper.words)
        for box in boxes:
            label = plain(box.label)
            at = text.find(label[:_TELLING]) if box.state is CheckState.UNCHECKED else -1
            if at >= 0:
                found.append((at, at + len(label)))
    if stated and _TICKED.search(paper.words):
        found += [match.span("label") for match in _EMPTY.finditer(paper.words)]
    return tuple(sorted(found))
