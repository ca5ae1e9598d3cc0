"""Score the proposals made from marked public documents, and time a story of 1,500 words.

python bench/public_documents.py tests/corpus/public_documents/dev [--misses]
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tecum.docket.proposals import propose, read_public
from tecum.evaluation.proposals import Score, Story, load_stories, score_all
from tecum.reading.open import open_document

_GOALS = (
    ("precision of proposals", "right", "proposed", None),
    ("as they stand or after one edit", "acceptable", "proposed", 0.70),
    ("as they stand", "as_they_stand", "proposed", None),
    ("events found", "events_found", "events", 0.70),
    ("attributed claims found", "attributed_found", "attributed", 0.60),
    ("wrong asserter, at most", "wrong_asserter", "asserters", 0.03),
    ("spans exact", "spans_exact", "spans", 1.0),
    ("no events told apart", "apart_found", "apart", None),
)
_WORDS = 1_500


def main(arguments: list[str]) -> int:
    """Print each measure with its counts and its goal."""
    folder = Path(arguments[0])
    stories = load_stories(folder)
    score = score_all(stories)
    print(f"{score.documents} documents of {folder.name}")
    for name, part, whole, goal in _GOALS:
        share = score.share(part, whole)
        counts = f"{getattr(score, part)} of {getattr(score, whole)}"
        wanted = "" if goal is None else f"  (goal {goal:.0%})"
        print(f"  {name:34} {'–' if share is None else f'{share:6.1%}'}  {counts}{wanted}")
    print(f"  {'seconds for 1,500 words, warm':34} {_seconds(stories):6.2f}  (goal 2)")
    if "--misses" in arguments:
        _print_misses(score)
    return 0


def _seconds(stories: tuple[Story, ...]) -> float:
    """The time of one long story: opening and proposing, the lists being loaded already."""
    texts = [row.content.decode() for row in stories if row.file.endswith(".txt")]
    words: list[str] = []
    parts: list[str] = []
    for text in texts * 20:
        if len(words) >= _WORDS:
            break
        words += text.split()
        parts.append(text)
    opened = open_document("\n\n".join(parts).encode(), "story.txt")
    first = stories[0]
    began = time.perf_counter()
    reading = read_public(opened)
    assert reading is not None
    propose(reading, first.parties, (), first.published)
    return time.perf_counter() - began


def _print_misses(score: Score) -> None:
    for line in sorted(score.misses):
        print(f"    {line}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
