"""Time tokens: a time authority's signed word that a head existed at an instant.

A token that does not count never sinks a receipt; the report names it and why. A chain that
has expired since is judged at the token's own time.

Authority: RFC 3161; RFC 5816; RFC 5652 section 5; RFC 5035.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from tecum.ledger import der
from tecum.ledger.der import (
    BOOLEAN,
    INTEGER,
    OCTET_STRING,
    OID,
    SEQUENCE,
    SET,
    Node,
    malformed_if,
    oid,
)
from tecum.ledger.refused import TokenRefused, refuse_if

try:
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    _CAN_VERIFY = True
except ImportError:
    _CAN_VERIFY = False

__all__ = ["Stamp", "check_token"]

_SIGNED_DATA = oid("1.2.840.113549.1.7.2")
_TST_INFO = oid("1.2.840.113549.1.9.16.1.4")
_CONTENT_TYPE = oid("1.2.840.113549.1.9.3")
_MESSAGE_DIGEST = oid("1.2.840.113549.1.9.4")
_SIGNING_CERTIFICATE = oid("1.2.840.113549.1.9.16.2.12")
_SIGNING_CERTIFICATE_V2 = oid("1.2.840.113549.1.9.16.2.47")
_BASIC_CONSTRAINTS = oid("2.5.29.19")
_EXTENDED_KEY_USAGE = oid("2.5.29.37")
_TIME_STAMPING = oid("1.3.6.1.5.5.7.3.8")
_RSA = oid("1.2.840.113549.1.1.1")
_EC = oid("1.2.840.10045.2.1")
_SHA2 = ("sha256", "sha384", "sha512")
_DIGESTS = {oid(f"2.16.840.1.101.3.4.2.{n}"): name for n, name in enumerate(_SHA2, 1)}
_SIGNATURES = {
    **{oid(f"1.2.840.113549.1.1.{n}"): ("rsa", name) for n, name in enumerate(_SHA2, 11)},
    **{oid(f"1.2.840.10045.4.3.{n}"): ("ecdsa", name) for n, name in enumerate(_SHA2, 2)},
}
_refuse_if = partial(refuse_if, kind=TokenRefused)
_MAX_PATH = 5
_MAX_CERTIFICATES = 32


class Stamp(NamedTuple):
    """What a good token says: the instant, and how far off it may be."""

    at: datetime
    accuracy: timedelta

    @property
    def not_after(self) -> datetime:
        """The latest instant at which the head can have come into being, in whole seconds."""
        end = self.at + self.accuracy
        return end if not end.microsecond else end.replace(microsecond=0) + timedelta(seconds=1)


class _Certificate:
    """What a token needs of a certificate."""

    def __init__(self, raw: bytes) -> None:
        tbs, self.algorithm, signature = der.read(raw).sequence(3)[:3]
        fields = tbs.sequence(6)
        del fields[: fields[0].tag == 0xA0]
        malformed_if(len(fields) < 6 or signature.expect(der.BIT_STRING).content[:1] != b"\x00")
        self.raw, self.tbs, self.signature = raw, tbs.raw, signature.content[1:]
        self.since, self.until = (node.instant() for node in fields[3].sequence(2)[:2])
        self.extensions: dict[bytes, tuple[bool, bytes]] = {}
        for wrapper in (node for node in fields[6:] if node.tag == 0xA3):
            for extension in wrapper.only().expect(SEQUENCE).children():
                name, *rest = extension.sequence(2)[:3]
                value = rest[-1].expect(OCTET_STRING).content
                self.extensions[name.content] = (_is_true(rest[0]), value)
        self.issuer, self.subject, self.spki = (fields[n].raw for n in (2, 4, 5))

    def is_issuer(self) -> bool:
        _, raw = self.extensions.get(_BASIC_CONSTRAINTS, (False, b"\x30\x00"))
        inside = der.read(raw).expect(SEQUENCE).children()
        return bool(inside) and _is_true(inside[0])

    def is_for_time_stamping_alone(self) -> bool:
        critical, raw = self.extensions.get(_EXTENDED_KEY_USAGE, (False, b"\x30\x00"))
        uses = [node.content for node in der.read(raw).expect(SEQUENCE).children()]
        return critical and uses == [_TIME_STAMPING]

    def was_signed_by(self, issuer: _Certificate) -> bool:
        try:
            _check_signature(issuer.spki, self.algorithm, self.signature, self.tbs)
        except TokenRefused as error:
            if error.code == "timestamp.unsupported":
                raise
            return False
        return True


def _is_true(node: Node) -> bool:
    return node.tag == BOOLEAN and node.content != b"\x00"


class _Signer(NamedTuple):
    """The one SignerInfo: which digest, what it signed, how."""

    digest: str
    attributes: dict[bytes, Node]
    signed: bytes
    algorithm: Node
    signature: bytes


def check_token(raw: bytes, message: bytes, pinned: Iterable[bytes]) -> Stamp:
    """Read a time-stamp response and refuse it unless it dates exactly this message.

    Args:
        raw: A TimeStampResp in DER.
        message: The as-signed checkpoint.
        pinned: Certificates in DER that the trust file believes; one of them must be the
            signer's or stand above it.

    Raises:
        TokenRefused: a code ``timestamp.…``.
    """
    try:
        return _check(raw, message, pinned)
    except (IndexError, OverflowError, RecursionError, ValueError):
        raise TokenRefused("timestamp.malformed") from None


def _check(raw: bytes, message: bytes, pinned: Iterable[bytes]) -> Stamp:
    status, *token = der.read(raw).sequence(1)
    granted = status.sequence(1)[0].expect(INTEGER).number() in (0, 1) and len(token) == 1
    _refuse_if(not granted, "timestamp.status")
    kind, wrapped = token[0].sequence(2)[:2]
    _refuse_if(kind.content != _SIGNED_DATA, "timestamp.content")
    content, bag, signer = _read_signed_data(wrapped.expect(0xA0).only())
    stamp = _read_info(content, message)
    _check_attributes(signer, content)
    _refuse_if(not _CAN_VERIFY, "timestamp.unsupported")
    pins = [_Certificate(one) for one in pinned]
    known = [*pins, *(_Certificate(one) for one in bag)]
    certificate = _signing_certificate(signer, known)
    _check_signature(
        certificate.spki, signer.algorithm, signer.signature, signer.signed, signer.digest
    )
    _refuse_if(not certificate.is_for_time_stamping_alone(), "timestamp.usage")
    anchors = {one.raw for one in pins}
    for at, code in ((None, "timestamp.untrusted"), (stamp.at, "timestamp.expired")):
        _refuse_if(not _leads_to_pin(certificate, known, anchors, at), code)
    return stamp


def _read_signed_data(data: Node) -> tuple[bytes, list[bytes], _Signer]:
    fields = data.sequence(4)
    kind, wrapped = fields[2].sequence(2)[:2]
    _refuse_if(kind.expect(OID).content != _TST_INFO, "timestamp.content")
    content = wrapped.expect(0xA0).only().expect(OCTET_STRING).content
    bags = [one for field in fields[3:-1] if field.tag == 0xA0 for one in field.children()]
    bag = [one.raw for one in bags if one.tag == SEQUENCE]
    signers = fields[-1].expect(SET).children()
    _refuse_if(len(signers) != 1, "timestamp.signers")
    malformed_if(len(bag) > _MAX_CERTIFICATES)
    _, _, digest, attributes, algorithm, signature = signers[0].sequence(6)[:6]
    attributes.expect(0xA0)
    found: dict[bytes, Node] = {}
    for attribute in attributes.children():
        name, values = attribute.sequence(2)[:2]
        _refuse_if(name.content in found, "timestamp.attributes")
        found[name.content] = values.expect(SET)
    # What is signed is the SET OF that the attributes are, not its implicit tag (RFC 5652, 5.4).
    signed = bytes([SET]) + attributes.raw[1:]
    signer = _Signer(
        _digest_of(digest), found, signed, algorithm, signature.expect(OCTET_STRING).content
    )
    return content, bag, signer


def _read_info(content: bytes, message: bytes) -> Stamp:
    fields = der.read(content).sequence(5)
    algorithm, imprint = fields[2].sequence(2)[:2]
    digest = hashlib.new(_digest_of(algorithm), message).digest()
    _refuse_if(digest != imprint.content, "timestamp.imprint")
    accuracy = timedelta()
    if len(fields) > 5 and fields[5].tag == SEQUENCE:
        units = {INTEGER: "seconds", 0x80: "milliseconds", 0x81: "microseconds"}
        for part in fields[5].children():
            malformed_if(part.tag not in units or part.number() < 0)
            accuracy += timedelta(**{units[part.tag]: part.number()})
    stamp = Stamp(fields[4].expect(der.GENERALIZED_TIME).instant(), accuracy)
    _ = stamp.not_after  # an instant that no calendar holds ends here, not later
    return stamp


def _check_attributes(signer: _Signer, content: bytes) -> None:
    try:
        kind, said = (signer.attributes[one].only() for one in (_CONTENT_TYPE, _MESSAGE_DIGEST))
    except KeyError:
        raise TokenRefused("timestamp.attributes") from None
    digest = hashlib.new(signer.digest, content).digest()
    _refuse_if((kind.content, said.content) != (_TST_INFO, digest), "timestamp.attributes")


def _signing_certificate(signer: _Signer, known: Sequence[_Certificate]) -> _Certificate:
    """The certificate whose hash the signed attribute names, wherever it lies."""
    second, first = map(signer.attributes.get, (_SIGNING_CERTIFICATE_V2, _SIGNING_CERTIFICATE))
    attribute, name = (second, "sha256") if second else (first, "sha1")
    if attribute is None:
        raise TokenRefused("timestamp.attributes")
    fields = attribute.only().sequence(1)[0].sequence(1)[0].sequence(1)
    if name == "sha256" and fields[0].tag == SEQUENCE:
        name = _digest_of(fields.pop(0))
    wanted = fields[0].expect(OCTET_STRING).content
    for certificate in known:
        if hashlib.new(name, certificate.raw, usedforsecurity=False).digest() == wanted:
            return certificate
    raise TokenRefused("timestamp.no_certificate")


def _leads_to_pin(
    certificate: _Certificate,
    known: Sequence[_Certificate],
    anchors: set[bytes],
    at: datetime | None,
) -> bool:
    """Whether issuers, each valid at the instant, lead from the certificate to a pinned one."""

    def counts(one: _Certificate) -> bool:
        return at is None or one.since <= at <= one.until

    level = [certificate] if counts(certificate) else []
    seen = {one.raw for one in level}
    for _ in range(_MAX_PATH):
        if any(one.raw in anchors for one in level):
            return True
        above = []
        for one in level:
            for issuer in known:
                if issuer.raw in seen or issuer.subject != one.issuer:
                    continue
                if counts(issuer) and issuer.is_issuer() and one.was_signed_by(issuer):
                    seen.add(issuer.raw)
                    above.append(issuer)
        level = above
    return False


def _digest_of(algorithm: Node) -> str:
    name = _DIGESTS.get(algorithm.sequence(1)[0].content, "")
    _refuse_if(not name, "timestamp.unsupported")
    return name


def _check_signature(
    spki: bytes, algorithm: Node, signature: bytes, message: bytes, digest: str = ""
) -> None:
    name = algorithm.sequence(1)[0].content
    kind, used = ("rsa", digest) if name == _RSA else _SIGNATURES.get(name, ("", ""))
    _refuse_if(not used, "timestamp.unsupported")
    scheme = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}[used]
    curves = (ec.SECP256R1, ec.SECP384R1, ec.SECP521R1)
    try:
        key = load_der_public_key(spki)
        # A key marked for another scheme (RSASSA-PSS) must not be taken for this one.
        marked = der.read(spki).sequence(2)[0].sequence(1)[0].content
        _refuse_if(marked not in (_RSA, _EC), "timestamp.unsupported")
        if kind == "rsa" and isinstance(key, rsa.RSAPublicKey) and 2048 <= key.key_size <= 4096:
            key.verify(signature, message, padding.PKCS1v15(), scheme)
        elif kind == "ecdsa" and isinstance(getattr(key, "curve", None), curves):
            key.verify(signature, message, ec.ECDSA(scheme))  # type: ignore[union-attr,call-arg,arg-type]
        else:
            raise TokenRefused("timestamp.unsupported")
    except InvalidSignature:
        raise TokenRefused("timestamp.signature") from None
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise TokenRefused("timestamp.unsupported") from None
