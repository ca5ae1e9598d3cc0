"""Random receipts and single changed bits before verifiers that others wrote, and before ours.

    python bench/ledger_oracles.py [COUNT] [SEED]

Each of the others checks the part that it knows: hashes of trees, paths, signatures of notes,
proofs of Sigsum, time tokens. What is not installed is named and left out. None of them is a
dependency of the product; install them in an environment of their own.
"""

from __future__ import annotations

import base64
import dataclasses
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from record import record
from tecum.ledger import ed25519, sigsum
from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.errors import BadProof, LedgerError, TokenRefused
from tecum.ledger.merkle import check_inclusion, leaf_hash
from tecum.ledger.note import Key, Note
from tecum.ledger.policy import Policy
from tecum.ledger.receipt import Receipt
from tecum.ledger.statement import statement_hash
from tecum.ledger.token import Stamp, check_token
from tests.unit.ledger.forest import Forest
from tests.unit.ledger.office import INTAKE, log_key

Agreed = Counter[str]


@dataclasses.dataclass(frozen=True)
class Proved:
    """One inclusion: what a path has to lead from, and to."""

    leaf: bytes
    index: int
    size: int
    path: tuple[bytes, ...]
    root: bytes

    @classmethod
    def of(cls, receipt: Receipt) -> Proved:
        head = Checkpoint.parse(receipt.note.text)
        return cls(receipt.leaf, receipt.index, head.size, receipt.path, head.root)

    def changed(self, dice: random.Random) -> Proved:
        """The same with one bit of one part changed."""
        part = dice.choice(["leaf", "index", "size", "path", "path", "root"])
        if part == "path" and self.path:
            at = dice.randrange(len(self.path))
            path = (*self.path[:at], flipped(self.path[at], dice), *self.path[at + 1 :])
            return dataclasses.replace(self, path=path)
        if part in ("index", "size"):
            return dataclasses.replace(
                self, **{part: getattr(self, part) ^ 1 << dice.randrange(12)}
            )
        part = "leaf" if part == "path" else part
        return dataclasses.replace(self, **{part: flipped(getattr(self, part), dice)})

    def holds(self) -> bool:
        """What we say."""
        try:
            check_inclusion(leaf_hash(self.leaf), self.index, self.size, self.path, self.root)
        except BadProof:
            return False
        return True


def flipped(raw: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ 1 << dice.randrange(8)]) + raw[at + 1 :]


def paths(receipts: list[Receipt], dice: random.Random) -> Iterator[Proved]:
    """Every receipt's proof, and each once more with one bit changed."""
    for receipt in receipts:
        whole = Proved.of(receipt)
        yield whole
        yield whole.changed(dice)


