"""What both sides' receipts establish, question by question; and what counts as nothing."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest

from tecum.errors import UsageError
from tecum.exchange.desk import Desk, Saying
from tecum.exchange.dispute import Dispute, Paper, established
from tecum.exchange.dispute.established import Milestone
from tecum.exchange.dispute.papers import Side, _best
from tecum.exchange.dispute.questions import Question
from tecum.exchange.sending import Remark
from tecum.ledger.policy import Policy
from tecum.words import Strength
from tests.unit.exchange.dispute.quarrel import ANSWER, Quarrel, everything
from tests.unit.exchange.offices import later, trust


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Quarrel:
    return everything(tmp_path_factory.mktemp("quarrel"))


@pytest.fixture
def own(tmp_path: Path) -> Quarrel:
    return Quarrel.at(tmp_path)


def asked(found: Dispute, name: str, about: object) -> Question:
    return next(one for one in found.questions if (one.id, one.about) == (name, about))


def milestone(found: Dispute, own: Quarrel, name: str) -> Milestone:
    return next(one for one in found.milestones if one.fact.hash == own.said[name].hash)


def test_sent_and_received_refer_to_each_other(full: Quarrel) -> None:
    found = full.dispute()
    question = asked(found, "sent", full.said["demand"].hash)
    assert question.asked == "Was the demand of Agency of Example sent, and did it come?"
    assert question.answer == "sent.both"
    assert question.sentences[0] == (
        "Agency of Example states that it was sent; City of Example states that it came "
        "(handed_over), and its statement refers to the sending."
    )
    assert set(question.rests_on) >= {
        full.said["demand"].hash,
        full.said["demand delivered"].hash,
    }


def test_strength_rises_with_what_is_shown(own: Quarrel) -> None:
    own.demand()
    bare = Paper("demand.note", own.said["demand"].raw)
    found = established([bare], [], own.two.policy)
    assert milestone(found, own, "demand").strength is Strength.SELF_ASSERTED
    assert milestone(own.dispute(), own, "demand").strength is Strength.LOGGED
    own.witnessed(10)
    assert milestone(own.dispute(), own, "demand").strength is Strength.WITNESSED
    own.taken()
    assert milestone(own.dispute(), own, "demand").strength is Strength.ACKNOWLEDGED
    assert milestone(own.dispute(), own, "demand delivered").strength is Strength.LOGGED


def test_a_denial_admits_nothing(own: Quarrel) -> None:
    demand = own.demand().statement.hash
    said = Remark("service.disputed", demand, ("not_received",))
    own.remark("denied", own.two.recipient, said, 5, docket="A" * 43 + "=")
    found = own.dispute()
    row = milestone(found, own, "demand")
    assert row.strength is Strength.LOGGED
    assert row.against == (own.said["denied"].hash,)
    question = asked(found, "sent", demand)
    assert "City of Example states that it was not received." in question.sentences
    assert question.sentences[-1].startswith("These statements stand side by side")


def test_the_senders_word_that_it_came_answers_nothing(own: Quarrel) -> None:
    made = own.demand()
    about = made.statement.hash
    claim = Saying("demand.delivered", (about,), "exchange", "handed_over", files={"content": b"x"})
    said = own.two.sender.say(claim, made.docket, later(5))
    papers = [*own.papers(own.two.sender), Paper("claim.note", said.raw)]
    found = established(papers, [], own.two.policy)
    assert asked(found, "sent", about).answer == "sent.one_sided"
    assert {one.about for one in found.questions if one.id == "sent"} == {about}
    assert said.hash in {one.fact.hash for one in found.milestones}
    row = milestone(found, own, "demand")
    assert (row.strength, row.admitted_by) == (Strength.LOGGED, ())
    assert "demand.delivered" in {one.station for one in found.missing}


def test_nothing_of_the_other_side_is_not_confirmed(own: Quarrel) -> None:
    demand = own.demand().statement.hash
    found = established(own.papers(own.two.sender), [], own.two.policy)
    question = asked(found, "sent", demand)
    assert question.answer == "sent.one_sided"
    assert "not confirmed" in question.sentences[0]
    missing = {one.station: one.sentence for one in found.missing}
    assert missing["demand.delivered"] == (
        "No statement found that the other side received the demand. "
        "No paper of the other side was presented."
    )
    assert "demand.submitted" not in missing


def test_content_is_compared_only_when_both_open_it(full: Quarrel) -> None:
    demand = full.said["demand"].hash
    assert asked(full.dispute(), "content", demand).answer == "content.closed"
    found = full.dispute("content", "manifest")
    assert asked(found, "content", demand).answer == "content.equal"
    assert milestone(found, full, "demand delivered").contents == "equal"
    half = established(
        full.papers(full.two.sender, "content"), full.papers(full.two.recipient), full.two.policy
    )
    question = asked(half, "content", demand)
    assert question.answer == "content.closed"
    assert "City of Example did not open it here" in question.sentences[0]


def test_other_content_is_shown_with_both_hashes(own: Quarrel) -> None:
    demand = own.demand().statement.hash
    said = Remark(
        "demand.opened", demand, ("differs",), "opened", documents=[("got.txt", b"other")]
    )
    own.taken()
    own.remark("opened", own.two.recipient, said, 6)
    found = established(
        own.papers(own.two.sender, "content"),
        [own.paper("opened", "content")],
        own.two.policy,
    )
    assert asked(found, "content", demand).answer == "content.differs"
    assert milestone(found, own, "opened").contents == "differs"
    row = milestone(found, own, "demand")
    assert row.strength is Strength.LOGGED
    assert row.against == (own.said["opened"].hash,)


DATES = {
    "2026-03-16": "time.before",
    "2026-03-01": "time.spans",
    "2026-02-27": "time.after",
    "2026-03-02T10:20:00Z": "time.before",
    "2026-03-02T09:50:00Z": "time.spans",
    "2026-03-02T09:00:00+00:00": "time.after",
    "not a date": "time.closed",
}


def test_a_date_is_compared_with_the_bracket(own: Quarrel) -> None:
    demand = own.demand().statement.hash
    own.taken()
    own.witnessed(10)
    for day in DATES:
        said = Remark("clock.set", demand, ("set_by_hand",), texts={"due": day, "rule": "by hand"})
        own.remark(day, own.two.recipient, said, 12)
    own.witnessed(20)
    own.answer()
    own.taken("answer", 55)
    own.witnessed(60)
    answer = own.said["answer"].hash
    for day, code in DATES.items():
        found = established(
            [own.paper("answer delivered")],
            [own.paper("answer"), own.paper(day, "due")],
            own.two.policy,
        )
        assert asked(found, "time", answer).answer == code, day


def test_the_newest_date_of_a_docket_counts(full: Quarrel) -> None:
    found = full.dispute("due")
    sentences = asked(found, "time", full.said["answer"].hash).sentences
    assert any("2026-03-30" in one and "had not passed" in one for one in sentences)
    assert not any("2026-03-16" in one for one in sentences)


def test_an_incomplete_answer_is_held_item_by_item(full: Quarrel) -> None:
    found = full.dispute("items")
    question = asked(found, "complete", full.said["answer"].hash)
    assert question.answer == "complete.prepared"
    assert "documents 1, pages 3, withheld 0" in question.sentences[0]
    assert "The complaint names: 2." in question.sentences
    assert "The answer's list was fixed before the complaint." in question.sentences
    closed = asked(full.dispute(), "complete", full.said["answer"].hash)
    assert "The complaint names items that are not opened here." in closed.sentences


def test_a_list_with_items_is_compared_with_the_complaint(own: Quarrel) -> None:
    own.demand()
    own.taken()
    title, data = ANSWER[0]
    row = {"path": title, "sha256": hashlib.sha256(data).hexdigest(), "items": ["1", "3"]}
    own.answer(manifest=json.dumps({"files": [row]}).encode())
    own.taken("answer", 55)
    said = Remark(
        "answer.disputed",
        own.said["answer"].hash,
        ("incomplete",),
        texts={"items": '["1", "2"]'},
    )
    own.remark("complaint", own.two.sender, said, 56)
    found = established(
        own.papers(own.two.sender, "items"),
        [own.paper("answer prepared"), Paper("answer.tecum", own.sent["answer"].message)],
        own.two.policy,
    )
    sentences = asked(found, "complete", own.said["answer"].hash).sentences
    assert "Item 1: files named for it by the answer's list: 1." in sentences
    assert "Item 2: the answer's list names no file for it." in sentences
    assert "Files named by the answer's list, opened here: 1." in sentences


def test_a_failure_names_its_code_and_its_notice(full: Quarrel) -> None:
    answer = full.said["answer"].hash
    closed = asked(full.dispute(), "sent", answer).sentences
    assert (
        "City of Example states that it failed: mailbox_full. The notice is committed to and not "
        "opened here."
    ) in closed
    opened = asked(full.dispute("notice"), "sent", answer).sentences
    assert any("opened: SHA-256" in one for one in opened)


def test_a_search_stands_beside_the_sending(full: Quarrel) -> None:
    sentences = asked(full.dispute(), "sent", full.said["answer"].hash).sentences
    assert any("states that it searched: none_in_part; arrivals looked at: 3" in one
               for one in sentences)  # fmt: skip


def test_moved_dates_are_told_or_not(full: Quarrel) -> None:
    moved = asked(full.dispute(), "moved", Side.THEIRS)
    short = full.said["asked"].hash.hex()[:16]
    assert any(short in one and "refers to it in its own" in one for one in moved.sentences)
    untold = full.said["moved"].hash.hex()[:16]
    assert any(untold in one and "no statement of Agency" in one for one in moved.sentences)


def test_decisions_show_the_rules_they_commit_to(own: Quarrel) -> None:
    demand = own.demand().statement.hash
    own.taken()
    said = Remark("decision.recorded", demand, ("approved",), counts={"items": 2},
                  texts={"findings": "[]", "packs": "[1]"})  # fmt: skip
    own.remark("decision", own.two.recipient, said, 9)
    assert asked(own.dispute(), "rules", Side.THEIRS).sentences[1].endswith("are not opened here.")
    shown = asked(own.dispute("packs"), "rules", Side.THEIRS).sentences[1]
    assert "are opened: SHA-256" in shown


def test_a_gap_in_a_docket_is_named(full: Quarrel) -> None:
    ours = full.papers(full.two.sender)
    whole = asked(full.dispute(), "removed", Side.OURS)
    assert whole.answer == "removed.whole"
    less = [one for one in ours if not one.name.startswith("granted")]
    found = established(less, full.papers(full.two.recipient), full.two.policy)
    gap = asked(found, "removed", Side.OURS)
    number = full.said["granted"].seq
    assert gap.answer == "removed.gap"
    assert f"not presented: {number};" in gap.sentences[0]


def test_two_histories_are_named_and_count_as_nothing(own: Quarrel) -> None:
    own.demand()
    good = own.paper("demand")
    folder = own.two.sender.folder
    other = folder.with_name("second")
    (other / "private" / "keys").mkdir(parents=True)
    for path in (folder / "private" / "keys").glob("*.key"):
        (other / "private" / "keys" / path.name).write_bytes(path.read_bytes())
    (other / "log.toml").write_bytes((folder / "log.toml").read_bytes())
    second = Quarrel(replace(own.two, sender=Desk.open(other, own.two.policy)))
    demand = second.demand().statement.hash
    second.remark("more", second.two.sender, Remark("withdrawn", demand, ("withdrawn",)), 3)
    bad = replace(second.paper("demand"), name="second.tlog-proof")
    found = established([good, bad], [], own.two.policy)
    assert found.milestones == ()
    assert {one.reason for one in found.table.uncounted} == {"fork"}
    assert found.table.forks[0].papers == ("demand.tlog-proof", "second.tlog-proof")
    question = asked(found, "removed", Side.OURS)
    assert question.answer == "removed.fork"
    assert "two histories of size 3" in question.sentences[0]


def test_what_does_not_hold_counts_as_nothing_and_is_named(full: Quarrel) -> None:
    good = full.paper("demand")
    odd = [
        Paper("broken", good.raw[:-10]),
        Paper("empty", b""),
        Paper("a letter", b"Dear Sir, we sent it."),
        Paper("torn.tecum", full.sent["demand"].message[:-600]),
        Paper("forged.note", full.said["demand"].raw.replace(b"items 2", b"items 9")),
    ]
    found = established([good, *odd], [], full.two.policy)
    assert {one.name for one in found.table.uncounted} == {one.name for one in odd}
    alone = established([good], [], full.two.policy)
    assert found.milestones == alone.milestones
    assert found.questions == alone.questions
    only = Policy.parse(trust(full.two.recipient.folder).encode())
    strange = established([good], [], only)
    assert strange.milestones == ()
    assert strange.table.uncounted[0].reason == "keys.unknown"
    assert strange.missing


def test_messages_are_papers_too(full: Quarrel) -> None:
    ours = [Paper("d.tecum", full.sent["demand"].message)]
    theirs = [Paper("a.tecum", full.sent["answer"].message)]
    found = established(ours, theirs, full.two.policy)
    assert {one.fact.type for one in found.milestones} == {"demand.submitted", "answer.submitted"}
    assert milestone(found, full, "answer").fact.text("manifest")


def test_copies_on_both_sides_need_our_name(full: Quarrel) -> None:
    ours, theirs = full.papers(full.two.sender), full.papers(full.two.recipient)
    with pytest.raises(UsageError) as caught:
        established([*ours, *theirs], theirs, full.two.policy)
    assert caught.value.code == "dispute.sides"
    with pytest.raises(UsageError) as caught:
        established([*ours, *theirs], [], full.two.policy)
    assert caught.value.code == "dispute.sides"
    alone = established([*ours, *theirs], [], full.two.policy, us="agency.example")
    assert alone.as_json() == full.dispute().as_json()
    found = established([*ours, *theirs], [*theirs, *ours], full.two.policy, us="agency.example")
    assert found.questions == full.dispute().questions
    assert found.as_json() == full.dispute().as_json()


def test_what_comes_after_the_day_is_left_out_and_named(full: Quarrel) -> None:
    found = established(
        full.papers(full.two.sender),
        full.papers(full.two.recipient),
        full.two.policy,
        later(40),
    )
    types = {one.fact.type for one in found.milestones}
    assert "demand.delivered" in types
    assert not any(one.startswith("answer.") for one in types)
    assert {one.reason for one in found.later} == {"later"}


def test_two_demands_are_not_mixed_up(own: Quarrel) -> None:
    first = own.demand().statement.hash
    second = own.demand(1, "second").statement.hash
    own.taken("second", 5)
    found = own.dispute()
    assert asked(found, "sent", first).answer == "sent.one_sided"
    assert asked(found, "sent", second).answer == "sent.both"


def test_a_receipt_without_a_sending_says_so(own: Quarrel) -> None:
    own.demand()
    own.taken()
    found = established([], own.papers(own.two.recipient), own.two.policy)
    question = next(one for one in found.questions if one.id == "sent")
    assert question.answer == "sent.came_only"
    assert {one.station for one in found.missing} >= {"demand.submitted"}


def test_an_authors_time_is_held_against_the_bounds_of_all_papers_together(own: Quarrel) -> None:
    own.demand()
    fact = established([own.paper("demand")], [], own.two.policy).table.facts[0]
    at, hour = fact.statement.at, timedelta(hours=1)
    rows = [
        replace(fact, papers=("a",), not_before=None, not_after=at + 3 * hour, position="within"),
        replace(fact, papers=("b",), not_before=at + hour, not_after=at + 4 * hour, position="x"),
        replace(fact, papers=("c",), not_before=at - hour, not_after=at + 5 * hour, position="y"),
    ]
    found = {repr(_best(order)) for order in permutations(rows)}
    assert len(found) == 1
    best = _best(rows)
    assert (best.not_before, best.not_after) == (at + hour, at + 3 * hour)
    assert best.position == "before the bracket by 1 h"
    assert best.papers == ("a", "b", "c")
