"""Marks of lists as recognisers slip them: lost dots, capitals for small letters, one sign."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from tecum.reading.items.markers import find_lists
from tecum.reading.open import open_document
from tests.unit.reading import papers
from tests.unit.reading.papers import lines_of


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "1. The lease.\n2. The ledger.\n3. The letters.\n4 For each payment, the receipt.\n",
            ["1", "2", "3", "4"],
        ),
        ("a. charts;\nb. films;\nCc. statements of account\n", ["a", "b", "c"]),
        ("(a) charts;\n(b) films;\n(C) statements of account\n", ["a", "b", "c"]),
        ("(a) charts;\n(b) films;\n© statements of account\n(d) bills\n", ["a", "b", "c", "d"]),
        # A wrapped sentence that goes on with a number is no item.
        ("1. The lease.\n2. Notices under\n3 Municipal Code and\n3. The letters.\n", list("123")),
        ("1. The lease.\n2. The ledger. The rest stands in\n3 Binders on the shelf.\n", list("12")),
        ("(a) charts;\n(b) films;\n© Example Press 2024\n", ["a", "b"]),
        ("~- a list;\n~ a test;\n- special orders\n", ["~-", "~", "-"]),
        ("Charts\n© Example Press 2024\n", []),
    ],
)
def test_a_slipped_mark_counts_where_the_list_wants_it(text: str, labels: list[str]) -> None:
    assert [m.label for top in find_lists(text) for m in top.markers] == labels


def test_numbers_in_the_gutter_count_on_though_some_were_lost() -> None:
    lost = {1, 2, 3, 9, 10, 17}

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 12)
        for i in range(28):
            if i + 1 not in lost:
                canvas.drawRightString(60, 740 - 24 * i, str(i + 1))
            canvas.drawString(80, 740 - 24 * i, f"words {'abcdefg'[i % 7]} of the order of a court")

    opened = open_document(papers.pdf(draw))
    assert lines_of(opened, "gutter") == [str(n) for n in range(1, 29) if n not in lost]


def test_a_list_down_the_left_edge_is_no_gutter() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 10)
        for i in range(16):
            canvas.drawString(60, 740 - 14 * i, f"{i + 4}")
            canvas.drawString(80, 740 - 14 * i, "reports of the yard")

    assert lines_of(open_document(papers.pdf(draw)), "gutter") == []
