"""Where or how to comply: a labelled place, the address in the command, a manner (READING 12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.provenance import Read
from tecum.reading.paper.cells import cells_of, is_label
from tecum.reading.paper.labels import labelled
from tecum.reading.paper.paper import Paper
from tecum.words import Band

__all__ = ["read_place"]

_PLACE_LABEL = (
    r"place|place of (?:appearance|production|inspection|compliance|deposition)|where"
    r"|(?:location|place|address)(?: \([^)]{1,30}\))?|lugar"
    r"|name and (?:location|address) of (?:the )?court"
    r"|(?:court address|address of (?:the )?court)|at"
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
    r"|\b(?:to|at|in) (?:the )?clerk['’]s office\b"
    r"|\bto this office(?: (?:at|in) [A-Z][^.,;:\n]{2,40})?"
    r"|\bto the [\w' ]{3,40} at the"
    r" (?:above address|address (?:above|below|shown above))\b"
    r"|\bby personal delivery to [^.,;:\n]{3,60}?(?=,|\.|;|\s(?:within|by|on|no|not|before)\b)"
    r"|\bby (?:fax|facsimile) (?:to|at) [\d() .-]{7,20}"
    r"|\bby e-?mail(?:ed)? to\s{1,60}\S+|\bsecure (?:portal|upload)\b[^.;\n]{0,40}"
    r"|\b(?:Council Chambers?|Courtroom \w+|(?:Hearing )?Room (?-i:[A-Z0-9])\w{0,5}"
    r"(?-i:,? (?:of |in )?(?:the )?[A-Z][\w.'’]{1,16}(?: [A-Z0-9][\w.'’]{0,16}){0,3})?)\b))",
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


_PLACE_AND_TIME = re.compile(
    r"\bplace(?:, date,?)? and time"
    r"(?: (?:for|of) (?:appearance|production|compliance|return))?[ :.]{0,4}\n{0,2}[ ]{0,4}(?:at )?"
    r"(?P<place>\d{1,6} [A-Z0-9][^\n]{5,110}?)(?=,? on (?:the )?(?:\d|[A-Z])|\n|$)",
    re.IGNORECASE,
)
_AFTER_AT = re.compile(
    r"\b(?:at|to) (?P<place>\d{1,5} (?!(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|U\.?S|C\.?F)\b)"
    r"[A-Z][\w'’]{1,20}(?: [A-Z0-9][\w'’]{0,20}){1,3}"
    r"(?:, (?:Suite|Room|Hearing Room|Floor|Unit|Ste\.?) [\w-]{1,8}"
    r"|, \d{1,2}(?:st|nd|rd|th) Floor){0,2}"
    r"(?:, [A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20})?)?)"
)
"""An address without a word for a road ("at 9 Capitol Mews, Suite 102"), only behind a command."""


_COMPAREZCA = re.compile(
    r"\b(?:comparezcan?|comparecer|entreguen?|presenten?)\b"
    r"(?:(?<=[ap])\.(?:m\.)?|:(?=\d)|[^.;:]){0,130}?\ben\s{1,4}(?P<place>(?:el|la|las|los)\s{1,4}(?:Centro|Edificio"
    r"|Tribunal|Fiscal[ií]a|Oficinas?|Sala|Cuartel|Departamento|Secretar[ií]a|Torre|Palacio)\b"
    r"[^.;:]{3,80}?)(?=,\s{1,4}(?:a|el|para|y|con)\s|[.;:])"
)
"""Where a Spanish citation calls somebody to: a building or an office, by its name."""


def read_place(paper: Paper, recipient: Read[str] | None = None) -> Read[str]:
    """Where or how to comply: a labelled place, else an address or manner in the text.

    Args:
        paper: The document.
        recipient: To whom it is addressed: the lines of that address are not the place.
    """
    own = _address_of(paper, recipient)
    found = next(_of_forms(paper, own), None) or next(_in_sentences(paper, own), None)
    if found is None:
        return paper.nothing("terms.place/1")
    start, end, rule, band = found
    value = " ".join(paper.words[start:end].split()).strip(" ,;")
    return paper.read(value, paper.spans(start, end), rule, band)


_Found = tuple[int, int, str, Band]


def _of_forms(paper: Paper, own: frozenset[int]) -> Iterator[_Found]:
    """Places that stand in the cell, behind the label or in the line that a form has for them."""
    for start, end in _labelled(paper, own):
        yield start, end, "terms.place/1", Band.LIKELY
    for found in labelled(paper, _PLACE_LABEL):
        of_party = found.line and _PARTY.match(paper.lines[found.line - 1].text)
        if of_party and found.label.lower() == "at":
            continue
        if found.line in own and found.label.lower().startswith(("at", "address")):
            continue  # "Place:" in a notice of a visit is the recipient's own
        if len(found.value) > 5 and _TELLS_PLACE.search(found.value):
            yield found.start, found.end, "terms.place/1", Band.LIKELY
    for match in paper.find(_PLACE_AND_TIME):
        yield *match.span("place"), "terms.place/3", Band.LIKELY


def _in_sentences(paper: Paper, own: frozenset[int]) -> Iterator[_Found]:
    """The address in a command, then any address or manner that no party's line holds."""
    for match in paper.find(_COMPAREZCA):
        yield *match.span("place"), "terms.place/2", Band.UNSURE
    for pattern, group in ((_ADDRESS, 0), (_AFTER_AT, "place")):
        for match in paper.find(pattern):
            at = paper.index_at(match.start(group))
            if at not in own and _is_commanded(paper, match.start()):
                yield *match.span(group), "terms.place/2", Band.UNSURE
    for pattern in (_PLACE, _MANNER, _STREET):
        for match in paper.find(pattern):
            if pattern is not _MANNER and paper.index_at(match.start("place")) in own:
                continue
            value = " ".join(match["place"].split()).strip(" ,;")
            line = paper.lines[paper.index_at(match.start())].text
            if not _PARTY.match(line) and value.lower() not in _EMPTY:
                yield *match.span("place"), "terms.place/1", Band.UNSURE


_LINES_OF_ADDRESS = 3


def _address_of(paper: Paper, recipient: Read[str] | None) -> frozenset[int]:
    """The lines in which the recipient's own address stands: his name's and the next ones."""
    if recipient is None:
        return frozenset()
    own: set[int] = set()
    for span in recipient.spans:
        for i, line in enumerate(paper.lines):
            if line.page == span.page and line.start < span.end and span.start < line.end:
                own.add(i)
    named = [paper.lines[i].text for i in own]
    if any(len(text) > _LONGEST_ADDRESS or _COMMAND.search(text) for text in named):
        return frozenset()  # named in a sentence, which may say where to deliver
    for i in sorted(own)[-1:]:
        for j in range(i + 1, min(len(paper.lines), i + 1 + _LINES_OF_ADDRESS)):
            text = paper.lines[j].text
            if _COMMAND.search(text) or len(text) > _LONGEST_ADDRESS:
                break
            own.add(j)
    return frozenset(own)


_LONGEST_ADDRESS = 90
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


def _labelled(paper: Paper, own: frozenset[int]) -> list[tuple[int, int]]:
    """Places typed in a form's cells: below the label, where no colon stands."""
    found = []
    for cell in cells_of(paper):
        label, value = paper.lines[cell.label].text.strip(" :."), paper.lines[cell.value].text
        if cell.value in own and label.lower().startswith("address"):
            continue
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
