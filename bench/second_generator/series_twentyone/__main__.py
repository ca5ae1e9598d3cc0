"""Command: python -m second_generator.series_twentyone OUT [--seed N] [--only LETTERS]."""

import argparse
import json
from pathlib import Path

from second_generator.__main__ import write_clean, write_copy
from second_generator.markup import read_all
from second_generator.model import Paper
from second_generator.pdf import load_fonts
from second_generator.series_nine.looks import load_looks
from second_generator.series_twentyone.layouts import fit, load_layouts

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
    paper.head.setdefault("family", [f"series-twentyone-{paper.id}"])
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
    return paper


def main() -> None:
    """Make the whole series."""
    ask = argparse.ArgumentParser(prog="second_generator.series_twentyone", description=__doc__)
    ask.add_argument("out", type=Path)
    ask.add_argument("--seed", type=int, default=21)
    ask.add_argument("--only", help="first letters of ids")
    given = ask.parse_args()
    load_fonts()
    load_looks()
    load_layouts()
    papers = [finish(p) for p in read_all(HERE)]
    others = {p.id: p for p in papers}
    for paper in papers:
        if paper.one("inner") == "yes" or not paper.id.startswith(given.only or ""):
            continue
        for page in (paper, others.get(paper.one("attach"))):
            if page and (page.channel.startswith("pdf") or page.one("inner") == "yes"):
                fit(page)
        if paper.channel in WORN:
            write_copy(paper, paper.channel, given.out, given.seed, paper.id)
        else:
            write_clean(paper, given.out, others)
    print(f"{len(list(given.out.glob('*/truth.json')))} documents in {given.out}")


if __name__ == "__main__":
    main()
