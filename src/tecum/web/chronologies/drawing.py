"""The lanes as a drawing: who asks above, who is asked below, between them what both say.

Drawn on the server from elements, without script, style or colour. Each mark bears the number of
its line in the table below, which says the same in words; filled or open, square or round, the
two sides are told apart by place alone, and swapping their data swaps the drawing.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tecum.docket.chronology.lanes import Lane
from tecum.docket.chronology.marks import Mark
from tecum.web.chronologies.accounts import LaneRow
from tecum.web.chronologies.selectors import ChronologyPage
from tecum.web.ui.templatetags.ui import capital, say

__all__ = ["lanes_svg"]

SVG = "http://www.w3.org/2000/svg"
EACH, STEP, LEFT = 16, 44, 176
"""Marks in one band, from mark to mark, and the room for the names of the lanes."""
LANE, HEAD = 40, 26
RADIUS = 13
_ROWS = ("issuer", "both", "recipient", "others")


def lanes_svg(held: ChronologyPage, rows: Sequence[LaneRow]) -> str:
    """The events of a chronology as marks on lanes, in bands of sixteen; empty without events."""
    events = [row for row in rows if row.event]
    if not events:
        return ""
    bands = [events[n : n + EACH] for n in range(0, len(events), EACH)]
    tall = HEAD + LANE * len(_ROWS)
    width = LEFT + STEP * min(len(events), EACH) + 8
    root = ET.Element(
        "svg",
        {
            "xmlns": SVG,
            "viewBox": f"0 0 {width} {tall * len(bands)}",
            "width": str(width),
            "height": str(tall * len(bands)),
            "role": "img",
            "class": "drawn-lanes",
            "aria-labelledby": "lanes-title lanes-desc",
            "fill": "currentColor",
            "font-family": "sans-serif",
            "font-size": "13",
        },
    )
    ET.SubElement(root, "title", {"id": "lanes-title"}).text = _(
        "Events on lanes, in order of time"
    )
    ET.SubElement(root, "desc", {"id": "lanes-desc"}).text = _description(held, events)
    for n, band in enumerate(bands):
        _band(root, held, band, n * tall, width)
    return ET.tostring(root, encoding="unicode")


def _description(held: ChronologyPage, events: Sequence[LaneRow]) -> str:
    marks = [held.marks[row.event] for row in events]
    different = marks.count(Mark.DIFFERENT)
    drawn = ngettext(
        "{n} event, with the number of its line in the table.",
        "{n} events, each with the number of its line in the table.",
        len(events),
    ).format(n=len(events))
    apart = ngettext(
        "{n} is in difference and has a double ring.",
        "{n} are in difference and have a double ring.",
        different,
    ).format(n=different)
    return f"{drawn} {apart}"


def _band(
    root: ET.Element, held: ChronologyPage, rows: Sequence[LaneRow], top: int, width: int
) -> None:
    for n, name in enumerate(_ROWS):
        middle = top + HEAD + LANE * n + LANE // 2
        label = ET.SubElement(root, "text", {"x": "4", "y": str(middle + 4)})
        label.text = _name(name)
        ET.SubElement(
            root,
            "line",
            {
                "x1": str(LEFT - 16), "y1": str(middle), "x2": str(width - 4), "y2": str(middle),
                "stroke": "currentColor", "stroke-opacity": "0.35",
            },
        )  # fmt: skip
    for n, row in enumerate(rows):
        x = LEFT + STEP * n + RADIUS
        for name in _places(held, row):
            middle = top + HEAD + LANE * _ROWS.index(name) + LANE // 2
            _mark(root, x, middle, row.number, held.marks[row.event])


def _name(name: str) -> str:
    if name == "both":
        return _("Both sides")
    if name == Lane.OTHERS.value:
        return _("Courts, press, others")
    return capital(say(name, "lane_of"))


def _places(held: ChronologyPage, row: LaneRow) -> list[str]:
    """In which lanes an event stands: between the two where both say it, else with each."""
    if held.marks[row.event] is Mark.AGREED:
        return ["both"]
    lanes = [lane for lane in Lane if row.events[lane] or row.claims[lane]]
    sides = [lane.value for lane in lanes if lane is not Lane.OTHERS]
    return sides or [Lane.OTHERS.value]


def _mark(root: ET.Element, x: int, y: int, number: int, mark: Mark) -> None:
    rings = (RADIUS, RADIUS - 3) if mark is Mark.DIFFERENT else (RADIUS,)
    for radius in rings:
        ET.SubElement(
            root,
            "circle",
            {
                "cx": str(x),
                "cy": str(y),
                "r": str(radius),
                "class": "mark",
                "stroke": "currentColor",
            },
        )
    text = ET.SubElement(
        root, "text", {"x": str(x), "y": str(y + 4), "text-anchor": "middle", "font-size": "11"}
    )
    text.text = str(number)
