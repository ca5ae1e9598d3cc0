"""How a document says it was served, in the words of READING 7."""

from __future__ import annotations

import re

from tecum.provenance import Read
from tecum.reading.paper.paper import Paper
from tecum.words import Band

__all__ = ["read_service_method"]

_METHODS: tuple[tuple[str, str], ...] = (
    (
        "certified_mail",
        r"certified (?:u\.?s\.? )?mail|registered mail|return receipt requested|correo certificado",
    ),
    ("overnight", r"overnight|fedex|federal express|next[- ]day"),
    (
        "hand",
        (
            r"in person|by hand|hand[- ]deliver\w*|personal(?:ly)?(?: service| delivery"
            r"| served| delivered)?|handed to|delivered to the (?:person|custodian)"
        ),
    ),
    ("courier", r"courier|messenger|process server"),
    ("e-mail", r"e-?mail|electronic mail|correo electr[oó]nico"),
    ("fax", r"fax|facsimile|telefax"),
    ("portal", r"portal|upload(?:ed)?|law enforcement response system"),
    ("clerk", r"leaving (?:it )?with (?:the )?clerk"),
    ("agent", r"registered agent|agent for service|authorized agent"),
    ("publication", r"by publication"),
    ("mail", r"(?:first[- ]class |u\.?s\.? |regular |by )mail|mailed|postage|por correo"),
)
_SERVED = re.compile(
    r"\b(?:served|service (?:was )?(?:made|effected)?|delivered|sent|transmitted"
    r"|mailed|vía|via|method of service|manner of service|served by|by)\b"
    r"[^.\n]{0,90}",
    re.IGNORECASE,
)
_VIA = re.compile(
    r"^\W{0,60}(?:via|by|sent via|delivered by|vía)\s{1,60}(?P<how>[^\n]{3,60})$",
    re.IGNORECASE | re.MULTILINE,
)


def read_service_method(paper: Paper) -> Read[str]:
    """The method of service, from a certificate of service or a "via" line; never assumed."""
    rule = "service.method/1"
    areas = list(paper.find(_VIA))
    served = paper.find(_SERVED)
    areas += [m for m in served if re.match(r"(?i)served|service|method|manner", m[0])]
    for area in areas:
        for word, pattern in _METHODS:
            found = re.search(pattern, area[0], re.IGNORECASE)
            if found:
                start = area.start() + found.start()
                spans = paper.spans(start, area.start() + found.end())
                return paper.read(word, spans, rule, Band.LIKELY)
    return paper.nothing(rule)
