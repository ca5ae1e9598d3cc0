"""Verdicts: each step fails with its own reason; lesser evidence gives lesser verdicts."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tecum.errors import CheckFailed
from tecum.ledger.bracket import Bracket, Source, position
from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.encodings import to_base64
from tecum.ledger.handing import write_receipt
from tecum.ledger.merkle import NodeReader, leaf_hash
from tecum.ledger.note import Note
from tecum.ledger.policy import Policy
from tecum.ledger.proofs import Range, consistency
from tecum.ledger.receipt import Earlier, Receipt, Token
from tecum.ledger.signing import SigningKey, cosign, make_leaf, sign, signed_head
from tecum.ledger.statement import Statement, statement_hash
from tecum.ledger.sufficient import require
from tecum.ledger.tiles import node_reader
from tecum.ledger.verify import SENTENCES, Outcome, Verdict, verify
from tests.unit.ledger.office import (
    AGENCY,
    ARCHIVE,
    AT,
    COUNSEL,
    INTAKE,
    OPERATOR,
    Office,
    key,
    log_key,
    opening,
)

FIRST = 1_772_442_800  # 2026-03-02T09:13:20Z
LAST = 1_772_442_900  # 2026-03-02T09:15:00Z


@pytest.fixture
def made(office: Office) -> list[bytes]:
    """Six entries; heads 3 and 6 cosigned by both witnesses."""
    found = office.add(6)
    office.cosign(3, AGENCY, ARCHIVE, at=FIRST)
    office.cosign(6, AGENCY, ARCHIVE, at=LAST)
    return found


def check(
    office: Office, receipt: bytes | Receipt, policy: str | None = None, **more: object
) -> Verdict:
    raw = receipt if isinstance(receipt, bytes) else write_receipt(receipt)
    trusted = Policy.parse((policy or office.policy()).encode())
    return verify(raw, trusted, **more)  # type: ignore[arg-type]


def proved(office: Office, made: list[bytes], at: int = 4, **more: object) -> Receipt:
    return Receipt.parse(office.log.prove(statement_hash(made[at]), [opening()], **more))  # type: ignore[arg-type]


def change(receipt: Receipt, **fields: object) -> Receipt:
    return dataclasses.replace(receipt, **fields)  # type: ignore[arg-type]


def test_a_cosigned_receipt_is_witnessed_with_its_bracket(
    office: Office, made: list[bytes]
) -> None:
    verdict = check(office, proved(office, made))
    assert (verdict.outcome, verdict.reason) == (Outcome.WITNESSED, None)
    shown = verdict.as_json({"engine": "x"})
    assert shown["bracket"]["not_before"] == "2026-03-02T09:13:20Z"  # type: ignore[index]
    assert shown["bracket"]["not_after"] == "2026-03-02T09:15:00Z"  # type: ignore[index]
    assert shown["claim"] == {"at": "2026-03-02T09:14:00Z", "position": "within"}
    assert shown["exit"] == 0
    assert shown["log"]["name"] == "Office of Example"  # type: ignore[index]
    require(verdict)


def test_reasons_of_every_step(office: Office, made: list[bytes]) -> None:
    good = proved(office, made)
    other = Receipt.parse(office.log.prove(statement_hash(made[5])))
    moved = sign(good.statement.note.text.replace("09:14:00", "08:14:00"), INTAKE)
    forged = good.statement.raw.replace(b"09:14:00", b"08:14:00")
    path = (bytes(32), *good.path[1:])
    root = good.note.text.replace("\n6\n", "\n7\n")
    cases = [
        (change(good, statement=Statement.parse(forged)), "statement.signature"),
        (change(good, statement=Statement.parse(moved)), "leaf.checksum"),
        (change(good, leaf=good.leaf[:40] + bytes(24) + good.leaf[64:]), "leaf.signature"),
        (change(good, leaf=good.leaf[:96] + bytes(32)), "leaf.keyhash"),
        (change(good, statement=other.statement, leaf=other.leaf), "inclusion"),
        (change(good, index=5), "inclusion"),
        (change(good, index=6), "inclusion"),
        (change(good, path=path), "inclusion"),
        (change(good, path=good.path[:-1]), "inclusion"),
        (change(good, note=Note(root, good.note.lines)), "checkpoint.signature"),
        (change(good, note=Note(good.note.text, good.note.lines[1:])), "checkpoint.signature"),
        (change(good, openings=(opening("entry", b"another act"),)), "disclosure.entry"),
        (change(good, openings=(opening("content"),)), "disclosure.content"),
    ]
    for receipt, reason in cases:
        verdict = check(office, receipt)
        assert (verdict.outcome, verdict.reason) == (Outcome.INVALID, reason)
        assert reason in verdict.sentence


def test_a_moved_cosignature_time_sinks_the_receipt(office: Office, made: list[bytes]) -> None:
    good = proved(office, made)
    log_line, line, *rest = good.note.lines
    later = line._replace(signature=(LAST + 1).to_bytes(8, "big") + line.signature[8:])
    verdict = check(office, change(good, note=Note(good.note.text, (log_line, later, *rest))))
    assert (verdict.outcome, verdict.reason) == (Outcome.INVALID, "cosignature")


def test_the_statement_belongs_to_this_log_only(
    office: Office, made: list[bytes], tmp_path: Path
) -> None:
    good = proved(office, made)
    elsewhere = good.statement.note.text.replace(good.statement.value("log") or "", "A" * 43 + "=")
    raw = sign(elsewhere, INTAKE)
    moved = change(good, statement=Statement.parse(raw), leaf=make_leaf(raw, INTAKE))
    assert check(office, moved).reason == "statement.log"


def test_a_log_of_another_name_is_bound_by_its_key(office: Office, made: list[bytes]) -> None:
    plain = SigningKey("log.example/plain", 1, key("plain").seed)
    good = proved(office, made)
    head = Checkpoint(plain.name, 6, Checkpoint.parse(good.note.text).root)
    receipt = change(good, note=Note.parse(signed_head(head, plain)), earlier=None)
    policy = office.policy().replace(office.log.key.vkey, plain.key.vkey)
    assert check(office, receipt, policy).reason == "statement.log"
    assert check(office, receipt).outcome is Outcome.UNKNOWN_KEYS


def test_what_cannot_be_read_is_named_in_a_notice(office: Office, made: list[bytes]) -> None:
    raw = write_receipt(proved(office, made))
    head, extra, rest = raw.split(b"\n", 2)
    members = json.loads(base64.b64decode(extra.removeprefix(b"extra ")))

    def again(**more: object) -> Verdict:
        text = json.dumps(members | more).encode()
        return check(office, b"\n".join([head, b"extra " + base64.b64encode(text), rest]))

    assert again(colour="red").notices == ["receipt.member: colour"]
    assert again(colour="red").outcome is Outcome.WITNESSED
    bad = again(statement=members["statement"].replace("ntp", "xxx"))
    assert (bad.reason, bad.notices) == ("malformed.statement", ["statement.clock"])


def test_unknown_keys_are_no_failure(office: Office, made: list[bytes]) -> None:
    good = proved(office, made)
    policy = office.policy()
    stranger = "\n".join(row for row in policy.splitlines() if INTAKE.key.vkey not in row) + "\n"
    verdict = check(office, good, stranger)
    assert (verdict.outcome, verdict.reason) == (Outcome.UNKNOWN_KEYS, "signer")
    assert verdict.signer == {"name": INTAKE.name, "key_hash": INTAKE.key.hash.hex()}
    rows = [row for row in policy.splitlines() if row.split()[0] != "log"]
    verdict = check(office, good, "\n".join(rows) + "\n")
    assert (verdict.outcome, verdict.reason) == (Outcome.UNKNOWN_KEYS, "log")
    assert verdict.statement is not None


def test_lesser_evidence_gives_lesser_verdicts(office: Office, made: list[bytes]) -> None:
    one = proved(office, made)
    one = change(one, note=Note(one.note.text, one.note.lines[:2]))
    verdict = check(office, one)
    assert (verdict.outcome, verdict.reason) == (Outcome.LOGGED, "quorum")
    assert verdict.bracket.not_after is None
    assert check(office, one, office.policy("agency")).outcome is Outcome.WITNESSED
    verdict = check(office, one, office.policy("none"))
    assert (verdict.outcome, verdict.bracket.sources) == (Outcome.LOGGED, ())
    with pytest.raises(CheckFailed, match="according to its operator alone"):
        require(verdict)
    require(verdict, Outcome.LOGGED)


def test_the_operators_own_witness_is_not_enough(office: Office, made: list[bytes]) -> None:
    office.add(1)
    office.cosign(7, OPERATOR, at=LAST)
    receipt = office.log.prove(statement_hash(made[4]), size=7)
    verdict = check(office, receipt, office.policy("own"))
    assert (verdict.outcome, verdict.reason) == (Outcome.LOGGED, "operator")
    assert verdict.witnesses[0]["operator"] is True


def test_a_signer_of_another_body_does_not_speak_in_this_log(
    office: Office, made: list[bytes]
) -> None:
    good = proved(office, made)
    for domain, expected in (
        ("office.example", (Outcome.WITNESSED, None)),
        ("agency.example", (Outcome.UNKNOWN_KEYS, "signer")),
        ("office.example/intake", (Outcome.UNKNOWN_KEYS, "signer")),
        ("office", (Outcome.UNKNOWN_KEYS, "signer")),
    ):
        line = f"#tecum domain {office.log.key.name} {domain}\n"
        verdict = check(office, good, office.policy(extra=line))
        assert (verdict.outcome, verdict.reason) == expected, domain
    forged = good.statement.raw.replace(b"09:14:00", b"08:14:00")
    verdict = check(
        office, change(good, statement=Statement.parse(forged)), office.policy(extra=line)
    )
    assert verdict.reason == "statement.signature"


def test_a_witness_of_the_body_that_runs_the_log_is_its_operators(
    office: Office, made: list[bytes]
) -> None:
    office.add(1)
    office.cosign(7, OPERATOR, at=LAST)
    receipt = office.log.prove(statement_hash(made[4]), size=7)
    unsaid = office.policy("own").replace("#tecum operator own\n", "")
    # Where two bodies watch each other's logs, one file lists both witnesses for both logs.
    assert check(office, receipt, unsaid).outcome is Outcome.WITNESSED
    verdict = check(
        office, receipt, unsaid + f"#tecum domain {office.log.key.name} office.example\n"
    )
    assert (verdict.outcome, verdict.reason) == (Outcome.LOGGED, "operator")
    assert verdict.witnesses[0]["operator"] is True


def test_an_unknown_witness_does_not_count(office: Office, made: list[bytes]) -> None:
    office.add(1)
    office.cosign(7, key("stranger.example/witness", 4), at=LAST)
    verdict = check(office, office.log.prove(statement_hash(made[4]), size=7))
    assert verdict.outcome is Outcome.LOGGED
    assert "cosignature.unknown: 1" in verdict.notices


@pytest.mark.parametrize(
    ("period", "reason"),
    [
        (" until 2026-03-02T09:15:00Z", None),
        (" until 2026-03-02T09:14:59Z", "signer.period"),
        (" from 2026-03-02T09:15:00Z", None),
        (" from 2026-03-02T09:15:01Z", "signer.period"),
    ],
)
def test_a_key_is_judged_at_evidence_time(
    office: Office, made: list[bytes], period: str, reason: str | None
) -> None:
    verdict = check(office, proved(office, made), office.policy(signer=period))
    assert verdict.reason == reason


def test_an_ended_key_needs_evidence_of_time(office: Office, made: list[bytes]) -> None:
    good = proved(office, made)
    bare = change(good, note=Note(good.note.text, good.note.lines[:1]))
    assert (
        check(office, bare, office.policy(signer=" from 2026-01-01T00:00:00Z")).reason == "quorum"
    )
    verdict = check(office, bare, office.policy(signer=" until 2030-01-01T00:00:00Z"))
    assert (verdict.outcome, verdict.reason) == (Outcome.INVALID, "signer.period")


def test_further_signatures_of_known_keys_must_hold(office: Office, made: list[bytes]) -> None:
    text = Statement.parse(made[5]).note.text
    text = text.replace("seq 6", "seq 7").replace(
        f"prev {Statement.parse(made[5]).value('prev')}",
        "prev " + to_base64(statement_hash(made[5])),
    )
    stranger = key("elsewhere.example/intake")
    for second, notice in ((COUNSEL, False), (stranger, True)):
        raw = sign(text.replace("09:14:00", "09:14:01") if notice else text, INTAKE, second)
        tree = Range()
        tree.append(leaf_hash(make_leaf(raw, INTAKE)))
        head = Checkpoint(log_key().name, 1, tree.root())
        note = Note.parse(signed_head(head, log_key()))
        receipt = Receipt(Statement.parse(raw), make_leaf(raw, INTAKE), 0, (), note)
        verdict = check(office, receipt)
        assert verdict.outcome is Outcome.LOGGED
        assert any(one.startswith("statement.signer") for one in verdict.notices) is notice
        line = receipt.statement.note.lines[1]._replace(signature=bytes(64))
        broken = Note(text, (receipt.statement.note.lines[0], line)).raw
        if not notice:
            bad = change(receipt, statement=Statement.parse(broken))
            assert check(office, bad).reason == "statement.signature"


def fork_of(size: int) -> tuple[Checkpoint, bytes]:
    head = Checkpoint(log_key().name, size, hashlib.sha256(b"another").digest())
    return head, signed_head(head, log_key())


def test_two_histories_are_a_conflict(office: Office, made: list[bytes]) -> None:
    good = proved(office, made)
    _, raw = fork_of(6)
    verdict = check(office, good, known={"kept": raw})
    assert (verdict.outcome, verdict.reason) == (Outcome.CONFLICT, "fork")
    same = Earlier(Note.parse(raw), ())
    assert check(office, change(good, earlier=same)).outcome is Outcome.CONFLICT
    _, before = fork_of(3)
    assert check(office, good, known={"kept": before}).outcome is Outcome.CONFLICT


def test_kept_heads_of_other_sizes_are_compared_through_tiles(
    office: Office, made: list[bytes]
) -> None:
    good = proved(office, made)
    kept = (office.folder / "public/checkpoints/4").read_bytes()
    assert "known.not_comparable: kept" in check(office, good, known={"kept": kept}).notices

    def tiles(size: int) -> NodeReader:
        return node_reader(office.log.files.read, size)

    verdict = check(office, good, known={"kept": kept}, tiles=tiles)
    assert (verdict.outcome, verdict.notices) == (Outcome.WITNESSED, [])
    _, other = fork_of(4)
    assert check(office, good, known={"kept": other}, tiles=tiles).outcome is Outcome.CONFLICT
    _, unsized = fork_of(400)
    notices = check(office, good, known={"kept": unsized}, tiles=tiles).notices
    assert notices == ["known.not_comparable: kept"]
    assert check(office, good, known={"kept": b"x"}).notices == [
        "known.unusable: kept (malformed.note)"
    ]


def test_earlier_heads_are_checked(office: Office, made: list[bytes]) -> None:
    good = proved(office, made)
    assert good.earlier is not None
    node = node_reader(office.log.files.read, 6)
    late = Note.parse((office.folder / "public/checkpoints/5").read_bytes())
    foreign = signed_head(Checkpoint(log_key("another").name, 3, bytes(32)), log_key("another"))
    text = Checkpoint.parse(good.earlier.note.text)
    wrong = cosign(text.text.replace("\n3\n", "\n4\n"), AGENCY, 5)
    cases = [
        (Earlier(good.earlier.note, good.earlier.consistency[:-1]), "earlier.consistency"),
        (Earlier(late, tuple(consistency(5, 6, node))), "earlier.size"),
        (Earlier(Note.parse(foreign), ()), "earlier.log"),
        (Earlier(Note(text.text + "x\n", good.earlier.note.lines), ()), "earlier.note"),
        (Earlier(Note(text.text, good.earlier.note.lines[1:]), ()), "earlier.signature"),
        (
            Earlier(
                Note.parse(signed_head(text, log_key()) + wrong.encode()), good.earlier.consistency
            ),
            "earlier.cosignature",
        ),
    ]
    for earlier, reason in cases:
        verdict = check(office, change(good, earlier=earlier))
        assert (verdict.outcome, verdict.reason) == (Outcome.INVALID, reason)


def test_a_file_must_be_an_opened_value(office: Office, made: list[bytes]) -> None:
    good = proved(office, made)
    right = {"act": hashlib.sha256(b"an act").digest()}
    verdict = check(office, good, files=right)
    assert verdict.disclosures[0]["file"] == "act"
    wrong = {"act": bytes(32)}
    assert check(office, good, files=wrong).reason == "file.mismatch"
    verdict = check(office, change(good, openings=()), files=wrong)
    assert (verdict.outcome, verdict.notices) == (Outcome.WITNESSED, ["file.not_opened: act"])
    assert verdict.disclosures == [
        {"label": "entry", "sha256": None, "opened": False, "file": None}
    ]


def test_a_token_that_fails_is_named_and_does_not_count(office: Office, made: list[bytes]) -> None:
    good = proved(office, made)
    verdict = check(office, change(good, tokens=(Token("né", b"x"),)))
    assert verdict.outcome is Outcome.WITNESSED
    assert verdict.notices == ["timestamp.untrusted: n\\xe9"]
    pinned = office.policy(extra="#tecum tsa tsa.example MAA=\n")
    verdict = check(office, change(good, tokens=(Token("tsa.example", b"x"),)), pinned)
    assert verdict.timestamps == [
        {"tsa": "tsa.example", "at": None, "counted": False, "reason": "timestamp.malformed"}
    ]


def test_any_bytes_give_a_verdict(office: Office) -> None:
    for raw in (b"", b"\0", b"\xff\xfe", b"c2sp.org/tlog-proof@v1\n", b"{}"):
        verdict = check(office, raw)
        assert verdict.outcome is Outcome.INVALID
        assert (verdict.reason or "").startswith("malformed.")
        assert verdict.as_json({})["statement"] is None


def test_every_verdict_has_its_sentence() -> None:
    assert set(SENTENCES) == set(Outcome)
    assert [int(one) for one in Outcome] == [0, 10, 11, 20, 30, 40]


@pytest.mark.parametrize(
    ("before", "after", "error", "text"),
    [
        (None, None, 0, "no bracket"),
        (-10, 10, 0, "within"),
        (5, 10, 0, "within"),
        (6, 10, 0, "before the bracket by 6 s"),
        (6, 10, 1000, "within"),
        (None, -5, 0, "within"),
        (None, -90_061, 0, "after the bracket by 1 d 1 h 1 min 1 s"),
        (3600, None, 10**18, "within"),
    ],
)
def test_the_authors_time_is_placed(
    before: int | None, after: int | None, error: int, text: str
) -> None:
    def moved(seconds: int | None) -> datetime | None:
        return None if seconds is None else AT + timedelta(seconds=seconds)

    bracket = Bracket(moved(before), moved(after), (Source("tsa", "x", not_after=moved(after)),))
    assert position(AT, error, bracket) == text
