"""The executable example: every file made again from its seeds, every verdict as stated."""

from __future__ import annotations

import base64
import hashlib
import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tecum.ledger import sigsum
from tecum.ledger.__main__ import main
from tecum.ledger.commitment import commit, digest
from tecum.ledger.folder import Folder
from tecum.ledger.handing import write_receipt
from tecum.ledger.journal import FileJournal
from tecum.ledger.log import Log
from tecum.ledger.merkle import check_consistency, check_inclusion
from tecum.ledger.merkle import leaf_hash as hash_of
from tecum.ledger.note import Note
from tecum.ledger.policy import Policy
from tecum.ledger.proofs import Range, consistency, inclusion
from tecum.ledger.receipt import Receipt
from tecum.ledger.signing import SigningKey, cosign, make_leaf, sign
from tecum.ledger.statement import Statement
from tecum.ledger.store import SqliteStore
from tecum.ledger.vault import seal, unseal, wrap
from tests.shared import SHARED

EXAMPLE = SHARED / "vectors" / "ledger" / "example"
pytestmark = pytest.mark.shared("vectors/ledger/example")
SIGNERS = ["operator", "intake", "intake", "counsel", "operator"]


def read(name: str) -> bytes:
    return (EXAMPLE / name).read_bytes()


@pytest.fixture(scope="module")
def values() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(read("values.json"))
    return found


def key(values: dict[str, Any], name: str) -> SigningKey:
    row = values["keys"][name]
    return SigningKey(row["name"], row["type"], bytes.fromhex(row["seed"]))


def test_keys(values: dict[str, Any]) -> None:
    for name, row in values["keys"].items():
        one = key(values, name).key
        assert one.vkey == row["vkey"]
        assert one.hash.hex() == row["key_hash"]
        assert hashlib.sha256(row["seed_sha256_of"].encode()).hexdigest() == row["seed"]


def test_commitments(values: dict[str, Any]) -> None:
    for row in values["commitments"].values():
        salt, value = base64.b64decode(row["salt"]), row["value_utf8"].encode()
        assert commit(row["label"], salt, digest(value)) == base64.b64decode(row["commit"])


def test_statements_and_leaves(values: dict[str, Any]) -> None:
    for index, (row, name) in enumerate(zip(values["statements"], SIGNERS, strict=True)):
        raw = read(f"statements/{index}.statement")
        found = Statement.parse(raw)
        assert sign(found.note.text, key(values, name)) == raw
        assert found.hash.hex() == row["statement_hash"]
        assert make_leaf(raw, key(values, name)) == read(f"leaves/{index}.leaf")
        assert hash_of(read(f"leaves/{index}.leaf")).hex() == row["leaf_hash"]
    theirs = Statement.parse(read("statements/issuer-submitted.statement"))
    assert theirs.hash.hex() == values["issuer_statement_hash"]


@pytest.fixture
def log(values: dict[str, Any], tmp_path: Path) -> Log:
    """The example's log, made again: published at sizes 1, 4 and 5, cosigned as stated."""
    signers = [key(values, name) for name in ("operator", "intake", "counsel")]
    made = Log(
        SqliteStore(tmp_path / "entries.sqlite"),
        FileJournal(tmp_path / "head.journal"),
        Folder(tmp_path / "public"),
        key(values, "log"),
        [one.key for one in signers],
        keys=signers,
    )
    statements = [read(f"statements/{index}.statement") for index in range(5)]
    for batch, size in ((statements[:1], 1), (statements[1:4], 4), (statements[4:], 5)):
        made.append(batch)
        kept = f"checkpoints/{size}.cosignatures"
        made.files.replace(kept, cosignatures(values, size))
    token = read("tsa/4.tsr")
    made.files.replace("checkpoints/4.tsa.example.tsr", token)
    return made


def cosignatures(values: dict[str, Any], size: int) -> bytes:
    """The lines that the witnesses gave, signed again at the seconds they state."""
    text = read(f"log/checkpoints/{size}").decode().partition("\n\n")[0] + "\n"
    lines = []
    for row in read(f"log/checkpoints/{size}.cosignatures").splitlines(keepends=True):
        line = Note.parse(text.encode() + b"\n" + row).lines[0]
        name = "agency witness" if line.name.startswith("agency") else "archive witness"
        at = int.from_bytes(line.signature[:8], "big")
        lines.append(cosign(text, key(values, name), at))
    return "".join(lines).encode()


def test_every_file_of_the_log(log: Log, values: dict[str, Any], tmp_path: Path) -> None:
    public = tmp_path / "public"
    names = [path.relative_to(EXAMPLE / "log") for path in (EXAMPLE / "log").rglob("*")]
    compared = 0
    for name in names:
        if (EXAMPLE / "log" / name).is_file() and name.as_posix() != "checkpoint":
            assert (public / name).read_bytes() == read(f"log/{name}"), name
            compared += 1
    assert compared == 12
    # The published head carries the newest cosignatures, which the witness client will add.
    assert read("log/checkpoint").startswith((public / "checkpoint").read_bytes())
    assert log.audit({"kept": read("log/checkpoints/4")}).is_clean


