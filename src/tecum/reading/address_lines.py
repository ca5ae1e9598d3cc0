"""Which lines of an address name the addressee, and the name that a mail's header shows.

Authority: READING 12 (recipient), 13.
"""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header, make_header

from tecum.reading.paper import Paper

__all__ = ["displayed", "without_marks"]

_NO_ADDRESSEE = re.compile(
    r"(?:(?:our|your|the)\s)?(?:case|claim|loss|matter|file|account|mail(?:ing)? date|date"
    r"|reply by)"
    r"\b[^:]{0,20}:|(?:sent )?(?:via|by) (?:e-?mail|fax|facsimile|hand|certified|first|overnight"
    r"|courier|us mail)|señor(?:es|as?)?\W{0,2}$|confidential\W{0,2}$"
    r"|[A-Z ]{3,30} \d{5}(?:-\d{4})?$",
    re.IGNORECASE,
)
"""A line among an address that names no addressee: a case, a date, the way of sending."""
_DISPLAYED = re.compile(r'^\s*"?(?P<name>[^<>@"]{3,90}?)"?\s*<[^<>]{3,120}>\s*$')


def without_marks(paper: Paper, address: list[int]) -> list[int]:
    """The lines of an address but those that name no addressee."""
    kept = [i for i in address if not _NO_ADDRESSEE.match(paper.lines[i].text.strip())]
    if len(kept) > 1:
        last = paper.lines[kept[-1]].text.strip(" ,").lower()
        if len(last.split()) == 1 and last in paper.lines[kept[0]].text.lower():
            kept = kept[:-1]  # the salutation "Director," under the Director's own name
    return kept or address


def displayed(header: str) -> str | None:
    """The name that a mail's header shows beside its one address, commas and all."""
    try:
        header = str(make_header(decode_header(header)))
    except (HeaderParseError, LookupError, ValueError):
        return None
    shown = _DISPLAYED.match(header)
    return " ".join(shown["name"].split()) if shown else None
