"""The house whose name a mail's address spells: "records@examplehosting.org" (READING 12, 13)."""

from __future__ import annotations

import re
from email.utils import parseaddr

from tecum.provenance import Read
from tecum.reading.paper.paper import Paper
from tecum.words import Band

__all__ = ["house_by_domain"]

_DOMAIN = re.compile(
    r"@(?:[\w-]{1,40}\.){0,3}?(?P<label>[\w-]{5,40})\.[a-z]{2,12}(?:\.[a-z]{2})?$", re.I
)
_HOSTS = frozenset({"gmail", "yahoo", "outlook", "hotmail", "icloud", "protonmail", "mailbox"})
"""Where anybody has an address: the domain is no house's."""
_RUN = re.compile(r"[A-Z][\w&'’-]{0,30}(?:,?[^\S\n](?:[A-Z][\w&.'’-]{0,30}|of|and|the|for|&)){0,7}")
_SMALL = frozenset({"of", "and", "the", "for", "&"})
_SUFFIX = re.compile(r"(?:Inc|LLC|L\.L\.C|Ltd|Corp|Co|Company|PLLC|N\.A)\.?")
"""What ends a company's full name, behind words that its address leaves out."""
_LONGEST = 20_000


def house_by_domain(paper: Paper, header: str, rule: str) -> Read[str] | None:
    """The name in the text whose words, written together, are the domain of a mail's address.

    Two places agree: the address, and the name by which the text calls whom it goes to.
    """
    found = _DOMAIN.search(parseaddr(header)[1])
    label = re.sub(r"\W", "", found["label"]).lower() if found else ""
    if not label or label in _HOSTS:
        return None
    for run in _RUN.finditer(paper.words[:_LONGEST]):
        span = _spelled(run[0], label)
        if span is not None:
            start, end = run.start() + span[0], run.start() + span[1]
            name = " ".join(paper.words[start:end].split()).strip(" ,")
            return paper.read(name, paper.spans(start, end), rule, Band.LIKELY)
    return None


def _spelled(run: str, label: str) -> tuple[int, int] | None:
    """Where in a run of names the words stand that are written together in a label."""
    words = list(re.finditer(r"[\w&.'’-]+", run))
    for i, first in enumerate(words):
        spelled = ""
        for j in range(i, len(words)):
            word = words[j][0].lower()
            if word not in _SMALL or not spelled:
                spelled += re.sub(r"\W", "", word)
            if spelled == label:
                named = [k for k in range(j, len(words)) if _SUFFIX.fullmatch(words[k][0])]
                return first.start(), words[named[0] if named else j].end()
            if not label.startswith(spelled):
                break
    return None
