"""Papers that stand beside a demand: answers that quote, notices to others, drafts, teaching.

Each text of ``near_misses/`` is invented; its head names the conducts and kinds that a lawyer
would call right (``-``: the kind is not asked for).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tecum.instruments.catalogue import load_catalogue
from tecum.reading.open import open_document
from tecum.reading.read import read
from tecum.reading.result import Reading

_FOLDER = Path(__file__).parent / "near_misses"


def _papers() -> list[tuple[str, frozenset[str], frozenset[str], str]]:
    found = []
    for path in sorted(_FOLDER.glob("*.txt")):
        for chunk in re.split(r"(?m)^=== ", path.read_text("utf-8"))[1:]:
            head, _, text = chunk.partition("\n")
            name, conducts, kinds = (part.strip() for part in head.split("|"))
            right = frozenset(conducts.split(",")), frozenset(kinds.split(","))
            found.append((f"{path.stem}:{name}", *right, text))
    return found


PAPERS = _papers()


def _read(text: str) -> Reading:
    mail = text.startswith(("From:", "To:")) and "Subject:" in text[:400]
    return read(open_document(text.encode(), "p.eml" if mail else "p.txt"), load_catalogue())


@pytest.mark.parametrize(("name", "conducts", "kinds", "text"), PAPERS, ids=[p[0] for p in PAPERS])
def test_conduct_kind_and_certainty(
    name: str, conducts: frozenset[str], kinds: frozenset[str], text: str
) -> None:
    reading = _read(text)
    assert reading.conduct.value in conducts, reading.conduct.signals
    if kinds != {"-"}:
        assert reading.kind.value in kinds, reading.kind.signals
    if reading.kind.band == "certain":
        assert kinds == {"-"} or reading.kind.value in kinds
    if "issues" not in conducts:
        assert reading.items == ()


def test_there_are_many_and_none_twice() -> None:
    names = [name for name, *_ in PAPERS]
    assert len(names) > 150
    assert len(set(names)) == len(names)
