"""The exhibit of a chronology: date, event, source, disputed by; as CSV and as PDF.

The same chronology, on the same day of knowledge and in the same language, gives the same bytes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tecum.cells import plain_cell
from tecum.web.chronologies.accounts import EventRow, event_rows
from tecum.web.chronologies.selectors import ChronologyPage
from tecum.web.ui.sheet import Column, Sheet, sheet_pdf
from tecum.web.ui.templatetags.ui import camel_words, day, say

__all__ = ["exhibit_csv", "exhibit_pdf", "exhibit_rows"]


def heads() -> tuple[str, str, str, str]:
    """The names of the four columns."""
    return _("Date"), _("Event"), _("Source"), _("Disputed by")


def exhibit_rows(held: ChronologyPage) -> list[tuple[str, str, str, str]]:
    """One line for each event; a date that is given differently is given each way, with whose.

    Events that a person joined are one line.
    """
    lines, seen = [], set()
    for row in event_rows(held):
        if row.event.id in seen:
            continue
        seen |= {row.event.id, *(one for one, _title in row.joined)}
        lines.append((_dates(row), _what(row), _sources(row), _disputed(held, row)))
    return lines


def exhibit_csv(held: ChronologyPage) -> bytes:
    """The exhibit for a spreadsheet; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(heads())
    writer.writerows([plain_cell(cell) for cell in row] for row in exhibit_rows(held))
    return out.getvalue().encode("utf-8-sig")


def exhibit_pdf(held: ChronologyPage) -> bytes:
    """The exhibit as pages: tagged, titled, in the language of the reader."""
    widths = (0.17, 0.36, 0.25, 0.22)
    sheet = Sheet(
        title=held.thread.title,
        language=get_language() or "en",
        under=(_as_known(held), _foot()),
        columns=tuple(Column(*one) for one in zip(heads(), widths, strict=True)),
        rows=tuple(exhibit_rows(held)),
        page_of=_("page {n} of {of}"),
        lacking=_("A character that this font lacks is printed as ?; the CSV has it."),
    )
    return sheet_pdf(sheet)


def _foot() -> str:
    return _(
        "Who is right is not said here. Where accounts differ, each is given. A logged claim "
        "proves when it was fixed, not that it is true."
    )


def _as_known(held: ChronologyPage) -> str:
    if held.known_on is None:
        return _("As now known.")
    return _("As known on {day}.").format(day=day(held.known_on))


def _dates(row: EventRow) -> str:
    return "\n".join(
        f"{one.said} ({', '.join(one.by)})" if one.by else one.said for one in row.dates
    )


def _what(row: EventRow) -> str:
    head = camel_words(row.event.act)
    actor = f", {row.actor}" if row.actor else ""
    return f"{head}{actor}" + (f"\n{row.what}" if row.what else "")


def _sources(row: EventRow) -> str:
    return "; ".join(name for _id, name in row.sources)


def _disputed(held: ChronologyPage, row: EventRow) -> str:
    """Each side of the event on which accounts differ, with everybody whose account it is.

    An open question that hangs on the event is named with those who have answered it.
    """
    lines = []
    for one in row.differences:
        lines.append(f"{say(one.slot.value, 'slot')}: {_by(held, one.by)}")
    group = {row.event.id, *(one for one, _title in row.joined)}
    for question in held.thread.questions:
        claims = [one for one in held.thread.claims if one.question == question.id]
        by = {one.by for one in claims}
        if len(by) > 1 and any(one.about in group for one in claims):
            lines.append(f"{question.text} {_by(held, sorted(by))}")
    return "\n".join(dict.fromkeys(lines))


def _by(held: ChronologyPage, names: Iterable[str]) -> str:
    return ", ".join(held.names.get(name, name) for name in names)
