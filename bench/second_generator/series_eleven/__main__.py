"""Command: python -m second_generator.series_eleven OUT [--half a|b] [--seed N]."""

import json
from pathlib import Path

from second_generator.halves import make_halves
from second_generator.markup import read_all
from second_generator.model import Paper

HERE = Path(__file__).parent
# Signers are offices, not persons, and quotes of consequences are not what this set is about.
UNSCORED = ("signatory_name", "consequences")
# Of a paper that demands nothing these are seldom plain.
UNSCORED_OTHERS = ("issuer_class", "matter_numbers", "subjects", "subjects_count", "authorities")


def once(parts: list[str]) -> list[str]:
    """A signature block whose signer is an office names that office but once."""
    mark, name, *titles = parts
    if titles[:1] != [name]:
        return parts
    return [mark, name, *titles[1:]] if mark == "/s/" else [mark, "", *titles]


def finish(paper: Paper) -> Paper:
    """Give a paper its family and the fields that this set leaves unscored."""
    paper.head.setdefault("family", [f"series-eleven-{paper.id}"])
    accept = json.loads(paper.one("accept", "{}"))
    demand = paper.one("is").startswith("issues ")
    for name in UNSCORED if demand else UNSCORED + UNSCORED_OTHERS:
        accept.setdefault(name, True)
    paper.head["accept"] = [json.dumps(accept)]
    if accept.get("issuer_class") is True:
        paper.head["class"] = [paper.one("class").split("|")[0].strip()]
    for block in paper.blocks:
        if block.kind == "signature":
            block.parts = once(block.parts)
    return paper


def read_half(letter: str) -> list[Paper]:
    """The papers of one half, each a family of its own."""
    return [finish(p) for p in read_all(HERE / f"half_{letter}")]


if __name__ == "__main__":
    make_halves("series_eleven", 11, read_half)
