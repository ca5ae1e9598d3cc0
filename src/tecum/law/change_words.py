"""Differences between two versions of a pack in plain words: what each does, never whether it
is right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tecum.law.difference import Changed, Difference, Element, PackDifference

__all__ = ["difference_text", "said_of", "summary"]

_A, _R, _C = Changed.ADDED, Changed.REMOVED, Changed.CHANGED
_SAID: Mapping[tuple[Element, Changed], str] = {
    (Element.BLOCK, _A): "This text is new.",
    (Element.BLOCK, _R): "This text is gone.",
    (Element.EFFECT, _A): "An effect is added.",
    (Element.EFFECT, _R): "An effect is gone.",
    (Element.EFFECT, _C): "It has another effect, or bears on other actions.",
    (Element.CONDITION, _A): "It now applies only where this holds.",
    (Element.CONDITION, _R): "It now applies whether or not this holds.",
    (Element.CONDITION, _C): "It applies in other situations than before.",
    (Element.EXCEPTION, _A): "It no longer applies where this holds.",
    (Element.EXCEPTION, _R): "It now applies even where this holds.",
    (Element.EXCEPTION, _C): "Its exception covers other situations, or rests on another text.",
    (Element.SUPERIORITY, _A): "Which rule gives way is now declared here.",
    (Element.SUPERIORITY, _R): "Which rule gives way is no longer declared here.",
    (Element.SUPERIORITY, _C): "Which rule gives way rests on another text.",
    (Element.WINDOW, _A): "It is in force in one more span of time, or known from another day.",
    (Element.WINDOW, _R): "It is no longer in force in this span of time.",
    (Element.WINDOW, _C): "It is in force, known or judged at other dates.",
    (Element.ORDER, _A): "It reaches more.",
    (Element.ORDER, _R): "It reaches less.",
    (Element.ORDER, _C): "What it stays, commands or restrains rests on another text.",
    (Element.DUTY, _A): "The duty says one thing more.",
    (Element.DUTY, _R): "The duty says one thing less.",
    (Element.DUTY, _C): "What must be done, by whom, for whom or by when is another.",
    (Element.CLOCK, _A): "The clock has one more setting.",
    (Element.CLOCK, _R): "The clock has one setting less.",
    (Element.CLOCK, _C): "The clock counts otherwise.",
    (Element.SOURCE, _A): "Its source or how sure it is is now stated.",
    (Element.SOURCE, _R): "Its source or how sure it is is no longer stated.",
    (Element.SOURCE, _C): "It names another source, or is more or less sure.",
    (Element.WORDS, _A): "Words shown beside it are new. They change no outcome.",
    (Element.WORDS, _R): "Words shown beside it are gone. They changed no outcome.",
    (Element.WORDS, _C): "Words shown beside it are others. They change no outcome.",
    (Element.PLACE, _C): "It stands in another file.",
    (Element.PROSE, _A): "Prose is new. It has no effect by itself.",
    (Element.PROSE, _R): "Prose is gone. It had no effect by itself.",
    (Element.PROSE, _C): "The prose says something else. It has no effect by itself.",
    (Element.FACT, _A): "A fact is asked, or said to be, in one more way.",
    (Element.FACT, _R): "A fact is no longer asked, or said, in this way.",
    (Element.FACT, _C): "A fact is asked, answered or filled otherwise.",
    (Element.TABLE, _A): "A list taken from the law has one more row.",
    (Element.TABLE, _R): "A list taken from the law has one row less.",
    (Element.TABLE, _C): "A row of a list taken from the law is another.",
    (Element.CASE, _A): "A case is new.",
    (Element.CASE, _R): "A case is gone.",
    (Element.CASE, _C): "A case expects something else, or gives other facts.",
    (Element.PACK, _A): "The pack says this of itself.",
    (Element.PACK, _R): "The pack no longer says this of itself.",
    (Element.PACK, _C): "The pack says something else of itself.",
    (Element.FILE, _A): "A file is new.",
    (Element.FILE, _R): "A file is gone.",
    (Element.FILE, _C): "A file is changed.",
}


def said_of(row: Difference) -> str:
    """One sentence on what a difference does."""
    return _SAID.get((row.element, row.change), "This is changed.")


def summary(found: PackDifference) -> str:
    """How many blocks came, went and changed, in one line."""
    if not found.rows:
        return "The two versions say the same."
    counts = found.counts
    blocks = f"{counts[_A]} blocks added, {counts[_R]} removed, {counts[_C]} changed"
    return f"{blocks}; {len(found.legal)} elements in blocks, {len(found.beside)} around them."


def difference_text(found: PackDifference) -> str:
    """The differences as a person reads them, block by block."""
    return "\n".join([summary(found), *_lines(found)]) + "\n"


def _lines(found: PackDifference) -> Iterator[str]:
    last = None
    for row in (*found.legal, *found.beside):
        head = f"{row.kind} {row.block}" + (f"  {row.title}" if row.title else "")
        if (head, row.file) != last:
            yield f"\n{head}  ({row.file})" if row.file else f"\n{head}"
            last = head, row.file
        what = row.element.value if row.element is not Element.BLOCK else row.kind
        yield f"  {what} {row.change}: {said_of(row)}"
        yield from _marked("-", row.old)
        yield from _marked("+", row.new)


def _marked(sign: str, text: str | None) -> Iterator[str]:
    for line in (text or "").splitlines():
        yield f"    {sign} {line}" if line else f"    {sign}"
