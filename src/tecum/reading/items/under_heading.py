"""What a form's box or label for the records says in running text, where no verb in it asks.

"6. Records", and below it "Entry summaries for 2025; proofs of payment; e-mails about price":
the heading asks, the words below it name the things, up to the first that speak of else. So
does a label ("Requested data: …"; "Exact documents to be produced", and the space behind it).

Authority: READING 12 (unnumbered demands: split at semicolons).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.instruments.sought import find_all
from tecum.reading.items.asked_areas import rows_of
from tecum.reading.items.enumerated import is_thing
from tecum.reading.items.list_view import ListView
from tecum.reading.speech.operative import is_statement

__all__ = ["is_label", "named_at_label", "named_under_heading"]

_FARTHEST = 1500
_MARK = re.compile(r"[({\[]?[a-z0-9]{1,2}[)}\]][-.]{0,2}\s{1,4}")
_THINGS = r"(?:data|records?|documents?|evidence|items|materials?|information|things)"
_WANTED = (
    r"(?:requested|required|sought|wanted|to[ ]be[ ](?:produced|provided|preserved|disclosed))"
)
_LABEL_WORDS = (
    r"(?:the[ ])?(?:exact[ ]|specific[ ]|electronic[ ]|particular[ ]){0,2}"
    rf"(?:requested[ ]{_THINGS}|{_THINGS}(?:[ ](?:and|or)[ ]{_THINGS})?[ ]{_WANTED})[ ]{{0,3}}"
    r"(?:\((?:specify|describe|list)[^)\n]{0,60}\)[ ]{0,3})?"
)
_LABELLED = (
    r"(?:(?:section|part|box|block|field)[ ][a-z0-9]{1,3}[.:)]?[ ]{1,4})?"
    r"(?:\([a-z0-9]{1,3}\)|[a-z0-9]{1,2}[.)])?[ ]{0,4}"
    + _LABEL_WORDS
    + r"(?::[ ]{0,4}\n?|\n)[ \n]{0,8}(?=[a-z0-9\"(])"
)
_LABEL = re.compile(r"(?:^|\n)[ ]{0,30}" + _LABELLED)
_BARE = re.compile(
    r"\b(?:produce|bring|provide|furnish|send|deliver|submit)\b[^.;:\n]{0,60}:[ \n]{1,8}(?:the[ ])?"
    rf"{_THINGS}(?:[ ]{{0,3}}:[ \n]|[ ]{{0,3}}\n)[ \n]{{0,8}}(?=[a-z0-9\"(])"
)
"""A command, and below it the label of its space, which says no more than "Documents"."""
_INNER = re.compile(_LABELLED)
"""A label, alone on its line or with a colon, that names the space for what is asked."""
_ALONE = re.compile(_LABEL_WORDS + ":?")
_ELSE = re.compile(
    r"[^\n:;,]{1,60}:(?:[ \n]|$)|(?:they|it|these|those|this|i|we|you|he|she|such)\b"
)
"""The next label of the form, or a sentence about what was named."""
_BINDS = re.compile(r"\b(?:may(?![ ]{1,3}[0-9])|shall|must|will)\b")


def named_under_heading(view: ListView) -> tuple[tuple[int, int], ...]:
    """The things named in the running text right below the first heading that has any."""
    borders = [start for start, _ in view.headings]
    for start, sort in view.headings:
        line_end = view.folded.find("\n", start + 1)
        if sort != "items" or line_end < 0:
            continue
        stop = min([b for b in borders if b > start] + [len(view.folded), line_end + _FARTHEST])
        rows = tuple(_things(view, line_end, stop))
        if len(rows) > 1:
            return rows
    return ()


def is_label(words: str) -> bool:
    """Whether plain words are nothing but the label of the space for what is asked."""
    return _ALONE.fullmatch(words.strip()) is not None


def named_at_label(view: ListView) -> tuple[tuple[int, int], ...]:
    """The things written behind the first label that names the space for them."""
    for label in (*find_all(_LABEL, view.low), *find_all(_BARE, view.low)):
        inner = _INNER.match(view.low, label.end())
        start = (inner or label).end()
        if view.is_apart(start):
            continue
        end = view.low.find("\n\n", start, start + _FARTHEST)
        stop = end if end >= 0 else min(len(view.low), start + _FARTHEST)
        rows = tuple(_things(view, start, stop, outright=True))
        if rows:
            return rows
    return ()


def _things(
    view: ListView, start: int, stop: int, *, outright: bool = False
) -> Iterator[tuple[int, int]]:
    """The things that running text names, up to the first words that are none.

    Where a label says ``outright`` that what follows is asked for, what stands behind a semicolon
    is asked for with the first.
    """
    known = False
    for at, b in rows_of(view, (start, stop)):
        mark = _MARK.match(view.low, at, b)
        a = mark.end() if mark else at
        words = view.low[a:b]
        told = is_statement(words) or _BINDS.search(words) is not None
        goes_on = known and outright and view.folded[max(0, at - 8) : at].rstrip().endswith(";")
        if outright and not goes_on and _ELSE.match(words):
            return
        known = is_thing(words) or goes_on
        if told or not known or words.rstrip().endswith(":"):
            return
        yield a, a + len(view.folded[a:b].rstrip(" .;\n"))
