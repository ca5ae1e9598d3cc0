"""The shipped packs: no errors, canonical, their cases hold and cover them, neutral words."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tecum.law import actions_for, decide, facts_from, load_packs, read_packs
from tecum.law.cases import check_cases, coverage
from tecum.law.pack import pack_folder
from tecum.law.review_checks import review_checks
from tecum.law.syntax import parse_law, write_law
from tecum.packs_folder import packs_folder
from tecum.words import Outcome, Review
from tests.unit.law.situations import found, said, situations

LAW_PACKS = [
    "example-permissive",
    "example-strict",
    "us-ca",
    "us-co",
    "us-co-denver",
    "us-federal",
]
SHIPPED = sorted(path.parent.name for path in packs_folder().glob("*/pack.toml"))


def test_the_packs_with_law_are_shipped() -> None:
    assert set(LAW_PACKS) <= set(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_pack_has_no_errors(name: str) -> None:
    assert [str(p) for p in read_packs([name])[1] if p.severity == "error"] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_a_pack_is_canonical(name: str) -> None:
    folder = pack_folder(name)
    for path in [*folder.glob("law/*.md"), *folder.glob("orders/*.md")]:
        text = path.read_text("utf-8")
        assert write_law(parse_law(text, path.name)[0]) == text, path.name


@pytest.mark.parametrize("name", LAW_PACKS)
def test_the_cases_of_a_pack_hold_and_cover_it(name: str) -> None:
    packs = load_packs([name])
    pack = packs.pack(name)
    checked = check_cases(pack, packs)
    assert [(row.case.id, row.case.expect, row.got) for row in checked if not row.holds] == []
    assert coverage(pack, packs, checked).missing == ()


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_pack_is_unreviewed(name: str) -> None:
    assert load_packs([name]).pack(name).review is Review.UNREVIEWED


@pytest.mark.parametrize("row", situations(), ids=lambda row: row.id)
def test_the_worked_situations_hold_in_the_shipped_packs(row: object) -> None:
    packs = load_packs([row.packs])  # type: ignore[attr-defined]
    assert said(found(row, packs)) == row.expect  # type: ignore[attr-defined,arg-type]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_pack_says_in_words_which_kinds_of_office_it_knows(name: str) -> None:
    (pack,) = [one for one in read_packs([name])[0].packs if one.id == name]
    asked = pack.facts.get("recipient_class")
    if asked is not None:
        assert set(asked.words) == set(asked.type.words)
        assert all(text and "_" not in text for text in asked.words.values())


def test_the_open_legal_questions_of_denver_are_listed() -> None:
    packs = load_packs(["us-co-denver"])
    found_ = review_checks(packs.pack("us-co-denver"), packs, date(2026, 6, 1))
    texts = {problem.text for problem in found_ if problem.code == "P202"}
    assert "open legal question on share_status: den-4 ⟂ fed-1373-a." in texts
    assert "open legal question on share_release_date: den-subpoena ⟂ den-notify." in texts


def test_the_injunction_of_2018_has_its_64_answers() -> None:
    packs = load_packs(["us-ca"])
    stayed = {"allow_nonpublic_access", "share_employment_records", "inquire_status"}
    employer = {
        "recipient_class": "employer",
        "instrument": "information_request",
        "judicial_warrant": False,
        "required_by_federal_law": False,
    }
    agency = {
        "recipient_class": "ca_law_enforcement",
        "item_public": False,
        "purpose": "civil_immigration",
        "instrument": "notification_request",
    }
    agency |= {"judicial_warrant": False, "judicial_probable_cause": False}
    agency |= {"listed_conviction": False, "charged_with_finding": False}
    held = {
        "share_release_date",
        "share_personal_information",
        "transfer",
        "hold",
        "inquire_status",
    }
    told = 0
    for private in (True, False):
        for on in (date(2018, 7, 4), date(2018, 7, 5)):
            for known in (date(2018, 7, 4), date(2018, 8, 1)):
                for facts, actions in ((employer, stayed), (agency, held)):
                    for action in actions:
                        every = {**facts, "requester_class": "immigration_authority"}
                        given = facts_from(
                            {"facts": {**every, "employer_is_private": private}}, packs
                        )
                        got = decide(packs, given, action, on=on, known_on=known).outcome
                        lifted = facts is employer and private and on.day == 5 and known.month == 8
                        assert got == (Outcome.SILENT if lifted else Outcome.MUST_NOT)
                        told += 1
    assert told == 64


@pytest.mark.parametrize("name", ["example-strict", "example-permissive"])
def test_an_invented_office_answers_every_kind_of_item(name: str) -> None:
    packs = load_packs([name])
    facts = facts_from(
        {
            "facts": {
                "requester_class": "immigration_authority",
                "instrument": "administrative_subpoena",
                "court_issued": False,
                "court_order_to_comply": False,
                "purpose": "unstated",
                "item_public": False,
                "judicial_warrant": False,
                "criminal_warrant": False,
            }
        },
        packs,
    )
    day = date(2020, 2, 10)
    outcomes = {
        decide(packs, facts, action, on=day, known_on=day).outcome
        for category in ("home_address", "release_date", "immigration_status", "hold", "transfer")
        for action in actions_for(category)
        if action != "delay_release"
    }
    assert outcomes == ({Outcome.MUST_NOT} if name == "example-strict" else {Outcome.MAY})


ONE_SIDED = re.compile(
    r"\b(sanctuary|uncooperative|rogue|defiant|illegals?|illegal aliens?|lawless|open.border"
    r"|deportation machine|kidnap(?!ping)|crackdown|harbou?r(?:ing)? criminals)\b",
    re.IGNORECASE,
)


def test_no_pack_uses_the_words_of_one_side() -> None:
    for path in packs_folder().rglob("*"):
        if path.suffix in (".md", ".toml", ".csv"):
            assert not ONE_SIDED.search(path.read_text("utf-8")), path.name


def test_a_digest_does_not_depend_on_where_the_pack_lies(tmp_path: Path) -> None:
    import shutil

    shutil.copytree(pack_folder("us-co"), tmp_path / "us-co")
    (tmp_path / "us-co" / "reviews.toml").write_text("", "utf-8")
    there = load_packs([str(tmp_path / "us-co")]).pack("us-co")
    assert there.sha256 == load_packs(["us-co"]).pack("us-co").sha256
    law = tmp_path / "us-co" / "law" / "hb26-1276.md"
    law.write_text(law.read_text("utf-8").replace("notify the person", "tell the person"), "utf-8")
    assert load_packs([str(tmp_path / "us-co")]).pack("us-co").sha256 != there.sha256


def test_a_review_counts_while_the_block_is_unchanged(tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "example-strict"
    shutil.copytree(pack_folder("example-strict"), folder)
    pack = load_packs([str(folder)]).pack("example-strict")
    rows = "".join(
        f'[[review]]\nblock = "{block.id}"\nsha256 = "{block.sha256}"\nby = "Office counsel"\n'
        f'capacity = "counsel"\non = 2026-01-05\n'
        for block in pack.blocks
    )
    (folder / "reviews.toml").write_text(rows, "utf-8")
    reviewed = load_packs([str(folder)]).pack("example-strict")
    assert reviewed.review is Review.REVIEWED
    law = folder / "law" / "policy.md"
    text = law.read_text("utf-8").replace("unless: criminal_warrant", "unless: court_issued")
    law.write_text(text, "utf-8")
    edited = load_packs([str(folder)]).pack("example-strict")
    assert edited.review is Review.UNREVIEWED
    assert [block.id for block in edited.blocks if not edited.is_reviewed(block)] == ["strict-3"]
