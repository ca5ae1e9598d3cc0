"""The package ``holidays`` as a cross-check: every day on which it differs, and why.

It is a second opinion, never a source: each difference is explained here from the provision
that the calendar names, and a difference nobody has explained fails.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import holidays
import pytest

from tecum.reckoning.calendars import Calendar
from tecum.reckoning.day_rules import easter
from tests.unit.reckoning.ground import calendars

YEARS = range(2015, 2031)

OBSERVED = "the package moves Saturdays to Fridays, the state's statute moves Sundays only"
FROM_2022 = "the package has Juneteenth from 2021 on, the statute from 2022"
EVEN_YEARS = "the package has it in even years only"
APPOINTED = "a legal holiday by section 2.2-3300 on which the courts' own lists show them closed"
OBSERVANCE = "a day of observance, on which nothing closes"
KNOWN: dict[str, dict[str, str]] = {
    "us.ny.gcl24": {
        "Susan B. Anthony Day": OBSERVANCE,
        "observed": OBSERVED,
    },
    "us.nj.courts": {
        "Lincoln's Birthday": "no holiday of the courts",
        "Juneteenth": "third Friday of June by statute, the package keeps 19 June",
        "Juneteenth National Independence Day": "the same",
        "Election Day": EVEN_YEARS,
        "observed": "the same two days",
    },
    "us.or.187": {"observed": FROM_2022},
    "us.wa.120": {"observed": FROM_2022},
    "us.ct.1-4": {"observed": FROM_2022},
    "us.il.courts": {
        "Day after Thanksgiving": "the courts are closed by order",
        "Casimir Pulaski Day": "no holiday of the courts",
        "Election Day": "not in the order on court holidays",
        "observed": FROM_2022,
    },
    "us.co.courts": {
        "Cesar Chavez Day": "an optional day; the courts are open",
        "Columbus Day": "a holiday until 2019; the package lacks it",
        "observed": FROM_2022,
    },
    "us.ca.ccp135": {
        "Lincoln's Birthday": "a judicial holiday that the package lacks",
        "Native American Day": "a judicial holiday that the package lacks",
        "Columbus Day": "a judicial holiday until 2021",
        "Susan B. Anthony Day": "no judicial holiday",
        "Diwali": "no judicial holiday",
        "observed": "the package misses moves of judicial holidays",
    },
    "us.ma.4-7": {},
    "us.tx.662-021": {
        "Good Friday": "an optional holiday of section 662.003(c)",
        "Cesar Chavez Day": "an optional holiday of section 662.003(c)",
        "observed": "holidays on a weekend are not moved",
    },
    "us.fl.110-117": {
        "Susan B. Anthony Day": "a public holiday of section 683.01 on which offices are open",
        "Juneteenth National Independence Day": "no paid holiday of section 110.117",
        "observed": "the same day",
    },
    "us.va.2-2-3300": {
        "Inauguration Day": "a day of the federal capital area",
        "Day appointed by the Governor": APPOINTED,
    },
    "us.ca.gc6700": {
        "Lincoln's Birthday": "a state holiday that the package lacks",
        "Admission Day": "a holiday of section 6700 (9 September) that the package lacks",
        "Columbus Day": "a holiday of section 6700 still; offices and courts keep it no longer",
        "Native American Day": "a state holiday that the package lacks",
        "Day After Thanksgiving": "a day of state employees and of courts, not of section 6700",
        "Susan B. Anthony Day": OBSERVANCE,
        "Lunar New Year": "a holiday of section 6700 from 2023 that the package lacks",
        "Genocide Remembrance Day": "a holiday of section 6700 from 2023 that the package lacks",
        "observed": OBSERVED,
    },
    "us.co.24-11-101": {
        "Cesar Chavez Day": "an optional day; offices are open",
        "Columbus Day": "a holiday until 2019; the package lacks it",
        "observed": FROM_2022,
    },
    "us.ct.courts": {"observed": FROM_2022},
    "us.fed.frcp6a6": {},
    "us.fed.5usc6103": {"observed": "the statute's own days only; those in lieu are the offices'"},
    "us.fl.courts": {
        "Susan B. Anthony Day": "a public holiday of section 683.01 on which offices are open",
        "Juneteenth National Independence Day": "no holiday of section 110.117",
        "observed": "the same day",
    },
    "us.il.205-630": {
        "Good Friday": "a holiday of the act that the package lacks",
        "observed": OBSERVED,
    },
    "us.il.agency": {
        "Casimir Pulaski Day": "no holiday of state offices",
        "Day after Thanksgiving": "state offices are closed by proclamation",
        "observed": FROM_2022,
    },
    "us.ma.courts": {},
    "us.nj.36-1-1": {
        "Juneteenth": "third Friday of June by statute, the package keeps 19 June",
        "Juneteenth National Independence Day": "the same",
        "Election Day": EVEN_YEARS,
        "observed": OBSERVED,
    },
    "us.nv.236-015": {"observed": "the package has Juneteenth from 2021 on, the statute later"},
    "us.nv.courts": {"observed": "the package has Juneteenth from 2021 on, the statute later"},
    "us.ny.courts": {
        "Susan B. Anthony Day": OBSERVANCE,
        "observed": OBSERVED,
    },
    "us.or.courts": {"observed": FROM_2022},
    "us.tx.courts": {
        "Good Friday": "an optional holiday of section 662.003(c)",
        "Cesar Chavez Day": "an optional holiday of section 662.003(c)",
        "observed": "holidays on a weekend are not moved",
    },
    "us.ut.63g-1-301": {
        "Juneteenth": "the Monday nearest to it by statute, the package keeps 19 June",
        "Juneteenth National Independence Day": "the same",
        "observed": "the same",
    },
    "us.ut.courts": {
        "Juneteenth": "the Monday nearest to it by statute, the package keeps 19 June",
        "Juneteenth National Independence Day": "the same",
        "observed": "the same",
    },
    "us.va.courts": {
        "Inauguration Day": "a day of the federal capital area",
        "Day appointed by the Governor": APPOINTED,
    },
    "us.wa.courts": {"observed": FROM_2022},
}


@pytest.mark.parametrize("name", KNOWN)
def test_differences_from_another_package_are_all_explained(name: str) -> None:
    ours = calendars()[name]
    told: Counter[str] = Counter()
    for year in YEARS:
        theirs = holidays.country_holidays("US", subdiv=_state(ours), years=year)
        week = {day for day in theirs if day.weekday() < 5}
        built = {row.on: row.name for row in ours.year(year)}
        for day in ours.closed_days(year) ^ week:
            told[_plain(built.get(day) or theirs[day])] += 1
    assert sorted(told) == sorted(KNOWN[name])


def test_every_calendar_of_the_united_states_is_checked_so() -> None:
    named = {row.id for row in calendars().values() if row.authority.startswith("US")}
    assert named - set(KNOWN) == {"us.fed.opm"}  # which equals the package, below


def _state(ours: Calendar) -> str | None:
    return ours.authority.removeprefix("US-") if ours.authority != "US" else None


def _plain(name: str) -> str:
    return "observed" if name.endswith("(observed)") else name


@pytest.mark.parametrize(
    ("name", "part"), [("uk.eaw.bank", "ENG"), ("uk.sct.bank", "SCT"), ("uk.ni.bank", "NIR")]
)
def test_bank_holidays_equal_another_package(name: str, part: str) -> None:
    for year in YEARS:
        theirs = holidays.country_holidays("GB", subdiv=part, years=year)
        week = {day for day in theirs if day.weekday() < 5}
        assert calendars()[name].closed_days(year) == week, year


def test_federal_days_equal_another_package() -> None:
    for year in range(2015, 2028):
        theirs = set(holidays.country_holidays("US", years=[year, year + 1]))
        week = {day for day in theirs if day.weekday() < 5 and day.year == year}
        assert calendars()["us.fed.opm"].closed_days(year) == week, year


def test_canada_differs_by_easter_monday_and_by_days_in_the_stead_of_others() -> None:
    """The Interpretation Act gives no other day where 30 September or 11 November is a weekend.

    For 1 July the Holidays Act does so on a Sunday only. The package moves all three.
    """
    for year in YEARS:
        rows = holidays.country_holidays("CA", years=year, categories=("government", "public"))
        week = {day for day in rows if day.weekday() < 5}
        explained = {easter(year) + timedelta(days=1)}
        for (month, number), weekday in (((7, 1), 5), ((9, 30), None), ((11, 11), None)):
            day = date(year, month, number)
            if day.weekday() in ((5, 6) if weekday is None else (weekday,)):
                explained.add(day + timedelta(days=7 - day.weekday()))
        differs = calendars()["ca.federal"].closed_days(year) ^ week
        assert differs <= explained, year
        assert {day for day in explained if day in week} <= differs, year
