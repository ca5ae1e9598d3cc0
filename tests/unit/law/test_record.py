"""A record of findings: the same question gives the same bytes."""

from __future__ import annotations

from datetime import date

from tecum.law import Facts, Given, decide_all, facts_from, load_packs
from tecum.law.record import canonical_bytes, record_of

DAY = date(2020, 1, 20)


def record(ids: list[str], facts: dict[str, object]) -> bytes:
    packs = load_packs(ids)
    given = facts_from({"facts": facts}, packs)
    findings = decide_all(packs, given, on=DAY, known_on=DAY)
    return canonical_bytes(record_of(findings, packs, given, DAY, DAY))


def test_the_order_of_packs_and_facts_means_nothing() -> None:
    one = record(["us-ca", "us-co-denver"], {"item_public": True, "court_issued": False})
    other = record(["us-co-denver", "us-ca"], {"court_issued": False, "item_public": True})
    assert one == other
    assert b'" :' not in one
    assert b": " not in one.split(b'"engine"')[0]


def test_a_record_keeps_every_source_of_a_fact() -> None:
    packs = load_packs(["example-strict"])
    facts = Facts().plus("item_public", Given(True, "clerk"), Given(False, "web site"))
    rows = record_of([], packs, facts, DAY, DAY)["facts"]
    assert [(row["value"], row["source"]) for row in rows] == [(True, "clerk"), (False, "web site")]


def test_a_record_names_the_digest_and_the_review_of_each_pack() -> None:
    packs = load_packs(["us-ca"])
    rows = record_of([], packs, Facts(), DAY, DAY)["packs"]
    assert [row["id"] for row in rows] == ["us-ca", "us-federal"]
    assert {row["review"] for row in rows} == {"unreviewed"}
    assert all(len(row["sha256"]) == 64 for row in rows)
