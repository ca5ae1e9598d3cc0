"""A key that is marked for one signature scheme is not used for another."""

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tecum.ledger import der, token
from tecum.ledger.errors import TokenRefused

RSA, PSS = der.oid("1.2.840.113549.1.1.1"), der.oid("1.2.840.113549.1.1.10")
SHA256_WITH_RSA = der.read(bytes([0x30, 11, 6, 9]) + der.oid("1.2.840.113549.1.1.11"))


def test_a_pss_key_does_not_check_a_plain_signature() -> None:
    key = rsa.generate_private_key(65537, 2048)
    signature = key.sign(b"head", padding.PKCS1v15(), hashes.SHA256())
    spki = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    token._check_signature(spki, SHA256_WITH_RSA, signature, b"head", "sha256")
    marked = spki.replace(RSA, PSS)
    assert marked != spki
    with pytest.raises(TokenRefused) as refused:
        token._check_signature(marked, SHA256_WITH_RSA, signature, b"head", "sha256")
    assert refused.value.code == "timestamp.unsupported"
