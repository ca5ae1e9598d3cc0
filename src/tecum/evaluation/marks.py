"""Catalogue marks held against documents: which hit the right ones, which are dead or harmful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tecum.evaluation.truth import Truth
from tecum.instruments.catalogue import Catalogue
from tecum.reading.kind.kind import Findings, score
from tecum.reading.paper.caption import read_caption
from tecum.reading.paper.paper import paper_of
from tecum.reading.result import Reading
from tecum.reading.split.split import split
from tecum.reading.text.layout import Opened

__all__ = ["MarkHit", "mark_hits", "mark_table"]


@dataclass(frozen=True, slots=True)
class MarkHit:
    """A mark of an instrument that a document bears; ``weight`` as counted in its region."""

    instrument: str
    mark: str
    weight: float


def mark_hits(opened: Opened, reading: Reading, catalogue: Catalogue) -> tuple[MarkHit, ...]:
    """Every mark that some document of a file bears, each once, at its best weight."""
    best: dict[tuple[str, str], float] = {}
    for part in opened.parts:
        if part.text is None:
            continue
        pieces, _ = split(part.text)
        for piece in pieces:
            paper = paper_of(
                part.text.only(piece.pages), is_mail=bool(part.headers), headers=part.headers
            )
            if not paper.lines:
                continue
            known = Findings(
                reading.issuer_class.value,
                reading.signatory.role.value,
                read_caption(paper) is not None,
            )
            for instrument in catalogue.instruments:
                for mark in score(paper, instrument, known).marks:
                    key = (instrument.id, mark[0])
                    best[key] = max(best.get(key, mark[1]), mark[1], key=abs)
    return tuple(MarkHit(i, m, w) for (i, m), w in sorted(best.items()))


def mark_table(
    truths: Sequence[Truth], hits: Sequence[Sequence[MarkHit]], catalogue: Catalogue
) -> list[dict[str, Any]]:
    """Per mark: hits on documents of its kind and on others, and what that says of it.

    ``verdict`` is *works*, *dead* (documents of its kind are there and it hits none of them),
    *harmful* (it hits more documents that it speaks wrongly of than rightly) or *untried*.
    """
    tried = Counter(str(t.get("kind")) for t in truths if t.has("kind"))
    right: Counter[tuple[str, str]] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    kinds = {i.id: i.kind.value for i in catalogue.instruments}
    for truth, found in zip(truths, hits, strict=True):
        for hit in found:
            is_one = truth.get("kind") == kinds[hit.instrument]
            (right if is_one else wrong)[hit.instrument, hit.mark] += 1
    return list(_rows(catalogue, tried, right, wrong))


def _rows(
    catalogue: Catalogue,
    tried: Counter[str],
    right: Counter[tuple[str, str]],
    wrong: Counter[tuple[str, str]],
) -> Iterator[dict[str, Any]]:
    for instrument in catalogue.instruments:
        for mark in instrument.marks:
            key = (instrument.id, mark.id)
            on_kind, on_others = right[key], wrong[key]
            meant, misled = (on_kind, on_others) if mark.weight > 0 else (on_others, on_kind)
            documents = tried[instrument.kind.value]
            yield {
                "instrument": instrument.id,
                "mark": mark.id,
                "weight": mark.weight,
                "decisive": mark.decisive,
                "documents_of_kind": documents,
                "right": on_kind,
                "wrong": on_others,
                "verdict": _verdict(documents, meant, misled, weight=mark.weight),
            }


def _verdict(documents: int, meant: int, misled: int, *, weight: int) -> str:
    if misled > meant:
        return "harmful"
    if meant:
        return "works"
    return "dead" if documents or weight < 0 else "untried"
