"""Encodings, notes, keys, heads, commitments: one way to write each, everything else refused."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tecum.ledger import ed25519
from tecum.ledger.checkpoint import Checkpoint, SignedCheckpoint
from tecum.ledger.commitment import MAX_VALUE, Opening, commit, digest
from tecum.ledger.encodings import (
    from_base64,
    has_control,
    instant_text,
    read_decimal,
    read_instant,
    to_base64,
)
from tecum.ledger.errors import BadSignature, Malformed
from tecum.ledger.handing import opening_json
from tecum.ledger.note import ED25519, WITNESS, Key, Note
from tecum.ledger.signing import SigningKey, cosign, signed_head
from tests.unit.ledger.office import AGENCY, ARCHIVE, INTAKE, key, log_key

VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
NOTE = (
    "This is an example message.\n\n— example.com/foo "
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
)


@pytest.mark.parametrize(
    "text", ["AAAA=", "AAA", "AA=A", "AAB=", " AAAA", "AAAA\n", "AA-_", "é==="]
)
def test_base64_is_canonical_or_refused(text: str) -> None:
    with pytest.raises(Malformed):
        from_base64(text)


def test_base64_gives_the_code_it_is_asked_for() -> None:
    assert from_base64("AAA=") == b"\0\0"
    with pytest.raises(Malformed) as caught:
        from_base64("?", "policy.tsa")
    assert caught.value.code == "policy.tsa"


@pytest.mark.parametrize(
    "text", ["", "00", "01", "-1", "+1", "1 ", "٣", "9223372036854775808", "1e3"]
)
def test_decimals_are_canonical_or_refused(text: str) -> None:
    with pytest.raises(Malformed):
        read_decimal(text, "x")


def test_decimals_reach_up_to_two_to_the_63() -> None:
    assert read_decimal("9223372036854775807", "x") == 2**63 - 1
    assert read_decimal("0", "x") == 0


@pytest.mark.parametrize(
    "text",
    [
        "2026-13-01T00:00:00Z",
        "2026-01-01T24:00:00Z",
        "2026-01-01T00:00:60Z",
        "0000-01-01T00:00:00Z",
        "2026-1-1T00:00:00Z",
        "2026-01-01T00:00:00",
        "2026-01-01T00:00:00z",
        "٢026-01-01T00:00:00Z",
    ],
)
def test_instants_are_real_or_refused(text: str) -> None:
    with pytest.raises(Malformed):
        read_instant(text, "x")


def test_instants_come_back_as_written() -> None:
    for text in ("2026-03-02T09:14:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"):
        assert instant_text(read_instant(text, "x")) == text


@pytest.mark.parametrize(
    ("text", "found"), [("a\nb", False), ("a\rb", True), ("\x7f", True), ("\t", True)]
)
def test_control_characters_are_seen(text: str, *, found: bool) -> None:
    assert has_control(text.encode("utf-8", "surrogatepass")) is found


def test_the_published_note_verifies() -> None:
    foo = Key.parse(VKEY, ED25519)
    note = Note.parse(NOTE.encode())
    (line,) = note.lines
    assert line.is_by(foo)
    assert ed25519.check(foo.public, line.signature, note.text.encode())
    assert not ed25519.check(foo.public, line.signature, note.text.upper().encode())
    assert note.raw.decode() == NOTE
    assert foo.vkey == VKEY


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (NOTE[:-1], "malformed.note"),
        (NOTE.replace("\n\n", "\n"), "malformed.note"),
        (NOTE.replace("— ", "- "), "malformed.note"),
        (NOTE.replace("— ", "—"), "malformed.note"),
        (NOTE.replace("foo Uw", "foo  Uw"), "malformed.base64"),
        (NOTE.replace("/foo", "+foo"), "malformed.note"),
        (NOTE.replace("\n", "\r\n"), "malformed.control"),
        (NOTE.replace("aQM=", "aQN="), "malformed.base64"),
        (NOTE + NOTE.rpartition("\n\n")[2] * 32, "malformed.note"),
        (NOTE.partition("Uw2Q")[0] + "AAAA\n", "malformed.note"),
        ("\n\n— x AAAAAAA=\n", "malformed.note"),
    ],
)
def test_notes_of_another_form_are_refused(raw: str, code: str) -> None:
    with pytest.raises(Malformed) as caught:
        Note.parse(raw.encode())
    assert caught.value.code == code


def test_a_note_that_is_not_utf8_is_refused() -> None:
    with pytest.raises(Malformed, match=r"malformed\.note"):
        Note.parse(b"\xff" + NOTE.encode())


@pytest.mark.parametrize(
    ("vkey", "code"),
    [
        (VKEY.replace("530d903a", "530d903b"), "key.id"),
        (VKEY.replace("530d903a", "530D903A"), "key.id"),
        (VKEY.replace("+Aeky", "+Beky"), "key.type"),
        (VKEY[:-4], "key.type"),
        (VKEY + "=", "key.form"),
        ("example.com/foo", "key.form"),
        ("example.com/foo+530d903a+", "key.form"),
        ("exa mple+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "key.form"),
        ("x+00000000+" + to_base64(b"\x01" + b"\x01" + bytes(31)), "key.point"),
        ("x+00000000+" + to_base64(b"\x01" + b"\xff" * 32), "key.point"),
    ],
)
def test_keys_of_another_form_are_refused(vkey: str, code: str) -> None:
    with pytest.raises(Malformed) as caught:
        Key.parse(vkey, ED25519)
    assert caught.value.code == code


def test_a_witness_key_is_not_a_signer_key() -> None:
    with pytest.raises(Malformed, match=r"key\.type"):
        Key.parse(AGENCY.key.vkey, ED25519)
    assert Key.parse(AGENCY.key.vkey, WITNESS) == AGENCY.key


def test_private_keys_come_back_and_are_never_shown() -> None:
    assert SigningKey.parse(INTAKE.private + "\n").key == INTAKE.key
    assert to_base64(INTAKE.seed)[:8] not in repr(INTAKE)
    for bad in (
        "x" + INTAKE.private,
        INTAKE.private.replace("intake", "intakf"),
        INTAKE.private[:-4],
    ):
        with pytest.raises(Malformed):
            SigningKey.parse(bad)


HEAD = Checkpoint(log_key().name, 4, b"\x07" * 32)
WITNESSES = (AGENCY.key, ARCHIVE.key)


def signed(*lines: str) -> Note:
    return Note.parse(signed_head(HEAD, log_key()) + "".join(lines).encode())


@pytest.mark.parametrize(
    "text",
    [
        HEAD.text + "an extension\n",
        HEAD.text.removesuffix("\n"),
        HEAD.text.replace("\n4\n", "\n04\n"),
        HEAD.text.replace("\n4\n", "\n-4\n"),
        f"{HEAD.origin}\n4\n{to_base64(bytes(31))}\n",
        f"\n4\n{to_base64(bytes(32))}\n",
        "",
    ],
)
def test_heads_of_another_form_are_refused(text: str) -> None:
    with pytest.raises(Malformed):
        Checkpoint.parse(text)


def test_cosignatures_carry_their_second() -> None:
    found = SignedCheckpoint.verify(
        signed(cosign(HEAD.text, AGENCY, 1000), cosign(HEAD.text, AGENCY, 2000)),
        log_key().key,
        WITNESSES,
    )
    assert [(one.key.name, one.at) for one in found.cosignatures] == [
        ("agency.example/witness", 1000),
        ("agency.example/witness", 2000),
    ]
    assert found.as_signed == signed_head(HEAD, log_key())
    assert found.unknown == 0


def test_unknown_lines_are_counted_and_known_ones_must_verify() -> None:
    line = cosign(HEAD.text, AGENCY, 1000)
    found = SignedCheckpoint.verify(signed(line), log_key().key, [ARCHIVE.key])
    assert (found.cosignatures, found.unknown) == ((), 1)
    moved = cosign(HEAD.text.replace("\n4\n", "\n5\n"), AGENCY, 1000)
    with pytest.raises(BadSignature) as caught:
        SignedCheckpoint.verify(signed(line, moved), log_key().key, WITNESSES)
    assert caught.value.code == "cosignature"


def test_a_cosignature_beyond_all_calendars_is_refused() -> None:
    end = int(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC).timestamp())
    last = signed(cosign(HEAD.text, AGENCY, end))
    assert SignedCheckpoint.verify(last, log_key().key, WITNESSES).cosignatures[0].at == end
    for at in (end + 1, 2**63):
        with pytest.raises(BadSignature, match="cosignature"):
            SignedCheckpoint.verify(signed(cosign(HEAD.text, AGENCY, at)), log_key().key, WITNESSES)


def test_the_log_signs_exactly_once() -> None:
    twice = signed_head(HEAD, log_key()) + log_key().line(HEAD.text).encode()
    for raw in (twice, signed_head(HEAD, log_key("another"))):
        with pytest.raises(BadSignature) as caught:
            SignedCheckpoint.verify(Note.parse(raw), log_key().key)
        assert caught.value.code == "checkpoint.signature"


def test_a_commitment_is_opened_by_its_salt_and_value_alone() -> None:
    opening = Opening.of("content", b"\x05" * 32, b"a file")
    assert opening.commitment == commit("content", b"\x05" * 32, digest(b"a file"))
    for other in (
        Opening.of("content", b"\x06" * 32, b"a file"),
        Opening.of("content", b"\x05" * 32, b"another file"),
        Opening.of("sender", b"\x05" * 32, b"a file"),
    ):
        assert other.commitment != opening.commitment
    assert Opening.read(opening_json(opening)) == opening
    bare = opening._replace(value=None)
    assert Opening.read(opening_json(bare)) == bare
    assert Opening.of("content", b"\x05" * 32, bytes(MAX_VALUE + 1)).value is None
    with pytest.raises(ValueError, match="32 bytes"):
        commit("content", b"short", digest(b""))


@pytest.mark.parametrize(
    "fields",
    [
        [],
        {"label": "content", "salt": to_base64(bytes(32))},
        {"label": "content", "salt": to_base64(bytes(31)), "value": ""},
        {"label": "content", "salt": to_base64(bytes(32)), "value": "", "sha256": ""},
        {"label": "content", "salt": to_base64(bytes(32)), "sha256": "AAAA"},
        {"label": "con\ntent", "salt": to_base64(bytes(32)), "value": ""},
        {"label": "\ud800", "salt": to_base64(bytes(32)), "value": ""},
        {"label": 7, "salt": to_base64(bytes(32)), "value": ""},
        {
            "label": "content",
            "salt": to_base64(bytes(32)),
            "value": to_base64(bytes(MAX_VALUE + 1)),
        },
    ],
)
def test_openings_of_another_form_are_refused(fields: object) -> None:
    with pytest.raises(Malformed, match=r"malformed\.extra"):
        Opening.read(fields)


def test_signing_is_deterministic_and_strict() -> None:
    one = key("someone")
    assert one.sign(b"x") == one.sign(b"x")
    assert ed25519.check(one.key.public, one.sign(b"x"), b"x")
    assert ed25519.pure_check(one.key.public, one.sign(b"x"), b"x")
    for check in (ed25519.check, ed25519.pure_check):
        assert not check(one.key.public, one.sign(b"x")[:63], b"x")
        assert not check(one.key.public[:31], one.sign(b"x"), b"x")
        assert not check(b"\x01" + bytes(31), one.sign(b"x"), b"x")
        big = one.sign(b"x")[:32] + ed25519.ORDER.to_bytes(32, "little")
        assert not check(one.key.public, big, b"x")


def test_an_instant_of_another_zone_is_written_in_utc() -> None:
    at = datetime.fromisoformat("2026-03-02T01:14:00.999-08:00")
    assert instant_text(at) == instant_text(at.astimezone(UTC)) == "2026-03-02T09:14:00Z"
