"""Values that rest on words added after a file was signed: shown, never sure (READING 3, 10)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from tecum.provenance import Read, Span
from tecum.reading.bands.bands import ORDER, changed_throughout
from tecum.reading.result import Reading
from tecum.reading.text.layout import Part, Text
from tecum.words import Band, ReadingWarning

__all__ = ["added_after_signing", "as_sure_as_its_signature"]

_MOST = 60


def added_after_signing(part: Part) -> Mapping[str, Any] | None:
    """What was added or changed after the last signature, as the child reported it, in its shape.

    Returns:
        ``known``, and ``rows`` of ``page``, ``text``, ``removed`` letters and ``spans``; None
        where nothing differs.
    """
    told = dict(part.hints).get("after_signature")
    if not isinstance(told, Mapping):
        return None
    rows: list[Mapping[str, Any]] = []
    listed = told.get("rows")
    for row in list(listed)[:_MOST] if isinstance(listed, (list, tuple)) else ():
        if isinstance(row, Mapping) and isinstance(row.get("page"), int):
            text = str(row.get("text") or "")[:300]
            spans = _where(part.text, row["page"], text)
            rows.append({"page": row["page"], "text": text, "removed": 0, "spans": spans})
    removed = told.get("removed")
    for page, letters in list(removed.items())[:_MOST] if isinstance(removed, Mapping) else ():
        if str(page).isdigit() and isinstance(letters, int) and letters > 0:
            rows.append({"page": int(page), "text": "", "removed": letters, "spans": ()})
    return {"known": told.get("known") is True, "rows": tuple(rows)}


def _where(text: Text | None, page: int, words: str) -> tuple[Span, ...]:
    """Where a line stands on its page, its spaces being free."""
    stored = next((p.text for p in text.pages if p.n == page), "") if text is not None else ""
    pieces = [re.escape(piece) for piece in words.split()[:40]]
    found = re.search(r"\s{1,9}".join(pieces), stored) if pieces else None
    return (text.span(page, *found.span()),) if found and text is not None else ()


def as_sure_as_its_signature(reading: Reading, part: Part) -> Reading:
    """The Reading with what was added named, and every value that rests on it at most unsure.

    Whether a judge ordered it is not said where a word that decides it was added.
    """
    told = added_after_signing(part)
    if told is None:
        return reading
    own = set(reading.document_pages)
    rows = tuple(row for row in told["rows"] if not own or row["page"] in own)
    if not rows and told["known"]:
        return reading
    added = [span for row in rows for span in row["spans"]]
    reading = changed_throughout(reading, lambda value: _bounded(value, added))
    reading = _without_judge(reading)
    warnings = tuple(sorted({*reading.warnings, ReadingWarning.CHANGED_AFTER_SIGNATURE}))
    return reading.with_(after_signature=rows, warnings=warnings)


def _without_judge(reading: Reading) -> Reading:
    """Nobody has signed by a certificate under a name that came later, nor has a judge ordered."""
    signatory, judicial = reading.signatory, reading.judicial
    later = [v for v in (signatory.name, signatory.title) if v.signals.get("after_signature")]
    if judicial.value is not None and (later or judicial.signals.get("after_signature")):
        signals = {**judicial.signals, "why": "words that decide were added after the signature"}
        judicial = replace(judicial, value=None, band=Band.UNSURE, signals=signals)
    if later and signatory.mark == "digital":
        signatory = replace(signatory, signed=None, mark=None)
    return reading.with_(judicial=judicial, signatory=signatory)


def _bounded(value: Any, added: list[Span]) -> Any:
    if value.band not in set(ORDER) or not _rests_on(value.spans, added):
        return value
    signals = {**value.signals, "after_signature": True}
    unsure: Any = Band.UNSURE if isinstance(value, Read) else Band.UNSURE.value
    return replace(value, band=unsure, signals=signals)


def _rests_on(spans: Iterable[Span], added: list[Span]) -> bool:
    return any(
        one.page == other.page and one.start < other.end and one.end > other.start
        for one in spans
        for other in added
    )
