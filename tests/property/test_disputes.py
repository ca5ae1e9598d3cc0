"""A dispute does not depend on the order of the papers, nor on which side asks."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.exchange.dispute import Paper, established
from tecum.exchange.dispute.page import as_html, as_text
from tests.unit.exchange.dispute.quarrel import Quarrel, everything

Pool = tuple[Quarrel, list[Paper], list[Paper]]


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Pool:
    """Every paper of a whole quarrel: bare, opened, as messages, as notes, and some broken."""
    own = everything(tmp_path_factory.mktemp("quarrel"))
    sides: list[list[Paper]] = [[], []]
    for name, desk in own.by.items():
        papers = sides[desk is own.two.recipient]
        receipt = own.paper(name)
        papers += [
            receipt,
            Paper(f"{name} opened.tlog-proof", own.paper(name, "content", "manifest", "due").raw),
            Paper(f"{name}.note", own.said[name].raw),
            Paper(f"{name} broken.tlog-proof", receipt.raw[:-9]),
        ]
        if name in own.sent:
            papers.append(Paper(f"{name}.tecum", own.sent[name].message))
    return own, sides[0], sides[1]


def drawn(data: st.DataObject, papers: list[Paper]) -> list[Paper]:
    return data.draw(st.lists(st.sampled_from(papers), max_size=12))


def swapped(found: Any) -> Any:
    """The same seen from across the table."""
    words = {"ours": "theirs", "theirs": "ours"}
    if isinstance(found, dict):
        return {words.get(name, name): swapped(value) for name, value in found.items()}
    if isinstance(found, list):
        return [swapped(value) for value in found]
    return words.get(found, found) if isinstance(found, str) else found


@settings(max_examples=30)
@given(st.data())
def test_the_order_of_the_papers_is_irrelevant(pool: Pool, data: st.DataObject) -> None:
    own, mine, other = pool
    ours, theirs = drawn(data, mine), drawn(data, other)
    found = established(ours, theirs, own.two.policy).as_json()
    turned = established(
        data.draw(st.permutations(ours)), data.draw(st.permutations(theirs)), own.two.policy
    )
    assert turned.as_json() == found
    assert established([*ours, *ours], theirs, own.two.policy).as_json() == found


@settings(max_examples=30)
@given(st.data())
def test_swapping_the_sides_swaps_only_what_is_called_ours(pool: Pool, data: st.DataObject) -> None:
    own, mine, other = pool
    ours, theirs = drawn(data, mine), drawn(data, other)
    found = established(ours, theirs, own.two.policy).as_json()
    across = established(theirs, ours, own.two.policy).as_json()
    assert sorted_papers(swapped(across)) == sorted_papers(found)


def sorted_papers(found: dict[str, Any]) -> dict[str, Any]:
    return {**found, "sides": dict(sorted(found["sides"].items()))}


@settings(max_examples=20)
@given(st.data())
def test_more_papers_never_unsay_a_statement(pool: Pool, data: st.DataObject) -> None:
    own, mine, other = pool
    ours, theirs = drawn(data, mine), drawn(data, other)
    fewer = established(ours[: len(ours) // 2], theirs, own.two.policy)
    more = established(ours, theirs, own.two.policy)
    words = {one.fact.hash: one for one in more.milestones}
    for one in fewer.milestones:
        again = words[one.fact.hash]
        assert list(type(one.strength)).index(one.strength) <= list(type(one.strength)).index(
            again.strength
        )
        assert set(one.against) <= set(again.against)


@settings(max_examples=20)
@given(st.data())
def test_page_and_terminal_say_every_sentence(pool: Pool, data: st.DataObject) -> None:
    own, mine, other = pool
    found = established(drawn(data, mine), drawn(data, other), own.two.policy).as_json()
    page, text = as_html(found), " ".join(as_text(found).split())
    assert "<script" not in page
    for one in found["questions"]:  # type: ignore[attr-defined]
        for sentence in one["sentences"]:
            assert sentence in text
            assert sentence.replace("'", "&#x27;") in page
    for verdict in ("is wrong", "lied", "was right", "valid demand", "failed to comply"):
        assert verdict not in text
