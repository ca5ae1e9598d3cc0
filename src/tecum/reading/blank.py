"""Blanks, drafts and placeholders: the signs that a paper has not been issued (READING 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.provenance import Span
from tecum.reading.paper import Paper
from tecum.reading.titles import find_title, name_in

__all__ = ["blankness"]

_PLACEHOLDER = re.compile(
    r"\[(?!(?:SEALED|X|x|REDACTED|CORRECTED|STAMP|PROPOSED|SIGNED|SIC|ENCLOSURE|SEAL"
    r"|UNDER SEAL|FILED)\])"
    r"(?:[A-Z][A-Z /'’.-]{0,40}|[A-Z]|(?:insert|name|date|address|title|your|agency"
    r"|number|describe|recipient"
    r"|custodian|case|number of)\b[^\]\n]{0,50})\]"
    r"|\{\{[^}\n]{0,80}\}\}|<<[^>\n]{0,60}>>|«[^»\n]{0,40}»|\{(?:name|date|number"
    r"|address|title|agency)[^}\n]{0,30}\}"
    r"|<(?:name|date|insert|agency|recipient|address|number|title)[^>\n]{0,40}>"
    r"|\bX{4,}\b",
)
_RULE_ALONE = re.compile(r"^\s{0,40}_{5,300}[\s_]{0,40}$")
_SIGNED = re.compile(r"(?:^|\s)(?:/s/|s/)\s*\w", re.IGNORECASE)
_RULE = re.compile(r"_{4,}")
_DATE = re.compile(
    r"\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b|\b(?:19|20)\d\d\b", re.IGNORECASE
)
_EMPTY_DATE = re.compile(
    r"\bday of\s+_{3,}|(?<!_)_{2,60}\s{0,4}day of|,?\s*20_{2,}|\bdated?:?\s*_{4,}"
    r"|_{1,4}/_{1,4}/_{1,4}",
    re.IGNORECASE,
)
_EMPTY_LABEL = re.compile(
    r"^\W{0,3}(?:to|file no|date|dated|name|place|subpoena no|case no|file"
    r"|date and time|from|subject id|event #?"
    r"|issued|served|warrant no|no)\s*[.#]?\s*:?\s*_*\s*$",
    re.IGNORECASE | re.MULTILINE,
)


def blankness(paper: Paper) -> Iterator[tuple[str, float, tuple[Span, ...]]]:
    """Signals that a paper is a blank, with their weights and words."""
    places = list(_PLACEHOLDER.finditer(paper.words))
    if places:
        spans = paper.spans(*places[0].span())
        yield "placeholders", 4.0 * min(len(places), 5), spans
    texts = [f for f in paper.text.fields if not f.is_checkbox]
    empty = [f for f in texts if not (f.value or "").strip()]
    if len(texts) >= 2 and len(empty) == len(texts):
        yield "empty_form_fields", 16.0, paper.line_spans(0)
    dated = bool(_DATE.search(_without_form_lines(paper)))
    labels = list(_EMPTY_LABEL.finditer(paper.words))
    if not dated and len(labels) >= 2 and not any((f.value or "").strip() for f in texts):
        yield "empty_labels", 9.0, paper.spans(*labels[0].span())
    rules = list(_RULE.finditer(paper.words))
    if len(rules) >= 4 and not dated:
        yield "empty_lines", 10.0, paper.spans(*rules[0].span())
    unsigned = _unsigned_line(paper)
    if unsigned is not None:
        yield "unsigned_line", 6.0, paper.line_spans(unsigned)
    open_date = _EMPTY_DATE.search(paper.words)
    if open_date and (not dated or unsigned is not None):
        yield "empty_date", 6.0, paper.spans(*open_date.span())
    elif open_date and len(rules) >= 5:
        yield "many_blanks", 4.0, paper.spans(*open_date.span())


def _unsigned_line(paper: Paper) -> int | None:
    """An empty signature line over a bare title, where nothing on the paper is signed."""
    if _SIGNED.search(paper.words):
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
