"""Items scored: both ends of each, whole lists, categories, labels, periods."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tecum.evaluation.given import listed, plain, stated
from tecum.evaluation.likeness import likeness, squashed, words_of
from tecum.evaluation.sheet import Paper, Sheet
from tecum.evaluation.tally import Outcome

__all__ = ["score_items"]

_JOINING = frozenset({"and", "or", "y", "o"})
_OWN_LABEL = re.compile(r"^(Req|T)")
_BOTH_ENDS = 0.1
_SLACK = 3

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Read:
    words: tuple[str, ...]
    row: Row


@dataclass(frozen=True, slots=True)
class _Pair:
    """One true item and one item read that share an end."""

    score: float
    closeness: int
    true: int
    read: int
    starts: bool
    ends: bool


def score_items(sheet: Sheet, paper: Paper) -> None:
    """Judge the items of a demand; a non-demand that has any is counted as unsafe."""
    if not paper.truth.is_demand:
        if not paper.failed:
            sheet.counts["items read in a non-demand"] += bool(listed(paper.reading, "items"))
        return
    if not paper.truth.has("items"):
        return
    rows = paper.truth.rows("items")
    core = [r for r in rows if not r.get("lead_in") and not r.get("optional")]
    beside = [r for r in rows if r.get("lead_in") or r.get("optional")]
    read = list(_read_items(paper))
    pairs = _paired(core, read)
    exact = sum(p.starts and p.ends for p in pairs)
    for pair in pairs:
        sheet.items["start hit"] += pair.starts
        sheet.items["end hit"] += pair.ends
        if pair.starts:
            _details(sheet, paper, core[pair.true], read[pair.read].row)
        _within_words(sheet, core[pair.true], read[pair.read])
    taken = {p.read for p in pairs}
    given = sum(
        i in taken or not any(_ends(r, item.words)[0] for r in beside)
        for i, item in enumerate(read)
    )
    sheet.items["wanted"] += len(core)
    sheet.items["got"] += given
    sheet.items["exact"] += exact
    _by_channel(sheet, paper, exact, len(core), given)
    if core:
        sheet.items["lists"] += 1
        sheet.items["lists exact"] += exact == len(core) == given
        if exact != len(core) or given != len(core):
            said = f"{exact} of {len(core)} exact, {given} read"
            sheet.miss(
                paper, "items", Outcome.WRONG, f"{len(core)} items", said, spans=_spans(read)
            )


def _spans(read: Sequence[_Read]) -> list[Any]:
    found: list[Any] = []
    for item in read:
        text = item.row.get("text")
        found += list(text.get("spans") or []) if isinstance(text, Mapping) else []
    return found


def _read_items(paper: Paper) -> Sequence[_Read]:
    found = []
    for row in listed(paper.reading, "items"):
        text = plain(row.get("text")) if isinstance(row, Mapping) else None
        if text:
            found.append(_Read(tuple(_without_label(text, plain(row.get("label")))), row))
    return found


def _without_label(text: object, label: object) -> list[str]:
    words, own = words_of(text), words_of(label) if label else []
    if own and words[: len(own)] == own and len(words) > len(own) + 1:
        return words[len(own) :]
    return words


def _without_tail(words: Sequence[str]) -> list[str]:
    kept = list(words)
    while len(kept) > 1 and kept[-1] in _JOINING:
        kept.pop()
    return kept


def _begin_alike(a: Sequence[str], b: Sequence[str], most: int = 5) -> bool:
    n = min(most, len(a), len(b))
    x, y = "".join(a[:n]), "".join(b[:n])
    return n > 0 and (x == y or likeness(x, y) >= 0.8)


def _ends(true: Row, words: Sequence[str]) -> tuple[bool, bool]:
    """Whether the beginning and the end of an item are where the truth has them."""
    start, end = words_of(true.get("start")), _without_tail(words_of(true.get("end")))
    read = _without_tail(words)
    return _begin_alike(start, read), _begin_alike(end[::-1], read[::-1], 4)


def _paired(core: Sequence[Row], read: Sequence[_Read]) -> list[_Pair]:
    """True items and read ones, each taken once, the best matches first."""
    candidates = []
    for t, row in enumerate(core):
        for i, item in enumerate(read):
            starts, ends = _ends(row, item.words)
            if starts or ends:
                score = 2 * starts + ends + (_BOTH_ENDS if starts and ends else 0)
                candidates.append(_Pair(score, -abs(t - i), t, i, starts, ends))
    rank = lambda p: (p.score, p.closeness, p.true, p.read, p.starts, p.ends)
    chosen: list[_Pair] = []
    for pair in sorted(candidates, key=rank, reverse=True):
        if not any(pair.true == c.true or pair.read == c.read for c in chosen):
            chosen.append(pair)
    return chosen


def _details(sheet: Sheet, paper: Paper, true: Row, row: Row) -> None:
    """Category, label and period of an item whose beginning is right."""
    category = stated(row.get("category"))
    right = category == true.get("category") or category in (true.get("accept_category") or [])
    outcome = Outcome.RIGHT if right else Outcome.WRONG
    outcome = Outcome.ABSTAINED if category is None else outcome
    sheet.count(paper, "item category", outcome, channel=False)
    if outcome is Outcome.WRONG:
        text = row.get("text")
        spans = list(text.get("spans") or []) if isinstance(text, Mapping) else []
        sheet.miss(paper, "item category", outcome, true.get("category"), category, spans=spans)
    label, wanted = stated(row.get("label")), str(true.get("label") or "")
    if label is not None and not _OWN_LABEL.match(wanted):
        last = re.split(r"[(]", wanted)[-1]
        sheet.items["label right"] += squashed(label) in (squashed(wanted), squashed(last))
        sheet.items["label seen"] += 1
    if true.get("period"):
        period = plain(row.get("period"))
        days = [str(v)[:10] if v else None for v in period][:2] if period else []
        sheet.items["period wanted"] += 1
        sheet.items["period right"] += bool(days and days == true["period"])


def _within_words(sheet: Sheet, true: Row, read: _Read) -> None:
    """Boundaries within three words (READING 16)."""
    start, end = words_of(true.get("start")), _without_tail(words_of(true.get("end")))
    words = _without_tail(read.words)
    sheet.measures["item starts within 3 words"] += _near(start, words)
    sheet.measures["item ends within 3 words"] += _near(end[::-1], words[::-1])


def _near(wanted: Sequence[str], words: Sequence[str]) -> bool:
    return any(
        _begin_alike(wanted[shift:], words, 4) or _begin_alike(wanted, words[shift:], 4)
        for shift in range(_SLACK + 1)
    )


def _by_channel(sheet: Sheet, paper: Paper, exact: int, wanted: int, given: int) -> None:
    tally = sheet.channels[paper.channel]["items (exact)"]
    tally.right += exact
    if paper.failed:
        tally.missing += wanted - exact
    else:
        tally.abstained += wanted - exact
    tally.spurious += max(0, given - exact)
