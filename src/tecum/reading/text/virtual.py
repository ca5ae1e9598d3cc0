"""Virtual pages of files whose text has paragraphs but no places (READING 15)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from tecum.reading.text.layout import Layer

__all__ = ["Row", "box_fields", "paragraph_pages"]

Row = tuple[str, Layer, bool, int]
"""Text, layer, whether bold, and the number of its paragraph."""


def paragraph_pages(
    rows: Sequence[Row], lines_a_page: int, breaks: Collection[int] = ()
) -> list[dict[str, Any]]:
    """Rows to pages; a page ends at a page break, or after so many lines.

    Args:
        rows: The lines in reading order.
        lines_a_page: The most lines of one page.
        breaks: Numbers of the rows that begin a page.
    """
    groups: list[list[Row]] = [[]]
    for i, row in enumerate(rows):
        if groups[-1] and (i in breaks or len(groups[-1]) >= lines_a_page):
            groups.append([])
        groups[-1].append(row)
    return [_page(n, group) for n, group in enumerate(groups, start=1)]


def _page(n: int, rows: Iterable[Row]) -> dict[str, Any]:
    text: list[str] = []
    lines: list[list[Any]] = []
    at = 0
    before: int | None = None
    for row, layer, bold, block in rows:
        if before is not None:
            gap = "\n" if block == before else "\n\n"
            text.append(gap)
            at += len(gap)
        lines.append([at, at + len(row), layer.value, None, 0.0, bold, block])
        text.append(row)
        at += len(row)
        before = block
    return {
        "n": n,
        "width": 0.0,
        "height": 0.0,
        "rotation": 0,
        "text_from": "native",
        "text": "".join(text),
        "lines": lines,
        "boxes": "",
    }


def box_fields(
    found: Iterable[Mapping[str, Any]], pages: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Check-boxes that a walk met at a row, as form fields of the page that holds the row."""
    ends: list[int] = []
    for page in pages:
        ends.append((ends[-1] if ends else 0) + len(page["lines"]))
    return [
        {
            "name": field["name"],
            "label": field["label"],
            "value": None,
            "state": field["state"],
            "page": 1 + sum(1 for end in ends[:-1] if end <= field["row"]),
            "box": None,
            "is_checkbox": True,
            "conflict": False,
        }
        for field in found
    ]
