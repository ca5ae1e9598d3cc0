"""Each form of period by the tables and one by one: every row alike, none left to the walk."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from tecum.reckoning.bulk import reckon_many
from tests.unit.reckoning.ground import KNOWN_ON, calendars, clock, clocks, counted

FIRSTS = (date(2026, 6, 20), date(2024, 2, 12), date(2026, 12, 20))
STARTS = [first + timedelta(days=k) for first in FIRSTS for k in range(40)]
ON = "calendar: us.fed.opm"
FORMS = [
    ("period: 2 weeks", "count: business days", ON),
    ("period: 2 weeks", "roll: forward", ON),
    ("period: 5 days", "start day: included", "roll: forward", ON),
    ("period: 5 business days", "start day: included", ON),
    ("period: 5 business days", "start day: included", "direction: before", ON),
    ("period: 3 days", "count: clear days", ON),
    ("period: 3 days", "count: clear days", "direction: before", "roll: same direction", ON),
    ("period: 6 days", "count: short < 7: business days", "roll: forward", ON),
    ("period: 1 months", "start day: included", "roll: backward", ON),
    ("period: 1 years", "direction: before", "roll: same direction", ON),
    ("period: 1 years", "leap: mar 1", ON),
    ("period: 12 months", "leap: feb 28", ON),
    ("period: 4 days", "closures: last day: first accessible day, forward", "roll: forward", ON),
]


@pytest.mark.parametrize("lines", FORMS, ids=lambda row: " · ".join(row[:-1]))
def test_every_form_by_the_tables_is_as_one_by_one(lines: tuple[str, ...]) -> None:
    form = clock("form", *lines)
    found = reckon_many(
        form,
        np.asarray(STARTS, dtype="M8[D]"),
        calendars=calendars(),
        methods=clocks(),
        known_on=KNOWN_ON,
    )
    assert found.singly == 0
    for start, safe, latest in zip(STARTS, found.safe, found.latest, strict=True):
        alone = counted(form, start, zone=None)
        assert alone.safe is not None
        assert alone.latest is not None
        assert (safe.item(), latest.item()) == (alone.safe.day, alone.latest.day), start
