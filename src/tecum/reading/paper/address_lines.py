"""Which lines of an address name the addressee, and the name that a mail's header shows.

Authority: READING 12 (recipient), 13.
"""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header, make_header

from tecum.reading.paper.paper import Paper

__all__ = ["displayed", "trimmed", "without_marks"]

_NO_ADDRESSEE = re.compile(
    r"(?:(?:our|your|the)\s)?(?:case|claim|loss|matter|file|account|mail(?:ing)? date|date"
    r"|reply by)"
    r"\b[^:]{0,20}:|(?:sent )?(?:via|by) (?:e-?mail|fax|facsimile|hand|certified|first|overnight"
    r"|courier|us mail)|señor(?:es|as?)?\W{0,2}$|confidential\W{0,2}$"
    r"|[A-Z ]{3,30} \d{5}(?:-\d{4})?$",
    re.IGNORECASE,
)
"""A line among an address that names no addressee: a case, a date, the way of sending."""
_DISPLAYED = re.compile(
    r'^\s{0,9}"?(?P<name>[^<>@"\s][^<>@"]{2,89}?)"?\s{0,9}<[^<>]{3,120}>\s{0,9}$'
)


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


_AWAY = re.compile(
    r"(?:,|\s[-–—])\s{1,60}(?:\d+[\w-]*\s{1,60}[A-Z0-9]|p\.?\s?o\.?\s{1,60}box|\(?\d{3}\)|suite"
    r"|attn).*$|\s{1,60}\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}.*$"
    r"|\s{1,60}<?[\w.+-]+@[\w.-]+>?.*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s{0,3}\((?:or|and)(?:/or)? any\b.*$|,?\s(?:Rule )?30\s?\(b\)\s?\(6\).*$"
    r"|,?\s(?:defendants?,?\s|plaintiffs?,?\s)?by and through\b.*$",
    re.IGNORECASE,
)
_FIELD_BESIDE = re.compile(
    r"\s{2,60}(?:at|address|date|phone|telephone|fax|case|file|docket|event|claim|account)\b"
    r"[ .#()\w]{0,12}[:#].*$"
    r"|\s{4,60}(?:case|charge|file|docket|claim|matter|complaint|fax|phone|tel\.?)\s{1,3}\S{0,12}\d.*$",
    re.IGNORECASE,
)
"""The next field of a form, a column's gap behind the name."""
_OWN_LABEL = re.compile(
    r"^(?:agency|custodian|recipient|addressee|importer of record|employer|attn|to)\s?:\s{1,4}",
    re.IGNORECASE,
)


_SALUTES = re.compile(r"^(?:you,\s|dear\s|estimad[oa]s?\s|señor(?:es|as?)?[,:]\s)", re.IGNORECASE)


def trimmed(value: str) -> str:
    """A name without the address and telephone behind it."""
    value = " ".join(_FIELD_BESIDE.sub("", value).split())
    value = _SALUTES.sub("", _OWN_LABEL.sub("", value))
    value = _BEHIND.sub("", _AWAY.sub("", value))
    return value.strip(" ,;:–-_|")
