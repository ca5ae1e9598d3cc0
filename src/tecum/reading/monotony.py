"""Pages that hold one thing over and over: no text that anybody reads (READING 2, 17).

Every step of reading takes time in proportion to the text. A page that repeats one word ten
thousand times would still take minutes and tell nothing; it is kept, shown, and left unread.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

__all__ = ["MONOTONOUS", "is_monotonous", "monotonous_pages"]

MONOTONOUS = "monotonous"
"""Why such a page is left unread: the name of its sentence."""

_LONG = 20_000
_SQUEEZED = 90
"""Text that people write shrinks to a third; the same letter to fifty people to a fortieth."""
_RUN = 10_000
_ENDLESS = re.compile(rf"\S{{{_RUN}}}|\s{{{_RUN}}}")


def is_monotonous(text: str) -> bool:
    """Whether a long text says one thing over and over, or has a word or gap without end.

    >>> is_monotonous("of the " * 5_000), is_monotonous("of the " * 500)
    (True, False)
    """
    if len(text) < _RUN:
        return False
    if _ENDLESS.search(text):
        return True
    if len(text) < _LONG:
        return False
    data = text.encode("utf-8", "replace")
    return len(zlib.compress(data, 6)) * _SQUEEZED < len(data)


def monotonous_pages(texts: Sequence[str]) -> list[int]:
    """Places of the pages that, taken with those beside them, say one thing over and over.

    Args:
        texts: The text of each page, in order.
    """
    found: list[int] = []
    first, letters = 0, 0
    for i, text in enumerate(texts):
        if len(text) >= _LONG:
            found += [i] if is_monotonous(text) else []
            first, letters = i + 1, 0
            continue
        letters += len(text) + 1
        if letters < 2 * _LONG:
            continue
        group = texts[first : i + 1]
        # One notice sent to each of a hundred people squeezes well, and no two copies are the same.
        if len(set(group)) * 10 <= len(group) and is_monotonous("\n".join(group)):
            found.extend(range(first, i + 1))
        first, letters = i + 1, 0
    if found:
        # What is left of a long run goes with it where it says nothing that the run did not.
        said = {texts[i] for i in found}
        found += [i for i in range(first, len(texts)) if texts[i] in said]
    return found
