"""Ed25519 signatures under one strict rule, so that every verifier gives the same answer.

Libraries differ on edge cases; a dishonest signer could make a receipt that one court's tool
accepts and another's refuses. Two comparisons in front of the library's check end that.

Authority: RFC 8032; the rule is in docs/reference/receipts.md.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    ENGINE = "cryptography"
except ImportError:
    ENGINE = "pure"

__all__ = ["ENGINE", "check", "is_sound_point", "pure_check"]

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
_Y = 2**255 - 1
_OF_ORDER_8 = """
26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05
c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a
"""
_REFUSED_Y = {0, 1, P - 1}
_REFUSED_Y |= {int.from_bytes(bytes.fromhex(one), "little") for one in _OF_ORDER_8.split()}


def is_sound_point(raw: bytes) -> bool:
    """Whether 32 bytes are a canonical point that is not of small order (by its y alone)."""
    y = int.from_bytes(raw, "little") & _Y
    return len(raw) == 32 and y < P and y not in _REFUSED_Y


def check(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the holder of the key signed exactly this message."""
    if not _passes_first(public, signature):
        return False
    if ENGINE == "pure":
        return _equation_holds(public, signature, message)
    try:
        _key(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


@lru_cache(maxsize=256)
def _key(public: bytes) -> Ed25519PublicKey:
    """A key as the library holds it: the point is worked out once."""
    return Ed25519PublicKey.from_public_bytes(public)


def pure_check(public: bytes, signature: bytes, message: bytes) -> bool:
    """The same answer as :func:`check`, in Python alone; used where no library is installed."""
    return _passes_first(public, signature) and _equation_holds(public, signature, message)


def _passes_first(public: bytes, signature: bytes) -> bool:
    return (
        len(signature) == 64
        and is_sound_point(public)
        and is_sound_point(signature[:32])
        and int.from_bytes(signature[32:], "little") < ORDER
    )


# What follows is RFC 8032 section 5.1 in extended coordinates (X, Y, Z, T): no secrets pass
# through it, so it may take its time and branch as it likes.
_Point = tuple[int, int, int, int]
_D = -121665 * pow(121666, P - 2, P) % P
_SQRT_M1 = pow(2, (P - 1) // 4, P)


def _add(a: _Point, b: _Point) -> _Point:
    e1, e2 = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    e3, e4 = 2 * a[3] * b[3] * _D % P, 2 * a[2] * b[2] % P
    e, f, g, h = e2 - e1, e4 - e3, e4 + e3, e2 + e1
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(n: int, point: _Point) -> _Point:
    result = (0, 1, 1, 0)
    while n:
        if n & 1:
            result = _add(result, point)
        point = _add(point, point)
        n >>= 1
    return result


def _x_of(y: int, sign_bit: int) -> int | None:
    square = (y * y - 1) * pow(_D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * _SQRT_M1 % P
    if (x * x - square) % P:
        return None
    return P - x if x & 1 != sign_bit else x


_BASE_Y = 4 * pow(5, P - 2, P) % P
_BASE_X = _x_of(_BASE_Y, 0) or 0
_BASE = (_BASE_X, _BASE_Y, 1, _BASE_X * _BASE_Y % P)


def _equation_holds(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the encoding of [S]B - [k]A is R, byte for byte (no cofactor)."""
    raw = int.from_bytes(public, "little")
    y = raw & _Y
    x = _x_of(y, raw >> 255)
    if x is None:
        return False
    minus_a = (P - x, y, 1, (P - x) * y % P)
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little")
    s = int.from_bytes(signature[32:], "little")
    px, py, pz, _ = _add(_times(s, _BASE), _times(k % ORDER, minus_a))
    inverse = pow(pz, P - 2, P)
    encoded = (py * inverse % P) | ((px * inverse % P & 1) << 255)
    return encoded.to_bytes(32, "little") == signature[:32]
