"""Seal small values with the office's key, each bound to what it is for."""

from __future__ import annotations

import hmac
import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

__all__ = ["keyed_hash", "sealed", "unsealed"]

_NONCE = 12


def sealed(content: bytes, purpose: str) -> bytes:
    """Encrypt (AES-256-GCM, NIST SP 800-38D); ``purpose`` must be given again to open."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + _cipher().encrypt(nonce, content, purpose.encode())


def unsealed(stored: bytes, purpose: str) -> bytes:
    """What was sealed.

    Raises:
        InvalidTag: it was sealed for something else, with another key, or was changed.
    """
    content: bytes = _cipher().decrypt(stored[:_NONCE], stored[_NONCE:], purpose.encode())
    return content


def keyed_hash(text: str, purpose: str) -> str:
    """A hash that says nothing to whoever lacks the office's key."""
    words = f"{purpose}\n{text}".encode()
    return hmac.new(settings.HOME.secret("index"), words, "sha256").hexdigest()


def _cipher() -> AESGCM:
    return AESGCM(settings.HOME.secret("office"))
