"""Bars as SVG, made on the server from the figures of a table: no script, no style, no colour.

Every plot has a title and a description and stands beside its table. It is drawn in the colour
of the text around it, so it reads in light, in dark and on paper; kinds of bars differ by
pattern. Built from elements, so that no name can break out of it.

Authority: DOCKET P15, 2.4; SVG 1.1; WCAG 2.2 SC 1.1.1, 1.4.1.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

__all__ = ["Bar", "bars_svg"]

SVG = "http://www.w3.org/2000/svg"
WIDTH, NAME, NUMBER, STEP, THICK = 640, 250, 60, 28, 18
LETTERS = 36


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its length, and what is written at its end."""

    name: str
    value: float
    said: str


def bars_svg(title: str, description: str, bars: Sequence[Bar]) -> str:
    """Bars one under the other, each with its name and its figure in words.

    Args:
        title: What the plot shows, in one line.
        description: What of it stands in words: the highest, the lowest, how many.
        bars: In the order in which they stand.
    """
    height = STEP * max(len(bars), 1) + 8
    key = hashlib.sha256(f"{title}\n{description}".encode()).hexdigest()[:12]
    root = ET.Element(
        "svg",
        {
            "xmlns": SVG,
            "viewBox": f"0 0 {WIDTH} {height}",
            "width": str(WIDTH),
            "height": str(height),
            "role": "img",
            "class": "plot",
            "aria-labelledby": f"t{key} d{key}",
            "fill": "currentColor",
            "font-family": "sans-serif",
            "font-size": "14",
        },
    )
    ET.SubElement(root, "title", {"id": f"t{key}"}).text = _clean(title)
    ET.SubElement(root, "desc", {"id": f"d{key}"}).text = _clean(description)
    most = max((bar.value for bar in bars), default=0.0) or 1.0
    for n, bar in enumerate(bars):
        _bar(root, bar, 4 + n * STEP, most)
    return ET.tostring(root, encoding="unicode", short_empty_elements=True)


def _bar(root: ET.Element, bar: Bar, top: int, most: float) -> None:
    base = top + THICK - 4
    name = ET.SubElement(root, "text", {"x": str(NAME - 8), "y": str(base), "text-anchor": "end"})
    name.text = _short(_clean(bar.name))
    length = round((WIDTH - NAME - NUMBER) * max(bar.value, 0.0) / most, 1)
    ET.SubElement(
        root,
        "rect",
        {
            "x": str(NAME),
            "y": str(top),
            "width": str(length),
            "height": str(THICK),
            "fill-opacity": "0.55",
            "stroke": "currentColor",
        },
    )
    said = ET.SubElement(root, "text", {"x": str(NAME + length + 6), "y": str(base)})
    said.text = _clean(bar.said)


def _short(text: str) -> str:
    """A name that fits beside its bar; the table has it whole."""
    return text if len(text) <= LETTERS else text[: LETTERS - 1] + "…"


def _clean(text: str) -> str:
    """Text without characters that XML cannot hold."""
    return "".join(
        c
        for c in text
        if c in "\t\n" or (c >= " " and not 0xD800 <= ord(c) <= 0xDFFF and c not in "\ufffe\uffff")
    )
