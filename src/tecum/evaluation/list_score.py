"""Subjects, check-boxes and enclosures: lists matched by name, label or kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tecum.evaluation.given import listed, plain, stated
from tecum.evaluation.likeness import likeness, same_name, words_of
from tecum.evaluation.sheet import Paper, Sheet
from tecum.evaluation.tally import Outcome

__all__ = ["score_lists"]

_SAME_LABEL = 0.6
_LABEL_WORDS = 10


def score_lists(sheet: Sheet, paper: Paper) -> None:
    """Judge the lists of a demand that have no order."""
    if not paper.truth.is_demand:
        return
    if paper.truth.has("subjects"):
        _subjects(sheet, paper)
    if paper.truth.has("checkboxes"):
        _checkboxes(sheet, paper)
    if isinstance(paper.truth.get("encloses"), list):
        _enclosures(sheet, paper)


def _count(sheet: Sheet, paper: Paper, name: str, found: bool, wanted: object) -> None:
    outcome = Outcome.RIGHT if found else Outcome.ABSTAINED
    outcome = Outcome.MISSING if paper.failed else outcome
    sheet.count(paper, name, outcome, channel=False)
    if not found:
        sheet.miss(paper, name, outcome, wanted, None)


def _subjects(sheet: Sheet, paper: Paper) -> None:
    wanted = [str(row.get("name")) for row in paper.truth.rows("subjects")]
    rows = [r for r in listed(paper.reading, "subjects") if isinstance(r, Mapping)]
    read = [plain(r.get("name")) or "" for r in rows]
    for name in wanted:
        _count(sheet, paper, "subjects", any(g and same_name(g, [name]) for g in read), name)
    only_counted = paper.truth.get("subjects_count") and not wanted
    for name in read:
        if name and not same_name(name, wanted) and not only_counted:
            sheet.count(paper, "subjects", Outcome.SPURIOUS, channel=False)
            sheet.miss(paper, "subjects", Outcome.SPURIOUS, None, name)


def _letters(label: Any) -> str:
    return "".join(words_of(label)[:_LABEL_WORDS])


def _checkboxes(sheet: Sheet, paper: Paper) -> None:
    rows = [r for r in listed(paper.reading, "checkboxes") if isinstance(r, Mapping)]
    read = [(_letters(plain(r.get("label")) or ""), stated(r.get("state"))) for r in rows]
    for box in paper.truth.rows("checkboxes"):
        label = _letters(box.get("label"))
        best = max(read, key=lambda r: likeness(r[0], label), default=None)
        if paper.failed:
            outcome = Outcome.MISSING
        elif best is None or likeness(best[0], label) < _SAME_LABEL or best[1] is None:
            outcome = Outcome.ABSTAINED
        else:
            outcome = Outcome.RIGHT if best[1] == box.get("state") else Outcome.WRONG
        sheet.count(paper, "checkboxes", outcome, channel=False)
        if outcome is not Outcome.RIGHT:
            read_as = best[1] if best else None
            truth = f"{box.get('label')}: {box.get('state')}"
            sheet.miss(paper, "checkboxes", outcome, truth, read_as)


def _enclosures(sheet: Sheet, paper: Paper) -> None:
    rows = [r for r in listed(paper.reading, "encloses") if isinstance(r, Mapping)]
    read = [plain(r.get("kind")) for r in rows]
    for row in paper.truth.rows("encloses"):
        if row.get("kind") != "other":
            _count(sheet, paper, "encloses", row.get("kind") in read, row.get("kind"))
