"""Command: python -m second_generator.series_twenty OUT [--seed N] [--only LETTERS]."""

import json
from pathlib import Path

from second_generator.markup import read_all
from second_generator.model import Paper
from second_generator.series_fifteen.layouts import fit
from second_generator.series_twenty.layouts import load_layouts, part
from second_generator.whole import make_whole

HERE = Path(__file__).parent
# Of a paper that demands nothing these are seldom plain.
UNSCORED_OTHERS = ("issuer_class", "matter_numbers", "subjects", "subjects_count", "consequences")


def finish(paper: Paper) -> Paper:
    """Give a paper its family, its parts and the fields that this set leaves unscored."""
    paper.head.setdefault("family", [f"series-twenty-{paper.id}"])
    accept = json.loads(paper.one("accept", "{}"))
    if not paper.one("is").startswith("issues "):
        for name in UNSCORED_OTHERS:
            accept.setdefault(name, True)
        if not paper.all("auth"):
            accept.setdefault("authorities", True)
        paper.head["class"] = [paper.one("class").split("|")[0].strip()]
    if method := paper.one("by"):
        paper.head["served"] = [f" {method}"]  # the day is not known, the way is
    paper.head["accept"] = [json.dumps(accept)]
    part(paper)
    return paper


def read() -> list[Paper]:
    """The papers of the set, its layouts known."""
    load_layouts()
    return [finish(p) for p in read_all(HERE)]


if __name__ == "__main__":
    make_whole("series_twenty", 20, read, fit)
