"""The newspaper or agency that a report names at its head (READING 12)."""

from __future__ import annotations

import re

from tecum.provenance import Read
from tecum.reading.paper.paper import Paper
from tecum.words import Band

__all__ = ["publication"]

_PUBLICATION = re.compile(
    r"^(?P<name>(?:The |THE )?(?:[A-Z][\w'’&.-]* ){0,4}(?:Post|POST|Times|TIMES|Herald"
    r"|HERALD|Tribune|TRIBUNE|Gazette|GAZETTE|News|NEWS"
    r"|Journal|JOURNAL|Chronicle|CHRONICLE|Courier|COURIER|Star|STAR|Sentinel|Observer"
    r"|Dispatch|Ledger|LEDGER|Bee|(?<!Federal )Register|Examiner|Monitor"
    r"|Independent|Daily|Weekly|Reporter|Beacon|Bulletin|Record|Press|PRESS|Wire|WIRE"
    r"|Mirror|Globe|Inquirer|Telegraph|Advocate|Citizen|Radio|Today))(?: Online)?"
    r"(?:\s{0,60}[,|•·–—-].*|\s{3,60}\S.*)?$"
)


_IN_SPANISH = re.compile(
    r"^(?P<name>(?:(?:el|la|los|las)\s)?(?:[a-zà-ÿ]{3,14}\s){0,2}?(?:diario|noticias|noticiero"
    r"|peri[oó]dico|prensa|semanario|radio|voz|vocero|heraldo|gaceta|cr[oó]nica|tribuna|opini[oó]n"
    r"|informador|informativo|telediario|correo|imparcial|sol|mundo|tiempo)"
    r"(?:\s(?!\d)[a-zà-ÿ.'’]{2,16}){0,5}?)(?:\s{1,60}[|•·–—-]\s.*|,\s.*)?$",
    re.IGNORECASE,
)
"""The name of a paper or station, which its first line bears alone or before the date."""


def publication(paper: Paper) -> Read[str] | None:
    """The newspaper or agency that a report names at its head."""
    for i, line in enumerate(paper.lines[:6]):
        found = _PUBLICATION.match(line.text.strip(" ‘’'`.,|"))
        if found:
            start = paper.start_of(i) + line.text.find(found["name"])
            spans = paper.spans(start, start + len(found["name"]))
            return paper.read(found["name"].strip(), spans, "parties.publication/1", Band.LIKELY)
    first = paper.lines[0].text.strip() if paper.lines else ""
    named = _IN_SPANISH.match(first)
    if named is not None and _is_titled(named["name"]):
        start = paper.start_of(0) + paper.lines[0].text.find(named["name"])
        spans = paper.spans(start, start + len(named["name"]))
        return paper.read(named["name"], spans, "parties.publication/1", Band.LIKELY)
    return None


def _is_titled(name: str) -> bool:
    """Whether every word but the small ones begins large, and more than one word is there."""
    words = name.split()
    return len(words) > 1 and all(
        w[0].isupper() or w in ("de", "del", "la", "el", "los", "las", "y") for w in words
    )
