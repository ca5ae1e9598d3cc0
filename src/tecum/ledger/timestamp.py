"""Asks time authorities to date heads, keeps their tokens, renews them before they weaken.

A token is over the as-signed checkpoint, not over an entry: one token dates all that the head
contains. It bounds "not after"; it never says how old anything is.

Authority: RFC 3161 (request 2.4.1, response 2.4.2, HTTP 3.4); RFC 5816; RFC 4998 for renewal.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography.x509 import load_der_x509_certificate

from tecum.ledger import der
from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.config import Authority, LogConfig
from tecum.ledger.der import INTEGER, OCTET_STRING, OID, SEQUENCE, oid
from tecum.ledger.errors import TokenRefused
from tecum.ledger.log import Log
from tecum.ledger.note import Note
from tecum.ledger.statement import Statement
from tecum.ledger.token import Stamp, check_token
from tecum.ledger.witness.errors import AddressRefused
from tecum.ledger.witness.outgoing import Send, send

__all__ = [
    "Stamped",
    "Stamper",
    "make_request",
    "read_answer",
    "require_stamped",
]

_QUERY, _REPLY = "application/timestamp-query", "application/timestamp-reply"
_SHA256 = oid("2.16.840.1.101.3.4.2.1")
_NULL = b"\x05\x00"
_BOOLEAN = 0x01
DAILY = timedelta(days=1)
YEARLY = timedelta(days=365)
BEFORE_END = timedelta(days=90)


@dataclass(frozen=True)
class Stamped:
    """What came of asking one authority.

    Attributes:
        code: ``dated``, ``renewed``, or why not: ``timestamp.…``, ``address.…``.
    """

    name: str
    code: str
    size: int
    at: datetime | None = None

    @property
    def is_dated(self) -> bool:
        """Whether a token was had."""
        return self.code in ("dated", "renewed")


def make_request(message: bytes, nonce: bytes, policy: str | None = None) -> bytes:
    """A time-stamp query over a message's SHA-256: with a nonce, asking for the certificate.

    Raises:
        ValueError: the nonce is not 8 bytes.
    """
    if len(nonce) != 8:
        raise ValueError("a nonce is 8 bytes")
    algorithm = _element(SEQUENCE, _element(OID, _SHA256) + _NULL)
    imprint = algorithm + _element(OCTET_STRING, hashlib.sha256(message).digest())
    return _element(
        SEQUENCE,
        _integer(1)
        + _element(SEQUENCE, imprint)
        + (_element(OID, oid(policy)) if policy else b"")
        + _integer(int.from_bytes(nonce, "big"))
        + _element(_BOOLEAN, b"\xff"),
    )


def read_answer(
    raw: bytes,
    message: bytes,
    nonce: bytes,
    pinned: Iterable[bytes],
    policy: str | None = None,
) -> Stamp:
    """Check an authority's answer to our own query.

    Raises:
        TokenRefused: what the verifier would refuse, and codes ``timestamp.nonce`` and
            ``timestamp.policy`` for an answer to something else than was asked.
    """
    stamp = check_token(raw, message, pinned)
    found_policy, found_nonce = _policy_and_nonce(raw)
    if found_nonce != int.from_bytes(nonce, "big"):
        raise TokenRefused("timestamp.nonce")
    if policy is not None and found_policy != oid(policy):
        raise TokenRefused("timestamp.policy")
    return stamp


class Stamper:
    """Has the heads of one log dated.

    Args:
        clock: The present instant. ``send``: how a request goes out; ``nonce``: 8 fresh
            bytes (tests).
    """

    def __init__(
        self,
        log: Log,
        config: LogConfig,
        *,
        clock: Callable[[], datetime],
        send: Send = send,
        nonce: Callable[[], bytes] = lambda: secrets.token_bytes(8),
    ) -> None:
        self.log, self.config, self.heads = log, config, log.heads
        self._clock, self._send, self._nonce = clock, send, nonce

    def ask(self, authorities: Sequence[Authority] | None = None) -> list[Stamped]:
        """Have the newest head dated by every authority that has not dated it yet."""
        size = self._newest().size
        chosen = self.config.authorities if authorities is None else authorities
        there = {token.tsa for token in self.heads.tokens(size)}
        message = self.heads.as_signed(size)
        answers = self._ask_all([(one, message) for one in chosen if one.name not in there])
        found = []
        for authority, answer in answers:
            if isinstance(answer, Stamped):
                found.append(answer)
                continue
            stamp, raw = answer
            self.heads.keep_token(size, authority.name, raw)
            found.append(Stamped(authority.name, "dated", size, stamp.at))
        return found

    def due(self) -> list[Authority]:
        """Who is to be asked now: daily where the log grew, at once for what bears a deadline."""
        size = self._newest().size
        return [one for one in self.config.authorities if self._is_due(one, size)]

    def renew(self) -> list[Stamped]:
        """Renew every token whose newest renewal is a year old or whose authority's key ends."""
        size = self._newest().size
        by_name = {one.name: one for one in self.config.authorities}
        wanted = [
            (by_name[name], token)
            for token, _, name in list(self.heads.token_names())
            if name in by_name and self._needs_renewal(token, by_name[name])
        ]
        messages = [
            self.heads.renewed_message(token, self.heads.renewals(token), size)
            for _, token in wanted
        ]
        pairs = [(one, text) for (one, _), text in zip(wanted, messages, strict=True)]
        found = []
        for (_, token), (authority, answer) in zip(wanted, self._ask_all(pairs), strict=True):
            if isinstance(answer, Stamped):
                found.append(answer)
                continue
            stamp, raw = answer
            self.heads.keep_renewal(token, size, authority.name, raw)
            found.append(Stamped(authority.name, "renewed", size, stamp.at))
        return found

    def _newest(self) -> Checkpoint:
        return Checkpoint.parse(Note.parse(self.log.newest()).text)

    def _is_due(self, authority: Authority, size: int) -> bool:
        dated = [n for _, n, name in self.heads.token_names() if name == authority.name]
        last = max(dated, default=-1)
        if last >= size:
            return False
        if last < 0:
            return True
        raw = self.heads.token(f"{last}.{authority.name}.tsr")
        if self._clock() - _dated_at(raw) >= DAILY:
            return True
        rows = self.log.store.rows(last, size)
        return any(Statement.parse(row.statement).type in self.config.dated for row in rows)

    def _needs_renewal(self, token: str, authority: Authority) -> bool:
        chain = self.heads.renewals(token)
        newest = self.heads.token(chain[-1].name if chain else token)
        now, age = self._clock(), self._clock() - _dated_at(newest)
        # Near the end of a key one renewal is enough, until the authority has a new key.
        return age >= YEARLY or (not chain and _ends(authority) - BEFORE_END <= now)

    def _ask_all(
        self, wanted: Sequence[tuple[Authority, bytes]]
    ) -> list[tuple[Authority, Stamped | tuple[Stamp, bytes]]]:
        if not wanted:
            return []
        size = self._newest().size
        with ThreadPoolExecutor(max_workers=min(4, len(wanted))) as pool:
            answers = list(pool.map(lambda pair: self._ask(pair[0], pair[1], size), wanted))
        return [(one, answer) for (one, _), answer in zip(wanted, answers, strict=True)]

    def _ask(
        self, authority: Authority, message: bytes, size: int
    ) -> Stamped | tuple[Stamp, bytes]:
        nonce = self._nonce()
        query = make_request(message, nonce, authority.policy)
        try:
            reply = self._send(authority.url, query, _QUERY, authority.allow_private)
            if reply.status != 200 or reply.media_type != _REPLY:
                raise TokenRefused("timestamp.reply")
            pins, policy = authority.certificates, authority.policy
            return read_answer(reply.body, message, nonce, pins, policy), reply.body
        except (AddressRefused, TokenRefused) as error:
            return Stamped(authority.name, error.code, size)


