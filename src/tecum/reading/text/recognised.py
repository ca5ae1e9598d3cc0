"""Whether words were recognised from a picture, so that no letter of theirs is certain.

Authority: READING 15 (``certain`` needs two agreeing signals, or words recognised beyond doubt).
"""

from __future__ import annotations

from collections.abc import Iterable

from tecum.provenance import Span
from tecum.reading.text.layout import Text
from tecum.words import TextFrom

__all__ = ["are_recognised"]


def are_recognised(text: Text, spans: Iterable[Span]) -> bool:
    """Whether any of the words stands on a page whose text a recogniser made."""
    pages = {span.page for span in spans}
    made = (TextFrom.OCR, TextFrom.MIXED)
    return any(page.n in pages and page.text_from in made for page in text.pages)
