"""Blanks, drafts and placeholders: the signs that a paper has not been issued (READING 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.instruments.region import Region
from tecum.provenance import Span
from tecum.reading.paper import Paper
from tecum.reading.titles import find_title, name_in

__all__ = ["blankness"]

_PLACEHOLDER = re.compile(
    r"\[(?!(?:SEALED|X|x|REDACTED|CORRECTED|STAMP|PROPOSED|SIGNED|SIC|ENCLOSURE|SEAL"
    r"|UNDER SEAL|FILED)\])"
    r"(?:[A-Z][A-Z /'’.-]{0,40}|[A-Z]|(?i:insert|name|date|address|title|your|agency"
    r"|number|describe|recipient|custodian|case|number of|list|specify|city|county|state"
    r"|telephone|signature|fecha|nombre|provider|account|officer|company|place|plaintiff"
    r"|defendant|witness|office|department|email|e-mail|phone)\b[^\]\n]{0,50})\]"
    r"|\{\{[^}\n]{0,80}\}\}|<<[^>\n]{0,60}>>|«[^»\n]{0,40}»|\{(?:name|date|number"
    r"|address|title|agency)[^}\n]{0,30}\}"
    r"|<(?:name|date|insert|agency|recipient|address|number|title)[^>\n]{0,40}>"
    r"|\bX{4,}\b",
)
_RULE_ALONE = re.compile(r"^\s{0,40}_{5,300}[\s_]{0,40}$")
_SIGNED = re.compile(r"(?:^|\s)(?:/s/|s/)\s{0,60}\w", re.IGNORECASE)
_RULE = re.compile(r"_{4,}")
_DATE = re.compile(
    r"\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b|\b(?:19|20)\d\d\b", re.IGNORECASE
)
_EMPTY_DATE = re.compile(
    r"\bday of\s{1,60}_{3,}|(?<!_)_{2,60}\s{0,4}day of|,?\s{0,60}20_{2,}|\bdated?:?\s{0,60}_{4,}"
    r"|_{1,4}/_{1,4}/_{1,4}",
    re.IGNORECASE,
)
_EMPTY_LABEL = re.compile(
    r"^\W{0,3}(?:to|file no|date|dated|name|place|subpoena no|case no|file"
    r"|date and time|from|subject id|event #?"
    r"|issued|served|warrant no|no)\s{0,60}[.#]?\s{0,60}:?\s{0,60}_*\s{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)


_PROPOSED = re.compile(
    r"\[\s?(?:PROPOSED|Proposed)\s?\]"
    r"|^\W{0,6}\(?(?:PROPOSED|Proposed)\)? (?:ORDER|Order|SUBPOENA|Subpoena|WARRANT|Warrant|WRIT)\b"
    r"|\b(?:ORDER|Order) [\[(]?\s?(?:PROPOSED|Proposed|proposed)\b|\(proposed (?:order|subpoena)\)",
    re.MULTILINE,
)
_NOT_REAL = re.compile(
    r"^\W{0,6}(?:DRAFT|SAMPLE|SPECIMEN|TEMPLATE)\b(?:\W|$)(?! ?[A-Z]{2,20}(?:,| v\b))"
    r"|^\W{0,6}(?:MODEL|Model|SAMPLE|Sample) [A-Za-z ]{3,30}"
    r"(?i:letter|request|subpoena|order|notice)\b"
    r"|\b(?:MODEL FORM|EXAMPLE ONLY|SAMPLE ONLY|FORM ONLY|NOT ISSUED|UNISSUED|FOR DISCUSSION"
    r"|NOT FOR (?:SERVICE|FILING|ISSUANCE|EXECUTION)|DO NOT SERVE)\b"
    r"|\b(?i:draft|sample|specimen|template|model)(?: (?:only|v\d|version|\d)"
    r"|(?: (?i:subpoena|letter|form|order|request|notice|summons|warrant|detainer)\b))"
    r"|\b(?:not yet|to be) (?:issued|signed|approved|served) (?:until|after|by counsel|on)\b"
    r"|\bnot yet (?:issued|signed|approved)\b|\bBORRADOR\b",
    re.MULTILINE,
)


def _named_unissued(paper: Paper) -> Iterator[tuple[str, float, tuple[Span, ...]]]:
    """A paper's own word that it is a draft, sample or proposal.

    A word at the head of a paper that is filled in and signed is a stamp or the name of a file:
    it decides nothing alone, and everything where the signature is not there.
    """
    signed = paper.search(_SIGNED) is not None
    places = {Region.TITLE, Region.HEADER, Region.FOOTER}
    for id_, pattern, weight in (("proposed", _PROPOSED, 14.0), ("draft", _NOT_REAL, 14.0)):
        for match in paper.find(pattern):
            if places & paper.regions[paper.index_at(match.start())]:
                yield id_, 3.0 if signed else weight, paper.spans(*match.span())
                break


def blankness(paper: Paper) -> Iterator[tuple[str, float, tuple[Span, ...]]]:
    """Signals that a paper is a blank, with their weights and words."""
    yield from _named_unissued(paper)
    places = list(paper.find(_PLACEHOLDER))
    if places:
        spans = paper.spans(*places[0].span())
        yield "placeholders", 4.0 * min(len(places), 5), spans
    texts = [f for f in paper.text.fields if not f.is_checkbox]
    empty = [f for f in texts if not (f.value or "").strip()]
    if len(texts) >= 2 and len(empty) == len(texts):
        yield "empty_form_fields", 16.0, paper.line_spans(0)
    dated = bool(_DATE.search(_without_form_lines(paper)))
    labels = list(paper.find(_EMPTY_LABEL))
    if not dated and len(labels) >= 2 and not any((f.value or "").strip() for f in texts):
        yield "empty_labels", 9.0, paper.spans(*labels[0].span())
    rules = list(_RULE.finditer(paper.words))
    if len(rules) >= 4 and not dated:
        yield "empty_lines", 10.0, paper.spans(*rules[0].span())
    unsigned = _unsigned_line(paper)
    if unsigned is not None:
        yield "unsigned_line", 6.0, paper.line_spans(unsigned)
    open_date = paper.search(_EMPTY_DATE)
    if open_date and (not dated or unsigned is not None):
        yield "empty_date", 6.0, paper.spans(*open_date.span())
    elif open_date and len(rules) >= 5:
        yield "many_blanks", 4.0, paper.spans(*open_date.span())


def _unsigned_line(paper: Paper) -> int | None:
    """An empty signature line over a bare title, where nothing on the paper is signed."""
    if paper.search(_SIGNED):
        return None
    for i, line in enumerate(paper.lines[:-1]):
        under = paper.lines[i + 1].text.strip()
        if not _RULE_ALONE.match(line.text) or paper.has_ink_near(i, i + 1):
            continue
        title = find_title(under)
        if title is not None and len(under.split()) <= 8 and name_in(under) is None:
            return i
    return None


def _without_form_lines(paper: Paper) -> str:
    """The text without edition marks: a form's own date dates no paper."""
    return "\n".join(
        line.text
        for line in paper.lines
        if not re.search(
            r"\b(?:rev|form|edition|exp|AO \d)\b|\(\d{1,2}/\d{2,4}\)", line.text, re.IGNORECASE
        )
    )
