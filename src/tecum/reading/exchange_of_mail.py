"""What a mail's place in an exchange adds to what its documents say (READING 13).

Direction, what the docket knows of the sender, deadlines that the body and an attachment
state differently, and how sure a value from a doubtful container can be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from tecum.office import Office
from tecum.provenance import Read
from tecum.reading.mail.direction import read_direction
from tecum.reading.mail.sender import Known, with_known
from tecum.reading.paper.paper import paper_of
from tecum.reading.result import DuePhrase, Reading
from tecum.reading.text.layout import Opened, Part
from tecum.words import Band, Conduct, DueForm, ReadingWarning

__all__ = ["as_sure_as_its_file", "with_mail", "with_rival_deadlines"]

_STATED = frozenset((DueForm.DATE, DueForm.PERIOD))
_OF_OURS = frozenset(("message_of_ours", "our_number"))
_POOR = frozenset((ReadingWarning.OLD_FORMAT.value, ReadingWarning.SECOND_READER.value))
_SURE = (Band.CERTAIN, Band.LIKELY)


def with_mail(
    reading: Reading, part: Part, opened: Opened, office: Office | None, known: Known
) -> Reading:
    """A Reading of a mail with its direction; an answer to a message of ours demands at most
    perhaps."""
    reading = as_sure_as_its_file(reading, part)
    if not part.headers or part.text is None:
        return reading
    paper = paper_of(part.text, is_mail=True, headers=part.headers)
    direction = read_direction(paper, part, opened.parts, office, known)
    sender = with_known(reading.sender, known) if reading.sender is not None else None
    conduct = reading.conduct
    of_ours = _OF_OURS & set(direction["signals"])
    if direction["relation"] == "answers" and of_ours and conduct.value is Conduct.ISSUES:
        signals = {**conduct.signals, "answers_ours": True}
        conduct = replace(conduct, band=Band.UNSURE, signals=signals)
    return reading.with_(direction=direction, sender=sender, conduct=conduct)


def with_rival_deadlines(reading: Reading, covers: Iterable[Reading]) -> Reading:
    """The principal document's deadlines with those that a covering mail states otherwise.

    Both are kept: the document's own reading is shown, unsure, and the other beside it. Where
    both are dates the earlier one is shown, because late is the worst error (decision 55).
    """
    said = [(c, p) for c in covers for p in c.due if p.form in _STATED and p.band != "conflict"]
    if not said or not reading.due:
        return reading
    due = [
        _against(phrase, [row for row in said if _is_rival(phrase, row[1], reading.due)])
        for phrase in reading.due
    ]
    return reading.with_(due=tuple(due))


def _is_rival(phrase: DuePhrase, other: DuePhrase, all_: Sequence[DuePhrase]) -> bool:
    """Whether another phrase speaks of the same duty in the same form, and no phrase agrees."""
    if phrase.form is not other.form or phrase.due_for is not other.due_for:
        return False
    if phrase.form not in _STATED:
        return False
    return not any(_value(row) == _value(other) for row in all_)


def _value(phrase: DuePhrase) -> tuple[Any, ...]:
    if phrase.form is DueForm.DATE:
        return (phrase.form, phrase.date)
    return (phrase.form, phrase.amount, phrase.unit, phrase.counting)


def _against(phrase: DuePhrase, rivals: Sequence[tuple[Reading, DuePhrase]]) -> DuePhrase:
    if not rivals:
        return phrase
    rows = tuple(_row(other, "covering_mail") for _, other in rivals)
    dates = [row.date for _, row in rivals if row.date]
    date = min([phrase.date, *dates]) if phrase.date and dates else phrase.date
    own = _row(phrase, "document")
    return replace(
        phrase,
        date=date,
        band=Band.CONFLICT.value,
        value_band=Band.UNSURE.value,
        conflicts=(*phrase.conflicts, own, *rows),
        signals={**phrase.signals, "mail_and_attachment_differ": True},
    )


def _row(phrase: DuePhrase, where: str) -> Mapping[str, Any]:
    quote = " ".join(phrase.spans[0].quote.split())[:200] if phrase.spans else ""
    values = {"date": phrase.date, "amount": phrase.amount, "unit": phrase.unit}
    return {"in": where, "quote": quote, **{k: v for k, v in values.items() if v is not None}}


def as_sure_as_its_file(reading: Reading, part: Part) -> Reading:
    """No value surer than its container: old formats and second readers are at most unsure.

    A document with tracked changes cannot be certain to issue (READING 3).
    """
    if _POOR & set(part.warnings):
        return _lowered(reading, Band.UNSURE)
    if ReadingWarning.TRACKED_CHANGES in part.warnings:
        conduct = reading.conduct
        if conduct.band is Band.CERTAIN:
            return reading.with_(conduct=replace(conduct, band=Band.LIKELY))
    return reading


def _lowered(reading: Reading, band: Band) -> Reading:
    changes: dict[str, Any] = {}
    for row in fields(reading):
        changes[row.name] = _low(getattr(reading, row.name), band)
    due = tuple(
        replace(p, band=band.value) if p.band in [word.value for word in _SURE] else p
        for p in changes["due"]
    )
    items = band.value if reading.items_band in [word.value for word in _SURE] else None
    return replace(reading, **{**changes, "due": due, "items_band": items or reading.items_band})


def _low(value: Any, band: Band) -> Any:
    """A value with every read value inside it no surer than ``band``."""
    if isinstance(value, Read):
        return replace(value, band=band) if value.band in _SURE else value
    if isinstance(value, tuple):
        return tuple(_low(row, band) for row in value)
    if hasattr(value, "__dataclass_fields__") and not isinstance(value, (Reading, DuePhrase)):
        return _low_inside(value, band)
    return value


def _low_inside(value: Any, band: Band) -> Any:
    inner = {row.name: getattr(value, row.name) for row in fields(value)}
    changed = {k: _low(v, band) for k, v in inner.items() if isinstance(v, (Read, tuple))}
    return replace(value, **changed) if changed else value
