"""An account as somebody types it: which slot, what value, whose, how near, from where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from tecum.docket.acts.chronology import ClaimValue, Happened, Slot
from tecum.docket.parts import Source
from tecum.docket.vocabulary import BasisKind, DateKind, Precision
from tecum.docket.when import When
from tecum.errors import UsageError
from tecum.web.docket.asking import day_given
from tecum.web.typed import grouped
from tecum.worded import worded as _
from tecum.words import Word

__all__ = ["source_typed", "value_typed", "word_typed"]

LONGEST_QUOTE = 300
W = TypeVar("W", bound=Word)
Form = Mapping[str, str]


def value_typed(slot: Slot, form: Form) -> ClaimValue:
    """The value of a claim in the form of its slot; what belongs to other slots is left out.

    Raises:
        UsageError: nothing was typed, or a range is upside down.
    """
    words = form.get("words", "").strip() or None
    value = ClaimValue(words=words)
    if slot is Slot.HAPPENED:
        happened = word_typed(Happened, form.get("happened", ""))
        low, high = (None, None) if happened is not Happened.PART else _range(form)
        whole = _whole(form, "of") if happened is Happened.PART else None
        value = ClaimValue(happened=happened, low=low, high=high, of=whole, words=words)
    elif slot is Slot.WHEN:
        value = ClaimValue(when=_when(form), words=words)
    elif slot in (Slot.COUNT, Slot.AMOUNT):
        low, high = _range(form)
        unit = form.get("unit", "").strip() or None
        value = ClaimValue(low=low, high=high, of=_whole(form, "of"), unit=unit, words=words)
    elif slot in (Slot.BY, Slot.TO):
        value = ClaimValue(party=form.get("party", "").strip() or None, words=words)
    if value == ClaimValue():
        raise UsageError(
            _("Nothing was said."),
            why=_("An account needs a value or words."),
            do=_("Fill in what belongs to the side of the event that you chose."),
            code="chronology.empty",
        )
    return value


def source_typed(form: Form) -> Source | None:
    """Where an account stands: which publication, and its words there.

    Raises:
        UsageError: the quotation is longer than 300 characters.
    """
    cite, quote = form.get("cite", "").strip(), form.get("quote", "").strip()
    if len(quote) > LONGEST_QUOTE:
        raise UsageError(
            _("The quotation is longer than 300 characters."),
            do=_("Quote the sentence that says it, and name the source for the rest."),
            code="chronology.quote",
        )
    if not (cite or quote):
        return None
    return Source(kind=BasisKind.PUBLICATION, cite=cite or None, quote=quote or None)


def word_typed(kind: type[W], text: str) -> W:
    """A word of a list.

    Raises:
        ValueError: it is not in the list.
    """
    return kind(text)


def _when(form: Form) -> When | None:
    day = day_given(form.get("day", ""))
    if day is None:
        return None
    kind = word_typed(DateKind, form.get("date_kind", ""))
    return When(kind=kind, value=day, precision=Precision.DAY)


def _range(form: Form) -> tuple[int | None, int | None]:
    low, high = _whole(form, "low"), _whole(form, "high")
    if low is not None and high is not None and high < low:
        raise UsageError(
            _("The highest number is below the lowest."),
            do=_("Leave one of the two empty where a range is open."),
            code="chronology.range",
        )
    return low, high


def _whole(form: Form, name: str) -> int | None:
    text = form.get(name, "").strip()
    if not text:
        return None
    figure = grouped(text)
    if figure is None:
        raise UsageError(
            _("This is no whole number: {text}", text=text[:20]),
            do=_("Write figures alone; leave it empty where the number is open."),
            code="chronology.number",
        )
    return figure
