"""Whatever is done to a receipt, it never proves more; whatever is parsed comes back."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.ledger.encodings import to_base64
from tecum.ledger.errors import Malformed, PolicyRefused
from tecum.ledger.handing import write_receipt
from tecum.ledger.policy import Policy
from tecum.ledger.receipt import Receipt
from tecum.ledger.signing import draft, sign
from tecum.ledger.statement import Statement, statement_hash
from tecum.ledger.verify import Outcome, verify
from tecum.ledger.vocabulary import CHANNELS, COUNT_LABELS
from tests.unit.ledger.office import AGENCY, ARCHIVE, INTAKE, Office, log_key, opening

FLIPS = int(os.environ.get("TECUM_TEST_BIT_FLIPS", "400"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Policy, str]:
    office = Office.at(tmp_path_factory.mktemp("office") / "log")
    statements = office.add(7)
    office.cosign(3, AGENCY, ARCHIVE, at=1_772_442_800)
    office.cosign(7, AGENCY, ARCHIVE)
    raw = office.log.prove(statement_hash(statements[4]), [opening()])
    return raw, Policy.parse(office.policy().encode()), office.policy()


@settings(max_examples=FLIPS)
@given(st.data())
def test_a_flipped_bit_never_proves_more(
    made: tuple[bytes, Policy, str], data: st.DataObject
) -> None:
    raw, policy, _ = made
    whole = verify(raw, policy)
    assert whole.outcome is Outcome.WITNESSED
    at, bit = data.draw(st.integers(0, len(raw) - 1)), data.draw(st.integers(0, 7))
    bad = bytearray(raw)
    bad[at] ^= 1 << bit
    verdict = verify(bytes(bad), policy)
    if verdict.outcome is Outcome.WITNESSED:
        # Only the unauthenticated frame changed (an unknown member, say): the proof is the same.
        assert verdict.statement is not None
        assert whole.statement is not None
        assert verdict.statement.raw == whole.statement.raw
        assert verdict.log == whole.log
        assert verdict.bracket.not_after == whole.bracket.not_after
    else:
        assert verdict.reason


@settings(max_examples=200)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_verdict(made: tuple[bytes, Policy, str], raw: bytes) -> None:
    assert verify(raw, made[1]).outcome is Outcome.INVALID


@settings(max_examples=200)
@given(st.data())
def test_a_receipt_with_pieces_cut_out_or_doubled_never_proves_more(
    made: tuple[bytes, Policy, str], data: st.DataObject
) -> None:
    raw, policy, _ = made
    start = data.draw(st.integers(0, len(raw) - 1))
    end = data.draw(st.integers(start + 1, len(raw)))
    cut = data.draw(st.sampled_from([b"", raw[start:end] * 2, b"\0" * (end - start)]))
    verdict = verify(raw[:start] + cut + raw[end:], policy)
    assert verdict.outcome >= Outcome.LOGGED or verdict.reason is None


@given(st.data())
def test_statements_come_back_as_they_were_written(data: st.DataObject) -> None:
    seq = data.draw(st.integers(1, 2**62))
    at = data.draw(st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30)))
    labels = st.sampled_from(sorted(COUNT_LABELS))
    count = data.draw(st.dictionaries(labels, st.integers(0, 2**62), max_size=7))
    ref = data.draw(st.sets(st.binary(min_size=32, max_size=32), max_size=8))
    docket = data.draw(st.binary(min_size=32, max_size=32))
    channel = data.draw(st.sampled_from(sorted(CHANNELS)))
    text = draft(
        "demand.delivered",
        log_key().key.hash,
        at.replace(tzinfo=UTC),
        "gnss 1",
        docket=docket,
        seq=seq,
        prev=docket if seq > 1 else None,
        ref=ref,
        channel=channel,
        grade="available",
        count=count,
        commit={"content": docket},
    )
    found = Statement.parse(sign(text, INTAKE))
    assert found.note.text == text
    assert (found.seq, found.docket) == (seq, to_base64(docket))
    assert abs(found.at - at.replace(tzinfo=UTC)) < timedelta(seconds=1)
    assert set(found.lines.get("ref", ())) == {to_base64(one) for one in ref}


@settings(max_examples=300)
@given(st.data())
def test_a_changed_statement_is_refused_or_reads_as_what_it_says(data: st.DataObject) -> None:
    text = draft(
        "demand.delivered",
        log_key().key.hash,
        datetime(2026, 3, 2, tzinfo=UTC),
        docket=bytes(32),
        seq=1,
        channel="email",
        grade="available",
        commit={"content": bytes(32)},
    )
    raw = bytearray(sign(text, INTAKE))
    for _ in range(data.draw(st.integers(1, 3))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = Statement.parse(bytes(raw))
    except Malformed as error:
        assert error.code.startswith("statement.")  # noqa: PT017
    else:
        assert found.note.raw == bytes(raw)


@settings(max_examples=300)
@given(st.data())
def test_a_changed_trust_file_is_refused_or_read(
    made: tuple[bytes, Policy, str], data: st.DataObject
) -> None:
    raw = bytearray(made[2].encode())
    for _ in range(data.draw(st.integers(1, 3))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        policy = Policy.parse(bytes(raw))
    except PolicyRefused as error:
        assert error.code.startswith("policy.")  # noqa: PT017
    else:
        assert verify(made[0], policy).outcome in Outcome


def test_the_receipt_is_its_own_round_trip(made: tuple[bytes, Policy, str]) -> None:
    assert write_receipt(Receipt.parse(made[0])) == made[0]
