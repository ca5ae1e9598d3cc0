"""The packs of six states and three local bodies: what they say of one demand, and their duties."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tecum.docket.acts import ACTS
from tecum.law import Finding, decide, duties, facts_from, load_packs, read_packs
from tecum.law.cases import check_cases, coverage, outcome_text
from tecum.law.open_questions import open_questions_page
from tecum.law.truth import Truth
from tecum.packs_folder import packs_folder
from tecum.reckoning import Event, by_id, load_calendars, reckon
from tests.shared import ROOT

PACKS = [
    "us-ct",
    "us-il",
    "us-il-chicago",
    "us-il-cook",
    "us-ny",
    "us-ny-nyc",
    "us-or",
    "us-wa",
]
DAY = date(2024, 6, 3)
DEMAND: dict[str, Any] = {
    "requester_class": "immigration_authority",
    "instrument": "administrative_subpoena",
    "purpose": "unstated",
    "criminal_box": "unchecked",
    "signer_role": "agency_officer",
    "federal_judge_or_magistrate": False,
    "article_iii_judge": False,
    "state_judge": False,
    "court_issued": False,
    "judicial_warrant": False,
    "criminal_warrant": False,
    "item_public": False,
    "person_in_custody": True,
    "terrorist_database_match": False,
    "conviction": {"rows": [], "complete": True},
    "request_date": "2024-06-01",
}
JAILS = {
    "us-ny-nyc": "nyc_correction",
    "us-or": "or_law_enforcement",
    "us-ct": "ct_law_enforcement",
    "us-il": "il_law_enforcement",
    "us-il-chicago": "chicago_police",
    "us-il-cook": "cook_sheriff",
    "us-wa": "wa_law_enforcement",
}
ASKED = "unknown:must_not|silent"
MATRIX = [
    ("us-ny-nyc", "must_not", "must_not", {}),
    ("us-or", "must_not", "must_not", {}),
    ("us-ct", ASKED, ASKED, {}),
    ("us-il", ASKED, ASKED, {}),
    ("us-il", "must_not", "must_not", {"required_by_federal_law": False}),
    ("us-il-chicago", ASKED, ASKED, {}),
    ("us-il-chicago", "must_not", "must_not", {"required_by_federal_law": False}),
    ("us-il-chicago", "must_not", "must_not", {"required_by_law": False}),
    ("us-il-cook", ASKED, "must_not", {}),
    ("us-il-cook", "must_not", "must_not", {"required_by_federal_law": False}),
    ("us-wa", ASKED, ASKED, {}),
    ("us-wa", "must_not", "must_not", {"required_by_law": False}),
]


def said(pack: str, action: str, on: date = DAY, **facts: Any) -> Finding:
    packs = load_packs([pack])
    given = {name: value for name, value in {**DEMAND, **facts}.items() if value is not None}
    return decide(packs, facts_from({"facts": given}, packs), action, on=on, known_on=on)


@pytest.mark.parametrize("name", PACKS)
def test_the_cases_hold_and_show_every_element(name: str) -> None:
    packs = load_packs([name])
    pack = packs.pack(name)
    checked = check_cases(pack, packs)
    assert [(row.case.id, row.case.expect, row.got) for row in checked if not row.holds] == []
    assert coverage(pack, packs, checked).missing == ()


def test_all_shipped_packs_load_together() -> None:
    names = sorted(path.parent.name for path in packs_folder().glob("*/pack.toml"))
    packs, problems = read_packs(names)
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    assert {pack.id for pack in packs.packs} == set(names)


@pytest.mark.parametrize(("pack", "address", "release", "facts"), MATRIX)
def test_one_subpoena_of_an_agency_in_each_place(
    pack: str, address: str, release: str, facts: dict[str, Any]
) -> None:
    """No judge signed it; a jail is asked for an address and a release date."""
    office: dict[str, Any] = {"recipient_class": JAILS[pack], **facts}
    got = said(pack, "share_personal_information", item_category="home_address", **office)
    assert outcome_text(got) == address
    got = said(pack, "share_release_date", item_category="release_date", **office)
    assert outcome_text(got) == release


@pytest.mark.parametrize(
    ("pack", "fact"), [("us-il", "required_by_federal_law"), ("us-wa", "required_by_law")]
)
def test_whether_a_law_requires_it_is_asked_of_counsel(pack: str, fact: str) -> None:
    got = said(pack, "share_release_date", recipient_class=JAILS[pack])
    asked = [name for question in got.questions for name in question.facts]
    assert asked == [fact]
    assert load_packs([pack]).facts[fact].who == "counsel"


@pytest.mark.parametrize("pack", sorted(JAILS))
def test_status_is_never_forbidden_and_never_made_a_duty(pack: str) -> None:
    got = said(pack, "share_status", recipient_class=JAILS[pack])
    illinois = pack.startswith("us-il")
    assert outcome_text(got) == ("may" if illinois else "silent")


def test_one_warrant_of_a_magistrate_is_judicial_in_one_state_and_not_enough_in_another() -> None:
    warrant: dict[str, Any] = {
        "instrument": "search_warrant",
        "court_issued": True,
        "judicial_warrant": True,
        "federal_judge_or_magistrate": True,
        "federal_standard_licence": False,
        "trusted_traveller_applicant": False,
        "vehicle_import_or_export": False,
    }
    licence = "share_licence_records"
    new_york: dict[str, Any] = {**warrant, "recipient_class": "ny_motor_vehicle_agency"}
    assert said("us-ny", licence, **new_york).outcome == "must_not"
    assert said("us-ny", licence, **{**new_york, "article_iii_judge": True}).outcome == "silent"
    for name in (
        "federal_standard_licence",
        "trusted_traveller_applicant",
        "vehicle_import_or_export",
    ):
        warrant.pop(name)
    washington = {**warrant, "recipient_class": "wa_state_agency", "required_by_law": False}
    assert said("us-wa", licence, **washington).outcome == "silent"


@pytest.mark.parametrize(
    ("on", "ordered", "expect"),
    [
        (date(2025, 11, 29), True, "must_not"),
        (date(2025, 11, 30), True, "must"),
        (date(2025, 12, 1), False, "must_not"),
        (date(2025, 12, 1), None, "unknown:must|must_not"),
    ],
)
def test_the_oregon_order_commands_the_ordered_items_alone(
    on: date, ordered: bool | None, expect: str
) -> None:
    facts: dict[str, Any] = {"recipient_class": "or_law_enforcement", "ordered_in_o_or": ordered}
    got = said("us-or", "share_personal_information", on, **facts)
    assert outcome_text(got) == expect
    if expect == "must":
        assert "o-or" in got.rests_on_unconfirmed


def test_a_finding_on_an_unconfirmed_text_says_so() -> None:
    got = said("us-wa", "share_release_date", recipient_class=JAILS["us-wa"], required_by_law=False)
    assert got.rests_on_unconfirmed == ("wa-160-pii",)
    got = said("us-ct", "share_release_date", recipient_class=JAILS["us-ct"])
    assert got.rests_on_unconfirmed == ("ct-2",)


def test_a_day_in_doubt_is_unknown_and_then_settled() -> None:
    facts: dict[str, Any] = {"recipient_class": "or_law_enforcement"}
    outcomes = [
        outcome_text(said("us-or", "deny_services", day, **facts))
        for day in (date(2021, 6, 30), date(2021, 7, 15), date(2021, 8, 1))
    ]
    assert outcomes == ["silent", ASKED, "must_not"]


ARISING = [
    ("us-ny", "receipt", "ny_motor_vehicle_agency", {}, {"ny-g2"}),
    ("us-ny", "receipt", "ny_motor_vehicle_agency", {"requester_class": "private"}, set()),
    (
        "us-ny",
        "determination",
        "ny_motor_vehicle_agency",
        {"requester_class": "private"},
        {"ny-g3"},
    ),
    ("us-ny-nyc", "receipt", "nyc_agency", {}, {"nyc-log"}),
    ("us-ny-nyc", "every quarter", "nyc_agency", {}, {"nyc-rep-q"}),
    ("us-ny-nyc", "every year", "nyc_agency", {}, set()),
    ("us-ny-nyc", "every year", "nyc_probation", {}, {"nyc-rep-a"}),
    ("us-or", "receipt", "or_public_body", {}, {"or-d2"}),
    ("us-or", "receipt", "or_public_body", {"court_issued": True}, set()),
    ("us-or", "every month", "or_public_body", {}, {"or-d3"}),
    ("us-or", "every year", "or_justice_commission", {}, {"or-d3-year"}),
    ("us-ct", "receipt", "ct_law_enforcement", {"instrument": "detainer"}, {"ct-d1"}),
    ("us-ct", "receipt", "ct_law_enforcement", {}, set()),
    ("us-ct", "determination", "ct_law_enforcement", {"instrument": "detainer"}, {"ct-d2"}),
    ("us-ct", "every half-year", "ct_municipality", {}, {"ct-d5"}),
    ("us-il", "every year", "cook_sheriff", {}, {"il-rep"}),
    ("us-il-chicago", "every quarter", "chicago_police", {}, {"chi-rep"}),
    ("us-il-chicago", "every quarter", "chicago_agency", {}, set()),
]


@pytest.mark.parametrize(("pack", "trigger", "office", "facts", "expect"), ARISING)
def test_duties_arise_for_the_offices_they_name(
    pack: str, trigger: str, office: str, facts: dict[str, Any], expect: set[str]
) -> None:
    packs = load_packs([pack])
    given = facts_from({"facts": {**DEMAND, "recipient_class": office, **facts}}, packs)
    found = duties(packs, trigger, given, on=DAY, known_on=DAY)
    assert {row.duty.id for row in found if row.arises is Truth.T} == expect


def test_notice_follows_a_release_date_that_was_given_in_connecticut() -> None:
    packs = load_packs(["us-ct"])
    given = facts_from({"facts": {**DEMAND, "recipient_class": "ct_law_enforcement"}}, packs)
    for action, expect in (("share_release_date", ["ct-d3"]), ("share_custody_status", [])):
        found = duties(packs, "disclosure", given, on=DAY, known_on=DAY, action=action)
        assert [row.duty.id for row in found] == expect


def test_illinois_wants_a_certificate_of_a_year_without_requests() -> None:
    duty = next(row for row in load_packs(["us-il"]).duties if row.id == "il-rep")
    assert (duty.on, duty.nil, duty.personal_data) == ("every year by 03-01", "required", "none")


OF_THE_OFFICE = "ReportFiled"
"""An act of the office's own docket, not of a demand's."""


@pytest.mark.parametrize("name", PACKS)
def test_what_closes_a_duty_is_an_act_of_the_docket(name: str) -> None:
    acts = {act.__name__ for act in ACTS.values()} | {OF_THE_OFFICE}
    pack = load_packs([name])
    assert all(duty.done_by.partition("(")[0] in acts for duty in pack.duties)


@pytest.mark.parametrize(
    ("clock", "start", "expect"),
    [
        ("ny-g2-notify", date(2026, 2, 11), ["2026-02-14", "2026-02-17"]),
        ("ny-g2-notify", date(2026, 2, 9), ["2026-02-12", "2026-02-13"]),
        ("ny-foil-answer", date(2026, 2, 5), ["2026-02-13"]),
        ("ny-foil-decision", date(2026, 2, 10), ["2026-03-12"]),
        ("or-records-answer", date(2026, 6, 1), ["2026-06-23"]),
        ("il-foia", date(2026, 2, 11), ["2026-02-20"]),
        ("ct-foia", date(2026, 4, 1), ["2026-04-08"]),
        ("wa-records-answer", date(2026, 11, 23), ["2026-12-02"]),
    ],
)
def test_the_clocks_of_the_states_count(clock: str, start: date, expect: list[str]) -> None:
    packs = load_packs([name for name in PACKS if name != "us-il-cook"])
    clocks = by_id(block.clock for block in packs.clocks)
    chosen = clocks[clock]
    found = reckon(
        chosen,
        Event.on(chosen.start, start),
        known_on=date(2026, 11, 1),
        zone="America/New_York",
        calendars=load_calendars([packs_folder()]),
        methods=clocks,
    )
    assert [str(row.due.day) for row in found.by_date] == expect


def test_the_page_of_open_questions_equals_the_packs() -> None:
    page = (ROOT / "docs/reference/open-questions.md").read_text("utf-8")
    assert page == open_questions_page()
    assert "share_status: den-4 ⟂ fed-1373-a" in page
