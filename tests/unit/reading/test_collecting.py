"""The collector of cycles is as busy after a reading as it was before."""

from __future__ import annotations

import gc

import pytest

from tecum.reading.collecting import collecting_rarely


def test_the_threshold_comes_back_when_the_last_reader_is_done() -> None:
    before = gc.get_threshold()
    with collecting_rarely():
        with collecting_rarely():
            assert gc.get_threshold()[0] > before[0]
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before


def test_a_collector_that_is_switched_off_stays_so() -> None:
    before = gc.get_threshold()
    gc.set_threshold(0)
    try:
        with collecting_rarely():
            assert gc.get_threshold()[0] == 0
    finally:
        gc.set_threshold(*before)


def test_a_fault_leaves_no_trace() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="fault"), collecting_rarely():
        raise ValueError("fault")
    assert gc.get_threshold() == before
