"""Signatures of packs: signed, unsigned, unknown key, bad; and what an office may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tecum.errors import DataUnusable, TecumError
from tecum.law import Pack, load_packs
from tecum.law.signature import SignatureStanding, signed_text
from tecum.ledger.log import make_key
from tecum.ledger.note import WITNESS, Note
from tecum.ledger.signing import SigningKey
from tecum.office import Office
from tecum.pack_notes import (
    Keys,
    OtherVersion,
    PackNotSigned,
    PackSignatureBad,
    check_signature,
    key_from,
    keys_of,
    load_for,
    load_signed,
    sign_pack,
    signature_of,
)
from tests.unit.law.making import rule, write_pack

ONE = make_key("example.org/counsel", seed=b"\x01" * 32)
TWO = make_key("example.org/lead", seed=b"\x02" * 32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pack(tmp_path, "made", {"law/code.md": "# Code\n" + rule("r1", "may: hold")})


def pack_at(folder: Path) -> Pack:
    return load_packs([str(folder)]).pack("made")


def signed(folder: Path, *keys: SigningKey) -> Pack:
    for key in keys:
        (folder / "pack.sig").write_bytes(sign_pack(pack_at(folder), key))
    return pack_at(folder)


def knowing(*keys: SigningKey, required: bool = False) -> Keys:
    return Keys(tuple(key.key for key in keys), required)


def three_texts(error: TecumError) -> None:
    assert error.what
    assert error.why
    assert error.do


def test_a_pack_without_a_signature_is_unsigned_and_is_used(folder: Path) -> None:
    found = check_signature(pack_at(folder), knowing(ONE))
    assert (found.standing, str(found)) == (SignatureStanding.UNSIGNED, "unsigned")


def test_a_signature_is_no_part_of_the_digest(folder: Path) -> None:
    before = pack_at(folder).sha256
    assert signed(folder, ONE).sha256 == before


def test_who_signed_is_named_and_a_second_signature_stands_beside_the_first(folder: Path) -> None:
    pack = signed(folder, ONE, TWO, ONE)
    assert pack.note is not None
    assert len(Note.parse(pack.note).lines) == 2
    both = check_signature(pack, knowing(ONE, TWO))
    assert str(both) == "signed by example.org/lead, example.org/counsel"
    assert str(check_signature(pack, knowing(ONE))) == "signed by example.org/counsel"


def test_a_key_that_nobody_knows_is_shown_and_not_refused(folder: Path) -> None:
    pack = signed(folder, ONE)
    assert str(check_signature(pack)) == "unknown key: example.org/counsel"
    impostor = make_key(ONE.name, seed=b"\x03" * 32)
    found = check_signature(pack, knowing(impostor))
    assert found.standing is SignatureStanding.UNKNOWN_KEY


def test_an_edit_after_signing_makes_the_signature_bad_until_signed_again(folder: Path) -> None:
    signed(folder, ONE)
    law = folder / "law" / "code.md"
    law.write_text(law.read_text("utf-8").replace("may: hold", "must: hold"), "utf-8")
    for keys in (knowing(), knowing(ONE)):
        with pytest.raises(PackSignatureBad) as refused:
            load_signed([str(folder)], None, keys)
        three_texts(refused.value)
        assert refused.value.what == (
            'The signature of the pack "made" is bad: it was made over another text of the pack.'
        )
        assert refused.value.exit_status == 3
    assert str(signature_of(signed(folder, TWO), knowing(ONE, TWO))) == "signed by example.org/lead"


def test_a_signature_moved_to_another_pack_is_bad(folder: Path, tmp_path: Path) -> None:
    signed(folder, ONE)
    other = write_pack(
        tmp_path / "o", "other", {"law/code.md": "# Code\n" + rule("r1", "may: hold")}
    )
    (other / "pack.sig").write_bytes((folder / "pack.sig").read_bytes())
    with pytest.raises(PackSignatureBad):
        load_signed([str(other)])


def test_a_flipped_bit_under_a_known_key_is_bad(folder: Path) -> None:
    raw = bytearray(sign_pack(pack_at(folder), ONE))
    at = raw.rindex(b" ") + 20
    raw[at] = ord("A") if raw[at] != ord("A") else ord("B")
    (folder / "pack.sig").write_bytes(bytes(raw))
    with pytest.raises(PackSignatureBad) as refused:
        load_signed([str(folder)], None, knowing(ONE))
    assert "the key did not make it" in refused.value.what
    assert check_signature(pack_at(folder)).standing is SignatureStanding.UNKNOWN_KEY


@pytest.mark.parametrize("raw", [b"", b"no note", b"\xff\xfe", b"text\n\nx"])
def test_what_is_no_note_is_bad(folder: Path, raw: bytes) -> None:
    (folder / "pack.sig").write_bytes(raw)
    found = signature_of(pack_at(folder), knowing(ONE))
    assert found.standing is SignatureStanding.BAD
    assert found.wrong.startswith("the file is no signed note")


def test_an_office_may_want_signatures_of_keys_it_knows(folder: Path) -> None:
    office = Office(
        name="A",
        zone="UTC",
        packs={str(folder): "*"},
        pack_keys=(ONE.key.vkey,),
        packs_signed=True,
    )
    for keys in ((), (TWO,)):
        signed(folder, *keys)
        with pytest.raises(PackNotSigned) as refused:
            load_for(office)
        three_texts(refused.value)
    signed(folder, ONE)
    assert load_for(office).pack("made").id == "made"


def test_an_office_may_name_the_version_it_goes_by(folder: Path) -> None:
    sha256 = pack_at(folder).sha256
    office = Office(name="A", zone="UTC", packs={"made": sha256})
    assert load_for(office, roots=[folder.parent]).pack("made").sha256 == sha256
    other = Office(name="A", zone="UTC", packs={"made": "0" * 64})
    with pytest.raises(OtherVersion) as refused:
        load_for(other, roots=[folder.parent])
    three_texts(refused.value)


def test_keys_are_read_without_doubt_or_not_at_all(tmp_path: Path) -> None:
    office = Office(name="A", zone="UTC", pack_keys=(ONE.key.vkey,), packs_signed=True)
    assert keys_of(office, [TWO.key.vkey]) == knowing(ONE, TWO, required=True)
    assert keys_of(None) == Keys()
    for word in ("nonsense", make_key("w", WITNESS, b"\x04" * 32).key.vkey):
        with pytest.raises(DataUnusable):
            keys_of(None, [word])
    path = tmp_path / "one.key"
    path.write_text(f"{ONE.private}\n", "utf-8")
    assert key_from(path) == ONE
    for text in ("nothing", ONE.key.vkey, make_key("w", WITNESS, b"\x04" * 32).private):
        path.write_text(text, "utf-8")
        with pytest.raises(DataUnusable) as refused:
            key_from(path)
        assert text not in str(refused.value)
    with pytest.raises(DataUnusable):
        key_from(tmp_path / "missing.key")


def test_the_text_that_is_signed_names_the_pack_and_its_digest(folder: Path) -> None:
    pack = pack_at(folder)
    assert signed_text(pack) == f"tecum-pack-signature/1\nmade\n{pack.sha256}\n"
