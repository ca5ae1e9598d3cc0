"""Where or how to comply: a labelled place, the address in the command, a manner (READING 12)."""

from __future__ import annotations

import re

from tecum.provenance import Read
from tecum.reading.fields.labels import labelled, span_of
from tecum.reading.paper.cells import cells_of, is_label
from tecum.reading.paper.paper import Paper
from tecum.words import Band

__all__ = ["read_place"]

_PLACE_LABEL = (
    r"place|place of (?:appearance|production|inspection|compliance|deposition)|where"
    r"|(?:location|place|address)(?: \([^)]{1,30}\))?|lugar|at"
)
_PLACE = re.compile(
    r"\b(?:at|to|before|in)\s{1,60}(?P<place>(?:(?:the )?(?:office|offices"
    r"|above)\b[^,.;:\n]{0,50}"
    r"|[^.;:\n]{0,60}?\b\d{1,6}\s{1,60}(?:[NSEW]\.?E?W?\.?\s{1,60})?[A-Z][\w.'’ -]{2,40}"
    r"(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Drive|Dr\.?|Plaza"
    r"|Lane|Way|Center|Court House|Square|Highway|Hwy\.?|Place|Parkway"
    r"|Suite)\b[^.;:\n]{0,60}))",
)
_STREET = re.compile(
    r"(?P<place>\b\d{1,6}\s(?:[NSEW]\.?\s)?(?:[A-Z][\w.'’]{1,20}\s){1,4}"
    r"(?:Street|St\.|Avenue|Ave\.|Road|Boulevard|Blvd\.|Drive|Plaza|Lane|Way|Square|Highway"
    r"|Parkway)"
    r"(?:,?\s[A-Z][\w ]{2,24})?)"
)
_MANNER = re.compile(
    r"(?P<place>\b(?:(?:records|documents|copies|they|it|compliance|production"
    r"|responses?|materials?)\b[^.;\n]{0,40}\b(?:may|can|should|must|shall"
    r"|is)\b[^.;\n]{0,20}\b(?:e-?mail|mail|upload|portal|electronic|fax|deliver"
    r"|sufficient)[^.;\n]{0,60}"
    r"|\bat your (?:office|place of business|premises)\b|\bdeliver\w* to (?:chambers"
    r"|the clerk|the court|this office)\b[^.,;\n]{0,40}|\b(?:to|at) (?:chambers"
    r"|the above (?:law )?office|the\s(?:[A-Z]\w+\s){1,4}office)\b"
    r"|\bby e-?mail(?:ed)? to\s{1,60}\S+|\bsecure (?:portal|upload)\b[^.;\n]{0,40}"
    r"|\b(?:Council Chambers?|Courtroom \w+|Hearing Room \w+"
    r"|Room \d+[^.;\n]{0,40})\b))",
    re.IGNORECASE,
)
_ROAD = (
    r"(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|Blvd\.|Drive|Plaza|Lane|Way|Square|Highway"
    r"|Parkway|Broadway|Place|Row|Circle|Terrace|Court)"
)
_ADDRESS = re.compile(
    r"\b\d{1,6}\s(?:(?:[NSEW]\.){1,2}\s)?(?:[A-Z0-9][\w'’]{1,20}\s){0,4}?"
    rf"{_ROAD}(?![a-z])(?:\s[NS][EW]\b)?(?:,?\s(?:Suite|Room|Floor|Unit|Ste\.?)\s[\w-]{{1,8}})?"
    r"(?:,\s[A-Z][a-z]{2,20}(?:\s[A-Z][a-z]{2,20}){0,2})?"
)
_COMMAND = re.compile(
    r"\b(?:appear|attend|testify|give evidence|be present|produce|deliver(?:ed)?|bring"
    r"|submit(?:ted)?"
    r"|return(?:ed)?|send|mail|present them|comparezca|entregue)\b[^;:]{0,220}$",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[a-z)]\.\s|\n\W{0,4}(?:to|from|serve at|attn)\s?:", re.IGNORECASE)
