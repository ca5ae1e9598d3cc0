"""Due phrases scored: found, right in each part, late, invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tecum.evaluation.due_read import DueRead, answers, due_read, is_late, kinship, minute_of
from tecum.evaluation.given import listed
from tecum.evaluation.late import Counted
from tecum.evaluation.sheet import Paper, Sheet
from tecum.evaluation.tally import Outcome

__all__ = ["score_due"]

_PURPOSE = {
    "appear": "testimony",
    "produce": "production",
    "respond": "response",
    "notify": "notification",
}
"""Words of a truth's ``of`` → the phrase's ``for``; other words are the contract's own."""
_OURS = frozenset({"recipient", "unknown"})
Row = Mapping[str, Any]


def score_due(sheet: Sheet, paper: Paper, counted: Counted | None = None) -> None:
    """Judge the due phrases of one document.

    Args:
        sheet: Takes the counts.
        paper: The document.
        counted: Counts true and read phrases by RECKON; without it that figure is left out.
    """
    truth = paper.truth
    if not truth.has("due"):
        return
    rows = [due_read(r) for r in listed(paper.reading, "due") if isinstance(r, Mapping)]
    read = [r for r in rows if r.is_claim]
    free_rows = [r for r in truth.rows("due") if r.get("optional")]
    free_rows += [r for r in truth.accepted("due_optional") if isinstance(r, Mapping)]
    if truth.is_demand:
        _of_a_demand(sheet, paper, read, free_rows, counted)
    elif not paper.failed:
        sheet.counts["non-demand docs"] += 1
        optional = [r for r in truth.accepted("due_optional") if isinstance(r, Mapping)]
        invented = any(not _is_one_of(optional, r) for r in read)
        sheet.counts["due read in a non-demand"] += invented


def _is_one_of(rows: Sequence[Row], read: DueRead) -> bool:
    return any(answers(row, read) for row in rows)


def _of_a_demand(
    sheet: Sheet,
    paper: Paper,
    read: list[DueRead],
    free_rows: list[Row],
    counted: Counted | None,
) -> None:
    wanted = [r for r in paper.truth.rows("due") if not r.get("optional")]
    left = list(range(len(read)))
    late = late_counted = False
    for row in sorted(wanted, key=lambda w: -max((kinship(w, r) for r in read), default=0)):
        best = max(left, key=lambda i: kinship(row, read[i]), default=None)
        if best is None or kinship(row, read[best]) == 0:
            _not_found(sheet, paper, row, read)
            continue
        left.remove(best)
        found = read[best]
        late |= is_late(row, found, paper.truth.fields)
        if counted is not None:
            late_counted |= counted.is_later(row, found.row, paper.truth)
        _found(sheet, paper, row, found)
    for i in left:
        if not _is_one_of([*free_rows, *wanted], read[i]):
            _invented(sheet, paper, read[i])
    if wanted:
        _lateness(sheet, paper, late, late_counted, bool(read))
    elif not paper.failed:
        sheet.counts["docs without due"] += 1
        sheet.counts["due invented"] += any(not _is_one_of(free_rows, r) for r in read)


def _not_found(sheet: Sheet, paper: Paper, row: Row, read: list[DueRead]) -> None:
    outcome = Outcome.MISSING if paper.failed else Outcome.ABSTAINED
    sheet.count(paper, "due", outcome)
    sheet.measures["due wanted"] += 1
    sheet.miss(paper, "due", outcome, _true_words(row), "; ".join(map(_read_words, read)) or None)


def _found(sheet: Sheet, paper: Paper, row: Row, found: DueRead) -> None:
    outcome = Outcome.RIGHT if answers(row, found) else Outcome.WRONG
    if outcome is Outcome.RIGHT:
        _parts(sheet, paper, row, found)
    sheet.count(paper, "due", outcome)
    sheet.band(paper, "due", found.band or "no band", outcome)
    exact = outcome is Outcome.RIGHT and _is_exact(row, found)
    sheet.measures["due wanted"] += 1
    sheet.measures["due exact"] += exact
    sheet.measures["due exact but for purpose"] += outcome is Outcome.RIGHT and _says_same(
        row, found
    )
    if outcome is Outcome.WRONG:
        spans = list(found.row.get("spans") or [])
        sheet.miss(paper, "due", outcome, _true_words(row), _read_words(found), spans=spans)


