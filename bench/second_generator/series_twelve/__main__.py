"""Command: python -m second_generator.series_twelve OUT [--half a|b] [--seed N]."""

import json
from pathlib import Path

from second_generator.halves import make_halves
from second_generator.markup import read_all
from second_generator.model import Paper
from second_generator.series_twelve.half_b.layouts import fit, load_layouts

HERE = Path(__file__).parent
# Papers of these channels exist only worn; the clean page is never written.
WORN = (
    "pdf-scan-200",
    "pdf-scan-150",
    "pdf-fax",
    "pdf-photo",
    "pdf-mixed",
    "pdf-garbled",
    "pdf-scan-ocr",
)
# Of a paper that demands nothing these are seldom plain.
UNSCORED_OTHERS = ("issuer_class", "matter_numbers", "subjects", "subjects_count", "consequences")


def finish(paper: Paper) -> Paper:
    """Give a paper its family and the fields that this set leaves unscored."""
    paper.head.setdefault("family", [f"series-twelve-{paper.id}"])
    accept = json.loads(paper.one("accept", "{}"))
    if not paper.one("is").startswith("issues "):
        for name in UNSCORED_OTHERS:
            accept.setdefault(name, True)
    paper.head["accept"] = [json.dumps(accept)]
    if accept.get("issuer_class") is True:
        paper.head["class"] = [paper.one("class").split("|")[0].strip()]
    return paper


def read_half(letter: str) -> list[Paper]:
    """The papers of one half, each a family of its own; half b has a setter of its own."""
    papers = [finish(p) for p in read_all(HERE / f"half_{letter}")]
    if letter == "b":
        load_layouts()
        for paper in papers:
            fit(paper)
    return papers


if __name__ == "__main__":
    make_halves("series_twelve", 12, read_half, WORN)
