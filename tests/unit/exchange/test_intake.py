"""What is taken in is answered once; what does not hold is disputed, quarantined or refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tecum.errors import UsageError
from tecum.exchange.desk import Desk
from tecum.exchange.errors import ExchangeStopped, NotAMessage, ProofFails
from tecum.exchange.intake import Outcome, take_in
from tecum.exchange.message import pack, parse
from tecum.exchange.reading import read
from tecum.exchange.sending import Remark, Sent, remark, send_answer, send_demand
from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.errors import Fork, StorageFailed
from tecum.ledger.log import Log, make_key
from tecum.ledger.note import Note
from tecum.ledger.policy import Policy
from tecum.ledger.signing import SigningKey, sign, signed_head
from tecum.ledger.succession import rotate_signer
from tests.unit.exchange.offices import AT, Two, later, trust

DEMAND = b"a demand of one item"


@pytest.fixture
def two(tmp_path: Path) -> Two:
    return Two.at(tmp_path)


@pytest.fixture
def sent(two: Two) -> Sent:
    return send_demand(two.sender, [("demand.txt", DEMAND)], "records@city.example", AT, items=1)


def changed(raw: bytes, **parts: object) -> bytes:
    found = parse(raw)
    fields: dict[str, object] = {
        "checkpoint": found.checkpoint,
        "openings": found.openings,
        "payloads": [(one.title, one.data) for one in found.payloads],
        "receipt": found.receipt,
    }
    statement = parts.pop("statement", found.statement.raw)
    return pack(statement, **{**fields, **parts})  # type: ignore[arg-type]


def test_a_demand_is_delivered_with_a_commitment_of_our_own(two: Two, sent: Sent) -> None:
    found = take_in(sent.message, two.recipient, later(5))
    assert found.outcome is Outcome.DELIVERED
    statement = found.statement
    assert statement is not None
    assert found.reply is not None
    assert (statement.type, statement.value("grade")) == ("demand.delivered", "handed_over")
    assert statement.value("channel") == "exchange"
    assert statement.lines["count"] == ("items 1",)
    theirs = parse(sent.message)
    reply = read(found.reply, two.policy)
    assert reply.in_reply_to == theirs.id
    assert reply.statement.raw == statement.raw
    assert statement.commits["content"] != theirs.statement.commits["content"]
    ours, other = reply.opened("content"), theirs.opened("content")
    assert ours is not None
    assert other is not None
    assert ours.sha256 == other.sha256
    assert ours.salt != other.salt


def test_a_repeat_gets_the_first_counter_statement(two: Two, sent: Sent) -> None:
    first = take_in(sent.message, two.recipient, later(5))
    size = two.recipient.log.store.size()
    for raw in (sent.message, changed(sent.message, receipt=None)):
        again = take_in(raw, Desk.open(two.recipient.folder, two.policy), later(60))
        assert again.is_repeat
        assert again.statement == first.statement
        assert again.docket == first.docket
    assert two.recipient.log.store.size() == size


def test_a_death_before_the_log_leaves_one_counter_statement(
    two: Two, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> list[int]:
        raise StorageFailed("insert the entries", "test")

    with monkeypatch.context() as patch:
        patch.setattr(Log, "append", fail)
        with pytest.raises(StorageFailed):
            take_in(sent.message, two.recipient, later(5))
    size = two.recipient.log.store.size()
    found = take_in(sent.message, Desk.open(two.recipient.folder, two.policy), later(9))
    assert found.statement is not None
    assert found.statement.at == later(5)
    assert two.recipient.log.store.size() == size + 1
    assert found.reply is not None
    assert read(found.reply, two.policy).opened("content") is not None


def test_replies_are_kept_verbatim_and_answered_by_nothing(two: Two, sent: Sent) -> None:
    counter = take_in(sent.message, two.recipient, later(5))
    assert counter.reply is not None
    size = two.sender.log.store.size()
    kept = take_in(counter.reply, two.sender, later(6))
    assert (kept.outcome, kept.statement, kept.docket) == (Outcome.KEPT, None, sent.docket)
    assert two.sender.log.store.size() == size
    assert counter.statement is not None
    found = two.sender.theirs(counter.statement.hash)
    assert found is not None
    assert found.raw == counter.statement.raw
    assert take_in(counter.reply, two.sender, later(7)).is_repeat


def test_an_answer_comes_back_on_the_docket_of_its_demand(two: Two, sent: Sent) -> None:
    taken = take_in(sent.message, two.recipient, later(5))
    answer = send_answer(
        two.recipient, [("a.pdf", b"record")], "dispatch@agency.example", later(50),
        about=sent.statement.hash, pages=1,
    )  # fmt: skip
    assert answer.docket == taken.docket
    back = take_in(answer.message, two.sender, later(55))
    assert back.docket == sent.docket
    assert back.statement is not None
    assert back.statement.type == "answer.delivered"
    assert set(back.statement.commits) == {"manifest"}


def test_a_document_that_was_exchanged_is_disputed_as_incomplete(two: Two, sent: Sent) -> None:
    for raw in (
        changed(sent.message, payloads=[("demand.txt", b"another")]),
        changed(sent.message, payloads=[]),
    ):
        found = take_in(raw, two.recipient, later(5))
        assert found.outcome is Outcome.DISPUTED
        assert found.statement is not None
        assert found.reply is not None
        assert found.statement.type == "service.disputed"
        assert found.statement.lines["code"] == ("incomplete",)
        assert read(found.reply, two.policy).in_reply_to == parse(raw).id
        assert take_in(raw, two.recipient, later(6)).statement == found.statement
    whole = take_in(sent.message, two.recipient, later(8))
    assert whole.outcome is Outcome.DELIVERED
    assert not whole.is_repeat


def test_an_incomplete_answer_is_disputed_as_an_answer(two: Two, sent: Sent) -> None:
    take_in(sent.message, two.recipient, later(5))
    answer = send_answer(
        two.recipient, [("a.pdf", b"record")], "dispatch@agency.example", later(50),
        about=sent.statement.hash, pages=1,
    )  # fmt: skip
    found = take_in(changed(answer.message, payloads=[]), two.sender, later(55))
    assert found.statement is not None
    assert found.statement.type == "answer.disputed"
    assert found.docket == sent.docket


def test_a_stranger_is_quarantined_on_a_docket_of_its_own(two: Two, sent: Sent) -> None:
    taken = take_in(sent.message, two.recipient, later(5))
    stranger = make_key("stranger.example/dispatch")
    text = parse(sent.message).statement.note.text
    raw = changed(sent.message, statement=sign(text, stranger), receipt=None)
    found = take_in(raw, two.recipient, later(6))
    assert (found.outcome, found.reason) == (Outcome.QUARANTINED, "message.sender")
    assert found.statement is not None
    assert found.statement.lines["code"] == ("unknown_sender",)
    assert found.docket != taken.docket
    kept = two.recipient.files.names("quarantine")
    assert any(name.endswith(".tecum") for name in kept)
    assert take_in(raw, two.recipient, later(7)).statement == found.statement


def test_a_signature_that_fails_is_quarantined(two: Two, sent: Sent) -> None:
    own = parse(sent.message).statement.raw
    raw = changed(sent.message, statement=own.replace(b"items 1", b"items 9"), receipt=None)
    found = take_in(raw, two.recipient, later(5))
    assert (found.outcome, found.reason) == (Outcome.QUARANTINED, "message.signature")


def with_new_key(two: Two) -> tuple[SigningKey, Desk]:
    """The sender's role goes on under a new key that its own log lists."""
    rotate_signer(two.sender.folder, "agency.example/dispatch", later(1), "ntp 50")
    desk = Desk.open(two.sender.folder, two.policy)
    assert desk.signer.key != two.sender.signer.key
    return desk.signer, desk


