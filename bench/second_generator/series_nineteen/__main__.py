"""Command: python -m second_generator.series_nineteen OUT [--half a|b] [--seed N]."""

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
    "issuer",
    "issuer_class",
    "recipient",
    "matter_numbers",
    "subjects",
    "subjects_count",
    "consequences",
    "form",
    "place_or_manner",
    "authorities",
    "signatory_title",
)
# Of a demand in a few lines these are as good as never there.
UNSCORED_DEMANDS = ("form", "authorities", "place_or_manner")


def finish(paper: Paper) -> Paper:
    """Give a paper its family and the fields that this set leaves unscored."""
    paper.head.setdefault("family", [f"series-nineteen-{paper.id}"])
    accept = json.loads(paper.one("accept", "{}"))
    if paper.one("is").startswith("issues "):
        for name in UNSCORED_DEMANDS:
            accept.setdefault(name, True)
    else:
        for name in UNSCORED_OTHERS:
            accept.setdefault(name, True)
        roles = accept.setdefault("signatory_role", [])
        accept["signatory_role"] = [*roles, "unknown"]
        paper.head["class"] = [paper.one("class").split("|")[0].strip()]
    paper.head["accept"] = [json.dumps(accept)]
    return paper


def read_half(letter: str) -> list[Paper]:
    """The papers of one half, each a family of its own."""
    return [finish(p) for p in read_all(HERE / f"half_{letter}")]


if __name__ == "__main__":
    make_halves("series_nineteen", 19, read_half, WORN)
