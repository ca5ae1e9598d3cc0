"""The one function that checks a receipt, the verdict it gives, and the sentence for people.

The order of checks is fixed; the first failure decides the reason; what was established before
it is still reported. Keys come from the trust file, never from the receipt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache

from tecum.ledger.bracket import Bracket, Source, Witnessed, lower, position, upper
from tecum.ledger.checkpoint import Checkpoint, SignedCheckpoint
from tecum.ledger.encodings import instant_text
from tecum.ledger.merkle import NodeReader, check_consistency, check_inclusion, leaf_hash, root_of
from tecum.ledger.note import Key, Note
from tecum.ledger.policy import Policy
from tecum.ledger.receipt import Receipt
from tecum.ledger.refused import BadProof, BadSignature, Fork, Malformed, TokenRefused
from tecum.ledger.statement import Statement, check_leaf
from tecum.ledger.token import check_token

__all__ = ["SENTENCES", "Outcome", "Verdict", "verify"]

_TREE = "sigsum.org/v1/tree/"
_SHOWN = ("type", "docket", "at", "grade", "code", "on")


class Outcome(IntEnum):
    """The six verdicts; the number is the exit status of ``tecum verify``."""

    WITNESSED = 0
    TIMESTAMPED = 10
    LOGGED = 11
    UNKNOWN_KEYS = 20
    CONFLICT = 30
    INVALID = 40


SENTENCES = {
    Outcome.WITNESSED: "The statement is in the log, and the witnesses your trust file asks for "
    "have seen that log.",
    Outcome.TIMESTAMPED: "In the log; a time authority you trust has dated the head; not enough "
    "witnesses.",
    Outcome.LOGGED: "In the log according to its operator alone.",
    Outcome.UNKNOWN_KEYS: "Nothing is wrong, but your trust file does not know this log or this "
    "signer.",
    Outcome.CONFLICT: "The log's operator has signed two histories that cannot both be true. "
    "Keep both files.",
    Outcome.INVALID: "This receipt does not prove what it says: {reason}.",
}


@dataclass
class Verdict:
    """What a receipt proves to the holder of one trust file, with reason and limits."""

    policy_sha256: bytes
    outcome: Outcome = Outcome.INVALID
    reason: str | None = None
    notices: list[str] = field(default_factory=list)
    statement: Statement | None = None
    signer: Mapping[str, str] | None = None
    log: Mapping[str, object] | None = None
    witnesses: list[dict[str, object]] = field(default_factory=list)
    timestamps: list[dict[str, object]] = field(default_factory=list)
    bracket: Bracket = field(default_factory=Bracket)
    position: str | None = None
    disclosures: list[dict[str, object]] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """The verdict in one sentence."""
        return SENTENCES[self.outcome].format(reason=self.reason)

    def as_json(self, verifier: Mapping[str, str]) -> dict[str, object]:
        """The verdict as ``tecum.verdict/1``."""
        found = self.statement
        codes = list(found.lines.get("code", ())) if found else []
        return {
            "schema": "tecum.verdict/1",
            "verdict": self.outcome.name,
            "exit": int(self.outcome),
            "reason": self.reason,
            "sentence": self.sentence,
            "notices": self.notices,
            "statement": found
            and {
                **{name: found.value(name) for name in _SHOWN},
                "seq": found.seq,
                "codes": codes,
                "refs": list(found.lines.get("ref", ())),
                "hash": found.hash.hex(),
            },
            "signer": self.signer,
            "log": self.log,
            "witnesses": self.witnesses,
            "timestamps": self.timestamps,
            "bracket": {
                **_bounds(self.bracket),
                "sources": [
                    {"kind": one.kind, "name": one.name, **_bounds(one)}
                    for one in self.bracket.sources
                ],
            },
            "claim": found and {"at": found.value("at"), "position": self.position},
            "disclosures": self.disclosures,
            "policy_sha256": self.policy_sha256.hex(),
            "verifier": dict(verifier),
        }


def verify(
    receipt: bytes,
    policy: Policy,
    *,
    files: Mapping[str, bytes] | None = None,
    known: Mapping[str, bytes] | None = None,
    tiles: Callable[[int], NodeReader] | None = None,
) -> Verdict:
    """Check a receipt against a trust file; any bytes whatever give a verdict.

    Args:
        receipt: The bytes of a ``.tlog-proof`` file.
        policy: The trust file.
        files: Name → SHA-256 of files that must be among the opened values.
        known: Name → heads of the log that were kept from elsewhere.
        tiles: Size → reader of the log's tiles, to compare kept heads of other sizes.
    """
    check = _Check(receipt, policy, files or {}, known or {}, tiles)
    verdict = check.verdict
    try:
        check.run()
    except _Unknown as stop:
        verdict.outcome, verdict.reason = Outcome.UNKNOWN_KEYS, stop.args[0]
    except Fork:
        verdict.outcome, verdict.reason = Outcome.CONFLICT, "fork"
    except (Malformed, BadSignature, BadProof) as error:
        verdict.outcome, verdict.reason = Outcome.INVALID, error.code
        if "detail" in error.fields:
            verdict.notices.append(str(error.fields["detail"]))
    return verdict


class _Unknown(Exception):
    """The trust file does not list what the receipt names."""


@dataclass
class _Check:
    """The steps of the check, in their fixed order."""

    raw: bytes
    policy: Policy
    files: Mapping[str, bytes]
    known: Mapping[str, bytes]
    tiles: Callable[[int], NodeReader] | None

    def __post_init__(self) -> None:
        self.verdict = Verdict(self.policy.sha256)

    def run(self) -> None:
        """Steps 2 to 14; the first that fails raises."""
        self.receipt = Receipt.parse(self.raw)
        self.head = Checkpoint.parse(self.receipt.note.text)
        self.verdict.notices += [f"receipt.member: {name}" for name in self.receipt.unknown]
        self._check_statement()
        self._check_log()
        self._check_inclusion()
        if self.key is None or self.policy.is_own(self.key.name, self.head.origin) is False:
            raise _Unknown("signer")
        self._check_earlier()
        self._check_known()
        self._check_openings()
        self._check_tokens()
        self._bound()
        self._check_period()
        self._decide()

    def _check_statement(self) -> None:
        """Steps 3 and 4."""
        statement = self.receipt.statement
        self.verdict.statement = statement
        line, *others = statement.note.lines
        signer = self.policy.signers.get((line.name, line.id))
        self.key = signer.key if signer else None
        if self.key:
            statement.check_signature(line, self.key)
        for other in others:
            further = self.policy.signers.get((other.name, other.id))
            if further:
                statement.check_signature(other, further.key)
            else:
                self.verdict.notices.append("statement.signer: a further signer is not known")
        check_leaf(statement.raw, self.receipt.leaf, self.key)
        self.verdict.signer = {"name": line.name, "key_hash": self.receipt.leaf[96:].hex()}

    def _check_log(self) -> None:
        """Steps 5 and 6."""
        origin = self.head.origin
        log = self.policy.logs.get(origin)
        wanted = self.receipt.statement.log
        if origin.startswith(_TREE) and origin != _TREE + wanted.hex():
            raise BadProof("statement.log")
        if log is None:
            raise _Unknown("log")
        if log.hash != wanted:
            raise BadProof("statement.log")
        self.log_key = log
        self.signed = self._open(self.receipt.note, log)
        self.verdict.log = {
            "origin": origin,
            "name": self.policy.names.get(origin),
            "size": self.head.size,
            "index": self.receipt.index,
        }
        self.witnessed = Witnessed.of(self.signed.cosignatures, self.policy, origin)
        counted = self.policy.quorum is not None
        self.verdict.witnesses = [
            {**vars(one), "at": instant_text(one.at), "counted": counted} for one in self.witnessed
        ]
        if self.signed.unknown:
            self.verdict.notices.append(f"cosignature.unknown: {self.signed.unknown}")

    def _open(self, note: Note, log: Key) -> SignedCheckpoint:
        return _signed(note, log, tuple(self.policy.witnesses.values()))

    def _check_inclusion(self) -> None:
        receipt = self.receipt
        check_inclusion(
            leaf_hash(receipt.leaf), receipt.index, self.head.size, receipt.path, self.head.root
        )

    def _check_earlier(self) -> None:
        """Step 9."""
        self.before: SignedCheckpoint | None = None
        earlier = self.receipt.earlier
        if earlier is None:
            return
        if earlier.note.text.partition("\n")[0] != self.head.origin:
            raise BadProof("earlier.log")
        try:
            before = self._open(earlier.note, self.log_key)
        except Malformed:
            raise Malformed("earlier.note") from None
        except BadSignature as error:
            raise BadSignature("earlier." + error.code.removeprefix("checkpoint.")) from None
        self._compare(before.head, before.as_signed)
        if before.head.size > self.receipt.index:
            raise BadProof("earlier.size")
        old, new = before.head, self.head
        try:
            check_consistency(old.size, new.size, old.root, new.root, earlier.consistency)
        except BadProof:
            raise BadProof("earlier.consistency") from None
        self.before = before

    def _compare(self, other: Checkpoint, raw: bytes) -> None:
        if other.size == self.head.size and other.root != self.head.root:
            raise Fork(self.signed.as_signed, raw)

    def _check_known(self) -> None:
        """Step 10: heads kept from elsewhere."""
        for name, raw in self.known.items():
            try:
                kept = self._open(Note.parse(raw), self.log_key)
            except (Malformed, BadSignature) as error:
                self.verdict.notices.append(f"known.unusable: {name} ({error.code})")
                continue
            if kept.head.origin != self.head.origin:
                self.verdict.notices.append(f"known.unusable: {name} (another log)")
                continue
            self._compare(kept.head, kept.as_signed)
            if self.before and self.before.head.size == kept.head.size:
                if self.before.head.root != kept.head.root:
                    raise Fork(self.before.as_signed, kept.as_signed)
            elif kept.head.size != self.head.size and not self._compare_by_tiles(kept):
                self.verdict.notices.append(f"known.not_comparable: {name}")

    def _compare_by_tiles(self, kept: SignedCheckpoint) -> bool:
        """Compare heads of two sizes through tiles that hash to the larger of them."""
        small, large = sorted((kept.head, self.head), key=lambda head: head.size)
        with suppress(LookupError):
            if self.tiles and root_of(large.size, self.tiles(large.size)) == large.root:
                if root_of(small.size, self.tiles(large.size)) != small.root:
                    raise Fork(self.signed.as_signed, kept.as_signed)
                return True
        return False

    def _check_openings(self) -> None:
        """Step 11."""
        commits = self.receipt.statement.commits
        shown: dict[bytes, str] = {digest: name for name, digest in self.files.items()}
        for opening in self.receipt.openings:
            if commits.get(opening.label) != opening.commitment:
                raise BadProof(f"disclosure.{opening.label}")
            file = shown.get(opening.sha256)
            self.verdict.disclosures.append(_shown(opening.label, opening.sha256, file))
        opened = {opening.label: opening.sha256 for opening in self.receipt.openings}
        self.verdict.disclosures += [_shown(one, None) for one in commits if one not in opened]
        if not opened:
            # A receipt that opens nothing says nothing about any file; it is not a mismatch.
            self.verdict.notices += [f"file.not_opened: {name}" for name in self.files]
        elif any(digest not in opened.values() for digest in self.files.values()):
            raise BadProof("file.mismatch")

    def _check_tokens(self) -> None:
        """Step 12: a token that fails is named and does not count."""
        self.stamps: list[Source] = []
        for token in self.receipt.tokens:
            entry: dict[str, object] = {"tsa": ascii(token.tsa)[1:-1][:128], "at": None}
            pins = self.policy.authorities.get(token.tsa)
            try:
                if pins is None:
                    raise TokenRefused("timestamp.untrusted")
                stamp = check_token(token.der, self.signed.as_signed, pins)
            except TokenRefused as error:
                entry |= {"counted": False, "reason": error.code}
                self.verdict.notices.append(f"{error.code}: {entry['tsa']}")
            else:
                entry |= {"at": instant_text(stamp.at), "counted": True, "reason": None}
                self.stamps.append(Source("tsa", token.tsa, not_after=stamp.not_after))
            self.verdict.timestamps.append(entry)

    def _bound(self) -> None:
        """The bracket: quorum of witnesses first, every source beneath it."""
        held = self.before.cosignatures if self.before else ()
        before = Witnessed.of(held, self.policy, self.head.origin)
        has_quorum = self.policy.quorum is not None
        sources = [Source("witness", one.name, not_before=one.at) for one in before]
        sources += [Source("witness", one.name, not_after=one.at) for one in self.witnessed]
        dated = [one.not_after for one in self.stamps if one.not_after]
        self.verdict.bracket = Bracket(
            lower(before, self.policy),
            upper(self.witnessed, self.policy) or min(dated, default=None),
            (*(sources if has_quorum else ()), *self.stamps),
        )
        statement = self.receipt.statement
        self.verdict.position = position(
            statement.at, statement.clock_error_ms, self.verdict.bracket
        )

    def _check_period(self) -> None:
        """Step 13: the key must have been good at evidence time, whenever this is read."""
        line = self.receipt.statement.first
        signer = self.policy.signers[line.name, line.id]
        at = self.verdict.bracket.evidence_at
        ended = signer.until is not None and (at is None or at > signer.until)
        if ended or (signer.since is not None and at is not None and at < signer.since):
            raise BadProof("signer.period")

    def _decide(self) -> None:
        """Step 14: a quorum, and one witness at least that is not the operator's own."""
        names = {one.name for one in self.witnessed}
        if self.policy.is_quorum(names):
            if any(not one.operator for one in self.witnessed):
                self.verdict.outcome = Outcome.WITNESSED
                return
            self.verdict.reason = "operator"
        else:
            self.verdict.reason = "quorum"
        self.verdict.outcome = Outcome.TIMESTAMPED if self.stamps else Outcome.LOGGED


@lru_cache(maxsize=64)
def _signed(note: Note, log: Key, witnesses: tuple[Key, ...]) -> SignedCheckpoint:
    """A head checked once for all receipts under it; a head that fails is checked every time."""
    return SignedCheckpoint.verify(note, log, witnesses)


def _bounds(one: Bracket | Source) -> dict[str, str | None]:
    pair = {"not_before": one.not_before, "not_after": one.not_after}
    return {name: instant_text(at) if at else None for name, at in pair.items()}


def _shown(label: str, sha256: bytes | None, file: str | None = None) -> dict[str, object]:
    opened = sha256 is not None
    digest = sha256.hex() if sha256 is not None else None
    return {"label": label, "sha256": digest, "opened": opened, "file": file}
