"""Values that a form's template places: beside, below or above their labels (READING 9, 12).

A value ends where the next printed label begins, whatever stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tecum.instruments.templates import TemplateField
from tecum.provenance import Box, Span
from tecum.reading.fields.label_search import Found, LabelSearch
from tecum.reading.fields.template_match import TemplateMatch
from tecum.reading.paper import text_cells
from tecum.reading.paper.cells import is_label
from tecum.words import SignatoryRole

__all__ = ["SignedPlace", "Taken", "places_to_sign", "signed_places", "taken"]

_LEVEL = 6.0
_FIRST_BELOW = 26.0
_FARTHEST = 330.0
_LEAD = " \t:#.)_–-|"
_REST_OF_LABEL = re.compile(r"^[^()]{0,60}\)\W{0,3}")
_NO_COMMA = re.compile(
    r"(?:[,;&–-]|\b(?:a|an|and|at|by|c/o|de|for|in|of|on|or|the|to|y))$", re.IGNORECASE
)
_TIGHT = 9.0
_SAME_ROW = 5.0
_EMPTY = re.compile(
    r"^[\W_]*$|^\([^()]{3,60}\)$|^\(?(?:optional|if any|if known|date|month/day/year)\)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A value with the field it fills and the words that it stands in."""

    field: str
    text: str
    spans: tuple[Span, ...]
    label: str


def taken(search: LabelSearch, match: TemplateMatch) -> tuple[Taken, ...]:
    """The values of a matched template, in the order of its fields; empty places are left out."""
    page = _Labels(search, match)
    out: list[Taken] = []
    for field in match.template.fields:
        for label in page.places(field.labels):
            pieces = page.value(field, label)
            rows = [search.paper.words[a:b] for a, b in pieces]
            # One name may take two rows of a narrow cell; an address has a part in each.
            named = field.field.startswith("signatory.")
            text = " ".join(" ".join(rows).split()).strip(" _|") if named else _joined(rows)
            if text and not _EMPTY.match(text):
                spans = tuple(s for a, b in pieces for s in search.paper.spans(a, b))
                out.append(Taken(field.field, text, spans, field.labels[0]))
                break
    return tuple(out)


@dataclass(frozen=True, slots=True)
class SignedPlace:
    """What stands typed in a place to sign, and who alone signs in this place."""

    text: str
    spans: tuple[Span, ...]
    role: SignatoryRole | None


def signed_places(search: LabelSearch, match: TemplateMatch) -> tuple[SignedPlace, ...]:
    """The places to sign of a matched form that hold words, in the order of the form."""
    page = _Labels(search, match)
    out: list[SignedPlace] = []
    for place in match.template.signatures:
        field = TemplateField("", place.labels, place.place, (), 1)
        for label in page.places(place.labels)[:1]:
            for a, b in page.value(field, label)[:1]:
                text = " ".join(search.paper.words[a:b].split()).strip(" _|")
                if text and not _EMPTY.match(text):
                    out.append(SignedPlace(text, search.paper.spans(a, b), place.role))
    return tuple(out)


def _joined(rows: list[str]) -> str:
    """The rows of a value, a comma between those that do not run on into each other."""
    out = ""
    for row in (" ".join(row.split()).strip(" _|") for row in rows):
        parted = out and row[:1].isalnum() and not row[:1].islower() and not _NO_COMMA.search(out)
        out += (", " if parted else " " if out else "") + row
    return out


def places_to_sign(search: LabelSearch, match: TemplateMatch) -> tuple[tuple[int, Box], ...]:
    """Page and box of the places where the form is signed."""
    page = _Labels(search, match)
    out: list[tuple[int, Box]] = []
    for place in match.template.signatures:
        for label in page.places(place.labels):
            if label.box is None:
                continue
            x0, y0, x1, y1 = label.box
            if place.place == "above":
                out.append((label.page, (x0 - 20, y1 - 1, max(x1 + 20, x0 + 180), y1 + 42)))
            else:
                out.append((label.page, (x1, y0 - 8, x1 + 220, y1 + 24)))
    return tuple(out)


