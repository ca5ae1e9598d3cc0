"""One document at a time onto the score sheet, and the sheet as figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tecum.evaluation.cites import score_authorities
from tecum.evaluation.due_score import score_due
from tecum.evaluation.item_score import score_items
from tecum.evaluation.late import Counted
from tecum.evaluation.list_score import score_lists
from tecum.evaluation.plain_fields import score_plain_fields
from tecum.evaluation.proof import score_provenance
from tecum.evaluation.sheet import Paper, Sheet
from tecum.evaluation.tally import Tally, counts, f1, share, wilson
from tecum.evaluation.truth import Truth

__all__ = ["figures", "score_document"]

_PARTS_OF_KIND = ("kind (demands)", "kind (others)")


def score_document(
    sheet: Sheet,
    truth: Truth,
    reading: Mapping[str, Any] | None,
    counted: Counted | None = None,
) -> None:
    """Score one document.

    Args:
        sheet: Takes the counts.
        truth: What is in the document.
        reading: ``tecum.reading/1`` as JSON values, or None where reading failed.
        counted: Counts due phrases by RECKON, for the late-deadline figure.
    """
    paper = Paper(truth, reading or {}, reading is None)
    sheet.documents += 1
    sheet.counts[f"docs {paper.channel}"] += 1
    sheet.counts["failed"] += paper.failed
    score_plain_fields(sheet, paper)
    score_due(sheet, paper, counted)
    score_authorities(sheet, paper)
    score_items(sheet, paper)
    score_lists(sheet, paper)
    score_provenance(sheet, paper)


def figures(sheet: Sheet) -> dict[str, Any]:
    """Every count, under the names that the independent scorer uses."""
    whole = Tally()
    for name, tally in sheet.fields.items():
        if name not in _PARTS_OF_KIND:
            whole.join(tally)
    return {
        "documents": sheet.documents,
        "counts": counts(sheet.counts),
        "fields": {name: t.to_json() for name, t in sorted(sheet.fields.items())},
        "all": whole.to_json(),
        "items": {**counts(sheet.items), "f1": _item_f1(sheet), "boundary_f1": _boundary_f1(sheet)},
        "authorities": counts(sheet.authorities),
        "provenance": counts(sheet.provenance),
        "bands": {
            name: {**t.to_json(), "interval": wilson(t.right, t.right + t.wrong)}
            for name, t in sorted(sheet.bands.items())
        },
        "channels": {
            channel: {name: t.to_json() for name, t in sorted(rows.items())}
            for channel, rows in sorted(sheet.channels.items())
        },
        "confusion": {
            name: [[true, read, n] for (true, read), n in sorted(rows.items())]
            for name, rows in sheet.confusion.items()
        },
    }


def _item_f1(sheet: Sheet) -> float | None:
    i = sheet.items
    return f1(share(i["exact"], i["got"]), share(i["exact"], i["wanted"]))


def _boundary_f1(sheet: Sheet) -> float | None:
    i = sheet.items
    hits = i["start hit"] + i["end hit"]
    return f1(share(hits, 2 * i["got"]), share(hits, 2 * i["wanted"]))
