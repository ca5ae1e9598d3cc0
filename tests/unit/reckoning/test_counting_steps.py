"""Every step of a count: each day that was looked at, and what was done with it."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from tecum.office import Hours
from tecum.reckoning import DateReading
from tecum.reckoning.count import Span
from tests.unit.reckoning.ground import clock, counted

TILL_FOUR = Hours(time(9), time(16))
D = date.fromisoformat
T = datetime.fromisoformat


def steps(row: DateReading) -> str:
    """The steps of a count in short: month and day, what was done, the number given."""
    said = []
    for step in row.steps:
        at = f"{step.at:%m-%d %H:%M}" if isinstance(step.at, datetime) else f"{step.at:%m-%d}"
        said.append(f"{at} {step.verdict}" + ("" if step.n is None else f" {step.n}"))
    return ", ".join(said)


@pytest.mark.parametrize(
    ("lines", "at", "given", "expected"),
    [
        (
            ["period: 3 days", "roll: forward", "calendar: us.fed.opm"],
            "2026-07-01",
            {},
            (
                "07-01 start, 07-02 counted 1, 07-03 counted 2, 07-04 counted 3, 07-04 landed, "
                "07-04 rolled, 07-05 rolled"
            ),
        ),
        (
            ["period: 3 days", "direction: before", "roll: same direction", "calendar: us.fed.opm"],
            "2026-07-08",
            {},
            (
                "07-08 start, 07-07 counted 1, 07-06 counted 2, 07-05 counted 3, 07-05 landed, "
                "07-05 rolled, 07-04 rolled, 07-03 rolled"
            ),
        ),
        (
            ["period: 2 business days", "calendar: us.fed.opm"],
            "2026-07-02",
            {},
            (
                "07-02 start, 07-03 skipped, 07-04 skipped, 07-05 skipped, 07-06 counted 1, 07-07 "
                "counted 2, 07-07 landed"
            ),
        ),
        (
            ["period: 2 days", "count: clear days"],
            "2026-06-01",
            {},
            "06-01 start, 06-02 counted 1, 06-03 counted 2, 06-04 skipped, 06-04 landed",
        ),
        (
            ["period: 2 days", "count: clear days", "direction: before"],
            "2026-06-10",
            {},
            "06-10 start, 06-09 counted 1, 06-08 counted 2, 06-07 skipped, 06-07 landed",
        ),
        (
            ["period: 2 days", "start day: included"],
            "2026-06-01",
            {},
            "06-01 start, 06-01 counted 1, 06-02 counted 2, 06-02 landed",
        ),
        (
            ["period: 2 months", "start day: included"],
            "2026-01-31",
            {},
            "01-31 start, 02-28 counted 1, 03-31 counted 2, 03-30 landed, 03-30 landed",
        ),
        (
            ["period: 2 months", "direction: before"],
            "2026-04-30",
            {},
            "04-30 start, 03-30 counted 1, 02-28 counted 2, 02-28 landed",
        ),
        (
            ["period: 1 week", "skip spans: 06-03..06-04"],
            "2026-06-01",
            {},
            (
                "06-01 start, 06-02 counted 1, 06-03 skipped, 06-04 skipped, 06-05 counted 2, "
                "06-06 counted 3, 06-07 counted 4, 06-08 counted 5, 06-09 counted 6, 06-10 counted "
                "7, 06-10 landed"
            ),
        ),
        (
            [
                "period: 1 day",
                "service adds: mail +2 days before roll",
                "roll: forward",
                "calendar: us.fed.opm",
            ],
            "2026-06-04",
            {"served_by": "mail"},
            (
                "06-04 start, 06-05 counted 1, 06-06 added 1, 06-07 added 2, 06-07 landed, 06-07 "
                "rolled"
            ),
        ),
        (
            [
                "period: 1 day",
                "service adds: mail +2 business days after roll",
                "roll: forward",
                "calendar: us.fed.opm",
            ],
            "2026-06-04",
            {"served_by": "mail"},
            (
                "06-04 start, 06-05 counted 1, 06-05 landed, 06-06 skipped, 06-07 skipped, 06-08 "
                "added 1, 06-09 added 2"
            ),
        ),
        (
            [
                "period: 2 days",
                "direction: before",
                "service adds: mail +2 days after roll, roll none",
                "roll: backward",
                "calendar: us.fed.opm",
            ],
            "2026-06-10",
            {"served_by": "mail"},
            (
                "06-10 start, 06-09 counted 1, 06-08 counted 2, 06-08 landed, 06-07 added 1, 06-06 "
                "added 2"
            ),
        ),
        (
            ["period: 1 day", "extends: +2 days from original end"],
            "2026-06-01",
            {"extended": True},
            (
                "06-01 start, 06-02 counted 1, 06-03 counted 1, 06-04 counted 2, 06-04 extended, "
                "06-04 landed"
            ),
        ),
        (
            [
                "period: 1 day",
                "roll: forward",
                "extends: +2 days from rolled end",
                "calendar: us.fed.opm",
            ],
            "2026-06-05",
            {"extended": True},
            (
                "06-05 start, 06-06 counted 1, 06-06 rolled, 06-07 rolled, 06-09 counted 1, 06-10 "
                "counted 2, 06-10 extended, 06-10 landed"
            ),
        ),
        (
            ["period: 1 month", "extends: +1 month from original end"],
            "2026-01-31",
            {"extended": True},
            (
                "01-31 start, 02-28 counted 1, 01-31 start, 02-28 counted 1, 03-31 counted 2, "
                "03-31 extended, 03-31 landed"
            ),
        ),
        (
            ["period: 2 days"],
            "2026-06-01",
            {"stood": [Span(D("2026-06-02"), D("2026-06-03"), "an order")]},
            (
                "06-01 start, 06-02 tolled, 06-03 tolled, 06-04 counted 1, 06-05 counted 2, 06-05 "
                "landed"
            ),
        ),
        (
            ["period: 1 month"],
            "2026-06-01",
            {"stood": [Span(D("2026-06-30"), D("2026-07-02"), "an order")]},
            "06-01 start, 07-01 counted 1, 06-30 tolled, 07-01 tolled, 07-02 tolled, 07-04 landed",
        ),
        (
            [
                "period: 1 day",
                "closures: last day: first accessible day, forward",
                "calendar: us.fed.opm",
            ],
            "2026-06-01",
            {"closed": [D("2026-06-02")]},
            "06-01 start, 06-02 counted 1, 06-02 landed, 06-02 closed",
        ),
        (
            ["period: 1 business day", "closures: not counted", "calendar: us.fed.opm"],
            "2026-06-01",
            {"closed": [D("2026-06-02")]},
            "06-01 start, 06-02 skipped, 06-03 counted 1, 06-03 landed",
        ),
        (
            ["period: 1 day", "deemed: second day, then business day", "calendar: us.fed.opm"],
            "2026-06-04",
            {},
            "06-04 skipped, 06-08 start, 06-09 counted 1, 06-09 landed",
        ),
        (
            ["period: 1 day", "deemed: 2 business days later", "calendar: us.fed.opm"],
            "2026-06-04",
            {},
            "06-04 skipped, 06-08 start, 06-09 counted 1, 06-09 landed",
        ),
        (
            ["period: 1 day", "deemed: next business day", "calendar: us.fed.opm"],
            "2026-06-05",
            {},
            "06-05 skipped, 06-08 start, 06-09 counted 1, 06-09 landed",
        ),
        (
            ["period: 30 hours"],
            "2026-06-01T10:00",
            {},
            (
                "06-01 10:00 start 0, 06-02 00:00 counted 14, 06-02 16:00 counted 30, 06-02 16:00 "
                "landed"
            ),
        ),
        (
            ["period: 30 hours", "direction: before"],
            "2026-06-03T10:00",
            {},
            (
                "06-03 10:00 start 0, 06-03 00:00 counted 10, 06-02 04:00 counted 30, 06-02 04:00 "
                "landed"
            ),
        ),
        (
            ["period: 30 hours", "count: on business days", "calendar: us.fed.opm"],
            "2026-06-05T10:00",
            {},
            (
                "06-05 10:00 start 0, 06-05 counted 14, 06-06 skipped, 06-07 skipped, 06-08 "
                "counted 30, 06-08 16:00 landed"
            ),
        ),
        (
            [
                "period: 30 hours",
                "count: on business days",
                "direction: before",
                "calendar: us.fed.opm",
            ],
            "2026-06-08T10:00",
            {},
            (
                "06-08 10:00 start 0, 06-08 counted 10, 06-07 skipped, 06-06 skipped, 06-05 "
                "counted 30, 06-05 04:00 landed"
            ),
        ),
        (
            ["period: 24 hours", "roll: forward, same time", "calendar: us.fed.opm"],
            "2026-06-05T10:00",
            {},
            (
                "06-05 10:00 start 0, 06-06 00:00 counted 14, 06-06 10:00 counted 24, 06-06 10:00 "
                "landed, 06-06 rolled, 06-07 rolled"
            ),
        ),
        (
            [
                "period: 24 hours",
                "roll: same direction",
                "direction: before",
                "calendar: us.fed.opm",
            ],
            "2026-06-08T10:00",
            {},
            (
                "06-08 10:00 start 0, 06-08 00:00 counted 10, 06-07 10:00 counted 24, 06-07 10:00 "
                "landed, 06-07 rolled, 06-06 rolled"
            ),
        ),
        (
            ["period: 2 years"],
            "2024-02-29",
            {},
            "02-29 start, 02-28 counted 1, 02-28 counted 2, 02-28 landed",
        ),
        (
            ["period: 1 year", "extends: +1 month from original end"],
            "2025-01-31",
            {"extended": True},
            (
                "01-31 start, 01-31 counted 1, 01-31 start, 02-28 counted 1, 03-31 counted 2, "
                "04-30 counted 3, 05-31 counted 4, 06-30 counted 5, 07-31 counted 6, 08-31 counted "
                "7, 09-30 counted 8, 10-31 counted 9, 11-30 counted 10, 12-31 counted 11, 01-31 "
                "counted 12, 02-28 counted 13, 02-28 extended, 02-28 landed"
            ),
        ),
        (
            ["period: 1 month", "extends: +3 days from original end"],
            "2026-01-31",
            {"extended": True},
            (
                "01-31 start, 02-28 counted 1, 03-01 counted 1, 03-02 counted 2, 03-03 counted 3, "
                "03-03 extended, 03-03 landed"
            ),
        ),
        (
            ["period: 2 days", "direction: before", "extends: +1 day from original end"],
            "2026-06-10",
            {"extended": True},
            (
                "06-10 start, 06-09 counted 1, 06-08 counted 2, 06-07 counted 1, 06-07 extended, "
                "06-07 landed"
            ),
        ),
        (
            ["period: 1 day", "direction: before", "service adds: mail +1 week after roll"],
            "2026-06-10",
            {"served_by": "mail"},
            (
                "06-10 start, 06-09 counted 1, 06-09 landed, 06-08 added 1, 06-07 added 2, 06-06 "
                "added 3, 06-05 added 4, 06-04 added 5, 06-03 added 6, 06-02 added 7"
            ),
        ),
        (
            [
                "period: 1 day",
                "closures: last day: first accessible day, forward",
                "direction: before",
                "calendar: us.fed.opm",
            ],
            "2026-06-09",
            {"closed": [D("2026-06-08"), D("2026-06-09")]},
            "06-09 start, 06-08 counted 1, 06-08 landed, 06-08 closed, 06-09 closed",
        ),
        (
            ["period: 1 month", "direction: before"],
            "2026-06-15",
            {"stood": [Span(D("2026-05-20"), D("2026-05-21"), "an order")]},
            "06-15 start, 05-15 counted 1, 05-21 tolled, 05-20 tolled, 05-13 landed",
        ),
    ],
)
def test_every_step_of_a_count(
    lines: list[str], at: str, given: dict[str, object], expected: str
) -> None:
    start = T(at) if "T" in at else D(at)
    main = counted(clock("a", *lines), start, **given).main
    assert main is not None
    assert steps(main) == expected


def test_hours_before_a_midnight_run_through_the_whole_day_before() -> None:
    back = clock("a", "period: 30 hours", "direction: before")
    main = counted(back, T("2026-06-03T00:00")).main
    assert main is not None
    assert steps(main) == (
        "06-03 00:00 start 0, 06-02 00:00 counted 24, 06-01 18:00 counted 30, 06-01 18:00 landed"
    )
    calendar = "calendar: us.fed.opm"
    on_open_days = clock(
        "a", "period: 30 hours", "direction: before", "count: on business days", calendar
    )
    main = counted(on_open_days, T("2026-06-09T00:00")).main
    assert main is not None
    assert steps(main) == (
        "06-09 00:00 start 0, 06-08 counted 24, 06-07 skipped, 06-06 skipped, "
        "06-05 counted 30, 06-05 18:00 landed"
    )
