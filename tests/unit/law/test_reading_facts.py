"""What a Reading supports becomes a fact; what it does not show stays unknown."""

from __future__ import annotations

from typing import Any

import pytest

from tecum.law import Facts, actions_for, facts_from_reading, load_packs
from tecum.law.reading_facts import requester_of
from tecum.office import Office
from tecum.words import Category, IssuerClass, Kind

PACKS = load_packs(["us-co-denver"])


def value(text: Any, band: str = "certain", **more: Any) -> dict[str, Any]:
    return {"value": text, "band": band, "spans": [{"page": 1}], "rule": "r", **more}


def values(facts: Facts) -> dict[str, Any]:
    return {name: [given.value for given in rows] for name, rows in facts.given.items()}


def test_an_agency_subpoena_of_an_immigration_authority() -> None:
    reading = {
        "kind": value("administrative_subpoena"),
        "judicial": value(False),
        "issuer": value("U.S. Department of Homeland Security"),
        "issuer_class": value("federal_agency", "likely"),
        "signatory": {"role": value("agency_officer"), "judge_kind": None},
        "issued_on": value("2020-01-13"),
        "items_band": "likely",
        "items": [{"label": "1", "category": "home_address"}],
    }
    office = Office(name="Jail", zone="America/Denver", recipient_class="denver_agency")
    found = values(facts_from_reading(PACKS, reading, office, "1"))
    assert found["instrument"] == ["administrative_subpoena"]
    assert found["requester_class"] == ["immigration_authority"]
    assert found["court_issued"] == [False]
    assert found["signer_role"] == ["agency_officer"]
    assert found["federal_judge_or_magistrate"] == [False]
    assert found["recipient_class"] == ["denver_agency"]
    assert found["item_category"] == ["home_address"]
    assert found["request_date"][0].isoformat() == "2020-01-13"
    assert "purpose" not in found
    assert "item_public" not in found


@pytest.mark.parametrize("band", ["unsure", "conflict", "absent", "unreadable"])
def test_a_weak_reading_gives_no_fact_until_a_person_confirms_it(band: str) -> None:
    weak = {"kind": value("detainer", band)}
    assert values(facts_from_reading(PACKS, weak)) == {}
    confirmed = {"kind": value("detainer", band, confirmed_by="clerk")}
    assert values(facts_from_reading(PACKS, confirmed))["instrument"] == ["detainer"]


def test_a_court_order_needs_its_judge() -> None:
    order = {"kind": value("court_order")}
    assert "court_issued" not in values(facts_from_reading(PACKS, order))
    signed = {**order, "judicial": value(True)}
    assert values(facts_from_reading(PACKS, signed))["court_issued"] == [True]


def test_a_magistrate_is_a_federal_judge_but_not_one_of_article_iii() -> None:
    reading = {"signatory": {"role": value("judge"), "judge_kind": "magistrate"}}
    found = values(facts_from_reading(PACKS, reading))
    assert found["federal_judge_or_magistrate"] == [True]
    assert found["article_iii_judge"] == [False]
    unknown = {"signatory": {"role": value("judge"), "judge_kind": "unknown"}}
    assert "article_iii_judge" not in values(facts_from_reading(PACKS, unknown))


@pytest.mark.parametrize(
    ("name", "expect"),
    [
        ("ICE Enforcement and Removal Operations, Denver Field Office", "immigration_authority"),
        ("U.S. CUSTOMS AND BORDER PROTECTION", "immigration_authority"),
        ("Office of Justice Programs, Department of Justice", "other_federal"),
        ("Office of Notices", None),
        ("Sheriff's Office of the County", None),
        ("Executive Office for Immigration Review, Department of Justice", None),
    ],
)
def test_a_requester_is_known_by_whole_words_only(name: str, expect: str | None) -> None:
    found = values(facts_from_reading(PACKS, {"issuer": value(name)}))
    assert found.get("requester_class") == ([expect] if expect else None)


@pytest.mark.parametrize(
    "name",
    [
        "Arizona Department of Homeland Security (DHS)",
        "Minnesota DHS",
        "Minnesota Department of Human Services (DHS)",
        "U.S. Department of Homeland Security, Office of Inspector General",
        "DHS, U.S. Coast Guard",
        "ICE MILLER LLP",
        "State of Illinois, Department of Labor",
        "California Department of Justice",
    ],
)
def test_a_state_s_department_and_other_bodies_of_the_same_letters_tell_nothing(name: str) -> None:
    assert "requester_class" not in values(facts_from_reading(PACKS, {"issuer": value(name)}))
    assert requester_of(name, None) is None


@pytest.mark.parametrize(
    "name",
    [
        "ICE, 26 Federal Plaza, New York, Department of Homeland Security",
        "Enforcement and Removal Operations, Washington Field Office",
        "DHS/ICE, Denver",
    ],
)
def test_the_state_in_an_address_makes_no_state_s_body(name: str) -> None:
    assert requester_of(name, None) == "immigration_authority"


def test_a_body_known_to_be_a_state_s_is_not_made_a_federal_one_by_its_name() -> None:
    assert requester_of("Homeland Security Investigations Unit", IssuerClass.STATE_AGENCY) == (
        "state_local"
    )


def test_an_issuer_read_in_two_ways_is_a_conflict() -> None:
    reading = {"issuer": value("ICE"), "issuer_class": value("court")}
    found = values(facts_from_reading(PACKS, reading))
    assert found["requester_class"] == ["immigration_authority", "court"]


def test_every_category_but_none_that_is_not_mapped_raises_an_action() -> None:
    assert actions_for(Category.RELEASE_DATE) == ("share_release_date",)
    assert actions_for("home_address", Kind.ADMINISTRATIVE_SUBPOENA) == (
        "share_personal_information",
    )
    assert actions_for(Category.HOLD) == ("hold", "delay_release")
    assert all(actions_for(category) for category in Category)
