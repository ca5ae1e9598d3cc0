"""Line numbers of pleading paper that a scan wore, and running heads of second pages."""

from __future__ import annotations

from array import array

from tecum.reading.order.furniture import gutter_words, with_running_lines
from tecum.reading.text.glyphs import PageWord
from tecum.reading.text.layout import Layer, Line

WIDTH, HEIGHT, STEP = 612.0, 792.0, 24.0


def word(text: str, left: float, bottom: float) -> PageWord:
    """A word of ten points' height."""
    box = (left, bottom, left + 5.0 * len(text), bottom + 10.0)
    return PageWord(text=text, box=box, place=box, letters=array("f"), size=10.0)


def numbered(lost: range, worn: dict[int, str]) -> list[PageWord]:
    """The numbers 1 to 28 down the left edge, without some, and some misread."""
    return [
        word(worn.get(n, str(n)), 66.0, 720.0 - n * STEP) for n in range(1, 29) if n not in lost
    ]


def test_numbers_of_pleading_paper_are_told_though_a_scan_lost_the_single_figures() -> None:
    left = numbered(range(1, 10), {15: "1S"})
    assert len(gutter_words(left, WIDTH, HEIGHT)) == 19


def test_numbers_that_do_not_rise_evenly_are_none() -> None:
    uneven = [word(str(n), 66.0, 720.0 - n * n * 0.9) for n in range(1, 29)]
    assert gutter_words(uneven, WIDTH, HEIGHT) == []


def test_a_few_numbers_of_a_list_are_none() -> None:
    assert (
        gutter_words([word(str(n), 66.0, 600.0 - n * STEP) for n in range(1, 9)], WIDTH, HEIGHT)
        == []
    )


HEIGHTS = {1: (0.0, HEIGHT), 2: (0.0, HEIGHT)}


def layer_of(text: str, page: int) -> Layer:
    """The layer of a line that stands at the very top of a page."""
    line = Line(page, 0, len(text), text, Layer.BODY, (84.0, 756.0, 300.0, 764.0))
    return with_running_lines([line], HEIGHTS)[0].layer


def test_a_head_that_ends_with_its_own_page_is_a_running_head() -> None:
    assert layer_of("Schedule to subpoena - Town of Alder - 2", 2) is Layer.HEADER


def test_a_line_that_ends_with_another_number_stays_in_the_body() -> None:
    assert layer_of("Schedule to subpoena - Town of Alder - 7", 2) is Layer.BODY
    assert layer_of("Invoices of lot - 1", 1) is Layer.BODY
