"""A device that makes and shows passkeys, in memory: what a browser would send."""

from __future__ import annotations

import hashlib
import json
import secrets
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
)

__all__ = ["Device"]

_FLAGS = AuthenticatorData.FLAG


class Device:
    """One key for one person; ``counter`` goes on with every use."""

    def __init__(self, origin: str = "http://localhost") -> None:
        self.origin = origin
        self.counter = 1
        self.verifies = True
        self._id = secrets.token_bytes(16)
        self._key = ec.generate_private_key(ec.SECP256R1())

    def made(self, options: dict[str, Any], name: str = "") -> dict[str, Any]:
        """The answer to a wish for a new passkey."""
        public = ES256.from_cryptography_key(self._key.public_key())
        credential = AttestedCredentialData.create(Aaguid(bytes(16)), self._id, public)
        data = self._data(_FLAGS.AT, bytes(credential))
        attestation = AttestationObject.create("none", data, {})
        response = {"attestationObject": websafe_encode(bytes(attestation))}
        return {**self._answer("webauthn.create", options, response)[0], "name": name}

    def shown(self, options: dict[str, Any]) -> dict[str, Any]:
        """The answer to the question who is there."""
        self.counter += 1
        data = self._data(_FLAGS(0), b"")
        answer, client = self._answer("webauthn.get", options, {})
        words = bytes(data) + hashlib.sha256(client).digest()
        answer["response"] |= {
            "authenticatorData": websafe_encode(bytes(data)),
            "signature": websafe_encode(self._key.sign(words, ec.ECDSA(SHA256()))),
        }
        return answer

    def _data(self, more: Any, credential: bytes) -> AuthenticatorData:
        host = self.origin.partition("://")[2].partition(":")[0]
        flags = _FLAGS.UP | more | (_FLAGS.UV if self.verifies else _FLAGS(0))
        return AuthenticatorData.create(
            hashlib.sha256(host.encode()).digest(), flags, self.counter, credential
        )

    def _answer(
        self, kind: str, options: dict[str, Any], response: dict[str, str]
    ) -> tuple[dict[str, Any], bytes]:
        challenge = options["publicKey"]["challenge"]
        client = json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()
        name = websafe_encode(self._id)
        answer = {
            "id": name,
            "rawId": name,
            "type": "public-key",
            "response": {"clientDataJSON": websafe_encode(client), **response},
        }
        return answer, client
