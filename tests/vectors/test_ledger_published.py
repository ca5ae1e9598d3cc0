"""Vectors that others have published: trees, signatures, tokens, a whole log."""

from __future__ import annotations

import base64
import json
import random
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tecum.ledger import ed25519
from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.errors import BadProof, TokenRefused
from tecum.ledger.folder import Folder
from tecum.ledger.merkle import EMPTY_ROOT, check_consistency, check_inclusion, root_of
from tecum.ledger.signing import SigningKey, signed_head
from tecum.ledger.tiles import node_reader
from tecum.ledger.token import check_token
from tecum.ledger.writer import Writer
from tests.shared import SHARED

Check = Callable[[bytes, bytes, bytes], bool]
LEDGER = SHARED / "vectors" / "ledger"


def cases(folder: str) -> list[Path]:
    return sorted((LEDGER / "merkle" / folder).rglob("*.json"))


def raw(text: str | None) -> bytes:
    return base64.b64decode(text or "")


@pytest.mark.shared("vectors/ledger/merkle")
@pytest.mark.parametrize(
    "path", cases("inclusion"), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_inclusion(path: Path) -> None:
    case = json.loads(path.read_text())
    proof = [raw(one) for one in case["proof"] or []]
    args = (raw(case["leafHash"]), case["leafIdx"], case["treeSize"], proof, raw(case["root"]))
    if case["wantErr"]:
        with pytest.raises(BadProof):
            check_inclusion(*args)
    else:
        check_inclusion(*args)


@pytest.mark.shared("vectors/ledger/merkle")
@pytest.mark.parametrize(
    "path", cases("consistency"), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_consistency(path: Path) -> None:
    case = json.loads(path.read_text())
    proof = [raw(one) for one in case["proof"] or []]
    roots = raw(case["root1"]), raw(case["root2"])
    # The one case with dummy roots of 12 bytes: a hash here always has 32.
    if case["wantErr"] or path.name == "sizes-are-equal-one-and-proof-is-empty.json":
        with pytest.raises(BadProof):
            check_consistency(case["size1"], case["size2"], *roots, proof)
    else:
        check_consistency(case["size1"], case["size2"], *roots, proof)


@pytest.mark.shared("vectors/ledger/merkle")
def test_all_196_tree_cases_are_there() -> None:
    assert len(cases("inclusion")) == len(cases("consistency")) == 98


@pytest.mark.shared("vectors/ledger/ed25519-cctv")
@pytest.mark.parametrize("check", [ed25519.check, ed25519.pure_check])
def test_exactly_43_edge_cases_are_accepted(check: Check) -> None:
    folder = LEDGER / "ed25519-cctv"
    vectors = json.loads((folder / "ed25519vectors.json").read_text())
    accepted = {
        one["number"]
        for one in vectors
        if check(bytes.fromhex(one["key"]), bytes.fromhex(one["sig"]), one["msg"].encode())
    }
    assert len(vectors) == 914
    assert accepted == set(json.loads((folder / "strict-expected.json").read_text())["accept"])
    assert len(accepted) == 43


@pytest.mark.shared("vectors/ledger/ed25519-wycheproof")
@pytest.mark.parametrize("check", [ed25519.check, ed25519.pure_check])
def test_exactly_88_of_151_are_accepted(check: Check) -> None:
    groups = json.loads((LEDGER / "ed25519-wycheproof" / "ed25519_test.json").read_text())
    accepted = total = 0
    for group in groups["testGroups"]:
        public = bytes.fromhex(group["publicKey"]["pk"])
        for one in group["tests"]:
            found = check(public, bytes.fromhex(one["sig"]), bytes.fromhex(one["msg"]))
            assert found is (one["result"] == "valid"), one["tcId"]
            accepted, total = accepted + found, total + 1
    assert (accepted, total) == (88, 151)


def chain(name: str) -> list[bytes]:
    """Certificates in DER, whatever the file's name says of its form."""
    data = (LEDGER / "rfc3161" / name).read_bytes()
    if data[:1] == b"\x30":
        return [data]
    found = re.findall(r"BEGIN CERTIFICATE-+(.*?)-+END", data.decode(), re.DOTALL)
    return [base64.b64decode("".join(one.split())) for one in found]


def stamp(name: str, pinned: list[bytes], message: bytes = b"hello") -> str:
    try:
        found = check_token((LEDGER / "rfc3161" / name).read_bytes(), message, pinned)
    except TokenRefused as error:
        return error.code
    return f"{found.at:%Y-%m-%dT%H:%M:%SZ}"


TOKENS = [
    ("sigstage/response-sha256.tsr", "sigstage", "2025-05-09T11:58:55Z"),
    ("sigstage/response-sha384.tsr", "sigstage", "2025-05-09T11:58:55Z"),
    ("sigstage/response-sha512.tsr", "sigstage", "2025-05-09T11:58:56Z"),
    ("sigstage/response-invalid-signature.tsr", "sigstage", "timestamp.signature"),
    ("sigstage/response-no-embedded-cert.tsr", "sigstage", "2025-06-18T08:13:02Z"),
    ("test_tsa/response.tsr", "test_tsa", "2024-10-08T15:40:32Z"),
    ("test_tsa/other_response.tsr", "test_tsa", "timestamp.untrusted"),
    ("test_tsa/response-injected-certs.tsr", "test_tsa", "2024-10-08T15:40:32Z"),
    ("identrust/issue-104.tsr", "identrust", "2025-03-11T08:52:08Z"),
]


@pytest.mark.shared("vectors/ledger/rfc3161")
@pytest.mark.parametrize(("name", "folder", "expected"), TOKENS)
def test_tokens(name: str, folder: str, expected: str) -> None:
    assert stamp(name, chain(f"{folder}/ts_chain.pem")) == expected
    assert stamp(name, chain(f"{folder}/ts_chain.pem"), b"another") == "timestamp.imprint"


@pytest.mark.shared("vectors/ledger/rfc3161")
def test_tokens_with_parts_of_their_chain() -> None:
    stage, test = chain("sigstage/ts_chain.pem"), chain("test_tsa/ts_chain.pem")
    for size in ("256", "384"):
        for one in stage:
            name = f"sigstage/response-sha{size}.tsr"
            assert stamp(name, [one]) == "2025-05-09T11:58:55Z"
    assert stamp("sigstage/response-no-embedded-cert.tsr", stage[-1:]) == "timestamp.no_certificate"
    assert stamp("test_tsa/response.tsr", test[-1:]) == "timestamp.untrusted"
    assert stamp("test_tsa/response.tsr", []) == "timestamp.untrusted"
    payload = (LEDGER / "rfc3161/sigstore.mock/payload").read_bytes()
    expired = chain("sigstore.mock/ts_chain.pem")
    name = "sigstore.mock/response-expired.tsr"
    assert stamp(name, expired, payload) == "2023-02-01T00:00:00Z"


@pytest.mark.shared("vectors/ledger/rfc3161")
def test_a_changed_token_never_counts() -> None:
    data = (LEDGER / "rfc3161/sigstage/response-sha256.tsr").read_bytes()
    pinned = chain("sigstage/ts_chain.pem")[-1:]
    good = check_token(data, b"hello", pinned)
    for at in range(0, len(data), 7):
        bad = bytearray(data)
        bad[at] ^= 0x04
        with suppress(TokenRefused):
            # What the signature does not cover (the status text, say) may change nothing.
            assert check_token(bytes(bad), b"hello", pinned) == good
    for end in range(0, len(data), 11):
        with pytest.raises(TokenRefused):
            check_token(data[:end], b"hello", pinned)


@pytest.mark.shared("vectors/ledger/rfc3161")
def test_a_token_with_other_bytes_raises_nothing_else() -> None:
    data = (LEDGER / "rfc3161/sigstage/response-sha256.tsr").read_bytes()
    pinned = chain("sigstage/ts_chain.pem")
    good = check_token(data, b"hello", pinned)
    rolled = random.Random(3161)
    for _ in range(1500):
        bad = bytearray(data)
        for _ in range(rolled.randrange(1, 4)):
            bad[rolled.randrange(len(bad))] = rolled.randrange(256)
        with suppress(TokenRefused):
            assert check_token(bytes(bad), b"hello", pinned) == good


WORDS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eit",
    "nain",
    "ten",
    "ileven",
    "twelf",
    "threeten",
    "fourten",
    "fivten",
)
GOLDEN_KEY = (
    "PRIVATE+KEY+example.com/log/testdata+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg"
)


@pytest.mark.shared("vectors/ledger/tessera-golden-log")
def test_the_golden_log_is_made_again_byte_for_byte(tmp_path: Path) -> None:
    signer = SigningKey.parse(GOLDEN_KEY)
    entries = [word.encode() for word in WORDS]
    files = Folder(tmp_path)
    made = {"checkpoint.0": signed_head(Checkpoint(signer.name, 0, EMPTY_ROOT), signer)}
    for size in range(1, 16):
        Writer(files, size - 1, size).write(entries[size - 1 : size])
        root = root_of(size, node_reader(files.read, size))
        made[f"checkpoint.{size}"] = signed_head(Checkpoint(signer.name, size, root), signer)
    made["checkpoint"] = made["checkpoint.15"]
    golden = LEDGER / "tessera-golden-log"
    for path in tmp_path.rglob("*"):
        if path.is_file():
            made[path.relative_to(tmp_path).as_posix()] = path.read_bytes()
    theirs = {
        path.relative_to(golden).as_posix(): path.read_bytes()
        for path in golden.rglob("*")
        if path.is_file() and path.name != "LICENSE"
    }
    assert len(theirs) == 47
    assert made == theirs