def test_a_forged_key_name_stops_nobody(two: Two, sent: Sent) -> None:
    forged = make_key("agency.example/dispatch")
    text = parse(sent.message).statement.note.text
    raw = changed(sent.message, statement=sign(text, forged), receipt=None)
    found = take_in(raw, two.recipient, later(5))
    assert (found.outcome, found.reason) == (Outcome.QUARANTINED, "message.key-changed")
    assert take_in(sent.message, two.recipient, later(6)).outcome is Outcome.DELIVERED


def test_a_key_that_changed_in_their_own_log_stops_exchange(two: Two, sent: Sent) -> None:
    _, desk = with_new_key(two)
    made = send_demand(desk, [("second.txt", b"two")], "records@city.example", later(2))
    for raw in (made.message, sent.message):
        with pytest.raises(ExchangeStopped) as caught:
            take_in(raw, two.recipient, later(5))
        assert caught.value.exit_status == 5
    assert two.recipient.resume("agency.example")
    assert not two.recipient.resume("agency.example")
    assert take_in(sent.message, two.recipient, later(6)).outcome is Outcome.DELIVERED


def test_a_rotation_that_both_keys_signed_lets_it_go_on(two: Two) -> None:
    _, desk = with_new_key(two)
    rows = desk.log.store.rows(0, desk.log.store.size())
    rotation = next(
        found
        for row in rows
        if (found := desk.statement(row.statement_hash)) is not None and found.type == "key.rotated"
    )
    told = desk.message(rotation, [])
    assert take_in(told, two.recipient, later(3)).outcome is Outcome.KEPT
    made = send_demand(desk, [("second.txt", b"two")], "records@city.example", later(4))
    assert take_in(made.message, two.recipient, later(5)).outcome is Outcome.DELIVERED


def test_one_rotation_may_lead_to_the_next(two: Two) -> None:
    for minutes in (1, 2, 3):
        rotate_signer(two.sender.folder, "agency.example/dispatch", later(minutes), "ntp 50")
    desk = Desk.open(two.sender.folder, two.policy)
    for row in desk.log.store.rows(0, desk.log.store.size()):
        found = desk.statement(row.statement_hash)
        if found is not None and found.type == "key.rotated":
            assert take_in(desk.message(found, []), two.recipient, later(4)).reason is None
    made = send_demand(desk, [("second.txt", b"two")], "records@city.example", later(5))
    assert take_in(made.message, two.recipient, later(6)).outcome is Outcome.DELIVERED