class _Labels:
    """A form's printed labels on its page, and what stands between them."""

    def __init__(self, search: LabelSearch, match: TemplateMatch) -> None:
        self._search = search
        self._paper = search.paper
        self._match = match
        self._lines = [i for i, line in enumerate(self._paper.lines) if line.page == match.page]
        places = [p for label in match.template.labels for p in self.places((label,))]
        self._all = sorted(set(places), key=lambda p: (p.start, -p.end))

    def places(self, labels: tuple[str, ...]) -> tuple[Found, ...]:
        """Where one of these labels stands; an anchor's place in the chain comes first."""
        known = [self._match.anchors[label] for label in labels if label in self._match.anchors]
        slips = self._search.is_recognised
        for label in labels:
            found = self._search.find(label, self._match.page, slips=slips)
            if found:
                return (*known, *(place for place in found if place not in known))
        return tuple(known)

    def value(self, field: TemplateField, label: Found) -> list[tuple[int, int]]:
        """The pieces of running text that a label's value takes."""
        if field.take == "above":
            return list(self._above(field, label))
        if field.take != "below":
            beside = self._beside(field, label)
            if beside:
                return [beside, *self._further(field, label, beside)]
        if field.take == "right":
            return []
        return list(self._below(field, label))

    def _cut(self, field: TemplateField, start: int, end: int) -> tuple[int, int] | None:
        """The stretch up to the next label or stop word, without its leading marks."""
        for place in self._all:
            if start < place.start < end:
                end = place.start
                break
        words = self._paper.words[start:end]
        lowered = words.lower()
        stops = [k for stop in field.stop_at if (k := lowered.find(stop.lower())) >= 0]
        words = words[: min(stops, default=len(words))]
        lead = len(words) - len(words.lstrip(_LEAD))
        rest = _REST_OF_LABEL.match(words, lead)
        lead = rest.end() if rest else lead
        if self._paper.lines[self._paper.index_at(start)].box is None:
            words = words[: lead + text_cells.cell_end(words[lead:])]
        end = start + len(words.rstrip())
        start += lead
        return (start, end) if end > start else None

    def _is_label(self, start: int) -> bool:
        """Whether a printed label begins at a place."""
        return any(start <= place.start <= start + 4 for place in self._all)

    def _beside(self, field: TemplateField, label: Found) -> tuple[int, int] | None:
        i = self._paper.index_at(label.start)
        end = self._paper.start_of(i) + len(self._paper.lines[i].text)
        rest = self._cut(field, label.end, end) if label.end < end else None
        if rest is not None and not _EMPTY.match(self._paper.words[slice(*rest)]):
            return rest
        if label.box is None or any(label.end <= p.start < end for p in self._all):
            return None
        row = [
            (box[0], j)
            for j in self._lines
            if (box := self._paper.lines[j].box) is not None
            and abs((box[1] + box[3]) - (label.box[1] + label.box[3])) / 2 <= _LEVEL
            and label.box[2] - 2 <= box[0] <= label.box[2] + _FARTHEST
        ]
        if not row or self._is_label(self._paper.start_of(min(row)[1])):
            return None
        if is_label(self._paper.lines[min(row)[1]].text):
            return None
        return self._whole(field, min(row)[1])

    def _whole(self, field: TemplateField, line: int) -> tuple[int, int] | None:
        start = self._paper.start_of(line)
        return self._cut(field, start, start + len(self._paper.lines[line].text))

    def _further(
        self, field: TemplateField, label: Found, first: tuple[int, int]
    ) -> Iterator[tuple[int, int]]:
        """Rows that go on a value of several lines, set under its first word."""
        if field.lines > 1:
            yield from self._rows(field, first[0], field.lines - 1, label, tight=True)

    def _below(self, field: TemplateField, label: Found) -> Iterator[tuple[int, int]]:
        yield from self._rows(field, label.end - 1, field.lines, label, tight=False)

    def _rows(
        self, field: TemplateField, behind: int, most: int, label: Found, *, tight: bool
    ) -> Iterator[tuple[int, int]]:
        """Rows set under each other; only what is left of the label itself is passed over."""
        above = self._paper.index_at(behind)
        column = behind if tight else label.start
        while most:
            across = field.field.startswith("due.")
            place = self._under(above, label, column, tight=tight, across=across)
            if place is None or self._is_label(place[0]):
                return
            if is_label(self._paper.words[slice(*place)]) and label.box is not None:
                return
            above = self._paper.index_at(place[0])
            if not tight and _REST_OF_LABEL.fullmatch(self._paper.words[slice(*place)].strip()):
                continue
            piece = self._cut(field, *place)
            if piece is None or _EMPTY.match(self._paper.words[slice(*piece)]):
                return
            yield piece
            most, tight = most - 1, True

    def _under(
        self, above: int, label: Found, column: int, *, tight: bool, across: bool
    ) -> tuple[int, int] | None:
        """What stands just below a line in the column that a label opens."""
        here = self._paper.lines[above].box
        if here is None or label.box is None:
            return text_cells.under(self._paper, column, above, tight=tight, across=across)
        right = min(
            (p.box[0] for p in self._all if self._is_beside(p, label) and p.box is not None),
            default=1e9,
        )
        left = min(label.box[0], here[0])
        found = [
            (-box[3], box[0], j)
            for j in self._lines
            if (box := self._paper.lines[j].box) is not None
            and -3 <= here[1] - box[3] <= (_TIGHT if tight else _FIRST_BELOW)
            and left - 12 <= box[0] < right - 2
            and box[0] < label.box[2] + 160
        ]
        if not found:
            return None
        # Of cells typed on one level, of which a recogniser sets none quite like another, the left.
        level = min(found)[0] + _SAME_ROW
        nearest = min((x, j) for top, x, j in found if top <= level)[1]
        start = self._paper.start_of(nearest)
        return start, start + len(self._paper.lines[nearest].text)

    @staticmethod
    def _is_beside(place: Found, label: Found) -> bool:
        if place.box is None or label.box is None:
            return False
        return place.box[0] > label.box[2] and abs(place.box[1] - label.box[1]) <= _LEVEL

    def _above(self, field: TemplateField, label: Found) -> Iterator[tuple[int, int]]:
        """What stands on the line that a label explains from beneath."""
        if label.box is None:
            place = text_cells.above(self._paper, label.start, label.end)
            if place is not None and not self._is_label(place[0]):
                piece = self._cut(field, *place)
                if piece:
                    yield piece
            return
        found = [
            (box[1], abs(box[0] - label.box[0]), j)
            for j in self._lines
            if (box := self._paper.lines[j].box) is not None
            and -4 <= box[1] - label.box[3] <= _FIRST_BELOW
            and box[0] < label.box[2] + 60
            and box[2] > label.box[0] - 60
        ]
        if found and not self._is_label(self._paper.start_of(min(found)[2])):
            piece = self._whole(field, min(found)[2])
            if piece:
                yield piece
