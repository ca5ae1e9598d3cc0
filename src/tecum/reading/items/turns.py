"""Where a paper turns from one list to another: a lead of its own, outside what is listed.

Bullets bear no number, and numbers begin anew; only the sentence between two lists, set out to
the margin and ended with a colon, tells that the second is another list and not more of the
first, nor a list nested in its last member.

Authority: READING 12.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tecum.reading.speech.operative import POINTING, Lead, asks, lead_kind
from tecum.reading.text.layout import Flow
from tecum.reading.text.matching import Unit, plain
from tecum.reading.text.paragraphs import Paragraphs

__all__ = ["Turn", "is_turned", "turns_in"]

_FEWEST_WORDS = 2


_FIRST_PART = re.compile(r"\s\((?:1|i|a|A)\)\s?[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Turn:
    """A sentence that leads to a list of its own: where it stands, and how it is set."""

    start: int
    end: int
    left: float | None
    is_apart: bool


def turns_in(flow: Flow, text: str, cut: Sequence[Unit]) -> Iterator[Turn]:
    """The leads of a text that begin a line and no item, in printed order."""
    paragraphs = Paragraphs(flow)
    for n, unit in enumerate(cut):
        i = n
        if unit.is_item or not text[unit.start].isupper():
            continue
        words = text[unit.start : unit.end]
        leads = words.endswith(":") or _lists_inside(words) or _points(words)
        if not leads or len(words.split()) < _FEWEST_WORDS:
            continue
        begin = unit.start
        while not _begins_line(text, begin) and i and cut[i - 1].end >= begin - 4:
            i -= 1
            begin = cut[i].start
            if cut[i].is_item:
                break
        if not _begins_line(text, begin) or cut[i].is_item:
            continue
        box = flow.line_at(begin).box
        said = lead_kind(plain(words)) is not Lead.TOPIC
        if box is None:
            is_apart = said or "\n\n" in text[max(0, begin - 40) : begin]
        else:
            is_apart = said and paragraphs.begins(begin)
        yield Turn(begin, unit.end, box[0] if box is not None else None, is_apart)


def is_turned(turns: Sequence[Turn], flow: Flow, last: int, marker: int) -> bool:
    """Whether a turn stands between the last marker of a list and a later one, outside the list.

    Args:
        turns: The leads of the text.
        flow: The text with its places on the page.
        last: Where the words of the list's last marker begin.
        marker: Where the later marker stands.
    """
    first = bisect_right(turns, last, key=lambda turn: turn.start)
    for turn in islice(turns, first, None):
        if turn.start >= marker:
            break
        box = flow.line_at(last).box
        outside = turn.left is not None and box is not None and turn.left < box[0] + 2
        if outside or turn.is_apart:
            return True
    return False


def _begins_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()


def _points(words: str) -> bool:
    """Whether a sentence asks for what follows it, though it ends with a full stop."""
    low = plain(words)
    return POINTING.search(low) is not None and asks(low)


def _lists_inside(words: str) -> bool:
    """Whether a sentence numbers parts of its own."""
    return _FIRST_PART.search(words, 3) is not None
