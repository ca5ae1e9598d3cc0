"""DOCX → its text by a walk over the XML parts (READING 3). Runs in the child."""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from tecum.reading.files.package import (
    BROKEN,
    TooLarge,
    opened_package,
    optional_xml,
    package_member,
)
from tecum.reading.files.word_numbers import Numbering
from tecum.reading.files.xml_parts import XmlRefused, local, parse_xml
from tecum.reading.text.layout import Layer
from tecum.reading.text.plain import normalised
from tecum.reading.text.virtual import Row, box_fields, paragraph_pages
from tecum.words import ReadingWarning

__all__ = ["read_docx"]

_OFF = ("0", "false", "off")
_BLANK = "________"
"""What stands for a place that nobody has filled in: its prompt is the form's, not the sender's."""
_NOTES = {"footnotes": "w_footnote", "endnotes": "w_endnote", "comments": "w_comment"}


def read_docx(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """Body, tables, text boxes, headers, footers, notes, comments and check-boxes of a DOCX."""
    try:
        return _read(opened_package(data, wanted), wanted), []
    except TooLarge:
        return {"outcome": "too_large", "reason": "too_large", "pages": []}, []
    except XmlRefused:
        return {"outcome": "damaged", "reason": "xml_refused", "pages": []}, []
    except BROKEN as error:
        code = "password_needed" if "password" in str(error) else "damaged"
        return {"outcome": code, "reason": code, "pages": []}, []


def _read(archive: zipfile.ZipFile, wanted: Mapping[str, Any]) -> dict[str, Any]:
    main = _main_part(archive)
    folder = posixpath.dirname(main)
    numbers = Numbering.of(
        optional_xml(archive, f"{folder}/numbering.xml"),
        optional_xml(archive, f"{folder}/styles.xml"),
    )
    walk = _Walk(numbers)
    walk.body(parse_xml(package_member(archive, main)))
    names = [n for n in archive.namelist() if posixpath.dirname(n) == folder]
    seen: set[str] = set()
    for name in sorted(names):
        stem = posixpath.splitext(posixpath.basename(name))[0].rstrip("0123456789")
        if stem in ("header", "footer") and name.endswith(".xml"):
            layer = Layer.HEADER if stem == "header" else Layer.FOOTER
            walk.furniture(parse_xml(package_member(archive, name)), layer, seen)
        elif stem in _NOTES and name.endswith(".xml"):
            walk.notes(parse_xml(package_member(archive, name)), _NOTES[stem])
    if any(n.lower().endswith("vbaproject.bin") for n in archive.namelist()):
        walk.warnings.add(ReadingWarning.PROGRAM_INSIDE)
    if any("/embeddings/" in n for n in archive.namelist()):
        walk.warnings.add(ReadingWarning.EMBEDDED_NOT_OPENED)
    pages = paragraph_pages(walk.rows, int(wanted["lines_a_virtual_page"]), walk.page_breaks)
    return {
        "pages": pages,
        "warnings": sorted(walk.warnings),
        "fields": box_fields(walk.fields, pages),
        "hints": {"before_changes": walk.before[:20_000]} if walk.before else {},
    }


def _main_part(archive: zipfile.ZipFile) -> str:
    """The main document as the package's relationships name it."""
    try:
        for relation in parse_xml(package_member(archive, "_rels/.rels")):
            if (relation.get("Type") or "").endswith("/officeDocument"):
                target = posixpath.normpath((relation.get("Target") or "").lstrip("/"))
                if target in archive.namelist():
                    return target
    except KeyError:
        pass
    return "word/document.xml"


class _Walk:
    """Rows of text with layer and block, check-boxes, and what changes were tracked."""

    def __init__(self, numbers: Numbering) -> None:
        self._numbers = numbers
        self.rows: list[Row] = []
        self.fields: list[dict[str, Any]] = []
        self.warnings: set[str] = set()
        self.before = ""
        self.page_breaks: set[int] = set()
        self._block = 0
        self._boxes: list[ET.Element] = []
        self._hidden: list[str] = []
        self._struck: list[str] = []
        self._old: list[str] = []
        self._checks: list[tuple[str, str | None]] = []

    def body(self, root: ET.Element) -> None:
        """The main text, tables row by row, text boxes after the paragraph that anchors them."""
        target = root.find("w_body")
        self._container(root if target is None else target, Layer.BODY)
        if ReadingWarning.TRACKED_CHANGES in self.warnings:
            self.before = "\n".join(self._old)

    def furniture(self, root: ET.Element, layer: Layer, seen: set[str]) -> None:
        """A header or footer; the same wording of another section is not repeated."""
        text = " ".join("".join(root.itertext()).split())
        if text and text not in seen:
            seen.add(text)
            self._container(root, layer)

    def notes(self, root: ET.Element, name: str) -> None:
        """Footnotes, endnotes or comments; the separators that Word keeps there are not text."""
        for note in root.iter(name):
            if local(note, "type") in (None, "normal"):
                self._container(note, Layer.NOTE)

    def _container(self, element: ET.Element, layer: Layer) -> None:
        for child in element:
            if child.tag == "w_p":
                self._paragraph(child, layer)
            elif child.tag == "w_tbl":
                for row in child.iter("w_tr"):
                    for cell in row:
                        self._container(cell, layer)
            elif child.tag in ("w_del", "w_moveFrom", "mc_Fallback"):
                self.warnings.add(
                    ReadingWarning.TRACKED_CHANGES
                ) if child.tag != "mc_Fallback" else None
            elif child.tag == "w_altChunk":
                self.warnings.add(ReadingWarning.EMBEDDED_NOT_OPENED)
            elif child.tag.startswith(("w_", "mc_")) and len(child):
                self._container(child, layer)

    def _paragraph(self, paragraph: ET.Element, layer: Layer) -> None:
        self._block += 1
        old: list[str] = []
        self._hidden, self._struck, self._checks = [], [], []
        text = "".join(self._runs(paragraph, old))
        if text.strip():
            text = self._numbers.label(paragraph) + text
        self._old.append("".join(old))
        checks, self._checks = self._checks, []
        boxes, self._boxes = self._boxes, []
        first = len(self.rows)
        bold = _is_bold(paragraph)
        for i, row in enumerate(normalised(text).replace("\f", "\n\f").split("\n")):
            if row.startswith("\f") and i:
                self.page_breaks.add(len(self.rows))
            said = " ".join(row.split())
            if said:
                self.rows.append((said, layer, bold, self._block))
        for nth, (state, title) in enumerate(checks):
            self._check(text, state, title, first, nth)
        if self._hidden:
            self.warnings.add(ReadingWarning.HIDDEN_TEXT)
            self._block += 1
            words = " ".join("".join(self._hidden).split())
            if words:
                self.rows.append((words, Layer.HIDDEN, False, self._block))
        struck = " ".join("".join(self._struck).split())
        if struck:
            self._block += 1
            self.rows.append((struck, Layer.NOTE, False, self._block))
        for box in boxes:
            self._container(box, layer)

    def _runs(self, element: ET.Element, old: list[str]) -> Iterator[str]:
        """The text of a paragraph with changes accepted; ``old`` collects it without them."""
        for child in element:
            tag = child.tag
            if tag == "w_t":
                old.append(child.text or "")
                yield child.text or ""
            elif tag in ("w_tab", "w_ptab"):
                old.append(" ")
                yield "  "
            elif tag in ("w_br", "w_cr"):
                old.append("\n")
                yield "\f" if local(child, "type") == "page" else "\n"
            elif tag == "w_noBreakHyphen":
                old.append("-")
                yield "-"
            elif tag == "w_sym":
                yield _symbol(child)
            elif tag in ("w_del", "w_moveFrom"):
                self.warnings.add(ReadingWarning.TRACKED_CHANGES)
                old.extend(t.text or "" for t in child.iter() if t.tag in ("w_delText", "w_t"))
            elif tag in ("w_ins", "w_moveTo"):
                self.warnings.add(ReadingWarning.TRACKED_CHANGES)
                yield from self._runs(child, [])
            elif tag in ("x_txbxContent", "w_txbxContent"):
                self._boxes.append(child)
            elif tag in ("mc_Fallback", "w_pPr", "w_instrText", "w_delText", "w_rPr"):
                continue
            elif tag == "w_r" and (aside := self._aside(child)) is not None:
                aside.extend(self._runs(child, []))
            elif tag == "w_sdt":
                yield from self._control(child, old)
            elif tag == "w_checkBox":
                yield self._legacy_check(child)
            else:
                yield from self._runs(child, old)

    def _aside(self, run: ET.Element) -> list[str] | None:
        """Where a run's words go that the text does not say: hidden, or struck through."""
        if _is_hidden(run):
            return self._hidden
        return self._struck if _is_struck(run) else None

    def _control(self, control: ET.Element, old: list[str]) -> Iterator[str]:
        box = control.find(".//w14_checkbox")
        inner = control.find("w_sdtContent")
        if box is None and control.find("w_sdtPr/w_showingPlcHdr") is not None:
            yield _BLANK
            return
        if box is None:
            yield from self._runs(control if inner is None else inner, old)
            return
        value = box.find("w14_checked")
        state = "" if value is None else value.get("w14_val") or ""
        checked = state.lower() in ("1", "true", "on")
        title = control.find("w_sdtPr/w_alias")
        shown = "☒" if checked else "☐"
        name = None if title is None else local(title, "val")
        self._checks.append(("checked" if checked else "unchecked", name))
        yield shown

    def _legacy_check(self, box: ET.Element) -> str:
        value = box.find("w_checked")
        if value is None:
            value = box.find("w_default")
        checked = value is not None and (local(value, "val") or "1").lower() in ("1", "true", "on")
        self._checks.append(("checked" if checked else "unchecked", None))
        return "☒" if checked else "☐"

    def _check(self, text: str, state: str, title: str | None, row: int, nth: int) -> None:
        """A check-box with the words beside it: those after it, else those before it."""
        pieces = re.split("[☐☒]", normalised(text))
        after = " ".join(pieces[nth + 1].split()) if nth + 1 < len(pieces) else ""
        label = after or " ".join(pieces[nth].split()) or title or ""
        self.fields.append({"name": title or "", "label": label[:400], "state": state, "row": row})


def _symbol(element: ET.Element) -> str:
    """Wingdings boxes and ticks as the Unicode characters that mean the same."""
    code = (local(element, "char") or "").upper().removeprefix("F0")
    font = (local(element, "font") or "").lower()
    if "wingdings" not in font:
        return ""
    return {"6F": "☐", "71": "☐", "A8": "☐", "FE": "☑", "FD": "☒", "FC": "✓", "FB": "✗"}.get(
        code, "☒" if code in ("78", "54", "52", "53") else "•"
    )


def _is_struck(run: ET.Element) -> bool:
    """Whether a line is drawn through a run: its words are shown beside the text, as taken back."""
    properties = run.find("w_rPr")
    marks = [properties.find(name) for name in ("w_strike", "w_dstrike")] if properties else []
    return any(m is not None and (local(m, "val") or "1") not in _OFF for m in marks)


def _is_hidden(run: ET.Element) -> bool:
    properties = run.find("w_rPr")
    if properties is None:
        return False
    mark = properties.find("w_vanish")
    if mark is not None and (local(mark, "val") or "1") not in _OFF:
        return True
    colour = properties.find("w_color")
    if colour is None or (local(colour, "val") or "").upper() != "FFFFFF":
        return False
    ground = properties.find("w_shd")
    light = ground is None or (local(ground, "fill") or "auto").upper() in ("AUTO", "FFFFFF")
    return light and properties.find("w_highlight") is None


def _is_bold(paragraph: ET.Element) -> bool:
    runs = [r for r in paragraph.iter("w_r") if any(t.text for t in r.iter("w_t"))]
    bold = [r for r in runs if r.find("w_rPr/w_b") is not None]
    return bool(runs) and len(bold) * 2 > len(runs)
