"""What a form's box for the records says in running text, where no verb in it asks.

"6. Records", and below it "Entry summaries for 2025; proofs of payment; e-mails about price":
the heading asks, the words below it name the things, up to the first that speak of else.

Authority: READING 12 (unnumbered demands: split at semicolons).
"""

from __future__ import annotations

import re

from tecum.reading.items.asked_areas import rows_of
from tecum.reading.items.enumerated import is_thing
from tecum.reading.items.list_marks import ListView
from tecum.reading.speech.operative import is_statement

__all__ = ["named_under_heading"]

_FARTHEST = 1500
_MARK = re.compile(r"[({\[]?[a-z0-9]{1,2}[)}\]][-.]{0,2}\s{1,4}")
_BINDS = re.compile(r"\b(?:may|shall|must|will)\b")


def named_under_heading(view: ListView) -> tuple[tuple[int, int], ...]:
    """The things named in the running text right below the first heading that has any."""
    borders = [start for start, _ in view.headings]
    for start, sort in view.headings:
        line_end = view.folded.find("\n", start + 1)
        if sort != "items" or line_end < 0:
            continue
        stop = min([b for b in borders if b > start] + [len(view.folded), line_end + _FARTHEST])
        rows: list[tuple[int, int]] = []
        for at, b in rows_of(view, (line_end, stop)):
            mark = _MARK.match(view.low, at, b)
            a = mark.end() if mark else at
            words = view.low[a:b]
            told = is_statement(words) or _BINDS.search(words) is not None
            if told or not is_thing(words) or words.rstrip().endswith(":"):
                break
            rows.append((a, a + len(view.folded[a:b].rstrip(" .;\n"))))
        if len(rows) > 1:
            return tuple(rows)
    return ()