def signatures(
    receipts: list[Receipt], dice: random.Random
) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Key, signature and message of every head and leaf, and each with one bit changed."""
    for receipt in receipts:
        log = log_key().key.public
        found = [(log, receipt.note.lines[0].signature, receipt.note.text.encode())]
        if receipt.leaf[96:] == INTAKE.key.hash:
            message = b"sigsum.org/v1/tree-leaf\0" + receipt.leaf[:32]
            found.append((INTAKE.key.public, receipt.leaf[32:96], message))
        for public, signature, message in found:
            yield public, signature, message
            part = dice.randrange(3)
            parts = [public, signature, message]
            parts[part] = flipped(parts[part], dice)
            yield parts[0], parts[1], parts[2]


def with_pymerkle(forest: Forest, receipts: list[Receipt], dice: random.Random) -> Agreed:
    """Roots of every size met, its own paths beside ours, its verdict on ours."""
    from pymerkle import InmemoryTree, InvalidProof
    from pymerkle.core import _inclusion_path_layout
    from pymerkle.proof import InclusionProof

    tree = InmemoryTree(algorithm="sha256")
    for leaf in forest.tree.leaves:
        tree.append_entry(leaf)
    met: Agreed = Counter()
    for receipt in receipts:
        one = Proved.of(receipt)
        same = tree.get_root(one.size) == one.root
        same &= tuple(tree.prove_inclusion(one.index + 1, one.size).path[1:]) == one.path
        met["root and path made alike" if same else "ROOT OR PATH DIFFERS"] += 1
    for one in paths(receipts, dice):
        base = leaf_hash(one.leaf)
        rule = _inclusion_path_layout(one.index + 1, one.size)[0] if one.index < one.size else [0]
        proof = InclusionProof("sha256", True, one.size, one.index + 1, rule, [base, *one.path])
        try:
            proof.verify(base, one.root)
            theirs = len(one.path) == len(rule) - 1
        except InvalidProof:
            theirs = False
        met[_word(theirs, one.holds())] += 1
    return met


def with_sigstore(forest: Forest, receipts: list[Receipt], dice: random.Random) -> Agreed:
    """Its check of an inclusion, and its reader of signed notes with an Ed25519 key."""
    from sigstore._internal.merkle import verify_merkle_inclusion
    from sigstore._internal.rekor.checkpoint import SignedNote
    from sigstore.errors import VerificationError

    met: Agreed = Counter()
    for one in paths(receipts, dice):
        proof = SimpleNamespace(
            log_index=one.index, tree_size=one.size, hashes=list(one.path), root_hash=one.root
        )
        entry: Any = SimpleNamespace(
            _inner=SimpleNamespace(inclusion_proof=proof, canonicalized_body=one.leaf)
        )
        try:
            verify_merkle_inclusion(entry)
            theirs = one.index < one.size  # it leaves this question to its caller
        except VerificationError:
            theirs = False
        met[_word(theirs, one.holds())] += 1
    log = forest.log.key

    def verify(*, key_id: bytes, signature: bytes, data: bytes) -> None:
        if not ed25519.check(log.public, signature, data):
            raise VerificationError("not the log's")

    ring: Any = SimpleNamespace(verify=verify)
    for receipt in receipts:
        for raw in (receipt.note.raw, flipped(receipt.note.raw, dice)):
            theirs = ours = False
            try:
                SignedNote.from_text(raw.decode()).verify(ring, log.id)
                theirs = True
            except (VerificationError, ValueError):
                pass
            try:
                note = Note.parse(raw)
                own = [line for line in note.lines if line.is_by(log)]
                ours = bool(own) and verify_line(log, own[0].signature, note.text)
            except LedgerError:
                pass
            # It skips lines that are no signature lines and does not hold the name to the key.
            word = "note: theirs alone takes it" if theirs and not ours else _word(theirs, ours)
            met[word] += 1
    return met


def verify_line(key: Key, signature: bytes, text: str) -> bool:
    return ed25519.check(key.public, signature, text.encode())


def with_pure_python(forest: Forest, receipts: list[Receipt], dice: random.Random) -> Agreed:
    """Our own check without a library, on every signature."""
    met: Agreed = Counter()
    for one in signatures(receipts[: len(receipts) // 4], dice):
        met[_word(ed25519.pure_check(*one), ed25519.check(*one))] += 1
    return met


def with_openssl(forest: Forest, receipts: list[Receipt], dice: random.Random) -> Agreed:
    """The ``openssl`` program: signatures of heads and leaves, and time tokens."""
    met: Agreed = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for public, signature, message in signatures(receipts, dice):
            (folder / "key").write_bytes(bytes.fromhex("302a300506032b6570032100") + public)
            (folder / "sig").write_bytes(signature)
            (folder / "text").write_bytes(message)
            theirs = _runs(
                folder, "openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey",
                "key", "-rawin", "-in", "text", "-sigfile", "sig",
            )  # fmt: skip
            met[_word(theirs, ed25519.check(public, signature, message))] += 1
        for one in forest.authority.pins:
            text = base64.encodebytes(one).decode()
            pem = f"-----BEGIN CERTIFICATE-----\n{text}-----END CERTIFICATE-----\n"
            (folder / "pin").write_text(pem)
        at = int(forest.authority.at.timestamp())
        for receipt in receipts:
            for token in receipt.tokens:
                own = receipt.note.text + "\n" + receipt.note.lines[0].text
                for der, message in ((token.der, own), (flipped(token.der, dice), own)):
                    met[f"token: {_token(folder, der, message, at, forest)}"] += 1
    return met


def _token(folder: Path, der: bytes, message: str, at: int, forest: Forest) -> str:
    (folder / "token").write_bytes(der)
    (folder / "text").write_text(message)
    theirs = _runs(
        folder, "openssl", "ts", "-verify", "-data", "text", "-in", "token", "-CAfile", "pin",
        "-attime", str(at),
    )  # fmt: skip
    try:
        stamp = check_token(der, message.encode(), forest.authority.pins)
    except TokenRefused as refused:
        # Bits that no signature covers may be loose DER, which only we refuse.
        return f"refused by us alone, {refused.code}" if theirs else _word(theirs, False)
    said = Stamp(forest.authority.at, timedelta(seconds=forest.authority.accuracy or 0))
    if not theirs and stamp == said:
        # Versions, the set of digests and the signer's serial number stand outside what is signed.
        return "changed outside its signature, taken by us alone"
    return _word(theirs, True)


def with_sigsum(forest: Forest, receipts: list[Receipt], dice: random.Random) -> Agreed:
    """The Sigsum project's ``sigsum-verify`` on exported proofs of both versions."""
    met: Agreed = Counter()
    policy = Policy.parse(forest.policy().encode())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "policy").write_text(sigsum.policy_text(policy))
        (folder / "key").write_text(sigsum.submitter(INTAKE.key))
        for receipt in receipts:
            enough = sum(
                any(line.is_by(key) for line in receipt.note.lines)
                for key in policy.witnesses.values()
            )
            ours = receipt.leaf[96:] == INTAKE.key.hash and enough >= 2
            for version in (1, 2):
                (folder / "proof").write_text(sigsum.proof(receipt, policy, version))
                theirs = _runs(
                    folder, "sigsum-verify", "-k", "key", "-p", "policy", "proof",
                    given=receipt.statement.raw,
                )  # fmt: skip
                met[f"version {version}: {_word(theirs, ours)}"] += 1
    return met


