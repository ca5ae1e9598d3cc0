"""Check-boxes that are on the page, each with the words beside it (READING 12).

On a known form the template's list decides, in the form's order: a box that is not on the page
is absent, which is another thing than unchecked.
"""

from __future__ import annotations

import re

from tecum.instruments.templates import TemplateBox
from tecum.provenance import Read
from tecum.reading.fields.label_search import LabelSearch, folded, is_like
from tecum.reading.fields.template_match import TemplateMatch
from tecum.reading.paper.paper import Paper
from tecum.reading.result import CheckBox
from tecum.reading.text.layout import FormField
from tecum.words import Band, CheckState, TextFrom

__all__ = ["read_checkboxes"]

_TYPED = re.compile(
    r"^\s{0,60}(?:\d{1,2}[.)]\s{0,60})?(?:(?P<box>\{?[\[{] ?(?P<in>[xX✓✔*]?) ?[\]}]_?"
    r"|[(\[{] ?(?P<pin>[xX✓✔]) ?[)\]}]|\(  ?\))"
    r"|(?P<line>_{1,4}(?P<on>[xX✓✔])?_{1,4})(?=\s{0,60}[A-Za-z])"
    r"|(?P<glyph>[☐☑☒□■❏❑❒▢✓✔🗹🗷]))\s{0,60}(?:[_|]{1,2}\s{1,8})?(?P<label>\S.*)$"
)
_BESIDE = re.compile(
    r"(?<=\S)\s{1,60}(?:\[ ?(?P<in>[xX✓✔*]?) ?\]|(?P<glyph>[☐☑☒]))\s{0,60}(?=[^\s\[])"
)
"""A further box on the line of one: "[X] a.m. [ ] p.m."."""
_CHECKED = frozenset("☑☒■✓✔🗹🗷")
_MAYBE_BULLET = frozenset("■✓✔")


def read_checkboxes(
    paper: Paper, search: LabelSearch | None = None, match: TemplateMatch | None = None
) -> tuple[CheckBox, ...]:
    """Boxes of forms, drawn boxes, and boxes typed in text; by template where one matches."""
    boxed = [field for field in paper.text.fields if field.is_checkbox]
    fields = [field for field in boxed if not _is_in_running_text(paper, field)]
    typed = _typed(paper)
    if search is not None and match is not None and match.is_match and match.template.boxes:
        return _by_template(paper, search, match, fields, typed)
    boxes = [_from_field(paper, field) for field in fields if not field.alone]
    seen = [box for box in boxes if box is not None]
    return (*seen, *(box for box in typed if not _is_among(box, seen)))


_SENTENCE_ENDS = (".", ":", ";", ")", "?", "!")


def _is_in_running_text(paper: Paper, field: FormField) -> bool:
    """Whether what a recogniser took for a box stands within a paragraph: a speck, a torn letter.

    No sentence ends in the line above, which had no room left for the next word, and the words
    go on small or after "and".
    """
    label = _label(field)
    at = paper.words.find(label[:40]) if label else -1
    page = next((p for p in paper.text.pages if p.n == field.page), None)
    if at < 0 or page is None or page.text_from not in (TextFrom.OCR, TextFrom.MIXED):
        return False
    i = paper.index_at(at)
    if i == 0 or at > paper.start_of(i) + _AT_START:
        return False
    above, here = paper.lines[i - 1], paper.lines[i]
    if above.page != here.page or above.block != here.block or above.box is None:
        return False
    widest = max(line.box[2] for line in paper.lines if line.page == here.page and line.box)
    if here.box is None or above.text.rstrip().endswith(_SENTENCE_ENDS):
        return False
    word = len(here.text.split(maxsplit=1)[0]) + 1
    wide = (here.box[2] - here.box[0]) * word / len(here.text)
    fitted = above.box[2] + wide < widest
    return not fitted and (label[0].islower() or _GOES_ON.search(above.text.rstrip()) is not None)


_AT_START = 4
_GOES_ON = re.compile(r"\b(?:and|or|of|the|to|in|for|by|with|a|an|on|at)$")


def _is_among(box: CheckBox, seen: list[CheckBox]) -> bool:
    label = folded(str(box.label.value))[:40]
    return any(folded(str(other.label.value))[:40] == label for other in seen)