def require_stamped(found: Iterable[Stamped]) -> None:
    """Refuse unless every authority that was asked has dated the head.

    Raises:
        TokenRefused: the code of the first that did not.
    """
    for one in found:
        if not one.is_dated:
            raise TokenRefused(one.code)


def _ends(authority: Authority) -> datetime:
    """When the first of an authority's pinned certificates ends.

    Raises:
        TokenRefused: one of them is not a certificate.
    """
    try:
        pins = [load_der_x509_certificate(one) for one in authority.certificates]
        return min(one.not_valid_after_utc for one in pins)
    except ValueError:
        raise TokenRefused("timestamp.malformed") from None


def _info(raw: bytes) -> list[der.Node]:
    """The fields of the TSTInfo inside an answer whose form was checked."""
    try:
        signed = der.read(raw).sequence(2)[1].sequence(2)[1].only()
        content = signed.sequence(4)[2].sequence(2)[1].only().expect(OCTET_STRING).content
        return der.read(content).sequence(5)
    except (IndexError, RecursionError, ValueError):
        raise TokenRefused("timestamp.malformed") from None


def _policy_and_nonce(raw: bytes) -> tuple[bytes, int | None]:
    fields = _info(raw)
    nonce = next((one.number() for one in fields[5:] if one.tag == INTEGER), None)
    return fields[1].expect(OID).content, nonce


def _dated_at(raw: bytes) -> datetime:
    return _info(raw)[4].expect(der.GENERALIZED_TIME).instant()


def _integer(value: int) -> bytes:
    return _element(INTEGER, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def _element(tag: int, content: bytes) -> bytes:
    """One element in DER; nothing in a query is longer than 127 bytes."""
    if len(content) > 127:
        raise ValueError("too long for one byte of length")
    return bytes([tag, len(content)]) + content
