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


def publication(paper: Paper) -> Read[str] | None:
    """The newspaper or agency that a report names at its head."""
    for i, line in enumerate(paper.lines[:6]):
        found = _PUBLICATION.match(line.text.strip(" ‘’'`.,|"))
        if found:
            start = paper.start_of(i) + line.text.find(found["name"])
            spans = paper.spans(start, start + len(found["name"]))
            return paper.read(found["name"].strip(), spans, "parties.publication/1", Band.LIKELY)
    return None