def _by_template(
    paper: Paper,
    search: LabelSearch,
    match: TemplateMatch,
    fields: list[FormField],
    typed: list[CheckBox],
) -> tuple[CheckBox, ...]:
    out, used = list[CheckBox](), set[int]()
    for row in match.template.boxes:
        at = next(
            (
                i
                for i, field in enumerate(fields)
                if i not in used and any(is_like(label, _label(field)) for label in row.labels)
            ),
            None,
        )
        box: CheckBox | None
        if at is not None:
            used.add(at)
            box = _from_field(paper, fields[at], row)
        else:
            box = _typed_as(row, typed) or _not_told(search, match, row)
        if box is not None:
            out.append(box)
    # Labels that nobody compared with the form may miss a box that is there; and what a template
    # gives is one page, behind which proofs of service have boxes of their own.
    whole = match.template.confirmed
    rest = [f for i, f in enumerate(fields) if i not in used and not f.alone]
    more = [
        box
        for f in rest
        if not (whole and f.page == match.page) and (box := _from_field(paper, f)) is not None
    ]
    written = [box for box in typed if not (whole and _is_on(box, match.page))]
    out += [box for box in (*more, *written) if not _is_among(box, out)]
    return tuple(out)


def _is_on(box: CheckBox, page: int) -> bool:
    return any(span.page == page for span in box.label.spans)


def _typed_as(row: TemplateBox, typed: list[CheckBox]) -> CheckBox | None:
    for box in typed:
        if any(is_like(label, str(box.label.value)) for label in row.labels):
            label = Read(
                box.label.value, Band.CERTAIN, box.label.spans, "checkboxes.template/1",
                {"template_match": True},
            )  # fmt: skip
            return CheckBox(label=label, state=box.state, id=row.id)
    return None


def _not_told(search: LabelSearch, match: TemplateMatch, row: TemplateBox) -> CheckBox | None:
    """On a recognised page a label without a frame that was found: its box was not told."""
    page = next(p for p in search.paper.text.pages if p.n == match.page)
    if page.text_from not in (TextFrom.OCR, TextFrom.MIXED):
        return None
    for label in row.labels:
        found = search.find(label, match.page, slips=True)
        if found:
            spans = search.paper.spans(found[0].start, found[0].end)
            words = " ".join(search.paper.words[found[0].start : found[0].end].split())
            read = search.paper.read(words, spans, "checkboxes.template/1", Band.UNSURE)
            return CheckBox(label=read, state=None, id=row.id)
    return None


def _label(field: FormField) -> str:
    return (field.label or field.name).strip()


def _from_field(paper: Paper, field: FormField, row: TemplateBox | None = None) -> CheckBox | None:
    label = _label(field)
    if not label:
        return None
    at = paper.words.find(label[:40])
    spans = paper.spans(at, at + len(label)) if at >= 0 else ()
    band = Band.CONFLICT if field.conflict else Band.CERTAIN if field.state else Band.UNSURE
    band = Band.LIKELY if band is Band.CONFLICT else band
    rule, signals = "checkboxes.field/1", {}
    if row is not None:
        rule, signals = "checkboxes.template/1", {"template_match": True}
    read = Read(label, band, spans, rule, signals)
    state = None if field.conflict else field.state
    return CheckBox(label=read, state=state, id=row.id if row is not None else None)


def _typed(paper: Paper) -> list[CheckBox]:
    rows = [(i, m) for i, line in enumerate(paper.lines) if (m := _TYPED.match(line.text))]
    glyphs = {found["glyph"] for _, found in rows if found["glyph"]}
    # Filled squares and ticks with no empty box among them are the bullets of a list.
    bullets = bool(glyphs) and glyphs <= _MAYBE_BULLET
    lines = [found for _, found in rows if found["line"]]
    told = any(found["on"] for found in lines) and len(lines) > 1
    out: list[CheckBox] = []
    for i, found in rows:
        if (found["glyph"] and bullets) or (found["line"] and not told):
            continue
        marked = found["in"] or found["pin"] or found["on"]
        checked = bool(marked) or (found["glyph"] or "") in _CHECKED
        start, text = paper.start_of(i), paper.lines[i].text
        beside = [] if found["line"] else list(_BESIDE.finditer(text, found.start("label")))
        starts = [(found.start("label"), checked)]
        for other in beside:
            starts.append((other.end(), bool(other["in"]) or (other["glyph"] or "") in _CHECKED))
        ends = [*(other.start() for other in beside), len(text)]
        for (begin, is_checked), end in zip(starts, ends, strict=True):
            words = text[begin:end].strip()
            spans = paper.spans(start + begin, start + begin + len(words))
            label = paper.read(words, spans, "checkboxes.typed/1", Band.LIKELY)
            state = CheckState.CHECKED if is_checked else CheckState.UNCHECKED
            out.append(CheckBox(label=label, state=state))
    return out
