"""Time tokens: the page takes and refuses what Python does, for the same reasons."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from playwright.sync_api import Browser, Page

from tecum.ledger import token
from tecum.ledger.der import read as read_der
from tecum.ledger.errors import TokenRefused
from tecum.ledger.token import check_token
from tests.browser.two_verifiers import VECTORS, certificates, encoded, flipped, offline_page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-verify")]

ROUNDS = int(os.environ.get("TECUM_TEST_PAGE_ROUNDS", "400"))


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """The page from a disk, with the network cut."""
    with offline_page(chromium) as (_, page):
        yield page


STAMP_ALL = """async ([tokens, message, pins]) => {
  const found = [], pinned = pins.map((one) => fromBase64(one));
  for (const one of tokens) {
    try {
      const stamp = await checkToken(fromBase64(one), fromBase64(message), pinned);
      found.push(`${stamp.at} ${stamp.notAfter}`);
    } catch (error) {
      if (!isA(error, "TokenRefused")) throw error;
      found.push(error.code);
    }
  }
  return found;
}"""


def stamped(raw: bytes, message: bytes, pins: Sequence[bytes]) -> str:
    """What Python says of a token, its instants in microseconds since 1970."""
    try:
        stamp = check_token(raw, message, pins)
    except TokenRefused as error:
        return error.code
    start = stamp.at.replace(year=1970, month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    since = [at - start for at in (stamp.at, stamp.not_after)]
    return " ".join(
        str((one.days * 86400 + one.seconds) * 10**6 + one.microseconds) for one in since
    )


@pytest.mark.shared("vectors/ledger/rfc3161")
def test_tokens_are_taken_and_refused_as_in_python(page: Page) -> None:
    chance, met = random.Random(3161), set()
    for path in sorted((VECTORS / "rfc3161").rglob("*.tsr")):
        pins = certificates(path.parent / "ts_chain.pem")
        payload = path.parent / "payload"
        message = payload.read_bytes() if payload.exists() else b"hello"
        raw = path.read_bytes()
        tokens = [raw, *(flipped(raw, chance) for _ in range(ROUNDS // 10))]
        for some in (pins, pins[-1:], pins[:1], []):
            for text in (message, b"another"):
                asked = [[encoded(one) for one in tokens], encoded(text), list(map(encoded, some))]
                wanted = [stamped(one, text, some) for one in tokens]
                assert page.evaluate(STAMP_ALL, asked) == wanted, path.name
                met.update(one if one.startswith("timestamp") else "good" for one in wanted)
    assert met >= {"good"} | {
        f"timestamp.{word}"
        for word in ("imprint", "malformed", "no_certificate", "signature", "untrusted")
    }


SIGNED_ALL = """async (cases) => {
  const found = [];
  for (const [spki, algorithm, digest, signature, message] of cases) {
    const [key, name, signed, text] = [spki, algorithm, signature, message].map((one) =>
      fromBase64(one));
    try {
      await checkTokenSignature(key, readDer(name), digest, signed, text);
      found.push("good");
    } catch (error) { if (!isA(error, "TokenRefused")) throw error; found.push(error.code); }
  }
  return found;
}"""
HASHES = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}


def der(tag: int, *parts: bytes) -> bytes:
    """One element of DER, of any length that one or two bytes can tell."""
    content = b"".join(parts)
    size = len(content)
    told = bytes([size]) if size < 0x80 else size.to_bytes(1 + (size > 0xFF), "big")
    return bytes([tag, *([] if size < 0x80 else [0x80 + len(told)]), *told]) + content


def spkis(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> list[bytes]:
    """The public key, as it is usually written and as some write it."""
    public = key.public_key()
    usual = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    algorithm, bits = read_der(usual).sequence(2)
    if isinstance(public, rsa.RSAPublicKey):
        other = [der(0x30, der(6, token._RSA)), der(0x30, der(6, token._RSA), der(4))]
        return [usual, *(der(0x30, one, bits.raw) for one in other), der(0x30, usual), b"x"]
    short = public.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    return [usual, der(0x30, algorithm.raw, der(3, b"\x00" + short)), usual[:-1]]


def signing_keys() -> list[rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey]:
    found = [rsa.generate_private_key(65537, size) for size in (1024, 2048, 3072, 4096)]
    curves = (ec.SECP256R1(), ec.SECP384R1(), ec.SECP521R1(), ec.SECP256K1())
    return [*found, *(ec.generate_private_key(curve) for curve in curves)]


def oddly_written(signature: bytes, *, is_rsa: bool) -> list[bytes]:
    """Signatures that say the same numbers in another way, or other numbers."""
    if is_rsa:
        return [signature[1:], b"\x00" + signature, bytes(len(signature)), b""]
    r, s = decode_dss_signature(signature)
    one, other = (der(2, n.to_bytes(n.bit_length() // 8 + 1, "big")) for n in (r, s))
    longer = der(2, b"\x00" + r.to_bytes(r.bit_length() // 8 + 1, "big"))
    return [
        der(0x30, one, other), der(0x30, longer, other), der(0x30, one),
        der(0x30, one, other, other),
        der(0x30, one, other) + b"\x00", der(0x30, der(2, b"\x00"), other), der(0x30, one, der(2)),
        der(0x30, one, der(2, bytes([0xFF]))), der(0x31, one, other), der(0x30, other, one), b"",
        der(0x30, one, der(2, b"\x01" + bytes(80))), der(0x30, der(4, b"\x01"), other),
    ]  # fmt: skip


def test_signatures_of_time_authorities_are_checked_as_in_python(page: Page) -> None:
    message, asked = b"a head", []
    for key in signing_keys():
        for name, algorithm in HASHES.items():
            if isinstance(key, rsa.RSAPrivateKey):
                signature = key.sign(message, padding.PKCS1v15(), algorithm)
            else:
                signature = key.sign(message, ec.ECDSA(algorithm))
            is_rsa = isinstance(key, rsa.RSAPrivateKey)
            for made in (signature, *oddly_written(signature, is_rsa=is_rsa)):
                asked += [
                    (spki, named, digest_name, made, text)
                    for spki in (spkis(key) if made is signature else spkis(key)[:1])
                    for named in (token._RSA, *token._SIGNATURES)
                    for digest_name, text in ((name, message), (None, message), (name, b"another"))
                ]
    wanted = []
    for spki, named, name, signature, text in asked:
        node = read_der(der(0x30, der(6, named), der(5)))
        try:
            token._check_signature(spki, node, signature, text, name)
        except TokenRefused as error:
            wanted.append(error.code)
        else:
            wanted.append("good")
    found = page.evaluate(
        SIGNED_ALL,
        [
            [encoded(spki), encoded(der(0x30, der(6, named), der(5))),
             name and name.replace("sha", "SHA-"), encoded(signature), encoded(text)]
            for spki, named, name, signature, text in asked
        ],
    )  # fmt: skip
    assert found == wanted
    assert {*found} == {"good", "timestamp.signature", "timestamp.unsupported"}
