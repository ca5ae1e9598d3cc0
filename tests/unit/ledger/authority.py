"""A time authority of our own: a certificate chain and a signer of tokens, for tests alone."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from tecum.ledger import der
from tecum.ledger.der import oid
from tecum.ledger.witness.outgoing import Reply

SINCE, UNTIL = datetime(2026, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)
POLICY = "1.3.6.1.4.1.99999.1"
SHA256 = bytes.fromhex("300d06096086480165030402010500")
RSA_SHA256 = bytes.fromhex("300d06092a864886f70d01010b0500")
ECDSA_SHA256 = bytes.fromhex("300a06082a8648ce3d040302")
TYPE = "application/timestamp-reply"


def element(tag: int, *parts: bytes) -> bytes:
    """One DER element."""
    content = b"".join(parts)
    size = len(content)
    if size < 128:
        return bytes([tag, size]) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content


def sequence(*parts: bytes) -> bytes:
    return element(0x30, *parts)


def integer(value: int) -> bytes:
    return element(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big"))


@lru_cache
def private(kind: str, who: str) -> rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey:
    """A key of a kind; made once a run."""
    if kind == "rsa":
        return rsa.generate_private_key(65537, 2048)
    return ec.generate_private_key(ec.SECP256R1())


@dataclass
class TimeAuthority:
    """Answers queries; every property of a bad answer can be set.

    Attributes:
        kind: ``rsa`` or ``ecdsa``.
        usage: Whether the signer's certificate is for time stamping alone.
        since, until: When the signer's certificate is good.
    """

    kind: str = "ecdsa"
    name: str = "tsa.example"
    at: datetime = datetime(2026, 3, 2, 12, tzinfo=UTC)
    usage: str = "critical"
    since: datetime = SINCE
    until: datetime = UNTIL
    accuracy: int | None = 1
    nonce: str = "same"
    policy: str = POLICY
    imprint: bytes | None = None
    status: int = 0
    media_type: str = TYPE
    http: int = 200
    heard: list[bytes] = field(default_factory=list)

    @property
    def root(self) -> x509.Certificate:
        return self._certificate("root", "root", SINCE, UNTIL)

    @property
    def signer(self) -> x509.Certificate:
        return self._certificate("signer", "root", self.since, self.until)

    @property
    def pins(self) -> tuple[bytes, ...]:
        return (self.root.public_bytes(Encoding.DER),)

    def send(self, url: str, body: bytes | None, media_type: str, private: bool) -> Reply:
        """Answer as over HTTP."""
        assert media_type == "application/timestamp-query"
        assert body is not None
        self.heard.append(body)
        return Reply(self.http, self.media_type, self.answer(body))

    def answer(self, query: bytes) -> bytes:
        """A response to a query in DER."""
        fields = der.read(query).sequence(4)
        assert fields[0].number() == 1
        asked = fields[1].sequence(2)[1].expect(der.OCTET_STRING).content
        nonce = next(one for one in fields[2:] if one.tag == der.INTEGER).number()
        assert fields[-1].raw == b"\x01\x01\xff"
        if self.status > 1:
            return sequence(sequence(integer(self.status)))
        return self.token(self.imprint or asked, nonce)

    def token(self, digest: bytes, nonce: int) -> bytes:
        """A token over a digest."""
        shown = {"same": integer(nonce), "other": integer(nonce + 1), "none": b""}[self.nonce]
        accuracy = b"" if self.accuracy is None else sequence(integer(self.accuracy))
        info = sequence(
            integer(1),
            element(0x06, oid(self.policy)),
            sequence(SHA256, element(0x04, digest)),
            integer(7),
            element(0x18, f"{self.at:%Y%m%d%H%M%SZ}".encode()),
            accuracy,
            shown,
        )
        return sequence(sequence(integer(self.status)), self._signed(info))

    def _signed(self, info: bytes) -> bytes:
        kind = element(0x06, oid("1.2.840.113549.1.9.16.1.4"))
        certificate = self.signer.public_bytes(Encoding.DER)
        named = sequence(sequence(sequence(element(0x04, hashlib.sha256(certificate).digest()))))
        attributes = sorted(
            [
                self._attribute("1.2.840.113549.1.9.3", kind),
                self._attribute(
                    "1.2.840.113549.1.9.4", element(0x04, hashlib.sha256(info).digest())
                ),
                self._attribute("1.2.840.113549.1.9.16.2.47", named),
            ]
        )
        key = private(self.kind, "signer")
        message = element(0x31, *attributes)
        if isinstance(key, rsa.RSAPrivateKey):
            signature, algorithm = (
                key.sign(message, padding.PKCS1v15(), hashes.SHA256()),
                RSA_SHA256,
            )
        else:
            signature, algorithm = key.sign(message, ec.ECDSA(hashes.SHA256())), ECDSA_SHA256
        who = sequence(self.signer.issuer.public_bytes(), integer(self.signer.serial_number))
        info_of_signer = sequence(
            integer(1),
            who,
            SHA256,
            element(0xA0, *attributes),
            algorithm,
            element(0x04, signature),
        )
        data = sequence(
            integer(3),
            element(0x31, SHA256),
            sequence(kind, element(0xA0, element(0x04, info))),
            element(0xA0, certificate),
            element(0x31, info_of_signer),
        )
        return sequence(element(0x06, oid("1.2.840.113549.1.7.2")), element(0xA0, data))

    @staticmethod
    def _attribute(name: str, value: bytes) -> bytes:
        return sequence(element(0x06, oid(name)), element(0x31, value))

    def _certificate(
        self, who: str, issuer: str, since: datetime, until: datetime
    ) -> x509.Certificate:
        key = private(self.kind, who)
        made = (
            x509.CertificateBuilder()
            .subject_name(_name(f"{who} {self.kind}"))
            .issuer_name(_name(f"{issuer} {self.kind}"))
            .public_key(key.public_key())
            .serial_number(1 if who == "root" else 2)
            .not_valid_before(since)
            .not_valid_after(until)
        )
        if who == "root":
            made = made.add_extension(x509.BasicConstraints(True, None), True)
        elif self.usage != "absent":
            uses = [ExtendedKeyUsageOID.TIME_STAMPING]
            if self.usage == "also":
                uses.append(ExtendedKeyUsageOID.CODE_SIGNING)
            made = made.add_extension(x509.ExtendedKeyUsage(uses), self.usage != "optional")
        return _sign(made, self.kind, issuer)


_made: dict[bytes, x509.Certificate] = {}


def _sign(made: x509.CertificateBuilder, kind: str, issuer: str) -> x509.Certificate:
    """The same certificate for the same content, as ECDSA would sign it anew each time."""
    key = repr(
        (kind, issuer, made._subject_name, made._not_valid_before, made._not_valid_after)
    ) + repr([(one.critical, one.value) for one in made._extensions])
    name = key.encode()
    if name not in _made:
        _made[name] = made.sign(private(kind, issuer), hashes.SHA256())
    return _made[name]


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def later(**step: float) -> datetime:
    """An instant after the authority's usual one."""
    return datetime(2026, 3, 2, 12, tzinfo=UTC) + timedelta(**step)
