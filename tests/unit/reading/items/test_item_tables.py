"""Tables whose rows are asked for: the describing cell is the item, the others are not."""

from __future__ import annotations

from tecum.reading.items.item_tables import item_tables
from tecum.reading.items.items import read_items
from tecum.reading.paper.paper import paper_of
from tests.unit.reading.sheet import text_of

TABLE = """No.   Records requested   Period
1   Booking sheets   2023
2   Release logs   2024
3   Visitor logs   2024

Thank you."""


def test_the_describing_cell_is_taken() -> None:
    (table,) = item_tables(TABLE)
    assert [(row.label, TABLE[row.start : row.end]) for row in table.rows] == [
        ("1", "Booking sheets"),
        ("2", "Release logs"),
        ("3", "Visitor logs"),
    ]


def test_a_table_of_other_things_is_none() -> None:
    assert not list(
        item_tables("Name   Address   Age\nSubject A   Here   4\nSubject B   There   5")
    )
    assert not list(item_tables("Item   Records\nonly one row   here\n"))


def test_a_table_that_nobody_asks_for_gives_no_items() -> None:
    sheet = text_of("Our office keeps these files.\n\n" + TABLE.replace(" requested", ""))
    assert read_items(sheet, paper_of(sheet).body).items == ()


def test_a_table_that_is_asked_for_gives_its_rows() -> None:
    sheet = text_of("Please send us the records in the table below:\n\n" + TABLE)
    found = read_items(sheet, paper_of(sheet).body).items
    assert [(item.label, item.text.value) for item in found] == [
        ("1", "Booking sheets"),
        ("2", "Release logs"),
        ("3", "Visitor logs"),
    ]
