"""The digest of the inputs is that of their canonical JSON."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from tecum.office import Hours
from tecum.reckoning import Account, Calendars, Event, How
from tecum.reckoning import setting as setting_module
from tecum.reckoning.count import Span
from tecum.reckoning.setting import Setting, pins_for, tzdata_version
from tests.unit.reckoning.ground import clock, counted

NINE_TO_FIVE = Hours(time(9), time(17))
AT = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)
EVENT = Event(
    'other "quoted" \\ ünd\n',
    (
        Account(at=date(2026, 6, 1), said_by="Subject A", how=How.OWN_LOG, source="p. 3 § 1"),
        Account(at=None, how=How.DENIAL, recorded_at=AT, retracted_at=AT),
    ),
    awaited=True,
)


def setting(**given: object) -> Setting:
    plain: dict[str, object] = {
        "calendars": Calendars(),
        "methods": {},
        "known_on": date(2026, 11, 1),
        "zone": None,
    }
    return Setting(**{**plain, **given})  # type: ignore[arg-type]


def canonical(event: Event, given: Setting) -> str:
    row = lambda event: [event.kind, event.awaited, [one.to_json() for one in event.accounts]]
    hours = given.hours
    inputs = {
        "event": row(event),
        "events": [row(other) for other in given.events],
        "zone": given.zone,
        "served_by": given.served_by,
        "state": given.state,
        "stood": [
            [str(span.first), str(span.last) if span.last else None, span.reason]
            for span in given.stood
        ],
        "closed": sorted(str(day) for day in given.closed),
        "hours": [str(hours.open), str(hours.close)] if hours else None,
        "extended": given.extended,
        "calendar": given.calendar,
        "forced": given.forced,
        "known_on": str(given.known_on),
    }
    text = json.dumps(inputs, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"zone": "America/Denver", "served_by": "mail", "state": "US-CO", "calendar": "us.fed.opm"},
        {"events": (EVENT, Event("hearing")), "extended": True, "forced": True},
        {"closed": frozenset({date(2026, 7, 2), date(2026, 6, 30)}), "hours": NINE_TO_FIVE},
        {
            "stood": (
                Span(date(2026, 6, 2), None, 'order "A"'),
                Span(date(2026, 6, 2), date(2026, 6, 9), "B"),
            )
        },
    ],
)
def test_the_digest_is_that_of_canonical_json(given: dict[str, object]) -> None:
    whole = setting(**given)
    assert pins_for(clock("a"), EVENT, whole, ()).inputs == canonical(EVENT, whole)


def test_a_version_joined_to_another_method_is_another_clock() -> None:
    own = clock("own", "period: 2 days", "counted by: how")
    plain = clock("how", "roll: none")
    rolls = clock("how", "roll: forward", "calendar: us.fed.opm")
    friday = date(2026, 6, 4)
    for method, day in ((plain, 6), (rolls, 8), (plain, 6)):
        assert counted(own, friday, methods={"how": method}).safe.day == date(2026, 6, day)
    assert counted(own, friday, methods={"how": rolls}, calendar="uk.eaw.bank").pins.calendars[0][
        0
    ] == ("uk.eaw.bank")


@pytest.mark.parametrize(
    ("listed", "told"),
    [("# version 2031z\n# more\n", "system 2031z"), ("R a 1916 o\n", "system"), (None, "system")],
)
def test_the_release_of_the_time_zones_is_what_their_list_says(
    listed: str | None, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "UTC").touch()
    if listed is not None:
        (tmp_path / "tzdata.zi").write_text(listed, encoding="utf-8")
    monkeypatch.setattr("zoneinfo.TZPATH", (str(tmp_path),))
    setting_module._installed.cache_clear()
    try:
        assert tzdata_version() == told
    finally:
        setting_module._installed.cache_clear()
