"""A message comes back as it was packed; whatever else is refused, by class and code."""

from __future__ import annotations

import io
import os
import re
import tarfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.errors import TecumError
from tecum.exchange.archive import MAX_FILES, pack_files, unpack_files
from tecum.exchange.errors import (
    ContentDiffers,
    KeyChanged,
    NotAMessage,
    ProofFails,
    SignatureFails,
    UnknownSender,
)
from tecum.exchange.message import pack, parse, payload_name
from tecum.exchange.reading import read
from tecum.exchange.sending import answer_manifest, send_answer, send_demand
from tecum.ledger.commitment import Opening
from tecum.ledger.log import make_key
from tecum.ledger.policy import Policy
from tecum.ledger.signing import SigningKey, draft, sign
from tecum.ledger.statement import Statement
from tests.shared import ROOT
from tests.unit.exchange.offices import AT, Two, later, trust

FLIPS = int(os.environ.get("TECUM_TEST_BIT_FLIPS", "400"))
DEMAND = b"%PDF-1.7 a demand of two items\n" * 3


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Two:
    return Two.at(tmp_path_factory.mktemp("offices"))


@pytest.fixture(scope="module")
def raw(two: Two) -> bytes:
    documents = [("Demand (final).PDF", DEMAND), ("annex.txt", b"annex")]
    made = send_demand(
        two.sender, documents, "records@city.example", AT, items=2, stated=b'{"items": 2}\n'
    )
    return made.message


def changed(raw: bytes, name: str, data: bytes | None) -> bytes:
    """The same archive with one file replaced, or without it."""
    files = dict(parse(raw).files)
    if data is None:
        del files[name]
    else:
        files[name] = data
    return pack_files(files.items())


def test_a_message_comes_back_as_it_was_packed(two: Two, raw: bytes) -> None:
    message = read(raw, two.policy)
    assert [(one.name, one.title) for one in message.payloads] == [
        ("payload/001.pdf", "Demand (final).PDF"),
        ("payload/002.txt", "annex.txt"),
    ]
    assert message.payloads[0].data == DEMAND
    assert message.statement.type == "demand.submitted"
    assert message.id == message.statement.hash.hex()
    assert message.stated == b'{"items": 2}\n'
    assert message.in_reply_to is None
    assert message.receipt is not None


def test_any_tar_program_unpacks_it(raw: bytes) -> None:
    with tarfile.open(fileobj=io.BytesIO(raw)) as archive:
        names = archive.getnames()
        infos = archive.getmembers()
    assert names == [
        "statement.note",
        "payload/001.pdf",
        "payload/002.txt",
        "manifest.json",
        "thread",
        "checkpoint",
        "receipt.tlog-proof",
        "data/demand.json",
    ]
    assert {(one.uid, one.gid, one.uname, one.mtime, one.mode) for one in infos} == {
        (0, 0, "", 0, 0o644)
    }


def test_the_same_parts_give_the_same_bytes(raw: bytes) -> None:
    found = parse(raw)
    again = pack(
        found.statement.raw,
        checkpoint=found.checkpoint,
        openings=found.openings[::-1],
        payloads=[(one.title, one.data) for one in found.payloads],
        receipt=found.receipt,
        stated=found.stated,
    )
    assert again == raw


