"""Statements: every refusal under its own code, every type with what it needs."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tecum.ledger.encodings import to_base64
from tecum.ledger.errors import BadSignature, Malformed
from tecum.ledger.signing import draft, make_leaf, sign
from tecum.ledger.statement import Statement, check_leaf, statement_hash
from tecum.ledger.vocabulary import (
    COMMIT_LABELS,
    COUNT_LABELS,
    GRADES,
    KEYS,
    TYPES,
    Type,
)
from tests.unit.ledger.office import AGENCY, AT, COUNSEL, DOCKET, INTAKE, key, log_key

LOG = log_key().key.hash
H = to_base64(b"\x01" * 32)
H2 = to_base64(b"\x02" * 32)
GOOD = f"""tecum.statement/1
type demand.delivered
log {to_base64(LOG)}
docket {H}
seq 2
prev {H}
ref {H}
ref {H2}
at 2026-03-02T09:14:00Z
clock ntp 50
channel email
grade handed_over
count items 2
commit addressee {H}
commit content {H}
"""


def refusal(text: str) -> str:
    """The code under which a signed text is refused."""
    with pytest.raises(Malformed) as caught:
        Statement.parse(sign(text, INTAKE))
    return caught.value.code


def edited(old: str, new: str) -> str:
    """The good text with one place changed."""
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def test_a_good_statement_is_read_back_word_for_word() -> None:
    found = Statement.parse(sign(GOOD, INTAKE, COUNSEL))
    assert found.type == "demand.delivered"
    assert (found.seq, found.prev, found.log) == (2, b"\x01" * 32, LOG)
    assert found.docket == H
    assert found.at == datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    assert found.clock_error_ms == 50
    assert found.commits == {"addressee": b"\x01" * 32, "content": b"\x01" * 32}
    assert found.value("grade") == "handed_over"
    assert found.value("code") is None
    assert found.note.raw == found.raw
    assert len(found.note.lines) == 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (edited("tecum.statement/1", "tecum.statement/2"), "statement.header"),
        (edited("type demand.delivered\n", ""), "statement.missing"),
        (edited("type demand.delivered", "type demand.deliverd"), "statement.type"),
        (edited("clock ntp 50\n", "clock ntp 50\ncolour red\n"), "statement.key"),
        (edited("clock ntp 50\n", ""), "statement.missing"),
        (edited("channel email\n", ""), "statement.missing"),
        (edited("grade handed_over\n", "grade handed_over\ncode other\n"), "statement.not_allowed"),
        (
            edited("grade handed_over\n", "grade handed_over\non 2026-03-02\n"),
            "statement.not_allowed",
        ),
        (edited(f"docket {H}\nseq 2\nprev {H}\n", ""), "statement.missing"),
        (edited(f"prev {H}\n", ""), "statement.missing"),
        (edited("seq 2", "seq 1"), "statement.not_allowed"),
        (edited("seq 2", "seq 0"), "statement.decimal"),
        (edited("seq 2", "seq 02"), "statement.decimal"),
        (edited("seq 2", "seq 9223372036854775808"), "statement.decimal"),
        (edited("seq 2", "seq +2"), "statement.decimal"),
        (edited(f"docket {H}\nseq 2\n", f"seq 2\ndocket {H}\n"), "statement.order"),
        (edited(f"ref {H}\nref {H2}", f"ref {H2}\nref {H}"), "statement.order"),
        (edited(f"ref {H}\nref {H2}", f"ref {H}\nref {H}"), "statement.duplicate"),
        (edited("channel email\n", "channel email\nchannel fax\n"), "statement.duplicate"),
        (edited("count items 2\n", "count items 2\ncount items 3\n"), "statement.duplicate"),
        (
            edited(f"commit content {H}", f"commit content {H}\ncommit content {H2}"),
            "statement.duplicate",
        ),
        (edited(f"ref {H2}", f"ref {H2[:-1]}"), "statement.base64"),
        (edited(f"ref {H2}", f"ref {H2[:-2]}J="), "statement.base64"),
        (edited(f"ref {H2}", "ref " + to_base64(b"\x02" * 31)), "statement.hash"),
        (edited("2026-03-02T09:14:00Z", "2026-02-30T09:14:00Z"), "statement.instant"),
        (edited("2026-03-02T09:14:00Z", "2016-12-31T23:59:60Z"), "statement.instant"),
        (edited("2026-03-02T09:14:00Z", "2026-03-02T09:14:00+00:00"), "statement.instant"),
        (edited("2026-03-02T09:14:00Z", "2026-03-02 09:14:00Z"), "statement.instant"),
        (edited("clock ntp 50", "clock sundial 50"), "statement.clock"),
        (edited("clock ntp 50", "clock ntp"), "statement.clock"),
        (edited("clock ntp 50", "clock ntp 050"), "statement.decimal"),
        (edited("channel email", "channel pigeon"), "statement.channel"),
        (edited("grade handed_over", "grade opened"), "statement.grade"),
        (edited("count items 2", "count pigeons 2"), "statement.label"),
        (edited("count items 2", "count items two"), "statement.decimal"),
        (edited("count items 2", "count items"), "statement.value"),
        (edited("commit content", "commit contents"), "statement.label"),
        (edited("commit content", "commit content.1"), "statement.label"),
        (edited(f"commit content {H}\n", ""), "statement.missing"),
        (edited("channel email", "channel email "), "statement.space"),
        (edited("channel email", "channel  email"), "statement.space"),
        (edited("channel email", " channel email"), "statement.space"),
        (edited("channel email\n", "channel email\n\n"), "statement.space"),
        (edited("channel email\n", "channel\n"), "statement.value"),
        (edited("channel email", "channel émail"), "statement.ascii"),
        (edited("channel email", "channel\temail"), "statement.ascii"),
        (edited("channel email", "channel email\x00"), "statement.ascii"),
        (edited("channel email\n", "channel email\r\n"), "statement.cr"),
        (
            edited("count items 2", "".join(f"count items {n}\n" for n in range(2000))),
            "statement.length",
        ),
    ],
)
def test_each_refusal_has_its_own_code(text: str, code: str) -> None:
    assert refusal(text) == code


def test_a_statement_without_a_signature_is_refused() -> None:
    for raw in (GOOD.encode(), GOOD.encode() + b"\n"):
        with pytest.raises(Malformed) as caught:
            Statement.parse(raw)
        assert caught.value.code == "statement.unsigned"


def test_signature_lines_are_one_to_eight_and_of_64_bytes() -> None:
    with pytest.raises(Malformed) as caught:
        Statement.parse(sign(GOOD, *[INTAKE] * 9))
    assert caught.value.code == "statement.signatures"
    short = GOOD + "\n— x " + to_base64(b"1234" + b"s" * 63) + "\n"
    with pytest.raises(Malformed) as caught:
        Statement.parse(short.encode())
    assert caught.value.code == "statement.signatures"


@pytest.mark.parametrize("tail", ["— x\n", "- x AAAAAAA=\n", "— x AAAAAAA=", "— a+b AAAAAAA=\n"])
def test_a_broken_signature_line_is_refused(tail: str) -> None:
    with pytest.raises(Malformed) as caught:
        Statement.parse((GOOD + "\n" + tail).encode())
    assert caught.value.code == "statement.note"


def test_non_canonical_base64_in_a_signature_is_refused() -> None:
    raw = sign(GOOD, INTAKE).decode()
    with pytest.raises(Malformed) as caught:
        Statement.parse(raw.replace("=\n", "\n").encode())
    assert caught.value.code in {"statement.base64", "statement.hash"}
    with pytest.raises(Malformed) as caught:
        Statement.parse((raw.removesuffix("\n") + "=\n").encode())
    assert caught.value.code == "statement.base64"


def test_too_many_refs_are_refused_but_an_erasure_may_name_64() -> None:
    refs = [n.to_bytes(32, "big") for n in range(65)]
    common = {"docket": DOCKET, "seq": 1, "code": "retention_end", "count": {"statements": 1}}
    assert draft("erased", LOG, AT, ref=refs[:64], **common)
    for kind, most in (("erased", 64), ("withdrawn", 8)):
        with pytest.raises(Malformed) as caught:
            draft(
                kind,
                LOG,
                AT,
                ref=refs[: most + 1],
                docket=DOCKET,
                seq=1,
                code="retention_end" if kind == "erased" else "withdrawn",
                count={"statements": 1},
            )
        assert caught.value.code == "statement.times"


def test_at_most_four_heads_and_eight_keys() -> None:
    heads = [f"o {n} {H}" for n in range(5)]
    assert draft("fork.found", LOG, AT, head=heads[:4])
    with pytest.raises(Malformed, match=r"statement\.times"):
        draft("fork.found", LOG, AT, head=heads)
    keys = [key(f"office.example/{n}").key.vkey for n in range(9)]
    assert draft("log.opened", LOG, AT, key=keys[:8])
    with pytest.raises(Malformed, match=r"statement\.times"):
        draft("log.opened", LOG, AT, key=keys)


def test_a_draft_is_ascii_and_not_too_long() -> None:
    with pytest.raises(Malformed, match=r"statement\.ascii"):
        draft("clock.status", LOG, AT, code="synchronis\u00e9d")
    names = [key("x" * 900 + f".example/{n}").key.vkey for n in range(9)]
    with pytest.raises(Malformed, match=r"statement\.length"):
        draft("log.opened", LOG, AT, key=names)


def test_only_disputes_and_refusals_take_several_codes() -> None:
    ref = [b"\x01" * 32]
    two = draft(
        "service.disputed", LOG, AT, docket=DOCKET, seq=1, ref=ref, code=["late", "wrong_body"]
    )
    assert two.count("\ncode ") == 2
    with pytest.raises(Malformed) as caught:
        draft(
            "correction", LOG, AT, docket=DOCKET, seq=1, ref=ref, code=["duplicate", "wrong_type"]
        )
    assert caught.value.code == "statement.times"


@pytest.mark.parametrize(
    ("code", "accepted"),
    [
        ("document-received", True),
        ("Document", False),
        ("a_b", False),
        ("-a", False),
        ("x" * 65, False),
    ],
)
def test_an_entry_carries_the_slug_of_its_act(code: str, *, accepted: bool) -> None:
    def make() -> str:
        return draft(
            "entry.recorded", LOG, AT, docket=DOCKET, seq=1, code=code, commit={"entry": b"\0" * 32}
        )

    if accepted:
        assert f"code {code}" in make()
    else:
        with pytest.raises(Malformed, match=r"statement\.code"):
            make()


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("origin 5", "statement.head"),
        (f"origin five {H}", "statement.decimal"),
        ("origin 5 AAAA", "statement.hash"),
        (f"origin 5 {H}", None),
    ],
)
def test_heads_are_origin_size_and_root(head: str, code: str | None) -> None:
    def make() -> str:
        return draft("log.frozen", LOG, AT, head=[head], code="yearly")

    if code is None:
        assert head in make()
    else:
        with pytest.raises(Malformed) as caught:
            make()
        assert caught.value.code == code


def test_keys_in_statements_are_sound_vkeys() -> None:
    assert AGENCY.key.vkey in draft("witness.changed", LOG, AT, key=[AGENCY.key.vkey], code="added")
    with pytest.raises(Malformed) as caught:
        draft("log.opened", LOG, AT, key=[INTAKE.key.vkey.replace("+", "+0", 1)])
    assert caught.value.code == "statement.vkey"


def test_governance_belongs_to_no_docket() -> None:
    with pytest.raises(Malformed) as caught:
        draft("log.opened", LOG, AT, key=[INTAKE.key.vkey], docket=DOCKET, seq=1)
    assert caught.value.code == "statement.not_allowed"


def test_a_fork_needs_both_heads() -> None:
    with pytest.raises(Malformed) as caught:
        draft("fork.found", LOG, AT, head=[f"o 5 {H}"])
    assert caught.value.code == "statement.missing"
    assert draft("fork.found", LOG, AT, head=[f"o 5 {H}", f"o 5 {H2}"])


def least(name: str, kind: Type) -> str:
    """The smallest draft of a type."""
    commits = {label.split("|")[0]: b"\x01" * 32 for label in kind.commits}
    heads = [f"o {n} {H}" for n in range(kind.heads)]
    return draft(
        name,
        LOG,
        AT,
        docket=None if kind.governance else DOCKET,
        seq=None if kind.governance else 1,
        ref=[b"\x01" * 32] if "ref" in kind.needs else (),
        channel="email" if "channel" in kind.needs else None,
        grade=min(kind.grades) if "grade" in kind.needs else None,
        code=(min(kind.codes) if kind.codes else "an-act") if "code" in kind.needs else (),
        on=date(2026, 3, 2) if "on" in kind.needs else None,
        head=heads,
        key=[INTAKE.key.vkey] if "key" in kind.needs else (),
        count=dict.fromkeys(kind.counts, 0),
        commit=commits,
    )


@pytest.mark.parametrize("name", TYPES)
def test_every_type_can_be_written_and_lacks_nothing_it_needs(name: str) -> None:
    kind = TYPES[name]
    text = least(name, kind)
    assert Statement.parse(sign(text, INTAKE)).type == name
    rows = text.splitlines()[1:]
    for row in rows:
        without = "\n".join(["tecum.statement/1", *(one for one in rows if one != row)]) + "\n"
        assert refusal(without).startswith("statement.")


def test_the_vocabulary_is_closed_and_consistent() -> None:
    assert len(TYPES) == 42
    assert KEYS[0] == "type"
    for kind in TYPES.values():
        assert kind.needs | kind.may <= set(KEYS)
        assert kind.grades <= GRADES
        assert set(kind.counts) <= COUNT_LABELS
        assert {one for label in kind.commits for one in label.split("|")} <= COMMIT_LABELS


def test_leaf_is_128_bytes_and_bound_to_statement_and_key() -> None:
    raw = sign(GOOD, INTAKE)
    leaf = make_leaf(raw, INTAKE)
    assert len(leaf) == 128
    check_leaf(raw, leaf, INTAKE.key)
    other = sign(edited("seq 2", "seq 3"), INTAKE)
    assert statement_hash(other) != statement_hash(raw)
    for bad, code in (
        ((other, leaf, INTAKE.key), "leaf.checksum"),
        ((raw, leaf[:-1], INTAKE.key), "leaf.checksum"),
        ((raw, leaf, COUNSEL.key), "leaf.keyhash"),
        ((raw, leaf[:40] + bytes([leaf[40] ^ 1]) + leaf[41:], INTAKE.key), "leaf.signature"),
    ):
        with pytest.raises(BadSignature) as caught:
            check_leaf(*bad)
        assert caught.value.code == code