def _parts(sheet: Sheet, paper: Paper, row: Row, found: DueRead) -> None:
    """Time, counting, direction and trigger of a phrase that is right as a whole."""
    true_time = minute_of(row.get("time"))
    if true_time is not None:
        read_time = minute_of(found.time)
        right = Outcome.RIGHT if read_time == true_time else Outcome.WRONG
        _part(sheet, paper, "time", Outcome.ABSTAINED if read_time is None else right)
    for name in ("counting", "direction", "trigger"):
        wanted = row.get(name)
        of_event = row.get("form") == "event" and name == "trigger"
        if not wanted or not (row.get("form") == "period" or of_event):
            continue
        right_ones = [wanted, *((row.get("trigger_any") or []) if name == "trigger" else [])]
        value = getattr(found, name) or ("after" if name == "direction" else None)
        unsaid = value is None or (value in ("unknown", "unstated") and value not in right_ones)
        right = Outcome.RIGHT if value in right_ones else Outcome.WRONG
        _part(sheet, paper, name, Outcome.ABSTAINED if unsaid else right)
    if row.get("conflict"):
        sheet.counts["conflicts"] += 1
        warned = any(listed(paper.reading, "warnings"))
        sheet.counts["conflicts flagged"] += bool(found.flagged or warned)


def _part(sheet: Sheet, paper: Paper, name: str, outcome: Outcome) -> None:
    sheet.count(paper, f"due.{name}", outcome, channel=False)


def _says_same(row: Row, found: DueRead) -> bool:
    """Every part of the phrase itself as the truth has it (READING 16, due phrase exact)."""
    for name in ("date", "amount", "unit", "counting", "direction", "tz"):
        wanted, value = row.get(name), getattr(found, name)
        if name == "counting":
            wanted, value = wanted or "unstated", value or "unstated"
        if wanted is not None and not _same_part(name, wanted, value):
            return False
    triggers = {row.get("trigger"), *(row.get("trigger_any") or [])}
    if row.get("trigger") is not None and (found.trigger or "unknown") not in triggers:
        return False
    return minute_of(row.get("time")) == minute_of(found.time)


def _same_part(name: str, wanted: object, value: object) -> bool:
    if name == "date":
        return str(value)[:10] == wanted
    if name == "tz":
        return str(value or "").upper().replace(".", "") == str(wanted).upper().replace(".", "")
    return value == wanted


def _is_exact(row: Row, found: DueRead) -> bool:
    """As the phrase itself, and what it is for and who owes it, where the truth says."""
    purpose = row.get("of") or row.get("for")
    if purpose and found.row.get("for") != _PURPOSE.get(str(purpose), purpose):
        return False
    owed = {row["owed_by"]} if row.get("owed_by") else _OURS
    return found.row.get("owed_by", "unknown") in owed and _says_same(row, found)


def _invented(sheet: Sheet, paper: Paper, read: DueRead) -> None:
    sheet.count(paper, "due", Outcome.SPURIOUS)
    traps = paper.truth.get("not_due") or []
    if read.date and str(read.date)[:10] in traps:
        sheet.counts["trap dates taken as due"] += 1
    spans = list(read.row.get("spans") or [])
    sheet.miss(paper, "due", Outcome.SPURIOUS, None, _read_words(read), spans=spans)


def _lateness(sheet: Sheet, paper: Paper, late: bool, late_counted: bool, any_read: bool) -> None:
    sheet.counts["docs with due"] += 1
    sheet.counts["late"] += late
    sheet.measures["late by RECKON"] += late_counted
    outcome = Outcome.WRONG if late else Outcome.RIGHT
    sheet.channels[paper.channel]["late"].add(outcome)
    if not paper.failed and not any_read:
        sheet.counts["no deadline read"] += 1
    if late or late_counted:
        sheet.miss(paper, "late", Outcome.WRONG, "not later", "later than the true deadline")


def _true_words(row: Row) -> str:
    keys = ("form", "date", "time", "tz", "amount", "unit", "counting", "direction", "trigger")
    return " ".join(str(row[k]) for k in keys if row.get(k) is not None)


def _read_words(read: DueRead) -> str:
    parts = (
        read.form, read.date, read.time, read.tz, read.amount, read.unit, read.counting,
        read.direction, read.trigger, "(in doubt)" if read.flagged else None,
    )  # fmt: skip
    return " ".join(f"{p:g}" if isinstance(p, float) else str(p) for p in parts if p is not None)
