"""OpenDocument text → what a reader of it sees (READING 3). Runs in the child.

Authority: OASIS OpenDocument 1.3 part 3, 5.1 (paragraphs), 5.3 (lists), 5.5 (tracked changes),
19.880 (numbers).
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from typing import Any

from tecum.reading.files.package import (
    BROKEN,
    TooLarge,
    opened_package,
    optional_xml,
    package_member,
)
from tecum.reading.files.word_numbers import shown_number
from tecum.reading.files.xml_parts import XmlRefused, parse_xml
from tecum.reading.text.layout import Layer
from tecum.reading.text.plain import normalised
from tecum.reading.text.virtual import Row, box_fields, paragraph_pages
from tecum.words import ReadingWarning

__all__ = ["read_odt"]

_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_SPACES = 200


def read_odt(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """Body, tables, lists with their numbers, notes, headers, footers and form boxes."""
    try:
        archive = opened_package(data, wanted)
        manifest = optional_xml(archive, "META-INF/manifest.xml")
        if manifest is not None and any(e.tag.endswith("encryption-data") for e in manifest.iter()):
            return {"outcome": "password_needed", "reason": "password_needed", "pages": []}, []
        content = parse_xml(package_member(archive, "content.xml"))
        styles = optional_xml(archive, "styles.xml")
        embedded = any(n.startswith("Object ") for n in archive.namelist())
    except TooLarge:
        return {"outcome": "too_large", "reason": "too_large", "pages": []}, []
    except XmlRefused:
        return {"outcome": "damaged", "reason": "xml_refused", "pages": []}, []
    except BROKEN:
        return {"outcome": "damaged", "reason": "damaged", "pages": []}, []
    walk = _Walk([root for root in (styles, content) if root is not None])
    if styles is not None:
        for page in styles.iter("x_master-page"):
            for part in page:
                walk.furniture(part)
    for body in content.iter("x_body"):
        walk.container(body, Layer.BODY)
    if embedded:
        walk.warnings.add(ReadingWarning.EMBEDDED_NOT_OPENED)
    pages = paragraph_pages(walk.rows, int(wanted["lines_a_virtual_page"]))
    answer: dict[str, Any] = {
        "pages": pages,
        "warnings": sorted(walk.warnings),
        "fields": box_fields(walk.fields, pages),
    }
    if walk.removed:
        answer["hints"] = {"before_changes": " ".join(walk.removed)[:20_000]}
    return answer, []


class _Walk:
    """Rows of text with layer and block, and the numbers of the lists that are open."""

    def __init__(self, roots: list[ET.Element]) -> None:
        self.rows: list[Row] = []
        self.fields: list[dict[str, Any]] = []
        self.warnings: set[str] = set()
        self.removed: list[str] = []
        self._block = 0
        self._hidden = {
            style.get("x_name")
            for root in roots
            for style in root.iter("x_style")
            if any(p.get("x_display") == "none" for p in style.iter("x_text-properties"))
        }
        self._bold = {
            style.get("x_name")
            for root in roots
            for style in root.iter("x_style")
            if any(p.get("x_font-weight") == "bold" for p in style.iter("x_text-properties"))
        }
        self._lists = {
            style.get("x_name") or "": {
                int(level.get("x_level") or 0)
                if (level.get("x_level") or "0").isdigit()
                else 0: level
                for level in style
            }
            for root in roots
            for style in root.iter("x_list-style")
        }
        self._counts: dict[str, list[int]] = {}
        self._labels = _form_labels(roots)
        self._seen: set[str] = set()

    def furniture(self, part: ET.Element) -> None:
        """A header or footer of a master page; the same wording is not repeated."""
        name = part.tag.removeprefix("x_")
        layer = Layer.HEADER if name.startswith("header") else Layer.FOOTER
        text = " ".join("".join(part.itertext()).split())
        if name.startswith(("header", "footer")) and text and text not in self._seen:
            self._seen.add(text)
            self.container(part, layer)

    def container(self, element: ET.Element, layer: Layer) -> None:
        """Paragraphs, lists, tables and sections in the order in which they stand."""
        for child in element:
            tag = child.tag
            if tag in ("x_p", "x_h"):
                self._paragraph(child, layer, "")
            elif tag == "x_list":
                self._list(child, layer, 1, None)
            elif tag == "x_tracked-changes":
                self._changes(child)
            elif tag in ("x_forms", "x_sequence-decls", "x_alphabetical-index-mark"):
                continue
            elif len(child):
                self.container(child, layer)

    def _changes(self, element: ET.Element) -> None:
        """What was struck stays out of the text as it now reads."""
        self.warnings.add(ReadingWarning.TRACKED_CHANGES)
        for struck in element.iter("x_deletion"):
            said = [" ".join("".join(p.itertext()).split()) for p in struck.iter("x_p")]
            self.removed.extend(text for text in said if text)

    def _list(self, element: ET.Element, layer: Layer, level: int, style: str | None) -> None:
        style = element.get("x_style-name") or style or ""
        counts = self._counts.setdefault(style, [])
        if level == 1 and element.get("x_continue-numbering") != "true":
            counts.clear()
        del counts[level:]
        while len(counts) < level:
            counts.append(0)
        for item in element:
            if item.tag not in ("x_list-item", "x_list-header"):
                continue
            del counts[level:]
            label = ""
            if item.tag == "x_list-item":
                start = item.get("x_start-value") or ""
                first = self._first(style, level)
                counts[level - 1] = (
                    int(start)
                    if start.isdigit() and len(start) < 7
                    else counts[level - 1] + 1
                    if counts[level - 1]
                    else first
                )
                label = self._label(style, level, counts)
            for child in item:
                if child.tag in ("x_p", "x_h"):
                    self._paragraph(child, layer, label)
                    label = ""
                elif child.tag == "x_list":
                    self._list(child, layer, level + 1, style)
                else:
                    self.container(child, layer)

    def _first(self, style: str, level: int) -> int:
        found = self._lists.get(style, {}).get(level)
        start = "" if found is None else found.get("x_start-value") or ""
        return int(start) if start.isdigit() and len(start) < 7 else 1

    def _label(self, style: str, level: int, counts: list[int]) -> str:
        """The number that is drawn before an item, with the outer ones it shows."""
        found = self._lists.get(style, {}).get(level)
        if found is None:
            return ""
        if found.tag == "x_list-level-style-bullet":
            return "• "
        shown = found.get("x_display-levels") or "1"
        depth = min(int(shown) if shown.isdigit() and len(shown) < 3 else 1, level)
        pieces = []
        for n in range(level - depth, level):
            outer = self._lists[style].get(n + 1, found)
            form = _FORMS.get(outer.get("x_num-format") or "", "none")
            if n < len(counts) and form != "none":
                pieces.append(shown_number(counts[n], form))
        if not pieces:
            return ""
        return (
            f"{found.get('x_num-prefix') or ''}{'.'.join(pieces)}{found.get('x_num-suffix') or ''} "
        )

    def _paragraph(self, paragraph: ET.Element, layer: Layer, label: str) -> None:
        self._block += 1
        block = self._block
        style = paragraph.get("x_style-name")
        hidden: list[str] = []
        aside: list[tuple[ET.Element, Layer]] = []
        first = len(self.rows)
        said = "".join(self._runs(paragraph, hidden, aside, first))
        if style in self._hidden:
            hidden, said = [said], ""
        text = label + said if said.strip() else said
        for row in normalised(text).split("\n"):
            words = " ".join(row.split())
            if words:
                self.rows.append((words, layer, style in self._bold, block))
        unseen = " ".join("".join(hidden).split())
        if unseen:
            self.warnings.add(ReadingWarning.HIDDEN_TEXT)
            self._block += 1
            self.rows.append((unseen, Layer.HIDDEN, False, self._block))
        for element, where in aside:
            self.container(element, where if layer is Layer.BODY else layer)

    def _runs(
        self,
        element: ET.Element,
        hidden: list[str],
        aside: list[tuple[ET.Element, Layer]],
        row: int,
    ) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            tag = child.tag
            if tag == "x_s":
                count = child.get("x_c") or "1"
                yield " " * min(int(count) if count.isdigit() and len(count) < 6 else 1, _SPACES)
            elif tag == "x_tab":
                yield "  "
            elif tag == "x_line-break":
                yield "\n"
            elif tag == "x_note":
                aside.extend((body, Layer.NOTE) for body in child.iter("x_note-body"))
            elif tag == "x_annotation":
                aside.append((child, Layer.NOTE))
            elif tag in ("x_frame", "x_custom-shape", "x_text-box"):
                aside.append((child, Layer.BODY))
            elif tag == "x_control":
                yield self._control(child.get("x_control") or "", row)
            elif tag in ("x_hidden-text", "x_hidden-paragraph"):
                hidden.append(child.get("x_string-value") or "".join(child.itertext()))
            elif child.get("x_style-name") in self._hidden:
                hidden.append("".join(child.itertext()))
            elif tag not in ("x_bookmark", "x_change", "x_script"):
                yield from self._runs(child, hidden, aside, row)
            yield child.tail or ""

    def _control(self, name: str, row: int) -> str:
        found = self._labels.get(name)
        if found is None:
            return ""
        label, state = found
        self.fields.append({"name": name, "label": label[:400], "state": state, "row": row})
        return "☒ " if state == "checked" else "☐ "


def _form_labels(roots: list[ET.Element]) -> dict[str, tuple[str, str]]:
    """Check-boxes of the document's forms: id to label and state."""
    found: dict[str, tuple[str, str]] = {}
    for root in roots:
        for box in root.iter("x_checkbox"):
            state = box.get("x_current-state") or box.get("x_state") or "unchecked"
            name = box.get("x_id") or ""
            label = box.get("x_label") or box.get("x_name") or ""
            found[name] = (label, "checked" if state == "checked" else "unchecked")
    return found
