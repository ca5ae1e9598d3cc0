"""Command: python -m second_generator.series_nine OUT [--half a|b] [--seed N]."""

import argparse
from pathlib import Path

from second_generator.__main__ import write_clean, write_copy
from second_generator.markup import read_all
from second_generator.model import Paper
from second_generator.pdf import load_fonts

from .looks import load_looks

HERE = Path(__file__).parent


def read_half(letter: str) -> list[Paper]:
    """The papers of one half, each a family of its own."""
    papers = read_all(HERE / f"half_{letter}")
    for paper in papers:
        paper.head.setdefault("family", [f"series-nine-{paper.id}"])
    return papers


def main() -> None:
    """Make one half or both."""
    ask = argparse.ArgumentParser(prog="second_generator.series_nine", description=__doc__)
    ask.add_argument("out", type=Path)
    ask.add_argument("--half", choices=["a", "b"], action="append", help="only this half")
    ask.add_argument("--seed", type=int, default=9)
    given = ask.parse_args()
    load_fonts()
    load_looks()
    for letter in given.half or ["a", "b"]:
        papers = read_half(letter)
        others = {p.id: p for p in papers}
        for paper in papers:
            if paper.one("inner") == "yes":
                continue
            write_clean(paper, given.out, others)
            for channel in paper.one("copies").split():
                write_copy(paper, f"pdf-{channel}", given.out, given.seed)
    print(f"{len(list(given.out.glob('*/truth.json')))} documents in {given.out}")


if __name__ == "__main__":
    main()
