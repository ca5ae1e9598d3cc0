"""Command: python -m second_generator.series_twelve OUT [--half a|b] [--seed N]."""

import argparse
import json
from pathlib import Path

from second_generator.__main__ import write_clean, write_copy
from second_generator.markup import read_all
from second_generator.model import Paper
from second_generator.pdf import load_fonts
from second_generator.series_nine.looks import load_looks
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
    """The papers of one half, each a family of its own."""
    return [finish(p) for p in read_all(HERE / f"half_{letter}")]


def main() -> None:
    """Make one half or both."""
    ask = argparse.ArgumentParser(prog="second_generator.series_twelve", description=__doc__)
    ask.add_argument("out", type=Path)
    ask.add_argument("--half", choices=["a", "b"], action="append", help="only this half")
    ask.add_argument("--seed", type=int, default=12)
    given = ask.parse_args()
    load_fonts()
    load_looks()
    load_layouts()
    for letter in given.half or ["a", "b"]:
        papers = read_half(letter)
        for paper in papers if letter == "b" else []:
            fit(paper)
        others = {p.id: p for p in papers}
        for paper in papers:
            if paper.one("inner") == "yes":
                continue
            if paper.channel in WORN:
                write_copy(paper, paper.channel, given.out, given.seed, paper.id)
            else:
                write_clean(paper, given.out, others)
            for channel in paper.one("copies").split():
                write_copy(paper, f"pdf-{channel}", given.out, given.seed)
    print(f"{len(list(given.out.glob('*/truth.json')))} documents in {given.out}")


if __name__ == "__main__":
    main()
