"""Command: python -m second_generator.series_nine OUT [--half a|b] [--seed N]."""

from pathlib import Path

from second_generator.halves import make_halves
from second_generator.markup import read_all
from second_generator.model import Paper

HERE = Path(__file__).parent


def read_half(letter: str) -> list[Paper]:
    """The papers of one half, each a family of its own."""
    papers = read_all(HERE / f"half_{letter}")
    for paper in papers:
        paper.head.setdefault("family", [f"series-nine-{paper.id}"])
    return papers


if __name__ == "__main__":
    make_halves("series_nine", 9, read_half)
