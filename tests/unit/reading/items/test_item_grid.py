"""Tables of which only the places of the cells are known: rows and columns told by them."""

from __future__ import annotations

from tecum.provenance import Page
from tecum.reading.items.item_grid import grid_tables
from tecum.reading.items.items import read_items
from tecum.reading.text.layout import Layer, Line, Text
from tecum.words import TextFrom

ASKS = ("The Bureau requests the records in the table below:", 72, 630)
HEAD = (("No.", 80, 611), ("Records requested", 233, 611), ("Period", 387, 611))
CELLS = (
    ("1", 81, 592), ("Daily counts of persons held for", 234, 592), ("2025", 386, 592),
    ("another agency", 234, 579),
    ("Logs of transfers between", 234, 560), ("June 2025", 387, 562),
    ("housing units", 234, 547),
    ("3", 81, 530), ("Written rules on restraint chairs", 234, 530), ("in force", 388, 531),
)  # fmt: skip
BEHIND = (("The Bureau publishes its report in May of each year.", 73, 488),)


def text_of(*cells: tuple[str, float, float]) -> Text:
    """A page of cells: words, left edge, lower edge."""
    stored, lines = "", []
    for n, (words, left, low) in enumerate(cells):
        start = len(stored)
        stored += words + "\n"
        box = (left, low, left + 4.5 * len(words), low + 9)
        lines.append(
            Line(1, start, start + len(words), words, Layer.BODY, box=box, size=9, block=n)
        )
    page = Page(1, 612.0, 792.0, 0, TextFrom.OCR, stored)
    return Text((page,), tuple(lines))


def test_the_cells_of_a_row_are_one_item() -> None:
    text = text_of(ASKS, *HEAD, *CELLS, *BEHIND)
    found = read_items(text, text.flow()).items
    assert [(item.label, item.text.value) for item in found] == [
        ("1", "Daily counts of persons held for another agency"),
        ("u2", "Logs of transfers between housing units"),
        ("3", "Written rules on restraint chairs"),
    ]
    for item in found:
        for span in item.text.spans:
            assert text.pages[0].text[span.start : span.end] == span.quote


def test_a_table_ends_where_a_line_runs_over_its_columns() -> None:
    text = text_of(ASKS, *HEAD, *CELLS, *BEHIND)
    (table,) = grid_tables(text.flow())
    assert len(table.rows) == 3
    assert "report" not in text.flow().text[table.start : table.end]


def test_a_table_of_other_things_is_none() -> None:
    head = (("Name", 80, 611), ("File number", 233, 611), ("Nature", 387, 611))
    assert not list(grid_tables(text_of(ASKS, *head, *CELLS).flow()))


def test_a_table_that_nobody_asks_for_gives_no_items() -> None:
    kept = (("Our office keeps these files.", 72, 630),)
    text = text_of(*kept, *HEAD, *CELLS, *BEHIND)
    assert [i for i in read_items(text, text.flow()).items if i.label == "u2"] == []
