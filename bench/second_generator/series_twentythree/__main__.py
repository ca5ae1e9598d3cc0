"""Command: python -m second_generator.series_twentythree OUT [--seed N] [--only LETTERS]."""

from pathlib import Path

from second_generator.markup import read_all
from second_generator.model import Paper
from second_generator.series_twentythree.layouts import fit, load_layouts
from second_generator.whole import finished, make_whole

FOLDER = Path(__file__).parent
NAME = "series_twentythree"


def read() -> list[Paper]:
    """Every paper of the set, once its marks are known."""
    load_layouts()
    family = NAME.replace("_", "-")
    return [finished(paper, family) for paper in read_all(FOLDER)]


if __name__ == "__main__":
    make_whole(NAME, 23, read, fit)
