"""Command: python -m second_generator.series_thirteen OUT [--seed N] [--only LETTERS]."""

from pathlib import Path

from second_generator.markup import read_all
from second_generator.model import Paper
from second_generator.series_thirteen.layouts import fit, load_layouts, part
from second_generator.whole import finished, make_whole

HERE = Path(__file__).parent


def read() -> list[Paper]:
    """The papers of the set in their parts, its layouts known."""
    load_layouts()
    papers = [finished(p, "series-thirteen") for p in read_all(HERE)]
    for paper in papers:
        part(paper)
    return papers


if __name__ == "__main__":
    make_whole("series_thirteen", 13, read, fit)
