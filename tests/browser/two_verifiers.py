"""Both verifiers side by side: the page's answer to a file, and Python's."""

from __future__ import annotations

import base64
import hashlib
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tecum.ledger.policy import Policy
from tecum.ledger.verify import verify
from tests.browser.conftest import open_context
from tests.shared import ROOT, SHARED

FILE = ROOT / "src" / "tecum" / "ledger" / "verifier" / "verify.html"
VECTORS = SHARED / "vectors" / "ledger"

Named = Mapping[str, bytes]
NONE: Named = {}

ASK = """async ([policy, receipts, files, known]) => {
  const trusted = await parsePolicy(fromBase64(policy));
  const table = (one) => new Map(one.map(([name, raw]) => [name, fromBase64(raw)]));
  const answers = [];
  for (const raw of receipts) {
    const verdict = await verify(fromBase64(raw), trusted, table(files), table(known));
    answers.push(writeJson(asJson(verdict, null)));
  }
  return answers;
}"""


@contextmanager
def offline_page(browser: Browser, **options: object) -> Iterator[tuple[BrowserContext, Page]]:
    """The page from a disk, with the network cut; at the end nothing may have gone wrong."""
    context, page = open_context(browser, **options)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda one: said.append(one.url) if one.url != FILE.as_uri() else None)
    # Choosers are caught from the start: to begin when a key is pressed may be too late.
    page.on("filechooser", lambda _: None)
    page.goto(FILE.as_uri())
    context.set_offline(True)
    yield context, page
    context.close()
    assert said == []


@contextmanager
def insecure_page(browser: Browser) -> Iterator[Page]:
    """The page from an address without TLS, where browsers offer no cryptography."""
    context, page = open_context(browser)
    address = "http://office.example/verify"
    context.route(address, lambda one: one.fulfill(path=FILE, content_type="text/html"))
    page.goto(address)
    assert page.evaluate("ENGINE") == "bigint"
    yield page
    context.close()


def digest(raw: bytes) -> bytes:
    return hashlib.sha256(raw).digest()


def encoded(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def by_python(
    receipt: bytes, policy: bytes, files: Named = NONE, known: Named = NONE
) -> dict[str, Any]:
    """What the Python verifier says, without naming itself."""
    digests = {name: digest(raw) for name, raw in files.items()}
    verdict = verify(receipt, Policy.parse(policy), files=digests, known=known)
    found: dict[str, Any] = json.loads(json.dumps(verdict.as_json({})))
    return {**found, "verifier": None}


def by_page(
    page: Page, policy: bytes, receipts: Sequence[bytes], files: Named = NONE, known: Named = NONE
) -> list[dict[str, Any]]:
    """What the page's own function says, for many receipts at once."""
    digests = [[name, encoded(digest(raw))] for name, raw in files.items()]
    heads = [[name, encoded(raw)] for name, raw in known.items()]
    asked = [encoded(policy), [encoded(raw) for raw in receipts], digests, heads]
    return [json.loads(text) for text in page.evaluate(ASK, asked)]


def agree(page: Page, policy: bytes, receipts: Sequence[bytes], **more: Named) -> set[str]:
    """Hold both verifiers to one answer; give the verdicts, reasons and notices that came up."""
    met = set()
    for raw, found in zip(receipts, by_page(page, policy, receipts, **more), strict=True):
        wanted = by_python(raw, policy, **more)
        assert found == wanted, raw[:4000]
        met.add(f"{wanted['verdict']} {wanted['reason']}")
        met.update(str(one) for one in wanted["notices"])
    return met


def certificates(path: Path) -> list[bytes]:
    """Certificates in DER, whatever the file's name says of its form."""
    data = path.read_bytes()
    if data[:1] == b"\x30":
        return [data]
    found = re.findall(r"BEGIN CERTIFICATE-+(.*?)-+END", data.decode(), re.DOTALL)
    return [base64.b64decode("".join(one.split())) for one in found]


def flipped(raw: bytes, chance: random.Random) -> bytes:
    """The same bytes with one to three changed, doubled or gone."""
    out = bytearray(raw)
    for _ in range(chance.randint(1, 3)):
        at, kind = chance.randrange(len(out)), chance.random()
        if kind < 0.8 or len(out) < 2:
            out[at] ^= 1 << chance.randrange(8)
        elif kind < 0.9:
            del out[at]
        else:
            out.insert(at, chance.choice(out))
    return bytes(out)
