"""Provenance scored: does every value point at words, and do the words bear it?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tecum.evaluation.due_read import day_of
from tecum.evaluation.given import ABSTAINING, band_of, plain, spans_of
from tecum.evaluation.likeness import likeness, squashed, words_of
from tecum.evaluation.sheet import Paper, Sheet

__all__ = ["score_provenance", "supports"]

_WORDS_OF_A_LIST = frozenset(
    {
        "conduct", "kind", "issuer_class", "judicial", "role", "unit", "counting", "direction",
        "trigger", "form", "state", "category", "band", "service_method", "nondisclosure",
    }
)  # fmt: skip
_ASIDE = frozenset({"source", "signals", "spans"})
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_IN_DOCUMENT = 0.7
_MONTHS = (
    "january february march april may june july august september october november december",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
)
_MONTH = {
    spelt: n
    for row in _MONTHS
    for n, word in enumerate(row.split(), start=1)
    for spelt in ((word, word[:3]) if row is _MONTHS[0] else (word,))
}
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_NUMBER = {word: n for n, word in enumerate(_UNITS.split())} | {
    "thirty": 30, "forty": 40, "sixty": 60, "ninety": 90, "diez": 10, "cinco": 5, "quince": 15,
    "forty-eight": 48, "seventy-two": 72,
}  # fmt: skip


def score_provenance(sheet: Sheet, paper: Paper) -> None:
    """Judge where the values of one Reading say that they come from."""
    if paper.failed:
        return
    p, text = sheet.provenance, paper.truth.text
    document = squashed(text) if text else None
    known = set(words_of(text)) if text else set()
    is_pdf = paper.truth.document.suffix == ".pdf"
    for name, field in read_values(paper.reading):
        value = plain(field)
        nothing = value in (None, "", [], {}) or isinstance(value, (dict, list))
        if nothing or band_of(field) in ABSTAINING:
            continue
        p["values"] += 1
        spans = [s for s in spans_of(field) if isinstance(s, Mapping)]
        quotes = [s["quote"] for s in spans if s.get("quote")]
        if not quotes:
            p["no_span"] += 1
            continue
        p["with_span"] += 1
        if is_pdf:
            p["box_wanted"] += 1
            p["box_ok"] += all(_has_boxes(s) for s in spans)
        if document is not None:
            p["quotes"] += len(quotes)
            p["quote_in_document"] += sum(_is_in(q, document, known) for q in quotes)
        if name not in _WORDS_OF_A_LIST:
            p["support_wanted"] += 1
            p["support_ok"] += supports(value, " ".join(quotes))
        if field.get("rule"):
            p["with_rule"] += 1


def read_values(value: Any, name: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every read value of a Reading with the key that it stands under."""
    if isinstance(value, list):
        for inner in value:
            yield from read_values(inner, name)
    elif isinstance(value, dict):
        if "value" in value and ("band" in value or "spans" in value):
            yield name, value
            yield from read_values(value["value"], name)
            return
        for key, inner in value.items():
            if key not in _ASIDE:
                yield from read_values(inner, key)


def _has_boxes(span: Mapping[str, Any]) -> bool:
    boxes = span.get("boxes")
    if not isinstance(boxes, list) or not boxes:
        return False
    return all(len(b) == 4 and b[0] < b[2] and b[1] < b[3] for b in boxes)


def _is_in(quote: str, document: str, known: set[str]) -> bool:
    words = words_of(quote)
    if squashed(quote) in document:
        return True
    return bool(words) and sum(w in known for w in words) / len(words) >= _IN_DOCUMENT


def supports(value: object, quote: str) -> bool:
    """Whether quoted words bear a value: the parts of a date, the number, half of the words.

    >>> supports("2018-02-23", "February 23, 2018")
    True
    """
    said = words_of(quote)
    if not said:
        return False
    if isinstance(value, str) and _DATE.match(value) and day_of(value):
        return _bears_day(value, quote, said)
    if isinstance(value, bool):
        return True
    if isinstance(value, int | float):
        one = value == 1 and bool({"a", "an", "one"} & set(said))
        return str(int(value)) in said or any(_NUMBER.get(w) == value for w in said) or one
    words = words_of(value)
    if not words:
        return True
    ours, theirs = set(words), set(said)
    shared = len(ours & theirs)
    if shared / len(ours) >= 0.5 or shared / len(theirs) >= 0.5:
        return True
    return likeness("".join(words), "".join(said)) >= 0.6


def _bears_day(value: str, quote: str, said: list[str]) -> bool:
    wanted = day_of(value)
    if wanted is None:
        return False
    numbers = {int(n) for n in re.findall(r"\d+", quote)}
    day = wanted.day in numbers or any(
        w.startswith(str(wanted.day)) or _NUMBER.get(w) == wanted.day for w in said
    )
    year = {wanted.year, wanted.year % 100} & numbers or not any(n > 31 for n in numbers)
    month = wanted.month in numbers or any(_MONTH.get(w) == wanted.month for w in said)
    return bool(day and year and month)
