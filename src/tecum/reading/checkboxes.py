"""Check-boxes that are on the page, each with the words beside it (READING 12)."""

from __future__ import annotations

import re

from tecum.provenance import Read
from tecum.reading.layout import FormField
from tecum.reading.paper import Paper
from tecum.reading.result import CheckBox
from tecum.words import Band, CheckState

__all__ = ["read_checkboxes"]

_TYPED = re.compile(
    r"^\s*(?:\d{1,2}[.)]\s*)?(?P<box>\[ ?(?P<in>[xX✓✔*]?) ?\]|\( ?(?P<pin>[xX✓✔]) ?\)"
    r"|(?P<glyph>[☐☑☒□■✓✔]))\s*(?P<label>\S.*)$"
)
_CHECKED = frozenset("☑☒■✓✔")


def read_checkboxes(paper: Paper) -> tuple[CheckBox, ...]:
    """Boxes of forms and drawn boxes as the opening found them, and boxes typed in text."""
    boxes = [_from_field(paper, field) for field in paper.text.fields if field.is_checkbox]
    if boxes:
        return tuple(box for box in boxes if box is not None)
    return tuple(_typed(paper))


def _from_field(paper: Paper, field: FormField) -> CheckBox | None:
    label = (field.label or field.name).strip()
    if not label:
        return None
    at = paper.words.find(label[:40])
    spans = paper.spans(at, at + len(label)) if at >= 0 else ()
    band = Band.CONFLICT if field.conflict else Band.CERTAIN if field.state else Band.UNSURE
    read = Read(label, Band.LIKELY if band is Band.CONFLICT else band, spans, "checkboxes.field/1")
    return CheckBox(label=read, state=None if field.conflict else field.state)


def _typed(paper: Paper) -> list[CheckBox]:
    out: list[CheckBox] = []
    for i, line in enumerate(paper.lines):
        found = _TYPED.match(line.text)
        if found is None:
            continue
        checked = bool(found["in"] or found["pin"]) or (found["glyph"] or "") in _CHECKED
        start = paper.start_of(i) + found.start("label")
        label = paper.read(
            found["label"].strip(),
            paper.spans(start, start + len(found["label"])),
            "checkboxes.typed/1",
            Band.LIKELY,
        )
        state = CheckState.CHECKED if checked else CheckState.UNCHECKED
        out.append(CheckBox(label=label, state=state))
    return out