def _runs(folder: Path, *command: str, given: bytes = b"") -> bool:
    done = subprocess.run(command, cwd=folder, input=given, capture_output=True, check=False)
    return done.returncode == 0


def _word(theirs: bool, ours: bool) -> str:
    if theirs is ours:
        return "both take it" if ours else "both refuse it"
    return "OURS ALONE TAKES IT" if ours else "THEIRS ALONE TAKES IT"


def _has(module: str) -> bool:
    try:
        __import__(module)
    except ImportError:
        return False
    return True


OTHERS: dict[str, tuple[Callable[[], bool], Callable[..., Agreed]]] = {
    "pymerkle": (lambda: _has("pymerkle"), with_pymerkle),
    "sigstore": (lambda: _has("sigstore._internal.merkle"), with_sigstore),
    "openssl": (lambda: shutil.which("openssl") is not None, with_openssl),
    "sigsum-verify": (lambda: shutil.which("sigsum-verify") is not None, with_sigsum),
    "our own check in Python alone": (lambda: True, with_pure_python),
}


def main() -> int:
    """Ask everyone who is there; a difference that is not explained ends with status 1."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    dice = random.Random(seed)
    forest = Forest(seed=seed)
    receipts = [Receipt.parse(forest.receipt(dice)) for _ in range(count)]
    assert len({statement_hash(one.statement.raw) for one in receipts}) > count // 4
    figures: dict[str, Any] = {"receipts": count, "seed": seed}
    differs = False
    for name, (there, ask) in OTHERS.items():
        if not there():
            print(f"{name}: not installed, left out")
            figures[name] = "absent"
            continue
        met = ask(forest, receipts, dice)
        differs |= any(word.isupper() or "ALONE" in word for word in met)
        figures[name] = dict(sorted(met.items()))
        print(f"{name}: {figures[name]}", flush=True)
    record("ledger_oracles", figures, "pymerkle", "sigstore", "cryptography")
    return 1 if differs else 0


if __name__ == "__main__":
    sys.exit(main())
