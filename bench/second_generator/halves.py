"""The command of a series that is written in halves."""

import argparse
from collections.abc import Callable, Collection
from pathlib import Path

from .__main__ import write_clean, write_copy
from .model import Paper
from .pdf import load_fonts
from .series_nine.looks import load_looks

__all__ = ["make_halves"]


def make_halves(
    series: str,
    seed: int,
    read_half: Callable[[str], list[Paper]],
    only_worn: Collection[str] = (),
) -> None:
    """Make one half or both, with their worn copies, and say how many papers there are.

    Args:
        series: The name of the series, as in ``python -m second_generator.NAME``.
        seed: That of the wear, where none is given.
        read_half: The papers of the half ``a`` or ``b``.
        only_worn: Channels whose papers exist only worn; the clean page is never written.
    """
    about = f"Command: python -m second_generator.{series} OUT [--half a|b] [--seed N]."
    ask = argparse.ArgumentParser(prog=f"second_generator.{series}", description=about)
    ask.add_argument("out", type=Path)
    ask.add_argument("--half", choices=["a", "b"], action="append", help="only this half")
    ask.add_argument("--seed", type=int, default=seed)
    given = ask.parse_args()
    load_fonts()
    load_looks()
    for letter in sorted(set(given.half or "ab")):
        papers = read_half(letter)
        others = {p.id: p for p in papers}
        for paper in papers:
            if paper.one("inner") == "yes":
                continue
            if paper.channel in only_worn:
                write_copy(paper, paper.channel, given.out, given.seed, paper.id)
            else:
                write_clean(paper, given.out, others)
            for channel in paper.one("copies").split():
                write_copy(paper, f"pdf-{channel}", given.out, given.seed)
    print(f"{len(list(given.out.glob('*/truth.json')))} documents in {given.out}")