_PARTY = re.compile(
    r"^\W{0,4}(?:\d{1,2}[.)]\s)?(?:\([^)]{1,60}\)\W{0,3})?(?:to|from|a|para|serve (?:at|on|upon)"
    r"|attn|attorneys?|name|recipient|respondent|plaintiff|defendant|dear|custodian"
    r"|cc)\b[^:\n]{0,60}:",
    re.IGNORECASE,
)
_BEFORE = 230


def read_place(paper: Paper) -> Read[str]:
    """Where or how to comply: a labelled place, else an address or manner in the text."""
    rule = "terms.place/1"
    for start, end in _labelled(paper):
        value = " ".join(paper.words[start:end].split()).strip(" ,;")
        return paper.read(value, paper.spans(start, end), rule, Band.LIKELY)
    for found in labelled(paper, _PLACE_LABEL):
        of_party = found.line and _PARTY.match(paper.lines[found.line - 1].text)
        if of_party and found.label.lower() == "at":
            continue
        if len(found.value) > 5 and _TELLS_PLACE.search(found.value):
            return paper.read(found.value.strip(" ,;"), span_of(paper, found), rule, Band.LIKELY)
    for match in paper.find(_ADDRESS):
        if _is_commanded(paper, match.start()):
            value = " ".join(match[0].split())
            return paper.read(value, paper.spans(*match.span()), "terms.place/2", Band.UNSURE)
    for pattern in (_PLACE, _MANNER, _STREET):
        for match in paper.find(pattern):
            value = " ".join(match["place"].split()).strip(" ,;")
            line = paper.lines[paper.index_at(match.start())].text
            if _PARTY.match(line) or value.lower() in _EMPTY:
                continue
            return paper.read(value, paper.spans(*match.span("place")), rule, Band.UNSURE)
    return paper.nothing(rule)


_TELLS_PLACE = re.compile(
    r"^(?!\W*(?:dates?|time|and)\b|\d{1,2}:\d\d)(?=.{0,200}[A-Za-z]{3})", re.I
)
_EMPTY = ("the office of", "the offices of", "office of", "the above")
_CELL = re.compile(_PLACE_LABEL.removesuffix("|at"), re.IGNORECASE)


def _runs_on(paper: Paper, i: int) -> bool:
    """Whether the next line is the second one typed in the same cell, in the same letters."""
    if i + 1 >= len(paper.lines) or is_label(paper.lines[i + 1].text):
        return False
    a, b = paper.lines[i], paper.lines[i + 1]
    if a.box is None or b.box is None or a.page != b.page:
        return False
    height = a.box[3] - a.box[1]
    near = 0 <= a.box[1] - b.box[3] <= height and abs(a.box[0] - b.box[0]) <= _ALIGNED
    return near and abs(a.size - b.size) < _SAME_SIZE


_ALIGNED, _SAME_SIZE = 4.0, 0.6


def _end(paper: Paper, i: int) -> int:
    return paper.start_of(i) + len(paper.lines[i].text)


def _labelled(paper: Paper) -> list[tuple[int, int]]:
    """Places typed in a form's cells: below the label, where no colon stands."""
    found = []
    for cell in cells_of(paper):
        label, value = paper.lines[cell.label].text.strip(" :."), paper.lines[cell.value].text
        if _CELL.fullmatch(label) and len(value) > 5 and _TELLS_PLACE.search(value):
            start = paper.start_of(cell.value)
            found.append((start, _end(paper, cell.value + _runs_on(paper, cell.value))))
    return found


def _is_commanded(paper: Paper, start: int) -> bool:
    """Whether an address stands in the sentence that commands to appear there or send there."""
    if _PARTY.match(paper.lines[paper.index_at(start)].text):
        return False
    before = paper.words[max(0, start - _BEFORE) : start]
    breaks = [match.end() for match in _BREAK.finditer(before)]
    return _COMMAND.search(before[breaks[-1] :] if breaks else before) is not None
