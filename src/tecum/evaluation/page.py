"""The misses as one page: the document's page with the words read, truth and reading beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from tecum.evaluation.gather import Gathered
from tecum.evaluation.job import Evaluation
from tecum.evaluation.report import figure
from tecum.evaluation.sheet import Miss
from tecum.evaluation.tally import Outcome
from tecum.evaluation.truth import Truth
from tecum.provenance import Box
from tecum.reading.marked import Mark, html_document, marked_picture

__all__ = ["misses_page"]

_MOST_PAGES = 4
"""Pictures of one document; what was misread stands on few of its pages."""

_SAID = {
    Outcome.RIGHT: "right",
    Outcome.WRONG: "wrong",
    Outcome.ABSTAINED: "not read",
    Outcome.MISSING: "no Reading",
    Outcome.SPURIOUS: "invented",
    Outcome.QUIET: "nothing to read",
}
_TONE = {Outcome.WRONG: "conflict", Outcome.SPURIOUS: "conflict"}


def misses_page(found: Evaluation) -> str:
    """Every document with a miss, worst first: wrong values before values not read."""
    missed: dict[str, list[Miss]] = {}
    for miss in found.sheet.misses:
        missed.setdefault(miss.id, []).append(miss)
    rows = zip(found.truths, found.gathered, strict=True)
    documents = [(t, g, missed[t.id]) for t, g in rows if t.id in missed]
    documents.sort(key=lambda row: (-sum(m.outcome in _TONE for m in row[2]), row[0].id))
    body = [f"<h1>Misses in {escape(found.folder)}</h1>", _summary(found, len(documents))]
    for number, (truth, gathered, misses) in enumerate(documents, start=1):
        body.append(_document(truth, gathered, misses, f"d{number}-"))
    return html_document(f"Misses in {found.folder}", "".join(body))


def _summary(found: Evaluation, with_misses: int) -> str:
    rows = "".join(
        f"<tr><th>{escape(m.name)}</th><td>{escape(figure(m.hits, m.of))}</td>"
        f"<td>{escape(m.means)}</td></tr>"
        for m in found.measures
    )
    return (
        f'<p class="said">{with_misses} of {found.sheet.documents} documents have a miss.</p>'
        f'<details><summary>All measures</summary><div class="scroll"><table>{rows}</table></div>'
        "</details>"
    )


def _document(truth: Truth, gathered: Gathered, misses: Sequence[Miss], at: str) -> str:
    head = f"{truth.channel}, family {truth.family}"
    if gathered.mistake:
        head += f"; no Reading: {gathered.mistake}"
    rows = "".join(_row(n, miss) for n, miss in enumerate(misses, start=1))
    pictures = "".join(_pictures(truth, misses, at))
    return (
        f'<section class="doc"><h2>{escape(truth.id)}</h2><p class="said">{escape(head)}</p>'
        '<div class="scroll"><table><tr><th></th><th>field</th><th>outcome</th><th>truth</th>'
        f"<th>read</th></tr>{rows}</table></div>"
        f'<div class="pages few">{pictures}</div></section>'
    )


def _row(n: int, miss: Miss) -> str:
    bad = ' class="bad"' if miss.outcome in _TONE else ""
    return (
        f"<tr><td>{n}</td><th>{escape(miss.field)}</th><td{bad}>{_SAID[miss.outcome]}</td>"
        f"<td>{escape(miss.truth)}</td><td>{escape(miss.read)}</td></tr>"
    )


def _pictures(truth: Truth, misses: Sequence[Miss], at: str) -> Iterator[str]:
    marks = [
        Mark(
            n, miss.field, _TONE.get(miss.outcome, "unsure"), int(span["page"]),
            int(span["start"]), int(span["end"]), _boxes(span.get("boxes")),
        )
        for n, miss in enumerate(misses, start=1)
        for span in miss.spans
    ]  # fmt: skip
    pages = sorted({mark.page for mark in marks if mark.boxes})
    if not pages and truth.document.suffix == ".pdf":
        pages = [1]
    data = truth.document.read_bytes() if pages else b""
    for page in pages[:_MOST_PAGES]:
        yield marked_picture(data, page, marks, at) or ""


def _boxes(rows: object) -> tuple[Box, ...]:
    found = rows if isinstance(rows, list) else []
    return tuple((float(b[0]), float(b[1]), float(b[2]), float(b[3])) for b in found)
