"""Command: python -m second_generator.series_twentytwo OUT [--seed N] [--only LETTERS]."""

from pathlib import Path

from second_generator.markup import read_all
from second_generator.model import Paper
from second_generator.series_twentytwo.layouts import fit, load_layouts
from second_generator.whole import finished, make_whole

HERE = Path(__file__).parent


def read() -> list[Paper]:
    """The papers of the set, its layouts known."""
    load_layouts()
    return [finished(p, "series-twentytwo") for p in read_all(HERE)]


if __name__ == "__main__":
    make_whole("series_twentytwo", 22, read, fit)
