"""Receipts as files: each refusal under its own code; what is read is written back the same."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest

from tecum.ledger.errors import Malformed
from tecum.ledger.handing import receipt_name, write_receipt
from tecum.ledger.receipt import Receipt
from tecum.ledger.statement import statement_hash
from tests.unit.ledger.office import AGENCY, Office, opening


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    office = Office.at(tmp_path_factory.mktemp("office") / "log")
    made = office.add(5)
    office.cosign(3, AGENCY)
    office.cosign(5, AGENCY)
    return office.log.prove(statement_hash(made[3]), [opening()])


def code(raw: bytes) -> str:
    with pytest.raises(Malformed) as caught:
        Receipt.parse(raw)
    return caught.value.code


def with_extra(raw: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The receipt with its JSON changed."""
    head, extra, rest = raw.split(b"\n", 2)
    members = json.loads(base64.b64decode(extra.removeprefix(b"extra ")))
    changed = change(members)
    text = changed if isinstance(changed, str) else json.dumps(members)
    return b"\n".join([head, b"extra " + base64.b64encode(text.encode()), rest])


def test_a_receipt_is_written_back_as_it_was_read(raw: bytes) -> None:
    receipt = Receipt.parse(raw)
    assert write_receipt(receipt) == raw
    assert receipt.index == 3
    assert receipt.earlier is not None
    assert receipt_name(receipt) == statement_hash(receipt.statement.raw).hex()[:16] + ".tlog-proof"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"@v1", b"@v2", "malformed.header"),
        (b"\nextra ", b"\nextr ", "malformed.extra"),
        (b"\nextra e", b"\nextra *", "malformed.base64"),
        (b"\nindex 3", b"\nindex 03", "malformed.index"),
        (b"\nindex 3", b"\nindex -3", "malformed.index"),
        (b"\nindex 3", b"\nindx 3", "malformed.index"),
        (b"\n", b"\r\n", "malformed.control"),
        (b"\nindex 3\n", b"\nindex 3\nAAAA\n", "malformed.proof"),
        (b"\nindex 3\n", b"\nindex 3\nnot base64\n", "malformed.base64"),
        (b"\nindex 3\n", b"\nindex 3\n" + (b"A" * 43 + b"=\n") * 64, "malformed.proof"),
        ("— ".encode(), b"- ", "malformed.note"),
    ],
)
def test_each_refusal_has_its_own_code(raw: bytes, old: bytes, new: bytes, expected: str) -> None:
    assert old in raw
    assert code(raw.replace(old, new, 1)) == expected


def test_what_is_not_text_is_refused(raw: bytes) -> None:
    assert code(b"\xff" + raw) == "malformed.control"
    assert code(b"") == "malformed.header"
    assert code(raw.replace(b"@v1", b"@v1\x00")) == "malformed.control"


def test_every_cut_is_refused(raw: bytes) -> None:
    signed = raw.index("\n\n— ".encode()) + 2
    whole = {at + 1 for at in range(signed, len(raw)) if raw[at : at + 1] == b"\n"}
    for end in set(range(len(raw))) - whole:
        assert code(raw[:end]).startswith("malformed.")


@pytest.mark.parametrize(
    "change",
    [
        lambda extra: extra.pop("statement"),
        lambda extra: extra.pop("leaf"),
        lambda extra: extra.update(schema="tecum.receipt/2"),
        lambda extra: extra.update(leaf="AAAA"),
        lambda extra: extra.update(leaf=7),
        lambda extra: extra.update(disclosures={}),
        lambda extra: extra.update(disclosures=[[]]),
        lambda extra: extra.update(timestamps=[{"tsa": "x"}]),
        lambda extra: extra.update(timestamps=["x"]),
        lambda extra: extra.update(earlier=[]),
        lambda extra: extra["earlier"].update(consistency=[7]),
        lambda extra: extra["earlier"].update(consistency=["AAAA"]),
        lambda extra: extra["earlier"].update(consistency=["A" * 43 + "="] * 65),
        lambda extra: extra["earlier"].pop("checkpoint"),
        lambda extra: extra.update(statement="\ud800"),
        lambda extra: extra.update(more={"a": {"b": {"c": {"d": {"e": {"f": 1}}}}}}),
        lambda extra: extra.update(more="x" * 1_100_000),
        lambda _: "[]",
        lambda _: '{"schema": NaN}',
        lambda _: '{"schema": 1, "schema": 1}',
        lambda _: "[" * 100_000,
        lambda _: '{"a": ' + "1" * 5000 + "}",
        lambda _: "{",
    ],
)
def test_extra_of_another_form_is_refused(
    raw: bytes, change: Callable[[dict[str, Any]], object]
) -> None:
    assert code(with_extra(raw, change)) == "malformed.extra"


def test_a_statement_of_another_form_is_named_with_its_own_code(raw: bytes) -> None:
    bad = with_extra(
        raw, lambda extra: extra.update(statement=extra["statement"].replace("ntp", "xxx"))
    )
    with pytest.raises(Malformed) as caught:
        Receipt.parse(bad)
    assert caught.value.code == "malformed.statement"
    assert caught.value.fields["detail"] == "statement.clock"


def test_unknown_members_are_named_and_nothing_more(raw: bytes) -> None:
    receipt = Receipt.parse(with_extra(raw, lambda extra: extra.update({"né\n\ud800": 1})))
    assert receipt.unknown == ("n\\xe9\\n\\ud800",)


def test_without_extra_it_carries_no_statement(raw: bytes) -> None:
    rows = raw.split(b"\n")
    assert code(b"\n".join([rows[0], *rows[2:]])) == "malformed.extra"


def test_the_limits_of_extra_are_where_they_are_said_to_be(raw: bytes) -> None:
    def nested(depth: int) -> dict[str, Any]:
        return {"a": nested(depth - 1)} if depth > 1 else {"a": 1}

    assert Receipt.parse(with_extra(raw, lambda extra: extra.update(more=nested(5)))).unknown
    assert code(with_extra(raw, lambda extra: extra.update(more=nested(6)))) == "malformed.extra"
    listed: list[object] = [[[[[]]]]]
    assert Receipt.parse(with_extra(raw, lambda extra: extra.update(more=listed))).unknown
    assert code(with_extra(raw, lambda extra: extra.update(more=[listed]))) == "malformed.extra"

    def filled(length: int) -> bytes:
        def change(extra: dict[str, Any]) -> str:
            text = json.dumps(extra | {"more": ""})
            return json.dumps(extra | {"more": "x" * (length - len(text))})

        return with_extra(raw, change)

    assert Receipt.parse(filled(1024 * 1024)).unknown == ("more",)
    assert code(filled(1024 * 1024 + 1)) == "malformed.extra"


def test_a_receipt_of_more_than_two_mebibytes_is_not_read(raw: bytes) -> None:
    tail = b"x" * (2 * 1024 * 1024 - len(raw))
    assert code(raw + tail) == "malformed.note"
    assert code(raw + tail + b"x") == "malformed.extra"


def test_numbers_that_json_does_not_have_are_refused(raw: bytes) -> None:
    for word in ("NaN", "Infinity", "-Infinity"):
        bad = with_extra(raw, lambda extra: json.dumps(extra)[:-1] + f', "more": {word}}}')  # noqa: B023
        assert code(bad) == "malformed.extra"
