"""The command of a series that is written as one whole."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from .__main__ import write_clean, write_copy
from .model import Paper
from .pdf import load_fonts
from .series_nine.looks import load_looks

__all__ = ["finished", "make_whole"]

WORN = (
    "pdf-scan-200",
    "pdf-scan-150",
    "pdf-fax",
    "pdf-photo",
    "pdf-mixed",
    "pdf-garbled",
    "pdf-scan-ocr",
)
"""Channels whose papers exist only worn; the clean page is never written."""


UNSCORED_OTHERS = ("issuer_class", "matter_numbers", "subjects", "subjects_count", "consequences")
"""Fields that are seldom plain of a paper that demands nothing."""


def finished(paper: Paper, series: str) -> Paper:
    """Give a paper its family and the fields that its set leaves unscored."""
    paper.head.setdefault("family", [f"{series}-{paper.id}"])
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


def make_whole(
    series: str,
    seed: int,
    read: Callable[[], list[Paper]],
    fit: Callable[[Paper], None],
) -> None:
    """Make the papers and say how many there are.

    Args:
        series: The name of the series, as in ``python -m second_generator.NAME``.
        seed: That of the wear, where none is given.
        read: The papers, with what the whole set has in common.
        fit: Sets a paper to its page.
    """
    about = f"Command: python -m second_generator.{series} OUT [--seed N] [--only LETTERS]."
    ask = argparse.ArgumentParser(prog=f"second_generator.{series}", description=about)
    ask.add_argument("out", type=Path)
    ask.add_argument("--seed", type=int, default=seed)
    ask.add_argument("--only", help="first letters of ids")
    given = ask.parse_args()
    load_fonts()
    load_looks()
    papers = read()
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
