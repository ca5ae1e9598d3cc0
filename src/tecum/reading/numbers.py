"""Matter, subpoena, docket, award, alien-file and event numbers, by labelled pattern only."""

from __future__ import annotations

import re

from tecum.provenance import Read
from tecum.reading.caption import Caption
from tecum.reading.layout import Layer
from tecum.reading.paper import Paper
from tecum.words import Band

__all__ = ["A_NUMBER", "read_matter_numbers"]

A_NUMBER = re.compile(r"\bA[- #]?\d{3}[ -]?\d{3}[ -]?\d{2,3}\b")
"""An alien-file number: the letter and eight or nine digits."""

_LABELLED = re.compile(
    r"\b(?:(?:subpoena|summons|case|file|docket|matter|investigation|inspection|charge"
    r"|control|event|subject"
    r"|complaint|award|grant|warrant|cause|index|incident|reference|agency case"
    r"|agency file|tracking|request"
    r"|civil action|criminal|misc|requisition|collateral investigation"
    r"|investigative file|report|ticket|booking"
    r"|record|in the matter of charge|fins|our|your|citation|audit|account|cid|demand|petition|no)"
    r"(?:\s{1,60}(?:no|nos|number|num|id|ref|file|file no|reference))?\s{0,60}\.?\s{0,60}(?:[:#№]"
    r"|no\.|(?<=no)\.|(?<=number)|(?<=investigation)|(?<=award)|(?<=grant)"
    r"|(?<=charge))[\s:#]*)"
    r"(?P<number>(?=[A-Z0-9./:-]{0,24}\d)[A-Z0-9][A-Z0-9./:-]{2,34}"
    r"(?:\s[A-Z]{1,2}\s\d{3,6}|\s\d{3}\s\d{3})?)",
    re.IGNORECASE,
)
_AWARD = re.compile(
    r"\b(?:20\d\d-[A-Z]{2}-[A-Z]{2}-\d{3,4}|15[A-Z]{3,5}-\d\d-[A-Z]{2}-\d{4,6}-[A-Z]{2,5})\b"
)
_FEDERAL = re.compile(r"\b\d{1,2}:\d{2}-[a-z]{2}-\d{3,6}(?:-[A-Z0-9]{2,6}){0,2}\b")
_ANOTHERS = re.compile(
    r"\b(?:bar|atty\.?|attorney|(?:public|pub\.?) law|p\.?l\.?|crash report|(?:police|incident"
    r"|accident) report|invoice|check|parcel|serial|model|apartment|omb(?: control)?|catalog"
    r"|i\.?d\.?|license|permit|page|room|suite|firm|fax|phone|telephone|tel)\s{0,3}$",
    re.IGNORECASE,
)
"""Before "No.": what has a number of its own and is no matter of the paper that names it."""
_NOT_A_NUMBER = re.compile(
    r"^(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{1,4}|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}"
    r"|\d{1,2}:\d\d|(?:19|20)\d\d)$"
)


def read_matter_numbers(paper: Paper, caption: Caption | None) -> tuple[Read[str], ...]:
    """Every number that a label or its form makes known as a matter's, in reading order."""
    found: dict[str, tuple[int, Read[str]]] = {}

    def add(number: str, start: int, rule: str, band: Band) -> None:
        number = number.strip(" .,;:-/")
        key = re.sub(r"\W", "", number).lower()
        if len(key) < 4 or _NOT_A_NUMBER.match(number) or key in found:
            return
        spans = paper.spans(start, start + len(number))
        found[key] = (start, paper.read(number, spans, rule, band))

    for pattern, rule in ((_AWARD, "award"), (_FEDERAL, "federal_docket"), (A_NUMBER, "a_number")):
        for match in paper.find(pattern):
            add(match[0], match.start(), f"numbers.{rule}/1", Band.LIKELY)
    for line in paper.text.lines:
        stamped = _FEDERAL.search(line.text) if line.layer is Layer.STAMP else None
        key = re.sub(r"\W", "", stamped[0]).lower() if stamped else ""
        if stamped and key not in found:
            start = line.start + stamped.start()
            at = (paper.text.span(line.page, start, start + len(stamped[0])),)
            found[key] = (0, paper.read(stamped[0], at, "numbers.stamp/1", Band.LIKELY))
    for number, spans in caption.numbers if caption is not None else ():
        key = re.sub(r"\W", "", number).lower()
        if spans and len(key) >= 4 and key not in found and not _NOT_A_NUMBER.match(number):
            found[key] = (0, paper.read(number, spans, "numbers.caption/1", Band.LIKELY))
    for match in paper.find(_LABELLED):
        if not any(c.isdigit() for c in match["number"]) or _is_anothers(paper, match):
            continue
        add(match["number"], match.start("number"), "numbers.labelled/1", Band.LIKELY)
    keys = sorted(found, key=lambda key: found[key][0])
    kept = [k for k in keys if not any(k != other and k in other for other in keys)]
    return tuple(found[key][1] for key in kept)


def _is_anothers(paper: Paper, match: re.Match[str]) -> bool:
    """Whether a number is that of a lawyer, a statute, a report that is asked for."""
    label = match[0][: match.start("number") - match.start()]
    before = paper.words[max(0, match.start() - 24) : match.start()] + label.rstrip(" .:#\n")
    return (
        _ANOTHERS.search(re.sub(r"\s{0,3}(?:no|nos|number|num)$", "", before, flags=re.I))
        is not None
    )
