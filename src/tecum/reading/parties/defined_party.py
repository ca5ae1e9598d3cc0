"""Whom a paper means by a name that it defines, as in "Example Inc. ("PROVIDER")" (READING 12)."""

from __future__ import annotations

import re
from dataclasses import replace

from tecum.provenance import Read
from tecum.reading.paper.paper import Paper

__all__ = ["named_in_full"]

_WORD = r"[A-Z][\w.&'’-]{0,30}"
_NAME = rf"(?P<name>{_WORD}(?:,?\s{{1,4}}(?:{_WORD}|of|and|the|for|&)){{0,9}})"
_MOST_WORDS = 3


def named_in_full(paper: Paper, read: Read[str]) -> Read[str]:
    """A recipient under the name that stands before the brackets in which it is defined.

    A value that is no defined term stays as it is; one that is defined more than once too.
    """
    if read.value is None or len(read.value.split()) > _MOST_WORDS:
        return read
    term = re.escape(read.value.strip())
    defined = re.compile(
        rf"{_NAME},?\s{{0,4}}\((?:hereinafter,?\s|collectively,?\s|the\s){{0,2}}"
        rf"[\"“”'‘](?:the\s)?{term},?[\"“”'’]\)"
    )
    found = {" ".join(m["name"].split()): m for m in defined.finditer(paper.words)}
    if len(found) != 1:
        return read
    ((name, match),) = found.items()
    spans = paper.spans(match.start("name"), match.end("name"))
    return replace(read, value=name, spans=spans, signals={**read.signals, "defined": read.value})