@settings(max_examples=FLIPS)
@given(st.data())
def test_a_flipped_bit_is_refused(two: Two, raw: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(raw) * 8 - 1))
    flipped = bytearray(raw)
    flipped[at // 8] ^= 1 << (at % 8)
    with pytest.raises(TecumError) as caught:
        read(bytes(flipped), two.policy)
    assert caught.value.code.startswith("message.")
    assert caught.value.why
    assert caught.value.do


@settings(max_examples=100)
@given(st.data())
def test_a_cut_or_an_addition_is_refused(two: Two, raw: bytes, data: st.DataObject) -> None:
    keep = data.draw(st.integers(0, len(raw) - 1))
    with pytest.raises(NotAMessage):
        read(raw[:keep], two.policy)
    with pytest.raises(NotAMessage):
        read(raw + data.draw(st.binary(min_size=1, max_size=1100)), two.policy)


@settings(max_examples=100)
@given(st.binary(max_size=3000))
def test_any_bytes_are_a_message_or_refused(two: Two, junk: bytes) -> None:
    with pytest.raises(NotAMessage):
        read(junk, two.policy)


NAME = st.from_regex(r"\A[a-z0-9]{1,8}(/[a-z0-9]{1,8}){0,2}\Z")


@settings(max_examples=60)
@given(st.dictionaries(NAME, st.binary(max_size=1500), max_size=6))
def test_files_come_back_in_their_order(files: dict[str, bytes]) -> None:
    ordered = dict(sorted(files.items()))
    assert unpack_files(pack_files(ordered.items()), lambda name: (name,)) == ordered


def hostile(name: str, kind: bytes) -> bytes:
    """A message's first file, and after it an entry that another program wrote."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        info = tarfile.TarInfo(name)
        info.type, info.linkname = kind, "" if kind == tarfile.REGTYPE else "/etc/passwd"
        archive.addfile(info, io.BytesIO())
    return pack_files([("statement.note", b"x")])[:-1024] + out.getvalue()


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("/etc/passwd", tarfile.REGTYPE, "message.path"),
        ("../../outside", tarfile.REGTYPE, "message.path"),
        ("payload/../../outside", tarfile.REGTYPE, "message.path"),
        ("payload/.hidden", tarfile.REGTYPE, "message.path"),
        ("payload//001.pdf", tarfile.REGTYPE, "message.path"),
        ("payload/001.pdf/", tarfile.REGTYPE, "message.path"),
        ("payload/A.pdf", tarfile.REGTYPE, "message.path"),
        ("payload/001.pdf", tarfile.SYMTYPE, "message.kind"),
        ("payload/001.pdf", tarfile.LNKTYPE, "message.kind"),
        ("payload/001.pdf", tarfile.CHRTYPE, "message.kind"),
        ("payload/001.pdf", tarfile.BLKTYPE, "message.kind"),
        ("payload/001.pdf", tarfile.FIFOTYPE, "message.kind"),
        ("payload", tarfile.DIRTYPE, "message.kind"),
        ("payload/001.pdf", tarfile.REGTYPE, "message.header"),
    ],
)
def test_a_hostile_archive_is_refused(name: str, kind: bytes, code: str) -> None:
    with pytest.raises(NotAMessage) as caught:
        parse(hostile(name, kind))
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("payload/000.pdf", "message.name"),
        ("payload/1.pdf", "message.name"),
        ("run.sh", "message.name"),
        ("statement.note", "message.duplicate"),
    ],
)
def test_a_file_without_a_place_is_refused(name: str, code: str) -> None:
    with pytest.raises(NotAMessage) as caught:
        parse(pack_files([("statement.note", b"x"), (name, b"y")]))
    assert caught.value.code == code


def test_extensions_owners_and_times_are_refused() -> None:
    for fmt, field in ((tarfile.PAX_FORMAT, "path"), (tarfile.USTAR_FORMAT, "mtime")):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w", format=fmt) as archive:
            info = tarfile.TarInfo("statement.note")
            if field == "mtime":
                info.mtime = 1
            else:
                info.pax_headers = {"path": "/etc/passwd"}
            archive.addfile(info)
        with pytest.raises(NotAMessage):
            parse(out.getvalue())


def test_order_count_and_size_are_limited(raw: bytes) -> None:
    files = dict(parse(raw).files)
    turned = pack_files([("thread", files["thread"]), ("statement.note", files["statement.note"])])
    with pytest.raises(NotAMessage) as caught:
        parse(turned)
    assert caught.value.code == "message.order"
    many = pack_files((f"f{n:04d}", b"") for n in range(MAX_FILES + 1))
    with pytest.raises(NotAMessage) as caught:
        unpack_files(many, lambda name: (name,))
    assert caught.value.code == "message.count"
    with pytest.raises(NotAMessage) as caught:
        unpack_files(raw, lambda name: (name,), most=len(raw) - 1)
    assert caught.value.code == "message.size"
    header = bytearray(pack_files([("a", b"x")])[:512])
    header[124:136] = b"77777777777\0"
    with pytest.raises(NotAMessage):
        unpack_files(bytes(header) + bytes(2048), lambda name: (name,))
    with pytest.raises(NotAMessage) as caught:
        pack(
            parse(raw).statement.raw,
            checkpoint=parse(raw).checkpoint,
            payloads=[("a.txt", b"")] * 257,
        )
    assert caught.value.code == "message.count"


@pytest.mark.parametrize("name", ["statement.note", "manifest.json", "thread", "checkpoint"])
def test_what_must_stand_in_it_is_missed(raw: bytes, name: str) -> None:
    with pytest.raises(NotAMessage) as caught:
        parse(changed(raw, name, None))
    assert caught.value.code == "message.missing"


def test_a_changed_document_is_named_as_such(two: Two, raw: bytes) -> None:
    for name, data in (("payload/001.pdf", b"other"), ("payload/002.txt", None)):
        with pytest.raises(ContentDiffers) as caught:
            read(changed(raw, name, data), two.policy)
        assert caught.value.code == "message.hash"


def repacked(raw: bytes, **parts: object) -> bytes:
    """The message packed anew, consistently, with some of its parts replaced."""
    found = parse(raw)
    fields: dict[str, object] = {
        "checkpoint": found.checkpoint,
        "openings": found.openings,
        "payloads": [(one.title, one.data) for one in found.payloads],
        "in_reply_to": found.in_reply_to,
        "receipt": found.receipt,
        "stated": found.stated,
    }
    statement = parts.pop("statement", found.statement.raw)
    return pack(statement, **{**fields, **parts})  # type: ignore[arg-type]


def test_a_consistent_forgery_fails_against_the_commitments(two: Two, raw: bytes) -> None:
    found = parse(raw)
    other = [("demand.pdf", b"another demand"), ("annex.txt", b"annex")]
    with pytest.raises(ContentDiffers) as caught:
        read(repacked(raw, payloads=other), two.policy)
    assert caught.value.code == "message.uncommitted"
    with pytest.raises(ContentDiffers) as caught:
        read(repacked(raw, payloads=other[1:]), two.policy)
    assert caught.value.code == "message.incomplete"
    with pytest.raises(ContentDiffers) as caught:
        read(
            repacked(raw, openings=[one for one in found.openings if one.label != "content"]),
            two.policy,
        )
    assert caught.value.code in ("message.uncommitted", "message.incomplete")
    wrong = [one._replace(salt=bytes(32)) for one in found.openings]
    with pytest.raises(ContentDiffers) as caught:
        read(repacked(raw, openings=wrong), two.policy)
    assert caught.value.code == "message.opening"
    extra = Opening.of("reason", bytes(32), b"never committed")
    with pytest.raises(ContentDiffers):
        read(repacked(raw, openings=[*found.openings, extra]), two.policy)


def resigned(raw: bytes, key: SigningKey, *more: SigningKey) -> bytes:
    return sign(parse(raw).statement.note.text, key, *more)


def test_who_is_not_known_is_refused(two: Two, raw: bytes) -> None:
    stranger = make_key("stranger.example/dispatch")
    with pytest.raises(UnknownSender) as caught:
        read(repacked(raw, statement=resigned(raw, stranger), receipt=None), two.policy)
    assert caught.value.code == "message.sender"
    renamed = make_key("agency.example/dispatch")
    with pytest.raises(KeyChanged):
        read(repacked(raw, statement=resigned(raw, renamed), receipt=None), two.policy)
    only = Policy.parse(trust(two.recipient.folder).encode())
    with pytest.raises(UnknownSender):
        read(raw, only)


def test_a_signer_speaks_in_the_log_of_its_own_body_alone(two: Two, raw: bytes) -> None:
    origin = two.sender.log.key.name
    rows = trust(two.sender.folder, two.recipient.folder)
    read(raw, Policy.parse(f"{rows}#tecum domain {origin} agency.example\n".encode()))
    with pytest.raises(UnknownSender):
        read(raw, Policy.parse(f"{rows}#tecum domain {origin} city.example\n".encode()))


def test_a_signature_that_fails_or_is_added_is_refused(two: Two, raw: bytes) -> None:
    own = parse(raw).statement.raw
    text = own.replace(b"count items 2", b"count items 3")
    with pytest.raises(SignatureFails):
        read(repacked(raw, statement=text, receipt=None), two.policy)
    double = resigned(raw, two.sender.signer, make_key("stranger.example/dispatch"))
    with pytest.raises(SignatureFails) as caught:
        read(repacked(raw, statement=double, receipt=None), two.policy)
    assert caught.value.code == "message.signatures"


def test_a_head_or_receipt_of_something_else_is_refused(two: Two, raw: bytes) -> None:
    with pytest.raises(ProofFails) as caught:
        read(repacked(raw, checkpoint=two.recipient.log.newest()), two.policy)
    assert caught.value.code == "message.checkpoint"
    prepared = two.sender.statement(next(iter(two.sender.log.store.rows(1, 2))).statement_hash)
    assert prepared is not None
    with pytest.raises(ProofFails) as caught:
        read(repacked(raw, receipt=two.sender.log.prove(prepared.hash)), two.policy)
    assert caught.value.code == "message.receipt"


def test_an_ended_key_needs_a_date(two: Two, raw: bytes) -> None:
    vkey = two.sender.signer.key.vkey
    text = trust(two.sender.folder, two.recipient.folder)
    ended = Policy.parse(text.replace(vkey + "\n", vkey + " until 2026-03-02T10:00:00Z\n").encode())
    for receipt in (None, parse(raw).receipt):
        with pytest.raises(ProofFails):
            read(repacked(raw, receipt=receipt), ended)


def test_an_answer_carries_its_package_whole(two: Two, raw: bytes) -> None:
    about = parse(raw).statement.hash
    files = [("a.pdf", b"one"), ("b.pdf", b"two")]
    made = send_answer(
        two.recipient, files, "dispatch@agency.example", later(5), about=about, pages=2,
        docket="A" * 43 + "=",
    )  # fmt: skip
    found = read(made.message, two.policy)
    assert found.in_reply_to == about.hex()
    assert found.payloads[0].data == answer_manifest(files)
    kept = [(one.title, one.data) for one in found.payloads]
    with pytest.raises(ContentDiffers) as caught:
        read(repacked(made.message, payloads=kept[:2]), two.policy)
    assert caught.value.code == "message.incomplete"
    with pytest.raises(ContentDiffers) as caught:
        read(repacked(made.message, payloads=[*kept, ("c.pdf", b"three")]), two.policy)
    assert caught.value.code == "message.uncommitted"


def test_a_reply_must_be_about_what_it_answers(two: Two, raw: bytes) -> None:
    with pytest.raises(NotAMessage) as caught:
        repacked(raw, in_reply_to="ab" * 32)
    assert caught.value.code == "message.thread"


def test_an_odd_manifest_is_refused(raw: bytes) -> None:
    whole = parse(raw).files["manifest.json"]
    for odd in (
        b"{}\n",
        b"[]\n",
        b"not json",
        whole.rstrip(b"\n"),
        whole.replace(b'"schema"', b' "schema"'),
        whole.replace(b',"stated_by":"sender"', b""),
        whole.replace(b"payload/002", b"payload/../002"),
        b"[" * 100_000,
    ):
        assert odd != whole
        with pytest.raises(NotAMessage) as caught:
            parse(changed(raw, "manifest.json", odd))
        assert caught.value.code == "message.manifest"


def test_only_the_kind_of_a_file_name_comes_along() -> None:
    assert payload_name(7, "../../etc/passwd") == "payload/007"
    assert payload_name(8, "Übersicht.DOCX") == "payload/008.docx"
    assert payload_name(9, "a.very-long-ending") == "payload/009"


def test_a_statement_of_a_draft_is_what_the_log_took(two: Two, raw: bytes) -> None:
    found = parse(raw).statement
    text = draft("demand.prepared", found.log, AT, docket=bytes(32), seq=1, commit={
        "content": bytes(32)
    })  # fmt: skip
    lone = Statement.parse(sign(text, two.sender.signer))
    message = pack(lone.raw, checkpoint=two.sender.log.newest())
    assert read(message, two.policy).receipt is None


def test_titles_that_no_file_system_should_see_are_only_shown(tmp_path: Path, two: Two) -> None:
    made = send_demand(two.sender, [("a\udcff/../b.txt", b"x")], "to", AT)
    assert read(made.message, two.policy).payloads[0].title == "a?/../b.txt"


def test_every_code_stands_in_the_reference() -> None:
    page = (ROOT / "docs" / "reference" / "messages.md").read_text("utf-8")
    sources = (ROOT / "src" / "tecum" / "exchange").glob("*.py")
    codes = {
        code
        for source in sources
        for code in re.findall(r'"(?:message|exchange)\.([a-z-]+)"', source.read_text("utf-8"))
    }
    of_usage = {"signer", "docket", "type", "unknown", "incomplete", "voice"}
    assert len(codes) > 25
    missing = {code for code in codes - of_usage if f".{code}`" not in page}
    assert missing <= {"content", "form", "proof", "signature"}