def test_a_rotation_by_one_key_alone_changes_nothing(two: Two) -> None:
    _, desk = with_new_key(two)
    text = next(
        found.note.text
        for row in desk.log.store.rows(0, desk.log.store.size())
        if (found := desk.statement(row.statement_hash)) is not None and found.type == "key.rotated"
    )
    raw = pack(sign(text, desk.signer), checkpoint=desk.log.newest())
    found = take_in(raw, two.recipient, later(5))
    assert found.outcome is Outcome.QUARANTINED
    assert two.recipient.files.names("rotations") == []


def test_every_head_is_kept_and_a_contradiction_is_evidence(two: Two, sent: Sent) -> None:
    take_in(sent.message, two.recipient, later(5))
    folder = next(two.recipient.kept_heads.iterdir())
    size = Checkpoint.parse(Note.parse(parse(sent.message).checkpoint).text).size
    assert (folder / str(size)).read_bytes() == parse(sent.message).checkpoint
    key = SigningKey.parse((two.sender.folder / "private" / "keys" / "log.key").read_text())
    other = signed_head(Checkpoint(key.name, size, bytes(32)), key)
    second = send_demand(two.sender, [("second.txt", b"two")], "records@city.example", later(6))
    torn = changed(second.message, checkpoint=other)
    with pytest.raises(Fork):
        take_in(torn, two.recipient, later(7))
    assert any(path.name.startswith("conflict") for path in two.recipient.evidence.iterdir())


def test_a_proof_that_fails_stores_nothing(two: Two, sent: Sent) -> None:
    raw = changed(sent.message, checkpoint=two.recipient.log.newest())
    with pytest.raises(ProofFails):
        take_in(raw, two.recipient, later(5))
    assert two.recipient.files.names("taken") == []


def test_our_own_message_is_no_message_for_us(two: Two, sent: Sent) -> None:
    with pytest.raises(NotAMessage) as caught:
        take_in(sent.message, two.sender, later(5))
    assert caught.value.code == "message.own"


def test_who_is_not_trusted_is_not_answered_as_delivered(two: Two, sent: Sent) -> None:
    alone = Policy.parse(trust(two.recipient.folder).encode())
    found = take_in(sent.message, replace(two.recipient, policy=alone), later(5))
    assert found.outcome is Outcome.QUARANTINED
    assert take_in(sent.message, two.recipient, later(6)).outcome is Outcome.DELIVERED


def test_a_remark_commits_anew_to_what_came(two: Two, sent: Sent) -> None:
    take_in(sent.message, two.recipient, later(5))
    said = Remark("demand.opened", sent.statement.hash, ("same_bytes",), "opened")
    made = remark(two.recipient, said, later(6))
    found = read(made.message, two.policy)
    shown = found.opened("content")
    theirs = parse(sent.message).opened("content")
    assert shown is not None
    assert theirs is not None
    assert shown.sha256 == theirs.sha256
    size = two.recipient.log.store.size()
    for odd, words in (
        (replace(said, codes=()), "its code"),
        (replace(said, codes=("same",)), "none of its codes"),
        (replace(said, grade=None), "its grade"),
        (Remark("search.none", said.about, ("none_found",)), "number of checked, a text or file"),
        (Remark("demand.relayed", said.about, ("handed_to_carrier",)), '"channel_ref" or "proof"'),
        (Remark("withdrawn", said.about, ("withdrawn",)), "other side's to state"),
    ):
        with pytest.raises(UsageError, match=words):
            remark(two.recipient, odd, later(7))
    assert two.recipient.log.store.size() == size
    with pytest.raises(UsageError, match="type"):
        remark(two.recipient, replace(said, type="demand.openend"), later(7))
    with pytest.raises(UsageError, match="hash"):
        remark(two.recipient, replace(said, about=bytes(32)), later(7))


def test_that_it_came_is_not_the_senders_word(two: Two, sent: Sent) -> None:
    size = two.sender.log.store.size()
    came = [("demand.txt", b"bytes")]
    for kind, code, grade, on in (
        ("demand.delivered", (), "handed_over", None),
        ("demand.opened", ("same_bytes",), "opened", None),
        ("demand.acknowledged", ("without_waiver",), "accepted", date(2026, 3, 2)),
        ("service.disputed", ("late",), None, None),
    ):
        said = Remark(kind, sent.statement.hash, code, grade, on, documents=came)
        with pytest.raises(UsageError, match="other side's to state"):
            remark(two.sender, said, later(6))
    assert two.sender.log.store.size() == size
    failed = Remark("delivery.failed", sent.statement.hash, ("mailbox_full",))
    assert remark(two.sender, failed, later(7)).statement.type == "delivery.failed"


def test_a_role_must_be_clear(two: Two) -> None:
    with pytest.raises(UsageError) as caught:
        Desk.open(two.sender.folder, two.policy, role="counsel")
    assert "agency.example/dispatch" in caught.value.do
