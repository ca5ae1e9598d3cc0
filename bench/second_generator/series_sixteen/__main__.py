"""Command: python -m second_generator.series_sixteen OUT [--half a|b] [--seed N]."""

import json
from pathlib import Path

from second_generator.halves import make_halves
from second_generator.markup import read_all
from second_generator.model import Paper

HERE = Path(__file__).parent
# Papers of these channels exist only worn; the clean page is never written.
WORN = ("pdf-scan-200", "pdf-scan-150", "pdf-fax", "pdf-photo", "pdf-mixed", "pdf-scan-ocr")
# Of a paper that demands nothing these are seldom plain.
UNSCORED_OTHERS = (
    "issuer_class",
    "matter_numbers",
    "subjects",
    "subjects_count",
    "consequences",
    "form",
    "place_or_manner",
    "authorities",
    "signatory_title",
)


def finish(paper: Paper) -> Paper:
    """Give a paper its family and the fields that this set leaves unscored."""
    paper.head.setdefault("family", [f"series-sixteen-{paper.id}"])
    accept = json.loads(paper.one("accept", "{}"))
    if not paper.one("is").startswith("issues "):
        for name in UNSCORED_OTHERS:
            accept.setdefault(name, True)
        paper.head["class"] = [paper.one("class").split("|")[0].strip()]
    paper.head["accept"] = [json.dumps(accept)]
    return paper


def read_half(letter: str) -> list[Paper]:
    """The papers of one half, each a family of its own."""
    return [finish(p) for p in read_all(HERE / f"half_{letter}")]


if __name__ == "__main__":
    make_halves("series_sixteen", 16, read_half, WORN)
