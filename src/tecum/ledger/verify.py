"""The one function that checks a receipt, the verdict it gives, and the sentence for people.

The order of checks is fixed; the first failure decides the reason; what was established before
it is still reported. Keys come from the trust file, never from the receipt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from tecum.ledger.bracket import Bracket, Source, Witnessed, lower, position, upper
from tecum.ledger.checkpoint import Checkpoint, SignedCheckpoint
from tecum.ledger.encodings import instant_text
from tecum.ledger.merkle import NodeReader, check_consistency, check_inclusion, leaf_hash, root_of
from tecum.ledger.note import Key, Note
from tecum.ledger.policy import Policy
from tecum.ledger.receipt import Receipt
from tecum.ledger.refused import BadProof, BadSignature, Fork, Malformed, TokenRefused, refuse_if
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


_SENTENCES = """
The statement is in the log, and the witnesses your trust file asks for have seen that log.
In the log; a time authority you trust has dated the head; not enough witnesses.
In the log according to its operator alone.
Nothing is wrong, but your trust file does not know this log or this signer.
The log's operator has signed two histories that cannot both be true. Keep both files.
This receipt does not prove what it says: {reason}.
"""
SENTENCES = dict(zip(Outcome, _SENTENCES.strip().split("\n"), strict=True))


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
    bracket: Bracket = Bracket()  # noqa: RUF009  (it never changes)
    position: str | None = None
    disclosures: list[dict[str, object]] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """The verdict in one sentence."""
        return SENTENCES[self.outcome].format(reason=self.reason)

    def as_json(self, verifier: Mapping[str, str]) -> dict[str, object]:
        """The verdict as ``tecum.verdict/1``."""
        found, sources = self.statement, self.bracket.sources
        shown = [{"kind": one.kind, "name": one.name, **_bounds(one)} for one in sources]
        return {
            "schema": "tecum.verdict/1",
            "verdict": self.outcome.name,
            "exit": int(self.outcome),
            **{name: getattr(self, name) for name in ("reason", "sentence", "notices")},
            "statement": found and _described(found),
            **{name: getattr(self, name) for name in ("signer", "log", "witnesses", "timestamps")},
            "bracket": {**_bounds(self.bracket), "sources": shown},
            "claim": found and {"at": found.value("at"), "position": self.position},
            "disclosures": self.disclosures,
            "policy_sha256": self.policy_sha256.hex(),
            "verifier": dict(verifier),
        }


def _described(found: Statement) -> dict[str, object]:
    lists = {name: list(found.lines.get(name[:-1], ())) for name in ("codes", "refs")}
    shown = {name: found.value(name) for name in _SHOWN}
    return {**shown, "seq": found.seq, **lists, "hash": found.hash.hex()}


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
    verdict = Verdict(policy.sha256)
    try:
        _Check(receipt, policy, files or {}, known or {}, tiles, verdict).run()
    except _Unknown as stop:
        verdict.outcome, verdict.reason = Outcome.UNKNOWN_KEYS, stop.args[0]
    except Fork:
        verdict.outcome, verdict.reason = Outcome.CONFLICT, "fork"
    except (Malformed, BadSignature, BadProof) as error:
        verdict.outcome, verdict.reason = Outcome.INVALID, error.code
        verdict.notices += [str(error.fields[name]) for name in error.fields if name == "detail"]
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
    verdict: Verdict

    def run(self) -> None:
        """Steps 2 to 14; the first that fails raises."""
        receipt = self.receipt = Receipt.parse(self.raw)
        head = self.head = _three_lines(receipt.note.text)
        self.verdict.notices += [f"receipt.member: {name}" for name in receipt.unknown]
        self._check_statement()
        self._check_log()
        check_inclusion(leaf_hash(receipt.leaf), receipt.index, head.size, receipt.path, head.root)
        if self.key is None or self.policy.is_own(self.key.name, head.origin) is False:
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
        statement, leaf = self.receipt.statement, self.receipt.leaf
        self.verdict.statement = statement
        keys = [self.policy.signers.get((one.name, one.id)) for one in statement.note.lines]
        for line, signer in zip(statement.note.lines, keys, strict=True):
            if signer:
                statement.check_signature(line, signer.key)
            elif line is not statement.first:
                self.verdict.notices.append("statement.signer: a further signer is not known")
        self.signer = keys[0]
        self.key = self.signer.key if self.signer else None
        check_leaf(statement.raw, leaf, self.key)
        self.verdict.signer = {"name": statement.first.name, "key_hash": leaf[96:].hex()}

    def _check_log(self) -> None:
        """Steps 5 and 6."""
        origin, wanted = self.head.origin, self.receipt.statement.log
        is_other = origin.startswith(_TREE) and origin != _TREE + wanted.hex()
        refuse_if(is_other, "statement.log", BadProof)
        log = self.policy.logs.get(origin)
        if log is None:
            raise _Unknown("log")
        refuse_if(log.hash != wanted, "statement.log", BadProof)
        self.log_key = log
        self.seen = _seen(self.receipt.note, log, self.policy)
        self.signed = self.seen.signed
        shown = {"origin": origin, "name": self.policy.names.get(origin)}
        self.verdict.log = {**shown, "size": self.head.size, "index": self.receipt.index}
        self.verdict.witnesses += [{**row} for row in self.seen.rows]
        if self.signed.unknown:
            self.verdict.notices.append(f"cosignature.unknown: {self.signed.unknown}")

    def _check_earlier(self) -> None:
        """Step 9."""
        self.before: _Seen | None = None
        earlier = self.receipt.earlier
        if earlier is None:
            return
        is_other = earlier.note.text.partition("\n")[0] != self.head.origin
        refuse_if(is_other, "earlier.log", BadProof)
        try:
            self.before = _seen(earlier.note, self.log_key, self.policy)
        except Malformed:
            raise Malformed("earlier.note") from None
        except BadSignature as error:
            raise BadSignature("earlier." + error.code.removeprefix("checkpoint.")) from None
        self._compare(self.signed, self.before.signed)
        old, new = self.before.signed.head, self.head
        refuse_if(old.size > self.receipt.index, "earlier.size", BadProof)
        try:
            check_consistency(old.size, new.size, old.root, new.root, earlier.consistency)
        except BadProof:
            raise BadProof("earlier.consistency") from None

    @staticmethod
    def _compare(one: SignedCheckpoint, other: SignedCheckpoint) -> bool:
        """Whether two heads are of one size, where they must have one root."""
        if one.head.size == other.head.size and one.head.root != other.head.root:
            raise Fork(one.as_signed, other.as_signed)
        return one.head.size == other.head.size

    def _check_known(self) -> None:
        """Step 10: heads kept from elsewhere."""
        for name, raw in self.known.items():
            try:
                kept = _seen(Note.parse(raw), self.log_key, self.policy).signed
            except (Malformed, BadSignature) as error:
                self.verdict.notices.append(f"known.unusable: {name} ({error.code})")
                continue
            if kept.head.origin != self.head.origin:
                self.verdict.notices.append(f"known.unusable: {name} (another log)")
                continue
            heads = [one.signed for one in (self.seen, self.before) if one]
            if not any(self._compare(one, kept) for one in heads) and not self._by_tiles(kept):
                self.verdict.notices.append(f"known.not_comparable: {name}")

    def _by_tiles(self, kept: SignedCheckpoint) -> bool:
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
        commits, opened = self.receipt.statement.commits, dict[str, bytes]()
        names: dict[bytes, str] = {digest: name for name, digest in self.files.items()}
        for one in self.receipt.openings:
            if commits.get(one.label) != one.commitment:
                raise BadProof(f"disclosure.{one.label}")
            opened[one.label] = one.sha256
            self._disclose(one.label, one.sha256.hex(), names.get(one.sha256))
        for label in commits:
            if label not in opened:
                self._disclose(label, None)
        if not opened:
            # A receipt that opens nothing says nothing about any file; it is not a mismatch.
            self.verdict.notices += [f"file.not_opened: {name}" for name in self.files]
        else:
            is_other = any(digest not in opened.values() for digest in self.files.values())
            refuse_if(is_other, "file.mismatch", BadProof)

    def _disclose(self, label: str, sha256: str | None, file: str | None = None) -> None:
        row = {"label": label, "sha256": sha256, "opened": sha256 is not None}
        self.verdict.disclosures.append({**row, "file": file})

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
        seen, before = self.seen, self.before
        held = before.witnessed if before else ()
        sources = [Source("witness", one.name, not_before=one.at) for one in held]
        sources += [Source("witness", one.name, not_after=one.at) for one in seen.witnessed]
        shown = (*(sources if self.policy.quorum is not None else ()), *self.stamps)
        dated = min([one.not_after for one in self.stamps if one.not_after], default=None)
        low, high = before.lower if before else None, seen.upper or dated
        bracket = self.verdict.bracket = Bracket(low, high, shown)
        statement = self.receipt.statement
        self.verdict.position = position(statement.at, statement.clock_error_ms, bracket)

    def _check_period(self) -> None:
        """Step 13: the key must have been good at evidence time, whenever this is read."""
        signer, at = self.signer, self.verdict.bracket.evidence_at
        is_over = signer and signer.until and (at is None or at > signer.until)
        is_early = signer and signer.since and at and at < signer.since
        refuse_if(is_over or is_early, "signer.period", BadProof)

    def _decide(self) -> None:
        """Step 14: a quorum, and one witness at least that is not the operator's own."""
        is_quorum = self.seen.upper is not None
        if is_quorum and not all(one.operator for one in self.seen.witnessed):
            self.verdict.outcome = Outcome.WITNESSED
            return
        self.verdict.reason = "operator" if is_quorum else "quorum"
        self.verdict.outcome = Outcome.TIMESTAMPED if self.stamps else Outcome.LOGGED


_three_lines = lru_cache(maxsize=8)(Checkpoint.parse)


class _Seen(NamedTuple):
    """A head whose signatures hold, and what its cosignatures say under one trust file."""

    signed: SignedCheckpoint
    witnessed: list[Witnessed]
    rows: list[dict[str, object]]
    lower: datetime | None
    upper: datetime | None


@lru_cache(maxsize=64)
def _seen(note: Note, log: Key, policy: Policy) -> _Seen:
    """A head checked once for all receipts under it; a head that fails is checked every time."""
    signed = SignedCheckpoint.verify(note, log, policy.witnesses.values())
    found = Witnessed.of(signed.cosignatures, policy, signed.head.origin)
    more = {"counted": policy.quorum is not None}
    rows = [{**one._asdict(), "at": instant_text(one.at), **more} for one in found]
    return _Seen(signed, found, rows, lower(found, policy), upper(found, policy))


def _bounds(one: Bracket | Source) -> dict[str, str | None]:
    pair = {"not_before": one.not_before, "not_after": one.not_after}
    return {name: instant_text(at) if at else None for name, at in pair.items()}