@pytest.mark.parametrize(
    ("name", "size", "opened"),
    [
        ("receipt", 4, ["addressee", "content", "sender"]),
        ("receipt-acknowledged", 4, ["content"]),
        ("receipt-after-erasure", 5, []),
        ("receipt-logged-only", 4, []),
        ("receipt-timestamped-only", 4, None),
    ],
)
def test_every_receipt(
    log: Log, values: dict[str, Any], name: str, size: int, opened: list[str] | None
) -> None:
    raw = read(f"{name}.tlog-proof")
    theirs = Receipt.parse(raw)
    assert write_receipt(theirs) == raw
    made = Receipt.parse(log.prove(theirs.statement.hash, theirs.openings, size=size))
    if opened is not None:
        assert [one.label for one in theirs.openings] == opened
    assert (made.statement, made.leaf, made.index, made.path) == (
        theirs.statement,
        theirs.leaf,
        theirs.index,
        theirs.path,
    )
    assert made.note.raw.startswith(theirs.note.raw)
    if name == "receipt":
        assert write_receipt(made) == raw


def test_trees_and_proofs(values: dict[str, Any]) -> None:
    eight = json.loads(read("rfc6962-8.json"))
    hashes = [hash_of(bytes.fromhex(leaf)) for leaf in eight["leaves"]]
    assert [one.hex() for one in hashes] == eight["leaf_hashes"]
    node = naive(hashes)
    for size, root in enumerate(eight["roots"]):
        edge = Range()
        for one in hashes[:size]:
            edge.append(one)
        assert edge.root().hex() == root
    roots = [bytes.fromhex(root) for root in eight["roots"]]
    for name, path in eight["inclusion"].items():
        index, size = map(int, name.split("/"))
        assert [one.hex() for one in inclusion(index, size, node)] == path
        check_inclusion(
            hashes[index], index, size, [bytes.fromhex(one) for one in path], roots[size]
        )
    for name, path in eight["consistency"].items():
        old, new = map(int, name.split("/"))
        assert [one.hex() for one in consistency(old, new, node)] == path
        proof = [bytes.fromhex(one) for one in path]
        check_consistency(old, new, roots[old], roots[new], proof)


def naive(hashes: list[bytes]) -> Callable[[int, int], bytes]:
    def node(level: int, n: int) -> bytes:
        if level == 0:
            return hashes[n]
        both = node(level - 1, 2 * n) + node(level - 1, 2 * n + 1)
        return hashlib.sha256(b"\x01" + both).digest()

    return node


def test_roots_up_to_a_hundred_thousand() -> None:
    wanted = {int(size): root for size, root in json.loads(read("roots.json"))["roots"].items()}
    edge = Range()
    checked = 0
    while edge.size < 100_000:
        edge.append(hash_of(hashlib.sha256(b"tecum entry %d" % edge.size).digest() * 4))
        if edge.size in wanted:
            assert edge.root().hex() == wanted[edge.size]
            checked += 1
    assert checked >= 12


def test_the_vault_record(values: dict[str, Any]) -> None:
    row = values["vault"]
    record, dek, kek, nonce, sealed = (
        bytes.fromhex(row[name])
        for name in ("record_id", "dek", "kek", "nonce", "ciphertext_and_tag")
    )
    assert wrap(kek, dek).hex() == row["wrapped_dek"]
    assert seal(dek, record, 0, nonce, row["plaintext"].encode()) == sealed
    assert unseal(dek, record, 0, nonce, sealed).decode() == row["plaintext"]


@pytest.mark.parametrize("version", [1, 2])
def test_the_sigsum_proof(values: dict[str, Any], version: int) -> None:
    receipt = Receipt.parse(read("receipt.tlog-proof"))
    policy = Policy.parse(read("court.policy"))
    assert (
        sigsum.proof(receipt, policy, version) == read(f"sigsum/entry1.v{version}.proof").decode()
    )
    assert sigsum.submitter(key(values, "intake").key) == read("sigsum/submitter.pub").decode()
    assert sigsum.policy_text(policy) == read("sigsum/policy").decode()


def expected() -> list[tuple[str, dict[str, Any]]]:
    path = EXAMPLE / "tampered" / "expected.json"
    if not path.exists():
        return []
    found = json.loads(path.read_text())
    rows = []
    for name, want in found["cases"].items():
        if name.endswith(".policy"):
            line = f"receipt.tlog-proof --policy tampered/{name} --file demand.txt"
        else:
            line = f"tampered/{name} --policy court.policy --file demand.txt"
        rows.append((line, want))
    for line, want in found["others"].items():
        rows.append((f"{line.replace(' with ', ' ')} --policy court.policy", want))
    return rows


@pytest.mark.parametrize(("line", "want"), expected())
def test_every_verdict(
    line: str,
    want: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(EXAMPLE)
    assert main([*shlex.split(line), "--json"]) == want["exit"]
    out, err = capsys.readouterr()
    if want["verdict"] is None:
        assert want["reason"] in err
        return
    verdict = json.loads(out)
    assert (verdict["verdict"], verdict["exit"]) == (want["verdict"], want["exit"])
    if (want["reason"] or "").endswith(" (notice)"):
        code = want["reason"].removesuffix(" (notice)")
        assert any(notice.startswith(code) for notice in verdict["notices"])
        assert verdict["reason"] is None
    else:
        assert verdict["reason"] == want["reason"]
    for bound in ("not_before", "not_after"):
        if bound in want:
            assert verdict["bracket"][bound] == want[bound]


def test_all_35_verdicts_are_there() -> None:
    assert len(expected()) == 35
